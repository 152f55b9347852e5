//! The same words give the same keys; other words others; nothing of them is shown.

use super::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

#[test]
fn words_bring_both_keys_back() {
    let sheet = RecoverySheet::generate(&mut ChaCha20Rng::seed_from_u64(1));
    let again = RecoverySheet::from_words(&sheet.to_words()).expect("its own words");
    assert_eq!(
        sheet.identity().public(),
        again.identity().public(),
        "the signing key follows from the words alone"
    );
    assert_eq!(
        sheet.seal_pair().public().hash(),
        again.seal_pair().public().hash(),
        "and so does the sealing key"
    );
    let other = RecoverySheet::generate(&mut ChaCha20Rng::seed_from_u64(2));
    assert_ne!(
        sheet.identity().public(),
        other.identity().public(),
        "other words are another sheet"
    );
}

#[test]
fn p35_nothing_of_the_words_is_shown() {
    let sheet = RecoverySheet::generate(&mut ChaCha20Rng::seed_from_u64(1));
    let shown = format!("{sheet:?}");
    let leaked = sheet
        .to_words()
        .split(' ')
        .filter(|w| w.len() > 3 && shown.contains(*w))
        .count();
    assert_eq!(
        leaked, 0,
        "a sheet's Debug says only that it is secret: {shown}"
    );
}
