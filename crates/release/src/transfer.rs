//! A place among the custodians goes to a successor (protocol §4.4): which shares the one handed over, and that the other has
//! them all. Owns the object and who must have signed it: first the organisation that leaves, then its successor, which is
//! the receipt. Must not know a share; those travel sealed (`ugnay_seal::handover`).

use crate::object::{Object, rule};
use crate::{ReleaseError, Roster, Signed};
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_seal::{EpochId, FedId, Hash32, Label, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// One place handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustodyTransfer {
    /// The place on the sharing polynomial; the same before and after.
    pub x: u8,
    /// SHA-256 of the last roster that names the organisation that leaves.
    pub from: Hash32,
    /// SHA-256 of the roster that names its successor.
    pub to: Hash32,
    /// Register-epochs handed over.
    pub count: u32,
    /// [`transfer_hash`] of them.
    pub shares: Hash32,
    /// The leaving organisation's time, Unix seconds.
    pub time: i64,
}

/// Whose signatures a transfer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransferState {
    /// The organisation that leaves has signed: an offer.
    Offered,
    /// Its successor has too: everything arrived and was right.
    Received,
}

impl CustodyTransfer {
    /// Checks who signed, against the two rosters it names.
    ///
    /// # Errors
    /// [`ReleaseError::Rule`] when the rosters are others, the place did not change hands, or anybody but the two signed;
    /// [`ReleaseError::Signature`].
    pub fn verify(
        signed: &Signed<Self>,
        fed: &FedId,
        (from, old): (&Hash32, &Roster),
        (to, new): (&Hash32, &Roster),
    ) -> Result<TransferState, ReleaseError> {
        let body = signed.body();
        rule(
            body.from == *from && body.to == *to,
            "a transfer between other rosters",
        )?;
        let (Some(old), Some(new)) = (old.custodian(body.x), new.custodian(body.x)) else {
            return Err(ReleaseError::Rule("nobody has this place"));
        };
        rule(old.sign != new.sign, "the place did not change hands")?;
        let signers = signed.signers(fed)?;
        if signers == BTreeSet::from([old.sign]) {
            Ok(TransferState::Offered)
        } else if signers == BTreeSet::from([old.sign, new.sign]) {
            Ok(TransferState::Received)
        } else {
            Err(ReleaseError::Rule("not signed by those it is between"))
        }
    }

    /// The public fields of its log entry: place and roster. Never how many registers there are.
    #[must_use]
    pub fn public(&self) -> Vec<u8> {
        [&[self.x], &self.to.0[..]].concat()
    }
}

/// SHA-256 over the sorted, distinct pairs (register-epoch, header hash of the bundle the shares were dealt in).
#[must_use]
pub fn transfer_hash(shares: &BTreeSet<(EpochId, Hash32)>) -> Hash32 {
    let bytes: Vec<u8> = shares
        .iter()
        .flat_map(|(epoch, header)| [&epoch.0[..], &header.0].concat())
        .collect();
    sha256(&[b"ugnay/v1/transfer\0".as_slice(), &bytes].concat())
}

impl Object for CustodyTransfer {
    const MAX_LEN: usize = 256;

    fn kind(&self) -> EntryType {
        EntryType::CustodyTransfer
    }

    fn label(&self) -> Label {
        Label::CustodyTransfer
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.u8(self.x);
        w.raw(&self.from.0);
        w.raw(&self.to.0);
        w.u32(self.count);
        w.raw(&self.shares.0);
        w.i64(self.time);
        Ok(())
    }

    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        rule(
            kind == EntryType::CustodyTransfer as u8,
            "not a transfer of a place",
        )?;
        let transfer = Self {
            x: r.u8("x")?,
            from: Hash32(r.array("roster before")?),
            to: Hash32(r.array("roster after")?),
            count: r.u32("count")?,
            shares: Hash32(r.array("shares")?),
            time: r.i64("time")?,
        };
        rule(transfer.x >= 1, "places are numbered from 1")?;
        rule(transfer.time >= 0, "times start in 1970")?;
        rule(
            transfer.from != transfer.to,
            "a roster does not follow itself",
        )?;
        Ok(transfer)
    }
}

#[cfg(test)]
mod tests;
