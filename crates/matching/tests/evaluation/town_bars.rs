//! Invented towns: other names, other noise, other shares of duplicates than any given data. Includes registers without a single duplicate.

use crate::search_doc::search_doc;
use crate::village;
use std::collections::BTreeSet;

use ugnay_matching::{NameIndex, Options, duplicates};

/// Found, all, proposed, look-alikes proposed.
fn count(
    seed: u64,
    n: usize,
    same: usize,
    alike: usize,
    slips: usize,
) -> (usize, usize, usize, usize) {
    let town = village::town(seed, n, same, alike, slips);
    let truth: BTreeSet<(usize, usize)> = town.same.iter().copied().collect();
    let traps: BTreeSet<(usize, usize)> = town.alike.iter().copied().collect();
    let pairs = duplicates(&town.people, &Options::default()).unwrap();
    let found: BTreeSet<(usize, usize)> = pairs.iter().map(|p| (p.a, p.b)).collect();
    (
        found.intersection(&truth).count(),
        truth.len(),
        found.len(),
        found.intersection(&traps).count(),
    )
}

#[test]
fn towns_with_duplicates_and_look_alikes() {
    for seed in [1, 2] {
        let (found, all, proposed, trapped) = count(seed, 600, 8, 8, 3);
        assert!(
            found * 100 >= all * 97,
            "seed {seed}: {found} of {all} found"
        );
        assert!(
            (proposed - found) * 50 <= proposed && trapped <= 1,
            "seed {seed}: {proposed} proposed, {found} right, {trapped} look-alikes"
        );
    }
}

#[test]
fn a_town_without_duplicates_has_none() {
    for seed in [3, 4] {
        let (_, all, proposed, trapped) = count(seed, 600, 0, 12, 1);
        assert_eq!(
            (all, proposed, trapped),
            (0, 0, 0),
            "seed {seed}: relatives and namesakes must not be taken for duplicates where there are none"
        );
    }
}

#[test]
fn misspelt_persons_are_found_among_thousands() {
    let town = village::town(5, 3_000, 0, 0, 1);
    let mut index = NameIndex::new();
    index.extend(
        town.people
            .iter()
            .enumerate()
            .map(|(i, p)| (i, search_doc(p))),
    );
    let mut draw = village::Draw(6);
    let (mut first, mut five, tries) = (0, 0, 300);
    for _ in 0..tries {
        let i = draw.below(town.people.len());
        let p = &town.people[i];
        let (surname, given) = (
            village::slip(&mut draw, &p.surname),
            village::slip(&mut draw, &p.given),
        );
        let typed = match draw.below(3) {
            0 => format!("{given} {surname}"),
            1 => format!("{surname}, {given}"),
            _ => format!("{} {}", p.given, surname),
        };
        let hits = index.query(&typed, 5);
        let same_name =
            |id: usize| town.people[id].surname == p.surname && town.people[id].given == p.given;
        first += usize::from(hits.first().is_some_and(|h| same_name(h.id)));
        five += usize::from(hits.iter().any(|h| same_name(h.id)));
    }
    assert!(
        five * 100 >= tries * 95,
        "{five} of {tries} misspelt names among the first five"
    );
    assert!(
        first * 100 >= tries * 85,
        "{first} of {tries} misspelt names first"
    );
}
