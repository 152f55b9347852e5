//! Edit distances on folded text, bounded so that the common answer "far apart" is cheap.
//!
//! Works on bytes: folded Latin text is ASCII; in other scripts one letter counts as its two or three bytes.

/// Longest text that is compared in full; anything beyond is cut off, which bounds the work per pair.
const LONGEST: usize = 63;

/// Optimal string alignment distance (insert, delete, replace, swap of neighbours), or `None` when it exceeds `limit`.
pub(crate) fn edits(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b) = (clip(a), clip(b));
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    if a == b {
        return Some(0);
    }
    if limit == 1 {
        return one_slip(a, b, |rest, other| rest == other).then_some(1);
    }
    // An edit brings or takes one letter at the most.
    if shared(a, b) + limit < a.len().max(b.len()) {
        return None;
    }
    let last = rows(a, b, limit)?;
    Some(last[b.len()] as usize).filter(|d| *d <= limit)
}

/// Smallest distance between `typed` and any beginning of `word`: how far what is being typed is from the word it may become.
pub(crate) fn edits_to_prefix(typed: &str, word: &str, limit: usize) -> Option<usize> {
    let (a, b) = (clip(typed), clip(word));
    if b.starts_with(a) {
        return Some(0);
    }
    if limit == 1 {
        return one_slip(a, b, |rest, other| other.starts_with(rest)).then_some(1);
    }
    let b = &b[..b.len().min(a.len() + limit)];
    let last = rows(a, b, limit)?;
    let least = last[..=b.len()].iter().copied().min().unwrap_or(u8::MAX) as usize;
    (least <= limit).then_some(least)
}

/// Whether one edit makes `a` into `b`, or into a beginning of it, as `fits` compares what follows the edit. They differ.
fn one_slip(a: &[u8], b: &[u8], fits: impl Fn(&[u8], &[u8]) -> bool) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], _) => b.len() == 1,
        (_, []) => a.len() == 1,
        ([x, more @ ..], [y, others @ ..]) => {
            let swapped = match (more, others) {
                ([x2, more @ ..], [y2, others @ ..]) => (x, x2) == (y2, y) && fits(more, others),
                _ => false,
            };
            fits(more, others) || fits(more, b) || fits(a, others) || swapped
        }
    }
}

/// The last row of the table: distance from all of `a` to each beginning of `b`, exact up to `limit`. `None` when all are beyond it.
///
/// Only cells within `limit` of the diagonal can hold such a distance, so only those are filled.
fn rows(a: &[u8], b: &[u8], limit: usize) -> Option<[u8; LONGEST + 1]> {
    const FAR: u8 = 127;
    let mut before = [FAR; LONGEST + 1];
    let mut above = [FAR; LONGEST + 1];
    let mut row = [FAR; LONGEST + 1];
    for (j, cell) in above.iter_mut().enumerate().take(b.len().min(limit) + 1) {
        *cell = j as u8;
    }
    for i in 1..=a.len() {
        let (from, to) = (i.saturating_sub(limit).max(1), (i + limit).min(b.len()));
        row[from - 1] = if from == 1 { i as u8 } else { FAR };
        let mut least = row[from - 1];
        for j in from..=to {
            let replace = above[j - 1] + u8::from(a[i - 1] != b[j - 1]);
            let mut cell = replace.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(before[j - 2] + 1);
            }
            row[j] = cell;
            least = least.min(cell);
        }
        if least as usize > limit {
            return None;
        }
        if to < b.len() {
            row[to + 1] = FAR;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    above[..a.len().saturating_sub(limit)].fill(FAR);
    if a.len() + limit < b.len() {
        above[a.len() + limit + 1..=b.len()].fill(FAR);
    }
    Some(above)
}

/// Jaro-Winkler similarity, 0 to 1 (Winkler 1990; prefix weight 0.1, at most four letters).
pub(crate) fn jaro_winkler(a: &str, b: &str) -> f64 {
    let (a, b) = (clip(a), clip(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    let jaro = jaro(a, b);
    let prefix = a.iter().zip(b).take(4).take_while(|(x, y)| x == y).count();
    jaro + prefix as f64 * 0.1 * (1.0 - jaro)
}

/// Whether the Jaro-Winkler similarity is at least so much. Most pairs of words share too few letters for it, whatever
/// their order, which is seen without looking for partners.
pub(crate) fn alike(a: &str, b: &str, least: f64) -> bool {
    let (x, y) = (clip(a), clip(b));
    let shared = shared(x, y) as f64;
    let most = (shared / x.len() as f64 + shared / y.len() as f64 + 1.0) / 3.0;
    let prefix = x.iter().zip(y).take(4).take_while(|(x, y)| x == y).count();
    // Of an empty text this is no number, and the comparison below says 0.
    if most + prefix as f64 * 0.1 * (1.0 - most) < least - 1e-9 {
        return false;
    }
    jaro_winkler(a, b) >= least
}

/// How many letters two texts share at the most, wherever they stand.
fn shared(a: &[u8], b: &[u8]) -> usize {
    let of = |text: &[u8]| text.iter().fold(0u64, |all, l| all | 1 << (l & 63));
    let within = |text: &[u8], all: u64| text.iter().filter(|l| all >> (**l & 63) & 1 == 1).count();
    within(a, of(b)).min(within(b, of(a)))
}

fn jaro(a: &[u8], b: &[u8]) -> f64 {
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let (mut in_a, mut in_b) = (0u64, 0u64);
    for (i, x) in a.iter().enumerate() {
        let from = i.saturating_sub(reach);
        let to = (i + reach + 1).min(b.len());
        if let Some(j) = (from..to).find(|j| in_b >> j & 1 == 0 && b[*j] == *x) {
            in_a |= 1 << i;
            in_b |= 1 << j;
        }
    }
    let common = in_a.count_ones() as f64;
    if common == 0.0 {
        return 0.0;
    }
    let left = (0..a.len()).filter(|i| in_a >> i & 1 == 1).map(|i| a[i]);
    let right = (0..b.len()).filter(|j| in_b >> j & 1 == 1).map(|j| b[j]);
    let swapped = left.zip(right).filter(|(x, y)| x != y).count() as f64 / 2.0;
    (common / a.len() as f64 + common / b.len() as f64 + (common - swapped) / common) / 3.0
}

fn clip(s: &str) -> &[u8] {
    let bytes = s.as_bytes();
    &bytes[..bytes.len().min(LONGEST)]
}

#[cfg(test)]
mod tests;
