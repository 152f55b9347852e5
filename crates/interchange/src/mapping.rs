//! What an officer chose for sheets: the meaning of columns, which sheets are taken, how dates are read. Plain data to
//! edit, apply and remember; holds titles and names of sheets, nothing of a person. Must not know a file's cells.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::field::Field;
use crate::value::date::DateOrder;

#[cfg(test)]
mod tests;

/// Choices for sheets of one shape.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetMapping {
    /// Column title (see [`crate::ColumnPreview::key`]) → field. What is not named here is proposed by the importer.
    pub columns: BTreeMap<String, Field>,
    /// Sheets of this shape by their name: taken or left out. Others: taken when visible.
    pub taken: BTreeMap<String, bool>,
    /// Leave out every sheet of this shape that `taken` does not name.
    pub skip: bool,
    /// Order of dates that have two readings.
    pub date_order: Option<DateOrder>,
}

impl SheetMapping {
    /// Whether somebody decided that this sheet is taken or left out.
    #[must_use]
    pub fn decided(&self, sheet: &str) -> Option<bool> {
        let named = self.taken.get(sheet).copied();
        named.or(self.skip.then_some(false))
    }

    /// Gives a column its meaning; a field that comes from one column is taken from any other that had it.
    /// `columns` are the keys of the sheet with their present meaning.
    pub fn set<'k>(
        &mut self,
        key: &str,
        field: Field,
        columns: impl IntoIterator<Item = (&'k str, Field)>,
    ) {
        for (other, theirs) in columns {
            if other != key && theirs == field && !field.may_repeat() {
                self.columns.insert(other.to_owned(), Field::Ignore);
            }
        }
        self.columns.insert(key.to_owned(), field);
    }
}

/// A mapping to edit, apply and remember. Holds no personal data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// By the sheet's shape (a fingerprint of its titles).
    pub sheets: BTreeMap<String, SheetMapping>,
    /// Sheet name → barangay (10-digit PSGC), where the sheet does not say it.
    pub places: BTreeMap<String, String>,
}

/// Shapes remembered; a register meets a few a year.
const MAX_SHAPES: usize = 500;

impl Mapping {
    /// Takes other choices over these, choice by choice. Shapes of this mapping that the other does not know stay, up to
    /// a bound.
    pub fn remember(&mut self, other: &Self) {
        for (shape, theirs) in &other.sheets {
            let mine = self.sheets.entry(shape.clone()).or_default();
            mine.columns.extend(theirs.columns.clone());
            mine.taken.extend(theirs.taken.clone());
            mine.skip = theirs.skip;
            mine.date_order = theirs.date_order.or(mine.date_order);
        }
        self.places.extend(other.places.clone());
        while self.sheets.len() > MAX_SHAPES {
            let old = self.sheets.keys().find(|k| !other.sheets.contains_key(*k));
            let Some(old) = old.or_else(|| self.sheets.keys().next()).cloned() else {
                break;
            };
            self.sheets.remove(&old);
        }
    }

    /// Only the choices for these shapes, and all places.
    #[must_use]
    pub fn of_shapes<'s>(&self, shapes: impl IntoIterator<Item = &'s str>) -> Self {
        let known = |s: &str| self.sheets.get(s).map(|m| (s.to_owned(), m.clone()));
        Self {
            sheets: shapes.into_iter().filter_map(known).collect(),
            places: self.places.clone(),
        }
    }
}
