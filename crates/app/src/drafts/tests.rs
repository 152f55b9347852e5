//! Drafts are taken up again, become what they were begun for, and are forgotten with the save.

use crate::dto::{DraftInput, ErrorCode, PersonInput};
use crate::testing::{PASSPHRASE, device, person};

fn begun(surname: &str) -> DraftInput {
    DraftInput {
        id: String::new(),
        card: PersonInput {
            surname: surname.to_owned(),
            // No country, no date: nothing a save would take.
            country: "Sau".into(),
            birth: "19".into(),
            ..PersonInput::default()
        },
        base: PersonInput::default(),
    }
}

#[test]
fn what_was_typed_is_there_at_the_next_start_whatever_it_is() {
    let mut d = device();
    let first = d.app.keep_draft(&begun("Peñ")).expect("kept");
    let mut more = begun("Peñaflor");
    more.id.clone_from(&first.id);
    d.app.keep_draft(&more).expect("kept");
    d.app.keep_draft(&begun("")).expect("a second one");
    d.app.lock();
    assert_eq!(
        d.app.drafts().expect_err("locked").code,
        ErrorCode::Locked,
        "nothing of it is read without the passphrase"
    );
    d.app.unlock("r", PASSPHRASE).expect("opened");
    let drafts = d.app.drafts().expect("lists");
    assert_eq!(drafts.len(), 2, "both");
    let row = drafts.iter().find(|r| r.id == first.id).expect("listed");
    assert_eq!(
        (row.name.as_str(), row.person.as_deref()),
        ("Peñaflor", None),
        "by the name as far as typed"
    );
    let draft = d.app.draft(&first.id).expect("opens");
    assert_eq!(
        (draft.card.country.as_str(), draft.card.birth.as_str()),
        ("Sau", "19"),
        "half-typed values too"
    );
    d.app.drop_draft(&first.id).expect("forgotten");
    assert_eq!(
        d.app.draft(&first.id).expect_err("gone").code,
        ErrorCode::NotFound,
        "by choice"
    );
}

#[test]
fn saving_ends_the_draft_and_a_refused_save_keeps_it() {
    let mut d = device();
    let row = d.app.keep_draft(&begun("Magsaysay")).expect("kept");
    let bad = begun("Magsaysay").card;
    d.app
        .save_form(&bad, Some(&row.id))
        .expect_err("a country that is none");
    assert_eq!(d.app.drafts().expect("lists").len(), 1, "still begun");
    d.app
        .save_form(&person("Magsaysay", "Liza", "SA"), Some(&row.id))
        .expect("saved");
    assert!(d.app.drafts().expect("lists").is_empty(), "it is done");
}

#[test]
fn a_change_that_came_to_nothing_ends_its_draft_too() {
    let mut d = device();
    let id = d.add("Magsaysay", "Liza", "SA");
    let card = d.app.person(&id).expect("a page").card;
    let input = DraftInput {
        id: String::new(),
        card: card.clone(),
        base: card.clone(),
    };
    let row = d.app.keep_draft(&input).expect("kept");
    assert_eq!(
        row.person.as_deref(),
        Some(id.as_str()),
        "about that person"
    );
    let again = d.app.keep_draft(&input).expect("kept");
    assert_eq!(
        d.app.drafts().expect("lists"),
        std::slice::from_ref(&again),
        "of one person the later draft alone"
    );
    let saved = d.app.save_form(&card, Some(&again.id)).expect("saved");
    assert_eq!(saved.change_set, None, "nothing differs");
    assert!(
        d.app.drafts().expect("lists").is_empty(),
        "and nothing waits"
    );
}

#[test]
fn a_draft_of_nobody_is_refused() {
    let mut d = device();
    let mut input = begun("X");
    input.card.id = "6e9e6a0e-3d0c-4c52-9a3a-3f6b3e7a0c11".into();
    assert_eq!(
        d.app.keep_draft(&input).expect_err("refused").code,
        ErrorCode::NotFound,
        "there is no such person"
    );
    assert_eq!(
        d.app.drop_draft("what").expect_err("refused").code,
        ErrorCode::NotFound,
        "nor such a draft"
    );
}
