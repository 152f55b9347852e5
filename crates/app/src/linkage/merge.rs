//! Two entries side by side, and what an officer decides about them: one person, two persons, taken apart again.

use crate::dto::{
    AppError, ErrorCode, MergeConsent, MergeContact, MergeDone, MergeField, MergeInput, MergeLook,
    MergeSide, MergedFrom, PartDone, Saved, SourceDto,
};
use crate::history;
use crate::people::parse_id;
use crate::session::{App, Session};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::merging::{self, Plan, Side, Values};
use ugnay_model::{CaseFile, Contact, Facet, Field, Person, PersonId, Phone, Purpose, Value};
use ugnay_register::ChangeSetId;

/// What is compared and chosen, in the order it is shown. A barangay brings its release, a country the sea with it.
const FIELDS: [Field; 23] = [
    Field::Surname,
    Field::Given,
    Field::Middle,
    Field::Suffix,
    Field::Nickname,
    Field::Birth,
    Field::Sex,
    Field::Barangay,
    Field::Purok,
    Field::Country,
    Field::Place,
    Field::Occupation,
    Field::Employer,
    Field::Worksite,
    Field::Phones,
    Field::Emails,
    Field::Handles,
    Field::Language,
    Field::EmergencyNote,
    Field::CivilStatus,
    Field::YearDeparted,
    Field::Agency,
    Field::Remarks,
];

/// Both facets of an entry.
struct Entry {
    id: PersonId,
    values: Values,
}

impl Session {
    fn entry(&self, id: PersonId) -> Result<Entry, AppError> {
        let card = self
            .register
            .record(id, Facet::Card)?
            .ok_or(ErrorCode::NotFound)?;
        let case = self.register.record(id, Facet::Case)?;
        let mut values = merging::shown(Some(&card), case.as_ref());
        values.remove(&Field::Removed.key());
        Ok(Entry { id, values })
    }

    /// Both entries of a pair, as asked, and whether they are merged already.
    fn both(&self, a: &str, b: &str) -> Result<(Entry, Entry, bool), AppError> {
        let (a, b) = (parse_id(a)?, parse_id(b)?);
        let one = self.is_merged(a, b)?;
        let stands = |id| Ok::<_, AppError>(self.register.person(id)?.is_some());
        if a == b || !(one || (stands(a)? && stands(b)?)) {
            return Err(ErrorCode::NotFound.into());
        }
        Ok((self.entry(a)?, self.entry(b)?, one))
    }

    fn is_merged(&self, a: PersonId, b: PersonId) -> Result<bool, AppError> {
        let (kept, absorbed) = merging::keeper(a, b);
        Ok(self.register.absorbed_by(kept)?.contains(&absorbed))
    }

    /// Entries merged into a person's, with what is known of the merge.
    pub(crate) fn merged_from(&self, id: PersonId) -> Result<Vec<MergedFrom>, AppError> {
        let notes = self
            .register
            .case_file(id)?
            .map(|f| f.merged)
            .unwrap_or_default();
        let mut out = Vec::new();
        for absorbed in self.register.absorbed_by(id)? {
            let person = self.register.person_even_removed(absorbed)?;
            let Some(note) = notes.get(&absorbed) else {
                continue;
            };
            out.push(MergedFrom {
                id: absorbed.to_string(),
                name: person.map(|p| p.list_name()).unwrap_or_default(),
                at: note.at,
                by: note.by.clone(),
                source: self.source_of(absorbed)?,
            });
        }
        Ok(out)
    }

    /// An entry and all that were merged into it, however many steps away.
    pub(crate) fn with_absorbed(&self, id: PersonId) -> Result<BTreeSet<PersonId>, AppError> {
        let (mut out, mut open) = (BTreeSet::new(), vec![id]);
        while let Some(next) = open.pop() {
            if out.insert(next) {
                open.extend(self.register.absorbed_by(next)?);
            }
        }
        Ok(out)
    }

    fn source_of(&self, id: PersonId) -> Result<Option<SourceDto>, AppError> {
        let file = self.register.case_file(id)?;
        Ok(file.and_then(|f| f.provenance).map(|p| SourceDto {
            file: p.file,
            sheet: p.sheet,
            row: p.row,
        }))
    }

    fn merge_side(&self, entry: &Entry) -> Result<MergeSide, AppError> {
        let person = Person::read(entry.id, &entry.values).ok_or(ErrorCode::NotFound)?;
        Ok(MergeSide {
            id: entry.id.to_string(),
            name: person.list_name(),
            source: self.source_of(entry.id)?,
            confirmed_at: person.confirmed.map(|c| c.at),
            calls: CaseFile::read(entry.id, &entry.values).attempts.len() as u32,
        })
    }

    /// Brings lists, search and pairs up to date after a decision about two entries.
    fn settled(&mut self, before: i64) -> Result<(), AppError> {
        self.follow()?;
        self.decided(before)
    }
}

impl App {
    /// Two entries side by side, with what would stay of each.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] unless both stand.
    pub fn merge_look(&mut self, a: &str, b: &str) -> Result<MergeLook, AppError> {
        let (s, _) = self.open()?;
        let (a, b, one) = s.both(a, b)?;
        let why = s.why_found(a.id, b.id)?;
        let plan = planned(&a, &b, &BTreeMap::new());
        Ok(MergeLook {
            fields: FIELDS.iter().filter_map(|f| field(*f, &a, &b)).collect(),
            contacts: contacts(&plan, &a, &b),
            consents: consents(&plan, &a, &b),
            a: s.merge_side(&a)?,
            b: s.merge_side(&b)?,
            disputed: one,
            why,
        })
    }

    /// Merges two entries. Of entries that are merged already and disputed it says that the merge was right.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] unless both stand, [`ErrorCode::BadInput`] for an unknown field or side.
    pub fn merge_persons(&mut self, input: &MergeInput) -> Result<MergeDone, AppError> {
        let (s, env) = self.open()?;
        let (a, b, one) = s.both(&input.a, &input.b)?;
        let (kept, absorbed) = merging::keeper(a.id, b.id);
        let before = s.version()?;
        let (officer, now) = (s.about.officer.clone(), env.now());
        let saved = if one {
            s.register.settle_as_one(kept, &officer, now)?
        } else {
            let choices = choices(input, kept == a.id)?;
            s.register
                .merge_persons(a.id, b.id, &choices, &officer, now)?
                .saved
        };
        s.settled(before)?;
        Ok(MergeDone {
            kept: kept.to_string(),
            absorbed: absorbed.to_string(),
            change_set: saved.change_set.map(text),
        })
    }

    /// Takes a merge apart, however long ago and on whichever device it was made.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when they are not merged.
    pub fn part_persons(&mut self, kept: &str, absorbed: &str) -> Result<PartDone, AppError> {
        let (s, env) = self.open()?;
        let (kept, absorbed) = (parse_id(kept)?, parse_id(absorbed)?);
        let before = s.version()?;
        let officer = s.about.officer.clone();
        let parted = s
            .register
            .part_persons(kept, absorbed, &officer, env.now())?;
        s.settled(before)?;
        Ok(PartDone {
            left: parted
                .left
                .iter()
                .map(|k| history::field_code(*k))
                .collect(),
            change_set: parted.saved.change_set.map(text),
        })
    }

    /// Remembers that two entries are two persons. If another device merged them, they are taken apart.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn not_same(&mut self, a: &str, b: &str) -> Result<Saved, AppError> {
        let (s, env) = self.open()?;
        let (a, b, one) = s.both(a, b)?;
        let (low, high) = merging::keeper(a.id, b.id);
        let before = s.version()?;
        let (officer, now) = (s.about.officer.clone(), env.now());
        if one && !s.register.bonds()?.disputed().contains(&(low, high)) {
            return Err(ErrorCode::NotFound.into());
        }
        let saved = if one {
            s.register.part_persons(low, high, &officer, now)?.saved
        } else {
            s.register.set_not_same(low, high, &officer, now)?
        };
        s.settled(before)?;
        Ok(Saved {
            id: low.to_string(),
            change_set: saved.change_set.map(text),
        })
    }
}

fn text(set: ChangeSetId) -> String {
    set.0.to_string()
}

/// The plan for two entries whichever of them is kept.
fn planned(a: &Entry, b: &Entry, choices: &BTreeMap<Field, Side>) -> Plan {
    let (kept, absorbed) = if a.id < b.id { (a, b) } else { (b, a) };
    merging::plan(&kept.values, &absorbed.values, choices, |f| {
        merging::suggested(f, &kept.values, &absorbed.values)
    })
}

fn field(field: Field, a: &Entry, b: &Entry) -> Option<MergeField> {
    let (x, y) = (a.values.get(&field.key()), b.values.get(&field.key()));
    let side = match (x, y) {
        (None, None) => return None,
        (Some(_), None) => "a",
        (None, Some(_)) => "b",
        (Some(x), Some(y)) if x == y => "a",
        _ => {
            let first = a.id < b.id;
            let (kept, absorbed) = if first { (a, b) } else { (b, a) };
            let side = merging::suggested(field, &kept.values, &absorbed.values);
            match (side, first) {
                (Side::Both, _) => "both",
                (Side::Kept, true) | (Side::Absorbed, false) => "a",
                _ => "b",
            }
        }
    };
    Some(MergeField {
        field: history::field_code(field.key()),
        a: x.map(shown),
        b: y.map(shown),
        side: side.to_owned(),
        both: merging::holds_both(field),
    })
}

/// A value as text; a country as its code, which the reader's own language has a name for.
fn shown(value: &Value) -> String {
    match value {
        Value::Country(c) => c.to_string(),
        other => history::words(other),
    }
}

fn choices(input: &MergeInput, a_is_kept: bool) -> Result<BTreeMap<Field, Side>, AppError> {
    let bad = |what: &str| AppError::new(ErrorCode::BadInput).field(what);
    let mut out = BTreeMap::new();
    for choice in &input.choices {
        let known = FIELDS
            .iter()
            .find(|f| history::field_code(f.key()) == choice.field);
        let field = *known.ok_or_else(|| bad("field"))?;
        let side = match (choice.side.as_str(), a_is_kept) {
            ("a", true) | ("b", false) => Side::Kept,
            ("a", false) | ("b", true) => Side::Absorbed,
            ("both", _) if merging::holds_both(field) => Side::Both,
            _ => return Err(bad("side")),
        };
        out.insert(field, side);
    }
    Ok(out)
}

fn contacts(plan: &Plan, a: &Entry, b: &Entry) -> Vec<MergeContact> {
    let mut shown = plan.target.clone();
    shown.retain(|_, v| *v != Value::Gone);
    let together = Person::read(a.id, &shown)
        .map(|p| p.contacts)
        .unwrap_or_default();
    let of = |e: &Entry, c: &Contact| {
        e.values
            .contains_key(&Field::ContactName.of(c.id.to_bytes()))
    };
    let both: BTreeSet<[u8; 16]> = plan.same.values().copied().collect();
    let side = |c: &Contact| match (both.contains(&c.id.to_bytes()), of(a, c), of(b, c)) {
        (true, ..) | (_, true, true) => "both",
        (_, true, _) => "a",
        _ => "b",
    };
    let one = |c: &Contact| MergeContact {
        name: c.name.clone(),
        relation: c.relation.map(|r| r.code().to_owned()).unwrap_or_default(),
        phones: c
            .phones
            .iter()
            .map(Phone::shown)
            .map(str::to_owned)
            .collect(),
        side: side(c).to_owned(),
    };
    together.iter().map(one).collect()
}

fn consents(plan: &Plan, a: &Entry, b: &Entry) -> Vec<MergeConsent> {
    let said = |values: &Values| CaseFile::read(a.id, values).consents;
    let (x, y, then) = (said(&a.values), said(&b.values), said(&plan.target));
    let one = |p: Purpose| {
        let given = then.get(&p)?.given;
        Some(MergeConsent {
            purpose: p.code().to_owned(),
            a: x.get(&p).map(|c| c.given),
            b: y.get(&p).map(|c| c.given),
            given,
        })
    };
    Purpose::ALL.into_iter().filter_map(one).collect()
}
