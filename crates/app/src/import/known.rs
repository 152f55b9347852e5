//! Who of a sheet is in the register already, so that the same sheet twice adds nobody. Decides nothing else.

use super::commit::card;
use crate::dto::AppError;
use crate::session::Session;
use std::collections::{HashMap, HashSet};
use ugnay_interchange::{ParsedPerson, Source};
use ugnay_matching::fold;
use ugnay_model::{PartialDate, Person, PersonId, Phone};

impl Session {
    /// Which parsed persons are in the register already: the same card, or the same row brought in before. `before` are
    /// answers given a moment ago, which hold for persons that were not read anew.
    pub(super) fn known(
        &self,
        persons: &[ParsedPerson],
        before: Option<(&[ParsedPerson], &HashSet<usize>)>,
    ) -> Result<HashSet<usize>, AppError> {
        let (old, known) = before.map_or((&[][..], None), |(p, k)| (p, Some(k)));
        let place = |s: &Source| (s.file.clone(), s.sheet.clone(), s.row);
        let old_at: HashMap<_, usize> = (old.iter().enumerate())
            .map(|(i, p)| (place(&p.source), i))
            .collect();
        let mut out = HashSet::new();
        for (i, p) in persons.iter().enumerate() {
            let same = old_at.get(&place(&p.source)).copied();
            let same = same.filter(|j| old.get(*j) == Some(p));
            let there = match same {
                Some(j) => known.is_some_and(|k| k.contains(&j)),
                None => self.is_there(p)?,
            };
            if there {
                out.insert(i);
            }
        }
        Ok(out)
    }

    fn is_there(&self, p: &ParsedPerson) -> Result<bool, AppError> {
        let person = card(p, PersonId::from_bytes([0; 16]), &mut || [0; 16]);
        if !self.register.find_same_card(&person)?.is_empty() {
            return Ok(true);
        }
        let (file, sheet, row) = (&p.source.file, &p.source.sheet, p.source.row);
        for id in self.register.find_by_provenance(file, sheet, row)? {
            if self
                .register
                .person_even_removed(id)?
                .is_some_and(|q| same_row(&person, &q))
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// One row of one sheet, read before and now: the same person, whose name may have been corrected since (in the preview
/// or in the register). Another person typed into that row is somebody new.
fn same_row(a: &Person, b: &Person) -> bool {
    if fold(&a.list_name()) == fold(&b.list_name()) {
        return true;
    }
    let part = |x: &str, y: &str| !x.is_empty() && fold(x) == fold(y);
    let half = part(&a.surname, &b.surname) || part(&a.given, &b.given);
    let birthday = matches!(a.birth, Some(PartialDate::Day(_))) && a.birth == b.birth;
    let number = |p: &Phone| p.e164.clone();
    let mine: HashSet<String> = a.phones.iter().filter_map(number).collect();
    let phone = b
        .phones
        .iter()
        .filter_map(number)
        .any(|n| mine.contains(&n));
    half && (birthday || phone)
}
