//! The custodian organisations and the outside witnesses. Owns their list and the rule that no key appears twice;
//! organisations are counted everywhere, never keys.

use crate::ReleaseError;
use crate::object::{Object, read_name, read_text, rule, write_text};
use crate::policy::MAX_CUSTODIANS;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_log::{EntryType, KeyKind, Organisation, VerifierKey};
use ugnay_seal::{Hash32, Label, SealPublic, VerifyingId, sha256};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Length of an X-Wing public key.
pub const X_WING_PUBLIC_LEN: usize = 1216;
const MAX_NAME: usize = 120;
const MAX_EXTERNALS: usize = 16;

/// A custodian organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Custodian {
    /// Its place on the sharing polynomial, 1..=n; never taken from anywhere else.
    pub x: u8,
    /// Its name, unique in the roster.
    pub name: String,
    /// The authority that can compel it, for example an ISO country code.
    pub jurisdiction: String,
    /// Ed25519 key for decisions and objects.
    pub sign: [u8; 32],
    /// C2SP vkey (kind 4) it cosigns checkpoints with; its key name is the organisation's witness name.
    pub cosign: String,
    /// X-Wing public key that shares are sealed to.
    pub x_wing: Vec<u8>,
}

/// An organisation that cosigns but holds no shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalWitness {
    /// Its name, unique in the roster.
    pub name: String,
    /// The authority that can compel it.
    pub jurisdiction: String,
    /// C2SP vkey (kind 4).
    pub cosign: String,
}

/// A version of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// 1 in the genesis, then one more each time.
    pub version: u32,
    /// SHA-256 of the version before; zeros in the first.
    pub previous: [u8; 32],
    /// Ed25519 key of the tickets that open registers on a buffer.
    pub ticket: [u8; 32],
    /// Custodians with x = 1..=n, in order.
    pub custodians: Vec<Custodian>,
    /// Outside witnesses.
    pub externals: Vec<ExternalWitness>,
}

impl Roster {
    /// The custodian with this x.
    #[must_use]
    pub fn custodian(&self, x: u8) -> Option<&Custodian> {
        self.custodians.iter().find(|c| c.x == x)
    }

    /// The custodian that signs with this key.
    #[must_use]
    pub fn by_key(&self, sign: &[u8; 32]) -> Option<&Custodian> {
        self.custodians.iter().find(|c| &c.sign == sign)
    }

    /// The custodian whose signing key has this SHA-256 (the author field of log entries).
    #[must_use]
    pub fn by_key_hash(&self, hash: &[u8; 32]) -> Option<&Custodian> {
        self.custodians.iter().find(|c| &sha256(&c.sign).0 == hash)
    }

    /// How many distinct custodians are among these keys.
    #[must_use]
    pub fn count(&self, keys: &BTreeSet<[u8; 32]>) -> usize {
        self.custodians
            .iter()
            .filter(|c| keys.contains(&c.sign))
            .count()
    }

    /// Largest number of custodians that one jurisdiction can compel (c of the linter).
    #[must_use]
    pub fn most_in_one_jurisdiction(&self) -> usize {
        let mut counts = BTreeMap::<String, usize>::new();
        for custodian in &self.custodians {
            let authority = crate::linter::authority(&custodian.jurisdiction);
            let count = counts.entry(authority).or_default();
            *count = count.saturating_add(1);
        }
        counts.into_values().max().unwrap_or(0)
    }

    /// Whether the witness with this name is an outside one.
    #[must_use]
    pub fn is_external(&self, witness: &str) -> bool {
        self.externals
            .iter()
            .any(|e| witness_name(&e.cosign) == Some(witness))
    }

    /// The trust policy for the log: `quorum` of all organisations here.
    ///
    /// # Errors
    /// When a vkey is wrong or the quorum is larger than the number of organisations.
    pub fn log_policy(
        &self,
        log: &VerifierKey,
        quorum: u8,
    ) -> Result<ugnay_log::Policy, ReleaseError> {
        let vkeys = self
            .custodians
            .iter()
            .map(|c| &c.cosign)
            .chain(self.externals.iter().map(|e| &e.cosign));
        let mut organisations = Vec::new();
        for vkey in vkeys {
            let key = VerifierKey::parse(vkey)?;
            organisations.push(Organisation {
                name: key.name().to_owned(),
                keys: vec![key],
            });
        }
        Ok(ugnay_log::Policy::of_organisations(
            log,
            &organisations,
            usize::from(quorum),
        )?)
    }

    /// SHA-256 of an X-Wing key, as cards and requests name it.
    #[must_use]
    pub fn key_hash(x_wing: &[u8]) -> Hash32 {
        sha256(x_wing)
    }

    fn check(&self) -> Result<(), ReleaseError> {
        rule(self.version >= 1, "versions start at 1")?;
        rule(
            (self.version == 1) == (self.previous == [0; 32]),
            "only the first version has no predecessor",
        )?;
        VerifyingId::from_bytes(&self.ticket)?;
        let in_order = (1u8..)
            .zip(&self.custodians)
            .all(|(x, custodian)| custodian.x == x);
        rule(
            !self.custodians.is_empty() && in_order,
            "custodians are numbered 1 to n in order",
        )?;
        let mut names = BTreeSet::new();
        let mut keys: BTreeSet<Vec<u8>> = BTreeSet::from([self.ticket.to_vec()]);
        let mut fresh = |name: &str, vkey: &str| -> Result<bool, ReleaseError> {
            let key = VerifierKey::parse(vkey)?;
            rule(key.kind() == KeyKind::Cosignature, "a witness key cosigns")?;
            let new_name =
                names.insert(name.to_lowercase()) && names.insert(format!("\u{0}{}", key.name()));
            Ok(new_name && keys.insert(key.public().to_vec()))
        };
        for c in &self.custodians {
            rule(
                fresh(&c.name, &c.cosign)?,
                "an organisation or key appears twice",
            )?;
        }
        for e in &self.externals {
            rule(
                fresh(&e.name, &e.cosign)?,
                "an organisation or key appears twice",
            )?;
        }
        for c in &self.custodians {
            VerifyingId::from_bytes(&c.sign)?;
            SealPublic::from_bytes(&c.x_wing)?;
            let new = keys.insert(c.sign.to_vec()) && keys.insert(c.x_wing.clone());
            rule(new, "an organisation or key appears twice")?;
        }
        Ok(())
    }
}

/// The key name of a vkey: what stands before the first plus.
fn witness_name(vkey: &str) -> Option<&str> {
    vkey.split_once('+').map(|(name, _)| name)
}

impl Object for Roster {
    const MAX_LEN: usize = 64 * 1024;

    fn kind(&self) -> EntryType {
        EntryType::Roster
    }

    fn label(&self) -> Label {
        Label::Roster
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.u32(self.version);
        w.raw(&self.previous);
        w.raw(&self.ticket);
        w.count(self.custodians.len(), MAX_CUSTODIANS, "custodians")?;
        for c in &self.custodians {
            w.u8(c.x);
            write_text(w, &c.name, MAX_NAME, "custodian name")?;
            write_text(w, &c.jurisdiction, MAX_NAME, "jurisdiction")?;
            w.raw(&c.sign);
            write_text(w, &c.cosign, 512, "cosign key")?;
            rule(
                c.x_wing.len() == X_WING_PUBLIC_LEN,
                "length of an X-Wing key",
            )?;
            w.raw(&c.x_wing);
        }
        w.count(self.externals.len(), MAX_EXTERNALS, "external witnesses")?;
        for e in &self.externals {
            write_text(w, &e.name, MAX_NAME, "witness name")?;
            write_text(w, &e.jurisdiction, MAX_NAME, "jurisdiction")?;
            write_text(w, &e.cosign, 512, "cosign key")?;
        }
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let (version, previous, ticket) = (
            r.u32("version")?,
            r.array("previous")?,
            r.array("ticket key")?,
        );
        let mut custodians = Vec::new();
        for _ in 0..r.count(MAX_CUSTODIANS, X_WING_PUBLIC_LEN, "custodians")? {
            custodians.push(Custodian {
                x: r.u8("x")?,
                name: read_name(r, MAX_NAME, "custodian name")?,
                jurisdiction: read_name(r, MAX_NAME, "jurisdiction")?,
                sign: r.array("signing key")?,
                cosign: read_text(r, 512, "cosign key")?,
                x_wing: r.take(X_WING_PUBLIC_LEN, "X-Wing key")?.to_vec(),
            });
        }
        let mut externals = Vec::new();
        for _ in 0..r.count(MAX_EXTERNALS, 12, "external witnesses")? {
            externals.push(ExternalWitness {
                name: read_name(r, MAX_NAME, "witness name")?,
                jurisdiction: read_name(r, MAX_NAME, "jurisdiction")?,
                cosign: read_text(r, 512, "cosign key")?,
            });
        }
        let roster = Self {
            version,
            previous,
            ticket,
            custodians,
            externals,
        };
        roster.check()?;
        Ok(roster)
    }
}

#[cfg(test)]
mod tests;
