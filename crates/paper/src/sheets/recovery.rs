//! A register's recovery sheet: 24 words that bring it all back. It does not say whose register it is: who finds it should not
//! learn where to go with it.

use super::{all, sheet};
use crate::{Look, PaperError};

/// What stands on it.
pub struct RecoverySheet<'a> {
    /// The words, in order.
    pub words: &'a [String],
    /// Six words that name register and federation.
    pub fingerprint: &'a str,
    /// The buffer's address.
    pub buffer: &'a str,
}

impl RecoverySheet<'_> {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pp-recovery-title", |l, w| {
            l.framed(|l| l.strong(&w.t("pp-recovery-secret")));
            l.numbered(self.words, 3);
            l.fact(&w.t("pp-recovery-six"), self.fingerprint);
            l.fact(&w.t("pp-buffer"), self.buffer);
            l.paragraph(&w.t("pp-recovery-what"));
            l.heading(&w.t("pp-recovery-before"));
            l.steps(&all(
                w,
                &[
                    "pp-recovery-keep-file",
                    "pp-recovery-keep-check",
                    "pp-recovery-keep-away",
                    "pp-recovery-keep-lost",
                ],
            ));
            l.heading(&w.t("pp-recovery-use"));
            l.steps(&all(
                w,
                &[
                    "pp-recovery-step-install",
                    "pp-recovery-step-type",
                    "pp-recovery-step-compare",
                    "pp-recovery-step-exchange",
                ],
            ));
            Ok(())
        })
    }
}
