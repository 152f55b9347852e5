//! The catalogue of the sheets: every language has every message with the same placeholders, and no copy of English.

use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Ids of `paper.ftl` and `sheets.ftl` with the names of their placeholders.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let [paper, .., sheets] = language.sources();
    let resource = fluent_syntax::parser::parse(format!("{paper}\n{sheets}"))
        .unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", language.tag()));
    let mut out = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(m) = entry else { continue };
        let mut names = BTreeSet::new();
        for element in &m.value.as_ref().expect("a message says something").elements {
            let PatternElement::Placeable { expression } = element else {
                continue;
            };
            let Expression::Inline(InlineExpression::VariableReference { id }) = expression else {
                panic!("{}: {} is no plain placeholder", language.tag(), m.id.name);
            };
            names.insert(id.name.clone());
        }
        let before = out.insert(m.id.name.clone(), names);
        assert!(
            before.is_none(),
            "{}: {} stands twice",
            language.tag(),
            m.id.name
        );
    }
    out
}

#[test]
fn every_language_has_the_same_messages_and_placeholders() {
    let english = messages(Language::En);
    assert!(english.len() > 70, "the catalogue was read");
    for language in Language::ALL {
        assert_eq!(
            messages(language),
            english,
            "{} beside English",
            language.tag()
        );
    }
}

#[test]
fn translations_are_no_copies() {
    let english = Words::new(Language::En);
    for language in Language::ALL.into_iter().filter(|l| *l != Language::En) {
        let own = Words::new(language);
        let same: Vec<String> = messages(language)
            .into_keys()
            .filter(|id| own.t(id) == english.t(id) && english.t(id).len() > 12)
            .collect();
        assert_eq!(
            same,
            Vec::<String>::new(),
            "forgotten in {}",
            language.tag()
        );
    }
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
    let there: BTreeSet<String> = messages(Language::En).into_keys().collect();
    assert_eq!(
        asked, there,
        "asked for by the sheets, beside the catalogue"
    );
}

#[test]
fn tags_and_languages_match() {
    for language in Language::ALL {
        assert_eq!(
            Language::from_tag(language.tag()),
            Some(language),
            "a tag names its language"
        );
    }
    assert_eq!(
        Language::from_tag("de"),
        None,
        "no sheet in a language without words"
    );
}
