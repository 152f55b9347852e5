//! Commands that stand alone: a flight list held against a register, a file that wants to be installed, the manual.

use crate::documented::tree;
use crate::program::{Bench, ugnay};
use crate::town::LIST;
use std::path::Path;

#[test]
fn a_flight_list_is_held_against_the_register() {
    let bench = Bench::new();
    let dir = bench.register();
    let list = bench.put("list.csv", LIST);
    bench.run(&["import", &dir, &list]).done();
    let flight = bench.put(
        "flight.csv",
        "Surname,Given name,Country\nCanarias,Ana,Saudi Arabia\nNobody,Here,Qatar\n",
    );
    let out = bench.at("answers.json");
    let answers = bench.run(&["match", &dir, &flight, "--out", &out]).done();
    assert_eq!(answers[0]["row"], 2, "one answer a row: {answers}");
    assert_ne!(answers[0]["decision"], "none", "she is on the list");
    assert_eq!(answers[1]["decision"], "none", "nobody is not");
    let saved = std::fs::read_to_string(&out).expect("written");
    let saved: serde_json::Value = serde_json::from_str(&saved).expect("as JSON");
    assert_eq!(saved, answers, "file and stdout tell the same");
    bench
        .run(&["match", &dir, &bench.at("no.csv")])
        .refused(&["no.csv"]);
}

#[test]
fn a_file_without_good_papers_is_not_installed() {
    let bench = Bench::new();
    let file = bench.put("app", "bytes");
    let junk = bench.put("junk", "no paper");
    let papers = ["--manifest", &junk, "--proof", &junk, "--keys", &junk];
    let run = ugnay(&[&["app", "verify", &file], &papers[..], &["--json"]].concat());
    assert_ne!(run.code, 0, "it is refused: {}", run.stdout);
    assert!(!run.stdout.contains("\"ok\":true"), "and never called good");
    let gone = bench.at("no-app");
    ugnay(&[&["app", "verify", &gone], &papers[..], &["--json"]].concat()).refused(&[]);
}

#[test]
fn the_manual_has_a_page_for_every_command_with_its_options() {
    let bench = Bench::new();
    let dir = bench.at("manual");
    let made = ugnay(&["man", "--out", &dir, "--json"]).done();
    assert!(made["pages"].as_u64() > Some(70), "so many: {made}");
    for (leaf, options) in tree() {
        let page = Path::new(&dir).join(format!("ugnay-{}.1", leaf.replace(' ', "-")));
        let text = std::fs::read_to_string(&page).expect("every command has its page");
        let text = text.replace('\\', "");
        for option in options {
            assert!(text.contains(&option), "ugnay {leaf}: {option}");
        }
    }
    let first = ugnay(&["man"]);
    assert!(
        first.stdout.contains("ugnay\\-import(1)"),
        "the first page names the others: {}",
        first.stdout
    );
}
