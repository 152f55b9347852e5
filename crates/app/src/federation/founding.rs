//! Founding a federation: custodian organisations, outside witnesses, the ticket key and the log's key, and the genesis
//! signed by all. In the field each organisation makes its own keys and the founding goes by files ([`draft`]); here one
//! ceremony makes everybody's keys for a demo or a test, and then goes the same way.

pub mod draft;
pub mod handout;
pub mod policy_file;

pub use draft::{FoundingDraft, LintRow, findings, findings_next, lint_codes, successor};
pub use handout::{BufferKeys, assemble, buffer_keys, buffer_toml, log_policy};
pub use policy_file::PolicyFile;

use super::{CustodianNode, Paper, WitnessNode};
use crate::dto::AppError;
use crate::env::Env;
use ugnay_log::{KeyKind, SignerKey};
use ugnay_release::{Genesis, PartyCard, Policy, Signed};
use ugnay_seal::{FedId, SealKeyPair, SigningIdentity};

/// An organisation by name and by the authority that can compel it.
#[derive(Clone, Debug)]
pub struct OrganisationName {
    /// Its name.
    pub name: String,
    /// Its jurisdiction.
    pub jurisdiction: String,
}

/// What a federation is founded from.
pub struct Founding {
    /// The federation's name.
    pub name: String,
    /// The log's name, for example `buffer.example.org/log`.
    pub log_origin: String,
    /// The policy; its `n` must be the number of custodians.
    pub policy: Policy,
    /// Custodian organisations, in the order of their shares.
    pub custodians: Vec<OrganisationName>,
    /// Outside witnesses.
    pub externals: Vec<OrganisationName>,
}

/// A founded federation with everybody's keys, as a demo or a test needs them.
pub struct Founded {
    /// The genesis, signed by all custodians.
    pub genesis: Signed<Genesis>,
    /// The federation's id.
    pub fed: FedId,
    /// The log's signing key, for the buffer.
    pub log_key: SignerKey,
    /// The ticket key, for the organisation that invites.
    pub ticket_key: SigningIdentity,
    /// The custodians.
    pub custodians: Vec<CustodianNode>,
    /// The outside witnesses.
    pub externals: Vec<WitnessNode>,
}

impl Founded {
    /// The keys for the buffer's configuration; `desks` may submit beside the custodians.
    ///
    /// # Errors
    /// When a key of the roster cannot be read.
    pub fn buffer_keys(
        &self,
        desks: impl IntoIterator<Item = [u8; 32]>,
    ) -> Result<BufferKeys, AppError> {
        buffer_keys(&self.fed, &self.genesis.body().roster, desks)
    }

    /// What the policy linter says, as `error …` or `warning …`.
    #[must_use]
    pub fn lint(&self) -> Vec<String> {
        let body = self.genesis.body();
        findings(&body.policy, &body.roster)
            .iter()
            .map(|f| format!("{} {}", f.severity, f.code))
            .collect()
    }

    /// The log's trust policy as a tlog-policy file, for auditors.
    ///
    /// # Errors
    /// When the roster and the quorum make none.
    pub fn log_policy(&self) -> Result<String, AppError> {
        log_policy(&self.genesis)
    }

    /// A custodian logs an object of the federation: the genesis first of all.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn log_genesis(
        &self,
        client: &mut ugnay_sync::Client,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let Some(first) = self.custodians.first() else {
            return Err(super::refused("no_custodian"));
        };
        let public = ugnay_release::logged::public_of_object(&self.genesis);
        let author = first.identity();
        super::log_object(client, &self.fed, &self.genesis, public, author, env)?;
        Ok(())
    }

    /// Everybody who cosigns visits the log: custodians and outside witnesses.
    ///
    /// # Errors
    /// As [`WitnessNode::visit`].
    pub fn cosign(&mut self, client: &mut ugnay_sync::Client, now: i64) -> Result<(), AppError> {
        client.make_checkpoint()?;
        self.custodians
            .iter_mut()
            .try_for_each(|c| c.cosign(client, now))?;
        self.externals
            .iter_mut()
            .try_for_each(|w| w.visit(client, now))
    }
}

struct Keys {
    sign: SigningIdentity,
    seal: SealKeyPair,
    cosign: SignerKey,
}

/// A witness key under an organisation's name, as a note key can carry it.
///
/// # Errors
/// [`crate::dto::ErrorCode::Refused`] for a name no note key can carry.
pub fn witness_key(name: &str, env: &mut Env) -> Result<SignerKey, AppError> {
    let word: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    SignerKey::generate(&word, KeyKind::Cosignature, &mut env.rng())
        .map_err(|e| super::refused(&e.to_string()))
}

impl Founding {
    /// Makes all keys and the genesis.
    ///
    /// # Errors
    /// When the parts break a rule of the genesis.
    pub fn found(&self, env: &mut Env) -> Result<Founded, AppError> {
        let log_key = SignerKey::generate(&self.log_origin, KeyKind::Note, &mut env.rng())
            .map_err(|e| super::refused(&e.to_string()))?;
        let ticket_key = SigningIdentity::generate(&mut env.rng());
        let mut keys = Vec::new();
        for org in &self.custodians {
            keys.push(Keys {
                sign: SigningIdentity::generate(&mut env.rng()),
                seal: SealKeyPair::generate(&mut env.rng()),
                cosign: witness_key(&org.name, env)?,
            });
        }
        let externals: Vec<SignerKey> = self
            .externals
            .iter()
            .map(|o| witness_key(&o.name, env))
            .collect::<Result<_, _>>()?;
        let draft = FoundingDraft {
            name: self.name.clone(),
            log: log_key.verifier().to_vkey(),
            policy: self.policy.clone(),
            cards: self.cards(&ticket_key, &keys, &externals),
        };
        let mut genesis = Paper::Genesis(draft.genesis(env)?);
        let Paper::Genesis(body) = &genesis else {
            return Err(super::refused("genesis"));
        };
        let fed = body.body().fed()?;
        keys.iter().try_for_each(|k| genesis.sign(&fed, &k.sign))?;
        let Paper::Genesis(genesis) = genesis else {
            return Err(super::refused("genesis"));
        };
        let log = log_key.verifier().clone();
        let custodians = keys
            .into_iter()
            .enumerate()
            .map(|(i, k)| CustodianNode::new(i as u8 + 1, k.sign, k.seal, k.cosign, &genesis))
            .collect::<Result<_, _>>()?;
        let externals = externals
            .into_iter()
            .map(|k| WitnessNode::new(log.clone(), k))
            .collect();
        Ok(Founded {
            genesis,
            fed,
            log_key,
            ticket_key,
            custodians,
            externals,
        })
    }

    fn cards(
        &self,
        ticket: &SigningIdentity,
        keys: &[Keys],
        externals: &[SignerKey],
    ) -> Vec<PartyCard> {
        let custodian = |(org, k): (&OrganisationName, &Keys)| PartyCard::Custodian {
            name: org.name.clone(),
            jurisdiction: org.jurisdiction.clone(),
            sign: *k.sign.public().as_bytes(),
            cosign: k.cosign.verifier().to_vkey(),
            x_wing: k.seal.public().to_bytes(),
        };
        let external = |(org, k): (&OrganisationName, &SignerKey)| PartyCard::Witness {
            name: org.name.clone(),
            jurisdiction: org.jurisdiction.clone(),
            cosign: k.verifier().to_vkey(),
        };
        let office = PartyCard::Office {
            name: self.name.clone(),
            sign: *ticket.public().as_bytes(),
        };
        self.custodians
            .iter()
            .zip(keys)
            .map(custodian)
            .chain(self.externals.iter().zip(externals).map(external))
            .chain([office])
            .collect()
    }
}

#[cfg(test)]
mod tests;
