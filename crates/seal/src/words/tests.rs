//! Words carry every bit and say where a typing error is.

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;

#[test]
fn paper_seed_round_trip_in_any_case_and_spacing() {
    let seed = PaperSeed::from_bytes([0x7f; 32]);
    let words = seed.to_words();
    assert_eq!(words.split(' ').count(), 24, "24 words are 256 bits");
    assert_eq!(
        PaperSeed::from_words(&words),
        Ok(seed.clone()),
        "as written"
    );
    let typed = words.to_uppercase().replace(' ', "  \n");
    assert_eq!(PaperSeed::from_words(&typed), Ok(seed), "as typed");
}

#[test]
fn typing_errors_are_named_by_position() {
    let words = PaperSeed::from_bytes([0x7f; 32]).to_words();
    let mut list: Vec<&str> = words.split(' ').collect();
    list[4] = "ugnay";
    assert_eq!(
        PaperSeed::from_words(&list.join(" ")),
        Err(WordsError::UnknownWord(5)),
        "counted from 1, the word itself is not repeated"
    );
    let short = list[..23].join(" ");
    let count = WordsError::Count {
        expected: 24,
        found: 23,
    };
    assert_eq!(PaperSeed::from_words(&short), Err(count), "one is missing");
    let zero = ["abandon"; 24].join(" ");
    assert_eq!(
        PaperSeed::from_words(&zero),
        Err(WordsError::Checksum),
        "checksum"
    );
}

#[test]
fn invitation_has_twelve_words_and_one_key() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let (a, b) = (
        Invitation::generate(&mut rng),
        Invitation::generate(&mut rng),
    );
    assert_eq!(
        a.to_words().split(' ').count(),
        12,
        "twelve words are 128 bits"
    );
    let read = Invitation::from_words(&a.to_words()).unwrap();
    assert_eq!(
        read.identity().public(),
        a.identity().public(),
        "same key on both sides"
    );
    assert_ne!(
        a.identity().public(),
        b.identity().public(),
        "one invitation, one key"
    );
    assert!(
        Invitation::from_words(&["abandon"; 12].join(" ")).is_err(),
        "checksum"
    );
}

#[test]
fn six_words_follow_the_transcript() {
    let a = sas_words(b"transcript");
    assert_eq!(a, sas_words(b"transcript"), "both screens show the same");
    assert_ne!(
        a,
        sas_words(b"transcripu"),
        "another transcript shows others"
    );
    // First group: the first eleven bits of the labelled hash.
    let digest = kdf::hash(&[Label::Sas.bytes(), b"transcript"]);
    let first = u16::from_be_bytes([digest.0[0], digest.0[1]]) >> 5;
    assert_eq!(
        a[0],
        word(usize::from(first)),
        "bits are taken from the front"
    );
    let last = (u16::from_be_bytes([digest.0[7], digest.0[8]]) >> 6) & 0x3ff;
    assert_eq!(
        Language::English.find_word(a[5]).map(|w| w & 0x3ff),
        Some(last),
        "and end at bit 66"
    );
}

proptest! {
    #[test]
    fn every_seed_round_trips(seed in prop::array::uniform32(any::<u8>())) {
        let seed = PaperSeed::from_bytes(seed);
        prop_assert_eq!(PaperSeed::from_words(&seed.to_words()), Ok(seed.clone()), "exact");
    }

    #[test]
    fn p32_any_text_is_refused_without_panic(text in ".{0,200}") {
        prop_assert!(PaperSeed::from_words(&text).is_err(), "noise is no seed");
        prop_assert!(Invitation::from_words(&text).is_err(), "noise is no invitation");
    }
}

#[test]
fn four_letters_of_a_word_are_enough_and_a_wrong_word_is_named() {
    let whole = PaperSeed::from_bytes([7; 32]).to_words();
    let short: Vec<&str> = whole.split(' ').map(|w| w.get(..4).unwrap_or(w)).collect();
    let seed = PaperSeed::from_words(&short.join(" ")).expect("four letters name a word");
    assert_eq!(
        *seed.to_bytes(),
        [7; 32],
        "no two words of the list share their first four letters"
    );
    let mut wrong = short.clone();
    wrong[6] = "qqqq";
    assert_eq!(
        PaperSeed::from_words(&wrong.join(" ")).err(),
        Some(WordsError::UnknownWord(7)),
        "the seventh word is named by its place, not by its letters"
    );
    assert_eq!(known("act"), Some("act"), "a whole word is not a beginning");
    assert_eq!(known("abo"), None, "three letters can mean several words");
}
