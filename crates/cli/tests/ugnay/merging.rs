//! Two entries of one person through the program: found, merged, taken apart, remembered as two.

use crate::program::{Bench, fixture};
use serde_json::Value;

#[test]
fn a_pair_is_merged_taken_apart_and_remembered_as_two() {
    let bench = Bench::new();
    let dir = bench.register();
    bench
        .run(&["import", &dir, &fixture("cuenca_ofw_masterlist_A.xlsx")])
        .done();
    let pairs = bench.run(&["duplicates", &dir]).done();
    let pairs = pairs.as_array().expect("a list");
    assert!(pairs.len() > 10, "the sheet names many twice");
    let first = &pairs[0];
    for side in ["a", "b"] {
        assert!(
            first[side]["id"].is_string() && first[side]["source"].is_string(),
            "each side says who and from where"
        );
    }
    assert!(
        first["why"][0].as_str().is_some_and(|w| w.contains(' ')),
        "reasons are words in the terminal"
    );
    let id = |side: &str| first[side]["id"].as_str().expect("an id").to_owned();
    let (a, b) = (id("a"), id("b"));
    let listed = |bench: &Bench| {
        let now = bench.run(&["duplicates", &dir]).json();
        let all = now.as_array().cloned().unwrap_or_default();
        all.iter()
            .any(|p| p["a"]["id"] == a.as_str() && p["b"]["id"] == b.as_str())
    };
    bench
        .run(&["merge", &dir, &a, &b, "--choose", "birth=c"])
        .refused(&["birth=c"]);
    let done = bench.run(&["merge", &dir, &b, &a]).done();
    let (kept, absorbed) = (done["kept"].as_str(), done["absorbed"].as_str());
    assert_eq!(
        (kept, absorbed),
        (
            Some(a.as_str().min(b.as_str())),
            Some(a.as_str().max(b.as_str()))
        ),
        "which of them does not hang on the order"
    );
    assert!(!listed(&bench), "a merged pair is not proposed");
    let undone = bench.run(&["merge", &dir, &a, &b, "--undo"]).done();
    assert_eq!(
        undone["left"],
        Value::Array(vec![]),
        "nothing was changed since"
    );
    assert!(listed(&bench), "it is a pair again");
    bench.run(&["not-same", &dir, &a, &b]).done();
    assert!(!listed(&bench), "two persons are not proposed again");
}
