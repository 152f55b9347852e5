//! Which people: the parts of a filter, and each as an SQL condition over `person_view`, for the removed and for typed words.
//! Everybody else is narrowed in memory (`roll`) by the same law; a property test compares.
//!
//! Values reach SQL as parameters only. Must not order or count.

use crate::text::fts_query;
use rusqlite::types::Value as Sql;
use ugnay_model::{Country, Psgc, Purpose, Scope};

/// What was said about a purpose.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Said {
    /// Yes.
    Given,
    /// No, or withdrawn.
    Refused,
    /// Never asked.
    Unasked,
}

/// Whose home is in no request: a barangay outside of the municipality, or none that is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outside {
    /// The register's municipality.
    pub municipality: Psgc,
    /// Who has no barangay counts too: the register's own place is not one barangay they could be taken to live in.
    pub unknown: bool,
}

/// Who was not looked at for longer than the register's officers decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Past {
    /// Not confirmed since this time (Unix seconds); who never was, by when the entry came to this device.
    pub confirmed: i64,
    /// The same for who is back home.
    pub returned: i64,
    /// And back since before this day (`2025-07-01`); a return without a readable day counts as long ago.
    pub home_since: String,
}

/// Which people. Every part that is set narrows the list; the default is everybody not removed.
#[derive(Clone, Default, PartialEq)]
pub struct Filter {
    /// Words as typed (see [`crate::Register::fts_prefix`]).
    pub text: Option<String>,
    /// Destination; `XS` also finds sea-based people without a country.
    pub country: Option<Country>,
    /// Only whose destination is not known: no country, and not at sea.
    pub no_country: bool,
    /// Home areas at any PSGC level; empty means everywhere.
    pub homes: Vec<Psgc>,
    /// Exactly this purok or sitio, but for case.
    pub purok: Option<String>,
    /// Exactly this employer or household, but for case.
    pub employer: Option<String>,
    /// Never confirmed, or confirmed before this time (Unix seconds).
    pub stale_before: Option<i64>,
    /// Confirmed at this time (Unix seconds) or later.
    pub confirmed_since: Option<i64>,
    /// Only who was never confirmed.
    pub never_confirmed: bool,
    /// Said to be back home, or not.
    pub returned: Option<bool>,
    /// Works at sea, or not.
    pub sea_based: Option<bool>,
    /// What was said about a purpose.
    pub consent: Option<(Purpose, Said)>,
    /// Has no phone at all to call: neither own nor of any contact.
    pub no_phone: bool,
    /// Only with concurrent values of a safety field.
    pub has_conflict: bool,
    /// Only whose home is in no request.
    pub outside: Option<Outside>,
    /// Only who is past the time entries are kept unseen.
    pub past: Option<Past>,
    /// The removed ones instead of the others. Who was erased is in no list.
    pub removed: bool,
}

impl core::fmt::Debug for Filter {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Filter(…)")
    }
}

impl Filter {
    /// Whom a campaign is about (as [`Scope::covers`]).
    #[must_use]
    pub fn scope(scope: &Scope) -> Self {
        Self {
            country: Some(scope.destination),
            homes: scope.homes.clone(),
            ..Self::default()
        }
    }
}

/// One part: its SQL, its values.
struct Part {
    sql: String,
    values: Vec<Sql>,
}

/// A filter as SQL conditions over `person_view`. The first is about being removed.
#[derive(Default)]
pub(crate) struct Condition {
    parts: Vec<Part>,
}

impl Condition {
    /// Nothing when the filter's text holds no word at all to look for, yet is not blank.
    pub(crate) fn of(f: &Filter) -> Option<Self> {
        let mut c = Self::default();
        c.flag(if f.removed {
            // A merged entry is not gone: it stands in another.
            "removed = 1 AND person NOT IN (SELECT person FROM merged)"
        } else {
            "removed = 0"
        });
        if let Some(text) = f.text.as_deref().filter(|t| !t.trim().is_empty()) {
            let query = fts_query(text)?;
            c.with(
                "row IN (SELECT rowid FROM person_fts WHERE person_fts MATCH ?)",
                vec![Sql::Text(query)],
            );
        }
        c.places(f);
        c.times(f);
        c.flags(f);
        Some(c)
    }

    /// All parts together.
    pub(crate) fn all(self) -> (String, Vec<Sql>) {
        let sql: Vec<&str> = self.parts.iter().map(|p| p.sql.as_str()).collect();
        let sql = sql.join(" AND ");
        (sql, self.parts.into_iter().flat_map(|p| p.values).collect())
    }

    fn places(&mut self, f: &Filter) {
        if let Some(country) = f.country {
            let code = vec![Sql::Text(country.to_string())];
            let sql = if country == Country::SEA {
                "(country = ? OR (country IS NULL AND sea_based = 1))"
            } else {
                "country = ?"
            };
            self.with(sql, code);
        }
        if f.no_country {
            self.flag("(country IS NULL AND sea_based = 0)");
        }
        if !f.homes.is_empty() {
            let one = "barangay BETWEEN ? AND ?";
            let sql = format!("({})", vec![one; f.homes.len()].join(" OR "));
            let ends = f.homes.iter().map(|h| span(*h));
            let values = ends.flat_map(|(low, high)| [number(low), number(high)]);
            self.with(&sql, values.collect());
        }
        if let Some(purok) = &f.purok {
            self.with("purok = ? COLLATE NOCASE", vec![trimmed(purok)]);
        }
        if let Some(employer) = &f.employer {
            let sql = "employer = ? COLLATE NOCASE";
            self.with(sql, vec![trimmed(employer)]);
        }
        if let Some(Outside {
            municipality,
            unknown,
        }) = f.outside
        {
            let (low, high) = span(municipality);
            let sql = if unknown {
                "(barangay IS NULL OR barangay <= ? OR barangay > ?)"
            } else {
                "(barangay <= ? OR barangay > ?)"
            };
            self.with(sql, vec![number(low), number(high)]);
        }
    }

    fn times(&mut self, f: &Filter) {
        if let Some(before) = f.stale_before {
            let sql = "(confirmed_at IS NULL OR confirmed_at < ?)";
            self.with(sql, vec![Sql::Integer(before)]);
        }
        if let Some(since) = f.confirmed_since {
            let sql = "confirmed_at >= ?";
            self.with(sql, vec![Sql::Integer(since)]);
        }
        if f.never_confirmed {
            self.flag("confirmed_at IS NULL");
        }
    }

    fn flags(&mut self, f: &Filter) {
        match f.returned {
            Some(true) => self.flag("returned IS NOT NULL"),
            Some(false) => self.flag("returned IS NULL"),
            None => {}
        }
        if let Some(past) = &f.past {
            // The later of both times first, for the index to be entered by.
            let latest = Sql::Integer(past.confirmed.max(past.returned));
            self.with("seen_at < ?", vec![latest]);
            let (away, home) = (Sql::Integer(past.confirmed), Sql::Integer(past.returned));
            let day = Sql::Text(past.home_since.clone());
            self.with(PAST, vec![away, day, home]);
        }
        match f.sea_based {
            Some(true) => self.flag("sea_based = 1"),
            Some(false) => self.flag("sea_based = 0"),
            None => {}
        }
        if f.no_phone {
            self.flag("all_phones = ''");
        }
        if f.has_conflict {
            self.flag("has_conflict = 1");
        }
        if let Some((purpose, said)) = f.consent {
            let bits = i64::from(crate::view::purpose_bits(&[purpose]));
            let sql = match said {
                Said::Given => "(consents & ?) <> 0",
                Said::Refused => "(refusals & ?) <> 0",
                Said::Unasked => "((consents | refusals) & ?) = 0",
            };
            self.with(sql, vec![Sql::Integer(bits)]);
        }
    }

    fn flag(&mut self, sql: &str) {
        self.with(sql, Vec::new());
    }

    fn with(&mut self, sql: &str, values: Vec<Sql>) {
        let sql = sql.to_owned();
        self.parts.push(Part { sql, values });
    }
}

/// Last seen before the time for who is away, or before that for who is back; nobody who came back since the day between.
const PAST: &str = "CASE WHEN returned IS NULL THEN seen_at < ?
    WHEN returned GLOB '[12][0-9][0-9][0-9]*' AND returned >= ? THEN 0 ELSE seen_at < ? END";

fn number(code: u32) -> Sql {
    Sql::Integer(i64::from(code))
}

fn trimmed(text: &str) -> Sql {
    Sql::Text(text.trim().to_owned())
}

/// The lowest and highest code an area covers (as [`Psgc::covers`]).
pub(crate) fn span(area: Psgc) -> (u32, u32) {
    let unit = match area.0 {
        c if c % 1_000 != 0 => 1,
        c if c % 100_000 != 0 => 1_000,
        c if c % 100_000_000 != 0 => 100_000,
        _ => 100_000_000,
    };
    let low = area.0.saturating_sub(area.0.checked_rem(unit).unwrap_or(0));
    (low, low.saturating_add(unit).saturating_sub(1))
}
