//! Folding of text for comparison: case, diacritics, punctuation. Not for display, and no language rules.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

#[cfg(test)]
mod tests;

fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'ı' => "i",
        'þ' | 'Þ' => "th",
        _ => return None,
    })
}

/// Lower case, no diacritics, every run of other characters one space: `"S'pore (Changi)"` → `"s pore changi"`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            match plain(c) {
                Some(s) => out.push_str(s),
                None => out.extend(c.to_lowercase()),
            }
        } else {
            gap = true;
        }
    }
    out
}

/// Like [`fold`] without the spaces: `"K.S.A."` → `"ksa"`.
#[must_use]
pub fn squash(text: &str) -> String {
    let mut s = fold(text);
    s.retain(|c| c != ' ');
    s
}

/// Whether two folded texts differ by at most `limit` edits (insert, delete, replace, swap of neighbours:
/// the restricted Damerau-Levenshtein distance).
#[must_use]
pub fn edit_distance_at_most(a: &str, b: &str, limit: usize) -> bool {
    if limit == 1 {
        return one_slip_at_most(a, b);
    }
    by_table(a, b, limit)
}

fn by_table(a: &str, b: &str, limit: usize) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit || a.len() > 64 || b.len() > 64 {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i.saturating_add(1)];
        for (j, cb) in b.iter().enumerate() {
            let up = last.get(j.saturating_add(1)).copied().unwrap_or(usize::MAX);
            let left = row.last().copied().unwrap_or(usize::MAX);
            let diagonal = last.get(j).copied().unwrap_or(usize::MAX);
            let mut d = up
                .min(left)
                .saturating_add(1)
                .min(diagonal.saturating_add(usize::from(ca != cb)));
            let swapped = i > 0
                && j > 0
                && a.get(i.wrapping_sub(1)) == Some(cb)
                && b.get(j.wrapping_sub(1)) == Some(ca);
            if swapped {
                let two_back = before.get(j.wrapping_sub(1)).copied().unwrap_or(usize::MAX);
                d = d.min(two_back.saturating_add(1));
            }
            row.push(d);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().is_some_and(|d| *d <= limit)
}

/// The same for one slip, without a table: what is left when the common beginning and end are taken off tells it. Names
/// are compared with whole gazetteers this way.
fn one_slip_at_most(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let same = |(x, y): &(char, char)| x == y;
    let head: usize = a
        .chars()
        .zip(b.chars())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let (Some(rest_a), Some(rest_b)) = (a.get(head..), b.get(head..)) else {
        return false;
    };
    let tail = rest_a
        .chars()
        .rev()
        .zip(rest_b.chars().rev())
        .take_while(same)
        .count();
    let left = |text: &str| text.chars().count().saturating_sub(tail);
    let fits = match (left(rest_a), left(rest_b)) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => {
            let (mut x, mut y) = (rest_a.chars(), rest_b.chars());
            let (x, y) = ((x.next(), x.next()), (y.next(), y.next()));
            x.0 == y.1 && x.1 == y.0
        }
        _ => false,
    };
    fits && a.chars().count() <= 64 && b.chars().count() <= 64
}
