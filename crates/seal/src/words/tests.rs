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

#[test]
fn beginnings_of_words() {
    assert_eq!(known("zero"), Some("zero"), "a whole word");
    assert_eq!(known(" ZERO "), Some("zero"), "as it is typed");
    assert_eq!(
        known("zer"),
        None,
        "three letters are too few even where one word alone begins so"
    );
    assert_eq!(known("aban"), Some("abandon"), "four are enough");
    assert_eq!(known("abandonn"), None, "too many are another word");
    assert_eq!(known(""), None, "nothing is no word");
    let list = Language::English.word_list();
    assert_eq!(list.len(), 2048, "eleven bits");
    for word in list {
        assert_eq!(known(word), Some(*word), "every word is itself");
        let four = word.get(..4).unwrap_or(word);
        assert_eq!(known(four), Some(*word), "and by its first four letters");
    }
}

#[test]
fn an_invitation_is_its_bytes_and_three_keys() {
    let a = Invitation::from_bytes([7; 16]);
    assert_eq!(*a.to_bytes(), [7; 16], "as in the QR code");
    let read = Invitation::from_words(&a.to_words()).unwrap();
    assert_eq!(*read.to_bytes(), [7; 16], "as typed");
    assert_ne!(
        a.identity().public(),
        a.pairing_identity().public(),
        "inviting and meeting have keys of their own"
    );
    let other = Invitation::from_bytes([8; 16]);
    assert_ne!(
        a.pairing_identity().public(),
        other.pairing_identity().public(),
        "other words, other keys"
    );
    assert_ne!(
        a.pairing_reader().public().hash(),
        other.pairing_reader().public().hash(),
        "to seal to as well"
    );
    assert_eq!(format!("{a:?}"), "Invitation(secret)", "P35");
    assert_eq!(
        Invitation::from_words(&["abandon"; 24].join(" ")).err(),
        Some(WordsError::Count {
            expected: 12,
            found: 24
        }),
        "a sheet's words are no invitation"
    );
}

#[test]
fn a_random_phrase_uses_every_bit_of_its_words() {
    use rand_chacha::rand_core::{Rng, SeedableRng};
    let mut rng = ChaCha20Rng::seed_from_u64(9);
    let mut same = ChaCha20Rng::seed_from_u64(9);
    let phrase = random_phrase(64, &mut rng);
    let expected: Vec<&str> = (0..64)
        .map(|_| {
            let mut two = [0; 2];
            same.fill_bytes(&mut two);
            word(usize::from(u16::from_be_bytes(two) & 0x7ff))
        })
        .collect();
    assert_eq!(
        phrase.split(' ').collect::<Vec<_>>(),
        expected,
        "the lower eleven bits of each two bytes, and no word missing"
    );
}
