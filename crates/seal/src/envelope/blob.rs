//! Sealing and opening the bytes of one object.
//!
//! Owns the order of checks and the signature block. Must not look into payloads.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce, Tag};
use rand_core::CryptoRng;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{Context, EnvelopeKey, OVERHEAD, ObjectKind, Opened, Payload, SUITE};
use crate::error::{OpenError, SealError};
use crate::ids::Hash32;
use crate::label::Label;
use crate::layout::Cursor;
use crate::sign::{Sig, SigningIdentity, VerifyingId};
use crate::{codec, frame, kdf};

const MAGIC: [u8; 4] = *b"UGN1";
const HEADER_LEN: usize = 8;
/// Set in the codec byte when a writer's key and signature stand before the coded payload.
const SIGNED: u8 = 0x80;

/// Seals an unsigned payload. Only for what carries its own signature; records, indexes, heads and
/// rosters use [`seal_signed`].
///
/// # Errors
/// [`SealError::WrongKeyForContext`], [`SealError::TooLarge`].
pub fn seal(
    key: &impl EnvelopeKey,
    ctx: &Context,
    payload: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let (codec, coded) = encode_payload(ctx.kind, payload)?;
    encrypt(key, ctx, codec, &[&coded], rng)
}

/// Signs a payload together with its context, and seals both.
///
/// # Errors
/// As [`seal`]; [`SealError::WrongWriter`] when a record's context names another writer.
pub fn seal_signed(
    key: &impl EnvelopeKey,
    ctx: &Context,
    writer: &SigningIdentity,
    payload: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let id = writer.public();
    if ctx.writer_pk_hash != expected_writer(ctx, &id) {
        return Err(SealError::WrongWriter);
    }
    let (codec, coded) = encode_payload(ctx.kind, payload)?;
    let codec = codec | SIGNED;
    let sig = writer.sign(
        ctx.kind.label(),
        &ctx.fed,
        &signed_bytes(ctx, codec, &coded),
    );
    encrypt(key, ctx, codec, &[id.as_bytes(), &sig.0, &coded], rng)
}

/// Opens what [`seal`] made.
///
/// # Errors
/// [`OpenError`]: structure first, then [`OpenError::WrongKey`] (nothing decrypted yet), then
/// [`OpenError::Rejected`], then what is inside.
pub fn open(key: &impl EnvelopeKey, ctx: &Context, blob: &[u8]) -> Result<Payload, OpenError> {
    let plain = decrypt(key, ctx, blob)?;
    let (codec, content) = frame::unpad(&plain)?;
    if codec & SIGNED != 0 {
        return Err(OpenError::SignatureExpectation);
    }
    decode_payload(ctx.kind, codec, content)
}

/// Opens what [`seal_signed`] made and verifies the writer's signature, before decompressing.
///
/// # Errors
/// As [`open`]; [`OpenError::BadSignature`], [`OpenError::WrongWriter`].
pub fn open_signed(
    key: &impl EnvelopeKey,
    ctx: &Context,
    blob: &[u8],
) -> Result<Opened, OpenError> {
    let plain = decrypt(key, ctx, blob)?;
    let (codec, content) = frame::unpad(&plain)?;
    if codec & SIGNED == 0 {
        return Err(OpenError::SignatureExpectation);
    }
    let mut cursor = Cursor::new(content);
    let malformed = OpenError::Malformed("signature block");
    let id = cursor.array::<32>().ok_or(malformed)?;
    let sig = Sig(cursor.array().ok_or(malformed)?);
    let coded = cursor.rest();
    let writer = VerifyingId::from_bytes(&id).map_err(|_| OpenError::BadSignature)?;
    if ctx.writer_pk_hash != expected_writer(ctx, &writer) {
        return Err(OpenError::WrongWriter);
    }
    writer
        .verify(
            ctx.kind.label(),
            &ctx.fed,
            &signed_bytes(ctx, codec, coded),
            &sig,
        )
        .map_err(|_| OpenError::BadSignature)?;
    Ok(Opened {
        writer,
        payload: decode_payload(ctx.kind, codec & !SIGNED, coded)?,
    })
}

/// What kind of object a blob claims to be, and whether its structure holds. Needs no key.
///
/// # Errors
/// The structural part of [`OpenError`].
pub fn object_kind(blob: &[u8]) -> Result<ObjectKind, OpenError> {
    parse(blob).map(|parts| parts.kind)
}

/// A record names its writer beforehand; the other kinds bind zeros.
fn expected_writer(ctx: &Context, writer: &VerifyingId) -> Hash32 {
    match ctx.kind {
        ObjectKind::Record => writer.hash(),
        _ => Hash32([0; 32]),
    }
}

fn signed_bytes(ctx: &Context, codec: u8, coded: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(ctx.encode());
    out.reserve_exact(coded.len().saturating_add(1));
    out.push(codec);
    out.extend_from_slice(coded);
    out
}

fn encode_payload(kind: ObjectKind, payload: &[u8]) -> Result<(u8, Zeroizing<Vec<u8>>), SealError> {
    match kind {
        ObjectKind::Record | ObjectKind::RegisterRoster => codec::encode(payload),
        // Lists are hashes and names: nothing to gain, and never two records in one compression.
        ObjectKind::Index | ObjectKind::Head | ObjectKind::NextEpoch => {
            Ok((codec::PLAIN, Zeroizing::new(payload.to_vec())))
        }
    }
}

fn decode_payload(kind: ObjectKind, codec: u8, coded: &[u8]) -> Result<Payload, OpenError> {
    let list = matches!(
        kind,
        ObjectKind::Index | ObjectKind::Head | ObjectKind::NextEpoch
    );
    if list && codec != codec::PLAIN {
        return Err(OpenError::UnknownCodec(codec));
    }
    codec::decode(codec, coded).map(Payload)
}

const fn header(kind: ObjectKind, bucket: u8) -> [u8; HEADER_LEN] {
    let [a, b, c, d] = MAGIC;
    [a, b, c, d, kind as u8, SUITE, bucket, 0]
}

/// key[32] ‖ nonce[12] ‖ commit[32].
struct Derived {
    cipher: ChaCha20Poly1305,
    nonce: Nonce,
    commit: [u8; 32],
}

fn derive(key: &[u8; 32], salt: &[u8; 24], ctx: &Context) -> Option<Derived> {
    let okm = kdf::expand::<76>(key, Label::Seal, &[salt, &ctx.encode()]);
    let mut cursor = Cursor::new(okm.as_slice());
    let key = Zeroizing::new(cursor.array::<32>()?);
    let nonce = cursor.array::<12>()?;
    Some(Derived {
        cipher: ChaCha20Poly1305::new(&Key::from(*key)),
        nonce: Nonce::from(nonce),
        commit: cursor.array()?,
    })
}

fn encrypt(
    key: &impl EnvelopeKey,
    ctx: &Context,
    codec: u8,
    parts: &[&[u8]],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    if !key.fits(ctx) {
        return Err(SealError::WrongKeyForContext);
    }
    let (bucket, mut body) = frame::pad(ctx.kind, codec, parts)?;
    let mut salt = [0; 24];
    rng.fill_bytes(&mut salt);
    let derived = derive(key.raw(), &salt, ctx).ok_or(SealError::Internal("derivation"))?;
    let head = header(ctx.kind, bucket);
    let tag = derived
        .cipher
        .encrypt_inout_detached(&derived.nonce, &head, body.as_mut_slice().into())
        .map_err(|_| SealError::Internal("aead"))?;
    let mut out = Vec::with_capacity(body.len().saturating_add(OVERHEAD));
    out.extend_from_slice(&head);
    out.extend_from_slice(&salt);
    out.extend_from_slice(&derived.commit);
    out.extend_from_slice(&body);
    out.extend_from_slice(&tag);
    Ok(out)
}

struct Parts<'a> {
    kind: ObjectKind,
    header: [u8; HEADER_LEN],
    salt: [u8; 24],
    commit: [u8; 32],
    ciphertext: &'a [u8],
    tag: [u8; 16],
}

fn parse(blob: &[u8]) -> Result<Parts<'_>, OpenError> {
    let mut cursor = Cursor::new(blob);
    let header = cursor.array::<HEADER_LEN>().ok_or(OpenError::Truncated)?;
    let [a, b, c, d, kind, suite, bucket, reserved] = header;
    if [a, b, c, d] != MAGIC {
        return Err(OpenError::BadMagic);
    }
    if suite != SUITE {
        return Err(OpenError::UnknownSuite(suite));
    }
    let kind = ObjectKind::from_byte(kind).ok_or(OpenError::WrongKind)?;
    if reserved != 0 {
        return Err(OpenError::Reserved);
    }
    let len = frame::bucket_len(kind, bucket).ok_or(OpenError::BadBucket(bucket))?;
    if blob.len() != len.saturating_add(OVERHEAD) {
        return Err(OpenError::BadLength);
    }
    Ok(Parts {
        kind,
        header,
        salt: cursor.array().ok_or(OpenError::Truncated)?,
        commit: cursor.array().ok_or(OpenError::Truncated)?,
        ciphertext: cursor.slice(len).ok_or(OpenError::Truncated)?,
        tag: cursor.array().ok_or(OpenError::Truncated)?,
    })
}

fn decrypt(
    key: &impl EnvelopeKey,
    ctx: &Context,
    blob: &[u8],
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let parts = parse(blob)?;
    if parts.kind != ctx.kind {
        return Err(OpenError::WrongKind);
    }
    if !key.fits(ctx) {
        return Err(OpenError::WrongKeyForContext);
    }
    let derived = derive(key.raw(), &parts.salt, ctx).ok_or(OpenError::WrongKey)?;
    if !bool::from(derived.commit.ct_eq(&parts.commit)) {
        return Err(OpenError::WrongKey);
    }
    let mut plain = Zeroizing::new(parts.ciphertext.to_vec());
    derived
        .cipher
        .decrypt_inout_detached(
            &derived.nonce,
            &parts.header,
            plain.as_mut_slice().into(),
            &Tag::from(parts.tag),
        )
        .map_err(|_| OpenError::Rejected)?;
    Ok(plain)
}

#[cfg(test)]
mod tests;
