//! Finding people by what is typed: by the index in memory, however spelt, and until that is built by the beginnings of
//! words that the register keeps.
//!
//! Owns the index, its building in parts, and the order of hits. Must not decide how a word is like another; `matching` does.

use crate::dto::{AppError, ErrorCode, PeoplePage, PeopleQuery, PersonRow};
use crate::people::{MAX_PAGE, row};
use crate::places;
use crate::session::{App, Session};
use ugnay_matching::{Among, Hit, How, NameIndex, SearchDoc, fold};
use ugnay_model::{Country, PersonId};
use ugnay_places::{Iso2, Language};
use ugnay_register::{Filter, Register};

/// So many persons are taken into the index at a time: the next key waits no longer than for them.
const PART: u32 = 500;
/// The same for the roll, of which each person is much less.
const ROLL_PART: u32 = 5000;
/// Hits of the register's words that are looked at for a first answer.
const FIRST_HITS: usize = 200;
/// The same when a filter throws most of them away.
const FIRST_HITS_NARROWED: usize = 20_000;

/// A write that touched more than so many persons is not followed one by one: the index is built anew, in parts.
const MOST_FOLLOWED: usize = 1000;

/// The index for search while typing: built in parts after unlocking or at once when a full answer is needed.
#[derive(Default)]
pub(crate) struct Index {
    names: NameIndex<PersonId>,
    built: Built,
    chosen: Option<Chosen>,
}

/// Whom the last filter lets through, for the keys that follow.
struct Chosen {
    filter: Filter,
    writes: u64,
    among: Among,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Built {
    /// Up to this place of the register; nothing: not begun.
    Until(Option<i64>),
    #[default]
    NotBegun,
    Whole,
}

/// How far what the session keeps in memory knows of the register's writes.
#[derive(Clone, Copy)]
pub(crate) struct Followed {
    /// The last change set taken in.
    version: i64,
    /// `Register::writes` then: nothing is asked of the register while that stays.
    writes: u64,
}

impl Followed {
    /// Up to now.
    pub(crate) fn now(register: &Register) -> Result<Self, AppError> {
        Ok(Self {
            version: register.version()?,
            writes: register.writes(),
        })
    }
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

    /// Takes in whatever was written since, by whomever: the search, the look-alikes and the pairs to look at.
    pub(crate) fn follow(&mut self) -> Result<(), AppError> {
        if self.register.writes() == self.followed.writes {
            return Ok(());
        }
        let (changed, version) = self.register.changed_since(self.followed.version)?;
        if changed.len() > MOST_FOLLOWED {
            self.index = Index::default();
            self.linkage.forget();
        } else {
            for id in changed {
                self.reindex(id)?;
            }
        }
        self.followed = Followed {
            version,
            writes: self.register.writes(),
        };
        Ok(())
    }

    fn reindex(&mut self, id: PersonId) -> Result<(), AppError> {
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

    /// People with the words of a name, best first and however spelt where the index is whole.
    pub(crate) fn near_name(&self, name: &str, most: usize) -> Result<Vec<PersonId>, AppError> {
        if self.index.built != Built::Whole {
            return Ok(self.register.fts_prefix(name, most)?);
        }
        let hits = self.index.names.query(name, most);
        Ok(hits.into_iter().map(|h| h.id).collect())
    }

    /// Makes ready whom a filter lets through, unless it is still so.
    fn choose(&mut self, filter: &Filter) -> Result<(), AppError> {
        let writes = self.register.writes();
        let chosen = self.index.chosen.as_ref();
        if chosen.is_some_and(|c| c.writes == writes && c.filter == *filter) {
            return Ok(());
        }
        let list = self.register.narrowed(filter)?;
        let among = self.index.names.among(|id| list.lets_through(*id));
        self.index.chosen = Some(Chosen {
            filter: filter.clone(),
            writes,
            among,
        });
        Ok(())
    }

    /// Everybody the typed text finds, filters aside: by the index where it is whole.
    pub(crate) fn everybody_found(
        &mut self,
        query: &PeopleQuery,
    ) -> Result<Vec<PersonId>, AppError> {
        self.follow()?;
        if query.quick && self.index.built != Built::Whole {
            return Ok(self.register.fts_prefix(&query.text, FIRST_HITS_NARROWED)?);
        }
        Ok(self.index()?.everybody(&query.text).copied().collect())
    }

    /// A page of what the typed text finds.
    pub(crate) fn find(
        &mut self,
        query: &PeopleQuery,
        filter: &Filter,
        limit: u32,
    ) -> Result<PeoplePage, AppError> {
        self.follow()?;
        let narrowed = *filter != Filter::default();
        if query.quick && self.index.built != Built::Whole {
            let most = if narrowed {
                FIRST_HITS_NARROWED
            } else {
                FIRST_HITS
            };
            let mut ids = self.register.fts_prefix(&query.text, most)?;
            if narrowed {
                let list = self.register.narrowed(filter)?;
                ids.retain(|id| list.lets_through(*id));
            }
            ids.truncate(FIRST_HITS);
            return self.first_answer(query, &ids, limit);
        }
        self.index()?;
        if narrowed {
            self.choose(filter)?;
        }
        let wanted = query.offset.saturating_add(limit).max(MAX_PAGE) as usize;
        let chosen = self.index.chosen.as_ref().filter(|_| narrowed);
        let among = chosen.map(|c| &c.among);
        let found = self.index.names.ranked(&query.text, wanted, among);
        let mut hits = found.hits;
        by_merit(&mut hits);
        let page = hits.into_iter().skip(query.offset as usize);
        let page: Vec<Hit<PersonId>> = page.take(limit as usize).collect();
        let ids: Vec<PersonId> = page.iter().map(|h| h.id).collect();
        let found_rows = self.register.rows_of(&ids)?;
        let mut rows = Vec::with_capacity(found_rows.len());
        let mut hits = page.iter();
        for r in &found_rows {
            // Both are in one order; a hit whose row is gone is passed over.
            let hit = hits.find(|h| h.id == r.id);
            rows.extend(hit.map(|h| reasoned(row(r), h)));
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
    /// Reads the next part of the roll that lists are narrowed by, and once that is there builds the next part of the search
    /// index; says whether both are whole. The window asks again and again after unlocking, so that no key ever waits for all.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn warm_search(&mut self) -> Result<bool, AppError> {
        // Not counted as use: a machine that warms its index must still lock itself.
        self.lock_when_idle();
        let s = self.session.as_mut().ok_or(ErrorCode::Locked)?;
        if !s.register.warm_roll(ROLL_PART)? {
            return Ok(false);
        }
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
        if let Ok(code) = c.as_str().parse::<Iso2>() {
            let filipino = ugnay_places::country(code);
            names.extend(filipino.map(|c| c.name(Language::Filipino).to_owned()));
            // As the sheets write it: KSA, UAE, HK.
            names.extend(ugnay_places::short_names(code));
        }
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
