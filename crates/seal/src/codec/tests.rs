//! Compression is bounded and exact.

use proptest::prelude::*;

use super::*;

#[path = "../../sample/records.rs"]
mod records;

#[test]
fn records_shrink_and_come_back() {
    let cards = records::cards(9, 200);
    let mut packed = 0;
    for card in &cards {
        let (codec, coded) = encode(card).unwrap();
        assert_eq!(codec, ZSTD_1, "a record is shorter under the dictionary");
        packed += coded.len();
        assert_eq!(
            decode(codec, &coded).unwrap().as_slice(),
            card.as_slice(),
            "exact"
        );
    }
    let raw: usize = cards.iter().map(Vec::len).sum();
    assert!(
        packed * 2 < raw,
        "the dictionary at least halves a card, or the radio pays: {packed} of {raw}"
    );
    assert!(!records::cases(9, 1).is_empty(), "cases are generated too");
}

#[test]
fn noise_is_kept_as_it_is() {
    let noise: Vec<u8> = (0..200_u32)
        .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let (codec, coded) = encode(&noise).unwrap();
    assert_eq!(
        (codec, coded.as_slice()),
        (PLAIN, noise.as_slice()),
        "never longer than it was"
    );
}

#[test]
fn bombs_and_odd_frames_are_refused() {
    let bad = Err(OpenError::BadCompression);
    let bomb = zstd::bulk::compress(&vec![0; MAX_RECORD + 1], 19).unwrap();
    assert_eq!(decode(ZSTD_1, &bomb), bad, "grows beyond the bound");
    let (_, good) = encode(&[b'a'; 900]).unwrap();
    let trailing = [good.as_slice(), b"x"].concat();
    assert_eq!(decode(ZSTD_1, &trailing), bad, "bytes behind the frame");
    let twice = [good.as_slice(), good.as_slice()].concat();
    assert_eq!(decode(ZSTD_1, &twice), bad, "two frames");
    assert_eq!(decode(ZSTD_1, b""), bad, "nothing");
    let skippable = [0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4];
    assert_eq!(decode(ZSTD_1, &skippable), bad, "a skippable frame");
    assert_eq!(
        decode(7, b""),
        Err(OpenError::UnknownCodec(7)),
        "no negotiation"
    );
}

#[test]
fn a_frame_without_its_size_is_refused() {
    let mut encoder = zstd::stream::Encoder::new(Vec::new(), 3).unwrap();
    encoder.include_contentsize(false).unwrap();
    std::io::Write::write_all(&mut encoder, &[7; 1000]).unwrap();
    let frame = encoder.finish().unwrap();
    assert_eq!(
        decode(ZSTD_1, &frame),
        Err(OpenError::BadCompression),
        "memory must be known before it is taken"
    );
}

proptest! {
    #[test]
    fn p32_any_bytes_decode_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(out) = decode(ZSTD_1, &bytes) {
            prop_assert!(out.len() <= MAX_RECORD, "bounded");
        }
    }

    #[test]
    fn any_payload_round_trips(bytes in prop::collection::vec(any::<u8>(), 0..5000)) {
        let (codec, coded) = encode(&bytes).unwrap();
        prop_assert_eq!(decode(codec, &coded).unwrap().to_vec(), bytes, "exact");
    }
}

#[test]
fn the_longest_payload_is_the_longest() {
    let longest = vec![0; MAX_RECORD];
    let (codec, coded) = encode(&longest).expect("as long as allowed");
    assert_eq!(
        decode(codec, &coded).map(|p| p.len()),
        Ok(MAX_RECORD),
        "what is sealed can be opened"
    );
    assert_eq!(
        encode(&[longest.as_slice(), b"x"].concat()).map(|_| ()),
        Err(SealError::TooLarge),
        "one byte more"
    );
}

#[test]
fn at_equal_length_a_payload_stays_as_it_is() {
    let noise = |i: u32| (i.wrapping_mul(2_654_435_761) >> 13) as u8;
    let payload = |n: u32, run: usize| -> Vec<u8> {
        let head = (0..n).map(noise);
        head.chain(std::iter::repeat_n(b'a', run)).collect()
    };
    let mut zstd = Compressor::with_prepared_dictionary(encoder()).unwrap();
    let equal = (20..200)
        .flat_map(|n| (0..60).map(move |run| payload(n, run)))
        .find(|p| zstd.compress(p).is_ok_and(|packed| packed.len() == p.len()));
    let equal = equal.expect("some payload packs to its own length");
    assert_eq!(
        encode(&equal).map(|(codec, _)| codec),
        Ok(PLAIN),
        "nothing gained, nothing to unpack"
    );
}
