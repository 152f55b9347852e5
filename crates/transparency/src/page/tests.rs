//! The page: everything is in it, in every language; nothing of it can be markup, a script or a place at home.

use super::*;
use crate::testing::Log;
use ugnay_release::{ClosingKind, DecisionKind, DemandOutcome};

fn full() -> Report {
    let mut log = Log::new();
    let id = log.ask(1000);
    for x in 1..=3 {
        log.decide(id, x, DecisionKind::Approve, 1200);
        log.hand_over(id, x, 1400);
    }
    log.decide(id, 4, DecisionKind::Object, 1250);
    log.close(
        id,
        ClosingKind::DeletionAttestation,
        "<script>alert(1)</script>",
        1600,
        &[0, 1],
    );
    log.demand_as(2, 2, 1, DemandOutcome::Refused, 1700);
    log.demand_named([6; 16], 2, 2, 1, DemandOutcome::Gagged, 1700);
    log.state_as(3, 3, 1, 1800);
    log.report(400 * 86_400)
}

#[test]
fn every_language_shows_everything() {
    let report = full();
    for language in Language::ALL {
        let html = render(&report, &Words::new(language), "/transparency");
        assert!(
            html.contains(&format!("<html lang=\"{}\">", language.tag())),
            "says its language"
        );
        assert!(
            !html.contains("tp-"),
            "{}: a message is missing",
            language.tag()
        );
        for id in SECTIONS {
            assert!(
                html.contains(&format!("<section id=\"{id}\"")),
                "section {id}"
            );
        }
        assert!(html.contains("class=\"late\""), "what is late is marked");
    }
}

#[test]
fn an_empty_log_says_so() {
    let log = Log::new();
    let nothing = crate::report::report(&[0; 16], &[], None, log.key(), 0);
    for language in Language::ALL {
        let words = Words::new(language);
        let html = render(&nothing, &words, "/transparency");
        for id in [
            "tp-nothing-yet",
            "tp-requests-none",
            "tp-demands-none",
            "tp-statements-none",
            "tp-log-none",
        ] {
            let text = maud::html! { (words.t(id, &[])) }.into_string();
            assert!(html.contains(&text), "{}: {id}", language.tag());
        }
    }
}

#[test]
fn words_of_others_are_text_and_nothing_is_loaded() {
    let html = render(&full(), &Words::new(Language::En), "/transparency");
    assert!(
        html.contains("&lt;script&gt;alert(1)"),
        "what somebody wrote stays text"
    );
    for forbidden in [
        "<script",
        "<style",
        "style=",
        "src=",
        "onclick",
        "javascript:",
        "@import",
        "url(",
        "http-equiv",
    ] {
        assert!(
            !html.contains(forbidden) && !STYLE.contains(forbidden),
            "the page has no {forbidden}"
        );
    }
    assert!(!html.contains("http://"), "no address of anybody else");
}

#[test]
fn no_place_at_home_and_no_reason_in_free_words() {
    let html = render(&full(), &Words::new(Language::En), "/transparency");
    for area in Log::AREAS {
        assert!(!html.contains(&area.to_string()), "no barangay");
    }
    assert!(
        !html.contains("must not be shown"),
        "a decision's free words stay with the asker and the custodians"
    );
}

#[test]
fn drills_stand_apart() {
    let mut report = full();
    report.requests[0].drill = true;
    report.requests[0].purpose = "drill";
    let html = render(&report, &Words::new(Language::En), "/transparency");
    let drills = html.split("<section id=\"drills\"").nth(1).unwrap();
    assert!(
        drills
            .split("</section>")
            .next()
            .unwrap()
            .contains("<article"),
        "among the drills"
    );
    let real = html.split("<section id=\"requests\"").nth(1).unwrap();
    assert!(
        !real
            .split("</section>")
            .next()
            .unwrap()
            .contains("<article"),
        "not among requests"
    );
}
