//! Years of releases under faults: crashes, loss, repetition, delay and reordering of messages, a malicious server that hides and
//! stalls, a log to which at the end nobody adds any more, one malicious custodian and two witnesses that lie about the time, one
//! malicious desk. Checks the three promises after every step: no share before its time,
//! no card out of scope (the desk's area, the caps of one request and of 90 days, a request once), no honest release blocked for good.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "a simulator's slip may panic: it runs in tests and drills only, on small numbers of its own"
    )
)]

use super::Parties;
use super::desks::{self, Desks};
use super::witnesses::Witnesses;
use crate::facts::{self, Context};
use crate::machine::{Action, Event, Fact, Rules, State, Terms, step};
use crate::{
    Check, Closing, ClosingKind, DecisionKind, Policy, ReleaseError, Request, Signed, checks,
    logged,
};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_seal::{Hash32, sha256};

const DAY: i64 = 86_400;
const HOUR: i64 = 3600;
const ZERO: Hash32 = Hash32([0; 32]);

/// What to simulate.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Custodians.
    pub n: u8,
    /// Threshold.
    pub k: u8,
    /// Years.
    pub years: u32,
    /// Requests in a year; every second is the malicious desk's.
    pub requests_per_year: u32,
    /// Seed of everything.
    pub seed: u64,
}

/// What happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Requests made.
    pub requests: u64,
    /// Requests by the honest desk.
    pub honest: u64,
    /// Honest requests for which at least k custodians handed over.
    pub released: u64,
    /// Requests whose checks failed at every honest custodian.
    pub rejected: u64,
    /// Of those, what the desk's earlier requests forbid: more than it may in 90 days, or an id twice.
    pub over_caps: u64,
    /// Malicious requests with every row right (a staged emergency); humans decided.
    pub staged: u64,
    /// Staged requests that were released, all by quorum and after the cool-off.
    pub staged_released: u64,
    /// Crashes of a custodian's app.
    pub crashes: u64,
    /// Messages delivered.
    pub messages: u64,
    /// Shares handed over before the rules allowed.
    pub early: u64,
    /// Shares handed over for something out of scope or of the desk's area.
    pub out_of_scope: u64,
    /// Honest requests that could not be released.
    pub blocked: u64,
}

impl Outcome {
    /// Whether the three promises held.
    #[must_use]
    pub fn kept(&self) -> bool {
        self.early == 0
            && self.out_of_scope == 0
            && self.blocked == 0
            && self.released == self.honest
    }

    fn add(&mut self, other: &Self) {
        let pairs = [
            (&mut self.requests, other.requests),
            (&mut self.honest, other.honest),
            (&mut self.released, other.released),
            (&mut self.rejected, other.rejected),
            (&mut self.over_caps, other.over_caps),
            (&mut self.staged, other.staged),
            (&mut self.staged_released, other.staged_released),
            (&mut self.crashes, other.crashes),
            (&mut self.messages, other.messages),
            (&mut self.early, other.early),
            (&mut self.out_of_scope, other.out_of_scope),
            (&mut self.blocked, other.blocked),
        ];
        for (sum, one) in pairs {
            *sum = sum.saturating_add(one);
        }
    }
}

/// Runs the years. The last custodian is the malicious one.
///
/// # Errors
/// When the federation cannot be made.
pub fn run(config: &Config) -> Result<Outcome, ReleaseError> {
    run_with(config, &AS_BUILT)
}

/// What stands between the world and the custodians' machines: tests break it to see that broken promises are noticed.
struct Apps {
    /// The rules a machine goes by; the simulator judges by the policy's.
    rules: fn(Rules) -> Rules,
    /// The rows a machine is shown; the simulator judges by what the checks found.
    rows: fn(Vec<Check>) -> Vec<Check>,
    /// Whether witnesses say again, after a while, that nothing was added.
    renew: bool,
    /// What they take the malicious custodian's closing for.
    closing: fn(Option<Fact>) -> Option<Fact>,
}

const AS_BUILT: Apps = Apps {
    rules: |rules| rules,
    rows: |rows| rows,
    renew: true,
    closing: |fact| fact,
};

fn run_with(config: &Config, apps: &Apps) -> Result<Outcome, ReleaseError> {
    let policy = Policy::standard(config.n, config.k, config.n);
    let mut rng = ChaCha20Rng::seed_from_u64(config.seed);
    let mut total = Outcome::default();
    for year in 0..config.years {
        // A new federation every hundred years; keys are slow to make.
        if year.is_multiple_of(100) || year == 0 {
            let parties =
                Parties::new(config.seed.wrapping_add(u64::from(year)), policy.clone(), 0)?;
            let until = config.years.saturating_sub(year).min(100);
            total.add(&century(config, apps, parties, until, &mut rng)?);
        }
    }
    Ok(total)
}

fn century(
    config: &Config,
    apps: &Apps,
    mut parties: Parties,
    years: u32,
    rng: &mut ChaCha20Rng,
) -> Result<Outcome, ReleaseError> {
    let mut total = Outcome::default();
    let mut desks = Desks::new(&mut parties)?;
    for _ in 0..years {
        // Desk cards live a year: each year starts the calendar again, with the cards logged at 0.
        desks.new_year();
        for number in 0..config.requests_per_year {
            let start = 30 * DAY
                + i64::from(number) * 330 * DAY / i64::from(config.requests_per_year.max(1));
            let honest = number.is_multiple_of(2);
            let asked = desks.ask(&mut parties, honest, start, rng)?;
            let closing = (apps.closing)(closing(&parties, &asked.signed)?);
            let mut release = Release::new(config, apps, &parties, &asked, start);
            release.quiet = rng.next_u32().is_multiple_of(2);
            release.closing = closing;
            release.play(rng);
            total.add(&release.judge());
        }
    }
    Ok(total)
}

/// What the malicious custodian's closing of a request is, read as every custodian's app reads it.
fn closing(parties: &Parties, asked: &Signed<Request>) -> Result<Option<Fact>, ReleaseError> {
    let (Some(own), Some(desk)) = (
        parties.custodians.last(),
        parties.federation.card(&asked.body().card),
    ) else {
        return Ok(None);
    };
    let request = Request::id(asked);
    let closing = Closing {
        kind: ClosingKind::GrantClose,
        request,
        document: ZERO,
        text: String::new(),
        time: asked.body().from,
    };
    let public = logged::public_of_closing(&closing);
    let signed = Signed::new(closing, parties.federation.fed(), &[own])?;
    let mut dice = ChaCha20Rng::seed_from_u64(0);
    let made = logged::submission(&signed, public, &own.public(), 0, &mut dice);
    let context = Context {
        fed: parties.federation.fed(),
        roster: parties.federation.roster(),
        card: desk.card.body(),
        request: &request,
    };
    Ok(facts::fact(&made.entry, Some(&made.body), &context))
}

/// One request and everybody's view of it.
struct Release {
    honest: bool,
    in_scope: bool,
    k: usize,
    veto: usize,
    cool_off: i64,
    fast: i64,
    terms: Terms,
    custodians: Vec<State>,
    admitted: Vec<bool>,
    log: Vec<Fact>,
    witnesses: Witnesses,
    /// At the end nobody says anything that is not asked for: the log stands still through the cool-off.
    quiet: bool,
    outbox: Vec<Fact>,
    direct: Vec<(usize, u8)>,
    heard: Vec<BTreeSet<u8>>,
    todo: Vec<(usize, Action)>,
    closing: Option<Fact>,
    now: i64,
    handed: BTreeSet<u8>,
    outcome: Outcome,
}

impl Release {
    fn new(
        config: &Config,
        apps: &Apps,
        parties: &Parties,
        asked: &desks::Asked,
        start: i64,
    ) -> Self {
        let policy = parties.federation.policy();
        let (honest, rows) = (asked.honest, &asked.rows);
        let body = asked.signed.body();
        let terms = Terms {
            request: Request::id(&asked.signed),
            start,
            expires: body.expires,
            until: body.until,
        };
        let mut release = Self {
            honest,
            in_scope: asked.in_scope,
            k: usize::from(policy.k),
            veto: usize::from(policy.veto),
            cool_off: i64::from(policy.cool_off),
            fast: i64::from(policy.fast_cool_off),
            terms,
            custodians: Vec::new(),
            admitted: Vec::new(),
            log: Vec::new(),
            witnesses: Witnesses::new(config.n, start, apps.renew.then(|| policy.renewal())),
            quiet: false,
            outbox: Vec::new(),
            direct: Vec::new(),
            heard: vec![BTreeSet::new(); usize::from(config.n)],
            todo: Vec::new(),
            closing: None,
            now: start,
            handed: BTreeSet::new(),
            outcome: Outcome {
                requests: 1,
                honest: u64::from(honest),
                over_caps: u64::from(!honest && desks::only_history_forbids(rows)),
                ..Outcome::default()
            },
        };
        for me in 1..=config.n {
            let rules = Rules {
                me,
                k: policy.k,
                veto: policy.veto,
                cool_off: i64::from(policy.cool_off),
                fast_cool_off: i64::from(policy.fast_cool_off),
            };
            release.custodians.push(State::new((apps.rules)(rules), 0));
            release.admitted.push(checks::all_right(rows));
            release.deliver(
                usize::from(me) - 1,
                Event::Presented {
                    terms,
                    checks: (apps.rows)(rows.clone()),
                },
            );
        }
        release
    }

    fn malicious(&self) -> usize {
        self.custodians.len() - 1
    }

    /// Delivers an event to a custodian's machine and keeps what it wants done.
    fn deliver(&mut self, at: usize, event: Event) {
        let Some(state) = self.custodians.get(at) else {
            return;
        };
        let (next, actions) = step(state, event);
        self.outcome.messages += 1;
        if let Some(state) = self.custodians.get_mut(at) {
            *state = next;
        }
        for action in &actions {
            if let Action::HandOver { cids, sealed } = action {
                self.check(at, *cids, *sealed);
            }
        }
        self.todo
            .extend(actions.into_iter().map(|action| (at, action)));
    }

    /// Random steps in random order until long after the cool-off, then a fair end in which everything gets through.
    fn play(&mut self, rng: &mut ChaCha20Rng) {
        for _ in 0..60 {
            let at = rng.next_u32() as usize % self.custodians.len();
            match rng.next_u32() % 14 {
                0 | 1 => self.decide(at, rng),
                2 | 3 => self.sync(at, rng),
                4 => self.append(rng, true),
                5 => self.append(rng, false),
                6 | 7 => self.act(rng),
                8 => self.crash(at),
                9 => self.mischief(rng),
                10 => self.object_directly(rng),
                11 | 12 => self.witnesses_visit(rng, false),
                _ => self.now += i64::from(rng.next_u32() % 7200),
            }
        }
        for round in 0..12 {
            self.now += HOUR;
            for at in 0..self.custodians.len() {
                if !self.quiet || round < 3 {
                    self.decide(at, rng);
                }
                self.crash(at);
            }
            self.witnesses_visit(rng, true);
            for at in 0..self.custodians.len() {
                self.sync(at, rng);
            }
            while !self.todo.is_empty() {
                self.act(rng);
            }
            while !self.outbox.is_empty() && round < 10 {
                self.append(rng, true);
            }
        }
    }

    /// Honest people approve the honest request; of a staged one each makes up their own mind.
    fn decide(&mut self, at: usize, rng: &mut ChaCha20Rng) {
        let cids = sha256(&self.terms.request.0);
        let kind = match (self.honest, at == self.malicious()) {
            (true, false) => DecisionKind::Approve,
            (false, true) => DecisionKind::Approve,
            (true, true) => [
                DecisionKind::Object,
                DecisionKind::Refuse,
                DecisionKind::Approve,
            ][rng.next_u32() as usize % 3],
            (false, false) => [
                DecisionKind::Approve,
                DecisionKind::Object,
                DecisionKind::Refuse,
            ][at % 3],
        };
        let cids = if kind == DecisionKind::Approve {
            cids
        } else {
            ZERO
        };
        self.deliver(at, Event::Decide { kind, cids });
    }

    /// Witnesses visit the log as it is: all honest ones, or those that happen to come. Two lie: one is in the future, the
    /// other in the past.
    fn witnesses_visit(&mut self, rng: &mut ChaCha20Rng, all: bool) {
        let size = self.log.len();
        let liars = self.witnesses.count() - 2;
        for witness in 0..self.witnesses.count() {
            let comes = all || !rng.next_u32().is_multiple_of(4);
            let time = match witness.checked_sub(liars) {
                None => self.now,
                Some(0) => self.now + 99 * DAY,
                Some(_) => self.now - 99 * DAY,
            };
            if comes && (witness < liars || rng.next_u32().is_multiple_of(2)) {
                self.witnesses.visit(witness, size, time);
            }
        }
    }

    /// The server shows a custodian the whole log up to what a quorum cosigned (a mirror accepts nothing less), at times with
    /// cosignatures of a while ago.
    fn sync(&mut self, at: usize, rng: &mut ChaCha20Rng) {
        let from = self
            .custodians
            .get(at)
            .map_or(0, |s| usize::try_from(s.size()).unwrap_or(0));
        let shown = self.witnesses.shown();
        let new = self.log.get(from..shown).unwrap_or_default();
        let facts: Vec<(u64, Fact)> = (from as u64..).zip(new.iter().copied()).collect();
        let size = shown as u64;
        let root = sha256(&size.to_be_bytes());
        let older = (rng.next_u32() % 3) as usize;
        self.deliver(at, Event::Clock { now: self.now });
        self.deliver(
            at,
            Event::Synced {
                from: from as u64,
                size,
                root,
                vouched: self.witnesses.vouched(older),
                facts,
            },
        );
    }

    /// The server appends a message it holds, in any order; when it is honest for a moment, without keeping it to repeat.
    fn append(&mut self, rng: &mut ChaCha20Rng, forget: bool) {
        if self.outbox.is_empty() || self.log.len() > 200 {
            self.outbox.clear();
            return;
        }
        let pick = rng.next_u32() as usize % self.outbox.len();
        let fact = self.outbox[pick];
        self.log.push(fact);
        if forget {
            self.outbox.swap_remove(pick);
        }
    }

    /// Does one thing some app was asked to do; order is random.
    fn act(&mut self, rng: &mut ChaCha20Rng) {
        if self.todo.is_empty() {
            return;
        }
        let (at, action) = self
            .todo
            .swap_remove(rng.next_u32() as usize % self.todo.len());
        let x = u8::try_from(at + 1).unwrap_or(0);
        match action {
            Action::LogDecision { kind, cids } => {
                if kind == DecisionKind::Object {
                    let others = (0..self.custodians.len()).filter(|other| *other != at);
                    self.direct.extend(others.map(|other| (other, x)));
                }
                self.outbox.push(Fact::Decided { x, kind, cids });
            }
            Action::Seal { cids, .. } => {
                let sealed = sha256(&[&cids.0[..], &[x], &rng.next_u64().to_be_bytes()].concat());
                self.deliver(at, Event::Sealed { cids, sealed });
            }
            Action::LogNotice { cids, sealed } => {
                self.outbox.push(Fact::Shared { x, cids, sealed })
            }
            Action::HandOver { .. } => {
                self.handed.insert(x);
            }
            Action::SyncFrom { .. } => self.sync(at, rng),
            Action::Ask | Action::Forget => {}
        }
    }

    /// The app stops before doing what it was asked, and starts again from what it stored.
    fn crash(&mut self, at: usize) {
        self.todo.retain(|(who, _)| *who != at);
        self.outcome.crashes += 1;
        let stored = self.custodians.get(at).and_then(|s| s.to_bytes().ok());
        if let Some(state) = stored.and_then(|bytes| State::from_bytes(&bytes).ok()) {
            self.custodians[at] = state;
        }
        self.deliver(at, Event::Resume);
    }

    /// The malicious custodian says things to the log in its own name, a closing among them; the server shows entries that do not
    /// follow.
    fn mischief(&mut self, rng: &mut ChaCha20Rng) {
        let x = u8::try_from(self.custodians.len()).unwrap_or(0);
        let cids = if rng.next_u32().is_multiple_of(2) {
            sha256(&self.terms.request.0)
        } else {
            sha256(b"other")
        };
        let kinds = [
            DecisionKind::Approve,
            DecisionKind::Refuse,
            DecisionKind::Object,
        ];
        let kind = kinds[rng.next_u32() as usize % 3];
        self.outbox.push(Fact::Decided { x, kind, cids });
        self.outbox.push(Fact::Shared {
            x,
            cids,
            sealed: sha256(b"junk"),
        });
        self.outbox.extend(self.closing);
        let at = rng.next_u32() as usize % self.custodians.len();
        let gap = self.log.len() as u64 + 3;
        let facts = (1..=3)
            .map(|x| {
                (
                    gap,
                    Fact::Decided {
                        x,
                        kind: DecisionKind::Approve,
                        cids,
                    },
                )
            })
            .collect();
        let event = Event::Synced {
            from: gap,
            size: gap + 3,
            root: ZERO,
            vouched: self.now + 99 * DAY,
            facts,
        };
        self.deliver(at, event);
    }

    fn object_directly(&mut self, rng: &mut ChaCha20Rng) {
        if !self.direct.is_empty() {
            let (at, x) = self
                .direct
                .swap_remove(rng.next_u32() as usize % self.direct.len());
            self.heard[at].insert(x);
            self.deliver(at, Event::ObjectionReceived { x });
        }
    }

    /// The rule, over what was really logged and shown to this custodian, at the moment it lets a share go.
    fn check(&mut self, at: usize, cids: Hash32, sealed: Hash32) {
        let x = u8::try_from(at + 1).unwrap_or(0);
        let seen = usize::try_from(self.custodians[at].size()).unwrap_or(0);
        let known = &self.log[..seen];
        let mut latest = BTreeMap::new();
        let mut objecting = self.heard[at].clone();
        for fact in known {
            if let Fact::Decided { x, kind, cids } = fact {
                latest.insert(*x, (*kind, *cids));
                if *kind == DecisionKind::Object {
                    objecting.insert(*x);
                }
            }
        }
        let count = latest
            .values()
            .filter(|said| **said == (DecisionKind::Approve, cids))
            .count();
        let wait = if count > self.k {
            self.fast
        } else {
            self.cool_off
        };
        let in_time = self.now >= self.terms.start + wait && self.now < self.terms.until;
        let right = self.admitted[at]
            && count >= self.k
            && latest.get(&x) == Some(&(DecisionKind::Approve, cids))
            && in_time
            && objecting.len() < self.veto
            && !known.contains(&Fact::Closed)
            && known.contains(&Fact::Shared { x, cids, sealed });
        self.outcome.early += u64::from(!right);
        let scoped = self.in_scope && cids == sha256(&self.terms.request.0);
        self.outcome.out_of_scope += u64::from(!scoped);
    }

    fn judge(mut self) -> Outcome {
        let released = self.handed.len() >= self.k;
        let admitted = self.admitted.iter().any(|ok| *ok);
        if self.honest {
            self.outcome.released = u64::from(released);
            self.outcome.blocked = u64::from(!released);
        } else if admitted {
            self.outcome.staged = 1;
            self.outcome.staged_released = u64::from(released);
        } else {
            self.outcome.rejected = 1;
        }
        self.outcome
    }
}

#[cfg(test)]
mod tests;
