//! A policy as a file people edit: every number by name, times in seconds, nothing left out and nothing unknown.
//! Owns the names. The version and what came before are not in it: the federation knows them.

use crate::dto::{AppError, ErrorCode};
use serde::{Deserialize, Serialize};
use ugnay_release::{Policy, Purpose, PurposeCap};

/// What one purpose may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapFile {
    /// Stable code of the purpose.
    pub purpose: String,
    /// Most barangays in one request.
    pub max_barangays: u16,
    /// Longest grant, seconds.
    pub max_grant_seconds: u32,
}

/// A policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// Short times for a demonstration; every screen says so.
    #[serde(default)]
    pub demonstration: bool,
    /// Custodians.
    pub custodians: u8,
    /// Approvals needed, and shares.
    pub approvals: u8,
    /// Custodians the federation must be able to lose in one disaster.
    pub may_be_lost: u8,
    /// Objections that stop a release.
    pub objections_that_stop: u8,
    /// Organisations that must cosign.
    pub witness_quorum: u8,
    /// Of those, outside witnesses.
    pub outside_witnesses: u8,
    /// From the quorum's cosignature of a request to the earliest release, seconds.
    pub cool_off_seconds: u32,
    /// The same with one approval more than needed.
    pub fast_cool_off_seconds: u32,
    /// How long a desk card must have been logged before it is used, seconds.
    pub card_age_seconds: u32,
    /// Longest validity of a desk card, seconds.
    pub card_life_seconds: u32,
    /// Longest grant, seconds.
    pub max_grant_seconds: u32,
    /// How long a request may wait for its decisions, seconds.
    pub max_pending_seconds: u32,
    /// Most distinct barangays one desk may ask for within 90 days.
    pub barangays_per_90_days: u32,
    /// Most requests one desk may make within 90 days.
    pub requests_per_90_days: u16,
    /// Purposes allowed; others are refused.
    pub purposes: Vec<CapFile>,
}

impl From<&Policy> for PolicyFile {
    fn from(p: &Policy) -> Self {
        let cap = |c: &PurposeCap| CapFile {
            purpose: c.purpose.code().to_owned(),
            max_barangays: c.max_areas,
            max_grant_seconds: c.max_window,
        };
        Self {
            demonstration: p.demo,
            custodians: p.n,
            approvals: p.k,
            may_be_lost: p.loss,
            objections_that_stop: p.veto,
            witness_quorum: p.quorum,
            outside_witnesses: p.externals,
            cool_off_seconds: p.cool_off,
            fast_cool_off_seconds: p.fast_cool_off,
            card_age_seconds: p.card_age,
            card_life_seconds: p.card_life,
            max_grant_seconds: p.max_window,
            max_pending_seconds: p.max_pending,
            barangays_per_90_days: p.areas_per_90_days,
            requests_per_90_days: p.requests_per_90_days,
            purposes: p.purposes.iter().map(cap).collect(),
        }
    }
}

impl PolicyFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with where and what.
    pub fn parse(json: &[u8]) -> Result<Self, AppError> {
        serde_json::from_slice(json).map_err(|e| {
            AppError::new(ErrorCode::BadInput)
                .field("policy")
                .detail(e.to_string())
        })
    }

    /// The policy, as a first version.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a purpose that does not exist. Other rules are checked when it is drafted.
    pub fn policy(&self) -> Result<Policy, AppError> {
        let mut purposes = Vec::new();
        for cap in &self.purposes {
            let purpose = Purpose::ALL
                .iter()
                .find(|p| p.code() == cap.purpose)
                .ok_or_else(|| AppError::new(ErrorCode::BadInput).field("purpose"))?;
            purposes.push(PurposeCap {
                purpose: *purpose,
                max_areas: cap.max_barangays,
                max_window: cap.max_grant_seconds,
            });
        }
        purposes.sort_unstable();
        Ok(Policy {
            version: 1,
            previous: [0; 32],
            demo: self.demonstration,
            n: self.custodians,
            k: self.approvals,
            loss: self.may_be_lost,
            veto: self.objections_that_stop,
            quorum: self.witness_quorum,
            externals: self.outside_witnesses,
            cool_off: self.cool_off_seconds,
            fast_cool_off: self.fast_cool_off_seconds,
            card_age: self.card_age_seconds,
            card_life: self.card_life_seconds,
            max_window: self.max_grant_seconds,
            max_pending: self.max_pending_seconds,
            areas_per_90_days: self.barangays_per_90_days,
            requests_per_90_days: self.requests_per_90_days,
            purposes,
        })
    }
}
