//! The federation as an outsider follows it through the log: genesis, then policies, rosters and desk cards, each with the
//! signatures its kind needs. Knows keys and names of organisations, nothing else.

use crate::published::{self, Card, Genesis, Member, Policy, Roster, Signed};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_log::EntryType;
use ugnay_wire::signing::sha256;

/// What is known after some entries.
pub(crate) struct Parties {
    pub name: String,
    pub created: i64,
    fed: [u8; 16],
    pub policy: Policy,
    policy_hash: [u8; 32],
    pub roster: Roster,
    roster_hash: [u8; 32],
    /// Whoever was a custodian once, by SHA-256 of its signing key.
    members: BTreeMap<[u8; 32], Member>,
    /// Cards by desk; the newest counts for the name, all for officers.
    cards: BTreeMap<[u8; 16], Vec<Card>>,
}

impl Parties {
    /// Starts from a genesis that all its custodians signed.
    pub(crate) fn start(signed: &Signed, fed: &[u8; 16]) -> Option<Self> {
        let Genesis {
            name,
            created,
            policy,
            policy_hash,
            roster,
            roster_hash,
        } = published::genesis(&signed.fields)?;
        let all = roster
            .members
            .iter()
            .all(|m| signed.signers.contains(&m.sign));
        let mut parties = Self {
            name,
            created,
            fed: *fed,
            policy,
            policy_hash,
            roster: roster.clone(),
            roster_hash,
            members: BTreeMap::new(),
            cards: BTreeMap::new(),
        };
        parties.remember(&roster);
        (all && !roster.members.is_empty()).then_some(parties)
    }

    /// The federation that signatures are bound to.
    pub(crate) fn fed(&self) -> &[u8; 16] {
        &self.fed
    }

    fn remember(&mut self, roster: &Roster) {
        for m in &roster.members {
            self.members.insert(sha256(&m.sign).0, m.clone());
        }
    }

    /// Takes a policy, roster or card, if at least k custodians signed and it follows the one before.
    pub(crate) fn take(&mut self, kind: EntryType, signed: &Signed) {
        let enough = self
            .roster
            .members
            .iter()
            .filter(|m| signed.signers.contains(&m.sign))
            .count()
            >= usize::from(self.policy.k);
        if !enough {
            return;
        }
        match kind {
            EntryType::Policy => {
                if let Some(next) = published::policy(&signed.fields).filter(|p| {
                    p.previous == self.policy_hash
                        && Some(p.version) == self.policy.version.checked_add(1)
                }) {
                    (self.policy, self.policy_hash) = (next, signed.hash);
                }
            }
            EntryType::Roster => {
                if let Some(next) = published::roster(&signed.fields).filter(|r| {
                    r.previous == self.roster_hash
                        && Some(r.version) == self.roster.version.checked_add(1)
                }) {
                    self.remember(&next);
                    (self.roster, self.roster_hash) = (next, signed.hash);
                }
            }
            EntryType::LguCard => {
                if let Some(card) = published::card(&signed.fields) {
                    self.cards.entry(card.lgu).or_default().push(card);
                }
            }
            _ => {}
        }
    }

    /// The custodian with this author hash, now or once.
    pub(crate) fn member(&self, author: &[u8; 32]) -> Option<&Member> {
        self.members.get(author)
    }

    /// A desk's name.
    pub(crate) fn desk(&self, lgu: &[u8; 16]) -> Option<&str> {
        self.cards.get(lgu)?.last().map(|c| c.name.as_str())
    }

    /// How many of a desk's officers are among these keys.
    pub(crate) fn officers(&self, lgu: &[u8; 16], keys: &BTreeSet<[u8; 32]>) -> usize {
        let cards = self.cards.get(lgu).map(Vec::as_slice).unwrap_or_default();
        let own: BTreeSet<&[u8; 32]> = cards.iter().flat_map(|c| &c.officers).collect();
        keys.iter().filter(|k| own.contains(k)).count()
    }

    /// SHA-256 of the signing keys of a desk's officers.
    pub(crate) fn officer_hashes(&self, lgu: &[u8; 16]) -> BTreeSet<[u8; 32]> {
        let cards = self.cards.get(lgu).map(Vec::as_slice).unwrap_or_default();
        let keys = cards.iter().flat_map(|c| &c.officers);
        keys.map(|k| sha256(k).0).collect()
    }

    /// Whether the author of an entry is an officer of this desk.
    pub(crate) fn is_officer(&self, lgu: &[u8; 16], author: &[u8; 32]) -> bool {
        let cards = self.cards.get(lgu).map(Vec::as_slice).unwrap_or_default();
        cards
            .iter()
            .flat_map(|c| &c.officers)
            .any(|k| sha256(k).0 == *author)
    }
}
