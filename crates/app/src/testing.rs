//! An open register of invented people in a folder that goes away, with a clock set by hand, for the tests of use
//! cases. Must not be built into a program.

use crate::dto::{ContactDto, CreateRegister, PeopleQuery, PersonInput, PhoneDto};
use crate::{App, Env, FixedClock};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "limang salitang walang laman";
/// 1 July 2025.
pub(crate) const NOW: i64 = 1_751_328_000;
/// Dita, a barangay of Cuenca.
pub(crate) const DITA: &str = "0401009007";
/// The town itself.
pub(crate) const CUENCA: &str = "0401009000";

/// A device: the app goes before its folder does.
pub(crate) struct Device {
    pub app: App,
    pub clock: FixedClock,
    pub dir: TempDir,
}

/// A device without a register.
pub(crate) fn bare() -> Device {
    let dir = tempfile::tempdir().expect("a folder to work in");
    let clock = FixedClock::at(NOW);
    let app = App::new(dir.path(), Env::seeded(&clock, 7));
    Device { app, clock, dir }
}

/// A device with an open register `r` for Cuenca.
pub(crate) fn device() -> Device {
    let mut d = bare();
    d.app
        .create_named("r", &form(CUENCA), false)
        .expect("a register for a known place");
    d
}

pub(crate) fn form(place: &str) -> CreateRegister {
    CreateRegister {
        place: place.to_owned(),
        label: String::new(),
        officer: "Invented Officer".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    }
}

pub(crate) fn phone(typed: &str) -> PhoneDto {
    PhoneDto {
        typed: typed.to_owned(),
        e164: None,
    }
}

/// A person with a mother who can be called.
pub(crate) fn person(surname: &str, given: &str, country: &str) -> PersonInput {
    PersonInput {
        surname: surname.to_owned(),
        given: given.to_owned(),
        country: country.to_owned(),
        barangay: DITA.to_owned(),
        contacts: vec![ContactDto {
            name: format!("Mother of {given}"),
            relation: "mother".to_owned(),
            phones: vec![phone("0917 000 0000")],
            ..ContactDto::default()
        }],
        ..PersonInput::default()
    }
}

impl Device {
    /// Saves a person and gives the id.
    pub(crate) fn add(&mut self, surname: &str, given: &str, country: &str) -> String {
        let input = person(surname, given, country);
        self.app.save_person(&input).expect("a good form").id
    }

    /// The names of a list.
    pub(crate) fn names(&mut self, query: &PeopleQuery) -> Vec<String> {
        let page = self.app.people(query).expect("a list");
        page.rows.into_iter().map(|r| r.name).collect()
    }

    /// How many persons there are.
    pub(crate) fn persons(&mut self) -> u32 {
        self.app.people(&all()).expect("a list").total
    }
}

/// Everybody.
pub(crate) fn all() -> PeopleQuery {
    PeopleQuery {
        limit: 500,
        ..PeopleQuery::default()
    }
}

/// What somebody typed into the search field.
pub(crate) fn typed(text: &str) -> PeopleQuery {
    PeopleQuery {
        text: text.to_owned(),
        limit: 10,
        ..PeopleQuery::default()
    }
}
