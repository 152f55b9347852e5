//! Whoever has the keys of k custodians and a compartment's names still gets no ciphertext from the buffer: it asks for a
//! request that stands open in the log, and for one of that desk's officers (decision 0188).

use crate::release::stage;
use crate::stage::{BARANGAY, Stage};
use ugnay_app::federation::{Cid, ClosingKind, EpochId, OpenedRelease, Request};
use ugnay_seal::{DeviceSlot, SigningIdentity, index_name};
use ugnay_sync::{Fetcher, SyncError};
use ugnay_wire::{Name, ProblemCode};

/// The names of a compartment's indexes, as whoever rebuilt its key derives them, and what the buffer gives for them.
fn take(
    s: &mut Stage,
    release: &OpenedRelease,
    at: (EpochId, Cid),
    by: &Fetcher,
) -> Result<usize, SyncError> {
    let key = release.key(&at.0, &at.1).expect("rebuilt");
    let names: Vec<Name> = DeviceSlot::all()
        .map(|slot| Name(index_name(key, slot).0))
        .collect();
    let mut line = s.client();
    let registers = line.bundles(0)?;
    let mut found = 0;
    for of in registers {
        found += line.blobs(by, of.pseud, &names)?.len();
    }
    Ok(found)
}

#[test]
fn p25_keys_and_names_fetch_nothing_without_an_open_request_of_ones_own_desk() {
    let mut s = stage();
    let (request, release) = s.released("SA");
    let (id, fed, now) = (Request::id(&request).0, s.founded.fed, s.clock.now());
    let at = s.laptop.compartment_ids(BARANGAY, "SA").expect("a country");
    let at = (at.epoch, at.card);
    assert_eq!(
        s.cards(&release).len(),
        2,
        "the desk whose request opened gets what it was granted"
    );
    let custodian = s.founded.custodians[0].identity().clone();
    let stranger = SigningIdentity::from_seed(&[0x66; 32]);
    let refused = |r: Result<usize, SyncError>, who: &str| {
        assert!(
            matches!(r, Err(SyncError::Refused(ProblemCode::NotReleased))),
            "{who}: {r:?}"
        );
    };
    for (who, robber) in [("a custodian", &custodian), ("a stranger", &stranger)] {
        let under = Fetcher::officer(fed, robber, id, now);
        let got = take(&mut s, &release, at, &under);
        refused(
            got,
            &format!("{who} under a request that is not its desk's"),
        );
        let invented = Fetcher::officer(fed, robber, [9; 32], now);
        let got = take(&mut s, &release, at, &invented);
        refused(got, &format!("{who} under a request nobody made"));
        let pass = ugnay_sync::pass_for(&fed, &custodian, id, &robber.public());
        let passed = Fetcher::passed(fed, robber, id, pass, now);
        let got = take(&mut s, &release, at, &passed);
        refused(got, &format!("{who} with a pass by a custodian"));
    }

    let mut line = s.client();
    s.desk
        .close(
            &mut line,
            Request::id(&request),
            ClosingKind::GrantClose,
            "everybody is home",
            &mut s.env,
        )
        .expect("closed");
    s.settle();
    let late = s.desk.all_cards(&mut line, &release, s.clock.now());
    assert_eq!(
        late.map(|c| c.len())
            .expect_err("the grant was ended")
            .detail
            .as_deref(),
        Some("not_released"),
        "an ended grant fetches nothing, though the desk still had its keys"
    );
}

#[test]
fn p25_who_approved_does_not_count_before_shares_are_handed_over() {
    let mut s = stage();
    let request = s.ask("SA");
    s.decide(
        &request,
        &[0, 2],
        ugnay_app::federation::DecisionKind::Approve,
    );
    s.rounds();
    let now = s.clock.now();
    let names = [Name([1; 16])];
    let mut line = s.client();
    let of = line.bundles(0).expect("the list")[0].pseud;
    let by = s
        .desk
        .fetcher(&Request::id(&request), now)
        .expect("an officer");
    let got = line.blobs(&by, of, &names);
    assert!(
        matches!(got, Err(SyncError::Refused(ProblemCode::NotReleased))),
        "two of three: the buffer gives the asking desk nothing: {got:?}"
    );
}
