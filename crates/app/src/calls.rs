//! Campaigns on this device: the list, a drill, one-tap outcomes. The call list in calling order is `list`'s.

mod list;

use crate::drill;
use crate::dto::{
    AppError, AttemptDto, CallTarget, CallTask, CampaignRow, ErrorCode, OutcomeInput, OutcomeSaved,
    StartDrill,
};
use crate::forms;
use crate::people::parse_id;
use crate::places;
use crate::session::{App, Session};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::{
    AlertLevel, Attempt, AttemptId, AttemptResult, CampaignId, CaseStep, Contact, Country, Need,
    Person, PersonId, Phone, Safety, Scope,
};
use ugnay_register::{Campaign, CampaignOrigin, CampaignState, Filter};
use ugnay_release::{Campaign as CampaignObject, Signed};

/// A drill stays open for a day.
const DRILL_SECONDS: i64 = 24 * 3600;
/// Attempts by person, oldest first.
pub(crate) type ByPerson = BTreeMap<PersonId, Vec<Attempt>>;

/// Where the ids of attempts reported to the desk are kept.
pub(crate) fn reported_key(campaign: CampaignId) -> String {
    format!("campaign/reported/{campaign}")
}

/// Ids of attempts that went into a report the buffer accepted.
pub(crate) fn reported(s: &Session, campaign: CampaignId) -> Result<BTreeSet<[u8; 16]>, AppError> {
    let bytes = s
        .register
        .state(&reported_key(campaign))?
        .unwrap_or_default();
    Ok(bytes.as_chunks::<16>().0.iter().copied().collect())
}

/// A task's state from its attempts, oldest first.
pub(crate) fn state(attempts: &[Attempt]) -> &'static str {
    if let Some(safety) = attempts.iter().rev().find_map(|a| a.safety) {
        return match safety {
            Safety::Safe => "safe",
            Safety::NeedsHelp | Safety::Missing | Safety::Injured | Safety::DeadReported => {
                "needs_help"
            }
            Safety::NoNews => "no_news",
            Safety::DeclinesContact => "other",
        };
    }
    match attempts.last().map(|a| a.result) {
        Some(AttemptResult::CallBack) => "call_back",
        _ => "todo",
    }
}

fn is_done(state: &str) -> bool {
    !matches!(state, "todo" | "call_back")
}

/// Hazard code and closing time of a campaign; a drill has no object.
pub(crate) fn facts(c: &Campaign) -> (String, i64) {
    match Signed::<CampaignObject>::from_bytes(&c.signed) {
        Ok(signed) => (signed.body().hazard.code().to_owned(), signed.body().closes),
        Err(_) => (
            "drill".to_owned(),
            c.opened_at.saturating_add(DRILL_SECONDS),
        ),
    }
}

impl Session {
    pub(crate) fn campaign(&self, id: &str) -> Result<Campaign, AppError> {
        let id: CampaignId = id.parse().map_err(|_| AppError::new(ErrorCode::NotFound))?;
        self.register
            .campaign(id)?
            .ok_or_else(|| ErrorCode::NotFound.into())
    }

    pub(crate) fn attempts_by_person(&self, id: CampaignId) -> Result<ByPerson, AppError> {
        let mut out = ByPerson::new();
        for (person, attempt) in self.register.attempts_of(id)? {
            out.entry(person).or_default().push(attempt);
        }
        for list in out.values_mut() {
            list.sort_by_key(|a| (a.at, a.id));
        }
        Ok(out)
    }

    /// How many people a campaign is about, and how many have an answer.
    fn progress(&self, c: &Campaign, attempts: &ByPerson) -> Result<(usize, usize), AppError> {
        let done = |id: &PersonId, all: &ByPerson| all.get(id).is_some_and(|a| is_done(state(a)));
        if self.on_drill_ground(c) {
            let attempts = self.drill_attempts(c)?;
            let cast = drill::cast(c);
            let answered = cast.iter().filter(|(p, _)| done(&p.id, &attempts)).count();
            return Ok((cast.len(), answered));
        }
        let scope = Filter::scope(&c.scope);
        let total = self.register.count(&scope)?;
        let listed = self.register.narrowed(&scope)?;
        let called = attempts.keys();
        let answered = called.filter(|id| done(id, attempts) && listed.lets_through(**id));
        Ok((total as usize, answered.count()))
    }

    pub(crate) fn campaign_row(&self, c: &Campaign) -> Result<CampaignRow, AppError> {
        let attempts = self.attempts_by_person(c.id)?;
        self.row_with(c, &attempts)
    }

    fn row_with(&self, c: &Campaign, attempts: &ByPerson) -> Result<CampaignRow, AppError> {
        let reported = reported(self, c.id)?;
        let (in_scope, done) = self.progress(c, attempts)?;
        let unreported = attempts
            .values()
            .flatten()
            .filter(|a| !reported.contains(&a.id.to_bytes()))
            .count();
        let drill = c.origin == CampaignOrigin::Drill;
        let (hazard, closes_at) = facts(c);
        Ok(CampaignRow {
            id: c.id.to_string(),
            name: c.title.clone(),
            drill: drill || hazard == "drill" || self.about.demo,
            hazard,
            level: c.alert.map_or(0, |l| l.number()),
            country: c.scope.destination.to_string(),
            country_name: places::country_name(c.scope.destination),
            origin: if drill { "drill" } else { "federation" }.to_owned(),
            opened_at: c.opened_at,
            closes_at: c.closed_at.unwrap_or(closes_at),
            in_scope: in_scope as u32,
            done: done as u32,
            unreported: if drill { 0 } else { unreported as u32 },
        })
    }
}

impl App {
    /// Campaigns this device knows of, newest first.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn campaigns(&mut self) -> Result<Vec<CampaignRow>, AppError> {
        let (s, _) = self.open()?;
        let all = s.register.campaigns()?;
        all.iter()
            .filter(|c| c.state != CampaignState::Dismissed)
            .map(|c| s.campaign_row(c))
            .collect()
    }

    /// Starts a drill on this device, with invented people: nobody else is told, nobody is in danger.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for an unknown country.
    pub fn start_drill(&mut self, input: &StartDrill) -> Result<CampaignRow, AppError> {
        let (s, env) = self.open()?;
        let bad = || AppError::new(ErrorCode::BadInput).field("country");
        let destination: Country = input.country.parse().map_err(|_| bad())?;
        if !forms::is_known(destination) {
            return Err(bad());
        }
        let bad_level = || AppError::new(ErrorCode::BadInput).field("level");
        let alert = match input.level {
            0 => None,
            n => Some(AlertLevel::new(n).ok_or_else(bad_level)?),
        };
        let campaign = Campaign {
            id: CampaignId::from_random(env.random()),
            origin: CampaignOrigin::Drill,
            signed: Vec::new(),
            title: format!("DRILL · {}", places::country_name(destination)),
            scope: Scope {
                destination,
                homes: Vec::new(),
            },
            alert,
            state: CampaignState::Open,
            opened_at: env.now(),
            closed_at: None,
        };
        s.register.put_campaign(&campaign)?;
        s.campaign_row(&campaign)
    }

    /// Records what came of an attempt.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for an unknown code, [`ErrorCode::NotFound`].
    pub fn record_outcome(&mut self, input: &OutcomeInput) -> Result<OutcomeSaved, AppError> {
        let (s, env) = self.open()?;
        let c = s.campaign(&input.campaign)?;
        if s.on_drill_ground(&c) {
            let (id, now) = (env.random(), env.now());
            let (task, change_set) = s.drill_outcome(&c, input, id, now)?;
            return Ok(OutcomeSaved { task, change_set });
        }
        let id = parse_id(&input.person)?;
        let person = s.register.person(id)?.ok_or(ErrorCode::NotFound)?;
        let attempt = attempt(input, c.id, AttemptId::from_random(env.random()), env.now())?;
        let saved = s
            .register
            .add_attempt(id, &attempt, &s.about.officer, env.now())?;
        let change_set = saved.change_set.ok_or(ErrorCode::Internal)?;
        let mut attempts = s.attempts_by_person(c.id)?.remove(&id).unwrap_or_default();
        attempts.sort_by_key(|a| (a.at, a.id));
        let task = task(&person, &attempts, &reported(s, c.id)?);
        Ok(OutcomeSaved {
            task,
            change_set: change_set.0.to_string(),
        })
    }
}

pub(crate) fn attempt(
    input: &OutcomeInput,
    campaign: CampaignId,
    id: AttemptId,
    now: i64,
) -> Result<Attempt, AppError> {
    let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
    let code = |v: &Option<String>| v.clone().filter(|v| !v.is_empty());
    Ok(Attempt {
        id,
        campaign,
        at: now,
        contact: match input.contact.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| bad("contact"))?),
        },
        result: AttemptResult::from_code(&input.result).ok_or_else(|| bad("result"))?,
        safety: code(&input.safety)
            .map(|c| Safety::from_code(&c).ok_or_else(|| bad("safety")))
            .transpose()?,
        needs: input
            .needs
            .iter()
            .map(|n| Need::from_code(n).ok_or_else(|| bad("needs")))
            .collect::<Result<_, _>>()?,
        step: code(&input.step)
            .map(|c| CaseStep::from_code(&c).ok_or_else(|| bad("step")))
            .transpose()?,
        call_after: input.call_after,
        consent_referral: input.consent_referral,
    })
}

pub(crate) fn task(p: &Person, attempts: &[Attempt], reported: &BTreeSet<[u8; 16]>) -> CallTask {
    let country = p.country.or(p.sea_based.then_some(Country::SEA));
    let destination = [p.place.clone(), country.map(places::country_name)];
    let home = [p.purok.clone(), p.barangay.and_then(places::name)];
    let join =
        |parts: [Option<String>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let state = state(attempts);
    CallTask {
        person: p.id.to_string(),
        name: p.list_name(),
        home: join(home),
        destination: join(destination),
        calls: targets(p, attempts),
        state: state.to_owned(),
        role: None,
        call_after: attempts
            .last()
            .filter(|_| !is_done(state))
            .and_then(|a| a.call_after),
        attempts: attempts
            .iter()
            .rev()
            .map(|a| attempt_dto(a, reported))
            .collect(),
    }
}

fn attempt_dto(a: &Attempt, reported: &BTreeSet<[u8; 16]>) -> AttemptDto {
    AttemptDto {
        id: a.id.to_string(),
        at: a.at,
        contact: a.contact.map(|c| c.to_string()).unwrap_or_default(),
        result: a.result.code().to_owned(),
        safety: a.safety.map(|s| s.code().to_owned()),
        needs: a.needs.iter().map(|n| n.code().to_owned()).collect(),
        step: a.step.map(|s| s.code().to_owned()),
        reported: reported.contains(&a.id.to_bytes()),
    }
}

fn targets(p: &Person, attempts: &[Attempt]) -> Vec<CallTarget> {
    let last = |contact: Option<&Contact>| {
        attempts
            .iter()
            .rev()
            .find(|a| a.contact == contact.map(|c| c.id))
    };
    let bad = |contact: Option<&Contact>| {
        last(contact).is_some_and(|a| {
            matches!(
                a.result,
                AttemptResult::WrongNumber | AttemptResult::NumberOff
            )
        })
    };
    let target = |contact: Option<&Contact>, phone: Option<&Phone>| CallTarget {
        contact: contact.map(|c| c.id.to_string()).unwrap_or_default(),
        name: contact.map_or_else(|| p.list_name(), |c| c.name.clone()),
        relation: contact
            .map_or("self", |c| c.relation.map_or("other", |r| r.code()))
            .to_owned(),
        shown: phone.map(|p| p.shown().to_owned()).unwrap_or_default(),
        dial: phone.and_then(|p| p.e164.clone()),
        hours: contact.and_then(|c| c.hours.clone()),
        bad: bad(contact),
    };
    let mut out = Vec::new();
    for c in &p.contacts {
        if c.phones.is_empty() {
            out.push(target(Some(c), None));
        }
        out.extend(c.phones.iter().map(|phone| target(Some(c), Some(phone))));
    }
    out.extend(p.phones.iter().map(|phone| target(None, Some(phone))));
    out
}

#[cfg(test)]
pub(crate) mod tests;
