//! `ugnay sync`.

use crate::args::Sync;
use crate::fail::{Fail, say};
use crate::{register, sheets};
use serde_json::json;

pub fn run(args: &Sync, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    if let Some(pem) = args.line.pem()? {
        app.pin_certificate(&pem)?;
    }
    if let Some(socks) = &args.line.socks {
        app.use_socks(socks)?;
    }
    app.use_buffer(&args.buffer)?;
    let report = app.sync_now(&mut sheets::progress())?;
    let (j, n) = report.protected.as_ref().map_or((0, 0), |p| (p.j, p.n));
    if json {
        say!(
            "{}",
            json!({ "pushed": report.pushed, "pulled": report.pulled, "bytes_out": report.bytes_out,
                    "bytes_in": report.bytes_in, "protected": { "j": j, "n": n } })
        );
    } else {
        say!(
            "{} sent, {} received; releasable by {j} of {n} custodians",
            report.pushed,
            report.pulled
        );
    }
    Ok(())
}
