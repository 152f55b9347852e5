//! Duplicates over invented registers up to 100,000 persons, look-alikes before saving, a manifest of 200 against 10,000.

#[path = "../examples/village/mod.rs"]
mod village;

use divan::Bencher;
use ugnay_matching::{Options, PersonIndex, duplicates, match_list};

fn main() {
    divan::main();
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3, sample_size = 1)]
fn duplicates_in(bencher: Bencher, persons: usize) {
    let town = village::town(1, persons, 5, 3, 2);
    bencher.bench_local(|| duplicates(&town.people, &Options::default()));
}

#[divan::bench(sample_count = 100, sample_size = 1)]
fn look_alikes_in_100000(bencher: Bencher) {
    let town = village::town(1, 100_000, 0, 0, 1);
    let index = PersonIndex::build(town.people.iter().cloned().enumerate());
    let mut at = 0;
    bencher.bench_local(|| {
        at = (at + 7919) % town.people.len();
        index.like(&town.people[at], 5)
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn list_of_200_against_10000(bencher: Bencher) {
    let town = village::town(1, 10_000, 0, 0, 1);
    let mut draw = village::Draw(9);
    let list: Vec<_> = (0..200)
        .map(|i| village::again(&mut draw, &town.people[i * 37], 2, 5))
        .collect();
    bencher.bench_local(|| match_list(&list, &town.people, &Options::default()));
}
