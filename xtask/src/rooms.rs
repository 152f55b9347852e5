//! Which kind of code lives in which room, as far as a word gives it away: SQL text, the clock, the system's randomness,
//! waiting in tests. It must not judge what the code does.

use crate::{files::SourceFile, finding::Finding};

/// Words that belong into few rooms.
struct Rule {
    /// Any of these gives the kind of code away.
    words: &'static [&'static str],
    /// Starts of paths where it may stand.
    rooms: &'static [&'static str],
    /// Whether tests anywhere may have it too.
    tests_may: bool,
    /// What to do about it elsewhere.
    problem: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        words: &[
            "SELECT ",
            "INSERT INTO ",
            "DELETE FROM ",
            "CREATE TABLE ",
            "PRAGMA ",
        ],
        rooms: &[
            "crates/safe/",
            "crates/register/",
            "crates/vault/",
            "crates/buffer/src/store",
        ],
        tests_may: true,
        problem: "SQL text lives in register, in vault, in what locks both, and in the buffer's store",
    },
    Rule {
        words: &["Utc::now(", "Local::now(", "SystemTime::now("],
        rooms: &[
            "crates/app/src/env.rs",
            "crates/buffer/src/clock.rs",
            "crates/cli/",
            "src-tauri/",
            "tests/",
        ],
        tests_may: false,
        problem: "time is a parameter: take `now`, or the `Env` of the use cases",
    },
    Rule {
        words: &["SysRng", "OsRng", "thread_rng(", "rand::rng("],
        rooms: &[
            "crates/app/src/env.rs",
            "crates/buffer/",
            "crates/cli/",
            "src-tauri/",
            "tests/",
        ],
        tests_may: true,
        problem: "randomness is a parameter: take a generator",
    },
];

/// Every word out of its room, and every test that waits by the clock.
pub fn check(file: &SourceFile) -> Vec<Finding> {
    if !file.has_ending(&[".rs"]) || is_run_by_hand(file) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (index, line) in file
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| !is_comment(line))
    {
        let place = format!("{}:{}", file.path, index + 1);
        for rule in RULES.iter().filter(|rule| !rule.allows(file)) {
            if rule.words.iter().any(|word| line.contains(word)) {
                findings.push(Finding::new(&place, rule.problem));
            }
        }
        if is_test(file) && line.contains("sleep(") {
            findings.push(Finding::new(
                &place,
                "a test waits for what happens, never for a while",
            ));
        }
    }
    findings
}

impl Rule {
    fn allows(&self, file: &SourceFile) -> bool {
        (self.tests_may && is_test(file))
            || self.rooms.iter().any(|room| file.path.starts_with(room))
    }
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

/// What measures or shows something stands outside the product.
fn is_run_by_hand(file: &SourceFile) -> bool {
    file.path.starts_with("xtask/")
        || file
            .path
            .split('/')
            .any(|part| ["benches", "examples"].contains(&part))
}

/// Unit tests stand in a sibling `tests.rs` or a folder `tests/`.
fn is_test(file: &SourceFile) -> bool {
    file.path.starts_with("tests/")
        || file
            .path
            .split('/')
            .any(|part| ["tests", "tests.rs"].contains(&part))
}

#[cfg(test)]
mod tests;
