//! Invented registers and the keys they sign with.

use ed25519_dalek::{Signer, SigningKey};
use ugnay_log::{Entry, EntryType, KeyKind, SignerKey};
use ugnay_wire::signing::{self, SignatureLabel};
use ugnay_wire::{
    Asker, Batch, BatchId, BlobKind, BlobsGet, Fed, Item, LogSubmit, Message, Name, OpenRegister,
    Pseud, PublicKey, Signature,
};

/// The federation of all tests.
pub const FED: Fed = Fed([0xfe; 16]);
/// The tests' time.
pub const NOW: i64 = 1_800_000_000;

/// A signing key from a number.
pub fn key(n: u8) -> SigningKey {
    SigningKey::from_bytes(&[n; 32])
}

pub fn public(key: &SigningKey) -> PublicKey {
    PublicKey(key.verifying_key().to_bytes())
}

pub fn sign(key: &SigningKey, message: &[u8]) -> Signature {
    Signature(key.sign(message).to_bytes())
}

/// The key whose tickets the test server takes.
pub fn ticket_key() -> SigningKey {
    key(200)
}

/// A register-epoch.
pub struct Party {
    pub pseud: Pseud,
    pub write: SigningKey,
    pub read: SigningKey,
}

impl Party {
    pub fn new(n: u8) -> Self {
        Self {
            pseud: Pseud([n; 16]),
            write: key(n),
            read: key(n.wrapping_add(100)),
        }
    }

    pub fn register(&self) -> ugnay_buffer::store::Register {
        ugnay_buffer::store::Register {
            pseud: self.pseud,
            write_cap: public(&self.write),
            read_cap: public(&self.read),
        }
    }

    pub fn open_signed_by(&self, ticket: &SigningKey, fed: &Fed) -> Vec<u8> {
        let (write_cap, read_cap) = (public(&self.write), public(&self.read));
        let message = signing::ticket_to_sign(&self.pseud, &write_cap, &read_cap, fed);
        let open = OpenRegister {
            pseud: self.pseud,
            write_cap,
            read_cap,
            ticket: sign(ticket, &message),
        };
        open.encode().expect("encodes")
    }

    pub fn open(&self) -> Vec<u8> {
        self.open_signed_by(&ticket_key(), &FED)
    }

    pub fn batch(&self, id: u8, items: Vec<Item>) -> Batch {
        Batch {
            pseud: self.pseud,
            batch_id: BatchId([id; 16]),
            items,
        }
    }

    /// A signed batch as it goes over the wire.
    pub fn signed(&self, batch: &Batch) -> Vec<u8> {
        signed_by(&self.write, batch, &FED)
    }

    /// A device's question for blobs.
    pub fn question(&self, names: &[u8], time: i64) -> BlobsGet {
        BlobsGet {
            pseud: self.pseud,
            asker: Asker::Register,
            time,
            names: names.iter().map(|n| Name([*n; 16])).collect(),
        }
    }

    /// The question as it goes over the wire.
    pub fn fetch(&self, names: &[u8], time: i64) -> Vec<u8> {
        asked_by(&self.read, &self.question(names, time), &FED)
    }

    pub fn read_signature(&self, after: u64, time: i64) -> String {
        sign(
            &self.read,
            &signing::read_to_sign(&self.pseud, after, time, &FED),
        )
        .to_hex()
    }
}

pub fn asked_by(key: &SigningKey, get: &BlobsGet, fed: &Fed) -> Vec<u8> {
    let bytes = get.encode().expect("encodes");
    let message = signing::to_sign(SignatureLabel::BlobsGet, &bytes, fed);
    ugnay_wire::message::Signed::join(&bytes, &sign(key, &message))
}

pub fn signed_by(key: &SigningKey, batch: &Batch, fed: &Fed) -> Vec<u8> {
    let bytes = batch.encode().expect("encodes");
    let signature = sign(key, &signing::to_sign(SignatureLabel::Batch, &bytes, fed));
    ugnay_wire::message::Signed::join(&bytes, &signature)
}

pub fn put(kind: BlobKind, n: u8, bytes: &[u8]) -> Item {
    Item::Put {
        kind,
        name: Name([n; 16]),
        bytes: bytes.to_vec(),
    }
}

pub fn record(n: u8, bytes: &[u8]) -> Item {
    put(BlobKind::Record, n, bytes)
}

pub fn delete(n: u8) -> Item {
    Item::Delete {
        name: Name([n; 16]),
    }
}

pub fn restore(n: u8) -> Item {
    Item::Restore {
        name: Name([n; 16]),
    }
}

/// The log's key.
pub fn log_key() -> SignerKey {
    SignerKey::from_seed("buffer.example/log", KeyKind::Note, &[201; 32]).expect("a key")
}

/// A witness's key.
pub fn witness(n: u8) -> SignerKey {
    let name = format!("witness{n}.example");
    SignerKey::from_seed(&name, KeyKind::Cosignature, &[n; 32]).expect("a key")
}

/// The key that may add log entries.
pub fn submitter() -> SigningKey {
    key(202)
}

/// An invented log entry by [`submitter`], of a type whose body is sealed.
pub fn entry(n: u8) -> Vec<u8> {
    let entry = Entry {
        kind: EntryType::DemandNotice,
        time: NOW,
        author: signing::sha256(&public(&submitter()).0).0,
        commit: [n; 32],
        public: vec![n],
    };
    entry.encode().expect("encodes")
}

/// A body that lies in the open, and what an entry says of it.
pub fn open_body(words: &[u8]) -> (Vec<u8>, [u8; 32]) {
    let key = [7; 32];
    ([&key, words].concat(), ugnay_log::commit(&key, words))
}

/// A submission as it goes over the wire.
pub fn submission(key: &SigningKey, entry: Vec<u8>, body: Vec<u8>) -> Vec<u8> {
    let submitter = public(key);
    let bytes = LogSubmit {
        submitter,
        entry,
        body,
    }
    .encode()
    .expect("encodes");
    let signature = sign(
        key,
        &signing::to_sign(SignatureLabel::LogSubmit, &bytes, &FED),
    );
    ugnay_wire::message::Signed::join(&bytes, &signature)
}
