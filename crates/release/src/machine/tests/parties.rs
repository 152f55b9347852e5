//! Three custodians, one log, one slow clock: every interleaving of decisions reaching the log, syncs, sealing and time.

use super::*;
use crate::facts::{self, Context};
use crate::simulator::Parties;
use crate::{Closing, ClosingKind, Policy, Signed, logged};
use ugnay_seal::SigningIdentity;

#[derive(Clone, PartialEq, Eq, Hash)]
struct World {
    states: Vec<State>,
    log: Vec<Fact>,
    /// Sent to the log, not yet appended.
    outbox: BTreeSet<Fact>,
    /// Seal actions to be done, per custodian.
    sealing: Vec<bool>,
    handed: BTreeSet<u8>,
    time: i64,
}

/// Debug builds stop the clock at the end of the cool-off and seal at once; release builds explore both.
const LAST: i64 = if cfg!(debug_assertions) { 2 } else { 3 };

impl World {
    fn new(decisions: &[DecisionKind]) -> Self {
        let mut world = Self {
            states: Vec::new(),
            log: Vec::new(),
            outbox: BTreeSet::new(),
            sealing: vec![false; 3],
            handed: BTreeSet::new(),
            time: 0,
        };
        for (x, kind) in (1u8..).zip(decisions) {
            let cids = if *kind == DecisionKind::Approve {
                A
            } else {
                NONE
            };
            let mut state = step(&State::new(rules(x), 0), presented(true)).0;
            state = step(&state, Event::Clock { now: 0 }).0;
            let (state, actions) = step(&state, Event::Decide { kind: *kind, cids });
            world.states.push(state);
            world.take(x, actions);
        }
        world
    }

    fn take(&mut self, x: u8, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::LogDecision { kind, cids } => {
                    self.outbox.insert(Fact::Decided { x, kind, cids });
                }
                Action::Seal { .. } if cfg!(debug_assertions) => {
                    let at = usize::from(x) - 1;
                    let (state, actions) = step(
                        &self.states[at],
                        Event::Sealed {
                            cids: A,
                            sealed: SEALED,
                        },
                    );
                    self.states[at] = state;
                    self.take(x, actions);
                }
                Action::Seal { .. } => self.sealing[usize::from(x) - 1] = true,
                Action::LogNotice { cids, sealed } => {
                    self.outbox.insert(Fact::Shared { x, cids, sealed });
                }
                Action::HandOver { cids, sealed } => self.hand_over(x, cids, sealed),
                Action::Ask | Action::SyncFrom { .. } | Action::Forget => {}
            }
        }
    }

    /// The rule, judged by the whole log rather than by one custodian's view.
    fn hand_over(&mut self, x: u8, cids: Hash32, sealed: Hash32) {
        let who = |kind| {
            (1..=3u8)
                .filter(|x| self.log.contains(&decided(*x, kind)))
                .collect::<Vec<u8>>()
        };
        let approvers = who(DecisionKind::Approve);
        let known = &self.log[..self.states[usize::from(x) - 1].size as usize];
        assert!(
            !known.contains(&Fact::Closed),
            "p25: not after a closing it has seen"
        );
        let wait = if approvers.len() > 2 { 1 } else { 2 };
        assert!(
            approvers.len() >= 2 && approvers.contains(&x),
            "p25: two logged approvals, its own among them"
        );
        assert!(self.time >= wait, "p25: not before the cool-off");
        assert!(
            who(DecisionKind::Object).len() < 2,
            "p25: not against a veto in the log"
        );
        assert!(
            self.log.contains(&Fact::Shared { x, cids, sealed }),
            "p25: not before the notice is logged"
        );
        self.handed.insert(x);
    }

    fn moves(&self) -> Vec<World> {
        let mut out = Vec::new();
        for fact in &self.outbox {
            let mut next = self.clone();
            next.outbox.remove(fact);
            next.log.push(*fact);
            out.push(next);
        }
        for x in 1u8..=3 {
            let at = usize::from(x) - 1;
            let from = self.states[at].size;
            let event = synced(from, self.time, &self.log[from as usize..]);
            out.extend(self.after(x, event));
            if self.sealing[at] {
                let mut next = self.clone();
                next.sealing[at] = false;
                out.extend(next.after(
                    x,
                    Event::Sealed {
                        cids: A,
                        sealed: SEALED,
                    },
                ));
            }
        }
        if self.time < LAST {
            out.push(World {
                time: self.time + 1,
                ..self.clone()
            });
        }
        out
    }

    fn after(&self, x: u8, event: Event) -> Option<World> {
        let mut next = self.clone();
        let at = usize::from(x) - 1;
        let (state, actions) = step(&self.states[at], event);
        next.states[at] = state;
        next.take(x, actions);
        (next != *self).then_some(next)
    }
}

#[test]
fn p25_p27_three_custodians_over_every_message_order() {
    let (a, o, r) = (
        DecisionKind::Approve,
        DecisionKind::Object,
        DecisionKind::Refuse,
    );
    let cases = [
        [a, a, o],
        [a, a, r],
        [a, o, o],
        [a, o, r],
        [a, r, r],
        [o, o, o],
        [o, o, r],
        [o, r, r],
        [r, r, r],
        [a, a, a],
    ];
    let mut total = 0;
    // Three approvals alone make nine in ten of all orders; a release build goes through them too.
    for decisions in cases
        .into_iter()
        .take(if cfg!(debug_assertions) { 9 } else { 10 })
    {
        total += explore(decisions, None);
    }
    assert!(
        total > 1_000,
        "the exploration is not empty: {total} worlds"
    );
    println!("explored {total} worlds");
}

/// A closing in the log besides: a custodian's, read as every app reads it, changes nothing at all; the desk's ends it.
#[test]
fn p25_p27_a_closing_counts_from_the_desk_and_from_no_custodian() {
    let mut p = Parties::new(25, Policy::standard(3, 2, 3), 0).unwrap();
    let card = p.federation.card(&p.card).unwrap().card.body().clone();
    let fed = *p.federation.fed();
    let mut closed_by = |id: &SigningIdentity| {
        let closing = Closing {
            kind: ClosingKind::GrantClose,
            request: terms().request,
            document: NONE,
            text: String::new(),
            time: 0,
        };
        let public = logged::public_of_closing(&closing);
        let signed = Signed::new(closing, &fed, &[id]).unwrap();
        let made = logged::submission(&signed, public, &id.public(), 0, &mut p.rng);
        let context = Context {
            fed: &fed,
            roster: p.federation.roster(),
            card: &card,
            request: &terms().request,
        };
        facts::fact(&made.entry, Some(&made.body), &context)
    };
    let custodian = p.custodians[2].clone();
    assert_eq!(
        closed_by(&custodian),
        None,
        "p25: one custodian must not end what the others approved"
    );
    let officer = p.officers[0].clone();
    let closing = closed_by(&officer);
    assert_eq!(closing, Some(Fact::Closed), "the desk may always end it");
    let (a, r) = (DecisionKind::Approve, DecisionKind::Refuse);
    let (with, without) = (explore([a, a, r], closing), explore([a, a, r], None));
    assert!(
        with > without,
        "the closing is one more thing that can happen: {with} worlds, {without} without it"
    );
}

/// Goes through every order of everything, and gives how many worlds there are.
fn explore(decisions: [DecisionKind; 3], closing: Option<Fact>) -> usize {
    let count = |kind| decisions.iter().filter(|d| **d == kind).count();
    let (approving, objecting) = (count(DecisionKind::Approve), count(DecisionKind::Object));
    let mut start = World::new(&decisions);
    start.outbox.extend(closing);
    let mut seen = HashSet::from([start.clone()]);
    let mut queue = vec![start];
    while let Some(world) = queue.pop() {
        for x in &world.handed {
            assert_eq!(
                decisions[usize::from(*x) - 1],
                DecisionKind::Approve,
                "p27: who did not approve hands nothing over"
            );
        }
        let moves = world.moves();
        if moves.is_empty() && closing.is_none() {
            let enough = approving >= 2 && objecting < 2;
            let expected = if enough { approving } else { 0 };
            assert_eq!(
                world.handed.len(),
                expected,
                "when all is said and done, exactly the approvers hand over: {decisions:?}"
            );
        }
        for next in moves {
            if seen.insert(next.clone()) {
                queue.push(next);
            }
        }
    }
    seen.len()
}
