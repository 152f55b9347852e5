//! A register comes back from its recovery sheet: 24 words and the buffer's address, on a machine that never saw it.
//! Owns which letter is believed. The sheet enrols the new device by its own signature, so every other device sees that
//! it was used. Must not begin a new epoch: that is a step of its own, and nothing takes it after a restore yet.
//!
//! A letter is believed that opens with the sheet's key and whose writer is a live device in the roster it brings. A
//! writer whom another such letter's roster revokes is not believed; when that leaves nobody, or two registers, nothing is
//! restored. Of several letters the one with the newest roster counts.

use super::epochs::lead;
use super::parcel::{Parcel, open_parcel};
use super::sheet::{LETTER, bad_words, six};
use super::{BUFFER, CERTIFICATE};
use crate::dto::{AppError, ErrorCode, RestoreFound, RestoreInput, SessionInfo};
use crate::env::Env;
use crate::federation::{refused, topics};
use crate::places;
use crate::session::{App, Session};
use ugnay_release::Genesis;
use ugnay_seal::hybrid::open_padded;
use ugnay_seal::recovery::RecoverySheet;
use ugnay_seal::{DeviceSlot, Label, Purpose, Sig, Sigma, VerifyingId};
use ugnay_sync::{Client, DeviceKeys, NewReader, ReaderKind, RegisterRoster};

/// A letter to the sheet, opened and checked against itself.
pub(super) struct Letter {
    pub(super) sigma: Sigma,
    written_at: i64,
    writer: VerifyingId,
    roster: RegisterRoster,
    parcel: Parcel,
}

/// A sheet and the letter it is about to be used with.
pub(crate) struct Found {
    sheet: RecoverySheet,
    letter: Letter,
}

impl App {
    /// Makes an empty register and reads what the sheet opens. Nothing is restored yet: its six words are to be compared
    /// with those on the sheet. [`App::pairing_stop`] ends it.
    ///
    /// # Errors
    /// `BadInput` with the wrong word's place; `Refused` with `no_letters` for words no register knows, `two_histories`.
    pub fn restore_look(&mut self, input: &RestoreInput) -> Result<RestoreFound, AppError> {
        let sheet = RecoverySheet::from_words(&input.words).map_err(|e| bad_words(&e))?;
        self.create_blank(&input.passphrase, &input.officer)?;
        let (s, _) = self.open()?;
        let found = look(s, sheet, input);
        if found.is_err() {
            self.drop_blank();
        }
        found
    }

    /// Uses the sheet whose six words were compared: this device becomes a device of the register. The next exchange
    /// brings the people.
    ///
    /// # Errors
    /// `Refused` with `no_letters` when none was looked at; `sheet_unknown` for a revoked sheet; a buffer that cannot be reached.
    pub fn restore_take(&mut self, label: &str) -> Result<SessionInfo, AppError> {
        let (s, env) = self.open()?;
        let found = s.found.take().ok_or_else(|| refused("no_letters"))?;
        let taken = take(s, env, &found, label);
        if taken.is_err() {
            s.found = Some(found);
        }
        taken?;
        self.session_info()
    }
}

fn look(
    s: &mut Session,
    sheet: RecoverySheet,
    input: &RestoreInput,
) -> Result<RestoreFound, AppError> {
    let address = input.buffer.trim();
    s.register.put_state(BUFFER, address.as_bytes())?;
    let pem = input.certificate.trim();
    if !pem.is_empty() {
        s.register.put_state(CERTIFICATE, pem.as_bytes())?;
    }
    let letter = newest(letters(&mut s.client()?, &sheet)?)?;
    let parcel = &letter.parcel;
    let pair = sheet.seal_pair();
    let out = RestoreFound {
        six: six(&parcel.genesis.hash(), &parcel.id.to_bytes(), pair.public()),
        label: parcel.label.clone(),
        place_name: parcel.place.map(places::path).unwrap_or_default(),
        federation: parcel.genesis.body().name.clone(),
        written_at: letter.written_at,
        devices: letter.roster.writers().map(|d| d.label.clone()).collect(),
    };
    s.found = Some(Found { sheet, letter });
    Ok(out)
}

/// Every letter of the buffer's box that this sheet opens and that stands for itself. Others are left out: whoever knows
/// the box can lay down anything.
pub(super) fn letters(client: &mut Client, sheet: &RecoverySheet) -> Result<Vec<Letter>, AppError> {
    let topic = topics::sheet(&sheet.seal_pair().public().hash().0);
    let messages = client.read_box(&topic, 0)?;
    Ok(messages
        .iter()
        .filter_map(|m| read(&m.bytes, sheet).ok())
        .collect())
}

fn read(sealed: &[u8], sheet: &RecoverySheet) -> Result<Letter, AppError> {
    let pair = sheet.seal_pair();
    let plain = open_padded(&pair, Purpose::Recovery, &pair.public().hash().0, sealed)?;
    let bad = || refused("letter");
    let (body, sig) = plain.split_last_chunk::<64>().ok_or_else(bad)?;
    let rest = body.strip_prefix(LETTER).ok_or_else(bad)?;
    let (time, rest) = rest.split_first_chunk::<8>().ok_or_else(bad)?;
    let (writer, rest) = rest.split_first_chunk::<32>().ok_or_else(bad)?;
    let writer = VerifyingId::from_bytes(writer)?;
    let (parcel, opened) = open_parcel(rest, &sheet.identity().public(), &pair)?;
    let fed = Genesis::verify(&parcel.genesis)?;
    writer.verify(Label::Recovery, &fed, body, &Sig(*sig))?;
    let roster = RegisterRoster::decode(&parcel.roster)?;
    let writes = roster.writers().any(|d| d.signing == *writer.as_bytes());
    if !writes || opened.signer != writer {
        return Err(refused("letter_writer"));
    }
    Ok(Letter {
        sigma: opened.sigma,
        written_at: i64::from_be_bytes(*time),
        writer,
        roster,
        parcel,
    })
}

fn newest(letters: Vec<Letter>) -> Result<Letter, AppError> {
    if letters.is_empty() {
        return Err(refused("no_letters"));
    }
    let revoked = |key: &VerifyingId| {
        letters
            .iter()
            .any(|l| l.roster.revocation(key.as_bytes()).is_some())
    };
    let believed: Vec<bool> = letters.iter().map(|l| !revoked(&l.writer)).collect();
    let mut left = letters
        .into_iter()
        .zip(believed)
        .filter_map(|(l, yes)| yes.then_some(l));
    let two = || refused("two_histories");
    let mut best = left.next().ok_or_else(two)?;
    for letter in left {
        let same = letter.parcel.id == best.parcel.id
            && letter.parcel.genesis.hash() == best.parcel.genesis.hash();
        if !same {
            return Err(two());
        }
        let rank = |l: &Letter| (l.roster.serial, l.written_at);
        if rank(&letter) >= rank(&best) {
            best = letter;
        }
    }
    Ok(best)
}

fn take(s: &mut Session, env: &mut Env, found: &Found, label: &str) -> Result<(), AppError> {
    let now = env.now();
    let Found { sheet, letter } = found;
    let fed = Genesis::verify(&letter.parcel.genesis)?;
    let keys = DeviceKeys {
        fed,
        sigma: Sigma::from_bytes(*letter.sigma.to_bytes()),
        identity: sheet.identity(),
        seal: sheet.seal_pair(),
        slot: DeviceSlot::all().next().ok_or_else(|| refused("slot"))?,
    };
    let mut client = s.client()?;
    let led = lead(&mut client, keys, letter.roster.clone(), now);
    let (keys, mut roster) = led.map_err(|e| match e.code {
        ErrorCode::DeviceRevoked => refused("sheet_unknown"),
        _ => e,
    })?;
    let (identity, seal) = s.identity()?;
    let me = identity.public();
    let reader = NewReader {
        kind: ReaderKind::Device,
        signing: &me,
        sealing: seal.public(),
        label,
    };
    let epoch = keys.sigma.epoch_id().0;
    if !roster.add(&reader, &epoch, now, &fed, &keys.identity) {
        return Err(refused("too_many_devices"));
    }
    super::join::put_roster(&mut client, &keys, &roster, env)?;
    s.become_device(env, &letter.parcel, &keys.sigma, &roster)?;
    s.mark_restored()
}
