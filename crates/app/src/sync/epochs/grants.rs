//! When grants ended, as far as a register may believe the log: what makes a new epoch due.
//!
//! Owns who must have signed what. A request's entry is signed by nobody and its body is sealed, so every end that an entry
//! names counts; a hand-over counts by its custodian's signature, an early end by an officer's. Must not begin an epoch.

use crate::dto::AppError;
use crate::federation::View;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_log::EntryType;
use ugnay_release::logged::PublicRequest;
use ugnay_release::{Closing, ClosingKind, RequestId, ShareReleaseNotice, logged};
use ugnay_sync::Client;

/// What the log shows of one request.
#[derive(Default)]
struct Asked {
    /// Desk and end, of every entry with this id: the first may be a server's.
    named: Vec<([u8; 16], i64)>,
    /// Entries of notices, and who they say is their author.
    notices: Vec<(u64, [u8; 32])>,
    closings: Vec<u64>,
    /// The fewest custodians that opened anything while it stood.
    k: Option<u8>,
}

/// The ends, up to `now`, of grants that at least k different custodians handed shares over for.
///
/// # Errors
/// When the buffer cannot be reached.
pub(super) fn ended(view: &mut View, client: &mut Client, now: i64) -> Result<Vec<i64>, AppError> {
    let mut out = Vec::new();
    for (request, asked) in asked(view) {
        let k = usize::from(asked.k.unwrap_or(u8::MAX));
        let authors: BTreeSet<_> = asked.notices.iter().map(|(_, by)| by).collect();
        // Without so many names there are not so many signatures: nothing to fetch.
        if authors.len() < k {
            continue;
        }
        let mut handed = BTreeSet::new();
        for (index, _) in &asked.notices {
            handed.extend(handed_over(view, client, *index, &request)?);
        }
        if handed.len() < k {
            continue;
        }
        let closed = closed_at(view, client, &asked, &request)?;
        let ends = asked.named.iter().map(|(_, until)| *until);
        out.extend(ends.map(|until| closed.map_or(until, |at| at.min(until))));
    }
    out.retain(|end| *end <= now);
    Ok(out)
}

fn asked(view: &View) -> BTreeMap<[u8; 32], Asked> {
    let mut all: BTreeMap<[u8; 32], Asked> = BTreeMap::new();
    for seen in view.entries() {
        let Some((request, _)) = seen.entry.public.split_first_chunk::<32>() else {
            continue;
        };
        match seen.entry.kind {
            EntryType::Request => {
                if let Ok(public) = PublicRequest::parse(&seen.entry.public) {
                    let one = all.entry(*request).or_default();
                    one.named.push((public.lgu, public.until));
                    let k = view.policy_at(seen.index).k;
                    one.k = Some(one.k.map_or(k, |least| least.min(k)));
                }
            }
            EntryType::ShareRelease => {
                let by = (seen.index, seen.entry.author);
                all.entry(*request).or_default().notices.push(by);
            }
            EntryType::GrantClose => {
                let one = all.entry(*request).or_default();
                one.closings.push(seen.index);
            }
            _ => {}
        }
    }
    all.retain(|_, one| !one.named.is_empty());
    all
}

/// The place of the custodian that signed a notice. One whose body is kept back counts by its author: a server that hides
/// notices would otherwise keep a desk within its reach of what is written after the grant. All it gains by inventing some is
/// an epoch more.
fn handed_over(
    view: &mut View,
    client: &mut Client,
    index: u64,
    request: &[u8; 32],
) -> Result<Option<u8>, AppError> {
    let body = view.body(client, index)?;
    let roster = view.roster_at(index);
    let Some(seen) = view.entry(index) else {
        return Ok(None);
    };
    let Some(body) = body else {
        let by = roster.by_key_hash(&seen.entry.author);
        return Ok(by.map(|c| c.x));
    };
    let Ok(signed) = logged::open::<ShareReleaseNotice>(&seen.entry, &body) else {
        return Ok(None);
    };
    let said = signed.body();
    let fed = view.federation.fed();
    let good = said.request == RequestId(*request)
        && ShareReleaseNotice::verify(&signed, fed, roster).is_ok();
    Ok(good.then_some(said.x))
}

/// When an officer of the desk ended the grant early. Without a body that verifies it was not ended: custodians would not
/// believe it either, and go on releasing.
fn closed_at(
    view: &mut View,
    client: &mut Client,
    asked: &Asked,
    request: &[u8; 32],
) -> Result<Option<i64>, AppError> {
    let mut first: Option<i64> = None;
    for index in &asked.closings {
        let Some(body) = view.body(client, *index)? else {
            continue;
        };
        let Some(seen) = view.entry(*index) else {
            continue;
        };
        let Ok(signed) = logged::open::<Closing>(&seen.entry, &body) else {
            continue;
        };
        let said = signed.body();
        let f = &view.federation;
        let theirs = |lgu: &[u8; 16]| asked.named.iter().any(|(of, _)| of == lgu);
        let good = said.request == RequestId(*request)
            && said.kind == ClosingKind::GrantClose
            && f.cards()
                .map(|known| known.card.body())
                .filter(|card| theirs(&card.lgu))
                .any(|card| Closing::verify(&signed, f.fed(), card).is_ok());
        if good {
            let at = seen.quorum.reached_at().unwrap_or(seen.entry.time);
            first = Some(first.map_or(at, |f| f.min(at)));
        }
    }
    Ok(first)
}
