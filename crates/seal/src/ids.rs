//! Public identifiers as types, so that one cannot be passed for another.
//!
//! Owns their sizes and their `Debug` (a short hex prefix: enough to tell two apart in a test, too
//! little to look one up). Must not hold secrets; those live in `secret`.

use core::fmt;

macro_rules! public_bytes {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// Length in bytes.
            pub const LEN: usize = $len;

            /// The bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }

            /// Reads exactly [`Self::LEN`] bytes; `None` for any other length.
            #[must_use]
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }
        }

        impl From<[u8; $len]> for $name {
            fn from(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "("))?;
                for byte in self.0.iter().take(3) {
                    write!(f, "{byte:02x}")?;
                }
                f.write_str("…)")
            }
        }
    };
}

public_bytes!(
    /// A federation: 16 bytes fixed at its genesis. Part of every context and every signature.
    FedId, 16
);
public_bytes!(
    /// A register-epoch, derived from its seed σ.
    EpochId, 16
);
public_bytes!(
    /// The name under which the buffer keeps a register-epoch; unlinkable to [`EpochId`] without σ.
    Pseud, 16
);
public_bytes!(
    /// A compartment: barangay × destination × facet of one register-epoch.
    Cid, 16
);
public_bytes!(
    /// An object inside a register (the register gives it; this crate only binds it).
    ObjectId, 16
);
public_bytes!(
    /// A blob's name on the buffer: random for records, derived for index shards and heads.
    BlobName, 16
);
public_bytes!(
    /// A SHA-256 hash.
    Hash32, 32
);

impl Cid {
    /// The context value of objects that belong to no compartment (heads, register rosters).
    pub const NONE: Cid = Cid([0; 16]);
}

/// How a record is sealed: the two halves of a person's data (protocol §0.2), and a card that nobody may release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Facet {
    /// The minimum that saves a life; the only facet that is ever escrowed.
    Card = 1,
    /// Everything else; never leaves the register's own devices.
    Case = 2,
    /// A card withheld from emergencies: sealed for the register's own devices alone, like a case (decision 0145).
    Withheld = 3,
}

impl Facet {
    /// The byte in contexts and catalogues.
    #[must_use]
    pub const fn byte(self) -> u8 {
        self as u8
    }

    /// The facet of a byte; `None` for any other value (0 means "no facet").
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Facet::Card),
            2 => Some(Facet::Case),
            3 => Some(Facet::Withheld),
            _ => None,
        }
    }
}

/// A device's place among the devices of its register: 0 to 15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeviceSlot(u8);

impl DeviceSlot {
    /// How many devices a register has at most.
    pub const COUNT: u8 = 16;

    /// A slot; `None` from 16 upwards.
    #[must_use]
    pub const fn new(slot: u8) -> Option<Self> {
        if slot < Self::COUNT {
            Some(Self(slot))
        } else {
            None
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// All sixteen, in order: a reader without the register's roster asks for each.
    pub fn all() -> impl Iterator<Item = DeviceSlot> {
        (0..Self::COUNT).map(DeviceSlot)
    }
}

#[cfg(test)]
mod tests;
