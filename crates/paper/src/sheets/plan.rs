//! A contingency plan for one destination: what each alert level means, what is done then, the register's own text, numbers.

use super::family::Line;
use super::sheet;
use crate::{Look, PaperError};

/// What stands on it.
pub struct PlanSheet {
    /// The register's place.
    pub place: String,
    /// The country in words.
    pub abroad: String,
    /// The day it was made.
    pub day: String,
    /// People of the register there.
    pub people: u32,
    /// Own texts: for all times, then for the levels 1 to 4; several where officers wrote apart.
    pub texts: [Vec<String>; 5],
    /// Whom to call there.
    pub lines: Vec<Line>,
    /// From when the shipped numbers are, or empty.
    pub as_of: String,
}

impl PlanSheet {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "plan-title", |l, w| {
            l.head(&format!("{} · {}", self.abroad, self.day));
            l.fact(&w.t("pp-place"), &self.place);
            l.fact(&w.t("pp-abroad"), &self.abroad);
            l.fact(&w.t("pp-made"), &self.day);
            l.fact(&w.t("pl-people"), &self.people.to_string());
            l.framed(|l| l.strong(&w.t("pl-private")));
            for (level, texts) in self.texts.iter().enumerate() {
                if level == 0 {
                    l.heading(&w.t("plan-always"));
                    l.paragraph(&w.t("plan-always-do"));
                } else {
                    l.heading(&w.t(&format!("plan-level-{level}")));
                    l.paragraph(&w.t(&format!("plan-means-{level}")));
                    l.paragraph(&w.t(&format!("plan-do-{level}")));
                }
                if texts.is_empty() {
                    l.paragraph(&w.t("pl-nothing"));
                }
                for text in texts {
                    // A long text may run over a page; a frame would not.
                    text.lines().for_each(|line| l.strong(line));
                }
            }
            if !self.lines.is_empty() {
                l.heading(&w.t("pl-numbers"));
                for line in &self.lines {
                    l.fact(&line.label(w), &line.numbers.join("   "));
                }
                l.paragraph(&w.with("pf-check", &[("when", self.as_of.clone().into())]));
            }
            Ok(())
        })
    }
}
