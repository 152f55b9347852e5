//! What was changed, when and by which device, and taking it back.
//!
//! Owns the list of actions as a screen shows it. What taking back means is the register's; what a screen foretells is
//! played there and given up, so that it cannot differ from what then happens.

use crate::dto::{
    AppError, ChangeDetail, ChangePage, ChangeRow, ChangedPerson, ErrorCode, TakenBack,
};
use crate::history::field_code;
use crate::people::row;
use crate::session::{App, Session};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::{DeviceHash, Field, Key, PersonId};
use ugnay_register::{ChangeKind, ChangeSet, ChangeSetId, RegisterError, Touched, Undone};

/// Largest page.
const MAX_PAGE: u32 = 100;
/// Most persons of one action that a screen is given.
const MOST_PEOPLE: usize = 100;
/// Of an exchange so many persons are looked at for the devices they came from.
const LOOKED_AT: usize = 50;
/// Names in a row of the list.
const NAMES: usize = 3;

impl App {
    /// Actions that changed something, newest first; `before` is the last one of the page before.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for what is no change set.
    pub fn changes(&mut self, before: Option<&str>, limit: u32) -> Result<ChangePage, AppError> {
        let (s, _) = self.open()?;
        let limit = limit.clamp(1, MAX_PAGE) as usize;
        let mut sets = match before {
            Some(id) => s
                .register
                .change_sets_before(set_id(id)?, limit.saturating_add(1))?,
            None => s.register.change_sets(limit.saturating_add(1))?,
        };
        let more = sets.len() > limit;
        sets.truncate(limit);
        let labels = s.labels()?;
        let rows = sets.iter().map(|set| s.change_row(set, &labels));
        Ok(ChangePage {
            rows: rows.collect::<Result<_, _>>()?,
            more,
        })
    }

    /// An action in full, and what taking it back would do now.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn change(&mut self, id: &str) -> Result<ChangeDetail, AppError> {
        let (s, _) = self.open()?;
        let set = s.register.change_set(set_id(id)?)?;
        let labels = s.labels()?;
        let row = s.change_row(&set, &labels)?;
        let foreseen = match s.register.undo_preview(set.id) {
            Err(RegisterError::NotUndoable) => None,
            found => Some(found?),
        };
        let blocked = match &foreseen {
            None => row.blocked.clone(),
            Some(u) => blocked(u).map(str::to_owned),
        };
        let undone = foreseen.unwrap_or_default();
        let people = s.changed_people(&set, &undone)?;
        Ok(ChangeDetail {
            row,
            people,
            restores: undone.restored as u32,
            removes: undone.removed.len() as u32,
            keeps: undone.kept.len() as u32,
            blocked,
        })
    }

    /// Takes an action back as far as nothing was changed since, and says what was left.
    ///
    /// # Errors
    /// [`ErrorCode::CannotUndo`] when it was taken back already, is an erasure, or nothing of it is left to take back;
    /// then nothing was written.
    pub fn take_back(&mut self, id: &str) -> Result<TakenBack, AppError> {
        let (s, env) = self.open()?;
        let set = set_id(id)?;
        if let Some(why) = blocked(&s.register.undo_preview(set)?) {
            return Err(AppError::new(ErrorCode::CannotUndo).detail(why));
        }
        let undone = s.register.undo(set, &s.about.officer, env.now())?;
        s.follow()?;
        Ok(TakenBack {
            change_set: undone.change_set.map(|c| c.0.to_string()),
            restored: undone.restored as u32,
            removed: undone.removed.len() as u32,
            kept: undone.kept.len() as u32,
        })
    }
}

/// Why nothing would come of it.
fn blocked(u: &Undone) -> Option<&'static str> {
    match (u.restored, u.removed.is_empty(), u.kept.is_empty()) {
        (0, true, false) => Some("changed_since"),
        (0, true, true) => Some("nothing_left"),
        _ => None,
    }
}

fn set_id(id: &str) -> Result<ChangeSetId, AppError> {
    let id = id.parse().map_err(|_| AppError::new(ErrorCode::NotFound))?;
    Ok(ChangeSetId(id))
}

impl Session {
    /// What the register's other devices are called.
    pub(crate) fn labels(&self) -> Result<BTreeMap<DeviceHash, String>, AppError> {
        let mut out: BTreeMap<DeviceHash, String> = BTreeMap::new();
        for d in self.register.devices_seen()? {
            out.insert(d.hash, d.label);
        }
        if let Some(roster) = self.known_roster()? {
            for e in roster.entries() {
                out.insert(DeviceHash(e.hash().0), e.label.clone());
            }
        }
        Ok(out)
    }

    fn change_row(
        &self,
        set: &ChangeSet,
        labels: &BTreeMap<DeviceHash, String>,
    ) -> Result<ChangeRow, AppError> {
        let brought = set.kind == ChangeKind::Sync;
        let touched = self
            .register
            .touched(set.id, if brought { LOOKED_AT } else { NAMES })?;
        let here = self.register.device_hash();
        let writers: BTreeSet<DeviceHash> = touched
            .iter()
            .flat_map(|t| t.writers.iter().copied())
            .filter(|w| brought && *w != here)
            .collect();
        let label = |w: &DeviceHash| device_name(labels, w);
        let first: Vec<PersonId> = touched.iter().take(NAMES).map(|t| t.person).collect();
        let rows = self.register.rows_of(&first)?;
        let log = self.register.only_log(set.id)?;
        let blocked = match (set.undone, set.kind) {
            (true, _) => Some("undone"),
            (_, ChangeKind::Erase) => Some("erased"),
            _ if log => Some("log"),
            _ => None,
        };
        Ok(ChangeRow {
            id: set.id.0.to_string(),
            at: set.at,
            kind: if log { "export" } else { set.kind.code() }.to_owned(),
            detail: set.detail.clone(),
            devices: writers.iter().map(label).collect(),
            persons: if log { 0 } else { set.persons as u32 },
            names: rows
                .iter()
                .filter(|r| !r.erased)
                .map(|r| row(r).name)
                .collect(),
            blocked: blocked.map(str::to_owned),
        })
    }

    fn changed_people(
        &self,
        set: &ChangeSet,
        undone: &Undone,
    ) -> Result<Vec<ChangedPerson>, AppError> {
        let touched = self.register.touched(set.id, MOST_PEOPLE)?;
        let mut out = Vec::with_capacity(touched.len());
        for t in &touched {
            let Some(r) = self.register.person_row(t.person)? else {
                continue;
            };
            let kept = undone.kept.iter().filter(|(id, _)| *id == t.person);
            out.push(ChangedPerson {
                id: t.person.to_string(),
                name: if r.erased {
                    String::new()
                } else {
                    row(&r).name
                },
                added: t.added,
                removed: r.removed,
                fields: codes(t),
                kept: unique(kept.map(|(_, k)| *k)),
            });
        }
        Ok(out)
    }
}

fn codes(t: &Touched) -> Vec<String> {
    unique(t.keys.iter().copied())
}

/// The codes of fields people know, each once.
fn unique(keys: impl Iterator<Item = Key>) -> Vec<String> {
    let mut out = Vec::new();
    for key in keys.filter(|k| !is_inner(*k)) {
        let code = field_code(key);
        if !out.contains(&code) {
            out.push(code);
        }
    }
    out
}

/// Values that only order or link things.
fn is_inner(key: Key) -> bool {
    matches!(
        Field::from_code(key.field),
        Some(Field::ContactOrder | Field::PsgcRelease | Field::Provenance)
    )
}

/// A device by its label; one without is named by the start of its key's hash.
pub(crate) fn device_name(labels: &BTreeMap<DeviceHash, String>, device: &DeviceHash) -> String {
    let known = labels.get(device).filter(|l| !l.is_empty());
    known.cloned().unwrap_or_else(|| short(device))
}

/// Enough of a hash to tell two devices apart by eye.
fn short(hash: &DeviceHash) -> String {
    hash.0.iter().take(3).map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests;
