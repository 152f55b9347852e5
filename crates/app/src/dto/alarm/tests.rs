//! No alarm goes without words of its own: the page that lists the codes, the code that raises them, and the kinds agree.

use super::*;
use crate::dto::{AppError, ErrorCode};
use std::collections::BTreeSet;

/// Codes in the table of alarms of docs/SYNC.md.
fn listed() -> BTreeSet<&'static str> {
    let page = include_str!("../../../../../docs/SYNC.md");
    let section = page.split("## Alarms").nth(1).expect("a chapter on alarms");
    let section = section.split("\n## ").next().expect("it ends");
    let rows = section.lines().filter(|l| l.starts_with("| `"));
    rows.filter_map(|l| l.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn every_alarm_has_a_kind() {
    let codes = listed();
    assert!(codes.len() > 30, "the table was found: {codes:?}");
    let without: Vec<_> = codes
        .iter()
        .filter(|c| AlarmKind::of(c) == AlarmKind::Other)
        .collect();
    assert!(without.is_empty(), "nobody is told what to do: {without:?}");
    for kind in AlarmKind::ALL.iter().filter(|k| **k != AlarmKind::Other) {
        assert!(
            codes.iter().any(|c| AlarmKind::of(c) == *kind),
            "{kind:?} happens"
        );
    }
}

#[test]
fn every_alarm_that_sync_raises_is_listed() {
    let sources = [
        include_str!("../../../../sync/src/mirror.rs"),
        include_str!("../../../../sync/src/pull/heads.rs"),
        include_str!("../../../../sync/src/pull/rosters.rs"),
        include_str!("../../../../sync/src/pull/shards.rs"),
        include_str!("../../../../sync/src/watch.rs"),
        include_str!("../../../../sync/src/proof.rs"),
        include_str!("../../../../sync/src/shown.rs"),
    ];
    let codes = listed();
    let raised = sources
        .iter()
        .flat_map(|s| s.split("Alarm(\"").skip(1))
        .filter_map(|rest| rest.split('"').next());
    let missing: BTreeSet<_> = raised.filter(|c| !codes.contains(c)).collect();
    assert!(missing.is_empty(), "not in docs/SYNC.md: {missing:?}");
}

#[test]
fn an_error_says_its_kind_whoever_makes_it() {
    let error = AppError::new(ErrorCode::BufferAlarm).detail("log_fork");
    assert_eq!(error.alarm, Some(AlarmKind::Fork), "by its detail");
    assert_eq!(
        AppError::new(ErrorCode::BufferAlarm).alarm,
        Some(AlarmKind::Other),
        "an alarm without one is still an alarm"
    );
    assert_eq!(
        AppError::new(ErrorCode::Refused).detail("log_fork").alarm,
        None,
        "what is no alarm has no kind"
    );
}
