//! The malicious server of a simulated release, the malicious custodian that helps it, and the witnesses that come by: what stands
//! in the log, what of it somebody is shown, and when. Owns no rule: whatever it does, the promises have to hold.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "a simulator's slip may panic: it runs in tests and drills only, on small numbers of its own"
    )
)]

use super::super::posts::Shown;
use super::{DAY, HOUR, Release, ZERO, number};
use crate::facts::Hearing;
use crate::machine::{Event, Fact};
use crate::{DecisionKind, ReleaseError};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use ugnay_seal::sha256;

/// Entries about one release that a server can be bothered to make.
const MOST: usize = 400;

impl Release<'_> {
    /// A time to come: after the cool-off, or after the end of everything.
    fn future(&self, rng: &mut ChaCha20Rng) -> i64 {
        let ahead = if rng.next_u32().is_multiple_of(8) {
            99 * DAY
        } else {
            5 * HOUR
        };
        self.now + ahead
    }

    /// Witnesses visit the log as it is: all honest ones, or those that happen to come. Two lie: one is in the future, the
    /// other in the past.
    pub(super) fn witnesses_visit(&mut self, rng: &mut ChaCha20Rng, all: bool) {
        let size = self.log.len();
        let liars = self.witnesses.count() - 2;
        for witness in 0..self.witnesses.count() {
            let comes = all || !rng.next_u32().is_multiple_of(4);
            let time = match witness.checked_sub(liars) {
                None => self.now,
                Some(0) => self.future(rng),
                Some(_) => self.now - 99 * DAY,
            };
            if comes && (witness < liars || rng.next_u32().is_multiple_of(2)) {
                self.witnesses.visit(witness, size, time);
            }
        }
    }

    /// The server shows a custodian the whole log up to what a quorum cosigned (a mirror accepts nothing less), at times with
    /// cosignatures of a while ago; of the bodies what it likes.
    pub(super) fn sync(&mut self, at: usize, rng: &mut ChaCha20Rng) {
        let from = self.custodians[at].size();
        let size = self.witnesses.shown();
        let mut hearing = Hearing::default();
        let mut facts = Vec::new();
        for (index, post) in (0u64..).zip(self.log[..size].to_vec()) {
            if !self.apps.again && index < from {
                continue;
            }
            let shown = self.veil(post, at, rng);
            let Some(said) = self.posts.said(post, shown) else {
                continue;
            };
            let fact = if self.apps.weigh {
                hearing.weigh(said)
            } else {
                Some(said.fact())
            };
            facts.extend(fact.map(|fact| (index, fact)));
        }
        let size = size as u64;
        let root = sha256(&size.to_be_bytes());
        let older = (rng.next_u32() % 3) as usize;
        self.deliver(at, Event::Clock { now: self.now });
        self.deliver(
            at,
            Event::Synced {
                from,
                size,
                root,
                vouched: self.witnesses.vouched(older, self.apps.vouched),
                facts,
            },
        );
    }

    /// How the server shows a post: as it did before, now and then otherwise; what an app was shown whole it keeps.
    fn veil(&mut self, post: usize, at: usize, rng: &mut ChaCha20Rng) -> Shown {
        let before = self.veils.get(&(post, at)).copied();
        let shown = match before {
            _ if self.fair => Shown::Right,
            Some(Shown::Right) => Shown::Right,
            Some(hidden) if !rng.next_u32().is_multiple_of(8) => hidden,
            _ => match rng.next_u32() % self.weather.hides {
                0 => Shown::Nothing,
                1 => Shown::Garbled,
                _ => Shown::Right,
            },
        };
        self.veils.insert((post, at), shown);
        shown
    }

    /// The server appends a message it holds, in any order, or one once more that the log has already; when it is honest for
    /// a moment, without keeping it to repeat.
    pub(super) fn append(&mut self, rng: &mut ChaCha20Rng, forget: bool) {
        if self.log.len() > MOST {
            self.outbox.clear();
            return;
        }
        if !forget && !self.log.is_empty() && rng.next_u32().is_multiple_of(4) {
            self.log
                .push(self.log[rng.next_u32() as usize % self.log.len()]);
            return;
        }
        if self.outbox.is_empty() {
            return;
        }
        let pick = rng.next_u32() as usize % self.outbox.len();
        self.log.push(self.outbox[pick]);
        if forget {
            self.outbox.swap_remove(pick);
        }
    }

    /// The malicious custodian says things to the log in its own name, a closing among them, and in others'; the server shows
    /// entries that do not follow.
    pub(super) fn mischief(&mut self, rng: &mut ChaCha20Rng) -> Result<(), ReleaseError> {
        let x = number(self.malicious());
        let cids = if rng.next_u32().is_multiple_of(4) {
            sha256(b"other")
        } else {
            sha256(&self.terms.request.0)
        };
        let kind = self.weather.whim(rng);
        let said = if kind == DecisionKind::Approve {
            cids
        } else {
            ZERO
        };
        // Dated as it likes.
        let time = self.now - i64::from(rng.next_u32() % 7200);
        let word = self.posts.decision(x, kind, said, time, rng)?;
        let notice = self.posts.notice(x, cids, sha256(b"junk"), rng)?;
        let victim = number(rng.next_u32() as usize % self.malicious());
        let forgery = self.posts.forgery(victim, cids, self.now, rng)?;
        let closing = self.posts.closing(rng)?;
        self.outbox.extend([word, notice, forgery, closing]);
        let at = rng.next_u32() as usize % self.custodians.len();
        let gap = self.log.len() as u64 + 3;
        let facts = (1..=3)
            .map(|x| {
                (
                    gap,
                    Fact::Decided {
                        x,
                        kind: DecisionKind::Approve,
                        cids,
                    },
                )
            })
            .collect();
        let event = Event::Synced {
            from: gap,
            size: gap + 3,
            root: ZERO,
            vouched: self.future(rng),
            facts,
        };
        self.deliver(at, event);
        Ok(())
    }

    pub(super) fn object_directly(&mut self, rng: &mut ChaCha20Rng) {
        if !self.direct.is_empty() {
            let (at, x) = self
                .direct
                .swap_remove(rng.next_u32() as usize % self.direct.len());
            self.heard[at].insert(x);
            self.deliver(at, Event::ObjectionReceived { x });
        }
    }
}
