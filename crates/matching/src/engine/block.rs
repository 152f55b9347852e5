//! Which pairs are worth comparing: those that share a key, with crowded keys divided by a second one.
//!
//! Must not judge pairs. A pair is lost only when no key brings it together, or when every key they share is crowded and so is each two of them.

use std::collections::HashMap;

/// A key held by more records than this is crowded.
const CROWD: usize = 64;

/// Candidate pairs `(a, b)` with `a < b`, ascending, each once. With `split`, `a` is below and `b` at or above it (two lists).
pub(crate) fn candidates(keys: &[Vec<u64>], split: Option<usize>) -> Vec<(u32, u32)> {
    let mut holders: Vec<(u64, u32)> = keys
        .iter()
        .enumerate()
        .flat_map(|(i, ks)| ks.iter().map(move |k| (*k, i as u32)))
        .collect();
    holders.sort_unstable();
    holders.dedup();
    let mut pairs: Vec<u64> = Vec::new();
    let mut crowded: HashMap<u64, ()> = HashMap::new();
    for block in holders.chunk_by(|a, b| a.0 == b.0).filter(|b| b.len() > 1) {
        if block.len() > CROWD {
            crowded.insert(block[0].0, ());
        } else {
            pair_up(block, split, &mut pairs);
        }
    }
    for block in divided(keys, &crowded)
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|b| b.len() > 1 && b.len() <= CROWD)
    {
        pair_up(block, split, &mut pairs);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
        .into_iter()
        .map(|p| ((p >> 32) as u32, p as u32))
        .collect()
}

/// Holders of each two crowded keys together.
fn divided(keys: &[Vec<u64>], crowded: &HashMap<u64, ()>) -> Vec<(u64, u32)> {
    let mut holders = Vec::new();
    for (i, ks) in keys.iter().enumerate() {
        let mut mine: Vec<u64> = ks
            .iter()
            .copied()
            .filter(|k| crowded.contains_key(k))
            .collect();
        mine.sort_unstable();
        mine.dedup();
        for (n, a) in mine.iter().enumerate() {
            for b in &mine[n + 1..] {
                holders.push((
                    a.rotate_left(17).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ b,
                    i as u32,
                ));
            }
        }
    }
    holders.sort_unstable();
    holders
}

fn pair_up(block: &[(u64, u32)], split: Option<usize>, pairs: &mut Vec<u64>) {
    for (n, (_, a)) in block.iter().enumerate() {
        for (_, b) in &block[n + 1..] {
            if a != b && split.is_none_or(|s| ((*a as usize) < s) != ((*b as usize) < s)) {
                pairs.push(u64::from(*a.min(b)) << 32 | u64::from(*a.max(b)));
            }
        }
    }
}

#[cfg(test)]
mod tests;
