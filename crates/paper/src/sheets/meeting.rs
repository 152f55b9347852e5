//! The monthly meeting of a barangay: who has to be confirmed, purok by purok, with boxes to tick. A dozen people a page: it is
//! printed every month.

use super::{all, sheet};
use crate::layout::{Answer, Layout};
use crate::words::Words;
use crate::{Look, PaperError};
use std::collections::BTreeMap;

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
            l.blank(&w.t("pp-asked-by"));
            for (home, people) in self.by_home() {
                l.heading(&if home.is_empty() {
                    w.t("pp-home-unknown")
                } else {
                    home.to_owned()
                });
                for one in people {
                    l.entry(|l| one.set(l, w));
                }
            }
            Ok(())
        })
    }

    /// People by purok, as somebody walks: "Purok 2" before "Purok 10", those without one last; in each as they stand.
    fn by_home(&self) -> Vec<(&str, Vec<&ToConfirm>)> {
        let number = |home: &str| {
            let digits: String = home.chars().filter(char::is_ascii_digit).take(9).collect();
            digits.parse::<u32>().unwrap_or(u32::MAX)
        };
        let mut out: BTreeMap<(bool, u32, &str), Vec<&ToConfirm>> = BTreeMap::new();
        for one in &self.ask {
            let home = one.home.as_str();
            let key = (home.is_empty(), number(home), home);
            out.entry(key).or_default().push(one);
        }
        out.into_iter().map(|((.., home), p)| (home, p)).collect()
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
        let last = if self.confirmed.is_empty() {
            w.t("pp-never")
        } else {
            self.confirmed.clone()
        };
        l.named(&self.name, &format!("{}: {last}", w.t("pp-last")));
        let known = [self.abroad.clone(), self.family(w)];
        let known: Vec<String> = known.into_iter().filter(|t| !t.is_empty()).collect();
        l.line(&known.join(" · "));
        let answer = |id: &str, boxed, blank| Answer {
            word: w.t(id),
            boxed,
            blank,
        };
        l.answers(&[
            answer("pp-tick-same", true, false),
            answer("pp-tick-unknown", true, false),
            answer("pp-tick-changed", true, true),
            answer("pp-told-by", false, true),
        ]);
    }

    /// Whom to ask, and the number.
    fn family(&self, w: &Words) -> String {
        let relation = w.relation(&self.relation);
        match (self.contact.is_empty(), self.phone.is_empty()) {
            (true, true) => w.t("pp-no-contact"),
            (true, false) => format!("{}: {}", w.t("pp-own-number"), self.phone),
            (false, _) => {
                let who = if relation.is_empty() {
                    self.contact.clone()
                } else {
                    format!("{} ({relation})", self.contact)
                };
                let number = if self.phone.is_empty() {
                    w.t("pp-no-contact")
                } else {
                    self.phone.clone()
                };
                format!("{who}, {number}")
            }
        }
    }
}
