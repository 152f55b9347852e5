//! `ugnay federation`: founding by files, and what follows it. Must hold no rule: papers and linter are the app's.

mod words;

use crate::fail::{Fail, say};
use crate::line::Line;
use crate::paper::{self, read, write_new};
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use ugnay_app::Env;
use ugnay_app::federation::founding::{
    self, FoundingDraft, LintRow, PolicyFile, findings, findings_next, successor,
};
use ugnay_app::federation::{
    Genesis, LguCard, Paper, PartyCard, Policy, Signed, View, paper as papers,
};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a policy with the usual numbers into a new file, to be read and changed.
    Policy(PolicyArgs),
    /// Put public cards, a policy and a name together into a founding that every custodian then signs.
    Draft(DraftArgs),
    /// Say what is wrong with a founding, or with a next policy or roster: exit 1 on errors.
    Lint(LintArgs),
    /// Join the custodians' signed copies: the genesis, the log's trust policy, the buffer's settings.
    Assemble(AssembleArgs),
    /// The buffer's settings anew, with the officers of desks who may write to the log.
    Buffer(BufferArgs),
    /// Draft the next policy; at least k custodians sign it and one of them logs it.
    NextPolicy(NextPolicyArgs),
    /// Draft the next roster, from all cards or with one place taken over.
    NextRoster(NextRosterArgs),
}

#[derive(ClapArgs)]
struct PolicyArgs {
    /// Custodian organisations.
    #[arg(long, default_value_t = 5)]
    custodians: u8,
    /// Approvals needed, and shares.
    #[arg(long, default_value_t = 3)]
    approvals: u8,
    /// Organisations that must cosign the log.
    #[arg(long, default_value_t = 5)]
    quorum: u8,
    /// Seconds instead of hours, marked as a demonstration. Never for real people.
    #[arg(long)]
    demo: bool,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(ClapArgs)]
struct DraftArgs {
    /// The federation's name.
    #[arg(long)]
    name: String,
    /// File with the log's key, as `ugnay-buffer init` printed it.
    #[arg(long, value_name = "FILE")]
    log: PathBuf,
    /// The policy.
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Public cards: custodians in the order of their shares, outside witnesses, one ticket office.
    #[arg(required = true)]
    cards: Vec<PathBuf>,
}

#[derive(ClapArgs)]
struct LintArgs {
    /// A founding, a policy or a roster.
    file: PathBuf,
    /// The genesis, for a policy or a roster.
    #[arg(long, value_name = "FILE")]
    genesis: Option<PathBuf>,
    /// The buffer, for a policy or a roster: what is in force is read from its log.
    #[arg(long, value_name = "URL")]
    buffer: Option<String>,
    #[command(flatten)]
    line: Line,
}

#[derive(ClapArgs)]
struct AssembleArgs {
    /// The new folder.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The copies, each signed by one or more custodians.
    #[arg(required = true)]
    copies: Vec<PathBuf>,
}

#[derive(ClapArgs)]
struct BufferArgs {
    /// The genesis.
    #[arg(long, value_name = "FILE")]
    genesis: PathBuf,
    /// Desk cards whose officers may write to the log.
    #[arg(long = "card", value_name = "FILE")]
    cards: Vec<PathBuf>,
    /// The buffer: whoever its log shows in the roster now may write, not who founded the federation.
    #[arg(long, value_name = "URL")]
    buffer: Option<String>,
    #[command(flatten)]
    line: Line,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Where a federation's present state is read.
#[derive(ClapArgs)]
pub struct Known {
    /// The genesis.
    #[arg(long, value_name = "FILE")]
    pub genesis: PathBuf,
    /// The buffer whose log shows what is in force.
    #[arg(long, value_name = "URL")]
    pub buffer: String,
    #[command(flatten)]
    pub line: Line,
}

#[derive(ClapArgs)]
struct NextPolicyArgs {
    #[command(flatten)]
    known: Known,
    /// The policy wanted.
    #[arg(long, value_name = "FILE")]
    policy: PathBuf,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(ClapArgs)]
struct NextRosterArgs {
    #[command(flatten)]
    known: Known,
    /// The place (1 to n) that the one card given takes over; the others stay.
    #[arg(long, value_name = "N")]
    replace: Option<u8>,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The successor's card, or without --replace all cards of the new roster.
    #[arg(required = true)]
    cards: Vec<PathBuf>,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Policy(a) => policy(a, json),
        Command::Draft(a) => draft(a, json),
        Command::Lint(a) => lint(a, json),
        Command::Assemble(a) => assemble(a, json),
        Command::Buffer(a) => buffer(a, json),
        Command::NextPolicy(a) => next_policy(a, json),
        Command::NextRoster(a) => next_roster(a, json),
    }
}

fn policy(a: &PolicyArgs, json: bool) -> Result<(), Fail> {
    let policy = if a.demo {
        Policy::demo(a.custodians, a.approvals, a.quorum)
    } else {
        Policy::standard(a.custodians, a.approvals, a.quorum)
    };
    let file = PolicyFile::from(&policy);
    let text = serde_json::to_string_pretty(&file).map_err(|e| Fail::Wrong(e.to_string()))?;
    write_new(&a.out, format!("{text}\n").as_bytes())?;
    if json {
        say!("{}", json!({ "file": a.out }));
    } else {
        say!("{}", a.out.display());
    }
    Ok(())
}

fn read_policy(path: &Path) -> Result<Policy, Fail> {
    Ok(PolicyFile::parse(&read(path)?)?.policy()?)
}

/// Reads public cards.
pub fn read_cards(paths: &[PathBuf]) -> Result<Vec<PartyCard>, Fail> {
    paths
        .iter()
        .map(|p| PartyCard::from_file(&read(p)?).map_err(|e| paper::unreadable(p, &e)))
        .collect()
}

/// Reads a genesis that all custodians signed.
pub fn read_genesis(path: &Path) -> Result<Signed<Genesis>, Fail> {
    let genesis = Signed::from_bytes(&read(path)?).map_err(|e| paper::unreadable(path, &e))?;
    Genesis::verify(&genesis).map_err(|e| paper::unreadable(path, &e))?;
    Ok(genesis)
}

impl Known {
    /// The federation as the log shows it.
    pub fn view(&self) -> Result<View, Fail> {
        let genesis = read_genesis(&self.genesis)?;
        let mut client = self.line.client(&self.buffer)?;
        let mut view = View::new(&genesis, &genesis.hash())?;
        view.update(&mut client)?;
        Ok(view)
    }
}

fn draft(a: &DraftArgs, json: bool) -> Result<(), Fail> {
    let founding = FoundingDraft {
        name: a.name.clone(),
        log: String::from_utf8_lossy(&read(&a.log)?).into_owned(),
        policy: read_policy(&a.policy)?,
        cards: read_cards(&a.cards)?,
    };
    let genesis = founding.genesis(&mut Env::system())?;
    let body = genesis.body().clone();
    drafted(
        &a.out,
        &Paper::Genesis(genesis),
        &findings(&body.policy, &body.roster),
        json,
    )
}

/// Writes a draft unless the linter finds an error in it.
fn drafted(out: &Path, paper: &Paper, rows: &[LintRow], json: bool) -> Result<(), Fail> {
    let wrong = rows.iter().any(LintRow::is_error);
    let words = papers::six_words(&paper.hash());
    if !wrong {
        write_new(out, &paper.to_bytes())?;
    }
    if json {
        let file = (!wrong).then_some(out);
        say!(
            "{}",
            json!({ "file": file, "kind": paper.kind(), "fingerprint": words, "findings": words::all(rows) })
        );
    } else {
        words::print(rows);
        if !wrong {
            say!("{}: six words to compare: {words}", out.display());
        }
    }
    if wrong { Err(Fail::No) } else { Ok(()) }
}

fn lint(a: &LintArgs, json: bool) -> Result<(), Fail> {
    let file = Paper::from_bytes(&read(&a.file)?)?;
    let rows = match &file {
        Paper::Genesis(g) => findings(&g.body().policy, &g.body().roster),
        Paper::Policy(p) => {
            let f = known(a)?.federation;
            findings_next(f.policy(), p.body(), f.roster())
        }
        Paper::Roster(r) => findings(known(a)?.federation.policy(), r.body()),
        _ => {
            return Err(Fail::Wrong(format!(
                "{}: neither a founding nor a policy or roster",
                a.file.display()
            )));
        }
    };
    let ok = !rows.iter().any(LintRow::is_error);
    if json {
        say!("{}", json!({ "ok": ok, "findings": words::all(&rows) }));
    } else {
        words::print(&rows);
        say!(
            "{}",
            if ok {
                "no errors"
            } else {
                "must not be put in force"
            }
        );
    }
    if ok { Ok(()) } else { Err(Fail::No) }
}

fn known(a: &LintArgs) -> Result<View, Fail> {
    match (&a.genesis, &a.buffer) {
        (Some(genesis), Some(buffer)) => Known {
            genesis: genesis.clone(),
            buffer: buffer.clone(),
            line: a.line.clone(),
        }
        .view(),
        _ => Err(Fail::Wrong(
            "a policy or roster is judged together with what is in force: --genesis and --buffer"
                .into(),
        )),
    }
}

fn assemble(a: &AssembleArgs, json: bool) -> Result<(), Fail> {
    let copies: Vec<Signed<Genesis>> = a
        .copies
        .iter()
        .map(|p| Signed::from_bytes(&read(p)?).map_err(|e| paper::unreadable(p, &e)))
        .collect::<Result<_, _>>()?;
    let genesis = founding::assemble(&copies)?;
    let fed = Genesis::verify(&genesis).map_err(ugnay_app::dto::AppError::from)?;
    let body = genesis.body();
    let toml = founding::buffer_toml(&fed, &body.roster, body.policy.demo, &[])?;
    let policy = founding::log_policy(&genesis)?;
    fs::create_dir(&a.out)?;
    write_new(&a.out.join("genesis"), &genesis.to_bytes())?;
    write_new(&a.out.join("tlog-policy"), policy.as_bytes())?;
    write_new(&a.out.join("buffer.toml"), toml.as_bytes())?;
    let words = papers::six_words(&genesis.hash());
    let id = paper::hex(&fed.0);
    if json {
        say!(
            "{}",
            json!({ "federation": id, "fingerprint": words, "custodians": body.roster.custodians.len(),
                    "genesis": a.out.join("genesis"), "tlog_policy": a.out.join("tlog-policy"),
                    "buffer_toml": a.out.join("buffer.toml") })
        );
    } else {
        say!(
            "{}: founded by {} custodians",
            body.name,
            body.roster.custodians.len()
        );
        say!("federation {id}");
        say!("six words that everybody who joins compares: {words}");
    }
    Ok(())
}

fn buffer(a: &BufferArgs, json: bool) -> Result<(), Fail> {
    let genesis = read_genesis(&a.genesis)?;
    let fed = Genesis::verify(&genesis).map_err(ugnay_app::dto::AppError::from)?;
    let mut desks = Vec::new();
    for path in &a.cards {
        let card =
            Signed::<LguCard>::from_bytes(&read(path)?).map_err(|e| paper::unreadable(path, &e))?;
        desks.push(card.body().clone());
    }
    let body = genesis.body();
    let roster = match &a.buffer {
        None => body.roster.clone(),
        Some(buffer) => {
            let known = Known {
                genesis: a.genesis.clone(),
                buffer: buffer.clone(),
                line: a.line.clone(),
            };
            known.view()?.federation.roster().clone()
        }
    };
    let toml = founding::buffer_toml(&fed, &roster, body.policy.demo, &desks)?;
    write_new(&a.out, toml.as_bytes())?;
    if json {
        say!("{}", json!({ "file": a.out, "desks": desks.len() }));
    } else {
        say!("{}", a.out.display());
    }
    Ok(())
}

fn next_policy(a: &NextPolicyArgs, json: bool) -> Result<(), Fail> {
    let view = a.known.view()?;
    let next = successor::policy(&view.federation, &read_policy(&a.policy)?)?;
    let f = &view.federation;
    let rows = findings_next(f.policy(), next.body(), f.roster());
    drafted(&a.out, &Paper::Policy(next), &rows, json)
}

fn next_roster(a: &NextRosterArgs, json: bool) -> Result<(), Fail> {
    let (view, cards) = (a.known.view()?, read_cards(&a.cards)?);
    let next = match (a.replace, cards.as_slice()) {
        (Some(x), [card]) => successor::replace(&view.federation, x, card)?,
        (Some(_), _) => {
            return Err(Fail::Wrong("--replace takes exactly one card".into()));
        }
        (None, all) => successor::roster(&view.federation, all)?,
    };
    let rows = findings(view.federation.policy(), next.body());
    drafted(&a.out, &Paper::Roster(next), &rows, json)
}
