//! How a request stands, as the asker may know it: who decided what and why, what is missing, how long it takes at least,
//! and what the desk itself still owes. All of it from the verified log; an unverified word is not repeated.

use super::Officer;
use crate::dto::AppError;
use crate::federation::view::Seen;
use crate::federation::{View, topics};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_log::EntryType;
use ugnay_release::closing::REVIEW_WITHIN;
use ugnay_release::desk::{Missing, Progress, grant_open, progress};
use ugnay_release::logged::PublicRequest;
use ugnay_release::machine::Fact;
use ugnay_release::{
    Closing, ClosingKind, Decision, DecisionKind, LguCard, Purpose, Request, RequestId, Signed,
    logged,
};
use ugnay_seal::sha256;
use ugnay_sync::Client;
use ugnay_wire::ids::to_hex;

/// A custodian's word on a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionRow {
    /// The organisation.
    pub custodian: String,
    /// `approve`, `object` or `refuse`.
    pub kind: &'static str,
    /// Code of the reason.
    pub reason: &'static str,
    /// More words; may be empty.
    pub text: String,
    /// When, by the custodian's clock, Unix seconds.
    pub time: i64,
}

/// Counts of shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Shares {
    /// Custodians whose notice of sealed shares is logged.
    pub have: usize,
    /// Custodians whose sealed shares lie at the buffer, as their notices name them.
    pub here: usize,
    /// Custodians needed.
    pub need: usize,
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestState {
    /// Its id, hexadecimal.
    pub id: String,
    /// Purpose code.
    pub purpose: &'static str,
    /// Nobody is in danger.
    pub drill: bool,
    /// `draft`, `cosignatures`, `decisions`, `cool_off`, `shares`, `ready`, `vetoed`, `expired`, `over`, `closed`. Ready is
    /// what can be opened now: the shares of enough custodians are here, not only announced.
    pub state: &'static str,
    /// Signatures of officers on the copy here.
    pub signatures: usize,
    /// When the quorum had cosigned it, Unix seconds.
    pub logged_at: Option<i64>,
    /// Earliest release by the witnesses' time, Unix seconds.
    pub earliest: Option<i64>,
    /// End of the time for decisions.
    pub decide_before: i64,
    /// End of the grant.
    pub until: i64,
    /// Approvals of equal compartments.
    pub approvals: usize,
    /// How many custodians there are.
    pub custodians: usize,
    /// Objections, and how many stop it.
    pub objections: usize,
    /// How many objections stop it.
    pub objections_that_stop: u8,
    /// Shares logged.
    pub shares: Shares,
    /// Every custodian's word, oldest first.
    pub decisions: Vec<DecisionRow>,
    /// The desk said that what it got is deleted.
    pub deletion_attested: bool,
    /// The after-action review is logged.
    pub reviewed: bool,
    /// When the review is due, once shares were released, Unix seconds.
    pub review_due: Option<i64>,
    /// The review is missing and its time is over.
    pub review_overdue: bool,
}

impl Officer {
    /// Every request of this officer, newest first.
    ///
    /// # Errors
    /// An alarm of the log, or a buffer that cannot be reached.
    pub fn requests(&mut self) -> Result<Vec<RequestState>, AppError> {
        let (mut client, mut view) = self.follow()?;
        let mut out = Vec::new();
        for (_, bytes) in self.home.vault.list(super::REQUESTS)? {
            let request = Signed::<Request>::from_bytes(&bytes)?;
            out.push((
                request.body().from,
                self.state_of(&mut client, &mut view, &request)?,
            ));
        }
        self.home.keep(&view)?;
        out.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
        Ok(out.into_iter().map(|(_, s)| s).collect())
    }

    /// One request.
    ///
    /// # Errors
    /// As [`Self::requests`]; [`crate::dto::ErrorCode::NotFound`].
    pub fn status(&mut self, id: &RequestId) -> Result<RequestState, AppError> {
        let request = self.request(id)?;
        let (mut client, mut view) = self.follow()?;
        let state = self.state_of(&mut client, &mut view, &request)?;
        self.home.keep(&view)?;
        Ok(state)
    }

    pub(super) fn state_of(
        &self,
        client: &mut Client,
        view: &mut View,
        request: &Signed<Request>,
    ) -> Result<RequestState, AppError> {
        let (id, q) = (Request::id(request), request.body());
        let start = logged_at(view, &id);
        let card = view.federation.card(&q.card).map(|k| k.card.body().clone());
        let facts = match &card {
            Some(card) => view.facts(client, &id, card, 0)?,
            None => Vec::new(),
        };
        let (policy, vouched) = (view.federation.policy().clone(), self.vouched);
        let p = progress(&policy, start, vouched, &facts);
        let approvals = p.approvals.values().map(|a| a.len()).max().unwrap_or(0);
        let (attested, reviewed) = match &card {
            Some(card) => ends(client, view, &id, card)?,
            None => (false, false),
        };
        let now = self.now();
        let ended = if p.closed { q.until.min(now) } else { q.until };
        let released = p.shares.len() >= usize::from(policy.k);
        let here = here(client, &id, &facts)?;
        let review_due = released.then(|| ended.saturating_add(REVIEW_WITHIN));
        let wait = if approvals > usize::from(policy.k) {
            policy.fast_cool_off
        } else {
            policy.cool_off
        };
        Ok(RequestState {
            id: to_hex(&id.0),
            purpose: q.purpose.code(),
            drill: q.purpose == Purpose::Drill,
            state: word(&p, q, start, now, here >= usize::from(policy.k)),
            signatures: request.signatures().len(),
            logged_at: start,
            earliest: start.map(|s| s.saturating_add(i64::from(wait))),
            decide_before: q.expires,
            until: q.until,
            approvals,
            custodians: view.federation.roster().custodians.len(),
            objections: p.objections.len(),
            objections_that_stop: policy.veto,
            shares: Shares {
                have: p.shares.len(),
                here,
                need: usize::from(policy.k),
            },
            decisions: decisions(client, view, &id)?,
            deletion_attested: attested,
            reviewed,
            review_due,
            review_overdue: !reviewed && review_due.is_some_and(|due| now >= due),
        })
    }
}

/// Custodians whose shares lie in the request's box, byte for byte what their notices in the log name.
fn here(client: &mut Client, id: &RequestId, facts: &[(u64, Fact)]) -> Result<usize, AppError> {
    let named: BTreeMap<[u8; 32], u8> = facts
        .iter()
        .filter_map(|(_, fact)| match fact {
            Fact::Shared { x, sealed, .. } => Some((sealed.0, *x)),
            _ => None,
        })
        .collect();
    if named.is_empty() {
        return Ok(0);
    }
    let lie = client.read_box(&topics::shares(&id.0), 0)?;
    let of = |m: &ugnay_wire::BoxMessage| named.get(&sha256(&m.bytes).0).copied();
    Ok(lie.iter().filter_map(of).collect::<BTreeSet<_>>().len())
}

/// When the quorum stood over the request, in the first checkpoint this officer saw it in: the cool-off counts from there.
fn logged_at(view: &View, id: &RequestId) -> Option<i64> {
    let of = |s: &&Seen| {
        s.entry.kind == EntryType::Request
            && PublicRequest::parse(&s.entry.public).is_ok_and(|p| p.request == *id)
    };
    let seen = view.entries().iter().find(of);
    seen.and_then(|s| s.quorum.reached_at())
}

fn word(p: &Progress, q: &Request, start: Option<i64>, now: i64, enough: bool) -> &'static str {
    let waits = |what: fn(&Missing) -> bool| p.missing.iter().any(what);
    if p.closed {
        "closed"
    } else if p.vetoed {
        "vetoed"
    } else if now >= q.until {
        "over"
    } else if enough && grant_open(q, now) {
        "ready"
    } else if now >= q.expires {
        "expired"
    } else if start.is_none() {
        "draft"
    } else if waits(|m| matches!(m, Missing::Cosignatures)) {
        "cosignatures"
    } else if waits(|m| matches!(m, Missing::Approvals { .. })) {
        "decisions"
    } else if waits(|m| matches!(m, Missing::CoolOff { .. })) {
        "cool_off"
    } else {
        "shares"
    }
}

/// Entries about a request whose public fields begin with its id.
fn about(view: &View, id: &RequestId, kinds: &[EntryType]) -> Vec<Seen> {
    view.entries()
        .iter()
        .filter(|s| kinds.contains(&s.entry.kind) && s.entry.public.starts_with(&id.0))
        .cloned()
        .collect()
}

fn decisions(
    client: &mut Client,
    view: &mut View,
    id: &RequestId,
) -> Result<Vec<DecisionRow>, AppError> {
    let kinds = [EntryType::Approve, EntryType::Object, EntryType::Refuse];
    let mut out = Vec::new();
    for seen in about(view, id, &kinds) {
        let Some(body) = view.body(client, seen.index)? else {
            continue;
        };
        let Ok(signed) = logged::open::<Decision>(&seen.entry, &body) else {
            continue;
        };
        // By the roster of its time: who left its place since did say it.
        let (f, d, roster) = (&view.federation, signed.body(), view.roster_at(seen.index));
        if d.request != *id || Decision::verify(&signed, f.fed(), roster).is_err() {
            continue;
        }
        let Some(custodian) = roster.custodian(d.x) else {
            continue;
        };
        out.push(DecisionRow {
            custodian: custodian.name.clone(),
            kind: match d.kind {
                DecisionKind::Approve => "approve",
                DecisionKind::Object => "object",
                DecisionKind::Refuse => "refuse",
            },
            reason: d.reason.code(),
            text: d.text.clone(),
            time: d.time,
        });
    }
    Ok(out)
}

/// Whether deletion was attested, and whether the review is there.
fn ends(
    client: &mut Client,
    view: &mut View,
    id: &RequestId,
    card: &LguCard,
) -> Result<(bool, bool), AppError> {
    let (mut attested, mut reviewed) = (false, false);
    for seen in about(
        view,
        id,
        &[EntryType::DeletionAttestation, EntryType::Review],
    ) {
        let Some(body) = view.body(client, seen.index)? else {
            continue;
        };
        let Ok(signed) = logged::open::<Closing>(&seen.entry, &body) else {
            continue;
        };
        let f = &view.federation;
        if signed.body().request != *id || Closing::verify(&signed, f.fed(), card).is_err() {
            continue;
        }
        match signed.body().kind {
            ClosingKind::DeletionAttestation => attested = true,
            ClosingKind::Review => reviewed = true,
            ClosingKind::GrantClose => {}
        }
    }
    Ok((attested, reviewed))
}
