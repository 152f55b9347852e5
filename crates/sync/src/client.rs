//! Typed calls to a buffer. Every answer is checked against what was asked for.

use crate::transport::{Request, Transport};
use crate::{DeviceKeys, Fetcher, SyncError};
use ugnay_seal::{Label, SigningIdentity};
use ugnay_wire::{
    Ack, Batch, BatchId, BlobStatus, Blobs, BoxMessage, BoxPage, BoxPosted, BundleInfo, BundlePage,
    ChangesPage, ConsistencyProof, Fed, HeadsProof, Item, LogAppended, LogSubmit, Message, Meta,
    Name, NextRegister, OpenRegister, Problem, ProblemCode, Pseud, PublicKey, Signature, Signed,
    Topic, paths,
};

/// Bytes on the line, bodies and paths.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Traffic {
    /// Sent.
    pub out: u64,
    /// Received.
    pub r#in: u64,
}

/// A buffer as a client sees it.
pub struct Client {
    transport: Box<dyn Transport>,
    traffic: Traffic,
}

impl Client {
    /// A client over a line.
    #[must_use]
    pub fn new(transport: impl Transport + 'static) -> Self {
        Self {
            transport: Box::new(transport),
            traffic: Traffic::default(),
        }
    }

    /// What went over the line so far.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        self.traffic
    }

    fn call(&mut self, request: &Request) -> Result<Vec<u8>, SyncError> {
        let sent = (request.path.len() + request.body.len()) as u64;
        self.traffic.out = self.traffic.out.saturating_add(sent);
        let answer = self.transport.send(request)?;
        self.traffic.r#in = self.traffic.r#in.saturating_add(answer.body.len() as u64);
        match answer.status {
            200..=299 => Ok(answer.body),
            _ => Err(refusal(&answer.body)),
        }
    }

    fn get(&mut self, path: String) -> Result<Vec<u8>, SyncError> {
        self.call(&Request::get(path))
    }

    fn post(&mut self, path: impl Into<String>, body: Vec<u8>) -> Result<Vec<u8>, SyncError> {
        self.call(&Request::post(path, body))
    }

    /// What the buffer says about itself.
    ///
    /// # Errors
    /// [`SyncError`]; so for every call below.
    pub fn meta(&mut self) -> Result<Meta, SyncError> {
        let body = self.get(paths::META.to_owned())?;
        serde_json::from_slice(&body).map_err(|_| SyncError::Nonsense("meta"))
    }

    /// Makes room for a register-epoch.
    pub fn open_register(&mut self, keys: &DeviceKeys, ticket: Signature) -> Result<(), SyncError> {
        let m = OpenRegister {
            pseud: keys.pseud(),
            write_cap: PublicKey(*keys.sigma.write_cap().public().as_bytes()),
            read_cap: PublicKey(*keys.sigma.read_cap().public().as_bytes()),
            ticket,
        };
        self.post(paths::REGISTERS, m.encode()?).map(drop)
    }

    /// Ends the epoch of `keys` and makes room for the next, in one step; the same again changes nothing.
    pub fn next_register(
        &mut self,
        keys: &DeviceKeys,
        next: &ugnay_seal::Sigma,
        notice: Vec<u8>,
    ) -> Result<(), SyncError> {
        let pseud = keys.pseud();
        let message = NextRegister {
            pseud,
            next: Pseud(next.pseud().0),
            write_cap: PublicKey(*next.write_cap().public().as_bytes()),
            read_cap: PublicKey(*next.read_cap().public().as_bytes()),
            name: keys.notice_name(),
            notice,
        };
        let bytes = message.encode()?;
        let cap = keys.sigma.write_cap();
        let sig = cap.sign(Label::NextEpoch, &keys.fed, &bytes);
        let body = Signed::join(&bytes, &Signature(sig.0));
        self.post(paths::next(&pseud), body).map(drop)
    }

    /// Sends a batch; returns once the buffer has it on disk.
    pub fn batch(
        &mut self,
        keys: &DeviceKeys,
        id: BatchId,
        items: Vec<Item>,
    ) -> Result<Ack, SyncError> {
        let pseud = keys.pseud();
        let batch = Batch {
            pseud,
            batch_id: id,
            items,
        };
        self.post_batch(&pseud, signed_batch(keys, &batch)?)
    }

    /// Hands over a batch that is signed already.
    pub fn post_batch(&mut self, pseud: &Pseud, signed: Vec<u8>) -> Result<Ack, SyncError> {
        Ok(Ack::decode(&self.post(paths::batch(pseud), signed)?)?)
    }

    /// One page of a register's changes.
    pub fn changes(
        &mut self,
        keys: &DeviceKeys,
        after: u64,
        now: i64,
    ) -> Result<ChangesPage, SyncError> {
        let pseud = keys.pseud();
        let signed = [&pseud.0[..], &after.to_be_bytes(), &now.to_be_bytes()].concat();
        let sig = keys
            .sigma
            .read_cap()
            .sign(Label::ReadCap, &keys.fed, &signed);
        let mut request = Request::get(paths::changes(&pseud, after, now));
        request.read_signature = Some(ugnay_wire::ids::to_hex(&sig.0));
        let page = ChangesPage::decode(&self.call(&request)?)?;
        if page.cursor < after {
            return Err(SyncError::Alarm("changes_rollback"));
        }
        let ordered = page
            .changes
            .windows(2)
            .all(|w| matches!(w, [a, b] if a.seq < b.seq));
        let fresh = page
            .changes
            .iter()
            .all(|c| c.seq > after && c.seq <= page.cursor);
        if ordered && fresh {
            Ok(page)
        } else {
            Err(SyncError::Nonsense("changes"))
        }
    }

    /// Blobs by name; those that are missing are left out.
    pub fn blobs(
        &mut self,
        by: &Fetcher,
        pseud: Pseud,
        names: &[Name],
    ) -> Result<Vec<(Name, Vec<u8>)>, SyncError> {
        let mut out = Vec::with_capacity(names.len());
        let mut todo: Vec<Name> = names.to_vec();
        while !todo.is_empty() {
            let ask: Vec<Name> = todo
                .iter()
                .take(ugnay_wire::limits::MAX_BLOBS_GET)
                .copied()
                .collect();
            let body = by.ask(pseud, ask.clone())?;
            let answer = Blobs::decode(&self.post(paths::BLOBS_GET, body)?)?;
            if !answer.replies.iter().map(|r| &r.name).eq(ask.iter()) {
                return Err(SyncError::Nonsense("blobs"));
            }
            let mut later = Vec::new();
            let before = out.len();
            for reply in answer.replies {
                match reply.status {
                    BlobStatus::Found(bytes) => out.push((reply.name, bytes)),
                    BlobStatus::Later => later.push(reply.name),
                    BlobStatus::Missing => {}
                }
            }
            if out.len() == before && later.len() == ask.len() {
                return Err(SyncError::Nonsense("blobs"));
            }
            later.extend(todo.iter().skip(ask.len()).copied());
            todo = later;
        }
        Ok(out)
    }

    /// All escrow bundles after a place in the list.
    pub fn bundles(&mut self, mut after: u64) -> Result<Vec<BundleInfo>, SyncError> {
        let mut out = Vec::new();
        loop {
            let page = BundlePage::decode(&self.get(paths::bundles(after))?)?;
            if page.cursor < after || (page.more && page.bundles.is_empty()) {
                return Err(SyncError::Nonsense("bundles"));
            }
            after = page.cursor;
            out.extend(page.bundles);
            if !page.more {
                return Ok(out);
            }
        }
    }

    /// One bundle's bytes.
    pub fn bundle(&mut self, pseud: &Pseud, name: &Name) -> Result<Vec<u8>, SyncError> {
        self.get(paths::bundle(pseud, name))
    }

    /// Posts to a box.
    pub fn post_box(&mut self, topic: &Topic, bytes: Vec<u8>) -> Result<u64, SyncError> {
        Ok(BoxPosted::decode(&self.post(paths::box_post(topic), bytes)?)?.seq)
    }

    /// All messages of a box after a place.
    pub fn read_box(
        &mut self,
        topic: &Topic,
        mut after: u64,
    ) -> Result<Vec<BoxMessage>, SyncError> {
        let mut out = Vec::new();
        loop {
            let page = BoxPage::decode(&self.get(paths::box_read(topic, after))?)?;
            if page.cursor < after || (page.more && page.messages.is_empty()) {
                return Err(SyncError::Nonsense("box"));
            }
            after = page.cursor;
            out.extend(page.messages);
            if !page.more {
                return Ok(out);
            }
        }
    }

    /// Submits an entry to the log.
    pub fn submit(
        &mut self,
        submitter: &SigningIdentity,
        fed: Fed,
        entry: Vec<u8>,
        body: Vec<u8>,
    ) -> Result<u64, SyncError> {
        self.append(paths::LOG_ENTRIES.to_owned(), submitter, fed, entry, body)
    }

    /// Submits to the log that an epoch of a register was ended, by that epoch's own write capability.
    pub fn submit_end(
        &mut self,
        ended: &ugnay_seal::Sigma,
        fed: Fed,
        entry: Vec<u8>,
        body: Vec<u8>,
    ) -> Result<u64, SyncError> {
        let path = paths::end(&Pseud(ended.pseud().0));
        self.append(path, &ended.write_cap(), fed, entry, body)
    }

    fn append(
        &mut self,
        path: String,
        submitter: &SigningIdentity,
        fed: Fed,
        entry: Vec<u8>,
        body: Vec<u8>,
    ) -> Result<u64, SyncError> {
        let signed = signed_entry(submitter, fed, entry, body)?;
        Ok(LogAppended::decode(&self.post(path, signed)?)?.index)
    }

    /// Submits an entry that its submitter signed before, as [`signed_entry`] made it: whoever carries it needs no key.
    pub fn submit_signed(&mut self, signed: Vec<u8>) -> Result<u64, SyncError> {
        Ok(LogAppended::decode(&self.post(paths::LOG_ENTRIES, signed)?)?.index)
    }

    /// The newest checkpoint with the cosignatures collected so far.
    pub fn checkpoint(&mut self) -> Result<Vec<u8>, SyncError> {
        self.get(paths::LOG_CHECKPOINT.to_owned())
    }

    /// The newest checkpoint that has at least so many cosignatures.
    pub fn cosigned_checkpoint(&mut self, least: usize) -> Result<Vec<u8>, SyncError> {
        self.get(paths::log_cosigned_checkpoint(least))
    }

    /// Asks for a checkpoint now.
    pub fn make_checkpoint(&mut self) -> Result<Vec<u8>, SyncError> {
        self.post(paths::LOG_CHECKPOINT, Vec::new())
    }

    /// An entry's bytes.
    pub fn log_entry(&mut self, index: u64) -> Result<Vec<u8>, SyncError> {
        self.get(paths::log_entry(index))
    }

    /// An entry's body, or nothing once it was erased.
    pub fn log_body(&mut self, index: u64) -> Result<Option<Vec<u8>>, SyncError> {
        match self.get(paths::log_body(index)) {
            Ok(body) => Ok(Some(body)),
            Err(SyncError::Refused(ProblemCode::Erased | ProblemCode::NotFound)) => Ok(None),
            Err(e) => Err(e),
        }
    }

    /// A proof that the log of `new` entries begins with the log of `old`.
    pub fn consistency(&mut self, old: u64, new: u64) -> Result<Vec<ugnay_log::Hash>, SyncError> {
        let proof = ConsistencyProof::decode(&self.get(paths::log_consistency(old, new))?)?;
        if (proof.old, proof.new) != (old, new) {
            return Err(SyncError::Nonsense("consistency proof"));
        }
        Ok(proof.path.into_iter().map(|h| h.0).collect())
    }

    /// The proof that a register's heads are under the newest root over heads below a published size of the log.
    pub fn heads(&mut self, pseud: &Pseud, size: u64) -> Result<HeadsProof, SyncError> {
        Ok(HeadsProof::decode(
            &self.get(paths::log_heads(pseud, size))?,
        )?)
    }

    /// Hands in cosignature lines for the checkpoint of a size.
    pub fn cosign(&mut self, size: u64, lines: &str) -> Result<(), SyncError> {
        self.post(paths::log_cosignatures(size), lines.as_bytes().to_vec())
            .map(drop)
    }

    /// A path of the log as it stands, for auditors.
    pub fn raw(&mut self, path: &str) -> Result<Vec<u8>, SyncError> {
        self.get(path.to_owned())
    }
}

/// An entry with its body as it travels to the log: the message and its submitter's signature. The same entry gives the same
/// bytes, whoever carries them.
///
/// # Errors
/// When entry or body are longer than the log takes.
pub fn signed_entry(
    submitter: &SigningIdentity,
    fed: Fed,
    entry: Vec<u8>,
    body: Vec<u8>,
) -> Result<Vec<u8>, SyncError> {
    let submit = LogSubmit {
        submitter: PublicKey(*submitter.public().as_bytes()),
        entry,
        body,
    };
    let bytes = submit.encode()?;
    let sig = submitter.sign(Label::LogSubmit, &ugnay_seal::FedId(fed.0), &bytes);
    Ok(Signed::join(&bytes, &Signature(sig.0)))
}

/// A batch as it travels: the message and the write capability's signature. The same batch gives the same bytes.
pub(crate) fn signed_batch(keys: &DeviceKeys, batch: &Batch) -> Result<Vec<u8>, SyncError> {
    let bytes = batch.encode()?;
    let sig = keys.sigma.write_cap().sign(Label::Batch, &keys.fed, &bytes);
    Ok(Signed::join(&bytes, &Signature(sig.0)))
}

fn refusal(body: &[u8]) -> SyncError {
    let code = serde_json::from_slice::<Problem>(body)
        .ok()
        .and_then(|p| ProblemCode::parse(&p.code));
    code.map_or(SyncError::Nonsense("status"), SyncError::Refused)
}

/// What a ticket key signs, for the organisation that hands out tickets.
#[must_use]
pub(crate) fn ticket_bytes(keys: &DeviceKeys) -> Vec<u8> {
    let write = keys.sigma.write_cap().public();
    let read = keys.sigma.read_cap().public();
    [&keys.pseud().0[..], write.as_bytes(), read.as_bytes()].concat()
}
