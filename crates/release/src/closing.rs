//! What ends a grant: closing, the desk's attestation that it deleted what it got, the review afterwards (§7.5.8). All three are
//! the desk's words. A custodian that wants an end objects: one alone must not end what the others approved.

use crate::object::{Object, read_text, rule, write_text};
use crate::{LguCard, ReleaseError, RequestId, Signed};
use ugnay_log::EntryType;
use ugnay_seal::{FedId, Hash32, Label};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Within this time after a grant's end the review must be logged: 30 days, in seconds.
pub const REVIEW_WITHIN: i64 = 30 * 86_400;

/// Which step of the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingKind {
    /// The grant ends now; by an officer of the desk.
    GrantClose,
    /// The desk says what it received is deleted; by two officers.
    DeletionAttestation,
    /// The after-action review; by two officers.
    Review,
}

impl ClosingKind {
    fn entry(self) -> EntryType {
        match self {
            Self::GrantClose => EntryType::GrantClose,
            Self::DeletionAttestation => EntryType::DeletionAttestation,
            Self::Review => EntryType::Review,
        }
    }
}

/// A step of the end of a grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Which step.
    pub kind: ClosingKind,
    /// Of which grant.
    pub request: RequestId,
    /// SHA-256 of a longer document (report, protocol of deletion); zeros when there is none.
    pub document: Hash32,
    /// In short.
    pub text: String,
    /// The author's time, Unix seconds.
    pub time: i64,
}

impl Closing {
    /// Checks who signed: for closing an officer of the card, for the rest two.
    ///
    /// # Errors
    /// [`ReleaseError::TooFewSigners`], [`ReleaseError::Signature`].
    pub fn verify(signed: &Signed<Self>, fed: &FedId, card: &LguCard) -> Result<(), ReleaseError> {
        let signers = signed.signers(fed)?;
        let officers = signers.iter().filter(|key| card.officer(key).is_some());
        let have = officers.count();
        let need = match signed.body().kind {
            ClosingKind::GrantClose => 1,
            ClosingKind::DeletionAttestation | ClosingKind::Review => 2,
        };
        if have < need {
            Err(ReleaseError::TooFewSigners { have, need })
        } else {
            Ok(())
        }
    }
}

impl Object for Closing {
    const MAX_LEN: usize = 4096;

    fn kind(&self) -> EntryType {
        self.kind.entry()
    }

    fn label(&self) -> Label {
        match self.kind {
            ClosingKind::GrantClose | ClosingKind::DeletionAttestation => Label::GrantClose,
            ClosingKind::Review => Label::Review,
        }
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.request.0);
        w.raw(&self.document.0);
        write_text(w, &self.text, 2000, "text")?;
        w.i64(self.time);
        Ok(())
    }

    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let kinds = [
            ClosingKind::GrantClose,
            ClosingKind::DeletionAttestation,
            ClosingKind::Review,
        ];
        let kind = kinds
            .into_iter()
            .find(|k| k.entry() as u8 == kind)
            .ok_or(ReleaseError::Rule("not a closing"))?;
        let closing = Self {
            kind,
            request: RequestId(r.array("request")?),
            document: Hash32(r.array("document")?),
            text: read_text(r, 2000, "text")?,
            time: r.i64("time")?,
        };
        rule(closing.time >= 0, "times start in 1970")?;
        Ok(closing)
    }
}

#[cfg(test)]
mod tests;
