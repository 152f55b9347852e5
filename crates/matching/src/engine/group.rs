//! What pairs say about each other: two records that are both the same as a third are the same.
//!
//! Must not join records against direct evidence: a pair is carried by a third record only while its own comparison does not speak clearly against it.

use std::collections::HashMap;

use crate::engine::run::Scored;

/// Raises the score of pairs that a third record carries, and adds those that blocking did not bring together.
///
/// `direct` gives the score of a pair that was not compared yet. Pairs whose own score is below `against` stay as they are.
pub(crate) fn carry(
    pairs: &mut Vec<Scored>,
    threshold: f64,
    against: f64,
    mut direct: impl FnMut(u32, u32) -> Scored,
) {
    let mut place: HashMap<(u32, u32), usize> = pairs
        .iter()
        .enumerate()
        .map(|(i, p)| ((p.a, p.b), i))
        .collect();
    let mut near: HashMap<u32, Vec<(u32, f64)>> = HashMap::new();
    for p in pairs.iter().filter(|p| p.score >= threshold) {
        near.entry(p.a).or_default().push((p.b, p.score));
        near.entry(p.b).or_default().push((p.a, p.score));
    }
    let mut middles: Vec<&u32> = near.keys().collect();
    middles.sort_unstable();
    let mut raised: Vec<(usize, f64)> = Vec::new();
    for middle in middles {
        let friends = &near[middle];
        for (n, (x, first)) in friends.iter().enumerate() {
            for (y, second) in &friends[n + 1..] {
                let (a, b) = (*x.min(y), *x.max(y));
                let carried = first * second;
                let at = *place.entry((a, b)).or_insert_with(|| {
                    pairs.push(direct(a, b));
                    pairs.len() - 1
                });
                if carried > pairs[at].score && pairs[at].score >= against {
                    raised.push((at, carried));
                }
            }
        }
    }
    for (at, score) in raised {
        pairs[at].score = pairs[at].score.max(score);
    }
    pairs.sort_unstable_by_key(|p| (p.a, p.b));
}

#[cfg(test)]
mod tests;
