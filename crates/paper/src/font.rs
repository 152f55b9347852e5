//! The typeface and its measures: Noto Sans, regular and bold, cut down to Latin, Greek and Cyrillic (`data/`, under the SIL
//! Open Font License). Breaks texts into lines. Must not know a page.
//!
//! Widths are sums of advances; a line drawn with kerning is never noticeably wider. A letter the typeface lacks shows as
//! an empty box, as wide as it is measured.

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size as Em};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

const REGULAR: &[u8] = include_bytes!("../data/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../data/NotoSans-Bold.ttf");

/// Which cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    Regular,
    Bold,
}

impl Cut {
    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        }
    }

    /// For the writer; nothing only if the shipped file were damaged.
    pub(crate) fn font(self) -> Option<Font> {
        Font::new(self.bytes().to_vec().into(), 0)
    }
}

/// A text as it is set: composed letters, no control characters, single spaces.
pub(crate) fn clean(text: &str) -> String {
    let plain: String = text
        .nfc()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How wide a text is at this size, in points.
pub(crate) fn width(text: &str, cut: Cut, size: f32) -> f32 {
    let Ok(font) = FontRef::new(cut.bytes()) else {
        return 0.0;
    };
    let letters = font.charmap();
    let metrics = font.glyph_metrics(Em::new(size), LocationRef::default());
    text.chars()
        .map(|c| letters.map(c).unwrap_or_default())
        .filter_map(|glyph| metrics.advance_width(glyph))
        .sum()
}

/// Breaks a text into lines no wider than this, between words; within a word only when it alone is too wide.
pub(crate) fn lines(text: &str, cut: Cut, size: f32, room: f32) -> Vec<String> {
    let mut out = Vec::new();
    let mut line = String::new();
    for word in clean(text).split(' ').filter(|w| !w.is_empty()) {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, cut, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            out.push(core::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if width(&line, cut, size) > room && line.chars().count() > 1 {
                line.pop();
                out.push(core::mem::take(&mut line));
                line.push(c);
            }
        }
    }
    if !line.is_empty() {
        out.push(line);
    }
    out
}

#[cfg(test)]
mod tests;
