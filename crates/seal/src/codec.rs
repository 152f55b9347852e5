//! The codecs of a payload: 0 as it is, 1 zstd under the shipped dictionary (protocol §6.5).
//!
//! Owns compression and its bounds. Must not compress two payloads together, and must not decompress
//! anything that was not authenticated before.

use std::cell::RefCell;
use std::sync::OnceLock;

use zeroize::Zeroizing;
use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

use crate::envelope::MAX_RECORD;
use crate::error::{OpenError, SealError};

/// As it is.
pub(crate) const PLAIN: u8 = 0;
/// zstd with dictionary 1.
pub(crate) const ZSTD_1: u8 = 1;

/// Trained on invented records by `examples/train.rs`; frozen, a new one is a new codec.
static DICTIONARY_1: &[u8] = include_bytes!("../data/records-1.zdict");
/// Level 19: a record is about a kilobyte, so the cost is small and the radio is slow.
const LEVEL: i32 = 19;
/// RFC 8878 §3.1.1.
const FRAME_MAGIC: [u8; 4] = 0xfd2f_b528_u32.to_le_bytes();

fn encoder() -> &'static EncoderDictionary<'static> {
    static DICT: OnceLock<EncoderDictionary<'static>> = OnceLock::new();
    DICT.get_or_init(|| EncoderDictionary::copy(DICTIONARY_1, LEVEL))
}

fn decoder() -> &'static DecoderDictionary<'static> {
    static DICT: OnceLock<DecoderDictionary<'static>> = OnceLock::new();
    DICT.get_or_init(|| DecoderDictionary::copy(DICTIONARY_1))
}

thread_local! {
    static COMPRESSOR: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static DECOMPRESSOR: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// A payload in the shorter of the two codecs.
pub(crate) fn encode(payload: &[u8]) -> Result<(u8, Zeroizing<Vec<u8>>), SealError> {
    if payload.len() > MAX_RECORD {
        return Err(SealError::TooLarge);
    }
    let packed = COMPRESSOR
        .with_borrow_mut(|slot| {
            let compressor = match slot {
                Some(c) => c,
                None => slot.insert(Compressor::with_prepared_dictionary(encoder())?),
            };
            compressor.compress(payload)
        })
        .map(Zeroizing::new)
        .map_err(|_| SealError::Internal("compression"))?;
    if packed.len() < payload.len() {
        Ok((ZSTD_1, packed))
    } else {
        Ok((PLAIN, Zeroizing::new(payload.to_vec())))
    }
}

/// The payload of a codec byte, at most [`MAX_RECORD`] bytes.
pub(crate) fn decode(codec: u8, coded: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    match codec {
        PLAIN => Ok(Zeroizing::new(coded.to_vec())),
        ZSTD_1 => inflate(coded),
        other => Err(OpenError::UnknownCodec(other)),
    }
}

/// One frame that says its size within the bound and has nothing behind it.
fn inflate(coded: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    // Not a skippable frame, which would carry bytes that nobody looks at.
    if !coded.starts_with(&FRAME_MAGIC) {
        return Err(OpenError::BadCompression);
    }
    let claimed = zstd::zstd_safe::get_frame_content_size(coded)
        .map_err(|_| OpenError::BadCompression)?
        .and_then(|n| usize::try_from(n).ok())
        .filter(|n| *n <= MAX_RECORD)
        .ok_or(OpenError::BadCompression)?;
    if zstd::zstd_safe::find_frame_compressed_size(coded) != Ok(coded.len()) {
        return Err(OpenError::BadCompression);
    }
    let mut out = Zeroizing::new(Vec::with_capacity(claimed));
    DECOMPRESSOR
        .with_borrow_mut(|slot| {
            let decompressor = match slot {
                Some(d) => d,
                None => slot.insert(Decompressor::with_prepared_dictionary(decoder())?),
            };
            decompressor.decompress_to_buffer(coded, &mut *out)
        })
        .map_err(|_| OpenError::BadCompression)?;
    if out.len() == claimed {
        Ok(out)
    } else {
        Err(OpenError::BadCompression)
    }
}

#[cfg(test)]
mod tests;
