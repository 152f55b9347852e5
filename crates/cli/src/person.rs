//! `ugnay person`: what somebody agreed to, a copy of what is held, and erasing.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Subcommand;
use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use ugnay_app::dto::{ConsentAnswer, ConsentInput};

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// What somebody agreed to; with answers, write them down.
    Consent(Consent),
    /// Write everything held about somebody into a new file, as JSON, for them.
    AccessCopy(AccessCopy),
    /// Erase somebody for good, history and all.
    Erase(Erase),
}

#[derive(clap::Args)]
struct Consent {
    /// The register's folder.
    dir: PathBuf,
    /// The person's id as `ugnay find --json` shows it.
    id: String,
    /// Purposes agreed to: hold, buffer, emergency, desk, statistics.
    #[arg(long, value_name = "PURPOSE")]
    yes: Vec<String>,
    /// Purposes refused.
    #[arg(long, value_name = "PURPOSE")]
    no: Vec<String>,
    /// How it was said: spoken, signed, thumb_mark, sheet.
    #[arg(long, default_value = "spoken")]
    how: String,
    /// Who said it, if not the person.
    #[arg(long, default_value = "")]
    by: String,
    #[command(flatten)]
    passphrase: Passphrase,
}

#[derive(clap::Args)]
struct AccessCopy {
    /// The register's folder.
    dir: PathBuf,
    /// The person's id as `ugnay find --json` shows it.
    id: String,
    /// File to write; it must not exist.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
}

#[derive(clap::Args)]
struct Erase {
    /// The register's folder.
    dir: PathBuf,
    /// The person's id as `ugnay find --json` shows it.
    id: String,
    /// Say that it cannot be undone; without it only what would go is shown.
    #[arg(long)]
    for_good: bool,
    #[command(flatten)]
    passphrase: Passphrase,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Consent(a) => consent(a, json),
        Command::AccessCopy(a) => access_copy(a, json),
        Command::Erase(a) => erase(a, json),
    }
}

/// In the clear, like an export: for the person's own hands.
fn access_copy(args: &AccessCopy, json: bool) -> Result<(), Fail> {
    let text = register::open(&args.dir, &args.passphrase)?.access_copy(&args.id)?;
    let file = args.out.display().to_string();
    // Made anew or not at all: a file that is there stays.
    fs::File::create_new(&args.out)?.write_all(text.as_bytes())?;
    if json {
        say!("{}", json!({ "file": file }));
    } else {
        say!("{file}: everything held about this person, in the clear");
    }
    Ok(())
}

fn consent(args: &Consent, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let answer = |given: bool| {
        move |purpose: &String| ConsentAnswer {
            purpose: purpose.clone(),
            given,
        }
    };
    let mut answers: Vec<_> = args.yes.iter().map(answer(true)).collect();
    answers.extend(args.no.iter().map(answer(false)));
    if !answers.is_empty() {
        app.record_consent(&ConsentInput {
            person: args.id.clone(),
            by: args.by.clone(),
            how: args.how.clone(),
            answers,
        })?;
    }
    let page = app.consents(&args.id)?;
    if json {
        say!("{}", json!(page));
        return Ok(());
    }
    for row in &page.purposes {
        let said = match row.given {
            None => "not asked",
            Some(true) => "yes",
            Some(false) => "no",
        };
        say!("{}  {said}  {}", row.purpose, row.how);
    }
    say!("the entry goes: {}", page.reach);
    if page.waits {
        say!("this takes effect with the next exchange");
    }
    Ok(())
}

fn erase(args: &Erase, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let look = app.erase_look(&args.id)?;
    if args.for_good {
        app.erase_person(&args.id)?;
    }
    if json {
        say!("{}", json!({ "erased": args.for_good, "look": look }));
    } else {
        say!(
            "{} values, {} contacts, {} calls, {} changes",
            look.values,
            look.contacts,
            look.attempts,
            look.changes
        );
        say!(
            "{}",
            if args.for_good {
                "erased; printed sheets, exports and the imported sheet are yours to destroy"
            } else {
                "nothing was erased; say --for-good"
            }
        );
    }
    if args.for_good { Ok(()) } else { Err(Fail::No) }
}
