//! Each reader opens it, nobody else does, and no changed byte is accepted.
use super::{open, seal};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use ugnay_seal::SealKeyPair;

#[test]
fn readers_open_and_others_do_not() {
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    let pairs: Vec<SealKeyPair> = (0..3).map(|_| SealKeyPair::generate(&mut rng)).collect();
    let readers: Vec<_> = pairs[..2].iter().map(|p| p.public().clone()).collect();
    let sealed = seal(&readers, b"which barangays", &mut rng).expect("sealed");
    assert!(
        !sealed.windows(8).any(|w| w == b"barangay"),
        "the buffer must not read the body"
    );
    for p in &pairs[..2] {
        assert_eq!(
            open(p, &sealed).expect("a reader"),
            b"which barangays",
            "every reader reads the same"
        );
    }
    assert!(
        open(&pairs[2], &sealed).is_err(),
        "who is no reader reads nothing"
    );
    let mut cut = sealed.clone();
    cut.truncate(sealed.len() - 1);
    assert!(open(&pairs[1], &cut).is_err(), "a cut body is refused");
}
