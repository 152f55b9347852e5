//! The ticket office as a party that lasts: hands out twelve words in person, answers the devices that ask for tickets.
//! Keeps of an invitation only its public half: who opens this folder cannot take an invited device's place.

use super::{Home, KEYS, Party, Unlock};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::TicketOffice;
use crate::federation::ticket::OpenInvitation;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;
use ugnay_release::PartyCard;
use ugnay_seal::SigningIdentity;
use ugnay_vault::{Changes, Space};
use ugnay_wire::ids::to_hex;

const INVITATIONS: Space = Space::new("invitation");
const TICKET: &[u8] = b"ticket";
const LABEL: usize = 80;

/// An invitation as the office knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvitationRow {
    /// Its public key, hexadecimal.
    pub id: String,
    /// For whom, as the office wrote it down.
    pub label: String,
    /// When it was made, Unix seconds.
    pub made_at: i64,
    /// Tickets given on it: one for every register-epoch.
    pub tickets: u32,
}

/// An open ticket office.
pub struct Office {
    home: Home,
}

impl Office {
    /// Makes an office with its ticket key.
    ///
    /// # Errors
    /// As making any party's folder.
    pub fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        name: &str,
        env: Env,
    ) -> Result<Self, AppError> {
        let home = Home::create(dir, unlock, Party::Office, name, env, |c, env| {
            let key = SigningIdentity::generate(&mut env.rng());
            c.put(KEYS, TICKET, key.to_seed().to_vec());
            Ok(())
        })?;
        Ok(Self { home })
    }

    /// Opens it.
    ///
    /// # Errors
    /// The ways opening can fail.
    pub fn open(dir: &Path, passphrase: &str, env: Env) -> Result<Self, AppError> {
        let home = Home::open(dir, passphrase, Party::Office, env)?;
        Ok(Self { home })
    }

    /// What it has in common with other parties.
    pub fn home(&mut self) -> &mut Home {
        &mut self.home
    }

    fn key(&self) -> Result<SigningIdentity, AppError> {
        Ok(SigningIdentity::from_seed(&self.home.seed(TICKET)?))
    }

    /// Its public card, for the founding.
    ///
    /// # Errors
    /// [`ErrorCode::Damaged`].
    pub fn card(&self) -> Result<Vec<u8>, AppError> {
        let key = self.key()?;
        let card = PartyCard::Office {
            name: self.home.label().to_owned(),
            sign: *key.public().as_bytes(),
        };
        Ok(card.to_file(Some(&key))?)
    }

    /// Twelve words for one register. They are shown once and not kept.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`], [`ErrorCode::BufferUnreachable`], [`ErrorCode::Refused`] when the key is not the roster's.
    pub fn invite(&mut self, label: &str) -> Result<String, AppError> {
        let mut client = self.home.client()?;
        let mut office = self.office()?;
        let words = office.invite(&mut client, &mut self.home.env)?;
        let label: String = label
            .chars()
            .filter(|c| !c.is_control())
            .take(LABEL)
            .collect();
        let (now, mut changes) = (self.home.env.now(), Changes::default());
        if let Some(new) = office.invitations().last() {
            changes.put(INVITATIONS, &new.key, write(now, &label, new));
            changes.happened(now, "invited", &new.key);
        }
        self.home.vault.commit(changes)?;
        Ok(words)
    }

    /// Answers the devices that asked since. Asking again gives the same answer.
    ///
    /// # Errors
    /// As [`Self::invite`].
    pub fn answer(&mut self) -> Result<u32, AppError> {
        let mut client = self.home.client()?;
        let mut office = self.office()?;
        let answered = office.answer(&mut client)?;
        let (now, mut changes) = (self.home.env.now(), Changes::default());
        for open in office.invitations() {
            let Some(old) = self.home.vault.get(INVITATIONS, &open.key)? else {
                continue;
            };
            let (made, label, before) = read(&open.key, &old)?;
            if before.asks != open.asks {
                changes.put(INVITATIONS, &open.key, write(made, &label, open));
                changes.happened(now, "ticket_given", &open.key);
            }
        }
        self.home.vault.commit(changes)?;
        Ok(answered)
    }

    /// Invitations that are open.
    ///
    /// # Errors
    /// [`ErrorCode::Damaged`].
    pub fn invitations(&self) -> Result<Vec<InvitationRow>, AppError> {
        let mut out = Vec::new();
        for (key, bytes) in self.home.vault.list(INVITATIONS)? {
            let key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_| ErrorCode::Damaged)?;
            let (made_at, label, open) = read(&key, &bytes)?;
            out.push(InvitationRow {
                id: to_hex(&key),
                label,
                made_at,
                tickets: u32::try_from(open.asks.len()).unwrap_or(u32::MAX),
            });
        }
        out.sort_by_key(|r| r.made_at);
        Ok(out)
    }

    /// Takes an invitation back: who holds its words gets no further ticket.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn revoke(&mut self, id: &str) -> Result<(), AppError> {
        let names = self.home.vault.names(INVITATIONS)?;
        let key = names
            .into_iter()
            .find(|k| to_hex(k) == id)
            .ok_or(ErrorCode::NotFound)?;
        let mut changes = Changes::default();
        changes.delete(INVITATIONS, &key);
        changes.happened(self.home.env.now(), "invitation_revoked", &key);
        Ok(self.home.vault.commit(changes)?)
    }

    fn office(&self) -> Result<TicketOffice, AppError> {
        let mut open = Vec::new();
        for (key, bytes) in self.home.vault.list(INVITATIONS)? {
            let key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_| ErrorCode::Damaged)?;
            open.push(read(&key, &bytes)?.2);
        }
        TicketOffice::resume(self.key()?, self.home.genesis()?, open)
    }
}

/// `made i64 | label length u8 | label | ask[80]*`
fn write(made: i64, label: &str, open: &OpenInvitation) -> Vec<u8> {
    let mut out = made.to_be_bytes().to_vec();
    let label = label.as_bytes();
    let len = u16::try_from(label.len()).unwrap_or(u16::MAX);
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(label);
    open.asks.iter().for_each(|a| out.extend_from_slice(a));
    out
}

fn read(key: &[u8; 32], bytes: &[u8]) -> Result<(i64, String, OpenInvitation), AppError> {
    let parse = || {
        let (made, rest) = bytes.split_first_chunk::<8>()?;
        let (len, rest) = rest.split_first_chunk::<2>()?;
        let (label, asks) = rest.split_at_checked(usize::from(u16::from_be_bytes(*len)))?;
        let label = String::from_utf8(label.to_vec()).ok()?;
        let asks: BTreeSet<Vec<u8>> = asks.chunks(80).map(<[u8]>::to_vec).collect();
        asks.iter().all(|a| a.len() == 80).then(|| {
            let open = OpenInvitation { key: *key, asks };
            (i64::from_be_bytes(*made), label, open)
        })
    };
    parse().ok_or_else(|| AppError::new(ErrorCode::Damaged).detail("invitation"))
}
