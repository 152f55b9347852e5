//! The body of a request, sealed to each custodian, so that the buffer that keeps it cannot read which barangays are asked for.
//!
//! ```text
//! body = "UGB1" | count u8 | ( key hash[32] | len u32 | HPKE(RequestBody) )*
//! ```

use super::refused;
use crate::dto::AppError;
use rand_core::CryptoRng;
use ugnay_seal::{Purpose, SealKeyPair, SealPublic, open_from, seal_to};

const MAGIC: &[u8; 4] = b"UGB1";

/// Seals a body to several readers.
///
/// # Errors
/// When there are none or too many, or a primitive refuses.
pub fn seal(
    readers: &[SealPublic],
    body: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, AppError> {
    let count = u8::try_from(readers.len())
        .ok()
        .filter(|c| *c > 0)
        .ok_or_else(|| refused("readers"))?;
    let mut out = MAGIC.to_vec();
    out.push(count);
    for reader in readers {
        let sealed = seal_to(reader, Purpose::RequestBody, MAGIC, body, rng)?;
        out.extend_from_slice(&reader.hash().0);
        out.extend_from_slice(&(sealed.len() as u32).to_be_bytes());
        out.extend_from_slice(&sealed);
    }
    Ok(out)
}

/// Opens a body as one of its readers.
///
/// # Errors
/// When this key is not among the readers or the body was changed.
pub fn open(pair: &SealKeyPair, bytes: &[u8]) -> Result<Vec<u8>, AppError> {
    let bad = || refused("request_body");
    let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(bad)?;
    let (count, r) = rest.split_first().ok_or_else(bad)?;
    rest = r;
    for _ in 0..*count {
        let (hash, r) = rest.split_first_chunk::<32>().ok_or_else(bad)?;
        let (len, r) = r.split_first_chunk::<4>().ok_or_else(bad)?;
        let len = u32::from_be_bytes(*len) as usize;
        let (sealed, r) = r.split_at_checked(len).ok_or_else(bad)?;
        if *hash == pair.public().hash().0 {
            return Ok(open_from(pair, Purpose::RequestBody, MAGIC, sealed)?.to_vec());
        }
        rest = r;
    }
    Err(bad())
}

#[cfg(test)]
mod tests;
