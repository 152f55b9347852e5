//! `ugnay campaign`: a desk's call to every register, and what comes back: counts and tokens, never names.

use crate::desk::{codes, open};
use crate::fail::{Fail, say};
use crate::party::{At, One, Out, done};
use clap::{Args as ClapArgs, Subcommand};
use serde_json::json;
use ugnay_app::desk::CampaignAsk;
use ugnay_app::federation::{Country, Hazard};

#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Draft a campaign and sign it as the first officer; the second one signs with `ugnay desk sign`, either submits.
    Open(OpenArgs),
    /// The campaigns drafted in this folder.
    List(At),
    /// Counts, and one token per person.
    Results(One),
    /// End it for this desk: the key that opens answers is destroyed.
    Close(One),
}

#[derive(ClapArgs)]
struct OpenArgs {
    #[command(flatten)]
    at: At,
    /// The crisis, as people call it.
    #[arg(long)]
    crisis: String,
    /// conflict, disaster, health, economic, accident or drill.
    #[arg(long)]
    hazard: String,
    /// Alert level, 1 to 4.
    #[arg(long, default_value_t = 1)]
    alert: u8,
    /// Destination, ISO 3166-1 alpha-2.
    #[arg(long)]
    country: String,
    /// A part of that country, as text; several are possible.
    #[arg(long = "part")]
    places: Vec<String>,
    /// PSGC code (10 digits) of a home area at any level; several are possible.
    #[arg(long = "area", required = true)]
    areas: Vec<String>,
    /// How long it stays open, hours.
    #[arg(long, default_value_t = 168)]
    hours: u32,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::Open(a) => draft(a, json),
        Command::List(at) => list(at, json),
        Command::Results(one) => results(one, json),
        Command::Close(one) => {
            open(&one.at)?.close_campaign(&one.id)?;
            done(json);
            Ok(())
        }
    }
}

fn draft(a: &OpenArgs, json: bool) -> Result<(), Fail> {
    let wrong = |what: &str| Fail::Wrong(format!("--{what} is none"));
    let hazard = Hazard::ALL.iter().find(|h| h.code() == a.hazard);
    let ask = CampaignAsk {
        crisis: a.crisis.clone(),
        hazard: *hazard.ok_or_else(|| wrong("hazard"))?,
        alert: a.alert,
        destination: a.country.parse::<Country>().map_err(|_| wrong("country"))?,
        places: a.places.clone(),
        homes: codes(&a.areas)?,
        lasts: i64::from(a.hours) * 3600,
    };
    let paper = open(&a.at)?.draft_campaign(&ask)?;
    if !json {
        say!("{}", crate::paper::lines(&paper));
    }
    crate::paper::write_new(&a.out.out, &paper.to_bytes())?;
    let id = crate::paper::hex(&paper.hash().0);
    if json {
        say!(
            "{}",
            json!({ "id": id, "file": a.out.out, "rows": paper.rows() })
        );
    } else {
        say!(
            "campaign {id}, for the second officer: {}",
            a.out.out.display()
        );
    }
    Ok(())
}

fn list(at: &At, json: bool) -> Result<(), Fail> {
    let rows = open(at)?.campaigns()?;
    if json {
        say!("{}", json!(rows));
    } else {
        for c in &rows {
            say!(
                "{}  {}  {}  {}",
                &c.id[..16],
                c.state,
                c.destination,
                c.crisis
            );
        }
    }
    if rows.is_empty() {
        Err(Fail::No)
    } else {
        Ok(())
    }
}

fn results(one: &One, json: bool) -> Result<(), Fail> {
    let r = open(&one.at)?.results(&one.id)?;
    if json {
        say!("{}", json!(r));
    } else {
        say!(
            "{} registers answered, {} referrals",
            r.registers,
            r.referrals
        );
        for (state, n) in &r.counts {
            say!("{n} {}", state.replace('_', " "));
        }
    }
    if r.registers == 0 {
        Err(Fail::No)
    } else {
        Ok(())
    }
}
