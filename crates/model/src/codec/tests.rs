//! Round trips, unknown values kept, and no panic on any bytes.

use crate::{
    Contact, ContactId, Country, DeviceHash, Dot, Facet, Field, Key, PartialDate, Person, PersonId,
    Phone, Psgc,
};
use crate::{Record, Sex, Value};
use proptest::prelude::*;

fn sample() -> Record {
    let id = PersonId::from_random([7; 16]);
    let mut p = Person::new(id, "Dela Peña", "Ma. Luisa");
    p.birth = "1990-05".parse::<PartialDate>().ok();
    p.sex = Some(Sex::F);
    p.barangay = Some(Psgc(401_009_007));
    p.country = "SA".parse::<Country>().ok();
    p.phones = vec![Phone {
        typed: "0917 000 0000".into(),
        e164: Some("+639170000000".into()),
    }];
    let mut c = Contact::new(ContactId::from_random([9; 16]), "Invented Mother");
    c.phones = vec![Phone {
        typed: "wala".into(),
        e164: None,
    }];
    p.contacts.push(c);
    let mut r = Record::new(id, Facet::Card);
    r.apply(
        p.values(),
        Dot {
            lamport: 1,
            device: DeviceHash([1; 32]),
        },
    );
    r
}

#[test]
fn a_record_survives_the_round_trip() {
    let r = sample();
    let bytes = r.to_cbor();
    assert_eq!(
        Record::from_cbor(&bytes),
        Ok(r.clone()),
        "what is written must be read back unchanged"
    );
    let p = Person::read(r.person, &r.values()).expect("the card reads as a person");
    assert_eq!(p.contacts.len(), 1, "the contact is still there");
    assert_eq!(p.values(), r.values(), "the typed view covers every value");
}

#[test]
fn values_and_fields_of_a_later_version_are_kept() {
    let mut r = sample();
    // [99, {1: 2}] : a tag no version knows
    let raw = vec![0x82, 0x18, 99, 0xa1, 1, 2];
    let key = Key {
        field: 60_000,
        item: None,
    };
    r.apply(
        [(key, Value::Raw(raw.clone()))],
        Dot {
            lamport: 2,
            device: DeviceHash([2; 32]),
        },
    );
    let back = Record::from_cbor(&r.to_cbor()).expect("still a record");
    assert_eq!(
        back.values().get(&key),
        Some(&Value::Raw(raw)),
        "a later version's value must not be lost"
    );
    let diff = back.diff(
        &Person::read(back.person, &back.values())
            .expect("a person")
            .values(),
    );
    assert!(
        diff.is_empty(),
        "saving through the typed view must not erase a later version's field"
    );
}

#[test]
fn trailing_bytes_are_refused() {
    let mut bytes = sample().to_cbor();
    bytes.push(0);
    assert!(
        Record::from_cbor(&bytes).is_err(),
        "one record, one encoding"
    );
}

#[test]
fn field_numbers_are_distinct() {
    for f in Field::ALL {
        assert_eq!(
            Field::from_code(*f as u16),
            Some(*f),
            "each number names one field"
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Record::from_cbor(&bytes);
    }

    #[test]
    fn changed_bytes_are_read_or_refused(at in 0usize..300, to in any::<u8>()) {
        let mut bytes = sample().to_cbor();
        let i = at % bytes.len();
        bytes[i] = to;
        let _ = Record::from_cbor(&bytes);
    }
}
