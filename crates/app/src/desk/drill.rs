//! Drills: a register of invented people on the drill ground, released end to end like any other, and the result logged
//! as the after-action review. Real people cannot get into one: their barangays are not on that ground.

use super::Officer;
use crate::dto::{AppError, CreateRegister, ErrorCode, PersonInput, SessionInfo};
use crate::federation::Paper;
use crate::session::App;
use serde::Serialize;
use ugnay_model::Country;
use ugnay_release::{Purpose, RequestId};

/// The barangay of synthetic registers, on the ground of `release::area::DRILL_GROUND`.
pub const DRILL_BARANGAY: u32 = 4_200_001_001;
/// Most invented people in one register.
const MOST: u32 = 500;

/// How a drill ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DrillResult {
    /// Every card that was put in came out, and nothing else.
    pub passed: bool,
    /// Cards opened.
    pub cards: u32,
    /// Cards that were in the synthetic register.
    pub expected: u32,
    /// Custodians whose shares arrived.
    pub shares: u32,
}

impl App {
    /// Makes a register of invented people on the drill ground and opens it. It joins with an invitation like any other.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for no or too many people; as making a register.
    pub fn create_drill_register(
        &mut self,
        id: &str,
        people: u32,
        country: Country,
        passphrase: &str,
    ) -> Result<SessionInfo, AppError> {
        if !(1..=MOST).contains(&people) {
            return Err(AppError::new(ErrorCode::BadInput).field("persons"));
        }
        let input = CreateRegister {
            place: DRILL_BARANGAY.to_string(),
            label: "DRILL".to_owned(),
            officer: String::new(),
            passphrase: passphrase.to_owned(),
        };
        self.create_named(id, &input, true)?;
        for n in 1..=people {
            // Without a barangay of their own they count for the register's.
            self.save_person(&PersonInput {
                surname: "Drill".to_owned(),
                given: format!("Invented {n:03}"),
                country: country.to_string(),
                ..PersonInput::default()
            })?;
        }
        self.session_info()
    }
}

impl Officer {
    /// Compares what a drill opened with what was in its register, erases it, and makes the review for the second officer.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `not_a_drill`; as [`Officer::status`].
    pub fn drill_result(
        &mut self,
        id: &RequestId,
        expected: u32,
    ) -> Result<(DrillResult, Paper), AppError> {
        if self.request(id)?.body().purpose != Purpose::Drill {
            return Err(crate::federation::refused("not_a_drill"));
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let cards = count(self.grant_banner(id)?.cards);
        let shares = count(self.status(id)?.shares.have);
        let result = DrillResult {
            passed: cards == expected,
            cards,
            expected,
            shares,
        };
        let word = if result.passed { "passed" } else { "failed" };
        let text = format!(
            "drill {word}: {cards} of {expected} cards opened, shares of {shares} custodians"
        );
        self.erase(id, "grant_erased")?;
        Ok((result, self.review(id, &text, &[])?))
    }
}
