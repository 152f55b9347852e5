//! The real program in a process of its own.

use crate::parties::{FED, public, ticket_key};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child as Process, Command, Stdio};
use ugnay_buffer::commands;

/// Makes a data folder that takes the tests' tickets.
pub fn data_folder(dir: &Path) {
    commands::init(dir, "buffer.example/log", &FED, &[201; 32]).expect("made");
    let path = dir.join(commands::CONFIG_FILE);
    let text = std::fs::read_to_string(&path).expect("reads");
    let keys = format!("ticket_keys = [\"{}\"]", public(&ticket_key()).to_hex());
    std::fs::write(&path, text.replace("ticket_keys = []", &keys)).expect("writes");
}

pub struct Child {
    process: Process,
    pub url: String,
    /// Where its metrics are, if its settings ask for them.
    pub metrics: Option<String>,
}

impl Child {
    /// Starts it and waits until it says where it listens.
    pub fn start(dir: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_ugnay-buffer"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(dir)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        let mut said = BufReader::new(process.stdout.take().expect("piped"));
        let mut at = |what: &str| {
            let mut line = String::new();
            said.read_line(&mut line).expect("says where");
            let addr = line.trim().strip_prefix(what).expect("an address");
            format!("http://{addr}")
        };
        let url = at("listening on ");
        let settings = std::fs::read_to_string(dir.join(commands::CONFIG_FILE));
        let watched = settings.expect("reads").contains("metrics_listen");
        let metrics = watched.then(|| at("metrics on "));
        Self {
            process,
            url,
            metrics,
        }
    }

    /// Ends it as a power cut would, as far as the process goes, and gives its log.
    pub fn kill(mut self) -> String {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
        let mut log = String::new();
        let mut stderr = self.process.stderr.take().expect("piped");
        stderr.read_to_string(&mut log).expect("reads");
        log
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
