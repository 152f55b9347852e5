//! A message is said in its language, with its plural, and a missing one shows.

use super::*;
use proptest::prelude::*;

const FILE: &str = "\
hello = Hello
families = { $count ->
    [one] one family
   *[other] { $count } families
}
";

#[test]
fn messages_are_filled_and_a_later_file_counts() {
    let words = Catalogue::new(Language::En, &[FILE, "hello = Good day"]);
    assert_eq!(words.say("hello", &[]), "Good day", "the later file's");
    for (count, said) in [(1, "one family"), (3, "3 families")] {
        assert_eq!(
            words.say("families", &[("count", count.into())]),
            said,
            "the plural of {count}"
        );
    }
}

#[test]
fn what_is_missing_shows_its_id() {
    let words = Catalogue::new(Language::Fil, &[FILE, "half = { $"]);
    assert!(words.has("hello"), "there is one");
    assert!(!words.has("bye"), "there is none");
    assert_eq!(words.say("bye", &[]), "bye", "so that somebody sees it");
    assert_eq!(
        words.say("half", &[]),
        "half",
        "a line that is none takes nothing with it"
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
        assert_eq!(
            language.id().to_string(),
            language.tag(),
            "and so does its identifier"
        );
    }
    assert_eq!(Language::from_tag("de"), None, "no words in it");
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in ".{0,300}", id in "[a-z-]{0,12}") {
        let words = Catalogue::new(Language::Es, &[&text]);
        prop_assert!(words.has(&id) || words.say(&id, &[]) == id, "said, or shown as missing");
    }
}
