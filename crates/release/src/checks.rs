//! What a custodian's app checks before a person is asked (protocol §7.5.3), each as a row its screen can show.
//! Owns the list of checks. Decides nothing: the machine asks only whether all rows are right.

use crate::federation::KnownCard;
use crate::{Area, Federation, Policy, Request, RequestId, Signed};
use std::collections::BTreeSet;
use ugnay_log::{Entry, Quorum};
use ugnay_seal::{Hash32, sha256};

/// 90 days in seconds.
pub const NINETY_DAYS: i64 = 90 * 86_400;
/// How far ahead of this device's clock a witness's time may be, in seconds.
pub const MAX_SKEW: i64 = 600;

macro_rules! check_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// Which check.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CheckCode { $($(#[$doc])* $name,)* }

        impl CheckCode {
            /// Every check, in the order of the rows.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable code for translations.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

check_codes! {
    /// The request names the log it stands in.
    Origin = "origin";
    /// The log's entry commits to this request and is proven included.
    Logged = "logged";
    /// Enough distinct organisations cosigned.
    Witnesses = "witnesses";
    /// Enough of them are not custodians.
    Externals = "externals";
    /// The witnesses' time is not ahead of this device's clock.
    Clock = "clock";
    /// The policy it names is the one in force.
    Policy = "policy";
    /// This custodian is in the roster in force.
    Roster = "roster";
    /// The desk card is known and signed by k custodians.
    Card = "card";
    /// The card was logged long enough before; with k+1 signatures the cool-off is long enough.
    CardAge = "card_age";
    /// The card is valid now.
    CardValid = "card_valid";
    /// The card answers for every barangay asked for.
    CardArea = "card_area";
    /// Two officers of the card signed.
    Officers = "officers";
    /// Shares go to a key on the card; of a restore, to the key that the new device laid down.
    Recipient = "recipient";
    /// The purpose is allowed, and a drill stays on the drill ground.
    Purpose = "purpose";
    /// No more barangays than the purpose allows.
    Scope = "scope";
    /// No more barangays than this desk may ask for in 90 days.
    Scope90Days = "scope_90_days";
    /// No more requests than this desk may make in 90 days.
    Requests90Days = "requests_90_days";
    /// The grant is not longer than allowed.
    Window = "window";
    /// The request is still open, and not for longer than allowed.
    Pending = "pending";
    /// The id was not used before.
    Unused = "unused";
}

/// One row: what was checked, whether it is right, and the two numbers behind it where there are any
/// (counts, or Unix seconds for times).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Check {
    /// What.
    pub code: CheckCode,
    /// Whether it is right.
    pub ok: bool,
    /// What was found.
    pub have: Option<i64>,
    /// What is asked for.
    pub need: Option<i64>,
}

/// A request this custodian has seen before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastRequest {
    /// Its id.
    pub request: RequestId,
    /// The desk.
    pub lgu: [u8; 16],
    /// Witness time of its log entry, Unix seconds.
    pub time: i64,
    /// What it asked for.
    pub areas: Vec<Area>,
    /// How many barangays it asked for that this custodian was not shown: the number in public, none of them taken for one
    /// that is known.
    pub unseen: u16,
}

/// Everything the checks look at.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// What this custodian knows of the federation.
    pub federation: &'a Federation,
    /// This custodian's roster index.
    pub me: u8,
    /// The request.
    pub request: &'a Signed<Request>,
    /// Its log entry, when it is proven included (by the mirror or by a tlog-proof) and its body opened to the request.
    pub entry: Option<&'a Entry>,
    /// Who cosigned the checkpoint that proves it.
    pub quorum: Option<&'a Quorum>,
    /// Requests seen before, of any desk.
    pub history: &'a [PastRequest],
    /// SHA-256 of the key that shares would be sealed to, once it was found. A restore names a device's key that no card holds: it
    /// counts only when the device laid that very key down.
    pub recipient: Option<Hash32>,
    /// This device's clock, Unix seconds.
    pub now: i64,
}

/// Runs every check; the rows are always all there, in the order of [`CheckCode::ALL`].
#[must_use]
pub fn run(evidence: &Evidence<'_>) -> Vec<Check> {
    let mut rows = Rows(Vec::with_capacity(CheckCode::ALL.len()));
    log_rows(evidence, &mut rows);
    federation_rows(evidence, &mut rows);
    card_rows(evidence, &mut rows);
    scope_rows(evidence, &mut rows);
    time_rows(evidence, &mut rows);
    rows.0
}

/// What can be said of a request whose body was not shown to this custodian, or whose body is not what the entry says: it stands
/// in the log, and nothing else of it is right. Never enough to approve.
#[must_use]
pub fn unseen(federation: &Federation, me: u8, quorum: &Quorum, now: i64) -> Vec<Check> {
    let mut rows = Rows(Vec::new());
    rows.flag(CheckCode::Logged, false);
    witness_rows(
        federation,
        Some(quorum),
        quorum.reached_at(),
        now,
        &mut rows,
    );
    rows.flag(
        CheckCode::Roster,
        federation.roster().custodian(me).is_some(),
    );
    rows.0
}

/// Whether every row is right.
#[must_use]
pub fn all_right(rows: &[Check]) -> bool {
    rows.len() == CheckCode::ALL.len() && rows.iter().all(|row| row.ok)
}

struct Rows(Vec<Check>);

impl Rows {
    fn flag(&mut self, code: CheckCode, ok: bool) {
        self.0.push(Check {
            code,
            ok,
            have: None,
            need: None,
        });
    }

    fn least(&mut self, code: CheckCode, have: i64, need: i64) {
        self.0.push(Check {
            code,
            ok: have >= need,
            have: Some(have),
            need: Some(need),
        });
    }

    fn most(&mut self, code: CheckCode, have: i64, need: i64) {
        self.0.push(Check {
            code,
            ok: have <= need,
            have: Some(have),
            need: Some(need),
        });
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The witness time of the request: the q-th cosignature. Nothing counts as logged without one.
fn logged_at(e: &Evidence<'_>) -> Option<i64> {
    e.entry.and(e.quorum).and_then(Quorum::reached_at)
}

fn log_rows(e: &Evidence<'_>, rows: &mut Rows) {
    let request = e.request.body();
    rows.flag(
        CheckCode::Origin,
        request.origin == e.federation.log().name(),
    );
    let public = e
        .entry
        .and_then(|entry| crate::logged::PublicRequest::parse(&entry.public).ok());
    let card = e
        .federation
        .card(&request.card)
        .map(|known| known.card.body());
    let expected = card.map(|card| crate::logged::PublicRequest::of(e.request, card));
    let right_kind = e
        .entry
        .is_some_and(|entry| entry.kind == ugnay_log::EntryType::Request);
    rows.flag(
        CheckCode::Logged,
        right_kind && public.is_some() && public == expected,
    );
    witness_rows(e.federation, e.quorum, logged_at(e), e.now, rows);
}

fn witness_rows(
    federation: &Federation,
    quorum: Option<&Quorum>,
    logged_at: Option<i64>,
    now: i64,
    rows: &mut Rows,
) {
    let (members, need) = quorum.map_or((&[][..], 0), |q| (q.members.as_slice(), q.need));
    let policy = federation.policy();
    let need = need.max(usize::from(policy.quorum));
    rows.least(CheckCode::Witnesses, count(members.len()), count(need));
    let externals = members
        .iter()
        .filter(|m| federation.roster().is_external(&m.name))
        .count();
    let need = i64::from(policy.externals);
    rows.least(CheckCode::Externals, count(externals), need);
    let ahead = logged_at.map_or(i64::MAX, |time| time.saturating_sub(now));
    rows.most(CheckCode::Clock, ahead, MAX_SKEW);
}

fn federation_rows(e: &Evidence<'_>, rows: &mut Rows) {
    rows.flag(
        CheckCode::Policy,
        e.request.body().policy == e.federation.policy_hash(),
    );
    rows.flag(
        CheckCode::Roster,
        e.federation.roster().custodian(e.me).is_some(),
    );
}

/// How long a card must have been in the log before it is used: the policy's age; with one signature more than needed, for
/// a desk that is enrolled during a crisis (protocol §7.1), the cool-off, in which everybody has seen it.
fn card_age(federation: &Federation, known: &KnownCard) -> u32 {
    let policy = federation.policy();
    let signers = known.card.signers(federation.fed()).unwrap_or_default();
    if federation.roster().count(&signers) > usize::from(policy.k) {
        policy.card_age.min(policy.cool_off)
    } else {
        policy.card_age
    }
}

/// A drill happens on the drill ground and nothing else does; a demonstration holds no real person and is excused.
fn ground(request: &Request, policy: &Policy) -> bool {
    let drill = request.purpose == crate::Purpose::Drill;
    policy.demo || request.areas.iter().all(|a| a.is_drill() == drill)
}

fn card_rows(e: &Evidence<'_>, rows: &mut Rows) {
    let (request, policy) = (e.request.body(), e.federation.policy());
    let known = e.federation.card(&request.card);
    rows.flag(CheckCode::Card, known.is_some());
    let at = logged_at(e).unwrap_or(i64::MIN);
    let age = known.map_or(i64::MIN, |k| at.saturating_sub(k.logged_at));
    let need = known.map_or(policy.card_age, |k| card_age(e.federation, k));
    rows.least(CheckCode::CardAge, age, i64::from(need));
    let card = known.map(|k| k.card.body());
    let valid =
        card.is_some_and(|c| c.not_before <= at && request.until <= c.expires && e.now < c.expires);
    rows.flag(CheckCode::CardValid, valid);
    rows.flag(
        CheckCode::CardArea,
        card.is_some_and(|c| c.covers(&request.areas)),
    );
    let officers =
        card.is_some_and(|c| Request::verify_officers(e.request, e.federation.fed(), c).is_ok());
    rows.flag(CheckCode::Officers, officers);
    // A restore goes to a new device of the register, which is on no card; everything else to an officer's pinned key.
    let right = if request.purpose == crate::Purpose::Restore {
        e.recipient == Some(request.recipient)
    } else {
        card.is_some_and(|c| c.recipient(&request.recipient).is_some())
    };
    rows.flag(CheckCode::Recipient, right);
}

fn scope_rows(e: &Evidence<'_>, rows: &mut Rows) {
    let (request, policy) = (e.request.body(), e.federation.policy());
    let cap = policy.cap(request.purpose);
    rows.flag(CheckCode::Purpose, cap.is_some() && ground(request, policy));
    rows.most(
        CheckCode::Scope,
        count(request.areas.len()),
        cap.map_or(0, |c| i64::from(c.max_areas)),
    );
    let lgu = e.federation.card(&request.card).map(|k| k.card.body().lgu);
    let id = Request::id(e.request);
    let since = logged_at(e).unwrap_or(i64::MAX).saturating_sub(NINETY_DAYS);
    let recent = || {
        e.history
            .iter()
            .filter(|p| Some(p.lgu) == lgu && p.time > since && p.request != id)
    };
    let mut areas: BTreeSet<Area> = request.areas.iter().copied().collect();
    recent().for_each(|past| areas.extend(past.areas.iter().copied()));
    let unseen: i64 = recent().map(|past| i64::from(past.unseen)).sum();
    rows.most(
        CheckCode::Scope90Days,
        count(areas.len()).saturating_add(unseen),
        i64::from(policy.areas_per_90_days),
    );
    let requests = count(recent().count()).saturating_add(1);
    rows.most(
        CheckCode::Requests90Days,
        requests,
        i64::from(policy.requests_per_90_days),
    );
}

fn time_rows(e: &Evidence<'_>, rows: &mut Rows) {
    let (request, policy) = (e.request.body(), e.federation.policy());
    let window = policy
        .cap(request.purpose)
        .map_or(0, |c| i64::from(c.max_window));
    rows.most(
        CheckCode::Window,
        request.until.saturating_sub(request.from),
        window,
    );
    let at = logged_at(e).unwrap_or(i64::MIN);
    let pending = request.expires.saturating_sub(at);
    let open = at < request.expires && e.now < request.expires && request.from <= request.expires;
    let need = i64::from(policy.max_pending);
    rows.0.push(Check {
        code: CheckCode::Pending,
        ok: open && pending <= need,
        have: Some(pending),
        need: Some(need),
    });
    let id = Request::id(e.request);
    let before = |p: &&PastRequest| p.request == id && Some(p.time) < logged_at(e);
    rows.flag(CheckCode::Unused, e.history.iter().find(before).is_none());
}

/// SHA-256 of an officer's signing key, as requests list them.
#[must_use]
pub fn officer_hash(sign: &[u8; 32]) -> Hash32 {
    sha256(sign)
}

#[cfg(test)]
mod tests;
