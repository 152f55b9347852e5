//! One row of a list → one person, with a problem for everything doubtful.

use chrono::Datelike;
use ugnay_model::PartialDate;
use ugnay_places::{
    Certainty, Destination, PhoneCell, PhoneContext, fold, is_nothing, read_destination,
    read_phones,
};

use super::{Resolved, Walk, memo};
use crate::book::{Cell, Row, letters};
use crate::field::Field;
use crate::person::{ParsedPerson, Source};
use crate::report::{Problem, RowKind};
use crate::value::{choice, date, name};

/// A person in the making.
pub(super) struct Builder<'w, 'a> {
    pub walk: &'w mut Walk<'a>,
    pub cells: &'w Resolved,
    pub person: ParsedPerson,
    pub problems: Vec<Problem>,
    /// What other cells say that belongs to the remarks.
    pub notes: Vec<String>,
}

impl Builder<'_, '_> {
    pub fn cell(&self, field: Field) -> Option<&Cell> {
        self.walk
            .plan
            .column(field)
            .and_then(|c| self.cells.get(&c))
            .map(|(cell, _)| cell)
    }
    /// All cells of a field, joined; "wala" and "-" are nothing.
    pub fn text(&self, field: Field) -> String {
        let columns = self
            .walk
            .plan
            .header
            .columns
            .iter()
            .filter(|c| c.field == field);
        let texts = columns
            .filter_map(|c| self.cells.get(&c.index))
            .map(|(cell, _)| cell.text());
        texts
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join(" / ")
    }
    /// The cells of a field that several columns may hold, each with its column's letters.
    pub fn each(&self, field: Field) -> Vec<(String, String)> {
        let columns = self.walk.plan.header.columns.iter();
        columns
            .filter(|c| c.field == field)
            .filter_map(|c| {
                let (cell, _) = self.cells.get(&c.index)?;
                Some((letters(c.index), cell.text()))
            })
            .filter(|(_, text)| !text.is_empty())
            .collect()
    }
    pub fn said(&self, field: Field) -> Option<String> {
        Some(self.text(field)).filter(|t| !is_nothing(t))
    }
    pub fn problem(&mut self, field: Field, code: &str, detail: &str) {
        let column = self.walk.plan.letters(field);
        self.problem_at(column, field, code, detail);
    }
    /// A problem of a field that several columns may hold, at the right one.
    pub fn problem_at(&mut self, column: String, field: Field, code: &str, detail: &str) {
        self.problems.push(Problem {
            column,
            field: field.to_string(),
            code: code.to_owned(),
            detail: detail.to_owned(),
        });
    }
    pub fn flag(&mut self, field: Field, code: &str) {
        let text = self.text(field);
        self.problem(field, code, &text);
    }

    fn names(&mut self) {
        let full_typed = self.text(Field::FullName);
        let full = self.name_alone(Field::FullName, full_typed.clone());
        let [surname, given, middle, suffix, nickname] = [
            Field::Surname,
            Field::Given,
            Field::Middle,
            Field::Suffix,
            Field::Nickname,
        ]
        .map(|f| self.said(f).unwrap_or_default());
        let surname = self.name_alone(Field::Surname, surname);
        let given = self.name_alone(Field::Given, given);
        let in_parts = !surname.is_empty() && !given.is_empty();
        let name = if full.is_empty() || in_parts {
            name::from_parts(&surname, &given, &middle, &suffix, &nickname)
        } else {
            let mut n = name::read(&full, self.walk.plan.name_order, self.walk.plan.full_middle);
            let fill = |slot: &mut String, text: &str| {
                if slot.is_empty() {
                    text.clone_into(slot);
                }
            };
            fill(&mut n.middle, &middle);
            fill(&mut n.suffix, name::suffix(&suffix).unwrap_or(&suffix));
            fill(&mut n.nickname, &nickname);
            n
        };
        let typed = [&full_typed, &surname, &given, &middle, &suffix]
            .into_iter()
            .filter(|t| !t.is_empty());
        self.person.name_typed = typed.cloned().collect::<Vec<_>>().join(" | ");
        if name.split_guessed {
            self.flag(Field::FullName, "name_split_guessed");
        }
        if name.surname.is_empty() || name.given.is_empty() {
            let field = if full.is_empty() {
                Field::Surname
            } else {
                Field::FullName
            };
            self.flag(field, "name_incomplete");
        }
        let p = &mut self.person;
        (p.surname, p.given, p.middle, p.suffix, p.nickname) = (
            name.surname,
            name.given,
            name.middle,
            name.suffix,
            name.nickname,
        );
    }

    fn choices(&mut self) {
        if let Some(t) = self.said(Field::Sex) {
            self.person.sex = choice::sex(&t);
            if self.person.sex.is_none() {
                self.flag(Field::Sex, "unreadable_choice");
            }
        }
        if let Some(t) = self.said(Field::CivilStatus) {
            let known = choice::civil_status(&t);
            self.person.civil_status = Some(known.map_or(t, str::to_owned));
            if known.is_none() {
                self.flag(Field::CivilStatus, "unreadable_choice");
            }
        }
    }

    fn birth(&mut self) {
        let (today, dates) = (self.walk.options.today, self.walk.plan.dates);
        if let Some(cell) = self
            .cell(Field::BirthDate)
            .filter(|c| !is_nothing(&c.text()))
        {
            let r = date::read(cell, dates, today);
            self.person.birth = r.value;
            if let Some(code) = r.problem {
                self.flag(Field::BirthDate, code);
            }
        }
        let Some(text) = self.said(Field::Age) else {
            return;
        };
        let asked = self.walk.plan.as_of.unwrap_or(today);
        let read = date::age_of(&text).and_then(|(years, year, exact)| {
            let then = year.and_then(|y| chrono::NaiveDate::from_ymd_opt(y, 12, 31));
            Some((
                date::age(years, then.map_or(asked, |d| d.min(today)))?,
                exact,
            ))
        });
        let Some((age, exact)) = read else {
            return self.flag(Field::Age, "unreadable_age");
        };
        if !exact {
            self.flag(Field::Age, "age_not_exact");
        }
        match self.person.birth {
            None => self.person.birth = Some(age),
            Some(b @ (PartialDate::Day(_) | PartialDate::Year(_) | PartialDate::Month(..)))
                if b.year().abs_diff(age.year()) > 2 =>
            {
                self.flag(Field::Age, "age_does_not_fit");
            }
            Some(_) => {}
        }
    }

    fn destination(&mut self) {
        let mut place = self.said(Field::DestinationPlace);
        let combined = self.said(Field::DestinationEmployer);
        let text = combined
            .clone()
            .or_else(|| self.said(Field::Destination))
            .or_else(|| self.walk.section.destination.clone())
            .or_else(|| place.take());
        let field = if combined.is_some() {
            Field::DestinationEmployer
        } else {
            Field::Destination
        };
        if let Some(m) = text.as_deref().and_then(read_destination) {
            if m.certainty != Certainty::Known {
                let code = if m.certainty == Certainty::Guessed {
                    "destination_guessed"
                } else {
                    "destination_unknown"
                };
                self.flag(field, code);
            }
            self.person.destination = m.destination;
            if let Some(both) = m.also {
                self.problem(field, "two_countries", &both);
                self.notes.push(both);
            }
            match m.rest {
                Some(rest) if combined.is_some() => self.person.employer = Some(rest),
                Some(rest) if self.person.destination.place.is_none() => {
                    self.person.destination.place = Some(rest)
                }
                Some(rest) => self.problem(field, "destination_leftover", &rest),
                None => {}
            }
        }
        if let Some(p) = place {
            self.person.destination.place = Some(p);
        }
        let sea = self.said(Field::SeaBased).map(|t| choice::sea_based(&t));
        let at_sea = self.person.destination.sea_based;
        match sea {
            Some(Some(true)) => {
                self.person.destination = Destination {
                    sea_based: true,
                    country: None,
                    ..self.person.destination.clone()
                };
            }
            Some(None) => self.flag(Field::SeaBased, "unreadable_choice"),
            // "No" beside "Seaman": one of them is wrong.
            Some(Some(false)) if at_sea => self.flag(Field::SeaBased, "unreadable_choice"),
            _ => {}
        }
        if let Some(e) = self.said(Field::Employer) {
            self.person.employer = Some(e);
        }
        self.person.occupation = self.said(Field::Occupation);
        self.person.agency = self.said(Field::Agency);
    }

    fn home(&mut self) {
        let (address, barangay) = (self.said(Field::Address), self.said(Field::Barangay));
        let written = barangay.clone().or_else(|| address.clone());
        let found = written.as_deref().and_then(|t| self.walk.barangay(t));
        if let (Some(t), None) = (&written, found) {
            let only_purok = purok_of(t).is_some() && !t.contains(',');
            if !only_purok {
                let field = if barangay.is_some() {
                    Field::Barangay
                } else {
                    Field::Address
                };
                self.problem(field, "barangay_unknown", t);
                self.person.place_typed = Some(t.clone());
            }
        }
        let fallback = self.walk.section.barangay.or(self.walk.plan.barangay);
        self.person.barangay = found
            .or(if barangay.is_some() { None } else { fallback })
            .filter(|b| !b.0.is_multiple_of(1_000));
        if self.person.barangay.is_none() && written.is_none() && self.walk.plan.town.is_some() {
            self.problem(Field::Barangay, "barangay_missing", "");
        }
        let purok = self.said(Field::Purok).map(|t| {
            if t.bytes().all(|b| b.is_ascii_digit()) {
                format!("Purok {t}")
            } else {
                t
            }
        });
        self.person.purok = purok
            .or_else(|| address.as_deref().and_then(purok_of))
            .or_else(|| self.walk.section.purok.clone());
    }

    pub fn phone_problems(&mut self, field: Field, cell: &PhoneCell) {
        let text = self.text(field);
        for p in &cell.problems {
            self.problem(field, p.code(), &text);
        }
    }

    /// Own phones; returns the family's numbers found among them.
    fn phones(&mut self) -> Vec<ugnay_model::Phone> {
        let context = PhoneContext {
            destination: self.person.destination.country,
        };
        let mut family = Vec::new();
        for field in [Field::Phone, Field::PhoneBoth] {
            for (column, text) in self.each(field) {
                let cell = read_phones(&text, context);
                for p in &cell.problems {
                    self.problem_at(column.clone(), field, p.code(), &text);
                }
                let (own, theirs) = self.split_by_owner(field, &column, &cell);
                self.keep_phones(own);
                family.extend(theirs);
                self.person.handles.extend(
                    cell.handles
                        .iter()
                        .map(|h| format!("{}: {}", h.app, h.value)),
                );
            }
        }
        family
    }

    fn keep_phones(&mut self, phones: Vec<ugnay_model::Phone>) {
        for p in phones {
            let mine = &mut self.person.phones;
            if !mine.iter().any(|o| o.e164.is_some() && o.e164 == p.e164) {
                mine.push(p);
            }
        }
    }

    fn emails(&mut self) {
        for (column, text) in self.each(Field::Email) {
            if is_nothing(&text) {
                continue;
            }
            let (good, bad): (Vec<&str>, Vec<&str>) = text
                .split([' ', ',', ';', '/', '|'])
                .filter(|e| !e.is_empty())
                .partition(|e| {
                    e.split_once('@')
                        .is_some_and(|(a, b)| !a.is_empty() && b.contains('.'))
                });
            self.person
                .emails
                .extend(good.into_iter().map(str::to_owned));
            if !bad.is_empty() {
                self.problem_at(column, Field::Email, "email_unreadable", &text);
            }
        }
    }

    fn rest(&mut self) {
        if let Some(t) = self.said(Field::Handle) {
            let cell = read_phones(&t, PhoneContext::default());
            let named = cell
                .handles
                .iter()
                .map(|h| format!("{}: {}", h.app, h.value));
            let handles: Vec<String> = if cell.handles.is_empty() {
                t.split('|')
                    .map(|x| {
                        if x.contains(':') {
                            x.trim().to_owned()
                        } else {
                            format!("facebook: {}", x.trim())
                        }
                    })
                    .collect()
            } else {
                named.collect()
            };
            self.person.handles.extend(handles);
        }
        self.emails();
        if let Some(t) = self.said(Field::YearDeparted) {
            let today = self.walk.options.today;
            // "Mar-18" is a month of a year here, never a day.
            let short = date::month_and_short_year(&t, today);
            let year = short
                .or_else(|| date::read_text(&t, None, today).value.map(|d| d.year()))
                .or_else(|| {
                    fold(&t)
                        .split(' ')
                        .filter(|w| w.len() == 4)
                        .find_map(|w| w.parse().ok())
                });
            let cell_year = self.cell(Field::YearDeparted).and_then(|c| {
                if let Cell::Date(d) = c {
                    Some(d.year())
                } else {
                    None
                }
            });
            self.person.year_departed = cell_year
                .or(year)
                .filter(|y| (1950..=today.year().saturating_add(1)).contains(y));
            if self.person.year_departed.is_none() {
                self.flag(Field::YearDeparted, "unreadable_year");
            }
        }
        self.household();
        self.remarks();
        self.person.record_id = self.said(Field::RecordId);
        self.person.consent = self.said(Field::Consent).and_then(|t| choice::yes_no(&t));
        if self.person.consent.is_none() && self.said(Field::Consent).is_some() {
            self.flag(Field::Consent, "unreadable_choice");
        }
    }
}

/// "Purok 2, Brgy. San Felipe" → "Purok 2".
pub(super) fn purok_of(text: &str) -> Option<String> {
    text.split([',', ';', '/'])
        .map(str::trim)
        .find(|p| {
            let f = fold(p);
            matches!(
                f.split(' ').next(),
                Some("purok" | "sitio" | "zone" | "prk" | "sona")
            )
        })
        .map(name::tidy)
}

impl Walk<'_> {
    /// A row that names somebody.
    pub(super) fn person(&mut self, row: u32, cells: &Resolved) {
        let input = memo::of_row(self.planned, &self.section, cells);
        let known = self
            .memo
            .and_then(|m| m.find(self.file, &self.sheet.name, row, input));
        let (person, problems) = known.unwrap_or_else(|| self.understand(row, cells));
        self.keep(row, input, person, problems);
    }

    fn understand(&mut self, row: u32, cells: &Resolved) -> (ParsedPerson, Vec<Problem>) {
        let source = Source {
            file: self.file.to_owned(),
            sheet: self.sheet.name.clone(),
            row,
        };
        let person = ParsedPerson {
            source,
            ..ParsedPerson::default()
        };
        let mut b = Builder {
            walk: self,
            cells,
            person,
            problems: Vec::new(),
            notes: Vec::new(),
        };
        b.names();
        b.choices();
        b.birth();
        b.destination();
        b.home();
        let family = b.phones();
        b.contacts(family);
        b.rest();
        (b.person, b.problems)
    }

    fn keep(&mut self, row: u32, input: u64, person: ParsedPerson, mut problems: Vec<Problem>) {
        if person.consent == Some(false) {
            // Nothing of the person is kept, not even in the report.
            problems.clear();
            let column = self.plan.letters(Field::Consent);
            problems.push(Problem {
                column,
                field: Field::Consent.to_string(),
                code: "consent_refused".to_owned(),
                detail: String::new(),
            });
            self.submission(row, None);
            self.skip(row, "consent_refused");
            self.set_last(None);
            return self.report(row, RowKind::Person, None, problems);
        }
        let at = self.out.persons.len();
        let joined = self.submission(row, Some(at));
        if !joined && person.is_nobody() {
            self.set_last(None);
            return self.report(row, RowKind::Note, None, problems);
        }
        self.out.persons.push(person);
        self.out.inputs.push(input);
        self.set_last(Some(at));
        self.report(row, RowKind::Person, Some(at), problems);
    }

    /// Notes a submission for the sheets of its repeated answers. Says whether the row is one.
    fn submission(&mut self, row: u32, person: Option<usize>) -> bool {
        let rows = &self.sheet.rows;
        let at = rows.binary_search_by_key(&row, |r| r.number).ok();
        let row = at.and_then(|at| rows.get(at));
        row.is_some_and(|r| self.out.links.submission(self.file, self.plan, r, person))
    }

    /// A row that adds to the person above.
    pub(super) fn continuation(&mut self, row: u32, person: usize, cells: &Resolved) {
        let own: Resolved = cells
            .iter()
            .filter(|(_, (_, o))| *o == super::Origin::Own)
            .map(|(c, v)| (*c, v.clone()))
            .collect();
        let problems = self.add_to(person, &own);
        self.report(row, RowKind::Continuation, Some(person), problems);
    }

    fn add_to(&mut self, person: usize, cells: &Resolved) -> Vec<Problem> {
        let country = self
            .out
            .persons
            .get(person)
            .and_then(|p| p.destination.country);
        let destination = Destination {
            country,
            ..Destination::default()
        };
        let part = ParsedPerson {
            destination,
            ..ParsedPerson::default()
        };
        let mut b = Builder {
            walk: self,
            cells,
            person: part,
            problems: Vec::new(),
            notes: Vec::new(),
        };
        let family = b.phones();
        b.contacts(family);
        let remarks = b.said(Field::Remarks);
        let (part, problems) = (b.person, b.problems);
        if let Some(p) = self.out.persons.get_mut(person) {
            p.phones.extend(part.phones);
            p.handles.extend(part.handles);
            p.contacts.extend(part.contacts);
            if let Some(more) = remarks {
                p.remarks = Some(
                    p.remarks
                        .take()
                        .map_or(more.clone(), |r| format!("{r}; {more}")),
                );
            }
        }
        problems
    }

    /// A row of a form's repeat sheet: a contact of a submission.
    pub(super) fn form_contact(&mut self, row: &Row) {
        let cells: Resolved = row
            .cells
            .iter()
            .map(|(c, v)| (*c, (v.clone(), super::Origin::Own)))
            .collect();
        let at = (self.file, self.sheet.name.as_str());
        match self.out.links.parent(at, self.plan, row) {
            Some(Some(person)) => {
                let problems = self.add_to(person, &cells);
                self.report(row.number, RowKind::Continuation, Some(person), problems);
            }
            Some(None) => {
                self.skip(row.number, "consent_refused");
                self.report(row.number, RowKind::Continuation, None, Vec::new());
            }
            None => {
                let column = self.plan.letters(Field::ParentIndex);
                let field = Field::ParentIndex.to_string();
                let problem = Problem {
                    column,
                    field,
                    code: "no_such_submission".to_owned(),
                    detail: String::new(),
                };
                self.report(row.number, RowKind::Continuation, None, vec![problem]);
            }
        }
    }
}
