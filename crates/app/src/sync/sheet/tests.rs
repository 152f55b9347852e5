//! Which word is wrong is said, by its place.

use super::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

fn sheet() -> RecoverySheet {
    RecoverySheet::generate(&mut ChaCha20Rng::seed_from_u64(5))
}

#[test]
fn every_wrong_word_is_named_and_four_letters_do() {
    let sheet = sheet();
    let words = sheet.to_words();
    let mut list: Vec<String> = words
        .split(' ')
        .map(|w| w.chars().take(4).collect::<String>().to_uppercase())
        .collect();
    assert!(
        wrong_words(&sheet, &list.join("\n")).is_empty(),
        "four letters of each, in capitals, line by line"
    );
    list.swap(2, 17);
    list[23] = "nonsense".into();
    assert_eq!(
        wrong_words(&sheet, &list.join(" ")),
        [3, 18, 24],
        "two swapped words and a wrong one, by their places"
    );
    list.truncate(20);
    assert_eq!(
        wrong_words(&sheet, &list.join(" ")),
        [3, 18, 21, 22, 23, 24],
        "words that are missing are wrong"
    );
    let more = format!("{} {}", words.as_str(), "abandon");
    assert_eq!(
        wrong_words(&sheet, &more),
        [25],
        "one word too many is no sheet"
    );
}
