//! A desk's request for a release (protocol §7.5.1). Owns its encoding, its id, and what it can ask for at all:
//! only the facet `card` has an encoding here.

use crate::object::{Object, ascending, read_name, rule, write_text};
use crate::{Area, LguCard, Purpose, ReleaseError, Signed};
use ugnay_log::EntryType;
use ugnay_seal::{EpochId, Facet, FedId, Hash32, Label, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Most barangays in one request, whatever the policy says.
pub const MAX_AREAS: usize = 1024;
/// The undertaking on onward transfer that officers sign; later texts get later numbers.
pub const UNDERTAKING: u8 = 1;

/// Names a request: `SHA-256("ugnay/v1/request\0" ‖ bytes)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub [u8; 32]);

/// A release request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// SHA-256 of the policy in force.
    pub policy: Hash32,
    /// Why.
    pub purpose: Purpose,
    /// The declaration's number or title.
    pub declaration: String,
    /// SHA-256 of the declaration.
    pub declaration_hash: Hash32,
    /// Barangays, ascending; coarser codes are not allowed here.
    pub areas: Vec<Area>,
    /// The destination: two letters of ISO 3166-1 alpha-2 as a big-endian number; 0 (all) only for [`Purpose::Restore`].
    pub destination: u16,
    /// The one register-epoch asked for; only for [`Purpose::Restore`].
    pub epoch: Option<EpochId>,
    /// Start of the grant, Unix seconds.
    pub from: i64,
    /// End of the grant, Unix seconds.
    pub until: i64,
    /// Without enough approvals by then, the request is void.
    pub expires: i64,
    /// SHA-256 of the desk card.
    pub card: Hash32,
    /// SHA-256 of the officers' signing keys that sign this request, ascending, at least two.
    pub officers: Vec<Hash32>,
    /// SHA-256 of the X-Wing key that shares are sealed to.
    pub recipient: Hash32,
    /// Randomness.
    pub nonce: [u8; 32],
    /// Origin of the log it must stand in.
    pub origin: String,
}

impl Request {
    /// The one facet that can be asked for.
    pub const FACET: Facet = Facet::Card;

    /// The id of a request, over its bytes as received.
    #[must_use]
    pub fn id(signed: &Signed<Self>) -> RequestId {
        RequestId(sha256(&[Label::Request.bytes(), signed.bytes()].concat()).0)
    }

    /// Checks that the officers it names, at least two, all officers of the card, signed it, and nobody else.
    ///
    /// # Errors
    /// [`ReleaseError::TooFewSigners`], [`ReleaseError::Signature`].
    pub fn verify_officers(
        signed: &Signed<Self>,
        fed: &FedId,
        card: &LguCard,
    ) -> Result<(), ReleaseError> {
        let signers = signed.signers(fed)?;
        let known = signers.iter().filter(|key| card.officer(key).is_some());
        let have = known
            .filter(|key| signed.body().officers.contains(&sha256(*key)))
            .count();
        let need = signed.body().officers.len().max(2);
        if have < need || signers.len() != have {
            return Err(ReleaseError::TooFewSigners { have, need });
        }
        Ok(())
    }

    /// Whether a compartment is in scope.
    #[must_use]
    pub fn covers(&self, barangay: Area, destination: u16, facet: Facet, epoch: &EpochId) -> bool {
        facet == Self::FACET
            && self.areas.binary_search(&barangay).is_ok()
            && (self.destination == destination || self.purpose == Purpose::Restore)
            && self.epoch.as_ref().is_none_or(|only| only == epoch)
    }

    fn check(&self) -> Result<(), ReleaseError> {
        rule(!self.areas.is_empty(), "a request has a scope")?;
        rule(
            self.areas.iter().all(|a| a.is_barangay()),
            "a request lists barangays one by one",
        )?;
        ascending(&self.areas, "areas in order, each once")?;
        ascending(&self.officers, "officers in order, each once")?;
        rule(self.officers.len() >= 2, "two officers at least")?;
        rule(
            self.from >= 0 && self.from < self.until,
            "a grant lasts some time",
        )?;
        rule(
            self.expires >= 0 && self.expires <= self.until,
            "a request expires before its grant",
        )?;
        let restore = self.purpose == Purpose::Restore;
        rule(
            restore == self.epoch.is_some(),
            "an epoch is named exactly for a restore",
        )?;
        rule(
            restore == (self.destination == 0),
            "a destination is named except for a restore",
        )
    }
}

impl Object for Request {
    const MAX_LEN: usize = 16 * 1024;

    fn kind(&self) -> EntryType {
        EntryType::Request
    }

    fn label(&self) -> Label {
        Label::Request
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.policy.0);
        w.u8(self.purpose as u8);
        write_text(w, &self.declaration, 200, "declaration")?;
        w.raw(&self.declaration_hash.0);
        w.count(self.areas.len(), MAX_AREAS, "areas")?;
        self.areas.iter().for_each(|a| w.u32(a.0));
        w.raw(&self.destination.to_be_bytes());
        w.u8(Self::FACET.byte());
        w.flag(self.epoch.is_some());
        w.raw(&self.epoch.map_or([0; 16], |e| e.0));
        w.i64(self.from);
        w.i64(self.until);
        w.i64(self.expires);
        w.raw(&self.card.0);
        w.count(self.officers.len(), 8, "officers")?;
        self.officers.iter().for_each(|o| w.raw(&o.0));
        w.raw(&self.recipient.0);
        w.u8(UNDERTAKING);
        w.raw(&self.nonce);
        write_text(w, &self.origin, 255, "log origin")
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let (policy, purpose) = (
            Hash32(r.array("policy")?),
            Purpose::from_byte(r.u8("purpose")?)?,
        );
        let (declaration, declaration_hash) = (
            read_name(r, 200, "declaration")?,
            Hash32(r.array("declaration")?),
        );
        let mut areas = Vec::new();
        for _ in 0..r.count(MAX_AREAS, 4, "areas")? {
            areas.push(Area(r.u32("area")?));
        }
        let destination = r.u16("destination")?;
        rule(
            Facet::from_byte(r.u8("facet")?) == Some(Self::FACET),
            "only cards can be released",
        )?;
        let (named, epoch) = (r.flag("epoch")?, r.array::<16>("epoch")?);
        rule(
            named || epoch == [0; 16],
            "an epoch that is not named is zero",
        )?;
        let (from, until, expires) = (r.i64("from")?, r.i64("until")?, r.i64("expires")?);
        let card = Hash32(r.array("card")?);
        let mut officers = Vec::new();
        for _ in 0..r.count(8, 32, "officers")? {
            officers.push(Hash32(r.array("officer")?));
        }
        let recipient = Hash32(r.array("recipient")?);
        rule(
            r.u8("undertaking")? == UNDERTAKING,
            "the undertaking on onward transfer",
        )?;
        let (nonce, origin) = (r.array("nonce")?, read_name(r, 255, "log origin")?);
        let epoch = named.then_some(EpochId(epoch));
        let request = Self {
            policy,
            purpose,
            declaration,
            declaration_hash,
            areas,
            destination,
            epoch,
            from,
            until,
            expires,
            card,
            officers,
            recipient,
            nonce,
            origin,
        };
        request.check()?;
        Ok(request)
    }
}

#[cfg(test)]
mod tests;
