//! Founding a federation: custodian organisations, outside witnesses, the ticket key and the log's key, and the genesis
//! signed by all. In the field each organisation makes its own keys; here one ceremony makes them for a demo or a test.

use super::{CustodianNode, WitnessNode};
use crate::dto::AppError;
use crate::env::Env;
use ugnay_log::{KeyKind, SignerKey};
use ugnay_release::roster::{Custodian, ExternalWitness};
use ugnay_release::{Genesis, Policy, Roster, Signed};
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

/// What a buffer of this federation has to be told.
pub struct BufferKeys {
    /// The federation.
    pub fed: ugnay_wire::Fed,
    /// Keys whose tickets open registers.
    pub tickets: Vec<ugnay_wire::PublicKey>,
    /// Keys that may add log entries.
    pub submitters: Vec<ugnay_wire::PublicKey>,
    /// Witnesses whose cosignatures are taken.
    pub witnesses: Vec<ugnay_log::VerifierKey>,
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
        let roster = &self.genesis.body().roster;
        let cosigners = roster
            .custodians
            .iter()
            .map(|c| &c.cosign)
            .chain(roster.externals.iter().map(|e| &e.cosign));
        let parse = |v: &String| {
            ugnay_log::VerifierKey::parse(v).map_err(|e| super::refused(&e.to_string()))
        };
        let submitters = roster.custodians.iter().map(|c| c.sign).chain(desks);
        Ok(BufferKeys {
            fed: ugnay_wire::Fed(self.fed.0),
            tickets: vec![ugnay_wire::PublicKey(roster.ticket)],
            submitters: submitters.map(ugnay_wire::PublicKey).collect(),
            witnesses: cosigners.map(parse).collect::<Result<_, _>>()?,
        })
    }

    /// What the policy linter says, as `error …` or `warning …`.
    #[must_use]
    pub fn lint(&self) -> Vec<String> {
        let body = self.genesis.body();
        let word = |f: &ugnay_release::Finding| match f.severity {
            ugnay_release::Severity::Error => "error",
            ugnay_release::Severity::Warning => "warning",
        };
        ugnay_release::lint(&body.policy, &body.roster)
            .iter()
            .map(|f| format!("{} {}", word(f), f.code.code()))
            .collect()
    }

    /// The log's trust policy as a tlog-policy file, for auditors.
    ///
    /// # Errors
    /// When the roster and the quorum make none.
    pub fn log_policy(&self) -> Result<String, AppError> {
        let body = self.genesis.body();
        Ok(body
            .roster
            .log_policy(&body.log_key()?, body.policy.quorum)?
            .to_text())
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

fn witness_key(org: &OrganisationName, env: &mut Env) -> Result<SignerKey, AppError> {
    let word: String = org
        .name
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
                cosign: witness_key(org, env)?,
            });
        }
        let externals: Vec<SignerKey> = self
            .externals
            .iter()
            .map(|o| witness_key(o, env))
            .collect::<Result<_, _>>()?;
        let genesis = Genesis {
            name: self.name.clone(),
            created: env.now(),
            nonce: env.random(),
            log: log_key.verifier().to_vkey(),
            policy: self.policy.clone(),
            roster: self.roster(&ticket_key, &keys, &externals),
        };
        let fed = genesis.fed()?;
        let signers: Vec<&SigningIdentity> = keys.iter().map(|k| &k.sign).collect();
        let genesis = Signed::new(genesis, &fed, &signers)?;
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

    fn roster(&self, ticket: &SigningIdentity, keys: &[Keys], externals: &[SignerKey]) -> Roster {
        let custodian = |(i, (org, k)): (usize, (&OrganisationName, &Keys))| Custodian {
            x: i as u8 + 1,
            name: org.name.clone(),
            jurisdiction: org.jurisdiction.clone(),
            sign: *k.sign.public().as_bytes(),
            cosign: k.cosign.verifier().to_vkey(),
            x_wing: k.seal.public().to_bytes(),
        };
        let external = |(org, k): (&OrganisationName, &SignerKey)| ExternalWitness {
            name: org.name.clone(),
            jurisdiction: org.jurisdiction.clone(),
            cosign: k.verifier().to_vkey(),
        };
        Roster {
            version: 1,
            previous: [0; 32],
            ticket: *ticket.public().as_bytes(),
            custodians: self
                .custodians
                .iter()
                .zip(keys)
                .enumerate()
                .map(custodian)
                .collect(),
            externals: self.externals.iter().zip(externals).map(external).collect(),
        }
    }
}
