//! What a custodian's app does for one approval and one hand-over, and the desk with it, beside the raw primitives'
//! cost in the same run. `cargo bench -p ugnay-release`

use std::hint::black_box;
use std::time::Instant;
use ugnay_release::logged::{PublicRequest, Word, submission};
use ugnay_release::machine::{Rules, Terms};
use ugnay_release::simulator::Parties;
use ugnay_release::{
    Action, Area, Check, Decision, DecisionKind, Event, Evidence, Policy, Reason, Request, Signed,
    State, checks, cids_hash, step,
};
use ugnay_seal::share_release::{ReleaseBinding, ReleasedShare, open_release, seal_release};
use ugnay_seal::{Cid, EpochId, Hash32, Label, Purpose, Share, open_from, seal_to};

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
    let proven = time(10, || {
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
    let checked = || {
        checks::run(&Evidence {
            federation: &p.federation,
            me: 1,
            request: &signed,
            entry: Some(&made.entry),
            quorum: Some(&quorum),
            history: &[],
            recipient: None,
            now: now + 60,
        })
    };
    let took = time(10, || {
        let rows = checked();
        assert!(checks::all_right(&black_box(rows)), "an honest request");
    });
    println!(
        "all 20 checks (5 signatures)         {took:8.1} µs = {:.1} raw verifications",
        took / verify
    );
    let rows = checked();
    approve(&mut p, &signed, rows, now, sign)?;
    hand_over(&mut p, sign, verify)
}

/// From "a person approves" to the entry that is sent to the log.
fn approve(
    p: &mut Parties,
    request: &Signed<Request>,
    rows: Vec<Check>,
    now: i64,
    sign: f64,
) -> Result<(), Box<dyn std::error::Error>> {
    let policy = p.federation.policy().clone();
    let rules = Rules {
        me: 1,
        k: policy.k,
        veto: policy.veto,
        cool_off: i64::from(policy.cool_off),
        fast_cool_off: i64::from(policy.fast_cool_off),
    };
    let id = Request::id(request);
    let terms = Terms {
        request: id,
        start: now,
        expires: request.body().expires,
        until: request.body().until,
    };
    let cids = cids_hash(&scope().map(|s| (s.epoch_id, s.cid)).collect::<Vec<_>>());
    let (fed, custodian) = (*p.federation.fed(), p.custodians[0].clone());
    let kind = DecisionKind::Approve;
    let took = time(100, || {
        let presented = Event::Presented {
            terms,
            checks: rows.clone(),
        };
        let (state, _) = step(&State::new(rules, 0), presented);
        let (state, actions) = step(&state, Event::Decide { kind, cids });
        assert_eq!(
            actions,
            [Action::LogDecision { kind, cids }],
            "it may be approved"
        );
        assert!(
            black_box(state.to_bytes()).is_ok(),
            "it is written before it is acted on"
        );
        let body = Decision {
            kind,
            request: id,
            cids,
            x: 1,
            reason: Reason::InOrder,
            text: String::new(),
            time: now,
        };
        let public = Word::sign(&body, &fed, &custodian).to_bytes();
        let signed = Signed::new(body, &fed, &[&custodian]);
        let made = signed.map(|s| submission(&s, public, &custodian.public(), now, &mut p.rng));
        assert!(black_box(made).is_ok(), "a decision can be logged");
    });
    println!(
        "approve: machine, sign, log entry    {took:8.1} µs = {:.1} raw signatures",
        took / sign
    );
    Ok(())
}

/// Sixty shares to a desk's officer, and the officer's side of it.
fn hand_over(p: &mut Parties, sign: f64, verify: f64) -> Result<(), Box<dyn std::error::Error>> {
    let shares: Vec<ReleasedShare> = scope().collect();
    let officer = p.officer_seals[0].public().clone();
    let plain = vec![0; shares.len() * 64];
    let raw_seal = time(10, || {
        let sealed = seal_to(&officer, Purpose::Release, b"", &plain, &mut p.rng);
        assert!(black_box(sealed).is_ok(), "a valid key");
    });
    let binding = ReleaseBinding {
        fed: *p.federation.fed(),
        q_id: Hash32([1; 32]),
        approve_set_hash: Hash32([2; 32]),
        checkpoint_root: Hash32([3; 32]),
        x: 1,
    };
    let custodian = p.custodians[0].clone();
    let took = time(10, || {
        let sealed = seal_release(&binding, &shares, &officer, &custodian, &mut p.rng);
        assert!(black_box(sealed).is_ok(), "sixty are few");
    });
    println!(
        "seal 60 shares to an officer         {took:8.1} µs = {:.2} × a raw X-Wing seal and a signature",
        took / (raw_seal + sign)
    );
    let bytes = seal_release(&binding, &shares, &officer, &custodian, &mut p.rng)?;
    let raw = seal_to(&officer, Purpose::Release, b"", &plain, &mut p.rng)?;
    let pair = &p.officer_seals[0];
    let raw_open = time(10, || {
        let opened = open_from(pair, Purpose::Release, b"", &raw);
        assert!(black_box(opened).is_ok(), "just sealed");
    });
    let took = time(10, || {
        let opened = open_release(&bytes, &binding, &custodian.public(), pair);
        assert!(black_box(opened).is_ok(), "just sealed");
    });
    println!(
        "the officer opens them               {took:8.1} µs = {:.2} × a raw X-Wing open and a verification",
        took / (raw_open + verify)
    );
    Ok(())
}

/// Sixty compartments of one epoch.
fn scope() -> impl Iterator<Item = ReleasedShare> {
    (0..60).map(|c| ReleasedShare {
        epoch_id: EpochId([1; 16]),
        bundle: Hash32([3; 32]),
        cid: Cid([c; 16]),
        share: Share::from_bytes([c; 32]),
    })
}
