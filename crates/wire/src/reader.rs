//! A cursor over received bytes that cannot panic or over-allocate.

use crate::error::WireError;
use crate::ids::{BatchId, Fed, Hash, Name, Pseud, PublicKey, Signature, Topic};

/// Reads fields one after another.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Bytes not yet read.
    #[must_use]
    pub const fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next `n` bytes.
    ///
    /// # Errors
    /// [`WireError::Truncated`] if there are fewer.
    pub fn take(&mut self, n: usize, field: &'static str) -> Result<&'a [u8], WireError> {
        let (head, rest) = self
            .rest
            .split_at_checked(n)
            .ok_or(WireError::Truncated { field })?;
        self.rest = rest;
        Ok(head)
    }

    /// The next `N` bytes by value.
    ///
    /// # Errors
    /// [`WireError::Truncated`].
    pub fn array<const N: usize>(&mut self, field: &'static str) -> Result<[u8; N], WireError> {
        let (head, rest) = self
            .rest
            .split_first_chunk::<N>()
            .ok_or(WireError::Truncated { field })?;
        self.rest = rest;
        Ok(*head)
    }

    /// One byte.
    ///
    /// # Errors
    /// [`WireError::Truncated`].
    pub fn u8(&mut self, field: &'static str) -> Result<u8, WireError> {
        Ok(u8::from_be_bytes(self.array(field)?))
    }

    /// A 16-bit number.
    ///
    /// # Errors
    /// [`WireError::Truncated`].
    pub fn u16(&mut self, field: &'static str) -> Result<u16, WireError> {
        Ok(u16::from_be_bytes(self.array(field)?))
    }

    /// A 32-bit number.
    ///
    /// # Errors
    /// [`WireError::Truncated`].
    pub fn u32(&mut self, field: &'static str) -> Result<u32, WireError> {
        Ok(u32::from_be_bytes(self.array(field)?))
    }

    /// A 64-bit number.
    ///
    /// # Errors
    /// [`WireError::Truncated`].
    pub fn u64(&mut self, field: &'static str) -> Result<u64, WireError> {
        Ok(u64::from_be_bytes(self.array(field)?))
    }

    /// A signed 64-bit number.
    ///
    /// # Errors
    /// [`WireError::Truncated`].
    pub fn i64(&mut self, field: &'static str) -> Result<i64, WireError> {
        Ok(i64::from_be_bytes(self.array(field)?))
    }

    /// 0 or 1.
    ///
    /// # Errors
    /// [`WireError::BadValue`] for any other byte.
    pub fn flag(&mut self, field: &'static str) -> Result<bool, WireError> {
        match self.u8(field)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(WireError::BadValue { field }),
        }
    }

    /// A byte string with a 32-bit length, at most `max` long.
    ///
    /// # Errors
    /// [`WireError::TooLong`] before anything is copied, or [`WireError::Truncated`].
    pub fn bytes(&mut self, max: usize, field: &'static str) -> Result<Vec<u8>, WireError> {
        let len = usize::try_from(self.u32(field)?).unwrap_or(usize::MAX);
        if len > max {
            return Err(WireError::TooLong { field, len, max });
        }
        Ok(self.take(len, field)?.to_vec())
    }

    /// A 32-bit count of elements of at least `min_size` bytes each, checked against
    /// `max` and against the bytes left, so that it is safe to allocate.
    ///
    /// # Errors
    /// [`WireError::TooMany`] or [`WireError::Truncated`].
    pub fn count(
        &mut self,
        max: usize,
        min_size: usize,
        field: &'static str,
    ) -> Result<usize, WireError> {
        let count = usize::try_from(self.u32(field)?).unwrap_or(usize::MAX);
        if count > max {
            return Err(WireError::TooMany { field, count, max });
        }
        if count.saturating_mul(min_size) > self.left() {
            return Err(WireError::Truncated { field });
        }
        Ok(count)
    }

    /// Demands that nothing is left.
    ///
    /// # Errors
    /// [`WireError::Trailing`].
    pub const fn end(&self) -> Result<(), WireError> {
        match self.rest.len() {
            0 => Ok(()),
            extra => Err(WireError::Trailing { extra }),
        }
    }
}

macro_rules! read_fixed {
    ($($(#[$doc:meta])* $fn:ident: $ty:ident, $field:literal;)*) => {
        impl Reader<'_> {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// [`WireError::Truncated`].
                pub fn $fn(&mut self) -> Result<$ty, WireError> {
                    Ok($ty(self.array($field)?))
                }
            )*
        }
    };
}

read_fixed! {
    /// A pseudonym.
    pseud: Pseud, "pseud";
    /// A blob name.
    name: Name, "name";
    /// A batch id.
    batch_id: BatchId, "batch id";
    /// A box topic.
    topic: Topic, "topic";
    /// A federation id.
    fed: Fed, "federation id";
    /// A SHA-256 value.
    hash: Hash, "hash";
    /// A public key.
    public_key: PublicKey, "public key";
    /// A signature.
    signature: Signature, "signature";
}

#[cfg(test)]
mod tests;
