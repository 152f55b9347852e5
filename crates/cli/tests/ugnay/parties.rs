//! Organisations and officers as a script drives them: folders, files, exit codes, one JSON document each.

use crate::program::{Bench, Run};
use serde_json::Value;

/// A custodian whose sheet was entered again.
fn custodian(bench: &Bench) -> String {
    let dir = bench.at("house");
    let made = bench.run(&[
        "custodian",
        "create",
        &dir,
        "--name",
        "One",
        "--jurisdiction",
        "PH",
    ]);
    assert_eq!(
        made.done()["paper_tested"],
        false,
        "a new key is on no paper yet"
    );
    let card = bench.at("card");
    bench
        .run(&["custodian", "card", &dir, "--out", &card])
        .refused(&["paper_untested"]);
    let words = bench.run(&["custodian", "words", &dir]).done();
    let words: Vec<&str> = words["words"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(words.len(), 24, "24 words");
    let mut wrong = words.clone();
    wrong[3] = if words[3] == "zoo" { "zone" } else { "zoo" };
    let file = bench.put("words", &wrong.join(" "));
    let check = ["custodian", "words-check", &dir, "--words-file", &file];
    let run = bench.run(&check);
    assert_eq!(
        (run.code, run.json()["wrong"].clone()),
        (1, serde_json::json!([4])),
        "a wrong word is an answer, and says which"
    );
    bench.put("words", &words.join("\n"));
    assert_eq!(bench.run(&check).done()["ok"], true, "all right");
    dir
}

fn code(run: &Run) -> i32 {
    run.code
}

#[test]
fn a_custodian_by_script() {
    let bench = Bench::new();
    let dir = custodian(&bench);
    let card = bench.at("card");
    let made = bench
        .run(&["custodian", "card", &dir, "--out", &card])
        .done();
    assert_eq!(
        made["fingerprint"].as_str().map(|f| f.split(' ').count()),
        Some(6),
        "six words to compare"
    );
    bench
        .run(&["custodian", "card", &dir, "--out", &card])
        .refused(&["card"]);
    let exchange = bench.run(&["custodian", "exchange", &dir]);
    assert_eq!(code(&exchange), 2, "there is no buffer yet");

    let shown = bench.run(&["custodian", "handover", "show", &dir]).done();
    assert_eq!(
        (&shown["direction"], &shown["canDestroy"]),
        (&"none".into(), &false.into()),
        "no hand-over is under way"
    );
    let out = bench.at("roster");
    let begin = ["custodian", "handover", "begin", &dir, &card, "--out", &out];
    bench
        .run(
            &[
                &begin[..],
                &["--fingerprint", "one two three four five six"],
            ]
            .concat(),
        )
        .refused(&["six words"]);
    bench
        .run(&["custodian", "handover", "destroy", &dir])
        .refused(&["--yes"]);
    bench
        .run(&["custodian", "handover", "destroy", &dir, "--yes"])
        .refused(&["no_genesis"]);
    let objection = bench.at("objection");
    bench
        .run(&["custodian", "objection", &dir, "0a0b", "--out", &objection])
        .refused(&["no_genesis"]);
    bench
        .run(&["custodian", "take-objection", &dir, &card])
        .refused(&["no_genesis"]);
    for file in ["roster", "objection"] {
        assert!(!bench.path(file).exists(), "no {file} was written");
    }
}

#[test]
fn demands_and_statements_by_script() {
    let bench = Bench::new();
    let dir = bench.at("house");
    let create = ["custodian", "create", &dir, "--name", "One"];
    bench
        .run(&[&create[..], &["--jurisdiction", "PH"]].concat())
        .done();
    let record = |more: &[&str]| {
        let base = ["custodian", "demand", "record", &dir];
        bench.run(&[&base[..], more].concat())
    };
    record(&["--authority", "pirates", "--asked", "names"]).refused(&["authority"]);
    let kept = record(&[
        "--authority",
        "police",
        "--asked",
        "names",
        "--note",
        "by letter",
    ])
    .done();
    assert_eq!(
        (&kept["counts"]["received"], &kept["unpublished"]),
        (&1.into(), &1.into()),
        "written down, and private"
    );
    let id = kept["rows"][0]["id"].as_str().expect("an id").to_owned();
    let again = ["--authority", "police", "--asked", "names", "--id", &id];
    let kept = record(&[&again[..], &["--outcome", "refused"]].concat()).done();
    assert_eq!(
        (
            &kept["rows"][0]["outcome"],
            kept["rows"].as_array().map(Vec::len)
        ),
        (&"refused".into(), Some(1)),
        "the same demand, with another outcome"
    );
    let listed = bench.run(&["custodian", "demand", "list", &dir]).done();
    assert_eq!(listed["rows"], kept["rows"], "as it was kept");
    let publish = bench.run(&["custodian", "demand", "publish", &dir]);
    assert_eq!(code(&publish), 2, "without a buffer nothing is published");
    let text = "en=We were asked.";
    let state = bench.run(&["custodian", "statement", "make", &dir, "--text", text]);
    assert_eq!(code(&state), 2, "nor stated");
    bench
        .run(&[
            "custodian",
            "statement",
            "make",
            &dir,
            "--text",
            "no language",
        ])
        .refused(&["LANGUAGE=TEXT"]);
    let none = bench.run(&["custodian", "statement", "list", &dir]).done();
    assert_eq!(
        none["rows"].as_array().map(Vec::len),
        Some(0),
        "nothing was said yet"
    );
}

#[test]
fn an_office_and_an_officer_by_script() {
    let bench = Bench::new();
    let (office, officer) = (bench.at("office"), bench.at("officer"));
    let made = bench.run(&["office", "create", &office, "--name", "Office"]);
    assert_eq!(made.done()["done"], true, "an office is made");
    let again = bench.run(&["office", "create", &office, "--name", "Office"]);
    assert_eq!(code(&again), 2, "once");
    let file = bench.at("office-card");
    let card = bench.run(&["office", "card", &office, "--out", &file]);
    assert_eq!(card.done()["file"], file.as_str(), "its card is a file");
    let invite = bench.run(&["office", "invite", &office]);
    assert_eq!(
        code(&invite),
        2,
        "who has joined no federation invites nobody"
    );
    bench
        .run(&["desk", "create", &officer, "--name", "Desk"])
        .done();
    let card = bench.at("officer-card");
    bench
        .run(&["desk", "card", &officer, "--out", &card])
        .done();
    let alone = ["desk", "draft-card", "--name", "Desk", "--area"];
    let draft = bench.at("desk-card");
    let run = crate::program::ugnay(
        &[
            &alone[..],
            &["0401009000", "--out", &draft, &card, "--json"],
        ]
        .concat(),
    );
    assert_eq!(code(&run), 2, "one officer is no desk");
    assert!(!bench.path("desk-card").exists(), "nothing was written");
    let submit = bench.run(&["desk", "submit", &officer, &card]);
    assert_eq!(code(&submit), 2, "a card is no paper to submit");
    let wrong = bench.run(&["office", "card", &officer, "--out", &bench.at("x")]);
    assert_eq!(code(&wrong), 2, "an officer's folder is no office");
}
