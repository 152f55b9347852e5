//! Words in their room and out of it.

use super::check;
use crate::files::SourceFile;

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn sql_stays_in_the_stores() {
    let line = "let all = \"SELECT id FROM person\";\n";
    for path in [
        "crates/register/src/table/person.rs",
        "crates/buffer/src/store/sqlite.rs",
        "crates/app/src/people/tests.rs",
        "tests/src/demo.rs",
    ] {
        assert_eq!(check(&file(path, line)), [], "{path} may speak SQL");
    }
    for path in [
        "crates/app/src/people.rs",
        "crates/sync/src/plan.rs",
        "src-tauri/src/commands.rs",
        "crates/buffer/src/routes.rs",
    ] {
        assert_eq!(
            check(&file(path, line)).len(),
            1,
            "{path} must ask the store"
        );
    }
    assert_eq!(
        check(&file(
            "crates/app/src/people.rs",
            "// SELECT nothing FROM here\n"
        )),
        [],
        "a comment is no query"
    );
}

#[test]
fn the_clock_and_the_dice_are_passed_in() {
    for word in ["chrono::Utc::now()", "std::time::SystemTime::now()"] {
        assert_eq!(
            check(&file("crates/app/examples/show.rs", word)),
            [],
            "an example is run by hand"
        );
        assert_eq!(
            check(&file("crates/app/src/env.rs", word)),
            [],
            "the one place that asks the system"
        );
        assert_eq!(
            check(&file("crates/register/src/open.rs", word)).len(),
            1,
            "{word} cannot be tested"
        );
        assert_eq!(
            check(&file("crates/register/src/open/tests.rs", word)).len(),
            1,
            "a test has its own clock"
        );
    }
    for word in ["rand_core::OsRng", "getrandom::SysRng", "rand::rng()"] {
        assert_eq!(
            check(&file("crates/seal/src/kdf.rs", word)).len(),
            1,
            "{word} hides where keys come from"
        );
        assert_eq!(
            check(&file("crates/seal/src/kdf/tests.rs", word)),
            [],
            "a test may use real keys"
        );
    }
}

#[test]
fn a_test_does_not_sleep() {
    let line = "thread::sleep(Duration::from_secs(1));\n";
    for path in [
        "tests/src/sync.rs",
        "crates/buffer/src/limiter/tests.rs",
        "crates/buffer/tests/http.rs",
    ] {
        assert_eq!(
            check(&file(path, line)).len(),
            1,
            "{path} would be slow on a good day and red on a bad one"
        );
    }
    assert_eq!(
        check(&file("crates/sync/src/http.rs", line)),
        [],
        "a retry may wait"
    );
}
