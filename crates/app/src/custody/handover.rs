//! A place handed to a successor organisation (protocol §4.4, ADR 0136). The roster that k custodians signed comes first; then
//! the organisation that left seals its shares to the key that roster names, and offers them; the successor opens every one
//! against the bundle it was dealt in, keeps it, and signs the offer, which is the receipt; it is logged. Only then can the
//! organisation that left destroy its shares and its key.
//!
//! Owns that order. What an act rests on is written before it, and every act may be repeated. Must not seal a share to anybody
//! but who the log's roster names at the very place, and must not destroy anything without the receipt.

mod file;

pub use file::HandoverFile;

use super::bundles::{BundleState, KeptBundle};
use super::case::Pending;
use super::codec::{Reader, Writer, bad};
use super::keys::XWing;
use super::node::CustodianNode;
use super::store::{LETTERS, RETIRES, SELF, SHARES, TAKEN};
use crate::dto::AppError;
use crate::env::Env;
use crate::federation::{Signed, refused, topics};
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_release::{Custodian, CustodyTransfer, Retire, TransferState, logged, transfer_hash};
use ugnay_seal::words::PaperSeed;
use ugnay_seal::{EpochId, Hash32, SealPublic};
use ugnay_sync::Client;
use ugnay_vault::Changes;
use ugnay_wire::limits::{MAX_LOG_BODY, MAX_LOG_ENTRY};

/// Own offer, signed by us.
const OFFER: &[u8] = b"handover.offer";
/// It lies in the successor's box.
const POSTED: &[u8] = b"handover.posted";
/// The same offer with the successor's signature.
const RECEIPT: &[u8] = b"handover.receipt";
/// When own shares and the key were destroyed.
const DESTROYED: &[u8] = b"handover.destroyed";
/// The predecessor's offer.
const OFFERED: &[u8] = b"handover.offered";
/// The entry that logs our receipt for it.
const LOGGING: &[u8] = b"handover.logging";

/// A place that changed hands, as the log's rosters show it.
pub(super) struct Passed {
    pub x: u8,
    /// The last roster before.
    pub from: Hash32,
    /// The roster after.
    pub to: Hash32,
    /// Who left.
    pub leaving: Custodian,
    /// Who came.
    pub successor: Custodian,
}

/// Where a hand-over stands, for a screen.
pub(super) struct Standing {
    pub passed: Passed,
    /// This organisation leaves; otherwise it came.
    pub out: bool,
    pub offer: Option<Signed<CustodyTransfer>>,
    /// Register-epochs that arrived and were right.
    pub taken: u32,
    /// Both have signed.
    pub received: bool,
    /// The receipt stands in the log as followed.
    pub logged: bool,
    pub destroyed: Option<i64>,
    /// Of the epochs handed over, so many have been ended by their registers since.
    pub renewed: u32,
}

impl CustodianNode {
    /// The place this organisation had and another one has now.
    pub(super) fn left(&self) -> Option<Passed> {
        let me = self.public();
        if self.seat().is_some() {
            return None;
        }
        let eras = self.view.eras();
        let (from, old) = eras.rosters().find(|(_, r)| r.by_key(&me).is_some())?;
        let leaving = old.by_key(&me)?.clone();
        let x = leaving.x;
        let successor = self.view.federation.roster().custodian(x)?.clone();
        // The roster by which the present holder came: later ones may change other places.
        let (_, (to, _)) = eras.changed(x, |c| c.sign == successor.sign)?;
        Some(Passed {
            x,
            from,
            to,
            leaving,
            successor,
        })
    }

    /// The place this organisation has and another one had before.
    pub(super) fn entered(&self) -> Option<Passed> {
        let (me, x) = (self.public(), self.seat()?);
        let ((from, old), (to, new)) = self.view.eras().changed(x, |c| c.sign == me)?;
        let (leaving, successor) = (old.custodian(x)?.clone(), new.custodian(x)?.clone());
        // The same key for shares under another signature is a recovery from paper.
        (leaving.x_wing != successor.x_wing).then_some(Passed {
            x,
            from,
            to,
            leaving,
            successor,
        })
    }

    /// Seals every share to the successor, and offers them. Once; the same again changes nothing.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `not_now` while no logged roster names a successor at this organisation's place.
    pub fn seal_handover(&mut self, env: &mut Env) -> Result<(), AppError> {
        if self.signed(OFFER)?.is_some() {
            return Ok(());
        }
        let passed = self.left().ok_or_else(|| refused("not_now"))?;
        let now = env.now();
        self.retire_ended(now)?;
        let set: BTreeSet<(EpochId, Hash32)> = self
            .shares
            .iter()
            .map(|s| (s.epoch_id, s.header_hash))
            .collect();
        let transfer = CustodyTransfer {
            x: passed.x,
            from: passed.from,
            to: passed.to,
            count: set.len() as u32,
            shares: transfer_hash(&set),
            time: now,
        };
        let fed = self.view.federation.fed();
        let offer = Signed::new(transfer, fed, &[&self.keys.sign])?;
        let to = SealPublic::from_bytes(&passed.successor.x_wing)?;
        let mut changes = Changes::default();
        let rosters = (passed.from, passed.to);
        self.write_letters(passed.x, rosters, &to, &mut changes, env)?;
        changes.put(SELF, OFFER, offer.to_bytes());
        changes.happened(now, "handover_sealed", &offer.hash().0);
        self.write(changes)
    }

    /// Offer and letters as a file, for a successor without a line.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `not_now` before [`Self::seal_handover`].
    pub fn handover_file(&self) -> Result<HandoverFile, AppError> {
        Ok(HandoverFile {
            offer: self.signed(OFFER)?.ok_or_else(|| refused("not_now"))?,
            letters: self.letters()?,
        })
    }

    /// Takes a hand-over that came as a file; what its bundles are needed for is opened at once. Returns the receipt once
    /// everything has arrived and is right.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `not_mine` for a hand-over to somebody else; a buffer that cannot be reached: what was
    /// taken is kept, the rest follows with the next exchange.
    pub fn take_handover(
        &mut self,
        file: &HandoverFile,
        client: &mut Client,
        env: &mut Env,
    ) -> Result<Option<Signed<CustodyTransfer>>, AppError> {
        self.keep_handover(file)?;
        self.open_letters(client, env.now())?;
        self.sign_receipt(env)?;
        self.receipt()
    }

    /// The same, without opening anything yet.
    pub(super) fn keep_handover(&mut self, file: &HandoverFile) -> Result<(), AppError> {
        if !self.is_offer_to_me(&file.offer) {
            return Err(refused("not_mine"));
        }
        let mut changes = Changes::default();
        self.put_letters(&file.letters, &mut changes);
        changes.put(SELF, OFFERED, file.offer.to_bytes());
        self.write(changes)
    }

    /// Own receipt for what the predecessor offered, once signed.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn receipt(&self) -> Result<Option<Signed<CustodyTransfer>>, AppError> {
        let offered = self.signed(OFFERED)?;
        Ok(offered.filter(|o| self.judge(o) == Some(TransferState::Received)))
    }

    /// Takes the successor's receipt that came as a file.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `not_mine` when it is not the receipt for what was offered here.
    pub fn take_receipt(
        &mut self,
        receipt: &Signed<CustodyTransfer>,
        now: i64,
    ) -> Result<(), AppError> {
        let offer = self.signed(OFFER)?;
        let mine = offer.is_some_and(|o| o.bytes() == receipt.bytes());
        if !mine || self.judge(receipt) != Some(TransferState::Received) {
            return Err(refused("not_mine"));
        }
        let mut changes = Changes::default();
        changes.put(SELF, RECEIPT, receipt.to_bytes());
        changes.happened(now, "handover_received", &receipt.hash().0);
        self.write(changes)
    }

    /// Destroys what was handed over: every share, every letter, and the key shares were sealed to. Nothing brings it back.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] with `no_receipt` before the successor has said that it has everything.
    pub fn destroy_handed(&mut self, env: &mut Env) -> Result<(), AppError> {
        if self.store.get(SELF, DESTROYED)?.is_some() {
            return Ok(());
        }
        if self.signed(RECEIPT)?.is_none() {
            return Err(refused("no_receipt"));
        }
        let now = env.now();
        let mut changes = Changes::default();
        for space in [SHARES, LETTERS] {
            for (name, _) in self.store.list(space)? {
                changes.delete(space, &name);
            }
        }
        for b in self.bundles.iter_mut().filter(|b| b.has_shares()) {
            if b.state == BundleState::Live {
                b.state = BundleState::HandedOn;
                b.dirty = true;
            }
        }
        self.shares.clear();
        let old = self.keys.seal.hash();
        // A key of nobody: whoever wants to be a custodian again begins with a sheet that was tested.
        self.keys.seal = XWing::from_seed(&PaperSeed::from_bytes(env.random()), now);
        self.keys.next = None;
        self.keys.put(&mut changes);
        changes.put(SELF, DESTROYED, now.to_be_bytes());
        changes.happened(now, "handover_destroyed", &old.0);
        self.write(changes)
    }

    /// Whatever of a hand-over an exchange can carry on.
    pub(super) fn exchange_handover(
        &mut self,
        client: &mut Client,
        env: &mut Env,
    ) -> Result<(), AppError> {
        if let Some(offer) = self.signed(OFFER)? {
            self.post_offer(client, &offer)?;
            self.find_receipt(client, &offer, env.now())?;
        }
        self.sign_receipt(env)?;
        self.log_receipt(client)
    }

    fn post_offer(
        &mut self,
        client: &mut Client,
        offer: &Signed<CustodyTransfer>,
    ) -> Result<(), AppError> {
        if self.store.get(SELF, POSTED)?.is_some() {
            return Ok(());
        }
        let new = self.view.eras().roster(&offer.body().to);
        let Some(successor) = new.and_then(|r| r.custodian(offer.body().x)) else {
            return Ok(());
        };
        let to = SealPublic::from_bytes(&successor.x_wing)?.hash();
        client.post_box(&topics::share_letters(&to), offer.to_bytes())?;
        let mut changes = Changes::default();
        changes.put(SELF, POSTED, [1_u8].as_slice());
        self.write(changes)
    }

    /// Looks for the receipt in the log as followed.
    fn find_receipt(
        &mut self,
        client: &mut Client,
        offer: &Signed<CustodyTransfer>,
        now: i64,
    ) -> Result<(), AppError> {
        if self.signed(RECEIPT)?.is_some() {
            return Ok(());
        }
        for index in self.transfers(offer) {
            let body = self.view.body(client, index)?;
            let (Some(body), Some(seen)) = (body, self.view.entry(index)) else {
                continue;
            };
            let Ok(found) = logged::open::<CustodyTransfer>(&seen.entry, &body) else {
                continue;
            };
            if self.take_receipt(&found, now).is_ok() {
                break;
            }
        }
        Ok(())
    }

    /// Entries of the log that are about a transfer.
    fn transfers(&self, of: &Signed<CustodyTransfer>) -> Vec<u64> {
        let public = of.body().public();
        let entries = self.view.entries().iter();
        entries
            .filter(|s| s.entry.kind == EntryType::CustodyTransfer && s.entry.public == public)
            .map(|s| s.index)
            .collect()
    }

    /// Signs the predecessor's offer once exactly what it lists arrived.
    fn sign_receipt(&mut self, env: &mut Env) -> Result<(), AppError> {
        let Some(mut offer) = self.signed(OFFERED)? else {
            return Ok(());
        };
        let complete = transfer_hash(&self.arrived(&offer)?) == offer.body().shares;
        if !complete || self.judge(&offer) != Some(TransferState::Offered) {
            return Ok(());
        }
        offer.sign(self.view.federation.fed(), &self.keys.sign)?;
        let (now, author) = (env.now(), self.keys.sign.public());
        let public = offer.body().public();
        let s = logged::submission(&offer, public, &author, now, &mut env.rng());
        let mut w = Writer::default();
        let entry = s.entry.encode().map_err(|_| refused("entry"))?;
        w.bytes(&entry, MAX_LOG_ENTRY, "entry").map_err(bad)?;
        w.bytes(&s.body, MAX_LOG_BODY, "body").map_err(bad)?;
        let mut changes = Changes::default();
        changes.put(SELF, OFFERED, offer.to_bytes());
        changes.put(SELF, LOGGING, w.finish());
        changes.happened(now, "handover_taken", &offer.hash().0);
        self.write(changes)
    }

    /// Says the receipt to the log until it stands there.
    fn log_receipt(&mut self, client: &mut Client) -> Result<(), AppError> {
        let (Some(bytes), Some(offered)) = (self.store.get(SELF, LOGGING)?, self.signed(OFFERED)?)
        else {
            return Ok(());
        };
        if !self.transfers(&offered).is_empty() || self.seat().is_none() {
            return Ok(());
        }
        let mut r = Reader::new(&bytes);
        let pending = Pending {
            entry: r.bytes(MAX_LOG_ENTRY, "entry").map_err(bad)?,
            body: r.bytes(MAX_LOG_BODY, "body").map_err(bad)?,
        };
        self.submit(client, pending)
    }

    /// What of an offer arrived.
    fn arrived(
        &self,
        offer: &Signed<CustodyTransfer>,
    ) -> Result<BTreeSet<(EpochId, Hash32)>, AppError> {
        let names = self.store.list(TAKEN)?;
        let read = |(name, _): &ugnay_vault::Named| {
            let rest = name.strip_prefix(&offer.body().to.0)?;
            let (epoch, header) = rest.split_first_chunk::<16>()?;
            Some((EpochId(*epoch), Hash32(header.try_into().ok()?)))
        };
        Ok(names.iter().filter_map(read).collect())
    }

    /// Whether an offer is signed by the organisation that had this custodian's place before.
    pub(super) fn is_offer_to_me(&self, offer: &Signed<CustodyTransfer>) -> bool {
        let passed = self.entered();
        let to_me = passed.is_some_and(|p| offer.body().x == p.x && offer.body().to == p.to);
        to_me && self.judge(offer) == Some(TransferState::Offered)
    }

    /// Notes an offer that came into the box, if it is one to us and the first.
    pub(super) fn note_offer(&self, bytes: &[u8], changes: &mut Changes) -> Result<(), AppError> {
        if let Ok(offer) = Signed::<CustodyTransfer>::from_bytes(bytes)
            && self.is_offer_to_me(&offer)
            && self.signed(OFFERED)?.is_none()
        {
            changes.put(SELF, OFFERED, offer.to_bytes());
        }
        Ok(())
    }

    /// Whose signatures a transfer has, by the rosters it names; nothing when they are not of this federation or wrong.
    pub(super) fn judge(&self, transfer: &Signed<CustodyTransfer>) -> Option<TransferState> {
        let body = transfer.body();
        let eras = self.view.eras();
        let (old, new) = (eras.roster(&body.from)?, eras.roster(&body.to)?);
        let fed = self.view.federation.fed();
        CustodyTransfer::verify(transfer, fed, (&body.from, old), (&body.to, new)).ok()
    }

    fn signed(&self, name: &[u8]) -> Result<Option<Signed<CustodyTransfer>>, AppError> {
        let bytes = self.store.get(SELF, name)?;
        Ok(bytes.map(|b| Signed::from_bytes(&b)).transpose()?)
    }

    /// Where a hand-over stands here; nothing when this organisation's place never changed hands.
    pub(super) fn handover_standing(&self) -> Result<Option<Standing>, AppError> {
        let (out, passed) = match (self.left(), self.entered()) {
            (Some(p), _) => (true, p),
            (_, Some(p)) => (false, p),
            _ => return Ok(None),
        };
        let offer = self.signed(if out { OFFER } else { OFFERED })?;
        let arrived = match &offer {
            Some(o) if !out => self.arrived(o)?,
            _ => BTreeSet::new(),
        };
        let handed: BTreeSet<EpochId> = if out {
            let given = |b: &&KeptBundle| b.state == BundleState::HandedOn;
            let gone = self.bundles.iter().filter(given).map(|b| b.epoch);
            gone.chain(self.shares.iter().map(|s| s.epoch_id)).collect()
        } else {
            arrived.iter().map(|(epoch, _)| *epoch).collect()
        };
        let ended = self.ended()?;
        let received = if out {
            self.signed(RECEIPT)?.is_some()
        } else {
            self.receipt()?.is_some()
        };
        let destroyed = self.store.get(SELF, DESTROYED)?;
        let destroyed = destroyed.and_then(|b| b.as_slice().try_into().ok());
        Ok(Some(Standing {
            taken: arrived.len() as u32,
            received,
            logged: offer
                .as_ref()
                .is_some_and(|o| !self.transfers(o).is_empty()),
            destroyed: destroyed.map(i64::from_be_bytes),
            renewed: handed.intersection(&ended).count() as u32,
            passed,
            out,
            offer,
        }))
    }

    /// Epochs that their registers said are over, whether their shares are dropped here yet or not.
    fn ended(&self) -> Result<BTreeSet<EpochId>, AppError> {
        let mut out: BTreeSet<EpochId> = self
            .bundles
            .iter()
            .filter(|b| b.state == BundleState::Retired)
            .map(|b| b.epoch)
            .collect();
        for (_, bytes) in self.store.list(RETIRES)? {
            let notice = bytes.get(8..).map(Signed::<Retire>::from_bytes);
            let Some(Ok(notice)) = notice else { continue };
            let epoch = notice.body().epoch;
            let Some(b) = self.accepted(&epoch) else {
                continue;
            };
            if Retire::verify(&notice, self.view.federation.fed(), &b.write_cap).is_ok() {
                out.insert(epoch);
            }
        }
        Ok(out)
    }

    /// Whether a successor still counts on every letter.
    pub(super) fn is_handing_over(&self) -> Result<bool, AppError> {
        let (offer, receipt) = (self.store.get(SELF, OFFER)?, self.store.get(SELF, RECEIPT)?);
        Ok(offer.is_some() && receipt.is_none())
    }
}

#[cfg(test)]
mod tests;
