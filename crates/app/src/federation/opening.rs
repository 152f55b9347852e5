//! At the desk, after a grant: shares to keys, keys to cards. Exactly the granted compartments, for the granted time.

use super::{DeskNode, View, refused, topics};
use crate::dto::AppError;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_log::EntryType;
use ugnay_model::{Field, Person, Record};
use ugnay_release::decision::cids_hash;
use ugnay_release::desk::grant_open;
use ugnay_release::{Request, ShareReleaseNotice, Signed, logged};
use ugnay_seal::share_release::{ReleaseBinding, open_release};
use ugnay_seal::{
    BundleView, CardDek, Cid, CombineError, Commitment, EpochId, FedId, Hash32, SealKeyPair, Share,
    VerifyingId, combine, sha256,
};
use ugnay_sync::{Client, fetch_cards};
use ugnay_wire::Pseud;

/// Shares of each compartment, each with its custodian's roster index.
type SharesByCompartment = BTreeMap<(EpochId, Cid), Vec<(u8, Share)>>;

/// A released card.
#[derive(Clone)]
pub struct Card {
    /// The person.
    pub person: Person,
}

/// The keys of one grant. They are gone when this is dropped; what was printed is not.
pub struct OpenedRelease {
    fed: FedId,
    request: Request,
    keys: BTreeMap<(EpochId, Cid), CardDek>,
    /// Custodians whose shares were used, by roster index.
    pub custodians: BTreeSet<u8>,
    /// Custodians who handed over something wrong; the rest was enough.
    pub faulty: BTreeSet<u8>,
}

impl OpenedRelease {
    /// How many compartments were opened.
    #[must_use]
    pub fn compartments(&self) -> usize {
        self.keys.len()
    }

    /// The key of a compartment, if it was granted.
    #[must_use]
    pub fn key(&self, epoch: &EpochId, cid: &Cid) -> Option<&CardDek> {
        self.keys.get(&(*epoch, *cid))
    }

    /// The records of one granted compartment.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the grant is over or never covered it.
    pub(crate) fn compartment(
        &self,
        client: &mut Client,
        pseud: Pseud,
        epoch: EpochId,
        cid: Cid,
        now: i64,
    ) -> Result<Vec<Record>, AppError> {
        if !grant_open(&self.request, now) {
            return Err(refused("grant_over"));
        }
        let key = self
            .key(&epoch, &cid)
            .ok_or_else(|| refused("out_of_scope"))?;
        Ok(fetch_cards(client, self.fed, epoch, pseud, cid, key)?)
    }

    /// The records of every compartment that was granted.
    ///
    /// # Errors
    /// As [`Self::compartment`]; when the buffer cannot be reached.
    pub(crate) fn records(&self, client: &mut Client, now: i64) -> Result<Vec<Record>, AppError> {
        let bundles = newest_bundles(client)?;
        let mut out = Vec::new();
        for (epoch, cid) in self.keys.keys() {
            if let Some((pseud, _)) = bundles.get(epoch) {
                out.extend(self.compartment(client, *pseud, *epoch, *cid, now)?);
            }
        }
        Ok(out)
    }

    /// Whether the grant still stands; at its end the keys are wiped.
    pub fn expire(&mut self, now: i64) -> bool {
        let open = grant_open(&self.request, now);
        if !open {
            self.keys.clear();
        }
        open
    }
}

/// Who opens: what was verified of the log, and the key that shares were sealed to.
pub(crate) struct Opener<'a> {
    /// The verified log.
    pub view: &'a mut View,
    /// Key pairs of this party; the request names one of them.
    pub pairs: Vec<&'a SealKeyPair>,
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
        let mut keys = BTreeMap::new();
        for (epoch, (_, bytes)) in newest_bundles(client)? {
            let Ok(bundle) = BundleView::parse(&bytes) else {
                continue;
            };
            for ((_, cid), given) in shares.iter().filter(|((e, _), _)| *e == epoch) {
                let Some(commitment) = bundle.commitment(cid) else {
                    continue;
                };
                let key = rebuild(&commitment, given.clone(), &mut faulty)?;
                custodians.extend(given.iter().map(|(x, _)| *x));
                keys.insert((epoch, *cid), key);
            }
        }
        custodians.retain(|x| !faulty.contains(x));
        if keys.is_empty() {
            return Err(refused(&named("no_shares", &faulty)));
        }
        Ok(OpenedRelease {
            fed: *self.view.federation.fed(),
            request: request.body().clone(),
            keys,
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
                let list = out.entry((r.epoch_id, r.cid)).or_default();
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
        let pairs = self.officers.iter().map(|(_, k)| k).collect();
        let view = &mut self.view;
        Opener { view, pairs }.open(client, request, now)
    }

    /// Fetches and opens the cards of one granted compartment.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the grant is over or never covered it.
    pub fn cards(
        &self,
        client: &mut Client,
        release: &OpenedRelease,
        pseud: Pseud,
        epoch: EpochId,
        cid: Cid,
        now: i64,
    ) -> Result<Vec<Card>, AppError> {
        let records = release.compartment(client, pseud, epoch, cid, now)?;
        Ok(people(&records))
    }

    /// Whether the granted card key of a compartment opens anything of its case facet. It must not; drills ask.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when the card facet was not granted.
    pub fn key_opens(
        &self,
        client: &mut Client,
        release: &OpenedRelease,
        pseud: Pseud,
        ids: &crate::CompartmentIds,
        now: i64,
    ) -> Result<bool, AppError> {
        if !grant_open(&release.request, now) {
            return Err(refused("grant_over"));
        }
        let key = release
            .key(&ids.epoch, &ids.card)
            .ok_or_else(|| refused("out_of_scope"))?;
        Ok(
            fetch_cards(client, release.fed, ids.epoch, pseud, ids.case, key)
                .is_ok_and(|records| !records.is_empty()),
        )
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
        Ok(people(&release.records(client, now)?))
    }
}

/// The persons among records; what was taken off a register is none.
fn people(records: &[Record]) -> Vec<Card> {
    records
        .iter()
        .filter_map(live)
        .map(|person| Card { person })
        .collect()
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
) -> Result<CardDek, AppError> {
    loop {
        match combine(commitment, &given) {
            Ok(key) => return Ok(key),
            Err(CombineError::WrongShare(x)) => {
                faulty.insert(x);
                given.retain(|(other, _)| *other != x);
            }
            Err(e) => return Err(refused(&named(&e.to_string(), faulty))),
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
