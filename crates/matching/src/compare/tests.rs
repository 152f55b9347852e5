//! Degrees of nearness on values people confuse.

use super::{Date, Dates, Nearness, codes, words};
use crate::sound::filipino;

fn near(a: &str, b: &str) -> Nearness {
    words(a, &filipino(a), b, &filipino(b))
}

#[test]
fn words_by_slip_sound_and_likeness() {
    assert_eq!(
        near("nestor", "nstor"),
        Nearness::Close,
        "a letter left out"
    );
    assert_eq!(
        near("cristina", "kristina"),
        Nearness::Close,
        "the same sound"
    );
    assert_eq!(
        near("harrington", "harringon hill"),
        Nearness::Near,
        "much in common"
    );
    assert_eq!(
        near("roberto", "danilo"),
        Nearness::Far,
        "nothing in common"
    );
}

#[test]
fn codes_by_digit() {
    assert_eq!(
        codes("7364009", "7364090"),
        Nearness::Close,
        "two digits turned"
    );
    assert_eq!(
        codes("7364009", "7360008"),
        Nearness::Near,
        "two digits off"
    );
    assert_eq!(
        codes("6", "7"),
        Nearness::Far,
        "one digit of one is all of it"
    );
}

#[test]
fn dates_by_what_was_confused() {
    let date = |s| Date::parse(s).unwrap();
    let base = date("19900508");
    for (other, degree) in [
        ("19900508", Dates::Exact),
        ("19900805", Dates::Turned),
        ("19900503", Dates::Close),
        ("19800508", Dates::Close),
        ("19910508", Dates::Close),
        ("19900580", Dates::Close),
        ("19900521", Dates::Partly),
        ("19761224", Dates::Different),
    ] {
        assert_eq!(
            base.agreement(date(other)),
            degree,
            "1990-05-08 against {other}"
        );
        assert_eq!(
            date(other).agreement(base),
            degree,
            "agreement has no direction"
        );
    }
    assert_eq!(Date::parse("1990"), None, "a year is no date");
}
