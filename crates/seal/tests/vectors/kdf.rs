//! HKDF-SHA256 (RFC 5869) and HMAC-SHA256 (RFC 2104) against Wycheproof, Argon2id against RFC 9106.

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;

use super::{fixture, hex};

#[derive(Deserialize)]
struct File<C> {
    #[serde(rename = "testGroups")]
    groups: Vec<Group<C>>,
}

#[derive(Deserialize)]
struct Group<C> {
    #[serde(rename = "tagSize", default)]
    tag_size: usize,
    tests: Vec<C>,
}

#[derive(Deserialize)]
struct HkdfCase {
    #[serde(rename = "tcId")]
    id: u32,
    ikm: String,
    salt: String,
    info: String,
    size: usize,
    okm: String,
    result: String,
}

#[test]
fn hkdf_sha256_wycheproof() {
    let file: File<HkdfCase> = fixture("wycheproof/hkdf_sha256_test.even.json");
    let mut run = 0;
    for case in file.groups.into_iter().flat_map(|g| g.tests) {
        let kdf = Hkdf::<Sha256>::new(Some(&hex(&case.salt)), &hex(&case.ikm));
        let mut out = vec![0; case.size];
        let made = kdf.expand(&hex(&case.info), &mut out).is_ok();
        assert_eq!(made, case.result == "valid", "case {}", case.id);
        if made {
            assert_eq!(out, hex(&case.okm), "case {}", case.id);
        }
        run += 1;
    }
    assert_eq!(run, 43, "every case of the file was run");
}

#[derive(Deserialize)]
struct HmacCase {
    #[serde(rename = "tcId")]
    id: u32,
    key: String,
    msg: String,
    tag: String,
    result: String,
}

#[test]
fn hmac_sha256_wycheproof() {
    let file: File<HmacCase> = fixture("wycheproof/hmac_sha256_test.even.json");
    let mut run = 0;
    for group in file.groups {
        for case in group.tests {
            let mut mac = Hmac::<Sha256>::new_from_slice(&hex(&case.key)).expect("any length");
            mac.update(&hex(&case.msg));
            let accepted = mac.verify_truncated_left(&hex(&case.tag)).is_ok();
            assert_eq!(accepted, case.result == "valid", "case {}", case.id);
            assert_eq!(hex(&case.tag).len() * 8, group.tag_size, "case {}", case.id);
            run += 1;
        }
    }
    assert_eq!(run, 87, "every case of the file was run");
}

#[test]
fn argon2id_rfc_9106() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/crypto/argon2id_v13.kat.txt"
    );
    let text = std::fs::read_to_string(path).expect("the fixture is part of the repository");
    let field = |name: &str| -> Vec<u8> {
        let line = text.lines().find(|l| l.starts_with(name));
        let (_, bytes) = line
            .and_then(|l| l.split_once(": "))
            .expect("a field of the vector");
        hex(&bytes.replace(' ', ""))
    };
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&field("Associated data")).expect("short"))
        .output_len(32)
        .build()
        .expect("the parameters of RFC 9106 §5.3");
    let secret = field("Secret");
    let argon = Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params)
        .expect("a short secret");
    let mut out = [0; 32];
    argon
        .hash_password_into(&field("Password"), &field("Salt"), &mut out)
        .expect("the vector's inputs");
    assert_eq!(out.to_vec(), field("Tag"), "RFC 9106 §5.3");
}
