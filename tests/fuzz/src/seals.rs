//! What `seal` opens: bundles, shares, sealed objects, letters, receipts, words, key files.

use crate::{Target, unhex};
use serde_json::Value;
use ugnay_seal::envelope::{Context, open_signed};
use ugnay_seal::{
    BlobName, BundleView, Current, CustodianShares, FedId, Hash32, Receipt, SealKeyPair,
    SealPublic, Sigma, SigningIdentity, devwrap, handover, open_shares, passphrase, share_release,
    words,
};

/// A golden file of `crates/seal`.
macro_rules! golden {
    ($name:literal) => {
        serde_json::from_str::<Value>(include_str!(concat!(
            "../../../crates/seal/tests/golden/files/",
            $name,
            ".json"
        )))
        .expect("golden files are JSON")
    };
}

fn hex(value: &Value, field: &str) -> Vec<u8> {
    unhex(
        value[field]
            .as_str()
            .expect("a golden field in hexadecimal"),
    )
}

fn array<const N: usize>(value: &Value, field: &str) -> [u8; N] {
    hex(value, field)
        .try_into()
        .expect("a golden field of fixed length")
}

fn bundle(b: &[u8]) {
    let Ok(view) = BundleView::parse(b) else {
        return;
    };
    let golden = golden!("bundle");
    let current = Current {
        fed: FedId(array(&golden, "fed")),
        roster_hash: Hash32(array(&golden, "roster_hash")),
        policy_hash: Hash32(array(&golden, "policy_hash")),
        k: view.k(),
        n: view.n(),
        min_bundle_seq: 0,
        write_cap: None,
    };
    // The write capability signs every byte: what parses after a wound was not wounded.
    assert_eq!(
        b,
        hex(&golden, "bundle"),
        "no wounded bundle keeps its signature"
    );
    let seed = golden["custodian_seeds"][0]
        .as_str()
        .map(unhex)
        .and_then(|s| s.try_into().ok());
    let pair = SealKeyPair::from_seed(&seed.expect("a seed of 32 bytes"));
    assert!(
        open_shares(&view, &current, 1, &pair).is_ok(),
        "the golden bundle opens"
    );
}

fn stored_shares(b: &[u8]) {
    if let Ok(shares) = CustodianShares::from_bytes(b) {
        assert_eq!(
            shares.to_bytes().as_slice(),
            b,
            "one encoding of stored shares"
        );
    }
}

fn sealed_object(b: &[u8]) {
    let golden = golden!("objects");
    let sigma = Sigma::from_bytes(array(&golden, "sigma"));
    let ctx = Context::head(
        FedId(array(&golden, "fed")),
        sigma.epoch_id(),
        BlobName([0x55; 16]),
    );
    let _ = open_signed(&sigma.head_key(), &ctx, b);
    let _ = ugnay_seal::envelope::object_kind(b);
}

fn receipts(b: &[u8]) {
    let golden = golden!("receipts");
    let key = SigningIdentity::from_seed(&array(&golden, "seed"));
    let fed = FedId(array(&golden, "fed"));
    if let Ok(receipt) = Receipt::verify(b, &fed, &key.public()) {
        assert_eq!(receipt.sign(&key), b, "one encoding of one receipt");
    }
    let _ = Receipt::verify(b, &FedId([0; 16]), &key.public());
}

fn device_wrap(b: &[u8]) {
    let golden = golden!("devwrap");
    let binding = devwrap::WrapBinding {
        fed: FedId(array(&golden, "fed")),
        roster_hash: Hash32(array(&golden, "roster_hash")),
        device_pk_hash: Hash32(array(&golden, "device_pk_hash")),
    };
    let pair = SealKeyPair::from_seed(&array(&golden, "receiver_seed"));
    if devwrap::unwrap(b, &binding, &pair).is_ok() {
        assert_eq!(b, hex(&golden, "bytes"), "no wounded wrap opens");
    }
    let _ = devwrap::epoch_of(b);
}

fn released_shares(b: &[u8]) {
    let golden = golden!("share-release");
    let binding = share_release::ReleaseBinding {
        fed: FedId(array(&golden, "fed")),
        q_id: Hash32(array(&golden, "q_id")),
        approve_set_hash: Hash32(array(&golden, "approve_set_hash")),
        checkpoint_root: Hash32(array(&golden, "checkpoint_root")),
        x: golden["x"].as_u64().unwrap_or_default() as u8,
    };
    let sender = SigningIdentity::from_seed(&array(&golden, "sender_seed")).public();
    let pair = SealKeyPair::from_seed(&array(&golden, "receiver_seed"));
    if share_release::open_release(b, &binding, &sender, &pair).is_ok() {
        assert_eq!(b, hex(&golden, "bytes"), "no wounded release opens");
    }
}

fn handed_over(b: &[u8]) {
    let golden = golden!("handover");
    let of_bundle = golden!("bundle");
    let bytes = hex(&of_bundle, "bundle");
    let Ok(view) = BundleView::parse(&bytes) else {
        return;
    };
    let binding = handover::HandoverBinding {
        fed: FedId(array(&golden, "fed")),
        epoch_id: ugnay_seal::EpochId(array(&golden, "epoch_id")),
        header_hash: Hash32(array(&golden, "header_hash")),
        old_roster_hash: Hash32(array(&golden, "old_roster_hash")),
        new_roster_hash: Hash32(array(&golden, "new_roster_hash")),
        x: golden["x"].as_u64().unwrap_or_default() as u8,
    };
    let sender = SigningIdentity::from_seed(&array(&golden, "sender_seed")).public();
    let pair = SealKeyPair::from_seed(&array(&golden, "receiver_seed"));
    if handover::open_handover(b, &binding, &sender, &pair, &view).is_ok() {
        assert_eq!(b, hex(&golden, "bytes"), "no wounded hand-over opens");
    }
}

fn typed_words(b: &[u8]) {
    let typed = String::from_utf8_lossy(b);
    if let Ok(invitation) = words::Invitation::from_words(&typed) {
        let again = words::Invitation::from_words(&invitation.to_words());
        assert!(
            again.is_ok_and(|i| i.to_bytes() == invitation.to_bytes()),
            "words read as themselves"
        );
    }
    let _ = words::PaperSeed::from_words(&typed);
}

fn public_key(b: &[u8]) {
    if let Ok(key) = SealPublic::from_bytes(b) {
        assert_eq!(key.to_bytes(), b, "one encoding of one key");
    }
}

fn key_file(b: &[u8]) {
    let _ = passphrase::needs_keystore(b);
}

const fn target(
    name: &'static str,
    run: fn(&[u8]),
    seeds: fn() -> Vec<Vec<u8>>,
    slow: u32,
) -> Target {
    Target {
        name,
        run,
        seeds,
        slow,
    }
}

pub const TARGETS: &[Target] = &[
    target(
        "seal_bundle",
        bundle,
        || vec![hex(&golden!("bundle"), "bundle")],
        40,
    ),
    target(
        "seal_stored_shares",
        stored_shares,
        || {
            let golden = golden!("bundle");
            let all = golden["stored_shares"].as_array();
            all.map(|all| all.iter().filter_map(Value::as_str).map(unhex).collect())
                .unwrap_or_default()
        },
        1,
    ),
    target(
        "seal_object",
        sealed_object,
        || {
            let golden = golden!("objects");
            golden["objects"]
                .as_array()
                .map(|all| all.iter().map(|o| hex(o, "blob")).collect())
                .unwrap_or_default()
        },
        4,
    ),
    target(
        "seal_receipt",
        receipts,
        || vec![hex(&golden!("receipts"), "accepted")],
        10,
    ),
    target(
        "seal_devwrap",
        device_wrap,
        || vec![hex(&golden!("devwrap"), "bytes")],
        40,
    ),
    target(
        "seal_share_release",
        released_shares,
        || vec![hex(&golden!("share-release"), "bytes")],
        40,
    ),
    target(
        "seal_handover",
        handed_over,
        || vec![hex(&golden!("handover"), "bytes")],
        40,
    ),
    target(
        "seal_words",
        typed_words,
        || {
            vec![
                b"legal winner thank year wave sausage worth useful legal winner thank yellow"
                    .to_vec(),
            ]
        },
        1,
    ),
    target("seal_public_key", public_key, || vec![vec![0; 1216]], 10),
    target(
        "seal_key_file",
        key_file,
        || vec![hex(&golden!("key-file"), "standard")],
        1,
    ),
];
