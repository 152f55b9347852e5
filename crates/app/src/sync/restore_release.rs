//! The new device's side of a restore release: it shows its key, follows the log until custodians have handed their shares
//! over, opens the cards of the lost epoch, and writes them into its own register, which is a new one with its own
//! seed. The next exchange sends and deals them anew. Notes and history (the `case` half) were never shared out and do not
//! come back; only a recovery sheet or another device brings them.

use crate::dto::{AppError, RestoreOffer, RestoredCards};
use crate::federation::opening::Opener;
use crate::federation::{View, refused, restore, sealed_body};
use crate::session::{App, Session};
use ugnay_log::EntryType;
use ugnay_model::{Lamport, Record};
use ugnay_register::{ChangeKind, Source};
use ugnay_release::{Purpose, Request, Signed, logged};
use ugnay_seal::SealKeyPair;
use ugnay_seal::words::sas_words;
use ugnay_sync::{Client, Fetcher};

impl App {
    /// Lays this device's keys down for custodians and desk; the sealing key's hash is what the desk's request has to name.
    ///
    /// # Errors
    /// `NoBuffer` before joining; a buffer that cannot be reached.
    pub fn restore_offer(&mut self) -> Result<RestoreOffer, AppError> {
        let (s, _) = self.open()?;
        s.genesis()?;
        let (sign, pair) = s.identity()?;
        let hash = pair.public().hash();
        restore::lay_down(&mut s.client()?, &sign.public(), pair.public())?;
        Ok(RestoreOffer {
            device: ugnay_wire::ids::to_hex(&hash.0),
            six: sas_words(&hash.0).join(" "),
        })
    }

    /// Opens the newest restore release to this device and takes its cards into the register.
    ///
    /// # Errors
    /// `Refused` with `no_restore` when nobody asked for one, `no_pass` when its officer passed no right to fetch on to this
    /// device, `no_shares` while fewer than k custodians have handed over,
    /// `grant_over` afterwards. Nothing is changed then.
    pub fn restore_release(&mut self) -> Result<RestoredCards, AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        let mut client = s.client()?;
        let genesis = s.genesis()?;
        let mut view = View::new(&genesis, &genesis.hash())?;
        view.update(&mut client)?;
        let (sign, pair) = s.identity()?;
        let request = asked(&mut view, &mut client, &pair)?.ok_or_else(|| refused("no_restore"))?;
        let fed = *view.federation.fed();
        let pass = restore::pass_of(&mut client, &fed, &request, &sign.public())?;
        let by = Fetcher::passed(fed, &sign, Request::id(&request).0, pass, now);
        let mut opener = Opener {
            view: &mut view,
            pairs: vec![&pair],
            by,
        };
        let release = opener.open(&mut client, &request, now)?;
        let records = release.records(&mut client, now)?.people();
        s.take_cards(&records, now)?;
        Ok(RestoredCards {
            persons: records.len() as u32,
            custodians: release.custodians.len() as u32,
        })
    }
}

impl Session {
    fn take_cards(&mut self, records: &[Record], now: i64) -> Result<(), AppError> {
        // What k custodians released may be old and far ahead of this register's young clock; it is no jump.
        let newest = records.iter().map(Record::latest).max().unwrap_or(0);
        if newest > self.register.clock().time() {
            self.register.raise_clock(Lamport::at(newest))?;
        }
        let source = Source::new(ChangeKind::Sync, "");
        self.register.merge_records(records, &source, now)?;
        // They came from another epoch: this register's own buffer has none of them.
        self.register.mark_all_dirty()?;
        self.follow()?;
        Ok(())
    }
}

/// The newest restore request in the log that names this device.
fn asked(
    view: &mut View,
    client: &mut Client,
    pair: &SealKeyPair,
) -> Result<Option<Signed<Request>>, AppError> {
    let seen: Vec<_> = view
        .entries()
        .iter()
        .filter(|s| s.entry.kind == EntryType::Request)
        .cloned()
        .collect();
    for one in seen.iter().rev() {
        let Some(sealed) = view.body(client, one.index)? else {
            continue;
        };
        let Ok(body) = sealed_body::open(pair, &sealed) else {
            continue;
        };
        let Ok(request) = logged::open::<Request>(&one.entry, &body) else {
            continue;
        };
        let mine = request.body().recipient == pair.public().hash();
        if mine && request.body().purpose == Purpose::Restore {
            return Ok(Some(request));
        }
    }
    Ok(None)
}
