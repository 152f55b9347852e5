//! Finding people by what is typed: by the index in memory, however spelt, and until that is built by the beginnings of
//! words that the register keeps.
//!
//! Owns the index, its building in parts, and the order of hits. Must not decide how a word is like another; `matching` does.

use crate::dto::{AppError, ErrorCode, PeoplePage, PeopleQuery, PersonRow};
use crate::people::{MAX_PAGE, row};
use crate::places;
use crate::session::{App, Session};
use std::collections::HashSet;
use std::sync::Arc;
use ugnay_matching::{Hit, How, NameIndex, SearchDoc, fold};
use ugnay_model::{Country, PersonId};
use ugnay_places::{Iso2, Language};
use ugnay_register::Filter;

/// So many persons are taken into the index at a time: the next key waits no longer than for them.
const PART: u32 = 4000;
/// Hits of the register's words that are looked at for a first answer.
const FIRST_HITS: usize = 200;
/// The same when a filter throws most of them away.
const FIRST_HITS_NARROWED: usize = 20_000;

/// The index for search while typing: built in parts after unlocking or at once when a full answer is needed, kept up to
/// date by every write.
#[derive(Default)]
pub(crate) struct Index {
    names: NameIndex<PersonId>,
    built: Built,
    narrowed: Option<Narrowed>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Built {
    /// Up to this place of the register; nothing: not begun.
    Until(Option<i64>),
    #[default]
    NotBegun,
    Whole,
}

/// Whom the last filter lets through, for the keys that follow.
struct Narrowed {
    filter: Filter,
    writes: u64,
    allowed: Arc<HashSet<PersonId>>,
}

impl Session {
    /// The search index, built to its end if need be.
    pub(crate) fn index(&mut self) -> Result<&mut NameIndex<PersonId>, AppError> {
        while !self.build_index(u32::MAX)? {}
        Ok(&mut self.index.names)
    }

    /// Takes the next persons into the index; says whether it is whole.
    fn build_index(&mut self, part: u32) -> Result<bool, AppError> {
        let after = match self.index.built {
            Built::Whole => return Ok(true),
            Built::NotBegun => None,
            Built::Until(place) => place,
        };
        let names = &mut self.index.names;
        let last = self.register.search_docs_after(after, part, |d| {
            let (id, doc) = search_doc(d);
            names.insert(id, &doc);
        })?;
        self.index.built = match last {
            Some(place) => Built::Until(Some(place)),
            None => Built::Whole,
        };
        Ok(last.is_none())
    }

    /// Forgets the index after a write that touched many.
    pub(crate) fn reindex_all(&mut self) {
        self.index = Index::default();
        self.linkage.forget();
    }

    /// Brings the index up to date for one person.
    pub(crate) fn reindex(&mut self, id: PersonId) -> Result<(), AppError> {
        let person = self.register.person(id)?;
        self.linkage.touch(id, person.as_ref());
        if self.index.built == Built::NotBegun {
            return Ok(());
        }
        match person {
            Some(p) => {
                let (_, doc) = search_doc(document(id, p));
                self.index.names.insert(id, &doc);
            }
            None => {
                self.index.names.remove(&id);
            }
        }
        Ok(())
    }

    /// Whom a filter lets through; nothing when it is no filter at all.
    fn allowed(&mut self, filter: &Filter) -> Result<Option<Arc<HashSet<PersonId>>>, AppError> {
        if *filter == Filter::default() {
            return Ok(None);
        }
        let writes = self.register.writes();
        let kept = self.index.narrowed.as_ref();
        if let Some(n) = kept.filter(|n| n.writes == writes && n.filter == *filter) {
            return Ok(Some(Arc::clone(&n.allowed)));
        }
        let allowed = Arc::new(self.register.ids(filter)?);
        self.index.narrowed = Some(Narrowed {
            filter: filter.clone(),
            writes,
            allowed: Arc::clone(&allowed),
        });
        Ok(Some(allowed))
    }

    /// Everybody the typed text finds, filters aside: by the index where it is whole.
    pub(crate) fn everybody_found(
        &mut self,
        query: &PeopleQuery,
    ) -> Result<HashSet<PersonId>, AppError> {
        if query.quick && self.index.built != Built::Whole {
            let ids = self.register.fts_prefix(&query.text, FIRST_HITS_NARROWED)?;
            return Ok(ids.into_iter().collect());
        }
        let found = self.index()?.ranked(&query.text, usize::MAX, |_| true);
        Ok(found.hits.into_iter().map(|h| h.id).collect())
    }

    /// A page of what the typed text finds.
    pub(crate) fn find(
        &mut self,
        query: &PeopleQuery,
        filter: &Filter,
        limit: u32,
    ) -> Result<PeoplePage, AppError> {
        let allowed = self.allowed(filter)?;
        let may = |id: &PersonId| allowed.as_ref().is_none_or(|a| a.contains(id));
        if query.quick && self.index.built != Built::Whole {
            let most = if allowed.is_some() {
                FIRST_HITS_NARROWED
            } else {
                FIRST_HITS
            };
            let mut ids = self.register.fts_prefix(&query.text, most)?;
            ids.retain(may);
            ids.truncate(FIRST_HITS);
            return self.first_answer(query, &ids, limit);
        }
        let wanted = query.offset.saturating_add(limit).max(MAX_PAGE) as usize;
        let found = self.index()?.ranked(&query.text, wanted, may);
        let mut hits = found.hits;
        by_merit(&mut hits);
        let mut rows = Vec::new();
        let page = hits.into_iter().skip(query.offset as usize);
        for hit in page.take(limit as usize) {
            if let Some(r) = self.register.person_row(hit.id)? {
                rows.push(reasoned(row(&r), &hit));
            }
        }
        Ok(PeoplePage {
            total: found.total as u32,
            rows,
            complete: true,
        })
    }

    /// Who has words that begin as typed: the surname first, then the given name, then the rest, each by name.
    fn first_answer(
        &self,
        query: &PeopleQuery,
        ids: &[PersonId],
        limit: u32,
    ) -> Result<PeoplePage, AppError> {
        let typed = fold(&query.text);
        let first = typed.split(' ').next().unwrap_or_default();
        let begins = |text: &str| fold(text).split(' ').any(|w| w.starts_with(first));
        let mut rows = self.register.rows_of(ids)?;
        rows.sort_by_cached_key(|r| {
            let place = match (begins(&r.surname), begins(&r.given)) {
                (true, _) => 0,
                (_, true) => 1,
                _ => 2,
            };
            (place, fold(&r.surname), fold(&r.given), r.id)
        });
        let total = rows.len() as u32;
        let page = rows.iter().skip(query.offset as usize);
        Ok(PeoplePage {
            total,
            rows: page.take(limit as usize).map(row).collect(),
            complete: false,
        })
    }
}

impl App {
    /// Builds the next part of the search index; says whether it is whole. The window asks again and again after
    /// unlocking, so that no key ever waits for all of it.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn warm_search(&mut self) -> Result<bool, AppError> {
        // Not counted as use: a machine that warms its index must still lock itself.
        self.lock_when_idle();
        let s = self.session.as_mut().ok_or(ErrorCode::Locked)?;
        s.build_index(PART)
    }
}

/// Among equal scores, who meets more of the words comes first, and in the more important fields.
fn by_merit(hits: &mut [Hit<PersonId>]) {
    let importance = |h: &Hit<PersonId>| h.why.iter().map(|f| f.field as u32).sum::<u32>();
    hits.sort_by(|a, b| {
        let score = b.score.total_cmp(&a.score);
        let words = b.why.len().cmp(&a.why.len());
        score.then(words).then(importance(a).cmp(&importance(b)))
    });
}

fn reasoned(mut out: PersonRow, hit: &Hit<PersonId>) -> PersonRow {
    out.score = Some(hit.score);
    let mut add = |code: &str| {
        if !out.why.iter().any(|w| w == code) {
            out.why.push(code.to_owned());
        }
    };
    for found in &hit.why {
        add(found.field.code());
        if matches!(found.how, How::Sound | How::Spelling) {
            add("sounds_like");
        }
    }
    out
}

fn document(id: PersonId, p: ugnay_model::Person) -> ugnay_register::SearchDoc {
    let of_contacts = p.contacts.iter().flat_map(|c| &c.phones);
    ugnay_register::SearchDoc {
        id,
        phones: p
            .phones
            .iter()
            .chain(of_contacts)
            .map(|p| p.shown().to_owned())
            .collect(),
        contacts: p.contacts.into_iter().map(|c| c.name).collect(),
        surname: p.surname,
        given: p.given,
        middle: p.middle,
        nickname: p.nickname,
        barangay: p.barangay,
        purok: p.purok,
        country: p.country.or(p.sea_based.then_some(Country::SEA)),
        place: p.place,
        occupation: p.occupation,
        employer: p.employer,
    }
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

#[cfg(test)]
mod tests;
