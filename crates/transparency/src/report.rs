//! What the log says, as one document. Owns its shape (it is published as JSON) and how it follows from entries and bodies.
//! Must not name a place at home: entries show how many barangays are asked for, and this reads nothing else.

use crate::codes::{self, code, country};
use crate::desks::Parties;
use crate::published;
use crate::standing;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_log::{Entry, EntryType, SignedCheckpoint, VerifierKey};
use ugnay_wire::ids::to_hex;
use ugnay_wire::reader::Reader;

mod grants;
mod requests;

pub use grants::Grants;
pub use requests::{Closing, Decision, Request, State};
pub use standing::{Demand, DemandsOf, Statement};

/// What lies beside an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing, or not looked for.
    Nothing,
    /// It was erased.
    Erased,
    /// Its bytes.
    Body(Vec<u8>),
}

/// An entry with its place and what lies beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Leaf index.
    pub index: u64,
    /// The entry.
    pub entry: Entry,
    /// Its body, where [`wants_body`] asks for it.
    pub body: Seen,
}

/// Whether the page shows entries of this type at all.
#[must_use]
pub fn shows(kind: EntryType) -> bool {
    !matches!(
        kind,
        EntryType::HeadsRoot
            | EntryType::ReceiptRoot
            | EntryType::Campaign
            | EntryType::Retire
            | EntryType::EpochEnd
    )
}

/// Whether the page needs what lies beside such entries. Bodies of requests and demands are sealed: nobody here could read them.
#[must_use]
pub fn wants_body(kind: EntryType) -> bool {
    matches!(
        kind,
        EntryType::Genesis
            | EntryType::Policy
            | EntryType::Roster
            | EntryType::LguCard
            | EntryType::Approve
            | EntryType::Object
            | EntryType::Refuse
            | EntryType::ShareRelease
            | EntryType::Statement
            | EntryType::GrantClose
            | EntryType::DeletionAttestation
            | EntryType::Review
    )
}

/// Everything the page shows. Times are Unix seconds; an author's time is what that author said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// When this was put together.
    pub at: i64,
    /// The federation, once its genesis is in the log.
    pub federation: Option<Federation>,
    /// The log's newest checkpoint, once there is one.
    pub log: Option<LogHead>,
    /// Custodians in office.
    pub custodians: Vec<Custodian>,
    /// Outside witnesses in office.
    pub witnesses: Vec<Witness>,
    /// Requests, newest first; drills too, marked as such.
    pub requests: Vec<Request>,
    /// Demands by organisation that reported any.
    pub demands: Vec<DemandsOf>,
    /// Statements, newest first.
    pub statements: Vec<Statement>,
}

/// The federation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Federation {
    /// Its name.
    pub name: String,
    /// When it was founded.
    pub founded: i64,
    /// Short times for a demonstration.
    pub demo: bool,
    /// Approvals needed to open anything.
    pub approvals_needed: u8,
    /// Objections that stop a request.
    pub objections_stop: u8,
}

/// The log's newest checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogHead {
    /// The log's name.
    pub origin: String,
    /// Its public key, in C2SP's form.
    pub key: String,
    /// Entries.
    pub size: u64,
    /// Root over them, hexadecimal.
    pub root: String,
    /// Organisations that must cosign.
    pub needed: u8,
    /// Who cosigned it, by name, with the time each gives.
    pub cosigned: Vec<Signature>,
}

/// A verified cosignature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// The organisation.
    pub name: String,
    /// When it signed.
    pub time: i64,
}

/// A custodian in office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Custodian {
    /// Its number.
    pub x: u8,
    /// Its name.
    pub name: String,
    /// The authority that can compel it.
    pub jurisdiction: String,
    /// Its signing key, hexadecimal.
    pub key: String,
    /// When its next statement is due; nothing if it never made one.
    pub statement_due: Option<i64>,
    /// It missed the date it promised.
    pub overdue: bool,
}

/// An outside witness in office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Witness {
    /// Its name.
    pub name: String,
    /// The authority that can compel it.
    pub jurisdiction: String,
}

/// Reads the log of the federation `fed`: entries in order, the newest checkpoint with its cosignatures, the log's key.
#[must_use]
pub fn report(
    fed: &[u8; 16],
    items: &[Item],
    checkpoint: Option<&SignedCheckpoint>,
    key: &VerifierKey,
    now: i64,
) -> Report {
    read(fed, items).report(checkpoint, key, now)
}

/// What the entries say, before anybody asks what time it is.
pub struct Reading {
    parties: Option<Parties>,
    requests: requests::Requests,
    words: standing::Standing,
}

/// Reads entries in order.
#[must_use]
pub fn read(fed: &[u8; 16], items: &[Item]) -> Reading {
    let mut parties: Option<Parties> = None;
    let mut requests = requests::Requests::default();
    let mut words = standing::Standing::default();
    for item in items {
        let signed = match &item.body {
            Seen::Body(body) => published::open(&item.entry, body, fed),
            _ => None,
        };
        let kind = item.entry.kind;
        let Some(known) = parties.as_mut() else {
            if kind == EntryType::Genesis {
                parties = signed.as_ref().and_then(|s| Parties::start(s, fed));
            }
            continue;
        };
        match kind {
            EntryType::Policy | EntryType::Roster | EntryType::LguCard => {
                if let Some(signed) = &signed {
                    known.take(kind, signed);
                }
            }
            EntryType::DemandNotice => words.demand(item, known),
            EntryType::Statement => words.statement(item, signed.as_ref(), known),
            _ => requests.take(item, signed.as_ref(), known),
        }
    }
    Reading {
        parties,
        requests,
        words,
    }
}

impl Reading {
    /// Which requests opened and were not ended, and by whom they may be used.
    #[must_use]
    pub fn grants(&self) -> Grants {
        let of = |p| self.requests.grants(p);
        Grants(self.parties.as_ref().map(of).unwrap_or_default())
    }

    /// What the page shows at `now`.
    #[must_use]
    pub fn report(
        self,
        checkpoint: Option<&SignedCheckpoint>,
        key: &VerifierKey,
        now: i64,
    ) -> Report {
        put_together(self, checkpoint, key, now)
    }
}

fn put_together(
    read: Reading,
    checkpoint: Option<&SignedCheckpoint>,
    key: &VerifierKey,
    now: i64,
) -> Report {
    let Reading {
        parties,
        requests,
        mut words,
    } = read;
    let statements = words.statements(now);
    let due: BTreeMap<&str, &Statement> = statements
        .iter()
        .filter(|s| s.newest)
        .map(|s| (s.key.as_str(), s))
        .collect();
    let custodian = |m: &published::Member| {
        let key = to_hex(&m.sign);
        let last = due.get(key.as_str());
        Custodian {
            x: m.x,
            name: m.name.clone(),
            jurisdiction: m.jurisdiction.clone(),
            statement_due: last.map(|s| s.next_by),
            overdue: last.is_some_and(|s| s.overdue),
            key,
        }
    };
    let roster = parties.as_ref().map(|p| &p.roster);
    Report {
        at: now,
        federation: parties.as_ref().map(federation),
        log: checkpoint.map(|c| head(c, key, parties.as_ref())),
        custodians: roster
            .map(|r| r.members.iter().map(custodian).collect())
            .unwrap_or_default(),
        witnesses: roster.map(witnesses).unwrap_or_default(),
        requests: parties
            .as_ref()
            .map(|p| requests.finish(p, now))
            .unwrap_or_default(),
        demands: words.demands(),
        statements,
    }
}

fn federation(p: &Parties) -> Federation {
    Federation {
        name: p.name.clone(),
        founded: p.created,
        demo: p.policy.demo,
        approvals_needed: p.policy.k,
        objections_stop: p.policy.veto,
    }
}

fn witnesses(roster: &published::Roster) -> Vec<Witness> {
    let witness = |e: &published::External| Witness {
        name: e.name.clone(),
        jurisdiction: e.jurisdiction.clone(),
    };
    roster.externals.iter().map(witness).collect()
}

/// The head with those cosignatures that verify under keys of the roster.
fn head(signed: &SignedCheckpoint, key: &VerifierKey, parties: Option<&Parties>) -> LogHead {
    let mut cosigned = Vec::new();
    let roster = parties.map(|p| &p.roster);
    let own = roster
        .iter()
        .flat_map(|r| &r.members)
        .map(|m| (&m.name, &m.cosign));
    let outside = roster
        .iter()
        .flat_map(|r| &r.externals)
        .map(|e| (&e.name, &e.cosign));
    for (name, vkey) in own.chain(outside) {
        let line = VerifierKey::parse(vkey).and_then(|k| signed.cosignature(&k));
        if let Ok(Some(c)) = line {
            cosigned.push(Signature {
                name: name.clone(),
                time: c.time,
            });
        }
    }
    let head = signed.checkpoint();
    LogHead {
        origin: head.origin.clone(),
        key: key.to_vkey(),
        size: head.size,
        root: to_hex(&head.root),
        needed: parties.map_or(0, |p| p.policy.quorum),
        cosigned,
    }
}

#[cfg(test)]
mod tests;
