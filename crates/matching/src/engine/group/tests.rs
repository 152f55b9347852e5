//! Carrying: what a third record adds, and where it must not.

use super::carry;
use crate::engine::learn::Evidence;
use crate::engine::run::Scored;

fn pair(a: u32, b: u32, score: f64) -> Scored {
    Scored {
        a,
        b,
        score,
        evidence: Evidence {
            pattern: 0,
            ln_shares: 0.0,
        },
    }
}

#[test]
fn a_third_record_carries_an_undecided_pair() {
    let mut pairs = vec![pair(0, 1, 0.99), pair(1, 2, 0.98)];
    carry(&mut pairs, 0.9, 1e-4, |a, b| pair(a, b, 0.3));
    assert!(
        (pairs[1].score - 0.99 * 0.98).abs() < 1e-12 && (pairs[1].a, pairs[1].b) == (0, 2),
        "0 and 2 are both 1: {pairs:?}"
    );
}

#[test]
fn clear_evidence_against_stays() {
    let mut pairs = vec![pair(0, 1, 0.99), pair(0, 2, 1e-6), pair(1, 2, 0.98)];
    carry(&mut pairs, 0.9, 1e-4, |_, _| unreachable!());
    assert!(
        pairs[1].score < 1e-5,
        "a twin of a duplicate is still a twin: {pairs:?}"
    );
}
