//! How this device is named in stamps: the hash of its public signing key. The signing itself belongs to `seal`.

use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};
use ugnay_model::DeviceHash;

/// SHA-256 of the Ed25519 public key (RFC 8032) that `seed` stands for.
pub(crate) fn device_hash(seed: &[u8; 32]) -> DeviceHash {
    let public = SigningKey::from_bytes(seed).verifying_key();
    DeviceHash(Sha256::digest(public.as_bytes()).into())
}
