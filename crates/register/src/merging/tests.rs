//! Merging keeps everything, goes back exactly, and two registers that decide differently end alike.

use crate::testing::{
    KEY, NOW, import_of, invented, new_register, officer, phone, register, rng, rows, synced,
};
use crate::{Filter, Register, RegisterError, Sort};
use core::ops::ControlFlow;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tempfile::TempDir;
use ugnay_model::merging::Side;
use ugnay_model::{
    Attempt, AttemptId, AttemptResult, CampaignId, CaseFile, Consent, Field, Note, Person,
    PersonId, Purpose,
};

fn pair(reg: &mut Register) -> (Person, Person) {
    let (mut a, mut b) = (invented(1), invented(2));
    if a.id > b.id {
        core::mem::swap(&mut a, &mut b);
    }
    for p in [&a, &b] {
        reg.save_person(p, &officer(), NOW).expect("saves");
        let mut file = CaseFile::new(p.id);
        file.notes = vec![Note {
            id: p.id.to_bytes(),
            at: NOW,
            text: "a note".into(),
        }];
        file.remarks = Some(format!("seen {}", p.given));
        reg.save_case(&file, &officer(), NOW).expect("saves");
    }
    (a, b)
}

/// Three people, by their ids.
fn three(reg: &mut Register) -> [Person; 3] {
    let mut all = [invented(1), invented(2), invented(3)];
    all.sort_by_key(|p| p.id);
    for p in &all {
        reg.save_person(p, &officer(), NOW).expect("saves");
    }
    all
}

fn attempt(n: u8) -> Attempt {
    Attempt {
        id: AttemptId::from_bytes([n; 16]),
        campaign: CampaignId::from_bytes([1; 16]),
        at: NOW,
        contact: None,
        result: AttemptResult::Reached,
        safety: None,
        needs: Vec::new(),
        step: None,
        call_after: None,
        consent_referral: false,
    }
}

fn listed(reg: &Register) -> Vec<PersonId> {
    let page = reg
        .people(&Filter::default(), Sort::Name, 0, 100)
        .expect("lists");
    let mut ids: Vec<_> = page.rows.iter().map(|r| r.id).collect();
    ids.sort();
    ids
}

/// The other device of the same register.
fn second() -> (TempDir, Register) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let reg = Register::create_with_key(
        &dir.path().join("reg"),
        &KEY,
        &new_register(),
        NOW,
        &mut rng(2),
    )
    .expect("creates");
    (dir, reg)
}

/// Everything of each to the other, twice, as exchanges would.
fn exchange(a: &mut Register, b: &mut Register) {
    for _ in 0..2 {
        let records = a.all_records().expect("reads");
        b.merge_records(&records, &synced(), NOW).expect("merges");
        let records = b.all_records().expect("reads");
        a.merge_records(&records, &synced(), NOW).expect("merges");
    }
}

fn same_state(a: &Register, b: &Register, why: &str) {
    assert!(
        a.all_records().expect("reads") == b.all_records().expect("reads"),
        "{why}: record by record"
    );
    assert_eq!(listed(a), listed(b), "{why}: the same people in the lists");
}

#[test]
fn a_merge_carries_everything_and_undo_takes_it_back() {
    let (_dir, _path, mut reg) = register();
    let (a, b) = pair(&mut reg);
    reg.add_attempt(b.id, &attempt(1), "Officer", NOW)
        .expect("saves");
    let before = (
        reg.person(a.id).expect("reads"),
        reg.case_file(a.id).expect("reads"),
    );
    let done = reg
        .merge_persons(b.id, a.id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    assert_eq!(
        (done.kept, done.absorbed),
        (a.id, b.id),
        "the lower id stays"
    );
    assert_eq!(listed(&reg), vec![a.id], "one entry in the lists");
    let kept = reg.person(a.id).expect("reads").expect("there");
    let file = reg.case_file(a.id).expect("reads").expect("there");
    assert_eq!(kept.contacts.len(), 2, "both families");
    assert_eq!(kept.phones.len(), 2, "both numbers");
    assert_eq!(
        (file.attempts.len(), file.notes.len()),
        (1, 2),
        "attempts and notes"
    );
    assert!(
        file.remarks
            .is_some_and(|r| r.contains("Given1") && r.contains("Given2")),
        "both remarks"
    );
    assert_eq!(
        reg.attempts_of(CampaignId::from_bytes([1; 16]))
            .expect("reads")
            .len(),
        1,
        "an attempt counts once"
    );
    assert_eq!(
        reg.absorbed_by(a.id).expect("reads"),
        vec![b.id],
        "it says from whom"
    );
    assert_eq!(
        reg.stands_for(b.id).expect("reads"),
        a.id,
        "and who stands for the other"
    );
    reg.undo(done.saved.change_set.expect("a change"), "Officer", NOW)
        .expect("undoes");
    assert!(
        before
            == (
                reg.person(a.id).expect("reads"),
                reg.case_file(a.id).expect("reads")
            ),
        "as it was"
    );
    assert!(
        reg.person(b.id).expect("reads") == Some(b.clone()),
        "and so was the other"
    );
    assert_eq!(
        reg.attempts_of(CampaignId::from_bytes([1; 16]))
            .expect("reads")[0]
            .0,
        b.id,
        "with the attempt"
    );
    assert!(
        reg.bonds().expect("reads").roots(b.id).contains(&b.id),
        "no bond is left"
    );
}

#[test]
fn taking_apart_keeps_what_was_done_since() {
    let (_dir, _path, mut reg) = register();
    let (a, b) = pair(&mut reg);
    reg.merge_persons(
        a.id,
        b.id,
        &[(Field::Given, Side::Absorbed)].into(),
        "Officer",
        NOW,
    )
    .expect("merges");
    let mut kept = reg.person(a.id).expect("reads").expect("there");
    assert_eq!(kept.given, b.given, "as chosen");
    kept.employer = Some("A new house".into());
    let moved = kept
        .contacts
        .iter_mut()
        .find(|c| c.id == b.contacts[0].id)
        .expect("came along");
    moved.phones.push(phone("+639990000000"));
    reg.save_person(&kept, &officer(), NOW).expect("saves");
    reg.add_attempt(a.id, &attempt(9), "Officer", NOW)
        .expect("saves");
    let parted = reg.part_persons(a.id, b.id, "Officer", NOW).expect("parts");
    assert!(
        parted.left.is_empty(),
        "the employer was no choice of the merge"
    );
    let (x, y) = (
        reg.person(a.id).expect("reads").expect("there"),
        reg.person(b.id).expect("reads").expect("there"),
    );
    assert_eq!(
        (x.given.as_str(), y.given.as_str()),
        (a.given.as_str(), b.given.as_str()),
        "own names again"
    );
    assert_eq!(
        x.employer.as_deref(),
        Some("A new house"),
        "what was written since stays"
    );
    assert_eq!(
        (x.contacts.len(), y.contacts[0].phones.len()),
        (1, 2),
        "the contact goes home with its new number"
    );
    assert_eq!(
        reg.case_file(a.id)
            .expect("reads")
            .expect("there")
            .attempts
            .len(),
        1,
        "calls made since stay"
    );
    assert_eq!(
        reg.part_persons(a.id, b.id, "Officer", NOW),
        Err(RegisterError::NotFound),
        "not twice"
    );
}

#[test]
fn merged_rows_are_known_when_the_sheet_comes_again() {
    let (_dir, _path, mut reg) = register();
    let import = import_of(1);
    reg.import(&import, rows(&import, 1..3), NOW, |_| {
        ControlFlow::Continue(())
    })
    .expect("imports");
    let (a, b) = (invented(1), invented(2));
    reg.merge_persons(a.id, b.id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    for p in [&a, &b] {
        assert_eq!(
            reg.find_same_card(p).expect("reads").contains(&b.id),
            p.id == b.id,
            "by what the card says, or said"
        );
    }
    assert_eq!(
        reg.find_by_provenance("sheet.xlsx", "DITA", 2)
            .expect("reads"),
        vec![b.id],
        "by its row"
    );
    let gone = Filter {
        removed: true,
        ..Filter::default()
    };
    assert_eq!(
        reg.count(&gone).expect("counts"),
        0,
        "and it is not among the removed"
    );
}

#[test]
fn erasing_one_entry_erases_what_was_merged_into_it() {
    let (_dir, _path, mut reg) = register();
    let (a, b) = pair(&mut reg);
    reg.merge_persons(a.id, b.id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    reg.erase_person(a.id, "Officer", NOW).expect("erases");
    for name in ["Given1", "Given2", "Kin1", "Kin2"] {
        assert_eq!(reg.pages_holding(name), 0, "{name} is nowhere any more");
    }
}

#[test]
fn opposite_merges_on_two_devices_end_as_one() {
    let (_dir, _path, mut one) = register();
    let (_dir2, mut two) = second();
    let (a, b) = pair(&mut one);
    exchange(&mut one, &mut two);
    one.merge_persons(a.id, b.id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    two.merge_persons(b.id, a.id, &BTreeMap::new(), "Other", NOW)
        .expect("merges");
    exchange(&mut one, &mut two);
    same_state(&one, &two, "both merged");
    assert_eq!(listed(&one), vec![a.id], "one is left, not none");
    let kept = one.person(a.id).expect("reads").expect("there");
    assert_eq!(kept.contacts.len(), 2, "with all contacts");
    two.part_persons(a.id, b.id, "Other", NOW)
        .expect("parts on any device");
    exchange(&mut one, &mut two);
    same_state(&one, &two, "taken apart");
    assert_eq!(listed(&one), vec![a.id, b.id], "both are back");
    assert!(one.person(b.id).expect("reads") == Some(b), "as it was");
}

#[test]
fn what_another_device_wrote_to_the_absorbed_entry_follows() {
    let (_dir, _path, mut one) = register();
    let (_dir2, mut two) = second();
    let (a, b) = pair(&mut one);
    exchange(&mut one, &mut two);
    one.merge_persons(a.id, b.id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    let mut late = b.clone();
    late.phones = vec![phone("+639991111111")];
    late.contacts[0].hours = Some("after eight".into());
    two.save_person(&late, &officer(), NOW).expect("saves");
    two.add_attempt(b.id, &attempt(3), "Other", NOW)
        .expect("saves");
    exchange(&mut one, &mut two);
    same_state(&one, &two, "followed");
    let kept = one.person(a.id).expect("reads").expect("there");
    let family = kept
        .contacts
        .iter()
        .find(|c| c.id == b.contacts[0].id)
        .expect("came along");
    assert_eq!(
        family.hours.as_deref(),
        Some("after eight"),
        "a contact's detail"
    );
    assert_eq!(
        one.case_file(a.id)
            .expect("reads")
            .expect("there")
            .attempts
            .len(),
        1,
        "a call"
    );
    let phones = one.conflicts(a.id).expect("reads");
    assert!(
        phones.iter().any(|(k, _)| *k == Field::Phones.key()),
        "numbers written apart are shown, none is lost"
    );
}

#[test]
fn a_chain_over_two_devices_ends_in_one() {
    let (_dir, _path, mut one) = register();
    let (_dir2, mut two) = second();
    let all = three(&mut one);
    exchange(&mut one, &mut two);
    one.merge_persons(all[0].id, all[1].id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    two.merge_persons(all[1].id, all[2].id, &BTreeMap::new(), "Other", NOW)
        .expect("merges");
    exchange(&mut one, &mut two);
    same_state(&one, &two, "chained");
    assert_eq!(listed(&one), vec![all[0].id], "one is left");
    assert_eq!(
        one.person(all[0].id)
            .expect("reads")
            .expect("there")
            .contacts
            .len(),
        3,
        "with three families"
    );
    assert_eq!(
        one.stands_for(all[2].id).expect("reads"),
        all[0].id,
        "found through both steps"
    );
}

#[test]
fn merged_here_and_called_two_there_is_for_an_officer() {
    let (_dir, _path, mut one) = register();
    let (_dir2, mut two) = second();
    let (a, b) = pair(&mut one);
    exchange(&mut one, &mut two);
    one.merge_persons(a.id, b.id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    two.set_not_same(b.id, a.id, "Other", NOW).expect("notes");
    assert_eq!(
        two.bonds().expect("reads").apart().len(),
        1,
        "remembered there"
    );
    exchange(&mut one, &mut two);
    same_state(&one, &two, "decided differently");
    for reg in [&one, &two] {
        let bonds = reg.bonds().expect("reads");
        assert_eq!(
            bonds.disputed().into_iter().collect::<Vec<_>>(),
            vec![(a.id, b.id)],
            "both devices say so"
        );
        assert!(
            bonds.apart().is_empty(),
            "one entry is not apart from itself"
        );
    }
    // Somebody looks, and they are two.
    one.part_persons(a.id, b.id, "Officer", NOW).expect("parts");
    exchange(&mut one, &mut two);
    let bonds = two.bonds().expect("reads");
    assert!(bonds.disputed().is_empty(), "settled");
    assert_eq!(bonds.apart().len(), 1, "and still remembered");
    // Who merges knowingly has looked: the mark goes.
    two.merge_persons(a.id, b.id, &BTreeMap::new(), "Other", NOW)
        .expect("merges");
    assert!(
        two.bonds().expect("reads").disputed().is_empty(),
        "no dispute with oneself"
    );
}

#[test]
fn merged_into_two_is_shown_as_a_pair() {
    let (_dir, _path, mut one) = register();
    let (_dir2, mut two) = second();
    let all = three(&mut one);
    exchange(&mut one, &mut two);
    one.merge_persons(all[0].id, all[2].id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    two.merge_persons(all[1].id, all[2].id, &BTreeMap::new(), "Other", NOW)
        .expect("merges");
    exchange(&mut one, &mut two);
    same_state(&one, &two, "into two");
    let bonds = one.bonds().expect("reads");
    assert_eq!(
        bonds.shared().into_iter().collect::<Vec<_>>(),
        vec![(all[0].id, all[1].id)],
        "asked about, not merged"
    );
    assert_eq!(listed(&one), vec![all[0].id, all[1].id], "nobody is lost");
}

#[test]
fn a_refusal_stands_after_a_merge() {
    let (_dir, _path, mut reg) = register();
    let (a, b) = pair(&mut reg);
    for (p, given) in [(&a, true), (&b, false)] {
        let mut file = reg.case_file(p.id).expect("reads").expect("there");
        let consent = Consent {
            officer: String::new(),
            given,
            at: NOW,
            by: String::new(),
            how: "spoken".into(),
        };
        file.consents.insert(Purpose::Buffer, consent);
        reg.save_case(&file, &officer(), NOW).expect("saves");
    }
    reg.merge_persons(a.id, b.id, &BTreeMap::new(), "Officer", NOW)
        .expect("merges");
    let file = reg.case_file(a.id).expect("reads").expect("there");
    assert!(!file.consents[&Purpose::Buffer].given, "the stricter one");
    assert!(
        reg.conflicts(a.id).expect("reads").is_empty(),
        "settled by the merge, not left as two answers"
    );
}

#[test]
fn a_parting_elsewhere_takes_nobodys_family_away() {
    let (_dir, _path, mut one) = register();
    let (_dir2, mut two) = second();
    let all = three(&mut one);
    exchange(&mut one, &mut two);
    let [a, b, c] = [all[0].id, all[1].id, all[2].id];
    for other in [b, c] {
        two.merge_persons(a, other, &BTreeMap::new(), "Other", NOW)
            .expect("all three are one");
    }
    one.merge_persons(b, c, &BTreeMap::new(), "Officer", NOW)
        .expect("two of them are one");
    one.part_persons(b, c, "Officer", NOW)
        .expect("and are two again");
    exchange(&mut one, &mut two);
    same_state(&one, &two, "whatever order it came in");
    let stands = one.person(a).expect("reads").expect("stands");
    for p in &all {
        assert!(
            stands.contacts.iter().any(|c| c.id == p.contacts[0].id),
            "every family can be called"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Two devices do what they like, each without the other; then they exchange. They end alike, somebody is always left,
    /// and no contact of anybody is lost.
    #[test]
    fn p19_merges_and_partings_on_two_devices_converge(
        steps in prop::collection::vec((any::<bool>(), 0u8..5, 0usize..3, 0usize..3), 1..10),
    ) {
        let (_dir, _path, mut one) = register();
        let (_dir2, mut two) = second();
        let all = three(&mut one);
        exchange(&mut one, &mut two);
        for (first, what, x, y) in steps {
            let reg = if first { &mut one } else { &mut two };
            let (x, y) = (all[x].id, all[y].id);
            // What makes no sense at that moment is refused and changes nothing.
            match what {
                0 | 1 => drop(reg.merge_persons(x, y, &BTreeMap::new(), "Officer", NOW)),
                2 => drop(reg.part_persons(x.min(y), x.max(y), "Officer", NOW)),
                3 => drop(reg.set_not_same(x, y, "Officer", NOW)),
                _ => exchange(&mut one, &mut two),
            }
        }
        exchange(&mut one, &mut two);
        prop_assert!(one.all_records().expect("reads") == two.all_records().expect("reads"), "they end alike");
        let left = listed(&one);
        prop_assert!(!left.is_empty(), "somebody is left");
        prop_assert_eq!(&left, &listed(&two), "the same ones");
        for p in &all {
            let roots = one.bonds().expect("reads").roots(p.id);
            for root in roots {
                let stands = one.person(root).expect("reads");
                prop_assert!(stands.is_some_and(|s| s.contacts.iter().any(|c| c.id == p.contacts[0].id)), "every family can be called");
            }
        }
    }
}

#[test]
fn cards_in_parts_are_all_cards_and_a_part_reads_its_own_rows_alone() {
    let (_dir, _path, mut reg) = register();
    for n in 0..7 {
        reg.save_person(&invented(n), &officer(), NOW)
            .expect("saves");
    }
    reg.remove_person(invented(3).id, &officer(), NOW)
        .expect("removes");
    let mut all = Vec::new();
    reg.cards(|p| all.push(p)).expect("reads");
    for limit in [1, 2, 3, 6, 50] {
        let (mut parts, mut after) = (Vec::new(), None);
        loop {
            after = reg
                .cards_after(after, limit, |p| parts.push(p))
                .expect("reads");
            if after.is_none() {
                break;
            }
        }
        parts.sort_by_key(|p| p.id);
        assert!(parts == all, "everybody once, in parts of {limit}");
    }
    let sql = format!("EXPLAIN QUERY PLAN {}", crate::table::record::CARDS);
    let plan: Vec<String> = reg
        .conn
        .prepare(&sql)
        .and_then(|mut s| s.query_map([i64::MIN, 1], |row| row.get(3))?.collect())
        .expect("a plan");
    assert!(
        plan.iter().all(|step| step.starts_with("SEARCH")),
        "nobody else is read and nothing is sorted: {plan:?}"
    );
}
