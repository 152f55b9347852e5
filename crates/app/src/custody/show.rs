//! What the screens and the terminal show of requests: rows, every check, scope in words, decisions of all, countdowns.
//! Made from what is kept here; nothing is fetched for it.

use super::case::Case;
use super::house::House;
use super::may;
use super::node::CustodianNode;
use crate::dto::custody::{
    AreaRow, CheckRow, CosignerRow, DecideInput, DeskFacts, RequestDetail, RequestRow,
    RequestTimes, RestoreFacts, ScopeFacts,
};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::paper::six_words;
use crate::federation::{Country, Psgc, refused};
use crate::places;
use std::collections::BTreeSet;
use ugnay_log::{Quorum, VerifierKey};
use ugnay_release::checks::{CheckCode, NINETY_DAYS};
use ugnay_release::machine::{End, Phase};
use ugnay_release::{Area, Check, DecisionKind, Purpose, Reason, RequestId, checks, cids_hash};
use ugnay_wire::ids::to_hex;

impl House {
    /// Requests known here, newest first.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis`.
    pub fn requests(&self, now: i64) -> Result<Vec<RequestRow>, AppError> {
        let node = self.member().ok_or_else(|| refused("no_genesis"))?;
        let mut cases: Vec<&Case> = node.cases().values().collect();
        cases.sort_by_key(|c| std::cmp::Reverse(c.index));
        Ok(cases.into_iter().map(|c| node.row(c, now)).collect())
    }

    /// One request with everything a person needs to decide.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn request(&self, id: &str, now: i64) -> Result<RequestDetail, AppError> {
        let node = self.member().ok_or_else(|| refused("no_genesis"))?;
        node.request(&request_id(id)?, now)
    }

    /// Decides, and sends the decision at once. When the buffer does not answer, the decision is kept and goes with the
    /// next exchange: that is no error.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`]; [`ErrorCode::Refused`] with `changed_meanwhile` when the request stands otherwise than shown,
    /// with `compare_words` for a restore approved without having compared the device's words, and as
    /// [`CustodianNode::decide`].
    pub fn decide(&mut self, env: &mut Env, input: &DecideInput) -> Result<(), AppError> {
        self.decide_offline(env, input)?;
        let Ok(mut client) = self.client() else {
            return Ok(());
        };
        match self.node()?.say_again(&mut client, env) {
            Err(e) if e.code == ErrorCode::Damaged || e.code == ErrorCode::Disk => Err(e),
            // Kept; the next exchange sends it.
            _ => Ok(()),
        }
    }

    /// Decides without a line.
    ///
    /// # Errors
    /// As [`Self::decide`].
    pub fn decide_offline(&mut self, env: &mut Env, input: &DecideInput) -> Result<(), AppError> {
        let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
        let id = request_id(&input.request)?;
        let kind = match input.kind.as_str() {
            "approve" => DecisionKind::Approve,
            "object" => DecisionKind::Object,
            "refuse" => DecisionKind::Refuse,
            _ => return Err(bad("kind")),
        };
        let reason = Reason::ALL.iter().find(|r| r.code() == input.reason);
        let reason = *reason.ok_or_else(|| bad("reason"))?;
        if (kind == DecisionKind::Approve) != (reason == Reason::InOrder) {
            return Err(bad("reason"));
        }
        if input.text.len() > 1000 || input.text.chars().any(char::is_control) {
            return Err(bad("text"));
        }
        let now = env.now();
        let shown = self.request(&input.request, now)?;
        if shown.seen != input.seen {
            return Err(refused("changed_meanwhile"));
        }
        // What two officers of a desk signed for is a key; whose it is, only people can say.
        if kind == DecisionKind::Approve && shown.restore.is_some() && !input.compared {
            return Err(refused("compare_words"));
        }
        let text = input.text.trim().to_owned();
        self.node()?.decide_offline(env, &id, kind, (reason, text))
    }
}

/// A request's id from its text.
fn request_id(text: &str) -> Result<RequestId, AppError> {
    let id = ugnay_wire::Hash::from_hex(text).map_err(|_| ErrorCode::NotFound)?;
    Ok(RequestId(id.0))
}

/// Where a request stands, as a code.
#[must_use]
pub(crate) fn phase_code(phase: Phase) -> &'static str {
    match phase {
        Phase::Unchecked => "unchecked",
        Phase::Undecided => "undecided",
        Phase::Waiting => "waiting",
        Phase::Declined => "declined",
        Phase::Granted => "granted",
        Phase::Ended(End::Vetoed) => "vetoed",
        Phase::Ended(End::Closed) => "closed",
        Phase::Ended(End::Expired) => "expired",
    }
}

pub(super) fn decision_code(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Approve => "approve",
        DecisionKind::Object => "object",
        DecisionKind::Refuse => "refuse",
    }
}

impl CustodianNode {
    /// As [`House::request`].
    ///
    /// # Errors
    /// As there.
    pub fn request(&self, id: &RequestId, now: i64) -> Result<RequestDetail, AppError> {
        let case = self.cases.get(id).ok_or(ErrorCode::NotFound)?;
        Ok(self.detail(case, now))
    }

    fn rows(&self, case: &Case, now: i64) -> Vec<Check> {
        self.check(&case.id(), now).unwrap_or_default()
    }

    /// A row of the list.
    pub(crate) fn row(&self, case: &Case, now: i64) -> RequestRow {
        let (public, request) = (&case.public, case.body());
        let rows = self.rows(case, now);
        let policy = self.view.federation.policy();
        let country = country(request.map_or(public.destination, |r| r.destination));
        let purpose = request.map(|r| r.purpose);
        let purpose = purpose.or_else(|| Purpose::from_byte(public.purpose).ok());
        let state = case.state();
        let said = self.decisions(case);
        let latest = |kind: &str| {
            said.iter()
                .filter(|d| d.logged && !d.superseded && d.kind == kind)
                .count() as u32
        };
        RequestRow {
            id: to_hex(&case.id().0),
            hidden: request.is_none(),
            purpose: purpose.map_or("", Purpose::code).into(),
            drill: purpose == Some(Purpose::Drill),
            desk: case.card.name.clone(),
            country_name: country.map(places::country_name).unwrap_or_default(),
            country: country.map(|c| c.to_string()).unwrap_or_default(),
            areas: request.map_or(u32::from(public.areas), |r| r.areas.len() as u32),
            logged_at: case.quorum.reached_at(),
            phase: phase_code(case.phase()).into(),
            decided: case.mine.last().map(|m| decision_code(m.kind).to_owned()),
            checks_ok: rows.iter().filter(|c| c.ok).count() as u32,
            checks: rows.len() as u32,
            approvals: latest("approve"),
            approvals_needed: u32::from(policy.k),
            objections: state.objections() as u32,
            objections_stop: u32::from(policy.veto),
            times: RequestTimes {
                expires: request.map_or(public.expires, |r| r.expires),
                cool_off_ends: cool_off_ends(case, latest("approve")),
                fast: latest("approve") > u32::from(policy.k),
                from: request.map_or(public.from, |r| r.from),
                until: request.map_or(public.until, |r| r.until),
            },
        }
    }

    fn detail(&self, case: &Case, now: i64) -> RequestDetail {
        let request = case.body();
        let policy = self.view.federation.policy();
        let rows = self.rows(case, now);
        let restore = request.filter(|r| r.purpose == Purpose::Restore);
        let cids = cids_hash(&self.scope_of(case));
        let can = may::decide(case, checks::all_right(&rows), cids);
        let held: BTreeSet<u32> = self
            .shares
            .iter()
            .flat_map(|s| s.holdings.iter().map(|h| h.psgc))
            .collect();
        RequestDetail {
            row: self.row(case, now),
            checks: rows
                .iter()
                .map(|c| check_row(c, restore.is_some()))
                .collect(),
            declaration: request.map(|r| r.declaration.clone()).unwrap_or_default(),
            declaration_hash: request.map_or_else(String::new, |r| to_hex(&r.declaration_hash.0)),
            restore: restore.map(|r| RestoreFacts {
                device: six_words(&r.recipient),
                epoch: r.epoch.map_or_else(String::new, |e| to_hex(&e.0)),
            }),
            desk: self.desk_facts(case),
            areas: request
                .map_or(&[][..], |r| &r.areas)
                .iter()
                .map(|a| area_row(*a, &held))
                .collect(),
            scope: self.scope(case),
            cosigners: self.cosigners(&case.quorum),
            quorum: u32::from(policy.quorum),
            externals: u32::from(policy.externals),
            decisions: self.decisions(case),
            events: self.events(case),
            can: can.into_iter().map(|k| decision_code(k).into()).collect(),
            seen: self.seen(case, &rows),
        }
    }

    /// What was shown: a decision names it. Changes with the phase, with any check, and with any decision of others.
    fn seen(&self, case: &Case, rows: &[Check]) -> String {
        let mut text = format!("{} {:?}", phase_code(case.phase()), case.mine.len());
        for row in rows {
            text.push_str(&format!(" {}={}", row.code.code(), row.ok));
        }
        for d in self.decisions(case) {
            text.push_str(&format!(" {}:{}", d.organisation, d.kind));
        }
        text.push_str(&format!(" {}", self.scope_of(case).len()));
        to_hex(
            ugnay_seal::sha256(text.as_bytes())
                .0
                .get(..8)
                .unwrap_or_default(),
        )
    }

    fn desk_facts(&self, case: &Case) -> DeskFacts {
        let f = &self.view.federation;
        let card = &case.card;
        let known = match case.body() {
            Some(request) => f.card(&request.card),
            // Who asks is all that is known; the card it would be judged by is not.
            None => f.cards().find(|k| k.card.body() == card),
        };
        let named = case.body().map(|r| r.card);
        let fingerprint = named.or_else(|| known.map(|k| k.card.hash()));
        let none = BTreeSet::new();
        let signers = case.request.as_ref().map(|r| r.signers(f.fed()));
        let signers = signers.and_then(Result::ok).unwrap_or_default();
        DeskFacts {
            known: known.is_some(),
            name: card.name.clone(),
            areas: card.areas.iter().map(|a| area_row(*a, &none)).collect(),
            logged_at: known.map(|k| k.logged_at),
            not_before: card.not_before,
            expires: card.expires,
            officers: card.officers.len() as u32,
            signed: signers.iter().filter(|k| card.officer(k).is_some()).count() as u32,
            fingerprint: fingerprint.as_ref().map(six_words).unwrap_or_default(),
            reviews_overdue: self.reviews_overdue(&card.lgu),
        }
    }

    fn scope(&self, case: &Case) -> ScopeFacts {
        let compartments = self.scope_of(case);
        let registers: BTreeSet<_> = compartments.iter().map(|(epoch, _)| *epoch).collect();
        let policy = self.view.federation.policy();
        let since = case.quorum.reached_at().unwrap_or(case.public.from);
        let since = since.saturating_sub(NINETY_DAYS);
        let (mut areas, mut requests, mut unseen) = (BTreeSet::new(), 0, 0u32);
        let before = self.cases.values().filter(|c| c.index <= case.index);
        let past = before.filter_map(|c| c.past(&self.view));
        for p in past.filter(|p| p.lgu == case.card.lgu && p.time > since) {
            requests += 1;
            unseen = unseen.saturating_add(u32::from(p.unseen));
            areas.extend(p.areas);
        }
        let cap = Purpose::from_byte(case.public.purpose).ok();
        let cap = case.body().map(|r| r.purpose).or(cap);
        ScopeFacts {
            compartments: compartments.len() as u32,
            registers: registers.len() as u32,
            areas_allowed: cap
                .and_then(|purpose| policy.cap(purpose))
                .map_or(0, |c| u32::from(c.max_areas)),
            areas_90_days: unseen.saturating_add(areas.len() as u32),
            areas_90_days_allowed: policy.areas_per_90_days,
            requests_90_days: requests,
            requests_90_days_allowed: u32::from(policy.requests_per_90_days),
        }
    }

    /// Every organisation that may cosign, and when those of a quorum did.
    pub(crate) fn cosigners(&self, quorum: &Quorum) -> Vec<CosignerRow> {
        let roster = self.view.federation.roster();
        let me = self.seat();
        let at = |vkey: &str| {
            let key = VerifierKey::parse(vkey).ok()?;
            let found = quorum.members.iter().find(|m| m.name == key.name());
            found.map(|m| m.time)
        };
        let custodians = roster.custodians.iter().map(|c| CosignerRow {
            name: c.name.clone(),
            seat: Some(c.x),
            at: at(&c.cosign),
            me: Some(c.x) == me,
        });
        let externals = roster.externals.iter().map(|e| CosignerRow {
            name: e.name.clone(),
            seat: None,
            at: at(&e.cosign),
            me: false,
        });
        custodians.chain(externals).collect()
    }
}

/// The end of the cool-off as it stands: the short one once more than k approve.
fn cool_off_ends(case: &Case, approvals: u32) -> Option<i64> {
    let start = case.quorum.reached_at()?;
    let rules = case.state().rules();
    let wait = if approvals > u32::from(rules.k) {
        rules.fast_cool_off
    } else {
        rules.cool_off
    };
    Some(start.saturating_add(wait))
}

/// A restore's shares go to a key that stands on no card: its row says so.
fn check_row(c: &Check, restore: bool) -> CheckRow {
    let unit = match c.code {
        CheckCode::CardAge | CheckCode::Window | CheckCode::Clock | CheckCode::Pending => "span",
        _ if c.need.is_some() => "count",
        _ => "flag",
    };
    let least = matches!(
        c.code,
        CheckCode::Witnesses | CheckCode::Externals | CheckCode::CardAge | CheckCode::Officers
    );
    CheckRow {
        code: match c.code {
            CheckCode::Recipient if restore => "recipient_device",
            code => code.code(),
        }
        .into(),
        ok: c.ok,
        unit: unit.into(),
        found: c.have,
        asked: c.need,
        least,
    }
}

fn country(destination: u16) -> Option<Country> {
    let letters = destination.to_be_bytes();
    std::str::from_utf8(&letters).ok()?.parse().ok()
}

pub(super) fn area_row(area: Area, held: &BTreeSet<u32>) -> AreaRow {
    let code = Psgc(area.0);
    let path = places::path(code);
    let (name, within) = path.split_once(", ").unwrap_or((path.as_str(), ""));
    let covered = |h: &u32| area.covers(Area(*h));
    AreaRow {
        code: code.to_string(),
        name: name.to_owned(),
        within: within.to_owned(),
        held: held.iter().any(covered),
    }
}
