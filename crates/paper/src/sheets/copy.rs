//! The copy somebody gets of what is held about them: first what they may do, then everything by sections, then what was
//! corrected. Texts that begin with `#` are keys of the catalogue.

use super::{all, sheet};
use crate::layout::Layout;
use crate::words::Words;
use crate::{Look, PaperError};

/// A label and what is held under it.
pub struct Held {
    /// In words, or a key.
    pub label: String,
    /// In words, or keys and words with `; ` between.
    pub value: String,
}

/// What belongs together.
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What is held; empty says that nothing is.
    pub rows: Vec<Held>,
}

/// Something that was corrected.
pub struct Corrected {
    /// The day.
    pub day: String,
    /// Which field.
    pub field: String,
    /// What stood there.
    pub before: String,
    /// What stands there since; empty: it was taken out.
    pub after: String,
    /// Who did it, or where it came from.
    pub by: String,
}

/// What stands on it.
pub struct AccessCopy {
    /// `Surname, Given`.
    pub name: String,
    /// The register's place.
    pub place: String,
    /// The officer; empty leaves a line to write on.
    pub officer: String,
    /// The day it was made (`2025-07-01`).
    pub day: String,
    /// What is held, in the order of the sheet.
    pub sections: Vec<Section>,
    /// What was corrected, latest first.
    pub corrections: Vec<Corrected>,
}

impl AccessCopy {
    /// The copy as PDF.
    ///
    /// # Errors
    /// [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pr-title", |l, w| {
            l.head(&w.t("pr-title"));
            l.framed(|l| l.strong(&w.t("pr-cover")));
            l.fact(&w.t("pc-about"), &self.name);
            l.fact(&w.t("pf-register"), &self.place);
            l.fact(&w.t("pp-made"), &self.day);
            if self.officer.is_empty() {
                l.blank(&w.t("pf-officer"));
            } else {
                l.fact(&w.t("pf-officer"), &self.officer);
            }
            l.heading(&w.t("pr-may"));
            let rights = ["pr-may-correct", "pr-may-no", "pr-may-erase", "pr-may-ask"];
            l.steps(&all(w, &rights));
            for section in &self.sections {
                section.set(l, w);
            }
            l.heading(&w.t("pr-corrected"));
            if self.corrections.is_empty() {
                l.paragraph(&w.t("pr-corrected-none"));
            }
            for one in &self.corrections {
                one.set(l, w);
            }
            l.paragraph(&w.t("pr-end"));
            Ok(())
        })
    }
}

/// Words of a text whose parts are keys or words.
fn parts(w: &Words, text: &str) -> String {
    let all: Vec<String> = text.split("; ").map(|part| w.key(part)).collect();
    all.join("; ")
}

impl Section {
    fn set(&self, l: &mut Layout, w: &Words) {
        l.heading(&w.key(&self.title));
        if self.rows.is_empty() {
            l.paragraph(&w.t("pr-nothing"));
        }
        for row in &self.rows {
            l.fact(&w.key(&row.label), &parts(w, &row.value));
        }
    }
}

impl Corrected {
    fn set(&self, l: &mut Layout, w: &Words) {
        let after = if self.after.is_empty() {
            w.t("pr-taken-out")
        } else {
            parts(w, &self.after)
        };
        let (field, before) = (w.key(&self.field), parts(w, &self.before));
        let by = w.key(&self.by);
        l.fact(&self.day, &format!("{field}: {before} -> {after} ({by})"));
    }
}
