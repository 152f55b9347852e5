//! How this device is named in stamps: the hash of its public signing key.

use ugnay_model::DeviceHash;
use ugnay_seal::SigningIdentity;

/// SHA-256 of the public key that `seed` stands for.
pub(crate) fn device_hash(seed: &[u8; 32]) -> DeviceHash {
    DeviceHash(SigningIdentity::from_seed(seed).public().hash().0)
}
