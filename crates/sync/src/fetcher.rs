//! Who asks a buffer for blobs, and by what right: a device of the register, an officer whose request opened, or whom such
//! an officer passed the right on to. Knowing names is not enough. Signs questions; fetches nothing.

use crate::{Client, DeviceKeys, SyncError};
use ugnay_seal::{FedId, Label, Sig, SigningIdentity, VerifyingId};
use ugnay_wire::signing::pass_bytes;
use ugnay_wire::{Asker, BlobsGet, Hash, Message, Name, Pass, Pseud, PublicKey, Signature, Signed};

/// Somebody who may ask for blobs.
#[derive(Clone)]
pub struct Fetcher {
    fed: FedId,
    key: SigningIdentity,
    right: Asker,
    time: i64,
}

impl Fetcher {
    /// A device of the register: the epoch's read capability signs, so the buffer does not learn which device asks.
    #[must_use]
    pub fn device(keys: &DeviceKeys, now: i64) -> Self {
        Self {
            fed: keys.fed,
            key: keys.sigma.read_cap(),
            right: Asker::Register,
            time: now,
        }
    }

    /// An officer of the desk whose request opened.
    #[must_use]
    pub fn officer(fed: FedId, officer: &SigningIdentity, request: [u8; 32], now: i64) -> Self {
        let right = Asker::Officer {
            request: Hash(request),
            key: public(&officer.public()),
        };
        Self {
            fed,
            key: officer.clone(),
            right,
            time: now,
        }
    }

    /// Whom an officer passed the right on to.
    #[must_use]
    pub fn passed(
        fed: FedId,
        key: &SigningIdentity,
        request: [u8; 32],
        pass: Pass,
        now: i64,
    ) -> Self {
        let right = Asker::Passed {
            request: Hash(request),
            key: public(&key.public()),
            pass,
        };
        Self {
            fed,
            key: key.clone(),
            right,
            time: now,
        }
    }

    /// The same at another time, Unix seconds: a buffer answers no old question.
    #[must_use]
    pub fn at(&self, now: i64) -> Self {
        Self {
            time: now,
            ..self.clone()
        }
    }

    /// The signed question.
    pub(crate) fn ask(&self, pseud: Pseud, names: Vec<Name>) -> Result<Vec<u8>, SyncError> {
        let question = BlobsGet {
            pseud,
            asker: self.right,
            time: self.time,
            names,
        }
        .encode()?;
        let signature = self.key.sign(Label::BlobsGet, &self.fed, &question);
        Ok(Signed::join(&question, &Signature(signature.0)))
    }
}

/// A line to the buffer together with who asks over it.
pub(crate) struct Fetching<'a> {
    pub client: &'a mut Client,
    pub by: &'a Fetcher,
}

impl Fetching<'_> {
    /// Blobs by name; those that are missing are left out.
    pub fn blobs(
        &mut self,
        pseud: Pseud,
        names: &[Name],
    ) -> Result<Vec<(Name, Vec<u8>)>, SyncError> {
        self.client.blobs(self.by, pseud, names)
    }
}

/// An officer's word that `key` may fetch under a request of its desk.
#[must_use]
pub fn pass_for(
    fed: &FedId,
    officer: &SigningIdentity,
    request: [u8; 32],
    key: &VerifyingId,
) -> Pass {
    let bytes = pass_bytes(&Hash(request), &public(key));
    Pass {
        officer: public(&officer.public()),
        signature: Signature(officer.sign(Label::FetchPass, fed, &bytes).0),
    }
}

/// Whether a pass is by the officer it names, for this request and key.
#[must_use]
pub fn pass_holds(fed: &FedId, pass: &Pass, request: [u8; 32], key: &VerifyingId) -> bool {
    let bytes = pass_bytes(&Hash(request), &public(key));
    VerifyingId::from_bytes(&pass.officer.0).is_ok_and(|officer| {
        let signature = Sig(pass.signature.0);
        officer
            .verify(Label::FetchPass, fed, &bytes, &signature)
            .is_ok()
    })
}

fn public(key: &VerifyingId) -> PublicKey {
    PublicKey(*key.as_bytes())
}

#[cfg(test)]
mod tests;
