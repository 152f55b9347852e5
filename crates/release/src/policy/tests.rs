//! Rules inside a policy.

use super::*;

#[test]
fn rules_of_a_policy() {
    let good = Policy::standard(5, 3, 5);
    assert!(
        good.encode().is_ok() && Policy::demo(3, 2, 3).encode().is_ok(),
        "the defaults are policies"
    );
    let bad: [(&str, Policy); 9] = [
        (
            "k above n",
            Policy {
                k: 6,
                ..good.clone()
            },
        ),
        (
            "k of 0",
            Policy {
                k: 0,
                ..good.clone()
            },
        ),
        (
            "no veto",
            Policy {
                veto: 0,
                ..good.clone()
            },
        ),
        (
            "no quorum",
            Policy {
                quorum: 0,
                ..good.clone()
            },
        ),
        (
            "fast slower than slow",
            Policy {
                fast_cool_off: good.cool_off + 1,
                ..good.clone()
            },
        ),
        (
            "no purpose",
            Policy {
                purposes: vec![],
                ..good.clone()
            },
        ),
        (
            "purpose twice",
            Policy {
                purposes: vec![good.purposes[0], good.purposes[0]],
                ..good.clone()
            },
        ),
        (
            "second version without predecessor",
            Policy {
                version: 2,
                ..good.clone()
            },
        ),
        (
            "window above the policy's",
            Policy {
                max_window: 5,
                ..good.clone()
            },
        ),
    ];
    for (what, policy) in bad {
        assert!(policy.encode().is_err(), "{what} is not a policy");
    }
    assert!(
        good.cap(Purpose::Evacuation).is_some(),
        "evacuation is allowed by default"
    );
}

#[test]
fn the_standard_policy_has_the_numbers_of_the_protocol() {
    let p = Policy::standard(7, 4, 5);
    assert_eq!(
        (p.version, p.previous, p.demo, p.n, p.k, p.quorum),
        (1, [0; 32], false, 7, 4, 5),
        "a first version, not a demonstration"
    );
    assert_eq!((p.loss, p.veto, p.externals), (3, 2, 1), "n−k, two, one");
    assert_eq!(
        (p.cool_off, p.fast_cool_off),
        (14_400, 1800),
        "four hours; half an hour with k+1"
    );
    assert_eq!(
        (p.card_age, p.card_life, p.max_window, p.max_pending),
        (1_209_600, 31_536_000, 2_592_000, 604_800),
        "14 days, a year, 30 days, 7 days"
    );
    assert_eq!(
        (p.areas_per_90_days, p.requests_per_90_days),
        (240, 6),
        "caps of one desk"
    );
    assert_eq!(
        p.purposes.iter().map(|c| c.purpose).collect::<Vec<_>>(),
        Purpose::ALL,
        "every purpose of the closed list"
    );
    assert!(
        p.purposes
            .iter()
            .all(|c| (c.max_areas, c.max_window) == (120, 2_592_000)),
        "120 barangays for 30 days"
    );
    let demo = Policy::demo(7, 4, 5);
    assert_eq!(
        (demo.demo, demo.cool_off, demo.fast_cool_off, demo.card_age),
        (true, 3, 1, 0),
        "a demonstration says so and waits seconds"
    );
    assert_eq!(
        Policy {
            demo: false,
            cool_off: 14_400,
            fast_cool_off: 1800,
            card_age: 1_209_600,
            ..demo
        },
        p,
        "in all else it is the standard"
    );
}

#[test]
fn edges_of_a_policy() {
    let good = Policy::standard(5, 3, 5);
    let most = u8::try_from(MAX_CUSTODIANS).unwrap();
    let cap = good.purposes[0];
    let with = |cap: PurposeCap| Policy {
        purposes: vec![cap],
        ..good.clone()
    };
    let second = Policy {
        version: 2,
        previous: [1; 32],
        ..good.clone()
    };
    for (what, policy) in [
        (
            "all are needed",
            Policy {
                k: 5,
                ..good.clone()
            },
        ),
        (
            "one is enough (the linter objects)",
            Policy {
                k: 1,
                ..good.clone()
            },
        ),
        (
            "as many as there may be",
            Policy {
                n: most,
                ..good.clone()
            },
        ),
        (
            "no faster path",
            Policy {
                fast_cool_off: good.cool_off,
                ..good.clone()
            },
        ),
        (
            "one objection stops",
            Policy {
                veto: 1,
                ..good.clone()
            },
        ),
        (
            "one cosignature",
            Policy {
                quorum: 1,
                ..good.clone()
            },
        ),
        (
            "one barangay at a time",
            with(PurposeCap {
                max_areas: 1,
                ..cap
            }),
        ),
        (
            "as long as the policy allows",
            with(PurposeCap {
                max_window: good.max_window,
                ..cap
            }),
        ),
        ("a second version", second.clone()),
    ] {
        let bytes = policy.encode();
        assert!(bytes.is_ok(), "{what}: still a policy, {bytes:?}");
        assert_eq!(
            Policy::decode(&bytes.unwrap()),
            Ok(policy),
            "{what}: read back"
        );
    }
    for (what, policy) in [
        (
            "more than there may be",
            Policy {
                n: most + 1,
                ..good.clone()
            },
        ),
        (
            "nobody",
            Policy {
                n: 0,
                k: 0,
                ..good.clone()
            },
        ),
        (
            "no barangay",
            with(PurposeCap {
                max_areas: 0,
                ..cap
            }),
        ),
        (
            "a window a second too long",
            with(PurposeCap {
                max_window: good.max_window + 1,
                ..cap
            }),
        ),
        (
            "version 0",
            Policy {
                version: 0,
                ..good.clone()
            },
        ),
        (
            "version 0 with a predecessor",
            Policy {
                version: 0,
                ..second
            },
        ),
        (
            "a first version with a predecessor",
            Policy {
                previous: [1; 32],
                ..good.clone()
            },
        ),
        (
            "purposes out of order",
            Policy {
                purposes: good.purposes.iter().rev().copied().collect(),
                ..good.clone()
            },
        ),
    ] {
        assert!(policy.encode().is_err(), "{what} is not a policy");
    }
    assert_eq!(
        with(cap).cap(good.purposes[1].purpose),
        None,
        "what is not listed is not allowed"
    );
    assert_eq!(with(cap).cap(cap.purpose), Some(&cap), "what is listed is");
}

#[test]
fn witnesses_say_it_again_within_the_shorter_cool_off() {
    let policy = Policy::standard(5, 3, 5);
    assert_eq!(policy.renewal(), 900, "half of thirty minutes");
    let slow = Policy {
        cool_off: 86_400,
        fast_cool_off: 86_400,
        ..policy.clone()
    };
    assert_eq!(slow.renewal(), 3600, "never longer than an hour");
    let fast = Policy {
        cool_off: 1200,
        fast_cool_off: 1200,
        ..policy
    };
    assert_eq!(fast.renewal(), 600, "whichever is shorter");
}
