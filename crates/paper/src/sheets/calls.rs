//! The call sheet of a campaign: people in calling order, numbers in calling order, what to say, boxes for what came of it.

use super::{all, sheet};
use crate::layout::Layout;
use crate::words::Words;
use crate::{Look, PaperError};

/// A number to call.
pub struct Number {
    /// Whose: a name, or empty for the person's own.
    pub name: String,
    /// Code of the relation (`self`, `mother`, …), or empty.
    pub relation: String,
    /// The number as it is read out; empty where there is none.
    pub shown: String,
    /// It was wrong or off last time.
    pub bad: bool,
}

/// Somebody to call about. Empty texts are left out.
pub struct ToCall {
    /// `Surname, Given`.
    pub name: String,
    /// Purok and barangay.
    pub home: String,
    /// Place and country.
    pub abroad: String,
    /// Code of the state (`todo`, `call_back`, `safe`, …).
    pub state: String,
    /// Numbers, best first.
    pub numbers: Vec<Number>,
}

/// What stands on the sheet.
pub struct Calls {
    /// The crisis's name.
    pub name: String,
    /// The day it was made (`2025-07-01`).
    pub day: String,
    /// Nobody is in danger.
    pub drill: bool,
    /// What to say; a line that begins with `#` is a key of the catalogue.
    pub script: Vec<String>,
    /// Those who have to be called, in calling order.
    pub people: Vec<ToCall>,
    /// How many have an answer already; they are not on the sheet.
    pub done: u32,
}

impl Calls {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pp-calls-title", |l, w| {
            l.head(&format!("{} · {}", self.name, self.day));
            if self.drill {
                l.framed(|l| l.strong(&w.t("pp-drill")));
            }
            l.fact(&w.t("pp-crisis"), &self.name);
            l.fact(&w.t("pp-made"), &self.day);
            l.fact(&w.t("pp-calls-still"), &self.people.len().to_string());
            l.fact(&w.t("pp-calls-done"), &self.done.to_string());
            if self.people.is_empty() {
                l.framed(|l| l.strong(&w.t("pp-calls-none")));
                return Ok(());
            }
            l.heading(&w.t("script-title"));
            l.steps(&self.spoken(w));
            l.heading(&w.t("pp-how"));
            l.steps(&all(w, &["pp-calls-tick", "pp-calls-enter"]));
            l.heading(&w.t("pp-people"));
            for (at, one) in (1..).zip(&self.people) {
                l.framed(|l| one.set(l, w, at));
            }
            Ok(())
        })
    }

    fn spoken(&self, w: &Words) -> Vec<String> {
        let say = |line: &String| {
            line.strip_prefix('#')
                .map_or_else(|| line.clone(), |key| w.t(key.trim()))
        };
        let mut out: Vec<String> = self.script.iter().map(say).collect();
        if self.drill {
            // Said right after the greeting.
            out.insert(out.len().min(1), w.t("script-drill"));
        }
        out
    }
}

impl ToCall {
    fn set(&self, l: &mut Layout, w: &Words, at: usize) {
        l.strong(&format!("{at}. {}", self.name));
        for (label, value) in [("pp-home", &self.home), ("pp-abroad", &self.abroad)] {
            if !value.is_empty() {
                l.fact(&w.t(label), value);
            }
        }
        for number in &self.numbers {
            let relation = w.relation(&number.relation);
            let who = match (number.name.is_empty(), relation.is_empty()) {
                (true, _) => relation,
                (false, true) => number.name.clone(),
                (false, false) => format!("{} ({relation})", number.name),
            };
            let mut shown = if number.shown.is_empty() {
                w.t("pp-no-contact")
            } else {
                number.shown.clone()
            };
            if number.bad {
                shown = format!("{shown} · {}", w.t("number-bad"));
            }
            l.fact(&who, &shown);
        }
        if self.numbers.is_empty() {
            l.fact(&w.t("pp-family"), &w.t("pp-no-contact"));
        }
        if self.state != "todo" {
            l.fact(&w.t("pp-so-far"), &w.t(&format!("state-{}", self.state)));
        }
        let outcomes = [
            "safe",
            "needs-help",
            "no-news",
            "no-answer",
            "call-back",
            "wrong-number",
            "number-off",
            "left-message",
            "visited",
            "declines",
        ];
        let ticks: Vec<(String, f32)> = outcomes
            .iter()
            .map(|code| (w.t(&format!("outcome-{code}")), 0.0))
            .collect();
        l.ticks(&ticks);
        l.blank(&w.t("pp-notes"));
    }
}
