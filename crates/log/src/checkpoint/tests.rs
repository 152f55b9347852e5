//! Checkpoints and cosignatures: text, messages, refusals.

use super::*;
use proptest::prelude::*;

const TEXT: &str =
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

fn log_key() -> SignerKey {
    SignerKey::from_seed("example.com/behind-the-sofa", KeyKind::Note, &[1; 32]).unwrap()
}

fn witness_key() -> SignerKey {
    SignerKey::from_seed("witness.example.com/w1", KeyKind::Cosignature, &[2; 32]).unwrap()
}

#[test]
fn the_specification_text_reads_and_writes() {
    let checkpoint = Checkpoint::parse(TEXT).unwrap();
    assert_eq!(
        (checkpoint.origin.as_str(), checkpoint.size),
        ("example.com/behind-the-sofa", 20_852_163),
        "its parts"
    );
    assert_eq!(checkpoint.to_text(), TEXT, "one encoding");
    let message = cosignature_message(1_679_315_147, TEXT);
    assert_eq!(
        message,
        format!("cosignature/v1\ntime 1679315147\n{TEXT}").into_bytes(),
        "the specification's message"
    );
    let extended = format!("{TEXT}extension\n");
    assert_eq!(
        Checkpoint::parse(&extended).unwrap().extensions,
        vec!["extension"],
        "extension lines are kept"
    );
}

#[test]
fn malformed_checkpoints_are_refused() {
    for bad in [
        "",
        "\n",
        "o\n1\n",
        "o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
        "o\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    ] {
        assert!(
            Checkpoint::parse(bad).is_err(),
            "{bad:?} is not a checkpoint"
        );
    }
    let many = format!("{TEXT}{}", "x\n".repeat(MAX_EXTENSION_LINES + 1));
    assert_eq!(
        Checkpoint::parse(&many),
        Err(LogError::TooLarge("extension lines")),
        "extensions are bounded"
    );
}

#[test]
fn signing_and_cosigning() {
    let (log, witness) = (log_key(), witness_key());
    let mut signed = Checkpoint::parse(TEXT).unwrap().sign(&log).unwrap();
    assert_eq!(
        signed.verify_log(log.verifier()),
        Ok(()),
        "the log signed it"
    );
    assert_eq!(
        signed.cosignature(witness.verifier()),
        Ok(None),
        "nobody cosigned yet"
    );
    let line = signed.cosign(&witness, 1_679_315_147).unwrap().to_line();
    signed.add_cosignature(&line).unwrap();
    let parsed = SignedCheckpoint::parse(signed.to_text().as_bytes()).unwrap();
    assert_eq!(parsed, signed, "the note reads back");
    assert_eq!(
        parsed.cosignature(witness.verifier()),
        Ok(Some(Cosignature {
            time: 1_679_315_147
        })),
        "with its time"
    );
    assert_eq!(
        signed.add_cosignature(&line),
        Err(LogError::DuplicateSignature),
        "a witness cosigns once"
    );
}

#[test]
fn keys_of_the_wrong_kind_or_name_do_not_count() {
    let (log, witness) = (log_key(), witness_key());
    let signed = Checkpoint::parse(TEXT).unwrap().sign(&log).unwrap();
    assert!(
        signed.cosign(&log, 5).is_err(),
        "a note key does not cosign"
    );
    assert!(
        signed.cosign(&witness, -1).is_err(),
        "a time before 1970 cannot be written"
    );
    assert!(
        Checkpoint::new("o", 0, [0; 32])
            .sign(&SignerKey::from_seed("o", KeyKind::Note, &[3; 32]).unwrap())
            .is_err(),
        "an empty tree has the empty root"
    );
    let other = SignerKey::from_seed("other", KeyKind::Note, &[1; 32]).unwrap();
    assert_eq!(
        signed.verify_log(other.verifier()),
        Err(LogError::WrongOrigin),
        "the key's name is the origin"
    );
    assert_eq!(
        Checkpoint::new("x", 0, empty_root()).sign(&log).err(),
        Some(LogError::WrongOrigin),
        "only its own log"
    );
    let mut twisted = signed.clone();
    let mut line = signed.cosign(&witness, 5).unwrap();
    line.bytes[7] ^= 1;
    twisted.add_cosignature(&line.to_line()).unwrap();
    assert_eq!(
        twisted.cosignature(witness.verifier()),
        Err(LogError::BadSignature),
        "the time is signed too"
    );
}

proptest! {
    #[test]
    fn p32_checkpoint_parser_never_panics_and_has_one_encoding(text in "[a-z\\n0-9=/+]{0,120}") {
        if let Ok(checkpoint) = Checkpoint::parse(&text) {
            prop_assert_eq!(checkpoint.to_text(), text, "what parses is the one encoding");
        }
    }

    #[test]
    fn p32_checkpoint_round_trip(origin in "[a-z/.]{1,30}", size in 1u64..(1 << 62), root in any::<[u8; 32]>()) {
        let checkpoint = Checkpoint::new(&origin, size, root);
        prop_assert_eq!(Checkpoint::parse(&checkpoint.to_text()), Ok(checkpoint), "reads back");
    }
}
