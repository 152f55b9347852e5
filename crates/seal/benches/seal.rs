//! Dealing, a custodian's receipt, opening cards: each beside the raw primitives it is made of, in one run.
//!
//! `cargo bench -p ugnay-seal`. Bytes are checked by tests; times depend on the machine, so the ratio to the raw
//! primitives is what to read. Approving and handing over are measured in `ugnay-release`.

#[path = "../sample/records.rs"]
mod records;

use std::hint::black_box;
use std::time::Instant;

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use ed25519_dalek::{Signer, SigningKey};
use hkdf::Hkdf;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sha2::Sha256;
use ugnay_seal::envelope::{Context, open_signed, seal_signed};
use ugnay_seal::passphrase::{DatabaseKey, KdfCost, unwrap, wrap};
use ugnay_seal::{
    BundleView, Current, DealInput, Dek, Facet, FedId, Hash32, ObjectId, Purpose, Receipt,
    SealKeyPair, SealPublic, Sigma, SigningIdentity, combine, deal, open_from, open_shares,
    seal_to,
};

const FED: FedId = FedId([1; 16]);
const HASH: Hash32 = Hash32([2; 32]);
/// Compartments, custodians, threshold.
const SIZES: [(u16, u8, u8); 4] = [(60, 5, 3), (60, 7, 4), (300, 5, 3), (5000, 5, 3)];
const CARDS: usize = 100_000;

/// Microseconds per call: the best of fifty short rounds, so that a busy machine's interruptions fall between them.
fn time(calls: u32, mut call: impl FnMut()) -> f64 {
    let round = (calls / 10).max(1);
    let mut best = f64::MAX;
    for _ in 0..50 {
        let start = Instant::now();
        (0..round).for_each(|_| call());
        best = best.min(start.elapsed().as_secs_f64() * 1e6 / f64::from(round));
    }
    best
}

/// Does something `n` hundred times; the whole time, and that of the best hundred, in microseconds.
fn hundreds(n: usize, mut hundred: impl FnMut(usize)) -> (f64, f64) {
    let begun = Instant::now();
    let mut best = f64::MAX;
    for i in 0..n {
        let start = Instant::now();
        hundred(i);
        best = best.min(start.elapsed().as_secs_f64() * 1e6);
    }
    (begun.elapsed().as_secs_f64() * 1e6, best)
}

fn row(what: &str, took: f64, raw: f64, of: &str) {
    println!("{what:44} {took:12.1} µs = {:6.2} × {of}", took / raw);
}

struct World {
    sigma: Sigma,
    pairs: Vec<SealKeyPair>,
    recipients: Vec<(u8, SealPublic)>,
    places: Vec<(u32, u16)>,
    k: u8,
}

fn world((m, n, k): (u16, u8, u8)) -> World {
    let pairs: Vec<_> = (1..=n).map(|x| SealKeyPair::from_seed(&[x; 32])).collect();
    World {
        sigma: Sigma::from_bytes([7; 32]),
        recipients: (1..=n)
            .zip(pairs.iter().map(|p| p.public().clone()))
            .collect(),
        pairs,
        places: (0..m)
            .map(|i| (401_009_001 + u32::from(i / 30), i % 30))
            .collect(),
        k,
    }
}

impl World {
    fn deal(&self) -> Vec<u8> {
        let input = DealInput {
            fed: FED,
            bundle_seq: 1,
            roster_hash: HASH,
            policy_hash: HASH,
            k: self.k,
            recipients: &self.recipients,
            compartments: &self.places,
        };
        deal(&self.sigma, &input).expect("a valid deal")
    }

    fn current(&self) -> Current {
        Current {
            fed: FED,
            roster_hash: HASH,
            policy_hash: HASH,
            k: self.k,
            n: self.recipients.len() as u8,
            min_bundle_seq: 1,
            write_cap: None,
        }
    }
}

/// Signing and verifying 135 bytes with Ed25519 alone.
struct Signatures {
    sign: f64,
    verify: f64,
}

fn signatures() -> Signatures {
    let key = SigningKey::from_bytes(&[8; 32]);
    let public = key.verifying_key();
    let message = [0; 135];
    let signature = key.sign(&message);
    Signatures {
        sign: time(200, || {
            black_box(key.sign(black_box(&message)));
        }),
        verify: time(200, || {
            public
                .verify_strict(black_box(&message), &signature)
                .expect("our own");
        }),
    }
}

fn escrow(raw: &Signatures) {
    for size in SIZES {
        let (m, n, k) = size;
        let w = world(size);
        // One call is one round: it takes longer than most interruptions are apart.
        let calls = 1;
        let bundle = w.deal();
        println!(
            "\n{m} compartments, {n} custodians, {k} needed: {} bytes",
            bundle.len()
        );
        // A share and a place of each compartment, sealed to one custodian: nearly all of the raw work.
        let (to, pair) = (w.pairs[0].public(), &w.pairs[0]);
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let part = vec![0; usize::from(m) * 39 + 64];
        let sealed = seal_to(to, Purpose::Escrow, b"", &part, &mut rng).expect("a valid key");
        let seal = time(calls, || {
            black_box(seal_to(to, Purpose::Escrow, b"", &part, &mut rng).expect("a valid key"));
        });
        let open = time(calls, || {
            black_box(open_from(pair, Purpose::Escrow, b"", &sealed).expect("our own"));
        });
        row(
            "deal",
            time(calls, || drop(black_box(w.deal()))),
            seal * f64::from(n),
            "a raw X-Wing seal for each custodian",
        );
        let custodian = SigningIdentity::from_seed(&[9; 32]);
        let took = time(calls, || {
            let view = BundleView::parse(black_box(&bundle)).expect("our own");
            open_shares(&view, &w.current(), 1, pair).expect("an honest deal");
            let receipt = Receipt {
                fed: FED,
                epoch_id: view.epoch_id(),
                header_hash: view.header_hash(),
                x: 1,
                outcome: Ok(()),
            };
            black_box(receipt.sign(&custodian));
        });
        row(
            "receipt: check, open, every share, sign",
            took,
            open + raw.verify + raw.sign,
            "a raw X-Wing open, verification, signature",
        );
        let view = BundleView::parse(&bundle).expect("our own");
        let all: Vec<_> = (1..=k)
            .map(|x| open_shares(&view, &w.current(), x, &w.pairs[usize::from(x) - 1]))
            .map(|s| s.expect("an honest deal"))
            .collect();
        let took = time(calls, || {
            for (i, cid) in view.cids().enumerate() {
                let shares: Vec<_> = all
                    .iter()
                    .map(|s| (s.x, s.holdings[i].share.clone()))
                    .collect();
                let commitment = view.commitment(&cid).expect("in the bundle");
                black_box(combine(&commitment, &shares).expect("a quorum"));
            }
        });
        let mut out = [0; 32];
        let hkdf = time(1000, || {
            Hkdf::<Sha256>::new(None, &[1; 32])
                .expand(b"raw", &mut out)
                .expect("32 bytes");
        });
        row(
            "combine every key",
            took,
            hkdf * f64::from(m),
            "a raw HKDF-SHA-256 each",
        );
    }
}

struct Cards {
    dek: Dek,
    writer: SigningIdentity,
    list: Vec<(Context, Vec<u8>)>,
}

fn cards(count: usize) -> Cards {
    let sigma = Sigma::from_bytes([7; 32]);
    let cid = sigma.cid(401_009_001, 1, Facet::Card);
    let dek = sigma.dek(&cid, Facet::Card);
    let writer = SigningIdentity::from_seed(&[8; 32]);
    let hash = writer.public().hash();
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let payloads = records::cards(3, 1000);
    let _ = records::cases(3, 1);
    let list = (0..count)
        .map(|i| {
            let mut object = [0; 16];
            object[..8].copy_from_slice(&(i as u64).to_be_bytes());
            let epoch = sigma.epoch_id();
            let ctx = Context::record(FED, epoch, cid, Facet::Card, ObjectId(object), hash, 1);
            let blob = seal_signed(&dek, &ctx, &writer, &payloads[i % 1000], &mut rng);
            (ctx, blob.expect("a card fits"))
        })
        .collect();
    Cards { dek, writer, list }
}

fn opening(raw: &Signatures) {
    let c = cards(CARDS);
    let cipher = ChaCha20Poly1305::new(&Key::from([1; 32]));
    let nonce = Nonce::from([2; 12]);
    let mut body = vec![3; 512];
    let tag = cipher
        .encrypt_inout_detached(&nonce, b"UGN1", body.as_mut_slice().into())
        .expect("512 bytes");
    let (_, aead) = hundreds(CARDS / 100, |_| {
        for _ in 0..100 {
            let mut plain = body.clone();
            cipher
                .decrypt_inout_detached(&nonce, b"UGN1", plain.as_mut_slice().into(), &tag)
                .expect("our own");
            black_box(plain);
        }
    });
    let aead = aead / 100.0;
    println!("\ncards");
    row("raw: ChaCha20-Poly1305 of 512 bytes", aead, aead, "itself");
    let (whole, best) = hundreds(CARDS / 100, |i| {
        for (ctx, blob) in c.list.iter().skip(i * 100).take(100) {
            black_box(open_signed(&c.dek, ctx, blob).expect("our own card"));
        }
    });
    println!(
        "open 100,000 cards, all in all               {:8.2} s",
        whole / 1e6
    );
    row(
        "one of them, in the best hundred",
        best / 100.0,
        aead + raw.verify,
        "the raw AEAD and a verification",
    );
    let payload = &records::cards(3, 1)[0];
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let ctx = c.list[0].0;
    let took = time(200, || {
        black_box(
            seal_signed(&c.dek, &ctx, &c.writer, black_box(payload), &mut rng).expect("fits"),
        );
    });
    row(
        "seal a card",
        took,
        aead + raw.sign,
        "the raw AEAD and a signature",
    );
}

fn passphrase() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let key = DatabaseKey::generate(&mut rng);
    let file = wrap(&key, "five words", None, KdfCost::STANDARD, &mut rng).expect("memory");
    let params = argon2::Params::new(64 * 1024, 3, 4, Some(32)).expect("the standard cost");
    let raw = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let mut out = [0; 32];
    let raw = time(1, || {
        raw.hash_password_into(b"five words", &[1; 32], &mut out)
            .expect("memory");
    });
    let took = time(1, || {
        drop(black_box(
            unwrap(&file, "five words", None).expect("the passphrase"),
        ))
    });
    println!("\npassphrase");
    row(
        "unlock",
        took,
        raw,
        "raw Argon2id, 64 MiB, 3 passes, 4 lanes",
    );
}

fn main() {
    let raw = signatures();
    println!(
        "Ed25519 alone: sign {:.1} µs, verify {:.1} µs",
        raw.sign, raw.verify
    );
    escrow(&raw);
    opening(&raw);
    passphrase();
}
