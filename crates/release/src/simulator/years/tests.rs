//! A few hundred years in a test; the ten thousand are `cargo run --release -p ugnay-release --example simulate`.

use super::*;
use crate::Check;
use crate::facts;
use crate::machine::{Fact, step};
use ugnay_log::EntryType;

fn years(n: u8, k: u8, years: u32, seed: u64) -> Outcome {
    run(&Config {
        n,
        k,
        years,
        requests_per_year: 4,
        seed,
    })
    .unwrap()
}

#[test]
fn promises_hold_with_one_malicious_custodian_desk_and_server() {
    for (n, k) in [(3, 2), (5, 3)] {
        let outcome = years(n, k, 40, 7);
        assert!(outcome.kept(), "k={k} of n={n}: {outcome:?}");
        assert_eq!(
            (outcome.requests, outcome.honest),
            (160, 80),
            "all were played"
        );
        assert!(
            outcome.rejected > 20 && outcome.staged > 0,
            "the malicious desk tried: {outcome:?}"
        );
    }
}

#[test]
fn a_seed_says_it_all() {
    assert_eq!(
        years(3, 2, 2, 1),
        years(3, 2, 2, 1),
        "the same seed gives the same years"
    );
    assert_ne!(
        years(3, 2, 2, 1).messages,
        years(3, 2, 2, 2).messages,
        "another seed others"
    );
}

/// The most years in which a broken app has to be found out.
const YEARS: u32 = 240;

/// Years in which every custodian's app is broken in one way, until that is noticed by the promise it breaks.
fn noticed(apps: Apps, broken: fn(&Outcome) -> u64, why: &str) {
    for seed in [7, 11] {
        let outcome = [3, 15, 60, YEARS].into_iter().find_map(|years| {
            let config = Config {
                n: 3,
                k: 2,
                years,
                requests_per_year: 4,
                seed,
            };
            let outcome = run_with(&config, &apps).unwrap();
            (broken(&outcome) > 0).then_some(outcome)
        });
        assert!(
            outcome.is_some_and(|outcome| !outcome.kept()),
            "not noticed in {YEARS} years, seed {seed}: {why}"
        );
    }
}

fn early(outcome: &Outcome) -> u64 {
    outcome.early
}

fn blocked(outcome: &Outcome) -> u64 {
    outcome.blocked
}

#[test]
fn p25_apps_that_wait_for_nobody_are_noticed() {
    let alone = Apps {
        rules: |rules| Rules {
            k: rules.k - 1,
            ..rules
        },
        ..AS_BUILT
    };
    noticed(alone, early, "one approval too few");
    let hasty = Apps {
        rules: |rules| Rules {
            cool_off: 0,
            fast_cool_off: 0,
            ..rules
        },
        ..AS_BUILT
    };
    noticed(hasty, early, "no cool-off");
    let deaf = Apps {
        rules: |rules| Rules { veto: 99, ..rules },
        ..AS_BUILT
    };
    noticed(deaf, early, "objections without weight");
}

#[test]
fn p25_apps_that_believe_one_witness_are_noticed() {
    let gullible = Apps {
        vouched: |quorum| quorum.members.iter().map(|one| one.time).max(),
        ..AS_BUILT
    };
    noticed(gullible, early, "the latest time anybody says");
}

#[test]
fn p26_apps_that_check_nothing_are_noticed() {
    let blind = || Apps {
        rows: |rows| {
            let right = |row: Check| Check { ok: true, ..row };
            rows.into_iter().map(right).collect()
        },
        ..AS_BUILT
    };
    noticed(blind(), early, "what the checks refuse is released");
    noticed(blind(), |outcome| outcome.out_of_scope, "out of scope");
}

#[test]
fn witnesses_that_say_it_once_block_a_release_in_a_silent_log() {
    let once = Apps {
        renew: false,
        ..AS_BUILT
    };
    noticed(
        once,
        blocked,
        "time stands still before the cool-off is over",
    );
}

#[test]
fn p25_a_custodian_that_ends_what_others_approved_is_noticed() {
    let ended = Apps {
        read: |entry, body, context| {
            let closes = entry.kind == EntryType::GrantClose && body.is_some();
            let ended = closes.then(|| facts::Said::told(Fact::Closed, 0));
            ended.or_else(|| facts::said(entry, body, context))
        },
        ..AS_BUILT
    };
    noticed(
        ended,
        blocked,
        "one custodian's closing ends honest requests",
    );
}

#[test]
fn apps_that_never_release_are_noticed() {
    let stuck = Apps {
        rules: |rules| Rules {
            k: rules.k + 2,
            ..rules
        },
        ..AS_BUILT
    };
    noticed(stuck, blocked, "no honest request comes through");
}

#[test]
fn apps_that_do_not_say_again_what_a_crash_lost_are_noticed() {
    let silent = Apps {
        step: |state, event| match event {
            Event::Resume => (state.clone(), Vec::new()),
            event => step(state, event),
        },
        ..AS_BUILT
    };
    noticed(silent, blocked, "a word lost in a crash is never said");
}

#[test]
fn p25_apps_that_hand_over_what_nobody_reads_of_are_noticed() {
    let secretive = Apps {
        step: |state, event| {
            let (next, actions) = step(state, event);
            let at_once = |action| match action {
                Action::LogNotice { cids, sealed } => Action::HandOver { cids, sealed },
                other => other,
            };
            (next, actions.into_iter().map(at_once).collect())
        },
        ..AS_BUILT
    };
    noticed(secretive, early, "handed over before the log says so");
}

#[test]
fn p25_apps_that_take_entries_which_do_not_follow_are_noticed() {
    let careless = Apps {
        step: |state, event| match event {
            Event::Synced {
                root,
                vouched,
                facts,
                ..
            } => {
                let (from, size) = (state.size(), state.size());
                let event = Event::Synced {
                    from,
                    size,
                    root,
                    vouched,
                    facts,
                };
                step(state, event)
            }
            event => step(state, event),
        },
        ..AS_BUILT
    };
    noticed(careless, early, "entries out of nowhere are believed");
}

#[test]
fn p25_apps_that_believe_the_names_in_entries_are_noticed() {
    let trusting = Apps {
        read: |entry, body, context| {
            let said = facts::said(entry, body, context);
            // An objection by the name and number that stand there, signed or not.
            let number = entry.public.get(32).copied().filter(|x| *x > 0);
            let named = number.filter(|_| entry.kind == EntryType::Object);
            let objects = |x| Fact::Decided {
                x,
                kind: DecisionKind::Object,
                cids: ZERO,
            };
            said.or(named.map(|x| facts::Said::told(objects(x), 0)))
        },
        ..AS_BUILT
    };
    noticed(trusting, blocked, "objections nobody signed stop a request");
}

#[test]
fn p25_apps_that_read_every_entry_once_are_noticed() {
    let hasty = Apps {
        again: false,
        ..AS_BUILT
    };
    noticed(hasty, blocked, "a body that comes late is lost");
}

#[test]
fn p25_apps_that_go_by_the_order_of_the_log_are_noticed() {
    let literal = Apps {
        weigh: false,
        ..AS_BUILT
    };
    noticed(
        literal,
        early,
        "an approval entered again comes back to life",
    );
}
