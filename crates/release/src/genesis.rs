//! The federation's first object. Its hash names the federation and is pinned at enrolment.

use crate::object::{Object, read_name, rule, write_text};
use crate::{Policy, ReleaseError, Roster, Signed};
use ugnay_log::{EntryType, KeyKind, VerifierKey};
use ugnay_seal::{FedId, Label, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// What a federation starts from; signed by every custodian of its roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genesis {
    /// The federation's name.
    pub name: String,
    /// When it was made, Unix seconds.
    pub created: i64,
    /// Randomness, so that two federations of the same parts differ.
    pub nonce: [u8; 32],
    /// The log's vkey (kind 1); its name is the log's origin.
    pub log: String,
    /// The first policy.
    pub policy: Policy,
    /// The first roster.
    pub roster: Roster,
}

impl Genesis {
    /// The federation's id: the first 16 bytes of SHA-256 of the encoding.
    ///
    /// # Errors
    /// When the genesis breaks a rule.
    pub fn fed(&self) -> Result<FedId, ReleaseError> {
        Ok(fed_of(&self.encode()?))
    }

    /// Checks that all n custodians signed, and gives the federation's id.
    ///
    /// # Errors
    /// [`ReleaseError::TooFewSigners`], [`ReleaseError::Signature`].
    pub fn verify(signed: &Signed<Self>) -> Result<FedId, ReleaseError> {
        let fed = fed_of(signed.bytes());
        let roster = &signed.body().roster;
        let have = roster.count(&signed.signers(&fed)?);
        let need = roster.custodians.len();
        if have < need {
            Err(ReleaseError::TooFewSigners { have, need })
        } else {
            Ok(fed)
        }
    }

    /// The log's key.
    ///
    /// # Errors
    /// When it is not a log's vkey (never for a decoded genesis).
    pub fn log_key(&self) -> Result<VerifierKey, ReleaseError> {
        let key = VerifierKey::parse(&self.log)?;
        rule(key.kind() == KeyKind::Note, "the log signs notes")?;
        Ok(key)
    }
}

fn fed_of(bytes: &[u8]) -> FedId {
    let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = sha256(bytes).0;
    FedId(id)
}

impl Object for Genesis {
    const MAX_LEN: usize = Policy::MAX_LEN + Roster::MAX_LEN + 2048;

    fn kind(&self) -> EntryType {
        EntryType::Genesis
    }

    fn label(&self) -> Label {
        Label::Genesis
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        write_text(w, &self.name, 120, "federation name")?;
        w.i64(self.created);
        w.raw(&self.nonce);
        write_text(w, &self.log, 512, "log key")?;
        w.bytes(&self.policy.encode()?, Policy::MAX_LEN, "policy")?;
        Ok(w.bytes(&self.roster.encode()?, Roster::MAX_LEN, "roster")?)
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let genesis = Self {
            name: read_name(r, 120, "federation name")?,
            created: r.i64("created")?,
            nonce: r.array("nonce")?,
            log: read_name(r, 512, "log key")?,
            policy: Policy::decode(&r.bytes(Policy::MAX_LEN, "policy")?)?,
            roster: Roster::decode(&r.bytes(Roster::MAX_LEN, "roster")?)?,
        };
        genesis.log_key()?;
        let (policy, roster) = (&genesis.policy, &genesis.roster);
        rule(
            policy.version == 1 && roster.version == 1,
            "a genesis holds first versions",
        )?;
        rule(
            usize::from(policy.n) == roster.custodians.len(),
            "n custodians",
        )?;
        roster.log_policy(&genesis.log_key()?, policy.quorum)?;
        Ok(genesis)
    }
}

#[cfg(test)]
mod tests;
