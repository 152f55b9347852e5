//! What the screens and the terminal show of requests: rows, every check, scope in words, decisions of all, countdowns.
//! Made from what is kept here; nothing is fetched for it.

use super::case::Case;
use super::follow::case_seat;
use super::house::House;
use super::may;
use super::node::CustodianNode;
use crate::dto::custody::{
    AreaRow, CheckRow, CosignerRow, DecideInput, DecisionRow, DeskFacts, RequestDetail,
    RequestEvent, RequestRow, RequestTimes, ScopeFacts,
};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::paper::six_words;
use crate::federation::{Country, Psgc, refused};
use crate::places;
use std::collections::BTreeSet;
use ugnay_log::{EntryType, Quorum, VerifierKey};
use ugnay_release::checks::{CheckCode, NINETY_DAYS};
use ugnay_release::machine::{End, Phase};
use ugnay_release::{
    Area, Check, Closing, Decision, DecisionKind, Purpose, Reason, RequestId, ShareReleaseNotice,
    checks, cids_hash, logged,
};
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
        let id = request_id(id)?;
        let case = node.cases().get(&id).ok_or(ErrorCode::NotFound)?;
        Ok(node.detail(case, now))
    }

    /// Decides, and sends the decision at once. When the buffer does not answer, the decision is kept and goes with the
    /// next exchange: that is no error.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`]; [`ErrorCode::Refused`] with `changed_meanwhile` when the request stands otherwise than shown, and as
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
        if self.request(&input.request, now)?.seen != input.seen {
            return Err(refused("changed_meanwhile"));
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
    fn rows(&self, case: &Case, now: i64) -> Vec<Check> {
        self.check(&case.id(), now).unwrap_or_default()
    }

    /// A row of the list.
    pub(crate) fn row(&self, case: &Case, now: i64) -> RequestRow {
        let request = case.request.body();
        let rows = self.rows(case, now);
        let policy = self.view.federation.policy();
        let country = country(request.destination);
        let state = case.state();
        let said = self.decisions(case);
        let latest = |kind: &str| {
            said.iter()
                .filter(|d| d.logged && !d.superseded && d.kind == kind)
                .count() as u32
        };
        RequestRow {
            id: to_hex(&case.id().0),
            purpose: request.purpose.code().into(),
            drill: request.purpose == Purpose::Drill,
            desk: case.card.name.clone(),
            country_name: country.map(places::country_name).unwrap_or_default(),
            country: country.map(|c| c.to_string()).unwrap_or_default(),
            areas: request.areas.len() as u32,
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
                expires: request.expires,
                cool_off_ends: cool_off_ends(case, latest("approve")),
                fast: latest("approve") > u32::from(policy.k),
                from: request.from,
                until: request.until,
            },
        }
    }

    fn detail(&self, case: &Case, now: i64) -> RequestDetail {
        let request = case.request.body();
        let policy = self.view.federation.policy();
        let rows = self.rows(case, now);
        let cids = cids_hash(&self.compartments(request));
        let can = may::decide(case.state(), checks::all_right(&rows), cids);
        let held: BTreeSet<u32> = self
            .shares
            .iter()
            .flat_map(|s| s.holdings.iter().map(|h| h.psgc))
            .collect();
        RequestDetail {
            row: self.row(case, now),
            checks: rows.iter().map(check_row).collect(),
            declaration: request.declaration.clone(),
            declaration_hash: to_hex(&request.declaration_hash.0),
            desk: self.desk_facts(case),
            areas: request.areas.iter().map(|a| area_row(*a, &held)).collect(),
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
        text.push_str(&format!(
            " {}",
            self.compartments(case.request.body()).len()
        ));
        to_hex(
            ugnay_seal::sha256(text.as_bytes())
                .0
                .get(..8)
                .unwrap_or_default(),
        )
    }

    fn desk_facts(&self, case: &Case) -> DeskFacts {
        let known = self.view.federation.card(&case.request.body().card);
        let none = BTreeSet::new();
        let fed = self.view.federation.fed();
        let signers = case.request.signers(fed).unwrap_or_default();
        let card = &case.card;
        DeskFacts {
            known: known.is_some(),
            name: card.name.clone(),
            areas: card.areas.iter().map(|a| area_row(*a, &none)).collect(),
            logged_at: known.map(|k| k.logged_at),
            not_before: card.not_before,
            expires: card.expires,
            officers: card.officers.len() as u32,
            signed: signers.iter().filter(|k| card.officer(k).is_some()).count() as u32,
            fingerprint: six_words(&case.request.body().card),
            reviews_overdue: self.reviews_overdue(&card.lgu),
        }
    }

    /// Ended grants of a desk without a review thirty days after.
    fn reviews_overdue(&self, lgu: &[u8; 16]) -> u32 {
        let time = self.view.entries().last().map_or(0, |s| s.entry.time);
        let overdue = |c: &&Case| {
            let ended = c
                .request
                .body()
                .until
                .saturating_add(ugnay_release::closing::REVIEW_WITHIN);
            let reviewed = self.events(c).iter().any(|e| e.kind == "review");
            c.card.lgu == *lgu && c.handed_over().next().is_some() && time > ended && !reviewed
        };
        self.cases.values().filter(overdue).count() as u32
    }

    fn scope(&self, case: &Case) -> ScopeFacts {
        let request = case.request.body();
        let compartments = self.compartments(request);
        let registers: BTreeSet<_> = compartments.iter().map(|(epoch, _)| *epoch).collect();
        let policy = self.view.federation.policy();
        let at = case.quorum.reached_at().unwrap_or(request.from);
        let recent = self.cases.values().filter(|c| {
            let then = c.quorum.reached_at().unwrap_or(c.request.body().from);
            c.card.lgu == case.card.lgu
                && c.index <= case.index
                && then > at.saturating_sub(NINETY_DAYS)
        });
        let (mut areas, mut requests) = (BTreeSet::new(), 0);
        for c in recent {
            requests += 1;
            areas.extend(c.request.body().areas.iter().copied());
        }
        ScopeFacts {
            compartments: compartments.len() as u32,
            registers: registers.len() as u32,
            areas_allowed: policy
                .cap(request.purpose)
                .map_or(0, |c| u32::from(c.max_areas)),
            areas_90_days: areas.len() as u32,
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

    fn name_of(&self, x: u8) -> String {
        let found = self.view.federation.roster().custodian(x);
        found.map_or_else(|| x.to_string(), |c| c.name.clone())
    }

    /// Decisions of all custodians in the log, oldest first, and own ones that are not there yet.
    fn decisions(&self, case: &Case) -> Vec<DecisionRow> {
        let me = case_seat(case);
        let id = case.id();
        let mut out: Vec<(u8, DecisionRow)> = Vec::new();
        let mut logged_mine = BTreeSet::new();
        for seen in self.view.entries().iter().skip(case.index as usize) {
            let about = seen.entry.public.starts_with(&id.0);
            let decides = matches!(
                seen.entry.kind,
                EntryType::Approve | EntryType::Object | EntryType::Refuse
            );
            let Some(body) = self
                .view
                .bodies()
                .get(&seen.index)
                .filter(|_| about && decides)
            else {
                continue;
            };
            let Ok(signed) = logged::open::<Decision>(&seen.entry, body) else {
                continue;
            };
            let f = &self.view.federation;
            if Decision::verify(&signed, f.fed(), f.roster()).is_err() {
                continue;
            }
            let d = signed.body();
            if d.x == me {
                logged_mine.insert((d.kind as u8, d.time));
            }
            out.push((
                d.x,
                self.decision_row(d.x, d.kind, d.reason, &d.text, d.time, true),
            ));
        }
        for m in &case.mine {
            if !logged_mine.contains(&(m.kind as u8, m.time)) {
                out.push((
                    me,
                    self.decision_row(me, m.kind, m.reason, &m.text, m.time, false),
                ));
            }
        }
        let xs: Vec<u8> = out.iter().map(|(x, _)| *x).collect();
        for (n, (x, row)) in out.iter_mut().enumerate() {
            row.superseded = xs.iter().skip(n.saturating_add(1)).any(|later| later == x);
        }
        out.into_iter().map(|(_, row)| row).collect()
    }

    fn decision_row(
        &self,
        x: u8,
        kind: DecisionKind,
        reason: Reason,
        text: &str,
        at: i64,
        logged: bool,
    ) -> DecisionRow {
        DecisionRow {
            organisation: self.name_of(x),
            me: Some(x) == self.seat(),
            kind: decision_code(kind).into(),
            reason: reason.code().into(),
            text: text.to_owned(),
            at,
            superseded: false,
            logged,
        }
    }

    fn events(&self, case: &Case) -> Vec<RequestEvent> {
        let id = case.id();
        let mut out = Vec::new();
        for seen in self.view.entries().iter().skip(case.index as usize) {
            let about = seen.entry.public.starts_with(&id.0);
            let Some(body) = self.view.bodies().get(&seen.index).filter(|_| about) else {
                continue;
            };
            let (kind, organisation, text) = match seen.entry.kind {
                EntryType::ShareRelease => {
                    let Ok(s) = logged::open::<ShareReleaseNotice>(&seen.entry, body) else {
                        continue;
                    };
                    ("handed_over", self.name_of(s.body().x), String::new())
                }
                EntryType::GrantClose | EntryType::DeletionAttestation | EntryType::Review => {
                    let Ok(s) = logged::open::<Closing>(&seen.entry, body) else {
                        continue;
                    };
                    let kind = match seen.entry.kind {
                        EntryType::GrantClose => "grant_close",
                        EntryType::Review => "review",
                        _ => "deletion_attestation",
                    };
                    (kind, String::new(), s.body().text.clone())
                }
                _ => continue,
            };
            out.push(RequestEvent {
                kind: kind.into(),
                organisation,
                at: seen.entry.time,
                text,
            });
        }
        out
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

fn check_row(c: &Check) -> CheckRow {
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
        code: c.code.code().into(),
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
