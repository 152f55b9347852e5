//! The end of a grant: one officer closes it, two attest that what it gave is deleted, two write the review. What is
//! attested is done first: the cards here are erased before the paper is made.

use super::Officer;
use crate::dto::AppError;
use crate::federation::Paper;
use ugnay_release::{Closing, ClosingKind, RequestId, Signed};
use ugnay_seal::{Hash32, sha256};

impl Officer {
    /// Ends a grant now. The cards here are erased, whatever the line does.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::NotFound`]; when the buffer cannot be reached.
    pub fn close_grant(&mut self, id: &RequestId, text: &str) -> Result<(), AppError> {
        self.request(id)?;
        self.erase(id, "grant_closed")?;
        let paper = self.closing(id, ClosingKind::GrantClose, text, &[])?;
        self.submit(&paper)
    }

    /// Erases what is kept here and makes the attestation, signed by this officer; the second one signs it too.
    ///
    /// # Errors
    /// As [`Self::close_grant`].
    pub fn attest_deletion(&mut self, id: &RequestId, text: &str) -> Result<Paper, AppError> {
        self.request(id)?;
        self.erase(id, "grant_erased")?;
        self.closing(id, ClosingKind::DeletionAttestation, text, &[])
    }

    /// Makes the after-action review, signed by this officer; the second one signs it too. `document` is a longer report
    /// whose hash is logged; may be empty.
    ///
    /// # Errors
    /// As [`Self::close_grant`].
    pub fn review(
        &mut self,
        id: &RequestId,
        text: &str,
        document: &[u8],
    ) -> Result<Paper, AppError> {
        self.closing(id, ClosingKind::Review, text, document)
    }

    fn closing(
        &mut self,
        id: &RequestId,
        kind: ClosingKind,
        text: &str,
        document: &[u8],
    ) -> Result<Paper, AppError> {
        self.request(id)?;
        let closing = Closing {
            kind,
            request: *id,
            document: if document.is_empty() {
                Hash32([0; 32])
            } else {
                sha256(document)
            },
            text: text.to_owned(),
            time: self.now(),
        };
        let fed = *self.home.known()?.federation.fed();
        Ok(Paper::Closing(Signed::new(closing, &fed, &[&self.sign])?))
    }
}
