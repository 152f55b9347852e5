//! The public card of a party before a federation lists it: a file that an organisation or an officer hands over, and
//! whose fingerprint two people compare. Owns its one encoding and the proof that who made it holds the signing key.
//! Must not decide whether the party may take part: that is what founders and custodians sign.
//!
//! ```text
//! card = "UGP1" | kind u8 | fields | signature by the card's own signing key[64] (a witness has none)
//! 1 custodian: name | jurisdiction | sign[32] | cosign vkey | X-Wing[1216]
//! 2 witness:   name | jurisdiction | cosign vkey
//! 3 office:    name | sign[32]                     the organisation that hands out tickets
//! 4 officer:   name of the desk | sign[32] | X-Wing[1216]
//! ```
//! Texts have a 32-bit length. The signature carries the label `custodian-card` and no federation: there is none yet.

use crate::object::{read_name, read_text, rule, write_text};
use crate::roster::{Custodian, ExternalWitness, X_WING_PUBLIC_LEN};
use crate::{Officer, ReleaseError};
use ugnay_log::{KeyKind, VerifierKey};
use ugnay_seal::{FedId, Hash32, Label, SealPublic, Sig, SigningIdentity, VerifyingId, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

const MAGIC: &[u8; 4] = b"UGP1";
const NO_FED: FedId = FedId([0; 16]);
const MAX_NAME: usize = 120;
const MAX_VKEY: usize = 512;
/// Longest card.
pub const MAX_LEN: usize = 4096;

/// What a party shows of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartyCard {
    /// An organisation that is to keep shares.
    Custodian {
        /// Its name.
        name: String,
        /// The authority that can compel it.
        jurisdiction: String,
        /// Ed25519 key for decisions and objects.
        sign: [u8; 32],
        /// C2SP vkey (kind 4).
        cosign: String,
        /// X-Wing public key.
        x_wing: Vec<u8>,
    },
    /// An outside witness.
    Witness {
        /// Its name.
        name: String,
        /// The authority that can compel it.
        jurisdiction: String,
        /// C2SP vkey (kind 4).
        cosign: String,
    },
    /// The organisation that hands out tickets.
    Office {
        /// Its name.
        name: String,
        /// Ed25519 key of tickets.
        sign: [u8; 32],
    },
    /// An officer of a crisis desk. The name is the desk's, never the person's.
    Officer {
        /// The desk's name.
        desk: String,
        /// Ed25519 key for requests and campaigns.
        sign: [u8; 32],
        /// X-Wing key that shares may be sealed to.
        x_wing: Vec<u8>,
    },
}

impl PartyCard {
    /// Stable code of the kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Custodian { .. } => "custodian",
            Self::Witness { .. } => "witness",
            Self::Office { .. } => "office",
            Self::Officer { .. } => "officer",
        }
    }

    /// The name on it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Custodian { name, .. }
            | Self::Witness { name, .. }
            | Self::Office { name, .. } => name,
            Self::Officer { desk, .. } => desk,
        }
    }

    /// The authority that can compel it, where the kind has one.
    #[must_use]
    pub fn jurisdiction(&self) -> Option<&str> {
        match self {
            Self::Custodian { jurisdiction, .. } | Self::Witness { jurisdiction, .. } => {
                Some(jurisdiction)
            }
            Self::Office { .. } | Self::Officer { .. } => None,
        }
    }

    /// The signing key, where the kind has one.
    #[must_use]
    pub fn sign_key(&self) -> Option<&[u8; 32]> {
        match self {
            Self::Custodian { sign, .. }
            | Self::Office { sign, .. }
            | Self::Officer { sign, .. } => Some(sign),
            Self::Witness { .. } => None,
        }
    }

    /// The custodian as a roster lists it, at place `x`.
    #[must_use]
    pub fn to_custodian(&self, x: u8) -> Option<Custodian> {
        let Self::Custodian {
            name,
            jurisdiction,
            sign,
            cosign,
            x_wing,
        } = self.clone()
        else {
            return None;
        };
        Some(Custodian {
            x,
            name,
            jurisdiction,
            sign,
            cosign,
            x_wing,
        })
    }

    /// The outside witness as a roster lists it.
    #[must_use]
    pub fn to_witness(&self) -> Option<ExternalWitness> {
        let Self::Witness {
            name,
            jurisdiction,
            cosign,
        } = self.clone()
        else {
            return None;
        };
        Some(ExternalWitness {
            name,
            jurisdiction,
            cosign,
        })
    }

    /// The officer as a desk card lists it.
    #[must_use]
    pub fn to_officer(&self) -> Option<Officer> {
        let Self::Officer { sign, x_wing, .. } = self.clone() else {
            return None;
        };
        Some(Officer { sign, x_wing })
    }

    /// The file, signed with the card's own key; a witness's card needs none.
    ///
    /// # Errors
    /// When a value breaks a rule, or the key is not the card's.
    pub fn to_file(&self, signer: Option<&SigningIdentity>) -> Result<Vec<u8>, ReleaseError> {
        let mut out = self.encode()?;
        match (self.sign_key(), signer) {
            (None, _) => {}
            (Some(_), Some(signer)) => {
                let sig = signer.sign(Label::CustodianCard, &NO_FED, &out);
                out.extend_from_slice(&sig.0);
            }
            (Some(_), None) => return Err(ReleaseError::Signature),
        }
        // Another key's signature does not hold, and so makes no card.
        Self::from_file(&out)?;
        Ok(out)
    }

    /// Reads a file and checks that who made it holds the signing key.
    ///
    /// # Errors
    /// When the bytes are no card, a value breaks a rule, or the signature is another's.
    pub fn from_file(bytes: &[u8]) -> Result<Self, ReleaseError> {
        rule(bytes.len() <= MAX_LEN, "a card is not so long")?;
        let mut r = Reader::new(bytes);
        rule(&r.array::<4>("magic")? == MAGIC, "not a party's card")?;
        let kind = r.u8("kind")?;
        let card = Self::read(kind, &mut r)?;
        card.check()?;
        if let Some(key) = card.sign_key() {
            let sig = Sig(r.array("signature")?);
            VerifyingId::from_bytes(key)?.verify(
                Label::CustodianCard,
                &NO_FED,
                &card.encode()?,
                &sig,
            )?;
        }
        r.end()?;
        Ok(card)
    }

    /// What two people compare, as six words: SHA-256 of the card without its signature.
    ///
    /// # Errors
    /// When a value breaks a rule.
    pub fn fingerprint(&self) -> Result<Hash32, ReleaseError> {
        Ok(sha256(&self.encode()?))
    }

    fn encode(&self) -> Result<Vec<u8>, ReleaseError> {
        self.check()?;
        let mut w = Writer::default();
        w.raw(MAGIC);
        match self {
            Self::Custodian {
                name,
                jurisdiction,
                sign,
                cosign,
                x_wing,
            } => {
                w.u8(1);
                write_text(&mut w, name, MAX_NAME, "name")?;
                write_text(&mut w, jurisdiction, MAX_NAME, "jurisdiction")?;
                w.raw(sign);
                write_text(&mut w, cosign, MAX_VKEY, "cosign key")?;
                w.raw(x_wing);
            }
            Self::Witness {
                name,
                jurisdiction,
                cosign,
            } => {
                w.u8(2);
                write_text(&mut w, name, MAX_NAME, "name")?;
                write_text(&mut w, jurisdiction, MAX_NAME, "jurisdiction")?;
                write_text(&mut w, cosign, MAX_VKEY, "cosign key")?;
            }
            Self::Office { name, sign } => {
                w.u8(3);
                write_text(&mut w, name, MAX_NAME, "name")?;
                w.raw(sign);
            }
            Self::Officer { desk, sign, x_wing } => {
                w.u8(4);
                write_text(&mut w, desk, MAX_NAME, "desk name")?;
                w.raw(sign);
                w.raw(x_wing);
            }
        }
        Ok(w.finish())
    }

    fn read(kind: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        Ok(match kind {
            1 => Self::Custodian {
                name: read_name(r, MAX_NAME, "name")?,
                jurisdiction: read_name(r, MAX_NAME, "jurisdiction")?,
                sign: r.array("signing key")?,
                cosign: read_text(r, MAX_VKEY, "cosign key")?,
                x_wing: r.take(X_WING_PUBLIC_LEN, "X-Wing key")?.to_vec(),
            },
            2 => Self::Witness {
                name: read_name(r, MAX_NAME, "name")?,
                jurisdiction: read_name(r, MAX_NAME, "jurisdiction")?,
                cosign: read_text(r, MAX_VKEY, "cosign key")?,
            },
            3 => Self::Office {
                name: read_name(r, MAX_NAME, "name")?,
                sign: r.array("signing key")?,
            },
            4 => Self::Officer {
                desk: read_name(r, MAX_NAME, "desk name")?,
                sign: r.array("signing key")?,
                x_wing: r.take(X_WING_PUBLIC_LEN, "X-Wing key")?.to_vec(),
            },
            _ => return Err(ReleaseError::Rule("unknown kind of card")),
        })
    }

    fn check(&self) -> Result<(), ReleaseError> {
        if let Some(sign) = self.sign_key() {
            VerifyingId::from_bytes(sign)?;
        }
        match self {
            Self::Custodian { cosign, .. } | Self::Witness { cosign, .. } => {
                let key = VerifierKey::parse(cosign)?;
                rule(key.kind() == KeyKind::Cosignature, "a witness key cosigns")?;
            }
            Self::Office { .. } | Self::Officer { .. } => {}
        }
        match self {
            Self::Custodian { x_wing, .. } | Self::Officer { x_wing, .. } => {
                SealPublic::from_bytes(x_wing)?;
            }
            Self::Witness { .. } | Self::Office { .. } => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
