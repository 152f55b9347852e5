//! A sheet is made from what the register knows, noted like an export, and made at all only while its words are shown.

use crate::dto::{ErrorCode, KeyOnPaper, PaperLook, StartDrill};
use crate::testing::{Device, device};

fn look(language: &str) -> PaperLook {
    PaperLook {
        language: language.to_owned(),
        letter: false,
    }
}

fn notes(d: &mut Device) -> usize {
    let list = d.app.exports(100).expect("what was given out");
    list.rows.iter().map(|r| r.times as usize).sum()
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.len() > 5000
}

#[test]
fn a_meeting_sheet_is_made_and_noted() {
    let mut d = device();
    d.add("Villanueva", "Ana", "SA");
    let before = notes(&mut d);
    let pdf = d.app.meeting_sheet("", &look("fil")).expect("a sheet");
    assert!(is_pdf(&pdf), "the file is a PDF");
    assert_eq!(
        notes(&mut d),
        before + 1,
        "names left the register: it says so"
    );
    let again = d.app.meeting_sheet("", &look("fil")).expect("a sheet");
    assert_eq!(
        pdf, again,
        "the same register on the same day gives the same sheet"
    );
    let refused = d
        .app
        .meeting_sheet("Dita", &look("fil"))
        .expect_err("no code");
    assert_eq!(refused.code, ErrorCode::BadInput, "a name is no code");
}

#[test]
fn a_call_sheet_is_made_and_noted() {
    let mut d = device();
    d.add("Villanueva", "Ana", "SA");
    let input = StartDrill {
        country: "SA".to_owned(),
        level: 1,
    };
    let campaign = d.app.start_drill(&input).expect("a drill").id;
    let before = notes(&mut d);
    let one = d.app.calls_sheet(&campaign, &look("en")).expect("a sheet");
    assert!(is_pdf(&one), "the file is a PDF");
    assert_eq!(
        notes(&mut d),
        before + 1,
        "names left the register: it says so"
    );
    let refused = d
        .app
        .calls_sheet("nothing", &look("en"))
        .expect_err("no campaign");
    assert_eq!(
        refused.code,
        ErrorCode::NotFound,
        "a sheet of nothing is refused"
    );
}

#[test]
fn a_recovery_sheet_is_made_only_while_its_words_are_shown() {
    let mut d = device();
    let refused = d.app.recovery_sheet(&look("es")).expect_err("no words");
    assert_eq!(
        refused.code,
        ErrorCode::Refused,
        "there is nothing to print"
    );
}

#[test]
fn a_key_sheet_needs_all_its_words() {
    let mut key = KeyOnPaper {
        words: vec!["anchor".to_owned(); 24],
        fingerprint: "six words".to_owned(),
        organisation: "Foundation".to_owned(),
    };
    let pdf = super::key_sheet(&key, &look("fr")).expect("a sheet");
    assert!(is_pdf(&pdf), "the file is a PDF");
    assert_eq!(
        format!("{key:?}"),
        "KeyOnPaper(…)",
        "the words are not written into a log"
    );
    key.words.pop();
    let refused = super::key_sheet(&key, &look("fr")).expect_err("23 words");
    assert_eq!(
        refused.code,
        ErrorCode::BadInput,
        "a key with a word missing opens nothing"
    );
}

#[test]
fn a_family_cards_code_is_a_number_that_only_this_register_reads() {
    let mut d = device();
    let id = d.add("Villanueva", "Ana", "SA");
    let before = notes(&mut d);
    let pdf = d.app.family_card(&id, &look("fil")).expect("a card");
    assert!(is_pdf(&pdf), "the file is a PDF");
    assert_eq!(
        notes(&mut d),
        before + 1,
        "a name left the register: it says so"
    );
    let code = format!("UGNAY:CARD:{}", id.replace('-', "").to_uppercase());
    assert!(
        code.len() == 43 && !code.contains("Ana") && !code.contains("Villanueva"),
        "a random number and nothing else"
    );
    assert_eq!(
        d.app.read_family_card(&code).expect("ours"),
        id,
        "this register knows whose it is"
    );
    let mut other = device();
    let elsewhere = other.app.read_family_card(&code).expect_err("not theirs");
    assert_eq!(
        (elsewhere.code, elsewhere.detail.as_deref()),
        (ErrorCode::Refused, Some("card_elsewhere")),
        "another register learns nothing"
    );
    for bad in [
        "",
        "UGNAY:CARD:12",
        "https://example.org",
        &code.replace('-', "G")[..42],
    ] {
        assert_eq!(
            d.app.read_family_card(bad).expect_err("no card").code,
            ErrorCode::BadInput,
            "{bad:?} is no card"
        );
    }
    assert_eq!(
        d.app
            .family_card("nobody", &look("en"))
            .expect_err("nobody")
            .code,
        ErrorCode::NotFound,
        "a card for nobody is refused"
    );
}

#[test]
fn forms_and_plans_are_made() {
    let mut d = device();
    let id = d.add("Villanueva", "Ana", "SA");
    let before = notes(&mut d);
    assert!(
        is_pdf(&d.app.consent_form("", &look("ceb")).expect("a form")),
        "to fill in"
    );
    assert_eq!(notes(&mut d), before, "an empty form takes nobody out");
    assert!(
        is_pdf(&d.app.consent_form(&id, &look("es")).expect("a form")),
        "for somebody"
    );
    assert!(
        is_pdf(&d.app.plan_sheet("SA", &look("fr")).expect("a plan")),
        "with nothing written yet"
    );
    assert_eq!(notes(&mut d), before + 2, "both are noted");
}
