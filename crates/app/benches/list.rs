//! How fast the list answers over 100,000 invented people, as the window asks it: to the first result after unlocking,
//! key by key before and after the search is warm, with a filter, and the figures beside a filter's choices.
//!
//! `cargo bench -p ugnay-app --bench list`; `UGNAY_BENCH_PERSONS` sets another size. Needs about 400 MB of disk and some
//! minutes. Prints medians and the time 95 of 100 stay under; ratios are against the bare things in the same run.

#[path = "town/filled.rs"]
mod filled;
mod town;

use filled::{all, fill, filters, size};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use town::{NAME, NOW, PASS, Times, say_load, timed};
use ugnay_app::dto::PeopleQuery;
use ugnay_app::{App, Env, FixedClock};
use ugnay_seal::passphrase::{self, DatabaseKey, KdfCost};

/// Budget of one key at 60 pictures a second.
const KEY_MS: f64 = 16.0;
/// Figures come beside the list, when somebody looks at them.
const FIGURES_MS: f64 = 100.0;
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

fn quick(text: &str) -> PeopleQuery {
    with(text, all())
}

fn with(text: &str, rest: PeopleQuery) -> PeopleQuery {
    PeopleQuery {
        text: text.to_owned(),
        ..rest
    }
}

/// Every key of everything that is typed.
fn keys() -> impl Iterator<Item = String> {
    TYPED
        .iter()
        .flat_map(|t| (1..=t.chars().count()).map(|n| t.chars().take(n).collect()))
}

fn main() {
    let people = size();
    let dir = tempfile::tempdir().expect("a temporary folder");
    let clock = FixedClock::at(NOW);
    let mut app = App::new(dir.path(), Env::seeded(&clock, 7));
    fill(&mut app, dir.path(), people);
    unlock(&mut app, dir.path(), people);
    cold(&mut app);
    warming(&mut app, people);
    warm(&mut app);
}

/// Unlocking to the first result beside the passphrase's derivation and the bare opening, by its raw key, of a database with
/// as many rows of a card's size.
fn unlock(app: &mut App, dir: &std::path::Path, people: u32) {
    let mut random = ChaCha20Rng::seed_from_u64(3);
    let key = DatabaseKey::from_bytes([1; 32]);
    let wrapped =
        passphrase::wrap(&key, PASS, None, KdfCost::STANDARD, &mut random).expect("wraps");
    let bare_file = dir.join("bare.db");
    bare(&bare_file, people);
    let (mut kdf, mut open, mut first) = (Times::default(), Times::default(), Times::default());
    for _ in 0..15 {
        kdf.0
            .push(timed(|| passphrase::unwrap(&wrapped, PASS, None).expect("opens")).0);
        let read = || {
            let conn = ugnay_safe::connect(&bare_file, &[1; 32], false).expect("opens");
            let sql = "SELECT x FROM t WHERE id = 5000";
            conn.query_row(sql, [], |row| row.get::<_, Vec<u8>>(0))
                .expect("reads")
        };
        open.0.push(timed(read).0);
        let (took, page) = timed(|| {
            app.unlock(NAME, PASS).expect("opens");
            app.people(&quick("mar")).expect("answers")
        });
        assert!(!page.rows.is_empty() && !page.complete, "a first answer");
        first.0.push(took);
        app.lock();
    }
    let (kdf, open, first) = (kdf.at(50), open.at(50), first.at(50));
    println!(
        "derivation {kdf:.1} ms + bare open and read {open:.1} ms; to the first result {first:.1} ms"
    );
    println!(
        "unlock to first result / (derivation + bare) = {:.2} (limit 1.5)",
        first / (kdf + open)
    );
}

fn bare(path: &std::path::Path, rows: u32) {
    let conn = ugnay_safe::connect(path, &[1; 32], true).expect("makes");
    let sql = format!(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB NOT NULL) STRICT;
         BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
         INSERT INTO t SELECT i, randomblob(1300) FROM n; COMMIT;"
    );
    conn.execute_batch(&sql).expect("fills");
}

fn cold(app: &mut App) {
    app.unlock(NAME, PASS).expect("opens");
    let mut times = Times::default();
    for _ in 0..3 {
        for text in keys() {
            times
                .0
                .push(timed(|| app.people(&quick(&text)).expect("answers")).0);
        }
    }
    times.say("a key before the search is warm", KEY_MS);
}

fn warming(app: &mut App, people: u32) {
    let mut parts = Times::default();
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
    parts.say("a part of it, which a key may wait for", KEY_MS);
}

fn warm(app: &mut App) {
    let mut worst: f64 = 0.0;
    for (name, filter) in filters() {
        let (mut times, mut figures) = (Times::default(), Times::default());
        for text in keys() {
            let query = with(&text, filter.clone());
            times
                .0
                .push(timed(|| app.people(&query).expect("answers")).0);
            figures
                .0
                .push(timed(|| app.people_facets(&query).expect("counts")).0);
        }
        if name == "nothing" {
            slowest(&times);
        }
        worst = worst.max(times.say(&format!("a key: {name}"), KEY_MS));
        figures.say(&format!("  its figures: {name}"), FIGURES_MS);
    }
    say_load();
    town::say_over();
    let verdict = if worst < KEY_MS { "within" } else { "OVER" };
    println!(
        "a key stays {verdict} its {KEY_MS} ms with every filter (the worst p95 is {worst:.2})"
    );
}

/// What was typed where a key took longest.
fn slowest(times: &Times) {
    let mut all: Vec<_> = times.0.iter().zip(keys()).collect();
    all.sort_by_key(|(took, _)| std::cmp::Reverse(**took));
    for (took, text) in all.iter().take(5) {
        println!("  slow: {:.2} ms for \"{text}\"", took.as_secs_f64() * 1e3);
    }
}
