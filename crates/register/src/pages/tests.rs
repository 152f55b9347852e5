//! A page is stored, undone, sent and merged like any record, and is nobody in any list.

use crate::testing::{NOW, invented, officer, register, reopen, synced};
use crate::{Filter, RegisterError, Sort};
use ugnay_model::{Country, DeviceHash, Dot, Facet, Field, Page, Record, Value};

fn plan() -> Page {
    Page::Plan("SA".parse::<Country>().expect("a code"))
}

fn text(says: &str) -> Vec<ugnay_model::Change> {
    vec![(Field::PlanText.of([1; 16]), Value::Text(says.into()))]
}

fn says(page: &Record) -> Option<String> {
    let value = page.values().remove(&Field::PlanText.of([1; 16]))?;
    value.text().map(str::to_owned)
}

#[test]
fn a_page_is_kept_over_a_restart_and_is_nobody() {
    let (_dir, path, mut reg) = register();
    reg.save_person(&invented(1), &officer(), NOW)
        .expect("saves");
    reg.write_page(plan(), text("Meet at the chapel."), &officer(), NOW)
        .expect("writes");
    drop(reg);
    let reg = reopen(&path);
    let page = reg.page(plan()).expect("reads");
    assert_eq!(
        says(&page).as_deref(),
        Some("Meet at the chapel."),
        "what was written is there after a restart"
    );
    let all = reg
        .people(&Filter::default(), Sort::Name, 0, 10)
        .expect("lists");
    assert_eq!(all.total, 1, "the list knows the person alone");
    assert!(
        reg.person(plan().id()).expect("reads").is_none()
            && reg.person_row(plan().id()).expect("reads").is_none(),
        "a page is no person"
    );
    let mut docs = 0;
    reg.search_docs(|_| docs += 1).expect("reads");
    assert_eq!(docs, 1, "nothing of a page is searched among people");
    let waiting = reg.dirty_records(10).expect("reads");
    assert!(
        waiting
            .iter()
            .any(|d| d.record.person == plan().id() && d.record.facet == Facet::Case),
        "it waits to be sent like any record"
    );
}

#[test]
fn writing_is_undone_as_a_whole() {
    let (_dir, _path, mut reg) = register();
    reg.write_page(plan(), text("First."), &officer(), NOW)
        .expect("writes");
    let second = reg
        .write_page(plan(), text("Second."), &officer(), NOW)
        .expect("writes");
    let set = second.change_set.expect("something changed");
    reg.undo(set, "Officer", NOW).expect("undoes");
    let page = reg.page(plan()).expect("reads");
    assert_eq!(
        says(&page).as_deref(),
        Some("First."),
        "the text before is back"
    );
}

#[test]
fn two_officers_who_wrote_apart_keep_both_texts() {
    let (_dir, _path, mut reg) = register();
    reg.write_page(plan(), text("Here."), &officer(), NOW)
        .expect("writes");
    let mut other = plan().empty();
    let dot = Dot {
        lamport: 1,
        device: DeviceHash([9; 32]),
    };
    other.apply(text("There."), dot);
    let merged = reg.merge_records(&[other], &synced(), NOW).expect("merges");
    assert!(merged.refused.is_empty(), "an honest stamp is taken");
    let page = reg.page(plan()).expect("reads");
    let slot = page
        .slots()
        .get(&Field::PlanText.of([1; 16]))
        .expect("the text's place");
    assert_eq!(slot.versions().len(), 2, "no officer's plan is lost");
    assert_eq!(
        reg.people(&Filter::default(), Sort::Name, 0, 10)
            .expect("lists")
            .total,
        0,
        "a page that arrived is nobody either"
    );
}

#[test]
fn a_page_that_is_full_is_refused_and_stays_as_it_was() {
    let (_dir, _path, mut reg) = register();
    reg.write_page(plan(), text("Short."), &officer(), NOW)
        .expect("writes");
    let refused = reg.write_page(plan(), text(&"x".repeat(30_000)), &officer(), NOW);
    assert_eq!(
        refused.map(|_| ()),
        Err(RegisterError::TooLarge),
        "it could not be sealed as one record"
    );
    let page = reg.page(plan()).expect("reads");
    assert_eq!(
        says(&page).as_deref(),
        Some("Short."),
        "nothing was changed"
    );
}

#[test]
fn what_stands_in_a_log_is_not_taken_back_and_is_found_by_its_range() {
    let (_dir, _path, mut reg) = register();
    for month in [660, 667] {
        let page = Page::Exports(month, 0);
        let made = ugnay_model::ExportMade {
            at: NOW,
            kind: "csv".into(),
            persons: 3,
            times: 1,
            ..Default::default()
        };
        let change = (ugnay_model::ExportMade::key([9; 16]), made.value());
        reg.write_page(page, vec![change], &officer(), NOW)
            .expect("writes");
    }
    reg.write_page(plan(), text("Meet at the chapel."), &officer(), NOW)
        .expect("writes");
    let (first, last) = (Page::Exports(0, 0), Page::Exports(u16::MAX, u8::MAX));
    let pages = reg.pages(first, last).expect("reads");
    let found: Vec<_> = pages.iter().filter_map(|p| Page::of(p.person)).collect();
    assert_eq!(
        found,
        [Page::Exports(660, 0), Page::Exports(667, 0)],
        "the log's pages and no other"
    );
    let sets = reg.change_sets(3).expect("lists");
    for set in &sets {
        if !reg.only_log(set.id).expect("reads") {
            continue;
        }
        assert!(
            matches!(
                reg.undo(set.id, "Invented Officer", NOW),
                Err(RegisterError::NotUndoable)
            ),
            "what was given out was given out"
        );
    }
    assert!(
        !reg.only_log(sets[0].id).expect("reads"),
        "a plan is no log"
    );
}
