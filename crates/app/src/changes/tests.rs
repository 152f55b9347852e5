//! Actions are listed with who and what; what is foretold of taking one back is what happens.

use crate::dto::ErrorCode;
use crate::testing::{Device, all, device};

#[test]
fn every_action_is_listed_and_pages_go_on() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    d.clock.advance(60);
    d.app.confirm_person(&id, "mother").expect("confirmed");
    d.clock.advance(60);
    d.app.remove_person(&id).expect("removed");
    let page = d.app.changes(None, 2).expect("lists");
    assert!(
        page.more && page.rows.len() == 2,
        "as many as asked for, and more to come"
    );
    let rest = d.app.changes(Some(&page.rows[1].id), 10).expect("lists");
    assert!(!rest.more && rest.rows.len() == 1, "the rest");
    let first = &rest.rows[0];
    assert_eq!(
        (first.kind.as_str(), first.persons, first.names.as_slice()),
        ("typed", 1, &["Magsaysay, Liza".to_owned()][..]),
        "what and who, also when they were removed since"
    );
    assert!(first.devices.is_empty(), "done on this device");
    assert!(page.rows[0].at > first.at, "newest first");
    let detail = d.app.change(&page.rows[0].id).expect("opens");
    assert_eq!(detail.people[0].fields, ["removed"], "the field it wrote");
    assert!(detail.people[0].removed, "and how the person stands now");
}

/// Somebody, and the set of changes in which she got her first employer and a nickname; now she has the second.
fn employed(d: &mut Device) -> (String, String) {
    let id = d.add("Magsaysay", "Liza", "SA");
    let mut card = d.app.person(&id).expect("a page").card;
    card.employer = "First".into();
    card.nickname = "Bing".into();
    let saved = d.app.save_person(&card).expect("saved");
    card.employer = "Second".into();
    d.app.save_person(&card).expect("saved");
    (id, saved.change_set.expect("a change"))
}

#[test]
fn what_is_foretold_is_what_taking_back_does() {
    let mut d = device();
    let (id, set) = employed(&mut d);
    let seen = d.app.change(&set).expect("opens");
    assert_eq!(
        (seen.restores, seen.removes, seen.keeps),
        (1, 0, 1),
        "one comes back, one stays"
    );
    assert_eq!(seen.blocked, None, "so it can be taken back");
    assert_eq!(seen.people[0].kept, ["employer"], "what stays is named");
    let done = d.app.take_back(&set).expect("taken back");
    assert_eq!(
        (done.restored, done.removed, done.kept),
        (1, 0, 1),
        "as foretold"
    );
    let now = d.app.person(&id).expect("a page").card;
    assert_eq!(
        (now.nickname.as_str(), now.employer.as_str()),
        ("", "Second"),
        "what was changed since stays"
    );
    let again = d.app.change(&set).expect("opens");
    assert_eq!(again.blocked.as_deref(), Some("undone"), "not twice");
    d.app
        .take_back(&done.change_set.expect("a change"))
        .expect("done again");
    assert_eq!(
        d.app.person(&id).expect("a page").card.nickname,
        "Bing",
        "a mistake of taking back is taken back"
    );
}

#[test]
fn what_cannot_be_taken_back_says_why_and_writes_nothing() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    let mut card = d.app.person(&id).expect("a page").card;
    card.employer = "First".into();
    let set = d
        .app
        .save_person(&card)
        .expect("saved")
        .change_set
        .expect("a change");
    card.employer = "Second".into();
    d.app.save_person(&card).expect("saved");
    let count = d.app.changes(None, 100).expect("lists").rows.len();
    assert_eq!(
        d.app.change(&set).expect("opens").blocked.as_deref(),
        Some("changed_since"),
        "all of it was changed since"
    );
    let e = d.app.take_back(&set).expect_err("refused");
    assert_eq!(
        (e.code, e.detail.as_deref()),
        (ErrorCode::CannotUndo, Some("changed_since")),
        "with the reason"
    );
    assert_eq!(
        d.app.changes(None, 100).expect("lists").rows.len(),
        count,
        "and nothing was noted"
    );
    for id in ["7000", "seven"] {
        assert_eq!(
            d.app.change(id).expect_err("none").code,
            ErrorCode::NotFound,
            "an action that is none"
        );
    }
}

#[test]
fn an_added_person_is_removed_and_found_among_the_removed() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    let set = d.app.changes(None, 1).expect("lists").rows[0].id.clone();
    assert_eq!(
        d.app.change(&set).expect("opens").removes,
        1,
        "taking an addition back removes"
    );
    d.app.take_back(&set).expect("taken back");
    assert!(d.names(&all()).is_empty(), "gone from the list");
    assert_eq!(
        d.app.removed_people(0, 10).expect("lists").rows[0].id,
        id,
        "and kept among the removed"
    );
}
