//! The page's catalogue: every language has every message with the same placeholders, every message is used, every message
//! that is asked for exists, and the reader's language is chosen.

use super::*;
use crate::codes;
use proptest::prelude::*;
use std::collections::BTreeSet;
use ugnay_words::audit::{Messages, complete, copies};

fn messages() -> Messages {
    complete(|language| source(language).to_owned()).expect("every language says the same")
}

#[test]
fn every_language_has_the_same_messages_and_placeholders() {
    assert!(messages().len() > 120, "the catalogue was read");
}

#[test]
fn translations_are_no_copies() {
    let forgotten = copies(&messages(), |language, id| Words::new(language).t(id, &[]));
    assert_eq!(forgotten, Vec::<String>::new(), "said as in English");
}

/// Ids made of a kind and a code.
fn coded() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let lists: [(&str, &[&str]); 5] = [
        ("purpose", codes::PURPOSES),
        ("reason", codes::REASONS),
        ("authority", codes::AUTHORITIES),
        ("asked", codes::ASKED),
        ("outcome", codes::OUTCOMES),
    ];
    for (kind, list) in lists {
        out.extend(list.iter().map(|code| format!("tp-{kind}-{code}")));
    }
    out.extend(["authority", "asked"].map(|kind| format!("tp-{kind}-hidden")));
    out.extend(["approve", "object", "refuse"].map(|d| format!("tp-decision-{d}")));
    out.extend((1..=12).map(|m| format!("tp-month-{m}")));
    out.extend(
        ["requests", "drills", "demands", "statements", "who", "log"].map(|s| format!("tp-{s}")),
    );
    out
}

#[test]
fn every_message_is_used_and_every_one_asked_for_exists() {
    let code = [
        include_str!("../page.rs"),
        include_str!("../page/requests.rs"),
        include_str!("../page/demands.rs"),
        include_str!("../words.rs"),
    ]
    .concat();
    let asked: BTreeSet<String> = code
        .split('"')
        .filter(|s| s.starts_with("tp-") && !s.contains('{') && !s.contains('\n'))
        .map(str::to_owned)
        .chain(coded())
        .collect();
    let there: BTreeSet<String> = messages().into_keys().collect();
    assert_eq!(
        there.difference(&asked).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "a message nobody shows"
    );
    assert_eq!(
        asked.difference(&there).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "an id without a message"
    );
}

#[test]
fn the_preferred_language_is_chosen() {
    for (header, expected, why) in [
        ("", Language::En, "nothing asked"),
        ("fil-PH,en;q=0.5", Language::Fil, "the first"),
        ("tl", Language::Fil, "the old code of Filipino"),
        (
            "de, es;q=0.3, fr;q=0.7",
            Language::Fr,
            "the heaviest that is shipped",
        ),
        ("de", Language::En, "English where none is"),
        ("ES-mx", Language::Es, "letters' case does not matter"),
        (
            "ceb;q=0, en;q=0.1",
            Language::En,
            "not acceptable is not acceptable",
        ),
        (
            "fr;q=nonsense, ceb;q=0.2",
            Language::Ceb,
            "what is no weight counts nothing",
        ),
    ] {
        assert_eq!(negotiate(header), expected, "{why}: {header}");
    }
}

#[test]
fn dates_and_countries_are_in_words() {
    let at = 1_795_331_100; // 2026-11-22 07:05 UTC
    for (language, moment, country) in [
        (Language::En, "November 22, 2026, 07:05 UTC", "Saudi Arabia"),
        (
            Language::Fil,
            "Nobyembre 22, 2026, 07:05 UTC",
            "Saudi Arabia",
        ),
        (
            Language::Es,
            "22 de noviembre de 2026, 07:05 UTC",
            "Arabia Saudí",
        ),
        (
            Language::Fr,
            "22 novembre 2026, 07:05 UTC",
            "Arabie saoudite",
        ),
    ] {
        let words = Words::new(language);
        assert_eq!(words.moment(at), moment, "a moment in {}", language.tag());
        assert_eq!(
            words.country("SA"),
            country,
            "a country in {}",
            language.tag()
        );
        assert_eq!(
            words.country("XZ"),
            "XZ",
            "an unknown country stays as it is"
        );
    }
    let words = Words::new(Language::En);
    assert_eq!(
        words.day(i64::MAX),
        "December 31, 9999",
        "any number is a day"
    );
    assert_eq!(words.day(i64::MIN), "January 1, 1970", "however small");
}

#[test]
fn plurals_fit_the_number() {
    for (language, count, expected) in [
        (Language::En, 1, "A: one demand"),
        (Language::En, 2, "A: 2 demands"),
        (Language::Fil, 1, "A: isang utos"),
        (Language::Fil, 2, "A: 2 utos"),
        (Language::Ceb, 3, "A: 3 ka mando"),
        (Language::Fr, 21, "A : 21 exigences"),
    ] {
        let said = Words::new(language).t(
            "tp-demands-count",
            &[("who", "A".into()), ("count", count.into())],
        );
        assert_eq!(said, expected, "{} {count}", language.tag());
    }
}

proptest! {
    #[test]
    fn p32_any_header_gives_a_language(header in ".{0,200}") {
        prop_assert!(Language::ALL.contains(&negotiate(&header)), "one of the five");
    }
}
