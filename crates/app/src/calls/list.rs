//! The call list in pages: those still to call first, then by name; only who is on the page is read. Must not record anything.

use super::{reported, state, task};
use crate::dto::{AppError, CallList, CallQuery, CallTask, StateCount};
use crate::people::parse_id;
use crate::session::{App, Session};
use std::collections::BTreeSet;
use ugnay_model::{Attempt, Person, PersonId};
use ugnay_register::{Campaign, Filter};
use ugnay_release::{Campaign as CampaignObject, Signed};

/// Task states in the order of the call list.
const STATES: [&str; 6] = [
    "todo",
    "call_back",
    "needs_help",
    "no_news",
    "other",
    "safe",
];

fn rank(state: &str) -> usize {
    let place = STATES.iter().position(|s| *s == state);
    place.unwrap_or(STATES.len())
}

/// How many are in each state.
fn counts(states: impl Iterator<Item = usize>) -> Vec<StateCount> {
    let mut tasks = [0_u32; STATES.len()];
    for state in states {
        if let Some(n) = tasks.get_mut(state) {
            *n = n.saturating_add(1);
        }
    }
    let count = |(state, tasks): (&str, u32)| StateCount {
        state: state.to_owned(),
        tasks,
    };
    STATES.into_iter().zip(tasks).map(count).collect()
}

/// The part of a list that is asked for.
fn page<'a, T>(all: &'a [T], query: &CallQuery) -> impl Iterator<Item = &'a T> + use<'a, T> {
    let most = query.limit.map_or(usize::MAX, |n| n as usize);
    all.iter().skip(query.offset as usize).take(most)
}

impl App {
    /// A page of the call list: those still to call first, then by name; within a person the family in calling order. The
    /// figures are those of the whole list.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::NotFound`].
    pub fn call_list(&mut self, query: &CallQuery) -> Result<CallList, AppError> {
        let (s, _) = self.open()?;
        let c = s.campaign(&query.campaign)?;
        if s.on_drill_ground(&c) {
            s.drill_list(&c, query)
        } else {
            s.people_list(&c, query)
        }
    }
}

impl Session {
    fn drill_list(&self, c: &Campaign, query: &CallQuery) -> Result<CallList, AppError> {
        let mut all = self.drill_tasks(c)?;
        all.sort_by_key(|t| rank(&t.state));
        Ok(CallList {
            campaign: self.campaign_row(c)?,
            script: script(c),
            counts: counts(all.iter().map(|t| rank(&t.state))),
            total: all.len() as u32,
            task: all.iter().find(|t| t.person == query.person).cloned(),
            tasks: page(&all, query).cloned().collect(),
        })
    }

    fn people_list(&self, c: &Campaign, query: &CallQuery) -> Result<CallList, AppError> {
        let attempts = self.attempts_by_person(c.id)?;
        let reported = reported(self, c.id)?;
        let of = |id: &PersonId| attempts.get(id).map_or(&[][..], Vec::as_slice);
        let by_name = self.register.ids(&Filter::scope(&c.scope))?;
        let mut all: Vec<(usize, PersonId)> = by_name
            .into_iter()
            .map(|id| (rank(state(of(&id))), id))
            .collect();
        // Among equals the order of names stays.
        all.sort_by_key(|(rank, _)| *rank);
        let mut tasks = Vec::new();
        for (_, id) in page(&all, query) {
            tasks.extend(self.task_of(*id, of(id), &reported)?);
        }
        let wanted = parse_id(&query.person).ok();
        let listed = wanted.filter(|w| all.iter().any(|(_, id)| id == w));
        let wanted = match listed {
            Some(id) => self.task_of(id, of(&id), &reported)?,
            None => None,
        };
        Ok(CallList {
            campaign: self.row_with(c, &attempts)?,
            script: script(c),
            tasks,
            counts: counts(all.iter().map(|(rank, _)| *rank)),
            total: all.len() as u32,
            task: wanted,
        })
    }

    fn task_of(
        &self,
        id: PersonId,
        attempts: &[Attempt],
        reported: &BTreeSet<[u8; 16]>,
    ) -> Result<Option<CallTask>, AppError> {
        let one = |p: Person| task(&p, attempts, reported);
        Ok(self.register.person(id)?.map(one))
    }
}

/// What to say. A line that begins with `#` is a key of the catalogue; any other is the desk's own text.
fn script(c: &Campaign) -> Vec<String> {
    let mut out = vec!["#script-greeting".to_owned(), "#script-who".to_owned()];
    match Signed::<CampaignObject>::from_bytes(&c.signed) {
        Ok(signed) => out.extend(signed.body().questions.iter().map(|q| {
            if q.text.is_empty() {
                format!("#question-{}", q.code)
            } else {
                q.text.clone()
            }
        })),
        Err(_) => out.extend(["#question-safe".to_owned(), "#question-needs".to_owned()]),
    }
    out.push("#script-thanks".to_owned());
    out
}

#[cfg(test)]
mod tests;
