//! Decoders face anything: no panic, no allocation beyond the input, one encoding only.
use proptest::prelude::*;
use ugnay_wire::*;

/// Whatever decodes must encode to the very same bytes.
fn one_encoding<M: Message>(bytes: &[u8]) {
    if let Ok(message) = M::decode(bytes) {
        assert_eq!(
            message.encode().as_deref(),
            Ok(bytes),
            "two encodings of one message would let a signature cover both"
        );
    }
}

fn every_decoder(bytes: &[u8]) {
    one_encoding::<OpenRegister>(bytes);
    one_encoding::<NextRegister>(bytes);
    one_encoding::<Batch>(bytes);
    one_encoding::<Ack>(bytes);
    one_encoding::<ChangesPage>(bytes);
    one_encoding::<BlobsGet>(bytes);
    one_encoding::<Blobs>(bytes);
    one_encoding::<BundlePage>(bytes);
    one_encoding::<BoxPosted>(bytes);
    one_encoding::<BoxPage>(bytes);
    one_encoding::<LogSubmit>(bytes);
    one_encoding::<LogAppended>(bytes);
    one_encoding::<InclusionProof>(bytes);
    one_encoding::<ConsistencyProof>(bytes);
    one_encoding::<HeadsProof>(bytes);
    let _ = Signed::split(bytes);
}

fn any_item() -> impl Strategy<Value = Item> {
    let name = any::<[u8; 16]>().prop_map(Name);
    prop_oneof![
        (
            0..6usize,
            name.clone(),
            proptest::collection::vec(any::<u8>(), 0..300)
        )
            .prop_map(|(k, name, bytes)| Item::Put {
                kind: BlobKind::ALL[k],
                name,
                bytes
            }),
        name.clone().prop_map(|name| Item::Delete { name }),
        name.prop_map(|name| Item::Restore { name }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn noise(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        every_decoder(&bytes);
    }

    #[test]
    fn noise_behind_a_good_header(kind in 0u8..20, body in proptest::collection::vec(any::<u8>(), 0..600)) {
        let mut bytes = vec![b'U', b'G', b'W', 1, kind];
        bytes.extend(body);
        every_decoder(&bytes);
    }

    #[test]
    fn batches_round_trip_and_survive_damage(
        pseud: [u8; 16],
        id: [u8; 16],
        items in proptest::collection::vec(any_item(), 0..20),
        at: prop::sample::Index,
        bit in 0u8..8,
    ) {
        let batch = Batch { pseud: Pseud(pseud), batch_id: BatchId(id), items };
        let Ok(mut bytes) = batch.encode() else { return Ok(()) };
        prop_assert_eq!(Batch::decode(&bytes), Ok(batch), "a batch reads back as written");
        let i = at.index(bytes.len());
        bytes[i] ^= 1 << bit;
        one_encoding::<Batch>(&bytes);
    }
}

#[test]
fn a_huge_count_in_a_small_message_is_refused() {
    // 4,096 items announced in 42 bytes: allocating for them first would be a gift to an attacker.
    let mut bytes = vec![b'U', b'G', b'W', 1, 2];
    bytes.extend([0; 32]);
    bytes.extend(4096u32.to_be_bytes());
    assert!(
        matches!(Batch::decode(&bytes), Err(WireError::Truncated { .. })),
        "the count is checked against the bytes that are there"
    );
}
