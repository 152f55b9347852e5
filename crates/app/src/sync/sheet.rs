//! The recovery sheet of a register: made, typed in again, kept supplied with letters. Using it is [`super::restore`]'s.
//! Must not keep the words: they live in the session until they were typed in again, and nowhere else.
//!
//! ```text
//! box     = named by the hash of the sheet's sealing key, which only the register's readers know
//! letter  = HPKE(Recovery) to the sheet, padded to a power of two, of: "UGL1" | time i64 | signing key of the writer[32] | parcel | signature[64]
//! ```
//! The parcel ([`super::parcel`]) is what a welcome brings, its seed wrapped for the sheet. A letter is written whenever the
//! epoch or the roster is another than in the one before, by every device that sees it.

use super::BUFFER;
use super::parcel::Reader;
use crate::dto::{AppError, ErrorCode, SheetCheck, SheetPage, SheetUse};
use crate::env::Env;
use crate::federation::{refused, topics};
use crate::session::{App, Session};
use ugnay_release::Genesis;
use ugnay_seal::hybrid::seal_padded;
use ugnay_seal::recovery::RecoverySheet;
use ugnay_seal::words::{WordsError, known, sas_words};
use ugnay_seal::{Hash32, Label, Purpose, SealPublic, sha256};
use ugnay_sync::{Client, DeviceEntry, DeviceKeys, NewReader, ReaderKind, RegisterRoster};

pub(super) const LETTER: &[u8; 4] = b"UGL1";
/// What the letters written last were about.
const WRITTEN: &str = "sheet/written";
const LABEL: &str = "recovery sheet";
const WORDS: usize = 24;

/// What an [`AppError`] says of words that are none: `words`, with the wrong one's place in the detail.
pub(super) fn bad_words(e: &WordsError) -> AppError {
    let detail = match e {
        WordsError::Count { found, .. } => format!("count:{found}"),
        WordsError::UnknownWord(at) => format!("word:{at}"),
        _ => "checksum".to_owned(),
    };
    AppError::new(ErrorCode::BadInput)
        .field("words")
        .detail(detail)
}

/// Six words that name a register, its federation and a sheet.
pub(super) fn six(genesis: &Hash32, register: &[u8; 16], sheet: &SealPublic) -> String {
    sas_words(&[&genesis.0[..], register, &sheet.hash().0].concat()).join(" ")
}

impl App {
    /// Draws a new sheet's words. Until [`Self::sheet_check`] found all of them right there is no such sheet.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] before joining: a sheet reads from the buffer.
    pub fn sheet_begin(&mut self) -> Result<SheetPage, AppError> {
        let (s, env) = self.open()?;
        s.genesis()?;
        s.sheet = Some(RecoverySheet::generate(&mut env.rng()));
        self.sheet_shown()
    }

    /// The new sheet that is being shown and was not yet typed in again.
    pub(crate) fn sheet_shown(&mut self) -> Result<SheetPage, AppError> {
        let (s, _) = self.open()?;
        let sheet = s.sheet.as_ref().ok_or_else(|| refused("no_sheet"))?;
        let pair = sheet.seal_pair();
        Ok(SheetPage {
            words: sheet.to_words().split(' ').map(str::to_owned).collect(),
            six: six(&s.genesis()?.hash(), &s.about.id.to_bytes(), pair.public()),
            buffer: super::text(&s.register, BUFFER)?.unwrap_or_default(),
        })
    }

    /// Forgets a sheet that was not yet typed in again.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn sheet_stop(&mut self) -> Result<(), AppError> {
        self.open()?.0.sheet = None;
        Ok(())
    }

    /// The new sheet's words, typed in again. When all are right, the sheet is enrolled, a letter is written to it, and
    /// read back with the typed words: only then it exists.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_sheet` when none was begun; a buffer that cannot be reached: then again.
    pub fn sheet_check(&mut self, typed: &str) -> Result<SheetCheck, AppError> {
        let (s, env) = self.open()?;
        let sheet = s.sheet.take().ok_or_else(|| refused("no_sheet"))?;
        let checked = s.check_sheet(env, &sheet, typed);
        if !matches!(&checked, Ok(c) if c.works) {
            s.sheet = Some(sheet);
        }
        checked
    }

    /// Whether a sheet made earlier still opens this register: reads its letters from the buffer with the typed words.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for words that are none; [`ErrorCode::Refused`] with `sheet_unknown` for another register's
    /// sheet or a revoked one.
    pub fn sheet_test(&mut self, typed: &str) -> Result<SheetCheck, AppError> {
        let (s, env) = self.open()?;
        let sheet = RecoverySheet::from_words(typed).map_err(|e| bad_words(&e))?;
        let fed = Genesis::verify(&s.genesis()?)?;
        let (keys, roster) = s.keys(env, fed)?;
        if roster.live(&sheet.identity().public()).is_none() {
            return Err(refused("sheet_unknown"));
        }
        s.read_back(&sheet, &keys)?;
        Ok(SheetCheck {
            wrong: Vec::new(),
            works: true,
        })
    }

    /// Every use of a recovery sheet of this register, oldest first.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn sheet_uses(&mut self) -> Result<Vec<SheetUse>, AppError> {
        let (s, _) = self.open()?;
        let Some(roster) = s.known_roster()? else {
            return Ok(Vec::new());
        };
        let me = s.identity()?.0.public();
        let by_sheet = |d: &&DeviceEntry| {
            let by = roster.entry(&d.by);
            by.is_some_and(|b| b.kind == ReaderKind::Sheet)
        };
        let used = roster.entries().iter().filter(by_sheet);
        Ok(used
            .map(|d| SheetUse {
                device: d.label.clone(),
                at: d.added_at,
                this_device: d.signing == *me.as_bytes(),
            })
            .collect())
    }
}

/// Places of the words that are not the sheet's, from 1; missing ones are wrong.
fn wrong_words(sheet: &RecoverySheet, typed: &str) -> Vec<u32> {
    let right = sheet.to_words();
    let mut typed = typed.split_whitespace();
    let mut wrong: Vec<u32> = (1..)
        .zip(right.split(' '))
        .filter(|(_, word)| typed.next().and_then(known) != Some(*word))
        .map(|(at, _)| at)
        .collect();
    // More words than the sheet has: none can be told from its neighbour.
    if typed.next().is_some() {
        wrong.push(WORDS as u32 + 1);
    }
    wrong
}

impl Session {
    fn check_sheet(
        &mut self,
        env: &mut Env,
        sheet: &RecoverySheet,
        typed: &str,
    ) -> Result<SheetCheck, AppError> {
        let wrong = wrong_words(sheet, typed);
        if !wrong.is_empty() {
            return Ok(SheetCheck {
                wrong,
                works: false,
            });
        }
        // From here on what was typed, not what was drawn.
        let typed = RecoverySheet::from_words(typed).map_err(|e| bad_words(&e))?;
        let fed = Genesis::verify(&self.genesis()?)?;
        let (keys, mut roster) = self.keys(env, fed)?;
        let (identity, pair) = (typed.identity().public(), typed.seal_pair());
        let reader = NewReader {
            kind: ReaderKind::Sheet,
            signing: &identity,
            sealing: pair.public(),
            label: LABEL,
        };
        let epoch = keys.sigma.epoch_id().0;
        if !roster.add(&reader, &epoch, env.now(), &fed, &keys.identity) {
            return Err(refused("too_many_devices"));
        }
        let mut client = self.client()?;
        super::join::put_roster(&mut client, &keys, &roster, env)?;
        self.keep_roster(&roster)?;
        self.keep_letters(&mut client, &keys, &roster, env)?;
        self.read_back(&typed, &keys)?;
        Ok(SheetCheck { wrong, works: true })
    }

    /// Reads the present epoch's letter from the buffer with a sheet's own keys.
    fn read_back(&self, sheet: &RecoverySheet, keys: &DeviceKeys) -> Result<(), AppError> {
        let letters = super::restore::letters(&mut self.client()?, sheet)?;
        let epoch = keys.sigma.epoch_id();
        let found = letters.iter().any(|l| l.sigma.epoch_id() == epoch);
        found.then_some(()).ok_or_else(|| refused("sheet_not_read"))
    }

    /// Writes to every sheet of the register what it would need today, unless the last letters say the same.
    pub(crate) fn keep_letters(
        &mut self,
        client: &mut Client,
        keys: &DeviceKeys,
        roster: &RegisterRoster,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let sheets: Vec<_> = roster
            .readers()
            .filter(|d| d.kind == ReaderKind::Sheet)
            .cloned()
            .collect();
        let about = [&keys.sigma.epoch_id().0[..], &sha256(&roster.encode()).0].concat();
        if sheets.is_empty() || self.register.state(WRITTEN)?.as_ref() == Some(&about) {
            return Ok(());
        }
        for sheet in &sheets {
            let to = SealPublic::from_bytes(&sheet.sealing)?;
            let reader = Reader {
                signing: sheet.hash(),
                sealing: &to,
            };
            let mut letter = LETTER.to_vec();
            letter.extend_from_slice(&env.now().to_be_bytes());
            letter.extend_from_slice(keys.identity.public().as_bytes());
            letter.extend_from_slice(&self.parcel(env, keys, roster, &reader)?);
            let sig = keys.identity.sign(Label::Recovery, &keys.fed, &letter);
            letter.extend_from_slice(&sig.0);
            let aad = to.hash();
            let rng = &mut env.rng();
            let sealed = seal_padded(&to, Purpose::Recovery, &aad.0, &letter, rng)?;
            client.post_box(&topics::sheet(&aad.0), sealed)?;
        }
        Ok(self.register.put_state(WRITTEN, &about)?)
    }
}

#[cfg(test)]
mod tests;
