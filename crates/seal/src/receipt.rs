//! A custodian's receipt for a bundle (protocol §4.3).
//!
//! Owns its 135 bytes. Must not say more than accepted or why not.
//!
//! ```text
//! "UGR1" | suite u8 = 1 | fed[16] | epoch_id[16] | header_hash[32] | x u8 | code u8 | signature[64]
//! ```

use crate::bundle::DealFault;
use crate::error::SealError;
use crate::ids::{EpochId, FedId, Hash32};
use crate::label::Label;
use crate::layout::Cursor;
use crate::sign::{Sig, SigningIdentity, VerifyingId};

const MAGIC: [u8; 4] = *b"UGR1";
const SUITE: u8 = 1;
/// Length of a signed receipt.
pub const RECEIPT_LEN: usize = 135;

/// What a custodian says about one bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The federation.
    pub fed: FedId,
    /// The register-epoch.
    pub epoch_id: EpochId,
    /// The bundle's header hash.
    pub header_hash: Hash32,
    /// The custodian's roster index.
    pub x: u8,
    /// Accepted, or why not.
    pub outcome: Result<(), DealFault>,
}

impl Receipt {
    /// The signed bytes.
    #[must_use]
    pub fn sign(&self, custodian: &SigningIdentity) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(SUITE);
        out.extend_from_slice(&self.fed.0);
        out.extend_from_slice(&self.epoch_id.0);
        out.extend_from_slice(&self.header_hash.0);
        out.push(self.x);
        out.push(self.outcome.map_or_else(DealFault::code, |()| 0));
        let sig = custodian.sign(Label::Receipt, &self.fed, &out);
        out.extend_from_slice(&sig.0);
        out
    }

    /// Reads signed bytes of a federation's custodian.
    ///
    /// # Errors
    /// [`SealError::Malformed`], [`SealError::BadSignature`].
    pub fn verify(bytes: &[u8], fed: &FedId, custodian: &VerifyingId) -> Result<Self, SealError> {
        let (receipt, sig) = Self::read(bytes).ok_or(SealError::Malformed("receipt"))?;
        let body = bytes
            .get(..RECEIPT_LEN.saturating_sub(Sig::LEN))
            .ok_or(SealError::Malformed("receipt"))?;
        custodian.verify(Label::Receipt, fed, body, &sig)?;
        if receipt.fed == *fed {
            Ok(receipt)
        } else {
            Err(SealError::BadSignature)
        }
    }

    fn read(bytes: &[u8]) -> Option<(Self, Sig)> {
        let mut cursor = Cursor::new(bytes);
        if cursor.array::<4>()? != MAGIC || cursor.u8()? != SUITE {
            return None;
        }
        let receipt = Self {
            fed: FedId(cursor.array()?),
            epoch_id: EpochId(cursor.array()?),
            header_hash: Hash32(cursor.array()?),
            x: cursor.u8()?,
            outcome: match cursor.u8()? {
                0 => Ok(()),
                code => Err(DealFault::from_code(code)?),
            },
        };
        let sig = Sig(cursor.array()?);
        cursor.end()?;
        Some((receipt, sig))
    }
}

#[cfg(test)]
mod tests;
