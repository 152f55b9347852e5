//! What the terminal says of an alarm.

use super::*;
use std::collections::BTreeSet;

#[test]
fn every_kind_of_alarm_has_words_of_its_own() {
    let words: BTreeSet<_> = AlarmKind::ALL.iter().map(|k| alarm_words(*k)).collect();
    assert_eq!(
        words.len(),
        AlarmKind::ALL.len(),
        "people do something else about each"
    );
    let Fail::Wrong(message) = Fail::from(AppError::new(ErrorCode::BufferAlarm).detail("log_fork"))
    else {
        panic!("an alarm is no answer")
    };
    for part in [
        "ALARM",
        "different stories",
        "Nothing here was deleted",
        "log_fork",
    ] {
        assert!(message.contains(part), "{part} is said: {message}");
    }
}
