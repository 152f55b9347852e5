//! Search while typing over 100,000 invented persons: building the index, keystrokes of each kind, changing one person.

#[path = "../examples/village/search_doc.rs"]
mod search_doc;
#[path = "../examples/village/mod.rs"]
mod village;

use std::sync::LazyLock;

use divan::Bencher;
use ugnay_matching::{NameIndex, SearchDoc};

const PERSONS: usize = 100_000;

static DOCS: LazyLock<Vec<SearchDoc>> = LazyLock::new(|| {
    village::town(1, PERSONS, 0, 0, 1)
        .people
        .iter()
        .map(search_doc::search_doc)
        .collect()
});
static INDEX: LazyLock<NameIndex<usize>> = LazyLock::new(|| {
    let mut index = NameIndex::new();
    index.extend(DOCS.iter().cloned().enumerate());
    index
});

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn build(bencher: Bencher) {
    LazyLock::force(&DOCS);
    bencher.bench_local(|| {
        let mut index = NameIndex::new();
        index.extend(DOCS.iter().cloned().enumerate());
        index
    });
}

#[divan::bench(args = ["m", "dela", "dela cruz ju", "jocelyn villan", "jocelin vilanueva", "maria", "maria theresa domestic", "0917123", "weng santos", "mary ann dela cruz reyes"])]
fn keystroke(bencher: Bencher, typed: &str) {
    LazyLock::force(&INDEX);
    bencher.bench_local(|| INDEX.query(typed, 20));
}

#[divan::bench(sample_count = 50)]
fn change_one_person(bencher: Bencher) {
    let mut index = NameIndex::new();
    index.extend(DOCS.iter().cloned().enumerate());
    let mut at = 0;
    bencher.bench_local(|| {
        at = (at + 7919) % PERSONS;
        index.insert(at, &DOCS[at]);
    });
}
