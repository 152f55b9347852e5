//! The story of the main job: `ugnay demo` on loopback with real parts, every step of it done.

use crate::program::ugnay;

const STEPS: [&str; 24] = [
    "federation founded",
    "buffer started",
    "desk card signed and logged",
    "register created",
    "sheet brought in",
    "person found by a misspelt name",
    "register joined with twelve words",
    "sealed register sent",
    "custodians keep their shares",
    "second device enrolled",
    "second device sees the same people",
    "buffer searched for what it must not know",
    "crisis declared by two officers",
    "call list made and outcomes recorded offline",
    "sealed counts and tokens reported",
    "board and referral at the desk",
    "release asked for",
    "two custodians alone open nothing",
    "three custodians approve after checking the log",
    "exactly the cards in scope are open",
    "what is out of scope stays shut",
    "the grant expires",
    "log verified from outside",
    "buffer searched once more",
];

#[test]
fn the_main_job_runs_from_a_messy_sheet_to_a_closed_release() {
    let run = ugnay(&["demo", "--json"]);
    let told = run.json();
    let steps = told["steps"].as_array().expect("steps");
    for step in steps {
        assert_eq!(step["ok"], true, "{}: {}", step["name"], step["detail"]);
        assert!(
            step["detail"].as_str().is_some_and(|d| !d.is_empty()),
            "{} says what was done",
            step["name"]
        );
    }
    let names: Vec<_> = steps.iter().filter_map(|s| s["name"].as_str()).collect();
    assert_eq!(names, STEPS, "no step of the story is left out");
    assert_eq!(told["ok"], true, "and the whole is well");
    assert_eq!(run.code, 0, "which the exit code says too");
    assert!(run.stderr.contains("DEMO"), "marked as what it is");
}
