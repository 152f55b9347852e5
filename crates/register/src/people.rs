//! Lists of people: filters that combine, orders, pages, counts, and what the index in memory is built from.

use crate::text::fts_query;
use crate::{PersonRow, Register, RegisterError, table};
use rusqlite::types::Value as Sql;
use ugnay_model::{Country, PersonId, Psgc, Purpose, Scope};

/// Which people. Every part that is set narrows the list; the default is everybody not removed.
#[derive(Clone, Default)]
pub struct Filter {
    /// Words as typed (see [`Register::fts_prefix`]).
    pub text: Option<String>,
    /// Destination; `XS` also finds sea-based people without a country.
    pub country: Option<Country>,
    /// Home areas at any PSGC level; empty means everywhere.
    pub homes: Vec<Psgc>,
    /// Exactly this purok or sitio, but for case.
    pub purok: Option<String>,
    /// Never confirmed, or confirmed before this time (Unix seconds).
    pub stale_before: Option<i64>,
    /// Said to be back home, or not.
    pub returned: Option<bool>,
    /// Works at sea, or not.
    pub sea_based: Option<bool>,
    /// A consent given (true) or not given (false: refused, or never asked).
    pub consent: Option<(Purpose, bool)>,
    /// Has no phone at all to call: neither own nor of the first contact.
    pub no_phone: bool,
    /// Only with concurrent values of a safety field.
    pub has_conflict: bool,
    /// The removed ones instead of the others.
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

/// In which order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// By surname, given names, middle name.
    #[default]
    Name,
    /// Longest not confirmed first; never confirmed before all.
    Stale,
    /// By barangay, then name.
    Home,
    /// By destination, then name.
    Country,
    /// Latest change first.
    Changed,
}

impl Sort {
    fn sql(self) -> &'static str {
        match self {
            Self::Name => "sort_key, row",
            Self::Stale => "confirmed_at, sort_key, row",
            Self::Home => "barangay, sort_key, row",
            Self::Country => "country, sort_key, row",
            Self::Changed => "version DESC, row DESC",
        }
    }
}

/// A window of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// The rows asked for.
    pub rows: Vec<PersonRow>,
    /// How many there are in all.
    pub total: u64,
}

/// What a person is found by, for an index in memory.
#[derive(Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the names say it; codes are left for the caller to spell out"
)]
pub struct SearchDoc {
    pub id: PersonId,
    pub surname: String,
    pub given: String,
    pub middle: Option<String>,
    pub nickname: Option<String>,
    pub contacts: Vec<String>,
    pub phones: Vec<String>,
    pub barangay: Option<Psgc>,
    pub purok: Option<String>,
    pub country: Option<Country>,
    pub place: Option<String>,
    pub occupation: Option<String>,
    pub employer: Option<String>,
}

impl core::fmt::Debug for SearchDoc {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "SearchDoc({})", self.id)
    }
}

/// All of these fail with [`RegisterError`] when the store cannot be read.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once, on the block: they all fail alike"
)]
impl Register {
    /// A page of a list.
    pub fn people(
        &self,
        filter: &Filter,
        sort: Sort,
        offset: u64,
        limit: u64,
    ) -> Result<Page, RegisterError> {
        let Some(condition) = Condition::of(filter) else {
            return Ok(Page {
                rows: Vec::new(),
                total: 0,
            });
        };
        let (sql, values) = (condition.parts.join(" AND "), condition.values);
        let rows =
            table::person_view::select(&self.conn, &sql, &values, sort.sql(), offset, limit)?;
        Ok(Page {
            rows,
            total: table::person_view::count(&self.conn, &sql, &values)?,
        })
    }

    /// How many people a filter finds.
    pub fn count(&self, filter: &Filter) -> Result<u64, RegisterError> {
        match Condition::of(filter) {
            Some(c) => table::person_view::count(&self.conn, &c.parts.join(" AND "), &c.values),
            None => Ok(0),
        }
    }

    /// People not removed by destination, most first; nothing known stands under `None`.
    pub fn count_by_country(&self) -> Result<Vec<(Option<Country>, u64)>, RegisterError> {
        let rows = table::person_view::by_country(&self.conn)?;
        let read = |code: Option<String>| code.and_then(|c| c.parse().ok());
        Ok(rows.into_iter().map(|(c, n)| (read(c), n)).collect())
    }

    /// People not removed by home barangay, most first; nothing known stands under `None`.
    pub fn count_by_barangay(&self) -> Result<Vec<(Option<Psgc>, u64)>, RegisterError> {
        table::person_view::by_barangay(&self.conn)
    }

    /// Calls `each` with what every person not removed is found by, in order of entry.
    pub fn search_docs(&self, each: impl FnMut(SearchDoc)) -> Result<(), RegisterError> {
        table::person_view::docs(&self.conn, each)
    }
}

/// A filter as SQL conditions over `person_view`; values only as parameters.
#[derive(Default)]
struct Condition {
    parts: Vec<String>,
    values: Vec<Sql>,
}

impl Condition {
    /// Nothing when the filter's text holds no word at all to look for, yet is not blank.
    fn of(f: &Filter) -> Option<Self> {
        let mut c = Self::default();
        c.parts.push(
            if f.removed {
                "removed > 0"
            } else {
                "removed = 0"
            }
            .to_owned(),
        );
        if let Some(text) = f.text.as_deref().filter(|t| !t.trim().is_empty()) {
            let query = fts_query(text)?;
            c.with(
                "row IN (SELECT rowid FROM person_fts WHERE person_fts MATCH ?)",
                Sql::Text(query),
            );
        }
        if let Some(country) = f.country {
            let sea = country == Country::SEA;
            c.with(
                if sea {
                    "(country = ? OR (country IS NULL AND sea_based = 1))"
                } else {
                    "country = ?"
                },
                Sql::Text(country.to_string()),
            );
        }
        c.homes(&f.homes);
        if let Some(purok) = &f.purok {
            c.with(
                "purok = ? COLLATE NOCASE",
                Sql::Text(purok.trim().to_owned()),
            );
        }
        if let Some(before) = f.stale_before {
            c.with(
                "(confirmed_at IS NULL OR confirmed_at < ?)",
                Sql::Integer(before),
            );
        }
        c.flags(f);
        Some(c)
    }

    fn flags(&mut self, f: &Filter) {
        let mut push = |part: &str| self.parts.push(part.to_owned());
        match f.returned {
            Some(true) => push("returned IS NOT NULL"),
            Some(false) => push("returned IS NULL"),
            None => {}
        }
        match f.sea_based {
            Some(true) => push("sea_based = 1"),
            Some(false) => push("sea_based = 0"),
            None => {}
        }
        if f.no_phone {
            push("all_phones = ''");
        }
        if f.has_conflict {
            push("has_conflict = 1");
        }
        if let Some((purpose, given)) = f.consent {
            let bits = i64::from(crate::view::purpose_bits(&[purpose]));
            let part = if given {
                "(consents & ?) <> 0"
            } else {
                "(consents & ?) = 0"
            };
            self.with(part, Sql::Integer(bits));
        }
    }

    fn homes(&mut self, homes: &[Psgc]) {
        if homes.is_empty() {
            return;
        }
        let one = "barangay BETWEEN ? AND ?";
        self.parts
            .push(format!("({})", vec![one; homes.len()].join(" OR ")));
        for home in homes {
            let (low, high) = span(*home);
            self.values.push(Sql::Integer(i64::from(low)));
            self.values.push(Sql::Integer(i64::from(high)));
        }
    }

    fn with(&mut self, part: &str, value: Sql) {
        self.parts.push(part.to_owned());
        self.values.push(value);
    }
}

/// The lowest and highest code an area covers (as [`Psgc::covers`]).
fn span(area: Psgc) -> (u32, u32) {
    let unit = match area.0 {
        c if c % 1_000 != 0 => 1,
        c if c % 100_000 != 0 => 1_000,
        c if c % 100_000_000 != 0 => 100_000,
        _ => 100_000_000,
    };
    let low = area.0.saturating_sub(area.0.checked_rem(unit).unwrap_or(0));
    (low, low.saturating_add(unit).saturating_sub(1))
}

#[cfg(test)]
mod tests;
