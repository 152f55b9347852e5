//! A further device of a register: it shows its card, the old device shows the same six words, its user confirms, and
//! only then the seed is sealed to the new device. The server alone can add nobody.
//!
//! ```text
//! card    = "UGD1" | nonce[16] | signing key[32] | sealing key[1216] | signature[64]
//! welcome = HPKE(Mail) to the new device of: register id[16] | place u32 | demo u8 | label len u8 | label | genesis len u32 | genesis | roster len u32 | roster | devwrap
//! ```

use super::{BUFFER, CERTIFICATE, GENESIS, OPENED};
use crate::dto::{AppError, ErrorCode};
use crate::federation::{refused, topics};
use crate::session::App;
use ugnay_model::{Lamport, Psgc, RegisterId};
use ugnay_release::{Genesis, Signed};
use ugnay_seal::devwrap::{self, WrapBinding};
use ugnay_seal::words::sas_words;
use ugnay_seal::{FedId, Label, Purpose, SealPublic, Sig, VerifyingId, open_from, seal_to, sha256};
use ugnay_sync::{DeviceEntry, RegisterRoster};

const MAGIC: &[u8; 4] = b"UGD1";
/// Cards are signed before a federation is known.
const NO_FED: FedId = FedId([0; 16]);

/// What a new device shows, as a QR code or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceOffer {
    /// The signed card.
    pub card: Vec<u8>,
    /// The six words both screens show.
    pub words: String,
}

/// What the old device hands over once its user confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// The sealed welcome, carried by a box of the buffer, a QR code or a file.
    pub bytes: Vec<u8>,
    /// The buffer's address.
    pub buffer: String,
}

struct Card {
    nonce: [u8; 16],
    signing: VerifyingId,
    sealing: SealPublic,
}

fn parse_card(bytes: &[u8]) -> Result<Card, AppError> {
    let bad = || refused("device_card");
    let (body, sig) = bytes.split_last_chunk::<64>().ok_or_else(bad)?;
    let rest = body.strip_prefix(MAGIC).ok_or_else(bad)?;
    let (nonce, rest) = rest.split_first_chunk::<16>().ok_or_else(bad)?;
    let (signing, sealing) = rest.split_first_chunk::<32>().ok_or_else(bad)?;
    let signing = VerifyingId::from_bytes(signing)?;
    signing.verify(Label::DeviceCard, &NO_FED, body, &Sig(*sig))?;
    Ok(Card {
        nonce: *nonce,
        signing,
        sealing: SealPublic::from_bytes(sealing)?,
    })
}

impl App {
    /// On the new device, in a register just made: the card to show to the old device.
    ///
    /// # Errors
    /// [`ErrorCode::AlreadyThere`] when this register has people or a federation already.
    pub fn offer_device(&mut self) -> Result<DeviceOffer, AppError> {
        let (s, env) = self.open()?;
        if s.register.state(GENESIS)?.is_some() || !s.register.all_records()?.is_empty() {
            return Err(AppError::new(ErrorCode::AlreadyThere));
        }
        let (identity, seal) = s.identity()?;
        let mut card = MAGIC.to_vec();
        card.extend_from_slice(&env.random::<16>());
        card.extend_from_slice(identity.public().as_bytes());
        card.extend_from_slice(&seal.public().to_bytes());
        let sig = identity.sign(Label::DeviceCard, &NO_FED, &card);
        card.extend_from_slice(&sig.0);
        Ok(DeviceOffer {
            words: sas_words(&card).join(" "),
            card,
        })
    }

    /// On the old device: the six words of a card, to be compared aloud before confirming.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a card that is none.
    pub fn device_words(&mut self, card: &[u8]) -> Result<String, AppError> {
        self.open()?;
        parse_card(card)?;
        Ok(sas_words(card).join(" "))
    }

    /// On the old device, after its user confirmed the words: adds the device and seals the seed to it.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] before joining; a buffer that cannot be reached.
    pub fn confirm_device(&mut self, card: &[u8], label: &str) -> Result<Welcome, AppError> {
        let (s, env) = self.open()?;
        let new = parse_card(card)?;
        let genesis = s.genesis()?;
        let fed = Genesis::verify(&genesis)?;
        let (keys, mut roster) = s.keys(env, fed)?;
        if roster.live(&new.signing).is_none() {
            let slot = roster
                .free_slot()
                .ok_or_else(|| refused("too_many_devices"))?;
            roster.serial += 1;
            roster.devices.push(DeviceEntry {
                slot,
                signing: *new.signing.as_bytes(),
                sealing: new.sealing.to_bytes(),
                added_at: env.now(),
                revoked_at: 0,
                label: label.chars().filter(|c| !c.is_control()).take(20).collect(),
            });
        }
        let mut client = s.client()?;
        super::join::put_roster(&mut client, &keys, &roster, env)?;
        s.keep_roster(&roster)?;
        let binding = WrapBinding {
            fed,
            roster_hash: sha256(&roster.encode()),
            device_pk_hash: new.signing.hash(),
        };
        let wrap = devwrap::wrap(
            &keys.sigma,
            &binding,
            &new.sealing,
            &keys.identity,
            &mut env.rng(),
        )?;
        let mut out = s.about.id.to_bytes().to_vec();
        out.extend_from_slice(&s.about.place.map_or(0, |p| p.0).to_be_bytes());
        out.push(u8::from(s.about.demo));
        let label: Vec<u8> = s.about.label.bytes().take(200).collect();
        out.push(label.len() as u8);
        out.extend_from_slice(&label);
        for part in [&genesis.to_bytes(), &roster.encode()] {
            out.extend_from_slice(&(part.len() as u32).to_be_bytes());
            out.extend_from_slice(part);
        }
        out.extend_from_slice(&s.register.clock().time().to_be_bytes());
        out.extend_from_slice(&wrap);
        // The box lies at the buffer, which must not learn the place, the label or the roster: all of it is sealed.
        let aad = new.signing.hash();
        let bytes = seal_to(&new.sealing, Purpose::Mail, &aad.0, &out, &mut env.rng())?;
        client.post_box(&topics::pairing(&new.nonce), bytes.clone())?;
        let buffer = super::text(&s.register, BUFFER)?.unwrap_or_default();
        Ok(Welcome { bytes, buffer })
    }

    /// On the new device: takes the welcome, if it is meant for this device and the genesis is the one compared.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] for a welcome of another device, another genesis, or a signer outside the roster.
    pub fn finish_device(&mut self, welcome: &Welcome, fingerprint: &str) -> Result<(), AppError> {
        let (s, env) = self.open()?;
        let (identity, seal) = s.identity()?;
        let aad = identity.public().hash();
        let plain = open_from(&seal, Purpose::Mail, &aad.0, &welcome.bytes)?;
        let w = parse_welcome(&plain).ok_or_else(|| refused("welcome"))?;
        let fed = Genesis::verify(&w.genesis)?;
        if super::genesis_words(&w.genesis) != fingerprint {
            return Err(refused("fingerprint"));
        }
        let roster = RegisterRoster::decode(&w.roster)?;
        roster
            .live(&identity.public())
            .ok_or_else(|| refused("not_enrolled"))?;
        let binding = WrapBinding {
            fed,
            roster_hash: sha256(&w.roster),
            device_pk_hash: identity.public().hash(),
        };
        let opened = devwrap::unwrap(&w.wrap, &binding, &seal)?;
        roster
            .live(&opened.signer)
            .ok_or_else(|| refused("welcome_signer"))?;
        let mut about = s.about.clone();
        (about.id, about.place, about.demo, about.label) = (w.id, Some(w.place), w.demo, w.label);
        s.register.set_about(&about)?;
        s.about = about;
        s.keep_sigma(&opened.sigma, env.now())?;
        s.keep_roster(&roster)?;
        // The register's past may be long; what an enrolled device vouches for is no jump.
        s.register.raise_clock(Lamport::at(w.clock))?;
        s.register.put_states(&[
            (BUFFER, welcome.buffer.as_bytes()),
            (GENESIS, &w.genesis.to_bytes()),
            (OPENED, b"1"),
        ])?;
        Ok(())
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

struct Parsed {
    id: RegisterId,
    place: Psgc,
    demo: bool,
    label: String,
    genesis: Signed<Genesis>,
    roster: Vec<u8>,
    clock: u64,
    wrap: Vec<u8>,
}

fn parse_welcome(bytes: &[u8]) -> Option<Parsed> {
    let (id, r) = bytes.split_first_chunk::<16>()?;
    let (place, r) = r.split_first_chunk::<4>()?;
    let (demo, r) = r.split_first()?;
    let (len, r) = r.split_first()?;
    let (label, r) = r.split_at_checked(usize::from(*len))?;
    let (genesis, r) = sized(r)?;
    let (roster, r) = sized(r)?;
    let (clock, wrap) = r.split_first_chunk::<8>()?;
    Some(Parsed {
        id: RegisterId::from_bytes(*id),
        place: Psgc(u32::from_be_bytes(*place)),
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
