//! Whatever is written, what is kept of a campaign's attempts is what the case records say.

use crate::testing::{
    KEY, NOW, import_of, invented, new_register, officer, register, rng, rows, synced,
};
use crate::{Register, RegisterError, table};
use core::ops::ControlFlow;
use proptest::prelude::*;
use std::collections::BTreeMap;
use ugnay_model::{Attempt, AttemptId, AttemptResult, CampaignId, Facet, PersonId};

const PEOPLE: u32 = 6;

fn campaign(n: u8) -> CampaignId {
    CampaignId::from_random([n; 16])
}

fn attempt(n: u8, of: u8, at: i64) -> Attempt {
    Attempt {
        id: AttemptId::from_random([n; 16]),
        campaign: campaign(of),
        at,
        contact: None,
        result: AttemptResult::NoAnswer,
        safety: None,
        needs: Vec::new(),
        step: None,
        call_after: None,
        consent_referral: false,
    }
}

fn id(n: u32) -> PersonId {
    invented(n).id
}

/// Without anything kept: from the records of everybody who counts.
fn recount(
    reg: &Register,
    campaign: CampaignId,
) -> Result<Vec<(PersonId, Attempt)>, RegisterError> {
    let mut out = Vec::new();
    for person in table::attempt::persons(&reg.conn, campaign)? {
        let file = reg.case_file(person)?;
        let all = file.into_iter().flat_map(|f| f.attempts);
        out.extend(all.filter(|a| a.campaign == campaign).map(|a| (person, a)));
    }
    out.sort_by_key(|(person, a)| (a.at, a.id, *person));
    Ok(out)
}

fn agree(reg: &Register) {
    for of in 0..2 {
        let kept = reg.attempts_of(campaign(of)).expect("reads");
        let counted = recount(reg, campaign(of)).expect("reads");
        assert!(
            kept == counted,
            "as the records say: {} kept, {} there",
            kept.len(),
            counted.len()
        );
    }
}

/// The case record of somebody as another device wrote it, with an attempt of its own.
fn elsewhere(n: u32, made: &Attempt) -> ugnay_model::Record {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("other");
    let mut other =
        Register::create_with_key(&path, &KEY, &new_register(), NOW, &mut rng(2)).expect("creates");
    other
        .save_person(&invented(n), &officer(), NOW)
        .expect("saves");
    other
        .add_attempt(id(n), made, "Another", NOW)
        .expect("adds");
    let case = other.record(id(n), Facet::Case).expect("reads");
    case.expect("there is one")
}

#[derive(Clone, Debug)]
enum Step {
    Call(u32, u8, u8),
    Receive(u32, u8),
    Undo(usize),
    Remove(u32),
    Restore(u32),
    Erase(u32),
    Merge(u32, u32),
    Part(u32, u32),
    Save(u32),
    Ask,
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0..PEOPLE;
    prop_oneof![
        5 => (who(), any::<u8>(), 0..2_u8).prop_map(|(n, a, c)| Step::Call(n, a, c)),
        1 => (who(), any::<u8>()).prop_map(|(n, a)| Step::Receive(n, a)),
        3 => (0..4_usize).prop_map(Step::Undo),
        1 => who().prop_map(Step::Remove),
        1 => who().prop_map(Step::Restore),
        1 => who().prop_map(Step::Erase),
        2 => (who(), who()).prop_map(|(a, b)| Step::Merge(a, b)),
        1 => (who(), who()).prop_map(|(a, b)| Step::Part(a, b)),
        1 => who().prop_map(Step::Save),
        4 => Just(Step::Ask),
    ]
}

fn take(reg: &mut Register, step: &Step) {
    // What is refused is refused; nothing is written then.
    match step {
        Step::Call(n, a, c) => {
            let made = attempt(*a, *c, NOW + i64::from(*a));
            drop(reg.add_attempt(id(*n), &made, "Officer", NOW));
        }
        Step::Receive(n, a) => {
            let theirs = elsewhere(*n, &attempt(*a, 0, NOW));
            drop(reg.merge_records(&[theirs], &synced(), NOW));
        }
        Step::Undo(back) => {
            let sets = reg.change_sets(back + 1).expect("reads");
            if let Some(set) = sets.get(*back) {
                drop(reg.undo(set.id, "Officer", NOW));
            }
        }
        Step::Remove(n) => drop(reg.remove_person(id(*n), &officer(), NOW)),
        Step::Restore(n) => drop(reg.restore_person(id(*n), &officer(), NOW)),
        Step::Erase(n) => drop(reg.erase_person(id(*n), "Officer", NOW)),
        Step::Merge(a, b) => {
            drop(reg.merge_persons(id(*a), id(*b), &BTreeMap::new(), "Officer", NOW));
        }
        Step::Part(a, b) => drop(reg.part_persons(id(*a), id(*b), "Officer", NOW)),
        Step::Save(n) => drop(reg.save_person(&invented(*n), &officer(), NOW)),
        Step::Ask => agree(reg),
    }
}

fn town() -> (tempfile::TempDir, Register) {
    let (dir, _path, mut reg) = register();
    for n in 0..PEOPLE {
        reg.save_person(&invented(n), &officer(), NOW)
            .expect("saves");
    }
    (dir, reg)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_kept_of_attempts_is_what_the_records_say(
        steps in prop::collection::vec(step(), 1..30),
    ) {
        let (_dir, mut reg) = town();
        // From here on attempts are kept and follow.
        agree(&reg);
        for step in &steps {
            take(&mut reg, step);
        }
        agree(&reg);
    }
}

#[test]
fn a_write_an_exchange_and_an_undo_are_each_seen_at_once() {
    let (_dir, mut reg) = town();
    let many = |reg: &Register| reg.attempts_of(campaign(0)).expect("reads").len();
    assert_eq!(many(&reg), 0, "nobody was called");
    let saved = reg
        .add_attempt(id(0), &attempt(1, 0, NOW), "Officer", NOW)
        .expect("adds");
    assert_eq!(many(&reg), 1, "an answer written here");
    let theirs = elsewhere(1, &attempt(2, 0, NOW));
    reg.merge_records(&[theirs], &synced(), NOW)
        .expect("merges");
    assert_eq!(many(&reg), 2, "one that came from another device");
    reg.undo(saved.change_set.expect("a change"), "Officer", NOW)
        .expect("undoes");
    assert_eq!(many(&reg), 1, "and one taken back");
    reg.add_attempt(id(2), &attempt(3, 1, NOW), "Officer", NOW)
        .expect("adds");
    assert_eq!(many(&reg), 1, "another campaign's is not this one's");
    agree(&reg);
}

#[test]
fn after_a_write_of_thousands_it_is_read_anew() {
    let (_dir, mut reg) = town();
    reg.add_attempt(id(0), &attempt(1, 0, NOW), "Officer", NOW)
        .expect("adds");
    agree(&reg);
    let import = import_of(9);
    let many = super::MOST_FOLLOWED as u32 + 1;
    reg.import(&import, rows(&import, PEOPLE..PEOPLE + many), NOW, |_| {
        ControlFlow::Continue(())
    })
    .expect("imports");
    reg.add_attempt(id(PEOPLE), &attempt(2, 0, NOW), "Officer", NOW)
        .expect("adds");
    agree(&reg);
    let kept = reg.attempts_of(campaign(0)).expect("reads");
    assert_eq!(kept.len(), 2, "both are there");
}
