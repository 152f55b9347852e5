//! Writes fields one after another; refuses what a reader would refuse.

use crate::error::WireError;

/// Collects the bytes of one message.
#[derive(Debug, Default)]
pub struct Writer {
    out: Vec<u8>,
}

impl Writer {
    /// Bytes without a length before them.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    /// One byte.
    pub fn u8(&mut self, v: u8) {
        self.out.push(v);
    }

    /// A 32-bit number.
    pub fn u32(&mut self, v: u32) {
        self.raw(&v.to_be_bytes());
    }

    /// A 64-bit number.
    pub fn u64(&mut self, v: u64) {
        self.raw(&v.to_be_bytes());
    }

    /// A signed 64-bit number.
    pub fn i64(&mut self, v: i64) {
        self.raw(&v.to_be_bytes());
    }

    /// 0 or 1.
    pub fn flag(&mut self, v: bool) {
        self.u8(u8::from(v));
    }

    /// A byte string with a 32-bit length.
    ///
    /// # Errors
    /// [`WireError::TooLong`] over `max`.
    pub fn bytes(&mut self, v: &[u8], max: usize, field: &'static str) -> Result<(), WireError> {
        let len = v.len();
        let too_long = WireError::TooLong { field, len, max };
        if len > max {
            return Err(too_long);
        }
        self.u32(u32::try_from(len).map_err(|_| too_long)?);
        self.raw(v);
        Ok(())
    }

    /// A 32-bit count of elements.
    ///
    /// # Errors
    /// [`WireError::TooMany`] over `max`.
    pub fn count(
        &mut self,
        count: usize,
        max: usize,
        field: &'static str,
    ) -> Result<(), WireError> {
        let too_many = WireError::TooMany { field, count, max };
        if count > max {
            return Err(too_many);
        }
        self.u32(u32::try_from(count).map_err(|_| too_many)?);
        Ok(())
    }

    /// The bytes written.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.out
    }

    /// How many bytes are written so far.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether nothing is written yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.out.is_empty()
    }
}
