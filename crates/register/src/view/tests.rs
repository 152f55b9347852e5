//! The flat row says what the records show.

use super::{purpose_bits, purposes_of, view};
use crate::table::record::Pair;
use crate::testing::invented;
use ugnay_model::{DeviceHash, Dot, Facet, Field, Purpose, Record, Value};

fn pair(n: u32) -> Pair {
    let person = invented(n);
    let mut card = Record::new(person.id, Facet::Card);
    let dot = Dot {
        lamport: 1,
        device: DeviceHash([1; 32]),
    };
    card.apply(person.values(), dot);
    Pair {
        card: Some(card),
        case: None,
    }
}

#[test]
fn a_row_holds_what_the_card_shows() {
    let person = invented(2);
    let v = view(person.id, &pair(2));
    assert_eq!(v.row.surname, person.surname, "the surname");
    assert_eq!(v.row.barangay, person.barangay, "the barangay");
    assert_eq!(v.row.contacts, 1, "one contact");
    assert_eq!(
        v.row.first_contact.and_then(|c| c.phone).as_deref(),
        person.contacts[0].phones[0].e164.as_deref(),
        "whom to dial first"
    );
    assert_eq!(
        v.sort_key, "de la torre\u{1}given2\u{1}katigbak",
        "folded for sorting"
    );
    assert!(
        v.words.contains("delatorre"),
        "a surname in parts is also found in one"
    );
}

#[test]
fn a_removed_person_keeps_values_and_an_erased_one_is_marked() {
    let mut removed = pair(2);
    let dot = Dot {
        lamport: 2,
        device: DeviceHash([1; 32]),
    };
    let id = invented(2).id;
    let mark = (Field::Removed.key(), Value::Bool(true));
    if let Some(card) = removed.card.as_mut() {
        card.apply([mark.clone()], dot);
    }
    let row = view(id, &removed).row;
    assert!(row.removed && !row.erased, "removed, not erased");
    assert_eq!(
        row.surname,
        invented(2).surname,
        "the list of removed ones shows the name"
    );
    let mut blank = Record::new(id, Facet::Card);
    blank.apply([mark], dot);
    let erased = Pair {
        card: Some(blank),
        case: None,
    };
    assert!(
        view(id, &erased).row.erased,
        "a mark without values is an erasure"
    );
}

#[test]
fn purposes_survive_as_bits() {
    for n in 0..32_u8 {
        assert_eq!(purpose_bits(&purposes_of(n)), n, "five purposes, five bits");
    }
    assert_eq!(
        purposes_of(1),
        vec![Purpose::Hold],
        "the first bit is the first purpose"
    );
}
