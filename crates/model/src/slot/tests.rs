//! P19: the merge is commutative, associative and idempotent; concurrent safety values are kept.

use crate::{DeviceHash, Dot, Facet, Field, Lamport, MAX_JUMP, PersonId, Record, Value};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Write { device: u8, field: bool, value: u8 },
    Sync { from: u8, to: u8 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0u8..3, any::<bool>(), 0u8..4).prop_map(|(device, field, value)| Step::Write {
            device,
            field,
            value
        }),
        (0u8..3, 0u8..3).prop_map(|(from, to)| Step::Sync { from, to }),
    ]
}

/// Plays a history on three devices and returns their copies.
fn play(steps: &[Step]) -> Vec<Record> {
    let id = PersonId::from_random([1; 16]);
    let mut copies = vec![Record::new(id, Facet::Card); 3];
    for s in steps {
        match s {
            Step::Write {
                device,
                field,
                value,
            } => {
                let d = usize::from(*device);
                let lamport = copies[d].latest() + 1;
                let field = if *field {
                    Field::Phones
                } else {
                    Field::Surname
                };
                let dot = Dot {
                    lamport,
                    device: DeviceHash([*device; 32]),
                };
                copies[d].apply([(field.key(), Value::Int(i64::from(*value)))], dot);
            }
            Step::Sync { from, to } => {
                let other = copies[usize::from(*from)].clone();
                copies[usize::from(*to)].merge(&other);
            }
        }
    }
    copies
}

fn merged(a: &Record, b: &Record) -> Record {
    let mut out = a.clone();
    out.merge(b);
    out
}

proptest! {
    #[test]
    fn p19_merge_is_a_semilattice(steps in proptest::collection::vec(step(), 0..24)) {
        let c = play(&steps);
        prop_assert_eq!(merged(&c[0], &c[1]), merged(&c[1], &c[0]), "order of the two copies must not matter");
        prop_assert_eq!(
            merged(&merged(&c[0], &c[1]), &c[2]),
            merged(&c[0], &merged(&c[1], &c[2])),
            "grouping must not matter"
        );
        prop_assert_eq!(merged(&c[0], &c[0]), c[0].clone(), "merging a copy with itself changes nothing");
        let once = merged(&c[0], &c[1]);
        prop_assert_eq!(merged(&once, &c[1]), once.clone(), "merging twice is merging once");
        let back = Record::from_cbor(&once.to_cbor()).expect("a merged record can be written");
        prop_assert_eq!(back, once, "the wire keeps the whole merge state");
    }
}

#[test]
fn p19_concurrent_phones_are_kept_and_a_later_write_settles_them() {
    let write = |device: u8, value: i64| Step::Write {
        device,
        field: true,
        value: value as u8,
    };
    let c = play(&[
        write(0, 1),
        Step::Sync { from: 0, to: 1 },
        write(0, 2),
        write(1, 3),
    ]);
    let mut both = merged(&c[0], &c[1]);
    let slot = &both.slots()[&Field::Phones.key()];
    assert_eq!(
        slot.versions().len(),
        2,
        "two officers changed the phone without knowing: both are shown"
    );
    assert_eq!(
        slot.others().count(),
        1,
        "one is shown first, the other beside it"
    );
    let dot = Dot {
        lamport: both.latest() + 1,
        device: DeviceHash([0; 32]),
    };
    both.apply([(Field::Phones.key(), Value::Int(9))], dot);
    let again = merged(&both, &c[1]);
    assert_eq!(
        again.slots()[&Field::Phones.key()].versions().len(),
        1,
        "a write that knew of both settles it for all"
    );
}

#[test]
fn p19_lamport_bomb_is_refused() {
    let mut clock = Lamport::at(10);
    assert!(
        clock.observe(10 + MAX_JUMP).is_ok(),
        "the largest honest jump is accepted"
    );
    let before = clock;
    assert!(
        clock.observe(clock.time() + MAX_JUMP + 1).is_err(),
        "a device from 2099 must not drag all clocks along"
    );
    assert_eq!(clock, before, "a refused stamp leaves the clock alone");
}
