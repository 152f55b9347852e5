//! Lists of people: what narrows them, the figures beside each choice, the removed and how they come back.
//!
//! Owns the filter as the page sends it. Finding by typed text is `search`'s.

use crate::dto::{
    AppError, Choice, ConsentCount, ErrorCode, PeopleFacets, PeopleQuery, RemovedPage, RemovedRow,
    Saved,
};
use crate::people::{parse_id, row};
use crate::places;
use crate::session::{App, Session};
use ugnay_model::{Country, Field, PersonId, Psgc, Purpose};
use ugnay_register::{Facets, Filter, Measure, Outside, Said, Sort};

/// A person counts as not confirmed lately after so many seconds (half a year).
pub(crate) const STALE_AFTER: i64 = 182 * 24 * 3600;
/// The code under which who has no destination is asked for.
const UNKNOWN: &str = "ZZ";
/// Most choices of a kind that a screen is given.
const MOST_PLACES: usize = 300;
const MOST_TEXTS: usize = 60;
/// Largest page of the removed.
const MAX_REMOVED: u32 = 200;

impl Session {
    /// Who is in no request: whose barangay is none of the register's municipality. Who has no barangay is taken to live
    /// in the register's own place, which helps only where that is a barangay itself (as `ugnay_sync::Compartments`).
    pub(crate) fn outside(&self) -> Outside {
        let area = self.about.place.unwrap_or(Psgc(0));
        Outside {
            municipality: area.municipality(),
            unknown: area == area.municipality(),
        }
    }

    /// The filter of a query, its typed text left out.
    pub(crate) fn filter(&self, query: &PeopleQuery, now: i64) -> Result<Filter, AppError> {
        let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
        let code = |v: &Option<String>| v.clone().filter(|v| !v.trim().is_empty());
        let country = code(&query.country);
        let no_country = country.as_deref() == Some(UNKNOWN);
        let line = now.saturating_sub(STALE_AFTER);
        let freshness = code(&query.freshness);
        if !matches!(
            freshness.as_deref(),
            None | Some("fresh" | "stale" | "never")
        ) {
            return Err(bad("freshness"));
        }
        let is = |what: &str| freshness.as_deref() == Some(what);
        Ok(Filter {
            text: None,
            country: country
                .filter(|_| !no_country)
                .map(|c| c.parse::<Country>().map_err(|_| bad("country")))
                .transpose()?,
            no_country,
            homes: code(&query.barangay)
                .map(|b| b.parse::<Psgc>().map_err(|_| bad("barangay")))
                .transpose()?
                .into_iter()
                .collect(),
            purok: code(&query.purok),
            employer: code(&query.employer),
            stale_before: is("stale").then_some(line),
            confirmed_since: is("fresh").then_some(line),
            never_confirmed: is("never"),
            returned: query.returned,
            sea_based: None,
            consent: code(&query.consent)
                .map(|c| consent(&c).ok_or_else(|| bad("consent")))
                .transpose()?,
            no_phone: query.no_phone,
            has_conflict: query.conflict,
            outside: query.outside.then(|| self.outside()),
            past: None,
            removed: false,
        })
    }
}

/// `emergency:refused` and the like.
fn consent(text: &str) -> Option<(Purpose, Said)> {
    let (purpose, said) = text.split_once(':')?;
    let purpose = Purpose::ALL.into_iter().find(|p| p.code() == purpose)?;
    let said = [Said::Given, Said::Refused, Said::Unasked]
        .into_iter()
        .find(|s| said_code(*s) == said)?;
    Some((purpose, said))
}

fn said_code(said: Said) -> &'static str {
    match said {
        Said::Given => "given",
        Said::Refused => "refused",
        Said::Unasked => "unasked",
    }
}

impl App {
    /// The figures beside every choice of a filter, the typed text counting too.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`], [`ErrorCode::BadInput`] for an unknown code in a filter.
    pub fn people_facets(&mut self, query: &PeopleQuery) -> Result<PeopleFacets, AppError> {
        let (s, env) = self.open()?;
        let filter = s.filter(query, env.now())?;
        let measure = Measure {
            fresh_since: env.now().saturating_sub(STALE_AFTER),
            outside: s.outside(),
        };
        let found = if query.text.trim().is_empty() {
            s.register.facets(&filter, &measure, None)?
        } else {
            let hits = s.everybody_found(query)?;
            s.register.facets(&filter, &measure, Some(&hits))?
        };
        let removed = s.register.count(&Filter {
            removed: true,
            ..Filter::default()
        })?;
        Ok(facets(found, removed))
    }

    /// Removed people, those of the latest change first. Who was erased is not among them: nothing is left to bring back.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn removed_people(&mut self, offset: u32, limit: u32) -> Result<RemovedPage, AppError> {
        let (s, _) = self.open()?;
        let filter = Filter {
            removed: true,
            ..Filter::default()
        };
        let limit = u64::from(limit.clamp(1, MAX_REMOVED));
        let page = s
            .register
            .people(&filter, Sort::Changed, u64::from(offset), limit)?;
        let rows = page.rows.iter().map(|r| removed_row(s, r));
        Ok(RemovedPage {
            total: page.total as u32,
            rows: rows.collect::<Result<_, _>>()?,
        })
    }

    /// Brings a removed person back as they were.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`], also for one who was erased.
    pub fn restore_person(&mut self, id: &str) -> Result<Saved, AppError> {
        let (s, env) = self.open()?;
        let id: PersonId = parse_id(id)?;
        let there = s.register.person_row(id)?.filter(|r| !r.erased);
        there.ok_or(ErrorCode::NotFound)?;
        let source = s.typed();
        let saved = s.register.restore_person(id, &source, env.now())?;
        s.follow()?;
        Ok(Saved {
            id: id.to_string(),
            change_set: saved.change_set.map(|c| c.0.to_string()),
        })
    }
}

fn removed_row(s: &Session, r: &ugnay_register::PersonRow) -> Result<RemovedRow, AppError> {
    let shown = row(r);
    let history = s.register.history(r.id)?;
    let last = history.iter().find(|e| e.key == Field::Removed.key());
    Ok(RemovedRow {
        id: shown.id,
        name: shown.name,
        barangay_name: shown.barangay_name,
        country: shown.country,
        country_name: shown.country_name,
        removed_at: last.map(|e| e.at),
        source: last.map(|e| e.kind.code().to_owned()),
    })
}

fn facets(f: Facets, removed: u64) -> PeopleFacets {
    let texts = |list: Vec<(String, u64)>| -> Vec<Choice> {
        let of = |(text, n): (String, u64)| choice(text.clone(), text, n);
        list.into_iter().take(MOST_TEXTS).map(of).collect()
    };
    let country = |(c, n): (Option<Country>, u64)| match c {
        Some(c) => choice(c.to_string(), places::country_name(c), n),
        None => choice(UNKNOWN.to_owned(), String::new(), n),
    };
    let home = |(b, n): (Option<Psgc>, u64)| {
        let b = b?;
        Some(choice(
            b.to_string(),
            places::name(b).unwrap_or_default(),
            n,
        ))
    };
    PeopleFacets {
        total: f.total as u32,
        countries: f.countries.into_iter().map(country).collect(),
        barangays: f
            .barangays
            .into_iter()
            .filter_map(home)
            .take(MOST_PLACES)
            .collect(),
        puroks: texts(f.puroks),
        employers: texts(f.employers),
        fresh: f.fresh as u32,
        stale: f.stale as u32,
        never: f.never as u32,
        returned: f.returned as u32,
        abroad: f.abroad as u32,
        consents: f
            .consents
            .into_iter()
            .map(|((purpose, said), n)| ConsentCount {
                purpose: purpose.code().to_owned(),
                said: said_code(said).to_owned(),
                count: n as u32,
            })
            .collect(),
        no_phone: f.no_phone as u32,
        conflicts: f.conflicts as u32,
        outside: f.outside as u32,
        removed: removed as u32,
    }
}

fn choice(value: String, name: String, count: u64) -> Choice {
    Choice {
        value,
        name,
        count: count as u32,
    }
}

#[cfg(test)]
mod tests;
