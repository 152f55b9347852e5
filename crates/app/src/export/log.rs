//! What was given out, written down on a page of the register that every one of its devices holds: who, when, to whom, why, in
//! which form, of how many, which fields. Never whose, and never a file's name.

use crate::dto::{AppError, ExportList, ExportRow};
use crate::env::Env;
use crate::paper::day;
use crate::session::{App, Session};
use std::cmp::Reverse;
use ugnay_model::{ExportMade, Page};
use ugnay_register::RegisterError;

/// Largest list.
const MOST: u32 = 1000;

/// What is to be written down.
pub(crate) struct Given<'a> {
    pub purpose: &'a str,
    pub to: &'a str,
    pub why: &'a str,
    pub kind: &'a str,
    pub persons: u32,
    pub fields: Vec<String>,
}

impl Given<'_> {
    /// A sheet for the officer's own work, or for a family.
    pub(crate) fn sheet(kind: &'static str, persons: usize, fields: &[&str]) -> Self {
        Self {
            purpose: "work",
            to: "",
            why: "",
            kind,
            persons: persons as u32,
            fields: fields.iter().map(|f| (*f).to_owned()).collect(),
        }
    }

    /// A copy for the person it is about.
    pub(crate) fn access(kind: &'static str) -> Self {
        Self {
            purpose: "access",
            ..Self::sheet(kind, 1, &["everything"])
        }
    }
}

/// Months since January 1970 in Philippine time.
fn month(now: i64) -> u16 {
    let day = day(now);
    let mut parts = day.split('-').map(|p| p.parse::<u16>().unwrap_or_default());
    let year = parts.next().unwrap_or_default().saturating_sub(1970);
    let month = parts.next().unwrap_or_default().saturating_sub(1);
    year.saturating_mul(12).saturating_add(month)
}

impl Session {
    /// Writes down that something is given out, before it is. Sheets about one person are counted together by day, so that
    /// two hundred family cards are one line.
    pub(crate) fn write_down(&mut self, env: &mut Env, given: Given<'_>) -> Result<(), AppError> {
        let now = env.now();
        let mut made = ExportMade {
            at: now,
            by: self.about.officer.clone(),
            to: given.to.to_owned(),
            purpose: given.purpose.to_owned(),
            why: given.why.to_owned(),
            kind: given.kind.to_owned(),
            persons: given.persons,
            times: 1,
            fields: given.fields,
        };
        let together = matches!(given.kind, "sheet_card" | "sheet_consent");
        let id = if together {
            self.id_of_the_day(given.kind, now)
        } else {
            env.random()
        };
        let month = month(now);
        let (mut part, mut page) = (0, self.register.page(Page::Exports(month, 0))?);
        while part < u8::MAX {
            let next = self.register.page(Page::Exports(month, part + 1))?;
            if next.slots().is_empty() {
                break;
            }
            (part, page) = (part + 1, next);
        }
        if let Some((_, before)) = ExportMade::all(&page).into_iter().find(|(at, _)| *at == id) {
            made.persons = made.persons.saturating_add(before.persons);
            made.times = made.times.saturating_add(before.times);
        }
        match self.put(Page::Exports(month, part), id, &made, now) {
            // The page is full: the next part of the month begins.
            Err(RegisterError::TooLarge) if part < u8::MAX => {
                Ok(self.put(Page::Exports(month, part + 1), id, &made, now)?)
            }
            done => Ok(done?),
        }
    }

    fn put(
        &mut self,
        page: Page,
        id: [u8; 16],
        made: &ExportMade,
        now: i64,
    ) -> Result<(), RegisterError> {
        let source = self.typed();
        let change = (ExportMade::key(id), made.value());
        self.register
            .write_page(page, vec![change], &source, now)
            .map(drop)
    }

    /// One place for this device, this kind and this day.
    fn id_of_the_day(&self, kind: &str, now: i64) -> [u8; 16] {
        let device = self.register.device_hash().0;
        let kind = u8::from(kind == "sheet_card");
        let today = now.div_euclid(24 * 3600).to_be_bytes();
        let all = device.iter().take(8).chain([&kind]).chain(&today[1..]);
        let mut out = [0; 16];
        for (at, byte) in out.iter_mut().zip(all) {
            *at = *byte;
        }
        out
    }

    fn given_out(&self) -> Result<Vec<ExportRow>, AppError> {
        let (first, last) = (Page::Exports(0, 0), Page::Exports(u16::MAX, u8::MAX));
        let pages = self.register.pages(first, last)?;
        let mut rows: Vec<ExportRow> = pages.iter().flat_map(rows_of).collect();
        rows.sort_by(|a, b| (Reverse(a.at), &a.id).cmp(&(Reverse(b.at), &b.id)));
        Ok(rows)
    }
}

fn rows_of(page: &ugnay_model::Record) -> Vec<ExportRow> {
    let part = page.person.to_string();
    let row = |(id, made): ([u8; 16], ExportMade)| ExportRow {
        id: format!("{part}/{}", ugnay_wire::ids::to_hex(&id)),
        at: made.at,
        day: day(made.at),
        by: made.by,
        to: made.to,
        purpose: made.purpose,
        why: made.why,
        kind: made.kind,
        persons: made.persons,
        times: made.times,
        fields: made.fields,
    };
    ExportMade::all(page).into_iter().map(row).collect()
}

impl App {
    /// What was given out of this register, on any of its devices, latest first.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Locked`].
    pub fn exports(&mut self, limit: u32) -> Result<ExportList, AppError> {
        let (s, _) = self.open()?;
        let mut rows = s.given_out()?;
        let total = rows.len() as u32;
        rows.truncate(limit.clamp(1, MOST) as usize);
        Ok(ExportList { rows, total })
    }
}
