//! An outside witness as a party that lasts: visits the log, checks that it only grew since its last visit, cosigns.
//! What it signs next depends on what it remembers, so the memory is on disk before a line leaves it.

use super::{Home, KEYS, Party, Unlock};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::founding::witness_key;
use crate::federation::{WitnessNode, refused};
use serde::Serialize;
use std::path::Path;
use ugnay_log::{SignerKey, WitnessState};
use ugnay_release::PartyCard;
use ugnay_vault::{Changes, Space};
use ugnay_wire::PublicKey;
use ugnay_wire::ids::to_hex;

const MEMORY: Space = Space::new("witness");
const LAST: &[u8] = b"last";
const COSIGN: &[u8] = b"cosign";
const JURISDICTION: &[u8] = b"jurisdiction";

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Visited {
    /// Entries of the log now.
    pub size: u64,
    /// Entries at the visit before.
    pub before: u64,
    /// Whether it signed: not when the buffer shows its line for the same log, and that is still fresh.
    pub cosigned: bool,
}

/// An open witness.
pub struct WitnessParty {
    home: Home,
}

impl WitnessParty {
    /// Makes a witness with its key.
    ///
    /// # Errors
    /// As making any party's folder; [`ErrorCode::BadInput`] for an empty jurisdiction.
    pub fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        name: &str,
        jurisdiction: &str,
        env: Env,
    ) -> Result<Self, AppError> {
        if jurisdiction.trim().is_empty() {
            return Err(AppError::new(ErrorCode::BadInput).field("jurisdiction"));
        }
        let home = Home::create(dir, unlock, Party::Witness, name, env, |c, env| {
            let key = witness_key(name, env)?;
            c.put(KEYS, COSIGN, key.to_skey().as_bytes());
            c.put(KEYS, JURISDICTION, jurisdiction.trim().as_bytes());
            Ok(())
        })?;
        Ok(Self { home })
    }

    /// Opens it.
    ///
    /// # Errors
    /// The ways opening can fail.
    pub fn open(dir: &Path, passphrase: &str, env: Env) -> Result<Self, AppError> {
        let home = Home::open(dir, passphrase, Party::Witness, env)?;
        Ok(Self { home })
    }

    /// What it has in common with other parties.
    pub fn home(&mut self) -> &mut Home {
        &mut self.home
    }

    fn text(&self, name: &[u8]) -> Result<String, AppError> {
        let bytes = self.home.vault.get(KEYS, name)?;
        bytes
            .and_then(|b| String::from_utf8(b.to_vec()).ok())
            .ok_or_else(|| AppError::new(ErrorCode::Damaged).detail("keys"))
    }

    fn key(&self) -> Result<SignerKey, AppError> {
        SignerKey::parse(&self.text(COSIGN)?)
            .map_err(|_| AppError::new(ErrorCode::Damaged).detail("keys"))
    }

    /// Its public card, for the founding.
    ///
    /// # Errors
    /// [`ErrorCode::Damaged`].
    pub fn card(&self) -> Result<Vec<u8>, AppError> {
        let card = PartyCard::Witness {
            name: self.home.label().to_owned(),
            jurisdiction: self.text(JURISDICTION)?,
            cosign: self.key()?.verifier().to_vkey(),
        };
        Ok(card.to_file(None)?)
    }

    /// Visits the log once and cosigns its newest checkpoint; one that it has cosigned already again when that is as old as
    /// the founding's policy says ([`ugnay_release::Policy::renewal`]).
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] when the log did not only grow: this witness signs nothing then, and remembers what it signed.
    pub fn visit(&mut self) -> Result<Visited, AppError> {
        let renew_after = self.home.genesis()?.body().policy.renewal();
        self.visit_after(renew_after)
    }

    /// The same with another age, in seconds.
    ///
    /// # Errors
    /// As [`Self::visit`].
    pub fn visit_after(&mut self, renew_after: i64) -> Result<Visited, AppError> {
        let mut client = self.home.client()?;
        let genesis = self.home.genesis()?;
        let log = genesis.body().log_key()?;
        let last = self.last()?;
        let before = last.as_ref().map_or(0, |s| s.size);
        let mut node = WitnessNode::resume(log, self.key()?, last);
        let now = self.home.env.now();
        let line = node.sign(&mut client, now, renew_after)?;
        if let Some(state) = node.state() {
            let mut changes = Changes::default();
            changes.put(MEMORY, LAST, write(state));
            self.home.vault.commit(changes)?;
        }
        if let Some(line) = &line {
            client.cosign(line.size, &line.text)?;
        }
        Ok(Visited {
            size: node.state().map_or(before, |s| s.size),
            before,
            cosigned: line.is_some(),
        })
    }

    fn last(&self) -> Result<Option<WitnessState>, AppError> {
        let Some(bytes) = self.home.vault.get(MEMORY, LAST)? else {
            return Ok(None);
        };
        read(&bytes)
            .map(Some)
            .ok_or_else(|| refused("witness_memory"))
    }
}

/// `origin \n size \n root in hexadecimal`
fn write(state: &WitnessState) -> Vec<u8> {
    format!("{}\n{}\n{}", state.origin, state.size, to_hex(&state.root)).into_bytes()
}

fn read(bytes: &[u8]) -> Option<WitnessState> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.split('\n');
    Some(WitnessState {
        origin: lines.next()?.to_owned(),
        size: lines.next()?.parse().ok()?,
        root: PublicKey::from_hex(lines.next()?).ok()?.0,
    })
}
