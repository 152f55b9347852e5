//! Folding text for comparison: case, diacritics, punctuation, spaces.
//!
//! Must not know what a field means; names have their own rules in `names`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower-cases, strips diacritics (`Ñ` → `n`), drops apostrophes, turns every other mark into one space, trims.
///
/// Letters of other scripts stay as they are, without their combining marks. The result never holds two spaces in a row.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    if text.is_ascii() {
        for b in text.bytes() {
            push(&mut out, &mut gap, char::from(b.to_ascii_lowercase()));
        }
        return out;
    }
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match spelled_out(c) {
            Some(s) => s.chars().for_each(|c| push(&mut out, &mut gap, c)),
            None => c
                .to_lowercase()
                .filter(|c| !is_combining_mark(*c))
                .for_each(|c| push(&mut out, &mut gap, c)),
        }
    }
    out
}

/// Letters that canonical decomposition leaves whole.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

fn push(out: &mut String, gap: &mut bool, c: char) {
    if c.is_alphanumeric() {
        if *gap && !out.is_empty() {
            out.push(' ');
        }
        *gap = false;
        out.push(c);
    } else if !matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ') {
        *gap = true;
    }
}

/// The decimal digits of `text`, nothing else.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests;
