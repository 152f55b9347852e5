//! Bundle files are read or refused; carrying one from device to device is in the stories.

use super::*;
use proptest::prelude::*;

fn file(batches: &[&[u8]]) -> Vec<u8> {
    let mut out = [&MAGIC[..], &[1], &[7; 16]].concat();
    out.extend_from_slice(&(batches.len() as u16).to_be_bytes());
    for b in batches {
        out.extend_from_slice(&(b.len() as u32).to_be_bytes());
        out.extend_from_slice(b);
    }
    out
}

#[test]
fn a_file_is_read_whole_or_not_at_all() {
    let whole = file(&[b"one", b"three"]);
    assert_eq!(
        parse(&whole),
        Some((Pseud([7; 16]), vec![&b"one"[..], &b"three"[..]])),
        "what was written is read"
    );
    for cut in 0..whole.len() {
        assert!(parse(&whole[..cut]).is_none(), "a cut file is refused");
    }
    let longer = [&whole[..], &[0]].concat();
    assert!(parse(&longer).is_none(), "nothing may follow");
    let many = vec![&b""[..]; MOST_BATCHES + 1];
    assert!(parse(&file(&many)).is_none(), "too many batches");
    let mut huge = file(&[b"one"]);
    huge[25..29].copy_from_slice(&u32::MAX.to_be_bytes());
    assert!(parse(&huge).is_none(), "a length beyond any honest batch");
}

proptest! {
    #[test]
    fn p32_any_file_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let framed = [&MAGIC[..], &bytes].concat();
        for file in [&bytes, &framed] {
            if let Some((_, batches)) = parse(file) {
                let held: usize = batches.iter().map(|b| b.len()).sum();
                prop_assert!(held <= file.len(), "no more is held than was given");
            }
        }
    }
}
