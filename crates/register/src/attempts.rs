//! The attempts of campaigns: read from the case records once, then kept in memory and brought up to date by the change sets
//! that came since, as the roll is. Must not say what an attempt means.

use crate::{Register, RegisterError, table};
use std::collections::BTreeMap;
use ugnay_model::{Attempt, CampaignId, PersonId};

/// A write that touched more persons than this is read anew instead of followed.
const MOST_FOLLOWED: usize = 1000;

/// What was read of one campaign.
pub(crate) struct Kept {
    persons: BTreeMap<PersonId, Vec<Attempt>>,
    version: i64,
    writes: u64,
}

impl Register {
    /// All attempts of a campaign, by time.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn attempts_of(
        &self,
        campaign: CampaignId,
    ) -> Result<Vec<(PersonId, Attempt)>, RegisterError> {
        let kept = self.attempts.borrow_mut().remove(&campaign);
        let kept = match kept {
            Some(kept) => self.follow_attempts(campaign, kept)?,
            None => self.read_attempts(campaign)?,
        };
        let all = kept.persons.iter();
        let mut out: Vec<_> = all
            .flat_map(|(id, list)| list.iter().map(|a| (*id, a.clone())))
            .collect();
        out.sort_by_key(|(id, a)| (a.at, a.id, *id));
        self.attempts.borrow_mut().insert(campaign, kept);
        Ok(out)
    }

    fn read_attempts(&self, campaign: CampaignId) -> Result<Kept, RegisterError> {
        let mut kept = Kept {
            persons: BTreeMap::new(),
            version: self.version()?,
            writes: self.writes(),
        };
        for id in table::attempt::persons(&self.conn, campaign)? {
            kept.persons.insert(id, self.attempts_by(id, campaign)?);
        }
        Ok(kept)
    }

    fn follow_attempts(&self, campaign: CampaignId, mut kept: Kept) -> Result<Kept, RegisterError> {
        let writes = self.writes();
        if kept.writes == writes {
            return Ok(kept);
        }
        let (changed, version) = self.changed_since(kept.version)?;
        if changed.len() > MOST_FOLLOWED {
            return self.read_attempts(campaign);
        }
        for id in changed {
            if table::attempt::counts(&self.conn, campaign, id)? {
                kept.persons.insert(id, self.attempts_by(id, campaign)?);
            } else {
                kept.persons.remove(&id);
            }
        }
        (kept.version, kept.writes) = (version, writes);
        Ok(kept)
    }

    fn attempts_by(
        &self,
        person: PersonId,
        campaign: CampaignId,
    ) -> Result<Vec<Attempt>, RegisterError> {
        let file = self.case_file(person)?;
        let attempts = file.into_iter().flat_map(|f| f.attempts);
        Ok(attempts.filter(|a| a.campaign == campaign).collect())
    }
}

#[cfg(test)]
mod tests;
