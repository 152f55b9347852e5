//! The federation's policy: every number that gates a release. Owns its encoding and its internal rules;
//! whether the numbers are wise is [`crate::linter`]'s question.

use crate::object::{Object, ascending, rule};
use crate::{Purpose, ReleaseError};
use ugnay_log::EntryType;
use ugnay_seal::Label;
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Largest n.
pub const MAX_CUSTODIANS: usize = 16;

/// What one purpose may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PurposeCap {
    /// The purpose.
    pub purpose: Purpose,
    /// Most barangays in one request.
    pub max_areas: u16,
    /// Longest grant in seconds.
    pub max_window: u32,
}

/// A version of the federation's policy. Times are seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// 1 in the genesis, then one more each time.
    pub version: u32,
    /// SHA-256 of the version before; zeros in the first.
    pub previous: [u8; 32],
    /// Short times for a demonstration; every screen must say so.
    pub demo: bool,
    /// Custodians.
    pub n: u8,
    /// Approvals needed, and shares.
    pub k: u8,
    /// Custodians the federation must be able to lose in one disaster (l of the linter).
    pub loss: u8,
    /// Objections that stop a release.
    pub veto: u8,
    /// Organisations that must cosign (q).
    pub quorum: u8,
    /// Of those, at least this many that are not custodians.
    pub externals: u8,
    /// From the q-th cosignature of the request to the earliest release.
    pub cool_off: u32,
    /// The same with k+1 approvals.
    pub fast_cool_off: u32,
    /// A desk card must have been logged this long before it is used.
    pub card_age: u32,
    /// Longest validity of a desk card.
    pub card_life: u32,
    /// Longest grant.
    pub max_window: u32,
    /// A request may wait at most this long for its decisions.
    pub max_pending: u32,
    /// Most distinct barangays one desk may ask for within 90 days.
    pub areas_per_90_days: u32,
    /// Most requests one desk may make within 90 days.
    pub requests_per_90_days: u16,
    /// Purposes allowed, in number order; others are refused.
    pub purposes: Vec<PurposeCap>,
}

impl Policy {
    /// The cap of a purpose, if it is allowed at all.
    #[must_use]
    pub fn cap(&self, purpose: Purpose) -> Option<&PurposeCap> {
        self.purposes.iter().find(|cap| cap.purpose == purpose)
    }

    /// After how many seconds a witness says again that the log is still the same: half the shorter cool-off, so that time
    /// goes on for a release although nobody adds anything, and never longer than an hour.
    #[must_use]
    pub fn renewal(&self) -> i64 {
        i64::from((self.cool_off.min(self.fast_cool_off) / 2).min(3600))
    }

    /// The defaults of the protocol for n custodians with threshold k: 4 h, 30 min, v=2, 14 days, 30 days.
    #[must_use]
    pub fn standard(n: u8, k: u8, quorum: u8) -> Self {
        const HOUR: u32 = 3600;
        const DAY: u32 = 86_400;
        let cap = |purpose: &Purpose| PurposeCap {
            purpose: *purpose,
            max_areas: 120,
            max_window: 30 * DAY,
        };
        Self {
            version: 1,
            previous: [0; 32],
            demo: false,
            n,
            k,
            loss: n.saturating_sub(k),
            veto: 2,
            quorum,
            externals: 1,
            cool_off: 4 * HOUR,
            fast_cool_off: HOUR / 2,
            card_age: 14 * DAY,
            card_life: 365 * DAY,
            max_window: 30 * DAY,
            max_pending: 7 * DAY,
            areas_per_90_days: 240,
            requests_per_90_days: 6,
            purposes: Purpose::ALL.iter().map(cap).collect(),
        }
    }

    /// [`Policy::standard`] with seconds instead of hours, marked as a demonstration.
    #[must_use]
    pub fn demo(n: u8, k: u8, quorum: u8) -> Self {
        Self {
            demo: true,
            cool_off: 3,
            fast_cool_off: 1,
            card_age: 0,
            ..Self::standard(n, k, quorum)
        }
    }

    fn check(&self) -> Result<(), ReleaseError> {
        let n = usize::from(self.n);
        rule(self.version >= 1, "versions start at 1")?;
        rule(
            (self.version == 1) == (self.previous == [0; 32]),
            "only the first version has no predecessor",
        )?;
        rule(
            (1..=MAX_CUSTODIANS).contains(&n) && (1..=self.n).contains(&self.k),
            "k of n",
        )?;
        rule(
            self.veto >= 1,
            "at least one objection must be able to stop",
        )?;
        rule(self.quorum >= 1, "somebody must cosign")?;
        rule(
            self.fast_cool_off <= self.cool_off,
            "the fast path is not the slow one",
        )?;
        rule(!self.purposes.is_empty(), "no purpose")?;
        let purposes: Vec<Purpose> = self.purposes.iter().map(|c| c.purpose).collect();
        ascending(&purposes, "purposes in order, each once")?;
        let within = self
            .purposes
            .iter()
            .all(|c| c.max_window <= self.max_window && c.max_areas > 0);
        rule(within, "a purpose within the policy's limits")
    }
}

impl Object for Policy {
    const MAX_LEN: usize = 1024;

    fn kind(&self) -> EntryType {
        EntryType::Policy
    }

    fn label(&self) -> Label {
        Label::Policy
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.u32(self.version);
        w.raw(&self.previous);
        w.flag(self.demo);
        for byte in [
            self.n,
            self.k,
            self.loss,
            self.veto,
            self.quorum,
            self.externals,
        ] {
            w.u8(byte);
        }
        for seconds in [
            self.cool_off,
            self.fast_cool_off,
            self.card_age,
            self.card_life,
            self.max_window,
            self.max_pending,
        ] {
            w.u32(seconds);
        }
        w.u32(self.areas_per_90_days);
        w.raw(&self.requests_per_90_days.to_be_bytes());
        w.count(self.purposes.len(), Purpose::ALL.len(), "purposes")?;
        for cap in &self.purposes {
            w.u8(cap.purpose as u8);
            w.raw(&cap.max_areas.to_be_bytes());
            w.u32(cap.max_window);
        }
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let (version, previous, demo) = (r.u32("version")?, r.array("previous")?, r.flag("demo")?);
        let [n, k, loss, veto, quorum, externals] = r.array::<6>("numbers")?;
        let mut times = [0u32; 6];
        for time in &mut times {
            *time = r.u32("seconds")?;
        }
        let [
            cool_off,
            fast_cool_off,
            card_age,
            card_life,
            max_window,
            max_pending,
        ] = times;
        let areas_per_90_days = r.u32("areas per 90 days")?;
        let requests_per_90_days = r.u16("requests per 90 days")?;
        let mut purposes = Vec::new();
        for _ in 0..r.count(Purpose::ALL.len(), 7, "purposes")? {
            let purpose = Purpose::from_byte(r.u8("purpose")?)?;
            purposes.push(PurposeCap {
                purpose,
                max_areas: r.u16("areas")?,
                max_window: r.u32("window")?,
            });
        }
        let policy = Self {
            version,
            previous,
            demo,
            n,
            k,
            loss,
            veto,
            quorum,
            externals,
            cool_off,
            fast_cool_off,
            card_age,
            card_life,
            max_window,
            max_pending,
            areas_per_90_days,
            requests_per_90_days,
            purposes,
        };
        policy.check()?;
        Ok(policy)
    }
}

#[cfg(test)]
mod tests;
