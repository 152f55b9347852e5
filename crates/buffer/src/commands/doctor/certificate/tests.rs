//! A certificate's last weeks, as the doctor tells them.
use super::*;
use crate::tls::standing::Failing;

fn standing(asks: bool, failing: bool) -> Standing {
    let validity = Validity {
        begins: 0,
        ends: 90 * DAY,
    };
    Standing {
        validity: Some(validity),
        failing: failing.then(|| Failing {
            since: 60 * DAY,
            last: 61 * DAY,
            times: 7,
            why: "not reached".into(),
        }),
        asks,
    }
}

#[test]
fn a_failed_renewal_is_a_word_long_before_the_end_and_trouble_near_it() {
    let failing = standing(true, true);
    for (day, level) in [
        (61, Level::Warning),
        (74, Level::Warning),
        (75, Level::Failure),
        (91, Level::Failure),
    ] {
        let (found, text) = judge(&failing, day * DAY);
        assert_eq!(found, level, "day {day}: {text}");
        assert!(
            text.contains("7 times; the newest: not reached"),
            "says why: {text}"
        );
    }
    let (_, text) = judge(&failing, 62 * DAY);
    assert!(
        text.starts_with("ends in 28 days; asking has failed for 2 days"),
        "both times: {text}"
    );
    let (_, text) = judge(&failing, 90 * DAY + 60);
    assert!(
        text.starts_with("ended 1 minutes ago"),
        "it is over: {text}"
    );
}

#[test]
fn a_renewal_nobody_tried_is_noticed_too() {
    let quiet = standing(true, false);
    for (now, level) in [
        (59 * DAY, Level::Good),
        (60 * DAY + HOUR - 1, Level::Good),
        (60 * DAY + HOUR, Level::Warning),
        (75 * DAY, Level::Failure),
    ] {
        let (found, text) = judge(&quiet, now);
        assert_eq!(found, level, "{text}");
        assert_eq!(
            text.contains("does the server run?"),
            level != Level::Good,
            "what to look for: {text}"
        );
    }
}

#[test]
fn one_that_others_renew_is_a_word_two_weeks_before() {
    let files = standing(false, false);
    for (day, level) in [
        (75, Level::Good),
        (76, Level::Warning),
        (90, Level::Failure),
    ] {
        assert_eq!(judge(&files, day * DAY).0, level, "day {day}");
    }
    let short = Standing {
        validity: Some(Validity {
            begins: 0,
            ends: 6 * DAY,
        }),
        ..Standing::default()
    };
    assert_eq!(
        judge(&short, 4 * DAY).0,
        Level::Good,
        "six days are few, not late"
    );
    assert_eq!(judge(&short, 5 * DAY).0, Level::Warning, "its last quarter");
}

#[test]
fn none_is_a_word_and_none_in_spite_of_asking_is_trouble() {
    let mut none = Standing {
        asks: true,
        ..Standing::default()
    };
    assert_eq!(judge(&none, 5).0, Level::Warning, "it may be on its way");
    none.failed(5, "refused");
    let (level, text) = judge(&none, 5 + 3 * HOUR);
    assert_eq!(level, Level::Failure, "{text}");
    assert_eq!(
        text, "none; asking has failed for 3 hours, 1 times; the newest: refused",
        "all that is known"
    );
}
