//! Why bytes are not a message. Carries field names and numbers only, never contents.

use thiserror::Error;

/// A message that cannot be read or written.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum WireError {
    /// The bytes end before the field does.
    #[error("message ends inside {field}")]
    Truncated {
        /// The field that was being read.
        field: &'static str,
    },
    /// Bytes are left after the last field.
    #[error("{extra} bytes after the end of the message")]
    Trailing {
        /// How many.
        extra: usize,
    },
    /// The first three bytes are not `UGW`.
    #[error("not a message of this protocol")]
    NotAMessage,
    /// A version this build does not speak.
    #[error("message version {found} is not supported")]
    UnsupportedVersion {
        /// The version byte found.
        found: u8,
    },
    /// Another message type than the one asked for.
    #[error("message type {found} where {expected} was expected")]
    WrongType {
        /// Type byte expected.
        expected: u8,
        /// Type byte found.
        found: u8,
    },
    /// More elements than allowed.
    #[error("{field} holds {count} elements, at most {max} are allowed")]
    TooMany {
        /// The list.
        field: &'static str,
        /// How many it says it holds.
        count: usize,
        /// The limit.
        max: usize,
    },
    /// A byte string over its limit.
    #[error("{field} is {len} bytes long, at most {max} are allowed")]
    TooLong {
        /// The field.
        field: &'static str,
        /// Its length.
        len: usize,
        /// The limit.
        max: usize,
    },
    /// A value outside the closed set of this field.
    #[error("{field} has a value that is not defined")]
    BadValue {
        /// The field.
        field: &'static str,
    },
    /// The same name twice in one message.
    #[error("{field} names the same thing twice")]
    Duplicate {
        /// The list.
        field: &'static str,
    },
    /// Text that is not lower-case hexadecimal of the right length.
    #[error("{field} is not {digits} lower-case hexadecimal digits")]
    NotHex {
        /// What it should be.
        field: &'static str,
        /// Digits expected.
        digits: usize,
    },
}
