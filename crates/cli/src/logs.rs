//! `ugnay log verify`: the log from outside, trusting nobody.

use crate::args::{Log, LogCommand, LogVerify};
use crate::fail::{Fail, say};
use serde_json::json;
use std::fs;
use ugnay_app::federation::audit;

pub fn run(args: &Log, json: bool) -> Result<(), Fail> {
    match &args.command {
        LogCommand::Verify(v) => verify(v, json),
    }
}

fn verify(args: &LogVerify, json: bool) -> Result<(), Fail> {
    let policy = fs::read(&args.policy)?;
    let verdict = audit::verify(&args.from, &policy)?;
    if json {
        say!(
            "{}",
            json!({ "ok": verdict.ok, "size": verdict.size, "root": verdict.root,
                    "cosigned_by": verdict.cosigned_by, "needed": verdict.needed, "fault": verdict.fault })
        );
    } else if verdict.ok {
        say!(
            "{} entries, root {}, cosigned by {} of at least {} organisations",
            verdict.size,
            verdict.root,
            verdict.cosigned_by.len(),
            verdict.needed
        );
    } else {
        say!(
            "NOT in order: {}",
            verdict.fault.as_deref().unwrap_or("unknown")
        );
    }
    if verdict.ok { Ok(()) } else { Err(Fail::No) }
}
