//! How an object stands in the log: a public entry with few fields, and a body `key32 ‖ signed object` that custodians keep.
//! Owns which fields are public; they never name a barangay or a person.

use crate::decision::ShareReleaseNotice;
use crate::object::Object;
use crate::{
    Campaign, Closing, DemandNotice, LguCard, ReleaseError, Request, RequestId, Signed, Statement,
};
use rand_core::CryptoRng;
use ugnay_log::{COMMIT_KEY_LEN, Entry, commit};
use ugnay_seal::{VerifyingId, sha256};

mod word;

pub use word::Word;

/// What a request shows in public: who asks, for what, how much, how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicRequest {
    /// The request's id.
    pub request: RequestId,
    /// The desk.
    pub lgu: [u8; 16],
    /// Purpose byte.
    pub purpose: u8,
    /// The destination as in the request, 0 for a restore.
    pub destination: u16,
    /// How many barangays.
    pub areas: u16,
    /// Start of the grant.
    pub from: i64,
    /// End of the grant.
    pub until: i64,
    /// End of the time for decisions.
    pub expires: i64,
}

impl PublicRequest {
    /// Length of [`Self::to_bytes`].
    const LEN: usize = 77;

    /// The public fields of a request by this desk.
    #[must_use]
    pub fn of(signed: &Signed<Request>, card: &LguCard) -> Self {
        let request = signed.body();
        Self {
            request: Request::id(signed),
            lgu: card.lgu,
            purpose: request.purpose as u8,
            destination: request.destination,
            areas: u16::try_from(request.areas.len()).unwrap_or(u16::MAX),
            from: request.from,
            until: request.until,
            expires: request.expires,
        }
    }

    /// Their bytes: id 32, desk 16, purpose 1, destination 2, count 2, three times 8.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = [&self.request.0[..], &self.lgu, &[self.purpose]].concat();
        out.extend_from_slice(&self.destination.to_be_bytes());
        out.extend_from_slice(&self.areas.to_be_bytes());
        for time in [self.from, self.until, self.expires] {
            out.extend_from_slice(&time.to_be_bytes());
        }
        out
    }

    /// Reads the public fields of a request entry.
    ///
    /// # Errors
    /// When the length is another or the purpose is unknown.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReleaseError> {
        let mut r = ugnay_wire::reader::Reader::new(bytes);
        let fields = Self {
            request: RequestId(r.array("request")?),
            lgu: r.array("desk")?,
            purpose: crate::Purpose::from_byte(r.u8("purpose")?)? as u8,
            destination: r.u16("destination")?,
            areas: r.u16("areas")?,
            from: r.i64("from")?,
            until: r.i64("until")?,
            expires: r.i64("expires")?,
        };
        r.end()?;
        debug_assert!(bytes.len() == Self::LEN, "the reader took every byte");
        Ok(fields)
    }
}

/// The public fields of a share notice: request id, roster index, hash of the sealed shares.
#[must_use]
pub fn public_of_notice(notice: &ShareReleaseNotice) -> Vec<u8> {
    [&notice.request.0[..], &[notice.x], &notice.sealed.0].concat()
}

/// The public fields of a closing: request id.
#[must_use]
pub fn public_of_closing(closing: &Closing) -> Vec<u8> {
    closing.request.0.to_vec()
}

/// The public fields of a campaign: hash, destination, opening and closing time.
#[must_use]
pub fn public_of_campaign(signed: &Signed<Campaign>) -> Vec<u8> {
    let c = signed.body();
    [
        &signed.hash().0[..],
        &c.destination.to_be_bytes(),
        &c.opens.to_be_bytes(),
        &c.closes.to_be_bytes(),
    ]
    .concat()
}

/// The public fields of genesis, policy, roster and desk card: their hash.
#[must_use]
pub fn public_of_object<T: Object>(signed: &Signed<T>) -> Vec<u8> {
    signed.hash().0.to_vec()
}

/// The public fields of a demand: codes, never a date, a place or a text ([`crate::PublicDemand`]).
#[must_use]
pub fn public_of_demand(notice: &DemandNotice) -> Vec<u8> {
    notice.public().to_bytes()
}

/// The public fields of a statement: number, dates, counts.
#[must_use]
pub fn public_of_statement(statement: &Statement) -> Vec<u8> {
    statement.public()
}

/// An entry and the body it commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// What goes into the tree.
    pub entry: Entry,
    /// What custodians keep: `key32 ‖ signed object`.
    pub body: Vec<u8>,
}

/// Makes the entry for a signed object. `public` comes from the functions above.
pub fn submission<T: Object>(
    signed: &Signed<T>,
    public: Vec<u8>,
    author: &VerifyingId,
    time: i64,
    rng: &mut impl CryptoRng,
) -> Submission {
    let mut key = [0u8; COMMIT_KEY_LEN];
    rng.fill_bytes(&mut key);
    let object = signed.to_bytes();
    let commitment = commit(&key, &object);
    let entry = Entry {
        kind: signed.body().kind(),
        time,
        author: author.hash().0,
        commit: commitment,
        public,
    };
    Submission {
        entry,
        body: [&key[..], &object].concat(),
    }
}

/// Opens a body against its entry: commitment, type and author must agree. The object's own signatures are for the caller.
///
/// # Errors
/// [`ReleaseError::Rule`] when the body is not what the entry commits to, or the author did not sign it.
pub fn open<T: Object>(entry: &Entry, body: &[u8]) -> Result<Signed<T>, ReleaseError> {
    let (_, object) = body
        .split_first_chunk::<COMMIT_KEY_LEN>()
        .ok_or(ReleaseError::Rule("a body holds its key"))?;
    if !entry.commits_to(body) {
        return Err(ReleaseError::Rule(
            "the body is not what the entry commits to",
        ));
    }
    let signed = Signed::<T>::from_bytes(object)?;
    if signed.body().kind() != entry.kind {
        return Err(ReleaseError::Rule(
            "another type of object than the entry says",
        ));
    }
    if !signed
        .signatures()
        .iter()
        .any(|(key, _)| sha256(key).0 == entry.author)
    {
        return Err(ReleaseError::Rule(
            "the entry's author did not sign the object",
        ));
    }
    Ok(signed)
}

#[cfg(test)]
mod tests;
