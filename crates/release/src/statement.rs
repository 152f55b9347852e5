//! A custodian's dated statement: what was demanded of it since the founding, and when the next statement is due.
//! Owns the chain of an organisation's statements and what silence means. A statement never says that nothing was
//! demanded unless its signer says exactly that; who misses the date it promised is overdue, for everybody to see.

use crate::decision::only_signer;
use crate::demand::DemandOutcome;
use crate::object::{Object, ascending, read_name, rule, write_text};
use crate::{ReleaseError, Roster, Signed};
use ugnay_log::EntryType;
use ugnay_seal::{FedId, Hash32, Label};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Longest time a statement may promise to be the last word: 400 days, in seconds.
pub const LONGEST_CADENCE: i64 = 400 * 86_400;
/// Longest text in one language, in bytes.
pub const MAX_STATEMENT_TEXT: usize = 4000;
const MAX_LANGUAGES: usize = 8;
const OUTCOMES: usize = DemandOutcome::ALL.len();

/// How many demands stand where, since the founding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DemandCounts([u32; OUTCOMES]);

impl DemandCounts {
    /// Counts one more demand with that outcome.
    pub fn add(&mut self, outcome: DemandOutcome) {
        for (count, known) in self.0.iter_mut().zip(DemandOutcome::ALL) {
            if *known == outcome {
                *count = count.saturating_add(1);
            }
        }
    }

    /// How many have that outcome.
    #[must_use]
    pub fn of(&self, outcome: DemandOutcome) -> u32 {
        self.each()
            .find(|(known, _)| *known == outcome)
            .map_or(0, |(_, count)| count)
    }

    /// Every outcome with its count, in number order.
    pub fn each(&self) -> impl Iterator<Item = (DemandOutcome, u32)> + '_ {
        DemandOutcome::ALL.iter().copied().zip(self.0)
    }

    /// All together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0
            .iter()
            .fold(0u64, |sum, n| sum.saturating_add(u64::from(*n)))
    }
}

/// A dated statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The custodian's roster index.
    pub x: u8,
    /// 1, then one more each time.
    pub number: u32,
    /// SHA-256 of the statement before; zeros in the first.
    pub previous: Hash32,
    /// The day it speaks of, Unix seconds.
    pub date: i64,
    /// When the next one is due at the latest, Unix seconds.
    pub next_by: i64,
    /// The signer says: nothing was demanded of us since the founding. Counts of zero alone do not say that.
    pub none: bool,
    /// Demands since the founding, those under a gag only if their number may be told.
    pub counts: DemandCounts,
    /// Language tag and text, by tag in order, at least one.
    pub texts: Vec<(String, String)>,
}

impl Statement {
    /// Checks that exactly the custodian it names signed it.
    ///
    /// # Errors
    /// [`ReleaseError::Signature`] when another key signed.
    pub fn verify(signed: &Signed<Self>, fed: &FedId, roster: &Roster) -> Result<(), ReleaseError> {
        only_signer(signed, fed, roster, signed.body().x)
    }

    /// Checks that `next` may stand after `before`; `None`: that it may be the first.
    ///
    /// # Errors
    /// [`ReleaseError::Rule`] naming what does not fit. Demands since the founding cannot become fewer.
    pub fn follows(before: Option<&Signed<Self>>, next: &Signed<Self>) -> Result<(), ReleaseError> {
        let new = next.body();
        let Some(before) = before else {
            return rule(new.number == 1, "the first statement has number 1");
        };
        let old = before.body();
        rule(
            new.x == old.x
                && Some(new.number) == old.number.checked_add(1)
                && new.previous == before.hash(),
            "a statement follows the one before",
        )?;
        rule(new.date >= old.date, "a statement is not older")?;
        rule(
            new.counts.total() >= old.counts.total(),
            "demands since the founding cannot become fewer",
        )
    }

    /// The public fields: index 1, number 4, date 8, due 8, "none" 1, five counts 4 each.
    #[must_use]
    pub fn public(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.u8(self.x);
        w.u32(self.number);
        w.i64(self.date);
        w.i64(self.next_by);
        w.flag(self.none);
        self.counts.0.iter().for_each(|n| w.u32(*n));
        w.finish()
    }

    fn check(&self) -> Result<(), ReleaseError> {
        rule(self.x >= 1, "custodians are numbered from 1")?;
        rule(self.number >= 1, "statements are numbered from 1")?;
        rule(
            (self.number == 1) == (self.previous == Hash32([0; 32])),
            "only the first statement has no predecessor",
        )?;
        let cadence = self.next_by.checked_sub(self.date);
        rule(
            self.date >= 0 && cadence.is_some_and(|c| c > 0 && c <= LONGEST_CADENCE),
            "the next statement is due within 400 days",
        )?;
        rule(
            !self.none || self.counts.total() == 0,
            "who received demands does not say none",
        )?;
        rule(!self.texts.is_empty(), "a statement has words")?;
        let tag = |t: &str| {
            (2..=12).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        rule(
            self.texts.iter().all(|(t, _)| tag(t)),
            "a language is named by its tag",
        )?;
        let tags: Vec<&str> = self.texts.iter().map(|(t, _)| t.as_str()).collect();
        ascending(&tags, "languages in order, each once")
    }
}

/// Where an organisation stands with its promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It never made a statement.
    Never,
    /// The next one is due at that time.
    Current {
        /// Unix seconds.
        next_by: i64,
    },
    /// It missed the date it promised.
    Overdue {
        /// The date it missed, Unix seconds.
        since: i64,
    },
}

/// What the last statement promises, seen at `now`.
#[must_use]
pub fn standing(last: Option<&Statement>, now: i64) -> Standing {
    match last.map(|s| s.next_by) {
        None => Standing::Never,
        Some(since) if since < now => Standing::Overdue { since },
        Some(next_by) => Standing::Current { next_by },
    }
}

impl Object for Statement {
    const MAX_LEN: usize = 40 * 1024;

    fn kind(&self) -> EntryType {
        EntryType::Statement
    }

    fn label(&self) -> Label {
        Label::Statement
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.u8(self.x);
        w.u32(self.number);
        w.raw(&self.previous.0);
        w.i64(self.date);
        w.i64(self.next_by);
        w.flag(self.none);
        self.counts.0.iter().for_each(|n| w.u32(*n));
        w.count(self.texts.len(), MAX_LANGUAGES, "languages")?;
        for (tag, text) in &self.texts {
            write_text(w, tag, 12, "language")?;
            write_text(w, text, MAX_STATEMENT_TEXT, "statement")?;
        }
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let (x, number, previous) = (r.u8("x")?, r.u32("number")?, Hash32(r.array("previous")?));
        let (date, next_by, none) = (r.i64("date")?, r.i64("next by")?, r.flag("none")?);
        let mut counts = DemandCounts::default();
        for count in &mut counts.0 {
            *count = r.u32("count")?;
        }
        let mut texts = Vec::new();
        for _ in 0..r.count(MAX_LANGUAGES, 8, "languages")? {
            let tag = read_name(r, 12, "language")?;
            texts.push((tag, read_name(r, MAX_STATEMENT_TEXT, "statement")?));
        }
        let statement = Self {
            x,
            number,
            previous,
            date,
            next_by,
            none,
            counts,
            texts,
        };
        statement.check()?;
        Ok(statement)
    }
}

#[cfg(test)]
mod tests;
