//! The fields a record can hold: their numbers on the wire, their facet, their merge law. Numbers are frozen.

/// Which half of a person a field belongs to (protocol §0.2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Facet {
    /// The minimum that saves a life; may be released by a quorum.
    Card = 1,
    /// Everything else; never released.
    Case = 2,
}

/// How concurrent writes of one field become one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Law {
    /// The latest write wins: by Lamport time, then device.
    Latest,
    /// Writes that did not know of each other are all kept and shown; the latest is displayed first.
    KeepConcurrent,
}

/// A key within a record: a field, and for repeated things (a contact, an attempt) which of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Key {
    /// The field's number; unknown numbers are kept as they came.
    pub field: u16,
    /// The repeated item, if any.
    pub item: Option<[u8; 16]>,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $facet:ident, $law:ident;)*) => {
        /// The fields known to this version.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        pub enum Field { $($(#[$doc])* $name = $code,)* }

        impl Field {
            /// All fields of this version.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The field of that number, if this version knows it.
            #[must_use]
            pub fn from_code(code: u16) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }

            /// The facet the field lives in.
            #[must_use]
            pub fn facet(self) -> Facet {
                match self { $(Self::$name => Facet::$facet,)* }
            }

            /// The field's merge law.
            #[must_use]
            pub fn law(self) -> Law {
                match self { $(Self::$name => Law::$law,)* }
            }
        }
    };
}

fields! {
    /// The record was removed (true) or brought back (false).
    Removed = 1, Card, Latest;
    /// Given names.
    Given = 2, Card, Latest;
    /// Middle name: the mother's surname.
    Middle = 3, Card, Latest;
    /// Surname.
    Surname = 4, Card, Latest;
    /// Jr., Sr., III.
    Suffix = 5, Card, Latest;
    /// Nickname.
    Nickname = 6, Card, Latest;
    /// Date of birth at its precision.
    Birth = 7, Card, Latest;
    /// Sex: M, F or X.
    Sex = 8, Card, Latest;
    /// Home barangay, PSGC.
    Barangay = 9, Card, Latest;
    /// The PSGC release the barangay code was taken from.
    PsgcRelease = 10, Card, Latest;
    /// Purok or sitio.
    Purok = 11, Card, Latest;
    /// Destination country.
    Country = 12, Card, KeepConcurrent;
    /// Destination place: city or area.
    Place = 13, Card, Latest;
    /// Works at sea.
    SeaBased = 14, Card, Latest;
    /// Occupation as said.
    Occupation = 15, Card, Latest;
    /// Employer or household.
    Employer = 16, Card, Latest;
    /// Worksite or vessel.
    Worksite = 17, Card, Latest;
    /// The person's own phones.
    Phones = 18, Card, KeepConcurrent;
    /// E-mail addresses.
    Emails = 19, Card, Latest;
    /// Handles: messenger, social networks.
    Handles = 20, Card, Latest;
    /// The migrant's language, BCP 47.
    Language = 21, Card, Latest;
    /// A note for emergencies only.
    EmergencyNote = 22, Card, Latest;
    /// Last confirmation: date, by whom, from whom.
    Confirmed = 23, Card, Latest;
    /// The calling order of the contacts.
    ContactOrder = 24, Card, Latest;
    /// A contact's name.
    ContactName = 40, Card, Latest;
    /// A contact's relation to the person.
    ContactRelation = 41, Card, KeepConcurrent;
    /// A contact's phones.
    ContactPhones = 42, Card, KeepConcurrent;
    /// A contact's handle.
    ContactHandle = 43, Card, Latest;
    /// A contact's language.
    ContactLanguage = 44, Card, Latest;
    /// Where the contact lives.
    ContactPlace = 45, Card, Latest;
    /// Best hours to call.
    ContactHours = 46, Card, Latest;
    /// The contact knows where the person works.
    ContactKnowsWhere = 47, Card, Latest;
    /// The contact was removed.
    ContactRemoved = 48, Card, Latest;
    /// The person was erased, for good: whatever else stands in the entry, on whichever device, is to go.
    Erased = 49, Card, Latest;
    /// Civil status as said.
    CivilStatus = 100, Case, Latest;
    /// Free remarks.
    Remarks = 101, Case, Latest;
    /// The year of departure.
    YearDeparted = 102, Case, Latest;
    /// Where the record came from: import, file, sheet, row.
    Provenance = 103, Case, Latest;
    /// Recruitment agency.
    Agency = 104, Case, Latest;
    /// Expected or actual return.
    Returned = 105, Case, Latest;
    /// Consent to be held in this register.
    ConsentHold = 110, Case, KeepConcurrent;
    /// Consent to be held, sealed, in the buffer.
    ConsentBuffer = 111, Case, KeepConcurrent;
    /// Consent that the card is opened in an emergency.
    ConsentEmergency = 112, Case, KeepConcurrent;
    /// Consent to share with a named desk.
    ConsentDesk = 113, Case, KeepConcurrent;
    /// Consent to be counted in statistics.
    ConsentStatistics = 114, Case, KeepConcurrent;
    /// One attempt of a campaign.
    Attempt = 120, Case, Latest;
    /// A dated note.
    Note = 121, Case, Latest;
    /// "Not the same person as" another.
    NotSame = 122, Case, Latest;
    /// On a kept entry: another one was merged into it; what it takes to go back.
    Merged = 130, Case, Latest;
    /// On an absorbed entry: merged into that one.
    MergedInto = 131, Case, Latest;
    /// On a page: the last meeting of an area.
    MeetingHeld = 200, Case, Latest;
    /// On a page: an entry of the directory, added or corrected.
    DirectoryEntry = 201, Case, KeepConcurrent;
    /// On a page: what a contingency plan says for one alert level.
    PlanText = 202, Case, KeepConcurrent;
    /// On a page: something that was given out.
    ExportMade = 210, Case, Latest;
    /// On a page: how long entries are kept.
    KeepFor = 211, Case, Latest;
}

impl Field {
    /// The key of this field as a single value.
    #[must_use]
    pub fn key(self) -> Key {
        Key {
            field: self as u16,
            item: None,
        }
    }

    /// The key of this field for one repeated item.
    #[must_use]
    pub fn of(self, item: [u8; 16]) -> Key {
        Key {
            field: self as u16,
            item: Some(item),
        }
    }
}

impl Key {
    /// The merge law of this key; unknown fields keep concurrent values, so that nothing is lost.
    #[must_use]
    pub fn law(self) -> Law {
        Field::from_code(self.field).map_or(Law::KeepConcurrent, Field::law)
    }
}
