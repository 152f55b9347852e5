//! What rows said when they were read a moment ago: a row with the same cells under the same plan is not read anew, so that
//! a correction answers at once in a long list. Holds no cells, only their fingerprints. Must not decide what a row means.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::{Resolved, Section};
use crate::book::Cell;
use crate::person::ParsedPerson;
use crate::preview::Parsed;
use crate::report::{Problem, RowKind};
use crate::sheet::Plan;

#[cfg(test)]
mod tests;

/// Persons of an earlier reading by their row.
pub(crate) struct Memo<'p> {
    by_row: HashMap<(&'p str, &'p str, u32), usize>,
    before: &'p Parsed,
}

impl<'p> Memo<'p> {
    /// Of everybody who stands in one row alone: who was added to by a row below is read anew.
    pub fn of(before: &'p Parsed) -> Self {
        let mut rows: HashMap<usize, Option<usize>> = HashMap::new();
        for (at, row) in before.report.rows.iter().enumerate() {
            if let Some(person) = row.person_index {
                rows.entry(person)
                    .and_modify(|only| *only = None)
                    .or_insert((row.kind == RowKind::Person).then_some(at));
            }
        }
        let only = rows.into_values().flatten();
        let by_row = only
            .filter_map(|at| {
                let row = before.report.rows.get(at)?;
                Some(((row.file.as_str(), row.sheet.as_str(), row.row), at))
            })
            .collect();
        Self { by_row, before }
    }

    /// The person of a row and what was doubtful, if it was read from the same input.
    pub fn find(
        &self,
        file: &str,
        sheet: &str,
        row: u32,
        input: u64,
    ) -> Option<(ParsedPerson, Vec<Problem>)> {
        let at = self.by_row.get(&(file, sheet, row))?;
        let row = self.before.report.rows.get(*at)?;
        let person = row.person_index?;
        let same = self.before.inputs.get(person) == Some(&input);
        let found = self.before.persons.get(person).filter(|_| same)?;
        Some((found.clone(), row.problems.clone()))
    }
}

/// Fingerprint of everything in a plan that a row's reading depends on.
pub(crate) fn of_plan(plan: &Plan) -> u64 {
    let mut hash = DefaultHasher::new();
    for c in &plan.header.columns {
        (c.index, c.field).hash(&mut hash);
        c.header.hash(&mut hash);
    }
    (
        plan.full_middle,
        plan.turned,
        plan.numbered,
        plan.households,
    )
        .hash(&mut hash);
    (plan.town, plan.barangay, plan.as_of).hash(&mut hash);
    format!("{:?} {:?}", plan.dates, plan.name_order).hash(&mut hash);
    hash.finish()
}

/// Fingerprint of what a person is read from.
pub(super) fn of_row(plan: u64, section: &Section, cells: &Resolved) -> u64 {
    let mut hash = DefaultHasher::new();
    plan.hash(&mut hash);
    (&section.purok, section.barangay, &section.destination).hash(&mut hash);
    for (column, (cell, origin)) in cells {
        (column, *origin as u8).hash(&mut hash);
        match cell {
            Cell::Text(t) => (0u8, t).hash(&mut hash),
            Cell::Number(n) => (1u8, n.to_bits()).hash(&mut hash),
            Cell::Date(d) => (2u8, d).hash(&mut hash),
            Cell::Bool(b) => (3u8, b).hash(&mut hash),
            Cell::Error => 4u8.hash(&mut hash),
        }
    }
    hash.finish()
}

/// Fingerprint of an entry's corrections; the entry itself stays as it is.
pub(crate) fn of_entry(fixed: &crate::entry::Fixed) -> u64 {
    let mut hash = DefaultHasher::new();
    fixed.hash(&mut hash);
    hash.finish()
}
