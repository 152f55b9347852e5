//! An invitation to a federation: twelve words for one register, and the same as a code to be scanned.

use super::{all, code, sheet};
use crate::{Look, PaperError};

/// What stands on it.
pub struct Invitation<'a> {
    /// The twelve words, in order.
    pub words: &'a [String],
    /// Six words that name the federation.
    pub fingerprint: &'a str,
    /// The buffer's address.
    pub buffer: &'a str,
    /// What the code says; without a code, nothing.
    pub code: Option<&'a str>,
}

impl Invitation<'_> {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// [`PaperError::CodeTooLong`] for what no code carries (2,953 bytes); [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pp-invitation-title", |l, w| {
            l.framed(|l| l.strong(&w.t("pp-invitation-secret")));
            l.numbered(self.words, 3);
            l.fact(&w.t("pp-invitation-six"), self.fingerprint);
            l.fact(&w.t("pp-buffer"), self.buffer);
            l.heading(&w.t("pp-invitation-use"));
            l.steps(&all(
                w,
                &[
                    "pp-invitation-step-open",
                    "pp-invitation-step-type",
                    "pp-invitation-step-compare",
                    "pp-invitation-step-destroy",
                ],
            ));
            if let Some(text) = self.code {
                l.heading(&w.t("pp-invitation-code"));
                code(l, text, if text.len() > 300 { 300.0 } else { 190.0 })?;
            }
            Ok(())
        })
    }
}
