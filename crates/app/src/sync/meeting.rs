//! Two devices of one register meet in a box of the buffer: the old one shows a code, the new one scans it, both show the
//! same six words, the old one's user confirms (protocol §7.3). Owns the box and the words. Who is let in, and what a
//! welcome holds, is [`super::pairing`]'s.
//!
//! ```text
//! greeting = "UGH1" | signing key of the old device[32] | genesis          by the old device
//! card     = "UGD1" …                                                       by the new device
//! welcome  = "UGW1" | sealed welcome                                        by the old device
//! ```
//! Each lies in the box with a signature by the key of the twelve words behind it, and sealed to another key of theirs: the
//! buffer, which sees only the former's hash as the box's name, can neither read, write nor exchange one. The six words and the seal bind greeting and card whole.

use super::code::{Kind, Way};
use super::pairing::{self, NO_FED};
use super::{BUFFER, CERTIFICATE};
use crate::dto::{AppError, JoinRegister, PairingCode, PairingWords, SessionInfo, SyncState};
use crate::env::Env;
use crate::federation::{refused, topics};
use crate::qr;
use crate::session::{App, Session};
use std::collections::BTreeSet;
use ugnay_release::{Genesis, Signed};
use ugnay_seal::words::{Invitation, sas_words};
use ugnay_seal::{Hash32, Label, Purpose, Sig, VerifyingId, open_from, seal_to, sha256};

const GREETING: &[u8; 4] = b"UGH1";
const WELCOME: &[u8; 4] = b"UGW1";

/// A meeting as this device sees it; gone when the register locks.
pub(crate) struct Meeting {
    secret: Invitation,
    greeting: Vec<u8>,
    /// The new device's card: shown by the guest, found by the host.
    card: Option<Vec<u8>>,
}

impl Meeting {
    fn topic(&self) -> ugnay_wire::Topic {
        topics::pairing(self.secret.pairing_identity().public().as_bytes())
    }

    /// What the six words and the seal of the welcome are over.
    fn transcript(&self, card: &[u8]) -> Hash32 {
        sha256(&[&sha256(&self.greeting).0[..], &sha256(card).0].concat())
    }

    fn six(&self) -> Option<String> {
        let card = self.card.as_ref()?;
        Some(sas_words(&self.transcript(card).0).join(" "))
    }

    /// Signs and seals it: both keys are known to who has the code, and to nobody else.
    fn close(&self, env: &mut Env, message: &[u8]) -> Result<Vec<u8>, AppError> {
        let key = self.secret.pairing_identity();
        let sig = key.sign(Label::Pairing, &NO_FED, message);
        let reader = self.secret.pairing_reader();
        let (aad, signed) = (key.public(), [message, &sig.0].concat());
        Ok(seal_to(
            reader.public(),
            Purpose::Mail,
            aad.as_bytes(),
            &signed,
            &mut env.rng(),
        )?)
    }

    /// Every different message of one kind in the box that the words' key signed.
    fn messages(&self, session: &Session, magic: &[u8]) -> Result<BTreeSet<Vec<u8>>, AppError> {
        let key = self.secret.pairing_identity().public();
        let reader = self.secret.pairing_reader();
        let genuine = |bytes: &[u8]| {
            let signed = open_from(&reader, Purpose::Mail, key.as_bytes(), bytes).ok()?;
            let (message, sig) = signed.split_last_chunk::<64>()?;
            let fits = message.starts_with(magic)
                && key
                    .verify(Label::Pairing, &NO_FED, message, &Sig(*sig))
                    .is_ok();
            fits.then(|| message.to_vec())
        };
        let found = session.client()?.read_box(&self.topic(), 0)?;
        Ok(found.iter().filter_map(|m| genuine(&m.bytes)).collect())
    }

    /// The only message of a kind. Two of them mean that somebody else has seen the code: nothing may go on then.
    fn only(&self, session: &Session, magic: &[u8]) -> Result<Option<Vec<u8>>, AppError> {
        let mut found = self.messages(session, magic)?;
        let one = found.pop_first();
        if found.is_empty() {
            Ok(one)
        } else {
            Err(refused("two_devices"))
        }
    }
}

fn read_greeting(bytes: &[u8]) -> Result<(VerifyingId, Signed<Genesis>), AppError> {
    let parts = bytes
        .strip_prefix(GREETING)
        .and_then(|r| r.split_first_chunk::<32>());
    let (signing, genesis) = parts.ok_or_else(|| refused("greeting"))?;
    let genesis = Signed::from_bytes(genesis)?;
    Genesis::verify(&genesis)?;
    Ok((VerifyingId::from_bytes(signing)?, genesis))
}

impl App {
    /// On the old device: opens a meeting and gives what the new device has to scan or to be told.
    ///
    /// # Errors
    /// `NoBuffer` before joining; a buffer that cannot be reached.
    pub fn pairing_start(&mut self) -> Result<PairingCode, AppError> {
        let (s, env) = self.open()?;
        let (identity, _) = s.identity()?;
        let mut greeting = GREETING.to_vec();
        greeting.extend_from_slice(identity.public().as_bytes());
        greeting.extend_from_slice(&s.genesis()?.to_bytes());
        let meeting = Meeting {
            secret: Invitation::generate(&mut env.rng()),
            greeting,
            card: None,
        };
        let message = meeting.close(env, &meeting.greeting)?;
        s.client()?.post_box(&meeting.topic(), message)?;
        let way = Way {
            secret: meeting.secret.clone(),
            hash: Some(sha256(&meeting.greeting)),
            certificate: s.register.state(CERTIFICATE)?,
            buffer: super::text(&s.register, BUFFER)?.unwrap_or_default(),
        };
        let text = way.to_text(Kind::Pair);
        let out = PairingCode {
            qr: qr::picture(&text)?,
            text,
            words: meeting.secret.to_words().to_string(),
            buffer: way.buffer,
        };
        s.meeting = Some(meeting);
        Ok(out)
    }

    /// On the old device: whether the new one has come, and the six words to compare with it.
    ///
    /// # Errors
    /// `Refused` with `two_devices` when more than one came: somebody else has seen the code.
    pub fn pairing_look(&mut self) -> Result<PairingWords, AppError> {
        let (s, _) = self.open()?;
        let mut meeting = s.meeting.take().ok_or_else(|| refused("no_meeting"))?;
        let card = meeting.only(s, pairing::CARD)?;
        if let Some(card) = card {
            pairing::parse_card(&card)?;
            meeting.card = Some(card);
        }
        let six = meeting.six();
        s.meeting = Some(meeting);
        Ok(PairingWords { six })
    }

    /// On the old device, after its user compared the words: enrols the new device and lays its welcome down.
    ///
    /// # Errors
    /// A buffer that cannot be reached: asked again, it goes on where it was.
    pub fn pairing_confirm(&mut self, label: &str) -> Result<SyncState, AppError> {
        let (s, env) = self.open()?;
        let meeting = s.meeting.take().ok_or_else(|| refused("no_meeting"))?;
        let done = confirm(s, env, &meeting, label);
        if done.is_err() {
            s.meeting = Some(meeting);
        }
        done?;
        self.sync_state()
    }

    /// Ends a meeting without enrolling anybody. On a new device its empty register goes too.
    ///
    /// # Errors
    /// `Locked`.
    pub fn pairing_stop(&mut self) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        s.meeting = None;
        if s.blank {
            self.drop_blank();
        }
        Ok(())
    }

    /// On the new device: makes an empty register, goes to the meeting, and gives the six words to compare.
    ///
    /// # Errors
    /// `BadInput` for a code or words that are none, `Refused` where nobody waits there.
    pub fn pairing_join(&mut self, input: &JoinRegister) -> Result<PairingWords, AppError> {
        let way = if input.code.trim().is_empty() {
            Way::from_words(&input.words, &input.buffer)?
        } else {
            Way::from_text(Kind::Pair, &input.code)?
        };
        self.create_blank(&input.passphrase, &input.officer)?;
        let (s, env) = self.open()?;
        let came = visit(s, env, way);
        if came.is_err() {
            self.drop_blank();
        }
        came
    }

    /// On the new device: takes the welcome if it is there.
    ///
    /// # Errors
    /// `Refused` for a welcome that is not of the device whose words were compared.
    pub fn pairing_wait(&mut self) -> Result<Option<SessionInfo>, AppError> {
        let (s, env) = self.open()?;
        let meeting = s.meeting.take().ok_or_else(|| refused("no_meeting"))?;
        let welcome = meeting.only(s, WELCOME);
        let Ok(Some(welcome)) = welcome else {
            s.meeting = Some(meeting);
            return welcome.map(|_| None);
        };
        let (host, genesis) = read_greeting(&meeting.greeting)?;
        let card = meeting.card.as_deref().unwrap_or_default();
        let binding = meeting.transcript(card);
        let sealed = welcome.get(WELCOME.len()..).unwrap_or_default();
        s.accept(env, sealed, &binding, &host, &genesis.hash())?;
        self.session_info().map(Some)
    }
}

fn confirm(s: &mut Session, env: &mut Env, meeting: &Meeting, label: &str) -> Result<(), AppError> {
    let card = meeting
        .card
        .as_ref()
        .ok_or_else(|| refused("nobody_came"))?;
    let binding = meeting.transcript(card);
    let sealed = s.enrol(env, &pairing::parse_card(card)?, label, &binding)?;
    let message = meeting.close(env, &[&WELCOME[..], &sealed].concat())?;
    s.client()?.post_box(&meeting.topic(), message)?;
    Ok(())
}

fn visit(s: &mut Session, env: &mut Env, way: Way) -> Result<PairingWords, AppError> {
    s.register.put_state(BUFFER, way.buffer.as_bytes())?;
    if let Some(pem) = &way.certificate {
        s.register.put_state(CERTIFICATE, pem)?;
    }
    let mut meeting = Meeting {
        secret: way.secret,
        greeting: Vec::new(),
        card: None,
    };
    let greeting = meeting.only(s, GREETING)?;
    meeting.greeting = greeting.ok_or_else(|| refused("nobody_waits"))?;
    if way.hash.is_some_and(|h| h != sha256(&meeting.greeting)) {
        return Err(refused("greeting"));
    }
    read_greeting(&meeting.greeting)?;
    let card = s.card(env)?;
    let message = meeting.close(env, &card)?;
    s.client()?.post_box(&meeting.topic(), message)?;
    meeting.card = Some(card);
    let six = meeting.six();
    s.meeting = Some(meeting);
    Ok(PairingWords { six })
}
