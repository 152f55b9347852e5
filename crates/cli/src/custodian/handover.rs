//! `ugnay custodian handover`: a place goes to a successor, step by step. Holds no rule: what may be done when is the app's.

use super::{Dir, Out, Plain};
use crate::fail::{Fail, say};
use crate::paper::{read, write_new};
use clap::{Args, Subcommand};
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::Env;
use ugnay_app::custody::House;
use ugnay_app::dto::custody::Handover;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Which step is done and what comes next.
    Show(Plain),
    /// Take the successor's card: writes the roster that names it, to be signed by the other custodians.
    Begin(TakeOut),
    /// Seal the shares to the successor that the logged roster names, and write them as a file.
    Seal(Out),
    /// Take over what a predecessor sealed; exit 1 while something is missing.
    Take(Take),
    /// Write the receipt for what was taken over.
    Receipt(Out),
    /// Take the successor's receipt.
    Confirm(Take),
    /// Destroy shares and key, after the receipt. Nothing brings them back.
    Destroy(Destroy),
}

#[derive(Args)]
pub(super) struct TakeOut {
    #[command(flatten)]
    dir: Dir,
    /// The successor's card.
    file: PathBuf,
    /// The six words of the card, as the successor says them by voice.
    #[arg(long, value_name = "WORDS")]
    fingerprint: String,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Args)]
pub(super) struct Take {
    #[command(flatten)]
    dir: Dir,
    /// The file from the other organisation.
    file: PathBuf,
}

#[derive(Args)]
pub(super) struct Destroy {
    #[command(flatten)]
    dir: Dir,
    /// Without it nothing is destroyed.
    #[arg(long)]
    yes: bool,
}

pub(super) fn run(command: &Command, json: bool) -> Result<(), Fail> {
    match command {
        Command::Show(a) => tell(&a.dir.open()?.handover()?, json),
        Command::Begin(a) => begin(a, json),
        Command::Seal(a) => {
            let file = a.dir.open()?.save_handover(&mut Env::system())?;
            written(a, &file.bytes, json)
        }
        Command::Take(a) => take(a, json),
        Command::Receipt(a) => {
            let file = a.dir.open()?.save_receipt()?;
            written(a, &file.bytes, json)
        }
        Command::Confirm(a) => {
            let mut house = a.dir.open()?;
            accept(&mut house, a, "handover_done")?;
            tell(&house.handover()?, json)
        }
        Command::Destroy(a) => {
            if !a.yes {
                return Err(Fail::Wrong(
                    "this destroys the shares and the key for good: give --yes".into(),
                ));
            }
            let end = a.dir.open()?.destroy_handed(&mut Env::system())?;
            tell(&end, json)
        }
    }
}

fn begin(a: &TakeOut, json: bool) -> Result<(), Fail> {
    let (mut house, mut env) = (a.dir.open()?, Env::system());
    let (shown, what) = house.preview(&read(&a.file)?, String::new(), env.now())?;
    let card = shown.organisation.as_ref().map(|o| o.fingerprint.clone());
    let typed: Vec<&str> = a.fingerprint.split_whitespace().collect();
    if shown.kind != "organisation_card" || card.is_none() {
        return Err(Fail::Wrong(format!(
            "{}: not an organisation's card",
            a.file.display()
        )));
    }
    if card != Some(typed.join(" ").to_lowercase()) {
        return Err(Fail::Wrong(
            "these are not the six words of this card: it is another organisation's".into(),
        ));
    }
    let file = house.accept(&shown, what, &mut env)?;
    write_new(&a.out, &file.map(|f| f.bytes).unwrap_or_default())?;
    if json {
        say!("{}", json!({ "file": a.out }));
    } else {
        say!("{}", a.out.display());
        say!("next: the other custodians sign it, the last of them logs it");
    }
    Ok(())
}

fn written(a: &Out, bytes: &[u8], json: bool) -> Result<(), Fail> {
    write_new(&a.out, bytes)?;
    if json {
        say!("{}", json!({ "file": a.out }));
    } else {
        say!("{}", a.out.display());
    }
    Ok(())
}

fn take(a: &Take, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    accept(&mut house, a, "handover")?;
    let now = house.handover()?;
    let whole = now.taken == now.epochs;
    tell(&now, json)?;
    if whole { Ok(()) } else { Err(Fail::No) }
}

/// Takes a file if it is of this kind and nothing speaks against it.
fn accept(house: &mut House, a: &Take, kind: &str) -> Result<(), Fail> {
    let mut env = Env::system();
    let (shown, what) = house.preview(&read(&a.file)?, String::new(), env.now())?;
    if shown.kind != kind {
        return Err(Fail::Wrong(format!("{}: {}", a.file.display(), shown.kind)));
    }
    house.accept(&shown, what, &mut env)?;
    Ok(())
}

fn tell(h: &Handover, json: bool) -> Result<(), Fail> {
    if json {
        let text = serde_json::to_string(h).map_err(|e| Fail::Wrong(e.to_string()))?;
        say!("{text}");
        return Ok(());
    }
    match (&h.other, &h.other_words) {
        (Some(other), Some(words)) => say!("{}: {other} ({words})", h.direction),
        _ => say!("no hand-over is under way"),
    }
    for s in &h.steps {
        say!("{} {}", if s.done { "done" } else { "open" }, s.code);
    }
    if h.epochs > 0 {
        say!(
            "{} register-epochs; {} arrived; {} renewed by their registers since",
            h.epochs,
            h.taken,
            h.renewed
        );
    }
    Ok(())
}
