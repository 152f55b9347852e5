//! Folding: what must become equal, and that any text is survived.

use super::{digits, fold};

#[test]
fn spellings_of_one_name_fold_together() {
    assert_eq!(
        fold("  NUÑEZ-Peña "),
        "nunez pena",
        "case, tilde and hyphen must not tell two spellings apart"
    );
    assert_eq!(
        fold("Nun\u{303}ez"),
        fold("Nuñez"),
        "a decomposed tilde is the same letter"
    );
    assert_eq!(
        fold("O'Hara"),
        fold("OHara"),
        "an apostrophe joins what it stands between"
    );
    assert_eq!(
        fold("Ma..Cristina"),
        "ma cristina",
        "several marks are one space"
    );
    assert_eq!(
        fold("İstanbul ß"),
        "istanbul ss",
        "letters without a plain decomposition are spelled out"
    );
}

#[test]
fn other_scripts_stay() {
    assert_eq!(
        fold("محمد"),
        "محمد",
        "a name in Arabic script must remain searchable"
    );
}

#[test]
fn digits_only() {
    assert_eq!(
        digits("+63 (917) 123-45 67"),
        "639171234567",
        "a phone is its digits"
    );
}

proptest::proptest! {
    #[test]
    fn folding_is_idempotent(text in "\\PC{0,60}") {
        let once = fold(&text);
        proptest::prop_assert_eq!(fold(&once), once, "folded text must be a fixed point, or index and query differ");
    }
}
