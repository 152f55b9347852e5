//! Duplicates over invented registers up to 100,000 persons, look-alikes before saving, a manifest of 200 against 10,000, and
//! FEBRL's third set. Nothing is asserted; every line says its share of a limit, and duplicates how far from linear they grow.
//!
//! `cargo bench -p ugnay-matching --bench linkage`. How the peers do on the same file in the same run: `docs/MEASURED.md`.

#[path = "../examples/febrl/mod.rs"]
mod febrl;
#[path = "../examples/village/mod.rs"]
mod village;

use std::path::Path;
use std::time::{Duration, Instant};
use ugnay_matching::{Options, PersonIndex, duplicates, link_rows, match_list};

/// Nobody waits longer in front of a bar that moves.
const WAIT: Duration = Duration::from_secs(60);
/// A form asks between two keys.
const KEY: Duration = Duration::from_millis(16);

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let out = work();
    (start.elapsed(), out)
}

fn say(what: &str, mut times: Vec<Duration>, limit: Duration) -> Duration {
    times.sort();
    let (median, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    println!(
        "{what:<44} {median:>10.2?}  p95 {p95:>10.2?}  {:.3} of {limit:?}",
        p95.as_secs_f64() / limit.as_secs_f64()
    );
    median
}

fn main() {
    let mut before: Option<(usize, Duration)> = None;
    for persons in [1_000, 10_000, 100_000] {
        let town = village::town(1, persons, 5, 3, 2);
        let rounds = if persons == 100_000 { 1 } else { 3 };
        let once = || timed(|| duplicates(&town.people, &Options::default())).0;
        let times = (0..rounds).map(|_| once()).collect();
        let took = say(&format!("duplicates in {persons}"), times, WAIT);
        if let Some((fewer, then)) = before {
            let linear = then.as_secs_f64() * persons as f64 / fewer as f64;
            println!(
                "  {:.2} times what growing in step would take",
                took.as_secs_f64() / linear
            );
        }
        before = Some((persons, took));
    }
    look_alikes();
    list();
    febrl3();
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average at the end: {}", load.trim());
}

fn look_alikes() {
    let town = village::town(1, 100_000, 0, 0, 1);
    let (built, index) = timed(|| PersonIndex::build(town.people.iter().cloned().enumerate()));
    println!("look-alikes: the index over 100,000 is built in {built:.2?}");
    let asked = (0..500).map(|n| n * 7919 % town.people.len());
    let times = asked.map(|at| timed(|| index.like(&town.people[at], 5)).0);
    say("look-alikes of one among 100000", times.collect(), KEY);
}

fn list() {
    let town = village::town(1, 10_000, 0, 0, 1);
    let mut draw = village::Draw(9);
    let list: Vec<_> = (0..200)
        .map(|i| village::again(&mut draw, &town.people[i * 37], 2, 5))
        .collect();
    let once = || timed(|| match_list(&list, &town.people, &Options::default())).0;
    say(
        "a list of 200 against 10000",
        (0..5).map(|_| once()).collect(),
        WAIT,
    );
}

/// From the file to the pairs, as a peer's script does it.
fn febrl3() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/linkage/febrl3.csv");
    for ignore in [vec![], vec!["soc_sec_id".to_owned()]] {
        let once = || {
            timed(|| {
                let table = febrl::read(&path, &ignore).expect("reads");
                assert_eq!(table.ids.len(), table.rows.len(), "every row has its id");
                link_rows(&table.columns, &table.rows, None, &Options::default())
            })
            .0
        };
        let name = if ignore.is_empty() {
            ""
        } else {
            " without soc_sec_id"
        };
        say(
            &format!("FEBRL 3{name}"),
            (0..5).map(|_| once()).collect(),
            WAIT,
        );
    }
}
