//! A list's pages, a person's page, saving, removing, undoing. What narrows a list is `lists`', finding `search`'s.

use crate::drafts::draft_id;
use crate::dto::{
    AppError, CaseDto, ConfirmationDto, ConflictDto, ConsentDto, ErrorCode, PeoplePage,
    PeopleQuery, PersonDetail, PersonInput, PersonRow, Saved, SourceDto,
};
use crate::history;
use crate::session::{App, Session};
use crate::{forms, places};
use ugnay_model::{CaseFile, Confirmation, Country, PersonId};
use ugnay_register::{ChangeSetId, Filter, Sort};

/// Largest page of a list.
pub(crate) const MAX_PAGE: u32 = 500;

pub(crate) fn count(s: &Session) -> Result<u32, AppError> {
    Ok(s.register.count(&Filter::default())? as u32)
}

/// A row as shown.
pub(crate) fn row(r: &ugnay_register::PersonRow) -> PersonRow {
    let rest = [
        Some(r.given.as_str()),
        r.middle.as_deref(),
        r.suffix.as_deref(),
    ];
    let rest = rest
        .into_iter()
        .flatten()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let name = match (r.surname.is_empty(), rest.is_empty()) {
        (false, false) => format!("{}, {rest}", r.surname),
        (false, true) => r.surname.clone(),
        _ => rest,
    };
    let country = r.country.or(r.sea_based.then_some(Country::SEA));
    PersonRow {
        id: r.id.to_string(),
        name,
        nickname: r.nickname.clone(),
        barangay: r.barangay.map(|b| b.to_string()),
        barangay_name: r.barangay.and_then(places::name),
        purok: r.purok.clone(),
        country: country.map(|c| c.to_string()),
        country_name: country.map(places::country_name),
        place: r.place.clone(),
        first_contact: r.first_contact.as_ref().map(|c| c.name.clone()),
        confirmed_at: r.confirmed_at,
        conflict: r.has_conflict,
        score: None,
        why: Vec::new(),
    }
}

pub(crate) fn parse_id(id: &str) -> Result<PersonId, AppError> {
    id.parse().map_err(|_| AppError::new(ErrorCode::NotFound))
}

impl App {
    /// A page of the list; with typed text the best matches, however spelt.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`], [`ErrorCode::BadInput`] for an unknown code in a filter.
    pub fn people(&mut self, query: &PeopleQuery) -> Result<PeoplePage, AppError> {
        let (s, env) = self.open()?;
        let filter = s.filter(query, env.now())?;
        let limit = query.limit.clamp(1, MAX_PAGE);
        if query.text.trim().is_empty() {
            let page = s.register.people(
                &filter,
                Sort::Name,
                u64::from(query.offset),
                u64::from(limit),
            )?;
            return Ok(PeoplePage {
                total: page.total as u32,
                rows: page.rows.iter().map(row).collect(),
                complete: true,
            });
        }
        s.find(query, &filter, limit)
    }

    /// A person's page.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn person(&mut self, id: &str) -> Result<PersonDetail, AppError> {
        let (s, _) = self.open()?;
        // Who was merged is found under the entry that stands for both.
        let id = s.register.stands_for(parse_id(id)?)?;
        let person = s.register.person(id)?.ok_or(ErrorCode::NotFound)?;
        let country = person.country.or(person.sea_based.then_some(Country::SEA));
        let conflicts = s.register.conflicts(id)?;
        let file = s.register.case_file(id)?;
        let file = file.unwrap_or_else(|| CaseFile::new(id));
        Ok(PersonDetail {
            card: forms::from_person(&person, file.returned.as_deref()),
            name: person.list_name(),
            barangay_name: person.barangay.map(places::path),
            country_name: country.map(places::country_name),
            confirmed: person.confirmed.as_ref().map(|c| ConfirmationDto {
                at: c.at,
                by: c.by.clone(),
                from: c.from.clone(),
            }),
            conflicts: conflicts
                .iter()
                .map(|(k, values)| conflict(*k, values))
                .collect(),
            case: case(file),
            merged: s.merged_from(id)?,
            history: s.history_of(id)?,
            outside: s.outside().holds(person.barangay),
        })
    }

    /// Saves a new or changed person. Only what differs is written.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field, [`ErrorCode::NotFound`].
    pub fn save_person(&mut self, input: &PersonInput) -> Result<Saved, AppError> {
        self.save_form(input, None)
    }

    /// The same, and the draft it was begun as is forgotten with it: both or neither.
    ///
    /// # Errors
    /// As [`Self::save_person`].
    pub fn save_form(
        &mut self,
        input: &PersonInput,
        draft: Option<&str>,
    ) -> Result<Saved, AppError> {
        let draft = draft.map(draft_id).transpose()?;
        let (s, env) = self.open()?;
        let known = if input.id.is_empty() {
            None
        } else {
            Some(parse_id(&input.id)?)
        };
        let before = known.map(|id| s.register.person(id)).transpose()?.flatten();
        if known.is_some() && before.is_none() {
            return Err(ErrorCode::NotFound.into());
        }
        let id = known.unwrap_or_else(|| PersonId::from_random(env.random()));
        let mut person = forms::to_person(input, id, &mut || env.random())?;
        if let Some(before) = before {
            person.confirmed = before.confirmed;
        }
        let file = known.map(|id| s.register.case_file(id)).transpose()?;
        let mut file = file.flatten().unwrap_or_else(|| CaseFile::new(id));
        let today = crate::paper::day(env.now());
        let home = forms::returned(&input.returned, file.returned.as_deref(), &today)?;
        let moved = home != file.returned;
        file.returned = home;
        let source = s.typed();
        let (_, saved) = s.register.batch(&source, env.now(), |batch| {
            batch.save_person(&person)?;
            if moved {
                batch.save_case(&file)?;
            }
            draft.map_or(Ok(()), |d| batch.drop_draft(d))
        })?;
        s.follow()?;
        Ok(Saved {
            id: id.to_string(),
            change_set: saved.change_set.map(|c| c.0.to_string()),
        })
    }

    /// Says that the entry is right as it stands, today.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn confirm_person(&mut self, id: &str, from: &str) -> Result<Saved, AppError> {
        let (s, env) = self.open()?;
        let id = parse_id(id)?;
        let mut person = s.register.person(id)?.ok_or(ErrorCode::NotFound)?;
        let from = from.trim().chars().take(80).collect();
        person.confirmed = Some(Confirmation {
            at: env.now(),
            by: s.about.officer.clone(),
            from,
        });
        let source = s.typed();
        let saved = s.register.save_person(&person, &source, env.now())?;
        Ok(Saved {
            id: id.to_string(),
            change_set: saved.change_set.map(|c| c.0.to_string()),
        })
    }

    /// Removes a person from all lists; undone by [`Self::undo`].
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn remove_person(&mut self, id: &str) -> Result<Saved, AppError> {
        let (s, env) = self.open()?;
        let id = parse_id(id)?;
        let source = s.typed();
        let saved = s.register.remove_person(id, &source, env.now())?;
        s.follow()?;
        Ok(Saved {
            id: id.to_string(),
            change_set: saved.change_set.map(|c| c.0.to_string()),
        })
    }

    /// Takes a change back as a whole.
    ///
    /// # Errors
    /// [`ErrorCode::CannotUndo`] when something it wrote was changed since.
    pub fn undo(&mut self, change_set: &str) -> Result<(), AppError> {
        let (s, env) = self.open()?;
        if change_set.starts_with(crate::drill::CHANGE) {
            return s.undo_drill(change_set);
        }
        let id: i64 = change_set
            .parse()
            .map_err(|_| AppError::new(ErrorCode::NotFound))?;
        let undone = s
            .register
            .undo(ChangeSetId(id), &s.about.officer, env.now())?;
        s.follow()?;
        if undone.kept.is_empty() {
            Ok(())
        } else {
            Err(AppError::new(ErrorCode::CannotUndo).detail(format!("kept_{}", undone.kept.len())))
        }
    }
}

fn conflict(key: ugnay_model::Key, values: &[ugnay_model::Value]) -> ConflictDto {
    ConflictDto {
        field: history::field_code(key),
        others: values.iter().skip(1).map(history::words).collect(),
    }
}

fn case(file: CaseFile) -> CaseDto {
    CaseDto {
        civil_status: file.civil_status,
        remarks: file.remarks,
        year_departed: file.year_departed,
        source: file.provenance.map(|p| SourceDto {
            file: p.file,
            sheet: p.sheet,
            row: p.row,
        }),
        consents: file
            .consents
            .iter()
            .map(|(p, c)| ConsentDto {
                purpose: p.code().to_owned(),
                given: c.given,
                at: c.at,
                by: c.by.clone(),
                how: c.how.clone(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests;
