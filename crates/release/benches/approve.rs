//! What a custodian's app does for one approval, beside the raw primitives' cost in the same run.
//! `cargo bench -p ugnay-release`

use std::hint::black_box;
use std::time::Instant;
use ugnay_release::logged::{PublicRequest, submission};
use ugnay_release::simulator::Parties;
use ugnay_release::{Area, Evidence, Policy, Request, Signed, checks};
use ugnay_seal::Label;

/// Microseconds per call, the best of five rounds.
fn time(rounds: u32, mut call: impl FnMut()) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        (0..rounds).for_each(|_| call());
        best = best.min(start.elapsed().as_secs_f64() * 1e6 / f64::from(rounds));
    }
    best
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut p = Parties::new(1, Policy::standard(5, 3, 5), 0)?;
    let areas: Vec<Area> = (1..=60).map(|b| Area(401_009_000 + b)).collect();
    let now = 100 * 86_400;
    let request = p.request(&areas, 682, now);
    let signed = p.sign_request(request)?;
    let bytes = signed.to_bytes();
    let card = p
        .federation
        .cards()
        .next()
        .ok_or("no card")?
        .card
        .body()
        .clone();
    let author = p.officers[0].public();
    let made = submission(
        &signed,
        PublicRequest::of(&signed, &card).to_bytes(),
        &author,
        now,
        &mut p.rng,
    );
    let mut server = p.server();
    server.append(&made.entry.encode()?);
    let note = server.publish(now, |_| true)?;
    let proof = server.proof(0, &note)?.to_text();
    let policy = p.federation.log_policy()?;
    let fed = *p.federation.fed();
    let (key, sig) = signed.signatures()[0];
    let verifier = ugnay_seal::VerifyingId::from_bytes(&key)?;

    let sign = time(200, || {
        black_box(p.officers[0].sign(Label::Request, &fed, signed.bytes()));
    });
    let verify = time(200, || {
        let good = verifier.verify(Label::Request, &fed, signed.bytes(), &sig);
        assert!(black_box(good).is_ok(), "the signature holds");
    });
    println!("Ed25519 sign                         {sign:8.1} µs");
    println!("Ed25519 verify                       {verify:8.1} µs");
    let parse = time(200, || {
        drop(black_box(Signed::<Request>::from_bytes(&bytes)))
    });
    println!("read a request of 60 barangays       {parse:8.1} µs");
    let leaf = made.entry.leaf_hash()?;
    let proven = time(100, || {
        let proof = ugnay_log::TlogProof::parse(proof.as_bytes())
            .and_then(|proof| proof.verify(&leaf, &policy));
        assert!(black_box(proof).is_ok(), "the proof holds");
    });
    println!(
        "verify its tlog-proof (8 signatures) {proven:8.1} µs = {:.1} raw verifications",
        proven / verify
    );
    let quorum = ugnay_log::TlogProof::parse(proof.as_bytes())?
        .verify(&leaf, &policy)?
        .quorum;
    let rows = time(100, || {
        let rows = checks::run(&Evidence {
            federation: &p.federation,
            me: 1,
            request: &signed,
            entry: Some(&made.entry),
            quorum: Some(&quorum),
            history: &[],
            now: now + 60,
        });
        assert!(checks::all_right(&black_box(rows)), "an honest request");
    });
    println!(
        "all 20 checks (2 signatures)         {rows:8.1} µs = {:.1} raw verifications",
        rows / verify
    );
    Ok(())
}
