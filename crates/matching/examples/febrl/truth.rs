//! Counting against the truth that FEBRL keeps in its record ids (`rec-17-org`, `rec-17-dup-0`).

use std::collections::HashMap;

/// Right, wrong and missed pairs.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Tally {
    pub fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    pub fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }
}

fn entity(id: &str) -> &str {
    id.split('-').nth(1).unwrap_or(id)
}

/// Counts pairs of ids against the truth within `ids`; with `split`, only pairs across it exist.
pub fn count<'a>(
    ids: &[String],
    split: Option<usize>,
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
) -> Tally {
    let mut sizes: HashMap<&str, [usize; 2]> = HashMap::new();
    for (i, id) in ids.iter().enumerate() {
        sizes.entry(entity(id)).or_default()[usize::from(split.is_some_and(|s| i >= s))] += 1;
    }
    let all: usize = sizes
        .values()
        .map(|[a, b]| {
            if split.is_some() {
                a * b
            } else {
                a * (a.max(&1) - 1) / 2
            }
        })
        .sum();
    let mut tally = Tally::default();
    for (a, b) in pairs {
        if entity(a) == entity(b) {
            tally.right += 1
        } else {
            tally.wrong += 1
        }
    }
    tally.missed = all - tally.right;
    tally
}
