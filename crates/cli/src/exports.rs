//! `ugnay export` and `ugnay exports`: taking people out of a register, and what was taken out so far.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::ExportFormat;
use ugnay_app::dto::{ExportInput, PeopleQuery};

#[derive(Args)]
pub struct Export {
    /// The register's folder.
    dir: PathBuf,
    /// csv, xlsx, vcard, pfif or hxl.
    #[arg(long)]
    format: String,
    /// File to write; it must not exist.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// What for: own-copy, crisis, help, visit, planning, other.
    #[arg(long, default_value = "own-copy")]
    purpose: String,
    /// Who gets it. All but own-copy and visit need it.
    #[arg(long, value_name = "WHO", default_value = "")]
    to: String,
    /// What for, in words; `other` needs it.
    #[arg(long, value_name = "WORDS", default_value = "")]
    why: String,
    /// Groups or columns, with commas between; those the purpose needs, if not given.
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    fields: Vec<String>,
    /// Only who lives in this barangay (PSGC).
    #[arg(long, value_name = "PSGC")]
    barangay: Option<String>,
    /// Only who is in this country (ISO code).
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    #[command(flatten)]
    shown: Shown,
    #[command(flatten)]
    passphrase: Passphrase,
}

/// The other parts a list is narrowed by, as in the window.
#[derive(Args)]
pub struct Shown {
    /// Only whom these words find, as `find` does.
    #[arg(long, value_name = "WORDS", default_value = "")]
    find: String,
    /// Only who lives in this purok.
    #[arg(long, value_name = "NAME")]
    purok: Option<String>,
    /// Only who works for this employer.
    #[arg(long, value_name = "NAME")]
    employer: Option<String>,
    /// Only who was confirmed lately (fresh), not lately (stale) or never.
    #[arg(long, value_name = "HOW", value_parser = ["fresh", "stale", "never"])]
    freshness: Option<String>,
    /// Only who has no phone to call.
    #[arg(long)]
    no_phone: bool,
}

#[derive(Args)]
pub struct Exports {
    /// The register's folder.
    dir: PathBuf,
    /// At most so many.
    #[arg(long, default_value_t = 100)]
    limit: u32,
    #[command(flatten)]
    passphrase: Passphrase,
}

pub fn export(args: &Export, json: bool) -> Result<(), Fail> {
    // Wrong usage is said before a passphrase is asked for.
    let _: ExportFormat = args
        .format
        .parse()
        .map_err(|()| Fail::Wrong("--format is one of csv, xlsx, vcard, pfif, hxl".into()))?;
    let file = args.out.display().to_string();
    if args.out.exists() {
        let there = format!("--out {file}: there is a file already");
        return Err(Fail::Wrong(there));
    }
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let exported = app.export(&ExportInput {
        format: args.format.clone(),
        purpose: args.purpose.clone(),
        to: args.to.clone(),
        why: args.why.clone(),
        fields: args.fields.clone(),
        query: PeopleQuery {
            barangay: args.barangay.clone(),
            country: args.country.clone(),
            text: args.shown.find.clone(),
            purok: args.shown.purok.clone(),
            employer: args.shown.employer.clone(),
            freshness: args.shown.freshness.clone(),
            no_phone: args.shown.no_phone,
            ..PeopleQuery::default()
        },
    })?;
    crate::print::write(&args.out, &exported.bytes)?;
    let (persons, refused) = (exported.persons, exported.refused);
    if refused > 0 {
        eprintln!("ugnay: {refused} left out: they said no to this");
    }
    if json {
        say!("{}", json!({ "persons": persons, "file": file }));
    } else {
        say!("{persons} persons written to {file}");
    }
    Ok(())
}

pub fn list(args: &Exports, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let list = app.exports(args.limit)?;
    if json {
        say!("{}", json!(list));
        return Ok(());
    }
    for row in &list.rows {
        let to = if row.to.is_empty() { "-" } else { &row.to };
        say!(
            "{}  {}  {}  to {to}  {} persons  {}  by {}  {}",
            row.day,
            row.kind,
            row.purpose,
            row.persons,
            row.fields.join(","),
            row.by,
            row.why
        );
    }
    say!("{} in all", list.total);
    Ok(())
}
