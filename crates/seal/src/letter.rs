//! The common form of everything that is sealed to one key and signed by its sender:
//! `head ‖ enc ‖ ciphertext ‖ tag ‖ signature over all before` (protocol §0.6).
//!
//! Owns that order: the signature is verified before anything is opened. Must not know what a head
//! or a plaintext means.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::error::{OpenError, SealError};
use crate::hybrid::{self, Purpose, SealKeyPair, SealPublic};
use crate::ids::FedId;
use crate::label::Label;
use crate::sign::{Sig, SigningIdentity, VerifyingId};

/// One kind of letter.
pub(crate) struct Kind {
    pub(crate) purpose: Purpose,
    pub(crate) label: Label,
}

pub(crate) fn seal(
    kind: &Kind,
    (fed, head, aad, plain): (&FedId, Vec<u8>, &[u8], &[u8]),
    to: &SealPublic,
    from: &SigningIdentity,
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let mut out = head;
    out.extend_from_slice(&hybrid::seal_to(to, kind.purpose, aad, plain, rng)?);
    let sig = from.sign(kind.label, fed, &out);
    out.extend_from_slice(&sig.0);
    Ok(out)
}

pub(crate) fn open(
    kind: &Kind,
    (fed, head_len, aad, bytes): (&FedId, usize, &[u8], &[u8]),
    pair: &SealKeyPair,
    from: &VerifyingId,
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (signed, sig) = bytes
        .split_last_chunk::<{ Sig::LEN }>()
        .ok_or(OpenError::Truncated)?;
    from.verify(kind.label, fed, signed, &Sig(*sig))
        .map_err(|_| OpenError::BadSignature)?;
    let sealed = signed.get(head_len..).ok_or(OpenError::Truncated)?;
    hybrid::open_from(pair, kind.purpose, aad, sealed)
}
