//! `ugnay person`: an entry's small fields, what somebody agreed to, a copy of what is held, and erasing.

mod entry;

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::dto::{ConsentAnswer, ConsentInput, PaperLook};

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show an entry.
    Show(entry::Show),
    /// Add somebody.
    Add(entry::Add),
    /// Change an entry; what is not named stays.
    Edit(entry::Edit),
    /// What somebody agreed to; with answers, write them down.
    Consent(Consent),
    /// Write everything held about somebody into a new file, for them: as data, or as a PDF to read.
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

#[derive(Clone, Copy, clap::ValueEnum)]
enum CopyFormat {
    /// Everything, for a program.
    Json,
    /// Everything, on paper.
    Pdf,
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
    /// As data or to read.
    #[arg(long, default_value = "json")]
    format: CopyFormat,
    /// Language of the words on the PDF: en, fil, ceb, es or fr.
    #[arg(long, default_value = "en")]
    language: String,
    /// US Letter instead of A4.
    #[arg(long)]
    letter: bool,
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
        Command::Show(a) => entry::show(a, json),
        Command::Add(a) => entry::add(a, json),
        Command::Edit(a) => entry::edit(a, json),
        Command::Consent(a) => consent(a, json),
        Command::AccessCopy(a) => access_copy(a, json),
        Command::Erase(a) => erase(a, json),
    }
}

/// In the clear, like an export: for the person's own hands.
fn access_copy(args: &AccessCopy, json: bool) -> Result<(), Fail> {
    let file = args.out.display().to_string();
    if args.out.exists() {
        return Err(Fail::Wrong(format!(
            "--out {file}: there is a file already"
        )));
    }
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let bytes = match args.format {
        CopyFormat::Json => app.access_copy(&args.id)?.into_bytes(),
        CopyFormat::Pdf => {
            let look = PaperLook {
                language: args.language.clone(),
                letter: args.letter,
            };
            app.access_paper(&args.id, &look)?
        }
    };
    crate::print::write(&args.out, &bytes)?;
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
