//! Preferences are there before anything is unlocked, and nothing damaged in them keeps the program from starting.

use super::FILE;
use crate::dto::{ErrorCode, Preferences};
use crate::testing::{bare, device};
use proptest::prelude::*;
use std::fs;

#[test]
fn they_are_kept_outside_of_any_register() {
    let mut d = device();
    let wanted = Preferences {
        language: Some("ceb".into()),
        theme: "dark".into(),
        single_keys: false,
    };
    d.app.keep_preferences(&wanted).expect("kept");
    d.app.lock();
    assert_eq!(d.app.preferences(), wanted, "read with everything locked");
    let again = crate::App::new(d.dir.path(), crate::Env::seeded(&d.clock, 9));
    assert_eq!(again.preferences(), wanted, "and after a start");
    assert_eq!(
        d.app.status().registers.len(),
        1,
        "the file is not taken for a register"
    );
    let text = fs::read_to_string(d.dir.path().join(FILE)).expect("a small file");
    assert!(
        !text.contains("Cuenca") && !text.contains("Officer"),
        "it says nothing of the register: {text}"
    );
}

#[test]
fn a_language_or_a_theme_that_is_none_is_refused() {
    let mut d = bare();
    assert_eq!(d.app.preferences(), Preferences::default(), "at first");
    for (field, wanted) in [
        (
            "language",
            Preferences {
                language: Some("../en".into()),
                ..Preferences::default()
            },
        ),
        (
            "theme",
            Preferences {
                theme: "neon".into(),
                ..Preferences::default()
            },
        ),
    ] {
        let e = d.app.keep_preferences(&wanted).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "the field is named"
        );
    }
    assert_eq!(d.app.preferences(), Preferences::default(), "as before");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_stands_in_the_file_the_program_starts(bytes in prop::collection::vec(any::<u8>(), 0..6000)) {
        let d = bare();
        fs::write(d.dir.path().join(FILE), &bytes).expect("writes");
        let found = d.app.preferences();
        prop_assert!(["system", "light", "dark"].contains(&found.theme.as_str()), "something that can be shown");
    }
}
