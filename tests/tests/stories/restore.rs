//! P31: a register lost its last device and has no sheet. A desk asks in its name for the one epoch, k custodians approve,
//! the shares go to the new device and to nobody else, its cards come back into a new register, which deals them anew.

use crate::stage::{BARANGAY, Stage, add, everybody, fails, stranger, sync};
use ugnay_app::App;
use ugnay_app::dto::{AppError, PeopleQuery};
use ugnay_app::federation::opening::newest_bundles;
use ugnay_app::federation::{DecisionKind, EpochId, Hash32, Request, RestoreAsk, Signed};

const LASTS: i64 = 200;

fn detail<T: std::fmt::Debug>(result: Result<T, AppError>) -> String {
    let e = result.expect_err("this must be refused");
    e.detail.unwrap_or_else(|| format!("{:?}", e.code))
}

/// The only register's epoch, as the buffer's list of bundles shows it to everybody.
fn epoch(s: &Stage) -> EpochId {
    let bundles = newest_bundles(&mut s.client()).expect("the buffer answers");
    assert_eq!(bundles.len(), 1, "the story has one register so far");
    *bundles.keys().next().expect("one")
}

/// A new device in a register of its own, invited and let in.
fn invited(s: &mut Stage, folder: &str) -> App {
    let mut app = stranger(s, folder);
    app.join_federation(&s.invitation()).expect("joined");
    fails(&mut app);
    s.answer();
    sync(&mut app);
    app
}

fn hash(hex: &str) -> Hash32 {
    let mut out = [0; 32];
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("hexadecimal");
    }
    Hash32(out)
}

fn ask(s: &mut Stage, epoch: EpochId, device: Hash32) -> Result<Signed<Request>, AppError> {
    let ask = RestoreAsk {
        declaration: "The flood took the hall".into(),
        document: b"report of the municipality".to_vec(),
        barangays: vec![BARANGAY],
        epoch,
        device,
        lasts: LASTS,
    };
    let mut line = s.client();
    s.desk.ask_restore(&mut line, &ask, &mut s.env)
}

fn names(app: &mut App) -> Vec<String> {
    let query = PeopleQuery {
        limit: 500,
        ..PeopleQuery::default()
    };
    let page = app.people(&query).expect("list");
    let mut out: Vec<String> = page.rows.into_iter().map(|r| r.name).collect();
    out.sort();
    out
}

#[test]
fn p31_a_restore_release_rebuilds_a_register_that_lost_its_last_device() {
    let mut s = Stage::joined(&[
        ("Abad", "Lorna", "SA"),
        ("Bautista", "Rico", "KW"),
        ("Castro", "Nena", "HK"),
    ]);
    let gone = add(&mut s.laptop, "Dizon", "Leo", "SA");
    s.laptop.remove_person(&gone).expect("removed");
    sync(&mut s.laptop);
    let before = everybody(&mut s.laptop);
    s.desk_card();
    s.settle();
    let lost = epoch(&s);
    s.laptop.lock();
    std::fs::remove_dir_all(s.dir.path().join("laptop")).expect("the laptop is gone");

    let mut new = invited(&mut s, "new");
    assert_eq!(
        detail(ask(&mut s, lost, Hash32([7; 32]))),
        "recipient",
        "a request cannot name a device that has not shown its key"
    );
    let offer = new.restore_offer().expect("the device shows its key");
    assert_eq!(
        detail(new.restore_release()),
        "no_restore",
        "nobody has asked yet"
    );
    let request = ask(&mut s, lost, hash(&offer.device)).expect("the desk asks");
    s.settle();
    let id = Request::id(&request);
    for c in &s.founded.custodians {
        let case = c.cases().get(&id).expect("every custodian sees it");
        let wrong: Vec<_> = case.checks.iter().filter(|c| !c.ok).collect();
        assert!(
            wrong.is_empty(),
            "a sound restore request passes every check: {wrong:?}"
        );
    }
    s.decide(&request, &[0, 1], DecisionKind::Approve);
    s.rounds();
    assert_eq!(
        detail(new.restore_release()),
        "no_shares",
        "two of the three needed bring nothing back"
    );
    s.decide(&request, &[4], DecisionKind::Approve);
    s.rounds();
    let mut line = s.client();
    let now = s.clock.now();
    assert_eq!(
        detail(s.desk.open_release(&mut line, &request, now).map(drop)),
        "recipient",
        "the desk that asked in the register's name holds no key for its shares"
    );
    let mut other = invited(&mut s, "other");
    other.restore_offer().expect("another device shows its key");
    assert_eq!(
        detail(other.restore_release()),
        "no_restore",
        "another invited device cannot even read the request"
    );
    let restored = new.restore_release().expect("three of five restore");
    assert_eq!(
        (restored.persons, restored.custodians),
        (3, 3),
        "every card of every destination that was not removed, by those who approved"
    );
    assert_eq!(
        everybody(&mut new),
        before,
        "the cards are as they were: names, numbers, contacts in their order"
    );
    // The register is a new one: its own epoch, dealt anew.
    let report = sync(&mut new);
    assert!(report.pushed >= 3, "everybody is sent under the new seed");
    s.settle();
    let protected = sync(&mut new).protected.expect("dealt");
    assert!(
        protected.releasable,
        "custodians hold shares of the new epoch: {} of {}",
        protected.j, protected.n
    );
    let again = new.restore_release().expect("asked twice");
    assert_eq!(
        (again.persons, names(&mut new).len()),
        (3, 3),
        "a restore that is repeated brings nobody twice"
    );
    s.clock.advance(LASTS + 1);
    assert_eq!(
        detail(new.restore_release()),
        "grant_over",
        "after its end the grant opens nothing"
    );
}

#[test]
fn p31_a_restore_reaches_one_epoch_and_an_objection_stops_it() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    s.desk_card();
    s.settle();
    let lost = epoch(&s);
    // A second register of the same barangay, alive, with people of its own.
    let mut neighbour = invited(&mut s, "neighbour");
    add(&mut neighbour, "Evangelista", "Mila", "SA");
    sync(&mut neighbour);
    s.settle();
    let mut new = invited(&mut s, "new");
    let offer = new.restore_offer().expect("shown");
    let request = ask(&mut s, lost, hash(&offer.device)).expect("asked");
    s.settle();
    s.decide(&request, &[0, 2, 4], DecisionKind::Approve);
    s.rounds();
    new.restore_release().expect("restored");
    assert_eq!(
        names(&mut new).len(),
        1,
        "the neighbour's register in the same barangay is another epoch and stays closed"
    );
    let request = ask(&mut s, lost, hash(&offer.device)).expect("asked again");
    s.settle();
    s.decide(&request, &[0, 1, 2], DecisionKind::Approve);
    s.decide(&request, &[3, 4], DecisionKind::Object);
    s.rounds();
    assert_eq!(
        detail(new.restore_release()),
        "no_shares",
        "two objections stop a restore as they stop any request"
    );
}
