//! What malicious dealers, servers and files can send.

use chacha20poly1305::aead::AeadInOut;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;
use crate::hybrid::{Purpose, seal_to};
use crate::ids::Cid;
use crate::label::Label;
use crate::shamir::{Share, key_commitment, share_commitment};

/// A bundle taken apart: what a dealer with σ can put together again as it likes.
struct Parts {
    core: Vec<u8>,
    kc: Vec<u8>,
    h: Vec<u8>,
    catalogue: Vec<u8>,
    plains: Vec<Vec<u8>>,
}

fn take_apart(w: &World) -> Parts {
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let (n, sizes) = (w.pairs.len(), Sizes::of(w.places.len()));
    let view = BundleView::parse(&bytes).unwrap();
    let plains = (1..=n as u8)
        .map(|x| {
            let aad = share_aad(&view.header_hash(), x);
            let pair = &w.pairs[usize::from(x) - 1];
            let sealed = view.sealed_for(x).unwrap();
            hybrid::open_from(pair, Purpose::Escrow, &aad, sealed)
                .unwrap()
                .to_vec()
        })
        .collect();
    let mut rest = bytes.as_slice();
    let mut take = |len: usize| {
        let (head, tail) = rest.split_at(len);
        rest = tail;
        head.to_vec()
    };
    Parts {
        core: take(sizes.core),
        kc: take(sizes.kc),
        h: take(sizes.kc * n),
        catalogue: take(sizes.catalogue),
        plains,
    }
}

/// Seals and signs with σ, as the real dealer would.
fn put_together(w: &World, parts: &Parts) -> Vec<u8> {
    let mut out = [parts.core.as_slice(), &parts.kc, &parts.h, &parts.catalogue].concat();
    let header_hash = kdf::hash(&[&out]);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    for ((x, pk), plain) in w.recipients.iter().zip(&parts.plains) {
        let aad = share_aad(&header_hash, *x);
        out.extend(seal_to(pk, Purpose::Escrow, &aad, plain, &mut rng).unwrap());
    }
    let sig = w
        .sigma
        .write_cap()
        .sign(Label::Escrow, &w.input().fed, &out);
    out.extend(sig.0);
    out
}

fn verdict(w: &World, bytes: &[u8]) -> Result<(), DealFault> {
    let view = BundleView::parse(bytes).expect("well signed by the dealer");
    open_shares(&view, &w.current(), 1, &w.pairs[0]).map(|_| ())
}

fn first_cid(parts: &Parts) -> Cid {
    Cid(parts.core[CORE_FIXED..CORE_FIXED + 16].try_into().unwrap())
}

#[test]
fn taking_apart_and_putting_together_is_accepted() {
    let w = world(3, 2, 4);
    assert_eq!(
        verdict(&w, &put_together(&w, &take_apart(&w))),
        Ok(()),
        "the harness is honest"
    );
}

#[test]
fn p09_wrong_share_is_refused() {
    let w = world(3, 2, 4);
    let mut parts = take_apart(&w);
    parts.plains[0][32] ^= 1;
    assert_eq!(
        verdict(&w, &put_together(&w, &parts)),
        Err(DealFault::WrongShare),
        "share"
    );
    let mut parts = take_apart(&w);
    parts.h[0] ^= 1;
    assert_eq!(
        verdict(&w, &put_together(&w, &parts)),
        Err(DealFault::WrongShare),
        "h"
    );
}

#[test]
fn p09_constant_polynomial_is_refused() {
    let w = world(3, 2, 4);
    let mut parts = take_apart(&w);
    // The dealer hands the key itself to custodian 1, with a matching h: k = 1 in disguise.
    let cid = first_cid(&parts);
    let key = w.sigma.card_dek(&cid);
    parts.plains[0][32..64].copy_from_slice(&key.0);
    let h = share_commitment(&w.sigma.epoch_id(), &cid, 1, &Share(key.0));
    parts.h[..32].copy_from_slice(&h.0);
    assert_eq!(
        parts.kc[..32],
        key_commitment(&key.0, &cid).0,
        "kc is the honest one"
    );
    assert_eq!(
        verdict(&w, &put_together(&w, &parts)),
        Err(DealFault::ShareIsKey),
        "named"
    );
}

#[test]
fn p09_malformed_catalogues_are_refused() {
    let w = world(3, 2, 4);
    let reseal = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut parts = take_apart(&w);
        let key: [u8; 32] = parts.plains[0][..32].try_into().unwrap();
        let core_hash = kdf::hash(&[&parts.core]);
        let (cipher, nonce, commit) = catalogue_cipher(&key, &core_hash).unwrap();
        let len = parts.catalogue.len();
        let mut plain = parts.catalogue[32..len - 16].to_vec();
        let tag = parts.catalogue[len - 16..].try_into().unwrap();
        cipher
            .decrypt_inout_detached(&nonce, &core_hash.0, plain.as_mut_slice().into(), &tag)
            .unwrap();
        change(&mut plain);
        let tag = cipher
            .encrypt_inout_detached(&nonce, &core_hash.0, plain.as_mut_slice().into())
            .unwrap();
        parts.catalogue = [commit.as_slice(), &plain, &tag].concat();
        verdict(&w, &put_together(&w, &parts))
    };
    let no = Err(DealFault::Catalogue);
    assert_eq!(reseal(&|_| ()), Ok(()), "the harness is honest");
    assert_eq!(reseal(&|c| c[6] = 2), no, "a case compartment");
    assert_eq!(reseal(&|c| c[6] = 0), no, "no facet");
    assert_eq!(reseal(&|c| c.copy_within(0..7, 7)), no, "a place twice");
    assert_eq!(reseal(&|c| c[..4].fill(0)), no, "no place");
}

#[test]
fn p09_catalogue_under_another_key_is_refused_by_its_commitment() {
    let w = world(3, 2, 4);
    let mut parts = take_apart(&w);
    parts.plains[0][0] ^= 1;
    assert_eq!(
        verdict(&w, &put_together(&w, &parts)),
        Err(DealFault::Catalogue),
        "key"
    );
    let mut parts = take_apart(&w);
    parts.catalogue[40] ^= 1;
    assert_eq!(
        verdict(&w, &put_together(&w, &parts)),
        Err(DealFault::Catalogue),
        "ciphertext"
    );
}

#[test]
fn a_server_that_changes_any_byte_breaks_the_signature_or_the_structure() {
    let w = world(3, 2, 4);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    for i in (0..bytes.len()).step_by(13).chain(0..160) {
        let mut changed = bytes.clone();
        changed[i] ^= 1;
        assert!(BundleView::parse(&changed).is_err(), "byte {i}");
    }
}

#[test]
fn p32_structure_is_refused_before_memory_is_taken() {
    let w = world(3, 2, 4);
    let bytes = deal(&w.sigma, &w.input()).unwrap();
    let parse = |b: &[u8]| BundleView::parse(b).map(|_| ());
    let with = |at: usize, value: &[u8]| {
        let mut b = bytes.clone();
        b[at..at + value.len()].copy_from_slice(value);
        parse(&b)
    };
    assert_eq!(parse(b""), Err(BundleError::Length), "empty");
    assert_eq!(
        with(0, b"UGB2"),
        Err(BundleError::BadMagic),
        "another object"
    );
    assert_eq!(
        with(4, &[2]),
        Err(BundleError::UnknownSuite(2)),
        "no negotiation"
    );
    assert_eq!(with(141, &[0]), Err(BundleError::Counts), "k = 0");
    assert_eq!(with(141, &[4]), Err(BundleError::Counts), "k > n");
    assert_eq!(with(142, &[17]), Err(BundleError::Counts), "n > 16");
    assert_eq!(with(143, &[0, 0]), Err(BundleError::Counts), "m = 0");
    assert_eq!(
        with(143, &[0xff, 0xff]),
        Err(BundleError::Counts),
        "m > 10,000"
    );
    assert_eq!(
        with(143, &[0x27, 0x10]),
        Err(BundleError::Length),
        "m = 10,000 claimed"
    );
    assert_eq!(
        parse(&[bytes.as_slice(), b"x"].concat()),
        Err(BundleError::Length),
        "trailing"
    );
    let mut swapped = bytes.clone();
    let (a, b) = swapped[CORE_FIXED..CORE_FIXED + 32].split_at_mut(16);
    a.swap_with_slice(b);
    assert_eq!(parse(&swapped), Err(BundleError::Order), "one order");
    let mut twice = bytes.clone();
    twice.copy_within(CORE_FIXED..CORE_FIXED + 16, CORE_FIXED + 16);
    assert_eq!(parse(&twice), Err(BundleError::Order), "each once");
    for len in 0..bytes.len() {
        assert!(parse(&bytes[..len]).is_err(), "length {len}");
    }
}

proptest! {
    #[test]
    fn p32_any_bytes_are_refused_without_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..4000), head in any::<bool>()) {
        if head && bytes.len() > 145 {
            bytes[..5].copy_from_slice(b"UGB1\x01");
            bytes[141] %= 4;
            bytes[142] %= 4;
            bytes[143] = 0;
            bytes[144] %= 8;
        }
        prop_assert!(BundleView::parse(&bytes).is_err(), "noise is no bundle");
        let _ = CustodianShares::from_bytes(&bytes);
    }
}
