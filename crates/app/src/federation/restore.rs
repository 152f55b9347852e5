//! The restore release (protocol §4.4): a register lost its last device and has no sheet. A desk asks in its name, for
//! one register-epoch and nothing else; custodians decide as on any request; the shares go to the register's **new
//! device**, not to the desk. Owns how that device's key comes to the custodians. Must not bring back anything but cards.
//!
//! The request names the SHA-256 of the device's sealing key. The key itself lies in a box named by that hash, so whoever
//! reads it checks it against what two officers signed and the log holds; nobody can put another in its place. The device's
//! signing key lies beside it; the officer who enters the request passes the right to fetch on to it, since the buffer
//! hands blobs to nobody else ([`ugnay_wire::Asker`]).

use super::{DeskNode, desk, refused, topics};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use ugnay_model::Psgc;
use ugnay_release::{LguCard, Purpose, Request, Signed};
use ugnay_seal::{EpochId, FedId, Hash32, SealPublic, SigningIdentity, VerifyingId};
use ugnay_sync::{Client, pass_for, pass_holds};
use ugnay_wire::Pass;

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
        let request = Request {
            purpose: Purpose::Restore,
            epoch: Some(ask.epoch),
            recipient: ask.device,
            ..self.request_about(
                &ask.barangays,
                (&ask.declaration, &ask.document),
                ask.lasts,
                env,
            )?
        };
        let signed = self.signed(request)?;
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

/// How many signing keys beside a sealing key get a pass: anybody may lay one there, and it opens nothing.
const MOST_PASSES: usize = 8;

/// Lays a new device's two keys down.
pub(crate) fn lay_down(
    client: &mut Client,
    sign: &VerifyingId,
    seal: &SealPublic,
) -> Result<(), AppError> {
    let topic = topics::restore(&seal.hash().0);
    client.post_box(&topic, sign.as_bytes().to_vec())?;
    client.post_box(&topic, seal.to_bytes())?;
    Ok(())
}

/// Passes the right to fetch under a restore request on to the newest signing keys beside its recipient's.
pub(crate) fn pass_on(
    client: &mut Client,
    fed: &FedId,
    officer: &SigningIdentity,
    request: &Signed<Request>,
) -> Result<(), AppError> {
    let recipient = request.body().recipient.0;
    let found = client.read_box(&topics::restore(&recipient), 0)?;
    let keys = found
        .iter()
        .rev()
        .filter_map(|m| <&[u8; 32]>::try_from(m.bytes.as_slice()).ok());
    let id = Request::id(request).0;
    for key in keys.take(MOST_PASSES) {
        let Ok(key) = VerifyingId::from_bytes(key) else {
            continue;
        };
        let pass = pass_for(fed, officer, id, &key);
        client.post_box(&topics::passes(&recipient), pass.to_bytes())?;
    }
    Ok(())
}

/// The pass for this device, by an officer who signed the request.
///
/// # Errors
/// `Refused` with `no_pass`.
pub(crate) fn pass_of(
    client: &mut Client,
    fed: &FedId,
    request: &Signed<Request>,
    me: &VerifyingId,
) -> Result<Pass, AppError> {
    let found = client.read_box(&topics::passes(&request.body().recipient.0), 0)?;
    let id = Request::id(request).0;
    let mut passes = found.iter().filter_map(|m| Pass::parse(&m.bytes).ok());
    passes
        .find(|p| {
            let asked = request
                .body()
                .officers
                .contains(&ugnay_seal::sha256(&p.officer.0));
            asked && pass_holds(fed, p, id, me)
        })
        .ok_or_else(|| refused("no_pass"))
}
