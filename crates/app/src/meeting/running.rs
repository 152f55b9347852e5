//! The meeting that runs on this device: when it was begun and what was answered, in the register's encrypted state, so that it
//! can be left and taken up again. Must not know what an answer means.

use crate::dto::{AppError, ErrorCode};
use crate::session::Session;
use serde::{Deserialize, Serialize};
use ugnay_model::{PersonId, Psgc};

/// A meeting, as it is kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Running {
    /// The area's code.
    pub area: u32,
    /// Unix seconds.
    pub began: i64,
    /// Answers in the order they came.
    pub marks: Vec<Mark>,
}

/// An answer.
#[derive(Serialize, Deserialize)]
pub(super) struct Mark {
    pub person: [u8; 16],
    pub mark: String,
    pub from: String,
    pub at: i64,
    /// The confirmation before, which gave the person its place in the list.
    pub before: Option<i64>,
    /// What it wrote, oldest first.
    pub sets: Vec<String>,
}

/// Where running meetings lie.
const STATE: &str = "meeting/running/";

fn key(area: Psgc) -> String {
    format!("{STATE}{area}")
}

impl Session {
    /// Drops the answers about everybody who was erased; says whether there were any.
    pub(crate) fn marks_forget(&mut self) -> Result<bool, AppError> {
        let mut any = false;
        for (_, bytes) in self.register.states(STATE)? {
            let Ok(mut running) = serde_json::from_slice::<Running>(&bytes) else {
                continue;
            };
            let before = running.marks.len();
            let mut kept = Vec::with_capacity(before);
            for mark in core::mem::take(&mut running.marks) {
                if !self.is_erased(PersonId::from_bytes(mark.person))? {
                    kept.push(mark);
                }
            }
            running.marks = kept;
            if running.marks.len() < before {
                any = true;
                running.save(self)?;
            }
        }
        Ok(any)
    }
}

impl Running {
    pub fn begin(area: Psgc, now: i64) -> Self {
        Self {
            area: area.0,
            began: now,
            marks: Vec::new(),
        }
    }

    /// The one that runs in this area.
    pub fn load(s: &Session, area: Psgc) -> Result<Option<Self>, AppError> {
        let damaged = |_| AppError::new(ErrorCode::Damaged);
        let bytes = s.register.state(&key(area))?;
        bytes
            .map(|b| serde_json::from_slice(&b).map_err(damaged))
            .transpose()
    }

    pub fn save(&self, s: &mut Session) -> Result<(), AppError> {
        let bytes = serde_json::to_vec(self).map_err(|_| AppError::new(ErrorCode::Internal))?;
        Ok(s.register.put_state(&key(Psgc(self.area)), &bytes)?)
    }

    pub fn forget(&self, s: &mut Session) -> Result<(), AppError> {
        Ok(s.register.delete_state(&key(Psgc(self.area)))?)
    }

    pub fn mark(&self, id: PersonId) -> Option<&Mark> {
        self.marks.iter().find(|m| m.person == id.to_bytes())
    }

    /// Takes an answer off the list.
    pub fn take(&mut self, id: PersonId) -> Option<Mark> {
        let at = self.marks.iter().position(|m| m.person == id.to_bytes())?;
        Some(self.marks.remove(at))
    }
}
