//! Custodians that change their words: two are needed, one of them takes its approval back and may give it again; the
//! server enters what was said in any order, and once more. Every interleaving, heard as apps hear it.

use super::*;
use crate::facts::{Hearing, Said};

/// What was said, and when by its custodian's clock.
type Word = (Fact, i64);

#[derive(Clone, PartialEq, Eq, Hash)]
struct World {
    states: Vec<State>,
    log: Vec<Word>,
    /// Sent to the log, not yet appended.
    outbox: BTreeSet<Word>,
    /// How often the second custodian changed its word.
    changes: i64,
    /// How often the server may still enter the approval once more that was taken back.
    again: u8,
    handed: BTreeSet<u8>,
    time: i64,
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            states: Vec::new(),
            log: Vec::new(),
            outbox: BTreeSet::new(),
            changes: 0,
            again: 1,
            handed: BTreeSet::new(),
            time: 0,
        };
        for x in 1..=2 {
            let state = step(&State::new(rules(x), 0), presented(true)).0;
            let state = step(&state, Event::Clock { now: 0 }).0;
            world.states.push(state);
            let (kind, cids) = (DecisionKind::Approve, A);
            world = world.after(x, Event::Decide { kind, cids }, true);
        }
        // The first custodian's word stands in the log; what happens to the second one's is what is looked at.
        let first = (decided(1, DecisionKind::Approve), 0);
        world.outbox.remove(&first);
        world.log.push(first);
        world
    }

    fn after(&self, x: u8, event: Event, weigh: bool) -> World {
        let mut next = self.clone();
        let at = usize::from(x) - 1;
        let (state, actions) = step(&self.states[at], event);
        next.states[at] = state;
        for action in actions {
            next = match action {
                Action::LogDecision { kind, cids } => {
                    let said = Fact::Decided { x, kind, cids };
                    let time = if x == 2 { next.changes } else { 0 };
                    next.outbox.insert((said, time));
                    next
                }
                Action::Seal { .. } => {
                    let (cids, sealed) = (A, SEALED);
                    next.after(x, Event::Sealed { cids, sealed }, weigh)
                }
                Action::LogNotice { cids, sealed } => {
                    next.outbox.insert((Fact::Shared { x, cids, sealed }, 0));
                    next
                }
                Action::HandOver { .. } => {
                    next.handed.insert(x);
                    if weigh {
                        next.judge(x);
                    }
                    next
                }
                Action::Ask | Action::SyncFrom { .. } | Action::Forget => next,
            };
        }
        next
    }

    /// The latest word of each as far as this custodian has seen the log, by the time it was said.
    fn approvers(&self, x: u8) -> Vec<u8> {
        let seen = self.states[usize::from(x) - 1].size as usize;
        let latest = |who: u8| {
            let words = self.log[..seen]
                .iter()
                .filter_map(|(fact, time)| match fact {
                    Fact::Decided { x, kind, .. } if *x == who => Some((*time, *kind)),
                    _ => None,
                });
            words.max_by_key(|(time, _)| *time).map(|(_, kind)| kind)
        };
        let approves = |x: &u8| latest(*x) == Some(DecisionKind::Approve);
        [1, 2].into_iter().filter(approves).collect()
    }

    fn judge(&self, x: u8) {
        assert_eq!(
            self.approvers(x),
            [1, 2],
            "p25: both approve, by the latest word of each that custodian {x} was shown"
        );
        assert!(self.time >= 2, "p25: not before the cool-off");
    }

    fn moves(&self, weigh: bool) -> Vec<World> {
        let mut out = Vec::new();
        let mut enter = |word: Word, again: u8| {
            let mut next = self.clone();
            next.outbox.remove(&word);
            next.log.push(word);
            next.again -= again;
            out.push(next);
        };
        self.outbox.iter().for_each(|word| enter(*word, 0));
        let taken_back = (decided(2, DecisionKind::Approve), 0);
        if self.again > 0 && self.log.contains(&taken_back) {
            enter(taken_back, 1);
        }
        for x in 1..=2 {
            let next = self.after(x, self.shown(x, weigh), weigh);
            out.extend((next != *self).then_some(next));
        }
        if self.time < 2 {
            let time = self.time + 1;
            out.push(World {
                time,
                ..self.clone()
            });
        }
        if self.changes < 2 {
            let mut next = self.clone();
            next.changes += 1;
            let (kind, cids) = match next.changes {
                1 => (DecisionKind::Refuse, NONE),
                _ => (DecisionKind::Approve, A),
            };
            out.push(next.after(2, Event::Decide { kind, cids }, weigh));
        }
        out
    }

    /// The whole log to one custodian.
    fn shown(&self, x: u8, weigh: bool) -> Event {
        let mut hearing = Hearing::default();
        let heard = |(fact, time): &Word| {
            if weigh {
                hearing.weigh(Said::told(*fact, *time))
            } else {
                Some(*fact)
            }
        };
        let heard: Vec<Option<Fact>> = self.log.iter().map(heard).collect();
        let facts = (0..).zip(heard).filter_map(|(at, fact)| Some((at, fact?)));
        let size = self.log.len() as u64;
        Event::Synced {
            from: self.states[usize::from(x) - 1].size,
            size,
            root: Hash32([size as u8; 32]),
            vouched: self.time,
            facts: facts.collect(),
        }
    }
}

/// Every world, and how many hand-overs one of them had without both latest words.
fn explore(weigh: bool) -> (usize, usize) {
    let start = World::new();
    let mut seen = HashSet::from([start.clone()]);
    let mut queue = vec![start];
    let mut broken = 0;
    while let Some(world) = queue.pop() {
        for next in world.moves(weigh) {
            let new = next.handed.difference(&world.handed);
            broken += new.filter(|x| next.approvers(**x) != [1, 2]).count();
            if seen.insert(next.clone()) {
                queue.push(next);
            }
        }
    }
    (seen.len(), broken)
}

#[test]
fn p25_words_taken_back_given_again_and_entered_twice_in_every_order() {
    let (worlds, broken) = explore(true);
    assert_eq!(broken, 0, "nobody goes by a word that was taken back");
    assert!(worlds > 1_000, "the exploration is not empty: {worlds}");
    let (_, broken) = explore(false);
    assert!(
        broken > 0,
        "and it would notice apps that go by the order of the log"
    );
    println!("explored {worlds} worlds");
}

#[test]
fn p25_a_newer_approval_whose_body_comes_late_is_the_latest_word() {
    let (yes, no) = (DecisionKind::Approve, DecisionKind::Refuse);
    let entries = [
        (decided(1, yes), 0),
        (decided(2, yes), 1),
        // Given again, entered before what it takes the place of.
        (decided(2, yes), 3),
        (decided(2, no), 2),
    ];
    let heard = |hidden: Option<usize>| {
        let mut hearing = Hearing::default();
        let shown = entries
            .iter()
            .enumerate()
            .filter(|(at, _)| Some(*at) != hidden);
        let facts = shown.filter_map(|(at, (fact, time))| {
            let fact = hearing.weigh(Said::told(*fact, *time))?;
            Some((at as u64, fact))
        });
        facts.collect::<Vec<_>>()
    };
    let mut state = run(vec![presented(true)]).0;
    let mut sync = |from, facts| {
        let (size, root, vouched) = (4, Hash32([4; 32]), 1);
        let event = Event::Synced {
            from,
            size,
            root,
            vouched,
            facts,
        };
        state = step(&state, event).0;
        state.approvals(&A)
    };
    assert_eq!(
        sync(0, heard(Some(2))),
        [(1, 0)],
        "as far as it was shown, the second took its approval back"
    );
    assert_eq!(
        sync(4, heard(None)),
        [(1, 0), (2, 2)],
        "its newer approval stands, though a later entry holds the older refusal"
    );
    assert_eq!(
        sync(4, Vec::new()),
        [(1, 0), (2, 2)],
        "and stays while nothing is said"
    );
}
