//! Vectors from outside pin every primitive this crate stands on.
//!
//! Files, origins and licences: tests/fixtures/crypto/README.md. Must not pin this crate's own formats
//! (that is `golden`).

mod aead;
mod bip39;
mod hpke;
mod kdf;
mod ml_kem;
mod rfc;
mod signatures;
mod tape;
mod x_wing;

use serde::de::DeserializeOwned;

/// Reads a fixture as it is.
fn fixture_bytes(name: &str) -> Vec<u8> {
    let path = format!(
        "{}/../../tests/fixtures/crypto/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    std::fs::read(&path).expect("the fixture is part of the repository")
}

/// Reads a fixture.
fn fixture<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_slice(&fixture_bytes(name)).expect("the fixture is JSON of this shape")
}

/// Bytes of a hexadecimal string.
fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).expect("hexadecimal"))
        .collect()
}

/// Bytes of a hexadecimal string of known length.
fn hex_array<const N: usize>(text: &str) -> [u8; N] {
    hex(text).try_into().expect("the length of this field")
}
