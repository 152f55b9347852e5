//! The machine's state as bytes, for encrypted storage on the custodian's device. One encoding; refuses anything else.

use super::{BTreeMap, BTreeSet, DecisionKind, Hash32, RequestId, Rules, Stage, State, Terms};
use crate::ReleaseError;
use crate::object::{ascending, rule};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

const VERSION: u8 = 1;
const MAX_PARTIES: usize = 255;
const MAX_BATCHES: usize = 65_536;

impl State {
    /// The state as bytes.
    ///
    /// # Errors
    /// When there are more batches than can be written (65,536).
    pub fn to_bytes(&self) -> Result<Vec<u8>, ReleaseError> {
        let mut w = Writer::default();
        w.u8(VERSION);
        [self.rules.me, self.rules.k, self.rules.veto]
            .into_iter()
            .for_each(|b| w.u8(b));
        w.i64(self.rules.cool_off);
        w.i64(self.rules.fast_cool_off);
        w.flag(self.terms.is_some());
        if let Some(terms) = &self.terms {
            w.raw(&terms.request.0);
            [terms.start, terms.expires, terms.until]
                .into_iter()
                .for_each(|t| w.i64(t));
        }
        w.flag(self.mine.is_some());
        if let Some((kind, cids)) = &self.mine {
            w.u8(*kind as u8);
            w.raw(&cids.0);
        }
        w.count(self.told.len(), MAX_PARTIES, "decisions")?;
        for (x, (index, kind, cids)) in &self.told {
            w.u8(*x);
            w.u64(*index);
            w.u8(*kind as u8);
            w.raw(&cids.0);
        }
        w.count(self.objected.len(), MAX_PARTIES, "objections")?;
        self.objected.iter().for_each(|x| w.u8(*x));
        w.flag(self.closed);
        w.u64(self.size);
        w.raw(&self.root.0);
        w.i64(self.vouched);
        w.i64(self.clock);
        w.count(self.batches.len(), MAX_BATCHES, "batches")?;
        for (cids, stage) in &self.batches {
            w.raw(&cids.0);
            let (byte, sealed) = match stage {
                Stage::Wanted => (0, Hash32([0; 32])),
                Stage::Sealed(hash) => (1, *hash),
                Stage::Logged(hash) => (2, *hash),
                Stage::HandedOver(hash) => (3, *hash),
            };
            w.u8(byte);
            w.raw(&sealed.0);
        }
        w.flag(self.forgotten);
        Ok(w.finish())
    }

    /// Reads [`State::to_bytes`].
    ///
    /// # Errors
    /// When the bytes are not such a state.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReleaseError> {
        let mut r = Reader::new(bytes);
        rule(r.u8("version")? == VERSION, "unknown state version")?;
        let [me, k, veto] = r.array::<3>("rules")?;
        let rules = Rules {
            me,
            k,
            veto,
            cool_off: r.i64("cool-off")?,
            fast_cool_off: r.i64("cool-off")?,
        };
        let terms = if r.flag("terms")? {
            let request = RequestId(r.array("request")?);
            Some(Terms {
                request,
                start: r.i64("start")?,
                expires: r.i64("expires")?,
                until: r.i64("until")?,
            })
        } else {
            None
        };
        let mine = if r.flag("decision")? {
            Some((kind(&mut r)?, Hash32(r.array("compartments")?)))
        } else {
            None
        };
        let told = told(&mut r)?;
        let count = r.count(MAX_PARTIES, 1, "objections")?;
        let objected = r.take(count, "objections")?.to_vec();
        ascending(&objected, "objections in order")?;
        let closed = r.flag("closed")?;
        let (size, root) = (r.u64("size")?, Hash32(r.array("root")?));
        let (vouched, clock) = (r.i64("vouched")?, r.i64("clock")?);
        let batches = batches(&mut r)?;
        let forgotten = r.flag("forgotten")?;
        r.end()?;
        let objected: BTreeSet<u8> = objected.into_iter().collect();
        Ok(Self {
            rules,
            terms,
            mine,
            told,
            objected,
            closed,
            size,
            root,
            vouched,
            clock,
            batches,
            forgotten,
        })
    }
}

type Told = BTreeMap<u8, (u64, DecisionKind, Hash32)>;

fn told(r: &mut Reader<'_>) -> Result<Told, ReleaseError> {
    let mut list = Vec::new();
    for _ in 0..r.count(MAX_PARTIES, 42, "decisions")? {
        list.push((
            r.u8("x")?,
            (r.u64("index")?, kind(r)?, Hash32(r.array("compartments")?)),
        ));
    }
    let xs: Vec<u8> = list.iter().map(|(x, _)| *x).collect();
    ascending(&xs, "decisions in order")?;
    Ok(list.into_iter().collect())
}

fn batches(r: &mut Reader<'_>) -> Result<BTreeMap<Hash32, Stage>, ReleaseError> {
    let mut list = Vec::new();
    for _ in 0..r.count(MAX_BATCHES, 65, "batches")? {
        let cids = Hash32(r.array("compartments")?);
        let (byte, sealed) = (r.u8("stage")?, Hash32(r.array("sealed")?));
        let stage = match byte {
            0 if sealed == Hash32([0; 32]) => Stage::Wanted,
            1 => Stage::Sealed(sealed),
            2 => Stage::Logged(sealed),
            3 => Stage::HandedOver(sealed),
            _ => return Err(ReleaseError::Rule("unknown stage")),
        };
        list.push((cids, stage));
    }
    let names: Vec<Hash32> = list.iter().map(|(cids, _)| *cids).collect();
    ascending(&names, "batches in order")?;
    Ok(list.into_iter().collect())
}

fn kind(r: &mut Reader<'_>) -> Result<DecisionKind, ReleaseError> {
    let kinds = [
        DecisionKind::Approve,
        DecisionKind::Object,
        DecisionKind::Refuse,
    ];
    let byte = r.u8("decision")?;
    kinds
        .into_iter()
        .find(|k| *k as u8 == byte)
        .ok_or(ReleaseError::Rule("unknown decision"))
}
