//! Taking bundles of shares: opened, checked, kept, and answered with a receipt that says accepted or why not. Bundles that
//! this key opens though they were dealt under an earlier roster are kept too, but not vouched for.

use super::bundles::{BundleState, Held, KeptBundle};
use super::codec::damaged;
use super::node::CustodianNode;
use super::store::{RETIRES, SELF, SHARES};
use crate::dto::AppError;
use crate::federation::topics;
use ugnay_release::{Retire, Signed};
use ugnay_seal::{
    BundleView, Current, CustodianShares, DealFault, EpochId, Hash32, Receipt, open_shares,
};
use ugnay_sync::Client;
use ugnay_vault::Changes;
use ugnay_wire::{BundleInfo, Name, Pseud};

/// What opening a bundle gave.
struct Opened {
    outcome: Result<(), DealFault>,
    kept: Option<(CustodianShares, Held)>,
}

impl CustodianNode {
    /// Takes new bundles, opens this custodian's part, checks every share, and posts a receipt. When the roster, the policy
    /// or an own key changed, the whole list is gone through again: what was refused then may be let in now. Returns how
    /// many were accepted.
    ///
    /// # Errors
    /// When the buffer cannot be reached. A bad bundle gets a receipt that says why, and no error.
    pub fn take_bundles(&mut self, client: &mut Client, now: i64) -> Result<u32, AppError> {
        let mut taken = 0;
        let from = self.bundles_after()?;
        for info in client.bundles(from)? {
            let at = (info.pseud, info.name);
            if self.is_settled(&info) {
                continue;
            }
            let bytes = client.bundle(&info.pseud, &info.name)?;
            taken += u32::from(self.take_bundle(at, &bytes, now, Some(info.seq))?);
        }
        self.send_receipts(client)?;
        Ok(taken)
    }

    /// What the acceptance of bundles rests on.
    fn judged_by(&self) -> Hash32 {
        let f = &self.view.federation;
        let mut all = [f.roster_hash().0, f.policy_hash().0].concat();
        all.push(self.seat().unwrap_or(0));
        for pair in self.keys.pairs() {
            all.extend_from_slice(&pair.public().hash().0);
        }
        ugnay_seal::sha256(&all)
    }

    /// Where to go on in the list of bundles; its beginning when something changed that bundles are judged by.
    fn bundles_after(&mut self) -> Result<u64, AppError> {
        let rules = self.judged_by();
        let under = self.store.get(SELF, b"bundles.under")?;
        if under.as_ref().map(|u| u.as_slice()) != Some(&rules.0) {
            let mut changes = Changes::default();
            changes.put(SELF, b"bundles.after", 0_u64.to_be_bytes());
            changes.put(SELF, b"bundles.under", rules.0);
            self.write(changes)?;
            return Ok(0);
        }
        let Some(bytes) = self.store.get(SELF, b"bundles.after")? else {
            return Ok(0);
        };
        let bytes = bytes.as_slice().try_into();
        Ok(u64::from_be_bytes(bytes.map_err(|_| damaged("place"))?))
    }

    /// Whether looking at it again would change nothing.
    fn is_settled(&self, info: &BundleInfo) -> bool {
        let known = |b: &&KeptBundle| (b.pseud, b.name) == (info.pseud, info.name);
        let rules = self.judged_by();
        let done = |b: &KeptBundle| b.has_shares() || b.judged_by == rules;
        self.bundles.iter().find(known).is_some_and(done)
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
        if let Ok(notice) = Signed::<Retire>::from_bytes(bytes) {
            self.keep_notice(&notice, now, &mut changes)?;
        }
        let (Ok(view), Some(x)) = (BundleView::parse(bytes), self.seat()) else {
            self.write(changes)?;
            return Ok(false);
        };
        let (epoch, header) = (view.epoch_id(), view.header_hash());
        let rules = self.judged_by();
        let known = self
            .bundles
            .iter()
            .position(|b| (b.epoch, b.header) == (epoch, header));
        let settled = known
            .and_then(|n| self.bundles.get(n))
            .is_some_and(|b| b.has_shares() || b.judged_by == rules);
        if settled || self.is_retired(&epoch) {
            self.write(changes)?;
            return Ok(false);
        }
        let opened = self.open_bundle(&view, x);
        let kept = opened.kept.as_ref();
        let bundle = KeptBundle {
            pseud,
            name,
            epoch,
            seq: view.bundle_seq(),
            header,
            write_cap: view.write_cap(),
            outcome: opened.outcome,
            compartments: kept.map_or(0, |(s, _)| s.holdings.len()) as u32,
            at: now,
            state: BundleState::Live,
            held: kept.map_or(Held::Nothing, |(_, held)| *held),
            judged_by: rules,
            told: false,
            dirty: true,
        };
        if let Some(n) = known {
            self.bundles.remove(n);
        }
        let code = match (opened.outcome.is_ok(), kept.is_some()) {
            (true, _) => "bundle_accepted",
            (false, true) => "bundle_found",
            (false, false) => "bundle_refused",
        };
        if let Some((shares, _)) = opened.kept {
            self.keep_shares(shares, &mut changes);
        }
        self.bundles.push(bundle);
        changes.happened(now, code, &epoch.0);
        self.write(changes)?;
        Ok(opened.outcome.is_ok())
    }

    fn open_bundle(&self, view: &BundleView<'_>, x: u8) -> Opened {
        let f = &self.view.federation;
        let last = self.accepted(&view.epoch_id());
        let same_rules = last.is_some_and(|l| l.judged_by == self.judged_by());
        let current = Current {
            fed: *f.fed(),
            roster_hash: f.roster_hash(),
            policy_hash: f.policy_hash(),
            k: f.policy().k,
            n: f.policy().n,
            // Dealt again under another roster, an epoch's bundle may have the number it had.
            min_bundle_seq: last.map_or(0, |l| l.seq.saturating_add(u64::from(same_rules))),
            write_cap: last.map(|l| l.write_cap),
        };
        let mut fault = DealFault::NotOpened;
        for pair in self.keys.pairs() {
            match open_shares(view, &current, x, pair) {
                Ok(shares) => {
                    return Opened {
                        outcome: Ok(()),
                        kept: Some((shares, Held::Dealt)),
                    };
                }
                Err(e) => fault = e,
            }
        }
        let stale = matches!(fault, DealFault::StaleRoster | DealFault::StalePolicy);
        let better = last.is_some_and(|l| l.held == Held::Dealt);
        let older = (stale && !better)
            .then(|| self.open_older(view, x, last))
            .flatten();
        Opened {
            outcome: Err(fault),
            kept: older.map(|s| (s, Held::Found)),
        }
    }

    /// Opens a bundle of an earlier roster and policy of this federation, where that roster named this very key at this
    /// place.
    fn open_older(
        &self,
        view: &BundleView<'_>,
        x: u8,
        last: Option<&KeptBundle>,
    ) -> Option<CustodianShares> {
        let eras = self.view.eras();
        let named = eras.roster(&view.roster_hash())?.custodian(x)?;
        let policy = eras.policy(&view.policy_hash())?;
        let pair = self
            .keys
            .pairs()
            .find(|p| p.public().to_bytes() == named.x_wing)?;
        let then = Current {
            fed: *self.view.federation.fed(),
            roster_hash: view.roster_hash(),
            policy_hash: view.policy_hash(),
            k: policy.k,
            n: policy.n,
            min_bundle_seq: last.map_or(0, |l| l.seq.saturating_add(1)),
            write_cap: last.map(|l| l.write_cap),
        };
        open_shares(view, &then, x, pair).ok()
    }

    /// The bundle whose shares of an epoch were kept last, retired or not.
    pub(super) fn accepted(&self, epoch: &EpochId) -> Option<&KeptBundle> {
        let of = |b: &&KeptBundle| b.epoch == *epoch && b.held != Held::Nothing;
        let live = |b: &&KeptBundle| (b.state == BundleState::Live, b.seq);
        self.bundles.iter().filter(of).max_by_key(live)
    }

    /// Keeps shares in place of earlier ones of their epoch.
    pub(super) fn keep_shares(&mut self, shares: CustodianShares, changes: &mut Changes) {
        for b in &mut self.bundles {
            if b.epoch == shares.epoch_id && b.held != Held::Nothing && b.state == BundleState::Live
            {
                b.state = BundleState::Replaced;
                b.dirty = true;
            }
        }
        changes.put(SHARES, &shares.epoch_id.0, shares.to_bytes().to_vec());
        self.shares.retain(|s| s.epoch_id != shares.epoch_id);
        self.shares.push(shares);
    }

    /// Writes down that a register says an epoch is over, with the time it was heard first.
    fn keep_notice(
        &self,
        notice: &Signed<Retire>,
        now: i64,
        changes: &mut Changes,
    ) -> Result<(), AppError> {
        let hash = ugnay_seal::sha256(&notice.to_bytes());
        let name = [&notice.body().epoch.0[..], &hash.0].concat();
        if self.store.get(RETIRES, &name)?.is_none() {
            let bytes = [&now.to_be_bytes()[..], &notice.to_bytes()].concat();
            changes.put(RETIRES, &name, bytes);
        }
        Ok(())
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
