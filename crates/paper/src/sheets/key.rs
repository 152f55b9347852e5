//! A custodian organisation's key on paper: 24 words, and how two envelopes are kept.

use super::{all, sheet};
use crate::{Look, PaperError};

/// What stands on it.
pub struct KeySheet<'a> {
    /// The organisation's public name.
    pub organisation: &'a str,
    /// Six words that name the key, without giving it away.
    pub fingerprint: &'a str,
    /// The words, in order.
    pub words: &'a [String],
}

impl KeySheet<'_> {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// [`PaperError::Writer`].
    pub fn pdf(&self, look: Look) -> Result<Vec<u8>, PaperError> {
        sheet(look, "pp-key-title", |l, w| {
            l.fact(&w.t("pp-organisation"), self.organisation);
            l.fact(&w.t("pp-fingerprint"), self.fingerprint);
            l.space(4.0);
            l.framed(|l| l.strong(&w.t("pp-key-secret")));
            l.numbered(self.words, 3);
            l.paragraph(&w.t("pp-key-what"));
            l.heading(&w.t("pp-key-envelopes"));
            l.steps(&all(
                w,
                &[
                    "pp-key-step-two",
                    "pp-key-step-file",
                    "pp-key-step-test",
                    "pp-key-step-seal",
                    "pp-key-step-places",
                    "pp-key-step-opened",
                    "pp-key-step-change",
                ],
            ));
            l.together(|l| {
                l.ticks(&[(w.t("pp-key-first"), 0.0), (w.t("pp-key-second"), 0.0)]);
                l.blank(&w.t("pp-date"));
                l.blank(&w.t("pp-sealed-by"));
            });
            Ok(())
        })
    }
}
