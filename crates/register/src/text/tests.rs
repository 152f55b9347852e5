//! Folding, phone words, and that no typed text can break out of its quotes.

use super::{fold, fts_query, phone_words};
use proptest::prelude::*;

#[test]
fn folding_drops_case_marks_and_diacritics() {
    for (text, folded) in [
        ("Peñaflor", "penaflor"),
        ("  DELA  CRUZ, Juan-José ", "dela cruz juan jose"),
        ("O'Hara", "ohara"),
        ("…", ""),
    ] {
        assert_eq!(fold(text), folded, "{text:?} is found without marks");
    }
}

#[test]
fn a_phone_is_found_as_people_type_it() {
    let words = phone_words("+639171234567");
    for typed in [
        "639171234567",
        "09171234567",
        "9171234567",
        "1234567",
        "4567",
    ] {
        assert!(
            words.iter().any(|w| w == typed),
            "{typed} finds +639171234567"
        );
    }
    assert!(phone_words("none").is_empty(), "no digits, no words");
}

#[test]
fn queries_are_prefixes_of_words_or_one_number() {
    assert_eq!(
        fts_query("Pe ña").as_deref(),
        Some("\"pe\" * AND \"na\" *"),
        "two words"
    );
    assert_eq!(
        fts_query("0917 123").as_deref(),
        Some("\"0917123\" *"),
        "one number"
    );
    assert_eq!(fts_query(" -- "), None, "nothing to look for");
}

proptest! {
    #[test]
    fn a_query_holds_only_quoted_words(typed in ".{0,40}") {
        if let Some(query) = fts_query(&typed) {
            for part in query.split(" AND ") {
                let word = part.strip_prefix('"').and_then(|p| p.strip_suffix("\" *"));
                prop_assert!(
                    word.is_some_and(|w| !w.is_empty() && w.chars().all(char::is_alphanumeric)),
                    "every part is one quoted word"
                );
            }
        }
    }
}
