//! `ugnay print`: sheets of a register as PDF, written once, never over another file.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::{Args, ValueEnum};
use serde_json::json;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use ugnay_app::dto::PaperLook;

#[derive(Clone, Copy, ValueEnum)]
enum Sheet {
    /// Who has to be confirmed at the monthly meeting (--about: a barangay's PSGC code; everybody, if not given).
    Meeting,
    /// Who is still to be called (--about: a campaign's id).
    Calls,
    /// The card a family keeps (--about: a person's id).
    Card,
    /// The consent form (--about: a person's id; with a line for the name, if not given).
    Consent,
    /// The contingency plan for a destination (--about: its ISO code).
    Plan,
}

#[derive(Args)]
pub struct Print {
    /// Which sheet.
    sheet: Sheet,
    /// The register's folder.
    dir: PathBuf,
    /// What it is about: an id or a code, as the sheet needs it.
    #[arg(long, default_value = "")]
    about: String,
    /// Where to write it; there must be no file yet.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Language of the words on it: en, fil, ceb, es or fr.
    #[arg(long, default_value = "en")]
    language: String,
    /// US Letter instead of A4.
    #[arg(long)]
    letter: bool,
    #[command(flatten)]
    passphrase: Passphrase,
}

pub fn run(args: &Print, json: bool) -> Result<(), Fail> {
    let look = PaperLook {
        language: args.language.clone(),
        letter: args.letter,
    };
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let about = args.about.as_str();
    let pdf = match args.sheet {
        Sheet::Meeting => app.meeting_sheet(about, &look)?,
        Sheet::Calls => app.calls_sheet(about, &look)?,
        Sheet::Card => app.family_card(about, &look)?,
        Sheet::Consent => app.consent_form(about, &look)?,
        Sheet::Plan => app.plan_sheet(about, &look)?,
    };
    write(&args.out, &pdf)?;
    let file = args.out.display().to_string();
    if json {
        say!("{}", json!({ "file": file, "bytes": pdf.len() }));
    } else {
        say!("written to {file}");
    }
    Ok(())
}

/// Writes a sheet where there is no file yet, readable by its owner alone.
pub fn write(out: &Path, pdf: &[u8]) -> Result<(), Fail> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options
        .open(out)
        .map_err(|e| Fail::Wrong(format!("--out {}: {}", out.display(), e.kind())))?;
    file.write_all(pdf)?;
    Ok(file.sync_all()?)
}
