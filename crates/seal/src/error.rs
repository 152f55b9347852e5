//! What can go wrong when making (`SealError`) and when opening (`OpenError`).
//!
//! Owns the crate's error enum and the error of everything sealed. Must not carry payload bytes, keys
//! or identifiers: an error may be logged anywhere.

/// Making, signing or parsing a public thing failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// The payload is larger than the largest bucket of its kind, or than [`crate::envelope::MAX_RECORD`].
    #[error("payload too large to seal")]
    TooLarge,
    /// Key and context disagree: a `card` key for a `case` record, a head key for a record.
    #[error("this key does not seal this kind of object")]
    WrongKeyForContext,
    /// The signer is not the writer the context names.
    #[error("the signer is not the writer of the context")]
    WrongWriter,
    /// Bytes that are no usable public key.
    #[error("not a usable public key")]
    BadPublicKey,
    /// A signature does not hold.
    #[error("signature does not hold")]
    BadSignature,
    /// A fixed layout is broken; the text names the object.
    #[error("malformed {0}")]
    Malformed(&'static str),
    /// A primitive refused valid input; the text names it.
    #[error("internal failure in {0}")]
    Internal(&'static str),
}

/// Opening a sealed thing failed. Nothing was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Shorter than its fixed parts.
    #[error("sealed object is truncated")]
    Truncated,
    /// Not one of ours.
    #[error("not a sealed object")]
    BadMagic,
    /// A suite this version does not know; there is no negotiation.
    #[error("unknown suite {0}")]
    UnknownSuite(u8),
    /// Another kind of object than the context names.
    #[error("another kind of object than expected")]
    WrongKind,
    /// The reserved byte is not zero.
    #[error("reserved byte is not zero")]
    Reserved,
    /// A bucket that does not exist for this kind.
    #[error("bucket {0} does not exist for this kind")]
    BadBucket(u8),
    /// The length is not the one its bucket demands.
    #[error("length does not fit its bucket")]
    BadLength,
    /// Key and context disagree in kind or facet.
    #[error("this key does not open this kind of object")]
    WrongKeyForContext,
    /// The commitment differs: wrong key or wrong context. Nothing was decrypted.
    #[error("wrong key or wrong context")]
    WrongKey,
    /// Authentication failed: the bytes were changed, or (public-key sealing) the key is another.
    #[error("authentication failed")]
    Rejected,
    /// The padding holds something else than zeros, or a length points outside.
    #[error("padding is not canonical")]
    BadPadding,
    /// A codec this version does not know.
    #[error("unknown codec {0}")]
    UnknownCodec(u8),
    /// Compressed data is broken or would grow beyond the bound.
    #[error("compressed payload is broken or too large")]
    BadCompression,
    /// A signed object where an unsigned one was expected, or the reverse.
    #[error("signed and unsigned objects are not interchangeable")]
    SignatureExpectation,
    /// The writer's signature does not hold.
    #[error("writer's signature does not hold")]
    BadSignature,
    /// The signature holds but is another writer's than the context names.
    #[error("signed by another writer than expected")]
    WrongWriter,
    /// A fixed layout inside is broken; the text names the object.
    #[error("malformed {0}")]
    Malformed(&'static str),
}
