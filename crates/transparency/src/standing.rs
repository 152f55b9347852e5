//! What organisations say of themselves: demands they reported, statements they made, and dates they missed.

use crate::codes::{self, code};
use crate::desks::Parties;
use crate::published::{self, Signed};
use crate::report::{Item, Seen};
use serde::Serialize;
use std::collections::BTreeMap;
use ugnay_wire::ids::to_hex;
use ugnay_wire::reader::Reader;

/// A demand in its last revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Demand {
    /// Who demanded, by code; nothing under a gag.
    pub authority: Option<&'static str>,
    /// What was demanded, by code; nothing under a gag.
    pub asked: Vec<&'static str>,
    /// What became of it, by code.
    pub outcome: &'static str,
    /// When it was first reported; when it came is not public.
    pub reported: i64,
    /// When the last revision was reported.
    pub updated: i64,
}

/// The demands one organisation reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DemandsOf {
    /// Its name.
    pub organisation: String,
    /// How many, all together.
    pub total: usize,
    /// How many by outcome, those that occur.
    pub outcomes: BTreeMap<&'static str, usize>,
    /// Each of them, newest report first.
    pub demands: Vec<Demand>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Where it is in the log.
    pub index: u64,
    /// The organisation's name.
    pub organisation: String,
    /// Its signing key, hexadecimal.
    pub key: String,
    /// Its number.
    pub number: u32,
    /// The day it speaks of.
    pub date: i64,
    /// When the next one is due.
    pub next_by: i64,
    /// The signer says: nothing was demanded of us since the founding.
    pub none: bool,
    /// Demands since the founding, by outcome.
    pub counts: BTreeMap<&'static str, u32>,
    /// Its words by language.
    pub texts: BTreeMap<String, String>,
    /// Its words were erased.
    pub erased: bool,
    /// Nothing is missing between it and the organisation's statement before.
    pub in_order: bool,
    /// The organisation's newest.
    pub newest: bool,
    /// The newest, and the next one is late.
    pub overdue: bool,
}

struct Chain {
    hash: Option<[u8; 32]>,
    number: u32,
    total: u64,
}

/// A demand by its reporter's key hash and its random name.
type DemandKey = ([u8; 32], [u8; 16]);

/// What was said so far.
#[derive(Default)]
pub(crate) struct Standing {
    demands: BTreeMap<DemandKey, (String, u16, Demand)>,
    chains: BTreeMap<[u8; 32], Chain>,
    statements: Vec<Statement>,
}

impl Standing {
    /// Takes a demand's entry: public fields alone, by the custodian they name.
    pub(crate) fn demand(&mut self, item: &Item, parties: &Parties) {
        let Some((x, name, revision, demand)) = demand(item) else {
            return;
        };
        let Some(member) = parties.member(&item.entry.author).filter(|m| m.x == x) else {
            return;
        };
        let key = (item.entry.author, name);
        match self.demands.get_mut(&key) {
            Some((_, last, known)) if revision > *last => {
                let reported = known.reported;
                (*last, *known) = (revision, Demand { reported, ..demand });
            }
            Some(_) => {}
            None => {
                self.demands
                    .insert(key, (member.name.clone(), revision, demand));
            }
        }
    }

    /// Takes a statement's entry; its words only if the body says the same as the public fields.
    pub(crate) fn statement(&mut self, item: &Item, signed: Option<&Signed>, parties: &Parties) {
        let Some((x, mut statement)) = statement(item) else {
            return;
        };
        let Some(member) = parties.member(&item.entry.author).filter(|m| m.x == x) else {
            return;
        };
        let words = signed.and_then(|s| published::statement(&s.fields));
        let words = words.filter(|w| w.public == item.entry.public);
        if words.is_none() && !statement.erased {
            return;
        }
        let total = statement
            .counts
            .values()
            .fold(0u64, |sum, n| sum.saturating_add(u64::from(*n)));
        let before = self.chains.get(&item.entry.author);
        let known = before.and_then(|b| b.hash);
        let chained = match (&words, known) {
            (Some(w), Some(hash)) => w.previous == hash,
            // One of the two bodies is erased: the numbers have to do.
            _ => true,
        };
        statement.in_order = chained
            && Some(statement.number) == before.map_or(0, |b| b.number).checked_add(1)
            && before.is_none_or(|b| b.total <= total);
        statement.organisation = member.name.clone();
        statement.key = to_hex(&member.sign);
        statement.texts = words
            .map(|w| w.texts.into_iter().collect())
            .unwrap_or_default();
        let chain = Chain {
            hash: signed.map(|s| s.hash),
            number: statement.number,
            total,
        };
        self.chains.insert(item.entry.author, chain);
        self.statements.push(statement);
    }

    /// Demands by organisation, in the order of their names.
    pub(crate) fn demands(&self) -> Vec<DemandsOf> {
        let mut by: BTreeMap<&str, Vec<Demand>> = BTreeMap::new();
        for (name, _, demand) in self.demands.values() {
            by.entry(name).or_default().push(demand.clone());
        }
        by.into_iter()
            .map(|(name, mut demands)| {
                demands.sort_by_key(|d| std::cmp::Reverse(d.reported));
                let mut outcomes: BTreeMap<&'static str, usize> = BTreeMap::new();
                for d in &demands {
                    let n = outcomes.entry(d.outcome).or_default();
                    *n = n.saturating_add(1);
                }
                DemandsOf {
                    organisation: name.to_owned(),
                    total: demands.len(),
                    outcomes,
                    demands,
                }
            })
            .collect()
    }

    /// All statements as they stand at `now`, newest first.
    pub(crate) fn statements(&mut self, now: i64) -> Vec<Statement> {
        let mut out = std::mem::take(&mut self.statements);
        out.reverse();
        let mut seen = std::collections::BTreeSet::new();
        for s in &mut out {
            s.newest = seen.insert(s.key.clone());
            s.overdue = s.newest && s.next_by < now;
        }
        out
    }
}

fn demand(item: &Item) -> Option<(u8, [u8; 16], u16, Demand)> {
    let mut r = Reader::new(&item.entry.public);
    let (x, name, revision) = (
        r.u8("x").ok()?,
        r.array("demand").ok()?,
        r.u16("revision").ok()?,
    );
    let (authority, asked) = (r.u8("authority").ok()?, r.u16("asked").ok()?);
    let outcome = code(codes::OUTCOMES, r.u8("outcome").ok()?)?;
    r.end().ok()?;
    let bit = |(n, _): &(u32, &&str)| asked.checked_shr(*n).is_some_and(|bits| bits & 1 == 1);
    let demand = Demand {
        authority: code(codes::AUTHORITIES, authority),
        asked: (0u32..)
            .zip(codes::ASKED)
            .filter(bit)
            .map(|(_, code)| *code)
            .collect(),
        outcome,
        reported: item.entry.time,
        updated: item.entry.time,
    };
    Some((x, name, revision, demand))
}

fn statement(item: &Item) -> Option<(u8, Statement)> {
    let mut r = Reader::new(&item.entry.public);
    let (x, number) = (r.u8("x").ok()?, r.u32("number").ok()?);
    let (date, next_by) = (r.i64("date").ok()?, r.i64("next by").ok()?);
    let none = r.flag("none").ok()?;
    let mut counts = BTreeMap::new();
    for outcome in codes::OUTCOMES {
        let n = r.u32("count").ok()?;
        if n > 0 {
            counts.insert(*outcome, n);
        }
    }
    r.end().ok()?;
    let statement = Statement {
        index: item.index,
        organisation: String::new(),
        key: String::new(),
        number,
        date,
        next_by,
        none: none && counts.is_empty(),
        counts,
        texts: BTreeMap::new(),
        erased: item.body == Seen::Erased,
        in_order: false,
        newest: false,
        overdue: false,
    };
    Some((x, statement))
}
