//! How records of a custodian are written: the wire's writer and reader, big-endian, one encoding each.

use crate::dto::{AppError, ErrorCode};
use ugnay_wire::WireError;

pub(super) use ugnay_wire::reader::Reader;
pub(super) use ugnay_wire::writer::Writer;

/// A record that cannot be read back: the vault's pages are authenticated, so this is a fault, not an attack.
pub(super) fn damaged(what: &str) -> AppError {
    AppError::new(ErrorCode::Damaged).detail(what)
}

/// The same for a field.
pub(super) fn bad(_: WireError) -> AppError {
    damaged("record")
}
