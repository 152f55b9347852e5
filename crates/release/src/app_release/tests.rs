//! P34: an app that is unsigned, unlogged, unwitnessed, another's or older is refused.

use super::*;
use crate::Policy;
use crate::simulator::Parties;
use proptest::prelude::*;
use rand_core::SeedableRng;
use ugnay_seal::SigningIdentity;

const FILE: &[u8] = b"the packed app";
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// A log with witnesses, three release keys of which two are needed, and one published release.
struct Stage {
    parties: Parties,
    releasers: Vec<SigningIdentity>,
    keys: AppKeys,
    rng: rand_chacha::ChaCha20Rng,
}

struct Published {
    manifest: AppManifest,
    proof: TlogProof,
}

fn keys_text(threshold: &str, keys: &[[u8; 32]], log: &str) -> String {
    let lines: Vec<String> = keys
        .iter()
        .map(|k| format!("key {}", ugnay_wire::ids::to_hex(k)))
        .collect();
    format!(
        "{HEADER}threshold {threshold}\n{}\n\n{log}",
        lines.join("\n")
    )
}

impl Stage {
    fn new() -> Self {
        let parties = Parties::new(34, Policy::standard(5, 3, 5), 0).unwrap();
        let releasers: Vec<_> = (1u8..=3)
            .map(|n| SigningIdentity::from_seed(&[n; 32]))
            .collect();
        let public: Vec<_> = releasers.iter().map(|r| *r.public().as_bytes()).collect();
        let log = parties.federation.log_policy().unwrap().to_text();
        let keys = AppKeys::parse(keys_text("2", &public, &log).as_bytes()).unwrap();
        let rng = rand_chacha::ChaCha20Rng::seed_from_u64(34);
        Self {
            parties,
            releasers,
            keys,
            rng,
        }
    }

    fn release(&self) -> AppRelease {
        AppRelease {
            sequence: 7,
            version: "0.7.0".into(),
            target: TARGET.into(),
            file: sha256(FILE),
            len: FILE.len() as u64,
            time: 1000,
        }
    }

    fn publish(
        &mut self,
        signed: &Signed<AppRelease>,
        author: &SigningIdentity,
        witnesses: usize,
    ) -> Published {
        let public = signed.body().public();
        let s = logged::submission(signed, public, &author.public(), 1000, &mut self.rng);
        let entry = s.entry.encode().unwrap();
        let mut server = self.parties.server();
        server.append(b"something before");
        let index = server.append(&entry);
        let note = server.publish(2000, |n| n < witnesses).unwrap();
        let proof = server.proof(index, &note).unwrap();
        Published {
            manifest: AppManifest {
                entry,
                body: s.body,
            },
            proof,
        }
    }

    fn signed(&self, release: AppRelease, signers: &[usize]) -> Signed<AppRelease> {
        let signers: Vec<_> = signers.iter().map(|n| &self.releasers[*n]).collect();
        Signed::new(release, self.keys.id(), &signers).unwrap()
    }

    fn good(&mut self) -> Published {
        let signed = self.signed(self.release(), &[0, 2]);
        self.publish(&signed, &self.releasers[0].clone(), 7)
    }
}

fn candidate() -> Candidate<'static> {
    Candidate {
        file: sha256(FILE),
        len: FILE.len() as u64,
        target: Some(TARGET),
        installed: 6,
    }
}

#[test]
fn p34_a_signed_logged_newer_app_is_accepted() {
    let mut s = Stage::new();
    let p = s.good();
    let found = check(&candidate(), &p.manifest, &p.proof, &s.keys);
    assert_eq!(found.as_ref(), Ok(&s.release()), "all rules are met");
    for installed in [0, 7] {
        let c = Candidate {
            installed,
            ..candidate()
        };
        assert!(
            check(&c, &p.manifest, &p.proof, &s.keys).is_ok(),
            "a first install and a repair of the same release: {installed}"
        );
    }
    let any = Candidate {
        target: None,
        ..candidate()
    };
    assert!(
        check(&any, &p.manifest, &p.proof, &s.keys).is_ok(),
        "the target need not be asked"
    );
}

#[test]
fn p34_unsigned_app_is_refused() {
    let mut s = Stage::new();
    let stranger = SigningIdentity::from_seed(&[9; 32]);
    let one = s.signed(s.release(), &[1]);
    let mut padded = one.clone();
    padded.sign(s.keys.id(), &stranger).unwrap();
    for signed in [one, padded] {
        let p = s.publish(&signed, &s.releasers[1].clone(), 7);
        assert_eq!(
            check(&candidate(), &p.manifest, &p.proof, &s.keys),
            Err(AppRefusal::Unsigned { have: 1, need: 2 }),
            "one release key is not two, and a stranger's does not count"
        );
    }
    let author = s.releasers[0].clone();
    let unsigned = Signed::new(s.release(), s.keys.id(), &[]).unwrap();
    let p = s.publish(&unsigned, &author, 7);
    assert!(
        matches!(
            check(&candidate(), &p.manifest, &p.proof, &s.keys),
            Err(AppRefusal::Manifest(_))
        ),
        "nobody signed"
    );
    let elsewhere = Signed::new(
        s.release(),
        &FedId([1; 16]),
        &[&s.releasers[0], &s.releasers[2]],
    )
    .unwrap();
    let p = s.publish(&elsewhere, &author, 7);
    assert_eq!(
        check(&candidate(), &p.manifest, &p.proof, &s.keys),
        Err(AppRefusal::Manifest(ReleaseError::Signature)),
        "signatures for another set of keys are worth nothing"
    );
}

#[test]
fn p34_unlogged_app_is_refused() {
    let mut s = Stage::new();
    let good = s.good();
    let few = {
        let signed = s.signed(s.release(), &[0, 2]);
        s.publish(&signed, &s.releasers[0].clone(), 4)
    };
    assert!(
        matches!(
            check(&candidate(), &few.manifest, &few.proof, &s.keys),
            Err(AppRefusal::Unlogged(_))
        ),
        "four witnesses are not five"
    );
    // The same release signed and committed to anew, but with the other one's proof: it stands in no log.
    let fresh = {
        let signed = s.signed(s.release(), &[0, 1]);
        s.publish(&signed, &s.releasers[0].clone(), 7)
    };
    assert!(
        matches!(
            check(&candidate(), &fresh.manifest, &good.proof, &s.keys),
            Err(AppRefusal::Unlogged(_))
        ),
        "a proof is of one entry"
    );
    let mut elsewhere = good.proof.clone();
    elsewhere.index = 0;
    assert!(
        matches!(
            check(&candidate(), &good.manifest, &elsewhere, &s.keys),
            Err(AppRefusal::Unlogged(_))
        ),
        "and of one place"
    );
    let other = Parties::new(35, Policy::standard(5, 3, 5), 0).unwrap();
    let public: Vec<_> = s.releasers.iter().map(|r| *r.public().as_bytes()).collect();
    let log = other.federation.log_policy().unwrap().to_text();
    let keys = AppKeys::parse(keys_text("2", &public, &log).as_bytes()).unwrap();
    assert!(
        matches!(
            check(&candidate(), &good.manifest, &good.proof, &keys),
            Err(AppRefusal::Unlogged(_))
        ),
        "only the pinned log counts"
    );
}

#[test]
fn p34_older_app_is_refused() {
    let mut s = Stage::new();
    let p = s.good();
    let c = Candidate {
        installed: 8,
        ..candidate()
    };
    assert_eq!(
        check(&c, &p.manifest, &p.proof, &s.keys),
        Err(AppRefusal::Older {
            offered: 7,
            installed: 8
        }),
        "however well signed"
    );
}

#[test]
fn p34_another_file_or_machine_is_refused() {
    let mut s = Stage::new();
    let p = s.good();
    let check = |c: Candidate<'_>| check(&c, &p.manifest, &p.proof, &s.keys);
    assert_eq!(
        check(Candidate {
            file: sha256(b"the packed app!"),
            ..candidate()
        }),
        Err(AppRefusal::OtherFile),
        "one byte more"
    );
    assert_eq!(
        check(Candidate {
            len: 1,
            ..candidate()
        }),
        Err(AppRefusal::OtherFile),
        "the length counts too"
    );
    assert_eq!(
        check(Candidate {
            target: Some("aarch64-linux-android"),
            ..candidate()
        }),
        Err(AppRefusal::OtherTarget),
        "another machine's app"
    );
}

#[test]
fn p34_the_entry_shows_what_was_released() {
    let mut s = Stage::new();
    assert_eq!(
        s.release().public(),
        [&s.release().sequence.to_be_bytes()[..], &sha256(FILE).0].concat(),
        "which one of the releases, and the hash of its file"
    );
    let signed = s.signed(s.release(), &[0, 2]);
    let author = s.releasers[0].public();
    let quiet = logged::submission(&signed, vec![0; 40], &author, 1000, &mut s.rng);
    let entry = quiet.entry.encode().unwrap();
    let mut server = s.parties.server();
    let index = server.append(&entry);
    let note = server.publish(2000, |_| true).unwrap();
    let proof = server.proof(index, &note).unwrap();
    let manifest = AppManifest {
        entry,
        body: quiet.body,
    };
    assert!(
        matches!(
            check(&candidate(), &manifest, &proof, &s.keys),
            Err(AppRefusal::Manifest(ReleaseError::Rule(_)))
        ),
        "a release hidden behind other public fields is none: auditors could not find it"
    );
}

#[test]
fn keys_have_one_strict_form() {
    let s = Stage::new();
    let public: Vec<_> = s.releasers.iter().map(|r| *r.public().as_bytes()).collect();
    let log = s.parties.federation.log_policy().unwrap().to_text();
    let good = keys_text("2", &public, &log);
    assert_eq!(
        AppKeys::parse(good.as_bytes()).map(|k| k.threshold),
        Ok(2),
        "two of three"
    );
    let twice = [public[0], public[0]];
    for (text, why) in [
        (good.replacen("@v1", "@v2", 1), "another header"),
        (keys_text("0", &public, &log), "nobody needed"),
        (keys_text("4", &public, &log), "more than there are"),
        (keys_text("02", &public, &log), "a number has one form"),
        (keys_text("2", &twice, &log), "a key twice"),
        (keys_text("1", &[[2; 32]], &log), "not a key"),
        (good.replacen("key ", "Key ", 1), "an unknown line"),
        (keys_text("2", &public, ""), "no log"),
        (good.replacen("\n\n", "\n", 1), "no empty line"),
        (format!("{good}{}", " ".repeat(MAX_KEYS_LEN)), "too large"),
    ] {
        assert!(AppKeys::parse(text.as_bytes()).is_err(), "{why}");
    }
    let fewer = AppKeys::parse(keys_text("1", &public, &log).as_bytes()).unwrap();
    assert_ne!(
        fewer.id(),
        s.keys.id(),
        "another rule has another name, so signatures do not travel"
    );
}

#[test]
fn rules_of_one_release() {
    let s = Stage::new();
    for (release, why) in [
        (
            AppRelease {
                sequence: 0,
                ..s.release()
            },
            "sequence 0 means nothing installed",
        ),
        (
            AppRelease {
                len: 0,
                ..s.release()
            },
            "an empty file",
        ),
        (
            AppRelease {
                time: -1,
                ..s.release()
            },
            "before 1970",
        ),
        (
            AppRelease {
                version: String::new(),
                ..s.release()
            },
            "no version",
        ),
        (
            AppRelease {
                target: " ".into(),
                ..s.release()
            },
            "no target",
        ),
    ] {
        assert!(release.encode().is_err(), "{why}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn p34_any_changed_byte_of_the_manifest_is_refused(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut s = Stage::new();
        let p = s.good();
        let mut bytes = p.manifest.to_bytes().unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let found = AppManifest::from_bytes(&bytes)
            .map_err(AppRefusal::from)
            .and_then(|m| check(&candidate(), &m, &p.proof, &s.keys));
        prop_assert!(found.is_err(), "byte {} of the manifest is bound", at);
    }

    #[test]
    fn p32_noise_is_no_manifest_and_no_keys(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(AppKeys::parse(&bytes).is_err(), "noise is no file of keys");
        if let Ok(m) = AppManifest::from_bytes(&bytes) {
            prop_assert_eq!(m.to_bytes().unwrap(), bytes, "one encoding");
        }
    }
}

#[test]
fn p34_a_manifest_travels_as_bytes() {
    let mut s = Stage::new();
    let manifest = s.good().manifest;
    let bytes = manifest.to_bytes().unwrap();
    assert_eq!(&bytes[..4], b"UGM1", "it says what it is");
    assert_eq!(
        AppManifest::from_bytes(&bytes),
        Ok(manifest.clone()),
        "read back as written"
    );
    let other = [b"UGM2", &bytes[4..]].concat();
    assert_eq!(
        AppManifest::from_bytes(&other),
        Err(ReleaseError::Rule("not a manifest")),
        "another form"
    );
    let room = MAX_MANIFEST_LEN - 12 - manifest.entry.len();
    let of_body = |len: usize| AppManifest {
        entry: manifest.entry.clone(),
        body: vec![0; len],
    };
    let full = of_body(room);
    assert_eq!(
        full.to_bytes().and_then(|b| AppManifest::from_bytes(&b)),
        Ok(full),
        "as long as allowed"
    );
    assert_eq!(
        of_body(room + 1)
            .to_bytes()
            .and_then(|b| AppManifest::from_bytes(&b)),
        Err(ReleaseError::Rule("manifest too large")),
        "one byte more"
    );
}
