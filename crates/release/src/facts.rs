//! From mirrored log entries and their bodies to facts the machine understands. Owns what counts when a body is missing or
//! wrong: against a release a signed word is enough, for a release only what is proven whole; an approval whose body is kept
//! back takes the place of an earlier one and approves nothing. Must not believe a name that stands in an entry: the entry
//! itself is signed by nobody.

use crate::decision::NOTHING;
use crate::logged::Word;
use crate::machine::Fact;
use crate::{
    Closing, Decision, DecisionKind, LguCard, RequestId, Roster, ShareReleaseNotice, logged,
};
use std::collections::BTreeMap;
use ugnay_log::{Entry, EntryType};
use ugnay_seal::FedId;

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

/// Listens to the entries about one request in the order of the log. Whoever asks again listens from the beginning: a body
/// that came late is then heard in its place.
#[derive(Debug, Clone, Default)]
pub struct Hearing {
    /// Each custodian's latest word so far: its own time, and whether nothing of it is kept back.
    latest: BTreeMap<u8, (i64, bool)>,
}

/// What one entry says, not yet weighed against what was said besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    fact: Fact,
    /// A decision's own time.
    time: i64,
}

impl Said {
    /// What no entry said, for tests.
    #[cfg(test)]
    pub(crate) fn told(fact: Fact, time: i64) -> Self {
        Self { fact, time }
    }

    /// The fact by itself.
    #[must_use]
    pub fn fact(&self) -> Fact {
        self.fact
    }
}

impl Hearing {
    /// The fact an entry states about the request, if any, after everything heard so far.
    pub fn hear(
        &mut self,
        entry: &Entry,
        body: Option<&[u8]>,
        context: &Context<'_>,
    ) -> Option<Fact> {
        self.weigh(said(entry, body, context)?)
    }

    /// What is new in what was said: an approval or a refusal older than what the custodian said since is nothing new,
    /// wherever the log shows it (again); an objection stays one. Of one approval that is entered twice the whole one counts:
    /// anybody can enter a copy of a signed word, and give no body for it.
    pub fn weigh(&mut self, said: Said) -> Option<Fact> {
        let Said { fact, time } = said;
        let Fact::Decided { x, kind, cids } = fact else {
            return Some(fact);
        };
        let said = (time, kind != DecisionKind::Approve || cids != NOTHING);
        let latest = self.latest.entry(x).or_insert((i64::MIN, false));
        let news = match kind {
            DecisionKind::Approve => said > *latest,
            DecisionKind::Refuse => time >= latest.0,
            DecisionKind::Object => true,
        };
        *latest = said.max(*latest);
        news.then_some(fact)
    }
}

/// What an entry says about the request, if anything. A body that is missing or does not verify says nothing, except for an
/// objection or a refusal: its signed word in the public fields counts alone, so that nobody can silence one by withholding
/// its body. An approval's signed word alone approves no compartments ([`crate::decision::NOTHING`]): which ones, its body says; what its
/// custodian approved before, it does not say any more.
#[must_use]
pub fn said(entry: &Entry, body: Option<&[u8]>, context: &Context<'_>) -> Option<Said> {
    let (about, _) = entry.public.split_first_chunk::<32>()?;
    if *about != context.request.0 {
        return None;
    }
    let timeless = |fact| Said { fact, time: 0 };
    match entry.kind {
        EntryType::Approve | EntryType::Object | EntryType::Refuse => {
            decision(entry, body, context)
        }
        EntryType::ShareRelease => notice(entry, body?, context).map(timeless),
        EntryType::GrantClose => {
            let signed = logged::open::<Closing>(entry, body?).ok()?;
            let right = signed.body().request == *context.request;
            Closing::verify(&signed, context.fed, context.card).ok()?;
            right.then_some(timeless(Fact::Closed))
        }
        _ => None,
    }
}

/// A custodian's decision and its time: proven by its body, or, against a release, by its word alone.
fn decision(entry: &Entry, body: Option<&[u8]>, context: &Context<'_>) -> Option<Said> {
    let word = Word::of(entry)
        .ok()
        .filter(|w| w.request == *context.request && w.verify(context.fed, context.roster).is_ok());
    let proven = body.and_then(|body| {
        let signed = logged::open::<Decision>(entry, body).ok()?;
        Decision::verify(&signed, context.fed, context.roster).ok()?;
        let said = signed.body();
        let same = |w: &Word| (w.x, w.time) == (said.x, said.time);
        // For a release nothing may be missing.
        let whole = said.kind != DecisionKind::Approve || word.as_ref().is_some_and(same);
        let (fact, time) = (Fact::from(said), said.time);
        (whole && said.request == *context.request).then_some(Said { fact, time })
    });
    let alone = word.map(|w| {
        let (x, kind, cids) = (w.x, w.kind, NOTHING);
        let fact = Fact::Decided { x, kind, cids };
        Said { fact, time: w.time }
    });
    proven.or(alone)
}

/// The fact of one entry, heard alone: where nothing else was said about the request.
#[must_use]
pub fn fact(entry: &Entry, body: Option<&[u8]>, context: &Context<'_>) -> Option<Fact> {
    Hearing::default().hear(entry, body, context)
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
