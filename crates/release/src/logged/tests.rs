//! Entry and body: what is public, what is committed.

use super::*;
use crate::simulator::Parties;
use crate::{Area, Policy};
use ugnay_log::EntryType;

#[test]
fn a_request_in_the_log_shows_no_place() {
    let mut p = Parties::new(8, Policy::standard(5, 3, 5), 0).unwrap();
    let request = p.request(&[Area(401_009_001), Area(401_009_002)], 682, 1000);
    let signed = p.sign_request(request).unwrap();
    let card = p.federation.cards().next().unwrap().card.body().clone();
    let public = PublicRequest::of(&signed, &card);
    assert_eq!(
        PublicRequest::parse(&public.to_bytes()),
        Ok(public.clone()),
        "reads back"
    );
    assert_eq!(
        (public.areas, public.destination),
        (2, 682),
        "how many and where to"
    );
    let author = p.officers[0].public();
    let made = submission(&signed, public.to_bytes(), &author, 1000, &mut p.rng);
    let bytes = made.entry.encode().unwrap();
    for area in [401_009_001u32, 401_009_002] {
        assert!(
            !bytes.windows(4).any(|w| w == area.to_be_bytes()),
            "no barangay in the entry"
        );
    }
    assert_eq!(
        open::<Request>(&made.entry, &made.body).as_ref(),
        Ok(&signed),
        "the body opens"
    );
    let mut wrong = made.body.clone();
    wrong[40] ^= 1;
    assert!(
        open::<Request>(&made.entry, &wrong).is_err(),
        "another body does not"
    );
    assert!(
        open::<Request>(&made.entry, &made.body[..20]).is_err(),
        "nor a piece"
    );
    let other = Entry {
        kind: EntryType::Campaign,
        ..made.entry.clone()
    };
    assert!(
        open::<Request>(&other, &made.body).is_err(),
        "the entry's type counts"
    );
    let stranger = Entry {
        author: [0; 32],
        ..made.entry.clone()
    };
    assert!(
        open::<Request>(&stranger, &made.body).is_err(),
        "the author signed"
    );
    assert!(
        PublicRequest::parse(&made.entry.public[1..]).is_err(),
        "the length counts"
    );
}

#[test]
fn public_fields_are_those_of_their_objects() {
    use crate::{Asked, Authority, DemandCounts, DemandOutcome};
    use ugnay_seal::Hash32;
    let demand = DemandNotice {
        demand: [8; 16],
        revision: 2,
        previous: Hash32([6; 32]),
        x: 2,
        authority: Authority::Court,
        jurisdiction: u16::from_be_bytes(*b"PH"),
        received: 4,
        asked: vec![Asked::Names],
        outcome: DemandOutcome::Escalated,
        note: "n".into(),
        time: 5,
    };
    assert_eq!(
        public_of_demand(&demand),
        demand.public().to_bytes(),
        "a demand's codes"
    );
    assert_eq!(
        public_of_demand(&demand)[..17],
        [&[2][..], &[8; 16]].concat(),
        "whose"
    );
    let statement = Statement {
        x: 2,
        number: 1,
        previous: Hash32([0; 32]),
        date: 5,
        next_by: 500,
        none: false,
        counts: DemandCounts::default(),
        texts: vec![("en".into(), "t".into())],
    };
    assert_eq!(
        public_of_statement(&statement),
        statement.public(),
        "a statement's dates and counts"
    );
    assert_eq!(public_of_statement(&statement).len(), 42, "and all of them");
}

#[test]
fn a_body_is_the_one_its_entry_commits_to() {
    let mut p = Parties::new(9, Policy::standard(5, 3, 5), 0).unwrap();
    let request = p.request(&[Area(401_009_001)], 682, 1000);
    let signed = p.sign_request(request).unwrap();
    let author = p.officers[0].public();
    let made = submission(&signed, vec![], &author, 1000, &mut p.rng);
    let again = submission(&signed, vec![], &author, 1000, &mut p.rng);
    assert!(made.entry.commits_to(&made.body), "its own");
    assert!(
        !made.entry.commits_to(&again.body),
        "the same object under another key is another body"
    );
    assert!(!made.entry.commits_to(&[]), "nothing is no body");
    assert_eq!(
        open::<Request>(&made.entry, &again.body),
        Err(ReleaseError::Rule(
            "the body is not what the entry commits to"
        )),
        "well-formed and signed, and still not this entry's"
    );
}

#[test]
fn public_fields_of_notices_closings_and_campaigns() {
    use crate::{ClosingKind, Hazard};
    use ugnay_seal::{FedId, Hash32, SealKeyPair};
    let q = RequestId([1; 32]);
    let h = Hash32([2; 32]);
    let notice = ShareReleaseNotice {
        request: q,
        x: 4,
        cids: h,
        approvals: h,
        root: h,
        sealed: Hash32([5; 32]),
        time: 9,
    };
    assert_eq!(
        public_of_notice(&notice),
        [&[1; 32][..], &[4], &[5; 32]].concat(),
        "which request, who, and the hash of what was sealed"
    );
    let closing = Closing {
        kind: ClosingKind::GrantClose,
        request: q,
        document: h,
        text: "not public".into(),
        time: 9,
    };
    assert_eq!(public_of_closing(&closing), [1; 32], "which request");
    let campaign = Campaign {
        crisis: "Earthquake".into(),
        hazard: Hazard::Disaster,
        alert: 3,
        destination: 682,
        places: vec![],
        areas: vec![Area(401_000_000)],
        questions: vec![],
        languages: vec!["en".into()],
        opens: 10,
        closes: 20,
        card: Hash32([6; 32]),
        x_wing: SealKeyPair::from_seed(&[7; 32]).public().to_bytes(),
        nonce: [4; 32],
    };
    let signed = Signed::new(campaign, &FedId([0; 16]), &[]).unwrap();
    assert_eq!(
        public_of_object(&signed),
        sha256(signed.bytes()).0,
        "an object's hash"
    );
    let times = [10_i64.to_be_bytes(), 20_i64.to_be_bytes()].concat();
    assert_eq!(
        public_of_campaign(&signed),
        [&signed.hash().0[..], &682_u16.to_be_bytes(), &times].concat(),
        "its hash, where to, from when until when"
    );
}
