//! Who was in force when: every roster and policy the log showed, with the place it came in at. What was said while an
//! organisation was a custodian stays said by a custodian; what was dealt to a roster can be read by it later. Must not
//! decide who is in force now: `ugnay_release::Federation` does.

use ugnay_release::{Custodian, Federation, Policy, Roster};
use ugnay_seal::Hash32;

/// One version and since when it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Era<T> {
    /// Index of the first entry it judges.
    from: u64,
    hash: Hash32,
    body: T,
}

/// A roster with its hash.
pub type Named<'a> = (Hash32, &'a Roster);

/// All versions so far, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eras {
    rosters: Vec<Era<Roster>>,
    policies: Vec<Era<Policy>>,
}

impl Eras {
    /// The founding's.
    pub(super) fn start(federation: &Federation) -> Self {
        let mut out = Self {
            rosters: Vec::new(),
            policies: Vec::new(),
        };
        out.note(federation, 0);
        out
    }

    /// Notes what is in force from the entry `from` on, where it is another than before.
    pub(super) fn note(&mut self, f: &Federation, from: u64) {
        if self.rosters.last().map(|e| e.hash) != Some(f.roster_hash()) {
            self.rosters.push(Era {
                from,
                hash: f.roster_hash(),
                body: f.roster().clone(),
            });
        }
        if self.policies.last().map(|e| e.hash) != Some(f.policy_hash()) {
            self.policies.push(Era {
                from,
                hash: f.policy_hash(),
                body: f.policy().clone(),
            });
        }
    }

    /// The roster that judges the entry at an index.
    #[must_use]
    pub fn roster_at(&self, index: u64) -> Option<&Roster> {
        let before = self.rosters.iter().rev().find(|e| e.from <= index);
        before.map(|e| &e.body)
    }

    /// The policy that judges the entry at an index.
    #[must_use]
    pub fn policy_at(&self, index: u64) -> Option<&Policy> {
        let before = self.policies.iter().rev().find(|e| e.from <= index);
        before.map(|e| &e.body)
    }

    /// Index of the first entry the present roster judges: that behind the one that brought it.
    #[must_use]
    pub fn roster_since(&self) -> u64 {
        self.rosters.last().map_or(0, |e| e.from)
    }

    /// The same for the present policy.
    #[must_use]
    pub fn policy_since(&self) -> u64 {
        self.policies.last().map_or(0, |e| e.from)
    }

    /// The roster of this hash, if it ever was in force.
    #[must_use]
    pub fn roster(&self, hash: &Hash32) -> Option<&Roster> {
        let found = self.rosters.iter().find(|e| e.hash == *hash);
        found.map(|e| &e.body)
    }

    /// The policy of this hash, if it ever was in force.
    #[must_use]
    pub fn policy(&self, hash: &Hash32) -> Option<&Policy> {
        let found = self.policies.iter().find(|e| e.hash == *hash);
        found.map(|e| &e.body)
    }

    /// Every roster with its hash, newest first.
    pub fn rosters(&self) -> impl Iterator<Item = (Hash32, &Roster)> {
        self.rosters.iter().rev().map(|e| (e.hash, &e.body))
    }

    /// The last roster in which a place was not yet what it is now, by a measure of the place; and the one after it, which
    /// changed it.
    pub fn changed(
        &self,
        x: u8,
        same: impl Fn(&Custodian) -> bool,
    ) -> Option<(Named<'_>, Named<'_>)> {
        let mut newest_first = self.rosters().peekable();
        while let Some(later) = newest_first.next() {
            let earlier = newest_first.peek()?;
            let holds = |r: &Roster| r.custodian(x).is_some_and(&same);
            if holds(later.1) && !holds(earlier.1) {
                return Some((*earlier, later));
            }
        }
        None
    }
}
