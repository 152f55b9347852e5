//! A person as read from a file, before it becomes a record. Keeps what was typed where it could not be read.

use ugnay_model::{
    CaseFile, Contact, ContactId, Country, ImportId, PartialDate, Person, PersonId, Phone,
    Provenance, Psgc, Sex,
};
use ugnay_places::Destination;

pub use crate::value::relation::Relation;

/// Where a value was read.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// File name.
    pub file: String,
    /// Sheet name; empty for files without sheets.
    pub sheet: String,
    /// 1-based row as the spreadsheet shows it; for vCard and PFIF the entry's number.
    pub row: u32,
}

/// A family contact as read.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ParsedContact {
    /// Name as typed; may be empty when only a phone was given.
    pub name: String,
    /// Relation, when it is a known word.
    pub relation: Option<Relation>,
    /// The word typed for it, when it is not.
    pub relation_typed: Option<String>,
    /// Phones in order.
    pub phones: Vec<Phone>,
}

/// A person as read.
#[derive(Clone, PartialEq, Default)]
pub struct ParsedPerson {
    /// Surname.
    pub surname: String,
    /// Given names.
    pub given: String,
    /// Middle name or initial; empty when none.
    pub middle: String,
    /// Jr., Sr., II…
    pub suffix: String,
    /// Nickname.
    pub nickname: String,
    /// The name as it stood in the file.
    pub name_typed: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth at the precision given.
    pub birth: Option<PartialDate>,
    /// `single`, `married`, …; or the word typed.
    pub civil_status: Option<String>,
    /// Home barangay, or the town when no more is known.
    pub barangay: Option<Psgc>,
    /// The home place as typed, when it was not found in the gazetteer.
    pub place_typed: Option<String>,
    /// Purok or sitio.
    pub purok: Option<String>,
    /// Where they work.
    pub destination: Destination,
    /// Occupation as typed.
    pub occupation: Option<String>,
    /// Employer or household.
    pub employer: Option<String>,
    /// Own phones.
    pub phones: Vec<Phone>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Accounts: "facebook: Luisa Palacio".
    pub handles: Vec<String>,
    /// Family contacts in the order of the file.
    pub contacts: Vec<ParsedContact>,
    /// Year of departure.
    pub year_departed: Option<i32>,
    /// Recruitment agency.
    pub agency: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// Came home: the year, or what was typed.
    pub returned: Option<String>,
    /// Consent as stated in the file; a refusal is never among the parsed persons.
    pub consent: Option<bool>,
    /// Id of the record in the register it was exported from.
    pub record_id: Option<String>,
    /// Where it stands.
    pub source: Source,
}

impl std::fmt::Debug for ParsedPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ParsedPerson(row {})", self.source.row)
    }
}

impl std::fmt::Debug for ParsedContact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ParsedContact(…)")
    }
}

fn some(text: &str) -> Option<String> {
    let t = text.trim();
    (!t.is_empty()).then(|| t.to_owned())
}

impl ParsedPerson {
    /// Says nothing that tells one person from another: no name, no number, nobody to ask. No record comes of it.
    pub(crate) fn is_nobody(&self) -> bool {
        let words = [
            &self.surname,
            &self.given,
            &self.middle,
            &self.nickname,
            &self.name_typed,
        ];
        words.iter().all(|w| w.trim().is_empty())
            && self.phones.is_empty()
            && self.emails.is_empty()
            && self.handles.is_empty()
            && self.contacts.is_empty()
            && self.birth.is_none()
    }

    /// The card. `release` is the PSGC release of the gazetteer; `contact_id` gives a fresh random id per contact.
    pub fn to_person(
        &self,
        id: PersonId,
        release: &str,
        mut contact_id: impl FnMut() -> ContactId,
    ) -> Person {
        let mut p = Person::new(id, self.surname.clone(), self.given.clone());
        p.middle = some(&self.middle);
        p.suffix = some(&self.suffix);
        p.nickname = some(&self.nickname);
        p.birth = self.birth;
        p.sex = self.sex;
        p.barangay = self.barangay;
        p.psgc_release = self.barangay.and_then(|_| some(release));
        p.purok = self.purok.clone();
        p.country = match self.destination.country {
            _ if self.destination.sea_based => Some(Country::SEA),
            Some(c) => c.as_str().parse().ok(),
            None => None,
        };
        p.place = self.destination.place.clone();
        p.sea_based = self.destination.sea_based;
        p.occupation = self.occupation.clone();
        p.employer = self.employer.clone();
        p.phones = self.phones.clone();
        p.emails = self.emails.clone();
        p.handles = self.handles.clone();
        p.contacts = self
            .contacts
            .iter()
            .map(|c| c.to_contact(contact_id()))
            .collect();
        p
    }

    /// The case file: what is not part of the card.
    #[must_use]
    pub fn to_case(&self, id: PersonId, import: ImportId) -> CaseFile {
        let mut case = CaseFile::new(id);
        case.civil_status = self.civil_status.clone();
        case.remarks = self.remarks.clone();
        case.year_departed = self.year_departed.map(i64::from);
        case.agency = self.agency.clone();
        case.returned = self.returned.clone();
        case.provenance = Some(Provenance {
            import,
            file: self.source.file.clone(),
            sheet: self.source.sheet.clone(),
            row: self.source.row,
        });
        case
    }
}

impl ParsedContact {
    fn to_contact(&self, id: ContactId) -> Contact {
        let mut c = Contact::new(id, self.name.clone());
        c.relation = self.relation.map(Into::into);
        c.phones = self.phones.clone();
        c
    }
}
