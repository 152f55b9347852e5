//! How long entries are kept before somebody has to look at them: a rule of the register, the same on all its devices. Whoever
//! is past it is listed, to be kept (confirmed again) or erased by an officer. Nothing is ever removed by itself.

use crate::dto::{AppError, ErrorCode, PastPeople, PastRow, Retention, RetentionInput};
use crate::paper::day;
use crate::people::row;
use crate::session::{App, Session};
use ugnay_model::{KeepFor, Page};
use ugnay_register::{Filter, Past, Sort};

/// A contract abroad is mostly for two years: after three without a word the entry is likely about another life.
const AFTER_CONFIRMED: u32 = 3;
/// Who came home leaves again within two years or stays.
const AFTER_RETURNED: u32 = 2;
const YEAR: i64 = 31_557_600;
const MOST_YEARS: u32 = 20;
/// Largest list.
const MOST: u32 = 500;

impl Session {
    fn keep_for(&self) -> Result<Option<KeepFor>, AppError> {
        Ok(KeepFor::of(&self.register.page(Page::Rules)?))
    }

    fn past(&self, rule: Option<&KeepFor>, now: i64) -> Filter {
        let years = |n: u32| now.saturating_sub(i64::from(n).saturating_mul(YEAR));
        let confirmed = rule.map_or(AFTER_CONFIRMED, |r| r.after_confirmed);
        let returned = rule.map_or(AFTER_RETURNED, |r| r.after_returned);
        Filter {
            past: Some(Past {
                confirmed: years(confirmed),
                returned: years(returned),
                home_since: day(years(returned)),
            }),
            ..Filter::default()
        }
    }

    fn retention(&self, now: i64) -> Result<Retention, AppError> {
        let rule = self.keep_for()?;
        let past = self.register.count(&self.past(rule.as_ref(), now))?;
        Ok(Retention {
            after_confirmed: rule.as_ref().map_or(AFTER_CONFIRMED, |r| r.after_confirmed),
            after_returned: rule.as_ref().map_or(AFTER_RETURNED, |r| r.after_returned),
            set_by: rule.as_ref().map(|r| r.by.clone()),
            set_at: rule.as_ref().map(|r| r.at),
            past: past as u32,
        })
    }
}

impl App {
    /// The rule, and how many are past it.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn retention(&mut self) -> Result<Retention, AppError> {
        let (s, env) = self.open()?;
        s.retention(env.now())
    }

    /// Sets the rule, for all devices of the register.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming `after_confirmed` or `after_returned` unless both are from 1 to 20 years.
    pub fn set_retention(&mut self, input: &RetentionInput) -> Result<Retention, AppError> {
        let (s, env) = self.open()?;
        let years = [
            ("after_confirmed", input.after_confirmed),
            ("after_returned", input.after_returned),
        ];
        for (field, n) in years {
            if !(1..=MOST_YEARS).contains(&n) {
                return Err(AppError::new(ErrorCode::BadInput).field(field));
            }
        }
        let rule = KeepFor {
            after_confirmed: input.after_confirmed,
            after_returned: input.after_returned,
            by: s.about.officer.clone(),
            at: env.now(),
        };
        let source = s.typed();
        s.register
            .write_page(Page::Rules, vec![rule.change()], &source, env.now())?;
        s.retention(env.now())
    }

    /// Who is past the rule, those not confirmed for longest first.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn past_people(&mut self, limit: u32) -> Result<PastPeople, AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        let filter = s.past(s.keep_for()?.as_ref(), now);
        let limit = u64::from(limit.clamp(1, MOST));
        let page = s.register.people(&filter, Sort::Stale, 0, limit)?;
        let rows = page.rows.iter().map(|r| PastRow {
            row: row(r),
            returned: r.returned.clone(),
        });
        Ok(PastPeople {
            rows: rows.collect(),
            rule: s.retention(now)?,
        })
    }
}

#[cfg(test)]
mod tests;
