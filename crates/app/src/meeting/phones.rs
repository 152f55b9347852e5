//! Numbers that may be wrong: the one that would be called first, for everybody whose entry is old or whose last call failed.

use crate::dto::{AppError, StalePhone, StalePhones};
use crate::meeting::DAY;
use crate::session::{App, Session};
use std::collections::{BTreeMap, HashSet};
use ugnay_model::{AttemptResult, ContactId, Person, PersonId, Phone};
use ugnay_register::Filter;

/// A number counts as old when nobody confirmed it for a year.
const OLD: i64 = 365 * DAY;

/// Whose number it is, and when it failed.
type Failed = BTreeMap<(PersonId, Option<ContactId>), i64>;

/// Somebody with a number to doubt, as far as a count needs it.
struct Doubt {
    id: PersonId,
    reason: &'static str,
}

impl Session {
    /// The latest call to each number that found it wrong or off.
    fn failed_calls(&self) -> Result<Failed, AppError> {
        let mut last: BTreeMap<(PersonId, Option<ContactId>), (i64, bool)> = BTreeMap::new();
        for campaign in self.register.campaigns()? {
            for (person, a) in self.register.attempts_of(campaign.id)? {
                let bad = matches!(
                    a.result,
                    AttemptResult::WrongNumber | AttemptResult::NumberOff
                );
                let one = last.entry((person, a.contact)).or_insert((a.at, bad));
                if a.at >= one.0 {
                    *one = (a.at, bad);
                }
            }
        }
        let bad = last.into_iter().filter(|(_, (_, bad))| *bad);
        Ok(bad.map(|(who, (at, _))| (who, at)).collect())
    }

    /// Everybody whose number may be wrong, the worst first, then by name.
    fn doubts(&self, now: i64) -> Result<Vec<Doubt>, AppError> {
        let abroad = Filter {
            returned: Some(false),
            ..Filter::default()
        };
        let none = self.register.ids(&Filter {
            no_phone: true,
            ..abroad.clone()
        })?;
        let never = self.register.ids(&Filter {
            never_confirmed: true,
            ..abroad.clone()
        })?;
        let old = self.register.ids(&Filter {
            stale_before: Some(now.saturating_sub(OLD)),
            ..abroad.clone()
        })?;
        let failed = self.failed_first(&abroad)?;
        let mut seen = HashSet::new();
        let mut out = Vec::new();
        for (reason, ids) in [
            ("none", none),
            ("failed", failed),
            ("never", never),
            ("old", old),
        ] {
            let new = ids.into_iter().filter(|id| seen.insert(*id));
            out.extend(new.map(|id| Doubt { id, reason }));
        }
        Ok(out)
    }

    /// Of these people, whose first number failed at the last call and was not confirmed since.
    fn failed_first(&self, among: &Filter) -> Result<Vec<PersonId>, AppError> {
        let mut failed = self.failed_calls()?;
        let listed = self.register.narrowed(among)?;
        failed.retain(|(id, _), _| listed.lets_through(*id));
        drop(listed);
        let mut out = Vec::new();
        for ((id, contact), at) in failed {
            let Some(p) = self.register.person(id)? else {
                continue;
            };
            let since = p.confirmed.as_ref().is_none_or(|c| c.at < at);
            if since && first(&p).is_some_and(|(whose, _)| whose == contact) {
                out.push((p.list_name(), id));
            }
        }
        out.sort();
        Ok(out.into_iter().map(|(_, id)| id).collect())
    }
}

/// The number that would be called first, and whose it is.
fn first(p: &Person) -> Option<(Option<ContactId>, &Phone)> {
    let family = p
        .contacts
        .iter()
        .find_map(|c| c.phones.first().map(|phone| (Some(c.id), phone)));
    family.or_else(|| p.phones.first().map(|phone| (None, phone)))
}

impl App {
    /// People whose number may be wrong, the worst first: those without any, those a call failed for, those never confirmed,
    /// those not confirmed for a year.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Locked`].
    pub fn stale_phones(&mut self, limit: u32) -> Result<StalePhones, AppError> {
        let (s, env) = self.open()?;
        let doubts = s.doubts(env.now())?;
        let mut rows = Vec::new();
        for doubt in doubts.iter().take(limit as usize) {
            let person = s.register.person(doubt.id)?;
            rows.extend(person.map(|p| shown(&p, doubt.reason)));
        }
        Ok(StalePhones {
            total: doubts.len() as u32,
            rows,
        })
    }
}

fn shown(p: &Person, reason: &str) -> StalePhone {
    let number = first(p);
    let contact = number.and_then(|(whose, _)| p.contacts.iter().find(|c| Some(c.id) == whose));
    StalePhone {
        person: p.id.to_string(),
        name: p.list_name(),
        whose: contact.map(|c| c.name.clone()).unwrap_or_default(),
        relation: contact
            .map_or("self", |c| c.relation.map_or("other", |r| r.code()))
            .to_owned(),
        shown: number
            .map(|(_, n)| n.shown().to_owned())
            .unwrap_or_default(),
        dial: number.and_then(|(_, n)| n.e164.clone()),
        reason: reason.to_owned(),
        confirmed_at: p.confirmed.as_ref().map(|c| c.at),
    }
}
