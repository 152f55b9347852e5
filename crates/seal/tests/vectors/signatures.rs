//! Ed25519 (RFC 8032), verified strictly, and X25519 (RFC 7748), against Wycheproof.

use ed25519_dalek::{Signature, VerifyingKey};
use serde::Deserialize;
use ugnay_seal::VerifyingId;

use super::{fixture, hex, hex_array};

#[derive(Deserialize)]
struct File<G> {
    #[serde(rename = "testGroups")]
    groups: Vec<G>,
}

#[derive(Deserialize)]
struct EdGroup {
    #[serde(rename = "publicKey")]
    key: EdKey,
    tests: Vec<EdCase>,
}

#[derive(Deserialize)]
struct EdKey {
    pk: String,
}

#[derive(Deserialize)]
struct EdCase {
    #[serde(rename = "tcId")]
    id: u32,
    msg: String,
    sig: String,
    result: String,
}

#[test]
fn ed25519_wycheproof() {
    let file: File<EdGroup> = fixture("wycheproof/ed25519_test.even.json");
    let (mut valid, mut invalid) = (0, 0);
    for group in file.groups {
        let pk = hex_array::<32>(&group.key.pk);
        let key = VerifyingKey::from_bytes(&pk).expect("Wycheproof's keys are points");
        assert!(
            VerifyingId::from_bytes(&pk).is_ok(),
            "and usable identities"
        );
        for case in group.tests {
            let accepted = Signature::from_slice(&hex(&case.sig))
                .is_ok_and(|sig| key.verify_strict(&hex(&case.msg), &sig).is_ok());
            assert_eq!(accepted, case.result == "valid", "case {}", case.id);
            if accepted {
                valid += 1;
            } else {
                invalid += 1;
            }
        }
    }
    assert_eq!(valid + invalid, 75, "every case of the file was run");
    assert!(valid > 0 && invalid > 0, "both kinds occur");
}

#[derive(Deserialize)]
struct DhGroup {
    tests: Vec<DhCase>,
}

#[derive(Deserialize)]
struct DhCase {
    #[serde(rename = "tcId")]
    id: u32,
    public: String,
    private: String,
    shared: String,
}

#[test]
fn x25519_wycheproof() {
    let file: File<DhGroup> = fixture("wycheproof/x25519_test.even.json");
    let mut run = 0;
    for case in file.groups.into_iter().flat_map(|g| g.tests) {
        let shared = x25519_dalek::x25519(hex_array(&case.private), hex_array(&case.public));
        assert_eq!(shared.to_vec(), hex(&case.shared), "case {}", case.id);
        run += 1;
    }
    assert_eq!(run, 259, "every case of the file was run");
}
