//! Planned, turned, forgotten: each whole or not at all (P36; the power cuts themselves are in `tests/crash`).

use super::States;
use crate::testing::{NOW, invented, officer, register, reopen};
use crate::{Epoch, EpochState, Register};
use ugnay_model::Facet;
use zeroize::Zeroizing;

fn epoch(n: u8, state: EpochState) -> Epoch {
    Epoch {
        id: [n; 16],
        sigma: Zeroizing::new([n; 32]),
        state,
        created_at: NOW + i64::from(n),
    }
}

fn states(reg: &Register) -> Vec<(u8, EpochState)> {
    let all = reg.epochs().expect("reads");
    all.iter().map(|e| (e.id[0], e.state)).collect()
}

#[test]
fn an_epoch_is_planned_turned_to_and_forgotten() {
    let (_dir, path, mut reg) = register();
    let person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    reg.put_epoch(&epoch(1, EpochState::Current))
        .expect("keeps");
    let dirty = reg.dirty_records(9).expect("reads");
    let pushed: Vec<_> = dirty
        .iter()
        .map(|d| (d.record.person, d.record.facet, d.version))
        .collect();
    reg.mark_pushed(&pushed).expect("acknowledged");
    let notice = States {
        put: &[("epoch/notice", b"sealed")],
        drop: &[],
    };
    reg.plan_epoch(&epoch(2, EpochState::Pending), notice)
        .expect("plans");
    assert_eq!(
        states(&reg),
        [(1, EpochState::Current), (2, EpochState::Pending)],
        "a planned epoch is not yet written to"
    );
    assert_eq!(
        reg.dirty_count().expect("counts"),
        0,
        "and nothing is sent again yet"
    );
    let turned = States {
        put: &[("epoch/parent", &[1; 16])],
        drop: &["epoch/notice"],
    };
    reg.turn_epoch(&epoch(2, EpochState::Current), turned)
        .expect("turns");
    drop(reg);
    let mut reg = reopen(&path);
    assert_eq!(
        states(&reg),
        [(1, EpochState::Retired), (2, EpochState::Current)],
        "the one before is held"
    );
    assert!(
        reg.dirty_count().expect("counts") > 0,
        "everything goes out again"
    );
    assert_eq!(
        (
            reg.state("epoch/notice").expect("reads"),
            reg.state("epoch/parent").expect("reads")
        ),
        (None, Some(vec![1; 16])),
        "what belongs to the turn changed with it"
    );
    reg.forget_epoch(&[1; 16], States::default())
        .expect("forgets");
    assert_eq!(states(&reg), [(2, EpochState::Current)], "its seed is gone");
    assert!(
        reg.record(person.id, Facet::Card).expect("reads").is_some(),
        "the records are untouched by all this"
    );
}
