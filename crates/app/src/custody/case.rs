//! One request as a custodian follows it, and how that is written down. What the log shows of it (its entry, who
//! cosigned, the desk's card) is not written twice: it comes from the mirror.

use super::codec::{Reader, Writer, bad, damaged};
use super::store::CASES;
use crate::dto::AppError;
use crate::federation::View;
use crate::federation::view::Seen;
use ugnay_log::{Entry, Quorum};
use ugnay_release::checks::PastRequest;
use ugnay_release::logged::PublicRequest;
use ugnay_release::machine::{End, Phase};
use ugnay_release::{Check, DecisionKind, LguCard, Reason, Request, RequestId, Signed, State};
use ugnay_seal::share_release::MAX_SHARES;
use ugnay_seal::{Cid, EpochId, Hash32, SealPublic, sha256};
use ugnay_vault::Changes;
use ugnay_wire::limits::{MAX_LOG_BODY, MAX_LOG_ENTRY};

const MAX_MINE: usize = 64;
const MAX_BATCHES: usize = 4096;
const MAX_SEALED: usize = 16 << 20;
const MAX_KEY: usize = 4096;

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
    /// The request as signed; nothing as long as its body was not shown to this custodian.
    pub request: Option<Signed<Request>>,
    /// What everybody sees of it.
    pub public: PublicRequest,
    /// The card it names. Of a request that was not shown, or names a card that is not known: a card of the desk on which the
    /// entry's author stands, or one with nothing on it.
    pub card: LguCard,
    /// Index of the request's entry in the log.
    pub index: u64,
    /// Its entry.
    pub entry: Entry,
    /// Who cosigned a checkpoint it was seen in, each at the earliest time.
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
    /// A request as the log shows it, with the machine's state.
    ///
    /// # Errors
    /// When the entry is none of a request.
    pub(super) fn new(
        view: &View,
        seen: &Seen,
        request: Option<Signed<Request>>,
        state: State,
    ) -> Result<Self, AppError> {
        let public = PublicRequest::parse(&seen.entry.public)?;
        Ok(Self {
            card: desk_card(view, seen, &public, request.as_ref()),
            index: seen.index,
            entry: seen.entry.clone(),
            quorum: seen.quorum.clone(),
            checks: Vec::new(),
            request,
            public,
            state,
            mine: Vec::new(),
            sealed: Vec::new(),
            recipient: None,
            dirty: true,
        })
    }

    /// The request's id.
    #[must_use]
    pub fn id(&self) -> RequestId {
        self.public.request
    }

    /// What it asks for, if it was shown.
    #[must_use]
    pub fn body(&self) -> Option<&Request> {
        self.request.as_ref().map(Signed::body)
    }

    /// Where it stands here. The machine knows no end of a request that was never right; its public times do.
    #[must_use]
    pub fn phase(&self) -> Phase {
        let bare = self.state.terms().is_none();
        let over = self.state.vouched() >= self.public.expires.min(self.public.until);
        match self.state.phase() {
            Phase::Unchecked | Phase::Declined if bare && over => Phase::Ended(End::Expired),
            phase => phase,
        }
    }

    /// Puts what the log shows of it in place: which entry it is, and the desk's card.
    pub(super) fn set(&mut self, view: &View, seen: &Seen, request: Option<Signed<Request>>) {
        self.card = desk_card(view, seen, &self.public, request.as_ref());
        self.index = seen.index;
        self.entry = seen.entry.clone();
        self.quorum = seen.quorum.clone();
        self.request = request;
    }

    /// How it counts among a desk's requests. One that was not shown counts for its desk only if an officer of that desk logged
    /// it: else anybody could use up what a desk may ask for.
    pub(super) fn past(&self, view: &View) -> Option<PastRequest> {
        let areas = self.body().map(|b| b.areas.clone());
        let counts = areas.is_some()
            || view
                .federation
                .is_officer(&self.public.lgu, &self.entry.author);
        counts.then(|| PastRequest {
            request: self.id(),
            lgu: areas.as_ref().map_or(self.public.lgu, |_| self.card.lgu),
            time: self.quorum.reached_at().unwrap_or(self.public.from),
            unseen: areas.as_ref().map_or(self.public.areas, |_| 0),
            areas: areas.unwrap_or_default(),
        })
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
        w.u8(2);
        w.u64(self.index);
        let request = self.request.as_ref().map(Signed::to_bytes);
        put(&mut w, &request.unwrap_or_default(), MAX_LOG_BODY)?;
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
        let recipient = self.recipient.as_ref().map(SealPublic::to_bytes);
        put(&mut w, &recipient.unwrap_or_default(), MAX_KEY)?;
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

/// The card a request is judged by, or the desk is named by while the request was not shown.
fn desk_card(
    view: &View,
    seen: &Seen,
    public: &PublicRequest,
    request: Option<&Signed<Request>>,
) -> LguCard {
    let named = request.and_then(|r| view.federation.card(&r.body().card));
    let its_own = |card: &&LguCard| {
        let by = |o: &ugnay_release::Officer| sha256(&o.sign).0 == seen.entry.author;
        card.lgu == public.lgu && card.officers.iter().any(by)
    };
    let cards = || view.federation.cards().map(|known| known.card.body());
    let card = named.map(|known| known.card.body());
    let nothing = LguCard {
        lgu: public.lgu,
        name: String::new(),
        areas: Vec::new(),
        officers: Vec::new(),
        not_before: 0,
        expires: 0,
    };
    card.or_else(|| cards().find(its_own))
        .cloned()
        .unwrap_or(nothing)
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
    /// Nothing for one that was not shown.
    pub request: Option<Signed<Request>>,
    pub state: State,
    pub mine: Vec<Mine>,
    pub sealed: Vec<Sealed>,
    pub recipient: Option<SealPublic>,
}

impl Written {
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        let mut r = Reader::new(bytes);
        // The first version always has a request, and no recipient.
        let version = r.u8("version").map_err(bad)?;
        if !matches!(version, 1 | 2) {
            return Err(damaged("case"));
        }
        let index = r.u64("index").map_err(bad)?;
        let request = match r.bytes(MAX_LOG_BODY, "request").map_err(bad)? {
            none if none.is_empty() => None,
            bytes => Some(Signed::from_bytes(&bytes)?),
        };
        let state = State::from_bytes(&r.bytes(MAX_SEALED, "state").map_err(bad)?)?;
        let mut mine = Vec::new();
        for _ in 0..r.count(MAX_MINE, 40, "decisions").map_err(bad)? {
            mine.push(read_mine(&mut r)?);
        }
        let recipient = match version {
            1 => Vec::new(),
            _ => r.bytes(MAX_KEY, "recipient").map_err(bad)?,
        };
        let recipient = match recipient.is_empty() {
            true => None,
            false => Some(SealPublic::from_bytes(&recipient)?),
        };
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
            recipient,
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
