//! The shipped table is read whole, its numbers are numbers, and the destinations with most workers have a post.

use super::*;
use crate::{PhoneContext, check_phone, country};
use std::collections::BTreeSet;

#[test]
fn every_line_is_an_entry_of_its_own() {
    assert_eq!(
        directory().len(),
        TABLE.lines().count(),
        "a line that cannot be read would be missing in silence"
    );
    let ids: BTreeSet<[u8; 16]> = directory().iter().map(|e| e.id).collect();
    assert_eq!(
        ids.len(),
        directory().len(),
        "a correction must find one entry"
    );
    for e in directory() {
        assert!(country(e.country).is_some(), "{e:?}: a known country");
        assert!(
            ["emergency", "post", "mwo", "agency"].contains(&e.kind),
            "{e:?}: a known kind"
        );
        assert!(
            !e.phones.is_empty() || !e.email.is_empty(),
            "{e:?}: something to reach it by"
        );
        assert!(
            e.as_of.len() == 10 && !e.source.is_empty(),
            "{e:?}: dated, with its source"
        );
    }
}

#[test]
fn what_is_dialled_can_be_dialled() {
    for e in directory() {
        for phone in &e.phones {
            let short = phone.len() <= 5 && phone.bytes().all(|b| b.is_ascii_digit());
            let context = PhoneContext {
                destination: Some(e.country),
            };
            let whole = phone.starts_with('+') && check_phone(phone, context).is_ok();
            assert!(
                short || whole || !phone.starts_with('+'),
                "{e:?}: {phone} looks dialled and is not"
            );
            assert!(
                e.kind != "emergency" || short,
                "{e:?}: emergency numbers are short"
            );
        }
    }
}

#[test]
fn the_destinations_with_most_workers_have_a_post_and_emergency_numbers() {
    for code in [
        "SA", "AE", "HK", "QA", "KW", "SG", "TW", "LB", "IL", "JP", "IT", "MY",
    ] {
        let of = |kind: &str| {
            directory()
                .iter()
                .any(|e| e.country.as_str() == code && e.kind == kind)
        };
        // Taiwan has no embassy, but migrant workers offices.
        assert!(of("post") || of("mwo"), "{code}: somebody to call");
        assert!(of("emergency"), "{code}: an emergency number");
    }
}
