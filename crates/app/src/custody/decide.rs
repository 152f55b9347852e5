//! The person in charge decides, and the machine is told. A decision is signed once; that very signature goes to the log.

use super::act::Todo;
use super::case::Mine;
use super::follow::case_seat;
use super::may;
use super::node::CustodianNode;
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::refused;
use ugnay_release::logged::Word;
use ugnay_release::machine::Phase;
use ugnay_release::{Decision, DecisionKind, Event, Reason, RequestId, checks, cids_hash};
use ugnay_seal::Hash32;
use ugnay_sync::Client;
use ugnay_vault::Changes;

impl CustodianNode {
    /// The person in charge decides. An approval is refused unless every check is right at this moment.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for an unknown request; [`ErrorCode::Refused`] with `checks` (an approval while a row is
    /// wrong), `not_now` or `roster`; a buffer that cannot be reached (the decision is kept and sent with the next exchange).
    pub fn decide(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
        kind: DecisionKind,
        reason: (Reason, String),
    ) -> Result<(), AppError> {
        let todo = self.decide_here(env, id, kind, reason)?;
        self.carry_out(client, env, todo)?;
        Ok(())
    }

    /// Decides without a line: signed and written here, sent with the next exchange.
    ///
    /// # Errors
    /// As [`Self::decide`], but for the buffer.
    pub fn decide_offline(
        &mut self,
        env: &mut Env,
        id: &RequestId,
        kind: DecisionKind,
        reason: (Reason, String),
    ) -> Result<(), AppError> {
        self.decide_here(env, id, kind, reason).map(drop)
    }

    /// Says again, without following the log first, what is not known to have arrived: decisions and notices.
    ///
    /// # Errors
    /// A buffer that cannot be reached.
    pub fn say_again(&mut self, client: &mut Client, env: &mut Env) -> Result<(), AppError> {
        let mut todo = Vec::new();
        for id in self.cases.keys().copied().collect::<Vec<_>>() {
            self.handle(env, &id, Event::Resume, &mut todo)?;
        }
        self.write(Changes::default())?;
        todo.retain(|t| matches!(t, Todo::Log(_)));
        self.carry_out(client, env, todo).map(drop)
    }

    fn decide_here(
        &mut self,
        env: &mut Env,
        id: &RequestId,
        kind: DecisionKind,
        (reason, text): (Reason, String),
    ) -> Result<Vec<Todo>, AppError> {
        let case = self.cases.get(id).ok_or(ErrorCode::NotFound)?;
        if self.x()? != case_seat(case) {
            return Err(refused("roster"));
        }
        let right = checks::all_right(&self.check(id, env.now()).unwrap_or_default());
        if kind == DecisionKind::Approve && !right {
            return Err(refused("checks"));
        }
        let scope = self.scope_of(case);
        let cids = cids_hash(&scope);
        if !may::decide(case, right, cids).contains(&kind) {
            return Err(refused("not_now"));
        }
        let (scope, cids) = match kind {
            DecisionKind::Approve => (scope, cids),
            _ => (Vec::new(), Hash32([0; 32])),
        };
        let x = case_seat(case);
        let now = env.now();
        // Never older than what was said before, whatever the clock says: of two words the later one stands.
        let mine = case.mine.iter().map(|m| m.time).max();
        let said = self.view.last_word(id, x).max(mine);
        let time = said.map_or(now, |last| now.max(last.saturating_add(1)));
        let decision = Decision {
            kind,
            request: *id,
            cids,
            x,
            reason,
            text: text.clone(),
            time,
        };
        let word = Word::sign(&decision, self.view.federation.fed(), &self.keys.sign);
        let public = word.to_bytes();
        let pending = self.pending(decision, public, env)?;
        if let Some(case) = self.cases.get_mut(id) {
            case.mine.push(Mine {
                kind,
                cids,
                scope,
                reason,
                text,
                time,
                pending,
            });
            case.dirty = true;
        }
        let mut todo = Vec::new();
        self.handle(env, id, Event::Decide { kind, cids }, &mut todo)?;
        let mut line = Changes::default();
        line.happened(now, code(kind), &id.0);
        self.write(line)?;
        Ok(todo)
    }

    /// Under a standing grant, tells the machine of register-epochs that came since.
    pub(super) fn offer_new_epochs(
        &mut self,
        env: &mut Env,
        id: &RequestId,
        todo: &mut Vec<Todo>,
    ) -> Result<(), AppError> {
        let Some(case) = self.cases.get(id).filter(|c| c.phase() == Phase::Granted) else {
            return Ok(());
        };
        for since in self.since_approval(case) {
            let cids = cids_hash(&since);
            self.handle(env, id, Event::NewEpoch { cids }, todo)?;
        }
        Ok(())
    }
}

/// How the journal names a decision.
fn code(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Approve => "approved",
        DecisionKind::Object => "objected",
        DecisionKind::Refuse => "refused",
    }
}
