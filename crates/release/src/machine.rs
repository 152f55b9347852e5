//! One custodian's view of one request as a pure state machine (protocol §7.5, steps 3 to 8). docs/RELEASE.md has it as a table.
//!
//! Owns when a share may leave a custodian: only on [`Action::HandOver`]. The state is a set of facts that only grow,
//! so that order, repetition and crashes do not matter; what follows from the facts is computed anew at every event.
//! Must not verify signatures or proofs: an [`Event`] states what was verified ([`crate::Mirror`], [`crate::checks`]).

use crate::decision::NOTHING;
use crate::{Check, Decision, DecisionKind, RequestId, checks};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_seal::Hash32;

mod store;

/// The policy's numbers for one custodian; times in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rules {
    /// This custodian's roster index.
    pub me: u8,
    /// Approvals needed.
    pub k: u8,
    /// Objections that stop.
    pub veto: u8,
    /// From the q-th cosignature to the earliest release.
    pub cool_off: i64,
    /// The same with k+1 approvals.
    pub fast_cool_off: i64,
}

/// The request's terms, fixed once all checks were right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Terms {
    /// The request.
    pub request: RequestId,
    /// Witness time of the q-th cosignature over its entry.
    pub start: i64,
    /// Without a grant by then (witness time) it is void.
    pub expires: i64,
    /// End of the grant (witness time).
    pub until: i64,
}

/// An entry about this request in the mirrored log; its signatures were verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A custodian decided.
    Decided {
        /// Its roster index.
        x: u8,
        /// What.
        kind: DecisionKind,
        /// On which compartments.
        cids: Hash32,
    },
    /// A custodian sealed shares for the desk.
    Shared {
        /// Its roster index.
        x: u8,
        /// Which compartments.
        cids: Hash32,
        /// SHA-256 of the sealed shares.
        sealed: Hash32,
    },
    /// The grant was closed.
    Closed,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The request was checked ([`checks::run`]); may come again with better evidence.
    Presented {
        /// Its terms.
        terms: Terms,
        /// Every row.
        checks: Vec<Check>,
    },
    /// The complete mirror reached a cosigned checkpoint. All facts of the entries up to `size` are given at once; those
    /// heard before may be among them, and so may one of an older entry whose body came late.
    Synced {
        /// Entries mirrored before.
        from: u64,
        /// Entries mirrored now.
        size: u64,
        /// Root over them.
        root: Hash32,
        /// A time that has certainly passed ([`crate::Synced::vouched`]).
        vouched: i64,
        /// Facts about this request with their indexes, in order.
        facts: Vec<(u64, Fact)>,
    },
    /// The person in charge decided. `cids` is zeros unless approving.
    Decide {
        /// What.
        kind: DecisionKind,
        /// On which compartments.
        cids: Hash32,
    },
    /// A correctly signed objection arrived outside the log; a server cannot silence it by not logging it.
    ObjectionReceived {
        /// The objecting custodian.
        x: u8,
    },
    /// Shares of these compartments were sealed to the desk and stored.
    Sealed {
        /// Which compartments.
        cids: Hash32,
        /// SHA-256 of the sealed shares.
        sealed: Hash32,
    },
    /// A new register-epoch in scope appeared while the grant stands.
    NewEpoch {
        /// [`crate::cids_hash`] of its compartments in scope.
        cids: Hash32,
    },
    /// This device's clock, Unix seconds.
    Clock {
        /// Now.
        now: i64,
    },
    /// The app started again: repeat what may have been lost.
    Resume,
}

/// What to do now. Every action may be repeated; doing it twice does no harm.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Show the rows and ask the person in charge.
    Ask,
    /// Sign this decision and send it to the log.
    LogDecision {
        /// What.
        kind: DecisionKind,
        /// On which compartments.
        cids: Hash32,
    },
    /// Seal the shares of these compartments to the desk's pinned key, store them, and report [`Event::Sealed`].
    Seal {
        /// Which compartments.
        cids: Hash32,
        /// Approvals relied on, as (x, index): see [`crate::decision::approve_set_hash`].
        approvals: Vec<(u8, u64)>,
        /// Root of the log judged by.
        root: Hash32,
    },
    /// Sign the notice of these sealed shares and send it to the log.
    LogNotice {
        /// Which compartments.
        cids: Hash32,
        /// SHA-256 of the sealed shares.
        sealed: Hash32,
    },
    /// Give the sealed shares with this hash to the desk.
    HandOver {
        /// Which compartments.
        cids: Hash32,
        /// SHA-256 of the sealed shares.
        sealed: Hash32,
    },
    /// The entries given do not follow those known: sync again from this size.
    SyncFrom {
        /// Entries known.
        size: u64,
    },
    /// It is over: delete sealed shares not handed over.
    Forget,
}

/// Why it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// Enough custodians objected.
    Vetoed,
    /// The grant was closed.
    Closed,
    /// The time is over.
    Expired,
}

/// Where it stands, for a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// No request with all checks right.
    Unchecked,
    /// The person in charge has to decide.
    Undecided,
    /// Approved here; others, the log or the cool-off are awaited.
    Waiting,
    /// Refused or objected here.
    Declined,
    /// Shares are (being) handed over.
    Granted,
    /// Over.
    Ended(End),
}

/// How far a set of sealed shares is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Stage {
    Wanted,
    Sealed(Hash32),
    Logged(Hash32),
    HandedOver(Hash32),
}

/// Everything one custodian knows about one request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State {
    rules: Rules,
    terms: Option<Terms>,
    mine: Option<(DecisionKind, Hash32)>,
    /// Latest logged decision of each custodian, with its index.
    told: BTreeMap<u8, (u64, DecisionKind, Hash32)>,
    objected: BTreeSet<u8>,
    closed: bool,
    size: u64,
    root: Hash32,
    vouched: i64,
    clock: i64,
    batches: BTreeMap<Hash32, Stage>,
    forgotten: bool,
}

impl State {
    /// Nothing known yet. `size` is how far the mirror is already; earlier entries cannot concern a new request.
    #[must_use]
    pub fn new(rules: Rules, size: u64) -> Self {
        Self {
            rules,
            terms: None,
            mine: None,
            told: BTreeMap::new(),
            objected: BTreeSet::new(),
            closed: false,
            size,
            root: Hash32([0; 32]),
            vouched: i64::MIN,
            clock: i64::MIN,
            batches: BTreeMap::new(),
            forgotten: false,
        }
    }

    /// The numbers it was made with.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The request's terms, once every check was right.
    #[must_use]
    pub fn terms(&self) -> Option<&Terms> {
        self.terms.as_ref()
    }

    /// A time that has certainly passed, by the witnesses.
    #[must_use]
    pub fn vouched(&self) -> i64 {
        self.vouched
    }

    /// This custodian's last word, with the compartments it approved.
    #[must_use]
    pub fn mine(&self) -> Option<(DecisionKind, Hash32)> {
        self.mine
    }

    /// Where it stands.
    #[must_use]
    pub fn phase(&self) -> Phase {
        let Some(terms) = &self.terms else {
            // Whoever declines need not wait for evidence: it can only hold back.
            return match self.stopped() {
                Some(end) => Phase::Ended(end),
                None if self.mine.is_some() || self.objects() => Phase::Declined,
                None => Phase::Unchecked,
            };
        };
        if let Some(end) = self.end(terms) {
            return Phase::Ended(end);
        }
        match self.mine {
            _ if self.objects() => Phase::Declined,
            None => Phase::Undecided,
            Some((DecisionKind::Approve, _)) if self.batches.is_empty() => Phase::Waiting,
            Some((DecisionKind::Approve, _)) => Phase::Granted,
            Some(_) => Phase::Declined,
        }
    }

    /// Logged approvals of exactly these compartments, as (x, index).
    #[must_use]
    pub fn approvals(&self, cids: &Hash32) -> Vec<(u8, u64)> {
        let fits = |kind: DecisionKind, of: &Hash32| {
            kind == DecisionKind::Approve && of == cids && *cids != NOTHING
        };
        self.told
            .iter()
            .filter(|(_, (_, kind, of))| fits(*kind, of))
            .map(|(x, (index, _, _))| (*x, *index))
            .collect()
    }

    /// How many entries of the log are known.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether this custodian itself objected: that stays.
    #[must_use]
    pub fn objects(&self) -> bool {
        self.objected.contains(&self.rules.me)
    }

    /// Custodians known to object.
    #[must_use]
    pub fn objections(&self) -> usize {
        self.objected.len()
    }

    /// The witness time from which a release is possible, given the approvals so far.
    #[must_use]
    pub fn earliest(&self) -> Option<i64> {
        let approvals = self.mine.map_or(0, |(_, cids)| self.approvals(&cids).len());
        let fast = approvals > usize::from(self.rules.k);
        let wait = if fast {
            self.rules.fast_cool_off
        } else {
            self.rules.cool_off
        };
        self.terms
            .as_ref()
            .map(|terms| terms.start.saturating_add(wait))
    }

    fn end(&self, terms: &Terms) -> Option<End> {
        let limit = if self.batches.is_empty() {
            terms.expires.min(terms.until)
        } else {
            terms.until
        };
        let late = self.vouched >= limit;
        self.stopped().or_else(|| late.then_some(End::Expired))
    }

    /// What ends a request whatever its terms are.
    fn stopped(&self) -> Option<End> {
        if self.objected.len() >= usize::from(self.rules.veto) {
            Some(End::Vetoed)
        } else {
            self.closed.then_some(End::Closed)
        }
    }

    /// The compartments this custodian stands ready to release, if nothing speaks against it at this moment.
    fn willing(&self) -> Option<Hash32> {
        let terms = self.terms.as_ref()?;
        let clear = self.end(terms).is_none() && !self.objects() && self.clock < terms.until;
        match self.mine {
            Some((DecisionKind::Approve, cids)) if clear => Some(cids),
            _ => None,
        }
    }

    /// Approvals, own one included, that allow sealing and handing over now. Asked again at every hand-over: an approval may
    /// have been taken back since.
    fn grant(&self) -> Option<(Hash32, Vec<(u8, u64)>)> {
        let cids = self.willing()?;
        let approvals = self.approvals(&cids);
        let enough = approvals.len() >= usize::from(self.rules.k)
            && approvals.iter().any(|(x, _)| *x == self.rules.me);
        let cooled = self.earliest().is_some_and(|at| self.vouched >= at);
        (enough && cooled).then_some((cids, approvals))
    }

    fn learn(&mut self, event: Event, out: &mut Vec<Action>) {
        match event {
            Event::Presented { terms, checks } => self.present(terms, &checks, out),
            Event::Synced {
                from,
                size,
                root,
                vouched,
                facts,
            } => {
                if from != self.size || size < from {
                    out.push(Action::SyncFrom { size: self.size });
                    return;
                }
                (self.size, self.root, self.vouched) = (size, root, self.vouched.max(vouched));
                self.hear_anew(&facts);
                facts
                    .into_iter()
                    .for_each(|(index, fact)| self.note(index, fact));
            }
            Event::Decide { kind, cids } => self.decide(kind, cids, out),
            Event::ObjectionReceived { x } => {
                self.objected.insert(x);
            }
            Event::Sealed { cids, sealed } => {
                if let Some(stage @ Stage::Wanted) = self.batches.get_mut(&cids) {
                    *stage = Stage::Sealed(sealed);
                    out.push(Action::LogNotice { cids, sealed });
                }
            }
            Event::NewEpoch { cids } => {
                if !self.batches.is_empty()
                    && self.grant().is_some()
                    && !self.batches.contains_key(&cids)
                {
                    self.batches.insert(cids, Stage::Wanted);
                    out.push(self.seal(cids));
                }
            }
            Event::Clock { now } => self.clock = now,
            Event::Resume => self.resume(out),
        }
    }

    /// Whose words are among these facts, of them is heard anew: where a body came late, an older entry can hold the newer
    /// word, and what counted in its place is no longer said.
    fn hear_anew(&mut self, facts: &[(u64, Fact)]) {
        for (_, fact) in facts {
            if let Fact::Decided { x, .. } = fact {
                self.told.remove(x);
            }
        }
    }

    fn present(&mut self, terms: Terms, rows: &[Check], out: &mut Vec<Action>) {
        if self.terms.is_some() {
            return;
        }
        if checks::all_right(rows) {
            self.terms = Some(terms);
        }
        out.push(Action::Ask);
    }

    fn decide(&mut self, kind: DecisionKind, cids: Hash32, out: &mut Vec<Action>) {
        let me = self.rules.me;
        let approving = kind == DecisionKind::Approve;
        // Without terms some row was wrong: nothing to approve, but the asker may be told why not.
        let over = self.terms.as_ref().is_none_or(|t| self.end(t).is_some());
        let late = over || self.objects() || !self.batches.is_empty();
        if (approving && (late || cids == Hash32([0; 32]))) || self.mine == Some((kind, cids)) {
            return;
        }
        if kind == DecisionKind::Object {
            self.objected.insert(me);
        }
        self.mine = Some((kind, cids));
        out.push(Action::LogDecision { kind, cids });
    }

    fn note(&mut self, index: u64, fact: Fact) {
        match fact {
            Fact::Decided { x, kind, cids } => {
                if kind == DecisionKind::Object {
                    self.objected.insert(x);
                }
                let newer = self.told.get(&x).is_none_or(|(at, _, _)| *at < index);
                if newer {
                    self.told.insert(x, (index, kind, cids));
                }
            }
            Fact::Shared { x, cids, sealed } if x == self.rules.me => {
                if let Some(stage) = self
                    .batches
                    .get_mut(&cids)
                    .filter(|s| **s == Stage::Sealed(sealed))
                {
                    *stage = Stage::Logged(sealed);
                }
            }
            Fact::Shared { .. } => {}
            Fact::Closed => self.closed = true,
        }
    }

    fn seal(&self, cids: Hash32) -> Action {
        let approved = self.mine.map_or(cids, |(_, of)| of);
        Action::Seal {
            cids,
            approvals: self.approvals(&approved),
            root: self.root,
        }
    }

    /// Says again everything that is not known to be done.
    fn resume(&self, out: &mut Vec<Action>) {
        if let Some((kind, cids)) = self.mine {
            let logged = self
                .told
                .get(&self.rules.me)
                .is_some_and(|(_, k, c)| (*k, *c) == (kind, cids));
            if !logged {
                out.push(Action::LogDecision { kind, cids });
            }
        } else if self.terms.as_ref().is_some_and(|t| self.end(t).is_none()) {
            out.push(Action::Ask);
        }
        if self.grant().is_none() {
            return;
        }
        for (cids, stage) in &self.batches {
            match *stage {
                Stage::Wanted => out.push(self.seal(*cids)),
                Stage::Sealed(sealed) => out.push(Action::LogNotice {
                    cids: *cids,
                    sealed,
                }),
                Stage::Logged(_) => {}
                Stage::HandedOver(sealed) => out.push(Action::HandOver {
                    cids: *cids,
                    sealed,
                }),
            }
        }
    }

    /// What follows from the facts.
    fn conclude(&mut self, out: &mut Vec<Action>) {
        let granted = self.grant();
        if let Some((cids, approvals)) = granted.clone().filter(|_| self.batches.is_empty()) {
            self.batches.insert(cids, Stage::Wanted);
            out.push(Action::Seal {
                cids,
                approvals,
                root: self.root,
            });
        }
        if granted.is_some() {
            for (cids, stage) in &mut self.batches {
                if let Stage::Logged(sealed) = *stage {
                    *stage = Stage::HandedOver(sealed);
                    out.push(Action::HandOver {
                        cids: *cids,
                        sealed,
                    });
                }
            }
        }
        let over = self
            .terms
            .as_ref()
            .is_some_and(|terms| self.end(terms).is_some());
        if over && !self.forgotten {
            self.forgotten = true;
            out.push(Action::Forget);
        }
    }
}

/// One step: the next state and what to do. Store the state before doing anything; after a crash, send [`Event::Resume`].
#[must_use]
pub fn step(state: &State, event: Event) -> (State, Vec<Action>) {
    let (mut next, mut out) = (state.clone(), Vec::new());
    next.learn(event, &mut out);
    next.conclude(&mut out);
    (next, out)
}

/// The fact a verified decision is.
impl From<&Decision> for Fact {
    fn from(decision: &Decision) -> Self {
        Self::Decided {
            x: decision.x,
            kind: decision.kind,
            cids: decision.cids,
        }
    }
}

#[cfg(test)]
mod tests;
