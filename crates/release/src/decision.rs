//! What a custodian says to a request, and its notice that a sealed share left it. Both bind the request's id.

use crate::object::{Object, read_text, rule, write_text};
use crate::purpose::closed;
use crate::{ReleaseError, RequestId, Roster, Signed};
use ugnay_log::EntryType;
use ugnay_seal::{Cid, EpochId, FedId, Hash32, Label, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// What anything but an approval is about, and an approval whose body is kept back: no compartments. Nothing counts for them.
pub const NOTHING: Hash32 = Hash32([0; 32]);

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionKind {
    /// This custodian will hand over its shares when the rules are met.
    Approve,
    /// The release should not happen at all; enough of these stop it.
    Object,
    /// This custodian takes no part.
    Refuse,
}

impl DecisionKind {
    /// The type of entry that says it.
    #[must_use]
    pub fn entry(self) -> EntryType {
        match self {
            Self::Approve => EntryType::Approve,
            Self::Object => EntryType::Object,
            Self::Refuse => EntryType::Refuse,
        }
    }
}

closed! {
    /// Why; the asker sees it.
    Reason, "unknown reason":
    /// Everything checked and found right (approvals).
    InOrder = 1, "in_order";
    /// The emergency is not believed.
    NoEmergency = 2, "no_emergency";
    /// The scope is larger than the emergency.
    ScopeTooWide = 3, "scope_too_wide";
    /// Officers can still be reached; a campaign would do.
    CampaignSuffices = 4, "campaign_suffices";
    /// Signs of enforcement behind the request.
    EnforcementSuspected = 5, "enforcement_suspected";
    /// The desk or its officers are doubted.
    DeskDoubted = 6, "desk_doubted";
    /// The declaration cannot be verified.
    DeclarationUnverified = 7, "declaration_unverified";
    /// This organisation cannot act now.
    CannotAct = 8, "cannot_act";
    /// See the text.
    Other = 9, "other";
}

/// A custodian's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What.
    pub kind: DecisionKind,
    /// On which request.
    pub request: RequestId,
    /// [`cids_hash`] of the compartments it would release; zeros unless it approves.
    pub cids: Hash32,
    /// The custodian's roster index.
    pub x: u8,
    /// Why.
    pub reason: Reason,
    /// More words; may be empty.
    pub text: String,
    /// The custodian's time, Unix seconds.
    pub time: i64,
}

impl Decision {
    /// Checks that exactly the custodian it names signed it.
    ///
    /// # Errors
    /// [`ReleaseError::Signature`] when another key signed.
    pub fn verify(signed: &Signed<Self>, fed: &FedId, roster: &Roster) -> Result<(), ReleaseError> {
        only_signer(signed, fed, roster, signed.body().x)
    }
}

/// A custodian's notice that it sealed shares to the desk; logged before they are handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareReleaseNotice {
    /// For which request.
    pub request: RequestId,
    /// The custodian's roster index.
    pub x: u8,
    /// [`cids_hash`] of the compartments inside.
    pub cids: Hash32,
    /// [`approve_set_hash`] of the approvals it relies on.
    pub approvals: Hash32,
    /// The log's root at which it judged.
    pub root: Hash32,
    /// SHA-256 of the sealed shares.
    pub sealed: Hash32,
    /// The custodian's time, Unix seconds.
    pub time: i64,
}

impl ShareReleaseNotice {
    /// Checks that exactly the custodian it names signed it.
    ///
    /// # Errors
    /// [`ReleaseError::Signature`] when another key signed.
    pub fn verify(signed: &Signed<Self>, fed: &FedId, roster: &Roster) -> Result<(), ReleaseError> {
        only_signer(signed, fed, roster, signed.body().x)
    }
}

/// SHA-256 over the sorted, distinct pairs (epoch, compartment): what an approval is about.
#[must_use]
pub fn cids_hash(compartments: &[(EpochId, Cid)]) -> Hash32 {
    let mut sorted = compartments.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let bytes: Vec<u8> = sorted
        .iter()
        .flat_map(|(epoch, cid)| [epoch.0, cid.0].concat())
        .collect();
    sha256(&[b"ugnay/v1/cids\0".as_slice(), &bytes].concat())
}

/// SHA-256 over the approvals relied on, as (x, index in the log), sorted by x: part of a share's sealing context.
#[must_use]
pub fn approve_set_hash(request: &RequestId, approvals: &[(u8, u64)]) -> Hash32 {
    let mut sorted = approvals.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut bytes = b"ugnay/v1/approve-set\0".to_vec();
    bytes.extend_from_slice(&request.0);
    for (x, index) in sorted {
        bytes.push(x);
        bytes.extend_from_slice(&index.to_be_bytes());
    }
    sha256(&bytes)
}

/// Checks that exactly the custodian with that index signed.
pub(crate) fn only_signer<T: Object>(
    signed: &Signed<T>,
    fed: &FedId,
    roster: &Roster,
    x: u8,
) -> Result<(), ReleaseError> {
    let custodian = roster
        .custodian(x)
        .ok_or(ReleaseError::Rule("no such custodian"))?;
    let signers = signed.signers(fed)?;
    if signers.len() == 1 && signers.contains(&custodian.sign) {
        Ok(())
    } else {
        Err(ReleaseError::Signature)
    }
}

impl Object for Decision {
    const MAX_LEN: usize = 2048;

    fn kind(&self) -> EntryType {
        self.kind.entry()
    }

    fn label(&self) -> Label {
        match self.kind {
            DecisionKind::Approve => Label::Approve,
            DecisionKind::Object => Label::Object,
            DecisionKind::Refuse => Label::Refuse,
        }
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.request.0);
        w.raw(&self.cids.0);
        w.u8(self.x);
        w.u8(self.reason as u8);
        write_text(w, &self.text, 1000, "reason")?;
        w.i64(self.time);
        Ok(())
    }

    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let kinds = [
            DecisionKind::Approve,
            DecisionKind::Object,
            DecisionKind::Refuse,
        ];
        let kind = kinds
            .into_iter()
            .find(|k| k.entry() as u8 == kind)
            .ok_or(ReleaseError::Rule("not a decision"))?;
        let decision = Self {
            kind,
            request: RequestId(r.array("request")?),
            cids: Hash32(r.array("compartments")?),
            x: r.u8("x")?,
            reason: Reason::from_byte(r.u8("reason")?)?,
            text: read_text(r, 1000, "reason")?,
            time: r.i64("time")?,
        };
        let approves = kind == DecisionKind::Approve;
        rule(decision.x >= 1, "custodians are numbered from 1")?;
        rule(
            approves == (decision.cids != Hash32([0; 32])),
            "compartments are named exactly by an approval",
        )?;
        rule(
            approves == (decision.reason == Reason::InOrder),
            "an approval says that all is in order",
        )?;
        Ok(decision)
    }
}

impl Object for ShareReleaseNotice {
    const MAX_LEN: usize = 512;

    fn kind(&self) -> EntryType {
        EntryType::ShareRelease
    }

    fn label(&self) -> Label {
        Label::ShareRelease
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.request.0);
        w.u8(self.x);
        [self.cids, self.approvals, self.root, self.sealed]
            .iter()
            .for_each(|h| w.raw(&h.0));
        w.i64(self.time);
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let notice = Self {
            request: RequestId(r.array("request")?),
            x: r.u8("x")?,
            cids: Hash32(r.array("compartments")?),
            approvals: Hash32(r.array("approvals")?),
            root: Hash32(r.array("root")?),
            sealed: Hash32(r.array("sealed")?),
            time: r.i64("time")?,
        };
        rule(notice.x >= 1, "custodians are numbered from 1")?;
        Ok(notice)
    }
}

#[cfg(test)]
mod tests;
