//! Opens shards and records of one compartment, and holds each against what names it.

use crate::SyncError;
use crate::fetcher::Fetching;
use crate::shard::{Entry, Shard};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_model::Record;
use ugnay_seal::envelope::open_signed;
use ugnay_seal::{BlobName, Cid, Context, Dek, EpochId, FedId, ObjectId, VerifyingId};
use ugnay_wire::{Name, Pseud};

/// Reads one compartment with its key: a device that has σ, or a desk that was granted the key.
pub(crate) struct Reader<'a> {
    pub(crate) fed: FedId,
    pub(crate) epoch: EpochId,
    pub(crate) cid: Cid,
    pub(crate) dek: &'a Dek,
    pub(crate) pseud: Pseud,
}

impl Reader<'_> {
    pub(super) fn shard(
        &self,
        line: &mut Fetching<'_>,
        name: BlobName,
        signing: &[u8; 32],
    ) -> Result<Option<Shard>, SyncError> {
        let Some((name, blob)) = line.blobs(self.pseud, &[Name(name.0)])?.pop() else {
            return Ok(None);
        };
        let (writer, shard, _) = self.open_shard(name, &blob)?;
        if writer.as_bytes() == signing {
            Ok(Some(shard))
        } else {
            Err(SyncError::Alarm("shard_foreign_signer"))
        }
    }

    /// Opens a shard: who signed it, what it names, and the list of writers in it.
    pub(crate) fn open_shard(
        &self,
        name: Name,
        blob: &[u8],
    ) -> Result<(VerifyingId, Shard, Option<Vec<u8>>), SyncError> {
        let ctx = Context::index(
            self.fed,
            self.epoch,
            self.cid,
            self.dek.facet(),
            BlobName(name.0),
        );
        let opened =
            open_signed(self.dek, &ctx, blob).map_err(|_| SyncError::Alarm("shard_unreadable"))?;
        let (shard, list) = Shard::decode_listed(&opened.payload)?;
        Ok((opened.writer, shard, list))
    }

    /// Opens the records of a shard. A blob that is gone was replaced since; its name is returned.
    pub(crate) fn records(
        &self,
        line: &mut Fetching<'_>,
        entries: &[([u8; 16], Entry)],
        signing: &[u8; 32],
    ) -> Result<(Vec<Record>, BTreeSet<[u8; 16]>), SyncError> {
        let names: Vec<Name> = entries.iter().map(|(_, e)| Name(e.blob)).collect();
        let blobs: BTreeMap<Name, Vec<u8>> = line.blobs(self.pseud, &names)?.into_iter().collect();
        let writer = VerifyingId::from_bytes(signing).map_err(|_| SyncError::Nonsense("roster"))?;
        let mut out = Vec::with_capacity(entries.len());
        let mut missing = BTreeSet::new();
        for (object, e) in entries {
            let Some(blob) = blobs.get(&Name(e.blob)) else {
                missing.insert(e.blob);
                continue;
            };
            out.push(self.record(object, e, blob, &writer)?);
        }
        Ok((out, missing))
    }

    pub(crate) fn record(
        &self,
        object: &[u8; 16],
        e: &Entry,
        blob: &[u8],
        writer: &VerifyingId,
    ) -> Result<Record, SyncError> {
        if <[u8; 32]>::from(Sha256::digest(blob)) != e.hash {
            return Err(SyncError::Alarm("record_swapped"));
        }
        let facet = self.dek.facet();
        let ctx = Context::record(
            self.fed,
            self.epoch,
            self.cid,
            facet,
            ObjectId(*object),
            writer.hash(),
            e.writer_seq,
        );
        let opened =
            open_signed(self.dek, &ctx, blob).map_err(|_| SyncError::Alarm("record_unreadable"))?;
        if opened.writer != *writer {
            return Err(SyncError::Alarm("record_foreign_signer"));
        }
        let record =
            Record::from_cbor(&opened.payload).map_err(|_| SyncError::Nonsense("record"))?;
        let same = record.person.to_bytes() == *object && record.facet == crate::push::half(facet);
        if same {
            Ok(record)
        } else {
            Err(SyncError::Alarm("record_of_another"))
        }
    }
}
