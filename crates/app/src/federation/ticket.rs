//! The organisation that invites registers: hands out twelve words in person and a ticket for the buffer.
//!
//! ```text
//! welcome = genesis, signed as `release` writes it
//! ask     = "ask" | pseud[16] | write cap[32] | read cap[32] | signature by the invitation's key[64]
//! ticket  = "tkt" | signature by the ticket key[64]
//! ```

use super::{refused, topics};
use crate::dto::AppError;
use crate::env::Env;
use std::collections::BTreeSet;
use ugnay_release::{Genesis, Signed};
use ugnay_seal::words::Invitation;
use ugnay_seal::{FedId, Label, Sig, SigningIdentity, VerifyingId};
use ugnay_sync::Client;

const ASK: &[u8; 3] = b"ask";
const TICKET: &[u8; 3] = b"tkt";

/// Hands out invitations and tickets.
pub struct TicketOffice {
    key: SigningIdentity,
    genesis: Signed<Genesis>,
    fed: FedId,
    open: Vec<OpenInvitation>,
}

/// An invitation as the office keeps it: what it needs to recognise the device, not what the device needs to come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInvitation {
    /// The public half of the invitation's key.
    pub key: [u8; 32],
    /// What was asked and answered, each 80 bytes: one for every register-epoch.
    pub asks: BTreeSet<Vec<u8>>,
}

impl TicketOffice {
    /// The office of a federation, with the key its roster names.
    ///
    /// # Errors
    /// When the key is not the roster's ticket key.
    pub fn new(key: SigningIdentity, genesis: Signed<Genesis>) -> Result<Self, AppError> {
        Self::resume(key, genesis, Vec::new())
    }

    /// The same with the invitations that are open.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn resume(
        key: SigningIdentity,
        genesis: Signed<Genesis>,
        open: Vec<OpenInvitation>,
    ) -> Result<Self, AppError> {
        let fed = Genesis::verify(&genesis)?;
        if genesis.body().roster.ticket != *key.public().as_bytes() {
            return Err(refused("not_the_ticket_key"));
        }
        Ok(Self {
            key,
            genesis,
            fed,
            open,
        })
    }

    /// The open invitations, oldest first.
    #[must_use]
    pub fn invitations(&self) -> &[OpenInvitation] {
        &self.open
    }

    /// Twelve words for one register, to be handed over in person, and the genesis laid ready for it.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn invite(&mut self, client: &mut Client, env: &mut Env) -> Result<String, AppError> {
        let invitation = Invitation::generate(&mut env.rng());
        let key = *invitation.identity().public().as_bytes();
        client.post_box(&topics::invitation(&key), self.genesis.to_bytes())?;
        let words = invitation.to_words().to_string();
        self.open.push(OpenInvitation {
            key,
            asks: BTreeSet::new(),
        });
        Ok(words)
    }

    /// Answers those who asked with a good signature. An invitation serves one register through its epochs: a few tickets, not many.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn answer(&mut self, client: &mut Client) -> Result<u32, AppError> {
        let mut answered = 0;
        for open in &mut self.open {
            let device = VerifyingId::from_bytes(&open.key)?;
            for message in client.read_box(&topics::invitation(&open.key), 0)? {
                let Some(bytes) = read_ask(&message.bytes, &self.fed, &device) else {
                    continue;
                };
                if open.asks.len() < TICKETS && open.asks.insert(bytes.clone()) {
                    let sig = self.key.sign(Label::Ticket, &self.fed, &bytes);
                    client.post_box(
                        &topics::invitation(&open.key),
                        [&TICKET[..], &sig.0].concat(),
                    )?;
                    answered += 1;
                }
            }
        }
        Ok(answered)
    }
}

/// Most tickets on one invitation.
const TICKETS: usize = 16;

/// What an invited device posts.
pub(crate) fn ask(ticket_bytes: &[u8], fed: &FedId, invite: &SigningIdentity) -> Vec<u8> {
    let sig = invite.sign(Label::Invite, fed, ticket_bytes);
    [&ASK[..], ticket_bytes, &sig.0].concat()
}

fn read_ask(bytes: &[u8], fed: &FedId, invite: &VerifyingId) -> Option<Vec<u8>> {
    let rest = bytes.strip_prefix(ASK)?;
    let (body, sig) = rest.split_last_chunk::<64>()?;
    invite.verify(Label::Invite, fed, body, &Sig(*sig)).ok()?;
    (body.len() == 16 + 32 + 32).then(|| body.to_vec())
}

/// The ticket among a box's messages, if it is there and good.
pub(crate) fn find_ticket<'a>(
    mut messages: impl Iterator<Item = &'a [u8]>,
    ticket_bytes: &[u8],
    fed: &FedId,
    office: &VerifyingId,
) -> Option<Sig> {
    messages.find_map(|m| {
        let sig = Sig::from_slice(m.strip_prefix(TICKET)?)?;
        office
            .verify(Label::Ticket, fed, ticket_bytes, &sig)
            .ok()
            .map(|()| sig)
    })
}
