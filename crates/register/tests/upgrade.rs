//! Registers of every released layout open and read; released migrations are never edited.
//!
//! The registers lie in `tests/upgrade/`, made by `cargo test -p ugnay-register --test upgrade -- --ignored` at the release
//! of a layout and then left alone. Their people are invented; their passphrase is `frozen`.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::fs;
use std::path::{Path, PathBuf};
use ugnay_model::{CaseFile, Contact, ContactId, Person, PersonId, Phone, Psgc, RegisterId};
use ugnay_register::{
    Filter, KdfCost, NewRegister, Register, SCHEMA_VERSION, Sort, Source, Unlock,
};

const NOW: i64 = 1_760_000_000;

/// SHA-256 of each released migration, in order.
const FROZEN: [&str; 1] = ["ab6908ff1dd5b9844bd443d1d95ee6f6865ac98b87438e569de610a770be4556"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn frozen(layout: u32) -> PathBuf {
    root().join(format!("tests/upgrade/register-{layout:04}"))
}

fn unlock() -> Unlock<'static> {
    Unlock {
        passphrase: "frozen",
        keystore: None,
        cost: KdfCost::new(8, 1, 1).expect("the least cost there is"),
    }
}

fn person(n: u8) -> Person {
    let mut p = Person::new(
        PersonId::from_random([n; 16]),
        "Peñaflor",
        format!("Invented{n}"),
    );
    p.barangay = Some(Psgc(401_008_001));
    p.country = "HK".parse().ok();
    let mut c = Contact::new(ContactId::from_random([n; 16]), "Kin");
    c.phones = vec![Phone {
        typed: format!("091700000{n:02}"),
        e164: Some(format!("+6391700000{n:02}")),
    }];
    p.contacts = vec![c];
    p
}

#[test]
fn registers_of_every_layout_open_and_read() {
    // Layouts that no release has shipped have no register yet.
    for layout in 1..=FROZEN.len() as u32 {
        // Opening migrates, so it happens on a copy.
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = dir.path().join("reg");
        fs::create_dir(&path).expect("makes");
        for file in ["register.db", "key"] {
            fs::copy(frozen(layout).join(file), path.join(file))
                .expect("every layout has a register");
        }
        let mut reg = Register::open(&path, unlock()).expect("it opens");
        let listed = reg
            .people(&Filter::default(), Sort::Name, 0, 10)
            .expect("lists");
        assert_eq!(listed.total, 3, "layout {layout}: three people");
        for n in 1..=3 {
            let p = person(n);
            assert!(
                reg.person(p.id).expect("reads") == Some(p.clone()),
                "layout {layout}: as saved"
            );
            assert_eq!(
                reg.fts_prefix(&format!("invented{n}"), 5).expect("finds"),
                vec![p.id],
                "layout {layout}: found by words"
            );
            assert!(
                !reg.history(p.id).expect("reads").is_empty(),
                "layout {layout}: with history"
            );
        }
        let mut changed = person(1);
        changed.nickname = Some("New".into());
        reg.save_person(&changed, &Source::typed("Officer"), NOW)
            .expect("takes writes");
        reg.check().expect("and is whole");
    }
}

#[test]
fn released_migrations_are_as_they_were() {
    let mut files: Vec<_> = fs::read_dir(root().join("migrations/register"))
        .expect("lists")
        .map(|e| e.expect("lists").path())
        .collect();
    files.sort();
    assert_eq!(
        files.len(),
        SCHEMA_VERSION as usize,
        "every file is built in"
    );
    for (file, hash) in files.iter().zip(FROZEN) {
        let bytes = fs::read(file).expect("reads");
        // Line ends may differ by checkout.
        let text = String::from_utf8(bytes)
            .expect("SQL is text")
            .replace("\r\n", "\n");
        let found: String = ugnay_seal::sha256(text.as_bytes())
            .as_bytes()
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert_eq!(
            found,
            hash,
            "{} is frozen; write a new file",
            file.display()
        );
    }
}

/// Not a test: makes the register of the present layout, once, at its release.
#[test]
#[ignore = "run once at the release of a layout"]
fn make_the_register_of_this_layout() {
    let dir = frozen(SCHEMA_VERSION);
    assert!(!dir.exists(), "a frozen register is never made again");
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let new = NewRegister {
        id: RegisterId::from_random([1; 16]),
        label: "Frozen".into(),
        place: Some(Psgc(401_008_000)),
        psgc_release: "2025-06-30".into(),
        demo: true,
        officer: "Officer".into(),
    };
    let mut reg = Register::create(&dir, unlock(), &new, NOW, &mut rng).expect("creates");
    for n in 1..=3 {
        reg.save_person(&person(n), &Source::typed("Officer"), NOW)
            .expect("saves");
    }
    let mut file = CaseFile::new(person(1).id);
    file.remarks = Some("An invented remark".into());
    reg.save_case(&file, &Source::typed("Officer"), NOW)
        .expect("saves");
    drop(reg);
    fs::remove_file(dir.join("lock")).expect("the lock is made again when opened");
}
