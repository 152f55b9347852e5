//! The chain of trust a device or custodian holds: genesis → policy versions → roster versions → desk cards.
//! Owns who must have signed each step. A step is believed only as one of k of the roster in force before it.

use crate::object::rule;
use crate::{Genesis, LguCard, Policy, ReleaseError, Roster, Signed};
use std::collections::BTreeMap;
use ugnay_log::VerifierKey;
use ugnay_seal::{FedId, Hash32, sha256};

/// A desk card with the witness time of its log entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCard {
    /// The card as signed.
    pub card: Signed<LguCard>,
    /// When the log's quorum saw it (time of the q-th cosignature), Unix seconds.
    pub logged_at: i64,
}

/// What a party knows of its federation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Federation {
    fed: FedId,
    log: VerifierKey,
    policy: Policy,
    policy_hash: Hash32,
    roster: Roster,
    roster_hash: Hash32,
    cards: BTreeMap<[u8; 32], KnownCard>,
}

impl Federation {
    /// Starts from a genesis whose hash the user has pinned.
    ///
    /// # Errors
    /// When the hash is another or not all custodians signed.
    pub fn start(genesis: &Signed<Genesis>, pinned: &Hash32) -> Result<Self, ReleaseError> {
        rule(genesis.hash() == *pinned, "not the genesis that was pinned")?;
        let fed = Genesis::verify(genesis)?;
        let body = genesis.body();
        Ok(Self {
            fed,
            log: body.log_key()?,
            policy_hash: hash_of(&body.policy)?,
            policy: body.policy.clone(),
            roster_hash: hash_of(&body.roster)?,
            roster: body.roster.clone(),
            cards: BTreeMap::new(),
        })
    }

    /// The federation's id.
    #[must_use]
    pub fn fed(&self) -> &FedId {
        &self.fed
    }

    /// The log's key.
    #[must_use]
    pub fn log(&self) -> &VerifierKey {
        &self.log
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// SHA-256 of the policy in force.
    #[must_use]
    pub fn policy_hash(&self) -> Hash32 {
        self.policy_hash
    }

    /// The roster in force.
    #[must_use]
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// SHA-256 of the roster in force.
    #[must_use]
    pub fn roster_hash(&self) -> Hash32 {
        self.roster_hash
    }

    /// The known desk cards.
    pub fn cards(&self) -> impl Iterator<Item = &KnownCard> {
        self.cards.values()
    }

    /// The card with this hash.
    #[must_use]
    pub fn card(&self, hash: &Hash32) -> Option<&KnownCard> {
        self.cards.get(&hash.0)
    }

    /// The trust policy for the log, from roster and policy in force.
    ///
    /// # Errors
    /// When the roster's keys and the quorum do not make one.
    pub fn log_policy(&self) -> Result<ugnay_log::Policy, ReleaseError> {
        self.roster.log_policy(&self.log, self.policy.quorum)
    }

    /// Takes the next policy: follows the one in force, signed by at least k custodians.
    ///
    /// # Errors
    /// When it is not the next version, marks a running federation as a demonstration or no longer as one, or too few
    /// signed. The federation is unchanged then.
    pub fn accept_policy(&mut self, next: &Signed<Policy>) -> Result<(), ReleaseError> {
        let body = next.body();
        let follows = body.previous == self.policy_hash.0
            && Some(body.version) == self.policy.version.checked_add(1);
        rule(follows, "not the next policy")?;
        // Real people may be in the one, invented keys in the other: neither becomes the other by a signature.
        rule(
            body.demo == self.policy.demo,
            "a demonstration stays one, and nothing else becomes one",
        )?;
        rule(
            usize::from(body.n) == self.roster.custodians.len(),
            "n custodians",
        )?;
        self.enough(next)?;
        self.roster.log_policy(&self.log, body.quorum)?;
        (self.policy, self.policy_hash) = (body.clone(), next.hash());
        Ok(())
    }

    /// Takes the next roster: follows the one in force, signed by at least k custodians of the one in force.
    ///
    /// # Errors
    /// When it is not the next version, or too few signed. The federation is unchanged then.
    pub fn accept_roster(&mut self, next: &Signed<Roster>) -> Result<(), ReleaseError> {
        let body = next.body();
        let follows = body.previous == self.roster_hash.0
            && Some(body.version) == self.roster.version.checked_add(1);
        rule(follows, "not the next roster")?;
        rule(
            usize::from(self.policy.n) == body.custodians.len(),
            "n custodians",
        )?;
        self.enough(next)?;
        body.log_policy(&self.log, self.policy.quorum)?;
        (self.roster, self.roster_hash) = (body.clone(), next.hash());
        Ok(())
    }

    /// Takes a desk card that the log shows since `logged_at` (witness time), signed by at least k custodians.
    ///
    /// # Errors
    /// When too few signed, or it is valid for longer than the policy allows.
    pub fn accept_card(
        &mut self,
        card: &Signed<LguCard>,
        logged_at: i64,
    ) -> Result<(), ReleaseError> {
        self.enough(card)?;
        let life = card.body().expires.saturating_sub(card.body().not_before);
        rule(
            life <= i64::from(self.policy.card_life),
            "valid for longer than the policy allows",
        )?;
        let known = KnownCard {
            card: card.clone(),
            logged_at,
        };
        // The first time counts: logging a card again does not make it younger or older. More signatures are kept.
        let slot = self.cards.entry(card.hash().0).or_insert(known);
        let more = self.roster.count(&card.signers(&self.fed)?)
            > self.roster.count(&slot.card.signers(&self.fed)?);
        if more {
            slot.card = card.clone();
        }
        Ok(())
    }

    /// Whether the key with this SHA-256 is an officer's on any known card of a desk.
    #[must_use]
    pub fn is_officer(&self, lgu: &[u8; 16], key: &[u8; 32]) -> bool {
        let cards = self.cards.values().map(|known| known.card.body());
        let mut officers = cards.filter(|c| c.lgu == *lgu).flat_map(|c| &c.officers);
        officers.any(|officer| sha256(&officer.sign).0 == *key)
    }

    fn enough<T: crate::Object>(&self, signed: &Signed<T>) -> Result<(), ReleaseError> {
        let have = self.roster.count(&signed.signers(&self.fed)?);
        let need = usize::from(self.policy.k);
        if have < need {
            Err(ReleaseError::TooFewSigners { have, need })
        } else {
            Ok(())
        }
    }
}

fn hash_of<T: crate::Object>(object: &T) -> Result<Hash32, ReleaseError> {
    Ok(sha256(&object.encode()?))
}

#[cfg(test)]
mod tests;
