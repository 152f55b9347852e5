//! Invented people, and how times are taken and said, for this crate's benchmarks.
//! Must not measure anything itself.

use rand_chacha::ChaCha20Rng;
use rand_core::Rng as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use ugnay_model::{CaseFile, Confirmation, Contact, ContactId, Person, PersonId, Phone, Psgc};

pub const NOW: i64 = 1_760_000_000;
pub const PASS: &str = "five words made for this";
pub const NAME: &str = "r";
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

static SAID: AtomicUsize = AtomicUsize::new(0);
static OVER: AtomicUsize = AtomicUsize::new(0);

/// How many lines were said, and how many of them are over their limit.
pub fn say_over() {
    let (said, over) = (SAID.load(Ordering::Relaxed), OVER.load(Ordering::Relaxed));
    println!("{over} of {said} lines are over their limit");
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
        let over = if p95 > limit { "  OVER" } else { "  ok" };
        SAID.fetch_add(1, Ordering::Relaxed);
        OVER.fetch_add(usize::from(p95 > limit), Ordering::Relaxed);
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

/// What else the machine did.
pub fn say_load() {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average at the end: {}", load.trim());
}
