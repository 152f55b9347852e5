//! From a mirrored log entry and its body to a fact the machine understands. Owns what counts when a body is missing or wrong:
//! against a release everything plausible counts, for a release only what is proven.

use crate::machine::Fact;
use crate::{
    Closing, Decision, DecisionKind, LguCard, RequestId, Roster, ShareReleaseNotice, logged,
};
use ugnay_log::{Entry, EntryType};
use ugnay_seal::{FedId, Hash32};

/// What entries are judged by.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The federation.
    pub fed: &'a FedId,
    /// The roster in force.
    pub roster: &'a Roster,
    /// The desk card of the request.
    pub card: &'a LguCard,
    /// The request.
    pub request: &'a RequestId,
}

/// The fact an entry states about the request, if any. A body that is missing or does not verify gives no fact, except for an
/// objection in a custodian's name: it counts even without its body, so that nobody can silence one by withholding it.
#[must_use]
pub fn fact(entry: &Entry, body: Option<&[u8]>, context: &Context<'_>) -> Option<Fact> {
    let (about, rest) = entry.public.split_first_chunk::<32>()?;
    if *about != context.request.0 {
        return None;
    }
    match entry.kind {
        EntryType::Approve | EntryType::Object | EntryType::Refuse => {
            decision(entry, rest, body, context)
        }
        EntryType::ShareRelease => notice(entry, body?, context),
        EntryType::GrantClose => {
            let signed = logged::open::<Closing>(entry, body?).ok()?;
            let right = signed.body().request == *context.request;
            Closing::verify(&signed, context.fed, context.card, context.roster).ok()?;
            right.then_some(Fact::Closed)
        }
        _ => None,
    }
}

fn decision(
    entry: &Entry,
    rest: &[u8],
    body: Option<&[u8]>,
    context: &Context<'_>,
) -> Option<Fact> {
    let author = context.roster.by_key_hash(&entry.author)?;
    let proven = body.and_then(|body| {
        let signed = logged::open::<Decision>(entry, body).ok()?;
        Decision::verify(&signed, context.fed, context.roster).ok()?;
        let said = signed.body();
        (said.request == *context.request && said.x == author.x).then(|| Fact::from(said))
    });
    let named = rest == [author.x] && entry.kind == EntryType::Object;
    let objection = Fact::Decided {
        x: author.x,
        kind: DecisionKind::Object,
        cids: Hash32([0; 32]),
    };
    proven.or_else(|| named.then_some(objection))
}

fn notice(entry: &Entry, body: &[u8], context: &Context<'_>) -> Option<Fact> {
    let signed = logged::open::<ShareReleaseNotice>(entry, body).ok()?;
    ShareReleaseNotice::verify(&signed, context.fed, context.roster).ok()?;
    let said = signed.body();
    let right = said.request == *context.request && logged::public_of_notice(said) == entry.public;
    right.then_some(Fact::Shared {
        x: said.x,
        cids: said.cids,
        sealed: said.sealed,
    })
}

#[cfg(test)]
mod tests;
