//! A demand as it stands in the vault: what was typed, checked, and every outcome it had. Owns its encoding there.

use super::{asked, authority, one_line, outcome};
use crate::dto::custody::{DemandChange, DemandInput, DemandRow};
use crate::dto::{AppError, ErrorCode};
use crate::federation::refused;
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use ugnay_model::Country;
use ugnay_release::{Asked, Authority, DemandNotice, DemandOutcome, Signed};
use ugnay_seal::Hash32;
use ugnay_wire::ids::to_hex;

const MAX_NOTE: usize = 2000;

/// Codes as the protocol spells them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    authority: String,
    jurisdiction: String,
    received: i64,
    asked: Vec<String>,
    outcome: String,
    /// Since when it has this outcome.
    since: i64,
    note: String,
    /// Earlier outcomes with the time each began.
    history: Vec<(String, i64)>,
}

impl Kept {
    /// Checks what was typed.
    pub(super) fn read(input: &DemandInput, now: i64) -> Result<Self, AppError> {
        let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
        authority(&input.authority).ok_or_else(|| bad("authority"))?;
        outcome(&input.outcome).ok_or_else(|| bad("outcome"))?;
        if !input.jurisdiction.is_empty() {
            Country::from_str(&input.jurisdiction).map_err(|_| bad("jurisdiction"))?;
        }
        if input.received_at < 0 || input.received_at > now {
            return Err(bad("received_at"));
        }
        let mut list: Vec<Asked> = input
            .asked
            .iter()
            .map(|code| asked(code).ok_or_else(|| bad("asked")))
            .collect::<Result<_, _>>()?;
        list.sort_unstable();
        list.dedup();
        if list.is_empty() {
            return Err(bad("asked"));
        }
        let note = one_line(&input.note);
        if note.len() > MAX_NOTE {
            return Err(bad("note").detail("too_long"));
        }
        Ok(Self {
            authority: input.authority.clone(),
            jurisdiction: input.jurisdiction.clone(),
            received: input.received_at,
            asked: list.iter().map(|a| a.code().to_owned()).collect(),
            outcome: input.outcome.clone(),
            since: now,
            note,
            history: Vec::new(),
        })
    }

    /// Takes over what an older version of the same demand knew; once published only outcome and note may differ.
    pub(super) fn follow(&mut self, old: Self, published: bool, now: i64) -> Result<(), AppError> {
        let same = self.authority == old.authority
            && self.jurisdiction == old.jurisdiction
            && self.received == old.received
            && self.asked == old.asked;
        if published && !same {
            return Err(refused("published_demand"));
        }
        self.history = old.history;
        if self.outcome == old.outcome {
            self.since = old.since;
        } else {
            self.history.push((old.outcome, old.since));
            self.since = now;
        }
        Ok(())
    }

    pub(super) fn outcome(&self) -> Result<DemandOutcome, AppError> {
        outcome(&self.outcome).ok_or_else(|| ErrorCode::Damaged.into())
    }

    fn country(&self) -> u16 {
        Country::from_str(&self.jurisdiction).map_or(0, Country::to_u16)
    }

    /// Whether a published revision says what stands here.
    pub(super) fn same(&self, notice: &DemandNotice) -> bool {
        notice.outcome.code() == self.outcome && notice.note == self.note
    }

    /// The next revision of it.
    pub(super) fn notice(
        &self,
        id: &[u8; 16],
        x: u8,
        last: Option<&Signed<DemandNotice>>,
        now: i64,
    ) -> DemandNotice {
        DemandNotice {
            demand: *id,
            revision: last.map_or(1, |l| l.body().revision.saturating_add(1)),
            previous: last.map_or(Hash32([0; 32]), Signed::hash),
            x,
            authority: authority(&self.authority).unwrap_or(Authority::Other),
            jurisdiction: self.country(),
            received: self.received,
            asked: self.asked.iter().filter_map(|a| asked(a)).collect(),
            outcome: outcome(&self.outcome).unwrap_or(DemandOutcome::Received),
            note: self.note.clone(),
            time: now,
        }
    }

    /// As a screen shows it.
    pub(super) fn row(&self, id: &[u8; 16], published: bool) -> Result<DemandRow, AppError> {
        let change = |(outcome, at): &(String, i64)| DemandChange {
            outcome: outcome.clone(),
            at: *at,
        };
        Ok(DemandRow {
            id: to_hex(id),
            authority: self.authority.clone(),
            jurisdiction: self.jurisdiction.clone(),
            received_at: self.received,
            asked: self.asked.clone(),
            outcome: self.outcome.clone(),
            note: self.note.clone(),
            history: self.history.iter().map(change).collect(),
            published,
        })
    }

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, AppError> {
        serde_json::to_vec(self).map_err(|_| ErrorCode::Internal.into())
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        serde_json::from_slice(bytes).map_err(|_| ErrorCode::Damaged.into())
    }
}
