//! What makes a reader of somebody who has nothing: everything a register is, but its people. A welcome carries it to a
//! device, a letter to a recovery sheet. Must not decide who gets one, nor whom it is believed from.
//!
//! ```text
//! parcel = register id[16] | place u32 (0: none) | demo u8 | label len u8 | label | genesis len u32 | genesis | roster len u32 | roster | clock u64 | devwrap
//! ```

use super::{GENESIS, OPENED};
use crate::dto::AppError;
use crate::env::Env;
use crate::federation::refused;
use crate::session::Session;
use ugnay_model::{Lamport, Psgc, RegisterId};
use ugnay_release::{Genesis, Signed};
use ugnay_seal::devwrap::{self, Unwrapped, WrapBinding};
use ugnay_seal::{Hash32, SealKeyPair, SealPublic, Sigma, VerifyingId, sha256};
use ugnay_sync::{DeviceKeys, RegisterRoster};

/// Whom a parcel is for.
pub(super) struct Reader<'a> {
    /// SHA-256 of its signing key.
    pub(super) signing: Hash32,
    /// Its sealing key.
    pub(super) sealing: &'a SealPublic,
}

/// A parcel, its seed still wrapped.
pub(super) struct Parcel {
    pub(super) id: RegisterId,
    pub(super) place: Option<Psgc>,
    demo: bool,
    pub(super) label: String,
    pub(super) genesis: Signed<Genesis>,
    pub(super) roster: Vec<u8>,
    clock: u64,
    wrap: Vec<u8>,
}

impl Session {
    /// This register as a parcel for one reader of its roster.
    pub(super) fn parcel(
        &self,
        env: &mut Env,
        keys: &DeviceKeys,
        roster: &RegisterRoster,
        reader: &Reader<'_>,
    ) -> Result<Vec<u8>, AppError> {
        let roster = roster.encode();
        let binding = WrapBinding {
            fed: keys.fed,
            roster_hash: sha256(&roster),
            device_pk_hash: reader.signing,
        };
        let wrap = devwrap::wrap(
            &keys.sigma,
            &binding,
            reader.sealing,
            &keys.identity,
            &mut env.rng(),
        )?;
        let mut out = self.about.id.to_bytes().to_vec();
        out.extend_from_slice(&self.about.place.map_or(0, |p| p.0).to_be_bytes());
        out.push(u8::from(self.about.demo));
        let label = shortened(self.about.label.chars(), 200);
        out.push(label.len() as u8);
        out.extend_from_slice(label.as_bytes());
        for part in [&self.genesis()?.to_bytes(), &roster] {
            out.extend_from_slice(&(part.len() as u32).to_be_bytes());
            out.extend_from_slice(part);
        }
        out.extend_from_slice(&self.register.clock().time().to_be_bytes());
        out.extend_from_slice(&wrap);
        Ok(out)
    }

    /// Becomes a device of a parcel's register, under a roster that holds this device.
    pub(super) fn become_device(
        &mut self,
        env: &mut Env,
        parcel: &Parcel,
        sigma: &Sigma,
        roster: &RegisterRoster,
    ) -> Result<(), AppError> {
        let mut about = self.about.clone();
        about.id = parcel.id;
        about.place = parcel.place;
        about.demo = parcel.demo;
        about.label.clone_from(&parcel.label);
        self.rename(about)?;
        self.keep_sigma(sigma, env.now())?;
        self.keep_roster(roster)?;
        // The register's past may be long; what an enrolled reader vouches for is no jump.
        self.register.raise_clock(Lamport::at(parcel.clock))?;
        self.register
            .put_states(&[(GENESIS, &parcel.genesis.to_bytes()), (OPENED, b"1")])?;
        self.blank = false;
        Ok(())
    }
}

/// Reads a parcel and opens the seed in it for the reader `me`, who must be live in the parcel's own roster.
pub(super) fn open_parcel(
    plain: &[u8],
    me: &VerifyingId,
    pair: &SealKeyPair,
) -> Result<(Parcel, Unwrapped), AppError> {
    let parcel = parse(plain).ok_or_else(|| refused("welcome"))?;
    let fed = Genesis::verify(&parcel.genesis)?;
    if RegisterRoster::decode(&parcel.roster)?.live(me).is_none() {
        return Err(refused("not_enrolled"));
    }
    let binding = WrapBinding {
        fed,
        roster_hash: sha256(&parcel.roster),
        device_pk_hash: me.hash(),
    };
    let opened = devwrap::unwrap(&parcel.wrap, &binding, pair)?;
    Ok((parcel, opened))
}

fn parse(bytes: &[u8]) -> Option<Parcel> {
    let (id, r) = bytes.split_first_chunk::<16>()?;
    let (place, r) = r.split_first_chunk::<4>()?;
    let (demo, r) = r.split_first()?;
    let (len, r) = r.split_first()?;
    let (label, r) = r.split_at_checked(usize::from(*len))?;
    let (genesis, r) = sized(r)?;
    let (roster, r) = sized(r)?;
    let (clock, wrap) = r.split_first_chunk::<8>()?;
    let place = u32::from_be_bytes(*place);
    Some(Parcel {
        id: RegisterId::from_bytes(*id),
        place: (place != 0).then_some(Psgc(place)),
        demo: *demo == 1,
        label: String::from_utf8(label.to_vec()).ok()?,
        genesis: Signed::from_bytes(genesis).ok()?,
        roster: roster.to_vec(),
        clock: u64::from_be_bytes(*clock),
        wrap: wrap.to_vec(),
    })
}

fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, r) = bytes.split_first_chunk::<4>()?;
    r.split_at_checked(u32::from_be_bytes(*len) as usize)
}

/// As many whole characters as fit into so many bytes.
pub(super) fn shortened(chars: impl Iterator<Item = char>, bytes: usize) -> String {
    let mut out = String::new();
    for c in chars {
        if out.len() + c.len_utf8() > bytes {
            break;
        }
        out.push(c);
    }
    out
}
