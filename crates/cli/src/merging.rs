//! `ugnay merge` and `ugnay not-same`: what an officer decides about two entries.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::dto::{MergeChoice, MergeInput};

/// `ugnay merge`.
#[derive(Args)]
pub struct Merge {
    /// The register's folder.
    pub dir: PathBuf,
    /// One entry's id, as `duplicates` or `find` shows it.
    pub a: String,
    /// The other's.
    pub b: String,
    /// Whose value of a field stays, where that is not as suggested: birth=a, phones=both.
    #[arg(long = "choose", value_name = "FIELD=SIDE")]
    pub choices: Vec<String>,
    /// Take their merge apart.
    #[arg(long, conflicts_with = "choices")]
    pub undo: bool,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

/// `ugnay not-same`.
#[derive(Args)]
pub struct NotSame {
    /// The register's folder.
    pub dir: PathBuf,
    /// One entry's id.
    pub a: String,
    /// The other's.
    pub b: String,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

pub fn merge(args: &Merge, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    if args.undo {
        let (kept, absorbed) = (args.a.as_str().min(&args.b), args.a.as_str().max(&args.b));
        let parted = app.part_persons(kept, absorbed)?;
        if json {
            say!(
                "{}",
                json!({ "parted": [kept, absorbed], "left": parted.left })
            );
        } else {
            say!("taken apart: {kept}, {absorbed}");
            for field in &parted.left {
                say!("left as it is, changed since: {field}");
            }
        }
        return Ok(());
    }
    let done = app.merge_persons(&MergeInput {
        a: args.a.clone(),
        b: args.b.clone(),
        choices: args
            .choices
            .iter()
            .map(|c| choice(c))
            .collect::<Result<_, _>>()?,
    })?;
    if json {
        say!(
            "{}",
            json!({ "kept": done.kept, "absorbed": done.absorbed })
        );
    } else {
        say!(
            "{} stands for both now; {} went into it",
            done.kept,
            done.absorbed
        );
    }
    Ok(())
}

pub fn not_same(args: &NotSame, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    app.not_same(&args.a, &args.b)?;
    if json {
        say!("{}", json!({ "not_same": [args.a, args.b] }));
    } else {
        say!("remembered: two persons");
    }
    Ok(())
}

fn choice(text: &str) -> Result<MergeChoice, Fail> {
    let wrong = || {
        Fail::Wrong(format!(
            "--choose {text}: wants FIELD=a, FIELD=b or FIELD=both"
        ))
    };
    let (field, side) = text.split_once('=').ok_or_else(wrong)?;
    if !matches!(side, "a" | "b" | "both") {
        return Err(wrong());
    }
    Ok(MergeChoice {
        field: field.to_owned(),
        side: side.to_owned(),
    })
}
