//! The sealed object: round trip, every change refused, commitment before decryption (P3, P4, P12, P32).

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::super::{Context, index_name};
use super::*;
use crate::{Cid, DeviceSlot, EpochId, Facet, FedId, ObjectId, Sigma};

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

struct Setup {
    sigma: Sigma,
    me: SigningIdentity,
    ctx: Context,
}

fn setup() -> Setup {
    let sigma = Sigma::from_bytes([3; 32]);
    let me = SigningIdentity::from_seed(&[4; 32]);
    let cid = sigma.cid(401_009_001, 0x5341, Facet::Card);
    let ctx = Context::record(
        FedId([1; 16]),
        sigma.epoch_id(),
        cid,
        Facet::Card,
        ObjectId([2; 16]),
        me.public().hash(),
        7,
    );
    Setup { sigma, me, ctx }
}

#[test]
fn p03_one_changed_bit_anywhere_fails() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let blob = seal_signed(&dek, &s.ctx, &s.me, b"payload", &mut rng(1)).unwrap();
    assert_eq!(blob.len(), 512 + OVERHEAD, "a small record is 592 bytes");
    for bit in 0..blob.len() * 8 {
        let mut changed = blob.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(
            open_signed(&dek, &s.ctx, &changed).is_err(),
            "bit {bit} changed must not open"
        );
    }
}

#[test]
fn p03_changes_are_named_by_the_layer_that_sees_them() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let blob = seal(&dek, &s.ctx, b"payload", &mut rng(1)).unwrap();
    let cases = [
        (0, OpenError::BadMagic),
        (4, OpenError::BadBucket(9)),
        (5, OpenError::UnknownSuite(3)),
        (6, OpenError::BadLength),
        (7, OpenError::Reserved),
        (8, OpenError::WrongKey),
        (32, OpenError::WrongKey),
        (64, OpenError::Rejected),
        (blob.len() - 1, OpenError::Rejected),
    ];
    for (at, expected) in cases {
        let mut changed = blob.clone();
        changed[at] ^= if at == 6 { 3 } else { 2 };
        let error = open(&dek, &s.ctx, &changed).map(|_| ()).unwrap_err();
        assert_eq!(error, expected, "byte {at}");
    }
    assert_eq!(
        open(&dek, &s.ctx, &blob[..7]).map(|_| ()),
        Err(OpenError::Truncated),
        "short"
    );
    let long = [blob.as_slice(), b"x"].concat();
    assert_eq!(
        open(&dek, &s.ctx, &long).map(|_| ()),
        Err(OpenError::BadLength),
        "one encoding"
    );
}

#[test]
fn p04_wrong_key_or_context_fails_at_the_commitment() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let blob = seal_signed(&dek, &s.ctx, &s.me, b"payload", &mut rng(1)).unwrap();
    let other_sigma = Sigma::from_bytes([9; 32]);
    let wrong = Err(OpenError::WrongKey);
    let other = other_sigma.dek(&s.ctx.cid, Facet::Card);
    assert_eq!(
        open_signed(&other, &s.ctx, &blob).map(|_| ()),
        wrong,
        "another σ"
    );
    let contexts = [
        Context {
            fed: FedId([9; 16]),
            ..s.ctx
        },
        Context {
            epoch_id: EpochId([9; 16]),
            ..s.ctx
        },
        Context {
            cid: Cid([9; 16]),
            ..s.ctx
        },
        Context {
            object_id: ObjectId([9; 16]),
            ..s.ctx
        },
        Context {
            writer_pk_hash: Hash32([9; 32]),
            ..s.ctx
        },
        Context {
            writer_seq: 8,
            ..s.ctx
        },
    ];
    for ctx in contexts {
        assert_eq!(
            open_signed(&dek, &ctx, &blob).map(|_| ()),
            wrong,
            "a blob moved to another place must not open: {ctx:?}"
        );
    }
    // The commitment is compared before the AEAD: with both broken, the commitment is what is named.
    let mut both = blob.clone();
    both[40] ^= 1;
    both[100] ^= 1;
    assert_eq!(
        open_signed(&dek, &s.ctx, &both).map(|_| ()),
        wrong,
        "nothing is decrypted first"
    );
}

#[test]
fn p29_keys_seal_only_their_facet_and_kind() {
    let s = setup();
    let card = s.sigma.card_dek(&s.ctx.cid);
    let case = s.sigma.dek(&s.ctx.cid, Facet::Case);
    let case_ctx = Context {
        facet: Some(Facet::Case),
        ..s.ctx
    };
    let head_ctx = Context::head(s.ctx.fed, s.ctx.epoch_id, crate::BlobName([1; 16]));
    let no = Err(SealError::WrongKeyForContext);
    assert_eq!(
        seal(&card, &case_ctx, b"", &mut rng(1)).map(|_| ()),
        no,
        "card key, case record"
    );
    assert_eq!(
        seal(&case, &s.ctx, b"", &mut rng(1)).map(|_| ()),
        no,
        "case key, card record"
    );
    assert_eq!(
        seal(&card, &head_ctx, b"", &mut rng(1)).map(|_| ()),
        no,
        "card key, head"
    );
    let head_key = s.sigma.head_key();
    assert_eq!(
        seal(&head_key, &s.ctx, b"", &mut rng(1)).map(|_| ()),
        no,
        "head key, record"
    );
    let blob = seal(&case, &case_ctx, b"note", &mut rng(1)).unwrap();
    assert_eq!(
        open(&card, &case_ctx, &blob).map(|_| ()),
        Err(OpenError::WrongKeyForContext),
        "what custodians can rebuild is refused for a case record before anything is tried"
    );
}

#[test]
fn p12_records_forged_with_the_key_alone_are_refused() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let forger = SigningIdentity::from_seed(&[5; 32]);
    assert_eq!(
        seal_signed(&dek, &s.ctx, &forger, b"x", &mut rng(1)).map(|_| ()),
        Err(SealError::WrongWriter),
        "an honest program does not sign for another device"
    );
    // A desk that holds the key seals a record with its own signature block under the device's context.
    let (codec, coded) = codec::encode(b"forged").unwrap();
    let codec = codec | SIGNED;
    let sig = forger.sign(
        Label::Record,
        &s.ctx.fed,
        &signed_bytes(&s.ctx, codec, &coded),
    );
    let id = forger.public();
    let blob = encrypt(
        &dek,
        &s.ctx,
        codec,
        &[id.as_bytes(), &sig.0, &coded],
        &mut rng(2),
    )
    .unwrap();
    assert_eq!(
        open_signed(&dek, &s.ctx, &blob).map(|_| ()),
        Err(OpenError::WrongWriter),
        "the key opens but does not speak for a device"
    );
    let real = s.me.public();
    let blob = encrypt(
        &dek,
        &s.ctx,
        codec,
        &[real.as_bytes(), &sig.0, &coded],
        &mut rng(2),
    )
    .unwrap();
    assert_eq!(
        open_signed(&dek, &s.ctx, &blob).map(|_| ()),
        Err(OpenError::BadSignature),
        "nor with the device's public key pasted in"
    );
}

#[test]
fn signed_and_unsigned_do_not_pass_for_each_other() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let plain = seal(&dek, &s.ctx, b"x", &mut rng(1)).unwrap();
    let signed = seal_signed(&dek, &s.ctx, &s.me, b"x", &mut rng(1)).unwrap();
    let no = Err(OpenError::SignatureExpectation);
    assert_eq!(
        open_signed(&dek, &s.ctx, &plain).map(|_| ()),
        no,
        "unsigned as signed"
    );
    assert_eq!(
        open(&dek, &s.ctx, &signed).map(|_| ()),
        no,
        "signed as unsigned"
    );
}

#[test]
fn index_and_head_open_by_name_alone() {
    let s = setup();
    let slot = DeviceSlot::new(3).unwrap();
    let card = s.sigma.card_dek(&s.ctx.cid);
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let name = index_name(&card, slot);
    assert_eq!(
        name,
        index_name(&dek, slot),
        "the desk derives the name from the rebuilt key"
    );
    let ctx = Context::index(s.ctx.fed, s.ctx.epoch_id, s.ctx.cid, Facet::Card, name);
    let blob = seal_signed(&dek, &ctx, &s.me, &[9; 5000], &mut rng(1)).unwrap();
    assert_eq!(blob.len(), 8192 + OVERHEAD, "next power of two");
    let opened = open_signed(&card, &ctx, &blob).unwrap();
    assert_eq!(opened.writer, s.me.public(), "the writer is found inside");
    assert_eq!(opened.payload.as_slice(), &[9; 5000], "round trip");

    let head_key = s.sigma.head_key();
    let ctx = Context::head(s.ctx.fed, s.ctx.epoch_id, index_name(&head_key, slot));
    let blob = seal_signed(&head_key, &ctx, &s.me, b"head", &mut rng(1)).unwrap();
    let opened = open_signed(&head_key, &ctx, &blob).unwrap();
    assert_eq!(opened.payload.as_slice(), b"head", "round trip");
    let roster = Context::register_roster(s.ctx.fed, s.ctx.epoch_id, index_name(&head_key, slot));
    assert_eq!(
        open_signed(&head_key, &roster, &blob).map(|_| ()),
        Err(OpenError::WrongKind),
        "a head is not a roster"
    );
}

#[test]
fn index_names_are_all_different() {
    let s = setup();
    let keys = [
        s.sigma.dek(&s.ctx.cid, Facet::Card),
        s.sigma.dek(&s.ctx.cid, Facet::Case),
    ];
    let names: std::collections::BTreeSet<_> = keys
        .iter()
        .flat_map(|k| DeviceSlot::all().map(|slot| index_name(k, slot)))
        .collect();
    assert_eq!(
        names.len(),
        32,
        "two devices never overwrite each other's shard"
    );
    assert!(DeviceSlot::new(16).is_none(), "sixteen devices at most");
}

#[test]
fn sealing_twice_gives_unrelated_bytes() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let mut rng = rng(1);
    let a = seal(&dek, &s.ctx, b"x", &mut rng).unwrap();
    let b = seal(&dek, &s.ctx, b"x", &mut rng).unwrap();
    assert_ne!(a[8..32], b[8..32], "every sealing has its own salt");
    assert_ne!(a[64..128], b[64..128], "and so its own key and nonce");
}

#[test]
fn size_a_sealed_record_is_80_bytes_over_the_smallest_bucket_that_holds_it() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let mut rng = rng(9);
    // Bytes that do not shrink; frame 5, writer's key and signature 96.
    let mut noise = vec![0; 65_536];
    rng.fill_bytes(&mut noise);
    let buckets = [512, 1024, 2048, 4096, 8192, 16_384, 65_536];
    let mut sealed = |len: usize| seal_signed(&dek, &s.ctx, &s.me, &noise[..len], &mut rng);
    for (i, bucket) in buckets.into_iter().enumerate() {
        assert_eq!(
            sealed(bucket - 101).map(|b| b.len()),
            Ok(bucket + 80),
            "as much as a bucket of {bucket} holds costs 80 bytes over it"
        );
        let next = buckets.get(i + 1).map(|b| b + 80);
        assert_eq!(
            sealed(bucket - 100).map(|b| b.len()),
            next.ok_or(SealError::TooLarge),
            "one byte more takes the next bucket, and 80 bytes over that"
        );
    }
}

#[test]
fn too_large_is_said_before_anything_is_written() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let huge = vec![0; super::super::MAX_RECORD + 1];
    assert_eq!(
        seal(&dek, &s.ctx, &huge, &mut rng(1)).map(|_| ()),
        Err(SealError::TooLarge),
        "compressible or not, a record has a bound"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn p03_round_trip(payload in prop::collection::vec(any::<u8>(), 0..20_000), seed in any::<u64>()) {
        let s = setup();
        let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
        let blob = seal_signed(&dek, &s.ctx, &s.me, &payload, &mut rng(seed)).unwrap();
        let bucket = 1_usize << blob[6];
        prop_assert_eq!(blob.len(), bucket + OVERHEAD, "at most 80 bytes over the bucket");
        let opened = open_signed(&dek, &s.ctx, &blob).unwrap();
        prop_assert_eq!(opened.payload.as_slice(), payload.as_slice(), "exact");
    }

    #[test]
    fn p32_any_bytes_are_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
        let s = setup();
        let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
        prop_assert!(open_signed(&dek, &s.ctx, &bytes).is_err(), "noise is no record");
    }

    #[test]
    fn p32_any_header_is_refused_without_panic(head in prop::array::uniform4(any::<u8>()), len in 0_usize..1200) {
        let s = setup();
        let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
        let mut bytes = b"UGN1".to_vec();
        bytes.extend(head);
        bytes.resize(len.max(8), 0x5a);
        prop_assert!(open(&dek, &s.ctx, &bytes).is_err(), "a header alone opens nothing");
    }
}

#[test]
fn the_head_key_seals_what_belongs_to_no_compartment() {
    let s = setup();
    let key = s.sigma.head_key();
    let name = index_name(&key, DeviceSlot::new(1).unwrap());
    let head = Context::head(s.ctx.fed, s.ctx.epoch_id, name);
    let no = Err(SealError::WrongKeyForContext);
    let made = |ctx: &Context| seal(&key, ctx, b"x", &mut rng(1)).map(|_| ());
    assert_eq!(made(&head), Ok(()), "a head");
    let with_facet = Context {
        facet: Some(Facet::Card),
        ..head
    };
    assert_eq!(made(&with_facet), no, "a head with a facet is none");
    let with_cid = Context {
        cid: s.ctx.cid,
        ..head
    };
    assert_eq!(made(&with_cid), no, "nor one of a compartment");
}

#[test]
fn a_payload_is_its_bytes_and_shows_none() {
    let s = setup();
    let dek = s.sigma.dek(&s.ctx.cid, Facet::Card);
    let blob = seal(&dek, &s.ctx, b"payload", &mut rng(1)).unwrap();
    let payload = open(&dek, &s.ctx, &blob).unwrap();
    let views: [&[u8]; 3] = [payload.as_slice(), payload.as_ref(), &payload];
    assert_eq!(views, [b"payload"; 3], "three ways to the same bytes");
    assert_eq!(
        format!("{payload:?}"),
        "Payload(7 bytes)",
        "shown by its length"
    );
}
