//! Years of releases under faults: crashes, loss, repetition, delay and reordering of messages, people who change their minds, a
//! malicious server that hides and stalls, keeps bodies back or garbles them and enters words in others' names, a log to which
//! at the end nobody adds any more, one malicious custodian and two witnesses that lie about the time, one malicious desk.
//! Machines hear of entries through [`crate::facts`], as apps do. Checks the three promises after every step: no share before
//! its time, no card out of scope (the desk's area, the caps of one request and of 90 days, a request once), no honest release
//! blocked for good.
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
use super::outcome::{Config, Outcome};
use super::posts::{Posts, Shown};
use super::witnesses::Witnesses;
use crate::machine::{Action, Event, Phase, Rules, State, Terms};
use crate::{DecisionKind, Policy, ReleaseError, Request, checks};
use apps::{AS_BUILT, Apps};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_seal::{Hash32, sha256};
use weather::Weather;

mod apps;
mod judge;
mod server;
mod weather;

const DAY: i64 = 86_400;
const HOUR: i64 = 3600;
const ZERO: Hash32 = Hash32([0; 32]);
/// Random steps of one release.
const STEPS: u32 = 200;
/// Of so many decisions an honest person takes one back.
const WAVERS: u32 = 16;
/// Of so many times asked after that it approves at one again.
const DECIDES: u32 = 4;

/// Runs the years. The last custodian is the malicious one.
///
/// # Errors
/// When the federation cannot be made.
pub fn run(config: &Config) -> Result<Outcome, ReleaseError> {
    run_with(config, &AS_BUILT)
}

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
            let card = parties.federation.card(&asked.signed.body().card);
            let Some(card) = card.map(|known| known.card.body()) else {
                return Err(ReleaseError::Rule("a desk has its card"));
            };
            let id = Request::id(&asked.signed);
            let posts = Posts::new(&parties, card, id, apps.read);
            let weather = Weather::draw(rng);
            let mut release = Release::new(config, apps, weather, &parties, &asked, posts);
            release.play(rng)?;
            total.add(&release.judge());
        }
    }
    Ok(total)
}

/// One request and everybody's view of it.
struct Release<'a> {
    apps: &'a Apps,
    weather: Weather,
    posts: Posts<'a>,
    honest: bool,
    in_scope: bool,
    k: usize,
    veto: usize,
    cool_off: i64,
    fast: i64,
    terms: Terms,
    custodians: Vec<State>,
    admitted: Vec<bool>,
    witnesses: Witnesses,
    /// Posts in the log, by number.
    log: Vec<usize>,
    /// Posts on their way there.
    outbox: Vec<usize>,
    /// The post each custodian's app made of a decision.
    words: BTreeMap<(usize, DecisionKind, Hash32), usize>,
    /// The post of each notice, by custodian and sealed shares.
    notices: BTreeMap<(usize, Hash32), usize>,
    /// When each custodian spoke last.
    spoke: Vec<i64>,
    /// How the server showed a post to a custodian last.
    veils: BTreeMap<(usize, usize), Shown>,
    /// The server shows everything as it is.
    fair: bool,
    direct: Vec<(usize, u8)>,
    heard: Vec<BTreeSet<u8>>,
    todo: Vec<(usize, Action)>,
    now: i64,
    handed: BTreeSet<u8>,
    outcome: Outcome,
}

impl<'a> Release<'a> {
    fn new(
        config: &Config,
        apps: &'a Apps,
        weather: Weather,
        parties: &'a Parties,
        asked: &desks::Asked,
        posts: Posts<'a>,
    ) -> Self {
        let start = asked.start;
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
            apps,
            weather,
            posts,
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
            outbox: Vec::new(),
            words: BTreeMap::new(),
            notices: BTreeMap::new(),
            spoke: vec![0; usize::from(config.n)],
            veils: BTreeMap::new(),
            fair: false,
            direct: Vec::new(),
            heard: vec![BTreeSet::new(); usize::from(config.n)],
            todo: Vec::new(),
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
        let (next, actions) = (self.apps.step)(state, event);
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
    fn play(&mut self, rng: &mut ChaCha20Rng) -> Result<(), ReleaseError> {
        for _ in 0..STEPS {
            let at = rng.next_u32() as usize % self.custodians.len();
            match rng.next_u32() % 14 {
                0 | 1 => self.decide(at, rng)?,
                2 | 3 => self.sync(at, rng),
                4 => self.append(rng, true),
                5 => self.append(rng, false),
                6 | 7 => self.act(rng)?,
                8 => self.crash(at),
                9 => self.mischief(rng)?,
                10 => self.object_directly(rng),
                11 | 12 => self.witnesses_visit(rng, false),
                _ => self.now += i64::from(rng.next_u32() % self.weather.pace),
            }
        }
        self.fair = true;
        // What is in the log already is not entered again: whoever missed it has to read it there.
        self.outbox.retain(|post| !self.log.contains(post));
        for round in 0..12 {
            self.now += HOUR;
            for at in 0..self.custodians.len() {
                if !self.weather.quiet || round < 3 {
                    self.decide(at, rng)?;
                }
                self.crash(at);
            }
            self.witnesses_visit(rng, true);
            for at in 0..self.custodians.len() {
                self.sync(at, rng);
            }
            while !self.todo.is_empty() {
                self.act(rng)?;
            }
            while !self.outbox.is_empty() && round < 10 {
                self.append(rng, true);
            }
        }
        Ok(())
    }

    /// Honest people approve the honest request, though one may waver for a while; of a staged one each makes up their own mind.
    fn decide(&mut self, at: usize, rng: &mut ChaCha20Rng) -> Result<(), ReleaseError> {
        let cids = sha256(&self.terms.request.0);
        let phase = self.custodians[at].phase();
        let refused = |(kind, _)| kind == DecisionKind::Refuse;
        let doubts = if self.custodians[at].mine().is_some_and(refused) {
            !rng.next_u32().is_multiple_of(DECIDES)
        } else {
            rng.next_u32().is_multiple_of(WAVERS)
        };
        let wavers = !self.fair && phase != Phase::Granted && doubts;
        let kind = match (self.honest, at == self.malicious()) {
            (_, false) if wavers => DecisionKind::Refuse,
            (true, false) => DecisionKind::Approve,
            (false, true) => DecisionKind::Approve,
            (true, true) => self.weather.whim(rng),
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
        let before = self.custodians[at].mine();
        let (after, _) = (self.apps.step)(&self.custodians[at], Event::Decide { kind, cids });
        if after.mine() != before {
            // Signed once, later than anything said before.
            let time = self.now.max(self.spoke[at] + 1);
            self.spoke[at] = time;
            let post = self.posts.decision(number(at), kind, cids, time, rng)?;
            self.words.insert((at, kind, cids), post);
        }
        self.deliver(at, Event::Decide { kind, cids });
        Ok(())
    }

    /// Does one thing some app was asked to do; order is random.
    fn act(&mut self, rng: &mut ChaCha20Rng) -> Result<(), ReleaseError> {
        if self.todo.is_empty() {
            return Ok(());
        }
        let (at, action) = self
            .todo
            .swap_remove(rng.next_u32() as usize % self.todo.len());
        let x = number(at);
        match action {
            Action::LogDecision { kind, cids } => {
                if kind == DecisionKind::Object {
                    let others = (0..self.custodians.len()).filter(|other| *other != at);
                    self.direct.extend(others.map(|other| (other, x)));
                }
                self.outbox.extend(self.words.get(&(at, kind, cids)));
            }
            Action::Seal { cids, .. } => {
                let sealed = sha256(&[&cids.0[..], &[x], &rng.next_u64().to_be_bytes()].concat());
                self.deliver(at, Event::Sealed { cids, sealed });
            }
            Action::LogNotice { cids, sealed } => {
                // Signed once; that very signature is sent again.
                let notice = match self.notices.get(&(at, sealed)) {
                    Some(made) => *made,
                    None => self.posts.notice(x, cids, sealed, rng)?,
                };
                self.notices.insert((at, sealed), notice);
                self.outbox.push(notice);
            }
            Action::HandOver { .. } => {
                self.handed.insert(x);
            }
            Action::SyncFrom { .. } => self.sync(at, rng),
            Action::Ask | Action::Forget => {}
        }
        Ok(())
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
}

/// The roster index of a custodian.
fn number(at: usize) -> u8 {
    u8::try_from(at + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests;
