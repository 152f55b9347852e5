//! Letters of shares: the same shares, sealed to another key (protocol §4.4, §4.5), lying at the buffer under that key's name.
//! A successor finds there what it is handed; an organisation that changed its key finds, from the new sheet of paper
//! alone, what it kept. Must not keep a share that is not the one that was dealt.
//!
//! ```text
//! part in a box = "UGHP" | SHA-256 of the letter 32 | number u8 | of u8 | bytes      (letters longer than a box takes)
//! ```

use super::bundles::{BundleState, Held};
use super::codec::damaged;
use super::node::CustodianNode;
use super::store::{INBOX, LETTERS, SELF, TAKEN};
use crate::dto::AppError;
use crate::env::Env;
use crate::federation::topics;
use std::collections::BTreeMap;
use ugnay_release::Roster;
use ugnay_seal::handover::{Envelope, HandoverBinding, open_handover, seal_handover};
use ugnay_seal::{BundleView, CustodianShares, Hash32, SealPublic, VerifyingId, sha256};
use ugnay_sync::Client;
use ugnay_vault::Changes;

const PART: &[u8; 4] = b"UGHP";
const PART_HEAD: usize = 4 + 32 + 2;
/// Bytes of a letter in one message of a box.
const PART_LEN: usize = 60_000;
/// Most parts of one letter: the largest bundle there is (10,000 compartments of 54 bytes).
const MAX_PARTS: usize = 10;

/// What became of a letter.
enum Read {
    /// Its shares are kept now.
    Kept(CustodianShares),
    /// They are right, and were not needed: there are newer ones, or the epoch is over.
    Needless,
    /// Not for us, or not right.
    Wrong,
    /// Its bundle or its roster is not known here yet.
    Waits,
}

impl CustodianNode {
    /// Seals every share kept to another key, among other changes.
    pub(super) fn write_letters(
        &self,
        x: u8,
        (old, new): (Hash32, Hash32),
        to: &SealPublic,
        changes: &mut Changes,
        env: &mut Env,
    ) -> Result<(), AppError> {
        for shares in &self.shares {
            let binding = HandoverBinding {
                fed: *self.view.federation.fed(),
                epoch_id: shares.epoch_id,
                header_hash: shares.header_hash,
                old_roster_hash: old,
                new_roster_hash: new,
                x,
            };
            let letter = seal_handover(&binding, shares, to, &self.keys.sign, &mut env.rng())?;
            let name = [&shares.epoch_id.0[..], &to.hash().0].concat();
            changes.put(LETTERS, &name, [&[0][..], &letter].concat());
        }
        Ok(())
    }

    /// Lays every letter down that does not lie at the buffer yet. Returns how many.
    ///
    /// # Errors
    /// When the buffer cannot be reached; the rest follows next time, byte for byte.
    pub fn post_letters(&mut self, client: &mut Client) -> Result<u32, AppError> {
        let mut posted = 0;
        for (name, bytes) in self.store.list(LETTERS)? {
            let Some((0, letter)) = bytes.split_first() else {
                continue;
            };
            let to = name
                .get(16..)
                .and_then(|n| n.try_into().ok())
                .map(Hash32)
                .ok_or_else(|| damaged("letter"))?;
            for part in parts(letter) {
                client.post_box(&topics::share_letters(&to), part)?;
            }
            let mut changes = Changes::default();
            changes.put(LETTERS, &name, [&[1][..], letter].concat());
            self.write(changes)?;
            posted += 1;
        }
        Ok(posted)
    }

    /// Every letter written, whether it was laid down or not.
    pub(super) fn letters(&self) -> Result<Vec<Vec<u8>>, AppError> {
        let all = self.store.list(LETTERS)?;
        let letter = |(_, b): &ugnay_vault::Named| b.get(1..).map(<[u8]>::to_vec);
        all.iter()
            .map(|one| letter(one).ok_or_else(|| damaged("letter")))
            .collect()
    }

    /// Fetches letters to this custodian's keys and opens what can be opened. Returns for how many epochs shares were kept.
    ///
    /// # Errors
    /// When the buffer cannot be reached. A letter that is not right is dropped, and no error.
    pub fn take_letters(&mut self, client: &mut Client, now: i64) -> Result<u32, AppError> {
        if self.seat().is_none() {
            return Ok(0);
        }
        let keys: Vec<Hash32> = self.keys.pairs().map(|p| p.public().hash()).collect();
        for key in keys {
            self.fetch_letters(client, &key)?;
        }
        self.open_letters(client, now)
    }

    /// Takes down what came into one box since the last time, then goes on from there. Anybody can post into a box: only
    /// letters that an organisation of this federation signed are taken down.
    fn fetch_letters(&mut self, client: &mut Client, key: &Hash32) -> Result<(), AppError> {
        let name = [b"letters.after".as_slice(), &key.0].concat();
        let after = match self.store.get(SELF, &name)? {
            Some(b) => b.as_slice().try_into().map_err(|_| damaged("place"))?,
            None => [0; 8],
        };
        let after = u64::from_be_bytes(after);
        let messages = client.read_box(&topics::share_letters(key), after)?;
        let came: Vec<(u64, &[u8])> = messages.iter().map(|m| (m.seq, &m.bytes[..])).collect();
        let (letters, upto) = assembled(after, &came);
        let mut changes = Changes::default();
        for letter in &letters {
            self.note_offer(letter, &mut changes)?;
            if self.is_plausible(letter, key) {
                changes.put(INBOX, &sha256(letter).0, letter.as_slice());
            }
        }
        if upto > after {
            changes.put(SELF, &name, upto.to_be_bytes());
        }
        self.write(changes)
    }

    /// Whether a letter is to this key, and signed by an organisation that ever was at the place it names.
    fn is_plausible(&self, letter: &[u8], key: &Hash32) -> bool {
        let Ok(envelope) = Envelope::read(letter) else {
            return false;
        };
        let of = |r: &Roster| {
            let c = r.custodian(envelope.binding.x);
            c.is_some_and(|c| c.sign == envelope.outgoing)
        };
        let known = self.view.eras().rosters().any(|(_, r)| of(r));
        envelope.successor == *key && known && envelope.is_signed(letter)
    }

    /// Puts letters that came as a file beside those that came by the buffer.
    pub(super) fn put_letters(&self, letters: &[Vec<u8>], changes: &mut Changes) {
        let keys: Vec<Hash32> = self.keys.pairs().map(|p| p.public().hash()).collect();
        let plausible = |l: &&Vec<u8>| keys.iter().any(|k| self.is_plausible(l, k));
        for letter in letters.iter().filter(plausible) {
            changes.put(INBOX, &sha256(letter).0, letter.as_slice());
        }
    }

    /// Opens what lies in the inbox, one letter and one commit after the other.
    pub(super) fn open_letters(&mut self, client: &mut Client, now: i64) -> Result<u32, AppError> {
        let mut kept = 0;
        for (name, letter) in self.store.list(INBOX)? {
            let envelope = Envelope::read(&letter)?;
            let mut changes = Changes::default();
            match self.read_letter(client, &letter, &envelope)? {
                Read::Waits => continue,
                Read::Wrong => {
                    changes.happened(now, "letter_refused", &envelope.binding.epoch_id.0);
                }
                Read::Needless => taken(&envelope.binding, &mut changes),
                Read::Kept(shares) => {
                    taken(&envelope.binding, &mut changes);
                    self.keep_handed(shares, now, &mut changes);
                    kept += 1;
                }
            }
            changes.delete(INBOX, &name);
            self.write(changes)?;
        }
        Ok(kept)
    }

    /// Opens one letter: sealed to one of our keys by the organisation that the older roster names at our place, for the key
    /// that the newer one names there.
    fn read_letter(
        &self,
        client: &mut Client,
        letter: &[u8],
        envelope: &Envelope,
    ) -> Result<Read, AppError> {
        let b = &envelope.binding;
        let mut pairs = self.keys.pairs();
        let Some(pair) = pairs.find(|p| p.public().hash() == envelope.successor) else {
            return Ok(Read::Wrong);
        };
        let eras = self.view.eras();
        let rosters = (
            eras.roster(&b.old_roster_hash),
            eras.roster(&b.new_roster_hash),
        );
        let (Some(old), Some(new)) = rosters else {
            return Ok(Read::Waits);
        };
        let (Some(from), Some(to)) = (old.custodian(b.x), new.custodian(b.x)) else {
            return Ok(Read::Wrong);
        };
        let mine = self.seat() == Some(b.x) && b.fed == *self.view.federation.fed();
        let named = from.sign == envelope.outgoing && to.x_wing == pair.public().to_bytes();
        if !mine || !named {
            return Ok(Read::Wrong);
        }
        let at = |k: &&super::KeptBundle| (k.epoch, k.header) == (b.epoch_id, b.header_hash);
        let Some(bundle) = self.bundles.iter().find(at) else {
            return Ok(Read::Waits);
        };
        let bytes = client.bundle(&bundle.pseud, &bundle.name)?;
        let Ok(view) = BundleView::parse(&bytes) else {
            return Ok(Read::Wrong);
        };
        let outgoing = VerifyingId::from_bytes(&from.sign)?;
        let Ok(shares) = open_handover(letter, b, &outgoing, pair, &view) else {
            return Ok(Read::Wrong);
        };
        let last = self.accepted(&b.epoch_id).filter(|l| l.has_shares());
        let newer = last.is_some_and(|l| l.held == Held::Dealt || l.seq >= bundle.seq);
        if newer || self.is_retired(&b.epoch_id) {
            return Ok(Read::Needless);
        }
        Ok(Read::Kept(shares))
    }

    fn keep_handed(&mut self, shares: CustodianShares, now: i64, changes: &mut Changes) {
        let (epoch, header) = (shares.epoch_id, shares.header_hash);
        let compartments = shares.holdings.len() as u32;
        self.keep_shares(shares, changes);
        let of = |b: &&mut super::KeptBundle| (b.epoch, b.header) == (epoch, header);
        for b in self.bundles.iter_mut().filter(of) {
            (b.held, b.state) = (Held::HandedOver, BundleState::Live);
            (b.compartments, b.at, b.dirty) = (compartments, now, true);
        }
        changes.happened(now, "shares_taken_over", &epoch.0);
    }
}

/// Notes which shares of a hand-over arrived.
fn taken(b: &HandoverBinding, changes: &mut Changes) {
    let name = [&b.new_roster_hash.0[..], &b.epoch_id.0, &b.header_hash.0].concat();
    changes.put(TAKEN, &name, [1_u8].as_slice());
}

/// A letter as messages of a box: itself, or in parts.
fn parts(letter: &[u8]) -> Vec<Vec<u8>> {
    if letter.len() <= PART_LEN {
        return vec![letter.to_vec()];
    }
    let hash = sha256(letter);
    let of = letter.len().div_ceil(PART_LEN) as u8;
    let part = |(n, bytes): (u8, &[u8])| [PART, &hash.0[..], &[n, of], bytes].concat();
    (0..).zip(letter.chunks(PART_LEN)).map(part).collect()
}

/// A letter of which not every part came yet: the number of its first part in the box, and the parts.
type Open<'a> = (u64, BTreeMap<u8, &'a [u8]>);

/// Letters among the messages of a box, in order, and up to which number the box was read: a letter whose parts are not all
/// there yet holds the place.
fn assembled(after: u64, messages: &[(u64, &[u8])]) -> (Vec<Vec<u8>>, u64) {
    let (mut out, mut upto) = (Vec::new(), after);
    let mut open: BTreeMap<[u8; 32], Open<'_>> = BTreeMap::new();
    for (seq, bytes) in messages {
        upto = *seq;
        let Some((hash, n, of, body)) = part(bytes) else {
            out.push(bytes.to_vec());
            continue;
        };
        let (_, parts) = open.entry(hash).or_insert((*seq, BTreeMap::new()));
        parts.insert(n, body);
        if parts.len() == usize::from(of) {
            let whole: Vec<u8> = parts.values().copied().flatten().copied().collect();
            open.remove(&hash);
            if sha256(&whole).0 == hash {
                out.push(whole);
            }
        }
    }
    let first_open = open.values().map(|(seq, _)| seq.saturating_sub(1)).min();
    (
        out,
        first_open.map_or(upto, |open| open.min(upto).max(after)),
    )
}

fn part(bytes: &[u8]) -> Option<([u8; 32], u8, u8, &[u8])> {
    let (head, body) = bytes.split_at_checked(PART_HEAD)?;
    let (magic, rest) = head.split_first_chunk::<4>()?;
    let (hash, numbers) = rest.split_first_chunk::<32>()?;
    let [n, of] = *numbers else { return None };
    let fits = magic == PART && n < of && usize::from(of) <= MAX_PARTS && !body.is_empty();
    fits.then_some((*hash, n, of, body))
}

#[cfg(test)]
mod tests;
