//! BIP-39, English: the reference list of 12 and 24 words.

use ugnay_seal::words::{Invitation, PaperSeed};

use super::{fixture, hex, hex_array};

#[test]
fn bip39_english() {
    let vectors: Vec<(String, String)> = fixture("bip39_english.json");
    let (mut twelve, mut twenty_four) = (0, 0);
    for (entropy, words) in vectors {
        match hex(&entropy).len() {
            16 => {
                let ours = Invitation::from_bytes(hex_array(&entropy));
                assert_eq!(*ours.to_words(), words, "{entropy}");
                let read = Invitation::from_words(&words).expect("the vector's words");
                assert_eq!(read.to_bytes().to_vec(), hex(&entropy), "{words}");
                twelve += 1;
            }
            32 => {
                let ours = PaperSeed::from_bytes(hex_array(&entropy));
                assert_eq!(*ours.to_words(), words, "{entropy}");
                assert_eq!(PaperSeed::from_words(&words), Ok(ours), "{words}");
                twenty_four += 1;
            }
            other => panic!("no phrase of this project has {other} bytes"),
        }
    }
    assert_eq!(
        (twelve, twenty_four),
        (8, 8),
        "every vector of these lengths was run"
    );
}
