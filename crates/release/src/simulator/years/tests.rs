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
