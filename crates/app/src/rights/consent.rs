//! Consents: who agreed to what, when, how, and who wrote it down.

use crate::dto::{
    AppError, ConsentChange, ConsentInput, ConsentPage, ConsentRow, ErrorCode, Saved,
};
use crate::people::parse_id;
use crate::session::{App, Session};
use std::collections::BTreeSet;
use ugnay_model::{CaseFile, Consent, Facet, Key, PersonId, Purpose, Value};
use ugnay_register::ChangeKind;

/// How somebody can answer.
const WAYS: [&str; 4] = ["spoken", "signed", "thumb_mark", "sheet"];
/// Longest name of who answered, in characters.
const MAX_NAME: usize = 80;

impl App {
    /// What a person agreed to, and how it came about.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn consents(&mut self, id: &str) -> Result<ConsentPage, AppError> {
        let (s, _) = self.open()?;
        let id = parse_id(id)?;
        let person = s.register.person(id)?.ok_or(ErrorCode::NotFound)?;
        let file = s.register.case_file(id)?;
        let file = file.unwrap_or_else(|| CaseFile::new(id));
        let disputed = s.disputed(id)?;
        let purposes: Vec<ConsentRow> = Purpose::ALL
            .into_iter()
            .map(|p| {
                let mut row = row(p, file.consents.get(&p));
                row.disputed = disputed.contains(&p);
                row
            })
            .collect();
        let no = |p: Purpose| {
            let row = purposes.iter().find(|r| r.purpose == p.code());
            row.is_some_and(|r| r.given == Some(false) || r.disputed)
        };
        let here = no(Purpose::Hold) || no(Purpose::Buffer);
        let withheld = no(Purpose::Emergency);
        let joined = s.genesis().is_ok();
        let unsent = s.register.is_dirty(id, Facet::Card)?;
        let due = s.epoch_due()?.as_deref() == Some("withdrawn");
        Ok(ConsentPage {
            person: id.to_string(),
            name: person.list_name(),
            history: s.consent_changes(id)?,
            purposes,
            reach: match (here, withheld) {
                (true, _) => "here",
                (false, true) => "withheld",
                (false, false) => "open",
            }
            .to_owned(),
            waits: joined && (here || withheld) && (unsent || due),
            joined,
        })
    }

    /// Writes answers down. Each can be undone like any change; a "no" takes effect with the next exchange.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming `purpose`, `how`, `by` or `answers`; [`ErrorCode::NotFound`].
    pub fn record_consent(&mut self, input: &ConsentInput) -> Result<Saved, AppError> {
        let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
        let (s, env) = self.open()?;
        let id = parse_id(&input.person)?;
        if !WAYS.contains(&input.how.as_str()) {
            return Err(bad("how"));
        }
        if input.answers.is_empty() || input.answers.len() > Purpose::ALL.len() {
            return Err(bad("answers"));
        }
        let by = input.by.split_whitespace().collect::<Vec<_>>().join(" ");
        if by.chars().count() > MAX_NAME || by.chars().any(char::is_control) {
            return Err(bad("by"));
        }
        let (now, source) = (env.now(), s.typed());
        let mut answers = Vec::with_capacity(input.answers.len());
        for a in &input.answers {
            let purpose = Purpose::from_code(&a.purpose).ok_or_else(|| bad("purpose"))?;
            let consent = Consent {
                given: a.given,
                at: now,
                by: by.clone(),
                how: input.how.clone(),
                officer: s.about.officer.clone(),
            };
            answers.push((purpose.field().key(), consent.value()));
        }
        // Settled, so that an answer also ends a dispute between two older ones.
        let ((), saved) = s.register.batch(&source, now, |batch| {
            for (key, value) in answers {
                batch.settle(id, key, value)?;
            }
            Ok(())
        })?;
        Ok(Saved {
            id: id.to_string(),
            change_set: saved.change_set.map(|c| c.0.to_string()),
        })
    }
}

impl Session {
    /// Purposes with answers that contradict each other.
    pub(crate) fn disputed(&self, id: PersonId) -> Result<BTreeSet<Purpose>, AppError> {
        let conflicts = self.register.conflicts(id)?;
        Ok(conflicts
            .iter()
            .filter_map(|(key, _)| purpose_of(*key))
            .collect())
    }

    fn consent_changes(&self, id: PersonId) -> Result<Vec<ConsentChange>, AppError> {
        let mut out = Vec::new();
        for e in self.register.history(id)? {
            let Some(purpose) = purpose_of(e.key) else {
                continue;
            };
            let consent = e.new.as_ref().and_then(Value::map).and_then(Consent::read);
            let mut row = row(purpose, consent.as_ref());
            if row.officer.is_empty() && e.kind == ChangeKind::Typed {
                row.officer.clone_from(&e.detail);
            }
            out.push(ConsentChange {
                written: e.at,
                row,
                source: e.kind.code().to_owned(),
            });
        }
        Ok(out)
    }
}

fn purpose_of(key: Key) -> Option<Purpose> {
    Purpose::ALL.into_iter().find(|p| p.field().key() == key)
}

fn row(purpose: Purpose, consent: Option<&Consent>) -> ConsentRow {
    let text = |of: fn(&Consent) -> &String| consent.map(|c| of(c).clone()).unwrap_or_default();
    ConsentRow {
        purpose: purpose.code().to_owned(),
        given: consent.map(|c| c.given),
        disputed: false,
        at: consent.map(|c| c.at),
        by: text(|c| &c.by),
        how: text(|c| &c.how),
        officer: text(|c| &c.officer),
    }
}
