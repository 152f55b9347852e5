//! Valid objects, changed at random, thousands of times: refused or unchanged, never a panic (P32).
//!
//! The changes are those of damaged media and hostile peers: flipped bits, cut ends, repeated,
//! removed and exchanged pieces, extreme numbers. The seed is fixed, so a failure can be repeated.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use ugnay_seal::devwrap::{self, WrapBinding};
use ugnay_seal::envelope::{Context, object_kind, open_signed, seal_signed};
use ugnay_seal::handover::{HandoverBinding, open_handover, seal_handover};
use ugnay_seal::passphrase::{DatabaseKey, KdfCost, needs_keystore, wrap};
use ugnay_seal::share_release::{ReleaseBinding, ReleasedShare, open_release, seal_release};
use ugnay_seal::{
    BundleView, Current, CustodianShares, DealInput, Facet, FedId, Hash32, ObjectId, Receipt,
    SealKeyPair, SealPublic, Sigma, SigningIdentity, deal, open_shares,
};

const FED: FedId = FedId([1; 16]);
const HASH: Hash32 = Hash32([2; 32]);

fn below(rng: &mut ChaCha20Rng, n: usize) -> usize {
    (rng.next_u32() as usize) % n.max(1)
}

/// One to three changes.
fn mutate(rng: &mut ChaCha20Rng, original: &[u8]) -> Vec<u8> {
    let mut out = original.to_vec();
    for _ in 0..=below(rng, 3) {
        let (a, b) = (below(rng, out.len()), below(rng, out.len()));
        let (low, high) = (a.min(b), a.max(b));
        match below(rng, 8) {
            0 | 1 if !out.is_empty() => out[a] ^= 1 << below(rng, 8),
            2 if !out.is_empty() => out[a] = [0, 1, 0x7f, 0x80, 0xff][below(rng, 5)],
            3 => out.truncate(a),
            4 => drop(out.drain(low..high)),
            5 => {
                let piece = out[low..high].to_vec();
                out.splice(low..low, piece);
            }
            6 => out[low..high].reverse(),
            // Changes near the front meet magic, suite, counts and lengths.
            _ if out.len() > 150 => out[below(rng, 150)] = rng.next_u32() as u8,
            _ => out.push(0),
        }
    }
    out
}

/// Runs the reader over `rounds` changed copies; it says whether it accepted.
fn hammer(name: &str, original: &[u8], rounds: u32, accepts: impl Fn(&[u8]) -> bool) {
    assert!(accepts(original), "{name}: the original is valid");
    let mut rng = ChaCha20Rng::seed_from_u64(0x5ea1);
    for round in 0..rounds {
        let changed = mutate(&mut rng, original);
        if changed != original {
            assert!(
                !accepts(&changed),
                "{name}: round {round} accepted a second encoding"
            );
        }
    }
}

struct World {
    sigma: Sigma,
    bundle: Vec<u8>,
    pair: SealKeyPair,
    shares: CustodianShares,
}

fn world() -> World {
    let sigma = Sigma::from_bytes([3; 32]);
    let pairs: Vec<_> = (1..=3).map(|x| SealKeyPair::from_seed(&[x; 32])).collect();
    let recipients: Vec<(u8, SealPublic)> = (1..)
        .zip(pairs.iter().map(|p| p.public().clone()))
        .collect();
    let input = DealInput {
        fed: FED,
        bundle_seq: 1,
        roster_hash: HASH,
        policy_hash: HASH,
        k: 2,
        recipients: &recipients,
        compartments: &[(401_009_001, 1), (401_009_001, 2), (401_009_002, 1)],
    };
    let bundle = deal(&sigma, &input).expect("a valid deal");
    let current = Current {
        fed: FED,
        roster_hash: HASH,
        policy_hash: HASH,
        k: 2,
        n: 3,
        min_bundle_seq: 1,
        write_cap: None,
    };
    let view = BundleView::parse(&bundle).expect("our own");
    let shares = open_shares(&view, &current, 1, &pairs[0]).expect("an honest deal");
    World {
        sigma,
        pair: pairs[0].clone(),
        shares,
        bundle,
    }
}

#[test]
fn p32_sealed_objects() {
    let sigma = Sigma::from_bytes([3; 32]);
    let writer = SigningIdentity::from_seed(&[4; 32]);
    let cid = sigma.cid(401_009_001, 1, Facet::Card);
    let dek = sigma.dek(&cid, Facet::Card);
    let (epoch, hash) = (sigma.epoch_id(), writer.public().hash());
    let ctx = Context::record(FED, epoch, cid, Facet::Card, ObjectId([5; 16]), hash, 1);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let blob = seal_signed(&dek, &ctx, &writer, &[b'a'; 700], &mut rng).expect("sealing");
    hammer("sealed object", &blob, 5_000, |b| {
        open_signed(&dek, &ctx, b).is_ok()
    });
    let mut rng = ChaCha20Rng::seed_from_u64(2);
    for _ in 0..5_000 {
        // Needs no key, so damage of the body does not show: it only must not panic.
        let _ = object_kind(&mutate(&mut rng, &blob));
    }
}

#[test]
fn p32_bundles_and_stored_shares() {
    let w = world();
    hammer("bundle", &w.bundle, 3_000, |b| BundleView::parse(b).is_ok());
    let view = BundleView::parse(&w.bundle).expect("our own");
    let stored = w.shares.to_bytes();
    hammer("stored shares", &stored, 5_000, |b| {
        // The stored form is not authenticated by itself (the database is): the bundle judges it.
        // Place and destination are the catalogue's and not part of what `verify` can see.
        CustodianShares::from_bytes(b).is_ok_and(|s| {
            let same_places = s
                .holdings
                .iter()
                .zip(&w.shares.holdings)
                .all(|(a, b)| (a.psgc, a.dest) == (b.psgc, b.dest));
            let same_head = s.fed == w.shares.fed && s.x == w.shares.x;
            same_places && same_head && s.verify(&view).is_ok()
        })
    });
}

#[test]
fn p32_letters() {
    let w = world();
    let sender = SigningIdentity::from_seed(&[6; 32]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let to = w.pair.public();

    let binding = WrapBinding {
        fed: FED,
        roster_hash: HASH,
        device_pk_hash: HASH,
    };
    let wrapped = devwrap::wrap(&w.sigma, &binding, to, &sender, &mut rng).expect("sealing");
    hammer("device wrap", &wrapped, 2_000, |b| {
        devwrap::unwrap(b, &binding, &w.pair).is_ok()
    });

    let binding = ReleaseBinding {
        fed: FED,
        q_id: HASH,
        approve_set_hash: HASH,
        checkpoint_root: HASH,
        x: 1,
    };
    let shares: Vec<_> = w
        .shares
        .in_scope(|_, _| true)
        .map(|h| ReleasedShare {
            epoch_id: w.shares.epoch_id,
            bundle: w.shares.header_hash,
            cid: h.cid,
            share: h.share.clone(),
        })
        .collect();
    let sealed = seal_release(&binding, &shares, to, &sender, &mut rng).expect("sealing");
    let from = sender.public();
    hammer("share release", &sealed, 2_000, |b| {
        open_release(b, &binding, &from, &w.pair).is_ok()
    });

    let view = BundleView::parse(&w.bundle).expect("our own");
    let binding = HandoverBinding {
        fed: FED,
        epoch_id: view.epoch_id(),
        header_hash: view.header_hash(),
        old_roster_hash: HASH,
        new_roster_hash: HASH,
        x: 1,
    };
    let sealed = seal_handover(&binding, &w.shares, to, &sender, &mut rng).expect("sealing");
    hammer("hand-over", &sealed, 2_000, |b| {
        open_handover(b, &binding, &from, &w.pair, &view).is_ok()
    });
}

#[test]
fn p32_receipts_and_key_files() {
    let custodian = SigningIdentity::from_seed(&[6; 32]);
    let receipt = Receipt {
        fed: FED,
        epoch_id: world().sigma.epoch_id(),
        header_hash: HASH,
        x: 1,
        outcome: Ok(()),
    };
    let bytes = receipt.sign(&custodian);
    let id = custodian.public();
    hammer("receipt", &bytes, 5_000, |b| {
        Receipt::verify(b, &FED, &id).is_ok()
    });

    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let cost = KdfCost::new(8, 1, 1).expect("the smallest");
    let file =
        wrap(&DatabaseKey::from_bytes([1; 32]), "p", None, cost, &mut rng).expect("wrapping");
    for _ in 0..5_000 {
        // Reads the header alone: whatever it says, no work is done and nothing panics.
        let _ = needs_keystore(&mutate(&mut rng, &file));
    }
}
