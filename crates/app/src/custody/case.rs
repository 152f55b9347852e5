//! One request as a custodian follows it, and how that is written down. What the log shows of it (its entry, who
//! cosigned, the desk's card) is not written twice: it comes from the mirror.

use super::codec::{Reader, Writer, bad, damaged};
use super::store::CASES;
use crate::dto::AppError;
use ugnay_log::{Entry, Quorum};
use ugnay_release::machine::Phase;
use ugnay_release::{Check, DecisionKind, LguCard, Reason, Request, RequestId, Signed, State};
use ugnay_seal::share_release::MAX_SHARES;
use ugnay_seal::{Cid, EpochId, Hash32, SealPublic, sha256};
use ugnay_vault::Changes;
use ugnay_wire::limits::{MAX_LOG_BODY, MAX_LOG_ENTRY};

const MAX_MINE: usize = 64;
const MAX_BATCHES: usize = 4096;
const MAX_SEALED: usize = 16 << 20;

/// What goes to the log for this custodian: made once, sent until it stands there.
#[derive(Clone, PartialEq, Eq)]
pub struct Pending {
    /// The entry's bytes.
    pub entry: Vec<u8>,
    /// Its body.
    pub body: Vec<u8>,
}

/// A decision of this custodian as it was signed.
#[derive(Clone)]
pub struct Mine {
    /// What.
    pub kind: DecisionKind,
    /// On which compartments; zeros unless approving.
    pub cids: Hash32,
    /// The compartments an approval is about: shares are sealed of exactly these, whatever came since.
    pub scope: Vec<(EpochId, Cid)>,
    /// Why.
    pub reason: Reason,
    /// More words.
    pub text: String,
    /// When, by this device's clock.
    pub time: i64,
    /// As it goes to the log.
    pub(super) pending: Pending,
}

/// Shares sealed to the desk, on their way.
#[derive(Clone)]
pub(super) struct Sealed {
    /// The sealed bytes; empty once they were forgotten.
    pub bytes: Vec<u8>,
    /// SHA-256 of the sealed bytes.
    pub hash: Hash32,
    /// The notice as it goes to the log.
    pub notice: Pending,
    /// When they were handed over.
    pub handed: Option<i64>,
}

/// One request as this custodian follows it.
pub struct Case {
    /// The request as signed.
    pub request: Signed<Request>,
    /// The desk's card.
    pub card: LguCard,
    /// Index of the request's entry in the log.
    pub index: u64,
    /// Its entry.
    pub entry: Entry,
    /// Who cosigned the checkpoint it was first seen in.
    pub quorum: Quorum,
    /// Every check with its outcome, as last run.
    pub checks: Vec<Check>,
    /// What this custodian decided, oldest first; the last one stands.
    pub mine: Vec<Mine>,
    pub(super) state: State,
    pub(super) sealed: Vec<Sealed>,
    /// The key shares go to, once it is known: for a restore it is fetched and checked against the request.
    pub(super) recipient: Option<SealPublic>,
    /// Changed since it was last written.
    pub(super) dirty: bool,
}

impl Case {
    /// The request's id.
    #[must_use]
    pub fn id(&self) -> RequestId {
        Request::id(&self.request)
    }

    /// Where it stands here.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.state.phase()
    }

    /// The machine's state, for a screen.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// When sealed shares were handed over, once for each register-epoch released.
    pub fn handed_over(&self) -> impl Iterator<Item = i64> {
        self.sealed.iter().filter_map(|s| s.handed)
    }

    pub(super) fn put(&self, changes: &mut Changes) -> Result<(), AppError> {
        changes.put(CASES, &self.id().0, self.to_bytes()?);
        Ok(())
    }

    fn to_bytes(&self) -> Result<Vec<u8>, AppError> {
        let mut w = Writer::default();
        w.u8(1);
        w.u64(self.index);
        put(&mut w, &self.request.to_bytes(), MAX_LOG_BODY)?;
        put(&mut w, &self.state.to_bytes()?, MAX_SEALED)?;
        w.count(self.mine.len(), MAX_MINE, "decisions")
            .map_err(bad)?;
        for m in &self.mine {
            w.u8(m.kind as u8);
            w.raw(&m.cids.0);
            w.count(m.scope.len(), MAX_SHARES, "compartments")
                .map_err(bad)?;
            for (epoch, cid) in &m.scope {
                w.raw(&epoch.0);
                w.raw(&cid.0);
            }
            w.u8(m.reason as u8);
            put(&mut w, m.text.as_bytes(), 4096)?;
            w.i64(m.time);
            put_pending(&mut w, &m.pending)?;
        }
        w.count(self.sealed.len(), MAX_BATCHES, "sealed")
            .map_err(bad)?;
        for s in &self.sealed {
            put(&mut w, &s.bytes, MAX_SEALED)?;
            w.raw(&s.hash.0);
            put_pending(&mut w, &s.notice)?;
            w.i64(s.handed.unwrap_or(0));
        }
        Ok(w.finish())
    }
}

fn put(w: &mut Writer, bytes: &[u8], max: usize) -> Result<(), AppError> {
    w.bytes(bytes, max, "record").map_err(bad)
}

fn put_pending(w: &mut Writer, p: &Pending) -> Result<(), AppError> {
    put(w, &p.entry, MAX_LOG_ENTRY)?;
    put(w, &p.body, MAX_LOG_BODY)
}

/// A case as it was written, without what the mirror adds.
pub(super) struct Written {
    pub index: u64,
    pub request: Signed<Request>,
    pub state: State,
    pub mine: Vec<Mine>,
    pub sealed: Vec<Sealed>,
}

impl Written {
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        let mut r = Reader::new(bytes);
        if r.u8("version").map_err(bad)? != 1 {
            return Err(damaged("case"));
        }
        let index = r.u64("index").map_err(bad)?;
        let request = Signed::from_bytes(&r.bytes(MAX_LOG_BODY, "request").map_err(bad)?)?;
        let state = State::from_bytes(&r.bytes(MAX_SEALED, "state").map_err(bad)?)?;
        let mut mine = Vec::new();
        for _ in 0..r.count(MAX_MINE, 40, "decisions").map_err(bad)? {
            mine.push(read_mine(&mut r)?);
        }
        let mut sealed = Vec::new();
        for _ in 0..r.count(MAX_BATCHES, 40, "sealed").map_err(bad)? {
            sealed.push(read_sealed(&mut r)?);
        }
        r.end().map_err(bad)?;
        Ok(Self {
            index,
            request,
            state,
            mine,
            sealed,
        })
    }
}

fn read_mine(r: &mut Reader<'_>) -> Result<Mine, AppError> {
    let kind = match r.u8("kind").map_err(bad)? {
        k if k == DecisionKind::Approve as u8 => DecisionKind::Approve,
        k if k == DecisionKind::Object as u8 => DecisionKind::Object,
        k if k == DecisionKind::Refuse as u8 => DecisionKind::Refuse,
        _ => return Err(damaged("decision")),
    };
    let cids = Hash32(r.array("compartments").map_err(bad)?);
    let mut scope = Vec::new();
    for _ in 0..r.count(MAX_SHARES, 32, "compartments").map_err(bad)? {
        let epoch = EpochId(r.array("epoch").map_err(bad)?);
        scope.push((epoch, Cid(r.array("compartment").map_err(bad)?)));
    }
    Ok(Mine {
        kind,
        cids,
        scope,
        reason: Reason::from_byte(r.u8("reason").map_err(bad)?)?,
        text: String::from_utf8(r.bytes(4096, "text").map_err(bad)?)
            .map_err(|_| damaged("decision"))?,
        time: r.i64("time").map_err(bad)?,
        pending: read_pending(r)?,
    })
}

fn read_sealed(r: &mut Reader<'_>) -> Result<Sealed, AppError> {
    let bytes = r.bytes(MAX_SEALED, "sealed").map_err(bad)?;
    let hash = Hash32(r.array("hash").map_err(bad)?);
    if !bytes.is_empty() && sha256(&bytes) != hash {
        return Err(damaged("sealed shares"));
    }
    Ok(Sealed {
        bytes,
        hash,
        notice: read_pending(r)?,
        handed: Some(r.i64("handed").map_err(bad)?).filter(|t| *t != 0),
    })
}

fn read_pending(r: &mut Reader<'_>) -> Result<Pending, AppError> {
    Ok(Pending {
        entry: r.bytes(MAX_LOG_ENTRY, "entry").map_err(bad)?,
        body: r.bytes(MAX_LOG_BODY, "body").map_err(bad)?,
    })
}
