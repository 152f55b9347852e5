//! `ugnay office` and `ugnay witness`: the small parties of a federation.

use crate::fail::{Fail, say};
use crate::party::{At, Join, Named, Written, create, done, join};
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use std::path::{Path, PathBuf};
use ugnay_app::Env;
use ugnay_app::dto::PaperLook;
use ugnay_app::party::{Office, WitnessParty};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a ticket office in a new folder.
    Create(Named),
    /// Write its public card, for the founding.
    Card(Written),
    /// Join the federation it was founded with.
    Join(Join),
    /// Twelve words for one register, shown once. Hand them over in person.
    Invite {
        #[command(flatten)]
        at: At,
        /// For whom, as this office writes it down. Not seen by anybody else.
        #[arg(long, default_value = "")]
        label: String,
        /// Write the invitation as a sheet to print (PDF), with its code to scan; there must be no file yet.
        #[arg(long, value_name = "FILE")]
        sheet: Option<PathBuf>,
        /// Language of the words on the sheet.
        #[arg(long, default_value = "en")]
        language: String,
    },
    /// Answer the invited devices that asked for a ticket.
    Answer(At),
    /// Invitations that are open.
    Invitations(At),
    /// Take an invitation back.
    Revoke {
        #[command(flatten)]
        at: At,
        /// Its id.
        id: String,
    },
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Create(new) => create(&new.at, json, |dir, pass| {
            Office::create(dir, pass, &new.name, Env::system())
        })?,
        Command::Card(c) => c.out.write(&open(&c.at)?.card()?, json)?,
        Command::Join(j) => join(open(&j.at)?.home(), j, json)?,
        Command::Invite {
            at,
            label,
            sheet,
            language,
        } => invite(at, label, sheet.as_deref(), language, json)?,
        Command::Answer(at) => {
            let answered = open(at)?.answer()?;
            if json {
                say!("{}", json!({ "answered": answered }));
            } else {
                say!("{answered} tickets given");
            }
        }
        Command::Invitations(at) => list(at, json)?,
        Command::Revoke { at, id } => {
            open(at)?.revoke(id)?;
            done(json);
        }
    }
    Ok(())
}

fn open(at: &At) -> Result<Office, Fail> {
    Ok(Office::open(&at.dir, &at.passphrase()?, Env::system())?)
}

fn invite(
    at: &At,
    label: &str,
    sheet: Option<&Path>,
    language: &str,
    json: bool,
) -> Result<(), Fail> {
    if sheet.is_some_and(Path::exists) {
        return Err(Fail::Wrong("--sheet: there is a file already".into()));
    }
    let mut office = open(at)?;
    let words = office.invite(label)?;
    let buffer = office.home().buffer()?;
    let genesis = office.home().genesis()?;
    let six = ugnay_app::genesis_words(&genesis);
    if let Some(out) = sheet {
        let (code, _) = ugnay_app::invitation_code(&words, &buffer, None, &genesis)?;
        let look = PaperLook {
            language: language.to_owned(),
            letter: false,
        };
        let pdf = ugnay_app::invitation_sheet(&words, &six, &buffer, Some(&code), &look)?;
        crate::print::write(out, &pdf)?;
    }
    if json {
        say!(
            "{}",
            json!({ "words": words, "buffer": buffer, "fingerprint": six })
        );
    } else {
        say!("twelve words, for one register, shown once: {words}");
        say!("buffer: {buffer}");
        say!("six words to compare: {six}");
    }
    Ok(())
}

fn list(at: &At, json: bool) -> Result<(), Fail> {
    let rows = open(at)?.invitations()?;
    if json {
        say!("{}", json!(rows));
    } else {
        for r in &rows {
            say!("{}  {} tickets  {}", &r.id[..16], r.tickets, r.label);
        }
    }
    if rows.is_empty() {
        Err(Fail::No)
    } else {
        Ok(())
    }
}

#[derive(ClapArgs)]
pub struct WitnessArgs {
    #[command(subcommand)]
    command: WitnessCommand,
}

#[derive(Subcommand)]
enum WitnessCommand {
    /// Make an outside witness in a new folder.
    Create {
        #[command(flatten)]
        new: Named,
        /// The authority that can compel it, for example an ISO country code.
        #[arg(long)]
        jurisdiction: String,
    },
    /// Write its public card, for the founding.
    Card(Written),
    /// Join the federation whose log it watches.
    Join(Join),
    /// Visit the log once: check that it only grew since the last visit, and cosign it.
    Visit {
        #[command(flatten)]
        at: At,
        /// Cosign a log that did not grow again once the last cosignature is this old, in minutes. Without it half the
        /// shorter cool-off of the policy it was founded with.
        #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u16))]
        renew_after: Option<u16>,
    },
}

pub fn witness(args: &WitnessArgs, json: bool) -> Result<(), Fail> {
    let open = |at: &At| -> Result<WitnessParty, Fail> {
        Ok(WitnessParty::open(
            &at.dir,
            &at.passphrase()?,
            Env::system(),
        )?)
    };
    match &args.command {
        WitnessCommand::Create { new, jurisdiction } => create(&new.at, json, |dir, pass| {
            WitnessParty::create(dir, pass, &new.name, jurisdiction, Env::system())
        })?,
        WitnessCommand::Card(c) => c.out.write(&open(&c.at)?.card()?, json)?,
        WitnessCommand::Join(j) => join(open(&j.at)?.home(), j, json)?,
        WitnessCommand::Visit { at, renew_after } => {
            let mut witness = open(at)?;
            let visited = match renew_after {
                Some(minutes) => witness.visit_after(i64::from(*minutes) * 60)?,
                None => witness.visit()?,
            };
            let (size, before) = (visited.size, visited.before);
            if json {
                say!("{}", json!(visited));
            } else if visited.cosigned {
                say!("cosigned {size} entries, {before} before");
            } else {
                say!("{size} entries, as cosigned a short while ago");
            }
        }
    }
    Ok(())
}
