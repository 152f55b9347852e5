//! What a sheet says of people who are in the register already, cell by cell where the register says otherwise; and the same
//! taken over, when somebody asks for it. An empty cell says nothing. Nothing the register has is lost: numbers stay behind the
//! new ones, contacts and remarks are added to. Must not write.

use crate::dto::AppError;
use std::collections::{BTreeMap, HashMap};
use ugnay_interchange::{Field, ParsedPerson};
use ugnay_matching::fold;
use ugnay_model::{CaseFile, Contact, ImportId, PartialDate, Person, PersonId, Phone};
use ugnay_register::Register;

use super::commit::card;

/// A cell that differs: the column's meaning, and both words.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Differs {
    /// The column it would stand in, the likeliest first.
    pub fields: Vec<Field>,
    /// What the register has.
    pub was: String,
    /// What the sheet says.
    pub now: String,
}

/// By the place among the parsed persons.
pub(crate) type AllDiffering = HashMap<usize, Vec<Differs>>;

/// Somebody in the register, being compared.
struct Held {
    person: Person,
    case: CaseFile,
    told: Vec<Differs>,
}

/// The cells of known people that differ. `before` are answers given a moment ago, for persons that were not read anew.
pub(super) fn all(
    register: &Register,
    persons: &[ParsedPerson],
    known: &HashMap<usize, PersonId>,
    before: Option<(&[ParsedPerson], &HashMap<usize, PersonId>, &AllDiffering)>,
) -> Result<AllDiffering, AppError> {
    let mut out = AllDiffering::new();
    for (at, id) in known {
        let Some(parsed) = persons.get(*at) else {
            continue;
        };
        let same =
            before.filter(|(old, ids, _)| old.get(*at) == Some(parsed) && ids.get(at) == Some(id));
        let told = match same {
            Some((_, _, told)) => told.get(at).cloned().unwrap_or_default(),
            None => held(register, *id)?.map_or_else(Vec::new, |mut h| {
                h.take(parsed, &mut || [0; 16]);
                h.told
            }),
        };
        if !told.is_empty() {
            out.insert(*at, told);
        }
    }
    Ok(out)
}

/// The records of known people as they are with what the sheet says.
pub(super) fn taken_over(
    register: &Register,
    persons: &[ParsedPerson],
    known: &HashMap<usize, PersonId>,
    differing: &AllDiffering,
    new_id: &mut impl FnMut() -> [u8; 16],
) -> Result<Vec<(Person, CaseFile)>, AppError> {
    let mut order: Vec<usize> = differing.keys().copied().collect();
    order.sort_unstable();
    // Two rows of one person both count.
    let mut out: BTreeMap<PersonId, Held> = BTreeMap::new();
    for at in order {
        let (Some(parsed), Some(id)) = (persons.get(at), known.get(&at)) else {
            continue;
        };
        let id = register.stands_for(*id)?;
        if let std::collections::btree_map::Entry::Vacant(free) = out.entry(id)
            && let Some(one) = held(register, id)?
        {
            free.insert(one);
        }
        if let Some(one) = out.get_mut(&id) {
            one.take(parsed, new_id);
        }
    }
    Ok(out.into_values().map(|h| (h.person, h.case)).collect())
}

fn held(register: &Register, id: PersonId) -> Result<Option<Held>, AppError> {
    let id = register.stands_for(id)?;
    let Some(person) = register.person(id)? else {
        return Ok(None);
    };
    let case = register.case_file(id)?.unwrap_or_else(|| CaseFile::new(id));
    Ok(Some(Held {
        person,
        case,
        told: Vec::new(),
    }))
}

fn shown(phones: &[Phone]) -> String {
    let each: Vec<&str> = phones.iter().map(Phone::shown).collect();
    each.join(", ")
}

fn same_number(a: &Phone, b: &Phone) -> bool {
    match (&a.e164, &b.e164) {
        (Some(x), Some(y)) => x == y,
        _ => fold(&a.typed) == fold(&b.typed),
    }
}

/// The new numbers first, then those that were there.
fn numbers(held: &mut Vec<Phone>, new: &[Phone]) -> Option<(String, String)> {
    let missing = |p: &Phone| !held.iter().any(|h| same_number(h, p));
    if !new.iter().any(missing) {
        return None;
    }
    let was = shown(held);
    let mut all = new.to_vec();
    all.extend(
        held.drain(..)
            .filter(|h| !new.iter().any(|n| same_number(n, h))),
    );
    *held = all;
    Some((was, shown(new)))
}

/// The one says no more than the other and nothing else.
fn says_less(new: PartialDate, held: PartialDate) -> bool {
    use PartialDate::{Age, Day, Month, Year};
    let near = new.year().abs_diff(held.year()) <= 1;
    match (new, held) {
        (Age { .. }, Age { .. } | Day(_) | Month(..) | Year(_)) => near,
        (Year(y), Day(_) | Month(..)) => y == held.year(),
        (Month(y, m), Day(d)) => format!("{y:04}-{m:02}") == d.format("%Y-%m").to_string(),
        _ => new == held,
    }
}

impl Held {
    fn tell(&mut self, fields: &[Field], was: impl Into<String>, now: impl Into<String>) {
        self.told.push(Differs {
            fields: fields.to_vec(),
            was: was.into(),
            now: now.into(),
        });
    }

    fn take(&mut self, parsed: &ParsedPerson, new_id: &mut impl FnMut() -> [u8; 16]) {
        let new = card(parsed, self.person.id, new_id);
        self.names(&new);
        self.words(&new);
        self.place(&new);
        if let Some(birth) = new.birth
            && self.person.birth.is_none_or(|held| !says_less(birth, held))
        {
            let was = self.person.birth.map(|b| b.to_string());
            self.tell(
                &[Field::BirthDate, Field::Age],
                was.unwrap_or_default(),
                birth.to_string(),
            );
            self.person.birth = Some(birth);
        }
        if let Some(sex) = new.sex.filter(|s| self.person.sex != Some(*s)) {
            let was = self.person.sex.map(|s| s.code()).unwrap_or_default();
            self.tell(&[Field::Sex], was, sex.code());
            self.person.sex = Some(sex);
        }
        if let Some((was, now)) = numbers(&mut self.person.phones, &new.phones) {
            self.tell(&[Field::Phone, Field::PhoneBoth], was, now);
        }
        for (n, contact) in (1u8..).zip(new.contacts) {
            self.contact(n, contact);
        }
        self.case(parsed);
    }

    fn names(&mut self, new: &Person) {
        let mut told = Vec::new();
        let p = &mut self.person;
        for (held, new, field) in [
            (&mut p.surname, &new.surname, Field::Surname),
            (&mut p.given, &new.given, Field::Given),
        ] {
            if !new.trim().is_empty() && fold(held) != fold(new) {
                told.push((vec![field, Field::FullName], held.clone(), new.clone()));
                held.clone_from(new);
            }
        }
        for (held, new, field) in [
            (&mut p.middle, &new.middle, Field::Middle),
            (&mut p.suffix, &new.suffix, Field::Suffix),
            (&mut p.nickname, &new.nickname, Field::Nickname),
        ] {
            word(held, new, &[field, Field::FullName], &mut told);
        }
        self.told_all(told);
    }

    fn words(&mut self, new: &Person) {
        let mut told = Vec::new();
        let p = &mut self.person;
        for (held, new, field) in [
            (&mut p.purok, &new.purok, Field::Purok),
            (&mut p.occupation, &new.occupation, Field::Occupation),
            (&mut p.employer, &new.employer, Field::Employer),
        ] {
            word(
                held,
                new,
                &[field, Field::Address, Field::DestinationEmployer],
                &mut told,
            );
        }
        for (held, new, field) in [
            (&mut p.emails, &new.emails, Field::Email),
            (&mut p.handles, &new.handles, Field::Handle),
        ] {
            for one in new {
                if !held.iter().any(|h| fold(h) == fold(one)) {
                    told.push((vec![field, Field::Phone], held.join(", "), one.clone()));
                    held.push(one.clone());
                }
            }
        }
        self.told_all(told);
    }

    fn told_all(&mut self, told: Vec<(Vec<Field>, String, String)>) {
        for (fields, was, now) in told {
            self.tell(&fields, was, now);
        }
    }

    fn place(&mut self, new: &Person) {
        const ABROAD: [Field; 3] = [
            Field::Destination,
            Field::DestinationEmployer,
            Field::SeaBased,
        ];
        if let Some(country) = new.country.filter(|c| self.person.country != Some(*c)) {
            let was = self.person.country.map(|c| c.to_string());
            self.tell(&ABROAD, was.unwrap_or_default(), country.to_string());
            self.person.country = Some(country);
            self.person.sea_based = new.sea_based;
            // The old city is not in the new country.
            self.person.place.clone_from(&new.place);
        }
        let mut told = Vec::new();
        let fields = [
            Field::DestinationPlace,
            Field::Destination,
            Field::DestinationEmployer,
        ];
        word(&mut self.person.place, &new.place, &fields, &mut told);
        self.told_all(told);
        if let Some(home) = new.barangay.filter(|b| self.person.barangay != Some(*b)) {
            let was = self.person.barangay.map(|b| b.to_string());
            self.tell(
                &[Field::Barangay, Field::Address],
                was.unwrap_or_default(),
                home.to_string(),
            );
            self.person.barangay = Some(home);
            self.person.psgc_release.clone_from(&new.psgc_release);
        }
    }

    fn contact(&mut self, n: u8, new: Contact) {
        let by_name = |c: &&mut Contact| !new.name.is_empty() && fold(&c.name) == fold(&new.name);
        let shares = |c: &&mut Contact| {
            let mut all = new.phones.iter();
            all.any(|p| c.phones.iter().any(|h| same_number(h, p)))
        };
        let list = &mut self.person.contacts;
        let at = list.iter_mut().position(|c| by_name(&c));
        let at = at.or_else(|| list.iter_mut().position(|c| shares(&c)));
        let name = [
            Field::ContactName(n),
            Field::ContactNameRelation(n),
            Field::ContactNamePhone(n),
        ];
        let Some(held) = at.and_then(|at| list.get_mut(at)) else {
            let now = [new.name.clone(), shown(&new.phones)].join(" ");
            self.tell(&name, "", now.trim());
            self.person.contacts.push(new);
            return;
        };
        let mut told = Vec::new();
        if !new.name.is_empty() && fold(&held.name) != fold(&new.name) {
            told.push((name.to_vec(), held.name.clone(), new.name.clone()));
            held.name.clone_from(&new.name);
        }
        if let Some(relation) = new.relation.filter(|r| held.relation != Some(*r)) {
            let was = held.relation.map(|r| r.code()).unwrap_or_default();
            let fields = vec![Field::ContactRelation(n), Field::ContactNameRelation(n)];
            told.push((fields, was.to_owned(), relation.code().to_owned()));
            held.relation = Some(relation);
        }
        if let Some((was, now)) = numbers(&mut held.phones, &new.phones) {
            let fields = vec![
                Field::ContactPhone(n),
                Field::ContactNamePhone(n),
                Field::PhoneBoth,
            ];
            told.push((fields, was, now));
        }
        self.told_all(told);
    }

    fn case(&mut self, parsed: &ParsedPerson) {
        let new = parsed.to_case(self.case.id, ImportId::from_bytes([0; 16]));
        let mut told = Vec::new();
        let c = &mut self.case;
        for (held, new, field) in [
            (&mut c.civil_status, &new.civil_status, Field::CivilStatus),
            (&mut c.agency, &new.agency, Field::Agency),
            (&mut c.returned, &new.returned, Field::Remarks),
        ] {
            word(held, new, &[field], &mut told);
        }
        if let Some(year) = new.year_departed.filter(|y| c.year_departed != Some(*y)) {
            let was = c.year_departed.map(|y| y.to_string()).unwrap_or_default();
            told.push((vec![Field::YearDeparted], was, year.to_string()));
            c.year_departed = Some(year);
        }
        let before = c.remarks.clone().unwrap_or_default();
        if let Some(words) = new.remarks.filter(|r| !fold(&before).contains(&fold(r))) {
            told.push((vec![Field::Remarks], before.clone(), words.clone()));
            let both = [before, words].into_iter().filter(|t| !t.is_empty());
            c.remarks = Some(both.collect::<Vec<_>>().join("; "));
        }
        self.told_all(told);
    }
}

fn word(
    held: &mut Option<String>,
    new: &Option<String>,
    fields: &[Field],
    told: &mut Vec<(Vec<Field>, String, String)>,
) {
    let Some(new) = new.as_ref().filter(|t| !t.trim().is_empty()) else {
        return;
    };
    let was = held.clone().unwrap_or_default();
    if fold(&was) != fold(new) {
        told.push((fields.to_vec(), was, new.clone()));
        *held = Some(new.clone());
    }
}

#[cfg(test)]
mod tests;
