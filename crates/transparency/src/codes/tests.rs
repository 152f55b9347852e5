//! The lists here are the lists of the protocol: number by number.

use super::*;
use ugnay_release::{Asked, Authority, DemandOutcome, Purpose, Reason};

#[test]
fn numbers_mean_what_the_protocol_says() {
    macro_rules! same {
        ($list:ident, $type:ident) => {
            let codes: Vec<&str> = $type::ALL.iter().map(|v| v.code()).collect();
            assert_eq!($list, codes, "{} in number order", stringify!($type));
            for v in $type::ALL {
                assert_eq!(code($list, *v as u8), Some(v.code()), "number {}", *v as u8);
            }
            assert_eq!(code($list, 0), None, "0 is nothing");
            assert_eq!(
                code($list, 200),
                None,
                "a number of a later version has no name here"
            );
        };
    }
    same!(PURPOSES, Purpose);
    same!(REASONS, Reason);
    same!(AUTHORITIES, Authority);
    same!(ASKED, Asked);
    same!(OUTCOMES, DemandOutcome);
}

#[test]
fn countries_are_two_letters_or_nothing() {
    assert_eq!(country(0x5341).as_deref(), Some("SA"), "two letters");
    assert_eq!(country(0), None, "a restore has no destination");
    assert_eq!(country(682), None, "a number is no country");
}
