//! Which requests stand in the log as opened, until when, and whose officers may use them. What a buffer asks before it hands
//! ciphertext to anybody but the register's own devices.

use super::BTreeMap;
use super::BTreeSet;

/// A request that k custodians handed shares over for, and that nobody ended.
pub(super) struct Grant {
    /// End of the grant, Unix seconds.
    pub until: i64,
    /// SHA-256 of the signing keys of the desk's officers.
    pub officers: BTreeSet<[u8; 32]>,
}

/// Every request that is open, by its id.
#[derive(Default)]
pub struct Grants(pub(super) BTreeMap<[u8; 32], Grant>);

impl Grants {
    /// Whether the officer with this key hash may use what this request opened, at `now`.
    #[must_use]
    pub fn allow(&self, request: &[u8; 32], officer: &[u8; 32], now: i64) -> bool {
        self.0
            .get(request)
            .is_some_and(|g| now < g.until && g.officers.contains(officer))
    }
}

#[cfg(test)]
mod tests;
