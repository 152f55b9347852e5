//! A run is the same with any number of workers, ends when told to, and survives having nothing to do.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::{Control, run};
use crate::table::{Column, Kind, TableScheme};

const COLUMNS: &[Column] = &[
    Column {
        name: "name",
        kind: Kind::Name,
        mistaken_for: None,
    },
    Column {
        name: "number",
        kind: Kind::Code,
        mistaken_for: None,
    },
];

fn rows(n: usize) -> Vec<Vec<String>> {
    (0..n)
        .map(|i| {
            vec![
                format!("name{}", i * 7919 % 401),
                format!("{:06}", i * 104_729 % 900_000 / 2),
            ]
        })
        .collect()
}

fn pairs(
    rows: &[Vec<String>],
    split: Option<usize>,
    workers: usize,
    cancel: bool,
) -> Option<Vec<(u32, u32, f64)>> {
    let (scheme, records) = TableScheme::new(COLUMNS, rows);
    let seen = AtomicUsize::new(0);
    let progress = |now: usize, all: usize| {
        assert!(now <= all, "progress never passes its end");
        seen.fetch_max(now, Ordering::Relaxed);
    };
    let control = Control {
        progress: &progress,
        cancel: &AtomicBool::new(cancel),
        workers,
    };
    Some(
        run(&scheme, &records, split, &control)?
            .pairs
            .iter()
            .map(|p| (p.a, p.b, p.score))
            .collect(),
    )
}

#[test]
fn workers_change_nothing() {
    let rows = rows(3_000);
    assert_eq!(
        pairs(&rows, None, 1, false),
        pairs(&rows, None, 7, false),
        "the number of workers must not show in the result"
    );
}

#[test]
fn a_cancelled_run_gives_nothing() {
    assert_eq!(
        pairs(&rows(300), None, 2, true),
        None,
        "half a result would look like a whole one"
    );
}

#[test]
fn nothing_to_compare() {
    for (n, split) in [(0, None), (1, None), (5, Some(0)), (5, Some(5))] {
        assert_eq!(
            pairs(&rows(n), split, 2, false),
            Some(Vec::new()),
            "{n} rows split at {split:?} make no pair"
        );
    }
    assert!(
        pairs(&rows(2), None, 2, false).is_some(),
        "two rows make a pair without trouble"
    );
}
