//! How far a card and a case file go by what was agreed.
use super::{Reach, refusal_alone};
use ugnay_model::{
    CaseFile, Consent, DeviceHash, Dot, Facet, Field, Person, PersonId, Purpose, Record, Value,
};
use ugnay_seal::Facet as Sealed;

fn id() -> PersonId {
    PersonId::from_bytes([1; 16])
}

fn dot(lamport: u64, device: u8) -> Dot {
    Dot {
        lamport,
        device: DeviceHash([device; 32]),
    }
}

fn card() -> Record {
    let person = Person::new(id(), "Abad", "Lorna");
    let mut card = Record::new(id(), Facet::Card);
    card.apply(person.values(), dot(1, 1));
    card
}

fn said(given: bool) -> Value {
    Consent {
        given,
        at: 1,
        by: String::new(),
        how: "spoken".into(),
        officer: String::new(),
    }
    .value()
}

fn case(answers: &[(Purpose, bool)]) -> Record {
    let mut file = CaseFile::new(id());
    file.remarks = Some("a remark".into());
    let mut case = Record::new(id(), Facet::Case);
    case.apply(file.values(), dot(2, 1));
    for (purpose, given) in answers {
        case.apply([(purpose.field().key(), said(*given))], dot(9, 1));
    }
    case
}

#[test]
fn what_was_agreed_decides_how_far_a_card_goes() {
    use Purpose::{Buffer, Desk, Emergency, Hold, Statistics};
    for (answers, goes) in [
        (&[][..], Some(Sealed::Card)),
        (&[(Emergency, true), (Buffer, true)], Some(Sealed::Card)),
        (&[(Desk, false), (Statistics, false)], Some(Sealed::Card)),
        (&[(Emergency, false)], Some(Sealed::Withheld)),
        (&[(Buffer, false)], None),
        (&[(Hold, false), (Emergency, true)], None),
    ] {
        let reach = Reach::of(&card(), Some(&case(answers)));
        assert_eq!(reach.card, goes, "{answers:?}");
        assert_eq!(
            reach.leaves,
            goes.is_some(),
            "{answers:?}: the case goes exactly where the card goes at all"
        );
        assert_eq!(
            reach.refused,
            goes != Some(Sealed::Card),
            "{answers:?}: only a no takes a card away from custodians for good"
        );
    }
}

#[test]
fn who_was_removed_is_withheld_and_only_who_was_erased_refused() {
    let mut removed = card();
    removed.apply([(Field::Removed.key(), Value::Bool(true))], dot(3, 1));
    let reach = Reach::of(&removed, None);
    assert_eq!(
        reach.card,
        Some(Sealed::Withheld),
        "nobody opens a card that was taken out of the register"
    );
    assert!(!reach.refused, "which can be taken back and hurries nobody");
    let keys: Vec<_> = card().values().into_keys().collect();
    removed.apply(keys.into_iter().map(|k| (k, Value::Gone)), dot(4, 1));
    assert!(
        Reach::of(&removed, None).refused,
        "an erased one must not be opened from an older copy"
    );
}

#[test]
fn of_a_yes_and_a_no_written_at_once_the_no_counts() {
    let key = Purpose::Emergency.field().key();
    let (mut a, mut b) = (case(&[]), case(&[]));
    a.apply([(key, said(false))], dot(5, 1));
    b.apply([(key, said(true))], dot(7, 2));
    a.merge(&b);
    let reach = Reach::of(&card(), Some(&a));
    assert_eq!(
        reach.card,
        Some(Sealed::Withheld),
        "the later yes did not know of the no"
    );
    assert_eq!(
        reach.decided, 7,
        "and the place is as new as the latest word"
    );
}

#[test]
fn where_nothing_may_stay_only_the_refusal_stays() {
    let alone = refusal_alone(&case(&[(Purpose::Buffer, false), (Purpose::Desk, true)]));
    let keys: Vec<_> = alone.slots().keys().copied().collect();
    assert_eq!(
        keys,
        [Purpose::Buffer.field().key()],
        "no remark, and no answer that decides nothing"
    );
}

#[test]
fn an_entry_merged_into_another_is_withheld_until_they_are_two_again() {
    let mut case = case(&[]);
    let key = Field::MergedInto.of([9; 16]);
    case.apply([(key, Value::Bool(true))], dot(20, 1));
    let reach = Reach::of(&card(), Some(&case));
    assert_eq!(
        (reach.card, reach.refused, reach.decided),
        (Some(Sealed::Withheld), false, 20),
        "the kept entry stands for the person"
    );
    case.apply([(key, Value::Gone)], dot(21, 1));
    let reach = Reach::of(&card(), Some(&case));
    assert_eq!(
        (reach.card, reach.decided),
        (Some(Sealed::Card), 21),
        "taken apart, it stands for itself, and later than the mark"
    );
}
