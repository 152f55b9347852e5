//! A few hundred years in a test; the ten thousand are `cargo run --release -p ugnay-release --example simulate`.

use super::*;

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

/// Twenty years in which every custodian's app is broken in one way.
fn broken(apps: Apps) -> Outcome {
    let config = Config {
        n: 3,
        k: 2,
        years: 20,
        requests_per_year: 4,
        seed: 7,
    };
    run_with(&config, &apps).unwrap()
}

#[test]
fn p25_apps_that_wait_for_nobody_are_noticed() {
    let alone = broken(Apps {
        rules: |rules| Rules {
            k: rules.k - 1,
            ..rules
        },
        ..AS_BUILT
    });
    assert!(alone.early > 0, "one approval too few: {alone:?}");
    let hasty = broken(Apps {
        rules: |rules| Rules {
            cool_off: 0,
            fast_cool_off: 0,
            ..rules
        },
        ..AS_BUILT
    });
    assert!(hasty.early > 0, "no cool-off: {hasty:?}");
    let deaf = broken(Apps {
        rules: |rules| Rules { veto: 99, ..rules },
        ..AS_BUILT
    });
    assert!(deaf.early > 0, "objections without weight: {deaf:?}");
    for outcome in [alone, hasty, deaf] {
        assert!(!outcome.kept(), "and the run says so: {outcome:?}");
    }
}

#[test]
fn p26_apps_that_check_nothing_are_noticed() {
    let blind = broken(Apps {
        rows: |rows| {
            let right = |row: Check| Check { ok: true, ..row };
            rows.into_iter().map(right).collect()
        },
        ..AS_BUILT
    });
    assert!(
        blind.out_of_scope > 0 && blind.early > 0,
        "what the checks refuse was released: {blind:?}"
    );
    assert!(!blind.kept(), "and the run says so: {blind:?}");
}

#[test]
fn witnesses_that_say_it_once_block_a_release_in_a_silent_log() {
    let once = broken(Apps {
        renew: false,
        ..AS_BUILT
    });
    assert!(
        once.blocked > 0 && once.early == 0,
        "time stood still before the cool-off was over: {once:?}"
    );
    assert!(!once.kept(), "and the run says so: {once:?}");
}

#[test]
fn p25_a_custodian_that_ends_what_others_approved_is_noticed() {
    let ended = broken(Apps {
        read: |entry, body, context| {
            let closes = entry.kind == ugnay_log::EntryType::GrantClose && body.is_some();
            let ended = closes.then(|| facts::Said::told(Fact::Closed, 0));
            ended.or_else(|| facts::said(entry, body, context))
        },
        ..AS_BUILT
    });
    assert!(
        ended.blocked > 0 && !ended.kept(),
        "one custodian's closing would end honest requests: {ended:?}"
    );
}

#[test]
fn apps_that_never_release_are_noticed() {
    let stuck = broken(Apps {
        rules: |rules| Rules {
            k: rules.k + 2,
            ..rules
        },
        ..AS_BUILT
    });
    assert_eq!(
        (stuck.blocked, stuck.released),
        (stuck.honest, 0),
        "no honest request came through: {stuck:?}"
    );
    assert!(!stuck.kept(), "and the run says so: {stuck:?}");
}

#[test]
fn p25_apps_that_believe_the_names_in_entries_are_noticed() {
    let trusting = broken(Apps {
        read: |entry, body, context| {
            let said = facts::said(entry, body, context);
            // An objection by the name and number that stand there, signed or not.
            let number = entry.public.get(32).copied().filter(|x| *x > 0);
            let named = (entry.kind == ugnay_log::EntryType::Object).then_some(number);
            let believed = named.flatten().map(|x| {
                facts::Said::told(
                    Fact::Decided {
                        x,
                        kind: DecisionKind::Object,
                        cids: ZERO,
                    },
                    0,
                )
            });
            said.or(believed)
        },
        ..AS_BUILT
    });
    assert!(
        trusting.blocked > 0,
        "objections that nobody signed stop honest requests: {trusting:?}"
    );
    assert!(!trusting.kept(), "and the run says so: {trusting:?}");
}

#[test]
fn p25_apps_that_read_every_entry_once_are_noticed() {
    let hasty = broken(Apps {
        again: false,
        ..AS_BUILT
    });
    assert!(
        hasty.blocked > 0,
        "a body that came late was lost, and a release with it: {hasty:?}"
    );
    assert!(!hasty.kept(), "and the run says so: {hasty:?}");
}

#[test]
fn p25_apps_that_go_by_the_order_of_the_log_are_noticed() {
    let literal = broken(Apps {
        weigh: false,
        ..AS_BUILT
    });
    assert!(
        literal.early > 0,
        "an approval entered again came back to life: {literal:?}"
    );
    assert!(!literal.kept(), "and the run says so: {literal:?}");
}
