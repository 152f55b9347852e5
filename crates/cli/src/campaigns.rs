//! `ugnay campaigns`: the campaigns and drills a register knows of.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub struct Campaigns {
    /// The register's folder.
    dir: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
}

pub fn run(args: &Campaigns, json: bool) -> Result<(), Fail> {
    let rows = register::open(&args.dir, &args.passphrase)?.campaigns()?;
    if json {
        say!("{}", json!(rows));
    } else {
        for c in &rows {
            let drill = if c.drill { "DRILL " } else { "" };
            say!(
                "{}  {drill}{}  {}  {} of {} answered",
                c.id,
                c.name,
                c.country_name,
                c.done,
                c.in_scope
            );
        }
    }
    if rows.is_empty() {
        Err(Fail::No)
    } else {
        Ok(())
    }
}
