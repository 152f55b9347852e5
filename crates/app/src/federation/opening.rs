//! At the desk, after a grant: shares to keys, keys to cards. Exactly the granted compartments, for the granted time.

mod released;

pub(crate) use released::Released;
pub use released::{OpenedRelease, RefusedWriter};

use super::{DeskNode, View, refused, topics};
use crate::dto::AppError;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_log::EntryType;
use ugnay_model::{Field, Person, Record};
use ugnay_release::decision::cids_hash;
use ugnay_release::desk::grant_open;
use ugnay_release::{Request, RequestId, ShareReleaseNotice, Signed, logged};
use ugnay_seal::share_release::{ReleaseBinding, open_release};
use ugnay_seal::{
    BundleView, CardDek, Cid, CombineError, Commitment, EpochId, Hash32, SealKeyPair, Share,
    VerifyingId, combine, sha256,
};
use ugnay_sync::{Client, Fetcher};
use ugnay_wire::{BundleInfo, Pseud};

/// Shares of each compartment as dealt in one bundle (its header's hash), each with its custodian's roster index.
type SharesByCompartment = BTreeMap<(EpochId, Hash32, Cid), Vec<(u8, Share)>>;

/// A released card.
#[derive(Clone)]
pub struct Card {
    /// The person.
    pub person: Person,
}

/// Who opens: what was verified of the log, and the key that shares were sealed to.
pub(crate) struct Opener<'a> {
    /// The verified log.
    pub view: &'a mut View,
    /// Key pairs of this party; the request names one of them.
    pub pairs: Vec<&'a SealKeyPair>,
    /// By what right cards are fetched.
    pub by: Fetcher,
}

impl Opener<'_> {
    /// Collects the sealed shares of a request, verifies each against the log and the bundle, and rebuilds the keys.
    pub(crate) fn open(
        &mut self,
        client: &mut Client,
        request: &Signed<Request>,
        now: i64,
    ) -> Result<OpenedRelease, AppError> {
        if !grant_open(request.body(), now) {
            return Err(refused("grant_over"));
        }
        let mut faulty = BTreeSet::new();
        let shares = self.shares(client, request, &mut faulty)?;
        let mut custodians = BTreeSet::new();
        let (mut keys, mut registers) = (BTreeMap::new(), BTreeMap::new());
        let mut why = String::from("no_shares");
        for (info, bytes) in dealt_from(client, &shares)? {
            let Ok(bundle) = BundleView::parse(&bytes) else {
                continue;
            };
            let (epoch, header) = (bundle.epoch_id(), bundle.header_hash());
            let of_bundle = |(e, h, _): &(EpochId, Hash32, Cid)| (*e, *h) == (epoch, header);
            for ((_, _, cid), given) in shares.iter().filter(|(at, _)| of_bundle(at)) {
                let Some(commitment) = bundle.commitment(cid) else {
                    continue;
                };
                // Of each register-epoch as much as k custodians handed over; the others may follow.
                match rebuild(&commitment, given.clone(), &mut faulty) {
                    Ok(key) => keys.insert((epoch, *cid), key),
                    Err(e) => {
                        why = e;
                        continue;
                    }
                };
                custodians.extend(given.iter().map(|(x, _)| *x));
                registers.insert(
                    epoch,
                    released::Dealt {
                        pseud: info.pseud,
                        write_cap: bundle.write_cap(),
                    },
                );
            }
        }
        custodians.retain(|x| !faulty.contains(x));
        if keys.is_empty() {
            return Err(refused(&named(&why, &faulty)));
        }
        Ok(OpenedRelease {
            fed: *self.view.federation.fed(),
            by: self.by.clone(),
            request: request.body().clone(),
            keys,
            registers,
            custodians,
            faulty,
        })
    }

    /// Shares by compartment, each with its custodian's roster index.
    fn shares(
        &mut self,
        client: &mut Client,
        request: &Signed<Request>,
        faulty: &mut BTreeSet<u8>,
    ) -> Result<SharesByCompartment, AppError> {
        let id = Request::id(request);
        let notices = self.notices(client, request)?;
        let recipient = request.body().recipient;
        let pair = *self
            .pairs
            .iter()
            .find(|k| k.public().hash() == recipient)
            .ok_or_else(|| refused("recipient"))?;
        let mut out = SharesByCompartment::new();
        for m in client.read_box(&topics::shares(&id.0), 0)? {
            let Some((notice, key)) = notices.get(&sha256(&m.bytes).0) else {
                continue;
            };
            let binding = ReleaseBinding {
                fed: *self.view.federation.fed(),
                q_id: Hash32(id.0),
                approve_set_hash: notice.approvals,
                checkpoint_root: notice.root,
                x: notice.x,
            };
            let Ok(released) = open_release(&m.bytes, &binding, key, pair) else {
                faulty.insert(notice.x);
                continue;
            };
            let listed: Vec<_> = released.iter().map(|r| (r.epoch_id, r.cid)).collect();
            if cids_hash(&listed) != notice.cids {
                faulty.insert(notice.x);
                continue;
            }
            for r in released {
                let list = out.entry((r.epoch_id, r.bundle, r.cid)).or_default();
                if list.iter().all(|(x, _)| *x != notice.x) {
                    list.push((notice.x, r.share));
                }
            }
        }
        Ok(out)
    }

    /// Verified notices about a request with their signer, by the hash of the sealed shares. Each is judged by the roster it
    /// was logged under: who handed over before a successor took the place did hand over.
    fn notices(
        &mut self,
        client: &mut Client,
        request: &Signed<Request>,
    ) -> Result<BTreeMap<[u8; 32], (ShareReleaseNotice, VerifyingId)>, AppError> {
        let id = Request::id(request);
        let about: Vec<_> = self
            .view
            .entries()
            .iter()
            .filter(|s| {
                s.entry.kind == EntryType::ShareRelease && s.entry.public.starts_with(&id.0)
            })
            .cloned()
            .collect();
        let mut out = BTreeMap::new();
        for seen in about {
            let Some(body) = self.view.body(client, seen.index)? else {
                continue;
            };
            let Ok(signed) = logged::open::<ShareReleaseNotice>(&seen.entry, &body) else {
                continue;
            };
            let (fed, roster) = (self.view.federation.fed(), self.view.roster_at(seen.index));
            let signer = roster.custodian(signed.body().x);
            if let Some(c) = signer
                && ShareReleaseNotice::verify(&signed, fed, roster).is_ok()
            {
                let key = VerifyingId::from_bytes(&c.sign)?;
                out.insert(signed.body().sealed.0, (signed.body().clone(), key));
            }
        }
        Ok(out)
    }
}

impl DeskNode {
    /// This desk's first officer as who asks the buffer for what a request opened.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] without an officer.
    pub fn fetcher(&self, request: &RequestId, now: i64) -> Result<Fetcher, AppError> {
        let fed = *self.view.federation.fed();
        Ok(Fetcher::officer(fed, &self.first()?.0, request.0, now))
    }

    /// Collects the sealed shares of a request, verifies each against the log and the bundle, and rebuilds the keys.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the grant's time is over or fewer than k custodians handed over;
    /// the error names a custodian whose share is wrong.
    pub fn open_release(
        &mut self,
        client: &mut Client,
        request: &Signed<Request>,
        now: i64,
    ) -> Result<OpenedRelease, AppError> {
        let by = self.fetcher(&Request::id(request), now)?;
        let pairs = self.officers.iter().map(|(_, k)| k).collect();
        let view = &mut self.view;
        Opener { view, pairs, by }.open(client, request, now)
    }

    /// Fetches and opens the cards of one granted compartment.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the grant is over or never covered it.
    pub fn cards(
        &self,
        client: &mut Client,
        release: &OpenedRelease,
        epoch: EpochId,
        cid: Cid,
        now: i64,
    ) -> Result<Vec<Card>, AppError> {
        Ok(people(
            release.compartment(client, (epoch, cid), now)?.people(),
        ))
    }

    /// Whether the granted card key of a compartment opens anything of its case facet. It must not; drills ask.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the card facet was not granted.
    pub fn key_opens(
        &self,
        client: &mut Client,
        release: &OpenedRelease,
        ids: &crate::CompartmentIds,
        now: i64,
    ) -> Result<bool, AppError> {
        if !grant_open(&release.request, now) {
            return Err(refused("grant_over"));
        }
        release.opens(client, (ids.epoch, ids.card), ids.case, now)
    }

    /// Every card the grant opened.
    ///
    /// # Errors
    /// As [`Self::cards`].
    pub fn all_cards(
        &self,
        client: &mut Client,
        release: &OpenedRelease,
        now: i64,
    ) -> Result<Vec<Card>, AppError> {
        Ok(people(release.records(client, now)?.people()))
    }
}

fn people(records: Vec<Record>) -> Vec<Card> {
    let persons = records.iter().filter_map(live);
    persons.map(|person| Card { person }).collect()
}

/// The person of a released record, unless it was taken off its register.
pub(crate) fn live(record: &Record) -> Option<Person> {
    let values = record.values();
    let removed = values
        .get(&Field::Removed.key())
        .and_then(ugnay_model::Value::bool);
    if removed == Some(true) {
        return None;
    }
    Person::read(record.person, &values)
}

/// Rebuilds a key; a wrong share is put aside with its custodian's name as long as enough are left.
fn rebuild(
    commitment: &Commitment,
    mut given: Vec<(u8, Share)>,
    faulty: &mut BTreeSet<u8>,
) -> Result<CardDek, String> {
    loop {
        match combine(commitment, &given) {
            Ok(key) => return Ok(key),
            Err(CombineError::WrongShare(x)) => {
                faulty.insert(x);
                given.retain(|(other, _)| *other != x);
            }
            Err(e) => return Err(e.to_string()),
        }
    }
}

/// A refusal with the custodians at fault, by roster index.
fn named(what: &str, faulty: &BTreeSet<u8>) -> String {
    let all: Vec<String> = faulty.iter().map(u8::to_string).collect();
    if all.is_empty() {
        what.to_owned()
    } else {
        format!("{what}; wrong from custodian {}", all.join(", "))
    }
}

/// The bundles that shares were dealt in, with the hash the custodians named: whatever else lies at the buffer is not
/// measured by their shares.
fn dealt_from(
    client: &mut Client,
    shares: &SharesByCompartment,
) -> Result<Vec<(BundleInfo, Vec<u8>)>, AppError> {
    let named: BTreeSet<Hash32> = shares.keys().map(|(_, header, _)| *header).collect();
    let mut out = Vec::new();
    for info in client.bundles(0)? {
        let bytes = client.bundle(&info.pseud, &info.name)?;
        let header = BundleView::parse(&bytes).map(|b| b.header_hash());
        if header.is_ok_and(|h| named.contains(&h)) {
            out.push((info, bytes));
        }
    }
    Ok(out)
}

/// The newest bundle of every register-epoch, with the name the buffer knows it by.
///
/// # Errors
/// When the buffer cannot be reached.
pub fn newest_bundles(
    client: &mut Client,
) -> Result<BTreeMap<EpochId, (Pseud, Vec<u8>)>, AppError> {
    let mut out: BTreeMap<EpochId, (u64, Pseud, Vec<u8>)> = BTreeMap::new();
    for info in client.bundles(0)? {
        let bytes = client.bundle(&info.pseud, &info.name)?;
        let Ok(bundle) = BundleView::parse(&bytes) else {
            continue;
        };
        let (epoch, seq) = (bundle.epoch_id(), bundle.bundle_seq());
        if out.get(&epoch).is_none_or(|(had, _, _)| seq > *had) {
            out.insert(epoch, (seq, info.pseud, bytes));
        }
    }
    Ok(out.into_iter().map(|(e, (_, p, b))| (e, (p, b))).collect())
}

#[cfg(test)]
mod tests;
