//! A person of a file without sheets (vCard, PFIF): what the file says, property by property, and what was read of it, with
//! what was doubtful. The row is the entry's number, the column the property. Knows no format.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ugnay_model::{Phone, Psgc};
use ugnay_places::{PhoneContext, gazetteer, read_phones};

use crate::person::{ParsedPerson, Source};
use crate::report::Problem;
use crate::{pfif, vcard};

/// Entries kept per file.
pub(crate) const MAX_ENTRIES: usize = 200_000;

/// Corrected properties of an entry: what is read instead, by the property's name in capitals.
pub(crate) type Fixed = BTreeMap<String, String>;

/// An entry as the file has it. It is read anew when one of its properties is corrected.
pub(crate) enum Listed {
    /// Properties of a vCard.
    Card(vcard::Card),
    /// Elements of a PFIF person.
    Record(pfif::Record),
}

impl Listed {
    /// Understands it.
    pub fn read(&self, file: &str, number: u32, today: NaiveDate, fixed: &Fixed) -> Entry {
        let entry = Entry::new(file, number);
        match self {
            Self::Card(card) => card.read(entry, today, fixed),
            Self::Record(record) => record.read(entry, today, fixed),
        }
    }

    /// What a property says, in words; empty for one that could be there and is not, nothing for what is no property.
    pub fn text(&self, property: &str) -> Option<String> {
        match self {
            Self::Card(card) => card.text(property),
            Self::Record(record) => record.text(property),
        }
    }

    /// What takes the place of a sheet's titles: entries of one format have one shape.
    pub fn shape(&self) -> &'static str {
        match self {
            Self::Card(_) => "vcard",
            Self::Record(_) => "pfif",
        }
    }

    /// Everything it says, in order: an entry is known again by it.
    pub fn content(&self) -> Vec<&str> {
        match self {
            Self::Card(card) => card.content(),
            Self::Record(record) => record.content(),
        }
    }
}

#[derive(Clone, Default)]
pub(crate) struct Entry {
    pub person: ParsedPerson,
    pub problems: Vec<Problem>,
}

impl Entry {
    pub fn new(file: &str, row: u32) -> Self {
        let source = Source {
            file: file.to_owned(),
            sheet: String::new(),
            row,
        };
        Self {
            person: ParsedPerson {
                source,
                ..ParsedPerson::default()
            },
            problems: Vec::new(),
        }
    }
    /// Notes a problem; the "column" is the property's name in the file.
    pub fn problem(&mut self, property: &str, field: &str, code: &str, detail: &str) {
        let [column, field, code, detail] = [property, field, code, detail].map(str::to_owned);
        self.problems.push(Problem {
            column,
            field,
            code,
            detail,
        });
    }
    /// Phones of one property.
    pub fn phones(&mut self, property: &str, text: &str) -> Vec<Phone> {
        self.phones_of(property, text, self.person.destination.country)
    }
    /// The same of somebody who is in that country, or at home.
    pub fn phones_of(
        &mut self,
        property: &str,
        text: &str,
        destination: Option<ugnay_places::Iso2>,
    ) -> Vec<Phone> {
        let cell = read_phones(text, PhoneContext { destination });
        for p in &cell.problems {
            self.problem(property, "phone", p.code(), text);
        }
        let read: Vec<Phone> = cell
            .numbers()
            .map(|n| Phone {
                typed: n.raw.clone(),
                e164: Some(n.e164.clone()),
            })
            .collect();
        if read.is_empty() && !text.trim().is_empty() {
            vec![Phone {
                typed: text.trim().to_owned(),
                e164: None,
            }]
        } else {
            read
        }
    }
    /// The home place from its parts, smallest first.
    pub fn home(&mut self, property: &str, parts: &[&str]) {
        let written = parts
            .iter()
            .map(|p| p.trim())
            .filter(|p| !p.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        if written.is_empty() {
            return;
        }
        match gazetteer().barangay_in(&written, None) {
            Some(area) => self.person.barangay = Some(Psgc(area.code.number())),
            None => {
                self.problem(property, "barangay", "barangay_unknown", &written);
                self.person.place_typed = Some(written);
            }
        }
    }
}
