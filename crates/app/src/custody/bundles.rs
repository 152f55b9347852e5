//! Taking bundles of shares: opened, checked, kept, and answered with a receipt that says accepted or why not.

use super::codec::{Reader, Writer, bad, damaged};
use super::node::CustodianNode;
use super::store::{BUNDLES, SELF, SHARES};
use crate::dto::AppError;
use crate::federation::topics;
use ugnay_release::Federation;
use ugnay_seal::{
    BundleView, Current, CustodianShares, DealFault, EpochId, Hash32, Receipt, VerifyingId,
    open_shares,
};
use ugnay_sync::Client;
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
    /// Hash of the roster and the policy it was judged by: another one may let it in.
    judged_by: Hash32,
    /// The receipt reached the buffer.
    pub told: bool,
    pub(super) dirty: bool,
}

impl KeptBundle {
    pub(super) fn put(&self, changes: &mut Changes) -> Result<(), AppError> {
        let mut w = Writer::default();
        w.u8(1);
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
        let name = [&self.epoch.0[..], &self.header.0].concat();
        changes.put(BUNDLES, &name, w.finish());
        Ok(())
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        let mut r = Reader::new(bytes);
        if r.u8("version").map_err(bad)? != 1 {
            return Err(damaged("bundle"));
        }
        let out = Self {
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
                _ => return Err(damaged("bundle")),
            },
            judged_by: Hash32(r.array("judged by").map_err(bad)?),
            told: r.flag("told").map_err(bad)?,
            dirty: false,
        };
        r.end().map_err(bad)?;
        Ok(out)
    }
}

/// What the acceptance of bundles rests on.
fn judged_by(f: &Federation) -> Hash32 {
    ugnay_seal::sha256(&[f.roster_hash().0, f.policy_hash().0].concat())
}

impl CustodianNode {
    /// Takes new bundles, opens this custodian's part, checks every share, and posts a receipt. Bundles that were refused
    /// under another roster or policy than the one in force are looked at again. Returns how many were accepted.
    ///
    /// # Errors
    /// When the buffer cannot be reached. A bad bundle gets a receipt that says why, and no error.
    pub fn take_bundles(&mut self, client: &mut Client, now: i64) -> Result<u32, AppError> {
        let mut taken = 0;
        let rules = judged_by(&self.view.federation);
        let stale = |b: &&KeptBundle| {
            let outdated = matches!(
                b.outcome,
                Err(DealFault::StaleRoster | DealFault::StalePolicy | DealFault::Threshold)
            );
            outdated && b.judged_by != rules
        };
        let again: Vec<(Pseud, Name)> = self
            .bundles
            .iter()
            .filter(stale)
            .map(|b| (b.pseud, b.name))
            .collect();
        for (pseud, name) in again {
            let bytes = client.bundle(&pseud, &name)?;
            taken += u32::from(self.take_bundle((pseud, name), &bytes, now, None)?);
        }
        for info in client.bundles(self.bundles_after()?)? {
            let bytes = client.bundle(&info.pseud, &info.name)?;
            let at = (info.pseud, info.name);
            taken += u32::from(self.take_bundle(at, &bytes, now, Some(info.seq))?);
        }
        self.send_receipts(client)?;
        Ok(taken)
    }

    fn bundles_after(&self) -> Result<u64, AppError> {
        let Some(bytes) = self.store.get(SELF, b"bundles.after")? else {
            return Ok(0);
        };
        let bytes = bytes.as_slice().try_into();
        Ok(u64::from_be_bytes(bytes.map_err(|_| damaged("place"))?))
    }

    pub(super) fn take_bundle(
        &mut self,
        (pseud, name): (Pseud, Name),
        bytes: &[u8],
        now: i64,
        seq: Option<u64>,
    ) -> Result<bool, AppError> {
        let mut changes = Changes::default();
        if let Some(seq) = seq {
            changes.put(SELF, b"bundles.after", seq.to_be_bytes());
        }
        let (Ok(view), Some(x)) = (BundleView::parse(bytes), self.seat()) else {
            self.write(changes)?;
            return Ok(false);
        };
        let (epoch, header) = (view.epoch_id(), view.header_hash());
        let known = self
            .bundles
            .iter()
            .position(|b| (b.epoch, b.header) == (epoch, header));
        let settled = known
            .and_then(|n| self.bundles.get(n))
            .is_some_and(|b| b.outcome.is_ok() || b.judged_by == judged_by(&self.view.federation));
        if settled || self.is_retired(&epoch) {
            self.write(changes)?;
            return Ok(false);
        }
        let opened = self.open_bundle(&view, x);
        let bundle = KeptBundle {
            pseud,
            name,
            epoch,
            seq: view.bundle_seq(),
            header,
            write_cap: view.write_cap(),
            outcome: opened.as_ref().map(|_| ()).map_err(|e| *e),
            compartments: opened.as_ref().map_or(0, |s| s.holdings.len()) as u32,
            at: now,
            state: BundleState::Live,
            judged_by: judged_by(&self.view.federation),
            told: false,
            dirty: true,
        };
        if let Some(n) = known {
            self.bundles.remove(n);
        }
        let accepted = opened.is_ok();
        if let Ok(shares) = opened {
            self.keep_shares(shares, &mut changes);
        }
        self.bundles.push(bundle);
        let code = if accepted {
            "bundle_accepted"
        } else {
            "bundle_refused"
        };
        changes.happened(now, code, &epoch.0);
        self.write(changes)?;
        Ok(accepted)
    }

    fn open_bundle(&self, view: &BundleView<'_>, x: u8) -> Result<CustodianShares, DealFault> {
        let f = &self.view.federation;
        let last = self.accepted(&view.epoch_id());
        let current = Current {
            fed: *f.fed(),
            roster_hash: f.roster_hash(),
            policy_hash: f.policy_hash(),
            k: f.policy().k,
            n: f.policy().n,
            min_bundle_seq: last.map_or(0, |l| l.seq.saturating_add(1)),
            write_cap: last.map(|l| l.write_cap),
        };
        let mut fault = DealFault::NotOpened;
        for pair in self.keys.pairs() {
            match open_shares(view, &current, x, pair) {
                Ok(shares) => return Ok(shares),
                Err(e) => fault = e,
            }
        }
        Err(fault)
    }

    /// The bundle whose shares of an epoch were kept last, retired or not.
    pub(super) fn accepted(&self, epoch: &EpochId) -> Option<&KeptBundle> {
        let of = |b: &&KeptBundle| b.epoch == *epoch && b.outcome.is_ok();
        self.bundles.iter().filter(of).max_by_key(|b| b.seq)
    }

    /// Keeps shares in place of earlier ones of their epoch.
    pub(super) fn keep_shares(&mut self, shares: CustodianShares, changes: &mut Changes) {
        for b in &mut self.bundles {
            if b.epoch == shares.epoch_id && b.outcome.is_ok() && b.state == BundleState::Live {
                b.state = BundleState::Replaced;
                b.dirty = true;
            }
        }
        changes.put(SHARES, &shares.epoch_id.0, shares.to_bytes().to_vec());
        self.shares.retain(|s| s.epoch_id != shares.epoch_id);
        self.shares.push(shares);
    }

    /// Posts every receipt that did not reach the buffer yet.
    fn send_receipts(&mut self, client: &mut Client) -> Result<(), AppError> {
        let Some(x) = self.seat() else { return Ok(()) };
        let open: Vec<usize> = (0..self.bundles.len())
            .filter(|n| self.bundles.get(*n).is_some_and(|b| !b.told))
            .collect();
        for n in open {
            let Some(b) = self.bundles.get_mut(n) else {
                continue;
            };
            let receipt = Receipt {
                fed: *self.view.federation.fed(),
                epoch_id: b.epoch,
                header_hash: b.header,
                x,
                outcome: b.outcome,
            };
            client.post_box(&topics::receipts(&b.pseud), receipt.sign(&self.keys.sign))?;
            b.told = true;
            b.dirty = true;
        }
        self.write(Changes::default())
    }
}
