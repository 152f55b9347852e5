//! People: listed, found however spelt, saved without noise, removed and brought back.

use crate::dto::{ErrorCode, PeopleQuery};
use crate::testing::{DITA, Device, NOW, PASSPHRASE, all, device, person, phone, typed};

#[test]
fn the_list_is_by_surname_and_comes_in_pages() {
    let mut d = device();
    d.add("Villanueva", "Ana", "SA");
    d.add("Bautista", "Carlo", "QA");
    d.add("Magsaysay", "Liza", "SA");
    assert_eq!(
        d.names(&all()),
        ["Bautista, Carlo", "Magsaysay, Liza", "Villanueva, Ana"],
        "as a list on paper is ordered"
    );
    let page = PeopleQuery {
        offset: 1,
        limit: 1,
        ..PeopleQuery::default()
    };
    let page = d.app.people(&page).expect("a page");
    assert_eq!(
        (page.total, page.rows[0].name.as_str()),
        (3, "Magsaysay, Liza"),
        "a page knows the whole"
    );
    assert_eq!(
        page.rows[0].barangay_name.as_deref(),
        Some("Dita"),
        "places come in words"
    );
    assert_eq!(
        page.rows[0].first_contact.as_deref(),
        Some("Mother of Liza"),
        "and whom to call first"
    );
    let beyond = PeopleQuery {
        text: "Liza".into(),
        offset: u32::MAX,
        limit: 500,
        ..PeopleQuery::default()
    };
    assert!(
        d.app.people(&beyond).expect("a page").rows.is_empty(),
        "beyond the end is nothing, not a fault"
    );
}

#[test]
fn people_are_found_however_spelt() {
    let mut d = device();
    let mut input = person("Dela Peña", "Ma. Luisa", "SA");
    input.nickname = "Inday".into();
    input.contacts[0].name = "Crisanta Dimaculangan".into();
    input.contacts[0].phones = vec![phone("0917 123 4567")];
    d.app.save_person(&input).expect("saved");
    d.add("Magsaysay", "Liza", "QA");
    d.add("Villanueva", "Ana", "HK");
    for (text, first) in [
        ("magsysay", "Magsaysay, Liza"),
        ("lisa magsaysay", "Magsaysay, Liza"),
        ("villanweva ana", "Villanueva, Ana"),
        ("de la pena", "Dela Peña, Ma. Luisa"),
        ("inday", "Dela Peña, Ma. Luisa"),
        ("dimaculangan", "Dela Peña, Ma. Luisa"),
        ("09171234567", "Dela Peña, Ma. Luisa"),
        ("+63 917 123 4567", "Dela Peña, Ma. Luisa"),
    ] {
        assert_eq!(
            d.names(&typed(text)).first().map(String::as_str),
            Some(first),
            "{text:?} brings up who is meant"
        );
    }
    let page = d.app.people(&typed("inday")).expect("hits");
    assert!(
        page.rows[0].why.contains(&"nickname".to_owned()) && page.rows[0].score.is_some(),
        "a hit says why it is one: {:?}",
        page.rows[0].why
    );
    assert!(
        d.names(&typed("zzzzqqqq")).is_empty(),
        "nobody is no near miss"
    );
}

#[test]
fn filters_narrow_the_list_and_the_search() {
    let mut d = device();
    let old = d.add("Magsaysay", "Liza", "SA");
    d.add("Magsaysay", "Ramon", "QA");
    let mut elsewhere = person("Villanueva", "Ana", "SA");
    elsewhere.barangay = "0401009001".into();
    d.app.save_person(&elsewhere).expect("saved");
    let country = |text: &str| PeopleQuery {
        country: Some("SA".into()),
        ..typed(text)
    };
    assert_eq!(
        d.names(&country("")),
        ["Magsaysay, Liza", "Villanueva, Ana"],
        "by destination"
    );
    assert_eq!(
        d.names(&country("magsaysay")),
        ["Magsaysay, Liza"],
        "search too"
    );
    let home = PeopleQuery {
        barangay: Some(DITA.into()),
        ..typed("")
    };
    assert_eq!(d.names(&home).len(), 2, "by barangay");
    d.app.confirm_person(&old, "mother").expect("confirmed");
    let stale = PeopleQuery {
        freshness: Some("stale".into()),
        ..typed("")
    };
    assert_eq!(
        d.names(&stale),
        ["Magsaysay, Ramon", "Villanueva, Ana"],
        "who was never confirmed"
    );
    d.clock.advance(crate::lists::STALE_AFTER + 1);
    d.app.unlock("r", PASSPHRASE).expect("opened");
    assert_eq!(d.names(&stale).len(), 3, "a confirmation grows old");
    for (field, query) in [
        (
            "country",
            PeopleQuery {
                country: Some("Saudi".into()),
                ..all()
            },
        ),
        (
            "barangay",
            PeopleQuery {
                barangay: Some("Dita".into()),
                ..all()
            },
        ),
    ] {
        let e = d.app.people(&query).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "a filter that is none is named"
        );
    }
}

#[test]
fn only_what_changed_is_written_and_told() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    let shown = d.app.person(&id).expect("a page");
    let rows = shown.history.len();
    let same = d.app.save_person(&shown.card).expect("saved");
    assert_eq!(
        same.change_set, None,
        "opening and saving a form changes nothing"
    );
    let mut changed = shown.card.clone();
    changed.country = "QA".into();
    changed.purok = "Purok 2".into();
    d.clock.advance(60);
    let saved = d.app.save_person(&changed).expect("saved");
    assert!(saved.change_set.is_some(), "now something did");
    let page = d.app.person(&id).expect("a page");
    assert_eq!(page.history.len(), rows + 2, "two fields, two rows");
    let told: Vec<_> = page.history[..2]
        .iter()
        .map(|h| {
            (
                h.field.as_str(),
                h.before.as_deref(),
                h.after.as_deref(),
                h.source.as_str(),
                h.at,
            )
        })
        .collect();
    let (at, by) = (NOW + 60, "typed");
    for row in [
        ("country", Some("Saudi Arabia"), Some("Qatar"), by, at),
        ("purok", None, Some("Purok 2"), by, at),
    ] {
        assert!(
            told.contains(&row),
            "the history says {row:?} in words, newest first: {told:?}"
        );
    }
    assert_eq!(
        page.country_name.as_deref(),
        Some("Qatar"),
        "the page shows the new value"
    );
    assert_eq!(
        page.history[0].change_set, page.history[1].change_set,
        "both were saved together and are undone together"
    );
}

#[test]
fn a_bad_form_changes_nobody() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    let mut bad = d.app.person(&id).expect("a page").card;
    bad.nickname = "Lizzie".into();
    bad.birth = "31/12/1990".into();
    let e = d.app.save_person(&bad).expect_err("refused");
    assert_eq!(
        (e.code, e.field.as_deref()),
        (ErrorCode::BadInput, Some("birth")),
        "the field at fault is named"
    );
    assert!(
        !e.to_string().contains("1990"),
        "and what was typed is not repeated: {e}"
    );
    assert_eq!(
        d.app.person(&id).expect("a page").card.nickname,
        "",
        "nothing of a refused form is kept"
    );
    for (id, why) in [
        ("nonsense", "no id at all"),
        ("0123456789abcdef0123456789abcdef", "nobody's id"),
    ] {
        let mut gone = person("A", "B", "SA");
        gone.id = id.into();
        assert_eq!(
            d.app.save_person(&gone).expect_err("refused").code,
            ErrorCode::NotFound,
            "{why}"
        );
        assert_eq!(
            d.app.person(id).expect_err("refused").code,
            ErrorCode::NotFound,
            "{why}"
        );
    }
}

#[test]
fn confirming_is_one_tap_and_survives_the_next_save() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    assert_eq!(d.app.home().expect("counts").stale, 1, "never confirmed");
    let saved = d
        .app
        .confirm_person(&id, " her mother ")
        .expect("confirmed");
    let page = d.app.person(&id).expect("a page");
    let c = page.confirmed.expect("a confirmation");
    assert_eq!(
        (c.at, c.by.as_str(), c.from.as_str()),
        (NOW, "Invented Officer", "her mother"),
        "when, by whom, from whom"
    );
    let mut card = page.card;
    card.purok = "Purok 1".into();
    d.app.save_person(&card).expect("saved");
    assert!(
        d.app.person(&id).expect("a page").confirmed.is_some(),
        "a form without it does not take it away"
    );
    assert_eq!(d.app.home().expect("counts").stale, 0, "counted as fresh");
    d.app
        .undo(&saved.change_set.expect("it changed"))
        .expect("undone");
    assert!(
        d.app.person(&id).expect("a page").confirmed.is_none(),
        "a slip of the finger is taken back"
    );
}

#[test]
fn who_came_home_is_marked_and_taken_back() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    let said = |d: &mut Device, home: &str| {
        let mut card = d.app.person(&id).expect("a page").card;
        card.returned = home.to_owned();
        d.app.save_person(&card).expect("saved").change_set
    };
    let home = |d: &mut Device| {
        let query = PeopleQuery {
            returned: Some(true),
            ..all()
        };
        let page = d.app.person(&id).expect("a page");
        (d.names(&query).len(), page.card.returned)
    };
    let version = said(&mut d, "2024-05").expect("written");
    assert_eq!(
        home(&mut d),
        (1, "2024-05".into()),
        "listed with who is home"
    );
    assert!(
        said(&mut d, "2024-05").is_none(),
        "the same again is nothing"
    );
    let page = d.app.person(&id).expect("a page");
    assert_eq!(page.history[0].field, "returned", "the change is told");
    d.app.undo(&version).expect("taken back");
    assert_eq!(home(&mut d), (0, String::new()), "abroad as before");
    said(&mut d, "yes").expect("written");
    d.app.confirm_person(&id, "mother").expect("confirmed");
    assert_eq!(
        home(&mut d),
        (1, "yes".into()),
        "stays beside other changes"
    );
    said(&mut d, "").expect("written");
    assert_eq!(home(&mut d), (0, String::new()), "and by hand");
    let mut later = person("Abad", "Nilo", "SA");
    later.returned = "2999".into();
    let refused = d.app.save_person(&later).expect_err("not yet");
    assert_eq!(
        refused.field.as_deref(),
        Some("returned"),
        "a day to come is refused"
    );
    assert_eq!(d.persons(), 1, "and nobody was added");
}

#[test]
fn who_is_removed_can_be_brought_back() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    d.add("Villanueva", "Ana", "SA");
    assert_eq!(
        d.names(&typed("magsaysay")).len(),
        1,
        "the index is built and knows her"
    );
    let removed = d.app.remove_person(&id).expect("removed");
    assert_eq!(d.names(&all()), ["Villanueva, Ana"], "gone from the list");
    assert!(
        d.names(&typed("magsaysay")).is_empty(),
        "and from the search"
    );
    assert_eq!(
        d.app.person(&id).expect_err("gone").code,
        ErrorCode::NotFound,
        "and her page"
    );
    d.app
        .undo(&removed.change_set.expect("a change"))
        .expect("undone");
    assert_eq!(
        d.names(&typed("magsysay")),
        ["Magsaysay, Liza"],
        "back everywhere"
    );
    assert_eq!(
        d.app.person(&id).expect("a page").card.contacts[0].name,
        "Mother of Liza",
        "with all she had"
    );
}

#[test]
fn an_undo_does_not_take_back_what_came_after() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    let mut card = d.app.person(&id).expect("a page").card;
    card.purok = "Purok 1".into();
    let first = d.app.save_person(&card).expect("saved").change_set;
    card.purok = "Purok 2".into();
    d.app.save_person(&card).expect("saved");
    let e = d
        .app
        .undo(&first.expect("a change"))
        .expect_err("something came after");
    assert_eq!(e.code, ErrorCode::CannotUndo, "said so");
    assert_eq!(
        d.app.person(&id).expect("a page").card.purok,
        "Purok 2",
        "the later value stays"
    );
    assert_eq!(
        d.app.undo("no number").expect_err("refused").code,
        ErrorCode::NotFound,
        "what was never done cannot be undone"
    );
}

#[test]
fn look_alikes_are_shown_before_saving() {
    let mut d = device();
    let mut known = person("Magsaysay", "Liza", "SA");
    known.birth = "1990-05-03".into();
    known.middle = "Ramos".into();
    let id = d.app.save_person(&known).expect("saved").id;
    d.add("Villanueva", "Ana", "QA");
    let mut again = known.clone();
    again.surname = "Magsaysy".into();
    let found = d.app.look_alikes(&again).expect("look-alikes").found;
    assert_eq!(
        found.first().map(|l| l.row.id.as_str()),
        Some(id.as_str()),
        "the same person misspelt"
    );
    assert!(!found[0].why.is_empty(), "with reasons");
    again.id = id;
    assert!(
        d.app
            .look_alikes(&again)
            .expect("look-alikes")
            .found
            .is_empty(),
        "nobody looks like herself"
    );
    let other = person("Dimaculangan", "Teodoro", "JP");
    let mut other = other;
    other.contacts.clear();
    assert!(
        d.app
            .look_alikes(&other)
            .expect("look-alikes")
            .found
            .is_empty(),
        "a stranger like nobody"
    );
    assert_eq!(d.persons(), 2, "asking writes nothing");
}
