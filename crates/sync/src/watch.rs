//! What a device demands of the log about its register's heads: that the newest root over heads in a cosigned
//! checkpoint commits to them. Owns the memory for it and the judgement; fetches nothing, deletes nothing.
//!
//! The demand is exact. After a device has sent, it reads the newest published checkpoint: its size is the *fence*.
//! A root is logged in the same breath as a checkpoint is published, so every checkpoint larger than the fence must
//! commit to the heads this device knew then, or to heads that came after them. Before that, heads are "not yet
//! proven", which is no alarm.

mod saved;

use crate::DeviceKeys;
use crate::head::Head;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_wire::{Hash, Name, heads};

/// The state of the proof, for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum HeadsProven {
    /// Nothing was sent yet.
    #[default]
    Nothing,
    /// No cosigned checkpoint is known that has to hold the present heads.
    NotYet {
        /// Since when, Unix seconds.
        since: i64,
    },
    /// The heads as this device knew them stand in a cosigned checkpoint.
    Proven {
        /// The time the log gives the root, Unix seconds.
        at: i64,
    },
}

/// One of our own heads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Own {
    /// SHA-256 of it as sealed.
    pub sealed: [u8; 32],
    /// Size of the newest published checkpoint read after the buffer had it.
    pub fence: Option<u64>,
}

/// How many of our own heads are remembered.
const OWN_KEPT: usize = 256;
/// Combinations of heads tried for one root before the question is left open.
const MOST_TRIED: usize = 4096;

/// A device's memory about heads and log in one register-epoch.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Watch {
    /// Head blobs known to be current: name → SHA-256 as sealed.
    pub listed: BTreeMap<Name, Hash>,
    /// A published size after which a root must commit to `listed`.
    pub fence: Option<u64>,
    /// Our heads by sequence number.
    pub own: BTreeMap<u64, Own>,
    /// Which of our heads each other device had seen when it wrote its newest.
    pub seen_ours: BTreeMap<u8, u64>,
    /// Heads another device showed us in person: slot → sequence number and hash as sealed.
    pub expected: BTreeMap<u8, (u64, [u8; 32])>,
    /// Index and time of the root that last proved the heads.
    pub proven: Option<(u64, i64)>,
    /// Since when the heads are unproven.
    pub since: i64,
}

/// What one pull saw of the heads.
#[derive(Clone, Default, Debug)]
pub(crate) struct Sighting {
    /// Values a head had according to the listing or as fetched; empty for a head that is gone.
    pub values: BTreeMap<Name, BTreeSet<Hash>>,
    /// The value of each as fetched last.
    pub now: BTreeMap<Name, Hash>,
    /// Other devices' heads that changed, by slot.
    pub others: BTreeMap<u8, Head>,
    /// Another device's heads went on by more than one since the last look: there were some this device never saw.
    pub skipped: bool,
}

impl Sighting {
    /// Notes a value of a head.
    pub fn note(&mut self, name: Name, value: Hash) {
        self.values.entry(name).or_default().insert(value);
        self.now.insert(name, value);
    }
}

impl Watch {
    /// Notes our own head once the buffer has it.
    pub fn sent(&mut self, keys: &DeviceKeys, seq: u64, sealed: [u8; 32], now: i64) {
        let fence = None;
        self.own.insert(seq, Own { sealed, fence });
        while self.own.len() > OWN_KEPT {
            self.own.pop_first();
        }
        self.change(keys.head_name(keys.slot), Hash(sealed), now);
    }

    fn change(&mut self, name: Name, value: Hash, now: i64) {
        if self.listed.insert(name, value) != Some(value) {
            self.fence = None;
            if self.proven.take().is_some() || self.since == 0 {
                self.since = now;
            }
        }
    }

    /// Takes what a pull saw as the present state.
    pub fn take(&mut self, sighting: &Sighting, now: i64) {
        for (name, value) in &sighting.now {
            self.change(*name, *value, now);
        }
    }

    /// Whether the newest published size has to be read: heads changed since it was.
    pub fn wants_fence(&self) -> bool {
        self.fence.is_none() && !self.listed.is_empty()
    }

    /// Sets the fence: a published size read after the buffer had everything in `listed`.
    pub fn set_fence(&mut self, size: u64) {
        self.fence = Some(size);
        for own in self.own.values_mut() {
            own.fence.get_or_insert(size);
        }
    }

    /// Whether a cosigned checkpoint of this size has to commit to the heads known.
    pub fn must_hold(&self, size: u64) -> bool {
        self.fence.is_some_and(|fence| size > fence)
    }

    /// Whether `committed` can be the hash over the register's heads at some moment since the last look: each head as
    /// it was known, or as it is now. `None` when there were heads this device never saw.
    pub fn explains(&self, committed: &Hash, sighting: &Sighting) -> Option<bool> {
        let mut choices: Vec<(Name, Vec<Option<Hash>>)> = Vec::new();
        let names: BTreeSet<Name> = self
            .listed
            .keys()
            .chain(sighting.values.keys())
            .copied()
            .collect();
        for name in names {
            let before = self.listed.get(&name).copied();
            let mut values = BTreeSet::from([before]);
            let seen = sighting.values.get(&name).into_iter().flatten();
            values.extend(seen.copied().map(Some));
            choices.push((name, values.into_iter().collect()));
        }
        let combinations = choices.iter().try_fold(1usize, |n, (_, v)| {
            n.checked_mul(v.len()).filter(|n| *n <= MOST_TRIED)
        })?;
        for number in 0..combinations {
            if heads::heads_hash(&combination(&choices, number)) == *committed {
                return Some(true);
            }
        }
        if sighting.skipped { None } else { Some(false) }
    }

    /// Notes that a root of that time commits to the heads, as they were known or as they are.
    pub fn prove(&mut self, index: u64, at: i64) {
        self.proven = Some((index, at));
        self.since = 0;
    }

    /// Whether that root has proven these heads already.
    pub fn settled(&self, index: u64, sighting: &Sighting) -> bool {
        self.proven.is_some_and(|(proven, _)| proven == index) && sighting.now.is_empty()
    }

    /// The state for people.
    pub fn state(&self) -> HeadsProven {
        match (self.proven, self.listed.is_empty()) {
            (Some((_, at)), _) => HeadsProven::Proven { at },
            (None, true) => HeadsProven::Nothing,
            (None, false) => HeadsProven::NotYet { since: self.since },
        }
    }

    /// Heads that were shown to us in person have to be there by now: slot → sequence number, hash as sealed.
    pub fn meet(&mut self, heads: &BTreeMap<u8, (u64, [u8; 32])>) -> Result<(), &'static str> {
        for (slot, (seq, hash)) in &self.expected {
            match heads.get(slot) {
                Some((at, sealed)) if at == seq && sealed != hash => return Err("head_fork"),
                Some((at, _)) if at >= seq => {}
                _ => return Err("head_held_back"),
            }
        }
        self.expected.clear();
        Ok(())
    }

    /// Another device says which of our heads it saw after it had verified a log of `size` entries.
    pub fn saw_ours(
        &mut self,
        slot: u8,
        size: u64,
        seen: Option<&[u8; 32]>,
    ) -> Result<(), &'static str> {
        let at = match seen {
            None => 0,
            Some(hash) => match self.own.iter().find(|(_, o)| o.sealed == *hash) {
                Some((seq, _)) => *seq,
                // Older than what is remembered: nothing can be said. Otherwise we never wrote it.
                None if !self.own.contains_key(&1) => return Ok(()),
                None => return Err("head_fork"),
            },
        };
        if self.seen_ours.get(&slot).is_some_and(|before| at < *before) {
            return Err("head_rollback");
        }
        // It read after that checkpoint was published, and that was after the buffer had this head of ours.
        let due = self
            .own
            .iter()
            .rev()
            .find(|(_, o)| o.fence.is_some_and(|f| f < size));
        if due.is_some_and(|(seq, _)| at < *seq) {
            return Err("head_held_back");
        }
        self.seen_ours.insert(slot, at);
        Ok(())
    }
}

/// The `number`-th way of picking one value of each head; a head may be absent.
fn combination(choices: &[(Name, Vec<Option<Hash>>)], mut number: usize) -> BTreeMap<Name, Hash> {
    let mut out = BTreeMap::new();
    for (name, values) in choices {
        let value = values.get(number % values.len().max(1)).copied().flatten();
        number /= values.len().max(1);
        out.extend(value.map(|v| (*name, v)));
    }
    out
}

#[cfg(test)]
mod tests;
