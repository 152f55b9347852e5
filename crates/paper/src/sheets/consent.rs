//! The consent form: each purpose in plain words with a yes and a no, to be signed or marked with a thumb.

use super::sheet;
use crate::layout::Layout;
use crate::words::Words;
use crate::{Look, PaperError};

/// Purposes, in the order they are asked.
const PURPOSES: [&str; 5] = [
    "pc-hold",
    "pc-buffer",
    "pc-emergency",
    "pc-desk",
    "pc-statistics",
];

/// What stands on it.
pub struct ConsentForm {
    /// The register's place.
    pub place: String,
    /// `Surname, Given`; empty leaves a line to write on.
    pub name: String,
    /// The day it was made (`2025-07-01`).
    pub day: String,
}

impl ConsentForm {
    /// The form as PDF.
    ///
    /// # Errors
    /// [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pc-title", |l, w| {
            l.fact(&w.t("pp-place"), &self.place);
            l.fact(&w.t("pp-made"), &self.day);
            if self.name.is_empty() {
                l.blank(&w.t("pc-about"));
            } else {
                l.fact(&w.t("pc-about"), &self.name);
            }
            l.framed(|l| l.strong(&w.t("pc-read")));
            for (at, purpose) in (1..).zip(PURPOSES) {
                l.together(|l| {
                    l.paragraph(&format!("{at}. {}", w.t(purpose)));
                    l.ticks(&[(w.t("pc-yes"), 0.0), (w.t("pc-no"), 0.0)]);
                    l.space(2.0);
                });
            }
            signed(l, w);
            l.paragraph(&w.t("pc-copy"));
            Ok(())
        })
    }
}

/// Who answered, and how.
fn signed(l: &mut Layout, w: &Words) {
    l.together(|l| {
        for label in ["pc-who", "pc-relation", "pc-sign"] {
            l.blank(&w.t(label));
        }
        l.space(6.0);
        l.boxed(&w.t("pc-thumb"), 92.0);
        for label in ["pc-witness", "pc-by", "pp-date"] {
            l.blank(&w.t(label));
        }
    });
}
