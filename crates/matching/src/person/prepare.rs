//! A person made ready for comparison: names folded, split, sounded; values with their share in the register.
//!
//! Must not compare. Keeps nothing of a person that is not compared.

use foldhash::HashMap;

use crate::compare::share_of;
use crate::engine::hash;
use crate::names::{join_particles, person_tokens, suffix};
use crate::person::features::{Birth, Features, SexFeature};
use crate::person::levels::{
    CONTACT_NAME, COUNTRY, EMPLOYER, FIELDS, GIVEN, MIDDLE, OCCUPATION, PHONE, SURNAME,
};
use crate::sound;
use crate::text::{digits, fold};

/// A name in the forms it is compared in. Forms are compared by their hashes; texts stay for what needs letters.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Name {
    /// Folded, without spaces, abbreviations written out.
    pub(crate) compact: String,
    pub(crate) id: u64,
    pub(crate) sound: u64,
    pub(crate) gulf: u64,
    /// Words, particles joined to theirs.
    pub(crate) words: Vec<Word>,
    pub(crate) share: f32,
    /// How many records bear it.
    pub(crate) count: u32,
}

/// One word of a name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) id: u64,
    pub(crate) sound: u64,
    pub(crate) gulf: u64,
    /// Which letters occur, a bit each.
    pub(crate) letters: u32,
}

/// A value and its share.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Valued {
    pub(crate) text: String,
    pub(crate) id: u64,
    pub(crate) share: f32,
}

/// A person made ready.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prepared {
    pub(crate) surname: Option<Name>,
    pub(crate) given: Option<Name>,
    pub(crate) middle: Option<Name>,
    pub(crate) suffix: Option<&'static str>,
    /// Nicknames, compact.
    pub(crate) nicknames: Vec<String>,
    pub(crate) birth: Option<Birth>,
    pub(crate) sex: Option<SexFeature>,
    pub(crate) barangay: String,
    pub(crate) purok: String,
    pub(crate) country: Option<Valued>,
    pub(crate) occupation: Option<Valued>,
    pub(crate) employer: Option<Valued>,
    pub(crate) phones: Vec<Valued>,
    pub(crate) contact_phones: Vec<Valued>,
    pub(crate) contacts: Vec<Valued>,
    /// Given and surname in one, as a contact's name would be written.
    pub(crate) called: Option<u64>,
}

/// How many records bear each value, by kind of value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    counts: HashMap<u64, u32>,
    filled: [u32; KINDS],
}

const KINDS: usize = 8;
#[derive(Clone, Copy)]
enum Kind {
    Surname,
    Given,
    Middle,
    Country,
    Occupation,
    Employer,
    Phone,
    Contact,
}

impl Kind {
    /// Imagined records that count beside the real ones: so many that a value borne by one record alone starts with the share
    /// that is expected of strangers (see `levels`). Among three people every surname would else be a third of all, and
    /// agreeing in it would prove nothing; among thousands they weigh nothing.
    fn imagined(self) -> f32 {
        let field = match self {
            Self::Surname => SURNAME,
            Self::Given => GIVEN,
            Self::Middle => MIDDLE,
            Self::Country => COUNTRY,
            Self::Occupation => OCCUPATION,
            Self::Employer => EMPLOYER,
            Self::Phone => PHONE,
            Self::Contact => CONTACT_NAME,
        };
        let expected = FIELDS[field].levels[0].stranger;
        (0.5 / expected) as f32
    }
}

impl Tables {
    /// Counts the values of all records.
    pub(crate) fn count(records: &[Prepared]) -> Self {
        let mut tables = Self::default();
        for record in records {
            tables.add(record);
        }
        tables
    }

    pub(crate) fn add(&mut self, record: &Prepared) {
        each_value(record, |kind, text| {
            *self.counts.entry(hash(kind as u64, text)).or_default() += 1;
            self.filled[kind as usize] += 1;
        });
    }

    /// Takes the records counted for the only ones among `all` that bear their values.
    pub(crate) fn out_of(&mut self, all: u32) {
        self.filled = self.filled.map(|n| n.max(all));
    }

    fn look(&self, kind: Kind, text: &str) -> (u32, f32) {
        let count = self
            .counts
            .get(&hash(kind as u64, text))
            .copied()
            .unwrap_or(0)
            .max(1);
        let filled = self.filled[kind as usize] as f32 + kind.imagined();
        (count, share_of(count, filled))
    }

    /// Sets the shares of a record's values.
    pub(crate) fn set_shares(&self, record: &mut Prepared) {
        let names = [
            (&mut record.surname, Kind::Surname),
            (&mut record.given, Kind::Given),
            (&mut record.middle, Kind::Middle),
        ];
        for (name, kind) in names {
            if let Some(name) = name {
                (name.count, name.share) = self.look(kind, &name.compact);
            }
        }
        let single = [
            (&mut record.country, Kind::Country),
            (&mut record.occupation, Kind::Occupation),
            (&mut record.employer, Kind::Employer),
        ];
        for (value, kind) in single {
            if let Some(value) = value {
                value.share = self.look(kind, &value.text).1;
            }
        }
        for phone in record.phones.iter_mut().chain(&mut record.contact_phones) {
            phone.share = self.look(Kind::Phone, &phone.text).1;
        }
        for contact in &mut record.contacts {
            contact.share = self.look(Kind::Contact, &contact.text).1;
        }
    }
}

fn each_value(record: &Prepared, mut see: impl FnMut(Kind, &str)) {
    for (name, kind) in [
        (&record.surname, Kind::Surname),
        (&record.given, Kind::Given),
        (&record.middle, Kind::Middle),
    ] {
        if let Some(name) = name {
            see(kind, &name.compact);
        }
    }
    for (value, kind) in [
        (&record.country, Kind::Country),
        (&record.occupation, Kind::Occupation),
        (&record.employer, Kind::Employer),
    ] {
        if let Some(value) = value {
            see(kind, &value.text);
        }
    }
    record
        .phones
        .iter()
        .chain(&record.contact_phones)
        .for_each(|p| see(Kind::Phone, &p.text));
    record
        .contacts
        .iter()
        .for_each(|c| see(Kind::Contact, &c.text));
}

impl Word {
    fn new(text: String) -> Self {
        let letters = text.bytes().fold(0, |set, b| set | 1 << (b & 31));
        Self {
            id: hash(0, &text),
            sound: hash(0, &sound::filipino(&text)),
            gulf: hash(0, &sound::gulf(&text)),
            letters,
            text,
        }
    }
}

impl Name {
    /// Reads a name from its words; `None` without any.
    pub(crate) fn from_tokens(tokens: &[String]) -> Option<Self> {
        if tokens.is_empty() {
            return None;
        }
        let compact = tokens.concat();
        let words = join_particles(tokens).into_iter().map(Word::new).collect();
        let (sound, gulf) = (sound::filipino(&compact), sound::gulf(&compact));
        Some(Self {
            id: hash(0, &compact),
            sound: hash(0, &sound),
            gulf: hash(0, &gulf),
            compact,
            words,
            share: 0.0,
            count: 0,
        })
    }

    /// Whether it is an initial only.
    pub(crate) fn is_initial(&self) -> bool {
        self.compact.len() == 1
    }

    pub(crate) fn initial(&self) -> Option<u8> {
        self.compact.bytes().next()
    }
}

impl Prepared {
    /// Everything but the shares; see [`Tables::set_shares`].
    pub(crate) fn read(features: &Features) -> Self {
        let mut own_suffix = None;
        let mut name = |text: &str| {
            let mut tokens = person_tokens(text);
            while tokens.len() > 1 {
                let Some(found) = tokens.last().and_then(|t| suffix(t)) else {
                    break;
                };
                own_suffix = Some(found);
                tokens.pop();
            }
            Name::from_tokens(&tokens)
        };
        let (surname, given, middle) = (
            name(&features.surname),
            name(&features.given),
            name(&features.middle),
        );
        let named = fold(&features.suffix).split(' ').find_map(suffix);
        let nicknames = features
            .nickname
            .split(['/', ',', ';', '"'])
            .map(|n| person_tokens(n).concat())
            .filter(|n| !n.is_empty())
            .collect();
        let mut phones = numbers(features.phones.iter());
        phones.dedup_by(|a, b| a.text == b.text);
        let contact_phones = numbers(features.contacts.iter().flat_map(|c| &c.phones));
        let mut contacts: Vec<Valued> = features
            .contacts
            .iter()
            .filter_map(|c| valued(person_tokens(&c.name).concat()))
            .collect();
        contacts.sort_by(|a, b| a.text.cmp(&b.text));
        contacts.dedup_by(|a, b| a.text == b.text);
        let called = match (&given, &surname) {
            (Some(g), Some(s)) => Some(hash(0, &format!("{}{}", g.compact, s.compact))),
            _ => None,
        };
        Self {
            called,
            suffix: named.or(own_suffix),
            nicknames,
            birth: features.birth,
            sex: features.sex,
            barangay: fold(&features.barangay),
            purok: fold(&features.purok),
            country: valued(fold(&features.country)),
            occupation: valued(fold(&features.occupation)),
            employer: valued(fold(&features.employer)),
            phones,
            contact_phones,
            contacts,
            surname,
            given,
            middle,
        }
    }
}

fn valued(text: String) -> Option<Valued> {
    (!text.is_empty()).then(|| Valued {
        id: hash(0, &text),
        text,
        share: 0.0,
    })
}

/// Phones as their last nine digits at most, which are the same at home and in E.164; too short ones are left out.
fn numbers<'a>(phones: impl Iterator<Item = &'a String>) -> Vec<Valued> {
    let mut out: Vec<Valued> = phones
        .map(|p| digits(p))
        .filter(|d| d.len() >= 6)
        .filter_map(|d| {
            valued(
                d[d.len().saturating_sub(10)..]
                    .trim_start_matches('0')
                    .to_owned(),
            )
        })
        .collect();
    out.sort_by(|a, b| a.text.cmp(&b.text));
    out.dedup_by(|a, b| a.text == b.text);
    out
}
