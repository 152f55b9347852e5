//! What stays of two entries, that a note survives the wire, and that following is a merge like any other.

use super::{MergeNote, MergeStep, Side, Values, absorb, follows, keeper, part, plan, suggested};
use crate::{
    CaseFile, Confirmation, Consent, Contact, ContactId, DeviceHash, Dot, Facet, Field, Key,
    Person, PersonId, Phone, Purpose, Record, Value,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn id(n: u8) -> PersonId {
    PersonId::from_bytes([n; 16])
}

fn phone(digits: &str) -> Phone {
    Phone {
        typed: digits.to_owned(),
        e164: Some(digits.to_owned()),
    }
}

fn contact(n: u8, name: &str, number: &str) -> Contact {
    let mut c = Contact::new(ContactId::from_bytes([n; 16]), name);
    if !number.is_empty() {
        c.phones = vec![phone(number)];
    }
    c
}

fn values(person: &Person, file: &CaseFile) -> Values {
    let mut out = person.values();
    out.extend(file.values());
    out
}

fn planned(a: &Person, b: &Person, choices: &[(Field, Side)]) -> (Person, Vec<[u8; 16]>) {
    let (ca, cb) = (CaseFile::new(a.id), CaseFile::new(b.id));
    let choices: BTreeMap<_, _> = choices.iter().copied().collect();
    let plan = plan(&values(a, &ca), &values(b, &cb), &choices, |_| Side::Kept);
    let mut shown = plan.target;
    shown.retain(|_, v| *v != Value::Gone);
    (
        Person::read(a.id, &shown).expect("not removed"),
        plan.same.into_keys().collect(),
    )
}

#[test]
fn the_lower_id_is_kept_on_every_device() {
    assert_eq!(
        keeper(id(2), id(1)),
        keeper(id(1), id(2)),
        "whoever names whom first"
    );
    assert_eq!(keeper(id(2), id(1)).0, id(1), "the lower one");
}

#[test]
fn only_value_there_is_stays_and_choices_hold() {
    let mut a = Person::new(id(1), "Dimaano", "Ana");
    let mut b = Person::new(id(2), "Dimaano", "Anna");
    a.purok = Some("1".into());
    b.employer = Some("A house".into());
    b.country = "HK".parse().ok();
    b.sea_based = true;
    let (kept, _) = planned(&a, &b, &[]);
    assert_eq!(kept.given, "Ana", "as suggested");
    assert_eq!(
        kept.purok.as_deref(),
        Some("1"),
        "nothing is lost of the kept one"
    );
    assert_eq!(
        kept.employer.as_deref(),
        Some("A house"),
        "nor of the other"
    );
    assert!(kept.sea_based, "what goes with the country went with it");
    let (kept, _) = planned(
        &a,
        &b,
        &[(Field::Given, Side::Absorbed), (Field::Country, Side::Kept)],
    );
    assert_eq!(kept.given, "Anna", "as chosen");
    assert_eq!(
        (kept.country, kept.sea_based),
        (None, false),
        "chosen together: nothing"
    );
}

#[test]
fn relatives_stand_once_and_in_doubt_twice() {
    let mut a = Person::new(id(1), "Dimaano", "Ana");
    let mut b = Person::new(id(2), "Dimaano", "Ana");
    a.contacts = vec![
        contact(1, "Rosa Dimaano", "+639170000001"),
        contact(2, "Jose", "+639170000002"),
    ];
    b.contacts = vec![
        contact(3, "ROSA DIMAANO", "+639170000001"),
        contact(4, "Jose", "+639170000009"),
        contact(5, "Edna", ""),
    ];
    b.contacts[0].phones.push(phone("+639170000003"));
    b.contacts[0].place = Some("Dita".into());
    let (kept, doubled) = planned(&a, &b, &[]);
    let names: Vec<_> = kept.contacts.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(
        names,
        ["Rosa Dimaano", "Jose", "Jose", "Edna"],
        "one Rosa; two of a name with two numbers are two"
    );
    assert_eq!(kept.contacts[0].phones.len(), 2, "with all her numbers");
    assert_eq!(
        kept.contacts[0].place.as_deref(),
        Some("Dita"),
        "and what only the other entry knew"
    );
    assert_eq!(doubled, vec![[3; 16]], "the double is named");
}

#[test]
fn the_stricter_consent_and_the_later_confirmation_stay_whatever_is_chosen() {
    let consent = |given: bool, at: i64| Consent {
        officer: String::new(),
        given,
        at,
        by: "Ana".into(),
        how: "spoken".into(),
    };
    let (mut fa, mut fb) = (CaseFile::new(id(1)), CaseFile::new(id(2)));
    fa.consents.insert(Purpose::Hold, consent(true, 50));
    fb.consents.insert(Purpose::Hold, consent(false, 10));
    fa.consents.insert(Purpose::Desk, consent(true, 10));
    fb.consents.insert(Purpose::Desk, consent(true, 20));
    fb.consents.insert(Purpose::Buffer, consent(true, 5));
    let (mut a, mut b) = (Person::new(id(1), "D", "A"), Person::new(id(2), "D", "A"));
    let confirmed = |at: i64| {
        Some(Confirmation {
            at,
            by: "Officer".into(),
            from: "self".into(),
        })
    };
    (a.confirmed, b.confirmed) = (confirmed(1), confirmed(2));
    let choices = [
        (Field::ConsentHold, Side::Kept),
        (Field::Confirmed, Side::Kept),
    ];
    let plan = plan(&values(&a, &fa), &values(&b, &fb), &choices.into(), |_| {
        Side::Kept
    });
    let file = CaseFile::read(id(1), &plan.target);
    assert!(
        !file.consents[&Purpose::Hold].given,
        "a refusal stands over a consent"
    );
    assert_eq!(
        file.consents[&Purpose::Desk].at,
        20,
        "of two alike the later"
    );
    assert!(
        file.consents[&Purpose::Buffer].given,
        "what only one was asked holds"
    );
    let person = Person::read(id(1), &plan.target).expect("reads");
    assert_eq!(person.confirmed.map(|c| c.at), Some(2), "confirmed last");
}

#[test]
fn lists_hold_both_and_names_the_longer() {
    let mut a = Person::new(id(1), "Dimaano", "Ana");
    let mut b = a.clone();
    (a.middle, b.middle) = (Some("K.".into()), Some("Katigbak".into()));
    a.phones = vec![phone("+639170000001")];
    b.phones = vec![phone("+639170000002"), phone("+639170000001")];
    let guess = |a: &Person, b: &Person, field: Field| suggested(field, &a.values(), &b.values());
    let confirmed = |p: &Person, at: i64| Person {
        confirmed: Some(Confirmation {
            at,
            by: "Officer".into(),
            from: String::new(),
        }),
        ..p.clone()
    };
    let sure = confirmed(&a, 9);
    assert_eq!(
        guess(&sure, &b, Field::Middle),
        Side::Absorbed,
        "the name in full, whoever was confirmed"
    );
    let (mut here, mut there) = (a.clone(), b.clone());
    (here.place, there.place) = (Some("Tripoli in the north".into()), Some("Beirut".into()));
    for (one, other, side, why) in [
        (
            confirmed(&here, 1),
            confirmed(&there, 2),
            Side::Absorbed,
            "confirmed later",
        ),
        (here.clone(), confirmed(&there, 2), Side::Absorbed, "ever"),
        (here.clone(), there.clone(), Side::Kept, "the longer"),
        (there.clone(), here.clone(), Side::Absorbed, "either way"),
    ] {
        assert_eq!(guess(&one, &other, Field::Place), side, "{why}");
    }
    (here.country, there.country) = ("SA".parse().ok(), "QA".parse().ok());
    assert_eq!(
        guess(&here, &there, Field::Country),
        Side::Kept,
        "where nothing tells them apart, the kept entry's"
    );
    assert_eq!(guess(&a, &b, Field::Phones), Side::Both, "numbers of both");
    let (kept, _) = planned(&a, &b, &[(Field::Phones, Side::Both)]);
    assert_eq!(kept.phones.len(), 2, "each once");
}

#[test]
fn a_note_survives_a_record() {
    let note = MergeNote {
        at: 7,
        by: "Officer".into(),
        doubled: vec![[1; 16]],
        steps: vec![
            MergeStep {
                key: Field::Phones.key(),
                before: None,
                wrote: Some(Value::Phones(vec![phone("+639170000001")])),
            },
            MergeStep {
                key: Field::ConsentHold.key(),
                before: Some(
                    Consent {
                        officer: String::new(),
                        given: true,
                        at: 1,
                        by: String::new(),
                        how: "sheet".into(),
                    }
                    .value(),
                ),
                wrote: None,
            },
        ],
    };
    let mut file = CaseFile::new(id(1));
    file.merged.insert(id(2), note);
    file.merged_into = vec![id(0)];
    let mut record = Record::new(id(1), Facet::Case);
    record.apply(
        file.values(),
        Dot {
            lamport: 1,
            device: DeviceHash([1; 32]),
        },
    );
    let back = Record::from_cbor(&record.to_cbor()).expect("a record");
    assert!(
        CaseFile::read(id(1), &back.values()) == file,
        "byte for byte, nested values too"
    );
}

/// Writes to two entries on two devices.
fn writes() -> impl Strategy<Value = Vec<(bool, u8, u8, u8)>> {
    prop::collection::vec((any::<bool>(), 0u8..2, 0u8..4, 0u8..3), 0..20)
}

fn played(writes: &[(bool, u8, u8, u8)]) -> (Record, Record) {
    let fields = [
        Field::Phones.key(),
        Field::Surname.key(),
        Field::ContactName.of([9; 16]),
        Field::Removed.key(),
    ];
    let mut both = (
        Record::new(id(1), Facet::Card),
        Record::new(id(2), Facet::Card),
    );
    for (n, (first, device, field, value)) in (1_u64..).zip(writes) {
        let record = if *first { &mut both.0 } else { &mut both.1 };
        let dot = Dot {
            lamport: n,
            device: DeviceHash([*device; 32]),
        };
        record.apply(
            [(fields[usize::from(*field)], Value::Int(i64::from(*value)))],
            dot,
        );
    }
    both
}

proptest! {
    #[test]
    fn p19_following_twice_is_following_once_and_the_order_is_one(w in writes(), more in writes()) {
        let (kept, absorbed) = played(&w);
        let mut once = kept.clone();
        absorb(&mut once, &absorbed);
        let mut twice = once.clone();
        prop_assert!(!absorb(&mut twice, &absorbed), "the second time nothing changes");
        prop_assert_eq!(
            once.slots().get(&Field::Removed.key()), kept.slots().get(&Field::Removed.key()),
            "that one entry was removed says nothing of the other"
        );
        // Another device changed the kept one meanwhile: whether it merges before or after following, the end is one.
        let (mut other, _) = played(&more);
        other.merge(&kept);
        let mut merged_first = kept.clone();
        merged_first.merge(&other);
        absorb(&mut merged_first, &absorbed);
        let mut followed_first = once;
        followed_first.merge(&other);
        absorb(&mut followed_first, &absorbed);
        prop_assert_eq!(merged_first, followed_first, "two devices end alike");
    }

    #[test]
    fn taking_apart_what_a_plan_wrote_gives_the_kept_entry_back(
        names in prop::collection::vec("[a-c]{0,2}", 4), numbers in prop::collection::vec(0u8..4, 4), both in any::<bool>(),
    ) {
        let person = |n: u8, given: &str, middle: &str, a: u8, b: u8| {
            let mut p = Person::new(id(n), "Dimaano", given);
            p.middle = Some(middle.to_owned()).filter(|m| !m.is_empty());
            p.phones = vec![phone(&format!("+63917000000{a}"))];
            p.contacts = vec![contact(n * 10, "Rosa", &format!("+63917000001{b}"))];
            p
        };
        let a = person(1, &names[0], &names[1], numbers[0], numbers[1]);
        let b = person(2, &names[2], &names[3], numbers[2], numbers[3]);
        let (va, vb) = (a.values(), b.values());
        let side = if both { Side::Both } else { Side::Absorbed };
        let plan = plan(&va, &vb, &BTreeMap::new(), |_| side);
        let mut after = va.clone();
        after.extend(vb.iter().filter(|(k, _)| follows(**k)).map(|(k, v)| (*k, v.clone())));
        after.extend(plan.target.clone());
        after.retain(|_, v| *v != Value::Gone);
        let theirs = |k: &Key| k.item == Some([20; 16]);
        let keys: std::collections::BTreeSet<Key> = va.keys().chain(after.keys()).copied().filter(|k| !theirs(k)).collect();
        let steps = keys.into_iter().filter(|k| va.get(k) != after.get(k));
        let note = MergeNote {
            at: 1, by: String::new(), doubled: plan.same.into_keys().collect(),
            steps: steps.map(|key| MergeStep { key, before: va.get(&key).cloned(), wrote: after.get(&key).cloned() }).collect(),
        };
        let parted = part(&after, &vb, &note);
        prop_assert!(parted.left.is_empty(), "nothing was changed since");
        after.extend(parted.changes);
        after.retain(|_, v| *v != Value::Gone);
        prop_assert!(after == va, "as it was before");
    }
}

#[test]
fn what_was_changed_since_stays_and_is_named() {
    let mut a = Person::new(id(1), "Dimaano", "Ana");
    let b = Person::new(id(2), "Dimaano", "Anna");
    let before = a.values();
    let note = MergeNote {
        at: 1,
        by: String::new(),
        doubled: Vec::new(),
        steps: vec![MergeStep {
            key: Field::Given.key(),
            before: before.get(&Field::Given.key()).cloned(),
            wrote: Some(Value::Text("Anna".into())),
        }],
    };
    a.given = "Annabel".into();
    let parted = part(&a.values(), &b.values(), &note);
    assert_eq!(parted.left, vec![Field::Given.key()], "named");
    assert!(parted.changes.is_empty(), "and left alone");
}
