//! A further device of a register: what it shows of itself, how it is enrolled, and what it is welcomed with. How the two
//! devices meet is [`super::meeting`]'s; without a buffer they hand each other files. The server alone can add nobody.
//!
//! ```text
//! card    = "UGD1" | nonce[16] | signing key[32] | sealing key[1216] | signature[64]
//! welcome = HPKE(Mail) to the new device of a parcel
//! file    = address len u16 | address | certificate len u16 | certificate (PEM) | welcome
//! ```

use super::code::{self, Kind};
use super::parcel::{Parcel, Reader, open_parcel, shortened};
use super::{BUFFER, CERTIFICATE, GENESIS};
use crate::dto::{AppError, ErrorCode, JoinRegister, PairingText, SessionInfo};
use crate::env::Env;
use crate::federation::refused;
use crate::session::{App, Session};
use ugnay_release::{Genesis, Signed};
use ugnay_seal::devwrap::Unwrapped;
use ugnay_seal::words::sas_words;
use ugnay_seal::{
    FedId, Hash32, Label, Purpose, SealPublic, Sig, VerifyingId, open_from, seal_to, sha256,
};
use ugnay_sync::{NewReader, ReaderKind, RegisterRoster};

/// How a card begins.
pub(super) const CARD: &[u8; 4] = b"UGD1";
/// Cards are signed before a federation is known.
pub(super) const NO_FED: FedId = FedId([0; 16]);
/// The card this device shows, until it was welcomed.
const SHOWN: &str = "pairing/card";
/// Longest label of a device.
const MAX_LABEL: usize = 40;

/// What a device says of itself.
pub(super) struct Card {
    signing: VerifyingId,
    sealing: SealPublic,
}

pub(super) fn parse_card(bytes: &[u8]) -> Result<Card, AppError> {
    let bad = || refused("device_card");
    let (body, sig) = bytes.split_last_chunk::<64>().ok_or_else(bad)?;
    let rest = body.strip_prefix(CARD).ok_or_else(bad)?;
    let (_, rest) = rest.split_first_chunk::<16>().ok_or_else(bad)?;
    let (signing, sealing) = rest.split_first_chunk::<32>().ok_or_else(bad)?;
    let signing = VerifyingId::from_bytes(signing)?;
    signing.verify(Label::DeviceCard, &NO_FED, body, &Sig(*sig))?;
    Ok(Card {
        signing,
        sealing: SealPublic::from_bytes(sealing)?,
    })
}

impl App {
    /// On the new device, in a register just made: its card as a text, for a file or paste, and the card's six words.
    ///
    /// # Errors
    /// [`ErrorCode::AlreadyThere`] when this register has people or a federation already.
    pub fn offer_device(&mut self) -> Result<PairingText, AppError> {
        let (s, env) = self.open()?;
        let card = s.card(env)?;
        s.register.put_state(SHOWN, &card)?;
        Ok(PairingText {
            text: code::wrap(Kind::Card, &card),
            six: sas_words(&card).join(" "),
        })
    }

    /// On a device without a register: makes an empty one and gives its card, as [`Self::offer_device`].
    ///
    /// # Errors
    /// [`ErrorCode::WeakPassphrase`], [`ErrorCode::Disk`].
    pub fn pairing_offer(&mut self, input: &JoinRegister) -> Result<PairingText, AppError> {
        self.create_blank(&input.passphrase, &input.officer)?;
        self.offer_device()
    }

    /// On the old device: the six words of a card, to be compared aloud before confirming.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a text that is no card, [`ErrorCode::Refused`] for a card that is none.
    pub fn device_words(&mut self, card: &str) -> Result<String, AppError> {
        self.open()?;
        let card = code::unwrap(Kind::Card, card)?;
        parse_card(&card)?;
        Ok(sas_words(&card).join(" "))
    }

    /// On the old device, after its user confirmed the words: enrols the device; gives its welcome as a text, and the
    /// welcome's six words for the new device's user to compare.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] before joining; a buffer that cannot be reached.
    pub fn confirm_device(&mut self, card: &str, label: &str) -> Result<PairingText, AppError> {
        let (s, env) = self.open()?;
        let card = code::unwrap(Kind::Card, card)?;
        let sealed = s.enrol(env, &parse_card(&card)?, label, &sha256(&card))?;
        let (identity, _) = s.identity()?;
        let address = super::text(&s.register, BUFFER)?.unwrap_or_default();
        let pem = s.register.state(CERTIFICATE)?.unwrap_or_default();
        let mut file = Vec::new();
        for part in [address.as_bytes(), &pem] {
            let len = u16::try_from(part.len()).map_err(|_| ErrorCode::Internal)?;
            file.extend_from_slice(&len.to_be_bytes());
            file.extend_from_slice(part);
        }
        file.extend_from_slice(&sealed);
        Ok(PairingText {
            text: code::wrap(Kind::Welcome, &file),
            six: welcome_words(&card, &identity.public(), &s.genesis()?),
        })
    }

    /// On the new device: the six words of a welcome, to be compared aloud before it is taken.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a welcome to another device, [`ErrorCode::BadInput`] for a text that is none.
    pub fn welcome_words(&mut self, welcome: &str) -> Result<String, AppError> {
        let (s, _) = self.open()?;
        let card = s.register.state(SHOWN)?.unwrap_or_default();
        let file = read_file(welcome)?;
        let (w, opened) = s.open_welcome(&file.sealed, &sha256(&card))?;
        Ok(welcome_words(&card, &opened.signer, &w.genesis))
    }

    /// On the new device: takes the welcome whose words were compared.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for other words, another device's welcome, or a signer outside the roster.
    pub fn finish_device(&mut self, welcome: &str, six: &str) -> Result<SessionInfo, AppError> {
        if self.welcome_words(welcome)? != six {
            return Err(refused("fingerprint"));
        }
        let (s, env) = self.open()?;
        let card = s.register.state(SHOWN)?.unwrap_or_default();
        let file = read_file(welcome)?;
        let (w, opened) = s.open_welcome(&file.sealed, &sha256(&card))?;
        let genesis = w.genesis.hash();
        s.accept(env, &file.sealed, &sha256(&card), &opened.signer, &genesis)?;
        s.register
            .put_states(&[(BUFFER, &file.address), (CERTIFICATE, &file.certificate)])?;
        if file.certificate.is_empty() {
            s.register.delete_state(CERTIFICATE)?;
        }
        s.register.delete_state(SHOWN)?;
        self.session_info()
    }

    /// The buffer's certificate, if one is pinned, for handing on to a further device.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn pinned_certificate(&mut self) -> Result<Option<Vec<u8>>, AppError> {
        let (s, _) = self.open()?;
        Ok(s.register.state(CERTIFICATE)?)
    }
}

/// What the two users compare of a welcome that came as a file: who enrolled, whom, into which federation.
fn welcome_words(card: &[u8], signer: &VerifyingId, genesis: &Signed<Genesis>) -> String {
    let parts = [&sha256(card).0[..], signer.as_bytes(), &genesis.hash().0];
    sas_words(&parts.concat()).join(" ")
}

impl Session {
    /// A card of this device, fresh.
    pub(super) fn card(&self, env: &mut Env) -> Result<Vec<u8>, AppError> {
        if self.register.state(GENESIS)?.is_some() || !self.register.all_records()?.is_empty() {
            return Err(AppError::new(ErrorCode::AlreadyThere));
        }
        let (identity, seal) = self.identity()?;
        let mut card = CARD.to_vec();
        card.extend_from_slice(&env.random::<16>());
        card.extend_from_slice(identity.public().as_bytes());
        card.extend_from_slice(&seal.public().to_bytes());
        let sig = identity.sign(Label::DeviceCard, &NO_FED, &card);
        card.extend_from_slice(&sig.0);
        Ok(card)
    }

    /// Writes a device into the roster, puts the roster at the buffer, and makes the device's welcome, bound to what the
    /// two users compared. Done twice for one card, it enrols once.
    pub(super) fn enrol(
        &mut self,
        env: &mut Env,
        new: &Card,
        label: &str,
        compared: &Hash32,
    ) -> Result<Vec<u8>, AppError> {
        let genesis = self.genesis()?;
        let fed = Genesis::verify(&genesis)?;
        let (keys, mut roster) = self.keys(env, fed)?;
        let reader = NewReader {
            kind: ReaderKind::Device,
            signing: &new.signing,
            sealing: &new.sealing,
            label: &shortened(label.chars(), MAX_LABEL),
        };
        let epoch = keys.sigma.epoch_id().0;
        if !roster.add(&reader, &epoch, env.now(), &fed, &keys.identity) {
            return Err(refused("too_many_devices"));
        }
        let mut client = self.client()?;
        super::join::put_roster(&mut client, &keys, &roster, env)?;
        self.keep_roster(&roster)?;
        let reader = Reader {
            signing: new.signing.hash(),
            sealing: &new.sealing,
        };
        let out = self.parcel(env, &keys, &roster, &reader)?;
        // The box lies at the buffer, which must not learn the place, the label or the roster: all of it is sealed.
        Ok(seal_to(
            &new.sealing,
            Purpose::Mail,
            &compared.0,
            &out,
            &mut env.rng(),
        )?)
    }

    /// Opens a welcome to this device. What it says is checked against itself only: whether its signer is the device
    /// that was compared is for [`Self::accept`].
    fn open_welcome(
        &self,
        sealed: &[u8],
        compared: &Hash32,
    ) -> Result<(Parcel, Unwrapped), AppError> {
        let (identity, seal) = self.identity()?;
        let plain = open_from(&seal, Purpose::Mail, &compared.0, sealed)?;
        let (parcel, opened) = open_parcel(&plain, &identity.public(), &seal)?;
        if RegisterRoster::decode(&parcel.roster)?
            .live(&opened.signer)
            .is_none()
        {
            return Err(refused("welcome_signer"));
        }
        Ok((parcel, opened))
    }

    /// Becomes a device of the register: takes a welcome by the device, and into the federation, that were compared.
    pub(super) fn accept(
        &mut self,
        env: &mut Env,
        sealed: &[u8],
        compared: &Hash32,
        host: &VerifyingId,
        genesis: &Hash32,
    ) -> Result<(), AppError> {
        let (w, opened) = self.open_welcome(sealed, compared)?;
        if opened.signer != *host {
            return Err(refused("welcome_signer"));
        }
        if w.genesis.hash() != *genesis {
            return Err(refused("fingerprint"));
        }
        let roster = RegisterRoster::decode(&w.roster)?;
        self.become_device(env, &w, &opened.sigma, &roster)
    }
}

struct File {
    address: Vec<u8>,
    certificate: Vec<u8>,
    sealed: Vec<u8>,
}

fn read_file(text: &str) -> Result<File, AppError> {
    let bytes = code::unwrap(Kind::Welcome, text)?;
    let short = |r: &[u8]| -> Option<(Vec<u8>, Vec<u8>)> {
        let (len, r) = r.split_first_chunk::<2>()?;
        let (part, r) = r.split_at_checked(usize::from(u16::from_be_bytes(*len)))?;
        Some((part.to_vec(), r.to_vec()))
    };
    let parts = short(&bytes).and_then(|(address, r)| {
        let (certificate, sealed) = short(&r)?;
        Some(File {
            address,
            certificate,
            sealed,
        })
    });
    parts.ok_or_else(|| refused("welcome"))
}
