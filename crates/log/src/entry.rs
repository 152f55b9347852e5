//! The log entry of the protocol (§7.2): a type, a time, an author, a commitment to a body kept elsewhere, and few public fields.
//! The body can be erased without breaking the log; this crate never sees one except to commit to it.

use crate::{Hash, LogError, leaf_hash};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Length of the random key of a commitment.
pub const COMMIT_KEY_LEN: usize = 32;
/// Longest public fields of an entry, in bytes; keeps any entry far below tlog-tiles' 65,535.
pub const MAX_PUBLIC_LEN: usize = 4096;
/// Type 1, time 8, author 32, commitment 32, length of the public fields 2.
const HEADER_LEN: usize = 75;

macro_rules! entry_types {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $text:literal;)*) => {
        /// The registry of entry types. Numbers are for ever.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum EntryType { $($(#[$doc])* $name = $number,)* }

        impl EntryType {
            /// Every type, in number order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name, also used in signature labels.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            fn from_byte(byte: u8) -> Result<Self, LogError> {
                match byte {
                    $($number => Ok(Self::$name),)*
                    value => Err(LogError::Unknown { what: "entry type", value }),
                }
            }
        }
    };
}

entry_types! {
    /// The federation's first object.
    Genesis = 1, "genesis";
    /// A new policy.
    Policy = 2, "policy";
    /// A new roster of custodians.
    Roster = 3, "roster";
    /// A desk's card.
    LguCard = 4, "lgu-card";
    /// An edge campaign.
    Campaign = 5, "campaign";
    /// A release request.
    Request = 6, "request";
    /// A custodian approves.
    Approve = 7, "approve";
    /// A custodian objects (counts against release).
    Object = 8, "object";
    /// A custodian refuses to take part.
    Refuse = 9, "refuse";
    /// A custodian's sealed share leaves it.
    ShareRelease = 10, "share-release";
    /// Root over a custodian's receipts.
    ReceiptRoot = 11, "receipt-root";
    /// Shares handed from one organisation to its successor.
    CustodyTransfer = 12, "custody-transfer";
    /// An epoch retired.
    Retire = 13, "retire";
    /// A grant ended.
    GrantClose = 14, "grant-close";
    /// An authority demanded data.
    DemandNotice = 15, "demand-notice";
    /// A custodian's dated statement.
    Statement = 16, "statement";
    /// Root over all registers' heads.
    HeadsRoot = 17, "heads-root";
    /// A release of the app.
    AppRelease = 18, "app-release";
    /// A drill on synthetic data.
    Drill = 19, "drill";
    /// A desk attests that it deleted what it got.
    DeletionAttestation = 20, "deletion-attestation";
    /// After-action review.
    Review = 21, "review";
    /// Custodians revoke a device of a register.
    DeviceRevoke = 22, "device-revoke";
    /// A register says that one of its epochs was ended.
    EpochEnd = 23, "epoch-end";
}

impl EntryType {
    /// Whether the bodies of such entries lie beside the log as they are, `key 32 ‖ signed object`: anybody can hold them
    /// against the entry. A request's and a demand's are sealed; a root has none.
    #[must_use]
    pub const fn lies_open(self) -> bool {
        !matches!(
            self,
            Self::Request | Self::DemandNotice | Self::HeadsRoot | Self::ReceiptRoot | Self::Drill
        )
    }
}

/// One entry: `type u8 ‖ time i64 ‖ author key hash 32 ‖ commit 32 ‖ u16 len ‖ public`, big-endian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryType,
    /// The author's time, Unix seconds. Witness time is what counts; see [`crate::Quorum`].
    pub time: i64,
    /// SHA-256 of the author's public signing key.
    pub author: Hash,
    /// [`commit`] of the body.
    pub commit: Hash,
    /// Public fields, defined per type by the crate that writes them.
    pub public: Vec<u8>,
}

impl Entry {
    /// The entry's only encoding.
    ///
    /// # Errors
    /// [`LogError::TooLarge`] when the public fields exceed [`MAX_PUBLIC_LEN`]; [`LogError::Malformed`] for a negative time.
    pub fn encode(&self) -> Result<Vec<u8>, LogError> {
        let len =
            u16::try_from(self.public.len()).map_err(|_| LogError::TooLarge("public fields"))?;
        if self.public.len() > MAX_PUBLIC_LEN {
            return Err(LogError::TooLarge("public fields"));
        }
        if self.time < 0 {
            return Err(LogError::Malformed("entry time"));
        }
        let mut out = Vec::with_capacity(HEADER_LEN.saturating_add(self.public.len()));
        out.push(self.kind as u8);
        out.extend_from_slice(&self.time.to_be_bytes());
        out.extend_from_slice(&self.author);
        out.extend_from_slice(&self.commit);
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(&self.public);
        Ok(out)
    }

    /// Reads an entry; nothing may follow it.
    ///
    /// # Errors
    /// [`LogError::Malformed`], [`LogError::TooLarge`], [`LogError::Unknown`].
    pub fn decode(bytes: &[u8]) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("log entry");
        if bytes.len() > HEADER_LEN.saturating_add(MAX_PUBLIC_LEN) {
            return Err(LogError::TooLarge("log entry"));
        }
        let (kind, rest) = bytes.split_first().ok_or(BAD)?;
        let (time, rest) = rest.split_first_chunk::<8>().ok_or(BAD)?;
        let (author, rest) = rest.split_first_chunk::<32>().ok_or(BAD)?;
        let (commit, rest) = rest.split_first_chunk::<32>().ok_or(BAD)?;
        let (len, public) = rest.split_first_chunk::<2>().ok_or(BAD)?;
        let time = i64::from_be_bytes(*time);
        if public.len() != usize::from(u16::from_be_bytes(*len)) || time < 0 {
            return Err(BAD);
        }
        Ok(Self {
            kind: EntryType::from_byte(*kind)?,
            time,
            author: *author,
            commit: *commit,
            public: public.to_vec(),
        })
    }

    /// Whether these bytes, `key 32 ‖ object`, are the body this entry commits to. Of a sealed body only who can open it
    /// can ask.
    #[must_use]
    pub fn commits_to(&self, body: &[u8]) -> bool {
        body.split_first_chunk::<COMMIT_KEY_LEN>()
            .is_some_and(|(key, object)| verify_commit(key, object, &self.commit))
    }

    /// RFC 6962 leaf hash of the encoding.
    ///
    /// # Errors
    /// As [`Entry::encode`].
    pub fn leaf_hash(&self) -> Result<Hash, LogError> {
        Ok(leaf_hash(&self.encode()?))
    }
}

/// `HMAC-SHA256(key, "ugnay/v1/log-commit\0" ‖ body)`: hiding while the key is secret, binding once it is shown.
#[must_use]
pub fn commit(key: &[u8; COMMIT_KEY_LEN], body: &[u8]) -> Hash {
    mac(key, body).finalize().into_bytes().into()
}

/// Whether `commitment` is to this body under this key; constant time.
#[must_use]
pub fn verify_commit(key: &[u8; COMMIT_KEY_LEN], body: &[u8], commitment: &Hash) -> bool {
    mac(key, body).verify_slice(commitment).is_ok()
}

fn mac(key: &[u8; COMMIT_KEY_LEN], body: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new(&hmac_key(key));
    mac.update(b"ugnay/v1/log-commit\0");
    mac.update(body);
    mac
}

/// HMAC's block-size key: zero-padded to 64 bytes, as RFC 2104 does with shorter keys.
fn hmac_key(key: &[u8; COMMIT_KEY_LEN]) -> hmac::digest::Key<Hmac<Sha256>> {
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    block
}

#[cfg(test)]
mod tests;
