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
