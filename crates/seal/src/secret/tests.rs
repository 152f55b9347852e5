//! Secrets do not show and tokens do not link (P35).

use super::*;
use crate::sigma::Sigma;

#[test]
fn p35_debug_shows_no_secret() {
    let sigma = Sigma::from_bytes([0xab; 32]);
    let cid = sigma.cid(1, 2, Facet::Card);
    let shown = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        sigma,
        sigma.card_dek(&cid),
        sigma.dek(&cid, Facet::Case),
        sigma.head_key(),
        sigma.token_key(b"c"),
        sigma.write_cap(),
        crate::passphrase::DatabaseKey::from_bytes([0xab; 32]),
    );
    assert!(
        !shown.contains("abab") && !shown.contains("171") && shown.contains("secret"),
        "a key in a debug line ends in a log: {shown}"
    );
}

#[test]
fn p35_secrets_are_wiped_on_drop() {
    fn wiped<T: ZeroizeOnDrop>() {}
    wiped::<Sigma>();
    wiped::<CardDek>();
    wiped::<Dek>();
    wiped::<HeadKey>();
    wiped::<TokenKey>();
    wiped::<crate::passphrase::DatabaseKey>();
    wiped::<crate::words::Invitation>();
    wiped::<crate::words::PaperSeed>();
    wiped::<ed25519_dalek::SigningKey>();
}

#[test]
fn tokens_repeat_within_a_campaign_and_differ_across() {
    let sigma = Sigma::from_bytes([7; 32]);
    let (a, b) = (
        sigma.token_key(b"campaign-a"),
        sigma.token_key(b"campaign-b"),
    );
    assert_eq!(
        a.token(b"p1"),
        a.token(b"p1"),
        "the desk counts a person once"
    );
    assert_ne!(a.token(b"p1"), a.token(b"p2"), "two persons are two tokens");
    assert_ne!(a.token(b"p1"), b.token(b"p1"), "campaigns do not link");
    let other = Sigma::from_bytes([8; 32]).token_key(b"campaign-a");
    assert_ne!(a.token(b"p1"), other.token(b"p1"), "registers do not link");
}

#[test]
fn keys_are_equal_when_all_their_bytes_and_the_facet_are() {
    let key = |byte: u8, facet| Dek::new(facet, &Zeroizing::new([byte; 32]));
    assert_eq!(key(1, Facet::Case), key(1, Facet::Case), "the same");
    assert_ne!(key(1, Facet::Case), key(2, Facet::Case), "another key");
    assert_ne!(key(1, Facet::Case), key(1, Facet::Card), "another facet");
    for at in 0..32 {
        let mut bytes = [1; 32];
        bytes[at] ^= 1;
        assert_ne!(
            CardDek::from_bytes([1; 32]),
            CardDek::from_bytes(bytes),
            "byte {at} differs"
        );
    }
    assert_eq!(
        format!("{:?}", key(1, Facet::Case)),
        "Dek(Case, secret)",
        "P35: what a key is for may be seen"
    );
    assert_eq!(key(7, Facet::Case).raw(), &[7; 32], "its own bytes");
    assert_eq!(
        Dek::from(&CardDek::from_bytes([1; 32])).facet(),
        Facet::Card,
        "an escrowed key seals cards"
    );
}
