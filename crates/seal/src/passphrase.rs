//! The key file: a 32-byte database key wrapped under a passphrase (protocol §7.7).
//!
//! Owns the layout, the bounds on hostile parameters and the generated passphrases. Must not say why
//! a passphrase is wrong, and must not read or write files: bytes in, bytes out.
//!
//! ```text
//! "UGK1" | version u8 = 1 | flags u8 (bit 0: a keystore secret is needed) | lanes u8 | 0
//!  | memory KiB u32 | passes u32 | salt[32] | ciphertext[32] | tag[16]                        96 bytes
//! key[32] ‖ nonce[12] = HKDF(salt, Argon2id(passphrase, salt) ‖ keystore secret, "ugnay/v1/key-file\0" ‖ header[48])
//! AEAD = ChaCha20-Poly1305(key, nonce, aad = header[48], database key)
//! ```

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce, Tag};
use rand_core::CryptoRng;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::kdf;
use crate::label::Label;
use crate::layout::Cursor;
use crate::secret::secret_bytes;
use crate::words;

/// Length of a key file.
pub const KEY_FILE_LEN: usize = 96;

const MAGIC: [u8; 4] = *b"UGK1";
const VERSION: u8 = 1;
const NEEDS_KEYSTORE: u8 = 1;
const HEADER_LEN: usize = 48;
const MAX_MEMORY_KIB: u32 = 1 << 20;
const MAX_PASSES: u32 = 16;
const MAX_LANES: u8 = 16;

secret_bytes!(
    /// The random key of an encrypted database.
    DatabaseKey
);

impl DatabaseKey {
    /// A new key.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill_bytes(bytes.as_mut_slice());
        Self(*bytes)
    }
}

/// Opening a key file failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PassphraseError {
    /// Wrong passphrase, wrong keystore secret or changed bytes: which of them is not said.
    #[error("the passphrase does not open this key file")]
    Wrong,
    /// Not a key file of a version this program knows.
    #[error("not a key file")]
    NotAKeyFile,
    /// The file asks for more memory or time than any honest one.
    #[error("the key file asks for unreasonable work")]
    HostileCost,
    /// The file needs the half that the system's keystore holds, and none was given (or the reverse).
    #[error("keystore secret expected or not expected")]
    Keystore,
    /// A cost that Argon2id does not know, or a failure inside it.
    #[error("key derivation failed")]
    Derivation,
}

/// The work of one guess: Argon2id version 0x13 (RFC 9106).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u8,
}

impl KdfCost {
    /// 64 MiB, three passes, four lanes: RFC 9106's second recommended option.
    pub const STANDARD: KdfCost = KdfCost {
        memory_kib: 65_536,
        passes: 3,
        lanes: 4,
    };

    /// Another cost within the bounds (memory ≤ 1 GiB, passes ≤ 16, lanes ≤ 16).
    ///
    /// # Errors
    /// [`PassphraseError::HostileCost`] above the bounds, [`PassphraseError::Derivation`] below
    /// what Argon2id needs (8 KiB per lane).
    pub fn new(memory_kib: u32, passes: u32, lanes: u8) -> Result<Self, PassphraseError> {
        let cost = Self {
            memory_kib,
            passes,
            lanes,
        };
        if memory_kib > MAX_MEMORY_KIB || passes > MAX_PASSES || lanes > MAX_LANES {
            return Err(PassphraseError::HostileCost);
        }
        cost.params()?;
        Ok(cost)
    }

    fn params(self) -> Result<Params, PassphraseError> {
        Params::new(
            self.memory_kib,
            self.passes,
            u32::from(self.lanes),
            Some(32),
        )
        .map_err(|_| PassphraseError::Derivation)
    }
}

/// Wraps a database key. `keystore` is the half kept by the system's keystore, if there is one.
///
/// # Errors
/// [`PassphraseError::Derivation`] if Argon2id fails (no memory).
pub fn wrap(
    key: &DatabaseKey,
    passphrase: &str,
    keystore: Option<&[u8; 32]>,
    cost: KdfCost,
    rng: &mut impl CryptoRng,
) -> Result<[u8; KEY_FILE_LEN], PassphraseError> {
    let mut salt = [0; 32];
    rng.fill_bytes(&mut salt);
    let header = encode_header(cost, keystore.is_some(), &salt);
    let (cipher, nonce) = wrapping_key(passphrase, keystore, cost, &salt, &header)?;
    let mut body = key.to_bytes();
    let tag = cipher
        .encrypt_inout_detached(&nonce, &header, body.as_mut_slice().into())
        .map_err(|_| PassphraseError::Derivation)?;
    let bytes = [header.as_slice(), body.as_slice(), tag.as_slice()].concat();
    bytes.try_into().map_err(|_| PassphraseError::Derivation)
}

/// Unwraps a database key.
///
/// # Errors
/// [`PassphraseError`]; the derivation runs before [`PassphraseError::Wrong`] is said.
pub fn unwrap(
    file: &[u8],
    passphrase: &str,
    keystore: Option<&[u8; 32]>,
) -> Result<DatabaseKey, PassphraseError> {
    let parsed = parse(file)?;
    if parsed.needs_keystore != keystore.is_some() {
        return Err(PassphraseError::Keystore);
    }
    let (cipher, nonce) = wrapping_key(
        passphrase,
        keystore,
        parsed.cost,
        &parsed.salt,
        &parsed.header,
    )?;
    let mut body = Zeroizing::new(parsed.body);
    cipher
        .decrypt_inout_detached(
            &nonce,
            &parsed.header,
            body.as_mut_slice().into(),
            &Tag::from(parsed.tag),
        )
        .map_err(|_| PassphraseError::Wrong)?;
    Ok(DatabaseKey(*body))
}

/// Whether a key file needs the keystore's half.
///
/// # Errors
/// [`PassphraseError::NotAKeyFile`], [`PassphraseError::HostileCost`].
pub fn needs_keystore(file: &[u8]) -> Result<bool, PassphraseError> {
    parse(file).map(|p| p.needs_keystore)
}

/// A passphrase of five words, 55 bits: at 64 MiB a guess, out of reach for whoever finds the laptop.
#[must_use]
pub fn generate_passphrase(rng: &mut impl CryptoRng) -> Zeroizing<String> {
    words::random_phrase(5, rng)
}

/// NFKC, single spaces, no space at either end: the same passphrase from every keyboard.
fn normalise(passphrase: &str) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(passphrase.len().saturating_mul(2)));
    for word in passphrase.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.nfkc());
    }
    out
}

fn encode_header(cost: KdfCost, keystore: bool, salt: &[u8; 32]) -> [u8; HEADER_LEN] {
    let mut out = [0; HEADER_LEN];
    let flags = if keystore { NEEDS_KEYSTORE } else { 0 };
    let fixed = [VERSION, flags, cost.lanes, 0];
    let memory = cost.memory_kib.to_be_bytes();
    let passes = cost.passes.to_be_bytes();
    let parts = MAGIC.iter().chain(&fixed).chain(&memory).chain(&passes);
    for (to, from) in out.iter_mut().zip(parts.chain(salt)) {
        *to = *from;
    }
    out
}

struct KeyFile {
    header: [u8; HEADER_LEN],
    cost: KdfCost,
    needs_keystore: bool,
    salt: [u8; 32],
    body: [u8; 32],
    tag: [u8; 16],
}

fn parse(file: &[u8]) -> Result<KeyFile, PassphraseError> {
    let not = PassphraseError::NotAKeyFile;
    let mut whole = Cursor::new(file);
    let header = whole.array::<HEADER_LEN>().ok_or(not)?;
    let body = whole.array().ok_or(not)?;
    let tag = whole.array().ok_or(not)?;
    whole.end().ok_or(not)?;

    let mut cursor = Cursor::new(&header);
    let magic: [u8; 4] = cursor.array().ok_or(not)?;
    let [version, flags, lanes, reserved] = cursor.array().ok_or(not)?;
    if magic != MAGIC || version != VERSION || reserved != 0 || flags & !NEEDS_KEYSTORE != 0 {
        return Err(not);
    }
    let memory_kib = cursor.u32().ok_or(not)?;
    let passes = cursor.u32().ok_or(not)?;
    Ok(KeyFile {
        cost: KdfCost::new(memory_kib, passes, lanes)?,
        needs_keystore: flags & NEEDS_KEYSTORE != 0,
        salt: cursor.array().ok_or(not)?,
        header,
        body,
        tag,
    })
}

fn wrapping_key(
    passphrase: &str,
    keystore: Option<&[u8; 32]>,
    cost: KdfCost,
    salt: &[u8; 32],
    header: &[u8; HEADER_LEN],
) -> Result<(ChaCha20Poly1305, Nonce), PassphraseError> {
    let mut stretched = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.params()?)
        .hash_password_into(
            normalise(passphrase).as_bytes(),
            salt,
            stretched.as_mut_slice(),
        )
        .map_err(|_| PassphraseError::Derivation)?;
    let mut ikm = Zeroizing::new(Vec::with_capacity(64));
    ikm.extend_from_slice(stretched.as_slice());
    if let Some(half) = keystore {
        ikm.extend_from_slice(half);
    }
    let okm = kdf::derive_salted::<44>(salt, &ikm, Label::KeyFile, &[header]);
    let mut cursor = Cursor::new(okm.as_slice());
    let key = Zeroizing::new(cursor.array::<32>().ok_or(PassphraseError::Derivation)?);
    let nonce = cursor.array::<12>().ok_or(PassphraseError::Derivation)?;
    Ok((ChaCha20Poly1305::new(&Key::from(*key)), Nonce::from(nonce)))
}

#[cfg(test)]
mod tests;
