//! Exports hold what was chosen and nothing else, leave out who said no, and are written down, never with a name.

use crate::dto::{
    ConsentAnswer, ConsentInput, ErrorCode, ExportInput, ExportRow, PaperLook, PeopleQuery,
};
use crate::testing::{DITA, Device, NOW, device};
use crate::{App, ExportFormat};

fn input(purpose: &str, format: &str, fields: &[&str]) -> ExportInput {
    ExportInput {
        format: format.into(),
        purpose: purpose.into(),
        to: "Municipal desk".into(),
        why: "evacuation".into(),
        fields: fields.iter().map(|f| (*f).to_owned()).collect(),
        query: PeopleQuery::default(),
    }
}

fn text(d: &mut Device, input: &ExportInput) -> String {
    let bytes = d.app.export(input).expect("an export").bytes;
    String::from_utf8(bytes).expect("text")
}

fn listed(d: &mut Device) -> Vec<ExportRow> {
    d.app.exports(100).expect("a list").rows
}

fn refuse(d: &mut Device, id: &str, purpose: &str) {
    let input = ConsentInput {
        person: id.to_owned(),
        by: String::new(),
        how: "spoken".into(),
        answers: vec![ConsentAnswer {
            purpose: purpose.into(),
            given: false,
        }],
    };
    d.app.record_consent(&input).expect("kept");
}

#[test]
fn an_own_copy_is_the_contracts_table() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    let csv = text(&mut d, &input("own-copy", "csv", &[]));
    assert_eq!(
        csv.lines().next(),
        Some(ugnay_interchange::export::COLUMNS.join(",").as_str()),
        "the canonical columns, all and no other"
    );
}

#[test]
fn every_purpose_gives_the_least_and_notes_only_when_asked_for() {
    let mut d = device();
    let id = d.add("Abad", "Lorna", "SA");
    let mut card = d.app.person(&id).expect("a page").card;
    card.emergency_note = "Needs her medicine".into();
    d.app.save_person(&card).expect("saved");
    let planning = text(&mut d, &input("planning", "csv", &[]));
    assert!(
        planning.contains("SA") && !planning.contains("Abad") && !planning.contains("+63"),
        "planning needs no name and no number: {planning}"
    );
    for purpose in App::export_choices().purposes {
        let csv = text(&mut d, &input(&purpose.code, "csv", &[]));
        assert!(
            !csv.contains("medicine"),
            "{}: a note is in no purpose's set",
            purpose.code
        );
    }
    let asked = text(&mut d, &input("help", "csv", &["surname", "notes"]));
    assert_eq!(
        asked.lines().next(),
        Some("surname,emergency_note,remarks,notes"),
        "columns and groups, in the table's order"
    );
    assert!(asked.contains("Needs her medicine"), "chosen is given");
}

#[test]
fn formats_without_columns_hold_no_more_than_was_chosen() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    for format in ["vcard", "pfif"] {
        let cards = text(&mut d, &input("help", format, &["names"]));
        assert!(cards.contains("Abad"), "{format}: the name was chosen");
        for held in ["Mother of", "917", "SA", "Dita"] {
            assert!(!cards.contains(held), "{format}: {held} was not");
        }
        let nameless = d.app.export(&input("help", format, &["home"]));
        assert_eq!(
            nameless.map(|e| e.persons).map_err(|e| e.field),
            Err(Some("fields".into())),
            "{format}: a card without a name is none"
        );
    }
    let rows = listed(&mut d);
    assert_eq!(
        rows[0].fields,
        ["id", "names"],
        "the card's own number leaves with it, and that is said"
    );
}

#[test]
fn who_said_no_is_left_out_of_what_leaves_and_not_of_the_own_copy() {
    let mut d = device();
    let shy = d.add("Abad", "Lorna", "SA");
    d.add("Bautista", "Rico", "SA");
    refuse(&mut d, &shy, "desk");
    let look = d.app.export_look(&input("crisis", "", &[])).expect("look");
    assert_eq!((look.persons, look.refused), (1, 1), "said beforehand");
    let out = d.app.export(&input("crisis", "csv", &[])).expect("export");
    assert_eq!((out.persons, out.refused), (1, 1), "and done so");
    let text = String::from_utf8(out.bytes).expect("text");
    assert!(!text.contains("Abad"), "she said no to a desk");
    let own = d.app.export(&input("own-copy", "csv", &[])).expect("own");
    assert_eq!(own.persons, 2, "a copy of the register is the register's");
}

#[test]
fn only_whom_the_filter_lists() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    d.add("Bautista", "Rico", "KW");
    let mut one = input("visit", "csv", &[]);
    one.query.country = Some("KW".into());
    one.query.barangay = Some(DITA.into());
    let csv = text(&mut d, &one);
    assert!(
        csv.contains("Bautista") && !csv.contains("Abad"),
        "a file holds no more people than were chosen"
    );
}

#[test]
fn each_is_written_down_with_its_words_and_without_names() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    d.app
        .export(&input("crisis", "xlsx", &[]))
        .expect("an export");
    let rows = listed(&mut d);
    let row = &rows[0];
    assert_eq!(
        (row.at, row.by.as_str(), row.to.as_str(), row.why.as_str()),
        (NOW, "Invented Officer", "Municipal desk", "evacuation"),
        "who, when, to whom, why"
    );
    assert_eq!(
        (row.kind.as_str(), row.persons, row.times),
        ("xlsx", 1, 1),
        "what, of how many"
    );
    assert_eq!(
        row.fields,
        [
            "names",
            "sex",
            "birth",
            "abroad",
            "phones",
            "family",
            "family_phones"
        ],
        "which fields"
    );
    assert!(
        !format!("{rows:?}").contains("Abad"),
        "never whose: {rows:?}"
    );
}

#[test]
fn what_is_not_said_is_refused_and_nothing_leaves() {
    let mut d = device();
    d.add("Abad", "Lorna", "SA");
    let no_purpose = input("", "csv", &[]);
    let mut no_to = input("help", "csv", &[]);
    no_to.to = "  ".into();
    let mut no_why = input("other", "csv", &[]);
    no_why.why = String::new();
    let odd = input("help", "csv", &["passport"]);
    let format = input("help", "doc", &[]);
    let mut long = input("help", "csv", &[]);
    long.to = "x".repeat(201);
    for (input, field) in [
        (no_purpose, "purpose"),
        (no_to, "to"),
        (no_why, "why"),
        (odd, "fields"),
        (format, "format"),
        (long, "to"),
    ] {
        let refused = d.app.export(&input).map(drop).expect_err("refused");
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "it says what is missing"
        );
    }
    assert!(listed(&mut d).is_empty(), "nothing left, nothing is listed");
}

#[test]
fn cards_of_a_day_are_one_line_and_a_full_page_goes_on_in_the_next() {
    let mut d = device();
    let look = PaperLook {
        language: "en".into(),
        letter: false,
    };
    for name in ["Lorna", "Rico", "Ana"] {
        let id = d.add("Abad", name, "SA");
        d.app.family_card(&id, &look).expect("a card");
    }
    let rows = listed(&mut d);
    assert_eq!(
        (rows.len(), rows[0].persons, rows[0].times),
        (1, 3, 3),
        "three cards, one line"
    );
    let mut long = input("help", "csv", &["names"]);
    long.why = "w".repeat(200);
    long.to = "t".repeat(200);
    for _ in 0..60 {
        d.clock.advance(1);
        d.app.export(&long).expect("an export");
    }
    let list = d.app.exports(10).expect("a list");
    assert_eq!(
        (list.total, list.rows.len()),
        (61, 10),
        "none is lost when a page is full, and a list is as long as asked for"
    );
    assert!(
        list.rows.iter().all(|r| r.kind == "csv"),
        "latest first: the cards are the oldest"
    );
}

#[test]
fn what_was_given_out_is_not_taken_back() {
    let mut d = device();
    d.app.export(&input("own-copy", "csv", &[])).expect("own");
    let change = d.app.changes(None, 1).expect("a list").rows.remove(0);
    assert_eq!(
        (change.kind.as_str(), change.blocked.as_deref()),
        ("export", Some("log")),
        "the list of changes says what it is"
    );
    let refused = d.app.take_back(&change.id).expect_err("refused");
    assert_eq!(refused.code, ErrorCode::CannotUndo, "it was done");
    assert_eq!(listed(&mut d).len(), 1, "and stays listed");
}

#[test]
fn a_format_knows_its_code_and_ending() {
    for format in ExportFormat::ALL {
        assert_eq!(format.code().parse(), Ok(format), "a code leads back");
        assert!(!format.ending().is_empty(), "a file has an ending");
    }
}

#[test]
fn whom_the_list_shows_is_who_is_in_the_file() {
    let mut d = device();
    d.add("Villanueva", "Ana", "SA");
    let bea = d.add("Vilanueva", "Bea", "SA");
    d.add("Villanueva", "Cora", "HK");
    d.add("Santos", "Dina", "SA");
    refuse(&mut d, &bea, "desk");
    d.app.lock();
    d.app
        .unlock("r", crate::testing::PASSPHRASE)
        .expect("opens");
    let shown = ExportInput {
        query: PeopleQuery {
            text: "villanueva".into(),
            country: Some("SA".into()),
            // As the page asks while somebody types: an export waits for the whole answer.
            quick: true,
            limit: 1,
            ..PeopleQuery::default()
        },
        ..input("help", "csv", &["surname", "given"])
    };
    let look = d.app.export_look(&shown).expect("figures");
    assert_eq!(
        (look.persons, look.refused),
        (1, 1),
        "of the two the list shows, however spelt, one said no"
    );
    assert_eq!(
        text(&mut d, &shown).lines().skip(1).collect::<Vec<_>>(),
        ["Villanueva,Ana"],
        "and nobody else is in it"
    );
    let row = &listed(&mut d)[0];
    assert_eq!(
        (row.persons, row.to.as_str(), row.purpose.as_str()),
        (1, "Municipal desk", "help"),
        "it is written down who got it and what for"
    );
}
