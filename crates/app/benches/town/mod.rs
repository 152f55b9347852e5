//! An invented town of any size as a register, and how times are taken and said, for this crate's benchmarks.
//! Must not measure anything itself.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};
use ugnay_app::App;
use ugnay_app::dto::{CreateRegister, PeopleQuery};
use ugnay_model::{
    CaseFile, Confirmation, Contact, ContactId, ImportId, Person, PersonId, Phone, Psgc,
};
use ugnay_register::{NewImport, Register};

pub const NOW: i64 = 1_760_000_000;
pub const PASS: &str = "five words made for this";
pub const NAME: &str = "r";
pub const SAUDI: &str = "SA";
pub const BARANGAY: &str = "0401009007";
const SURNAMES: &str = "Dela Cruz|Santos|Reyes|Garcia|Bautista|Ramos|Aquino|Mendoza|Villanueva|Castillo|Soriano|Tolentino|Pascual|Navarro|Salazar|De Guzman|Del Rosario|Sta. Maria|Delos Reyes|Nuñez|Peña|Muñoz|Manalo|Panganiban|Macaraeg|Ocampo|Dimalanta|Magbanua|Agbayani|Evangelista";
const GIVEN: &str = "Maria|Ma. Theresa|Ma. Cristina|Maricel|Marites|Rowena|Jocelyn|Jennifer|Rosalie|Analyn|Grace|Evelyn|Teresita|Kristine|Mary Ann|Corazon|Jose|Juan|Roberto|Reynaldo|Danilo|Ernesto|Mark Anthony|John Paul|Michael|Christian|Dennis|Arnel|Ferdinand|Kristoffer";
const SYLLABLES: &str =
    "ba|ca|da|ga|la|ma|na|pa|sa|ta|ya|bi|di|li|mi|ni|si|ti|lo|mo|no|lang|mang|tang|gan|ling";
fn pick<'a>(rng: &mut ChaCha20Rng, list: &'a str) -> &'a str {
    let n = list.split('|').count();
    list.split('|')
        .nth(rng.next_u32() as usize % n)
        .unwrap_or_default()
}

fn word(rng: &mut ChaCha20Rng) -> String {
    let n = 2 + rng.next_u32() % 3;
    (0..n).map(|_| pick(rng, SYLLABLES)).collect()
}

fn phone(rng: &mut ChaCha20Rng) -> Phone {
    let n = 9_000_000_000 + u64::from(rng.next_u32()) % 1_000_000_000;
    Phone {
        typed: format!("0{n}"),
        e164: Some(format!("+63{n}")),
    }
}

fn id(rng: &mut ChaCha20Rng) -> [u8; 16] {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// Somebody invented, with two contacts, as a full sheet would bring them.
pub fn person(rng: &mut ChaCha20Rng) -> (Person, CaseFile) {
    // Half have a common surname, half a rare one.
    let surname = if rng.next_u32().is_multiple_of(2) {
        pick(rng, SURNAMES).to_owned()
    } else {
        word(rng)
    };
    let given = pick(rng, GIVEN);
    let mut p = Person::new(PersonId::from_random(id(rng)), surname, given);
    p.middle = Some(pick(rng, SURNAMES).to_owned());
    p.nickname = Some(word(rng));
    p.barangay = Some(Psgc(401_009_001 + rng.next_u32() % 21));
    p.purok = Some(format!("Purok {}", rng.next_u32() % 7));
    p.country = ["SA", "AE", "HK", "QA", "KW", "SG"][rng.next_u32() as usize % 6]
        .parse()
        .ok();
    p.place = Some(pick(rng, "Riyadh|Dubai|Kowloon|Doha|Jeddah|Milan").to_owned());
    p.occupation = Some("Household service worker".into());
    p.employer = Some(format!("House of {}", word(rng)));
    p.phones = vec![phone(rng)];
    p.confirmed = rng.next_u32().is_multiple_of(2).then(|| Confirmation {
        at: NOW - i64::from(rng.next_u32() % 30_000_000),
        by: "Officer".into(),
        from: "self".into(),
    });
    for _ in 0..2 {
        let name = format!("{} {}", pick(rng, GIVEN), pick(rng, SURNAMES));
        let mut c = Contact::new(ContactId::from_random(id(rng)), name);
        c.phones = vec![phone(rng)];
        p.contacts.push(c);
    }
    let file = CaseFile::new(p.id);
    (p, file)
}

/// How long something took, again and again.
#[derive(Default)]
pub struct Times(pub Vec<Duration>);

impl Times {
    /// So many of a hundred stay under this; milliseconds.
    pub fn at(&mut self, percent: usize) -> f64 {
        self.0.sort();
        let index = (self.0.len() * percent / 100).min(self.0.len() - 1);
        self.0[index].as_secs_f64() * 1e3
    }

    /// Says it against a limit in milliseconds; gives the time 95 of 100 stay under.
    pub fn say(&mut self, what: &str, limit: f64) -> f64 {
        let (p50, p95, worst) = (self.at(50), self.at(95), self.at(100));
        let over = if p95 > limit { "  OVER" } else { "" };
        println!(
            "{what:<58} {p50:>9.2} ms  p95 {p95:>9.2}  longest {worst:>9.2}  x{:<4} {:>6.2} of {limit} ms{over}",
            self.0.len(),
            p95 / limit
        );
        p95
    }
}

/// What it gives, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let out = work();
    (start.elapsed(), out)
}


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

/// What else the machine did.
pub fn say_load() {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average at the end: {}", load.trim());
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
        ("destination", PeopleQuery { country: some(SAUDI), ..all() }),
        ("no destination", PeopleQuery { country: some("ZZ"), ..all() }),
        ("barangay", PeopleQuery { barangay: some(BARANGAY), ..all() }),
        ("purok", PeopleQuery { barangay: some(BARANGAY), purok: some("Purok 2"), ..all() }),
        ("employer", PeopleQuery { employer: some("House of bacada"), ..all() }),
        ("confirmed lately", PeopleQuery { freshness: some("fresh"), ..all() }),
        ("not lately", PeopleQuery { freshness: some("stale"), ..all() }),
        ("never", PeopleQuery { freshness: some("never"), ..all() }),
        ("back home", PeopleQuery { returned: Some(true), ..all() }),
        ("consent", PeopleQuery { consent: some("emergency:given"), ..all() }),
        ("no phone", PeopleQuery { no_phone: true, ..all() }),
        ("conflict", PeopleQuery { conflict: true, ..all() }),
        ("outside", PeopleQuery { outside: true, ..all() }),
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
