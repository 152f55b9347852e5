//! Who of a sheet is in the register already, so that the same sheet twice adds nobody. Decides nothing else.

use super::ProgressSink;
use super::commit::card;
use crate::dto::{AppError, ErrorCode, Progress};
use std::collections::{HashMap, HashSet};
use ugnay_interchange::{ParsedPerson, Source};
use ugnay_matching::fold;
use ugnay_model::{PartialDate, Person, PersonId, Phone};
use ugnay_register::Register;

/// Persons between two calls.
const EVERY: usize = 200;

/// Which parsed persons are in the register already, with their records: the same card, or the same row brought in
/// before. `before` are answers given a moment ago, which hold for persons that were not read anew.
pub(super) fn known(
    register: &Register,
    persons: &[ParsedPerson],
    before: Option<(&[ParsedPerson], &HashMap<usize, PersonId>)>,
    progress: ProgressSink<'_>,
) -> Result<HashMap<usize, PersonId>, AppError> {
    let (old, known) = before.map_or((&[][..], None), |(p, k)| (p, Some(k)));
    let old_at: HashMap<_, usize> = (old.iter().enumerate())
        .map(|(i, p)| (place(&p.source), i))
        .collect();
    let mut out = HashMap::new();
    for (i, p) in persons.iter().enumerate() {
        if i % EVERY == 0 && !progress(step(i, persons.len())) {
            return Err(ErrorCode::Cancelled.into());
        }
        let same = old_at.get(&place(&p.source)).copied();
        let same = same.filter(|j| old.get(*j) == Some(p));
        let there = match same {
            Some(j) => known.and_then(|k| k.get(&j)).copied(),
            None => record_of(register, p)?,
        };
        out.extend(there.map(|id| (i, id)));
    }
    Ok(out)
}

fn place(s: &Source) -> (&str, &str, u32) {
    (&s.file, &s.sheet, s.row)
}

fn record_of(register: &Register, p: &ParsedPerson) -> Result<Option<PersonId>, AppError> {
    let person = card(p, PersonId::from_bytes([0; 16]), &mut || [0; 16]);
    if let Some(same) = register.find_same_card(&person)?.first() {
        return Ok(Some(*same));
    }
    let (file, sheet, row) = (&p.source.file, &p.source.sheet, p.source.row);
    for id in register.find_by_provenance(file, sheet, row)? {
        if register
            .person_even_removed(id)?
            .is_some_and(|q| same_row(&person, &q))
        {
            return Ok(Some(id));
        }
    }
    // A corrected copy of a list, under another name or with its rows moved.
    for id in register.find_same_name(&person)? {
        if register
            .person(id)?
            .is_some_and(|q| surely_same(&person, &q))
        {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn step(done: usize, total: usize) -> Progress {
    Progress {
        step: "matching".into(),
        done: done as u32,
        total: total as u32,
    }
}

/// Parsed persons who stand in an earlier file with the same card, as if the files had been brought in one after the other. In
/// one file the same card twice stays two entries, which are proposed as likely duplicates.
pub(super) fn twice(
    persons: &[ParsedPerson],
    known: &HashMap<usize, PersonId>,
) -> HashMap<usize, usize> {
    let mut out = HashMap::new();
    let files: HashSet<&str> = persons.iter().map(|p| p.source.file.as_str()).collect();
    if files.len() < 2 {
        return out;
    }
    let mut by_name: HashMap<String, Vec<(usize, Person)>> = HashMap::new();
    for (at, p) in persons
        .iter()
        .enumerate()
        .filter(|(at, _)| !known.contains_key(at))
    {
        let mut mine = card(p, PersonId::from_bytes([0; 16]), &mut || [0; 16]);
        let of_contacts = mine.contacts.iter_mut().flat_map(|c| &mut c.phones);
        for phone in mine.phones.iter_mut().chain(of_contacts) {
            if phone.e164.is_some() {
                phone.typed.clear();
            }
        }
        let same = by_name.entry(fold(&mine.list_name())).or_default();
        let elsewhere = |(there, _): &&(usize, Person)| {
            persons
                .get(*there)
                .is_some_and(|o| o.source.file != p.source.file)
        };
        let mut others = same.iter().filter(elsewhere);
        if let Some((there, _)) = others.find(|(_, other)| *other == mine) {
            out.insert(at, *there);
        } else {
            same.push((at, mine));
        }
    }
    out
}

/// The same whole name, and something besides that two people hardly share: the day of birth, or a number where the births
/// do not contradict.
fn surely_same(a: &Person, b: &Person) -> bool {
    let named = !a.surname.is_empty() && !a.given.is_empty();
    if !named || fold(&a.list_name()) != fold(&b.list_name()) {
        return false;
    }
    let day = |p: &Person| match p.birth {
        Some(PartialDate::Day(d)) => Some(d),
        _ => None,
    };
    match (day(a), day(b)) {
        (Some(x), Some(y)) => x == y,
        _ => {
            let fits = match (a.birth, b.birth) {
                (Some(x), Some(y)) => x.year().abs_diff(y.year()) <= 1,
                _ => true,
            };
            fits && share_a_number(a, b)
        }
    }
}

fn share_a_number(a: &Person, b: &Person) -> bool {
    let numbers = |p: &Person| -> HashSet<String> {
        let of_contacts = p.contacts.iter().flat_map(|c| &c.phones);
        let all = p.phones.iter().chain(of_contacts);
        all.filter_map(|x| x.e164.clone()).collect()
    };
    !numbers(a).is_disjoint(&numbers(b))
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
