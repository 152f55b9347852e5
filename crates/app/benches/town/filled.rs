//! An invented town of any size as a register, and every way to narrow its list. Must not measure anything itself.

use crate::town::{NAME, NOW, PASS, person};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::ops::ControlFlow;
use std::path::Path;
use ugnay_app::App;
use ugnay_app::dto::{CreateRegister, PeopleQuery};
use ugnay_model::ImportId;
use ugnay_register::{NewImport, Register};

pub const SAUDI: &str = "SA";
pub const BARANGAY: &str = "0401009007";

/// Makes the register `r` of so many people in `dir` and leaves it locked.
pub fn fill(app: &mut App, dir: &Path, people: u32) {
    let form = CreateRegister {
        place: "0401009000".into(),
        label: String::new(),
        officer: "Officer".into(),
        passphrase: PASS.into(),
    };
    app.create_named(NAME, &form, true).expect("creates");
    app.lock();
    let mut register = Register::open(&dir.join(NAME), PASS).expect("opens");
    let import = NewImport {
        id: ImportId::from_random([2; 16]),
        files: vec!["sheet.xlsx".into()],
        beside: Default::default(),
    };
    let mut rng = ChaCha20Rng::seed_from_u64(11);
    let rows = (0..people).map(|_| person(&mut rng));
    register
        .import(&import, rows, NOW, |_| ControlFlow::Continue(()))
        .expect("imports");
    println!("{people} people");
}

/// How many people: `UGNAY_BENCH_PERSONS`, or 100,000.
pub fn size() -> u32 {
    let asked = std::env::var("UGNAY_BENCH_PERSONS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(100_000)
}

/// Everybody, as the window asks.
pub fn all() -> PeopleQuery {
    PeopleQuery {
        quick: true,
        limit: 100,
        ..PeopleQuery::default()
    }
}

/// Every part of a filter alone, and some together.
pub fn filters() -> Vec<(&'static str, PeopleQuery)> {
    let some = |s: &str| Some(s.to_owned());
    vec![
        ("nothing", all()),
        (
            "destination",
            PeopleQuery {
                country: some(SAUDI),
                ..all()
            },
        ),
        (
            "no destination",
            PeopleQuery {
                country: some("ZZ"),
                ..all()
            },
        ),
        (
            "barangay",
            PeopleQuery {
                barangay: some(BARANGAY),
                ..all()
            },
        ),
        (
            "purok",
            PeopleQuery {
                barangay: some(BARANGAY),
                purok: some("Purok 2"),
                ..all()
            },
        ),
        (
            "employer",
            PeopleQuery {
                employer: some("House of bacada"),
                ..all()
            },
        ),
        (
            "confirmed lately",
            PeopleQuery {
                freshness: some("fresh"),
                ..all()
            },
        ),
        (
            "not lately",
            PeopleQuery {
                freshness: some("stale"),
                ..all()
            },
        ),
        (
            "never",
            PeopleQuery {
                freshness: some("never"),
                ..all()
            },
        ),
        (
            "back home",
            PeopleQuery {
                returned: Some(true),
                ..all()
            },
        ),
        (
            "consent",
            PeopleQuery {
                consent: some("emergency:given"),
                ..all()
            },
        ),
        (
            "no phone",
            PeopleQuery {
                no_phone: true,
                ..all()
            },
        ),
        (
            "conflict",
            PeopleQuery {
                conflict: true,
                ..all()
            },
        ),
        (
            "outside",
            PeopleQuery {
                outside: true,
                ..all()
            },
        ),
        (
            "destination, barangay, not lately, abroad, unasked",
            PeopleQuery {
                country: some(SAUDI),
                barangay: some(BARANGAY),
                freshness: some("stale"),
                returned: Some(false),
                consent: some("emergency:unasked"),
                ..all()
            },
        ),
    ]
}
