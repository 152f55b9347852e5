//! The text examples the C2SP specifications print (commit `5ba5ee8`), and lines that public logs and witnesses signed.
//!
//! Owns what was written by others: nothing here was made by this crate's own signing. tlog-tiles and tlog-policy
//! have their examples in the unit tests of `tiles` and `policy`.

use ugnay_log::{
    AddCheckpoint, KeyKind, LogError, Note, SignedCheckpoint, TlogProof, VerifierKey,
    cosignature_message, leaf_hash, verify_inclusion,
};

type Tested = Result<(), LogError>;

/// signed-note, at its beginning: two paragraphs, letters beyond ASCII.
const POEM: &str = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

/// signed-note, "Example": the one whose key is printed.
const EXAMPLE: &str = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
const EXAMPLE_KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

/// tlog-checkpoint, and tlog-cosignature with the witness's line.
const SOFA: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
const SOFA_WITNESS: &str = "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

/// What tlog-cosignature says `w1` signed.
const SOFA_MESSAGE: &str = "cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

/// tlog-proof up to the signatures, which the specification abbreviates.
const PROOF: &str = "c2sp.org/tlog-proof@v1\nextra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ\nindex 73894\ngSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\nB95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\nEKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=\nRoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=\nAHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n\nexample.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n";

/// A checkpoint of a public Certificate Transparency log: signed by the log in CT's own way (type 5, unknown here)
/// and cosigned by a public witness, whose key it publishes.
const PUBLIC_LOG: &str = "coachandhorses2026h1.staging.certificate.transparency.goog\n185550722\nYXAM0VmnrfvLaBCOOYSJhCaE5F10oGBOo+hkbDa1kng=\n\n— coachandhorses2026h1.staging.certificate.transparency.goog MpXgsHy8ZwxXnO+WjtVrPxAzL49Rs1gWTkNVNeEa//5peAzaocRCB3qt3EaibjzY5GILLtGgBP7dBhgcSHy+JQh0OAc=\n— witness.navigli.sunlight.geomys.org o+AP4gAAAABqb7DzNrGFRJnQ9vrJ8xpnwZytnr/ZYczDIsvwvouiSjwOjn7a72ccxBk+lKnZ7dKqkYKER1s/KxLTaVwQD7lJZTC/CQ==\n";
const PUBLIC_WITNESS: &str =
    "witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G";

/// The checkpoint a public service offers to witnesses, and its log's key.
const TEST_LOG: &str = "geomys.org/witness/test-log\n1\nBCml5C32yqMcl0gjTrcSOeNVx59oPnSdytBzDGBO5k0=\n\n— geomys.org/witness/test-log wHh/9BPsoBNr2x0Ol3qPBYasIN0HI2ZiBg5ac0v3LQq/7F+YO7U4oWbDeJn1VaWVrlbSEM30Gr7WWYQjj2SBxRoJ/Ao=\n";
const TEST_LOG_KEY: &str =
    "geomys.org/witness/test-log+c0787ff4+AeMb5VOzy60PTGdGmLPxOKGAa0jNyDGsgv2rnprGju1t";

/// Keys of public witnesses, as they publish them.
const WITNESSES: [&str; 7] = [
    PUBLIC_WITNESS,
    "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv",
    "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
    "staging.witness.transparency.goog/ring-any-bells+2e1a8dc9+BG5JTpLc3FJtwzgh1Uv+Qelz9qeOH2bfWjS1s0s+y4rL",
    "rgdd.se/poc-witness+db03732e+BCjJKlo6BU0xfIb8LutqerIFTWIXEA0L5n3tW3QyPFgG",
    "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
];

#[test]
fn signed_note_examples() -> Tested {
    let poem = Note::parse(POEM.as_bytes())?;
    assert!(
        poem.text().ends_with(":\n\ned è subito sera.\n"),
        "the text ends at the last empty line, not at the first"
    );
    assert_eq!(
        poem.signatures()
            .iter()
            .map(|s| (s.name.as_str(), s.id, s.bytes.len()))
            .collect::<Vec<_>>(),
        [("quasimodo.example/salvatore", 0x367b_a04b, 64)],
        "four bytes of id, then an Ed25519 signature"
    );
    assert_eq!(poem.to_text(), POEM, "written as it was read");

    let key = VerifierKey::parse(EXAMPLE_KEY)?;
    let note = Note::parse(EXAMPLE.as_bytes())?;
    assert_eq!(note.verify(&key), Ok(()), "the printed key signed it");
    assert_eq!(
        poem.verify(&key),
        Err(LogError::NotSigned),
        "and not the other one"
    );
    Ok(())
}

#[test]
fn checkpoint_and_cosignature_examples() -> Tested {
    let mut signed = SignedCheckpoint::parse(SOFA.as_bytes())?;
    let head = signed.checkpoint();
    assert_eq!(
        (head.origin.as_str(), head.size, head.extensions.len()),
        ("example.com/behind-the-sofa", 20_852_163, 0),
        "origin and size"
    );
    let message = cosignature_message(1_679_315_147, signed.note().text());
    assert_eq!(
        message,
        SOFA_MESSAGE.as_bytes(),
        "what a witness signs, as it is printed"
    );
    signed.add_cosignature(SOFA_WITNESS)?;
    let whole = format!("{SOFA}{SOFA_WITNESS}");
    assert_eq!(
        signed.to_text(),
        whole,
        "the witness's line goes under the log's"
    );
    assert_eq!(
        SignedCheckpoint::parse(whole.as_bytes())?,
        signed,
        "the cosigned example reads"
    );
    let line = signed.note().signatures().last().map(|s| s.bytes.clone());
    assert_eq!(
        line.as_ref().map(Vec::len),
        Some(72),
        "a time, then a signature"
    );
    assert_eq!(
        line.and_then(|bytes| bytes.first_chunk::<8>().copied())
            .map(u64::from_be_bytes),
        Some(1_679_315_147),
        "the time in the line is the time in the message"
    );
    Ok(())
}

#[test]
fn a_public_witness_cosigned_a_public_log() -> Tested {
    let witness = VerifierKey::parse(PUBLIC_WITNESS)?;
    let signed = SignedCheckpoint::parse(PUBLIC_LOG.as_bytes())?;
    assert_eq!(
        signed.cosignature(&witness)?.map(|c| c.time),
        Some(0x6a6f_b0f3),
        "its signature holds over the text and the time"
    );
    for (from, to) in [("185550722", "185550723"), ("YXAM", "YXAN")] {
        let changed = SignedCheckpoint::parse(PUBLIC_LOG.replacen(from, to, 1).as_bytes())?;
        assert_eq!(
            changed.cosignature(&witness),
            Err(LogError::BadSignature),
            "{from} is signed"
        );
    }
    for other in WITNESSES.iter().skip(1) {
        let key = VerifierKey::parse(other)?;
        assert_eq!(signed.cosignature(&key)?, None, "{other} is not under it");
    }
    Ok(())
}

#[test]
fn keys_of_public_witnesses_read_and_write() -> Tested {
    for vkey in WITNESSES {
        let key = VerifierKey::parse(vkey)?;
        assert_eq!(key.kind(), KeyKind::Cosignature, "{vkey} cosigns");
        assert_eq!(key.to_vkey(), vkey, "its id is computed as they compute it");
    }
    Ok(())
}

#[test]
fn a_public_log_of_one_entry() -> Tested {
    let key = VerifierKey::parse(TEST_LOG_KEY)?;
    assert_eq!(key.kind(), KeyKind::Note, "a log's key");
    let signed = SignedCheckpoint::parse(TEST_LOG.as_bytes())?;
    assert_eq!(signed.verify_log(&key), Ok(()), "the log signed it");
    // tlog-witness: the same checkpoint as it is offered to a witness that has seen nothing.
    let request = AddCheckpoint::parse(format!("old 0\n\n{TEST_LOG}").as_bytes())?;
    assert_eq!(
        (request.old_size, request.proof.len(), &request.checkpoint),
        (0, 0, &signed),
        "and this is how it is offered to witnesses"
    );
    let root = signed.checkpoint().root;
    assert_eq!(
        verify_inclusion(0, 1, &leaf_hash(b"other"), &[], &root),
        Err(LogError::BadProof),
        "of one entry the root is the leaf, and this is not it"
    );
    assert_eq!(
        verify_inclusion(0, 1, &root, &[], &root),
        Ok(()),
        "while that is"
    );
    Ok(())
}

#[test]
fn tlog_proof_example() -> Tested {
    // The example's signatures are printed as `hI2DJw[...]1roloI=`; whole lines stand in for them.
    let text = format!(
        "{PROOF}{}{}",
        SOFA_LOG_LINE.replace("behind-the-sofa", "fancylog"),
        SOFA_WITNESS
    );
    let proof = TlogProof::parse(text.as_bytes())?;
    assert_eq!(
        (proof.index, proof.hashes.len()),
        (73_894, 5),
        "index and path"
    );
    assert!(
        proof
            .extra
            .as_ref()
            .is_some_and(|e| e.starts_with(b"age-v1.2.1-darwin-arm64.tar.gz")),
        "the extra data"
    );
    let head = proof.checkpoint.checkpoint();
    assert_eq!(
        (head.origin.as_str(), head.size),
        ("example.com/fancylog", 109_482),
        "the checkpoint"
    );
    assert_eq!(proof.to_text(), text, "written as it was read");
    assert_eq!(
        verify_inclusion(proof.index, head.size, &[0; 32], &proof.hashes, &head.root),
        Err(LogError::BadProof),
        "five hashes are no path in a tree of that size: the example shows a form, not a proof"
    );
    assert!(
        TlogProof::parse(format!("{PROOF}— example.com/fancylog hI2DJw[...]1roloI=\n").as_bytes())
            .is_err(),
        "an abbreviated signature is no base64"
    );
    Ok(())
}

/// The log's line of [`SOFA`].
const SOFA_LOG_LINE: &str = "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
