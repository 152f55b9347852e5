//! Somebody types and the program is killed: what was acknowledged of a draft is there, and nothing half.

use crate::child::{cheap, new, passphrase};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::path::Path;
use ugnay_crash::{child_dir, kill_after, say, start};
use ugnay_register::{Draft, DraftId, Presence, Register};

const NOW: i64 = 1_760_000_000;
const KILLS: u64 = 15;
const ID: DraftId = DraftId([7; 16]);

/// What stands in the form after so many keys.
fn text(keys: usize) -> String {
    "Ma. Theresa Peñaflor, 0917 000 0000; "
        .chars()
        .cycle()
        .take(keys)
        .collect()
}

fn open(dir: &Path) -> Register {
    Register::open(dir, cheap(&passphrase(0))).expect("it opens after any kill")
}

fn kept(reg: &Register) -> usize {
    let draft = reg.draft(ID).expect("reads");
    let form = draft.map(|d| String::from_utf8(d.form).expect("whole letters"));
    let keys = form.as_ref().map_or(0, |f| f.chars().count());
    assert_eq!(
        form.unwrap_or_default(),
        text(keys),
        "what stands there is what was typed, from its beginning"
    );
    keys
}

/// Not a test: the child's work. It runs only when started by the test below.
#[test]
#[ignore = "started by the other tests as a child process"]
fn type_on() {
    let Some(dir) = child_dir() else {
        return;
    };
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let mut reg = if Register::peek(&dir) == Presence::None {
        Register::create(&dir, cheap(&passphrase(0)), &new(), NOW, &mut rng).expect("creates")
    } else {
        open(&dir)
    };
    say("ack created");
    for keys in kept(&reg) + 1..4000 {
        let draft = Draft {
            id: ID,
            person: None,
            at: NOW,
            form: text(keys).into_bytes(),
        };
        reg.put_draft(&draft).expect("keeps");
        say(&format!("typed {keys}"));
    }
}

#[test]
fn what_was_typed_survives_kill_9() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("reg");
    let mut rng = ChaCha20Rng::seed_from_u64(20_261_123);
    let mut before = 0;
    for _ in 0..KILLS {
        let child = start("typing::type_on", &dir, &[]);
        let (lines, turns) = (1 + rng.next_u32() % 30, rng.next_u32() % 400_000);
        let (mut created, mut acked) = (false, before);
        let hear = |line: &str| {
            created |= line.trim() == "ack created";
            if let Some(keys) = line.trim().strip_prefix("typed ") {
                acked = keys.parse().expect("a number follows");
            }
        };
        kill_after(child, lines, turns, hear);
        if !created && before == 0 {
            continue;
        }
        let reg = open(&dir);
        let found = kept(&reg);
        assert!(
            (acked..=acked + 1).contains(&found),
            "{acked} keys were acknowledged, {found} are there"
        );
        reg.check().expect("every page is whole");
        before = found;
    }
    assert!(
        before > 30,
        "the child typed on between the kills: {before}"
    );
}
