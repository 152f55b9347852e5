//! What leaves a register through the program, and what people may ask for.

use crate::program::{Bench, fixture};
use serde_json::Value;

/// A register with the sample's people, and somebody's id in it.
fn village() -> (Bench, String, String) {
    let bench = Bench::new();
    let dir = bench.register();
    let sample = fixture("cuenca_ofw_masterlist_A.xlsx");
    bench.run(&["import", &dir, &sample]).done();
    let hits = bench.run(&["find", &dir, "delos reyes michelle"]).done();
    let id = hits[0]["id"].as_str().expect("an id").to_owned();
    (bench, dir, id)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(path).expect("the file was written")
}

fn header(path: &str) -> String {
    read(path).lines().next().unwrap_or_default().to_owned()
}

#[test]
fn an_export_says_for_whom_and_is_listed() {
    let (bench, dir, id) = village();
    let out = |name: &str| bench.at(name);
    let own = out("own.csv");
    bench
        .run(&["export", &dir, "--format", "csv", "--out", &own])
        .done();
    let all = read(&own).lines().count();
    bench
        .run(&[
            "export",
            &dir,
            "--format",
            "csv",
            "--out",
            &out("no.csv"),
            "--purpose",
            "help",
        ])
        .refused(&["[field: to]"]);
    assert!(
        !bench.path("no.csv").exists(),
        "nothing leaves without its words"
    );
    let refused = [
        "export",
        &dir,
        "--format",
        "csv",
        "--out",
        &out("no.csv"),
        "--purpose",
        "curiosity",
    ];
    bench.run(&refused).refused(&["[field: purpose]"]);
    bench
        .run(&["person", "consent", &dir, &id, "--no", "desk"])
        .done();
    let few = out("few.csv");
    let to = "Municipal desk";
    let asked = [
        "export",
        &dir,
        "--format",
        "csv",
        "--out",
        &few,
        "--purpose",
        "help",
        "--to",
        to,
        "--fields",
        "surname,given,notes",
    ];
    let done = bench.run(&asked);
    assert!(
        done.stderr.contains("1 left out"),
        "who said no is left out, and that is said: {}",
        done.stderr
    );
    let persons = done.done()["persons"].as_u64().unwrap_or(0) as usize;
    assert_eq!(persons + 2, all, "all but her, and the header");
    assert_eq!(
        header(&few),
        "surname,given,emergency_note,remarks,notes",
        "what was asked for and no more"
    );
    let list = bench.run(&["exports", &dir]).done();
    let rows = list["rows"].as_array().expect("rows");
    let kinds: Vec<_> = rows.iter().map(|r| r["purpose"].as_str()).collect();
    assert_eq!(
        kinds,
        [Some("help"), Some("own-copy")],
        "each once, latest first; what was refused is none"
    );
    assert_eq!(
        (&rows[0]["to"], &rows[0]["persons"], &rows[0]["fields"]),
        (
            &Value::from(to),
            &Value::from(persons),
            &serde_json::json!(["surname", "given", "notes"])
        ),
        "to whom, of how many, which fields"
    );
    assert!(
        !list.to_string().contains("few.csv") && !list.to_string().contains("Reyes"),
        "no file and nobody's name"
    );
}
