//! The writing child: this test binary started again. Every commit is acknowledged on standard output once it is durable.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Child;
use ugnay_crash::{Hear, child_dir, number, say};
use ugnay_vault::{Changes, KdfCost, NewVault, Party, Presence, Space, Unlock, Vault};

const NOW: i64 = 1_760_000_000;
const STATE: Space = Space::new("state");
const PARTS: Space = Space::new("part");

fn key() -> Unlock<'static> {
    Unlock {
        passphrase: "right",
        keystore: None,
        cost: KdfCost::new(8, 1, 1).expect("the least cost there is"),
    }
}

/// Starts a child that writes into `dir`.
pub fn start(dir: &Path, steps: u32, env: &[(&str, &OsStr)]) -> Child {
    let steps = steps.to_string();
    let mut all = vec![("CRASH_STEPS", OsStr::new(&steps))];
    all.extend(env);
    ugnay_crash::start("child::write", dir, &all)
}

/// What a child acknowledged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Acked {
    /// The vault exists.
    pub created: bool,
    /// Steps 0.. below this are durable.
    pub steps: u32,
}

impl Hear for Acked {
    fn hear(&mut self, line: &str) {
        match line.trim().split_once(' ') {
            Some(("ack", "created")) => self.created = true,
            Some(("step", n)) => self.steps = n.parse().expect("a number follows"),
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
    let steps = u32::try_from(number("CRASH_STEPS")).expect("the parent says how many");
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let new = NewVault {
        party: Party::Custodian,
        label: "Invented".into(),
    };
    let mut vault = match Vault::peek(&dir) {
        Presence::None => Vault::create(&dir, key(), &new, NOW, &mut rng).expect("creates"),
        _ => Vault::open(&dir, key()).expect("opens"),
    };
    say("ack created");
    let first = done(&vault);
    for n in first..first.saturating_add(steps) {
        vault.commit(step(n)).expect("writes");
        say(&format!("step {}", n + 1));
    }
}

/// Step n: the counter, a part of its own (now and then a large one), the part before it gone, a line in the journal.
fn step(n: u32) -> Changes {
    let mut changes = Changes::default();
    let size = if n.is_multiple_of(7) { 30_000 } else { 40 };
    changes.put(STATE, b"count", (n + 1).to_be_bytes());
    changes.put(PARTS, &n.to_be_bytes(), vec![n as u8; size]);
    if let Some(before) = n.checked_sub(1) {
        changes.delete(PARTS, &before.to_be_bytes());
    }
    changes.happened(NOW + i64::from(n), "step", &n.to_be_bytes());
    changes
}

fn done(vault: &Vault) -> u32 {
    let count = vault.get(STATE, b"count").expect("reads");
    count.map_or(0, |c| {
        u32::from_be_bytes(c.as_slice().try_into().expect("four bytes"))
    })
}

/// Opens what a crash left: everything acknowledged is there, whole, and nothing half; and it takes writes again.
/// Returns the steps done.
pub fn check(dir: &Path, acked: Acked) -> u32 {
    if Vault::peek(dir) == Presence::None {
        assert!(!acked.created, "an acknowledged vault is there");
        assert!(!dir.exists(), "a vault is there whole or not at all");
        return 0;
    }
    let mut vault = Vault::open(dir, key()).expect("opens");
    let done = done(&vault);
    assert!(
        (acked.steps..=acked.steps + 1).contains(&done),
        "{} steps were acknowledged, {done} are there",
        acked.steps
    );
    vault.check().expect("every page is whole");
    let parts = vault.list(PARTS).expect("reads");
    let expected: Vec<Vec<u8>> = done
        .checked_sub(1)
        .map(|n| n.to_be_bytes().to_vec())
        .into_iter()
        .collect();
    let names: Vec<Vec<u8>> = parts.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names, expected, "a commit is there whole or not at all");
    let lines = vault.journal(0, u32::MAX).expect("reads");
    assert_eq!(
        lines.len(),
        done as usize,
        "one line in the journal for each"
    );
    vault.commit(step(done)).expect("it takes writes again");
    done + 1
}
