//! The restore release (protocol §4.4): a register lost its last device and has no sheet. A desk asks in its name, for
//! one register-epoch and nothing else; custodians decide as on any request; the shares go to the register's **new
//! device**, not to the desk. Owns how that device's key comes to the custodians. Must not bring back anything but cards.
//!
//! The request names the SHA-256 of the device's sealing key. The key itself lies in a box named by that hash, so whoever
//! reads it checks it against what two officers signed and the log holds; nobody can put another in its place.

use super::{DeskNode, desk, refused, topics};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use ugnay_model::Psgc;
use ugnay_release::{Area, LguCard, Purpose, Request, Signed};
use ugnay_seal::{EpochId, Hash32, SealPublic, SigningIdentity};
use ugnay_sync::Client;

/// What a desk asks in the name of a register without devices.
#[derive(Clone, Debug)]
pub struct RestoreAsk {
    /// Number or title of the paper that says what was lost.
    pub declaration: String,
    /// That paper.
    pub document: Vec<u8>,
    /// The register's barangays.
    pub barangays: Vec<Psgc>,
    /// The register-epoch, as custodians know it.
    pub epoch: EpochId,
    /// SHA-256 of the new device's sealing key, compared with its officer in six words.
    pub device: Hash32,
    /// Seconds the grant lasts.
    pub lasts: i64,
}

impl RestoreAsk {
    /// Reads the register-epoch's and the device's names as screens and receipts show them.
    ///
    /// # Errors
    /// `BadInput` with `epoch` or `device`: 32 or 64 hexadecimal digits in lower case.
    pub fn names(epoch: &str, device: &str) -> Result<(EpochId, Hash32), AppError> {
        let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
        let epoch = ugnay_wire::Pseud::from_hex(epoch).map_err(|_| bad("epoch"))?;
        let device = ugnay_wire::Hash::from_hex(device).map_err(|_| bad("device"))?;
        Ok((EpochId(epoch.0), Hash32(device.0)))
    }
}

impl DeskNode {
    /// Asks for a restore release. The request's body is sealed to the custodians, the desk and the new device.
    ///
    /// # Errors
    /// `Refused` with `recipient` when the device has not shown its key; a value that breaks a rule.
    pub fn ask_restore(
        &mut self,
        client: &mut Client,
        ask: &RestoreAsk,
        env: &mut Env,
    ) -> Result<Signed<Request>, AppError> {
        let device = device_key(client, &ask.device)?;
        let now = env.now();
        let mut areas: Vec<Area> = ask.barangays.iter().map(|p| Area(p.0)).collect();
        areas.sort_unstable();
        areas.dedup();
        let mut officers: Vec<Hash32> = self
            .officers
            .iter()
            .map(|(s, _)| s.public().hash())
            .collect();
        officers.sort_unstable();
        let until = now.saturating_add(ask.lasts);
        let request = Request {
            policy: self.view.federation.policy_hash(),
            purpose: Purpose::Restore,
            declaration: ask.declaration.clone(),
            declaration_hash: ugnay_seal::sha256(&ask.document),
            areas,
            destination: 0,
            epoch: Some(ask.epoch),
            from: now,
            until,
            expires: until,
            card: self.card()?.hash(),
            officers,
            recipient: ask.device,
            nonce: env.random(),
            origin: self.view.federation.log().name().to_owned(),
        };
        let fed = *self.view.federation.fed();
        let signers: Vec<&SigningIdentity> = self.officers.iter().map(|(s, _)| s).collect();
        let signed = Signed::new(request, &fed, &signers)?;
        let (officer, own) = self.first()?;
        let readers = vec![own.public().clone(), device];
        let card = self.card()?.body();
        desk::submit_request(client, &self.view, &signed, card, officer, readers, env)?;
        Ok(signed)
    }
}

/// The key that a request's shares are sealed to: an officer's of the desk's card, or for a restore the device's.
///
/// # Errors
/// `Refused` with `recipient` when there is no such key.
pub(crate) fn recipient(
    client: &mut Client,
    request: &Request,
    card: &LguCard,
) -> Result<SealPublic, AppError> {
    if request.purpose == Purpose::Restore {
        return device_key(client, &request.recipient);
    }
    let officer = card
        .recipient(&request.recipient)
        .ok_or_else(|| refused("recipient"))?;
    Ok(SealPublic::from_bytes(&officer.x_wing)?)
}

/// A new device's sealing key, as it laid it down; known by its hash.
///
/// # Errors
/// `Refused` with `recipient` when it laid none down.
pub(crate) fn device_key(client: &mut Client, hash: &Hash32) -> Result<SealPublic, AppError> {
    let found = client.read_box(&topics::restore(&hash.0), 0)?;
    let mut keys = found
        .iter()
        .filter_map(|m| SealPublic::from_bytes(&m.bytes).ok());
    keys.find(|k| k.hash() == *hash)
        .ok_or_else(|| refused("recipient"))
}
