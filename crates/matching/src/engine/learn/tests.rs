//! Learning recovers known shares from drawn pairs, and keeps its expectations where there is nothing to learn.

use super::{Evidence, Model};
use crate::engine::random::Draw;
use crate::engine::{FieldSpec, Level};

const LEVELS: &[Level] = &[
    Level {
        code: "exact",
        same: 0.8,
        related: 0.5,
        stranger: 0.1,
        at_most: 1.0,
        by_value: false,
    },
    Level {
        code: "different",
        same: 0.2,
        related: 0.5,
        stranger: 0.9,
        at_most: 1.0,
        by_value: false,
    },
];
const FIELDS: &[FieldSpec] = &[FieldSpec {
    name: "x",
    levels: LEVELS,
}; 6];

fn drawn(draw: &mut Draw, share: f64) -> Evidence {
    let level = |d: &mut Draw| {
        if (d.below(1_000_000) as f64) < share * 1e6 {
            1
        } else {
            2
        }
    };
    Evidence {
        pattern: (0..6).fold(0, |p, f| p | level(draw) << (4 * f)),
        ln_shares: 0.0,
    }
}

#[test]
fn recovers_the_shares_pairs_were_drawn_with() {
    let mut draw = Draw(7);
    let strangers: Vec<Evidence> = (0..40_000).map(|_| drawn(&mut draw, 0.05)).collect();
    let mut pairs: Vec<Evidence> = (0..2_000).map(|_| drawn(&mut draw, 0.93)).collect();
    pairs.extend(&strangers);
    let mut model = Model::expected(FIELDS, false, pairs.len() as f64, 100.0);
    model.measure_strangers(FIELDS, &strangers, None);
    model.learn(FIELDS, false, &pairs, pairs.len() as f64, 100.0);
    let (same, size) = (
        model.same[0][1].exp(),
        model.ln_class[0].exp() * pairs.len() as f64,
    );
    assert!(
        (same - 0.93).abs() < 0.02,
        "agreement among the same was 0.93, learned {same}"
    );
    assert!(
        (size - 2_000.0).abs() < 60.0,
        "2,000 pairs were the same, learned {size}"
    );
}

#[test]
fn a_clean_register_keeps_its_expectations() {
    let mut draw = Draw(8);
    let pairs: Vec<Evidence> = (0..5_000).map(|_| drawn(&mut draw, 0.05)).collect();
    let mut model = Model::expected(FIELDS, false, 5_000.0, 10.0);
    model.measure_strangers(FIELDS, &pairs, None);
    model.learn(FIELDS, false, &pairs, 5_000.0, 10.0);
    assert!(
        pairs.iter().all(|p| model.classes(FIELDS, *p)[0] < 0.5),
        "no pair was the same, none may be found"
    );
}
