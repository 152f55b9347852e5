//! When the authority is asked, over a certificate's life.
use super::*;

const DAY: i64 = 86_400;

fn of_90_days() -> Standing {
    Standing {
        validity: Some(Validity {
            begins: 0,
            ends: 90 * DAY,
        }),
        failing: None,
        asks: true,
    }
}

#[test]
fn it_is_asked_with_a_third_left_and_not_before() {
    let s = of_90_days();
    assert_eq!(s.wait(0, false), 60 * DAY, "two thirds are waited");
    assert_eq!(s.wait(60 * DAY - 1, true), 1, "nobody can make it earlier");
    assert_eq!(s.wait(60 * DAY, false), 0, "now");
    assert_eq!(s.wait(91 * DAY, false), 0, "late is better than never");
    let none = Standing::default();
    assert_eq!(none.wait(5, false), 0, "without one it is asked at once");
}

#[test]
fn failures_are_tried_again_later_each_time_and_before_the_end() {
    let mut s = of_90_days();
    let mut now = 60 * DAY;
    let mut asked = 0;
    let mut longest = 0;
    while now < 90 * DAY {
        s.failed(now, "no\nanswer");
        asked += 1;
        let wait = s.wait(now, false);
        assert!(wait >= longest, "later each time: {wait} after {longest}");
        longest = wait;
        assert_eq!(s.wait(now, true), 0, "who asks by hand need not wait");
        now += wait;
    }
    assert_eq!(longest, PAUSE.1, "but never longer than that");
    assert!(asked > 100, "thirty days are many tries: {asked}");
    let failing = s.failing.clone().expect("it fails");
    assert_eq!(
        (failing.since, failing.times),
        (60 * DAY, asked),
        "from when on"
    );
    assert_eq!(failing.why, "no answer", "on one line");
    let validity = Validity {
        begins: now,
        ends: now + 90 * DAY,
    };
    s.renewed(validity);
    assert_eq!(s.failing, None, "over");
    assert_eq!(s.wait(now, false), 60 * DAY, "and the next life begins");
}

#[test]
fn a_clock_set_back_does_not_stop_it() {
    let mut s = Standing::default();
    s.failed(1000 * DAY, "x");
    assert_eq!(s.wait(DAY, false), PAUSE.0, "the pause and no more");
}

#[test]
fn a_long_refusal_is_cut() {
    let mut s = Standing::default();
    s.failed(1, &"é".repeat(10_000));
    let why = s.failing.expect("it fails").why;
    assert_eq!(
        why.chars().count(),
        WORDS,
        "an authority cannot fill the disk"
    );
}
