//! `ugnay demo`: the main job on loopback with real parts, one step a line. The story is here; who takes part is in
//! `stage`, what is searched for on the server in `search`.

mod crisis;
mod officer;
mod release;
mod search;
mod stage;

use crate::args::Demo;
use crate::fail::{Fail, say};
use serde::Serialize;
use serde_json::json;
use stage::Stage;
use std::path::PathBuf;
use std::time::Instant;

/// One step as the summary tells it.
#[derive(Serialize)]
struct Step {
    name: &'static str,
    ok: bool,
    detail: String,
}

/// Tells the steps as they happen.
struct Teller {
    steps: Vec<Step>,
    began: Instant,
}

impl Teller {
    fn tell(&mut self, name: &'static str, done: Result<String, Fail>) -> Result<(), Fail> {
        let (ok, detail) = match done {
            Ok(detail) => (true, detail),
            Err(Fail::No) => (false, "no".into()),
            Err(Fail::Wrong(message)) => (false, message),
        };
        let mark = if ok { "ok  " } else { "FAIL" };
        eprintln!(
            "[{:5.1}s] DEMO {mark} {name}: {detail}",
            self.began.elapsed().as_secs_f32()
        );
        self.steps.push(Step { name, ok, detail });
        if ok { Ok(()) } else { Err(Fail::No) }
    }
}

/// A step of the story.
type Act = fn(&mut Stage) -> Result<String, Fail>;

const STORY: &[(&str, Act)] = &[
    ("federation founded", stage::found),
    ("buffer started", stage::buffer),
    ("desk card signed and logged", stage::desk_card),
    ("register created", officer::create),
    ("sheet brought in", officer::import),
    ("person found by a misspelt name", officer::find),
    ("register joined with twelve words", officer::join),
    ("sealed register sent", officer::sync),
    ("custodians keep their shares", officer::receipts),
    ("second device enrolled", officer::second_device),
    ("second device sees the same people", officer::same_people),
    ("buffer searched for what it must not know", search::run),
    ("crisis declared by two officers", crisis::declare),
    (
        "call list made and outcomes recorded offline",
        crisis::calls,
    ),
    ("sealed counts and tokens reported", crisis::report),
    ("board and referral at the desk", crisis::board),
    ("release asked for", release::ask),
    ("two custodians alone open nothing", release::two_of_three),
    (
        "three custodians approve after checking the log",
        release::third,
    ),
    ("exactly the cards in scope are open", release::open),
    ("what is out of scope stays shut", release::refused),
    ("the grant expires", release::expire),
    ("log verified from outside", release::verify_log),
    ("buffer searched once more", search::run_again),
];

/// Runs the story.
pub fn run(args: &Demo, json: bool) -> Result<(), Fail> {
    let temporary = tempfile::tempdir()?;
    let dir: PathBuf = args
        .dir
        .clone()
        .unwrap_or_else(|| temporary.path().to_owned());
    std::fs::create_dir_all(&dir)?;
    eprintln!(
        "DEMO: invented people, short times, everything on this machine. Never put real people into a demo."
    );
    let mut teller = Teller {
        steps: Vec::new(),
        began: Instant::now(),
    };
    let mut stage = Stage::new(&dir, args.sheet.clone());
    let mut all_well = true;
    for (name, act) in STORY {
        let done = act(&mut stage);
        if teller.tell(name, done).is_err() {
            all_well = false;
            break;
        }
    }
    drop(stage);
    let took = teller.began.elapsed().as_secs_f32();
    let done = teller.steps.iter().filter(|s| s.ok).count();
    if json {
        say!("{}", json!({ "steps": teller.steps, "ok": all_well }));
    } else {
        say!("DEMO: {done} of {} steps in {took:.1} s", STORY.len());
    }
    if args.keep && args.dir.is_none() {
        eprintln!("kept in {}", temporary.keep().display());
    } else if args.dir.is_some() && !args.keep {
        stage::sweep(&dir)?;
    }
    if all_well { Ok(()) } else { Err(Fail::No) }
}
