//! Parties of a federation that hold no register: an officer of a desk, the ticket office, an outside witness. Each is
//! one folder ([`ugnay_vault`]) with its own keys, the federation it pinned, and where its buffer is.
//!
//! Owns what they have in common: making and opening the folder, pinning a genesis only after six words were compared,
//! the buffer's address, the verified view of the log that survives between two runs. Must not hold a rule of its own.

mod office;
mod witness;

pub use office::{InvitationRow, Office};
pub use witness::{Visited, WitnessParty};

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::paper::six_words;
use crate::federation::{View, client_through, refused};
use std::path::Path;
use ugnay_release::{Genesis, Signed};
use ugnay_sync::Client;
use ugnay_vault::{Changes, NewVault, Space, Vault};

pub use ugnay_vault::{KdfCost, Party, Unlock};

/// Keys of the party.
pub(crate) const KEYS: Space = Space::new("keys");
const HOME: Space = Space::new("home");
const GENESIS: &[u8] = b"genesis";
const BUFFER: &[u8] = b"buffer";
const CERTIFICATE: &[u8] = b"certificate";
const SOCKS: &[u8] = b"socks";
const VIEW: &[u8] = b"view";

/// What every such party has.
pub struct Home {
    pub(crate) vault: Vault,
    pub(crate) env: Env,
}

impl Home {
    /// Makes the folder with what `fill` puts in; nothing is there before all of it is.
    ///
    /// # Errors
    /// [`ErrorCode::WeakPassphrase`], [`ErrorCode::AlreadyThere`], [`ErrorCode::BadInput`], [`ErrorCode::Disk`].
    pub(crate) fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        party: Party,
        label: &str,
        mut env: Env,
        fill: impl FnOnce(&mut Changes, &mut Env) -> Result<(), AppError>,
    ) -> Result<Self, AppError> {
        let unlock = unlock.into();
        crate::session::check_passphrase(unlock.passphrase)?;
        let label: String = label.chars().filter(|c| !c.is_control()).take(80).collect();
        if label.trim().is_empty() {
            return Err(AppError::new(ErrorCode::BadInput).field("name"));
        }
        let mut changes = Changes::default();
        fill(&mut changes, &mut env)?;
        let now = env.now();
        changes.happened(now, "created", &[]);
        let new = NewVault { party, label };
        let mut vault = Vault::create(dir, unlock, &new, now, &mut env.rng())?;
        vault.commit(changes)?;
        Ok(Self { vault, env })
    }

    /// Opens the folder of a party of that kind.
    ///
    /// # Errors
    /// The ways opening can fail; [`ErrorCode::Refused`] with `another_party`.
    pub(crate) fn open(
        dir: &Path,
        passphrase: &str,
        party: Party,
        env: Env,
    ) -> Result<Self, AppError> {
        let vault = Vault::open(dir, passphrase)?;
        if vault.party() != party {
            return Err(refused("another_party"));
        }
        Ok(Self { vault, env })
    }

    /// What people call it.
    #[must_use]
    pub fn label(&self) -> &str {
        self.vault.label()
    }

    /// Pins a federation, once its six words were compared with those who founded it.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `compare:WORDS` while none are given and `fingerprint` for others;
    /// [`ErrorCode::AlreadyThere`] when another one is pinned.
    pub fn pin(&mut self, genesis: &[u8], words: &str) -> Result<(), AppError> {
        let genesis = Signed::<Genesis>::from_bytes(genesis)?;
        Genesis::verify(&genesis)?;
        if let Some(had) = self.vault.get(HOME, GENESIS)? {
            return if had.as_slice() == genesis.to_bytes() {
                Ok(())
            } else {
                Err(ErrorCode::AlreadyThere.into())
            };
        }
        let right = six_words(&genesis.hash());
        let typed = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match typed.to_lowercase().as_str() {
            "" => Err(refused(&format!("compare:{right}"))),
            t if t == right => {
                let mut changes = Changes::default();
                changes.put(HOME, GENESIS, genesis.to_bytes());
                changes.happened(self.env.now(), "federation_pinned", &genesis.hash().0);
                Ok(self.vault.commit(changes)?)
            }
            _ => Err(refused("fingerprint")),
        }
    }

    /// Says where the buffer is, with its own certificate (PEM) where it has one.
    ///
    /// # Errors
    /// [`ErrorCode::Disk`].
    pub fn use_buffer(&mut self, url: &str, certificate: Option<&[u8]>) -> Result<(), AppError> {
        let mut changes = Changes::default();
        changes.put(HOME, BUFFER, url.trim().as_bytes());
        if let Some(pem) = certificate {
            changes.put(HOME, CERTIFICATE, pem);
        }
        Ok(self.vault.commit(changes)?)
    }

    /// Goes through a SOCKS5 proxy from now on, as Tor's; directly again with an empty address.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for an address that is none.
    pub fn use_socks(&mut self, typed: &str) -> Result<(), AppError> {
        let mut changes = Changes::default();
        changes.put(HOME, SOCKS, crate::proxy::address(typed)?.as_bytes());
        Ok(self.vault.commit(changes)?)
    }

    /// The buffer's address.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] when it was never said.
    pub fn buffer(&self) -> Result<String, AppError> {
        let url = self.vault.get(HOME, BUFFER)?.ok_or(ErrorCode::NoBuffer)?;
        String::from_utf8(url.to_vec()).map_err(|_| ErrorCode::Damaged.into())
    }

    /// A line to it.
    pub(crate) fn client(&self) -> Result<Client, AppError> {
        let pem = self.vault.get(HOME, CERTIFICATE)?;
        let socks = self.vault.get(HOME, SOCKS)?;
        let socks = socks.as_deref().and_then(|s| std::str::from_utf8(s).ok());
        client_through(&self.buffer()?, pem.as_deref().map(Vec::as_slice), socks)
    }

    /// The pinned genesis.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] with `no_federation` before one was pinned.
    pub fn genesis(&self) -> Result<Signed<Genesis>, AppError> {
        let bytes = self.vault.get(HOME, GENESIS)?;
        let bytes =
            bytes.ok_or_else(|| AppError::new(ErrorCode::NoBuffer).detail("no_federation"))?;
        Ok(Signed::from_bytes(&bytes)?)
    }

    /// What was known of the log, without asking anybody.
    pub(crate) fn known(&self) -> Result<View, AppError> {
        let genesis = self.genesis()?;
        match self.vault.get(HOME, VIEW)? {
            Some(saved) => View::from_bytes(&genesis, &genesis.hash(), &saved),
            None => View::new(&genesis, &genesis.hash()),
        }
    }

    /// Follows the log from where it was left, and keeps what was verified before anybody relies on it.
    /// With it comes a time that has certainly passed.
    pub(crate) fn follow(&mut self, client: &mut Client) -> Result<(View, i64), AppError> {
        let mut view = self.known()?;
        let advance = view.update(client)?;
        self.keep(&view)?;
        Ok((view, advance.vouched))
    }

    /// Keeps a view with the bodies it has fetched since.
    pub(crate) fn keep(&mut self, view: &View) -> Result<(), AppError> {
        let mut changes = Changes::default();
        changes.put(HOME, VIEW, view.to_bytes());
        Ok(self.vault.commit(changes)?)
    }

    /// A key's 32 bytes.
    pub(crate) fn seed(&self, name: &[u8]) -> Result<[u8; 32], AppError> {
        let bytes = self.vault.get(KEYS, name)?;
        bytes
            .as_deref()
            .and_then(|b| <[u8; 32]>::try_from(b.as_slice()).ok())
            .ok_or_else(|| AppError::new(ErrorCode::Damaged).detail("keys"))
    }
}
