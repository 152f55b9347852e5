//! The input: a person of the register, a row of a sheet, or a passenger of a list, as far as known.
//!
//! Must not fold or interpret; `prepare` does.

use ugnay_model::{PartialDate, Person, Sex};

/// Sex as far as it helps to tell persons apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SexFeature {
    Female,
    Male,
}

/// A date of birth at the precision it is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Birth {
    /// Year, month 1-12, day 1-31.
    Day(u16, u8, u8),
    /// Year and month.
    Month(u16, u8),
    /// The year.
    Year(u16),
    /// The year as worked out from an age: right within one.
    About(u16),
}

/// A family contact.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ContactFeatures {
    /// Name as said.
    pub name: String,
    /// Phones, E.164 where known.
    pub phones: Vec<String>,
}

/// What is known of a person. Empty texts and lists stand for "not known", which speaks neither for nor against.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Features {
    /// Surname as written.
    pub surname: String,
    /// Given names as written.
    pub given: String,
    /// Middle name (mother's surname; for a married woman her maiden surname), in full or its initial.
    pub middle: String,
    /// `Jr.`, `Sr.`, `III`.
    pub suffix: String,
    /// What they are called.
    pub nickname: String,
    /// Date of birth.
    pub birth: Option<Birth>,
    /// Sex.
    pub sex: Option<SexFeature>,
    /// Home barangay, as a PSGC code.
    pub barangay: String,
    /// Purok or sitio.
    pub purok: String,
    /// Destination country, ISO 3166-1 alpha-2; `XS` at sea.
    pub country: String,
    /// Occupation as said.
    pub occupation: String,
    /// Employer or household.
    pub employer: String,
    /// Own phones, E.164 where known.
    pub phones: Vec<String>,
    /// Family contacts.
    pub contacts: Vec<ContactFeatures>,
}

/// Redacted: says only how much is known.
impl std::fmt::Debug for Features {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Features({} phones, {} contacts)",
            self.phones.len(),
            self.contacts.len()
        )
    }
}

/// Redacted: the precision only.
impl std::fmt::Debug for Birth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Day(..) => "Day",
            Self::Month(..) => "Month",
            Self::Year(_) => "Year",
            Self::About(_) => "About",
        })
    }
}

/// Redacted.
impl std::fmt::Debug for ContactFeatures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ContactFeatures({} phones)", self.phones.len())
    }
}

impl Birth {
    pub(crate) fn year(self) -> u16 {
        match self {
            Self::Day(y, ..) | Self::Month(y, _) | Self::Year(y) | Self::About(y) => y,
        }
    }
}

impl From<PartialDate> for Birth {
    fn from(date: PartialDate) -> Self {
        use chrono::Datelike;
        let year = |y: i32| u16::try_from(y).unwrap_or(0);
        match date {
            PartialDate::Day(d) => Self::Day(year(d.year()), d.month() as u8, d.day() as u8),
            PartialDate::Month(y, m) => Self::Month(year(y), m as u8),
            PartialDate::Year(y) => Self::Year(year(y)),
            PartialDate::Age { .. } => Self::About(year(date.year())),
        }
    }
}

impl From<&Person> for Features {
    fn from(person: &Person) -> Self {
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        let phones =
            |list: &[ugnay_model::Phone]| list.iter().map(|p| p.shown().to_owned()).collect();
        Self {
            surname: person.surname.clone(),
            given: person.given.clone(),
            middle: text(&person.middle),
            suffix: text(&person.suffix),
            nickname: text(&person.nickname),
            birth: person.birth.map(Birth::from),
            sex: person.sex.and_then(|s| match s {
                Sex::F => Some(SexFeature::Female),
                Sex::M => Some(SexFeature::Male),
                Sex::X => None,
            }),
            barangay: person.barangay.map(|b| b.to_string()).unwrap_or_default(),
            purok: text(&person.purok),
            country: match person.country {
                Some(country) => country.to_string(),
                None if person.sea_based => ugnay_model::Country::SEA.to_string(),
                None => String::new(),
            },
            occupation: text(&person.occupation),
            employer: text(&person.employer),
            phones: phones(&person.phones),
            contacts: person
                .contacts
                .iter()
                .map(|c| ContactFeatures {
                    name: c.name.clone(),
                    phones: phones(&c.phones),
                })
                .collect(),
        }
    }
}
