//! Bodies that are published beside entries: their frame, their signatures, and the fields the page shows. An outsider's
//! reader: what is not exactly as docs/RELEASE.md says is not there.

use ed25519_dalek::{Signature, VerifyingKey};
use std::collections::BTreeSet;
use ugnay_log::{COMMIT_KEY_LEN, Entry, EntryType, verify_commit};
use ugnay_wire::reader::Reader;
use ugnay_wire::signing::sha256;

const MAX_BODY: usize = 128 * 1024;
const MAX_SIGNATURES: usize = 64;
const X_WING: usize = 1216;

/// A signed object whose signatures all hold.
pub(crate) struct Signed {
    /// The frame's fields.
    pub fields: Vec<u8>,
    /// SHA-256 of the frame: how other objects name this one.
    pub hash: [u8; 32],
    /// Who signed.
    pub signers: BTreeSet<[u8; 32]>,
}

/// Opens a body: it must be what the entry commits to, of its type, signed by its author, every signature right. A genesis
/// names its federation itself; anything else is bound to `fed`.
pub(crate) fn open(entry: &Entry, body: &[u8], fed: &[u8; 16]) -> Option<Signed> {
    let (key, object) = body.split_first_chunk::<COMMIT_KEY_LEN>()?;
    if !verify_commit(key, object, &entry.commit) {
        return None;
    }
    let mut r = Reader::new(object);
    let frame = r.bytes(MAX_BODY, "frame").ok()?;
    let fields = unframe(&frame, entry.kind as u8)?.to_vec();
    let hash = sha256(&frame).0;
    if entry.kind == EntryType::Genesis && !hash.starts_with(fed) {
        return None;
    }
    let message = [label(entry.kind).as_bytes(), &hash, fed].concat();
    let mut signers = BTreeSet::new();
    for _ in 0..r.count(MAX_SIGNATURES, 96, "signatures").ok()? {
        let (key, signature) = (r.array::<32>("key").ok()?, r.array::<64>("signature").ok()?);
        let key = VerifyingKey::from_bytes(&key).ok()?;
        key.verify_strict(&message, &Signature::from_bytes(&signature))
            .ok()?;
        signers.insert(key.to_bytes());
    }
    r.end().ok()?;
    let by_author = signers.iter().any(|k| sha256(k).0 == entry.author);
    by_author.then_some(Signed {
        fields,
        hash,
        signers,
    })
}

/// When a custodian decided, if the word in the entry's public fields behind the request's id is its own:
/// `custodian u8 ‖ time i64 ‖ signature 64`, signed together with the type of the entry and the request.
pub(crate) fn word(
    kind: EntryType,
    rest: &[u8],
    request: &[u8; 32],
    member: &Member,
    fed: &[u8; 16],
) -> Option<i64> {
    let mut r = Reader::new(rest);
    let (x, time) = (r.u8("custodian").ok()?, r.i64("time").ok()?);
    let signature = r.array::<64>("signature").ok()?;
    r.end().ok()?;
    let said = [&[kind as u8][..], request, &[x], &time.to_be_bytes()].concat();
    let message = [&b"ugnay/v1/sig/word\0"[..], &sha256(&said).0, fed].concat();
    let key = VerifyingKey::from_bytes(&member.sign).ok()?;
    let own = key.verify_strict(&message, &Signature::from_bytes(&signature));
    (own.is_ok() && x == member.x && time >= 0).then_some(time)
}

/// Attestations of deletion are signed under the label of closings; everything else under its own name.
fn label(kind: EntryType) -> String {
    let name = match kind {
        EntryType::DeletionAttestation => EntryType::GrantClose.name(),
        other => other.name(),
    };
    format!("ugnay/v1/sig/{name}\0")
}

/// The fields inside `"UGO1" ‖ type ‖ 1`.
fn unframe(frame: &[u8], kind: u8) -> Option<&[u8]> {
    frame.strip_prefix(b"UGO1")?.strip_prefix(&[kind, 1])
}

fn text(r: &mut Reader<'_>, max: usize) -> Option<String> {
    String::from_utf8(r.bytes(max, "text").ok()?).ok()
}

/// The numbers of a policy the page needs.
#[derive(Clone)]
pub(crate) struct Policy {
    pub version: u32,
    pub previous: [u8; 32],
    pub demo: bool,
    pub k: u8,
    pub veto: u8,
    pub quorum: u8,
}

pub(crate) fn policy(fields: &[u8]) -> Option<Policy> {
    let mut r = Reader::new(fields);
    let (version, previous, demo) = (
        r.u32("version").ok()?,
        r.array("previous").ok()?,
        r.flag("demo").ok()?,
    );
    let [_, k, _, veto, quorum, _] = r.array::<6>("numbers").ok()?;
    Some(Policy {
        version,
        previous,
        demo,
        k,
        veto,
        quorum,
    })
}

/// A custodian as the roster names it.
#[derive(Clone)]
pub(crate) struct Member {
    pub x: u8,
    pub name: String,
    pub jurisdiction: String,
    pub sign: [u8; 32],
    pub cosign: String,
}

/// An outside witness as the roster names it.
#[derive(Clone)]
pub(crate) struct External {
    pub name: String,
    pub jurisdiction: String,
    pub cosign: String,
}

/// A roster.
#[derive(Clone)]
pub(crate) struct Roster {
    pub version: u32,
    pub previous: [u8; 32],
    pub members: Vec<Member>,
    pub externals: Vec<External>,
}

pub(crate) fn roster(fields: &[u8]) -> Option<Roster> {
    let mut r = Reader::new(fields);
    let (version, previous) = (r.u32("version").ok()?, r.array("previous").ok()?);
    r.array::<32>("ticket key").ok()?;
    let mut members = Vec::new();
    for _ in 0..r.count(16, X_WING, "custodians").ok()? {
        let member = Member {
            x: r.u8("x").ok()?,
            name: text(&mut r, 120)?,
            jurisdiction: text(&mut r, 120)?,
            sign: r.array("key").ok()?,
            cosign: text(&mut r, 512)?,
        };
        r.take(X_WING, "X-Wing key").ok()?;
        members.push(member);
    }
    let mut externals = Vec::new();
    for _ in 0..r.count(16, 12, "witnesses").ok()? {
        externals.push(External {
            name: text(&mut r, 120)?,
            jurisdiction: text(&mut r, 120)?,
            cosign: text(&mut r, 512)?,
        });
    }
    r.end().ok()?;
    Some(Roster {
        version,
        previous,
        members,
        externals,
    })
}

/// A federation's first object.
pub(crate) struct Genesis {
    pub name: String,
    pub created: i64,
    pub policy: Policy,
    pub policy_hash: [u8; 32],
    pub roster: Roster,
    pub roster_hash: [u8; 32],
}

pub(crate) fn genesis(fields: &[u8]) -> Option<Genesis> {
    let mut r = Reader::new(fields);
    let (name, created) = (text(&mut r, 120)?, r.i64("created").ok()?);
    r.array::<32>("nonce").ok()?;
    text(&mut r, 512)?;
    let (first, second) = (
        r.bytes(MAX_BODY, "policy").ok()?,
        r.bytes(MAX_BODY, "roster").ok()?,
    );
    r.end().ok()?;
    Some(Genesis {
        name,
        created,
        policy: policy(unframe(&first, EntryType::Policy as u8)?)?,
        policy_hash: sha256(&first).0,
        roster: roster(unframe(&second, EntryType::Roster as u8)?)?,
        roster_hash: sha256(&second).0,
    })
}

/// A desk's card: its name and its officers' keys. Its areas are skipped; the page names no place at home.
pub(crate) struct Card {
    pub lgu: [u8; 16],
    pub name: String,
    pub officers: BTreeSet<[u8; 32]>,
}

pub(crate) fn card(fields: &[u8]) -> Option<Card> {
    let mut r = Reader::new(fields);
    let (lgu, name) = (r.array("desk").ok()?, text(&mut r, 120)?);
    for _ in 0..r.count(256, 4, "areas").ok()? {
        r.u32("area").ok()?;
    }
    let mut officers = BTreeSet::new();
    for _ in 0..r.count(8, X_WING, "officers").ok()? {
        officers.insert(r.array("key").ok()?);
        r.take(X_WING, "X-Wing key").ok()?;
    }
    r.i64("not before").ok()?;
    r.i64("expires").ok()?;
    r.end().ok()?;
    Some(Card {
        lgu,
        name,
        officers,
    })
}

/// The words of a statement, and what it follows.
pub(crate) struct Statement {
    pub previous: [u8; 32],
    pub public: Vec<u8>,
    pub texts: Vec<(String, String)>,
}

pub(crate) fn statement(fields: &[u8]) -> Option<Statement> {
    let mut r = Reader::new(fields);
    let head = r.take(5, "number").ok()?.to_vec();
    let previous = r.array("previous").ok()?;
    let rest = r.take(8 + 8 + 1 + 20, "dates and counts").ok()?;
    let public = [head.as_slice(), rest].concat();
    let mut texts = Vec::new();
    for _ in 0..r.count(8, 8, "languages").ok()? {
        texts.push((text(&mut r, 12)?, text(&mut r, 4000)?));
    }
    r.end().ok()?;
    Some(Statement {
        previous,
        public,
        texts,
    })
}

/// The words of a closing.
pub(crate) fn closing(fields: &[u8]) -> Option<String> {
    let mut r = Reader::new(fields);
    r.take(64, "request and document").ok()?;
    let words = text(&mut r, 2000)?;
    r.i64("time").ok()?;
    r.end().ok()?;
    Some(words)
}

/// The number of a decision's reason.
pub(crate) fn reason(fields: &[u8]) -> Option<u8> {
    let mut r = Reader::new(fields);
    r.take(32 + 32 + 1, "request, compartments, custodian")
        .ok()?;
    r.u8("reason").ok()
}
