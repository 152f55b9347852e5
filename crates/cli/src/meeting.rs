//! `ugnay freshness` and `ugnay confirm`: how fresh a register is, whose numbers may be wrong, and saying that an entry is right.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub struct Freshness {
    /// The register's folder.
    dir: PathBuf,
    /// Confirmed within so many months counts as fresh (1 to 36).
    #[arg(long, default_value_t = 6)]
    months: u32,
    /// List so many numbers that may be wrong, the worst first.
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    phones: u32,
    #[command(flatten)]
    passphrase: Passphrase,
}

#[derive(Args)]
pub struct Confirm {
    /// The register's folder.
    dir: PathBuf,
    /// Person id, as `ugnay find` prints it.
    person: String,
    /// Who said so.
    #[arg(long, default_value = "")]
    from: String,
    #[command(flatten)]
    passphrase: Passphrase,
}

pub fn freshness(args: &Freshness, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let fresh = app.freshness(args.months)?;
    let phones = match args.phones {
        0 => None,
        limit => Some(app.stale_phones(limit)?),
    };
    if json {
        say!("{}", json!({ "freshness": fresh, "phones": phones }));
        return Ok(());
    }
    let all = &fresh.all;
    say!(
        "{} % fresh: {} of {} people confirmed within {} months",
        all.percent,
        all.fresh,
        all.people,
        fresh.months
    );
    for a in &fresh.areas {
        let name = if a.name.is_empty() { "?" } else { &a.name };
        let due = if a.due { "  meeting due" } else { "" };
        let s = &a.share;
        say!("{:>3} %  {}/{}  {name}{due}", s.percent, s.fresh, s.people);
    }
    for p in phones.iter().flat_map(|p| &p.rows) {
        say!("{:<6}  {}  {}  {}", p.reason, p.person, p.name, p.shown);
    }
    Ok(())
}

pub fn confirm(args: &Confirm, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let saved = app.confirm_person(&args.person, &args.from)?;
    if json {
        say!("{}", json!({ "person": saved.id }));
    } else {
        say!("confirmed");
    }
    Ok(())
}
