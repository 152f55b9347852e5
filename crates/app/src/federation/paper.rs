//! Papers: objects of a federation on their way from hand to hand as files, until enough have signed. A founding, a desk's
//! card, a request, a new policy all travel the same way: drafted, read, signed by one after the other, joined, logged.
//!
//! Owns reading any of them, what a person is shown before signing, and the joining of signatures over the same bytes.
//! Must not decide whether the signatures suffice; `release` does.

use super::refused;
use crate::dto::{AppError, ErrorCode};
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_release::{
    Campaign, Closing, Genesis, LguCard, Object, Policy, ReleaseError, Request, Roster, Signed,
    logged,
};
use ugnay_seal::{FedId, Hash32, SigningIdentity};

mod rows;

pub use rows::PaperRow;
pub(crate) use rows::time;

/// A paper with the signatures it has so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// The founding.
    Genesis(Signed<Genesis>),
    /// A policy.
    Policy(Signed<Policy>),
    /// A roster of custodians.
    Roster(Signed<Roster>),
    /// A desk's card.
    Card(Signed<LguCard>),
    /// A campaign.
    Campaign(Signed<Campaign>),
    /// A release request.
    Request(Signed<Request>),
    /// A step of the end of a grant.
    Closing(Signed<Closing>),
}

/// The same for whatever is inside.
macro_rules! each {
    ($paper:expr, $s:ident => $do:expr) => {
        match $paper {
            Paper::Genesis($s) => $do,
            Paper::Policy($s) => $do,
            Paper::Roster($s) => $do,
            Paper::Card($s) => $do,
            Paper::Campaign($s) => $do,
            Paper::Request($s) => $do,
            Paper::Closing($s) => $do,
        }
    };
}

impl Paper {
    /// Reads a file: any object of a federation as `release` writes it, with any number of signatures.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for anything else, and for an object that breaks one of its own rules.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        // u32 length, magic of four bytes, then the type.
        let kind = bytes
            .get(8)
            .copied()
            .ok_or_else(|| refused("not_a_paper"))?;
        let is = |t: EntryType| kind == t as u8;
        Ok(if is(EntryType::Genesis) {
            Self::Genesis(Signed::from_bytes(bytes)?)
        } else if is(EntryType::Policy) {
            Self::Policy(Signed::from_bytes(bytes)?)
        } else if is(EntryType::Roster) {
            Self::Roster(Signed::from_bytes(bytes)?)
        } else if is(EntryType::LguCard) {
            Self::Card(Signed::from_bytes(bytes)?)
        } else if is(EntryType::Campaign) {
            Self::Campaign(Signed::from_bytes(bytes)?)
        } else if is(EntryType::Request) {
            Self::Request(Signed::from_bytes(bytes)?)
        } else if is(EntryType::GrantClose)
            || is(EntryType::DeletionAttestation)
            || is(EntryType::Review)
        {
            Self::Closing(Signed::from_bytes(bytes)?)
        } else {
            return Err(refused("not_a_paper"));
        })
    }

    /// The file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        each!(self, s => s.to_bytes())
    }

    /// Stable code of the kind: the log's name for it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        each!(self, s => s.body().kind().name())
    }

    /// SHA-256 of what is signed.
    #[must_use]
    pub fn hash(&self) -> Hash32 {
        each!(self, s => s.hash())
    }

    /// The keys that signed, each verified.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] when one signature is wrong.
    pub fn signers(&self, fed: &FedId) -> Result<BTreeSet<[u8; 32]>, AppError> {
        Ok(each!(self, s => s.signers(fed))?)
    }

    /// Adds a signature. Signing twice with one key changes nothing.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] when a signature already there is wrong: nobody signs a damaged paper.
    pub fn sign(&mut self, fed: &FedId, signer: &SigningIdentity) -> Result<(), AppError> {
        if self.signers(fed)?.contains(signer.public().as_bytes()) {
            return Ok(());
        }
        Ok(each!(self, s => s.sign(fed, signer))?)
    }

    /// Takes over signatures from another copy of the same paper.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `another_paper`, or when a signature of the joined paper is wrong.
    pub fn join(&mut self, other: &Self, fed: &FedId) -> Result<(), AppError> {
        if self.hash() != other.hash() || self.kind() != other.kind() {
            return Err(refused("another_paper"));
        }
        other.signers(fed)?;
        let had = self.signers(fed)?;
        let more = each!(other, s => s.signatures().to_vec());
        for (key, sig) in more.into_iter().filter(|(key, _)| !had.contains(key)) {
            each!(self, s => s.add(key, sig))?;
        }
        Ok(())
    }

    /// Joins several copies.
    ///
    /// # Errors
    /// As [`Self::join`]; [`ErrorCode::BadInput`] for none.
    pub fn joined(papers: &[Self], fed: &FedId) -> Result<Self, AppError> {
        let (first, rest) = papers
            .split_first()
            .ok_or_else(|| AppError::new(ErrorCode::BadInput).detail("no_paper"))?;
        let mut out = first.clone();
        out.signers(fed)?;
        rest.iter().try_for_each(|p| out.join(p, fed))?;
        Ok(out)
    }

    /// The public fields of its log entry. A request's need the desk's card.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a request: it is sealed on its way to the log and has its own use case.
    pub fn public(&self) -> Result<Vec<u8>, AppError> {
        match self {
            Self::Genesis(s) => Ok(logged::public_of_object(s)),
            Self::Policy(s) => Ok(logged::public_of_object(s)),
            Self::Roster(s) => Ok(logged::public_of_object(s)),
            Self::Card(s) => Ok(logged::public_of_object(s)),
            Self::Campaign(s) => Ok(logged::public_of_campaign(s)),
            Self::Closing(s) => Ok(logged::public_of_closing(s.body())),
            Self::Request(_) => Err(refused("requests_are_sealed")),
        }
    }

    /// Puts it into the log with its body in the open. `author` must be one of its signers.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a request or an author who did not sign; when the buffer cannot be reached.
    pub fn log(
        &self,
        client: &mut ugnay_sync::Client,
        fed: &FedId,
        author: &SigningIdentity,
        env: &mut crate::env::Env,
    ) -> Result<(), AppError> {
        if !self.signers(fed)?.contains(author.public().as_bytes()) {
            return Err(refused("author_did_not_sign"));
        }
        let public = self.public()?;
        each!(self, s => super::log_object(client, fed, s, public, author, env))
    }
}

/// The six words by which two people compare a fingerprint.
#[must_use]
pub fn six_words(hash: &Hash32) -> String {
    ugnay_seal::words::sas_words(&hash.0).join(" ")
}

/// An unsigned paper.
///
/// # Errors
/// When the object breaks one of its own rules.
pub fn draft<T: Object>(body: T) -> Result<Signed<T>, ReleaseError> {
    Signed::new(body, &FedId([0; 16]), &[])
}

#[cfg(test)]
mod tests;
