//! The crisis desk: each officer is a person with own keys in an own folder. What the desk says, two officers sign, as a
//! paper that goes from one to the other.
//!
//! Owns an officer's part in cards, requests, campaigns and closings, and what a grant brought until it ends. Must not
//! open anything outside a grant, and must not sign what was not shown first: callers get the rows before the signature.

mod ask;
mod campaign;
mod card;
mod closing;
mod drill;
mod grant;
mod restoring;
mod status;

pub use ask::{Advice, Ask};
pub use campaign::{CampaignAsk, CampaignState, Results};
pub use card::{CardDraft, draft_card};
pub use drill::{DRILL_BARANGAY, DrillResult};
pub use grant::{GrantBanner, Opened};
pub use status::{DecisionRow, RequestState, Shares};

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::desk::submit_request;
use crate::federation::{Paper, View, refused, restore};
use crate::party::{Home, KEYS, Party, Unlock};
use std::path::Path;
use ugnay_release::{Campaign, Closing, LguCard, PartyCard, Purpose, Request, RequestId, Signed};
use ugnay_seal::{SealKeyPair, SealPublic, SigningIdentity};
use ugnay_sync::Client;
use ugnay_vault::{Changes, Space};

const REQUESTS: Space = Space::new("request");
const SIGN: &[u8] = b"sign";
const X_WING: &[u8] = b"xwing";

/// An open officer's folder.
pub struct Officer {
    home: Home,
    sign: SigningIdentity,
    seal: SealKeyPair,
    /// A time that has certainly passed, by the witnesses of the log as last followed.
    vouched: i64,
}

impl Officer {
    /// Makes an officer of a desk, with keys that never leave the folder.
    ///
    /// # Errors
    /// As making any party's folder.
    pub fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        desk: &str,
        env: Env,
    ) -> Result<Self, AppError> {
        let home = Home::create(dir, unlock, Party::Desk, desk, env, |c, env| {
            let sign = SigningIdentity::generate(&mut env.rng());
            let seal = SealKeyPair::generate(&mut env.rng());
            c.put(KEYS, SIGN, sign.to_seed().to_vec());
            c.put(KEYS, X_WING, seal.to_seed().to_vec());
            Ok(())
        })?;
        Self::of(home)
    }

    /// Opens the folder. What belongs to a grant that is over is erased first.
    ///
    /// # Errors
    /// The ways opening can fail.
    pub fn open(dir: &Path, passphrase: &str, env: Env) -> Result<Self, AppError> {
        let mut officer = Self::of(Home::open(dir, passphrase, Party::Desk, env)?)?;
        officer.erase_expired()?;
        Ok(officer)
    }

    fn of(home: Home) -> Result<Self, AppError> {
        let sign = SigningIdentity::from_seed(&home.seed(SIGN)?);
        let seal = SealKeyPair::from_seed(&home.seed(X_WING)?);
        Ok(Self {
            home,
            sign,
            seal,
            vouched: 0,
        })
    }

    /// What it has in common with other parties.
    pub fn home(&mut self) -> &mut Home {
        &mut self.home
    }

    /// The officer's public card, for the desk's card.
    ///
    /// # Errors
    /// When the desk's name is too long for a card.
    pub fn card(&self) -> Result<Vec<u8>, AppError> {
        let card = PartyCard::Officer {
            desk: self.home.label().to_owned(),
            sign: *self.sign.public().as_bytes(),
            x_wing: self.seal.public().to_bytes(),
        };
        Ok(card.to_file(Some(&self.sign))?)
    }

    fn now(&self) -> i64 {
        self.home.env.now()
    }

    /// The desk's card among those the log shows: the one that is valid longest of those with this officer on it.
    fn desk_card(&self, view: &View) -> Result<Signed<LguCard>, AppError> {
        let me = *self.sign.public().as_bytes();
        let own = view
            .federation
            .cards()
            .filter(|k| k.card.body().officer(&me).is_some());
        own.max_by_key(|k| k.card.body().expires)
            .map(|k| k.card.clone())
            .ok_or_else(|| refused("no_card"))
    }

    fn follow(&mut self) -> Result<(Client, View), AppError> {
        let mut client = self.home.client()?;
        let (view, vouched) = self.home.follow(&mut client)?;
        self.vouched = vouched;
        Ok((client, view))
    }

    /// Signs a paper of the desk. The caller has shown its rows to the officer.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `not_the_desks_paper` for anything a desk does not sign or another desk's,
    /// and for a paper with a wrong signature on it.
    pub fn sign(&mut self, paper: &mut Paper) -> Result<(), AppError> {
        let (_, view) = self.follow()?;
        let card = self.desk_card(&view)?;
        let ours = match &*paper {
            Paper::Request(q) => q.body().card == card.hash(),
            Paper::Campaign(c) => c.body().card == card.hash(),
            Paper::Closing(c) => self.request(&RequestId(c.body().request.0)).is_ok(),
            _ => false,
        };
        if !ours {
            return Err(refused("not_the_desks_paper"));
        }
        paper.sign(view.federation.fed(), &self.sign)?;
        if let Paper::Request(q) = &*paper {
            self.remember(q, "request_signed")?;
        }
        Ok(())
    }

    /// Puts a paper that two officers signed into the log.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] while a signature is missing or this officer's is not among them; when the buffer cannot be reached.
    pub fn submit(&mut self, paper: &Paper) -> Result<(), AppError> {
        let (mut client, view) = self.follow()?;
        let card = self.desk_card(&view)?;
        let fed = *view.federation.fed();
        if !paper.signers(&fed)?.contains(self.sign.public().as_bytes()) {
            return Err(refused("author_did_not_sign"));
        }
        match paper {
            Paper::Request(q) => {
                Request::verify_officers(q, &fed, card.body())?;
                self.remember(q, "request_submitted")?;
                let mut readers = Vec::new();
                for officer in &card.body().officers {
                    readers.push(SealPublic::from_bytes(&officer.x_wing)?);
                }
                if q.body().purpose == Purpose::Restore {
                    readers.push(restore::device_key(&mut client, &q.body().recipient)?);
                }
                let env = &mut self.home.env;
                submit_request(&mut client, &view, q, card.body(), &self.sign, readers, env)
            }
            Paper::Campaign(c) => {
                Campaign::verify(c, &fed, &card)?;
                paper.log(&mut client, &fed, &self.sign, &mut self.home.env)
            }
            Paper::Closing(c) => {
                Closing::verify(c, &fed, card.body())?;
                paper.log(&mut client, &fed, &self.sign, &mut self.home.env)
            }
            _ => Err(refused("not_the_desks_paper")),
        }
    }

    /// Keeps a request, so that it can be followed; the copy with more signatures wins.
    fn remember(&mut self, request: &Signed<Request>, what: &'static str) -> Result<(), AppError> {
        let id = Request::id(request);
        let had = self.request(&id).ok();
        let more = had.is_none_or(|h| h.signatures().len() <= request.signatures().len());
        let mut changes = Changes::default();
        if more {
            changes.put(REQUESTS, &id.0, request.to_bytes());
        }
        changes.happened(self.now(), what, &id.0);
        Ok(self.home.vault.commit(changes)?)
    }

    /// A request this officer drafted or signed.
    fn request(&self, id: &RequestId) -> Result<Signed<Request>, AppError> {
        let bytes = self.home.vault.get(REQUESTS, &id.0)?;
        let bytes = bytes.ok_or(ErrorCode::NotFound)?;
        Ok(Signed::from_bytes(&bytes)?)
    }

    /// Finds a request by the beginning of its id, at least eight hexadecimal digits.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for none or several.
    pub fn find(&self, id: &str) -> Result<RequestId, AppError> {
        let names = self.home.vault.names(REQUESTS)?;
        let typed = id.trim().to_lowercase();
        let hex = |n: &Vec<u8>| ugnay_wire::ids::to_hex(n);
        let mut fits = names
            .iter()
            .filter(|n| typed.len() >= 8 && hex(n).starts_with(&typed));
        match (fits.next(), fits.next()) {
            (Some(one), None) => <[u8; 32]>::try_from(one.as_slice())
                .map(RequestId)
                .map_err(|_| ErrorCode::Damaged.into()),
            _ => Err(ErrorCode::NotFound.into()),
        }
    }
}
