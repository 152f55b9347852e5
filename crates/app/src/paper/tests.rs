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
    let (s, _) = d.app.open().expect("an open register");
    s.register.states("export/").expect("states").len()
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
