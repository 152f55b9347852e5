//! Making, opening, the passphrase, and that nothing readable lies on the disk. What is broken is tested with registers,
//! which are locked by the same room.

use crate::{
    Changes, CreateError, KdfCost, NewVault, OpenError, Party, Presence, Space, Unlock, Vault,
    VaultError,
};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const NOW: i64 = 1_760_000_000;
const A: Space = Space::new("a");

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(1)
}

fn cheap(passphrase: &str) -> Unlock<'_> {
    Unlock {
        passphrase,
        keystore: None,
        cost: KdfCost::new(8, 1, 1).expect("the least cost there is"),
    }
}

pub(crate) fn new(party: Party) -> NewVault {
    NewVault {
        party,
        label: "Invented house".into(),
    }
}

pub(crate) fn vault() -> (TempDir, PathBuf, Vault) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("vault");
    let vault = Vault::create(
        &path,
        cheap("right"),
        &new(Party::Custodian),
        NOW,
        &mut rng(),
    )
    .expect("creates");
    (dir, path, vault)
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    for party in [Party::Custodian, Party::Desk, Party::Office, Party::Witness] {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = dir.path().join("vault");
        let made = Vault::create(&path, cheap("right"), &new(party), NOW, &mut rng());
        let mut vault = made.expect("creates");
        let mut changes = Changes::default();
        changes.put(A, b"n", *b"content");
        vault.commit(changes).expect("writes");
        assert_eq!(Vault::peek(&path), Presence::InUse, "one opener at a time");
        drop(vault);
        assert_eq!(Vault::peek(&path), Presence::Locked, "closed by drop");
        let vault = Vault::open(&path, cheap("right")).expect("opens");
        assert_eq!(
            (vault.party(), vault.label()),
            (party, "Invented house"),
            "as made"
        );
        assert_eq!(vault.created_at(), NOW, "with its time");
        let kept = vault.get(A, b"n").expect("reads").map(|v| v.to_vec());
        assert_eq!(kept, Some(b"content".to_vec()), "with its values");
        vault.check().expect("and every page is whole");
    }
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_the_right_one_changes() {
    let (_dir, path, mut vault) = vault();
    let refused = vault.change_passphrase(cheap("wrong"), cheap("new"), &mut rng());
    assert_eq!(
        refused,
        Err(VaultError::Key(OpenError::WrongPassphrase)),
        "only its owner"
    );
    let changed = vault.change_passphrase(cheap("right"), cheap("new"), &mut rng());
    changed.expect("changes");
    drop(vault);
    let old = Vault::open(&path, cheap("right")).err();
    assert_eq!(old, Some(OpenError::WrongPassphrase), "the old one is out");
    Vault::open(&path, cheap("new")).expect("the new one is in");
}

#[test]
fn an_occupied_folder_is_left_alone() {
    let (_dir, path, vault) = vault();
    drop(vault);
    let again = Vault::create(&path, cheap("other"), &new(Party::Desk), NOW, &mut rng()).err();
    assert_eq!(
        again,
        Some(CreateError::Exists),
        "a vault is not overwritten"
    );
    Vault::open(&path, cheap("right")).expect("it opens as before");
}

#[test]
fn a_broken_vault_is_moved_aside_whole() {
    let (_dir, path, vault) = vault();
    drop(vault);
    let db = path.join("vault.db");
    let mut bytes = fs::read(&db).expect("reads");
    bytes[20] ^= 1;
    fs::write(&db, bytes).expect("writes");
    let Err(OpenError::Damaged { aside: Some(aside) }) = Vault::open(&path, cheap("right")) else {
        panic!("a broken page is damage, and the folder can be moved");
    };
    assert!(
        !path.exists() && aside.join("key").exists(),
        "moved with its key, not deleted"
    );
}

#[test]
fn nothing_readable_lies_on_the_disk() {
    let (_dir, path, mut vault) = vault();
    let mut changes = Changes::default();
    changes.put(A, b"needle-name", *b"needle-content");
    changes.happened(NOW, "needle_code", b"needle-subject");
    vault.commit(changes).expect("writes");
    for entry in fs::read_dir(&path).expect("lists").flatten() {
        let bytes = fs::read(entry.path()).expect("reads");
        for text in ["needle", "Invented", "SQLite", "CREATE"] {
            let found = bytes.windows(text.len()).any(|w| w == text.as_bytes());
            assert!(!found, "{text:?} is in no file of the vault");
        }
    }
    let shown = format!("{vault:?} {:?} {:?}", new(Party::Desk), Changes::default());
    assert!(!shown.contains("Invented"), "nor does Debug say a label");
}
