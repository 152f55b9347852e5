//! The register's side of the wrapped key file. The wrap itself belongs to `seal`; only this module changes with it.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// What opens a register: a passphrase, and on devices with a keystore the 32 bytes kept there.
#[derive(Clone, Copy)]
pub struct Unlock<'a> {
    /// The passphrase as typed.
    pub passphrase: &'a str,
    /// The device's own half, if the register was made with one.
    pub keystore: Option<&'a [u8; 32]>,
}

impl<'a> From<&'a str> for Unlock<'a> {
    fn from(passphrase: &'a str) -> Self {
        Self {
            passphrase,
            keystore: None,
        }
    }
}

impl core::fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Unlock(…)")
    }
}

/// Why a key file did not open.
pub(crate) enum KeyFault {
    Wrong,
    Damaged,
}

const MAGIC: &[u8; 8] = b"ugnaykf0";

/// Wraps the database key.
pub(crate) fn wrap(
    key: &[u8; 32],
    unlock: Unlock<'_>,
    rng: &mut impl CryptoRng,
) -> Option<Vec<u8>> {
    let mut salt = [0; 32];
    rng.fill_bytes(&mut salt);
    let cipher = cipher(unlock, &salt)?;
    let nonce = Nonce::from([0; 12]);
    let sealed = cipher
        .encrypt(
            &nonce,
            Payload {
                msg: key,
                aad: MAGIC,
            },
        )
        .ok()?;
    Some([MAGIC.as_slice(), &salt, &sealed].concat())
}

/// Unwraps the database key.
pub(crate) fn unwrap(bytes: &[u8], unlock: Unlock<'_>) -> Result<Zeroizing<[u8; 32]>, KeyFault> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(KeyFault::Damaged)?;
    let (salt, sealed) = rest.split_first_chunk::<32>().ok_or(KeyFault::Damaged)?;
    if sealed.len() != 48 {
        return Err(KeyFault::Damaged);
    }
    let cipher = cipher(unlock, salt).ok_or(KeyFault::Damaged)?;
    let nonce = Nonce::from([0; 12]);
    let key = cipher
        .decrypt(
            &nonce,
            Payload {
                msg: sealed,
                aad: MAGIC,
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| KeyFault::Wrong)?;
    let mut out = Zeroizing::new([0; 32]);
    if key.len() != out.len() {
        return Err(KeyFault::Damaged);
    }
    out.copy_from_slice(&key);
    Ok(out)
}

fn cipher(unlock: Unlock<'_>, salt: &[u8; 32]) -> Option<ChaCha20Poly1305> {
    let params = Params::new(64 * 1024, 3, 1, Some(32)).ok()?;
    let mut stretched = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(unlock.passphrase.as_bytes(), salt, stretched.as_mut_slice())
        .ok()?;
    let mut hash = Sha256::new();
    hash.update(stretched.as_slice());
    hash.update(unlock.keystore.map_or([0; 32], |k| *k));
    Some(ChaCha20Poly1305::new(&Key::from(<[u8; 32]>::from(
        hash.finalize(),
    ))))
}
