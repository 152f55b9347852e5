//! Registers and invented people for the unit tests.

use crate::{ChangeKind, NewImport, NewRegister, Register, Source};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use ugnay_model::{
    CaseFile, Contact, ContactId, DeviceHash, Dot, Facet, Field, ImportId, Person, PersonId, Phone,
    Provenance, Psgc, Record, RegisterId, Relation, Value,
};
use ugnay_safe::Lock;

pub(crate) const NOW: i64 = 1_760_000_000;
pub(crate) const KEY: [u8; 32] = [7; 32];

pub(crate) fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub(crate) fn new_register() -> NewRegister {
    NewRegister {
        id: RegisterId::from_random([5; 16]),
        label: "Invented".into(),
        place: Some(Psgc(401_008_000)),
        psgc_release: "2025-06-30".into(),
        demo: true,
        officer: "Officer".into(),
    }
}

pub(crate) fn officer() -> Source {
    Source::typed("Officer")
}

pub(crate) fn synced() -> Source {
    Source::new(ChangeKind::Sync, "")
}

/// A register under a fixed key, without the slow key file (that has its own tests).
pub(crate) fn register() -> (TempDir, PathBuf, Register) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("reg");
    let reg =
        Register::create_with_key(&path, &KEY, &new_register(), NOW, &mut rng(1)).expect("creates");
    (dir, path, reg)
}

pub(crate) fn reopen(path: &Path) -> Register {
    let lock = Lock::take(path).expect("not open elsewhere");
    Register::open_with_key(path, &KEY, lock).expect("opens")
}

pub(crate) fn phone(digits: &str) -> Phone {
    Phone {
        typed: digits.replace("+63", "0"),
        e164: Some(digits.to_owned()),
    }
}

/// An invented person, the same for the same number.
pub(crate) fn invented(n: u32) -> Person {
    let mut id = [0xA0; 16];
    id[..4].copy_from_slice(&n.to_be_bytes());
    let surnames = ["Dimaano", "Peñaflor", "De la Torre", "Magsaysay", "O'Hara"];
    let surname = surnames[n as usize % surnames.len()];
    let mut p = Person::new(PersonId::from_random(id), surname, format!("Given{n}"));
    p.middle = Some("Katigbak".into());
    p.barangay = Some(Psgc(401_008_001 + n % 7));
    p.purok = Some(format!("{}", n % 4 + 1));
    p.country = ["SA", "AE", "HK"][n as usize % 3].parse().ok();
    p.place = Some("Harbour Town".into());
    p.occupation = Some("Carer".into());
    p.phones = vec![phone(&format!("+63917{n:07}"))];
    id[15] = 1;
    let mut c = Contact::new(ContactId::from_random(id), format!("Kin{n} Dimaano"));
    c.relation = Some(Relation::Mother);
    c.phones = vec![phone(&format!("+63998{n:07}"))];
    p.contacts = vec![c];
    p
}

/// A write of another device that did not know of ours: another own phone.
pub(crate) fn other_device_phone(reg: &Register, id: PersonId) -> Record {
    let mut record = Record::new(id, Facet::Card);
    let dot = Dot {
        lamport: reg.clock().time() + 1,
        device: DeviceHash([3; 32]),
    };
    let value = Value::Phones(vec![phone("+639170000000")]);
    record.apply([(Field::Phones.key(), value)], dot);
    record
}

pub(crate) fn import_of(n: u8) -> NewImport {
    NewImport {
        id: ImportId::from_random([n; 16]),
        files: vec!["sheet.xlsx".into()],
        beside: Default::default(),
    }
}

/// Invented rows of an import, row numbers as the persons' numbers.
pub(crate) fn rows(
    import: &NewImport,
    numbers: core::ops::Range<u32>,
) -> impl Iterator<Item = (Person, CaseFile)> {
    let import = import.id;
    numbers.map(move |n| {
        let person = invented(n);
        let mut file = CaseFile::new(person.id);
        file.provenance = Some(Provenance {
            import,
            file: "sheet.xlsx".into(),
            sheet: "DITA".into(),
            row: n,
        });
        (person, file)
    })
}

impl Register {
    /// How many table and index cells of the database, the words' shadow tables included, hold a text.
    pub(crate) fn pages_holding(&self, text: &str) -> usize {
        let mut names = self
            .conn
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
            .expect("the schema reads");
        let names: Vec<String> = names
            .query_map([], |row| row.get(0))
            .expect("the schema reads")
            .collect::<Result<_, _>>()
            .expect("the schema reads");
        names.iter().map(|n| self.rows_holding(n, text)).sum()
    }

    fn rows_holding(&self, table: &str, text: &str) -> usize {
        let mut statement = self
            .conn
            .prepare(&format!("SELECT * FROM {table}"))
            .expect("a table reads");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("a table reads");
        let mut hits = 0;
        while let Some(row) = rows.next().expect("a row reads") {
            for c in 0..columns {
                let bytes = match row.get_ref(c).expect("a cell reads") {
                    rusqlite::types::ValueRef::Text(t) => t,
                    rusqlite::types::ValueRef::Blob(b) => b,
                    _ => continue,
                };
                let cell = String::from_utf8_lossy(bytes).to_lowercase();
                hits += usize::from(cell.contains(&text.to_lowercase()));
            }
        }
        hits
    }
}
