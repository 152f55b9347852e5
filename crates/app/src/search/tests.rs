//! The first answer comes before the index is built, the full one after; both keep to the filters.

use super::{Built, PART};
use crate::dto::PeopleQuery;
use crate::testing::{PASSPHRASE, device, typed};

fn quick(text: &str) -> PeopleQuery {
    PeopleQuery {
        quick: true,
        ..typed(text)
    }
}

#[test]
fn a_first_answer_needs_no_index_and_says_that_it_is_not_all() {
    let mut d = device();
    d.add("Villanueva", "Ana", "SA");
    d.add("Santos", "Villa", "SA");
    d.add("Magsaysay", "Liza", "QA");
    d.app.lock();
    d.app.unlock("r", PASSPHRASE).expect("opened");
    let page = d.app.people(&quick("villa")).expect("an answer");
    let names: Vec<_> = page.rows.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(
        names,
        ["Villanueva, Ana", "Santos, Villa"],
        "surnames before given names"
    );
    assert!(!page.complete, "and it says that more may come");
    assert!(
        d.app
            .people(&quick("vilanweva"))
            .expect("an answer")
            .rows
            .is_empty(),
        "misspelt words are for the index"
    );
    let narrowed = PeopleQuery {
        country: Some("QA".into()),
        ..quick("villa")
    };
    assert!(
        d.app.people(&narrowed).expect("an answer").rows.is_empty(),
        "filters count at once"
    );
    while !d.app.warm_search().expect("builds") {}
    let page = d.app.people(&quick("vilanweva")).expect("an answer");
    assert_eq!(
        (page.complete, page.rows[0].name.as_str()),
        (true, "Villanueva, Ana"),
        "now however spelt"
    );
}

#[test]
fn what_is_written_while_the_index_is_built_is_in_it() {
    let mut d = device();
    let first = d.add("Villanueva", "Ana", "SA");
    d.add("Santos", "Pedro", "SA");
    d.app.lock();
    d.app.unlock("r", PASSPHRASE).expect("opened");
    let s = d.app.session.as_mut().expect("open");
    assert!(!s.build_index(1).expect("builds"), "one of two");
    let mut card = d.app.person(&first).expect("a page").card;
    card.surname = "Macaraeg".into();
    d.app.save_person(&card).expect("saved");
    d.add("Dimaano", "Rosa", "SA");
    d.app.remove_person(&first).expect("removed");
    while !d.app.warm_search().expect("builds") {}
    for (text, found) in [
        ("makaraeg", 0),
        ("villanueva", 0),
        ("dimano", 1),
        ("santoss", 1),
    ] {
        let page = d.app.people(&quick(text)).expect("an answer");
        assert_eq!((page.complete, page.rows.len()), (true, found), "{text}");
    }
    const { assert!(PART >= 500, "parts are large enough to end soon") };
}

#[test]
fn warming_is_not_use() {
    let mut d = device();
    d.clock.advance(crate::AUTO_LOCK - 1);
    d.app.warm_search().expect("open still");
    d.clock.advance(2);
    d.app
        .warm_search()
        .expect_err("locked itself: nobody was there");
}

#[test]
fn the_total_is_all_of_them_not_a_page() {
    let mut d = device();
    for n in 0..12 {
        d.add("Villanueva", &format!("Ana {n}"), "SA");
    }
    let page = d
        .app
        .people(&PeopleQuery {
            limit: 5,
            ..typed("villanueva")
        })
        .expect("hits");
    assert_eq!(
        (page.rows.len(), page.total),
        (5, 12),
        "a page knows the whole"
    );
    let s = d.app.session.as_ref().expect("open");
    assert!(
        s.index.built == Built::Whole,
        "a full answer builds the index"
    );
}

#[test]
fn a_confirmation_is_seen_by_the_next_key() {
    let mut d = device();
    let id = d.add("Villanueva", "Ana", "SA");
    let never = PeopleQuery {
        freshness: Some("never".into()),
        ..typed("villanueva")
    };
    assert_eq!(d.names(&never).len(), 1, "not confirmed yet");
    d.app.confirm_person(&id, "mother").expect("confirmed");
    assert!(
        d.names(&never).is_empty(),
        "what a filter let through is asked anew after a write"
    );
}

#[test]
fn an_undo_or_a_merge_leaves_the_search_warm_and_right() {
    let mut d = device();
    let ana = d.add("Villanueva", "Ana", "SA");
    let other = d.add("Vilanueva", "Ana", "SA");
    while !d.app.warm_search().expect("builds") {}
    let found = |d: &mut crate::testing::Device, what: &str, expected: usize| {
        let page = d.app.people(&quick("vilanweva")).expect("an answer");
        assert!(page.complete, "{what}: nothing is built anew");
        assert_eq!(page.total as usize, expected, "{what}");
        let home = d.app.home().expect("figures");
        assert_eq!(home.persons as usize, expected, "{what}: the home screen");
        let there: u32 = home.destinations.iter().map(|c| c.persons).sum();
        assert_eq!(there as usize, expected, "{what}: by destination");
    };
    found(&mut d, "both", 2);
    let saved = d.app.remove_person(&ana).expect("removed");
    found(&mut d, "one removed", 1);
    let set = saved.change_set.expect("a change");
    d.app.undo(&set).expect("taken back");
    found(&mut d, "the removal taken back", 2);
    let input = crate::dto::MergeInput {
        a: ana.clone(),
        b: other,
        choices: Vec::new(),
    };
    let merged = d.app.merge_persons(&input).expect("merged");
    found(&mut d, "merged", 1);
    let set = merged.change_set.expect("a change");
    d.app.take_back(&set).expect("taken back");
    found(&mut d, "the merge taken back", 2);
    d.app.erase_person(&ana).expect("erased");
    found(&mut d, "one erased", 1);
}

#[test]
fn a_country_is_found_as_the_sheets_write_it() {
    let mut d = device();
    d.add("Villanueva", "Ana", "SA");
    d.add("Santos", "Villa", "AE");
    d.add("Magsaysay", "Liza", "HK");
    while !d.app.warm_search().expect("builds") {}
    for (text, name) in [
        ("KSA", "Villanueva, Ana"),
        ("uae", "Santos, Villa"),
        ("HK", "Magsaysay, Liza"),
    ] {
        let page = d.app.people(&typed(text)).expect("an answer");
        let first = page.rows.first().map(|r| r.name.as_str());
        assert_eq!(first, Some(name), "{text:?} is what people write");
    }
}

#[test]
fn who_lives_where_was_typed_stands_before_who_sounds_like_it() {
    let mut d = device();
    let home = d.add("Magsaysay", "Liza", "SA");
    let mut card = d.app.person(&home).expect("a page").card;
    card.purok = "Riverside".into();
    d.app.save_person(&card).expect("saved");
    for given in ["Ana", "Bea", "Cora"] {
        d.add("Riversyde", given, "SA");
    }
    while !d.app.warm_search().expect("builds") {}
    let page = d.app.people(&typed("Riverside")).expect("an answer");
    let names: Vec<_> = page.rows.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(
        (names[0], names.len()),
        ("Magsaysay, Liza", 4),
        "her purok is what was typed; the others' surname only looks like it"
    );
    assert_eq!(page.rows[0].why, ["place"], "and it says where it met");
}

#[test]
fn the_first_digits_of_a_phone_find_whose_it_is() {
    let mut d = device();
    let ana = d.add("Villanueva", "Ana", "SA");
    let bea = d.add("Santos", "Bea", "SA");
    for (id, number) in [(&ana, "0939 111 2222"), (&bea, "0917 193 9333")] {
        let mut card = d.app.person(id).expect("a page").card;
        card.phones = vec![crate::dto::PhoneDto {
            typed: number.into(),
            e164: None,
        }];
        d.app.save_person(&card).expect("saved");
    }
    for warm in [false, true] {
        if warm {
            while !d.app.warm_search().expect("builds") {}
        } else {
            d.app.lock();
            d.app.unlock("r", PASSPHRASE).expect("opened");
        }
        for text in ["0939", "939", "+63 939", "+63939", "0939 111"] {
            let page = d.app.people(&quick(text)).expect("an answer");
            let names: Vec<_> = page.rows.iter().map(|r| r.name.as_str()).collect();
            assert_eq!(
                (names, page.complete),
                (vec!["Villanueva, Ana"], warm),
                "{text:?} with the index {}",
                if warm { "whole" } else { "not begun" }
            );
        }
    }
}
