//! Drills: the work of a crisis on invented people. They exist only while they are asked for (made from the campaign's id, the
//! same every time), live on the drill ground that no gazetteer has, cannot be dialled, and nothing about them goes into a
//! record: what was answered is kept in this device's state. A demo register's people are invented, so it practises on them.

mod cast;

use crate::calls::{attempt, facts, task};
use crate::dto::{
    AppError, CallTask, CampaignRow, DrillResult, DrillTask, ErrorCode, OutcomeInput, StateCount,
};
use crate::session::{App, Session};
pub(crate) use cast::cast;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::{Attempt, AttemptId, CampaignId, PersonId};
use ugnay_register::{Campaign, CampaignOrigin, CampaignState};

/// What begins the name of a change that is a drill's own: `drill:CAMPAIGN:ATTEMPT`.
pub(crate) const CHANGE: &str = "drill:";

/// An answer, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: [u8; 16],
    at: i64,
    input: OutcomeInput,
}

fn key(campaign: CampaignId) -> String {
    format!("drill/{campaign}")
}

impl Session {
    /// Whether a campaign is played with invented people.
    pub(crate) fn on_drill_ground(&self, c: &Campaign) -> bool {
        c.origin == CampaignOrigin::Drill && !self.about.demo
    }

    fn answers_kept(&self, campaign: CampaignId) -> Result<Vec<Kept>, AppError> {
        let damaged = |_| AppError::new(ErrorCode::Damaged);
        let bytes = self.register.state(&key(campaign))?;
        bytes.map_or_else(
            || Ok(Vec::new()),
            |b| serde_json::from_slice(&b).map_err(damaged),
        )
    }

    fn keep_answers(&mut self, campaign: CampaignId, kept: &[Kept]) -> Result<(), AppError> {
        let bytes = serde_json::to_vec(kept).map_err(|_| AppError::new(ErrorCode::Internal))?;
        Ok(self.register.put_state(&key(campaign), &bytes)?)
    }

    /// The answers of a drill, by person, oldest first.
    pub(crate) fn drill_attempts(
        &self,
        c: &Campaign,
    ) -> Result<BTreeMap<PersonId, Vec<Attempt>>, AppError> {
        let mut out: BTreeMap<PersonId, Vec<Attempt>> = BTreeMap::new();
        for one in self.answers_kept(c.id)? {
            let person: PersonId = one.input.person.parse().map_err(|_| ErrorCode::Damaged)?;
            let made = attempt(&one.input, c.id, AttemptId::from_bytes(one.id), one.at)?;
            out.entry(person).or_default().push(made);
        }
        Ok(out)
    }

    /// The invented people as tasks.
    pub(crate) fn drill_tasks(&self, c: &Campaign) -> Result<Vec<CallTask>, AppError> {
        let attempts = self.drill_attempts(c)?;
        let none = Vec::new();
        let tasks = cast(c).into_iter().map(|(p, role)| {
            let mut one = task(&p, attempts.get(&p.id).unwrap_or(&none), &BTreeSet::new());
            one.home.clone_from(&p.purok.unwrap_or_default());
            one.role = Some(role.to_owned());
            one
        });
        Ok(tasks.collect())
    }

    /// Writes an answer down; gives the task and the name of the change.
    pub(crate) fn drill_outcome(
        &mut self,
        c: &Campaign,
        input: &OutcomeInput,
        id: [u8; 16],
        now: i64,
    ) -> Result<(CallTask, String), AppError> {
        if c.state == CampaignState::Closed {
            return Err(AppError::new(ErrorCode::Refused).detail("drill_over"));
        }
        let known = |t: &CallTask| t.person == input.person;
        if !self.drill_tasks(c)?.iter().any(known) {
            return Err(ErrorCode::NotFound.into());
        }
        // Bad codes are refused before anything is kept.
        attempt(input, c.id, AttemptId::from_bytes(id), now)?;
        let mut kept = self.answers_kept(c.id)?;
        kept.push(Kept {
            id,
            at: now,
            input: input.clone(),
        });
        self.keep_answers(c.id, &kept)?;
        let task = self.drill_tasks(c)?.into_iter().find(known);
        let change = format!("{CHANGE}{}:{}", c.id, AttemptId::from_bytes(id));
        Ok((task.ok_or(ErrorCode::NotFound)?, change))
    }

    /// Takes an answer of a drill back, by the name of its change.
    pub(crate) fn undo_drill(&mut self, change: &str) -> Result<(), AppError> {
        let gone = || AppError::new(ErrorCode::CannotUndo);
        let (campaign, id) = change
            .strip_prefix(CHANGE)
            .and_then(|c| c.split_once(':'))
            .ok_or_else(gone)?;
        let campaign: CampaignId = campaign.parse().map_err(|_| gone())?;
        let id: AttemptId = id.parse().map_err(|_| gone())?;
        let mut kept = self.answers_kept(campaign)?;
        let before = kept.len();
        kept.retain(|k| k.id != id.to_bytes());
        if kept.len() == before {
            return Err(gone());
        }
        self.keep_answers(campaign, &kept)
    }

    fn drill_result(&self, c: &Campaign) -> Result<DrillResult, AppError> {
        let tasks = if self.on_drill_ground(c) {
            self.drill_tasks(c)?
        } else {
            return Err(ErrorCode::NotFound.into());
        };
        let row: CampaignRow = self.campaign_row(c)?;
        let (_, closes) = facts(c);
        let ended = c.closed_at.unwrap_or(closes);
        let played: Vec<DrillTask> = tasks.iter().map(played).collect();
        let mut counts: Vec<StateCount> = Vec::new();
        for t in &tasks {
            match counts.iter_mut().find(|n| n.state == t.state) {
                Some(n) => n.tasks += 1,
                None => counts.push(StateCount {
                    state: t.state.clone(),
                    tasks: 1,
                }),
            }
        }
        let last = tasks.iter().flat_map(|t| &t.attempts).map(|a| a.at).max();
        Ok(DrillResult {
            over: c.state == CampaignState::Closed,
            minutes: (last
                .unwrap_or(ended)
                .max(c.opened_at)
                .saturating_sub(c.opened_at)
                / 60) as u32,
            calls: tasks.iter().map(|t| t.attempts.len() as u32).sum(),
            right: played.iter().filter(|t| t.right).count() as u32,
            counts,
            tasks: played,
            campaign: row,
        })
    }
}

/// Whether what was written down is what the role says.
fn played(t: &CallTask) -> DrillTask {
    let role = t.role.clone().unwrap_or_default();
    let tried = |result: &str| t.attempts.iter().any(|a| a.result == result);
    let right = match role.as_str() {
        "wrong_number" => t.state == "todo" && (tried("wrong_number") || tried("number_off")),
        "call_back" => t.state == "call_back",
        "declines" => t.state == "other",
        "needs_medical" => {
            t.state == "needs_help"
                && t.attempts
                    .iter()
                    .any(|a| a.needs.iter().any(|n| n == "medical"))
        }
        state => t.state == state,
    };
    DrillTask {
        name: t.name.clone(),
        role,
        state: t.state.clone(),
        tried: !t.attempts.is_empty(),
        right,
    }
}

impl App {
    /// How a drill went, so far or at its end.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when there is no drill with invented people of that id.
    pub fn drill_result(&mut self, campaign: &str) -> Result<DrillResult, AppError> {
        let (s, _) = self.open()?;
        let c = s.campaign(campaign)?;
        s.drill_result(&c)
    }

    /// Ends a drill; gives the result, which can be asked for again.
    ///
    /// # Errors
    /// As [`Self::drill_result`].
    pub fn drill_end(&mut self, campaign: &str) -> Result<DrillResult, AppError> {
        let (s, env) = self.open()?;
        let mut c = s.campaign(campaign)?;
        if !s.on_drill_ground(&c) {
            return Err(ErrorCode::NotFound.into());
        }
        if c.state != CampaignState::Closed {
            c.state = CampaignState::Closed;
            c.closed_at = Some(env.now());
            s.register.put_campaign(&c)?;
        }
        s.drill_result(&c)
    }
}

#[cfg(test)]
mod tests;
