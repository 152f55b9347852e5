//! Which columns are given out. The canonical ones are a contract ([`COLUMNS`]); behind them stand columns of the case file and of
//! notes, which nobody gets by accident. Also takes from a person what was not asked for, for formats without columns.

use super::canonical::CONTRACT;
use super::{COLUMNS, ExportRow, joined};
use ugnay_model::{CaseFile, Contact, Person};

/// Columns behind the contract's.
pub const EXTRA: [&str; 6] = [
    "year_departed",
    "agency",
    "returned",
    "emergency_note",
    "remarks",
    "notes",
];
/// Their HXL hashtags.
pub(super) const EXTRA_TAGS: [&str; 6] = [
    "#date+departed",
    "#org+agency",
    "#date+returned",
    "#description+emergency",
    "#description+remarks",
    "#description+notes",
];

/// A choice of columns, in the table's order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Columns([bool; CONTRACT + EXTRA.len()]);

impl Columns {
    /// The canonical table.
    #[must_use]
    pub fn canonical() -> Self {
        let mut out = [false; CONTRACT + EXTRA.len()];
        for one in out.iter_mut().take(CONTRACT) {
            *one = true;
        }
        Self(out)
    }

    /// Those with these names; what is no column's name is passed over.
    #[must_use]
    pub fn of(names: &[&str]) -> Self {
        let mut out = [false; CONTRACT + EXTRA.len()];
        for (chosen, title) in out.iter_mut().zip(COLUMNS.into_iter().chain(EXTRA)) {
            *chosen = names.contains(&title);
        }
        Self(out)
    }

    /// Whether a column is among them.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.names().any(|n| n == name)
    }

    /// Their names, in order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.pick(COLUMNS.into_iter().chain(EXTRA))
    }

    /// Of one thing for each column, those of the chosen ones.
    pub(super) fn pick<T>(&self, all: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        let chosen = self.0;
        all.zip(chosen).filter_map(|(one, yes)| yes.then_some(one))
    }

    /// The person with what was not chosen taken away, for formats that have no columns.
    #[must_use]
    pub fn only(&self, p: &Person) -> Person {
        let has = |name: &str| self.has(name);
        let text = |name: &str, t: &Option<String>| t.clone().filter(|_| has(name));
        let word = |name: &str, t: &String| if has(name) { t.clone() } else { String::new() };
        let mut out = p.clone();
        out.surname = word("surname", &p.surname);
        out.given = word("given", &p.given);
        out.middle = text("middle", &p.middle);
        out.suffix = text("suffix", &p.suffix);
        out.nickname = text("nickname", &p.nickname);
        out.sex = p.sex.filter(|_| has("sex"));
        out.birth = p.birth.filter(|_| has("birth_date"));
        out.barangay = p.barangay.filter(|_| has("barangay_psgc"));
        out.purok = text("purok", &p.purok);
        out.country = p.country.filter(|_| has("destination_country"));
        out.place = text("destination_place", &p.place);
        out.occupation = text("occupation", &p.occupation);
        out.employer = text("employer", &p.employer);
        for (name, list) in [("emails", &mut out.emails), ("handles", &mut out.handles)] {
            if !has(name) {
                list.clear();
            }
        }
        if !has("phones") {
            out.phones.clear();
        }
        out.contacts = self.contacts(p);
        out
    }

    /// Remarks and notes, where they were chosen, and nothing else of the case file.
    #[must_use]
    pub fn only_words(&self, case: &CaseFile) -> Option<CaseFile> {
        let (remarks, notes) = (self.has("remarks"), self.has("notes"));
        let mut out = CaseFile::new(case.id);
        if remarks {
            out.remarks.clone_from(&case.remarks);
        }
        if notes {
            out.notes.clone_from(&case.notes);
        }
        (remarks || notes).then_some(out)
    }

    /// Family contacts of whom anything was chosen. The table knows three; whoever comes after goes with the third.
    fn contacts(&self, p: &Person) -> Vec<Contact> {
        let mut out = Vec::new();
        for (at, contact) in (1usize..).zip(&p.contacts) {
            let at = at.min(3);
            let has = |what: &str| self.has(&format!("contact{at}_{what}"));
            let mut c = contact.clone();
            if !has("name") {
                c.name.clear();
            }
            c.relation = c.relation.filter(|_| has("relation"));
            if !has("phones") {
                c.phones.clear();
            }
            if has("name") || has("phones") {
                out.push(c);
            }
        }
        out
    }
}

/// The cells of [`EXTRA`].
pub(super) fn extra_cells(row: ExportRow<'_>) -> [String; 6] {
    let text = |t: Option<&String>| t.cloned().unwrap_or_default();
    let case = |of: fn(&CaseFile) -> Option<&String>| text(row.case.and_then(of));
    let year = row.case.and_then(|c| c.year_departed);
    let notes = row.case.map_or(&[][..], |c| &c.notes);
    [
        year.map(|y| y.to_string()).unwrap_or_default(),
        case(|c| c.agency.as_ref()),
        case(|c| c.returned.as_ref()),
        text(row.person.emergency_note.as_ref()),
        case(|c| c.remarks.as_ref()),
        joined(notes, |n| n.text.replace('|', "/")),
    ]
}
