//! Bundles of shares as a custodian remembers them: what each receipt says, and where the shares kept of it came from. Must
//! not judge a bundle; `take` does.

use super::codec::{Reader, Writer, bad, damaged};
use super::store::BUNDLES;
use crate::dto::AppError;
use ugnay_seal::{DealFault, EpochId, Hash32, VerifyingId};
use ugnay_vault::Changes;
use ugnay_wire::{Name, Pseud};

/// What became of a bundle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum BundleState {
    /// Refused, or its shares are the ones kept.
    Live = 0,
    /// A later bundle of the same epoch took its place.
    Replaced = 1,
    /// Its epoch is over; its shares are dropped.
    Retired = 2,
    /// Its shares were handed to a successor and destroyed here.
    HandedOn = 3,
}

/// Where the shares kept of a bundle came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Held {
    /// None were kept.
    Nothing = 0,
    /// Dealt under the roster and policy in force.
    Dealt = 1,
    /// Dealt to this key under an earlier roster or policy: found at the buffer later, as after a recovery from paper. The
    /// receipt says stale all the same, so that the register deals anew.
    Found = 2,
    /// Handed over by the organisation that had the place before, or sealed anew by ourselves at a change of key.
    HandedOver = 3,
}

/// A bundle this custodian looked at, and its receipt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptBundle {
    /// The register-epoch's name at the buffer.
    pub pseud: Pseud,
    /// The bundle's name there.
    pub name: Name,
    /// The epoch.
    pub epoch: EpochId,
    /// Its number within the epoch.
    pub seq: u64,
    /// Hash of its header: what the receipt is about.
    pub header: Hash32,
    /// The register's write capability, as first accepted.
    pub write_cap: VerifyingId,
    /// Accepted, or why not.
    pub outcome: Result<(), DealFault>,
    /// Compartments in it; 0 when it did not open.
    pub compartments: u32,
    /// When it was looked at, by this device's clock.
    pub at: i64,
    /// What became of it.
    pub state: BundleState,
    /// Where its shares came from, if any were kept.
    pub held: Held,
    /// Hash of the roster, the policy and the keys it was judged by: others may let it in.
    pub(super) judged_by: Hash32,
    /// The receipt reached the buffer.
    pub told: bool,
    pub(super) dirty: bool,
}

impl KeptBundle {
    /// Its shares are or were kept here, and were not given away.
    pub(super) fn has_shares(&self) -> bool {
        self.held != Held::Nothing && self.state != BundleState::HandedOn
    }

    pub(super) fn put(&self, changes: &mut Changes) -> Result<(), AppError> {
        let mut w = Writer::default();
        w.u8(2);
        w.raw(&self.pseud.0);
        w.raw(&self.name.0);
        w.raw(&self.epoch.0);
        w.u64(self.seq);
        w.raw(&self.header.0);
        w.raw(self.write_cap.as_bytes());
        w.u8(self.outcome.map_or_else(DealFault::code, |()| 0));
        w.u32(self.compartments);
        w.i64(self.at);
        w.u8(self.state as u8);
        w.raw(&self.judged_by.0);
        w.flag(self.told);
        w.u8(self.held as u8);
        let name = [&self.epoch.0[..], &self.header.0].concat();
        changes.put(BUNDLES, &name, w.finish());
        Ok(())
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        let mut r = Reader::new(bytes);
        let version = r.u8("version").map_err(bad)?;
        if !(1..=2).contains(&version) {
            return Err(damaged("bundle"));
        }
        let mut out = Self {
            pseud: Pseud(r.array("pseud").map_err(bad)?),
            name: Name(r.array("name").map_err(bad)?),
            epoch: EpochId(r.array("epoch").map_err(bad)?),
            seq: r.u64("seq").map_err(bad)?,
            header: Hash32(r.array("header").map_err(bad)?),
            write_cap: VerifyingId::from_bytes(&r.array("write cap").map_err(bad)?)?,
            outcome: match r.u8("outcome").map_err(bad)? {
                0 => Ok(()),
                code => Err(DealFault::from_code(code).ok_or_else(|| damaged("bundle"))?),
            },
            compartments: r.u32("compartments").map_err(bad)?,
            at: r.i64("at").map_err(bad)?,
            state: match r.u8("state").map_err(bad)? {
                0 => BundleState::Live,
                1 => BundleState::Replaced,
                2 => BundleState::Retired,
                3 => BundleState::HandedOn,
                _ => return Err(damaged("bundle")),
            },
            judged_by: Hash32(r.array("judged by").map_err(bad)?),
            told: r.flag("told").map_err(bad)?,
            held: Held::Nothing,
            dirty: false,
        };
        // The first version kept shares of accepted bundles only, and did not say so.
        out.held = match (version, out.outcome) {
            (1, Ok(())) => Held::Dealt,
            (1, Err(_)) => Held::Nothing,
            _ => match r.u8("held").map_err(bad)? {
                0 => Held::Nothing,
                1 => Held::Dealt,
                2 => Held::Found,
                3 => Held::HandedOver,
                _ => return Err(damaged("bundle")),
            },
        };
        r.end().map_err(bad)?;
        Ok(out)
    }
}

#[cfg(test)]
mod tests;
