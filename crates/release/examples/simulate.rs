//! Ten thousand years of releases under faults with k=2 of 3, and a tenth as many with k=3 of 5.
//! `cargo run --release -p ugnay-release --example simulate [YEARS] [SEED]`; exit code 1 when a promise was broken.

use std::process::ExitCode;
use ugnay_release::simulator::{Config, run};

fn main() -> ExitCode {
    let mut numbers = std::env::args()
        .skip(1)
        .filter_map(|text| text.parse::<u64>().ok());
    let years = u32::try_from(numbers.next().unwrap_or(10_000)).unwrap_or(u32::MAX);
    let seed = numbers.next().unwrap_or(1);
    let mut kept = true;
    for (n, k, part) in [(3, 2, 1), (5, 3, 10)] {
        let config = Config {
            n,
            k,
            years: years / part,
            requests_per_year: 4,
            seed,
        };
        match run(&config) {
            Ok(outcome) => {
                println!("k={k} of n={n}, {} years: {outcome:?}", config.years);
                kept &= outcome.kept();
            }
            Err(error) => {
                eprintln!("{error}");
                kept = false;
            }
        }
    }
    println!(
        "{}",
        if kept {
            "all promises kept"
        } else {
            "A PROMISE WAS BROKEN"
        }
    );
    if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
