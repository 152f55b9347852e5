//! Secret keys as types: wiped when dropped, silent in `Debug`, compared in constant time.
//!
//! Owns which key may seal what. Must not derive keys (that is `sigma`'s) and must not offer a way
//! from a `case` key to anything that is shared: [`CardDek`] alone can be split and rebuilt.

use core::fmt;

use subtle::ConstantTimeEq;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::Facet;
use crate::ids::Hash32;
use crate::kdf;
use crate::label::Label;

macro_rules! secret_bytes {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
        pub struct $name(pub(crate) [u8; 32]);

        impl $name {
            /// Takes the bytes back from encrypted storage.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// The bytes, for encrypted storage only; the copy is wiped when dropped.
            #[must_use]
            pub fn to_bytes(&self) -> zeroize::Zeroizing<[u8; 32]> {
                zeroize::Zeroizing::new(self.0)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(secret)"))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                subtle::ConstantTimeEq::ct_eq(&self.0[..], &other.0[..]).into()
            }
        }

        impl Eq for $name {}
    };
}
pub(crate) use secret_bytes;

secret_bytes!(
    /// Key of one `card` compartment. The only key that custodians can hold shares of.
    CardDek
);
secret_bytes!(
    /// Key of a register-epoch's sealed heads and register roster.
    HeadKey
);
secret_bytes!(
    /// Key of a register's outcome tokens in one campaign (protocol §1.1).
    TokenKey
);

impl TokenKey {
    /// The token of a person: the same within the campaign, unlinkable to any other campaign's.
    #[must_use]
    pub fn token(&self, person_id: &[u8]) -> Hash32 {
        kdf::hmac(&self.0, Label::OutcomeToken, person_id)
    }
}

/// Key of a compartment, whichever its facet.
///
/// Made by [`crate::Sigma::dek`] or from a [`CardDek`]; there is no way back from here to a
/// [`CardDek`], so a `case` key cannot reach the sharing code (P29).
#[derive(Clone, ZeroizeOnDrop)]
pub struct Dek {
    key: [u8; 32],
    #[zeroize(skip)]
    facet: Facet,
}

impl Dek {
    pub(crate) fn new(facet: Facet, key: &Zeroizing<[u8; 32]>) -> Self {
        Self { key: **key, facet }
    }

    /// The facet this key seals.
    #[must_use]
    pub fn facet(&self) -> Facet {
        self.facet
    }

    pub(crate) fn raw(&self) -> &[u8; 32] {
        &self.key
    }
}

impl From<&CardDek> for Dek {
    fn from(card: &CardDek) -> Self {
        Self {
            key: card.0,
            facet: Facet::Card,
        }
    }
}

impl fmt::Debug for Dek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dek({:?}, secret)", self.facet)
    }
}

impl PartialEq for Dek {
    fn eq(&self, other: &Self) -> bool {
        self.facet == other.facet && bool::from(self.key.ct_eq(&other.key))
    }
}

impl Eq for Dek {}

#[cfg(test)]
mod tests;
