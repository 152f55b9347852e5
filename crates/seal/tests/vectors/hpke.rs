//! HPKE (RFC 9180): its own vectors, and the X-Wing suite of this project.

use ::hpke::aead::ChaCha20Poly1305;
use ::hpke::kdf::HkdfSha256;
use ::hpke::kem::{X25519HkdfSha256, XWing};
use ::hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use serde::Deserialize;
use ugnay_seal::{SealKeyPair, SealPublic};

use super::tape::Tape;
use super::{fixture, hex, hex_array};

#[derive(Deserialize)]
struct Vector {
    info: String,
    #[serde(rename = "ikmE")]
    ikm_e: String,
    #[serde(rename = "skRm")]
    sk: String,
    #[serde(rename = "pkRm")]
    pk: String,
    enc: String,
    encryptions: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    aad: String,
    ct: String,
    pt: String,
}

fn opens<K: Kem>(vector: &Vector) {
    let sk = K::PrivateKey::from_bytes(&hex(&vector.sk)).expect("the vector's key");
    let pk = K::sk_to_pk(&sk).to_bytes().to_vec();
    assert_eq!(pk, hex(&vector.pk), "the public key of the secret key");
    let enc = K::EncappedKey::from_bytes(&hex(&vector.enc)).expect("the vector's encapsulation");
    let mut receiver = ::hpke::setup_receiver::<ChaCha20Poly1305, HkdfSha256, K>(
        &OpModeR::Base,
        &sk,
        &enc,
        &hex(&vector.info),
    )
    .expect("decapsulation");
    // The vectors' sequence numbers jump after a few; those in order are opened.
    for (i, message) in vector.encryptions.iter().take(3).enumerate() {
        let pt = receiver.open(&hex(&message.ct), &hex(&message.aad));
        assert_eq!(pt.ok(), Some(hex(&message.pt)), "message {i}");
    }
}

#[test]
fn hpke_rfc_9180_x25519() {
    let vectors: Vec<Vector> = fixture("hpke_rfc9180_x25519_hkdfsha256_chacha20poly1305_base.json");
    assert_eq!(vectors.len(), 1, "mode base, AEAD ChaCha20-Poly1305");
    opens::<X25519HkdfSha256>(&vectors[0]);
}

#[test]
fn hpke_x_wing_suite() {
    let vectors: Vec<Vector> = fixture("hpke_xwing_hkdfsha256_chacha20poly1305.json");
    assert_eq!(vectors.len(), 1, "KEM 0x647a, KDF 1, AEAD 3");
    let vector = &vectors[0];
    opens::<XWing>(vector);
    let pair = SealKeyPair::from_seed(&hex_array(&vector.sk));
    assert_eq!(
        pair.public().to_bytes(),
        hex(&vector.pk),
        "our key pair is the vector's"
    );

    // Encapsulating with the vector's randomness gives the vector's bytes.
    let pk = SealPublic::from_bytes(&hex(&vector.pk)).expect("a valid key");
    let key = <XWing as Kem>::PublicKey::from_bytes(&pk.to_bytes()).expect("the same key");
    let first = &vector.encryptions[0];
    let (enc, ct) = ::hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &key,
        &hex(&vector.info),
        &hex(&first.pt),
        &hex(&first.aad),
        &mut Tape(hex(&vector.ikm_e)),
    )
    .expect("sealing");
    assert_eq!(enc.to_bytes().to_vec(), hex(&vector.enc), "encapsulation");
    assert_eq!(ct, hex(&first.ct), "first message");
}
