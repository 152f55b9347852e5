//! The seed σ of a register-epoch and everything derived from it (protocol §4.2).
//!
//! Owns which value comes from σ under which label. Must not leave the register's own devices:
//! [`Sigma`] goes into encrypted storage and into a device wrap, nowhere else.

use rand_core::CryptoRng;

use crate::ids::{Cid, EpochId, Facet, FedId, Pseud};
use crate::kdf;
use crate::label::Label;
use crate::secret::{CardDek, Dek, HeadKey, TokenKey, secret_bytes};
use crate::sign::SigningIdentity;

secret_bytes!(
    /// 32 random bytes, held by the devices of one register for one epoch.
    Sigma
);

impl Sigma {
    /// A new register-epoch.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = zeroize::Zeroizing::new([0; 32]);
        rng.fill_bytes(bytes.as_mut_slice());
        Self(*bytes)
    }

    /// A new register-epoch on a machine whose generator may be poor: the generator's 32 bytes are
    /// mixed with what only this device's key can compute (the idea of RFC 8937). `context` must
    /// differ from call to call on one device, such as its clock and a counter.
    ///
    /// With a sound generator this is as good as [`Self::generate`]; with a repeating one, σ is still
    /// unknown to whoever lacks the device's key.
    pub fn generate_hedged(
        rng: &mut impl CryptoRng,
        device: &SigningIdentity,
        context: &[u8],
    ) -> Self {
        let fresh = Self::generate(rng);
        let secret = device.sign(Label::Hedge, &FedId([0; 16]), context);
        let salt = zeroize::Zeroizing::new(kdf::hash(&[&secret.0]).0);
        Self(*kdf::derive_salted(
            salt.as_slice(),
            &fresh.0,
            Label::Hedge,
            &[],
        ))
    }

    /// The public name of this register-epoch.
    #[must_use]
    pub fn epoch_id(&self) -> EpochId {
        EpochId(*kdf::derive(&self.0, Label::EpochId, &[]))
    }

    /// The name under which the buffer keeps this register-epoch.
    #[must_use]
    pub fn pseud(&self) -> Pseud {
        Pseud(*kdf::derive(&self.0, Label::Pseud, &[]))
    }

    /// Signs uploads: the buffer sees that a device of this register writes, not which.
    #[must_use]
    pub fn write_cap(&self) -> SigningIdentity {
        SigningIdentity::from_seed(&kdf::derive(&self.0, Label::WriteCap, &[]))
    }

    /// Signs listings: without it the buffer does not list a register's blobs.
    #[must_use]
    pub fn read_cap(&self) -> SigningIdentity {
        SigningIdentity::from_seed(&kdf::derive(&self.0, Label::ReadCap, &[]))
    }

    /// Key of the sealed heads and the sealed register roster.
    #[must_use]
    pub fn head_key(&self) -> HeadKey {
        HeadKey(*kdf::derive(&self.0, Label::HeadKey, &[]))
    }

    /// Name of a compartment. `psgc` is the barangay's ten-digit code, `dest` the destination's
    /// ISO 3166-1 alpha-2 letters as a big-endian number (other letters as the register defines them).
    #[must_use]
    pub fn cid(&self, psgc: u32, dest: u16, facet: Facet) -> Cid {
        let parts: [&[u8]; 3] = [&psgc.to_be_bytes(), &dest.to_be_bytes(), &[facet.byte()]];
        Cid(*kdf::derive(&self.0, Label::Cid, &parts))
    }

    /// Key of a `card` compartment: the one that is escrowed.
    #[must_use]
    pub fn card_dek(&self, cid: &Cid) -> CardDek {
        CardDek(*kdf::derive(&self.0, Label::Dek, &[&cid.0]))
    }

    /// Key of a compartment. The key of a `case` or of withheld cards comes from another label, so that no share,
    /// whatever its compartment name, can ever rebuild one.
    #[must_use]
    pub fn dek(&self, cid: &Cid, facet: Facet) -> Dek {
        match facet {
            Facet::Card => Dek::from(&self.card_dek(cid)),
            Facet::Case | Facet::Withheld => {
                Dek::new(facet, &kdf::derive(&self.0, Label::DekLocal, &[&cid.0]))
            }
        }
    }

    /// Key of this register's outcome tokens in a campaign.
    #[must_use]
    pub fn token_key(&self, campaign_id: &[u8]) -> TokenKey {
        TokenKey(*kdf::derive(&self.0, Label::OutcomeToken, &[campaign_id]))
    }
}

#[cfg(test)]
mod tests;
