//! The escrow bundle from σ, its shares, a receipt.

use serde_json::json;
use ugnay_seal::{
    BundleView, Current, CustodianShares, DealFault, DealInput, FedId, Hash32, Receipt,
    SealKeyPair, SealPublic, Sigma, SigningIdentity, combine, deal, open_shares,
};

use super::{Counting, check, hex};

pub(crate) struct Escrow {
    pub(crate) sigma: Sigma,
    pub(crate) bundle: Vec<u8>,
    pub(crate) shares: Vec<CustodianShares>,
}

pub(crate) const FED: FedId = FedId([0x22; 16]);
const ROSTER: Hash32 = Hash32([0x77; 32]);
const POLICY: Hash32 = Hash32([0x88; 32]);
const PLACES: [(u32, u16); 3] = [
    (401_009_001, 0x5341),
    (401_009_001, 0x4c42),
    (401_009_002, 0x5341),
];

pub(crate) fn escrow() -> Escrow {
    let sigma = Sigma::from_bytes(Counting::bytes(0, 32).try_into().expect("32"));
    let pairs: Vec<_> = (1..=4).map(|x| SealKeyPair::from_seed(&[x; 32])).collect();
    let recipients: Vec<(u8, SealPublic)> = (1..)
        .zip(pairs.iter().map(|p| p.public().clone()))
        .collect();
    let input = DealInput {
        fed: FED,
        bundle_seq: 9,
        roster_hash: ROSTER,
        policy_hash: POLICY,
        k: 3,
        recipients: &recipients,
        compartments: &PLACES,
    };
    let bundle = deal(&sigma, &input).expect("a valid deal");
    let view = BundleView::parse(&bundle).expect("our own bundle");
    let current = Current {
        fed: FED,
        roster_hash: ROSTER,
        policy_hash: POLICY,
        k: 3,
        n: 4,
        min_bundle_seq: 9,
        write_cap: Some(sigma.write_cap().public()),
    };
    let shares = (1..)
        .zip(&pairs)
        .map(|(x, pair)| open_shares(&view, &current, x, pair).expect("an honest deal"))
        .collect();
    Escrow {
        sigma,
        bundle,
        shares,
    }
}

#[test]
fn bundle() {
    let e = escrow();
    let view = BundleView::parse(&e.bundle).expect("our own bundle");
    let keys: Vec<_> = view
        .cids()
        .enumerate()
        .map(|(i, cid)| {
            let pick = |c: usize| (e.shares[c].x, e.shares[c].holdings[i].share.clone());
            let commitment = view.commitment(&cid).expect("in the bundle");
            let dek = combine(&commitment, &[pick(3), pick(0), pick(2)]).expect("a quorum");
            json!([hex(cid), hex(*dek.to_bytes())])
        })
        .collect();
    let stored: Vec<_> = e
        .shares
        .iter()
        .map(|s| hex(s.to_bytes().as_slice()))
        .collect();
    check(
        "bundle",
        &json!({
            "sigma": hex(*e.sigma.to_bytes()),
            "fed": hex(FED),
            "bundle_seq": 9,
            "roster_hash": hex(ROSTER),
            "policy_hash": hex(POLICY),
            "k": 3,
            "custodian_seeds": (1..=4).map(|x| hex([x; 32])).collect::<Vec<_>>(),
            "places": PLACES,
            "bundle": hex(&e.bundle),
            "header_hash": hex(view.header_hash()),
            "bundle_hash": hex(view.bundle_hash()),
            "stored_shares": stored,
            "keys": keys,
        }),
    );
}

#[test]
fn receipts() {
    let custodian = SigningIdentity::from_seed(&[0x99; 32]);
    let make = |outcome| {
        let receipt = Receipt {
            fed: FED,
            epoch_id: escrow().sigma.epoch_id(),
            header_hash: Hash32([0xaa; 32]),
            x: 2,
            outcome,
        };
        hex(receipt.sign(&custodian))
    };
    check(
        "receipts",
        &json!({
            "seed": hex(*custodian.to_seed()),
            "fed": hex(FED),
            "accepted": make(Ok(())),
            "share_is_key": make(Err(DealFault::ShareIsKey)),
        }),
    );
}
