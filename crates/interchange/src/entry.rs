//! A person of a file without sheets (vCard, PFIF), with what was doubtful. The row is the entry's number.

use ugnay_model::{Phone, Psgc};
use ugnay_places::{PhoneContext, gazetteer, read_phones};

use crate::book::SourceFile;
use crate::person::{ParsedPerson, Source};
use crate::report::Problem;

/// Entries kept per file.
pub(crate) const MAX_ENTRIES: usize = 200_000;

#[derive(Clone, Default)]
pub(crate) struct Entry {
    pub person: ParsedPerson,
    pub problems: Vec<Problem>,
}

impl Entry {
    pub fn new(file: SourceFile<'_>, number: usize) -> Self {
        let row = u32::try_from(number).unwrap_or(u32::MAX);
        let source = Source {
            file: file.name.to_owned(),
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
        let cell = read_phones(
            text,
            PhoneContext {
                destination: self.person.destination.country,
            },
        );
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
    pub fn home(&mut self, parts: &[&str]) {
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
                self.problem("ADR", "barangay", "barangay_unknown", &written);
                self.person.place_typed = Some(written);
            }
        }
    }
}
