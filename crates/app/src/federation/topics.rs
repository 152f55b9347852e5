//! Names of the boxes parties meet at. Each is a hash under its own label; who does not know the input cannot guess it.

use ugnay_seal::sha256;
use ugnay_wire::{Pseud, Topic};

fn topic(label: &str, parts: &[&[u8]]) -> Topic {
    let mut bytes = format!("ugnay/v1/topic/{label}\0").into_bytes();
    parts.iter().for_each(|p| bytes.extend_from_slice(p));
    let mut out = [0; 16];
    out.copy_from_slice(&sha256(&bytes).0[..16]);
    Topic(out)
}

/// Custodians' receipts for the bundles of a register-epoch.
#[must_use]
pub fn receipts(pseud: &Pseud) -> Topic {
    topic("receipts", &[&pseud.0])
}

/// Sealed reports and referrals of a campaign.
#[must_use]
pub fn reports(campaign: &[u8; 32]) -> Topic {
    topic("reports", &[campaign])
}

/// Sealed shares for a request.
#[must_use]
pub fn shares(request: &[u8; 32]) -> Topic {
    ugnay_wire::shares_topic(request)
}

/// Letters of shares sealed to a custodian's key: from its predecessor, or from itself at a change of key.
#[must_use]
pub fn share_letters(key_hash: &ugnay_seal::Hash32) -> Topic {
    topic("share-letters", &[&key_hash.0])
}

/// The meeting of an invited device and the organisation that invited it.
#[must_use]
pub fn invitation(invite_key: &[u8; 32]) -> Topic {
    topic("invitation", &[invite_key])
}

/// Seeds handed on to devices that were added while a register-epoch ended.
#[must_use]
pub fn next_epoch(pseud: &Pseud) -> Topic {
    topic("next-epoch", &[&pseud.0])
}

/// The meeting of two devices of one register.
#[must_use]
pub fn pairing(words_key: &[u8; 32]) -> Topic {
    topic("pairing", &[words_key])
}

/// Letters to a register's recovery sheet. Its sealing key stands in the register's sealed roster alone.
#[must_use]
pub fn sheet(sealing_key_hash: &[u8; 32]) -> Topic {
    topic("sheet", &[sealing_key_hash])
}

/// The keys of a device that a restore release goes to.
#[must_use]
pub fn restore(key_hash: &[u8; 32]) -> Topic {
    topic("restore", &[key_hash])
}

/// An officer's passes for the device that a restore release goes to: it may fetch what the release opens.
#[must_use]
pub fn passes(key_hash: &[u8; 32]) -> Topic {
    topic("passes", &[key_hash])
}
