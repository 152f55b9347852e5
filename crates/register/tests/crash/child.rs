//! The writing child: this test binary started again. Every step is acknowledged on standard output once it is durable.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Child;
use ugnay_crash::{Hear, child_dir, number, say};
use ugnay_model::{CaseFile, Contact, ContactId, Note, Person, PersonId, Phone, Psgc, RegisterId};
use ugnay_register::{
    ChangeKind, CreateError, Filter, KdfCost, NewRegister, OpenError, Presence, Register,
    RegisterError, Source, Unlock,
};

const NOW: i64 = 1_760_000_000;

/// The passphrase after so many changes.
pub fn passphrase(changes: u32) -> String {
    format!("passphrase number {changes}")
}

pub fn cheap(passphrase: &str) -> Unlock<'_> {
    Unlock {
        passphrase,
        keystore: None,
        cost: KdfCost::new(8, 1, 1).expect("the least cost there is"),
    }
}

/// Starts a child that writes into `dir`.
pub fn start(dir: &Path, seed: u64, steps: u32, env: &[(&str, &OsStr)]) -> Child {
    let (seed, steps) = (seed.to_string(), steps.to_string());
    let mut all = vec![
        ("CRASH_SEED", OsStr::new(&seed)),
        ("CRASH_STEPS", OsStr::new(&steps)),
    ];
    all.extend(env);
    ugnay_crash::start("child::write", dir, &all)
}

/// What a child acknowledged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Acked {
    /// The register exists.
    pub created: bool,
    /// Steps 0.. below this are durable.
    pub steps: u32,
    /// So many changes of the passphrase are durable.
    pub changes: u32,
    /// The child met a full disk and said so.
    pub full: bool,
}

impl Hear for Acked {
    fn hear(&mut self, line: &str) {
        let number = |text: &str| text.parse().expect("a number follows");
        match line.trim().split_once(' ') {
            _ if line.trim() == "ack created" => self.created = true,
            _ if line.trim() == "ack full" => self.full = true,
            Some(("step", n)) => self.steps = number(n),
            Some(("changed", n)) => self.changes = number(n),
            _ => {}
        }
    }
}

/// Not a test: the child's work. It runs only when started by [`start`].
#[test]
#[ignore = "started by the other tests as a child process"]
fn write() {
    let Some(dir) = child_dir() else {
        return;
    };
    let mut rng = ChaCha20Rng::seed_from_u64(number("CRASH_SEED"));
    let opened = if Register::peek(&dir) == Presence::None {
        let made = Register::create(&dir, cheap(&passphrase(0)), &new(), NOW, &mut rng);
        if matches!(made, Err(CreateError::Open(OpenError::Full))) {
            say("ack full");
            return;
        }
        made.map(|reg| (reg, 0)).expect("creates")
    } else {
        open_any(&dir)
    };
    let (mut reg, mut changes) = opened;
    say("ack created");
    let first = steps_done(&reg);
    for n in first..first + number("CRASH_STEPS") as u32 {
        match step(&mut reg, n) {
            Ok(()) => say(&format!("step {}", n + 1)),
            Err(RegisterError::Full) => {
                assert_eq!(steps_done(&reg), n, "a full disk takes nothing away");
                say("ack full");
                return;
            }
            Err(e) => panic!("{e}"),
        }
        if n % 10 == 9 {
            let (old, new) = (passphrase(changes), passphrase(changes + 1));
            match reg.change_passphrase(cheap(&old), cheap(&new), &mut rng) {
                Ok(()) => changes += 1,
                Err(RegisterError::Key(OpenError::Full)) => return say("ack full"),
                Err(e) => panic!("{e}"),
            }
            say(&format!("changed {changes}"));
        }
    }
}

pub fn new() -> NewRegister {
    NewRegister {
        id: RegisterId::from_random([5; 16]),
        label: "Invented".into(),
        place: Some(Psgc(401_008_000)),
        psgc_release: "2025-06-30".into(),
        demo: true,
        officer: "Officer".into(),
    }
}

fn open_any(dir: &Path) -> (Register, u32) {
    for changes in 0..10_000 {
        match Register::open(dir, cheap(&passphrase(changes))) {
            Ok(reg) => return (reg, changes),
            Err(OpenError::WrongPassphrase) => {}
            Err(e) => panic!("{e}"),
        }
    }
    panic!("no passphrase that was ever set opens it")
}

fn steps_done(reg: &Register) -> u32 {
    u32::try_from(reg.count(&Filter::default()).expect("counts")).expect("few")
}

fn person(n: u32, employer: Option<u32>) -> Person {
    let mut id = [0xB0; 16];
    id[..4].copy_from_slice(&n.to_be_bytes());
    let mut p = Person::new(PersonId::from_random(id), format!("Surname{n}x"), "Given");
    p.barangay = Some(Psgc(401_008_001));
    p.country = "SA".parse().ok();
    p.employer = employer.map(|e| format!("House {e}"));
    let mut contact = Contact::new(ContactId::from_random(id), "Kin");
    contact.phones = vec![Phone {
        typed: format!("0917{n:07}"),
        e164: Some(format!("+63917{n:07}")),
    }];
    p.contacts = vec![contact];
    p
}

/// Step n: a new person, a change of the one before, and now and then a long note, in one transaction.
fn step(reg: &mut Register, n: u32) -> Result<(), RegisterError> {
    let source = Source::new(ChangeKind::Typed, "Officer");
    reg.batch(&source, NOW + i64::from(n), |b| {
        b.save_person(&person(n, None))?;
        if n.is_multiple_of(6) {
            let mut file = CaseFile::new(person(n, None).id);
            file.notes.push(Note {
                id: [n as u8; 16],
                at: NOW,
                text: "long ".repeat(6000),
            });
            b.save_case(&file)?;
        }
        if let Some(before) = n.checked_sub(1) {
            b.save_person(&person(before, Some(n)))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Opens what a crash left and checks that everything acknowledged is there, whole, and nothing half.
pub fn check(dir: &Path, acked: Acked) -> Register {
    let (reg, changes) = open_any(dir);
    assert!(
        (acked.changes..=acked.changes + 1).contains(&changes),
        "the passphrase is the last one acknowledged, or the one being set"
    );
    let done = steps_done(&reg);
    assert!(
        (acked.steps..=acked.steps + 1).contains(&done),
        "{} steps were acknowledged, {done} are there",
        acked.steps
    );
    reg.check().expect("every page is whole");
    for n in 0..done {
        let id = person(n, None).id;
        let employer = (n + 1 < done).then_some(n + 1);
        let found = reg.person(id).expect("reads");
        assert!(
            found == Some(person(n, employer)),
            "person {n} is as the last step left it"
        );
        let words = reg.fts_prefix(&format!("surname{n}x"), 5).expect("finds");
        assert_eq!(words, vec![id], "person {n} is found by its words");
        assert!(
            !reg.history(id).expect("reads").is_empty(),
            "and has its history"
        );
        let notes = reg
            .case_file(id)
            .expect("reads")
            .map_or(0, |f| f.notes.len());
        assert_eq!(
            notes,
            usize::from(n.is_multiple_of(6)),
            "a step is there whole or not at all"
        );
    }
    reg
}

/// Does one more step after a crash: the register still takes writes.
pub fn go_on(mut reg: Register) {
    let done = steps_done(&reg);
    step(&mut reg, done).expect("the register takes writes again");
}

/// How often the passphrase was changed, found by trying.
pub fn changes(dir: &Path) -> u32 {
    open_any(dir).1
}
