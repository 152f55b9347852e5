//! What one device shows another of the same register in person: the log and the heads as it knows them, signed, as
//! text for a QR code or a file. Two devices that were told two stories find out by it without any server.
//!
//! ```text
//! text = "UGNAY-VIEW:" | upper-case hexadecimal of: view | signature[64]
//! view = version u8 = 1 | fed[16] | pseud[16] | slot u8 | log size u64 | log root[32] | count u8 | head*
//! head = slot u8 | sequence number u64 | sha256 as sealed[32]
//! ```

use crate::book::Read;
use crate::exchange::{load_book, load_watch};
use crate::watch::Watch;
use crate::{DeviceKeys, SyncError};
use std::collections::BTreeMap;
use ugnay_register::Register;
use ugnay_seal::{Label, Sig, VerifyingId};
use ugnay_wire::ids::to_hex;

const PREFIX: &str = "UGNAY-VIEW:";
/// A view has at most 15 heads: 75 bytes, 41 a head, the signature.
const MOST_BYTES: usize = 75 + 15 * 41 + 64;

/// A device's view of log and heads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownView {
    /// Who shows it.
    pub slot: u8,
    /// Size of the log that device verified last; 0 for none.
    pub size: u64,
    /// Its root; zeros for none.
    pub root: [u8; 32],
    /// Every head it knows, its own included: slot → sequence number, hash as sealed.
    pub heads: BTreeMap<u8, (u64, [u8; 32])>,
}

/// How a shown view stands to what this device knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compared {
    /// Both know the same heads.
    Same,
    /// The other device knows heads that this one has not seen: the next exchange has to bring them.
    Ahead,
    /// This device knows more.
    Behind,
}

/// This device's view as text, after what it last exchanged.
///
/// # Errors
/// [`SyncError`] when the saved state cannot be read.
pub fn show(
    register: &Register,
    keys: &DeviceKeys,
    size: u64,
    root: [u8; 32],
) -> Result<String, SyncError> {
    let mut heads = load_book(register, keys)?.heads;
    if let Some((seq, own)) = load_watch(register, keys)?.own.last_key_value() {
        heads.insert(keys.slot.get(), (*seq, own.sealed));
    }
    let slot = keys.slot.get();
    let view = ShownView {
        slot,
        size,
        root,
        heads,
    };
    let mut bytes = view.encode(keys);
    let sig = keys.identity.sign(Label::DeviceView, &keys.fed, &bytes);
    bytes.extend_from_slice(&sig.0);
    Ok(format!("{PREFIX}{}", to_hex(&bytes).to_uppercase()))
}

/// Reads a view that another device shows; `signer` tells the signing key of a slot in the register's roster.
///
/// # Errors
/// [`SyncError::Nonsense`] for text that is none, of another register or epoch, or not signed by that device.
pub fn read(
    text: &str,
    keys: &DeviceKeys,
    signer: impl Fn(u8) -> Option<[u8; 32]>,
) -> Result<ShownView, SyncError> {
    const BAD: SyncError = SyncError::Nonsense("shown view");
    let hex = text.trim().strip_prefix(PREFIX).ok_or(BAD)?;
    let bytes = from_hex(hex).ok_or(BAD)?;
    let (body, sig) = bytes.split_last_chunk::<64>().ok_or(BAD)?;
    let view = ShownView::decode(body, keys).ok_or(BAD)?;
    let key = signer(view.slot).ok_or(BAD)?;
    let key = VerifyingId::from_bytes(&key).map_err(|_| BAD)?;
    key.verify(Label::DeviceView, &keys.fed, body, &Sig(*sig))
        .map_err(|_| BAD)?;
    Ok(view)
}

/// Holds a shown view against what this device knows, and remembers what its next exchange has to bring.
///
/// # Errors
/// [`SyncError::Alarm`] when the two were told different stories; nothing is remembered then.
pub fn compare(
    register: &mut Register,
    keys: &DeviceKeys,
    view: &ShownView,
) -> Result<Compared, SyncError> {
    let (book, mut watch) = (load_book(register, keys)?, load_watch(register, keys)?);
    let outcome = judge(keys, &book.heads, &mut watch, view).map_err(SyncError::Alarm)?;
    register.put_state(&crate::exchange::watch_key(keys), &watch.encode())?;
    Ok(outcome)
}

fn judge(
    keys: &DeviceKeys,
    known: &BTreeMap<u8, (u64, [u8; 32])>,
    watch: &mut Watch,
    view: &ShownView,
) -> Result<Compared, &'static str> {
    let ours = keys.slot.get();
    let saw = view.heads.get(&ours).map(|(_, sealed)| sealed);
    watch.saw_ours(view.slot, view.size, saw)?;
    let newest = watch.own.last_key_value().map(|(seq, _)| *seq);
    let mut behind = view.heads.get(&ours).map(|(seq, _)| *seq) != newest;
    let mut ahead = false;
    for (slot, (seq, sealed)) in view.heads.iter().filter(|(slot, _)| **slot != ours) {
        match known.get(slot) {
            Some((at, hash)) if at == seq && hash != sealed => return Err("head_fork"),
            Some((at, _)) if at == seq => {}
            Some((at, _)) if at > seq => behind = true,
            _ => {
                ahead = true;
                let newest = watch.expected.entry(*slot).or_insert((*seq, *sealed));
                if newest.0 == *seq && newest.1 != *sealed {
                    return Err("head_fork");
                }
                if newest.0 < *seq {
                    *newest = (*seq, *sealed);
                }
            }
        }
    }
    // A device cannot know less of itself than another one does.
    let itself = view.heads.get(&view.slot).map_or(0, |(seq, _)| *seq);
    if known.get(&view.slot).is_some_and(|(seq, _)| *seq > itself) {
        return Err("head_fork");
    }
    behind |= known.keys().any(|slot| !view.heads.contains_key(slot));
    Ok(match (ahead, behind) {
        (true, _) => Compared::Ahead,
        (false, true) => Compared::Behind,
        (false, false) => Compared::Same,
    })
}

impl ShownView {
    fn encode(&self, keys: &DeviceKeys) -> Vec<u8> {
        let mut w = vec![1];
        w.extend_from_slice(&keys.fed.0);
        w.extend_from_slice(&keys.pseud().0);
        w.push(self.slot);
        w.extend_from_slice(&self.size.to_be_bytes());
        w.extend_from_slice(&self.root);
        w.push(self.heads.len() as u8);
        for (slot, (seq, sealed)) in &self.heads {
            w.push(*slot);
            w.extend_from_slice(&seq.to_be_bytes());
            w.extend_from_slice(sealed);
        }
        w
    }

    fn decode(bytes: &[u8], keys: &DeviceKeys) -> Option<Self> {
        let mut r = Read(bytes);
        let [1] = r.array()? else { return None };
        if r.array()? != keys.fed.0 || r.array()? != keys.pseud().0 {
            return None;
        }
        let [slot] = r.array()?;
        let (size, root) = (r.u64()?, r.array()?);
        let [count] = r.array()?;
        let mut heads = BTreeMap::new();
        for _ in 0..count {
            let [slot] = r.array()?;
            heads.insert(slot, (r.u64()?, r.array()?));
        }
        let view = Self {
            slot,
            size,
            root,
            heads,
        };
        (view.encode(keys) == bytes).then_some(view)
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if digits.len() > 2 * MOST_BYTES || !digits.len().is_multiple_of(2) {
        return None;
    }
    let digit = |d: u8| char::from(d).to_digit(16);
    let pairs = digits.as_chunks::<2>().0.iter();
    pairs
        .map(|[high, low]| u8::try_from(digit(*high)? * 16 + digit(*low)?).ok())
        .collect()
}

#[cfg(test)]
mod tests;
