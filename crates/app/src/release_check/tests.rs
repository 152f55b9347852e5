//! P34 with files: what the terminal and an updater hand in.

use super::*;
use ugnay_release::simulator::Parties;
use ugnay_release::{AppRelease, Policy, Signed, logged};
use ugnay_seal::SigningIdentity;

const FILE: &[u8] = b"the packed app";

/// The four files of a release signed by one of one, in a folder.
fn publish(dir: &Path) {
    let mut p = Parties::new(34, Policy::standard(5, 3, 5), 0).expect("parties");
    let key = SigningIdentity::from_seed(&[1; 32]);
    let public = ugnay_wire::ids::to_hex(key.public().as_bytes());
    let log = p.federation.log_policy().expect("a policy").to_text();
    let keys = format!("ugnay-app-keys@v1\nthreshold 1\nkey {public}\n\n{log}");
    let id = *AppKeys::parse(keys.as_bytes()).expect("keys").id();
    let release = AppRelease {
        sequence: 7,
        version: "0.7.0".into(),
        target: "here".into(),
        file: Hash32(sha256(FILE).0),
        len: FILE.len() as u64,
        time: 1000,
    };
    let signed = Signed::new(release, &id, &[&key]).expect("signed");
    let shown = signed.body().public();
    let s = logged::submission(&signed, shown, &key.public(), 1000, &mut p.rng);
    let entry = s.entry.encode().expect("an entry");
    let mut server = p.server();
    let index = server.append(&entry);
    let note = server.publish(2000, |_| true).expect("published");
    let proof = server.proof(index, &note).expect("proven").to_text();
    let manifest = AppManifest {
        entry,
        body: s.body,
    };
    let manifest = manifest.to_bytes().expect("fits");
    for (name, bytes) in [
        ("file", FILE.to_vec()),
        ("manifest", manifest),
        ("proof", proof.into_bytes()),
        ("keys", keys.into_bytes()),
    ] {
        std::fs::write(dir.join(name), bytes).expect("written");
    }
}

fn verify(dir: &Path, target: Option<&str>, installed: u64) -> Result<AppVerdict, AppError> {
    let [file, manifest, proof, keys] =
        ["file", "manifest", "proof", "keys"].map(|name| dir.join(name));
    let files = AppFiles {
        file: &file,
        manifest: &manifest,
        proof: &proof,
        keys: &keys,
    };
    verify_app(files, target, installed)
}

#[test]
fn p34_files_are_judged_as_the_rules_say() {
    let dir = tempfile::tempdir().expect("a folder");
    publish(dir.path());
    let good = verify(dir.path(), Some("here"), 7).expect("judged");
    assert_eq!(
        (good.ok, good.version.as_str(), good.sequence),
        (true, "0.7.0", 7),
        "signed, logged, not older"
    );
    let fault = |target, installed| {
        let verdict = verify(dir.path(), target, installed).expect("judged");
        assert!(!verdict.ok, "may not be installed");
        verdict.fault.expect("with a reason")
    };
    assert!(fault(None, 8).contains("older"), "older than installed");
    assert!(
        fault(Some("there"), 0).contains("machine"),
        "another machine's"
    );
    std::fs::write(dir.path().join("file"), b"the packed app!").expect("written");
    assert!(fault(None, 0).contains("not this file's"), "another file");
    std::fs::write(dir.path().join("proof"), b"nonsense").expect("written");
    assert!(fault(None, 0).starts_with("proof"), "no proof at all");
    std::fs::write(dir.path().join("manifest"), b"nonsense").expect("written");
    assert!(fault(None, 0).starts_with("manifest"), "no manifest at all");
    std::fs::write(dir.path().join("keys"), b"nonsense").expect("written");
    let e = verify(dir.path(), None, 0).expect_err("without keys nothing can be said");
    assert_eq!(
        (e.code, e.field.as_deref()),
        (ErrorCode::BadInput, Some("keys")),
        "named"
    );
    std::fs::remove_file(dir.path().join("keys")).expect("removed");
    let e = verify(dir.path(), None, 0).expect_err("a missing file");
    assert_eq!(e.field.as_deref(), Some("keys"), "named too");
}
