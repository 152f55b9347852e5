//! The card a family keeps: whom to call, and a code that is a random number to everybody but the officer's own app. It says
//! nothing about work, employer or papers.

use super::{code, sheet};
use crate::words::Words;
use crate::{Look, PaperError};

/// Somebody to call.
pub struct Line {
    /// Who: in words, or a key of the catalogue that begins with `#`.
    pub who: String,
    /// The city, or empty.
    pub place: String,
    /// Numbers, as they are read out.
    pub numbers: Vec<String>,
}

impl Line {
    pub(super) fn label(&self, w: &Words) -> String {
        let who = w.key(&self.who);
        if self.place.is_empty() {
            who
        } else {
            format!("{who}, {}", self.place)
        }
    }
}

/// What stands on it.
pub struct FamilyCard {
    /// `Surname, Given`.
    pub name: String,
    /// The register's place.
    pub place: String,
    /// The officer; empty leaves a line to write on.
    pub officer: String,
    /// The country abroad in words, or empty.
    pub abroad: String,
    /// Whom to call there.
    pub lines: Vec<Line>,
    /// From when the numbers are (`2025-09-24`), or empty.
    pub as_of: String,
    /// What the code says: an opaque text.
    pub code: String,
}

impl FamilyCard {
    /// The card as PDF.
    ///
    /// # Errors
    /// [`PaperError::CodeTooLong`], [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pf-title", |l, w| {
            l.framed(|l| l.strong(&w.t("pf-keep")));
            l.fact(&w.t("pf-for"), &self.name);
            l.fact(&w.t("pf-register"), &self.place);
            if self.officer.is_empty() {
                l.blank(&w.t("pf-officer"));
            } else {
                l.fact(&w.t("pf-officer"), &self.officer);
            }
            l.blank(&w.t("pf-office-phone"));
            l.paragraph(&w.t("pf-news"));
            if !self.lines.is_empty() {
                l.heading(&w.t("pf-abroad"));
                l.strong(&self.abroad);
                for line in &self.lines {
                    l.fact(&line.label(w), &line.numbers.join("   "));
                }
                l.paragraph(&w.with("pf-check", &[("when", self.as_of.clone().into())]));
            }
            l.heading(&w.t("pf-code"));
            l.paragraph(&w.t("pf-code-text"));
            code(l, &self.code, 130.0)
        })
    }
}
