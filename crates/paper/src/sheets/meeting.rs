//! The monthly meeting of a barangay: who has to be confirmed, with boxes to tick.

use super::{all, sheet};
use crate::layout::Layout;
use crate::words::Words;
use crate::{Look, PaperError};

/// Somebody to confirm. Empty texts are left out.
pub struct ToConfirm {
    /// `Surname, Given`.
    pub name: String,
    /// Purok.
    pub home: String,
    /// Place and country abroad.
    pub abroad: String,
    /// First family contact: name and the code of the relation.
    pub contact: String,
    /// Code of the relation, or empty.
    pub relation: String,
    /// Their first number, or the person's own.
    pub phone: String,
    /// Day of the last confirmation (`2025-07-01`), or empty.
    pub confirmed: String,
}

/// What stands on the sheet.
pub struct Meeting {
    /// The barangay.
    pub place: String,
    /// The day it was made (`2025-07-01`).
    pub day: String,
    /// All people of the barangay.
    pub people: u32,
    /// Of them, those confirmed within half a year.
    pub fresh: u32,
    /// Those to confirm, in the order of the sheet.
    pub ask: Vec<ToConfirm>,
}

impl Meeting {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pp-meeting-title", |l, w| {
            l.head(&format!("{} · {}", self.place, self.day));
            l.fact(&w.t("pp-place"), &self.place);
            l.fact(&w.t("pp-made"), &self.day);
            l.fact(&w.t("pp-fresh"), &self.freshness(w));
            l.fact(&w.t("pp-to-ask"), &self.ask.len().to_string());
            l.paragraph(&w.t("pp-fresh-means"));
            if self.ask.is_empty() {
                l.framed(|l| l.strong(&w.t("pp-meeting-none")));
                return Ok(());
            }
            l.heading(&w.t("pp-how"));
            l.steps(&all(
                w,
                &["pp-meeting-ask", "pp-meeting-tick", "pp-meeting-enter"],
            ));
            l.space(6.0);
            for one in &self.ask {
                l.framed(|l| one.set(l, w));
            }
            Ok(())
        })
    }

    fn freshness(&self, w: &Words) -> String {
        // Nobody is nobody too few.
        let percent = (u64::from(self.fresh) * 100)
            .checked_div(u64::from(self.people))
            .unwrap_or(100);
        w.with(
            "pp-fresh-value",
            &[
                ("fresh", self.fresh.to_string().into()),
                ("all", self.people.to_string().into()),
                ("percent", percent.to_string().into()),
            ],
        )
    }
}

impl ToConfirm {
    fn set(&self, l: &mut Layout, w: &Words) {
        l.strong(&self.name);
        for (label, value) in [("pp-home", &self.home), ("pp-abroad", &self.abroad)] {
            if !value.is_empty() {
                l.fact(&w.t(label), value);
            }
        }
        let relation = w.relation(&self.relation);
        let who = match (self.contact.is_empty(), relation.is_empty()) {
            (true, _) => String::new(),
            (false, true) => self.contact.clone(),
            (false, false) => format!("{} ({relation})", self.contact),
        };
        let number = if self.phone.is_empty() {
            w.t("pp-no-contact")
        } else {
            self.phone.clone()
        };
        let both: Vec<String> = [who, number]
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect();
        l.fact(
            &w.t(if self.contact.is_empty() && !self.phone.is_empty() {
                "pp-own-number"
            } else {
                "pp-family"
            }),
            &both.join(", "),
        );
        let last = if self.confirmed.is_empty() {
            w.t("pp-never")
        } else {
            self.confirmed.clone()
        };
        l.fact(&w.t("pp-last"), &last);
        l.ticks(&[
            (w.t("pp-tick-same"), 0.0),
            (w.t("pp-tick-unknown"), 0.0),
            (w.t("pp-tick-changed"), 110.0),
        ]);
        l.blank(&w.t("pp-told-by"));
        l.blank(&w.t("pp-asked-by"));
    }
}
