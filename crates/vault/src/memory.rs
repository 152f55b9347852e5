//! The same values without a disk: for the demonstration, whose parties are thrown away, and for tests that ask what
//! is left when the disk stops taking writes. Must not be where a real party keeps anything.

use crate::changes::Change;
use crate::{Changes, Named, Space, VaultError};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// A vault's values in memory; gone with the program.
#[derive(Clone, Default)]
pub struct Memory {
    values: BTreeMap<(&'static str, Vec<u8>), Zeroizing<Vec<u8>>>,
    room: Option<u32>,
}

impl core::fmt::Debug for Memory {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Memory({} values)", self.values.len())
    }
}

impl Memory {
    /// Takes so many more commits, then is full.
    pub fn room(&mut self, commits: Option<u32>) {
        self.room = commits;
    }

    /// As [`crate::Vault::get`].
    #[must_use]
    pub fn get(&self, space: Space, name: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.values.get(&(space.0, name.to_vec())).cloned()
    }

    /// As [`crate::Vault::list`].
    #[must_use]
    pub fn list(&self, space: Space) -> Vec<Named> {
        let of = |((s, name), content): (&(&str, Vec<u8>), &Zeroizing<Vec<u8>>)| {
            (*s == space.0).then(|| (name.clone(), content.clone()))
        };
        self.values.iter().filter_map(of).collect()
    }

    /// As [`crate::Vault::commit`]; the journal is not kept.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`], [`VaultError::Full`]; nothing was written then.
    pub fn commit(&mut self, changes: Changes) -> Result<(), VaultError> {
        changes.check()?;
        if changes.is_empty() {
            return Ok(());
        }
        if let Some(room) = &mut self.room {
            *room = room.checked_sub(1).ok_or(VaultError::Full)?;
        }
        for change in changes.0 {
            match change {
                Change::Put(space, name, content) => {
                    self.values.insert((space.0, name), content);
                }
                Change::Delete(space, name) => {
                    self.values.remove(&(space.0, name));
                }
                Change::Happened(..) => {}
            }
        }
        Ok(())
    }
}
