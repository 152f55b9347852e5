//! `ugnay custodian requests`, `show`, `decide`, and what goes by file instead of over a line.

use super::Dir;
use crate::fail::{Fail, say};
use crate::paper::{read, write_new};
use clap::{Args as ClapArgs, ValueEnum};
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::Env;
use ugnay_app::custody::House;
use ugnay_app::dto::ErrorCode;
use ugnay_app::dto::custody::{DecideInput, RequestDetail, RequestRow};

#[derive(ClapArgs)]
pub struct Show {
    #[command(flatten)]
    dir: Dir,
    /// The request's id, or its beginning.
    request: String,
}

#[derive(ClapArgs)]
pub struct Decide {
    #[command(flatten)]
    dir: Dir,
    /// The request's id, or its beginning.
    request: String,
    /// What is decided.
    #[arg(value_enum)]
    kind: Kind,
    /// Why (`in_order` for approvals): no_emergency, scope_too_wide, campaign_suffices, enforcement_suspected,
    /// desk_doubted, declaration_unverified, cannot_act, other.
    #[arg(long, default_value = "in_order")]
    reason: String,
    /// More words, which everybody can read.
    #[arg(long, default_value = "")]
    text: String,
    /// Of a restore: the new device's six words were compared with the register's officer by voice. Needed to approve one.
    #[arg(long)]
    compared: bool,
    /// Keep the decision here; the next exchange sends it.
    #[arg(long)]
    offline: bool,
}

#[derive(ClapArgs)]
pub struct Objection {
    #[command(flatten)]
    dir: Dir,
    /// The request's id, or its beginning.
    request: String,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(ClapArgs)]
pub struct TakeObjection {
    #[command(flatten)]
    dir: Dir,
    /// The objection, as its organisation wrote it, or all that leaves that organisation by file.
    file: PathBuf,
}

#[derive(ClapArgs)]
pub struct ReadCopy {
    #[command(flatten)]
    dir: Dir,
    /// The folder or stick, as `ugnay log mirror --bodies` writes it.
    from: PathBuf,
}

#[derive(ClapArgs)]
pub struct Outgoing {
    #[command(flatten)]
    dir: Dir,
    /// Of this request alone: its id, or its beginning.
    #[arg(long, value_name = "ID")]
    request: Option<String>,
    /// The new file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Shares are handed over when the rules are met.
    Approve,
    /// It should not happen at all; enough objections stop it.
    Object,
    /// This organisation takes no part.
    Refuse,
}

impl Kind {
    fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Object => "object",
            Self::Refuse => "refuse",
        }
    }
}

pub fn list(house: &House, json: bool) -> Result<(), Fail> {
    let rows = house.requests(Env::system().now())?;
    if json {
        say!("{}", json!(rows));
        return Ok(());
    }
    rows.iter().for_each(line);
    if rows.is_empty() {
        say!("no requests");
    }
    Ok(())
}

fn line(r: &RequestRow) {
    say!(
        "{}  {}{}  {} barangays, {}  {}: {} of {} approve, {} object; {} of {} checks right",
        r.id.get(..16).unwrap_or(&r.id),
        if r.drill { "DRILL " } else { "" },
        r.phase,
        r.areas,
        if r.country.is_empty() {
            "every country"
        } else {
            &r.country
        },
        r.purpose,
        r.approvals,
        r.approvals_needed,
        r.objections,
        r.checks_ok,
        r.checks
    );
}

/// The one request whose id begins so.
fn find(house: &House, begin: &str) -> Result<String, Fail> {
    let rows = house.requests(Env::system().now())?;
    let mut ids = rows
        .into_iter()
        .map(|r| r.id)
        .filter(|id| id.starts_with(begin));
    match (ids.next(), ids.next()) {
        (Some(id), None) if begin.len() >= 4 => Ok(id),
        (None, _) => Err(Fail::No),
        _ => Err(Fail::Wrong("more of the id is needed".into())),
    }
}

pub fn objection(a: &Objection, json: bool) -> Result<(), Fail> {
    let house = a.dir.open()?;
    let id = find(&house, &a.request)?;
    write_new(&a.out, &house.objection_file(&id)?)?;
    if json {
        say!("{}", json!({ "file": a.out }));
    } else {
        say!("written: {}", a.out.display());
    }
    Ok(())
}

pub fn take_objection(a: &TakeObjection, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let taken = house.take_objection(&mut Env::system(), &read(&a.file)?)?;
    if json {
        let (id, by) = (taken.request, taken.organisation);
        say!(
            "{}",
            json!({ "id": id, "organisation": by, "objections": taken.objections })
        );
    } else {
        say!(
            "{} objects; {} object now",
            taken.organisation,
            taken.objections
        );
    }
    Ok(())
}

pub fn read_copy(a: &ReadCopy, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let read = house.read_copy(&mut Env::system(), &a.from)?;
    if json {
        say!(
            "{}",
            json!({ "entries": read.entries, "requests": read.requests })
        );
    } else {
        say!("{} entries, {} new requests", read.entries, read.requests);
    }
    Ok(())
}

pub fn outgoing(a: &Outgoing, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let only = a.request.as_ref().map(|begin| find(&house, begin));
    let only = only.transpose()?;
    let file = match house.outgoing(&mut Env::system(), only.as_deref()) {
        Err(e) if e.code == ErrorCode::NotFound => return Err(Fail::No),
        other => other?,
    };
    write_new(&a.out, &file.bytes)?;
    if json {
        say!("{}", json!({ "file": a.out }));
    } else {
        say!("written: {}", a.out.display());
    }
    Ok(())
}

pub fn show(a: &Show, json: bool) -> Result<(), Fail> {
    let house = a.dir.open()?;
    let id = find(&house, &a.request)?;
    tell(&house.request(&id, Env::system().now())?, json);
    Ok(())
}

fn tell(d: &RequestDetail, json: bool) {
    if json {
        say!("{}", json!(d));
        return;
    }
    line(&d.row);
    if d.row.hidden {
        say!(
            "HIDDEN: what it asks for was not shown to this organisation; ask the desk and the other custodians, or object"
        );
    }
    say!("desk: {}", d.row.desk);
    say!("declaration: {} ({})", d.declaration, d.declaration_hash);
    if let Some(r) = &d.restore {
        say!("restore of register-epoch {}", r.epoch);
        say!("new device, six words to compare by voice: {}", r.device);
    }
    for a in &d.areas {
        let held = if a.held { "" } else { "  (no shares here)" };
        say!("area: {} {}, {}{held}", a.code, a.name, a.within);
    }
    say!(
        "in scope here: {} compartments of {} registers",
        d.scope.compartments,
        d.scope.registers
    );
    for c in &d.checks {
        let figures = match (c.found, c.asked) {
            (Some(found), Some(asked)) => {
                format!(
                    "  {found}, {} {asked}",
                    if c.least { "at least" } else { "at most" }
                )
            }
            _ => String::new(),
        };
        say!(
            "{}  {}{figures}",
            if c.ok { "ok   " } else { "WRONG" },
            c.code
        );
    }
    for x in &d.decisions {
        let sent = if x.logged {
            ""
        } else {
            " (not in the log yet)"
        };
        say!(
            "{}: {}, {}{sent} {}",
            x.organisation,
            x.kind,
            if x.reason.is_empty() {
                "words withheld"
            } else {
                &x.reason
            },
            x.text
        );
    }
}

pub fn decide(a: &Decide, json: bool) -> Result<(), Fail> {
    let mut house = a.dir.open()?;
    let mut env = Env::system();
    let id = find(&house, &a.request)?;
    let seen = house.request(&id, env.now())?.seen;
    let input = DecideInput {
        request: id.clone(),
        kind: a.kind.code().into(),
        reason: a.reason.clone(),
        text: a.text.clone(),
        seen,
        compared: a.compared,
    };
    if a.offline {
        house.decide_offline(&mut env, &input)?;
    } else {
        house.decide(&mut env, &input)?;
    }
    tell(&house.request(&id, env.now())?, json);
    Ok(())
}
