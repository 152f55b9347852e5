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
