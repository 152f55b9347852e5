//! Fixed-length names and values. All are opaque; `Debug` shows the type only, because
//! a blob's name is the capability to fetch it and a pseudonym ties requests together.

use crate::error::WireError;
use std::fmt::{self, Write as _};

macro_rules! fixed {
    ($(#[$doc:meta])* $name:ident, $len:literal, $field:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// Length in bytes.
            pub const LEN: usize = $len;

            /// Lower-case hexadecimal, as used in paths and headers.
            #[must_use]
            pub fn to_hex(&self) -> String {
                to_hex(&self.0)
            }

            /// Reads exactly the form [`Self::to_hex`] writes.
            ///
            /// # Errors
            /// [`WireError::NotHex`] for any other text, upper case included.
            pub fn from_hex(text: &str) -> Result<Self, WireError> {
                let mut bytes = [0u8; $len];
                from_hex(text, &mut bytes, $field)?;
                Ok(Self(bytes))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }
    };
}

fixed!(
    /// Random pseudonym of one register-epoch.
    Pseud, 16, "pseud"
);
fixed!(
    /// Random outer name of a blob; knowing it is the right to fetch it.
    Name, 16, "name"
);
fixed!(
    /// Random id of a batch.
    BatchId, 16, "batch id"
);
fixed!(
    /// Topic of a box; knowing it is the right to read and write it.
    Topic, 16, "topic"
);
fixed!(
    /// Id of a federation, bound into every signature.
    Fed, 16, "federation id"
);
fixed!(
    /// A SHA-256 value.
    Hash, 32, "hash"
);
fixed!(
    /// An Ed25519 public key.
    PublicKey, 32, "public key"
);
fixed!(
    /// An Ed25519 signature.
    Signature, 64, "signature"
);

/// Lower-case hexadecimal of any bytes.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().saturating_mul(2));
    for b in bytes {
        // Writing to a String cannot fail.
        let _ = write!(out, "{b:02x}");
    }
    out
}

fn from_hex(text: &str, out: &mut [u8], field: &'static str) -> Result<(), WireError> {
    let digits = out.len().saturating_mul(2);
    let bad = WireError::NotHex { field, digits };
    if text.len() != digits {
        return Err(bad);
    }
    for (pair, byte) in text.as_bytes().chunks_exact(2).zip(out.iter_mut()) {
        let (Some(hi), Some(lo)) = (
            pair.first().copied().and_then(digit),
            pair.get(1).copied().and_then(digit),
        ) else {
            return Err(bad);
        };
        *byte = (hi << 4) | lo;
    }
    Ok(())
}

const fn digit(c: u8) -> Option<u8> {
    match c {
        b'0'..=b'9' => Some(c.wrapping_sub(b'0')),
        b'a'..=b'f' => Some(c.wrapping_sub(b'a').wrapping_add(10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
