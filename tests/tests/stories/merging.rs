//! Two devices of one register decide about two entries of one person, each without the other, over a real buffer.

use crate::stage::{Stage, edit, everybody, sync};
use ugnay_app::App;
use ugnay_app::dto::{MergeDone, MergeInput, PeopleQuery};

fn ids(app: &mut App) -> Vec<String> {
    let query = PeopleQuery {
        limit: 10,
        ..PeopleQuery::default()
    };
    let mut ids: Vec<String> = app
        .people(&query)
        .expect("a list")
        .rows
        .into_iter()
        .map(|r| r.id)
        .collect();
    ids.sort();
    ids
}

fn meet(s: &mut Stage) {
    for _ in 0..2 {
        sync(&mut s.laptop);
        sync(&mut s.phone);
    }
}

fn merge(app: &mut App, a: &str, b: &str) -> MergeDone {
    let input = MergeInput {
        a: a.to_owned(),
        b: b.to_owned(),
        choices: Vec::new(),
    };
    app.merge_persons(&input).expect("merged")
}

/// Two entries of one woman on both devices.
fn twice() -> (Stage, String, String) {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA"), ("Abbad", "Lorna", "SA")]);
    let both = ids(&mut s.laptop);
    assert_eq!(
        both,
        ids(&mut s.phone),
        "both devices begin with both entries"
    );
    let (a, b) = (both[0].clone(), both[1].clone());
    (s, a, b)
}

fn same(s: &mut Stage, why: &str) {
    assert_eq!(everybody(&mut s.laptop), everybody(&mut s.phone), "{why}");
    for app in [&mut s.laptop, &mut s.phone] {
        assert_eq!(
            app.sync_state().expect("state").unsent,
            0,
            "{why}: nothing waits"
        );
    }
}

#[test]
fn a_merge_travels_and_is_taken_apart_on_the_other_device() {
    let (mut s, a, b) = twice();
    let (before_a, before_b) = (
        s.laptop.person(&a).expect("page").card,
        s.laptop.person(&b).expect("page").card,
    );
    let done = merge(&mut s.laptop, &a, &b);
    meet(&mut s);
    same(&mut s, "merged on one, merged on both");
    assert_eq!(
        ids(&mut s.phone),
        std::slice::from_ref(&a),
        "one entry is left"
    );
    let page = s.phone.person(&b).expect("found by either id");
    assert_eq!(
        page.merged.len(),
        1,
        "the other device sees what was merged, and by whom"
    );
    s.phone
        .part_persons(&done.kept, &done.absorbed)
        .expect("taken apart where it was not made");
    meet(&mut s);
    same(&mut s, "taken apart on both");
    for (id, before) in [(&a, before_a), (&b, before_b)] {
        let now = s.laptop.person(id).expect("page").card;
        assert_eq!(
            (now.surname, now.contacts.len()),
            (before.surname, before.contacts.len()),
            "each entry is its own again"
        );
    }
}

#[test]
fn merged_here_and_edited_there_loses_nothing() {
    let (mut s, a, b) = twice();
    merge(&mut s.laptop, &a, &b);
    edit(&mut s.phone, &b, |p| p.employer = "Al Noor".into());
    edit(&mut s.phone, &a, |p| p.place = "Jeddah".into());
    meet(&mut s);
    same(&mut s, "what was written apart meets");
    let card = s.laptop.person(&a).expect("page").card;
    assert_eq!(
        (card.employer.as_str(), card.place.as_str()),
        ("Al Noor", "Jeddah"),
        "an edit of the entry that was merged away follows into the other"
    );
}

#[test]
fn both_merge_and_one_is_left() {
    let (mut s, a, b) = twice();
    let (here, there) = (merge(&mut s.laptop, &a, &b), merge(&mut s.phone, &b, &a));
    assert_eq!(
        (&here.kept, &here.absorbed),
        (&there.kept, &there.absorbed),
        "the same entry is kept, whoever is named first"
    );
    meet(&mut s);
    same(&mut s, "merged twice is merged once");
    assert_eq!(ids(&mut s.laptop).len(), 1, "one is left, not none");
}

#[test]
fn merged_here_and_called_two_there_is_asked_about() {
    let (mut s, a, b) = twice();
    merge(&mut s.laptop, &a, &b);
    s.phone.not_same(&a, &b).expect("noted");
    meet(&mut s);
    same(&mut s, "decided differently, shown alike");
    for app in [&mut s.laptop, &mut s.phone] {
        let list = app.duplicate_list().expect("a list");
        assert_eq!(list.pairs.len(), 1, "it is asked about first");
        assert_eq!(
            list.pairs[0].why[0].code, "together.disputed",
            "with the reason"
        );
        let (x, y) = (list.pairs[0].a.id.clone(), list.pairs[0].b.id.clone());
        assert!(
            app.merge_look(&x, &y).expect("side by side").disputed,
            "and shown as what it is"
        );
    }
    s.phone.not_same(&a, &b).expect("they are two");
    meet(&mut s);
    same(&mut s, "settled");
    for app in [&mut s.laptop, &mut s.phone] {
        assert!(
            app.duplicate_list().expect("a list").pairs.is_empty(),
            "nothing is left to ask"
        );
    }
    assert_eq!(ids(&mut s.laptop), [a, b], "both entries stand");
}
