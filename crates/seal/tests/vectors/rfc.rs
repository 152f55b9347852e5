//! The examples printed in the RFCs themselves: 6234 §8.5, 8439 §2.8.2, 5869 A.1 and A.3, 8032 §7.1.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use ed25519_dalek::{Signer, SigningKey};
use hkdf::Hkdf;
use sha2::Sha256;

use super::{hex, hex_array};

#[test]
fn chacha20_poly1305_rfc_8439() {
    let msg = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let key = core::array::from_fn::<u8, 32, _>(|i| 0x80 + i as u8);
    let sealed = ChaCha20Poly1305::new(&Key::from(key)).encrypt(
        &Nonce::from(hex_array::<12>("070000004041424344454647")),
        Payload {
            msg,
            aad: &hex("50515253c0c1c2c3c4c5c6c7"),
        },
    );
    let expected = concat!(
        "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6",
        "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36",
        "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc",
        "3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd060",
        "0691",
    );
    assert_eq!(sealed, Ok(hex(expected)), "RFC 8439 §2.8.2");
}

#[test]
fn sha256_rfc_6234() {
    let million = vec![b'a'; 1_000_000];
    let repeated = b"0123456701234567012345670123456701234567012345670123456701234567".repeat(10);
    for (message, expected) in [
        (
            &b"abc"[..],
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (
            b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
        (
            &million,
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        ),
        (
            &repeated,
            "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5",
        ),
        (
            b"\x19",
            "68aa2e2ee5dff96e3355e6c7ee373e3d6a4e17f75f9518d843709c0c9bc3e3d4",
        ),
        (
            b"\xe3\xd7\x25\x70\xdc\xdd\x78\x7c\xe3\x88\x7a\xb2\xcd\x68\x46\x52",
            "175ee69b02ba9b58e2b0a5fd13819cea573f3940a94f825128cf4209beabb4e8",
        ),
    ] {
        assert_eq!(
            ugnay_seal::sha256(message).0.to_vec(),
            hex(expected),
            "RFC 6234 §8.5, {} bytes",
            message.len()
        );
    }
}

#[test]
fn hkdf_sha256_rfc_5869() {
    let salt: Vec<u8> = (0..13).collect();
    let info: Vec<u8> = (0xf0..0xfa).collect();
    for (salt, info, expected, case) in [
        (
            salt,
            info,
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
            "A.1",
        ),
        (
            Vec::new(),
            Vec::new(),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
            "A.3, without salt and info",
        ),
    ] {
        let mut out = [0; 42];
        Hkdf::<Sha256>::new(Some(&salt), &[0x0b; 22])
            .expand(&info, &mut out)
            .expect("a short output");
        assert_eq!(out.to_vec(), hex(expected), "RFC 5869 {case}");
    }
}

#[test]
fn ed25519_rfc_8032() {
    for (seed, msg, public, sig) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "72",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "af82",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ] {
        let key = SigningKey::from_bytes(&hex_array::<32>(seed));
        assert_eq!(
            key.verifying_key().to_bytes().to_vec(),
            hex(public),
            "RFC 8032 §7.1: the public key"
        );
        assert_eq!(
            key.sign(&hex(msg)).to_bytes().to_vec(),
            hex(sig),
            "RFC 8032 §7.1: the signature"
        );
    }
}
