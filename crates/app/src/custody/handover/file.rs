//! A hand-over as one file: the offer and every letter. Owns its layout. Must not open a letter.
//!
//! ```text
//! "UGHF" | version u8 = 1 | u32 length, offer | u32 count | (u32 length, letter)*
//! ```

use crate::custody::codec::{Reader, Writer};
use crate::dto::AppError;
use crate::federation::{Signed, refused};
use ugnay_release::CustodyTransfer;
use ugnay_wire::WireError;

const MAGIC: &[u8; 4] = b"UGHF";
const MAX_OFFER: usize = 1024;
/// Longest letter: 10,000 compartments.
const MAX_LETTER: usize = 600_000;
/// Most letters in a file.
const MAX_LETTERS: usize = 10_000;

/// What an organisation that leaves hands to its successor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverFile {
    /// What is handed over, signed by who leaves.
    pub offer: Signed<CustodyTransfer>,
    /// Shares sealed to the successor, one letter for each register-epoch.
    pub letters: Vec<Vec<u8>>,
}

impl HandoverFile {
    /// The file.
    ///
    /// # Errors
    /// When there are more letters than a file takes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, AppError> {
        self.write().map_err(|_| refused("too_many_letters"))
    }

    fn write(&self) -> Result<Vec<u8>, WireError> {
        let mut w = Writer::default();
        w.raw(MAGIC);
        w.u8(1);
        w.bytes(&self.offer.to_bytes(), MAX_OFFER, "offer")?;
        w.count(self.letters.len(), MAX_LETTERS, "letters")?;
        for letter in &self.letters {
            w.bytes(letter, MAX_LETTER, "letter")?;
        }
        Ok(w.finish())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `unknown_file`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        Self::read(bytes).ok_or_else(|| refused("unknown_file"))
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut r = Reader::new(bytes);
        let right = r.array::<4>("magic").ok()? == *MAGIC && r.u8("version").ok()? == 1;
        let offer = Signed::from_bytes(&r.bytes(MAX_OFFER, "offer").ok()?).ok()?;
        let mut letters = Vec::new();
        for _ in 0..r.count(MAX_LETTERS, 4, "letters").ok()? {
            letters.push(r.bytes(MAX_LETTER, "letter").ok()?);
        }
        r.end().ok()?;
        right.then_some(Self { offer, letters })
    }
}
