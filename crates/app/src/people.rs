//! Lists, search, a person's page, saving, removing, undoing.

use crate::dto::{
    AppError, CaseDto, ConfirmationDto, ConflictDto, ConsentDto, ErrorCode, PeoplePage,
    PeopleQuery, PersonDetail, PersonInput, PersonRow, Saved, SourceDto,
};
use crate::history;
use crate::session::{App, Session};
use crate::{forms, places};
use std::collections::HashSet;
use ugnay_matching::{Hit, NameIndex, SearchDoc};
use ugnay_model::{Confirmation, Country, PersonId, Psgc};
use ugnay_places::{Iso2, Language};
use ugnay_register::{ChangeSetId, Filter, Sort};

/// A person counts as not confirmed lately after so many seconds (half a year).
pub(crate) const STALE_AFTER: i64 = 182 * 24 * 3600;
/// Largest page of a list.
const MAX_PAGE: u32 = 500;

/// The index for search while typing; built at the first search, kept up to date by every write.
#[derive(Default)]
pub(crate) struct Index(Option<NameIndex<PersonId>>);

pub(crate) fn count(s: &Session) -> Result<u32, AppError> {
    Ok(s.register.count(&Filter::default())? as u32)
}

fn search_doc(d: ugnay_register::SearchDoc) -> (PersonId, SearchDoc) {
    let mut names: Vec<String> = d.barangay.and_then(places::name).into_iter().collect();
    names.extend(d.purok);
    names.extend(d.place);
    if let Some(c) = d.country {
        names.push(places::country_name(c));
        let filipino = c
            .as_str()
            .parse::<Iso2>()
            .ok()
            .and_then(ugnay_places::country);
        names.extend(filipino.map(|c| c.name(Language::Filipino).to_owned()));
    }
    let doc = SearchDoc {
        surname: d.surname,
        given: d.given,
        middle: d.middle.unwrap_or_default(),
        nickname: d.nickname.unwrap_or_default(),
        contacts: d.contacts,
        phones: d.phones,
        places: names,
        employer: [d.employer, d.occupation]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
    };
    (d.id, doc)
}

impl Session {
    /// The search index, built if need be.
    pub(crate) fn index(&mut self) -> Result<&mut NameIndex<PersonId>, AppError> {
        if self.index.0.is_none() {
            let mut index = NameIndex::new();
            self.register.search_docs(|d| {
                let (id, doc) = search_doc(d);
                index.insert(id, &doc);
            })?;
            self.index.0 = Some(index);
        }
        self.index
            .0
            .as_mut()
            .ok_or_else(|| ErrorCode::Internal.into())
    }

    /// Forgets the index after a write that touched many.
    pub(crate) fn reindex_all(&mut self) {
        self.index.0 = None;
        self.linkage.forget();
    }

    /// Brings the index up to date for one person.
    pub(crate) fn reindex(&mut self, id: PersonId) -> Result<(), AppError> {
        let person = self.register.person(id)?;
        self.linkage.touch(id, person.as_ref());
        let Some(index) = self.index.0.as_mut() else {
            return Ok(());
        };
        match person {
            Some(p) => {
                let (_, doc) = search_doc(ugnay_register::SearchDoc {
                    id,
                    surname: p.surname,
                    given: p.given,
                    middle: p.middle,
                    nickname: p.nickname,
                    contacts: p.contacts.iter().map(|c| c.name.clone()).collect(),
                    phones: p
                        .phones
                        .iter()
                        .chain(p.contacts.iter().flat_map(|c| &c.phones))
                        .map(|p| p.shown().to_owned())
                        .collect(),
                    barangay: p.barangay,
                    purok: p.purok,
                    country: p.country.or(p.sea_based.then_some(Country::SEA)),
                    place: p.place,
                    occupation: p.occupation,
                    employer: p.employer,
                });
                index.insert(id, &doc);
            }
            None => {
                index.remove(&id);
            }
        }
        Ok(())
    }
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

fn filter(query: &PeopleQuery, now: i64) -> Result<Filter, AppError> {
    let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
    let code = |v: &Option<String>| v.clone().filter(|v| !v.is_empty());
    Ok(Filter {
        country: code(&query.country)
            .map(|c| c.parse::<Country>().map_err(|_| bad("country")))
            .transpose()?,
        homes: code(&query.barangay)
            .map(|b| b.parse::<Psgc>().map_err(|_| bad("barangay")))
            .transpose()?
            .into_iter()
            .collect(),
        stale_before: query.stale.then_some(now.saturating_sub(STALE_AFTER)),
        ..Filter::default()
    })
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
        let filter = filter(query, env.now())?;
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
            });
        }
        search(s, query, &filter, limit)
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
        Ok(PersonDetail {
            card: forms::from_person(&person),
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
            case: case(s, id)?,
            merged: s.merged_from(id)?,
            history: s.history_of(id)?,
        })
    }

    /// Saves a new or changed person. Only what differs is written.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field, [`ErrorCode::NotFound`].
    pub fn save_person(&mut self, input: &PersonInput) -> Result<Saved, AppError> {
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
        let source = s.typed();
        let saved = s.register.save_person(&person, &source, env.now())?;
        s.reindex(id)?;
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
        s.reindex(id)?;
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
        let id: i64 = change_set
            .parse()
            .map_err(|_| AppError::new(ErrorCode::NotFound))?;
        let undone = s
            .register
            .undo(ChangeSetId(id), &s.about.officer, env.now())?;
        s.reindex_all();
        if undone.kept.is_empty() {
            Ok(())
        } else {
            Err(AppError::new(ErrorCode::CannotUndo).detail(format!("kept_{}", undone.kept.len())))
        }
    }
}

fn search(
    s: &mut Session,
    query: &PeopleQuery,
    filter: &Filter,
    limit: u32,
) -> Result<PeoplePage, AppError> {
    let narrowed =
        filter.country.is_some() || !filter.homes.is_empty() || filter.stale_before.is_some();
    let allowed: Option<HashSet<PersonId>> = if narrowed {
        let all = s
            .register
            .people(filter, Sort::Name, 0, u64::from(u32::MAX))?;
        Some(all.rows.iter().map(|r| r.id).collect())
    } else {
        None
    };
    let wanted = query.offset.saturating_add(limit) as usize;
    let index = s.index()?;
    let mut hits = index.query_where(&query.text, wanted.max(MAX_PAGE as usize), |id| {
        allowed.as_ref().is_none_or(|a| a.contains(id))
    });
    // Among equal scores, who meets more of the words comes first, and in the more important fields.
    let importance = |h: &Hit<PersonId>| h.why.iter().map(|f| f.field as u32).sum::<u32>();
    hits.sort_by(|a, b| {
        let score = b.score.total_cmp(&a.score);
        let words = b.why.len().cmp(&a.why.len());
        score.then(words).then(importance(a).cmp(&importance(b)))
    });
    let total = hits.len() as u32;
    let mut rows = Vec::new();
    for hit in hits
        .into_iter()
        .skip(query.offset as usize)
        .take(limit as usize)
    {
        let Some(r) = s.register.person_row(hit.id)? else {
            continue;
        };
        let mut out = row(&r);
        out.score = Some(hit.score);
        for found in &hit.why {
            let code = found.field.code().to_owned();
            if !out.why.contains(&code) {
                out.why.push(code);
            }
            if matches!(
                found.how,
                ugnay_matching::How::Sound | ugnay_matching::How::Spelling
            ) {
                out.why.push("sounds_like".to_owned());
            }
        }
        out.why.dedup();
        rows.push(out);
    }
    Ok(PeoplePage { total, rows })
}

fn conflict(key: ugnay_model::Key, values: &[ugnay_model::Value]) -> ConflictDto {
    ConflictDto {
        field: history::field_code(key),
        others: values.iter().skip(1).map(history::words).collect(),
    }
}

fn case(s: &Session, id: PersonId) -> Result<CaseDto, AppError> {
    let file = s
        .register
        .case_file(id)?
        .unwrap_or_else(|| ugnay_model::CaseFile::new(id));
    Ok(CaseDto {
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
    })
}

#[cfg(test)]
mod tests;
