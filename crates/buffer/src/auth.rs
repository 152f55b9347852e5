//! Checks signatures over received bytes. Holds public keys only, makes no signature.
//!
//! `verify_strict`: no small-order keys, one signature per message and key.

use crate::refusal::Refusal;
use ed25519_dalek::{Signature as Ed25519, VerifyingKey};
use ugnay_wire::signing::{self, SignatureLabel};
use ugnay_wire::{Asker, Fed, Hash, OpenRegister, ProblemCode, Pseud, PublicKey, Signature};

/// Whether `signature` by `key` is over `message`.
fn holds(key: &PublicKey, message: &[u8], signature: &Signature) -> bool {
    VerifyingKey::from_bytes(&key.0)
        .and_then(|k| k.verify_strict(message, &Ed25519::from_bytes(&signature.0)))
        .is_ok()
}

/// The ticket key that signed for this register.
pub(crate) fn ticket_key(
    keys: &[PublicKey],
    open: &OpenRegister,
    fed: &Fed,
) -> Result<PublicKey, Refusal> {
    let message = signing::ticket_to_sign(&open.pseud, &open.write_cap, &open.read_cap, fed);
    keys.iter()
        .find(|k| holds(k, &message, &open.ticket))
        .copied()
        .ok_or(Refusal::new(ProblemCode::BadTicket))
}

/// A write-cap's or submitter's signature over a message as received.
pub(crate) fn signed(
    label: SignatureLabel,
    key: &PublicKey,
    message: &[u8],
    signature: &Signature,
    fed: &Fed,
) -> Result<(), Refusal> {
    if holds(key, &signing::to_sign(label, message, fed), signature) {
        Ok(())
    } else {
        Err(Refusal::new(ProblemCode::BadSignature))
    }
}

/// A read-cap's signature over one page's request.
pub(crate) fn read(
    key: &PublicKey,
    pseud: &Pseud,
    after: u64,
    time: i64,
    signature: &Signature,
    fed: &Fed,
) -> Result<(), Refusal> {
    if holds(
        key,
        &signing::read_to_sign(pseud, after, time, fed),
        signature,
    ) {
        Ok(())
    } else {
        Err(Refusal::new(ProblemCode::BadSignature))
    }
}

/// The request somebody asks under and the officer whose right it is; nothing for a device of the register. A pass must be
/// that officer's, for this request and this key.
pub(crate) fn officer(asker: &Asker, fed: &Fed) -> Result<Option<(Hash, PublicKey)>, Refusal> {
    match asker {
        Asker::Register => Ok(None),
        Asker::Officer { request, key } => Ok(Some((*request, *key))),
        Asker::Passed { request, key, pass } => {
            let message = signing::pass_to_sign(request, key, fed);
            if holds(&pass.officer, &message, &pass.signature) {
                Ok(Some((*request, pass.officer)))
            } else {
                Err(Refusal::new(ProblemCode::BadSignature))
            }
        }
    }
}
