//! Which requests stand in the log, until when, whose officers may use what they opened, and which sealed shares custodians
//! announced for them. What a buffer asks before it hands ciphertext to anybody but the register's own devices, and before it
//! takes shares for a request.

use super::BTreeMap;
use super::BTreeSet;

/// A request that nobody ended.
pub(super) struct Grant {
    /// End of the grant, Unix seconds.
    pub until: i64,
    /// k custodians handed shares over.
    pub opened: bool,
    /// SHA-256 of the signing keys of the desk's officers.
    pub officers: BTreeSet<[u8; 32]>,
    /// SHA-256 of the sealed shares that custodians' notices name.
    pub sealed: BTreeSet<[u8; 32]>,
}

/// Every request that was not ended, by its id.
#[derive(Default)]
pub struct Grants(pub(super) BTreeMap<[u8; 32], Grant>);

impl Grants {
    /// Whether the officer with this key hash may use what this request opened, at `now`.
    #[must_use]
    pub fn allow(&self, request: &[u8; 32], officer: &[u8; 32], now: i64) -> bool {
        self.0
            .get(request)
            .is_some_and(|g| g.opened && now < g.until && g.officers.contains(officer))
    }

    /// Whether bytes with this SHA-256 are sealed shares that a custodian's notice announced for this request, which still
    /// stands at `now`.
    #[must_use]
    pub fn takes(&self, request: &[u8; 32], sealed: &[u8; 32], now: i64) -> bool {
        self.0
            .get(request)
            .is_some_and(|g| now < g.until && g.sealed.contains(sealed))
    }
}

#[cfg(test)]
mod tests;
