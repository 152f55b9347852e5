//! One custodian against an environment that may do anything, in any order, up to a bounded log and time.

use super::*;

/// What really happened, kept apart from the machine.
#[derive(Clone, PartialEq, Eq, Hash)]
struct World {
    /// Whether everything may happen, or only what decides most (for longer logs).
    wide: bool,
    log: Vec<Fact>,
    direct: BTreeSet<u8>,
    mine: Option<(DecisionKind, Hash32)>,
    objected: bool,
    checked: bool,
    time: i64,
    clock: i64,
    asked: BTreeSet<Action>,
}

impl World {
    /// The rule of §7.5.5 over the whole history.
    fn may_release(&self) -> bool {
        let Some((DecisionKind::Approve, cids)) = self.mine else {
            return false;
        };
        let last = |x: u8| {
            self.log.iter().rev().find_map(|fact| match fact {
                Fact::Decided { x: who, kind, cids } if *who == x => Some((*kind, *cids)),
                _ => None,
            })
        };
        let approvers: Vec<u8> = (1..=3)
            .filter(|x| last(*x) == Some((DecisionKind::Approve, cids)))
            .collect();
        let objects = |x: &u8| {
            let logged = self.log.iter().any(|f| matches!(f, Fact::Decided { x: who, kind: DecisionKind::Object, .. } if who == x));
            logged || self.direct.contains(x) || (*x == 1 && self.objected)
        };
        let objections = (1..=3).filter(|x| objects(x)).count();
        let wait = if approvers.len() >= 3 { 1 } else { 2 };
        self.checked
            && approvers.len() >= 2
            && approvers.contains(&1)
            && objections < 2
            && !objects(&1)
            && !self.log.contains(&Fact::Closed)
            && self.time >= terms().start + wait
            && self.time < terms().until
            && self.clock < terms().until
    }

    fn notice_logged(&self, cids: Hash32) -> bool {
        self.log.contains(&Fact::Shared {
            x: 1,
            cids,
            sealed: SEALED,
        })
    }
}

fn facts(world: &World) -> Vec<Fact> {
    let mut out = vec![
        decided(2, DecisionKind::Approve),
        decided(3, DecisionKind::Approve),
        decided(2, DecisionKind::Object),
        decided(3, DecisionKind::Object),
        decided(2, DecisionKind::Refuse),
    ];
    if world.wide {
        out.extend([
            Fact::Closed,
            Fact::Decided {
                x: 2,
                kind: DecisionKind::Approve,
                cids: B,
            },
        ]);
    }
    // Nobody can log in this custodian's name what it did not say.
    for action in &world.asked {
        match action {
            Action::LogDecision { kind, cids } => out.push(Fact::Decided {
                x: 1,
                kind: *kind,
                cids: *cids,
            }),
            Action::LogNotice { cids, sealed } => out.push(Fact::Shared {
                x: 1,
                cids: *cids,
                sealed: *sealed,
            }),
            _ => {}
        }
    }
    out
}

fn syncs(world: &World, max_log: usize, out: &mut Vec<(Event, World)>) {
    let from = world.log.len();
    let jump = if world.wide { 2 } else { 1 };
    let last = if world.wide { 5 } else { 2 };
    for time in world.time..=(world.time + jump).min(last) {
        let mut add = |new: &[Fact]| {
            let mut next = world.clone();
            next.time = time;
            next.log.extend_from_slice(new);
            if next.log.len() <= max_log {
                out.push((synced(from as u64, time, new), next));
            }
        };
        add(&[]);
        for one in facts(world) {
            add(&[one]);
        }
    }
}

fn events(world: &World, max_log: usize) -> Vec<(Event, World)> {
    let mut out = Vec::new();
    for ok in [true, false] {
        out.push((
            presented(ok),
            World {
                checked: world.checked || ok,
                ..world.clone()
            },
        ));
    }
    let decisions = [
        (DecisionKind::Approve, A),
        (DecisionKind::Object, NONE),
        (DecisionKind::Refuse, NONE),
        (DecisionKind::Approve, B),
    ];
    for (kind, cids) in decisions.into_iter().take(if world.wide { 4 } else { 1 }) {
        out.push((Event::Decide { kind, cids }, world.clone()));
    }
    out.push((
        Event::ObjectionReceived { x: 3 },
        World {
            direct: [3].into(),
            ..world.clone()
        },
    ));
    for clock in [0, 9].into_iter().filter(|_| world.wide) {
        out.push((
            Event::Clock { now: clock },
            World {
                clock,
                ..world.clone()
            },
        ));
    }
    out.push((Event::Resume, world.clone()));
    for cids in [A, B] {
        if world
            .asked
            .iter()
            .any(|a| matches!(a, Action::Seal { cids: c, .. } if *c == cids))
        {
            out.push((
                Event::Sealed {
                    cids,
                    sealed: SEALED,
                },
                world.clone(),
            ));
        }
    }
    syncs(world, max_log, &mut out);
    out
}

/// Checks one step against the rule, and gives the history after it.
fn judge(
    before: &State,
    event: &Event,
    after: &State,
    actions: &[Action],
    mut world: World,
) -> World {
    if let Event::Decide { kind, cids } = event {
        // A decision is heard when the machine says it will log it.
        if actions.contains(&Action::LogDecision {
            kind: *kind,
            cids: *cids,
        }) {
            world.mine = Some((*kind, *cids));
            world.objected |= *kind == DecisionKind::Object;
        }
    }
    let may = world.may_release();
    let sealing = |a: &Action| matches!(a, Action::Seal { .. });
    let handing = |a: &Action| matches!(a, Action::HandOver { .. });
    for action in actions {
        if sealing(action) {
            assert!(may, "sealed against the rule after {event:?}");
            assert!(
                !before.batches.is_empty() || world.time < terms().expires,
                "sealed first after the request expired"
            );
        }
        if let Action::HandOver { cids, sealed } = action {
            assert!(may, "p25: a share left against the rule after {event:?}");
            assert!(
                *sealed == SEALED && world.notice_logged(*cids),
                "p25: a share left before its notice was logged"
            );
        }
    }
    if may && before.batches.is_empty() && world.time < terms().expires {
        assert!(
            actions.iter().any(sealing),
            "an honest release must go on after {event:?}"
        );
    }
    let ready = after
        .batches
        .values()
        .any(|stage| matches!(stage, Stage::Logged(_)));
    assert!(
        !(may && ready),
        "a logged share must be handed over at once after {event:?}"
    );
    assert!(
        may || !actions.iter().any(handing),
        "nothing leaves otherwise"
    );
    world.asked.extend(
        actions
            .iter()
            .filter(|a| !matches!(a, Action::Ask | Action::Forget))
            .cloned(),
    );
    world
}

fn explore(max_log: usize, wide: bool) -> (usize, usize) {
    let world = World {
        wide,
        log: vec![],
        direct: BTreeSet::new(),
        mine: None,
        objected: false,
        checked: false,
        time: 0,
        clock: 0,
        asked: BTreeSet::new(),
    };
    let (start, _) = step(&State::new(rules(1), 0), Event::Clock { now: 0 });
    let mut seen = HashSet::from([(start.clone(), world.clone())]);
    let mut queue = vec![(start, world)];
    let mut handed = 0;
    while let Some((state, world)) = queue.pop() {
        for (event, next_world) in events(&world, max_log) {
            let (next, actions) = step(&state, event.clone());
            handed += usize::from(actions.iter().any(|a| matches!(a, Action::HandOver { .. })));
            let next_world = judge(&state, &event, &next, &actions, next_world);
            if seen.insert((next.clone(), next_world.clone())) {
                queue.push((next, next_world));
            }
        }
    }
    (seen.len(), handed)
}

/// All reachable states, every order of every event: whatever can happen with two log entries about the request (three in a
/// release build), and the deciding events with three (four).
#[test]
fn p25_no_share_before_its_time_for_any_order_of_events() {
    let deep = usize::from(!cfg!(debug_assertions));
    let (wide, _) = explore(2 + deep, true);
    let (narrow, handed) = explore(3 + deep, false);
    assert!(
        wide > 10_000 && narrow > 3_000,
        "the exploration is not empty: {wide} and {narrow} states"
    );
    assert!(
        handed > 10,
        "shares do leave when they should: {handed} times"
    );
    println!("explored {wide} and {narrow} states, {handed} hand-overs");
}
