//! `ugnay desk`: an officer's folder, the desk's card, and signing what two officers sign.

use crate::fail::{Fail, say};
use crate::federation::read_cards;
use crate::paper::{lines, read, unreadable};
use crate::party::{At, Join, Named, Out, Written, create, done, join};
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use ugnay_app::Env;
use ugnay_app::desk::{CardDraft, Officer, draft_card};
use ugnay_app::federation::{LguCard, Paper, Psgc, Signed};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make an officer of a desk, with own keys, in a new folder.
    Create(Named),
    /// Write the officer's public card.
    Card(Written),
    /// Draft the desk's card from two or more officers' cards; at least k custodians sign it.
    DraftCard(DraftCard),
    /// Join the federation.
    Join(Join),
    /// Read a request, campaign or closing, and sign it as a further officer.
    Sign {
        #[command(flatten)]
        at: At,
        /// The paper.
        file: PathBuf,
        /// Sign without being asked; for scripts that have read it.
        #[arg(long)]
        yes: bool,
        #[command(flatten)]
        out: Out,
    },
    /// Put a paper that two officers signed into the log.
    Submit {
        #[command(flatten)]
        at: At,
        /// The paper.
        file: PathBuf,
    },
}

#[derive(ClapArgs)]
struct DraftCard {
    /// The office's name, as printed on its letters.
    #[arg(long)]
    name: String,
    /// PSGC code (10 digits) of a municipality or larger; several are possible.
    #[arg(long = "area", required = true)]
    areas: Vec<String>,
    /// Days of validity.
    #[arg(long, default_value_t = 365)]
    days: u32,
    /// The desk takes part in drills.
    #[arg(long)]
    drills: bool,
    /// The desk's card before this one.
    #[arg(long, value_name = "FILE")]
    renew: Option<PathBuf>,
    #[command(flatten)]
    out: Out,
    /// The officers' public cards.
    #[arg(required = true)]
    cards: Vec<PathBuf>,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Create(new) => create(&new.at, json, |dir, pass| {
            Officer::create(dir, pass, &new.name, Env::system())
        })?,
        Command::Card(c) => c.out.write(&open(&c.at)?.card()?, json)?,
        Command::DraftCard(a) => draft(a, json)?,
        Command::Join(j) => join(open(&j.at)?.home(), j, json)?,
        Command::Sign { at, file, yes, out } => sign(at, file, *yes, out, json)?,
        Command::Submit { at, file } => {
            open(at)?.submit(&Paper::from_bytes(&read(file)?)?)?;
            done(json);
        }
    }
    Ok(())
}

/// Opens an officer's folder.
pub fn open(at: &At) -> Result<Officer, Fail> {
    Ok(Officer::open(&at.dir, &at.passphrase()?, Env::system())?)
}

/// Reads PSGC codes.
pub fn codes(typed: &[String]) -> Result<Vec<Psgc>, Fail> {
    let parse = |t: &String| {
        t.parse::<Psgc>()
            .map_err(|_| Fail::Wrong(format!("{t} is not a PSGC code of ten digits")))
    };
    typed.iter().map(parse).collect()
}

fn draft(a: &DraftCard, json: bool) -> Result<(), Fail> {
    let mut env = Env::system();
    let before = match &a.renew {
        Some(path) => {
            let card = Signed::<LguCard>::from_bytes(&read(path)?);
            Some(card.map_err(|e| unreadable(path, &e))?.body().lgu)
        }
        None => None,
    };
    let from = env.now();
    let draft = CardDraft {
        name: a.name.clone(),
        areas: codes(&a.areas)?,
        drills: a.drills,
        from,
        until: from + i64::from(a.days) * 86_400,
        officers: read_cards(&a.cards)?,
        lgu: before,
    };
    let card = draft_card(&draft, &mut env)?;
    a.out.write(&card.to_bytes(), json)
}

/// Shows a paper on standard error and asks whether to sign it.
pub fn agreed(paper: &Paper, yes: bool) -> Result<bool, Fail> {
    eprintln!("{}", lines(paper));
    if yes {
        return Ok(true);
    }
    eprintln!("Type \"sign\" to sign this:");
    let mut typed = String::new();
    io::stdin().lock().read_line(&mut typed)?;
    Ok(typed.trim() == "sign")
}

fn sign(at: &At, file: &Path, yes: bool, out: &Out, json: bool) -> Result<(), Fail> {
    let mut paper = Paper::from_bytes(&read(file)?)?;
    let mut officer = open(at)?;
    if !agreed(&paper, yes)? {
        if json {
            say!("{}", json!({ "signed": false }));
        } else {
            say!("not signed");
        }
        return Err(Fail::No);
    }
    officer.sign(&mut paper)?;
    out.write(&paper.to_bytes(), json)
}
