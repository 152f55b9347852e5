//! A bad network: whatever it does, nothing local is lost, the state says what happened, a later exchange goes through,
//! and the other device and the buffer have every record exactly once.

use crate::lines::{self, Fate, answer};
use crate::stage::{Stage, add, everybody, fails, sync};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use ugnay_app::dto::ErrorCode;

/// Live record blobs in the buffer.
fn records_there(s: &Stage) -> u32 {
    let db = rusqlite::Connection::open(s.database()).expect("the buffer's database opens");
    db.query_row(
        "SELECT count(*) FROM blobs WHERE kind = 1 AND bytes IS NOT NULL",
        [],
        |r| r.get(0),
    )
    .expect("a count")
}

/// After a failure: an honest line again, one exchange each, everything once.
fn recovers(s: &mut Stage, case: &str) {
    let url = s.url.clone();
    s.laptop.use_buffer(&url).expect("joined");
    let before = everybody(&mut s.laptop);
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert_eq!(
        everybody(&mut s.laptop),
        before,
        "{case}: the failed exchange and its repetition changed nobody here"
    );
    assert_eq!(
        everybody(&mut s.phone),
        before,
        "{case}: the other device has everybody, each once"
    );
    let state = s.laptop.sync_state().expect("state");
    assert_eq!(
        (state.unsent, state.last_error, state.kept as usize),
        (0, None, before.len()),
        "{case}: the state says that all is kept and forgets the failure"
    );
    assert_eq!(
        records_there(s) as usize,
        before.len(),
        "{case}: the buffer holds each record once"
    );
}

/// One new person, one exchange over a bad line, then recovery.
fn survives(s: &mut Stage, case: &str, url: &str, expected: (ErrorCode, &str)) {
    add(&mut s.laptop, "Dizon", case, "SA");
    let kept = s.laptop.sync_state().expect("state").kept;
    s.laptop.use_buffer(url).expect("joined");
    s.clock.advance(1);
    let (code, detail) = fails(&mut s.laptop);
    assert_eq!(
        (code, detail.as_str()),
        expected,
        "{case}: the code tells the officer what to do"
    );
    let state = s.laptop.sync_state().expect("state");
    assert_eq!(
        (state.unsent, state.kept, state.last_error, state.last_try),
        (1, kept, Some(code), Some(s.clock.now())),
        "{case}: the record still waits, nothing more is called kept, the failure is shown"
    );
    assert!(
        state.last_ok < state.last_try,
        "{case}: a failed exchange is not dated as a good one"
    );
    recovers(s, case);
}

#[test]
fn a_buffer_that_is_down_or_silent() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    survives(
        &mut s,
        "refused",
        &lines::nobody(),
        (ErrorCode::BufferUnreachable, ""),
    );
    s.stop_buffer();
    add(&mut s.laptop, "Evangelista", "Tess", "SA");
    assert_eq!(
        fails(&mut s.laptop).0,
        ErrorCode::BufferUnreachable,
        "a buffer that was switched off is not reached"
    );
    s.start_buffer();
    recovers(&mut s, "restarted");
    s.laptop
        .set_patience(Duration::from_millis(300))
        .expect("open");
    let silent = lines::silence();
    add(&mut s.laptop, "Dizon", "silent", "SA");
    s.laptop.use_buffer(&silent).expect("joined");
    assert_eq!(
        fails(&mut s.laptop).0,
        ErrorCode::BufferSlow,
        "a buffer that takes the request and says nothing is slow, not gone"
    );
    s.laptop
        .set_patience(Duration::from_secs(60))
        .expect("open");
    recovers(&mut s, "silent");
}

#[test]
fn a_server_that_answers_nonsense() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let html = b"<html><body>Welcome to the hotel. Please log in.</body></html>";
    let octets = "application/octet-stream";
    let cases: Vec<(&str, Vec<u8>, ErrorCode, &str)> = vec![
        (
            "garbage",
            answer("200 OK", octets, &[0xA5; 300]),
            ErrorCode::BufferNonsense,
            "message",
        ),
        (
            "nothing",
            answer("200 OK", octets, b""),
            ErrorCode::BufferNonsense,
            "message",
        ),
        (
            "portal",
            answer("200 OK", "text/html", html),
            ErrorCode::BufferNonsense,
            "message",
        ),
        (
            "portal redirect",
            answer(
                "302 Found\r\nlocation: http://hotel.invalid/",
                "text/html",
                html,
            ),
            ErrorCode::BufferNonsense,
            "status",
        ),
        (
            "proxy error",
            answer("502 Bad Gateway", "text/html", html),
            ErrorCode::BufferNonsense,
            "status",
        ),
        (
            "endless",
            answer("200 OK", octets, &vec![7; 16 * 1024 * 1024 + 2]),
            ErrorCode::BufferNonsense,
            "",
        ),
        (
            "short of its length",
            b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nshort".to_vec(),
            ErrorCode::BufferUnreachable,
            "",
        ),
        (
            "not http",
            b"220 mail.invalid ESMTP\r\n".to_vec(),
            ErrorCode::BufferUnreachable,
            "",
        ),
    ];
    for (case, bytes, code, detail) in cases {
        survives(&mut s, case, &lines::answers(bytes), (code, detail));
    }
}

#[test]
fn a_refusal_with_a_reason_is_told_as_that_reason() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    for (status, code, expected) in [
        (
            "503 Service Unavailable",
            "unavailable",
            ErrorCode::BufferSlow,
        ),
        ("408 Request Timeout", "timeout", ErrorCode::BufferSlow),
        (
            "429 Too Many Requests",
            "too_many",
            ErrorCode::BufferRefused,
        ),
        (
            "507 Insufficient Storage",
            "storage_full",
            ErrorCode::BufferRefused,
        ),
        ("403 Forbidden", "clock_skew", ErrorCode::BufferRefused),
    ] {
        let number = status.split(' ').next().expect("a number");
        let body =
            format!(r#"{{"type":"about:blank","title":"no","status":{number},"code":"{code}"}}"#);
        let bytes = answer(status, "application/problem+json", body.as_bytes());
        survives(&mut s, code, &lines::answers(bytes), (expected, code));
    }
}

#[test]
fn another_certificate_than_the_pinned_one() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let (front, right) = lines::tls_front(&s.url);
    let (_, wrong) = lines::tls_front(&s.url);
    s.laptop.pin_certificate(&wrong).expect("open");
    survives(
        &mut s,
        "foreign certificate",
        &front,
        (ErrorCode::BufferCertificate, ""),
    );
    s.laptop.pin_certificate(&right).expect("open");
    s.laptop.use_buffer(&front).expect("joined");
    add(&mut s.laptop, "Flores", "Ana", "SA");
    sync(&mut s.laptop);
    recovers(&mut s, "pinned certificate");
}

/// Cuts the nth request of an exchange, for every n, until an exchange needs no nth request.
fn cut_everywhere(fate: fn() -> Fate) -> usize {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    for nth in 0..60 {
        let case = format!("request {nth}");
        add(&mut s.laptop, "Garcia", &format!("N{nth}"), "SA");
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let bad = lines::proxy(&s.url, move |_| {
            if count.fetch_add(1, Ordering::SeqCst) == nth {
                fate()
            } else {
                Fate::Pass
            }
        });
        s.laptop.use_buffer(&bad).expect("joined");
        let all = everybody(&mut s.laptop).len() as u32;
        if s.laptop.sync_now(&mut |_| true).is_ok() {
            assert!(
                asked.load(Ordering::SeqCst) <= nth,
                "{case}: an exchange cannot succeed over an answer that never came whole"
            );
            recovers(&mut s, &case);
            return nth;
        }
        let state = s.laptop.sync_state().expect("state");
        assert_eq!(
            (state.unsent + state.kept, state.last_error),
            (all, Some(ErrorCode::BufferUnreachable)),
            "{case}: every record is either waiting or acknowledged, and the cut is shown"
        );
        recovers(&mut s, &case);
    }
    60
}

#[test]
fn the_line_is_cut_in_any_answer() {
    let cuts = cut_everywhere(|| Fate::CutAnswer);
    assert!(
        (5..60).contains(&cuts),
        "an exchange has several answers and all of them were cut once: {cuts}"
    );
}

#[test]
fn the_line_is_cut_in_any_request() {
    let cuts = cut_everywhere(|| Fate::CutRequest);
    assert!(
        (5..60).contains(&cuts),
        "an exchange has several requests and all of them were cut once: {cuts}"
    );
}

#[test]
fn the_answer_to_a_batch_is_cut_after_the_buffer_kept_it() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let there = records_there(&s);
    add(&mut s.laptop, "Dizon", "Batch", "SA");
    let bad = lines::proxy(&s.url, |line| {
        if line.contains("/batch") {
            Fate::CutAnswer
        } else {
            Fate::Pass
        }
    });
    s.laptop.use_buffer(&bad).expect("joined");
    assert_eq!(
        fails(&mut s.laptop).0,
        ErrorCode::BufferUnreachable,
        "without an acknowledgement the exchange failed"
    );
    assert_eq!(
        records_there(&s),
        there + 1,
        "the story needs the buffer to have kept the batch"
    );
    assert_eq!(
        s.laptop.sync_state().expect("state").unsent,
        1,
        "what was not acknowledged is not called sent"
    );
    recovers(&mut s, "batch kept, answer cut");
}
