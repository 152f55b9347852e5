//! The chain of statements: who signs, what may follow, and what silence means.

use super::*;
use crate::Policy;
use crate::simulator::Parties;
use proptest::prelude::*;

const DAY: i64 = 86_400;

fn first() -> Statement {
    Statement {
        x: 2,
        number: 1,
        previous: Hash32([0; 32]),
        date: 100 * DAY,
        next_by: 190 * DAY,
        none: false,
        counts: DemandCounts::default(),
        texts: vec![("en".into(), "We keep our part.".into())],
    }
}

fn sign(p: &Parties, s: Statement) -> Signed<Statement> {
    Signed::new(s, p.federation.fed(), &[&p.custodians[1]]).unwrap()
}

fn counts(outcomes: &[DemandOutcome]) -> DemandCounts {
    let mut c = DemandCounts::default();
    outcomes.iter().for_each(|o| c.add(*o));
    c
}

#[test]
fn only_its_organisation_makes_a_statement() {
    let p = Parties::new(23, Policy::standard(5, 3, 5), 0).unwrap();
    let (fed, roster) = (p.federation.fed(), p.federation.roster());
    assert_eq!(
        Statement::verify(&sign(&p, first()), fed, roster),
        Ok(()),
        "its own key"
    );
    let other = Signed::new(first(), fed, &[&p.custodians[0]]).unwrap();
    assert_eq!(
        Statement::verify(&other, fed, roster),
        Err(ReleaseError::Signature),
        "nobody else's"
    );
}

#[test]
fn statements_form_a_chain() {
    let p = Parties::new(24, Policy::standard(5, 3, 5), 0).unwrap();
    let one = sign(
        &p,
        Statement {
            counts: counts(&[DemandOutcome::Received]),
            ..first()
        },
    );
    assert_eq!(
        Statement::follows(None, &one),
        Ok(()),
        "number 1 is the first"
    );
    let next = Statement {
        number: 2,
        previous: one.hash(),
        date: 180 * DAY,
        next_by: 270 * DAY,
        counts: counts(&[DemandOutcome::Refused]),
        ..first()
    };
    let follows = |s: Statement| Statement::follows(Some(&one), &sign(&p, s));
    assert_eq!(
        follows(next.clone()),
        Ok(()),
        "received, now refused: still one"
    );
    assert!(
        Statement::follows(None, &sign(&p, next.clone())).is_err(),
        "number 2 is not the first"
    );
    let wrong = [
        Statement {
            number: 3,
            ..next.clone()
        },
        Statement {
            previous: Hash32([9; 32]),
            ..next.clone()
        },
        Statement {
            x: 3,
            ..next.clone()
        },
        Statement {
            date: 99 * DAY,
            next_by: 120 * DAY,
            ..next.clone()
        },
        Statement {
            counts: DemandCounts::default(),
            ..next.clone()
        },
        Statement {
            none: true,
            counts: DemandCounts::default(),
            ..next
        },
    ];
    for s in wrong {
        assert!(follows(s.clone()).is_err(), "may not follow: {s:?}");
    }
}

#[test]
fn none_is_said_or_not_said() {
    let said = Statement {
        none: true,
        ..first()
    };
    assert!(said.encode().is_ok(), "a signer may say none");
    let lie = Statement {
        none: true,
        counts: counts(&[DemandOutcome::Gagged]),
        ..first()
    };
    assert!(lie.encode().is_err(), "not with a demand on the list");
    assert_ne!(
        said.public(),
        first().public(),
        "no demands counted and none received are two things, in public too"
    );
}

#[test]
fn rules_of_one_statement() {
    let text = |tag: &str, t: &str| (tag.to_owned(), t.to_owned());
    let wrong = [
        Statement { x: 0, ..first() },
        Statement {
            number: 0,
            ..first()
        },
        Statement {
            number: 2,
            ..first()
        },
        Statement {
            previous: Hash32([1; 32]),
            ..first()
        },
        Statement {
            date: -1,
            next_by: 5,
            ..first()
        },
        Statement {
            next_by: 100 * DAY,
            ..first()
        },
        Statement {
            next_by: 100 * DAY + LONGEST_CADENCE + 1,
            ..first()
        },
        Statement {
            date: i64::MAX,
            next_by: i64::MIN,
            ..first()
        },
        Statement {
            texts: vec![],
            ..first()
        },
        Statement {
            texts: vec![text("en", " ")],
            ..first()
        },
        Statement {
            texts: vec![text("e", "x")],
            ..first()
        },
        Statement {
            texts: vec![text("en_PH", "x")],
            ..first()
        },
        Statement {
            texts: vec![text("fil", "x"), text("en", "x")],
            ..first()
        },
        Statement {
            texts: vec![text("en", "x"), text("en", "y")],
            ..first()
        },
        Statement {
            texts: vec![text("en", &"x".repeat(MAX_STATEMENT_TEXT + 1))],
            ..first()
        },
    ];
    for s in wrong {
        assert!(s.encode().is_err(), "breaks a rule: {s:?}");
    }
    let edge = Statement {
        next_by: 100 * DAY + LONGEST_CADENCE,
        texts: vec![
            text("en", &"x".repeat(MAX_STATEMENT_TEXT)),
            text("fil-PH", "x"),
        ],
        ..first()
    };
    assert!(edge.encode().is_ok(), "every bound may be reached");
}

#[test]
fn who_misses_the_date_is_overdue() {
    let s = first();
    assert_eq!(standing(None, 5), Standing::Never, "never said anything");
    let next_by = s.next_by;
    assert_eq!(
        standing(Some(&s), next_by),
        Standing::Current { next_by },
        "on the day itself"
    );
    assert_eq!(
        standing(Some(&s), next_by + 1),
        Standing::Overdue { since: next_by },
        "a second later"
    );
}

proptest! {
    #[test]
    fn counts_add_up(outcomes in proptest::collection::vec(0usize..5, 0..40)) {
        let outcomes: Vec<_> = outcomes.iter().map(|o| DemandOutcome::ALL[*o]).collect();
        let c = counts(&outcomes);
        prop_assert_eq!(c.total(), outcomes.len() as u64, "each demand once");
        for o in DemandOutcome::ALL {
            let expected = outcomes.iter().filter(|x| *x == o).count();
            prop_assert_eq!(c.of(*o) as usize, expected, "under its outcome");
        }
        let s = Statement { counts: c, ..first() };
        let again = Statement::decode(&s.encode().unwrap()).unwrap();
        prop_assert_eq!(again, s, "reads back");
    }
}
