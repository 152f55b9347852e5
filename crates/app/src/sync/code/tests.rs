//! Texts come back as they went, others are refused, and nothing makes the reader panic.

use super::*;
use proptest::prelude::*;

fn way(certificate: Option<&[u8]>) -> Way {
    Way {
        secret: Invitation::from_bytes([7; 16]),
        hash: Some(Hash32([9; 32])),
        certificate: certificate.map(<[u8]>::to_vec),
        buffer: "https://buffer.example:8443".into(),
    }
}

#[test]
fn a_way_comes_back_with_its_certificate_and_port() {
    let pem = pem_of(&[1, 2, 3, 4, 5]);
    let text = way(Some(&pem)).to_text(Kind::Pair);
    let back = Way::from_text(Kind::Pair, &format!(" {text}\n")).expect("a scanned text");
    assert_eq!(
        *back.secret.to_bytes(),
        [7; 16],
        "the secret is the one shown"
    );
    assert_eq!(back.hash, Some(Hash32([9; 32])), "so is the hash");
    assert_eq!(
        back.certificate,
        Some(pem),
        "a pinned certificate travels along"
    );
    assert_eq!(
        back.buffer, "https://buffer.example:8443",
        "colons belong to the address"
    );
}

#[test]
fn a_text_of_another_kind_is_refused() {
    let text = way(None).to_text(Kind::Join);
    assert!(
        Way::from_text(Kind::Pair, &text).is_err(),
        "an invitation is no pairing"
    );
    assert!(
        unwrap(Kind::Welcome, &wrap(Kind::Card, b"x")).is_err(),
        "a card is no welcome"
    );
}

#[test]
fn a_long_certificate_stays_out_of_the_code() {
    let pem = pem_of(&[1; MAX_CERTIFICATE + 1]);
    let text = way(Some(&pem)).to_text(Kind::Pair);
    let back = Way::from_text(Kind::Pair, &text).expect("still a code");
    assert_eq!(
        back.certificate, None,
        "a code too fine to scan helps nobody"
    );
}

proptest! {
    #[test]
    fn p32_no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = Way::from_text(Kind::Join, &text);
        let _ = Way::from_text(Kind::Pair, &format!("ugnay:1:pair:{text}"));
        let _ = unwrap(Kind::Card, &format!("ugnay:1:card:{text}"));
    }

    #[test]
    fn bytes_come_back_from_a_text_a_mail_program_broke(bytes in prop::collection::vec(any::<u8>(), 0..2000), at in 16usize..60) {
        let mut text = wrap(Kind::Welcome, &bytes);
        if at < text.len() { text.insert_str(at, "\r\n  "); }
        prop_assert_eq!(unwrap(Kind::Welcome, &text).ok(), Some(bytes), "white space carries nothing");
    }
}
