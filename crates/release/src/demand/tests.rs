//! A demand: who may sign it, how it changes, and that nothing but codes is public.

use super::*;
use crate::Policy;
use crate::simulator::Parties;
use proptest::prelude::*;

fn first() -> DemandNotice {
    DemandNotice {
        demand: [7; 16],
        revision: 1,
        previous: Hash32([0; 32]),
        x: 2,
        authority: Authority::Immigration,
        jurisdiction: u16::from_be_bytes(*b"PH"),
        received: 1000,
        asked: vec![Asked::Lists, Asked::Silence],
        outcome: DemandOutcome::Received,
        note: "letter kept in the safe".into(),
        time: 2000,
    }
}

fn sign(p: &Parties, notice: DemandNotice) -> Signed<DemandNotice> {
    Signed::new(notice, p.federation.fed(), &[&p.custodians[1]]).unwrap()
}

#[test]
fn only_the_custodian_it_names_reports_a_demand() {
    let p = Parties::new(21, Policy::standard(5, 3, 5), 0).unwrap();
    let (fed, roster) = (p.federation.fed(), p.federation.roster());
    let own = sign(&p, first());
    assert_eq!(
        DemandNotice::verify(&own, fed, roster),
        Ok(()),
        "its own key"
    );
    let other = Signed::new(first(), fed, &[&p.custodians[2]]).unwrap();
    assert_eq!(
        DemandNotice::verify(&other, fed, roster),
        Err(ReleaseError::Signature),
        "another custodian cannot speak for it"
    );
    let both = Signed::new(first(), fed, &[&p.custodians[1], &p.custodians[2]]).unwrap();
    assert!(
        DemandNotice::verify(&both, fed, roster).is_err(),
        "nobody signs along"
    );
}

#[test]
fn a_revision_changes_the_outcome_and_keeps_the_rest() {
    let p = Parties::new(22, Policy::standard(5, 3, 5), 0).unwrap();
    let before = sign(&p, first());
    let next = DemandNotice {
        revision: 2,
        previous: before.hash(),
        outcome: DemandOutcome::Refused,
        note: String::new(),
        time: 3000,
        ..first()
    };
    let follows = |n: DemandNotice| DemandNotice::follows(&before, &sign(&p, n));
    assert_eq!(follows(next.clone()), Ok(()), "refused later");
    let wrong = [
        DemandNotice {
            revision: 3,
            ..next.clone()
        },
        DemandNotice {
            previous: Hash32([1; 32]),
            ..next.clone()
        },
        DemandNotice {
            demand: [8; 16],
            ..next.clone()
        },
        DemandNotice {
            x: 3,
            ..next.clone()
        },
        DemandNotice {
            authority: Authority::Court,
            ..next.clone()
        },
        DemandNotice {
            jurisdiction: u16::from_be_bytes(*b"US"),
            ..next.clone()
        },
        DemandNotice {
            received: 999,
            ..next.clone()
        },
        DemandNotice {
            asked: vec![Asked::Lists],
            ..next.clone()
        },
        DemandNotice {
            time: 1999,
            ..next.clone()
        },
    ];
    for n in wrong {
        assert!(follows(n.clone()).is_err(), "not a revision of it: {n:?}");
    }
}

#[test]
fn rules_of_one_notice() {
    let zero = Hash32([0; 32]);
    let wrong = [
        DemandNotice {
            revision: 0,
            ..first()
        },
        DemandNotice {
            revision: 2,
            ..first()
        },
        DemandNotice {
            previous: Hash32([1; 32]),
            ..first()
        },
        DemandNotice { x: 0, ..first() },
        DemandNotice {
            jurisdiction: 608,
            ..first()
        },
        DemandNotice {
            received: -1,
            ..first()
        },
        DemandNotice {
            received: 2001,
            ..first()
        },
        DemandNotice {
            asked: vec![],
            ..first()
        },
        DemandNotice {
            asked: vec![Asked::Silence, Asked::Lists],
            ..first()
        },
        DemandNotice {
            asked: vec![Asked::Lists, Asked::Lists],
            ..first()
        },
        DemandNotice {
            note: "two\nlines".into(),
            ..first()
        },
        DemandNotice {
            note: "n".repeat(2001),
            ..first()
        },
    ];
    for n in wrong {
        assert!(n.encode().is_err(), "breaks a rule: {n:?}");
    }
    let edge = DemandNotice {
        received: 2000,
        jurisdiction: 0,
        note: "n".repeat(2000),
        asked: Asked::ALL.to_vec(),
        ..first()
    };
    assert_eq!(edge.previous, zero, "a first revision");
    assert!(edge.encode().is_ok(), "every bound may be reached");
}

#[test]
fn a_gag_hides_who_demands_and_what() {
    let open = first().public();
    assert_eq!(
        (open.authority, open.asked, open.outcome),
        (4, 0b1_0000_1000, 1),
        "codes as numbered"
    );
    let gagged = DemandNotice {
        outcome: DemandOutcome::Gagged,
        ..first()
    }
    .public();
    assert_eq!(
        (gagged.authority, gagged.asked, gagged.outcome),
        (0, 0, 4),
        "under a gag only that there is one"
    );
    let all = DemandNotice {
        asked: Asked::ALL.to_vec(),
        ..first()
    };
    assert_eq!(all.public().asked, 0xfff, "every demand has its bit");
}

#[test]
fn debug_shows_no_note() {
    let shown = format!("{:?}", first());
    assert!(
        !shown.contains("safe"),
        "a note may be under a gag: {shown}"
    );
    assert!(!shown.contains("20552"), "and so may the country: {shown}");
}

proptest! {
    #[test]
    fn public_fields_hold_no_date_note_or_country(
        note in "[a-z ]{12,60}", received in 1_000_000_000i64..2_000_000_000, later in 0i64..1_000_000,
        authority in 0usize..10, outcome in 0usize..5, jurisdiction in 0u16..26,
    ) {
        let with = |note: &str, received, jurisdiction| DemandNotice {
            note: note.to_owned(),
            received,
            time: received + later,
            authority: Authority::ALL[authority],
            outcome: DemandOutcome::ALL[outcome],
            jurisdiction: if jurisdiction == 0 { 0 } else { 0x4141 + jurisdiction },
            ..first()
        };
        let one = with(&note, received, jurisdiction).public().to_bytes();
        let two = with("", 5, 0).public().to_bytes();
        prop_assert_eq!(one, two, "the public bytes do not depend on what is not public");
    }
}

#[test]
fn a_demand_shows_what_is_public_and_no_more() {
    let notice = DemandNotice {
        demand: [3; 16],
        revision: 1,
        previous: Hash32([0; 32]),
        x: 5,
        authority: Authority::Immigration,
        jurisdiction: u16::from_be_bytes(*b"PH"),
        received: 1_700_000_000,
        asked: vec![Asked::Lists],
        outcome: DemandOutcome::Gagged,
        note: "a note under a gag".into(),
        time: 1_700_000_001,
    };
    let shown = format!("{notice:?}");
    assert!(
        shown.starts_with("DemandNotice { public: "),
        "it shows its public fields: {shown}"
    );
    assert!(
        !shown.contains("gag\"") && !shown.contains("note") && !shown.contains("1700000000"),
        "and neither note nor date: {shown}"
    );
}
