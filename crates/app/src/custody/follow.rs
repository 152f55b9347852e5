//! Following the log: every request in it is looked at, shown or not; known ones get what is new about them, and the machine is asked what
//! to do. All that was learnt is written before any of it is done.

use super::act::Todo;
use super::case::Case;
use super::node::CustodianNode;
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::view::{Advance, Seen};
use crate::federation::{restore, sealed_body};
use ugnay_log::EntryType;
use ugnay_release::checks::{self, Evidence, PastRequest};
use ugnay_release::logged::PublicRequest;
use ugnay_release::machine::{Phase, Rules, Terms};
use ugnay_release::{Check, Event, Request, RequestId, Signed, State, logged, step};
use ugnay_seal::SealPublic;
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
        let (mut followed, todo) = self.learn(client, env)?;
        followed.handed_over = self.carry_out(client, env, todo)?;
        Ok(followed)
    }

    /// Reads the log and writes down what follows from it; gives what has to leave the house.
    pub(super) fn learn(
        &mut self,
        client: &mut Client,
        env: &mut Env,
    ) -> Result<(Followed, Vec<Todo>), AppError> {
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
        let followed = Followed {
            entries: advance.size.saturating_sub(advance.from),
            requests,
            handed_over: 0,
        };
        Ok((followed, todo))
    }

    /// A checkpoint seen later may have more witnesses than the first, outside ones among them, or date the entry earlier.
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
        let Some(request) = case.body() else {
            return Ok(());
        };
        match restore::recipient(client, request, &case.card) {
            Ok(key) => {
                case.recipient = Some(key);
                case.dirty = true;
            }
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

    /// Looks at every request in the log that was not shown to this custodian yet. One whose body does not come, is for other
    /// eyes or says something else is a request all the same: it can be objected to. It is tried again until it is over.
    fn look_at_new(&mut self, client: &mut Client, env: &mut Env) -> Result<u32, AppError> {
        let Ok(me) = self.x() else { return Ok(0) };
        let shown: std::collections::BTreeSet<u64> = self
            .cases
            .values()
            .filter(|c| c.request.is_some())
            .map(|c| c.index)
            .collect();
        let asked = self
            .view
            .entries()
            .iter()
            .filter(|s| s.entry.kind == EntryType::Request && !shown.contains(&s.index));
        let mut count = 0;
        for seen in asked.cloned().collect::<Vec<_>>() {
            let Ok(public) = PublicRequest::parse(&seen.entry.public) else {
                continue;
            };
            let id = public.request;
            let settled = |c: &Case| c.request.is_some() || matches!(c.phase(), Phase::Ended(_));
            if self.cases.get(&id).is_some_and(settled) {
                continue;
            }
            let request = self.open_request(client, &seen, &id)?;
            match self.cases.get_mut(&id) {
                Some(_) if request.is_none() => continue,
                Some(case) => {
                    case.set(&self.view, &seen, request);
                    case.dirty = true;
                }
                None => {
                    // Facts from the request's own entry on: what was said about it earlier cannot be about it.
                    let state = State::new(self.rules(me), seen.index);
                    let case = Case::new(&self.view, &seen, request, state)?;
                    self.cases.insert(id, case);
                    count += 1;
                }
            }
            self.present_again(&id, env);
        }
        Ok(count)
    }

    fn rules(&self, me: u8) -> Rules {
        let policy = self.view.federation.policy();
        Rules {
            me,
            k: policy.k,
            veto: policy.veto,
            cool_off: i64::from(policy.cool_off),
            fast_cool_off: i64::from(policy.fast_cool_off),
        }
    }

    /// The request an entry commits to, if its body comes, opens with a key of this custodian, and is the one the entry names.
    fn open_request(
        &mut self,
        client: &mut Client,
        seen: &Seen,
        id: &RequestId,
    ) -> Result<Option<Signed<Request>>, AppError> {
        let pairs: Vec<_> = self.keys.pairs().collect();
        let open = |sealed: &[u8]| {
            let body = pairs
                .iter()
                .find_map(|p| sealed_body::open(p, sealed).ok())?;
            let request = logged::open::<Request>(&seen.entry, &body).ok()?;
            (Request::id(&request) == *id).then_some(request)
        };
        self.view.body_if(client, seen.index, open)
    }

    /// Every check of a request, as things are now.
    #[must_use]
    pub fn check(&self, id: &RequestId, now: i64) -> Option<Vec<Check>> {
        let case = self.cases.get(id)?;
        let (federation, me) = (&self.view.federation, case_seat(case));
        let Some(request) = &case.request else {
            return Some(checks::unseen(federation, me, &case.quorum, now));
        };
        let history = self.history(id);
        Some(checks::run(&Evidence {
            federation,
            me,
            request,
            entry: Some(&case.entry),
            quorum: Some(&case.quorum),
            history: &history,
            recipient: case.recipient.as_ref().map(SealPublic::hash),
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
        if let Some(request) = case
            .request
            .as_ref()
            .filter(|_| case.state.terms().is_none())
        {
            let terms = terms(request, case.quorum.reached_at());
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
        let before = |c: &Case| self.cases.get(but).is_none_or(|own| c.index < own.index);
        self.cases
            .iter()
            .filter(|(id, c)| *id != but && before(c))
            .filter_map(|(_, c)| c.past(&self.view))
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
