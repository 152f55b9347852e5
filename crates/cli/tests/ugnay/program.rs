//! Runs the program on registers in a folder that goes away. Must not look inside a register.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What a run left.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// The one JSON document on stdout; anything beside it fails the test.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|e| panic!("stdout is exactly one JSON document ({e})"))
    }

    /// The same of a run that must have ended well.
    pub fn done(&self) -> Value {
        assert_eq!(self.code, 0, "it must end well: {}", self.stderr);
        self.json()
    }

    /// Checks that input or usage was refused with `words` in the message and nothing on stdout.
    pub fn refused(&self, words: &[&str]) {
        assert_eq!(self.code, 2, "wrong input ends with 2: {}", self.stderr);
        assert_eq!(self.stdout, "", "a refusal is no result");
        for word in words {
            assert!(
                self.stderr.contains(word),
                "the message says {word:?}: {}",
                self.stderr
            );
        }
    }
}

/// Runs the program as it was built.
pub fn ugnay(args: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ugnay"));
    let out = command.args(args).output().expect("the program starts");
    Run {
        code: out.status.code().expect("it ends by itself"),
        stdout: String::from_utf8(out.stdout).expect("text"),
        stderr: String::from_utf8(out.stderr).expect("text"),
    }
}

/// A folder with a passphrase file.
pub struct Bench(TempDir);

impl Bench {
    pub fn new() -> Self {
        let bench = Self(tempfile::tempdir().expect("a folder"));
        bench.put(
            "pass",
            "limang salitang walang laman\nthe second line is none\n",
        );
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn at(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    pub fn put(&self, name: &str, content: &str) -> String {
        std::fs::write(self.path(name), content).expect("written");
        self.at(name)
    }

    /// Runs with `--json` and the passphrase file.
    pub fn run(&self, args: &[&str]) -> Run {
        let pass = self.at("pass");
        ugnay(&[args, &["--passphrase-file", &pass, "--json"]].concat())
    }

    /// The same for a person who reads it: no `--json`.
    pub fn words(&self, args: &[&str]) -> Run {
        let pass = self.at("pass");
        ugnay(&[args, &["--passphrase-file", &pass]].concat())
    }

    /// Makes the register `r` for a barangay and gives its folder.
    pub fn register(&self) -> String {
        let dir = self.at("r");
        let made = self.run(&["register", "create", &dir, "--place", "0401009007"]);
        let id = made.done()["register_id"].as_str().unwrap_or("").to_owned();
        assert!(!id.is_empty(), "a new register has an id");
        dir
    }
}

/// A file of the shared fixtures.
pub fn fixture(name: &str) -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = here.join("../../tests/fixtures/import").join(name);
    path.display().to_string()
}
