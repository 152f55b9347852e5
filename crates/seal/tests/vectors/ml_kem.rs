//! ML-KEM-768 (FIPS 203), the post-quantum half of X-Wing, against Wycheproof and CCTV, and our own reader of public keys
//! against every coefficient that is too large.

use ml_kem::kem::{Decapsulate, KeyExport, TryKeyInit};
use ml_kem::ml_kem_768::{Ciphertext, DecapsulationKey, EncapsulationKey};
use serde::Deserialize;
use shake::digest::{ExtendableOutput, Update, XofReader};
use shake::{Shake128, Shake128Reader};

use super::{fixture, fixture_bytes, hex, hex_array};
use ugnay_seal::SealPublic;

#[derive(Deserialize)]
struct File {
    #[serde(rename = "testGroups")]
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    tests: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    #[serde(rename = "tcId")]
    id: u32,
    seed: Option<String>,
    m: Option<String>,
    #[serde(default)]
    ek: String,
    #[serde(default)]
    c: String,
    #[serde(default, rename = "K")]
    key: String,
    result: String,
}

fn cases(name: &str) -> Vec<Case> {
    let file: File = fixture(name);
    file.groups.into_iter().flat_map(|g| g.tests).collect()
}

/// Secret and shared key from `d ‖ z`, as our crate's own keys are made.
fn keys(seed: &[u8; 64]) -> (DecapsulationKey, EncapsulationKey) {
    let secret = DecapsulationKey::from_seed((*seed).into());
    let public = secret.encapsulation_key().clone();
    (secret, public)
}

#[test]
fn ml_kem_768_decapsulation_wycheproof() {
    let (mut opened, mut refused) = (0, 0);
    for case in cases("wycheproof/mlkem_768_test.sixteenth.json") {
        let seed = hex(&case.seed.expect("every case has a seed"));
        let c = hex(&case.c);
        // What has another length cannot be written down: the types are arrays.
        let (Ok(seed), Ok(c)) = (
            <[u8; 64]>::try_from(seed.as_slice()),
            Ciphertext::try_from(c.as_slice()),
        ) else {
            assert_eq!(case.result, "invalid", "case {}", case.id);
            refused += 1;
            continue;
        };
        let (secret, public) = keys(&seed);
        assert_eq!(case.result, "valid", "case {}", case.id);
        assert_eq!(public.to_bytes().to_vec(), hex(&case.ek), "key {}", case.id);
        assert_eq!(
            secret.decapsulate(&c).to_vec(),
            hex(&case.key),
            "case {}: also where the ciphertext is another's",
            case.id
        );
        opened += 1;
    }
    assert!(opened > 10 && refused > 30, "{opened} and {refused} cases");
}

#[test]
fn ml_kem_768_encapsulation_wycheproof() {
    let (mut sealed, mut refused) = (0, 0);
    for case in cases("wycheproof/mlkem_768_encaps_test.sixteenth.json") {
        let ek = hex(&case.ek);
        let ours = SealPublic::from_bytes(&[ek.as_slice(), &[9; 32]].concat());
        let Ok(public) = EncapsulationKey::new_from_slice(&ek) else {
            assert_eq!(case.result, "invalid", "case {}", case.id);
            assert!(
                ours.is_err(),
                "case {}: nor is it half of a key of ours",
                case.id
            );
            refused += 1;
            continue;
        };
        assert_eq!(case.result, "valid", "case {}", case.id);
        assert!(ours.is_ok(), "case {}: half of a key of ours", case.id);
        let m = hex_array::<32>(&case.m.expect("every case has its randomness"));
        let (c, key) = public.encapsulate_deterministic(&m.into());
        assert_eq!(c.to_vec(), hex(&case.c), "case {}", case.id);
        assert_eq!(key.to_vec(), hex(&case.key), "case {}", case.id);
        sealed += 1;
    }
    assert!(sealed > 5 && refused > 30, "{sealed} and {refused} cases");
}

/// Every value from q to 4095 and every place in the key, each alone (FIPS 203 §7.2, the modulus check).
#[test]
fn p32_a_coefficient_too_large_is_no_key() {
    let packed = fixture_bytes("cctv/mlkem_768_modulus.txt.zst");
    let text = zstd::bulk::decompress(&packed, 4 << 20).expect("a small fixture");
    let lines = text.split(|b| *b == b'\n').filter(|line| !line.is_empty());
    let mut count = 0;
    for line in lines {
        let ek = hex(core::str::from_utf8(line).expect("hexadecimal"));
        assert_eq!(ek.len(), 1184, "an encapsulation key's length");
        let key = [ek.as_slice(), &[9; 32]].concat();
        assert!(
            SealPublic::from_bytes(&key).is_err(),
            "line {count} has a coefficient that is not below q"
        );
        count += 1;
    }
    assert_eq!(count, 780, "every line of the file");
}

/// A key whose matrix takes far more sampling than usual. Only the public half is used: CCTV's key generation is the draft's.
#[test]
fn ml_kem_768_unlucky_sample_cctv() {
    let text = String::from_utf8(fixture_bytes("cctv/mlkem_768_unlucky.txt")).expect("text");
    let field = |name: &str| {
        let line = text.lines().find_map(|l| l.strip_prefix(name));
        hex(line.and_then(|l| l.strip_prefix(" = ")).expect("a field"))
    };
    let theirs = EncapsulationKey::new_from_slice(&field("ek")).expect("a good key");
    let m: [u8; 32] = field("m").try_into().expect("32 bytes");
    let (c, key) = theirs.encapsulate_deterministic(&m.into());
    assert_eq!(
        (c.to_vec(), key.to_vec()),
        (field("c"), field("K")),
        "the matrix is sampled right where many candidates are rejected"
    );
}

/// 10,000 keys, ciphertexts and rejections by one hash, drawn and hashed as CCTV says, with the key generation of FIPS 203
/// itself (the rank hashed with d), for which other implementations publish this hash.
#[test]
fn ml_kem_768_accumulated_cctv() {
    fn draw<const N: usize>(rng: &mut Shake128Reader) -> [u8; N] {
        let mut out = [0; N];
        rng.read(&mut out);
        out
    }
    let mut rng = Shake128::default().finalize_xof();
    let mut all = Shake128::default();
    for number in 0..10_000 {
        let (secret, public) = keys(&draw(&mut rng));
        let (c, key) = public.encapsulate_deterministic(&draw::<32>(&mut rng).into());
        assert_eq!(secret.decapsulate(&c), key, "test {number} opens");
        #[expect(deprecated, reason = "the vectors hash the expanded form")]
        let expanded = ml_kem::ExpandedKeyEncoding::to_expanded_bytes(&secret);
        all.update(&public.to_bytes());
        all.update(&expanded);
        all.update(&c);
        all.update(&key);
        all.update(&secret.decapsulate(&draw::<1088>(&mut rng).into()));
    }
    let mut hash = [0; 32];
    all.finalize_xof().read(&mut hash);
    assert_eq!(
        hash,
        hex_array("f959d18d3d1180121433bf0e05f11e7908cf9d03edc150b2b07cb90bef5bc1c1"),
        "the hash of 10,000 tests"
    );
}
