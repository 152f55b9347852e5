//! Folding text for sorting and full-text search. Must not know what a field means.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without diacritics, every run of other marks as one space.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c)));
        } else if !matches!(c, '\'' | '’') {
            gap = true;
        }
    }
    out
}

/// Only the ASCII digits.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The last `n` characters of digits, if there are more than that.
fn tail(digits: &str, n: usize) -> Option<&str> {
    digits.len().checked_sub(n).and_then(|at| digits.get(at..))
}

/// The words under which a phone is found: as dialled abroad, at home, without the zero, its last seven and four.
pub(crate) fn phone_words(shown: &str) -> Vec<String> {
    let all = digits(shown);
    if all.is_empty() {
        return Vec::new();
    }
    let mut words = Vec::with_capacity(5);
    if let Some(national) = all.strip_prefix("63") {
        words.push(format!("0{national}"));
        words.push(national.to_owned());
    } else if let Some(national) = all.strip_prefix('0') {
        words.push(national.to_owned());
    }
    for n in [7, 4] {
        words.extend(tail(&all, n).map(str::to_owned));
    }
    words.insert(0, all);
    words
}

/// What was typed as an FTS5 query: every word as a prefix, all of them needed. A query of digits alone is one number.
pub(crate) fn fts_query(typed: &str) -> Option<String> {
    let folded = fold(typed);
    let number = !folded.is_empty() && folded.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let words: Vec<String> = if number {
        vec![digits(&folded)]
    } else {
        folded.split(' ').map(str::to_owned).collect()
    };
    let parts: Vec<String> = words
        .iter()
        .filter(|w| !w.is_empty())
        .take(8)
        .map(|w| format!("\"{w}\" *"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

#[cfg(test)]
mod tests;
