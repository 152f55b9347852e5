//! Keeping the escrow: deal once per epoch and roster, count the custodians' receipts.

use super::protected;
use crate::dto::{AppError, Protected};
use crate::federation::{View, refused, topics};
use crate::session::Session;
use std::collections::{BTreeMap, BTreeSet};
use ugnay_release::Federation;
use ugnay_seal::{BundleView, DealInput, Facet, Receipt, SealPublic, VerifyingId, deal};
use ugnay_sync::{Client, Compartments, DeviceKeys};
use ugnay_wire::{BatchId, BlobKind, Item, Name};

pub(super) const DEALT: &str = "escrow/dealt";
pub(super) const HOMES: &str = "escrow/homes";
pub(super) const RECEIPTS: &str = "escrow/receipts";

impl Session {
    /// Deals if this epoch was not dealt under the federation's present roster and policy, and reads receipts.
    pub(crate) fn keep_escrow(
        &mut self,
        client: &mut Client,
        keys: &DeviceKeys,
        view: &View,
        compartments: &Compartments,
        now: i64,
    ) -> Result<(), AppError> {
        let f = &view.federation;
        self.learn_homes(client, keys, compartments, now)?;
        let homes = self.homes_in_use(compartments)?;
        // Homes are only ever added within an epoch, so the number of compartments counts the deals; devices that know of
        // the same homes make the same bytes.
        let all = compartments.dealt(&homes);
        let seq = all.len() as u64;
        let bundle = bundle(keys, f, all, seq)?;
        let hash = ugnay_seal::sha256(&bundle).0;
        let dealt = self.register.state(DEALT)?;
        if dealt.as_deref() != Some(&hash[..]) {
            // Two devices may replace different bundles by the same one: each batch has its own name.
            let old = dealt.and_then(|b| <[u8; 32]>::try_from(b).ok());
            let id = ugnay_seal::sha256(&[hash, old.unwrap_or_default()].concat()).0;
            let mut items = vec![Item::Put {
                kind: BlobKind::Bundle,
                name: name_of(&hash),
                bytes: bundle.clone(),
            }];
            if let Some(old) = old {
                items.push(Item::Delete {
                    name: name_of(&old),
                });
            }
            client.batch(keys, BatchId(first16(&id)), items)?;
            self.register.put_state(DEALT, &hash)?;
        }
        let header = BundleView::parse(&bundle)
            .map_err(|_| refused("bundle"))?
            .header_hash();
        let mut good = BTreeSet::new();
        for m in client.read_box(&topics::receipts(&keys.pseud()), 0)? {
            for c in &f.roster().custodians {
                let key = VerifyingId::from_bytes(&c.sign)?;
                let receipt = Receipt::verify(&m.bytes, f.fed(), &key).ok();
                let fits = |r: &Receipt| {
                    r.x == c.x && r.header_hash == header && r.epoch_id == keys.sigma.epoch_id()
                };
                if receipt.is_some_and(|r| fits(&r) && r.outcome.is_ok()) {
                    good.insert(c.x);
                }
            }
        }
        let (n, k) = (f.policy().n, f.policy().k);
        Ok(self
            .register
            .put_state(RECEIPTS, &[good.len() as u8, n, k])?)
    }

    /// Takes over the homes of the bundles that other devices of the register put: all then deal the same.
    fn learn_homes(
        &mut self,
        client: &mut Client,
        keys: &DeviceKeys,
        compartments: &Compartments,
        now: i64,
    ) -> Result<(), AppError> {
        let new = ugnay_sync::new_bundles(&self.register, keys)?;
        if new.is_empty() {
            return Ok(());
        }
        let mut homes = self.saved_homes()?;
        let mut home_of = BTreeMap::new();
        for (home, dest) in compartments.all() {
            home_of.insert(keys.sigma.cid(home, dest, Facet::Card), home);
        }
        let by = ugnay_sync::Fetcher::device(keys, now);
        for (_, bytes) in client.blobs(&by, keys.pseud(), &new)? {
            let Ok(view) = BundleView::parse(&bytes) else {
                continue;
            };
            let own = view.epoch_id() == keys.sigma.epoch_id()
                && view.write_cap() == keys.sigma.write_cap().public();
            if own {
                homes.extend(view.cids().filter_map(|c| home_of.get(&c).copied()));
            }
        }
        self.save_homes(&homes)?;
        Ok(ugnay_sync::forget_new_bundles(&mut self.register, keys)?)
    }

    fn saved_homes(&self) -> Result<BTreeSet<u32>, AppError> {
        let saved = self.register.state(HOMES)?.unwrap_or_default();
        let chunks = saved.as_chunks::<4>().0;
        Ok(chunks.iter().map(|c| u32::from_be_bytes(*c)).collect())
    }

    fn save_homes(&mut self, homes: &BTreeSet<u32>) -> Result<(), AppError> {
        let bytes: Vec<u8> = homes.iter().flat_map(|h| h.to_be_bytes()).collect();
        Ok(self.register.put_state(HOMES, &bytes)?)
    }

    /// The homes with people in them, now or at an earlier deal.
    fn homes_in_use(&mut self, compartments: &Compartments) -> Result<BTreeSet<u32>, AppError> {
        let mut homes = self.saved_homes()?;
        for (barangay, _) in self.register.count_by_barangay()? {
            homes.insert(compartments.home(barangay));
        }
        self.save_homes(&homes)?;
        Ok(homes)
    }

    /// How many custodians are proven to be able to help, from their receipts.
    pub(crate) fn protected(&self) -> Result<Option<Protected>, AppError> {
        let bytes = self.register.state(RECEIPTS)?;
        Ok(bytes
            .and_then(|b| <[u8; 3]>::try_from(b).ok())
            .map(|[j, n, k]| protected(u32::from(j), n, k)))
    }
}

fn name_of(bundle: &[u8; 32]) -> Name {
    Name(first16(
        &ugnay_seal::sha256(&[b"ugnay/v1/bundle\0".as_slice(), bundle].concat()).0,
    ))
}

fn bundle(
    keys: &DeviceKeys,
    f: &Federation,
    all: Vec<(u32, u16)>,
    bundle_seq: u64,
) -> Result<Vec<u8>, AppError> {
    let mut recipients = Vec::new();
    for c in &f.roster().custodians {
        recipients.push((c.x, SealPublic::from_bytes(&c.x_wing)?));
    }
    let input = DealInput {
        fed: keys.fed,
        bundle_seq,
        roster_hash: f.roster_hash(),
        policy_hash: f.policy_hash(),
        k: f.policy().k,
        recipients: &recipients,
        compartments: &all,
    };
    deal(&keys.sigma, &input).map_err(|e| refused(&e.to_string()))
}

fn first16(bytes: &[u8; 32]) -> [u8; 16] {
    let mut out = [0; 16];
    out.copy_from_slice(&bytes[..16]);
    out
}
