//! Every fault of a catalogue is noticed.

use super::*;

const GOOD: &str =
    "a = A longer text\nb = { $who } has { $count ->\n    [one] one\n   *[other] { $count }\n}\n";

fn other(language: Language, file: &str) -> Result<Messages, String> {
    complete(|l| if l == language { file } else { GOOD }.to_owned())
}

#[test]
fn a_whole_catalogue_is_read() {
    let all = complete(|_| GOOD.to_owned()).expect("nothing is missing");
    let names: Vec<&str> = all["b"].iter().map(String::as_str).collect();
    assert_eq!(names, ["count", "who"], "placeholders wherever they stand");
}

#[test]
fn faults_are_named() {
    for (file, named) in [
        ("a = Mahabang salita\n", "fil: b has None"),
        (&format!("{GOOD}c = More\n"), "fil: c has"),
        ("a = Isa\nb = { $who } lang\n", "fil: b has"),
        (&format!("{GOOD}a = Again\n"), "fil: a stands twice"),
        ("a\n", "fil: "),
    ] {
        let said = other(Language::Fil, file).expect_err("a fault");
        assert!(said.starts_with(named), "{named}: {said}");
    }
}

#[test]
fn copies_of_english_are_found() {
    let all = messages(GOOD).expect("reads");
    let say = |language, id: &str| match (language, id) {
        (Language::Es, "a") => "Un texto".to_owned(),
        _ => "A longer text".to_owned(),
    };
    assert_eq!(
        copies(&all, say),
        ["fil: a", "ceb: a", "fr: a"],
        "those who say it as English does; `b` has placeholders"
    );
}
