//! Contingency plans: the officer's own text for a destination, for all times and for each alert level of the foreign service.

use super::{country, full, text};
use crate::dto::{AppError, ErrorCode, Plan, PlanInput, PlanPart, Saved};
use crate::places;
use crate::session::{App, Session};
use ugnay_model::{AlertLevel, Country, Page, PlanText};
use ugnay_register::Filter;

/// Longest text of one part.
const MAX_PLAN: usize = 3000;

/// The level of a number; nothing for 0, the text for all times.
fn level(number: u8) -> Result<Option<AlertLevel>, AppError> {
    match number {
        0 => Ok(None),
        n => AlertLevel::new(n)
            .map(Some)
            .ok_or_else(|| AppError::new(ErrorCode::BadInput).field("level")),
    }
}

impl Session {
    /// The plan for a destination.
    pub(crate) fn plan(&self, at: Country) -> Result<Plan, AppError> {
        let page = self.register.page(Page::Plan(at))?;
        let there = Filter {
            country: Some(at),
            returned: Some(false),
            ..Filter::default()
        };
        let part = |number: u8| -> Result<PlanPart, AppError> {
            let mut texts = PlanText::of(&page, level(number)?).into_iter();
            let shown = texts.next();
            Ok(PlanPart {
                level: number,
                by: shown.as_ref().map(|t| t.by.clone()).unwrap_or_default(),
                at: shown.as_ref().map(|t| t.at),
                text: shown.map(|t| t.text).unwrap_or_default(),
                others: texts.map(|t| t.text).collect(),
            })
        };
        Ok(Plan {
            country: at.to_string(),
            country_name: places::country_name(at),
            people: self.register.count(&there)? as u32,
            parts: (0..=4).map(part).collect::<Result<_, _>>()?,
        })
    }
}

impl App {
    /// The contingency plan for a destination; its parts are there even when nothing was written yet.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a code that is no country's.
    pub fn plan(&mut self, at: &str) -> Result<Plan, AppError> {
        let (s, _) = self.open()?;
        s.plan(country(at)?)
    }

    /// Saves one text of a plan; this also settles what others wrote apart.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field.
    pub fn save_plan(&mut self, input: &PlanInput) -> Result<Saved, AppError> {
        let (s, env) = self.open()?;
        let at = country(&input.country)?;
        let part = PlanText {
            text: text(&input.text, "text", MAX_PLAN)?,
            by: s.about.officer.clone(),
            at: env.now(),
        };
        let change = (PlanText::key(level(input.level)?), part.value());
        let source = s.typed();
        let saved = s
            .register
            .write_page(Page::Plan(at), vec![change], &source, env.now())
            .map_err(full)?;
        Ok(Saved {
            id: at.to_string(),
            change_set: saved.change_set.map(|c| c.0.to_string()),
        })
    }
}
