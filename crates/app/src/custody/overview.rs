//! What the screens show of the organisation itself: its way in, its federation, what it keeps, the log it mirrors, drills.

use super::bundles::{BundleState, Held};
use super::house::{House, KEY_LIFE};
use super::node::CustodianNode;
use crate::dto::custody::{
    AlarmRow, CustodyExchange, CustodyHome, CustodyStep, CustodyTask, Drills, FederationFacts,
    LogEntryRow, LogState, MemberRow, Organisation, PaperState, ReceiptRow, Receipts, RequestRow,
};
use crate::dto::{AlarmSeen, AppError, ErrorCode};
use crate::federation::paper::six_words;
use crate::federation::refused;
use ugnay_log::{Entry, SignedCheckpoint};
use ugnay_release::machine::Phase;
use ugnay_release::{Policy, Purpose, Roster};
use ugnay_seal::{DealFault, Hash32};
use ugnay_wire::ids::to_hex;

/// Seconds after which the next drill is due: a quarter.
const DRILL_EVERY: i64 = 91 * 86_400;
/// Entries of the log shown.
const SHOWN: usize = 50;

impl From<super::Exchanged> for CustodyExchange {
    fn from(e: super::Exchanged) -> Self {
        Self {
            entries: u32::try_from(e.entries).unwrap_or(u32::MAX),
            cosigned: e.cosigned,
            accepted: e.accepted,
            refused: e.refused,
            requests: e.requests,
            handed_over: e.handed_over,
            taken_over: e.taken_over,
            retired: e.retired,
        }
    }
}

impl House {
    /// Where the organisation stands.
    ///
    /// # Errors
    /// As [`House::keys`].
    pub fn organisation(&self) -> Result<Organisation, AppError> {
        let node = self.member();
        let error = self.text(b"last.error").unwrap_or_default();
        Ok(Organisation {
            name: self.name().to_owned(),
            jurisdiction: self.jurisdiction().to_owned(),
            fingerprint: self.fingerprint().unwrap_or_default(),
            seat: node.and_then(CustodianNode::seat),
            setup: self.setup()?,
            federation: node.map(CustodianNode::federation_facts),
            paper: self.paper()?,
            buffer: self.buffer(),
            last_ok: self.at(b"last.ok"),
            last_try: self.at(b"last.try"),
            last_error: serde_json::from_str::<ErrorCode>(&error).ok(),
            last_alarm: self
                .text(b"last.alarm")
                .filter(|code| !code.is_empty())
                .map(|code| AlarmSeen::of(&code)),
        })
    }

    fn setup(&self) -> Result<Vec<CustodyStep>, AppError> {
        let tested = self.keys()?.seal.tested;
        let step = |code: &str, at: Option<i64>, done: bool| CustodyStep {
            code: code.into(),
            done,
            at,
            part: None,
            of: None,
        };
        let kept = |code: &str, name: &[u8]| {
            let at = self.at(name);
            step(code, at, at.is_some())
        };
        let in_it = self.member().is_some();
        let card = self.at(b"card.at");
        let sign = self.at(b"sign.at");
        Ok(vec![
            step("paper", tested, tested.is_some()),
            step("card", card, card.is_some() || in_it),
            step("sign", sign, sign.is_some() || in_it),
            kept("genesis", b"genesis.at"),
            step("connect", None, self.buffer().is_some()),
            kept("exchange", b"last.ok"),
        ])
    }

    /// The sheet of paper.
    ///
    /// # Errors
    /// As [`House::keys`].
    pub fn paper(&self) -> Result<PaperState, AppError> {
        let keys = self.keys()?;
        let shown = keys.next.as_ref().unwrap_or(&keys.seal);
        Ok(PaperState {
            exists: keys.seal.tested.is_some(),
            tested_at: keys.seal.tested,
            can_show: shown.tested.is_none(),
            change_due: Some(keys.seal.born.saturating_add(KEY_LIFE)),
        })
    }

    /// What should be seen first.
    ///
    /// # Errors
    /// As [`House::organisation`].
    pub fn home(&self, now: i64) -> Result<CustodyHome, AppError> {
        let requests = self.requests(now).unwrap_or_default();
        let of = |phases: &[&str]| -> Vec<RequestRow> {
            let fits = |r: &&RequestRow| phases.contains(&r.phase.as_str());
            requests.iter().filter(fits).cloned().collect()
        };
        let mut waiting = of(&["undecided", "unchecked"]);
        waiting.sort_by_key(|r| r.times.expires);
        Ok(CustodyHome {
            organisation: self.organisation()?,
            waiting,
            running: of(&["waiting", "granted", "declined"]),
            tasks: self.tasks(now)?,
            registers: self.member().map_or(0, |n| n.shares().len() as u32),
        })
    }

    fn tasks(&self, now: i64) -> Result<Vec<CustodyTask>, AppError> {
        let mut out = Vec::new();
        let mut task = |code: &str, count: Option<u32>, due: Option<i64>| {
            out.push(CustodyTask {
                code: code.into(),
                count,
                due,
                overdue: due.is_some_and(|d| d < now),
            });
        };
        let last_alarm = self.text(b"last.error");
        if last_alarm.as_deref() == Some("\"buffer_alarm\"") {
            task("alarm", None, None);
        }
        let paper = self.paper()?;
        if !paper.exists {
            task("paper", None, None);
        }
        let open = self.setup()?.iter().filter(|s| !s.done).count() as u32;
        if open > 0 {
            task("setup", Some(open), None);
        }
        let Some(node) = self.member() else {
            return Ok(out);
        };
        let refused = receipts(node).refused;
        if refused > 0 {
            task("refused_bundles", Some(refused), None);
        }
        let open = |c: &&super::Case| !matches!(c.phase(), Phase::Ended(_));
        let hidden = node.cases().values().filter(open);
        let hidden = hidden.filter(|c| c.request.is_none()).count() as u32;
        if hidden > 0 {
            task("hidden_requests", Some(hidden), None);
        }
        let due = paper.change_due.unwrap_or(i64::MAX);
        if due < now.saturating_add(30 * 86_400) {
            task("key_change", None, Some(due));
        }
        let drill = self.drills(now)?.due;
        if drill.is_some_and(|d| d < now) {
            task("drill", None, drill);
        }
        Ok(out)
    }

    /// Bundles and receipts.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis`.
    pub fn receipts(&self) -> Result<Receipts, AppError> {
        Ok(receipts(
            self.member().ok_or_else(|| refused("no_genesis"))?,
        ))
    }

    /// Drills, and when the next is due.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis`.
    pub fn drills(&self, now: i64) -> Result<Drills, AppError> {
        let node = self.member().ok_or_else(|| refused("no_genesis"))?;
        let drill = |c: &&super::Case| c.body().is_some_and(|r| r.purpose == Purpose::Drill);
        let done = node.cases().values().filter(drill);
        let last = done.filter_map(|c| c.handed_over().last()).max();
        let rows = self.requests(now)?;
        let begin = last.or_else(|| self.at(b"genesis.at"));
        Ok(Drills {
            last,
            due: begin.map(|t| t.saturating_add(DRILL_EVERY)),
            rows: rows.into_iter().filter(|r| r.drill).collect(),
        })
    }

    /// The log as mirrored.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis`; when the store cannot be read.
    pub fn log_state(&self) -> Result<LogState, AppError> {
        let node = self.member().ok_or_else(|| refused("no_genesis"))?;
        let mut state = node.log_state()?;
        state.verify = format!(
            "ugnay log verify {} --policy tlog-policy",
            self.buffer().unwrap_or_else(|| "URL".into())
        );
        Ok(state)
    }
}

fn receipts(node: &CustodianNode) -> Receipts {
    let mut rows: Vec<ReceiptRow> = node
        .bundles()
        .iter()
        .map(|b| ReceiptRow {
            register: b.pseud.to_hex(),
            epoch: to_hex(&b.epoch.0),
            bundle: b.seq,
            compartments: b.compartments,
            outcome: outcome(b).into(),
            at: b.at,
            state: match b.state {
                BundleState::Live => "live",
                BundleState::Replaced => "replaced",
                BundleState::Retired => "retired",
                BundleState::HandedOn => "handed_on",
            }
            .into(),
        })
        .collect();
    rows.reverse();
    let replaced = |b: &&super::KeptBundle| {
        let newer =
            |o: &super::KeptBundle| o.epoch == b.epoch && o.seq > b.seq && o.outcome.is_ok();
        node.bundles().iter().any(newer)
    };
    let refused = node
        .bundles()
        .iter()
        .filter(|b| b.outcome.is_err() && b.held == Held::Nothing);
    Receipts {
        kept: node.shares().len() as u32,
        shares: node.shares().iter().map(|s| s.holdings.len() as u32).sum(),
        refused: refused.filter(|b| !replaced(b)).count() as u32,
        rows,
    }
}

/// What a screen says of a bundle: what its receipt says, or how its shares came here all the same.
fn outcome(b: &super::KeptBundle) -> &'static str {
    match (b.outcome, b.held) {
        (Ok(()), _) => "accepted",
        (_, Held::HandedOver) => "taken_over",
        (_, Held::Found) => "found",
        (Err(fault), _) => fault_code(fault),
    }
}

fn fault_code(fault: DealFault) -> &'static str {
    match fault {
        DealFault::OtherFederation => "other_federation",
        DealFault::StaleRoster => "stale_roster",
        DealFault::StalePolicy => "stale_policy",
        DealFault::Threshold => "threshold",
        DealFault::Replayed => "replayed",
        DealFault::OtherWriteCap => "other_write_cap",
        DealFault::WrongShare => "wrong_share",
        DealFault::ShareIsKey => "share_is_key",
        DealFault::Catalogue => "catalogue",
        _ => "not_opened",
    }
}

/// A federation as a policy and a roster say.
#[must_use]
pub(crate) fn facts_of(
    name: &str,
    genesis: &Hash32,
    policy: &Policy,
    roster: &Roster,
    me: &[u8; 32],
) -> FederationFacts {
    let custodians = roster.custodians.iter().map(|c| MemberRow {
        name: c.name.clone(),
        jurisdiction: c.jurisdiction.clone(),
        seat: Some(c.x),
        me: c.sign == *me,
    });
    let externals = roster.externals.iter().map(|e| MemberRow {
        name: e.name.clone(),
        jurisdiction: e.jurisdiction.clone(),
        seat: None,
        me: false,
    });
    FederationFacts {
        name: name.to_owned(),
        words: six_words(genesis),
        demo: policy.demo,
        n: policy.n,
        k: policy.k,
        veto: policy.veto,
        quorum: policy.quorum,
        externals: policy.externals,
        cool_off: policy.cool_off,
        fast_cool_off: policy.fast_cool_off,
        card_age: policy.card_age,
        max_window: policy.max_window,
        policy_version: policy.version,
        roster_version: roster.version,
        members: custodians.chain(externals).collect(),
    }
}

impl CustodianNode {
    fn federation_facts(&self) -> FederationFacts {
        let f = &self.view.federation;
        let name = &self.genesis.body().name;
        facts_of(
            name,
            &self.genesis.hash(),
            f.policy(),
            f.roster(),
            &self.public(),
        )
    }

    fn log_state(&self) -> Result<LogState, AppError> {
        let f = &self.view.federation;
        let head = self.view.mirror().head();
        let quorum = head.and_then(|h| {
            let signed = SignedCheckpoint::parse(h.note.as_bytes()).ok()?;
            f.log_policy().ok()?.require(&signed).ok()
        });
        let alarms = self.alarms()?.into_iter().rev().map(|a| AlarmRow {
            seen: AlarmSeen::of(&a.code),
            at: a.at,
        });
        let all = self.view.entries();
        Ok(LogState {
            origin: f.log().name().to_owned(),
            size: self.view.mirror().size(),
            root: head.map(|h| to_hex(&h.root)).unwrap_or_default(),
            checkpoint_at: quorum.as_ref().and_then(|q| q.vouched_now()),
            cosigners: quorum
                .as_ref()
                .map(|q| self.cosigners(q))
                .unwrap_or_default(),
            quorum: u32::from(f.policy().quorum),
            externals: u32::from(f.policy().externals),
            cosigned: self.cosigned(),
            alarms: alarms.collect(),
            entries: all
                .iter()
                .rev()
                .take(SHOWN)
                .map(|s| self.entry_row(s.index, &s.entry))
                .collect(),
            verify: String::new(),
        })
    }

    fn entry_row(&self, index: u64, entry: &Entry) -> LogEntryRow {
        let f = &self.view.federation;
        let custodian = self
            .view
            .roster_at(index)
            .by_key_hash(&entry.author)
            .map(|c| c.name.clone());
        let desk = || {
            let of = |c: &&ugnay_release::federation::KnownCard| {
                let officers = &c.card.body().officers;
                officers
                    .iter()
                    .any(|o| ugnay_seal::sha256(&o.sign).0 == entry.author)
            };
            f.cards().find(of).map(|c| c.card.body().name.clone())
        };
        let about = self.cases.keys().find(|id| entry.public.starts_with(&id.0));
        LogEntryRow {
            index,
            kind: entry.kind.name().into(),
            at: entry.time,
            author: custodian.or_else(desk),
            request: about.map(|id| to_hex(&id.0)),
        }
    }
}
