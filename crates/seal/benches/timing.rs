//! Whether time tells anything about a secret: two classes of inputs, measured in a random order and compared by
//! Welch's t, in the manner of dudect (Reparaz, Balasch, Verbauwhede 2016). ADR 0154.
//!
//! `cargo bench -p ugnay-seal --bench timing [-- ROUNDS]`. It decides nothing: a |t| above 4.5 that stays there in
//! every run and grows with the rounds is a difference; one run on a busy machine is neither. The first line is a
//! comparison that is known to leak, to show what can be seen here and now.

use std::hint::black_box;
use std::time::Instant;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use ugnay_seal::envelope::{Context, open, seal};
use ugnay_seal::{
    BundleView, CardDek, Current, DealInput, Facet, FedId, Hash32, ObjectId, Purpose, SealKeyPair,
    Share, Sigma, combine, deal, open_from, open_shares, seal_to,
};

/// Calls in one measurement: as many as last longer than the clock's grain.
const CALLS: u32 = 8;

/// Welch's t between the times of the two classes, the slowest tenth cut off (interrupts, other programs).
fn t(rounds: usize, rng: &mut ChaCha20Rng, mut call: impl FnMut(bool)) -> f64 {
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..rounds + rounds / 10 {
        let class = rng.next_u32() & 1 == 1;
        let start = Instant::now();
        (0..CALLS).for_each(|_| call(class));
        let took = start.elapsed().as_nanos() as f64;
        // The first tenth warms caches.
        if round >= rounds / 10 {
            times[usize::from(class)].push(took);
        }
    }
    let mut all: Vec<f64> = times.iter().flatten().copied().collect();
    all.sort_unstable_by(f64::total_cmp);
    let cut = all[all.len() * 9 / 10];
    let [(n0, m0, v0), (n1, m1, v1)] = times.map(|list| {
        let kept: Vec<f64> = list.into_iter().filter(|t| *t <= cut).collect();
        let n = kept.len() as f64;
        let mean = kept.iter().sum::<f64>() / n;
        let variance = kept.iter().map(|t| (t - mean).powi(2)).sum::<f64>() / (n - 1.0);
        (n, mean, variance)
    });
    (m0 - m1) / (v0 / n0 + v1 / n1).sqrt()
}

fn row(what: &str, t: f64) {
    println!("{what:66} t = {t:8.2}");
}

const FED: FedId = FedId([1; 16]);
const HASH: Hash32 = Hash32([2; 32]);

/// What must be seen: a comparison that stops at the first difference.
fn known_leak(rounds: usize, rng: &mut ChaCha20Rng) {
    let secret = vec![7_u8; 4096];
    let mut early = secret.clone();
    early[0] ^= 1;
    let mut late = secret.clone();
    late[4095] ^= 1;
    let found = t(rounds, rng, |class| {
        let guess = if class { &late } else { &early };
        let same = black_box(&secret)
            .iter()
            .zip(black_box(guess))
            .all(|(a, b)| a == b);
        black_box(same);
    });
    row(
        "known to leak: first against last of 4096 bytes differs",
        found,
    );
}

fn comparing_keys(rounds: usize, rng: &mut ChaCha20Rng) {
    let secret = CardDek::from_bytes([7; 32]);
    let differing = |at: usize| {
        let mut bytes = [7; 32];
        bytes[at] ^= 1;
        CardDek::from_bytes(bytes)
    };
    let (early, late) = (differing(0), differing(31));
    let found = t(rounds, rng, |class| {
        let guess = if class { &late } else { &early };
        for _ in 0..64 {
            black_box(black_box(&secret) == black_box(guess));
        }
    });
    row("comparing two keys: first against last byte differs", found);
}

fn commitment(rounds: usize, rng: &mut ChaCha20Rng) {
    let sigma = Sigma::from_bytes([3; 32]);
    let cid = sigma.cid(401_009_001, 1, Facet::Card);
    let dek = sigma.dek(&cid, Facet::Card);
    let epoch = sigma.epoch_id();
    let ctx = Context::record(FED, epoch, cid, Facet::Card, ObjectId([4; 16]), HASH, 1);
    let blob = seal(&dek, &ctx, b"record", rng).expect("it fits");
    let changed = |at: usize| {
        let mut blob = blob.clone();
        blob[at] ^= 1;
        blob
    };
    // The commitment lies at 32 to 64.
    let (early, late) = (changed(32), changed(63));
    let found = t(rounds, rng, |class| {
        let blob = if class { &late } else { &early };
        assert!(
            black_box(open(&dek, &ctx, black_box(blob))).is_err(),
            "changed"
        );
    });
    row(
        "unsealing: first against last byte of the commitment differs",
        found,
    );
}

fn shares(rounds: usize, rng: &mut ChaCha20Rng) {
    let pairs: Vec<_> = (1..=3).map(|x| SealKeyPair::from_seed(&[x; 32])).collect();
    let recipients: Vec<_> = (1..=3)
        .zip(pairs.iter().map(|p| p.public().clone()))
        .collect();
    let current = Current {
        fed: FED,
        roster_hash: HASH,
        policy_hash: HASH,
        k: 2,
        n: 3,
        min_bundle_seq: 1,
        write_cap: None,
    };
    let dealt: Vec<_> = (0..256_u16)
        .map(|seed| {
            // Class 0 is one secret again and again, class 1 is another each time.
            let mut sigma = [0; 32];
            if seed >= 128 {
                rng.fill_bytes(&mut sigma);
            }
            let input = DealInput {
                fed: FED,
                bundle_seq: 1,
                roster_hash: HASH,
                policy_hash: HASH,
                k: 2,
                recipients: &recipients,
                compartments: &[(401_009_001, 1)],
            };
            let bytes = deal(&Sigma::from_bytes(sigma), &input).expect("a valid deal");
            let view = BundleView::parse(&bytes).expect("our own");
            let cid = view.cids().next().expect("one compartment");
            let shares: Vec<(u8, Share)> = (1..=2)
                .map(|x| open_shares(&view, &current, x, &pairs[usize::from(x) - 1]))
                .map(|s| s.expect("an honest deal"))
                .map(|s| (s.x, s.holdings[0].share.clone()))
                .collect();
            (view.commitment(&cid).expect("in the bundle"), shares)
        })
        .collect();
    let mut next = 0;
    let found = t(rounds, rng, |class| {
        next = (next + 1) % 128;
        let (commitment, shares) = &dealt[next + if class { 128 } else { 0 }];
        assert!(black_box(combine(commitment, shares)).is_ok(), "a quorum");
    });
    row("combining: one secret against many", found);
}

fn letters(rounds: usize, rng: &mut ChaCha20Rng) {
    let made: Vec<_> = (0..256_u16)
        .map(|i| {
            let mut seed = [9; 32];
            if i >= 128 {
                rng.fill_bytes(&mut seed);
            }
            let pair = SealKeyPair::from_seed(&seed);
            let sealed = seal_to(pair.public(), Purpose::Mail, b"", &[0; 64], rng);
            (pair, sealed.expect("a valid key"))
        })
        .collect();
    let mut next = 0;
    let found = t(rounds / 20, rng, |class| {
        next = (next + 1) % 128;
        let (pair, sealed) = &made[next + if class { 128 } else { 0 }];
        assert!(
            black_box(open_from(pair, Purpose::Mail, b"", sealed)).is_ok(),
            "ours"
        );
    });
    row("opening a letter (X-Wing): one key against many", found);
    let (pair, sealed) = &made[0];
    let changed = |at: usize| {
        let mut sealed = sealed.clone();
        sealed[at] ^= 1;
        sealed
    };
    let (lattice, tag) = (changed(5), changed(sealed.len() - 1));
    let found = t(rounds / 20, rng, |class| {
        let sealed = if class { &tag } else { &lattice };
        assert!(
            black_box(open_from(pair, Purpose::Mail, b"", sealed)).is_err(),
            "changed"
        );
    });
    row(
        "refusing a letter: encapsulation against tag changed",
        found,
    );
}

fn main() {
    let rounds = std::env::args()
        .skip(1)
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(20_000);
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    println!(
        "{rounds} measurements of {CALLS} calls; |t| > 4.5 that grows with them is a difference"
    );
    known_leak(rounds, rng);
    comparing_keys(rounds, rng);
    commitment(rounds, rng);
    shares(rounds, rng);
    letters(rounds, rng);
}
