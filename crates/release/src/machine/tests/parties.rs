//! Three custodians, one log, one slow clock: every interleaving of decisions reaching the log, syncs, sealing and time.

use super::*;

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
        let approving = decisions.iter().filter(|d| **d == a).count();
        let objecting = decisions.iter().filter(|d| **d == o).count();
        let start = World::new(&decisions);
        let mut seen = HashSet::from([start.clone()]);
        let mut queue = vec![start];
        while let Some(world) = queue.pop() {
            for x in &world.handed {
                assert_eq!(
                    decisions[usize::from(*x) - 1],
                    a,
                    "p27: who did not approve hands nothing over"
                );
            }
            let moves = world.moves();
            if moves.is_empty() {
                let expected = if approving >= 2 && objecting < 2 {
                    approving
                } else {
                    0
                };
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
        total += seen.len();
    }
    assert!(
        total > 1_000,
        "the exploration is not empty: {total} worlds"
    );
    println!("explored {total} worlds");
}
