//! Costs of the escrow and of opening records, each beside the raw primitives in the same run.
//!
//! `cargo bench -p ugnay-seal`. Bytes are checked by tests; times depend on the machine and are read
//! against the `raw` lines.

#[path = "../sample/records.rs"]
mod records;

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce, Tag};
use divan::{Bencher, black_box, counter::ItemsCount};
use ed25519_dalek::{Signature, Signer, SigningKey};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use ugnay_seal::envelope::{Context, open_signed, seal_signed};
use ugnay_seal::passphrase::{DatabaseKey, KdfCost, unwrap, wrap};
use ugnay_seal::{
    BundleView, Current, DealInput, Dek, Facet, FedId, Hash32, ObjectId, SealKeyPair, SealPublic,
    Sigma, SigningIdentity, combine, deal, open_shares,
};

fn main() {
    divan::main();
}

const FED: FedId = FedId([1; 16]);
const HASH: Hash32 = Hash32([2; 32]);
/// Compartments, custodians, threshold.
const SIZES: [(u16, u8, u8); 4] = [(60, 5, 3), (60, 7, 4), (300, 5, 3), (5000, 5, 3)];

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

#[divan::bench(args = SIZES, sample_count = 20)]
fn escrow_deal(bencher: Bencher<'_, '_>, size: (u16, u8, u8)) {
    let w = world(size);
    bencher.bench_local(|| w.deal());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn escrow_one_custodian_opens(bencher: Bencher<'_, '_>, size: (u16, u8, u8)) {
    let w = world(size);
    let bundle = w.deal();
    bencher.bench_local(|| {
        let view = BundleView::parse(black_box(&bundle)).expect("our own");
        open_shares(&view, &w.current(), 1, &w.pairs[0]).expect("an honest deal")
    });
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn escrow_combine_all(bencher: Bencher<'_, '_>, size: (u16, u8, u8)) {
    let w = world(size);
    let bundle = w.deal();
    let view = BundleView::parse(&bundle).expect("our own");
    let all: Vec<_> = (1..=w.k)
        .map(|x| open_shares(&view, &w.current(), x, &w.pairs[usize::from(x) - 1]))
        .map(|s| s.expect("an honest deal"))
        .collect();
    bencher.bench_local(|| {
        for (i, cid) in view.cids().enumerate() {
            let shares: Vec<_> = all
                .iter()
                .map(|s| (s.x, s.holdings[i].share.clone()))
                .collect();
            let commitment = view.commitment(&cid).expect("in the bundle");
            black_box(combine(&commitment, &shares).expect("a quorum"));
        }
    });
}

#[divan::bench(sample_count = 100)]
fn raw_one_x_wing_seal_of_2_kb(bencher: Bencher<'_, '_>) {
    let w = world((1, 1, 1));
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let to = w.pairs[0].public();
    bencher.bench_local(|| {
        ugnay_seal::seal_to(to, ugnay_seal::Purpose::Escrow, b"", &[0; 2048], &mut rng)
    });
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

#[divan::bench(sample_count = 100)]
fn record_seal(bencher: Bencher<'_, '_>) {
    let c = cards(1);
    let payload = &records::cards(3, 1)[0];
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let ctx = c.list[0].0;
    bencher.bench_local(|| seal_signed(&c.dek, &ctx, &c.writer, black_box(payload), &mut rng));
}

#[divan::bench(sample_count = 100)]
fn record_open(bencher: Bencher<'_, '_>) {
    let c = cards(1);
    let (ctx, blob) = &c.list[0];
    bencher.bench_local(|| open_signed(&c.dek, ctx, black_box(blob)));
}

const MANY: usize = 100_000;

#[divan::bench(sample_count = 3, sample_size = 1)]
fn open_100_000_cards(bencher: Bencher<'_, '_>) {
    let c = cards(MANY);
    bencher.counter(ItemsCount::new(MANY)).bench_local(|| {
        for (ctx, blob) in &c.list {
            black_box(open_signed(&c.dek, ctx, blob).expect("our own card"));
        }
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn raw_100_000_chacha20_poly1305_of_512(bencher: Bencher<'_, '_>) {
    let (cipher, nonce, body, tag) = raw_aead();
    bencher.counter(ItemsCount::new(MANY)).bench_local(|| {
        for _ in 0..MANY {
            let mut plain = body.clone();
            cipher
                .decrypt_inout_detached(&nonce, b"UGN1", plain.as_mut_slice().into(), &tag)
                .expect("our own");
            black_box(plain);
        }
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn raw_100_000_ed25519_verifications(bencher: Bencher<'_, '_>) {
    let key = SigningKey::from_bytes(&[8; 32]);
    let signature: Signature = key.sign(&[0; 70]);
    let public = key.verifying_key();
    bencher.counter(ItemsCount::new(MANY)).bench_local(|| {
        for _ in 0..MANY {
            public
                .verify_strict(black_box(&[0; 70]), &signature)
                .expect("our own");
        }
    });
}

fn raw_aead() -> (ChaCha20Poly1305, Nonce, Vec<u8>, Tag) {
    let cipher = ChaCha20Poly1305::new(&Key::from([1; 32]));
    let nonce = Nonce::from([2; 12]);
    let mut body = vec![3; 512];
    let tag = cipher
        .encrypt_inout_detached(&nonce, b"UGN1", body.as_mut_slice().into())
        .expect("512 bytes");
    (cipher, nonce, body, tag)
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn passphrase_unwrap_standard(bencher: Bencher<'_, '_>) {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let key = DatabaseKey::generate(&mut rng);
    let file = wrap(&key, "five words", None, KdfCost::STANDARD, &mut rng).expect("memory");
    bencher.bench_local(|| unwrap(&file, "five words", None));
}
