//! What is handed out is the interface's catalogue, whole, in every language its folder has.

use super::{CATALOGUES, catalogue};
use crate::dto::ErrorCode;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Names of messages in the order they stand.
fn ids(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .collect()
}

#[test]
fn every_language_has_the_messages_of_english_once() {
    let english: BTreeSet<&str> = ids(catalogue("en").expect("shipped")).into_iter().collect();
    assert!(
        english.len() > 1000,
        "the files were read: {}",
        english.len()
    );
    for (tag, text) in CATALOGUES {
        let own = ids(text);
        let set: BTreeSet<&str> = own.iter().copied().collect();
        assert_eq!(set.len(), own.len(), "{tag}: a message twice is no message");
        assert_eq!(
            set, english,
            "{tag}: a missing message would be shown in English"
        );
    }
}

#[test]
fn every_folder_of_words_is_handed_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/i18n");
    let mut languages = BTreeSet::new();
    for entry in fs::read_dir(root).expect("the interface's words") {
        let path = entry.expect("an entry").path();
        if !path.is_dir() {
            continue;
        }
        let tag = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = catalogue(&tag).expect("a folder is a language");
        let home = fs::read_to_string(path.join("home.ftl")).expect("its home screen");
        for line in home.lines().filter(|l| l.contains(" = ")) {
            assert!(
                text.contains(line),
                "{tag}: what stands in a file is handed out"
            );
        }
        languages.insert(tag);
    }
    let handed: BTreeSet<String> = CATALOGUES
        .iter()
        .map(|(tag, _)| (*tag).to_owned())
        .collect();
    assert_eq!(languages, handed, "as many languages as folders");
}

#[test]
fn a_language_that_is_not_shipped_is_refused() {
    for tag in ["", "de", "FIL", "../en", "en\0"] {
        let refused = catalogue(tag).expect_err("not shipped");
        assert_eq!(refused.code, ErrorCode::BadInput, "refused with its code");
        assert_eq!(refused.field.as_deref(), Some("language"), "and its field");
    }
}

/// Codes of refusals in the Rust files of a folder or a file, tests left out.
fn refusals(path: &Path, out: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            refusals(&entry.expect("an entry").path(), out);
        }
    } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
        let text = fs::read_to_string(path).expect("a source");
        let codes = text.split("refused(\"").skip(1);
        out.extend(
            codes
                .filter_map(|rest| rest.split_once('"'))
                .map(|(code, _)| code.to_owned()),
        );
    }
}

#[test]
fn every_refusal_of_a_custodians_step_has_words_that_are_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut codes = BTreeSet::new();
    refusals(&root.join("src/custody"), &mut codes);
    refusals(&root.join("src/federation/demands.rs"), &mut codes);
    assert!(codes.len() > 15, "the sources were read: {codes:?}");
    let shown = fs::read_to_string(root.join("../../ui/src/shared/errors.ts")).expect("the list");
    for code in codes {
        let id = format!("refused-{code}");
        assert!(
            shown.contains(&format!("\"{id}\"")),
            "{id}: the window would only say that a check refused"
        );
        for (tag, text) in CATALOGUES {
            assert!(ids(text).contains(&id.as_str()), "{tag}: {id} has no words");
        }
    }
}
