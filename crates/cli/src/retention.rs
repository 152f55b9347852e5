//! `ugnay retention`: how long entries are kept unseen, and who is past it.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::dto::RetentionInput;

#[derive(Args)]
pub struct Retention {
    /// The register's folder.
    dir: PathBuf,
    /// Years after the last confirmation, for who is abroad (1-20).
    #[arg(long, value_name = "YEARS")]
    confirmed: Option<u32>,
    /// Years after the return, for who is back home (1-20).
    #[arg(long, value_name = "YEARS")]
    returned: Option<u32>,
    /// List at most so many who are past it.
    #[arg(long, default_value_t = 100)]
    limit: u32,
    #[command(flatten)]
    passphrase: Passphrase,
}

pub fn run(args: &Retention, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    if args.confirmed.is_some() || args.returned.is_some() {
        let before = app.retention()?;
        app.set_retention(&RetentionInput {
            after_confirmed: args.confirmed.unwrap_or(before.after_confirmed),
            after_returned: args.returned.unwrap_or(before.after_returned),
        })?;
    }
    let page = app.past_people(args.limit)?;
    if json {
        say!("{}", json!(page));
        return Ok(());
    }
    let rule = &page.rule;
    say!(
        "kept {} years after the last confirmation, {} after a return; {} past it",
        rule.after_confirmed,
        rule.after_returned,
        rule.past
    );
    for one in &page.rows {
        say!("{}  {}", one.row.id, one.row.name);
    }
    Ok(())
}
