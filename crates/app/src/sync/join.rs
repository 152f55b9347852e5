//! Joining: twelve words handed over in person, six words compared, a ticket asked for and awaited.

use super::code::{Kind, Way};
use super::{BUFFER, CERTIFICATE, GENESIS, OPENED};
use crate::dto::{AppError, ErrorCode, JoinFederation, QrPicture, SyncState};
use crate::env::Env;
use crate::federation::{refused, ticket, topics};
use crate::qr;
use crate::session::{App, Session};
use ugnay_release::{Genesis, Signed};
use ugnay_seal::words::{Invitation, sas_words};
use ugnay_seal::{BlobName, Context, Sig, VerifyingId};
use ugnay_sync::{Client, DeviceKeys, RegisterRoster};
use ugnay_wire::Signature;

const INVITE: &str = "fed/invite";
const TICKET: &str = "fed/ticket";

/// The six words by which two people compare a federation's genesis.
#[must_use]
pub fn genesis_words(genesis: &Signed<Genesis>) -> String {
    sas_words(&genesis.hash().0).join(" ")
}

impl App {
    /// Joins this register to a federation. Without `fingerprint` nothing is joined: the answer is a refusal whose
    /// detail holds the six words to compare with the organisation that invited.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for words that are none, [`ErrorCode::Refused`] with `compare:…` or `fingerprint`.
    pub fn join_federation(&mut self, input: &JoinFederation) -> Result<SyncState, AppError> {
        let (s, _) = self.open()?;
        if s.register.state(GENESIS)?.is_some() {
            return Err(AppError::new(ErrorCode::AlreadyThere));
        }
        let bad = |_| AppError::new(ErrorCode::BadInput).field("words");
        let invitation = Invitation::from_words(&input.words).map_err(bad)?;
        let url = input.buffer.trim().to_owned();
        s.register.put_state(BUFFER, url.as_bytes())?;
        let joined = s.welcome(&invitation, &input.fingerprint);
        if joined.is_err() {
            s.register.delete_state(BUFFER)?;
        }
        s.keep_invitation(&joined?, &invitation)?;
        self.sync_state()
    }

    /// Joins with a scanned or pasted invitation. It carries the genesis' hash, so no words need comparing.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a text that is none, [`ErrorCode::Refused`] with `fingerprint` for another genesis.
    pub fn join_by_code(&mut self, text: &str) -> Result<SyncState, AppError> {
        let (s, _) = self.open()?;
        if s.register.state(GENESIS)?.is_some() {
            return Err(AppError::new(ErrorCode::AlreadyThere));
        }
        let way = Way::from_text(Kind::Join, text)?;
        s.register.put_state(BUFFER, way.buffer.as_bytes())?;
        if let Some(pem) = &way.certificate {
            s.register.put_state(CERTIFICATE, pem)?;
        }
        let found = s.genesis_of(&way.secret).and_then(|genesis| {
            let same = way.hash == Some(genesis.hash());
            same.then_some(genesis)
                .ok_or_else(|| refused("fingerprint"))
        });
        if found.is_err() {
            s.register.delete_state(BUFFER)?;
            s.register.delete_state(CERTIFICATE)?;
        }
        s.keep_invitation(&found?, &way.secret)?;
        self.sync_state()
    }

    /// Says where the buffer is reached now. Its federation stays the one that was joined.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] before joining.
    pub fn use_buffer(&mut self, url: &str) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        s.genesis()?;
        Ok(s.register.put_state(BUFFER, url.trim().as_bytes())?)
    }

    /// Pins the buffer's own certificate (PEM), where it is not from a public authority.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn pin_certificate(&mut self, pem: &[u8]) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        Ok(s.register.put_state(CERTIFICATE, pem)?)
    }
}

/// An invitation as a text and a QR code, for the office that made the twelve words: it carries the words, the buffer's
/// address and certificate, and the hash of the federation's genesis.
///
/// # Errors
/// [`ErrorCode::BadInput`] for words that are none.
pub fn invitation_code(
    words: &str,
    buffer: &str,
    certificate: Option<&[u8]>,
    genesis: &Signed<Genesis>,
) -> Result<(String, QrPicture), AppError> {
    let way = Way {
        hash: Some(genesis.hash()),
        certificate: certificate.map(<[u8]>::to_vec),
        ..Way::from_words(words, buffer)?
    };
    let text = way.to_text(Kind::Join);
    let picture = qr::picture(&text)?;
    Ok((text, picture))
}

impl Session {
    fn keep_invitation(
        &mut self,
        genesis: &Signed<Genesis>,
        invitation: &Invitation,
    ) -> Result<(), AppError> {
        let words = invitation.to_words();
        Ok(self
            .register
            .put_states(&[(GENESIS, &genesis.to_bytes()), (INVITE, words.as_bytes())])?)
    }

    /// The genesis the inviting office laid ready; whether it is the right one is for the caller to say.
    fn genesis_of(&self, invitation: &Invitation) -> Result<Signed<Genesis>, AppError> {
        let mut client = self.client()?;
        let topic = topics::invitation(invitation.identity().public().as_bytes());
        let messages = client.read_box(&topic, 0)?;
        let genesis = messages
            .iter()
            .find_map(|m| Signed::<Genesis>::from_bytes(&m.bytes).ok());
        let genesis = genesis.ok_or_else(|| refused("no_such_invitation"))?;
        Genesis::verify(&genesis)?;
        Ok(genesis)
    }

    fn welcome(
        &self,
        invitation: &Invitation,
        fingerprint: &str,
    ) -> Result<Signed<Genesis>, AppError> {
        let genesis = self.genesis_of(invitation)?;
        let words = genesis_words(&genesis);
        let typed = fingerprint
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        match typed.as_str() {
            "" => Err(refused(&format!("compare:{words}"))),
            t if t == words => Ok(genesis),
            _ => Err(refused("fingerprint")),
        }
    }

    /// Asks for the present epoch's ticket, or takes it if it is there. Without a ticket there is nothing to exchange yet.
    pub(crate) fn finish_joining(
        &mut self,
        client: &mut Client,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let Some(words) = super::text(&self.register, INVITE)? else {
            return Ok(());
        };
        // Later epochs need no ticket: each takes the room of the one before.
        let has = |key| Ok::<_, AppError>(self.register.state(key)?.is_some());
        if has(TICKET)? || has(OPENED)? {
            return Ok(());
        }
        let invitation = Invitation::from_words(&words).map_err(|_| ErrorCode::Internal)?;
        let genesis = self.genesis()?;
        let fed = Genesis::verify(&genesis)?;
        let (keys, _) = self.keys(env, fed)?;
        let bytes = keys.ticket_bytes();
        let topic = topics::invitation(invitation.identity().public().as_bytes());
        client.post_box(&topic, ticket::ask(&bytes, &fed, &invitation.identity()))?;
        let office = VerifyingId::from_bytes(&genesis.body().roster.ticket)?;
        let messages = client.read_box(&topic, 0)?;
        let found = ticket::find_ticket(
            messages.iter().map(|m| m.bytes.as_slice()),
            &bytes,
            &fed,
            &office,
        );
        let sig = found.ok_or_else(|| refused("waiting_for_ticket"))?;
        Ok(self.register.put_state(TICKET, &sig.0)?)
    }

    /// Makes room at the buffer once, with the ticket, and puts the register's first roster there.
    pub(crate) fn open_at_buffer(
        &mut self,
        client: &mut Client,
        keys: &DeviceKeys,
        roster: &RegisterRoster,
        env: &mut Env,
    ) -> Result<(), AppError> {
        if self.register.state(OPENED)?.is_some() {
            return Ok(());
        }
        let ticket = self
            .register
            .state(TICKET)?
            .as_deref()
            .and_then(Sig::from_slice);
        let ticket = ticket.ok_or_else(|| refused("waiting_for_ticket"))?;
        client.open_register(keys, Signature(ticket.0))?;
        put_roster(client, keys, roster, env)?;
        self.keep_roster(roster)?;
        Ok(self.register.put_state(OPENED, b"1")?)
    }
}

/// Seals the register's roster and puts it at the buffer.
pub(crate) fn put_roster(
    client: &mut Client,
    keys: &DeviceKeys,
    roster: &RegisterRoster,
    env: &mut Env,
) -> Result<(), AppError> {
    let name = keys.roster_name();
    let ctx = Context::register_roster(keys.fed, keys.sigma.epoch_id(), BlobName(name.0));
    let head_key = keys.sigma.head_key();
    let blob = ugnay_seal::envelope::seal_signed(
        &head_key,
        &ctx,
        &keys.identity,
        &roster.encode(),
        &mut env.rng(),
    )?;
    let item = ugnay_wire::Item::Put {
        kind: ugnay_wire::BlobKind::Other,
        name,
        bytes: blob,
    };
    client.batch(keys, ugnay_wire::BatchId(env.random()), vec![item])?;
    Ok(())
}
