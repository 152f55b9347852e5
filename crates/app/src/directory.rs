//! Whom to call for a destination: the shipped directory with the officer's own entries and corrections laid over it, which
//! are stored in the register and go to its other devices.

mod plans;

use crate::dto::{
    AppError, DirectoryCountry, DirectoryInput, DirectoryPhone, DirectoryRow, ErrorCode, Saved,
};
use crate::forms;
use crate::paper::day;
use crate::places;
use crate::session::{App, Session};
use std::collections::BTreeMap;
use ugnay_model::{AlertLevel, Country, DirectoryEntry, Page, PersonId, PlanText, Record};
use ugnay_places::{Iso2, Listed, PhoneContext, check_phone, directory, fold};
use ugnay_register::RegisterError;

/// Kinds an officer can choose, in the order they are shown.
const KINDS: [&str; 6] = ["emergency", "post", "mwo", "agency", "leader", "other"];
/// Longest text of one field, and most numbers of one entry.
const MAX_TEXT: usize = 300;
const MAX_PHONES: usize = 4;
/// Most results of a search.
const MAX_FOUND: usize = 60;

/// A country the directory has a page for: one that exists.
fn country(code: &str) -> Result<Country, AppError> {
    let bad = || AppError::new(ErrorCode::BadInput).field("country");
    let country: Country = code.parse().map_err(|_| bad())?;
    if forms::is_known(country) && country != Country::OTHER {
        Ok(country)
    } else {
        Err(bad())
    }
}

/// A text of a form: trimmed, without control characters, not too long.
fn text(typed: &str, field: &str, most: usize) -> Result<String, AppError> {
    let bad = |detail: &str| {
        AppError::new(ErrorCode::BadInput)
            .field(field)
            .detail(detail)
    };
    let typed = typed.trim();
    if typed.chars().count() > most {
        return Err(bad("too_long"));
    }
    if typed.chars().any(|c| c.is_control() && c != '\n') {
        return Err(bad("control_character"));
    }
    Ok(typed.to_owned())
}

/// A full page: nothing was written.
fn full(e: RegisterError) -> AppError {
    match e {
        RegisterError::TooLarge => AppError::new(ErrorCode::BadInput).detail("too_many"),
        e => e.into(),
    }
}

/// A number as it is shown and dialled. Short numbers work only in their own country.
fn phone(written: &str, at: &str) -> DirectoryPhone {
    let short = written.len() <= 5 && written.bytes().all(|b| b.is_ascii_digit());
    if short {
        return DirectoryPhone {
            shown: written.to_owned(),
            dial: (at == "PH").then(|| written.to_owned()),
        };
    }
    let context = PhoneContext {
        destination: at.parse::<Iso2>().ok(),
    };
    let dial = check_phone(written, context).ok();
    DirectoryPhone {
        shown: dial
            .as_deref()
            .filter(|d| *d == written)
            .map_or_else(|| written.to_owned(), places::spaced),
        dial,
    }
}

fn hex(id: [u8; 16]) -> String {
    ugnay_wire::ids::to_hex(&id)
}

fn shipped(e: &Listed) -> DirectoryRow {
    let agency = e.kind == "agency";
    let code = e.country.as_str();
    DirectoryRow {
        id: hex(e.id),
        country: code.to_owned(),
        country_name: code.parse().map(places::country_name).unwrap_or_default(),
        kind: e.kind.to_owned(),
        name: if agency { e.place } else { "" }.to_owned(),
        place: if agency { "" } else { e.place }.to_owned(),
        phones: e.phones.iter().map(|p| phone(p, code)).collect(),
        email: e.email.to_owned(),
        website: e.website.to_owned(),
        note: String::new(),
        source: e.source.to_owned(),
        as_of: e.as_of.to_owned(),
        origin: "shipped".to_owned(),
        by: String::new(),
        hidden: false,
        conflict: false,
    }
}

fn own(id: [u8; 16], at: Country, e: DirectoryEntry, others: usize, origin: &str) -> DirectoryRow {
    DirectoryRow {
        id: hex(id),
        country: at.to_string(),
        country_name: places::country_name(at),
        phones: e.phones.iter().map(|p| phone(p, at.as_str())).collect(),
        kind: e.kind,
        name: e.name,
        place: e.place,
        email: e.email,
        website: e.website,
        note: e.note,
        source: e.source,
        as_of: day(e.at),
        origin: origin.to_owned(),
        by: e.by,
        hidden: e.hidden,
        conflict: others > 0,
    }
}

/// An entry that is known, before it is made a row: what a search looks through.
enum Known {
    Shipped(&'static Listed),
    /// An officer's own or correction (`origin`), and how many others wrote something else.
    Written([u8; 16], Box<DirectoryEntry>, usize, &'static str),
}

impl Known {
    fn hidden(&self) -> bool {
        matches!(self, Self::Written(_, entry, ..) if entry.hidden)
    }

    fn row(self, at: Country) -> DirectoryRow {
        match self {
            Self::Shipped(listed) => shipped(listed),
            Self::Written(id, entry, others, origin) => own(id, at, *entry, others, origin),
        }
    }

    /// Whether every word begins a word of the entry; digits are looked for within numbers. By what was written: how each
    /// number is shown and dialled is worked out for whoever is found alone.
    fn found(&self, country: &str, words: &[String]) -> bool {
        let (texts, phones): ([&str; 6], Vec<&str>) = match self {
            Self::Shipped(e) => (
                ["", e.place, country, "", e.kind, e.email],
                e.phones.clone(),
            ),
            Self::Written(_, e, ..) => (
                [&e.name, &e.place, country, &e.note, &e.kind, &e.email],
                e.phones.iter().map(String::as_str).collect(),
            ),
        };
        let text = fold(&texts.join(" "));
        let numbers: String = phones.iter().map(|p| p.replace(' ', "") + " ").collect();
        words.iter().all(|word| {
            let digits = word.len() >= 3 && word.bytes().all(|b| b.is_ascii_digit());
            text.split(|c: char| !c.is_alphanumeric())
                .any(|w| w.starts_with(word.as_str()))
                || (digits && numbers.contains(word.trim_start_matches('0')))
        })
    }
}

/// Everything known of a destination: what is shipped with what is written on its page laid over it.
fn known(at: Country, page: Option<&Record>) -> Vec<Known> {
    let all = page.map(DirectoryEntry::all).into_iter().flatten();
    let mut written: BTreeMap<[u8; 16], (DirectoryEntry, usize)> = all
        .map(|(id, entry, others)| (id, (entry, others)))
        .collect();
    let listed = directory()
        .iter()
        .filter(|e| e.country.as_str() == at.as_str());
    let mut out: Vec<Known> = listed
        .map(|e| match written.remove(&e.id) {
            Some((entry, others)) => Known::Written(e.id, Box::new(entry), others, "corrected"),
            None => Known::Shipped(e),
        })
        .collect();
    // An own entry that was taken out is gone; its place stays so that other devices take it out too.
    let rest = written.into_iter().filter(|(_, (e, _))| !e.hidden);
    out.extend(
        rest.map(|(id, (entry, others))| Known::Written(id, Box::new(entry), others, "own")),
    );
    out
}

/// As they are shown: the hidden ones last, then by kind, city and name.
fn in_order(rows: &mut [DirectoryRow]) {
    let rank = |kind: &str| KINDS.iter().position(|k| *k == kind);
    let key = |r: &DirectoryRow| (r.hidden, rank(&r.kind).unwrap_or(KINDS.len()));
    rows.sort_by(|a, b| (key(a), &a.place, &a.name).cmp(&(key(b), &b.place, &b.name)));
}

impl Session {
    /// The entries of a destination, the hidden ones last.
    pub(crate) fn directory(&self, at: Country) -> Result<Vec<DirectoryRow>, AppError> {
        let page = self.register.page(Page::Directory(at))?;
        let known = known(at, Some(&page)).into_iter();
        let mut out: Vec<DirectoryRow> = known.map(|k| k.row(at)).collect();
        in_order(&mut out);
        Ok(out)
    }
}

/// How many entries of a destination are not hidden; as [`Session::directory`] lists them, without making a row of any.
fn shown(listed: &[[u8; 16]], page: Option<&Record>) -> u32 {
    let hidden: BTreeMap<[u8; 16], bool> = page
        .map(DirectoryEntry::all)
        .into_iter()
        .flatten()
        .map(|(id, entry, _)| (id, entry.hidden))
        .collect();
    let untouched = listed.iter().filter(|id| !hidden.contains_key(*id)).count();
    let own = hidden.values().filter(|hidden| !**hidden).count();
    untouched.saturating_add(own) as u32
}

impl Session {
    /// What was written on the pages of all destinations, by page.
    fn written(&self, page: fn(Country) -> Page) -> Result<BTreeMap<PersonId, Record>, AppError> {
        let (first, last) = (page(Country::FIRST), page(Country::OTHER));
        let pages = self.register.pages(first, last)?;
        Ok(pages.into_iter().map(|p| (p.person, p)).collect())
    }
}

impl App {
    /// Destinations of the directory: those with people of this register first, most first; then the others by name.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn directory_countries(&mut self) -> Result<Vec<DirectoryCountry>, AppError> {
        let (s, _) = self.open()?;
        let people: BTreeMap<Country, u64> = s
            .register
            .count_by_country()?
            .into_iter()
            .filter_map(|(c, n)| Some((c?, n)))
            .collect();
        let mut listed: BTreeMap<Country, Vec<[u8; 16]>> = BTreeMap::new();
        for e in directory() {
            if let Ok(at) = e.country.as_str().parse() {
                listed.entry(at).or_default().push(e.id);
            }
        }
        let (written, plans) = (s.written(Page::Directory)?, s.written(Page::Plan)?);
        let mut all: Vec<Country> = people.keys().chain(listed.keys()).copied().collect();
        all.sort_unstable();
        all.dedup();
        let mut out = Vec::new();
        for c in all.into_iter().filter(|c| *c != Country::OTHER) {
            let plan = plans.get(&Page::Plan(c).id());
            let levels = (1..=4).map(AlertLevel::new);
            let says = |plan: &Record, l| PlanText::of(plan, l).iter().any(|t| !t.text.is_empty());
            out.push(DirectoryCountry {
                country: c.to_string(),
                name: places::country_name(c),
                people: people.get(&c).copied().unwrap_or_default() as u32,
                entries: shown(
                    listed.get(&c).map_or(&[], Vec::as_slice),
                    written.get(&Page::Directory(c).id()),
                ),
                planned: plan
                    .is_some_and(|p| core::iter::once(None).chain(levels).any(|l| says(p, l))),
            });
        }
        out.sort_by(|a, b| (b.people, &a.name).cmp(&(a.people, &b.name)));
        Ok(out)
    }

    /// The entries of a destination, the hidden ones last.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a code that is no country's.
    pub fn directory(&mut self, at: &str) -> Result<Vec<DirectoryRow>, AppError> {
        let (s, _) = self.open()?;
        s.directory(country(at)?)
    }

    /// Entries of all destinations in which every typed word begins a word of the name, place, country, note or number.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn directory_search(&mut self, typed: &str) -> Result<Vec<DirectoryRow>, AppError> {
        let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let countries = self.directory_countries()?;
        let (s, _) = self.open()?;
        let written = s.written(Page::Directory)?;
        let mut out = Vec::new();
        for one in countries {
            let at = country(&one.country)?;
            let found = known(at, written.get(&Page::Directory(at).id()))
                .into_iter()
                .filter(|k| !k.hidden() && k.found(&one.name, &words));
            let mut rows: Vec<DirectoryRow> = found.map(|k| k.row(at)).collect();
            in_order(&mut rows);
            out.append(&mut rows);
            if out.len() >= MAX_FOUND {
                break;
            }
        }
        out.truncate(MAX_FOUND);
        Ok(out)
    }

    /// Saves an own entry, or a correction of a shipped one.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field.
    pub fn save_directory_entry(&mut self, input: &DirectoryInput) -> Result<Saved, AppError> {
        let (s, env) = self.open()?;
        let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
        let at = country(&input.country)?;
        let id = match input.id.as_str() {
            "" => env.random(),
            hex => u128::from_str_radix(hex, 16)
                .map_err(|_| bad("id"))?
                .to_be_bytes(),
        };
        let mut phones = Vec::new();
        for typed in input.phones.iter().filter(|p| !p.trim().is_empty()) {
            phones.push(text(typed, "phones", 60)?);
        }
        if phones.len() > MAX_PHONES {
            return Err(bad("phones").detail("too_many"));
        }
        let entry = DirectoryEntry {
            kind: Some(input.kind.clone())
                .filter(|k| KINDS.contains(&k.as_str()))
                .ok_or_else(|| bad("kind"))?,
            name: text(&input.name, "name", MAX_TEXT)?,
            place: text(&input.place, "place", MAX_TEXT)?,
            phones,
            email: text(&input.email, "email", MAX_TEXT)?,
            website: text(&input.website, "website", MAX_TEXT)?,
            note: text(&input.note, "note", MAX_TEXT)?,
            source: text(&input.source, "source", MAX_TEXT)?,
            by: s.about.officer.clone(),
            at: env.now(),
            hidden: input.hidden,
        };
        let known = matches!(entry.kind.as_str(), "emergency" | "post" | "mwo");
        if entry.name.is_empty() && !known {
            return Err(bad("name").detail("name_needed"));
        }
        let source = s.typed();
        let change = (DirectoryEntry::key(id), entry.value());
        let saved = s
            .register
            .write_page(Page::Directory(at), vec![change], &source, env.now())
            .map_err(full)?;
        Ok(Saved {
            id: hex(id),
            change_set: saved.change_set.map(|c| c.0.to_string()),
        })
    }
}

#[cfg(test)]
mod tests;
