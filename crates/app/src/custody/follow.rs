//! Following the log: new requests are looked at, known ones get what is new about them, and the machine is asked what
//! to do. All that was learnt is written before any of it is done.

use super::case::Case;
use super::node::CustodianNode;
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::view::{Advance, Seen};
use crate::federation::{restore, sealed_body};
use ugnay_log::EntryType;
use ugnay_release::checks::{self, Evidence, PastRequest};
use ugnay_release::machine::{Phase, Rules, Terms};
use ugnay_release::{Check, Event, Request, RequestId, Signed, State, logged, step};
use ugnay_sync::Client;
use ugnay_vault::Changes;

/// What following the log brought.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Followed {
    /// New entries.
    pub entries: u64,
    /// Requests seen for the first time.
    pub requests: u32,
    /// Sealed shares handed over.
    pub handed_over: u32,
}

impl CustodianNode {
    /// Follows the log, looks at new requests, and does what the machine says.
    ///
    /// # Errors
    /// An alarm of the log, or a buffer that cannot be reached; what was done is kept, the rest follows next time.
    pub fn follow(&mut self, client: &mut Client, env: &mut Env) -> Result<Followed, AppError> {
        let advance = match self.view.update(client) {
            Ok(advance) => advance,
            Err(e) => {
                self.keep_alarm(&e, env.now())?;
                return Err(e);
            }
        };
        let requests = self.look_at_new(client, env)?;
        let mut todo = Vec::new();
        for id in self.cases.keys().copied().collect::<Vec<_>>() {
            self.find_recipient(client, &id)?;
            self.date_again(&id);
            self.present_again(&id, env);
            let events = self.news(client, &id, &advance, env.now())?;
            for event in events {
                self.handle(env, &id, event, &mut todo)?;
            }
            self.offer_new_epochs(env, &id, &mut todo)?;
            // Whatever is not known to be done is said again.
            self.handle(env, &id, Event::Resume, &mut todo)?;
        }
        self.write(Changes::default())?;
        let handed_over = self.carry_out(client, env, todo)?;
        let entries = advance.size.saturating_sub(advance.from);
        Ok(Followed {
            entries,
            requests,
            handed_over,
        })
    }

    /// A checkpoint seen later may date the request's entry earlier: more witnesses had signed than were shown at first.
    fn date_again(&mut self, id: &RequestId) {
        let Some(case) = self.cases.get_mut(id) else {
            return;
        };
        if let Some(seen) = self.view.entry(case.index) {
            case.quorum.clone_from(&seen.quorum);
        }
    }

    /// Finds the key that shares would go to; while there is none, nothing is sealed.
    fn find_recipient(&mut self, client: &mut Client, id: &RequestId) -> Result<(), AppError> {
        let Some(case) = self.cases.get_mut(id).filter(|c| c.recipient.is_none()) else {
            return Ok(());
        };
        match restore::recipient(client, case.request.body(), &case.card) {
            Ok(key) => case.recipient = Some(key),
            Err(e) if e.code == ErrorCode::Refused => {}
            Err(e) => return Err(e),
        }
        Ok(())
    }

    /// What happened about a request. Everything the log says of it is read again each time, from its own entry on: a body
    /// that was kept back yesterday is heard today.
    fn news(
        &mut self,
        client: &mut Client,
        id: &RequestId,
        advance: &Advance,
        now: i64,
    ) -> Result<Vec<Event>, AppError> {
        let Some(case) = self.cases.get(id) else {
            return Ok(Vec::new());
        };
        let (card, size) = (case.card.clone(), case.state.size());
        // What is over stays over: only what is new about it is looked at.
        let from = match case.phase() {
            Phase::Ended(_) => size,
            _ => case.index,
        };
        let facts = self.view.facts(client, id, &card, from)?;
        let synced = Event::Synced {
            from: size,
            size: advance.size,
            root: advance.root,
            vouched: advance.vouched,
            facts,
        };
        Ok(vec![Event::Clock { now }, synced])
    }

    /// Looks at every request in the log that is not known yet; one whose body did not come is tried again next time.
    fn look_at_new(&mut self, client: &mut Client, env: &mut Env) -> Result<u32, AppError> {
        let known: std::collections::BTreeSet<u64> = self.cases.values().map(|c| c.index).collect();
        let new: Vec<Seen> = self
            .view
            .entries()
            .iter()
            .filter(|s| s.entry.kind == EntryType::Request && !known.contains(&s.index))
            .cloned()
            .collect();
        let mut count = 0;
        for seen in new {
            if let Some(case) = self.look(client, &seen)?
                && !self.cases.contains_key(&case.id())
            {
                let id = case.id();
                self.cases.insert(id, case);
                self.present_again(&id, env);
                count += 1;
            }
        }
        Ok(count)
    }

    fn look(&mut self, client: &mut Client, seen: &Seen) -> Result<Option<Case>, AppError> {
        let Some(sealed) = self.view.body(client, seen.index)? else {
            return Ok(None);
        };
        let opened = self
            .keys
            .pairs()
            .find_map(|p| sealed_body::open(p, &sealed).ok());
        let Some(request) = opened.and_then(|b| logged::open::<Request>(&seen.entry, &b).ok())
        else {
            return Ok(None);
        };
        let Some(known) = self.view.federation.card(&request.body().card) else {
            return Ok(None);
        };
        let Ok(me) = self.x() else { return Ok(None) };
        let policy = self.view.federation.policy();
        let rules = Rules {
            me,
            k: policy.k,
            veto: policy.veto,
            cool_off: i64::from(policy.cool_off),
            fast_cool_off: i64::from(policy.fast_cool_off),
        };
        Ok(Some(Case {
            card: known.card.body().clone(),
            index: seen.index,
            entry: seen.entry.clone(),
            quorum: seen.quorum.clone(),
            checks: Vec::new(),
            // Facts from the request's own entry on: what was said about it earlier cannot be about it.
            state: State::new(rules, seen.index),
            request,
            mine: Vec::new(),
            sealed: Vec::new(),
            recipient: None,
            dirty: true,
        }))
    }

    /// Every check of a request, as things are now.
    #[must_use]
    pub fn check(&self, id: &RequestId, now: i64) -> Option<Vec<Check>> {
        let case = self.cases.get(id)?;
        let history = self.history(id);
        Some(checks::run(&Evidence {
            federation: &self.view.federation,
            me: case_seat(case),
            request: &case.request,
            entry: Some(&case.entry),
            quorum: Some(&case.quorum),
            history: &history,
            now,
        }))
    }

    /// Checks anew, and tells the machine while it has no presentation with every row right.
    pub(super) fn present_again(&mut self, id: &RequestId, env: &Env) {
        let Some(rows) = self.check(id, env.now()) else {
            return;
        };
        let Some(case) = self.cases.get_mut(id) else {
            return;
        };
        case.checks.clone_from(&rows);
        // Whoever refused meanwhile may still approve once every row is right.
        if case.state.terms().is_none() {
            let terms = terms(&case.request, case.quorum.reached_at());
            let (state, _) = step(
                &case.state,
                Event::Presented {
                    terms,
                    checks: rows,
                },
            );
            case.dirty |= state != case.state;
            case.state = state;
        }
    }

    /// The other requests known here, by their time in the log.
    fn history(&self, but: &RequestId) -> Vec<PastRequest> {
        let past = |(id, c): (&RequestId, &Case)| PastRequest {
            request: *id,
            lgu: c.card.lgu,
            time: c.quorum.reached_at().unwrap_or(c.request.body().from),
            areas: c.request.body().areas.clone(),
        };
        let before = |c: &Case| self.cases.get(but).is_none_or(|own| c.index < own.index);
        self.cases
            .iter()
            .filter(|(id, c)| *id != but && before(c))
            .map(past)
            .collect()
    }
}

/// The seat a case is judged from: fixed when it was first seen.
pub(super) fn case_seat(case: &Case) -> u8 {
    case.state.rules().me
}

fn terms(request: &Signed<Request>, reached: Option<i64>) -> Terms {
    Terms {
        request: Request::id(request),
        start: reached.unwrap_or(i64::MAX),
        expires: request.body().expires,
        until: request.body().until,
    }
}
