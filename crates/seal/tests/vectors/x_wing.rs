//! X-Wing itself: the vectors of its draft (draft-connolly-cfrg-xwing-kem), through the crate under HPKE and
//! through what this project seals with.

use serde::Deserialize;
use ugnay_seal::{Purpose, SealKeyPair, open_from, seal_to};
use x_wing::{Decapsulate, Encapsulate, Kem, KeyExport, XWingKem};

use super::tape::Tape;
use super::{fixture, hex, hex_array};

#[derive(Deserialize)]
struct Vector {
    seed: String,
    eseed: String,
    ss: String,
    sk: String,
    pk: String,
    ct: String,
}

fn vectors() -> Vec<Vector> {
    let all: Vec<Vector> = fixture("xwing_draft.json");
    assert_eq!(all.len(), 3, "as many as the draft has");
    all
}

#[test]
fn x_wing_draft() {
    for vector in vectors() {
        let (sk, pk) = XWingKem::generate_keypair_from_rng(&mut Tape(hex(&vector.seed)));
        assert_eq!(sk.as_bytes().to_vec(), hex(&vector.sk), "the secret key");
        assert_eq!(pk.to_bytes().to_vec(), hex(&vector.pk), "the public key");
        let (ct, ss) = pk.encapsulate_with_rng(&mut Tape(hex(&vector.eseed)));
        assert_eq!(ct.to_vec(), hex(&vector.ct), "the encapsulation");
        assert_eq!(ss.to_vec(), hex(&vector.ss), "the shared secret, sending");
        assert_eq!(
            sk.decapsulate(&ct).to_vec(),
            hex(&vector.ss),
            "the shared secret, receiving"
        );
    }
}

#[test]
fn what_seals_here_encapsulates_as_the_draft() {
    for vector in vectors() {
        let pair = SealKeyPair::from_seed(&hex_array(&vector.sk));
        assert_eq!(
            pair.public().to_bytes(),
            hex(&vector.pk),
            "our public key is the draft's"
        );
        let mut tape = Tape(hex(&vector.eseed));
        let sealed =
            seal_to(pair.public(), Purpose::Mail, b"aad", b"text", &mut tape).expect("a valid key");
        let enc = sealed.get(..1120).expect("an encapsulation stands first");
        assert_eq!(enc, hex(&vector.ct), "our encapsulation is the draft's");
        assert_eq!(
            tape.0,
            Vec::<u8>::new(),
            "sealing draws these 64 bytes and no more"
        );
        let opened = open_from(&pair, Purpose::Mail, b"aad", &sealed).expect("the draft's key");
        assert_eq!(opened.as_slice(), b"text", "and it opens");
    }
}
