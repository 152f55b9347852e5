//! What is said of a certificate, given how it stands and the time.

use super::Level;
use crate::tls::standing::{Standing, Validity};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Seconds before its end at which a certificate that others renew is worth a word; less
/// for one that lives shortly.
const WARNING: i64 = 14 * DAY;

/// How bad it is, and a line.
pub(super) fn judge(standing: &Standing, now: i64) -> (Level, String) {
    let failing = standing.failing.as_ref().map(|f| {
        let (span, times, why) = (span(now - f.since), f.times, &f.why);
        format!("asking has failed for {span}, {times} times; the newest: {why}")
    });
    let Some(validity) = standing.validity else {
        return match failing {
            Some(failing) => (Level::Failure, format!("none; {failing}")),
            None => (Level::Warning, "none yet; serve asks for one".into()),
        };
    };
    let left = validity.ends - now;
    let ends = match left {
        ..=0 => format!("ended {} ago", span(-left)),
        _ => format!("ends in {}", span(left)),
    };
    let level = level(standing, validity, now);
    let text = match failing {
        Some(failing) => format!("{ends}; {failing}"),
        None if standing.asks && level != Level::Good => {
            format!(
                "{ends} and was due for renewal {} ago; does the server run?",
                span(now - validity.due())
            )
        }
        None => ends,
    };
    (level, text)
}

fn level(standing: &Standing, validity: Validity, now: i64) -> Level {
    if now >= validity.ends {
        return Level::Failure;
    }
    if !standing.asks {
        let warning = WARNING.min((validity.ends - validity.begins) / 4);
        return if now >= validity.ends - warning {
            Level::Warning
        } else {
            Level::Good
        };
    }
    // An order takes minutes; an hour of grace for it.
    let late = now >= validity.due().saturating_add(HOUR).min(validity.overdue());
    if now >= validity.overdue() {
        Level::Failure
    } else if late || standing.failing.is_some() {
        Level::Warning
    } else {
        Level::Good
    }
}

/// A length of time as people say it.
fn span(seconds: i64) -> String {
    match seconds {
        ..HOUR => format!("{} minutes", seconds.max(0) / 60),
        HOUR..172_800 => format!("{} hours", seconds / HOUR),
        _ => format!("{} days", seconds / DAY),
    }
}

#[cfg(test)]
mod tests;
