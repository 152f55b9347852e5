//! The list to settle later: cells of imports that stay doubtful, kept in the register until each is ticked off. Holds
//! the person's record and the place of the cell, never what stands in it: an erased person leaves nothing here to read.

use crate::dto::{AppError, ErrorCode, LaterList, LaterRow};
use crate::session::{App, Session};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ugnay_interchange::Report;
use ugnay_model::{ImportId, PersonId};
use ugnay_register::Filter;

/// Where the lists lie, one an import.
const STATE: &str = "import/later/";
/// Rows shown at most.
const SHOWN: usize = 200;

/// A cell to look at.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    person: String,
    file: String,
    sheet: String,
    row: u32,
    column: String,
    field: String,
    code: String,
    #[serde(default)]
    done: bool,
}

/// The doubtful cells of persons that were written.
pub(super) fn entries(report: &Report) -> Vec<Entry> {
    let rows = report.rows.iter();
    let written = rows.filter_map(|r| Some((r, r.person.as_ref()?)));
    written
        .flat_map(|(r, person)| {
            r.problems.iter().map(|p| Entry {
                person: person.clone(),
                file: r.file.clone(),
                sheet: r.sheet.clone(),
                row: r.row,
                column: p.column.clone(),
                field: p.field.clone(),
                code: p.code.clone(),
                done: false,
            })
        })
        .collect()
}

/// An import's list as it is kept; nothing for an empty one.
pub(super) fn kept(
    import: ImportId,
    entries: &[Entry],
) -> Result<Option<(String, Vec<u8>)>, AppError> {
    if entries.is_empty() {
        return Ok(None);
    }
    let bytes = serde_json::to_vec(entries).map_err(|_| ErrorCode::Internal)?;
    Ok(Some((format!("{STATE}{import}"), bytes)))
}

impl Session {
    /// Drops the cells of everybody who was erased; says whether there were any.
    pub(crate) fn later_forget(&mut self) -> Result<bool, AppError> {
        let mut any = false;
        for (key, bytes) in self.register.states(STATE)? {
            let all: Vec<Entry> = serde_json::from_slice(&bytes).unwrap_or_default();
            let mut kept = Vec::with_capacity(all.len());
            for entry in all.iter().cloned() {
                let id: Option<PersonId> = entry.person.parse().ok();
                if !id.map_or(Ok(false), |id| self.is_erased(id))? {
                    kept.push(entry);
                }
            }
            if kept.len() < all.len() {
                any = true;
                let bytes = serde_json::to_vec(&kept).map_err(|_| ErrorCode::Internal)?;
                self.register.put_state(&key, &bytes)?;
            }
        }
        Ok(any)
    }

    /// Places of doubtful cells of one person.
    pub(crate) fn later_about(&self, id: PersonId) -> Result<Vec<serde_json::Value>, AppError> {
        let mut out = Vec::new();
        for (_, bytes) in self.register.states(STATE)? {
            let all: Vec<Entry> = serde_json::from_slice(&bytes).unwrap_or_default();
            let own = all.iter().filter(|e| e.person == id.to_string());
            out.extend(own.filter_map(|e| serde_json::to_value(e).ok()));
        }
        Ok(out)
    }

    fn later_of(&self, import: ImportId) -> Result<Vec<Entry>, AppError> {
        let bytes = self.register.state(&format!("{STATE}{import}"))?;
        Ok(bytes
            .and_then(|b| serde_json::from_slice(&b).ok())
            .unwrap_or_default())
    }
}

impl App {
    /// What imports left to look at: of persons who are in the register, latest import first.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn import_later(&mut self) -> Result<LaterList, AppError> {
        let (s, _) = self.open()?;
        let mut out = LaterList {
            rows: Vec::new(),
            open: 0,
            done: 0,
        };
        let mut names: HashMap<String, Option<String>> = HashMap::new();
        for import in s.register.imports()?.iter().filter(|i| !i.undone) {
            for (at, e) in s.later_of(import.id)?.into_iter().enumerate() {
                let name = match names.get(&e.person) {
                    Some(known) => known.clone(),
                    None => {
                        let id: Option<PersonId> = e.person.parse().ok();
                        let person = id.map(|id| s.register.person(id)).transpose()?.flatten();
                        let name = person.map(|p| p.list_name());
                        names.insert(e.person.clone(), name.clone());
                        name
                    }
                };
                let Some(name) = name else { continue };
                if e.done {
                    out.done = out.done.saturating_add(1);
                    continue;
                }
                out.open = out.open.saturating_add(1);
                if out.rows.len() < SHOWN {
                    out.rows.push(row(import.id, at, e, name));
                }
            }
        }
        Ok(out)
    }

    /// How many cells that list has, without the list.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub(crate) fn import_later_open(&mut self) -> Result<u32, AppError> {
        let (s, _) = self.open()?;
        let mut open = 0u32;
        let mut there: Option<HashSet<String>> = None;
        for import in s.register.imports()?.iter().filter(|i| !i.undone) {
            let entries = s.later_of(import.id)?;
            for e in entries.iter().filter(|e| !e.done) {
                let there = match &mut there {
                    Some(ids) => ids,
                    none => {
                        let ids = s.register.ids(&Filter::default())?;
                        none.insert(ids.iter().map(ToString::to_string).collect())
                    }
                };
                open = open.saturating_add(u32::from(there.contains(&e.person)));
            }
        }
        Ok(open)
    }

    /// Ticks a cell of that list off, or puts it back. Gives the list as it is then.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn import_later_done(&mut self, id: &str, done: bool) -> Result<LaterList, AppError> {
        let missing = || AppError::new(ErrorCode::NotFound);
        let (s, _) = self.open()?;
        let (import, at) = id.split_once('/').ok_or_else(missing)?;
        let import: ImportId = import.parse().map_err(|_| missing())?;
        let at: usize = at.parse().map_err(|_| missing())?;
        let mut entries = s.later_of(import)?;
        entries.get_mut(at).ok_or_else(missing)?.done = done;
        if let Some((key, bytes)) = kept(import, &entries)? {
            s.register.put_state(&key, &bytes)?;
        }
        self.import_later()
    }
}

fn row(import: ImportId, at: usize, e: Entry, name: String) -> LaterRow {
    LaterRow {
        id: format!("{import}/{at}"),
        person: e.person,
        name,
        file: e.file,
        sheet: e.sheet,
        row: e.row,
        column: e.column,
        field: e.field,
        code: e.code,
    }
}

#[cfg(test)]
mod tests;
