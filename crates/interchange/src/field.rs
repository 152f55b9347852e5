//! What a column can mean. The text form is stable: it stands in the report and in remembered mappings.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        /// The meaning of a column. Contact fields carry the contact's number, from 1.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])* $name,)*
            /// A family contact's name.
            ContactName(u8),
            /// The contact's relation to the migrant.
            ContactRelation(u8),
            /// The contact's phones.
            ContactPhone(u8),
            /// Name and relation in one cell, possibly of several contacts.
            ContactNameRelation(u8),
            /// Name and phone in one cell.
            ContactNamePhone(u8),
        }
        impl Field {
            /// Every field; contact fields with the number 1.
            pub const ALL: &'static [Self] = &[
                $(Self::$name,)*
                Self::ContactName(1), Self::ContactRelation(1), Self::ContactPhone(1),
                Self::ContactNameRelation(1), Self::ContactNamePhone(1),
            ];
            fn plain(self) -> Option<&'static str> {
                match self { $(Self::$name => Some($code),)* _ => None }
            }
            fn from_plain(s: &str) -> Option<Self> {
                match s { $($code => Some(Self::$name),)* _ => None }
            }
        }
    };
}

fields! {
    /// Not imported.
    Ignore = "ignore";
    /// Never collected (passport, salary, religion…): dropped, and said so.
    NotCollected = "not_collected";
    /// Running number.
    RowNumber = "row_number";
    /// Number of the household, kept with the remarks.
    HouseholdNumber = "household_number";
    /// Id of a record exported before.
    RecordId = "record_id";
    /// Whole name in one cell.
    FullName = "full_name";
    /// Surname.
    Surname = "surname";
    /// Given names.
    Given = "given";
    /// Middle name or initial.
    Middle = "middle";
    /// Jr., Sr., III.
    Suffix = "suffix";
    /// Nickname.
    Nickname = "nickname";
    /// Sex.
    Sex = "sex";
    /// Date or year of birth.
    BirthDate = "birth_date";
    /// Age in years.
    Age = "age";
    /// Civil status.
    CivilStatus = "civil_status";
    /// Home barangay by name or code.
    Barangay = "barangay";
    /// Home address: purok, barangay, town in one cell.
    Address = "address";
    /// Purok, sitio, zone.
    Purok = "purok";
    /// Country, or city and country, or "seaman".
    Destination = "destination";
    /// City or region abroad beside a country column.
    DestinationPlace = "destination_place";
    /// Country and employer in one cell.
    DestinationEmployer = "destination_employer";
    /// Works at sea: yes or no.
    SeaBased = "sea_based";
    /// Occupation.
    Occupation = "occupation";
    /// Employer, household, vessel.
    Employer = "employer";
    /// The migrant's own phones.
    Phone = "phone";
    /// The migrant's and the family's phones in one cell.
    PhoneBoth = "phone_both";
    /// E-mail.
    Email = "email";
    /// Facebook or other account.
    Handle = "handle";
    /// Year or date of departure.
    YearDeparted = "year_departed";
    /// Recruitment agency.
    Agency = "agency";
    /// Consent to be registered.
    Consent = "consent";
    /// Remarks.
    Remarks = "remarks";
    /// Index of a submission (`_index` in Kobo exports).
    FormIndex = "form_index";
    /// Index of the parent submission (`_parent_index`).
    ParentIndex = "parent_index";
}

impl Field {
    /// Whether the column names the person.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Self::FullName | Self::Surname | Self::Given)
    }
    /// Several columns of a sheet may mean it, and their cells are read one after the other.
    #[must_use]
    pub const fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Ignore
                | Self::NotCollected
                | Self::Phone
                | Self::PhoneBoth
                | Self::Remarks
                | Self::Handle
                | Self::Email
        )
    }
    /// The contact's number, for contact fields.
    #[must_use]
    pub const fn contact(self) -> Option<u8> {
        match self {
            Self::ContactName(n)
            | Self::ContactRelation(n)
            | Self::ContactPhone(n)
            | Self::ContactNameRelation(n)
            | Self::ContactNamePhone(n) => Some(n),
            _ => None,
        }
    }
    pub(crate) const fn with_contact(self, n: u8) -> Self {
        match self {
            Self::ContactName(_) => Self::ContactName(n),
            Self::ContactRelation(_) => Self::ContactRelation(n),
            Self::ContactPhone(_) => Self::ContactPhone(n),
            Self::ContactNameRelation(_) => Self::ContactNameRelation(n),
            Self::ContactNamePhone(_) => Self::ContactNamePhone(n),
            other => other,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ContactName(n) => write!(f, "contact{n}_name"),
            Self::ContactRelation(n) => write!(f, "contact{n}_relation"),
            Self::ContactPhone(n) => write!(f, "contact{n}_phones"),
            Self::ContactNameRelation(n) => write!(f, "contact{n}_name_relation"),
            Self::ContactNamePhone(n) => write!(f, "contact{n}_name_phone"),
            other => f.write_str(other.plain().unwrap_or("ignore")),
        }
    }
}

/// The text names no field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such field")]
pub struct UnknownField;

impl FromStr for Field {
    type Err = UnknownField;
    fn from_str(s: &str) -> Result<Self, UnknownField> {
        if let Some(f) = Self::from_plain(s) {
            return Ok(f);
        }
        let rest = s.strip_prefix("contact").ok_or(UnknownField)?;
        let (n, what) = rest.split_once('_').ok_or(UnknownField)?;
        let n: u8 = n.parse().map_err(|_| UnknownField)?;
        Ok(match what {
            "name" => Self::ContactName(n),
            "relation" => Self::ContactRelation(n),
            "phones" => Self::ContactPhone(n),
            "name_relation" => Self::ContactNameRelation(n),
            "name_phone" => Self::ContactNamePhone(n),
            _ => return Err(UnknownField),
        })
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
