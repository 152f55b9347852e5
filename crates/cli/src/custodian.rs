//! `ugnay custodian`: an organisation that keeps shares, from its founding on. What is secret comes in by files or the
//! keyboard, never as an argument.

mod demands;
mod handover;
mod requests;

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::paper::{read, tell, write_new};
use crate::register::read_passphrase;
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use serde_json::json;
use std::path::{Path, PathBuf};
use ugnay_app::Env;
use ugnay_app::custody::{BundleState, House};
use ugnay_app::federation::{Paper, Signed};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

/// Where the organisation lies and what opens it.
#[derive(ClapArgs)]
struct Dir {
    /// The organisation's folder.
    dir: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
}

impl Dir {
    fn open(&self) -> Result<House, Fail> {
        let passphrase = read_passphrase(&self.passphrase, false)?;
        Ok(House::open(&self.dir, passphrase.as_str())?)
    }
}

#[derive(Subcommand)]
enum Command {
    /// Make an organisation; its keys are born here.
    Create(Create),
    /// Make an organisation again from the 24 words of its sheet.
    Recover(Recover),
    /// Show the 24 words, until they were entered again.
    Words(Plain),
    /// Enter the 24 words from the sheet; only then does it count as existing.
    WordsCheck(WordsCheck),
    /// Write the public card for the founding or the next roster.
    Card(Out),
    /// Sign the founding this organisation takes part in.
    SignGenesis(SignPaper),
    /// Sign a policy, roster or desk card of the federation.
    Sign(SignPaper),
    /// Take the genesis that all have signed.
    Join(Join),
    /// Say where the buffer is.
    Connect(Connect),
    /// Put a paper that enough have signed into the log.
    LogPaper(PaperFile),
    /// Mirror and cosign the log, take shares, follow requests, hand over what was granted.
    Exchange(Plain),
    /// Requests known here.
    Requests(Plain),
    /// One request with every check.
    Show(requests::Show),
    /// Approve, object or refuse; signed and logged for ever.
    Decide(requests::Decide),
    /// This organisation's objection as a file, to be handed to the others: a server that does not log it silences nobody.
    Objection(requests::Objection),
    /// Take another organisation's objection from a file.
    TakeObjection(requests::TakeObjection),
    /// Follow the log as far as a copy of it in a folder goes, without a line.
    Read(requests::ReadCopy),
    /// What is not known to have arrived, as a file that anybody may carry to the log (`ugnay log carry`).
    Outgoing(requests::Outgoing),
    /// Bundles of shares and what their receipts say.
    Receipts(Plain),
    /// Replace the key that shares are sealed to, and destroy the old one.
    KeyChange(KeyChange),
    /// Hand this organisation's place over to a successor, or take one over.
    #[command(subcommand)]
    Handover(handover::Command),
    /// Demands of authorities: record, list, publish.
    #[command(subcommand)]
    Demand(demands::Demand),
    /// Dated statements about them.
    #[command(subcommand)]
    Statement(demands::Statement),
}

#[derive(ClapArgs)]
struct Plain {
    #[command(flatten)]
    dir: Dir,
}

#[derive(ClapArgs)]
struct Named {
    /// The organisation's name, as it will stand in the roster.
    #[arg(long)]
    name: String,
    /// The authority that can compel it, for example an ISO 3166 country code.
    #[arg(long)]
    jurisdiction: String,
}

#[derive(ClapArgs)]
struct Create {
    #[command(flatten)]
    dir: Dir,
    #[command(flatten)]
    named: Named,
}

#[derive(ClapArgs)]
struct Recover {
    #[command(flatten)]
    dir: Dir,
    #[command(flatten)]
    named: Named,
    /// File with the 24 words; without it you are asked.
    #[arg(long, value_name = "FILE")]
    words_file: Option<PathBuf>,
}

#[derive(ClapArgs)]
struct WordsCheck {
    #[command(flatten)]
    dir: Dir,
    /// File with the words as typed from the sheet; without it you are asked.
    #[arg(long, value_name = "FILE")]
    words_file: Option<PathBuf>,
}

#[derive(ClapArgs)]
struct Out {
    #[command(flatten)]
    dir: Dir,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(ClapArgs)]
struct SignPaper {
    #[command(flatten)]
    dir: Dir,
    /// The paper. Read it before: `ugnay paper show`.
    file: PathBuf,
    /// The signed copy, a new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(ClapArgs)]
struct PaperFile {
    #[command(flatten)]
    dir: Dir,
    /// The paper with its signatures, this organisation's among them.
    file: PathBuf,
}

#[derive(ClapArgs)]
struct KeyChange {
    #[command(flatten)]
    dir: Dir,
    /// Which end of it.
    #[arg(value_enum)]
    step: Step,
}

#[derive(Clone, Copy, ValueEnum)]
enum Step {
    /// The next key is born; then write its words down, enter them again, and have a roster name it.
    Begin,
    /// The roster names the next key: the old one is destroyed.
    Finish,
}

#[derive(ClapArgs)]
struct Join {
    #[command(flatten)]
    dir: Dir,
    /// The genesis, signed by all.
    genesis: PathBuf,
    /// The six words of the federation, as compared by voice.
    #[arg(long, value_name = "WORDS")]
    fingerprint: String,
}

#[derive(ClapArgs)]
struct Connect {
    #[command(flatten)]
    dir: Dir,
    /// The buffer's address.
    buffer: String,
    #[command(flatten)]
    line: crate::line::Line,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Create(a) => create(a, json),
        Command::Recover(a) => recover(a, json),
        Command::Words(a) => words(&a.dir.open()?, json),
        Command::WordsCheck(a) => words_check(a, json),
        Command::Card(a) => card(a, json),
        Command::SignGenesis(a) => sign(a, true, json),
        Command::Sign(a) => sign(a, false, json),
        Command::Join(a) => join(a, json),
        Command::Connect(a) => connect(a, json),
        Command::LogPaper(a) => log_paper(a, json),
        Command::Exchange(a) => exchange(a, json),
        Command::Requests(a) => requests::list(&a.dir.open()?, json),
        Command::Show(a) => requests::show(a, json),
        Command::Decide(a) => requests::decide(a, json),
        Command::Objection(a) => requests::objection(a, json),
        Command::TakeObjection(a) => requests::take_objection(a, json),
        Command::Read(a) => requests::read_copy(a, json),
        Command::Outgoing(a) => requests::outgoing(a, json),
        Command::Receipts(a) => receipts(&a.dir.open()?, json),
        Command::KeyChange(a) => key_change(a, json),
        Command::Handover(a) => handover::run(a, json),
        Command::Demand(a) => demands::demand(a, json),
        Command::Statement(a) => demands::statement(a, json),
    }
}

fn create(a: &Create, json: bool) -> Result<(), Fail> {
    let passphrase = read_passphrase(&a.dir.passphrase, true)?;
    let of = (a.named.name.as_str(), a.named.jurisdiction.as_str());
    let house = House::create(&a.dir.dir, passphrase.as_str(), of, &mut Env::system())?;
    let print = house.paper_fingerprint()?;
    if json {
        say!(
            "{}",
            json!({ "organisation": house.name(), "sheet": print, "paper_tested": false })
        );
    } else {
        say!("{}: keys are born", house.name());
        say!("next: `ugnay custodian words`, write them down, then `ugnay custodian words-check`");
    }
    Ok(())
}

fn recover(a: &Recover, json: bool) -> Result<(), Fail> {
    let typed = typed_words(a.words_file.as_deref())?;
    let passphrase = read_passphrase(&a.dir.passphrase, true)?;
    let of = (a.named.name.as_str(), a.named.jurisdiction.as_str());
    let env = &mut Env::system();
    let house = House::recover(&a.dir.dir, passphrase.as_str(), of, &typed, env)?;
    let print = house.fingerprint()?;
    if json {
        say!(
            "{}",
            json!({ "organisation": house.name(), "fingerprint": print })
        );
    } else {
        say!(
            "{}: the key for shares is back; the keys for signing are new",
            house.name()
        );
        say!(
            "next: the other custodians sign a roster with this organisation's new card ({print})"
        );
    }
    Ok(())
}

fn words(house: &House, json: bool) -> Result<(), Fail> {
    let (words, print) = (house.words()?, house.paper_fingerprint()?);
    let list: Vec<&str> = words.split(' ').collect();
    if json {
        say!("{}", json!({ "words": list, "sheet": print }));
        return Ok(());
    }
    for (n, word) in (1..).zip(&list) {
        say!("{n:>2} {word}");
    }
    say!("sheet: {print}");
    Ok(())
}

fn words_check(a: &WordsCheck, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let typed = typed_words(a.words_file.as_deref())?;
    let typed: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
    let test = house.test_words(&typed, Env::system().now())?;
    let ok = test.wrong.is_empty();
    if json {
        say!("{}", json!({ "ok": ok, "wrong": test.wrong }));
    } else if ok {
        say!("all right: the sheet exists");
    } else {
        let numbers: Vec<String> = test.wrong.iter().map(u8::to_string).collect();
        say!("not right: word {}", numbers.join(", "));
    }
    if ok { Ok(()) } else { Err(Fail::No) }
}

fn typed_words(file: Option<&Path>) -> Result<String, Fail> {
    match file {
        Some(path) => String::from_utf8(read(path)?)
            .map_err(|_| Fail::Wrong(format!("{}: not text", path.display()))),
        None => Ok(rpassword::prompt_password("The 24 words: ")?),
    }
}

fn card(a: &Out, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let file = house.card_file(Env::system().now())?;
    write_new(&a.out, &file)?;
    let print = house.fingerprint()?;
    if json {
        say!("{}", json!({ "file": a.out, "fingerprint": print }));
    } else {
        say!("{}", a.out.display());
        say!("six words to compare: {print}");
    }
    Ok(())
}

fn sign(a: &SignPaper, founding: bool, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let mut paper = Paper::from_bytes(&read(&a.file)?)?;
    if founding != matches!(paper, Paper::Genesis(_)) {
        let what = if founding {
            "not a founding"
        } else {
            "a founding: use sign-genesis"
        };
        return Err(Fail::Wrong(format!("{}: {what}", a.file.display())));
    }
    house.sign(&mut paper, Env::system().now())?;
    write_new(&a.out, &paper.to_bytes())?;
    tell(&paper, None, json);
    Ok(())
}

fn join(a: &Join, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let genesis = Signed::from_bytes(&read(&a.genesis)?)
        .map_err(|e| crate::paper::unreadable(&a.genesis, &e))?;
    let words = ugnay_app::federation::paper::six_words(&genesis.hash());
    let typed = a
        .fingerprint
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if typed.to_lowercase() != words {
        return Err(Fail::Wrong(
            "these are not the six words of this genesis: it is another federation's".into(),
        ));
    }
    house.take_genesis(&genesis, Env::system().now())?;
    let seat = house.member().and_then(|n| n.seat());
    if json {
        say!(
            "{}",
            json!({ "federation": genesis.body().name, "seat": seat })
        );
    } else {
        let seat = seat.map_or("no place yet".into(), |x| format!("place {x}"));
        say!("{}: {seat}", genesis.body().name);
    }
    Ok(())
}

fn connect(a: &Connect, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    if let Some(socks) = &a.line.socks {
        house.use_socks(socks)?;
    }
    house.connect(&a.buffer, a.line.pem()?.as_deref())?;
    if json {
        say!("{}", json!({ "buffer": a.buffer }));
    } else {
        say!("{}", a.buffer);
    }
    Ok(())
}

fn log_paper(a: &PaperFile, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let paper = Paper::from_bytes(&read(&a.file)?)?;
    let mut client = house.client()?;
    house.log_paper(&paper, &mut client, &mut Env::system())?;
    if json {
        say!("{}", json!({ "logged": paper.kind() }));
    } else {
        say!("{}: sent to the log", paper.kind());
    }
    Ok(())
}

fn key_change(a: &KeyChange, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let mut env = Env::system();
    match a.step {
        Step::Begin => {
            house.node()?.begin_key_change(&mut env)?;
            if json {
                say!("{}", json!({ "running": true }));
            } else {
                say!("the next key is born; next: `ugnay custodian words`");
            }
        }
        Step::Finish => {
            let done = house.node()?.finish_key_change(&mut env)?;
            if json {
                say!("{}", json!({ "kept": done.kept }));
            } else {
                say!(
                    "the old key is destroyed; shares of {} register-epochs are kept",
                    done.kept
                );
                say!("destroy its sheet of paper too");
            }
        }
    }
    Ok(())
}

fn exchange(a: &Plain, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let done = house.exchange(&mut Env::system(), &mut |_| true)?;
    if json {
        say!(
            "{}",
            json!({ "entries": done.entries, "cosigned": done.cosigned, "accepted": done.accepted,
                    "refused": done.refused, "requests": done.requests,
                    "handed_over": done.handed_over, "taken_over": done.taken_over,
                    "retired": done.retired })
        );
    } else {
        say!(
            "{} new entries, {} new requests; {} bundles accepted, {} refused; {} handed over; shares of {} register-epochs taken over, of {} dropped",
            done.entries,
            done.requests,
            done.accepted,
            done.refused,
            done.handed_over,
            done.taken_over,
            done.retired
        );
    }
    Ok(())
}

fn receipts(house: &House, json: bool) -> Result<(), Fail> {
    let node = house
        .member()
        .ok_or_else(|| Fail::Wrong("in no federation yet".into()))?;
    let rows: Vec<_> = node
        .bundles()
        .iter()
        .map(|b| {
            let outcome = b
                .outcome
                .map_or_else(|e| e.to_string(), |()| "accepted".into());
            let state = match b.state {
                BundleState::Live => "live",
                BundleState::Replaced => "replaced",
                BundleState::Retired => "retired",
                BundleState::HandedOn => "handed on",
            };
            json!({ "register": b.pseud.to_hex(), "bundle": b.seq, "compartments": b.compartments,
                    "outcome": outcome, "state": state, "at": b.at, "told": b.told })
        })
        .collect();
    if json {
        say!("{}", json!({ "kept": node.shares().len(), "rows": rows }));
        return Ok(());
    }
    for row in &rows {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        say!(
            "{}  bundle {}  {} compartments  {}  {}",
            text("register"),
            row["bundle"],
            row["compartments"],
            text("outcome"),
            text("state")
        );
    }
    say!("shares kept of {} register-epochs", node.shares().len());
    Ok(())
}
