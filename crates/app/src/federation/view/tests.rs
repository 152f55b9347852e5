//! A saved view is read or refused, never half believed. Following a real log is in the stories.

use super::*;
use crate::env::{Env, FixedClock};
use crate::federation::{Founding, OrganisationName};
use proptest::prelude::*;
use std::sync::LazyLock;

static GENESIS: LazyLock<Signed<Genesis>> = LazyLock::new(|| {
    let organisation = |name: &str, jurisdiction: &str| OrganisationName {
        name: name.into(),
        jurisdiction: jurisdiction.into(),
    };
    let founding = Founding {
        name: "Test federation".into(),
        log_origin: "test.invalid/log".into(),
        policy: Policy::demo(3, 2, 3),
        custodians: vec![
            organisation("one", "PH-A"),
            organisation("two", "PH-B"),
            organisation("three", "IT"),
        ],
        externals: vec![organisation("outside", "HK")],
    };
    let mut env = Env::seeded(&FixedClock::at(1_790_000_000), 7);
    founding.found(&mut env).expect("sound parts").genesis
});

fn read(bytes: &[u8]) -> Result<View, AppError> {
    View::from_bytes(&GENESIS, &GENESIS.hash(), bytes)
}

#[test]
fn what_is_saved_is_read_back() {
    for view in [
        View::new(&GENESIS, &GENESIS.hash()).expect("a genesis"),
        View::for_device(&GENESIS, &GENESIS.hash(), None).expect("a genesis"),
    ] {
        let bytes = view.to_bytes();
        let back = read(&bytes).expect("a saved view");
        assert_eq!(back.to_bytes(), bytes, "the same view is written the same");
        for cut in 0..bytes.len() {
            assert!(
                read(&bytes[..cut]).is_err(),
                "a cut view is refused as a whole"
            );
        }
    }
}

proptest! {
    #[test]
    fn p32_any_saved_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read(&bytes).is_err(), "noise is no saved view");
    }
}
