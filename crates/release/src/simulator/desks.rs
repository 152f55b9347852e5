//! The two desks of a simulated federation: an honest one, and one whose officers try everything once. Owns what they ask, what
//! a custodian's checks see of it, and an answer of its own to whether it was within bounds, counted apart from the checks.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "a simulator's slip may panic: it runs in tests and drills only, on small numbers of its own"
    )
)]

use super::Parties;
use crate::checks::{self, CheckCode, NINETY_DAYS, PastRequest};
use crate::{Area, Check, Evidence, ReleaseError, Request, Signed, logged};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use std::collections::BTreeSet;
use ugnay_log::{Entry, Quorum, Witnessed};
use ugnay_seal::Hash32;

/// The malicious desk's own municipality.
const ITS_OWN: Area = Area(401_010_000);
const DAY: i64 = 86_400;
/// The tricks: 0 is an emergency that is merely staged, the others are in [`corrupt`], [`sign`], [`rows`] and [`Desks::before`].
const TRICKS: u32 = 11;
/// Staged emergencies for so many of the other tricks together: they alone come to people.
const STAGED: u32 = 4;

/// A request as custodians meet it.
pub(super) struct Asked {
    /// Whether the honest desk made it.
    pub honest: bool,
    /// When it was logged.
    pub start: i64,
    /// Whether a release of it would be within bounds.
    pub in_scope: bool,
    /// The request.
    pub signed: Signed<Request>,
    /// What an honest custodian's checks say.
    pub rows: Vec<Check>,
}

/// Both desks and the requests the log holds of this year.
pub(super) struct Desks {
    /// Its card's hash and its id.
    honest: (Hash32, [u8; 16]),
    malicious: (Hash32, [u8; 16]),
    history: Vec<PastRequest>,
}

impl Desks {
    /// The desk of the parties is the honest one; the other is enrolled with the same officers, who there are dishonest.
    pub fn new(parties: &mut Parties) -> Result<Self, ReleaseError> {
        let honest = (parties.card, [9; 16]);
        let other = parties.enrol([13; 16], ITS_OWN, 0)?;
        Ok(Self {
            honest,
            malicious: (other, [13; 16]),
            history: Vec::new(),
        })
    }

    /// Forgets the year before.
    pub fn new_year(&mut self) {
        self.history.clear();
    }

    /// One desk asks at `start`; what it logs stays in the history.
    pub fn ask(
        &mut self,
        parties: &mut Parties,
        honest: bool,
        start: i64,
        rng: &mut ChaCha20Rng,
    ) -> Result<Asked, ReleaseError> {
        let roll = rng.next_u32() % (TRICKS + STAGED);
        let trick = if honest || roll >= TRICKS { 0 } else { roll };
        let ((card, lgu), base) = if honest {
            (self.honest, super::MUNICIPALITY.0)
        } else {
            (self.malicious, ITS_OWN.0)
        };
        parties.card = card;
        let mut request = parties.request(&[Area(base + 1), Area(base + 2)], 682, start);
        corrupt(&mut request, trick, base);
        let areas = request.areas.clone();
        let signed = sign(parties, request, trick)?;
        let id = Request::id(&signed);
        self.before(trick, lgu, base, &signed, start);
        let rows = rows(parties, &signed, start, trick != 7, &self.history);
        let policy = parties.federation.policy();
        let covered = parties
            .federation
            .card(&card)
            .is_some_and(|known| known.card.body().covers(&areas));
        let in_scope = covered
            && areas.len() <= 120
            && self.allows(
                lgu,
                &areas,
                start,
                (policy.requests_per_90_days, policy.areas_per_90_days),
            )
            && self.history.iter().all(|past| past.request != id);
        self.history.push(PastRequest {
            request: id,
            lgu,
            time: start,
            areas,
            unseen: 0,
        });
        Ok(Asked {
            honest,
            start,
            in_scope,
            signed,
            rows,
        })
    }

    /// What the malicious desk had logged before: 8 asks often, 9 asks for much, 10 had this very request before.
    fn before(
        &mut self,
        trick: u32,
        lgu: [u8; 16],
        base: u32,
        signed: &Signed<Request>,
        start: i64,
    ) {
        let mut log = |request: crate::RequestId, days: i64, areas: Vec<Area>| {
            self.history.push(PastRequest {
                request,
                lgu,
                time: start - days * DAY,
                areas,
                unseen: 0,
            });
        };
        let id = |n: u8| crate::RequestId([n; 32]);
        let wide = |from: u32| (from..from + 120).map(Area).collect();
        match trick {
            8 => (1..=6).for_each(|n| log(id(n), i64::from(n) * 2, vec![Area(base + 1)])),
            9 => {
                log(id(1), 40, wide(base + 100));
                log(id(2), 20, wide(base + 300));
            }
            10 => log(Request::id(signed), 1, vec![Area(base + 1)]),
            _ => {}
        }
    }

    /// The caps of 90 days, counted without the checks.
    fn allows(&self, lgu: [u8; 16], areas: &[Area], start: i64, caps: (u16, u32)) -> bool {
        let mut asked: BTreeSet<u32> = areas.iter().map(|area| area.0).collect();
        let mut times = 1u32;
        for past in &self.history {
            if past.lgu == lgu && start - past.time < NINETY_DAYS {
                times += 1;
                asked.extend(past.areas.iter().map(|area| area.0));
            }
        }
        times <= u32::from(caps.0) && asked.len() as u64 <= u64::from(caps.1)
    }
}

/// Whether every row is right but those that look at the desk's earlier requests.
pub(super) fn only_history_forbids(rows: &[Check]) -> bool {
    let of_history = |code: CheckCode| {
        matches!(
            code,
            CheckCode::Scope90Days | CheckCode::Requests90Days | CheckCode::Unused
        )
    };
    !checks::all_right(rows) && rows.iter().all(|row| row.ok || of_history(row.code))
}

/// What the request itself says wrongly.
fn corrupt(request: &mut Request, trick: u32, base: u32) {
    match trick {
        1 => request.areas = vec![Area(401_011_001)],
        2 => request.areas = (1..=200).map(|b| Area(base + b)).collect(),
        3 => request.until += 40 * DAY,
        4 => request.recipient = Hash32([6; 32]),
        5 => request.policy = Hash32([6; 32]),
        _ => {}
    }
}

/// Trick 6 lets one officer sign alone.
fn sign(parties: &Parties, request: Request, trick: u32) -> Result<Signed<Request>, ReleaseError> {
    let count = if trick == 6 { 1 } else { 2 };
    let signers = parties.officers.iter().take(count).collect::<Vec<_>>();
    Signed::new(request, parties.federation.fed(), &signers)
}

/// The rows of an honest custodian; without `witnessed` (trick 7) the server shows a checkpoint too few cosigned.
fn rows(
    parties: &mut Parties,
    signed: &Signed<Request>,
    at: i64,
    witnessed: bool,
    history: &[PastRequest],
) -> Vec<Check> {
    let Some(card) = parties
        .federation
        .card(&parties.card)
        .map(|known| known.card.body().clone())
    else {
        return Vec::new();
    };
    let public = logged::PublicRequest::of(signed, &card).to_bytes();
    let author = parties
        .officers
        .first()
        .map(ugnay_seal::SigningIdentity::public);
    let Some(author) = author else {
        return Vec::new();
    };
    let entry: Entry = logged::submission(signed, public, &author, at, &mut parties.rng).entry;
    let need = usize::from(parties.federation.policy().quorum);
    let have = if witnessed { need } else { need - 1 };
    let names = parties
        .cosigners
        .iter()
        .rev()
        .take(have)
        .map(|key| key.verifier().name().to_owned());
    let members = names.map(|name| Witnessed { name, time: at }).collect();
    let quorum = Quorum {
        members,
        need,
        of: parties.cosigners.len(),
    };
    checks::run(&Evidence {
        federation: &parties.federation,
        me: 1,
        request: signed,
        entry: Some(&entry),
        quorum: Some(&quorum),
        history,
        recipient: None,
        now: at,
    })
}

#[cfg(test)]
mod tests;
