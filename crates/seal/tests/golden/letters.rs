//! What is sealed to one key and signed: device wrap, share release, hand-over.

use serde_json::json;
use ugnay_seal::devwrap::{self, WrapBinding};
use ugnay_seal::handover::{HandoverBinding, open_handover, seal_handover};
use ugnay_seal::share_release::{ReleaseBinding, ReleasedShare, open_release, seal_release};
use ugnay_seal::{BundleView, Hash32, Purpose, SealKeyPair, SigningIdentity, open_from, seal_to};

use super::escrow::{FED, escrow};
use super::{Counting, check, hex};

const SENDER: [u8; 32] = [0xbb; 32];
const RECEIVER: [u8; 32] = [0xcc; 32];

fn parties() -> (SigningIdentity, SealKeyPair) {
    let sender = SigningIdentity::from_seed(&SENDER);
    (sender, SealKeyPair::from_seed(&RECEIVER))
}

#[test]
fn hybrid() {
    let (_, receiver) = parties();
    let all = [
        Purpose::Escrow,
        Purpose::Release,
        Purpose::DevWrap,
        Purpose::CustodyTransfer,
        Purpose::OutcomeReport,
        Purpose::Referral,
        Purpose::RequestBody,
        Purpose::Mail,
        Purpose::Recovery,
    ];
    let sealed: Vec<_> = all
        .iter()
        .map(|purpose| {
            let to = receiver.public();
            let bytes = seal_to(to, *purpose, b"aad", b"plaintext", &mut Counting(1));
            let bytes = bytes.expect("sealing");
            let opened = open_from(&receiver, *purpose, b"aad", &bytes).expect("opening");
            assert_eq!(opened.as_slice(), b"plaintext", "round trip");
            json!([purpose.label().name(), hex(bytes)])
        })
        .collect();
    let to = receiver.public();
    let bare = seal_to(to, Purpose::Mail, b"", b"plaintext", &mut Counting(1)).expect("sealing");
    check(
        "hybrid",
        &json!({
            "receiver_seed": hex(RECEIVER),
            "public_hash": hex(receiver.public().hash()),
            "randomness": hex(Counting::bytes(1, 64)),
            "aad": hex(b"aad"),
            "plaintext": hex(b"plaintext"),
            "sealed": sealed,
            "without_aad": hex(bare),
        }),
    );
}

#[test]
fn device_wrap() {
    let (sender, receiver) = parties();
    let sigma = escrow().sigma;
    let binding = WrapBinding {
        fed: FED,
        roster_hash: Hash32([0x01; 32]),
        device_pk_hash: Hash32([0x02; 32]),
    };
    let bytes = devwrap::wrap(
        &sigma,
        &binding,
        receiver.public(),
        &sender,
        &mut Counting(1),
    );
    let bytes = bytes.expect("sealing");
    let opened = devwrap::unwrap(&bytes, &binding, &receiver).expect("opening");
    assert_eq!(opened.sigma, sigma, "round trip");
    check(
        "devwrap",
        &json!({
            "sender_seed": hex(SENDER),
            "receiver_seed": hex(RECEIVER),
            "randomness": hex(Counting::bytes(1, 64)),
            "sigma": hex(*sigma.to_bytes()),
            "fed": hex(FED),
            "roster_hash": hex(binding.roster_hash),
            "device_pk_hash": hex(binding.device_pk_hash),
            "bytes": hex(bytes),
        }),
    );
}

#[test]
fn share_release() {
    let (sender, officer) = parties();
    let e = escrow();
    let shares: Vec<ReleasedShare> = e.shares[1]
        .in_scope(|_, dest| dest == 0x5341)
        .map(|h| ReleasedShare {
            epoch_id: e.shares[1].epoch_id,
            bundle: e.shares[1].header_hash,
            cid: h.cid,
            share: h.share.clone(),
        })
        .collect();
    let binding = ReleaseBinding {
        fed: FED,
        q_id: Hash32([0x03; 32]),
        approve_set_hash: Hash32([0x04; 32]),
        checkpoint_root: Hash32([0x05; 32]),
        x: 2,
    };
    let bytes = seal_release(
        &binding,
        &shares,
        officer.public(),
        &sender,
        &mut Counting(1),
    );
    let bytes = bytes.expect("sealing");
    let opened = open_release(&bytes, &binding, &sender.public(), &officer);
    assert_eq!(opened, Ok(shares.clone()), "round trip");
    let listed: Vec<_> = shares
        .iter()
        .map(|s| json!([hex(s.epoch_id), hex(s.cid), hex(*s.share.to_bytes())]))
        .collect();
    check(
        "share-release",
        &json!({
            "sender_seed": hex(SENDER),
            "receiver_seed": hex(RECEIVER),
            "randomness": hex(Counting::bytes(1, 64)),
            "fed": hex(FED),
            "q_id": hex(binding.q_id),
            "approve_set_hash": hex(binding.approve_set_hash),
            "checkpoint_root": hex(binding.checkpoint_root),
            "x": 2,
            "shares": listed,
            "bundle": hex(e.shares[1].header_hash),
            "bytes": hex(bytes),
        }),
    );
}

#[test]
fn handover() {
    let (sender, successor) = parties();
    let e = escrow();
    let view = BundleView::parse(&e.bundle).expect("our own bundle");
    let binding = HandoverBinding {
        fed: FED,
        epoch_id: view.epoch_id(),
        header_hash: view.header_hash(),
        old_roster_hash: Hash32([0x77; 32]),
        new_roster_hash: Hash32([0x78; 32]),
        x: 2,
    };
    let to = successor.public();
    let bytes = seal_handover(&binding, &e.shares[1], to, &sender, &mut Counting(1));
    let bytes = bytes.expect("sealing");
    let opened = open_handover(&bytes, &binding, &sender.public(), &successor, &view);
    assert_eq!(opened.as_ref(), Ok(&e.shares[1]), "round trip");
    check(
        "handover",
        &json!({
            "sender_seed": hex(SENDER),
            "receiver_seed": hex(RECEIVER),
            "randomness": hex(Counting::bytes(1, 64)),
            "fed": hex(FED),
            "epoch_id": hex(binding.epoch_id),
            "header_hash": hex(binding.header_hash),
            "old_roster_hash": hex(binding.old_roster_hash),
            "new_roster_hash": hex(binding.new_roster_hash),
            "x": 2,
            "stored_shares": hex(e.shares[1].to_bytes().as_slice()),
            "bytes": hex(bytes),
        }),
    );
}
