//! The catalogue of the sheets: every language has every message with the same placeholders, and no copy of English.

use super::*;
use std::collections::BTreeSet;
use ugnay_words::audit::{Messages, complete, copies};

/// `paper.ftl` and `sheets.ftl`; the other files are the interface's, whose tests compare them.
fn own() -> Messages {
    let file = |language| {
        let [paper, .., sheets] = sources(language);
        format!("{paper}\n{sheets}")
    };
    complete(file).expect("every language says the same")
}

#[test]
fn every_language_has_the_same_messages_and_placeholders() {
    assert!(own().len() > 70, "the catalogue was read");
}

#[test]
fn translations_are_no_copies() {
    let forgotten = copies(&own(), |language, id| Words::new(language).t(id));
    assert_eq!(forgotten, Vec::<String>::new(), "said as in English");
}

#[test]
fn every_message_that_a_sheet_asks_for_exists_and_every_message_is_used() {
    let sources = [
        include_str!("../pdf.rs"),
        include_str!("../sheets/key.rs"),
        include_str!("../sheets/recovery.rs"),
        include_str!("../sheets/invitation.rs"),
        include_str!("../sheets/meeting.rs"),
        include_str!("../sheets/calls.rs"),
        include_str!("../sheets/family.rs"),
        include_str!("../sheets/consent.rs"),
        include_str!("../sheets/plan.rs"),
        include_str!("../sheets/copy.rs"),
        // What a copy holds comes with keys; its test names each.
        include_str!("../sheets/tests/copy.rs"),
    ];
    let asked: BTreeSet<String> = sources
        .iter()
        .flat_map(|s| s.split('"').skip(1).step_by(2))
        .flat_map(|text| text.split("; "))
        .map(|text| text.trim_start_matches('#'))
        .filter(|text| {
            let kinds = ["pp-", "pf-", "pc-", "pl-", "pr-"];
            kinds.iter().any(|p| text.starts_with(p) && text != p)
        })
        .map(str::to_owned)
        .collect();
    let there: BTreeSet<String> = own().into_keys().collect();
    assert_eq!(
        asked, there,
        "asked for by the sheets, beside the catalogue"
    );
}
