//! The folder's side of the wrapped key file. The wrap itself belongs to `seal`.

use crate::OpenError;
use rand_core::CryptoRng;
use ugnay_seal::passphrase::{self, DatabaseKey, KEY_FILE_LEN, KdfCost, PassphraseError};

/// What opens a folder: a passphrase, and on devices with a keystore the 32 bytes kept there.
#[derive(Clone, Copy)]
pub struct Unlock<'a> {
    /// The passphrase as typed.
    pub passphrase: &'a str,
    /// The device's own half, if the folder was made with one.
    pub keystore: Option<&'a [u8; 32]>,
    /// The work of one guess, for a key file to be written; one that is read brings its own.
    pub cost: KdfCost,
}

impl<'a> From<&'a str> for Unlock<'a> {
    fn from(passphrase: &'a str) -> Self {
        Self {
            passphrase,
            keystore: None,
            cost: KdfCost::STANDARD,
        }
    }
}

impl core::fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Unlock(…)")
    }
}

/// Wraps the database key; fails only without memory for the derivation.
pub(crate) fn wrap(
    key: &DatabaseKey,
    unlock: Unlock<'_>,
    rng: &mut impl CryptoRng,
) -> Result<[u8; KEY_FILE_LEN], OpenError> {
    let Unlock {
        passphrase,
        keystore,
        cost,
    } = unlock;
    passphrase::wrap(key, passphrase, keystore, cost, rng).map_err(open_error)
}

/// Unwraps the database key.
pub(crate) fn unwrap(file: &[u8], unlock: Unlock<'_>) -> Result<DatabaseKey, OpenError> {
    passphrase::unwrap(file, unlock.passphrase, unlock.keystore).map_err(open_error)
}

/// Whether the key file needs the device's own half.
pub(crate) fn needs_keystore(file: &[u8]) -> Result<bool, OpenError> {
    passphrase::needs_keystore(file).map_err(open_error)
}

fn open_error(error: PassphraseError) -> OpenError {
    match error {
        PassphraseError::Wrong => OpenError::WrongPassphrase,
        PassphraseError::Keystore => OpenError::Keystore,
        PassphraseError::Derivation => OpenError::Derivation,
        _ => OpenError::KeyDamaged,
    }
}
