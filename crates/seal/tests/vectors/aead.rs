//! ChaCha20-Poly1305 (RFC 8439) against Wycheproof.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use serde::Deserialize;

use super::{fixture, hex, hex_array};

#[derive(Deserialize)]
struct File {
    #[serde(rename = "testGroups")]
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    #[serde(rename = "ivSize")]
    iv_size: usize,
    tests: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    #[serde(rename = "tcId")]
    id: u32,
    key: String,
    iv: String,
    aad: String,
    msg: String,
    ct: String,
    tag: String,
    result: String,
}

#[test]
fn chacha20_poly1305_wycheproof() {
    let file: File = fixture("wycheproof/chacha20_poly1305_test.even.json");
    let (mut valid, mut invalid) = (0, 0);
    for group in file.groups {
        for case in group.tests {
            if group.iv_size != 96 {
                // The type of a nonce is twelve bytes: other lengths cannot be written down.
                assert_eq!(case.result, "invalid", "case {}", case.id);
                assert_ne!(hex(&case.iv).len(), 12, "case {}", case.id);
                invalid += 1;
                continue;
            }
            let cipher = ChaCha20Poly1305::new(&Key::from(hex_array::<32>(&case.key)));
            let nonce = Nonce::from(hex_array::<12>(&case.iv));
            let (msg, aad) = (hex(&case.msg), hex(&case.aad));
            let sealed = [hex(&case.ct), hex(&case.tag)].concat();
            let opened = cipher.decrypt(
                &nonce,
                Payload {
                    msg: &sealed,
                    aad: &aad,
                },
            );
            if case.result == "valid" {
                assert_eq!(opened.as_deref(), Ok(msg.as_slice()), "case {}", case.id);
                let ours = cipher.encrypt(
                    &nonce,
                    Payload {
                        msg: &msg,
                        aad: &aad,
                    },
                );
                assert_eq!(ours, Ok(sealed), "case {}", case.id);
                valid += 1;
            } else {
                assert!(opened.is_err(), "case {} must be refused", case.id);
                invalid += 1;
            }
        }
    }
    assert_eq!(
        (valid, valid + invalid),
        (128, 162),
        "every case of the file was run"
    );
}
