//! The keys of one grant and what they open: exactly the granted compartments, only what a device of the register wrote,
//! for the granted time. What was left out is counted and its writer named by the device's id. Must not draw keys from
//! shares: that is `super`'s.

use super::live;
use crate::dto::AppError;
use crate::federation::refused;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::Record;
use ugnay_release::Request;
use ugnay_release::desk::grant_open;
use ugnay_seal::{CardDek, Cid, EpochId, FedId, VerifyingId};
use ugnay_sync::{
    Client, DeviceId, Doubt, Fetcher, Granted, Shards, Standing, open_cards, read_shards,
};
use ugnay_wire::Pseud;
use ugnay_wire::ids::to_hex;

/// A register-epoch as at least k custodians vouch for it.
#[derive(Clone, Copy)]
pub(super) struct Dealt {
    /// Its name at the buffer.
    pub pseud: Pseud,
    /// Its write capability: who signs for the list of writers.
    pub write_cap: VerifyingId,
}

/// The keys of one grant. They are gone when this is dropped; what was printed is not.
pub struct OpenedRelease {
    pub(super) fed: FedId,
    pub(super) by: Fetcher,
    pub(super) request: Request,
    pub(super) keys: BTreeMap<(EpochId, Cid), CardDek>,
    pub(super) registers: BTreeMap<EpochId, Dealt>,
    /// Custodians whose shares were used, by roster index.
    pub custodians: BTreeSet<u8>,
    /// Custodians who handed over something wrong; the rest was enough.
    pub faulty: BTreeSet<u8>,
}

/// Cards that were left out because the register does not count their writer among its devices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefusedWriter {
    /// The device's id: SHA-256 of its key, hexadecimal.
    pub device: String,
    /// `foreign`: no list of the register names it; `revoked`: the register took it out.
    pub why: &'static str,
    /// How many cards it put there.
    pub cards: u32,
}

/// What a grant opened.
#[derive(Default)]
pub(crate) struct Released {
    /// The newest state of each person, by person.
    pub records: Vec<Record>,
    /// Who was left out.
    pub refused: Vec<RefusedWriter>,
    /// Index shards and cards that are not what names them, or are not there.
    pub damaged: u32,
}

impl OpenedRelease {
    /// How many compartments were opened.
    #[must_use]
    pub fn compartments(&self) -> usize {
        self.keys.len()
    }

    /// The key of a compartment, if it was granted.
    #[must_use]
    pub fn key(&self, epoch: &EpochId, cid: &Cid) -> Option<&CardDek> {
        self.keys.get(&(*epoch, *cid))
    }

    /// Whether the grant still stands; at its end the keys are wiped.
    pub fn expire(&mut self, now: i64) -> bool {
        let open = grant_open(&self.request, now);
        if !open {
            self.keys.clear();
        }
        open
    }

    /// Who was left out of the granted compartments, and how many cards.
    ///
    /// # Errors
    /// When the grant is over or the buffer cannot be reached.
    pub fn refused(&self, client: &mut Client, now: i64) -> Result<Vec<RefusedWriter>, AppError> {
        Ok(self.released(client, now, |_| true)?.refused)
    }

    /// Everything that was granted.
    pub(crate) fn records(&self, client: &mut Client, now: i64) -> Result<Released, AppError> {
        self.released(client, now, |_| true)
    }

    /// One granted compartment.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the grant is over or never covered it.
    pub(super) fn compartment(
        &self,
        client: &mut Client,
        at: (EpochId, Cid),
        now: i64,
    ) -> Result<Released, AppError> {
        if grant_open(&self.request, now) && !self.keys.contains_key(&at) {
            return Err(refused("out_of_scope"));
        }
        self.released(client, now, |one| *one == at)
    }

    /// Lists of writers are gathered from all that was granted before any card is opened: what one epoch of a register
    /// says about a device holds in those before it.
    fn released(
        &self,
        client: &mut Client,
        now: i64,
        wanted: impl Fn(&(EpochId, Cid)) -> bool,
    ) -> Result<Released, AppError> {
        // Whose keys were wiped at the end of the grant has nothing to ask for.
        if self.keys.is_empty() {
            return Ok(Released::default());
        }
        if !grant_open(&self.request, now) {
            return Err(refused("grant_over"));
        }
        let caps = self.registers.iter().map(|(e, d)| (*e, d.write_cap));
        let mut standing = Standing::new(self.fed, caps.collect());
        let by = self.by.at(now);
        let mut read: Vec<(Granted<'_>, Shards)> = Vec::new();
        for ((epoch, cid), key) in &self.keys {
            let Some(of) = self.granted(epoch, *cid, key) else {
                continue;
            };
            let shards = read_shards(client, &by, &of)?;
            shards.teach(*epoch, &mut standing);
            read.push((of, shards));
        }
        let mut all = Gathered::default();
        for (of, shards) in read.iter().filter(|(of, _)| wanted(&(of.epoch, of.cid))) {
            all.take(open_cards(client, &by, of, shards, &standing)?);
        }
        Ok(all.done())
    }

    fn granted<'a>(&self, epoch: &EpochId, cid: Cid, key: &'a CardDek) -> Option<Granted<'a>> {
        let dealt = self.registers.get(epoch)?;
        Some(Granted {
            fed: self.fed,
            epoch: *epoch,
            pseud: dealt.pseud,
            cid,
            key,
        })
    }

    /// Whether the granted key of a card compartment opens any index of another compartment's name.
    pub(super) fn opens(
        &self,
        client: &mut Client,
        at: (EpochId, Cid),
        other: Cid,
        now: i64,
    ) -> Result<bool, AppError> {
        let key = self.keys.get(&at).ok_or_else(|| refused("out_of_scope"))?;
        let of = self.granted(&at.0, other, key);
        let of = of.ok_or_else(|| refused("out_of_scope"))?;
        Ok(read_shards(client, &self.by.at(now), &of)?.named() > 0)
    }
}

/// Cards of several compartments and epochs become one list: of each person the newest.
#[derive(Default)]
struct Gathered {
    newest: BTreeMap<[u8; 16], (u64, Record)>,
    refused: BTreeMap<(DeviceId, Doubt), u32>,
    damaged: u32,
}

impl Gathered {
    fn take(&mut self, found: ugnay_sync::Found) {
        for (version, record) in found.records {
            let person = record.person.to_bytes();
            let had = self.newest.get(&person);
            if had.is_none_or(|(v, _)| version > *v) {
                self.newest.insert(person, (version, record));
            }
        }
        for (who, cards) in found.refused {
            *self.refused.entry(who).or_default() += cards;
        }
        self.damaged += found.damaged;
    }

    fn done(self) -> Released {
        let named = |((device, why), cards): ((DeviceId, Doubt), u32)| RefusedWriter {
            device: to_hex(&device),
            why: match why {
                Doubt::Foreign => "foreign",
                Doubt::Revoked => "revoked",
            },
            cards,
        };
        Released {
            records: self.newest.into_values().map(|(_, r)| r).collect(),
            refused: self.refused.into_iter().map(named).collect(),
            damaged: self.damaged,
        }
    }
}

impl Released {
    /// The records of persons; who was taken off a register is none.
    pub(crate) fn people(self) -> Vec<Record> {
        let mut records = self.records;
        records.retain(|r| live(r).is_some());
        records
    }
}
