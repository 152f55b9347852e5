//! PFIF (People Finder Interchange Format, <http://zesty.ca/pfif/>) 1.1 to 1.4, in: persons, and their notes as remarks.
//! Writing it is in `export/pfif.rs`. No entity expansion beyond XML's own five; external entities are never read.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::events::Event;
use ugnay_model::PartialDate;

use crate::ImportError;
use crate::book::{SourceFile, decode};
use crate::entry::{Entry, Fixed, Listed, MAX_ENTRIES};
use crate::person::ParsedContact;
use crate::value::{choice, date, name};

#[cfg(test)]
mod tests;

type Fields = BTreeMap<String, String>;

/// Elements of a person that are read.
const READ: [&str; 20] = [
    "full_name",
    "given_name",
    "family_name",
    "first_name",
    "last_name",
    "alternate_names",
    "sex",
    "date_of_birth",
    "age",
    "description",
    "other",
    "person_record_id",
    "home_street",
    "home_neighborhood",
    "home_city",
    "home_state",
    "home_country",
    "author_name",
    "author_phone",
    "author_email",
];

/// A person as the file has it, with the notes about it.
pub(crate) struct Record {
    fields: Fields,
    notes: Vec<Fields>,
}

/// A `person` or `note` element.
#[derive(Default)]
struct Element {
    note: bool,
    fields: Fields,
}

const MAX_TEXT: usize = 20_000;

/// Reads all persons of a file; `tick` is called with the elements so far and returns `false` to stop.
pub(crate) fn read(
    file: SourceFile<'_>,
    tick: &mut dyn FnMut(u32) -> bool,
) -> Result<Vec<Listed>, ImportError> {
    let damaged = |detail| ImportError::Damaged {
        file: file.name.to_owned(),
        detail,
    };
    let text = decode(file.bytes);
    let elements = elements(&text, tick)?.ok_or_else(|| damaged("the XML is not well formed"))?;
    let (notes, persons): (Vec<Element>, Vec<Element>) = elements.into_iter().partition(|e| e.note);
    if persons.len() > MAX_ENTRIES {
        return Err(damaged("too many entries"));
    }
    if persons.is_empty() {
        return Err(ImportError::NotASheet {
            file: file.name.to_owned(),
            looks_like: "PFIF without persons",
        });
    }
    let record = |e: Element| Record {
        fields: e.fields,
        notes: Vec::new(),
    };
    let mut records: Vec<Record> = persons.into_iter().map(record).collect();
    // The first person of an id has its notes.
    let mut by_id: HashMap<String, usize> = HashMap::new();
    for (at, record) in records.iter().enumerate() {
        if let Some(id) = record.fields.get("person_record_id") {
            by_id.entry(id.clone()).or_insert(at);
        }
    }
    for note in notes {
        let id = note.fields.get("person_record_id");
        let at = id.and_then(|id| by_id.get(id)).copied();
        if let Some(record) = at.and_then(|at| records.get_mut(at)) {
            record.notes.push(note.fields);
        }
    }
    Ok(records.into_iter().map(Listed::Record).collect())
}

impl Record {
    /// Understands it.
    pub fn read(&self, entry: Entry, today: NaiveDate, fixed: &Fixed) -> Entry {
        let mut fields = std::borrow::Cow::Borrowed(&self.fields);
        for (name, now) in fixed {
            let name = name.to_ascii_lowercase();
            if now.is_empty() {
                fields.to_mut().remove(&name);
            } else {
                fields.to_mut().insert(name, now.clone());
            }
        }
        let mut e = person(entry, &fields, today);
        for note in &self.notes {
            add_note(&mut e, note);
        }
        e
    }

    /// See [`Listed::text`].
    pub fn text(&self, property: &str) -> Option<String> {
        let name = property.trim().to_ascii_lowercase();
        let known = READ.contains(&name.as_str());
        known.then(|| self.fields.get(&name).cloned().unwrap_or_default())
    }

    /// See [`Listed::content`].
    pub fn content(&self) -> Vec<&str> {
        let all = std::iter::once(&self.fields).chain(&self.notes);
        all.flatten()
            .flat_map(|(k, v)| [k.as_str(), v.as_str()])
            .collect()
    }
}

type Elements = Option<Vec<Element>>;

/// The elements of a file in order; nothing when it is not well formed.
fn elements(text: &str, tick: &mut dyn FnMut(u32) -> bool) -> Result<Elements, ImportError> {
    let mut reader = Reader::from_str(text);
    let (mut out, mut open): (Vec<Element>, Vec<Element>) = (Vec::new(), Vec::new());
    let mut field: Option<(String, String)> = None;
    let mut depth = 0usize;
    loop {
        let Ok(event) = reader.read_event() else {
            return Ok(None);
        };
        match event {
            Event::Start(tag) => {
                depth = depth.saturating_add(1);
                let name = tag.local_name().as_ref().to_owned();
                match name.as_str() {
                    "person" | "note" if depth < 8 => open.push(Element {
                        note: name == "note",
                        fields: Fields::new(),
                    }),
                    _ => field = Some((name, String::new())),
                }
            }
            Event::Text(t) => append(&mut field, &t.xml10_content()),
            Event::CData(t) => append(&mut field, &t),
            Event::GeneralRef(r) => {
                let named = quick_xml::escape::resolve_predefined_entity(&r).map(str::to_owned);
                let resolved =
                    named.or_else(|| r.resolve_char_ref().ok().flatten().map(String::from));
                append(&mut field, &resolved.unwrap_or_default());
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                if matches!(tag.local_name().as_ref(), "person" | "note") {
                    close(&mut out, &mut open);
                    let so_far = u32::try_from(out.len()).unwrap_or(u32::MAX);
                    if so_far.is_multiple_of(200) && !tick(so_far) {
                        return Err(ImportError::Cancelled);
                    }
                } else if let (Some((name, value)), Some(element)) = (field.take(), open.last_mut())
                {
                    let value = value.trim().to_owned();
                    if !value.is_empty() && element.fields.len() < 100 {
                        element.fields.entry(name).or_insert(value);
                    }
                }
            }
            Event::Eof => return Ok((depth == 0).then_some(out)),
            _ => {}
        }
    }
}

/// A note inside a person belongs to it, also without an id of its own.
fn close(out: &mut Vec<Element>, open: &mut Vec<Element>) {
    let Some(mut element) = open.pop() else {
        return;
    };
    if let (true, Some(person)) = (element.note, open.last())
        && let Some(id) = person.fields.get("person_record_id")
    {
        element
            .fields
            .entry("person_record_id".to_owned())
            .or_insert_with(|| id.clone());
    }
    out.push(element);
}

fn append(field: &mut Option<(String, String)>, text: &str) {
    if let Some((_, value)) = field
        && value.len() < MAX_TEXT
    {
        value.push_str(text);
    }
}

fn person(mut e: Entry, f: &Fields, today: NaiveDate) -> Entry {
    let get = |k: &str| f.get(k).cloned().unwrap_or_default();
    // 1.1 to 1.3: first_name, last_name; 1.4: given_name, family_name, full_name.
    let either = |new: &str, old: &str| {
        Some(get(new))
            .filter(|t| !t.is_empty())
            .unwrap_or_else(|| get(old))
    };
    let (given, family, full) = (
        either("given_name", "first_name"),
        either("family_name", "last_name"),
        get("full_name"),
    );
    let n = if given.is_empty() && family.is_empty() {
        name::read(
            full.lines().next().unwrap_or_default(),
            name::NameOrder::GivenFirst,
            false,
        )
    } else {
        name::from_parts(&family, &given, "", "", "")
    };
    let p = &mut e.person;
    p.name_typed = if full.is_empty() {
        format!("{family} | {given}")
    } else {
        full
    };
    (p.surname, p.given, p.middle, p.suffix, p.nickname) =
        (n.surname, n.given, n.middle, n.suffix, n.nickname);
    if p.nickname.is_empty() {
        p.nickname = get("alternate_names")
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
    }
    p.sex = choice::sex(&get("sex"));
    p.birth = birth(&get("date_of_birth"), today);
    let said = |k: &str| f.get(k).map(|t| format!("{k}: {t}"));
    let mut remarks: Vec<String> = ["description", "other"]
        .iter()
        .filter_map(|k| f.get(*k).cloned())
        .collect();
    if p.birth.is_none() {
        p.birth = get("age").parse().ok().and_then(|n| date::age(n, today));
        // A range ("35-45") stays words.
        remarks.extend(said("age").filter(|_| p.birth.is_none()));
    }
    p.remarks = Some(remarks.join("\n")).filter(|t| !t.is_empty());
    p.record_id = f.get("person_record_id").cloned();
    doubts(&mut e, f);
    if matches!(get("home_country").as_str(), "" | "PH") {
        let parts = [
            "home_street",
            "home_neighborhood",
            "home_city",
            "home_state",
        ];
        let there = |name: &&&str| f.contains_key(**name);
        let said = ["home_neighborhood", "home_city", "home_state"];
        let property = said.iter().find(there).copied().unwrap_or("home_street");
        e.home(property, &parts.map(get).each_ref().map(String::as_str));
    } else {
        e.person.place_typed = Some(
            ["home_city", "home_state", "home_country"]
                .map(get)
                .join(", "),
        );
    }
    author(&mut e, f);
    e
}

/// As the format wants it ("1990-05"), else as people type it.
fn birth(text: &str, today: NaiveDate) -> Option<PartialDate> {
    let plain = text.parse::<PartialDate>().ok();
    plain.or_else(|| date::read_text(text, None, today).value)
}

/// What could not be read, by the element that says it.
fn doubts(e: &mut Entry, f: &Fields) {
    let get = |k: &str| f.get(k).map(String::as_str).unwrap_or_default();
    let p = &e.person;
    let missing = match (p.surname.is_empty(), p.given.is_empty()) {
        (false, false) => None,
        (true, false) if !get("given_name").is_empty() => Some("family_name"),
        (false, true) if !get("family_name").is_empty() => Some("given_name"),
        _ => Some("full_name"),
    };
    let sex = p.sex.is_none() && !matches!(get("sex"), "" | "other");
    let birth = p.birth.is_none() && !get("date_of_birth").is_empty();
    if let Some(property) = missing {
        e.problem(property, "full_name", "name_incomplete", "");
    }
    if sex {
        e.problem("sex", "sex", "unreadable_choice", get("sex"));
    }
    if birth {
        let typed = get("date_of_birth");
        e.problem("date_of_birth", "birth_date", "unreadable_date", typed);
    }
}

/// Who reported the person is somebody to call.
fn author(e: &mut Entry, f: &Fields) {
    let name = f.get("author_name").cloned().unwrap_or_default();
    let phones = f
        .get("author_phone")
        .map(|t| e.phones("author_phone", t))
        .unwrap_or_default();
    if !name.is_empty() || !phones.is_empty() {
        e.person.contacts.push(ParsedContact {
            name,
            phones,
            ..ParsedContact::default()
        });
    }
}

fn add_note(e: &mut Entry, f: &Fields) {
    let parts = [
        "source_date",
        "status",
        "last_known_location",
        "phone_of_found_person",
        "text",
    ];
    let line = parts
        .iter()
        .filter_map(|k| f.get(*k))
        .cloned()
        .collect::<Vec<_>>()
        .join(" · ");
    let before = e
        .person
        .remarks
        .take()
        .map(|r| format!("{r}\n"))
        .unwrap_or_default();
    if before.len() < MAX_TEXT {
        e.person.remarks = Some(format!("{before}{line}"));
    } else {
        e.person.remarks = Some(before);
    }
}
