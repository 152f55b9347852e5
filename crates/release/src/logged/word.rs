//! What a custodian said about a request, as the public fields of its decision's entry say it: signed, so that it holds
//! when the body is kept back, and dated, so that an older word said again does not take a newer one's place.
//! Must not say why, nor on which compartments: an approval counts by its body alone.

use crate::object::rule;
use crate::{Decision, DecisionKind, ReleaseError, RequestId, Roster};
use ugnay_log::{Entry, EntryType};
use ugnay_seal::{FedId, Label, Sig, SigningIdentity, VerifyingId};
use ugnay_wire::reader::Reader;

/// A custodian's signed word on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// What.
    pub kind: DecisionKind,
    /// On which request.
    pub request: RequestId,
    /// The custodian's roster index.
    pub x: u8,
    /// The custodian's time, Unix seconds; of two words the later one stands.
    pub time: i64,
    /// Its signature over the four.
    pub signature: Sig,
}

impl Word {
    /// Their length: id 32, custodian 1, time 8, signature 64.
    pub const LEN: usize = 32 + 1 + 8 + 64;

    /// The word of a decision, signed by the custodian it names.
    #[must_use]
    pub fn sign(decision: &Decision, fed: &FedId, signer: &SigningIdentity) -> Self {
        let Decision {
            kind,
            request,
            x,
            time,
            ..
        } = *decision;
        let said = said(kind, &request, x, time);
        Self {
            kind,
            request,
            x,
            time,
            signature: signer.sign(Label::Word, fed, &said),
        }
    }

    /// The public fields: id 32, custodian 1, time 8, signature 64.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [
            &self.request.0[..],
            &[self.x],
            &self.time.to_be_bytes(),
            &self.signature.0,
        ]
        .concat()
    }

    /// Reads the public fields of a decision's entry; its kind is the entry's.
    ///
    /// # Errors
    /// When the entry is no decision, the length is another or a value breaks a rule.
    pub fn of(entry: &Entry) -> Result<Self, ReleaseError> {
        let kind = match entry.kind {
            EntryType::Approve => DecisionKind::Approve,
            EntryType::Object => DecisionKind::Object,
            EntryType::Refuse => DecisionKind::Refuse,
            _ => return Err(ReleaseError::Rule("not a decision")),
        };
        Self::parse(kind, &entry.public)
    }

    /// Reads [`Word::to_bytes`].
    ///
    /// # Errors
    /// When the length is another or a value breaks a rule.
    pub fn parse(kind: DecisionKind, bytes: &[u8]) -> Result<Self, ReleaseError> {
        let mut r = Reader::new(bytes);
        let word = Self {
            kind,
            request: RequestId(r.array("request")?),
            x: r.u8("custodian")?,
            time: r.i64("time")?,
            signature: Sig(r.array("signature")?),
        };
        r.end()?;
        rule(word.x >= 1, "custodians are numbered from 1")?;
        rule(word.time >= 0, "times start in 1970")?;
        Ok(word)
    }

    /// Checks that the custodian it names signed it.
    ///
    /// # Errors
    /// [`ReleaseError::Rule`] when there is no such custodian, [`ReleaseError::Signature`] when another key signed.
    pub fn verify(&self, fed: &FedId, roster: &Roster) -> Result<(), ReleaseError> {
        let custodian = roster.custodian(self.x);
        let custodian = custodian.ok_or(ReleaseError::Rule("no such custodian"))?;
        let said = said(self.kind, &self.request, self.x, self.time);
        let key = VerifyingId::from_bytes(&custodian.sign)?;
        Ok(key.verify(Label::Word, fed, &said, &self.signature)?)
    }
}

/// What is signed: type of the entry 1, id 32, custodian 1, time 8.
fn said(kind: DecisionKind, request: &RequestId, x: u8, time: i64) -> Vec<u8> {
    let entry = kind.entry() as u8;
    [&[entry][..], &request.0, &[x], &time.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests;
