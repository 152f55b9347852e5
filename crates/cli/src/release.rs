//! `ugnay release`: a request from its draft to its review, as a desk officer drives it.

use crate::desk::{codes, open};
use crate::fail::{Fail, say};
use crate::paper::{read, write_new};
use crate::party::{At, One, Out, done};
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::desk::Advice;
use ugnay_app::desk::{Ask, DRILL_BARANGAY, GrantBanner, RequestState};
use ugnay_app::federation::{Country, Paper as AppPaper, Purpose, Request, RestoreAsk};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Draft a request and sign it as the first officer; the second one signs it with `ugnay desk sign`.
    Ask(AskArgs),
    /// Ask in the name of a register that lost its last device; the shares go to its new device alone.
    AskRestore(AskRestore),
    /// The requests of this officer.
    List(At),
    /// How one request stands: who decided what and why, what is missing, from when.
    Status(One),
    /// Fetch the released shares, open the cards in scope, keep them encrypted until the grant ends.
    Open(One),
    /// The persons of an open grant.
    People(One),
    /// Write them into a file, in the clear: every row says purpose, request, end and by whom.
    Export(Export),
    /// End a grant now. What is kept here is erased.
    Close(Words),
    /// Erase what is kept here and attest it; the second officer signs too.
    Attest(Attested),
    /// The after-action review, due within 30 days; the second officer signs too.
    Review(Paper),
    /// Make a register of invented people on the drill ground; it joins with an invitation like any other.
    DrillRegister(DrillRegister),
    /// Compare what a drill opened with what was put in, erase it, and make the review for the second officer.
    DrillResult(DrillResult),
}

#[derive(ClapArgs)]
struct DrillRegister {
    #[command(flatten)]
    at: At,
    /// Invented people.
    #[arg(long, default_value_t = 25)]
    persons: u32,
    /// Their destination, ISO 3166-1 alpha-2.
    #[arg(long)]
    country: String,
}

#[derive(ClapArgs)]
struct DrillResult {
    #[command(flatten)]
    one: One,
    /// Invented people that are in the synthetic register.
    #[arg(long)]
    expected: u32,
    #[command(flatten)]
    out: Out,
}

#[derive(ClapArgs)]
struct AskArgs {
    #[command(flatten)]
    at: At,
    /// evacuation, repatriation, mass_casualty_family_contact, missing_person or drill.
    #[arg(long)]
    purpose: String,
    /// The declaration's number or title.
    #[arg(long)]
    declaration: String,
    /// The declaration itself; only its hash leaves this machine.
    #[arg(long, value_name = "FILE")]
    document: PathBuf,
    /// PSGC code (10 digits) of a barangay; several are possible.
    #[arg(long = "barangay", required = true)]
    barangays: Vec<String>,
    /// Destination, ISO 3166-1 alpha-2.
    #[arg(long)]
    country: String,
    /// How long the grant lasts, hours.
    #[arg(long, default_value_t = 168)]
    hours: u32,
    /// How long the custodians have to decide, hours.
    #[arg(long, default_value_t = 72)]
    decide_hours: u32,
    #[command(flatten)]
    out: Out,
}

#[derive(ClapArgs)]
struct AskRestore {
    #[command(flatten)]
    at: At,
    /// The lost register's epoch, as a custodian's list of receipts shows it.
    #[arg(long)]
    epoch: String,
    /// The new device, as it shows itself; compare its six words with its officer first.
    #[arg(long)]
    device: String,
    /// Number or title of the paper that says what was lost.
    #[arg(long)]
    declaration: String,
    /// That paper; only its hash leaves this machine.
    #[arg(long, value_name = "FILE")]
    document: PathBuf,
    /// PSGC code (10 digits) of the register's barangays.
    #[arg(long = "barangay", required = true)]
    barangays: Vec<String>,
    /// How long the grant lasts, hours.
    #[arg(long, default_value_t = 72)]
    hours: u32,
    #[command(flatten)]
    out: Out,
}

#[derive(ClapArgs)]
struct Export {
    #[command(flatten)]
    one: One,
    /// csv or xlsx.
    #[arg(long)]
    format: String,
    /// Who exports it; stands in the file.
    #[arg(long)]
    by: String,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(ClapArgs)]
struct Words {
    #[command(flatten)]
    one: One,
    /// A short text for the log.
    #[arg(long, default_value = "")]
    text: String,
}

#[derive(ClapArgs)]
struct Attested {
    #[command(flatten)]
    words: Words,
    #[command(flatten)]
    out: Out,
}

#[derive(ClapArgs)]
struct Paper {
    #[command(flatten)]
    words: Words,
    /// A longer document; only its hash is logged.
    #[arg(long, value_name = "FILE")]
    document: Option<PathBuf>,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Ask(a) => ask(a, json),
        Command::AskRestore(a) => ask_restore(a, json),
        Command::List(at) => list(at, json),
        Command::Status(one) => status(one, json),
        Command::Open(one) => open_grant(one, json),
        Command::People(one) => people(one, json),
        Command::Export(e) => export(e, json),
        Command::DrillRegister(d) => drill_register(d, json),
        Command::DrillResult(d) => drill_result(d, json),
        Command::Close(w) => {
            let mut officer = open(&w.one.at)?;
            let id = officer.find(&w.one.id)?;
            officer.close_grant(&id, &w.text)?;
            done(json);
            Ok(())
        }
        Command::Attest(p) => {
            let mut officer = open(&p.words.one.at)?;
            let id = officer.find(&p.words.one.id)?;
            let paper = officer.attest_deletion(&id, &p.words.text)?;
            p.out.write(&paper.to_bytes(), json)
        }
        Command::Review(p) => {
            let document = p.document.as_deref().map(read).transpose()?;
            let mut officer = open(&p.words.one.at)?;
            let id = officer.find(&p.words.one.id)?;
            let paper = officer.review(&id, &p.words.text, &document.unwrap_or_default())?;
            p.out.write(&paper.to_bytes(), json)
        }
    }
}

fn ask(a: &AskArgs, json: bool) -> Result<(), Fail> {
    let wrong = |what: &str| Fail::Wrong(format!("--{what} is none that can be asked for"));
    let purpose = Purpose::ALL
        .iter()
        .find(|p| p.code() == a.purpose && **p != Purpose::Restore);
    let ask = Ask {
        purpose: *purpose.ok_or_else(|| wrong("purpose"))?,
        declaration: a.declaration.clone(),
        document: read(&a.document)?,
        barangays: codes(&a.barangays)?,
        destination: a.country.parse::<Country>().map_err(|_| wrong("country"))?,
        lasts: i64::from(a.hours) * 3600,
        pending: i64::from(a.decide_hours) * 3600,
    };
    let (paper, advice) = open(&a.at)?.ask(&ask)?;
    drafted(&paper, &advice, &a.out, json)
}

fn ask_restore(a: &AskRestore, json: bool) -> Result<(), Fail> {
    let (epoch, device) = RestoreAsk::names(&a.epoch, &a.device)?;
    let ask = RestoreAsk {
        declaration: a.declaration.clone(),
        document: read(&a.document)?,
        barangays: codes(&a.barangays)?,
        epoch,
        device,
        lasts: i64::from(a.hours) * 3600,
    };
    let (paper, advice) = open(&a.at)?.ask_restore(&ask)?;
    drafted(&paper, &advice, &a.out, json)
}

fn drafted(paper: &AppPaper, advice: &[Advice], out: &Out, json: bool) -> Result<(), Fail> {
    write_new(&out.out, &paper.to_bytes())?;
    let AppPaper::Request(signed) = paper else {
        return Err(Fail::Wrong("a request stays one".into()));
    };
    let id = crate::paper::hex(&Request::id(signed).0);
    if json {
        say!(
            "{}",
            json!({ "id": id, "file": out.out, "advice": advice, "rows": paper.rows() })
        );
        return Ok(());
    }
    say!("{}", crate::paper::lines(paper));
    for x in advice {
        say!(
            "the custodians will find wrong: {} ({}, allowed {})",
            x.code.replace('_', " "),
            x.have,
            x.need
        );
    }
    say!(
        "request {id}, for the second officer: {}",
        out.out.display()
    );
    Ok(())
}

fn list(at: &At, json: bool) -> Result<(), Fail> {
    let rows = open(at)?.requests()?;
    if json {
        say!("{}", json!(rows));
    } else {
        rows.iter().for_each(line);
    }
    if rows.is_empty() {
        Err(Fail::No)
    } else {
        Ok(())
    }
}

fn line(r: &RequestState) {
    let drill = if r.drill { " DRILL" } else { "" };
    let overdue = if r.review_overdue {
        "  REVIEW OVERDUE"
    } else {
        ""
    };
    say!(
        "{}  {}{drill}  {}  {} of {} shares here{overdue}",
        &r.id[..16],
        r.purpose,
        r.state.replace('_', " "),
        r.shares.here,
        r.shares.need
    );
}

fn status(one: &One, json: bool) -> Result<(), Fail> {
    let mut officer = open(&one.at)?;
    let id = officer.find(&one.id)?;
    let s = officer.status(&id)?;
    if json {
        say!("{}", json!(s));
        return Ok(());
    }
    line(&s);
    say!(
        "approved by {} of {}, shares {} of {} here, {} announced",
        s.approvals,
        s.custodians,
        s.shares.here,
        s.shares.need,
        s.shares.have
    );
    for d in &s.decisions {
        say!(
            "{}: {} ({}) {}",
            d.custodian,
            d.kind,
            d.reason.replace('_', " "),
            d.text
        );
    }
    if let Some(at) = s.earliest {
        say!("earliest release, Unix seconds: {at}");
    }
    say!("decide before {}, grant until {}", s.decide_before, s.until);
    if let Some(due) = s.review_due.filter(|_| !s.reviewed) {
        say!("after-action review due {due}");
    }
    Ok(())
}

/// What stands over every list of a release. Goes to standard error, so that a list stays a list.
fn banner(b: &GrantBanner) {
    let drill = if b.drill { "DRILL " } else { "" };
    eprintln!(
        "{drill}OPENED FOR {} ONLY ({}), request {}, erased here at {} (best effort; exports and notes are yours to destroy)",
        b.purpose.replace('_', " "),
        b.declaration,
        &b.request[..16],
        b.until
    );
}

fn open_grant(one: &One, json: bool) -> Result<(), Fail> {
    let mut officer = open(&one.at)?;
    let id = officer.find(&one.id)?;
    let opened = officer.open_grant(&id)?;
    banner(&opened.banner);
    if json {
        say!("{}", json!(opened));
        return Ok(());
    }
    say!(
        "{} cards from {} compartments; shares from {}",
        opened.banner.cards,
        opened.compartments,
        opened.custodians.join(", ")
    );
    if !opened.faulty.is_empty() {
        say!("wrong shares from {}", opened.faulty.join(", "));
    }
    for writer in &opened.refused {
        say!(
            "left out: {} cards by device {} ({})",
            writer.cards,
            writer.device,
            match writer.why {
                "revoked" => "the register took this device out",
                _ => "no device of the register",
            }
        );
    }
    if opened.damaged > 0 {
        say!("damaged or missing at the buffer: {}", opened.damaged);
    }
    Ok(())
}

fn people(one: &One, json: bool) -> Result<(), Fail> {
    let mut officer = open(&one.at)?;
    let id = officer.find(&one.id)?;
    let people = officer.grant_people(&id)?;
    let head = officer.grant_banner(&id)?;
    banner(&head);
    if json {
        let rows: Vec<_> = people
            .iter()
            .map(|p| {
                json!({ "id": p.id.to_string(), "surname": p.surname, "given": p.given,
                        "barangay": p.barangay.map(|b| b.to_string()), "place": p.place, "employer": p.employer,
                        "phones": p.phones.iter().map(|n| n.shown()).collect::<Vec<_>>() })
            })
            .collect();
        say!("{}", json!({ "banner": head, "people": rows }));
    } else {
        for p in &people {
            let phones: Vec<&str> = p.phones.iter().map(|n| n.shown()).collect();
            say!("{}, {}  {}", p.surname, p.given, phones.join(" "));
        }
    }
    if people.is_empty() {
        Err(Fail::No)
    } else {
        Ok(())
    }
}

fn export(e: &Export, json: bool) -> Result<(), Fail> {
    let workbook = match e.format.as_str() {
        "csv" => false,
        "xlsx" => true,
        _ => return Err(Fail::Wrong("--format is csv or xlsx".into())),
    };
    if e.out.exists() {
        return Err(Fail::Wrong(format!("{}: already there", e.out.display())));
    }
    let mut officer = open(&e.one.at)?;
    let id = officer.find(&e.one.id)?;
    let file = officer.grant_export(&id, workbook, &e.by)?;
    write_new(&e.out, &file.bytes)?;
    banner(&officer.grant_banner(&id)?);
    if json {
        say!("{}", json!({ "persons": file.persons, "file": e.out }));
    } else {
        say!("{} persons in the clear: {}", file.persons, e.out.display());
    }
    Ok(())
}

fn drill_register(d: &DrillRegister, json: bool) -> Result<(), Fail> {
    let country = d.country.parse::<Country>();
    let country = country.map_err(|_| Fail::Wrong("--country is none".into()))?;
    let (root, name) = crate::register::split(&d.at.dir)?;
    let mut app = ugnay_app::App::new(&root, ugnay_app::Env::system());
    app.create_drill_register(&name, d.persons, country, &d.at.new_passphrase()?)?;
    if json {
        say!(
            "{}",
            json!({ "persons": d.persons, "barangay": DRILL_BARANGAY.to_string() })
        );
    } else {
        say!(
            "DRILL register of {} invented people in barangay {DRILL_BARANGAY}",
            d.persons
        );
    }
    Ok(())
}

fn drill_result(d: &DrillResult, json: bool) -> Result<(), Fail> {
    let mut officer = open(&d.one.at)?;
    let id = officer.find(&d.one.id)?;
    let (result, paper) = officer.drill_result(&id, d.expected)?;
    write_new(&d.out.out, &paper.to_bytes())?;
    if json {
        say!("{}", json!({ "result": result, "file": d.out.out }));
    } else {
        say!(
            "{} of {} cards, shares of {} custodians; review for the second officer: {}",
            result.cards,
            result.expected,
            result.shares,
            d.out.out.display()
        );
    }
    if result.passed { Ok(()) } else { Err(Fail::No) }
}
