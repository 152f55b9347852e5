//! The padded plaintext of a sealed object (protocol §6.5).
//!
//! Owns buckets and padding: `len u32 ‖ codec u8 ‖ content ‖ zeros`, filled to a bucket, zeros checked.
//! Must not encrypt, compress or sign.

use zeroize::Zeroizing;

use crate::envelope::ObjectKind;
use crate::error::{OpenError, SealError};

/// `len u32 ‖ codec u8`.
const HEAD: usize = 5;

/// The buckets of records and rosters: 512 B, 1, 2, 4, 8, 16, 64 KiB as log2.
const RECORD_BUCKETS: [u8; 7] = [9, 10, 11, 12, 13, 14, 16];
/// Index shards and heads: powers of two from 4 KiB to 16 MiB.
const SMALLEST_LIST: u8 = 12;
const LARGEST_LIST: u8 = 24;

/// The length of a bucket byte, if that bucket exists for the kind.
pub(crate) fn bucket_len(kind: ObjectKind, bucket: u8) -> Option<usize> {
    let exists = match kind {
        ObjectKind::Record | ObjectKind::RegisterRoster => RECORD_BUCKETS.contains(&bucket),
        ObjectKind::Index | ObjectKind::Head | ObjectKind::NextEpoch => {
            (SMALLEST_LIST..=LARGEST_LIST).contains(&bucket)
        }
    };
    exists.then(|| 1_usize.checked_shl(u32::from(bucket)))?
}

fn smallest_bucket(kind: ObjectKind, content: usize) -> Result<(u8, usize), SealError> {
    let need = content.checked_add(HEAD).ok_or(SealError::TooLarge)?;
    (0..=LARGEST_LIST)
        .filter_map(|b| bucket_len(kind, b).map(|len| (b, len)))
        .find(|(_, len)| *len >= need)
        .ok_or(SealError::TooLarge)
}

/// Puts the parts one after the other into the smallest bucket that holds them.
pub(crate) fn pad(
    kind: ObjectKind,
    codec: u8,
    parts: &[&[u8]],
) -> Result<(u8, Zeroizing<Vec<u8>>), SealError> {
    let content = parts.iter().fold(0_usize, |n, p| n.saturating_add(p.len()));
    let (bucket, len) = smallest_bucket(kind, content)?;
    let content = u32::try_from(content).map_err(|_| SealError::TooLarge)?;
    // Room for the AEAD tag, so that encryption in place never moves the plaintext.
    let mut out = Zeroizing::new(Vec::with_capacity(len.saturating_add(16)));
    out.extend_from_slice(&content.to_be_bytes());
    out.push(codec);
    for part in parts {
        out.extend_from_slice(part);
    }
    out.resize(len, 0);
    Ok((bucket, out))
}

/// Takes the codec byte and the content out; refuses lengths that point outside and padding other than zeros.
pub(crate) fn unpad(plain: &[u8]) -> Result<(u8, &[u8]), OpenError> {
    let (head, rest) = plain
        .split_first_chunk::<HEAD>()
        .ok_or(OpenError::BadPadding)?;
    let [a, b, c, d, codec] = *head;
    let len =
        usize::try_from(u32::from_be_bytes([a, b, c, d])).map_err(|_| OpenError::BadPadding)?;
    let (content, zeros) = rest.split_at_checked(len).ok_or(OpenError::BadPadding)?;
    // OR over all bytes: the time depends on the bucket alone.
    if zeros.iter().fold(0_u8, |acc, b| acc | b) != 0 {
        return Err(OpenError::BadPadding);
    }
    Ok((codec, content))
}

#[cfg(test)]
mod tests;
