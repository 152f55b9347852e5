//! The child: this test binary started again, for one ignored test. It acknowledges on standard output, line by line.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What a child acknowledged.
pub trait Hear: Default {
    /// Learns from one line of the child's output.
    fn hear(&mut self, line: &str);
}

/// Starts the ignored test `name` as a child that works in `dir`.
///
/// # Panics
/// When the test binary cannot be started.
pub fn start(name: &str, dir: &Path, env: &[(&str, &OsStr)]) -> Child {
    let exe = std::env::current_exe().expect("this test has a file");
    Command::new(exe)
        .args([
            "--exact",
            name,
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("CRASH_DIR", dir)
        .envs(env.iter().copied())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts")
}

/// In the child: where it works. `None` when somebody runs ignored tests by hand.
#[must_use]
pub fn child_dir() -> Option<PathBuf> {
    let dir = std::env::var_os("CRASH_DIR").map(PathBuf::from)?;
    // libtest has said "test … " without a line's end.
    say("");
    Some(dir)
}

/// In the child: a number from its environment.
///
/// # Panics
/// When the parent did not set it.
#[must_use]
pub fn number(name: &str) -> u64 {
    let text = std::env::var(name).expect("set by the parent");
    text.parse().expect("a number")
}

/// In the child: says that something is durable.
///
/// # Panics
/// When nobody listens.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())
        .expect("the parent listens");
    out.flush().expect("the parent listens");
}

/// Kills the child within the step after `lines` of its lines; `turns` says how far into it. What it had said before it
/// died counts too.
///
/// # Panics
/// When the child has ended by itself.
pub fn kill_after(mut child: Child, lines: u32, turns: u32, mut hear: impl FnMut(&str)) {
    let out = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut said = out.lines().map_while(Result::ok);
    said.by_ref()
        .take(lines as usize)
        .for_each(|line| hear(&line));
    // The child goes on while the parent turns.
    for _ in 0..turns {
        std::hint::spin_loop();
    }
    child.kill().expect("it still runs");
    child.wait().expect("it is gone");
    said.for_each(|line| hear(&line));
}

/// What a child had acknowledged in all it said.
pub fn heard<A: Hear>(mut output: impl Read) -> A {
    let mut text = Vec::new();
    // What cannot be read was not heard.
    drop(output.read_to_end(&mut text));
    let mut acked = A::default();
    String::from_utf8_lossy(&text)
        .lines()
        .for_each(|line| acked.hear(line));
    acked
}
