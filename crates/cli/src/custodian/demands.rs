//! `ugnay custodian demand` and `statement`: what authorities asked for, and what the organisation says of it. Recording is
//! private; publishing is an act of its own, because a law may forbid it and no program can judge that.

use super::{Dir, Plain};
use crate::fail::{Fail, say};
use clap::{Args, Subcommand};
use serde_json::json;
use ugnay_app::Env;
use ugnay_app::dto::custody::{DemandInput, Demands, StatementInput, StatementText};

#[derive(Subcommand)]
pub(super) enum Demand {
    /// Record a demand, or change outcome and note of one. Nothing leaves this device.
    Record(Record),
    /// Demands recorded here.
    List(Plain),
    /// Publish the codes of every demand that is not published as it stands.
    Publish(Plain),
}

#[derive(Subcommand)]
pub(super) enum Statement {
    /// Sign and log a statement over what was published.
    Make(Make),
    /// Statements of every organisation, and who is late.
    List(Plain),
}

#[derive(Args)]
pub(super) struct Record {
    #[command(flatten)]
    dir: Dir,
    /// The demand to change; without it a new one is recorded.
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// police, immigration, prosecutor, court, intelligence, military, local_government, national_agency, foreign, other.
    #[arg(long)]
    authority: String,
    /// The authority's country, ISO 3166.
    #[arg(long, default_value = "")]
    country: String,
    /// When it came, Unix seconds; now without it.
    #[arg(long, value_name = "SECONDS")]
    received: Option<i64>,
    /// What was asked; may be given several times.
    #[arg(long, required = true)]
    asked: Vec<String>,
    /// received, refused, escalated, gagged, complied.
    #[arg(long, default_value = "received")]
    outcome: String,
    /// A note for custodians; never public.
    #[arg(long, default_value = "")]
    note: String,
}

#[derive(Args)]
pub(super) struct Make {
    #[command(flatten)]
    dir: Dir,
    /// A text and its language: `en=We were asked for nothing.` May be given several times.
    #[arg(long, required = true, value_name = "LANGUAGE=TEXT")]
    text: Vec<String>,
    /// Days until the next statement is due.
    #[arg(long, default_value_t = 90)]
    next_in_days: u16,
    /// Says that nothing was demanded since the founding.
    #[arg(long)]
    none: bool,
}

pub(super) fn demand(command: &Demand, json: bool) -> Result<(), Fail> {
    let mut env = Env::system();
    match command {
        Demand::Record(a) => {
            let input = DemandInput {
                id: a.id.clone(),
                authority: a.authority.clone(),
                jurisdiction: a.country.clone(),
                received_at: a.received.unwrap_or_else(|| env.now()),
                asked: a.asked.clone(),
                outcome: a.outcome.clone(),
                note: a.note.clone(),
            };
            let mut house = a.dir.open()?;
            house.save_demand(&mut env, &input)?;
            rows(&house.demands(env.now())?, json)
        }
        Demand::List(a) => rows(&a.dir.open()?.demands(env.now())?, json),
        Demand::Publish(a) => {
            let count = a.dir.open()?.publish_demands(&mut env)?;
            if json {
                say!("{}", json!({ "published": count }));
            } else {
                say!("{count} published");
            }
            Ok(())
        }
    }
}

pub(super) fn statement(command: &Statement, json: bool) -> Result<(), Fail> {
    let mut env = Env::system();
    match command {
        Statement::Make(a) => {
            let texts: Vec<StatementText> = a
                .text
                .iter()
                .map(|t| {
                    let (language, text) = t
                        .split_once('=')
                        .ok_or_else(|| Fail::Wrong(format!("--text {t}: LANGUAGE=TEXT")))?;
                    Ok(StatementText {
                        language: language.into(),
                        text: text.into(),
                    })
                })
                .collect::<Result<_, Fail>>()?;
            let until = i64::from(a.next_in_days).saturating_mul(86_400);
            let input = StatementInput {
                texts,
                next_by: env.now().saturating_add(until),
                none: Some(a.none),
            };
            let mut house = a.dir.open()?;
            house.make_statement(&mut env, &input)?;
            statements(&house.demands(env.now())?, json)
        }
        Statement::List(a) => statements(&a.dir.open()?.demands(env.now())?, json),
    }
}

fn rows(d: &Demands, json: bool) -> Result<(), Fail> {
    if json {
        return document(
            &json!({ "rows": d.rows, "counts": d.counts, "unpublished": d.unpublished }),
        );
    }
    for r in &d.rows {
        let state = if r.published { "published" } else { "private" };
        say!(
            "{}  {}  {}  {}  {state}",
            r.id,
            r.authority,
            r.asked.join(","),
            r.outcome
        );
    }
    say!("{} demands, {} not published", d.rows.len(), d.unpublished);
    Ok(())
}

fn statements(d: &Demands, json: bool) -> Result<(), Fail> {
    if json {
        return document(
            &json!({ "rows": d.statements, "next_due": d.next_due, "overdue": d.overdue }),
        );
    }
    for s in &d.statements {
        let late = if s.overdue { "  overdue" } else { "" };
        say!("{}  number {}  {}{late}", s.organisation, s.number, s.at);
    }
    Ok(())
}

fn document(value: &serde_json::Value) -> Result<(), Fail> {
    say!("{value}");
    Ok(())
}
