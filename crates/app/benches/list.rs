//! How fast the list answers over 100,000 invented people, as the window asks it: to the first result after unlocking,
//! key by key before and after the search is warm, with a filter, and the figures beside a filter's choices.
//!
//! `cargo bench -p ugnay-app --bench list`; `UGNAY_BENCH_PERSONS` sets another size. Needs about 400 MB of disk and some
//! minutes. Prints medians and the time 95 of 100 stay under; ratios are against the bare things in the same run.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};
use ugnay_app::dto::{CreateRegister, PeopleQuery};
use ugnay_app::{App, Env, FixedClock};
use ugnay_model::{
    CaseFile, Confirmation, Contact, ContactId, ImportId, Person, PersonId, Phone, Psgc,
};
use ugnay_register::{NewImport, Register};
use ugnay_seal::passphrase::{self, DatabaseKey, KdfCost};

const NOW: i64 = 1_760_000_000;
const PASS: &str = "five words made for this";
/// Budget of one key at 60 pictures a second.
const KEY_MS: f64 = 16.0;
const SURNAMES: &str = "Dela Cruz|Santos|Reyes|Garcia|Bautista|Ramos|Aquino|Mendoza|Villanueva|Castillo|Soriano|Tolentino|Pascual|Navarro|Salazar|De Guzman|Del Rosario|Sta. Maria|Delos Reyes|Nuñez|Peña|Muñoz|Manalo|Panganiban|Macaraeg|Ocampo|Dimalanta|Magbanua|Agbayani|Evangelista";
const GIVEN: &str = "Maria|Ma. Theresa|Ma. Cristina|Maricel|Marites|Rowena|Jocelyn|Jennifer|Rosalie|Analyn|Grace|Evelyn|Teresita|Kristine|Mary Ann|Corazon|Jose|Juan|Roberto|Reynaldo|Danilo|Ernesto|Mark Anthony|John Paul|Michael|Christian|Dennis|Arnel|Ferdinand|Kristoffer";
const SYLLABLES: &str =
    "ba|ca|da|ga|la|ma|na|pa|sa|ta|ya|bi|di|li|mi|ni|si|ti|lo|mo|no|lang|mang|tang|gan|ling";
/// What is typed, letter by letter.
const TYPED: [&str; 10] = [
    "dela cruz juan",
    "vilanueva joselyn",
    "peña",
    "macaraig maricel",
    "maria theresa delos reyes",
    "09171234",
    "riyadh",
    "evangelista kristofer",
    "house of ba",
    "santos inday",
];

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

fn person(rng: &mut ChaCha20Rng) -> (Person, CaseFile) {
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

struct Times(Vec<Duration>);

impl Times {
    fn at(&mut self, percent: usize) -> f64 {
        self.0.sort();
        let index = (self.0.len() * percent / 100).min(self.0.len() - 1);
        self.0[index].as_secs_f64() * 1e3
    }

    fn say(&mut self, what: &str) -> f64 {
        let (p50, p95, worst) = (self.at(50), self.at(95), self.at(100));
        println!(
            "{what}: {p50:.2} ms, p95 {p95:.2} ms ({:.2} of a key's {KEY_MS} ms), longest {worst:.2} ms, {} times",
            p95 / KEY_MS,
            self.0.len()
        );
        p95
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let out = work();
    (start.elapsed(), out)
}

fn quick(text: &str) -> PeopleQuery {
    PeopleQuery {
        text: text.to_owned(),
        quick: true,
        limit: 100,
        ..PeopleQuery::default()
    }
}

/// Every key of everything that is typed.
fn keys() -> impl Iterator<Item = String> {
    TYPED
        .iter()
        .flat_map(|t| (1..=t.chars().count()).map(|n| t.chars().take(n).collect()))
}

fn main() {
    let people = std::env::var("UGNAY_BENCH_PERSONS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(100_000);
    let dir = tempfile::tempdir().expect("a temporary folder");
    let clock = FixedClock::at(NOW);
    let mut app = App::new(dir.path(), Env::seeded(&clock, 7));
    fill(&mut app, dir.path(), people);
    unlock(&mut app, dir.path());
    cold(&mut app);
    warming(&mut app, people);
    warm(&mut app);
}

fn fill(app: &mut App, dir: &std::path::Path, people: u32) {
    let form = CreateRegister {
        place: "0401009000".into(),
        label: String::new(),
        officer: "Officer".into(),
        passphrase: PASS.into(),
    };
    app.create_named("r", &form, true).expect("creates");
    app.lock();
    let mut register = Register::open(&dir.join("r"), PASS).expect("opens");
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

/// Unlocking to the first result beside the passphrase's derivation and the register's own opening.
fn unlock(app: &mut App, dir: &std::path::Path) {
    let mut random = ChaCha20Rng::seed_from_u64(3);
    let key = DatabaseKey::from_bytes([1; 32]);
    let wrapped =
        passphrase::wrap(&key, PASS, None, KdfCost::STANDARD, &mut random).expect("wraps");
    let (mut kdf, mut open, mut first) = (Times(vec![]), Times(vec![]), Times(vec![]));
    for _ in 0..15 {
        kdf.0
            .push(timed(|| passphrase::unwrap(&wrapped, PASS, None).expect("opens")).0);
        open.0
            .push(timed(|| Register::open(&dir.join("r"), PASS).expect("opens")).0);
        let (took, page) = timed(|| {
            app.unlock("r", PASS).expect("opens");
            app.people(&quick("mar")).expect("answers")
        });
        assert!(!page.rows.is_empty() && !page.complete, "a first answer");
        first.0.push(took);
        app.lock();
    }
    let (kdf, open, first) = (kdf.at(50), open.at(50), first.at(50));
    println!(
        "derivation {kdf:.1} ms, open register {open:.1} ms, to the first result {first:.1} ms"
    );
    println!(
        "unlock to first result / derivation: {:.2}; / the register's bare opening: {:.2}",
        first / kdf,
        first / open
    );
}

fn cold(app: &mut App) {
    app.unlock("r", PASS).expect("opens");
    let mut times = Times(vec![]);
    for _ in 0..3 {
        for text in keys() {
            times
                .0
                .push(timed(|| app.people(&quick(&text)).expect("answers")).0);
        }
    }
    times.say("a key before the search is warm");
}

fn warming(app: &mut App, people: u32) {
    let mut parts = Times(vec![]);
    let (all, ()) = timed(|| {
        loop {
            let (took, done) = timed(|| app.warm_search().expect("builds"));
            parts.0.push(took);
            if done {
                break;
            }
        }
    });
    println!(
        "warming over {people}: {:.0} ms in {} parts",
        all.as_secs_f64() * 1e3,
        parts.0.len()
    );
    parts.say("a part of it, which a key may wait for");
}

fn warm(app: &mut App) {
    let (mut plain, mut narrowed, mut figures) = (Times(vec![]), Times(vec![]), Times(vec![]));
    let filter = |text: &str| PeopleQuery {
        country: Some("SA".into()),
        freshness: Some("stale".into()),
        ..quick(text)
    };
    let (took, _) = timed(|| app.people(&filter("m")).expect("answers"));
    println!(
        "the first key after a filter is set: {:.1} ms",
        took.as_secs_f64() * 1e3
    );
    for _ in 0..3 {
        for text in keys() {
            plain
                .0
                .push(timed(|| app.people(&quick(&text)).expect("answers")).0);
            narrowed
                .0
                .push(timed(|| app.people(&filter(&text)).expect("answers")).0);
        }
    }
    let p95 = plain.say("a key, warm");
    narrowed.say("a key, warm, with destination and freshness chosen");
    for text in ["", "maria", "dela cruz"] {
        for _ in 0..7 {
            figures
                .0
                .push(timed(|| app.people_facets(&filter(text)).expect("counts")).0);
        }
    }
    figures.say("figures beside every choice");
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average at the end: {}", load.trim());
    println!(
        "a key stays {} its {KEY_MS} ms (p95 {p95:.2})",
        if p95 < KEY_MS { "within" } else { "OVER" }
    );
}
