//! Reading single persons.

use crate::text::fts_query;
use crate::view::view;
use crate::{PersonRow, Register, RegisterError, table};
use table::record::Pair;
use ugnay_model::{CaseFile, Facet, Key, Person, PersonId, Record, Value};

/// All of these fail with [`RegisterError`] when the store cannot be read.
#[expect(
    clippy::missing_errors_doc,
    reason = "said once, on the block: they all fail alike"
)]
impl Register {
    /// A person's card; nothing when there is none or it was removed.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, RegisterError> {
        let card = table::record::get(&self.conn, id, Facet::Card)?;
        Ok(card.and_then(|r| Person::read(id, &r.values())))
    }

    /// A person's case file; nothing when none was ever written.
    pub fn case_file(&self, id: PersonId) -> Result<Option<CaseFile>, RegisterError> {
        let case = table::record::get(&self.conn, id, Facet::Case)?;
        Ok(case.map(|r| CaseFile::read(id, &r.values())))
    }

    /// A person's flat row, removed or not.
    pub fn person_row(&self, id: PersonId) -> Result<Option<PersonRow>, RegisterError> {
        table::person_view::get(&self.conn, id)
    }

    /// One record with its stamps.
    pub fn record(&self, id: PersonId, facet: Facet) -> Result<Option<Record>, RegisterError> {
        table::record::get(&self.conn, id, facet)
    }

    /// Keys of a person with several values alive: the one shown, then the others.
    pub fn conflicts(&self, id: PersonId) -> Result<Vec<(Key, Vec<Value>)>, RegisterError> {
        let pair = table::record::pair(&self.conn, id)?;
        let mut out = Vec::new();
        for record in [&pair.card, &pair.case].into_iter().flatten() {
            for (key, others) in record.conflicts() {
                let shown = record.slots().get(&key).and_then(|s| s.versions().first());
                let shown = shown.map(|v| v.value.clone());
                let all = shown.into_iter().chain(others.into_iter().cloned());
                out.push((key, all.collect()));
            }
        }
        Ok(out)
    }

    /// Persons whose words begin so, in no order of merit: the first answer before a better index is warm.
    /// Every word typed must be the beginning of a word of the person; digits alone are one number.
    pub fn fts_prefix(&self, typed: &str, limit: usize) -> Result<Vec<PersonId>, RegisterError> {
        match fts_query(typed) {
            Some(query) => table::person_fts::find(&self.conn, &query, limit),
            None => Ok(Vec::new()),
        }
    }

    /// Persons that came from this row of this sheet and were not removed, merged ones included.
    pub fn find_by_provenance(
        &self,
        file: &str,
        sheet: &str,
        row: u32,
    ) -> Result<Vec<PersonId>, RegisterError> {
        table::origin::find(&self.conn, file, sheet, row)
    }

    /// Persons not removed whose card says exactly the same, ids apart; of a merged one the card as it was counts as well.
    pub fn find_same_card(&self, person: &Person) -> Result<Vec<PersonId>, RegisterError> {
        let mut out = Vec::new();
        for id in self.find_same_name(person)? {
            if self
                .person_even_removed(id)?
                .is_some_and(|other| same(person, &other))
            {
                out.push(id);
            }
        }
        Ok(out)
    }

    /// Persons who stand at the same place of the list: their names fold to the same text.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn find_same_name(&self, person: &Person) -> Result<Vec<PersonId>, RegisterError> {
        let mut card = Record::new(person.id, Facet::Card);
        for (key, value) in person.values() {
            card.apply(
                [(key, value)],
                ugnay_model::Dot {
                    lamport: 1,
                    device: self.device,
                },
            );
        }
        let pair = Pair {
            card: Some(card),
            case: None,
        };
        let key = view(person.id, &pair).sort_key;
        table::person_view::with_sort_key(&self.conn, &key)
    }
}

/// Equal but for the person's and the contacts' ids. A number that was read is the number, however it was typed.
fn same(a: &Person, b: &Person) -> bool {
    let bare = |p: &Person| {
        // Through the stored form, so that spaces at the ends and empty texts do not count.
        let mut p = Person::read(a.id, &p.values()).unwrap_or_else(|| p.clone());
        for c in &mut p.contacts {
            c.id = ugnay_model::ContactId::from_bytes([0; 16]);
        }
        let of_contacts = p.contacts.iter_mut().flat_map(|c| &mut c.phones);
        for phone in p.phones.iter_mut().chain(of_contacts) {
            if phone.e164.is_some() {
                phone.typed.clear();
            }
        }
        p
    };
    bare(a) == bare(b)
}

#[cfg(test)]
mod tests;
