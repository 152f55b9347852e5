//! From a form to a person and back. Every value is checked; a bad one is refused with its field's name.

use crate::dto::{AppError, ContactDto, ErrorCode, PersonInput, PhoneDto};
use std::str::FromStr;
use ugnay_model::{
    Contact, ContactId, Country, PartialDate, Person, PersonId, Phone, Psgc, Relation, Sex,
};
use ugnay_places::{Iso2, PhoneContext, check_phone};

/// Longest text of one field, in characters.
const MAX_TEXT: usize = 500;
/// Most entries of one list.
const MAX_LIST: usize = 50;

fn bad(field: &str) -> AppError {
    AppError::new(ErrorCode::BadInput).field(field)
}

fn text(field: &str, value: &str) -> Result<Option<String>, AppError> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match value.chars().count() {
        0 => Ok(None),
        n if n > MAX_TEXT => Err(bad(field).detail("too_long")),
        _ if value.chars().any(char::is_control) => Err(bad(field).detail("control_character")),
        _ => Ok(Some(value)),
    }
}

fn parsed<T: FromStr>(field: &str, value: &str) -> Result<Option<T>, AppError> {
    match value.trim() {
        "" => Ok(None),
        v => v.parse().map(Some).map_err(|_| bad(field)),
    }
}

fn list(field: &str, values: &[String]) -> Result<Vec<String>, AppError> {
    if values.len() > MAX_LIST {
        return Err(bad(field).detail("too_many"));
    }
    let kept: Result<Vec<_>, _> = values.iter().map(|v| text(field, v)).collect();
    Ok(kept?.into_iter().flatten().collect())
}

/// Whether a destination is a country of the list, or the sea.
pub(crate) fn is_known(country: Country) -> bool {
    let listed = country.as_str().parse::<Iso2>().ok();
    country == Country::SEA || listed.and_then(ugnay_places::country).is_some()
}

/// Reads phones as typed; what cannot be read is kept as typed.
pub(crate) fn phone(typed: &str, destination: Option<Country>) -> Phone {
    let destination = destination.and_then(|c| c.as_str().parse::<Iso2>().ok());
    let e164 = check_phone(typed, PhoneContext { destination }).ok();
    Phone {
        typed: typed.trim().to_owned(),
        e164,
    }
}

fn phones(
    field: &str,
    values: &[PhoneDto],
    destination: Option<Country>,
) -> Result<Vec<Phone>, AppError> {
    let typed: Vec<String> = values.iter().map(|p| p.typed.clone()).collect();
    Ok(list(field, &typed)?
        .iter()
        .map(|t| phone(t, destination))
        .collect())
}

/// Reads a person form.
///
/// # Errors
/// [`ErrorCode::BadInput`] naming the field.
pub(crate) fn to_person(
    input: &PersonInput,
    id: PersonId,
    new_id: &mut impl FnMut() -> [u8; 16],
) -> Result<Person, AppError> {
    let surname = text("surname", &input.surname)?.unwrap_or_default();
    let given = text("given", &input.given)?.unwrap_or_default();
    if surname.is_empty() && given.is_empty() {
        return Err(bad("surname").detail("name_needed"));
    }
    let mut p = Person::new(id, surname, given);
    p.middle = text("middle", &input.middle)?;
    p.suffix = text("suffix", &input.suffix)?;
    p.nickname = text("nickname", &input.nickname)?;
    p.birth = parsed::<PartialDate>("birth", &input.birth)?;
    p.sex = match input.sex.as_str() {
        "" => None,
        code => Some(Sex::from_code(code).ok_or_else(|| bad("sex"))?),
    };
    p.barangay = parsed::<Psgc>("barangay", &input.barangay)?;
    if let Some(code) = p.barangay {
        let known = ugnay_places::Psgc::new(code.0).and_then(|c| ugnay_places::gazetteer().get(c));
        known.ok_or_else(|| bad("barangay"))?;
        p.psgc_release = Some(ugnay_places::gazetteer().version().to_owned());
    }
    p.purok = text("purok", &input.purok)?;
    p.country = parsed::<Country>("country", &input.country)?;
    if !p.country.is_none_or(is_known) {
        return Err(bad("country"));
    }
    p.sea_based = input.sea_based || p.country == Some(Country::SEA);
    if p.sea_based && p.country.is_none() {
        p.country = Some(Country::SEA);
    }
    p.place = text("place", &input.place)?;
    p.occupation = text("occupation", &input.occupation)?;
    p.employer = text("employer", &input.employer)?;
    p.worksite = text("worksite", &input.worksite)?;
    p.phones = phones("phones", &input.phones, p.country)?;
    p.emails = list("emails", &input.emails)?;
    p.handles = list("handles", &input.handles)?;
    p.language = text("language", &input.language)?;
    p.emergency_note = text("emergencyNote", &input.emergency_note)?;
    if input.contacts.len() > MAX_LIST {
        return Err(bad("contacts").detail("too_many"));
    }
    for c in &input.contacts {
        p.contacts.extend(contact(c, new_id)?);
    }
    Ok(p)
}

/// An empty contact row of the form is nothing, not an error.
fn contact(
    c: &ContactDto,
    new_id: &mut impl FnMut() -> [u8; 16],
) -> Result<Option<Contact>, AppError> {
    let phones = phones("contacts", &c.phones, None)?;
    let name = text("contacts", &c.name)?;
    if name.is_none() && phones.is_empty() && c.handle.trim().is_empty() {
        return Ok(None);
    }
    let id = match c.id.as_str() {
        "" => ContactId::from_random(new_id()),
        id => id.parse().map_err(|_| bad("contacts"))?,
    };
    let mut out = Contact::new(id, name.unwrap_or_default());
    out.relation = parsed::<Relation>("contacts", &c.relation)?;
    out.phones = phones;
    out.handle = text("contacts", &c.handle)?;
    out.language = text("contacts", &c.language)?;
    out.place = text("contacts", &c.place)?;
    out.hours = text("contacts", &c.hours)?;
    out.knows_where = c.knows_where;
    Ok(Some(out))
}

fn phone_dto(p: &Phone) -> PhoneDto {
    PhoneDto {
        typed: p.typed.clone(),
        e164: p.e164.clone(),
    }
}

/// Came home, and nobody said when.
const HOME: &str = "yes";

/// Reads when somebody came home; `was` is what the register says, which stays as it is in whatever words. Nothing while abroad.
///
/// # Errors
/// [`ErrorCode::BadInput`] for what is no date, an age, or a day after `today` (`2025-07-01`).
pub(crate) fn returned(
    typed: &str,
    was: Option<&str>,
    today: &str,
) -> Result<Option<String>, AppError> {
    let typed = typed.trim();
    if typed.is_empty() || typed == HOME || Some(typed) == was {
        return Ok(Some(typed.to_owned()).filter(|t| !t.is_empty()));
    }
    let date = parsed::<PartialDate>("returned", typed)?.map(|d| d.to_string());
    let is_day = |d: &String| d.starts_with(|c: char| c.is_ascii_digit());
    let date = date.filter(is_day).ok_or_else(|| bad("returned"))?;
    // Only as much of today as the date says: this month has come, though its last day has not.
    if today
        .get(..date.len())
        .is_some_and(|now| date.as_str() > now)
    {
        return Err(bad("returned"));
    }
    Ok(Some(date))
}

/// A person as a form shows it, and when they came home.
pub(crate) fn from_person(p: &Person, returned: Option<&str>) -> PersonInput {
    let opt = |v: &Option<String>| v.clone().unwrap_or_default();
    PersonInput {
        id: p.id.to_string(),
        surname: p.surname.clone(),
        given: p.given.clone(),
        middle: opt(&p.middle),
        suffix: opt(&p.suffix),
        nickname: opt(&p.nickname),
        birth: p.birth.map(|b| b.to_string()).unwrap_or_default(),
        sex: p.sex.map(|s| s.code().to_owned()).unwrap_or_default(),
        barangay: p.barangay.map(|b| b.to_string()).unwrap_or_default(),
        purok: opt(&p.purok),
        country: p.country.map(|c| c.to_string()).unwrap_or_default(),
        place: opt(&p.place),
        sea_based: p.sea_based,
        occupation: opt(&p.occupation),
        employer: opt(&p.employer),
        worksite: opt(&p.worksite),
        phones: p.phones.iter().map(phone_dto).collect(),
        emails: p.emails.clone(),
        handles: p.handles.clone(),
        language: opt(&p.language),
        emergency_note: opt(&p.emergency_note),
        returned: returned.unwrap_or_default().to_owned(),
        contacts: p.contacts.iter().map(contact_dto).collect(),
    }
}

fn contact_dto(c: &Contact) -> ContactDto {
    let opt = |v: &Option<String>| v.clone().unwrap_or_default();
    ContactDto {
        id: c.id.to_string(),
        name: c.name.clone(),
        relation: c.relation.map(|r| r.code().to_owned()).unwrap_or_default(),
        phones: c.phones.iter().map(phone_dto).collect(),
        handle: opt(&c.handle),
        language: opt(&c.language),
        place: opt(&c.place),
        hours: opt(&c.hours),
        knows_where: c.knows_where,
    }
}

#[cfg(test)]
mod tests;
