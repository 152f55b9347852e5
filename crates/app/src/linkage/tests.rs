//! Pairs found, decided, remembered and found again; what the screens are told about two entries.

use super::reason_in_english;
use crate::dto::{ErrorCode, MergeChoice, MergeInput, PersonInput};
use crate::import::InFile;
use crate::testing::{Device, device, person, phone};
use std::collections::BTreeSet;
use std::path::Path;

/// Two entries of one invented woman, as two sheets would have her, and a stranger.
fn twice(d: &mut Device) -> (String, String) {
    let mut first = person("Dela Cruz", "Maricel", "HK");
    first.birth = "1990-05-03".into();
    first.middle = "R.".into();
    first.phones = vec![phone("+852 9123 4567")];
    let mut second = PersonInput {
        birth: "1990-03-05".into(),
        middle: "Ramos".into(),
        employer: "A household in Kowloon".into(),
        ..first.clone()
    };
    second.surname = "De la Cruz".into();
    let a = d.app.save_person(&first).expect("saved").id;
    let b = d.app.save_person(&second).expect("saved").id;
    d.add("Villanueva", "Teodoro", "QA");
    (a.clone().min(b.clone()), a.max(b))
}

fn decide(a: &str, b: &str) -> MergeInput {
    MergeInput {
        a: a.to_owned(),
        b: b.to_owned(),
        choices: Vec::new(),
    }
}

fn pairs(d: &mut Device) -> Vec<(String, String)> {
    let list = d.app.duplicate_list().expect("a list");
    list.pairs.into_iter().map(|p| (p.a.id, p.b.id)).collect()
}

#[test]
fn a_pair_is_found_merged_taken_apart_and_remembered_as_two() {
    let mut d = device();
    let (a, b) = twice(&mut d);
    let never = d.app.duplicate_list().expect("a list");
    assert!(
        never.looked_at.is_none() && never.pairs.is_empty(),
        "nobody has looked yet"
    );
    let found = d.app.duplicates(&mut |_| true).expect("compared");
    assert_eq!(found.len(), 1, "one pair");
    assert!(
        found[0].why.iter().any(|w| w.code == "birth.turned"),
        "reasons are codes"
    );
    assert_eq!(
        d.app.home().expect("figures").duplicates,
        1,
        "the home screen says so"
    );
    assert!(
        !d.app.duplicate_list().expect("a list").stale,
        "nothing was written since"
    );

    let done = d.app.merge_persons(&decide(&b, &a)).expect("merged");
    assert_eq!(
        (&done.kept, &done.absorbed),
        (&a, &b),
        "whoever is named first"
    );
    assert!(pairs(&mut d).is_empty(), "nothing is left to decide");
    assert_eq!(
        (d.persons(), d.app.home().expect("figures").duplicates),
        (2, 0),
        "one entry less"
    );
    assert!(
        !d.app.duplicate_list().expect("a list").stale,
        "a decision brings no new pairs"
    );
    let page = d.app.person(&b).expect("found by either id");
    assert_eq!(page.card.id, a, "the entry that stands for both");
    assert_eq!(
        page.merged.iter().map(|m| &m.id).collect::<Vec<_>>(),
        [&b],
        "it says what was merged into it"
    );
    assert_eq!(
        page.card.employer, "A household in Kowloon",
        "with what only the other knew"
    );
    assert_eq!(page.card.contacts.len(), 1, "the mother stands once");

    let undo = done.change_set.expect("a change");
    d.app.undo(&undo).expect("taken back at once");
    assert_eq!(pairs(&mut d), [(a.clone(), b.clone())], "a pair again");

    d.app.merge_persons(&decide(&a, &b)).expect("merged");
    let parted = d.app.part_persons(&a, &b).expect("taken apart later");
    assert!(parted.left.is_empty(), "nothing was changed meanwhile");
    assert_eq!(
        d.app.part_persons(&a, &b).expect_err("once").code,
        ErrorCode::NotFound,
        "not twice"
    );

    let two = d.app.not_same(&a, &b).expect("noted");
    assert!(pairs(&mut d).is_empty(), "not proposed again");
    assert!(
        d.app
            .duplicates(&mut |_| true)
            .expect("compared")
            .is_empty(),
        "nor found again"
    );
    d.app
        .undo(&two.change_set.expect("a change"))
        .expect("taken back");
    assert_eq!(
        d.app.duplicates(&mut |_| true).expect("compared").len(),
        1,
        "found again"
    );
}

#[test]
fn both_sides_are_shown_and_choices_hold() {
    let mut d = device();
    let (a, b) = twice(&mut d);
    let look = d.app.merge_look(&a, &b).expect("side by side");
    let field = |code: &str| {
        look.fields
            .iter()
            .find(|f| f.field == code)
            .expect("a field")
            .clone()
    };
    let middle = field("middle");
    let in_full = if middle.a.as_deref() == Some("Ramos") {
        "a"
    } else {
        "b"
    };
    assert_eq!(middle.side, in_full, "the name in full is suggested");
    assert_eq!(
        field("country").a.as_deref(),
        Some("HK"),
        "a country by its code"
    );
    assert!(
        field("phones").both && !field("birth").both,
        "two numbers, but one birth date"
    );
    assert_eq!(look.contacts.len(), 1, "the same mother once");
    assert_eq!(look.contacts[0].side, "both", "and on both sides");
    let other = if field("birth").side == "a" { "b" } else { "a" };
    let wanted = if other == "a" {
        field("birth").a
    } else {
        field("birth").b
    };
    let choice = |field: &str, side: &str| MergeChoice {
        field: field.into(),
        side: side.into(),
    };
    for wrong in [
        choice("nonsense", "a"),
        choice("birth", "both"),
        choice("birth", "c"),
    ] {
        let input = MergeInput {
            choices: vec![wrong],
            ..decide(&a, &b)
        };
        let refused = d.app.merge_persons(&input).expect_err("refused");
        assert_eq!(
            refused.code,
            ErrorCode::BadInput,
            "what cannot be chosen is refused"
        );
    }
    let input = MergeInput {
        choices: vec![choice("birth", other)],
        ..decide(&a, &b)
    };
    d.app.merge_persons(&input).expect("merged");
    assert_eq!(
        Some(d.app.person(&a).expect("a page").card.birth),
        wanted,
        "as chosen"
    );
    assert_eq!(
        d.app.merge_look(&a, "no id").expect_err("nobody").code,
        ErrorCode::NotFound,
        "an id that is none"
    );
    assert_eq!(
        d.app.merge_look(&a, &a).expect_err("one").code,
        ErrorCode::NotFound,
        "one entry is no pair"
    );
}

/// What is chosen beforehand for every field of a pair.
fn chosen(d: &mut Device, a: &str, b: &str) -> Vec<(String, String)> {
    let look = d.app.merge_look(a, b).expect("side by side");
    look.fields.into_iter().map(|f| (f.field, f.side)).collect()
}

#[test]
fn what_is_chosen_beforehand_outlasts_a_merge_taken_back() {
    let mut d = device();
    let (a, b) = twice(&mut d);
    // Values of one length: nothing but the entries tells them apart. Each is confirmed in turn, and neither.
    for (id, country, place) in [(&a, "SA", "Riyadh"), (&b, "QA", "Al Kor")] {
        let mut card = d.app.person(id).expect("a page").card;
        (card.country, card.place) = (country.into(), place.into());
        d.app.save_person(&card).expect("saved");
    }
    for confirmed in [None, Some(&b), Some(&a)] {
        if let Some(id) = confirmed {
            d.clock.advance(60);
            d.app.confirm_person(id, "her mother").expect("confirmed");
        }
        let before = chosen(&mut d, &a, &b);
        let side = if confirmed == Some(&b) { "b" } else { "a" };
        for field in ["country", "place"] {
            assert!(
                before.contains(&(field.to_owned(), side.to_owned())),
                "{field}: of whom was confirmed later, else of the entry that stays: {before:?}"
            );
        }
        for apart in [false, true] {
            let done = d.app.merge_persons(&decide(&a, &b)).expect("merged");
            let merged = d.app.person(&a).expect("a page").card;
            let there = if side == "a" { "Riyadh" } else { "Al Kor" };
            assert_eq!(merged.place, there, "what was chosen beforehand is merged");
            if apart {
                d.app.part_persons(&a, &b).expect("taken apart");
            } else {
                d.app
                    .undo(&done.change_set.expect("a change"))
                    .expect("taken back");
            }
            assert_eq!(
                chosen(&mut d, &a, &b),
                before,
                "the same pair, the same choice (confirmed {confirmed:?}, apart {apart})"
            );
            let turned = d.app.merge_look(&b, &a).expect("side by side");
            let place = turned.fields.iter().find(|f| f.field == "place");
            let other = if side == "a" { "b" } else { "a" };
            assert_eq!(
                place.map(|f| f.side.as_str()),
                Some(other),
                "whoever is named first"
            );
        }
    }
}

#[test]
fn a_comparison_is_stopped_and_belongs_to_its_register() {
    let mut d = device();
    twice(&mut d);
    let stopped = d.app.duplicates(&mut |_| false);
    // So small a register may be done before it is asked to stop.
    assert!(
        stopped.map_or_else(|e| e.code == ErrorCode::Cancelled, |p| p.len() == 1),
        "stopped or done"
    );
    let compared = d
        .app
        .comparison()
        .expect("taken")
        .run(&mut |_| true)
        .expect("compared");
    let again = crate::testing::form(crate::testing::CUENCA);
    d.app
        .create_named("other", &again, false)
        .expect("another register");
    assert_eq!(
        d.app.compared(compared).expect_err("refused").code,
        ErrorCode::Locked,
        "not into another register"
    );
}

#[test]
fn after_an_import_it_says_who_looks_like_somebody_there() {
    let mut d = device();
    let mut known = person("Magsaysay", "Liza", "SA");
    (known.birth, known.middle) = ("1990-05-03".into(), "Ramos".into());
    d.app.save_person(&known).expect("saved");
    for n in 0..30 {
        d.add(&format!("Invented{n}"), &format!("Person{n}"), "QA");
    }
    let text = "Apelyido,Pangalan,Gitna,Birthday,Bansa\nMagsaysy,Liza,Ramos,1990-05-03,Saudi Arabia\nDimaculangan,Teodoro,Abad,1971-01-02,Japan\n";
    let file = InFile {
        name: "list.csv".into(),
        bytes: text.into(),
    };
    let token = d
        .app
        .import_preview(&[file], &mut |_| true)
        .expect("read")
        .token;
    let done = d
        .app
        .import_commit(&token, &mut |_| true)
        .expect("written")
        .result;
    assert_eq!(
        (done.persons, done.look_alike, done.duplicates),
        (2, 1, 0),
        "one of two looks like somebody there"
    );
    assert_eq!(
        d.app.home().expect("figures").duplicates,
        1,
        "and waits to be looked at"
    );
}

#[test]
fn every_reason_has_words() {
    for (code, text) in ugnay_matching::Reason::catalogue() {
        assert_eq!(reason_in_english(&code), text, "{code}: the engine's own");
    }
    assert!(
        reason_in_english("together.disputed").contains("two persons"),
        "the app's own"
    );
    assert_eq!(
        reason_in_english("later.version"),
        "other evidence",
        "one of a later version"
    );
}

#[test]
fn every_reason_has_words_in_every_language() {
    let own = ["together.disputed", "together.shared"].map(str::to_owned);
    let codes = ugnay_matching::Reason::catalogue().map(|(code, _)| code);
    let wanted: BTreeSet<String> = codes.chain(own).map(|c| c.replace('.', "-")).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/i18n");
    for language in ["en", "fil", "ceb", "es", "fr"] {
        let file = root.join(language).join("duplicates.ftl");
        let text = std::fs::read_to_string(file).expect("a catalogue");
        let named = text
            .lines()
            .filter_map(|l| l.strip_prefix("match-")?.split_once(" = "));
        let found: BTreeSet<String> = named.map(|(code, _)| code.to_owned()).collect();
        assert_eq!(
            found, wanted,
            "{language}: exactly the engine's reasons and the app's own"
        );
    }
}
