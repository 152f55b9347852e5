//! Pairs are found through any key, once, and crowds are divided rather than dropped.

use super::{CROWD, candidates};

#[test]
fn any_shared_key_makes_a_pair_once() {
    let keys = vec![vec![1, 2], vec![2, 1], vec![3], vec![3, 9], vec![]];
    assert_eq!(
        candidates(&keys, None),
        [(0, 1), (2, 3)],
        "two shared keys are still one pair"
    );
}

#[test]
fn two_lists_pair_only_across() {
    let keys = vec![vec![1], vec![1], vec![1], vec![1]];
    assert_eq!(
        candidates(&keys, Some(2)),
        [(0, 2), (0, 3), (1, 2), (1, 3)],
        "nobody is compared within their own list"
    );
}

#[test]
fn a_crowd_is_divided_by_a_second_key() {
    let keys: Vec<Vec<u64>> = (0..CROWD as u64 * 4)
        .map(|i| vec![1, 2 + i % 2, 100 + i / 2])
        .collect();
    let pairs = candidates(&keys, None);
    assert!(
        pairs.contains(&(0, 1)),
        "the rare key still joins its two holders"
    );
    assert!(
        pairs.len() < 2000,
        "the crowd itself is not compared one with all: {}",
        pairs.len()
    );
}
