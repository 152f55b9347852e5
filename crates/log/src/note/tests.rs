//! Notes against the specification's example, another implementation, and arbitrary bytes.

use super::*;
use proptest::prelude::*;
use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};

const SPEC_NOTE: &str = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
const SPEC_VKEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

fn key(name: &str) -> SignerKey {
    SignerKey::generate(name, KeyKind::Note, &mut ChaCha20Rng::seed_from_u64(7)).unwrap()
}

#[test]
fn the_specification_note_verifies() {
    let key = VerifierKey::parse(SPEC_VKEY).unwrap();
    let note = Note::parse(SPEC_NOTE.as_bytes()).unwrap();
    assert_eq!(
        note.verify(&key),
        Ok(()),
        "the example is signed by the example key"
    );
    assert_eq!(note.to_text(), SPEC_NOTE, "and reads back byte for byte");
    let other = Note::parse(
        SPEC_NOTE
            .replace("example message", "Example message")
            .as_bytes(),
    )
    .unwrap();
    assert_eq!(
        other.verify(&key),
        Err(LogError::BadSignature),
        "another text is not signed"
    );
}

#[test]
fn other_implementation_reads_our_notes() {
    let signer = key("a.example/x");
    let mut note = Note::new("a\n\nb\n").unwrap();
    note.sign(&signer).unwrap();
    let theirs = signed_note::Note::from_bytes(note.to_text().as_bytes()).unwrap();
    let verifier = signed_note::StandardVerifier::new(&signer.verifier().to_vkey()).unwrap();
    let (good, unknown) = theirs
        .verify(&signed_note::VerifierList::new(vec![Box::new(verifier)]))
        .unwrap();
    assert_eq!(
        (good.len(), unknown.len()),
        (1, 0),
        "signed_note accepts our signature"
    );
    let again = Note::parse(note.to_text().as_bytes()).unwrap();
    assert_eq!(
        again, note,
        "text with an empty line in it splits at the last one"
    );
}

#[test]
fn unknown_signatures_are_ignored_and_known_ones_must_hold() {
    let (a, b) = (
        key("a"),
        SignerKey::from_seed("a", KeyKind::Note, &[9; 32]).unwrap(),
    );
    let mut note = Note::new("t\n").unwrap();
    note.sign(&a).unwrap();
    assert_eq!(
        note.verify(b.verifier()),
        Err(LogError::NotSigned),
        "same name, other id: unknown, so ignored"
    );
    note.sign(&b).unwrap();
    assert_eq!(
        note.verify(a.verifier()),
        Ok(()),
        "a second signature does no harm"
    );
    assert_eq!(
        note.sign(&b),
        Err(LogError::DuplicateSignature),
        "a key signs once"
    );
    let line = note.signatures()[0].to_line();
    let twice = Note::parse(format!("{}{line}", note.to_text()).as_bytes()).unwrap();
    assert_eq!(
        twice.verify(a.verifier()),
        Err(LogError::DuplicateSignature),
        "a known key twice is refused"
    );
}

#[test]
fn malformed_notes_are_refused() {
    for bad in [
        "",
        "\n",
        "a\n",
        "a\n\n",
        "a\n\n\n",
        "a\n\n— k\n",
        "a\n\n— k AAAAAA==\n",
        "a\n\n- k AAAAAAA=\n",
        "a\n\n— k+k AAAAAAA=\n",
        "a\n\n—  AAAAAAA=\n",
        "a\n\n— k AAAAAAA=",
        "a\n\n— k AAAAAAA= \n",
        "a\tb\n\n— k AAAAAAA=\n",
        "a\r\n\n— k AAAAAAA=\n",
        "a\n\n— k\u{a0} AAAAAAA=\n",
    ] {
        assert!(
            Note::parse(bad.as_bytes()).is_err(),
            "{bad:?} is not a note"
        );
    }
    assert!(
        Note::parse(b"a\xff\n\n\xe2\x80\x94 k AAAAAAA=\n").is_err(),
        "notes are UTF-8"
    );
    assert!(Note::new("no newline").is_err(), "a text ends in a newline");
    let many = format!("a\n\n{}", "— k AAAAAAA=\n".repeat(MAX_SIGNATURES + 1));
    assert_eq!(
        Note::parse(many.as_bytes()),
        Err(LogError::TooLarge("signatures")),
        "signatures are bounded"
    );
    assert_eq!(
        Note::parse(&vec![b'a'; MAX_NOTE_LEN + 1]),
        Err(LogError::TooLarge("note")),
        "notes are bounded"
    );
    assert_eq!(MAX_NOTE_LEN, 262_144, "every reader has the same bound");
}

proptest! {
    #[test]
    fn p32_note_parser_never_panics_and_has_one_encoding(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert_eq!(note.to_text().into_bytes(), bytes, "what parses is the one encoding");
        }
    }

    #[test]
    fn p32_note_mutations(at in 0..SPEC_NOTE.len(), with in any::<u8>()) {
        let mut bytes = SPEC_NOTE.as_bytes().to_vec();
        let changed = bytes[at] != with;
        bytes[at] = with;
        let key = VerifierKey::parse(SPEC_VKEY).unwrap();
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert_eq!(note.to_text().into_bytes(), bytes, "what parses is the one encoding");
            prop_assert!(!changed || note.verify(&key).is_err(), "no changed note verifies");
        }
    }
}

#[test]
fn a_line_takes_the_place_of_its_own_keys_line_alone() {
    let line = |name: &str, id: u32, says: u8| NoteSignature {
        name: name.to_owned(),
        id,
        bytes: vec![says],
    };
    let mut note = Note::new("text\n").unwrap();
    note.put(line("w.example/a", 1, 1)).unwrap();
    note.put(line("w.example/b", 1, 2)).unwrap();
    note.put(line("w.example/a", 2, 3)).unwrap();
    note.put(line("w.example/a", 1, 4)).unwrap();
    assert_eq!(
        note.signatures,
        vec![
            line("w.example/a", 1, 4),
            line("w.example/b", 1, 2),
            line("w.example/a", 2, 3),
        ],
        "neither the same number under another name nor another key of the same name gives way"
    );
}
