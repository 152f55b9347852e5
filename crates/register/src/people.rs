//! Lists of people: orders, pages, counts, and what the index in memory is built from. What a filter is stands in `filter`.

use crate::facets::{bump, most_first};
use crate::filter::Condition;
use crate::roll::Wanted;
use crate::{Filter, PersonRow, Register, RegisterError, table};
use std::collections::BTreeMap;
use ugnay_model::{Country, PersonId, Psgc};

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

/// How fresh the entries of one home area are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AreaFreshness {
    /// The barangay; nothing where none is written down.
    pub area: Option<Psgc>,
    /// People who are still abroad, as far as is known.
    pub people: u64,
    /// Of them, those confirmed since the time asked about.
    pub fresh: u64,
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

/// Whom the roll does not hold, when an entry came in, and words, are asked of the database.
fn by_sql(filter: &Filter) -> bool {
    filter.removed
        || filter.past.is_some()
        || filter.text.as_deref().is_some_and(|t| !t.trim().is_empty())
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
        if by_sql(filter) || sort == Sort::Changed || (sort == Sort::Name && self.is_cold(filter)) {
            return self.people_by_sql(filter, sort, offset, limit);
        }
        let (numbers, total) = self.roll()?.page(filter, sort, offset, limit);
        Ok(Page {
            rows: table::person_view::at(&self.conn, &numbers)?,
            total,
        })
    }

    /// Everybody by name is there at once, before anything was read into memory.
    fn is_cold(&self, filter: &Filter) -> bool {
        *filter == Filter::default() && self.roll.borrow().is_none()
    }

    pub(crate) fn people_by_sql(
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
        let (sql, values) = condition.all();
        let numbers =
            table::person_view::select(&self.conn, &sql, &values, sort.sql(), offset, limit)?;
        Ok(Page {
            rows: table::person_view::at(&self.conn, &numbers)?,
            total: table::person_view::count(&self.conn, &sql, &values)?,
        })
    }

    /// How many people a filter finds.
    pub fn count(&self, filter: &Filter) -> Result<u64, RegisterError> {
        if by_sql(filter) || self.is_cold(filter) {
            return self.count_by_sql(filter);
        }
        let roll = self.roll()?;
        let wanted = Wanted::of(filter, &roll.texts);
        if wanted.is_everybody() {
            return Ok(roll.len());
        }
        Ok(roll.everybody().filter(|e| wanted.fits(e)).count() as u64)
    }

    pub(crate) fn count_by_sql(&self, filter: &Filter) -> Result<u64, RegisterError> {
        match Condition::of(filter) {
            Some(c) => {
                let (sql, values) = c.all();
                table::person_view::count(&self.conn, &sql, &values)
            }
            None => Ok(0),
        }
    }

    /// Everybody a filter finds by name, of whom only the id is wanted.
    pub fn ids(&self, filter: &Filter) -> Result<Vec<PersonId>, RegisterError> {
        if by_sql(filter) {
            let page = self.people_by_sql(filter, Sort::Name, 0, u64::from(u32::MAX))?;
            return Ok(page.rows.iter().map(|r| r.id).collect());
        }
        let mut roll = self.roll()?;
        let wanted = Wanted::of(filter, &roll.texts);
        let fitting = roll.by_name().filter(|e| wanted.fits(e));
        Ok(fitting.map(|e| e.person).collect())
    }

    /// Goes up with every row that is written: what was read before is still so while it stays.
    #[must_use]
    pub fn writes(&self) -> u64 {
        self.conn.total_changes()
    }

    /// The rows of these persons, removed or not, in the order asked for; who is not there is left out.
    pub fn rows_of(&self, ids: &[PersonId]) -> Result<Vec<PersonRow>, RegisterError> {
        if self.roll.borrow().is_some() {
            let roll = self.roll()?;
            let numbers: Option<Vec<i64>> = ids.iter().map(|id| roll.row(*id)).collect();
            if let Some(numbers) = numbers {
                return table::person_view::at(&self.conn, &numbers);
            }
        }
        let mut out = Vec::with_capacity(ids.len());
        for id in ids {
            out.extend(table::person_view::get(&self.conn, *id)?);
        }
        Ok(out)
    }

    /// People not removed by destination, most first; nothing known stands under `None`.
    pub fn count_by_country(&self) -> Result<Vec<(Option<Country>, u64)>, RegisterError> {
        let mut counts = BTreeMap::new();
        for entry in self.roll()?.everybody() {
            bump(&mut counts, entry.destination());
        }
        Ok(most_first(counts))
    }

    /// People not removed by home barangay, most first; nothing known stands under `None`.
    pub fn count_by_barangay(&self) -> Result<Vec<(Option<Psgc>, u64)>, RegisterError> {
        let mut counts = BTreeMap::new();
        for entry in self.roll()?.everybody() {
            bump(&mut counts, entry.barangay);
        }
        Ok(most_first(counts))
    }

    /// People not removed and not said to be back, by home barangay: how many, and how many were confirmed at `since` (Unix
    /// seconds) or later. In order of the codes, nothing known first.
    pub fn freshness(&self, since: i64) -> Result<Vec<AreaFreshness>, RegisterError> {
        let mut areas: BTreeMap<Option<Psgc>, (u64, u64)> = BTreeMap::new();
        for entry in self.roll()?.everybody().filter(|e| !e.returned) {
            let (people, fresh) = areas.entry(entry.barangay).or_default();
            *people = people.saturating_add(1);
            let lately = entry.confirmed_at.is_some_and(|at| at >= since);
            *fresh = fresh.saturating_add(u64::from(lately));
        }
        let area = |(area, (people, fresh))| AreaFreshness {
            area,
            people,
            fresh,
        };
        Ok(areas.into_iter().map(area).collect())
    }

    /// Calls `each` with what every person not removed is found by, in order of entry.
    pub fn search_docs(&self, each: impl FnMut(SearchDoc)) -> Result<(), RegisterError> {
        table::person_view::docs(&self.conn, i64::MIN, i64::MAX, each)?;
        Ok(())
    }

    /// The same in parts: at most `limit` persons after the place `after` that the part before ended at (nothing: from
    /// the start). Gives the place this part ended at, or nothing when it found nobody any more.
    pub fn search_docs_after(
        &self,
        after: Option<i64>,
        limit: u32,
        each: impl FnMut(SearchDoc),
    ) -> Result<Option<i64>, RegisterError> {
        let after = after.unwrap_or(i64::MIN);
        table::person_view::docs(&self.conn, after, i64::from(limit), each)
    }
}

#[cfg(test)]
pub(crate) mod tests;
