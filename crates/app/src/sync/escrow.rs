//! Keeping the escrow: deal once per epoch and roster, count the custodians' receipts.

use super::protected;
use crate::dto::{AppError, Protected};
use crate::federation::{View, refused, topics};
use crate::session::Session;
use std::collections::BTreeSet;
use ugnay_release::Federation;
use ugnay_seal::{BundleView, DealInput, Receipt, SealPublic, VerifyingId, deal};
use ugnay_sync::{Client, Compartments, DeviceKeys};
use ugnay_wire::{BatchId, BlobKind, Item, Name};

const DEALT: &str = "escrow/dealt";
const RECEIPTS: &str = "escrow/receipts";

impl Session {
    /// Deals if this epoch was not dealt under the federation's present roster and policy, and reads receipts.
    pub(crate) fn keep_escrow(
        &mut self,
        client: &mut Client,
        keys: &DeviceKeys,
        view: &View,
        compartments: &Compartments,
    ) -> Result<(), AppError> {
        let f = &view.federation;
        let bundle = bundle(keys, f, compartments)?;
        let hash = ugnay_seal::sha256(&bundle).0;
        if self.register.state(DEALT)?.as_deref() != Some(&hash[..]) {
            let name = Name(first16(
                &ugnay_seal::sha256(&[b"ugnay/v1/bundle\0".as_slice(), &hash].concat()).0,
            ));
            // Any device of the register makes the same bytes, so a second deal changes nothing.
            let item = Item::Put {
                kind: BlobKind::Bundle,
                name,
                bytes: bundle.clone(),
            };
            client.batch(keys, BatchId(first16(&hash)), vec![item])?;
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

    /// How many custodians are proven to be able to help, from their receipts.
    pub(crate) fn protected(&self) -> Result<Option<Protected>, AppError> {
        let bytes = self.register.state(RECEIPTS)?;
        Ok(bytes
            .and_then(|b| <[u8; 3]>::try_from(b).ok())
            .map(|[j, n, k]| protected(u32::from(j), n, k)))
    }
}

fn bundle(
    keys: &DeviceKeys,
    f: &Federation,
    compartments: &Compartments,
) -> Result<Vec<u8>, AppError> {
    let mut recipients = Vec::new();
    for c in &f.roster().custodians {
        recipients.push((c.x, SealPublic::from_bytes(&c.x_wing)?));
    }
    let all: Vec<(u32, u16)> = compartments.all().collect();
    let input = DealInput {
        fed: keys.fed,
        bundle_seq: 1,
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
