//! Making a register: its first rows. How the folder is made stands in [`ugnay_safe`].

use crate::open::{LAYOUT, read_stamp};
use crate::{CreateError, NewRegister, Register, identity, table};
use rand_core::CryptoRng;
use rusqlite::Transaction;
use std::path::Path;
use ugnay_safe::Unlock;
use zeroize::Zeroizing;

impl Register {
    /// Makes a register in `dir`, which must not exist or be empty, and opens it. The parent must exist.
    ///
    /// A kill at any point leaves either nothing at `dir` or a whole register.
    ///
    /// # Errors
    /// [`CreateError`]; nothing is left at `dir` then.
    pub fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        new: &NewRegister,
        now: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, CreateError> {
        let seeds = Seeds::born(rng);
        let key = LAYOUT.create(dir, unlock, rng, |tx| fill(tx, &seeds, new, now))?;
        Ok(Self::opened(LAYOUT.open_new(dir, &key, read_stamp)?))
    }

    #[cfg(test)]
    pub(crate) fn create_with_key(
        dir: &Path,
        key: &[u8; 32],
        new: &NewRegister,
        now: i64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, CreateError> {
        let seeds = Seeds::born(rng);
        LAYOUT.create_under(dir, key, b"no key file", rng, |tx| {
            fill(tx, &seeds, new, now)
        })?;
        let lock = ugnay_safe::Lock::take(dir)?;
        Ok(Self::open_with_key(dir, key, lock)?)
    }
}

/// The device's own secrets, born with the register.
struct Seeds {
    sign: Zeroizing<[u8; 32]>,
    hybrid: Zeroizing<[u8; 32]>,
}

impl Seeds {
    fn born(rng: &mut impl CryptoRng) -> Self {
        Self {
            sign: random(rng),
            hybrid: random(rng),
        }
    }
}

fn random(rng: &mut impl CryptoRng) -> Zeroizing<[u8; 32]> {
    let mut bytes = Zeroizing::new([0; 32]);
    rng.fill_bytes(bytes.as_mut_slice());
    bytes
}

fn fill(
    tx: &Transaction<'_>,
    seeds: &Seeds,
    new: &NewRegister,
    now: i64,
) -> Result<(), CreateError> {
    table::about::insert(tx, new, now)?;
    let device = identity::device_hash(&seeds.sign);
    table::device::insert(tx, &seeds.sign, &seeds.hybrid, device)?;
    Ok(())
}

#[cfg(test)]
mod tests;
