//! A sheet through the program: brought in with its report, found, written out, taken back.

use crate::program::{Bench, fixture};
use serde_json::Value;
use std::collections::BTreeSet;

const SAMPLE: &str = "cuenca_ofw_masterlist_A.xlsx";
const COLUMNS: &str = "record_id,surname,given,middle,suffix,nickname,sex,birth_date,birth_date_precision,civil_status,barangay_psgc,purok,destination_country,destination_place,sea_based,occupation,employer,phones,emails,handles,contact1_name,contact1_relation,contact1_phones,contact2_name,contact2_relation,contact2_phones,contact3_name,contact3_relation,contact3_phones,last_confirmed,source_file,source_sheet,source_row";

#[test]
fn a_corrected_sheet_is_told_of_and_taken_over_when_asked() {
    let bench = Bench::new();
    let dir = bench.register();
    let (first, corrected) = (
        fixture("typed/09_first.csv"),
        fixture("typed/09_corrected.csv"),
    );
    let report = bench.run(&["import", &dir, &first, &first]).done();
    assert_eq!(report["persons"], 3, "the same file twice is read once");
    let differs = |report: &Value| {
        let problems = rows(report).filter_map(|r| r["problems"].as_array());
        problems
            .flatten()
            .filter(|p| p["code"] == "differs")
            .count()
    };
    let told = bench.run(&["import", &dir, &corrected, "--dry-run"]).done();
    assert_eq!(differs(&told), 2, "every cell that differs is told");
    bench.run(&["import", &dir, &corrected, "--update"]).done();
    let again = bench.run(&["import", &dir, &corrected]).done();
    assert_eq!(
        differs(&again),
        0,
        "then the register says what the sheet says"
    );
}

#[test]
fn a_sheet_is_brought_in_found_written_out_and_taken_back() {
    let bench = Bench::new();
    let dir = bench.register();
    let sample = fixture(SAMPLE);
    let dry = bench.run(&["import", &dir, &sample, "--dry-run"]).done();
    assert_eq!(dry["persons"], 612, "a dry run understands everybody");
    let nobody = bench.run(&["find", &dir, "delos reyes"]);
    assert_eq!(nobody.code, 1, "and writes nobody: the answer is no");
    assert_eq!(nobody.json(), Value::Array(vec![]), "said in JSON too");

    let file = bench.at("report.json");
    let report = bench
        .run(&["import", &dir, &sample, "--report", &file])
        .done();
    let saved = std::fs::read_to_string(&file).expect("the report was written");
    let saved: Value = serde_json::from_str(&saved).expect("as JSON");
    assert_eq!(saved, report, "file and stdout tell the same");
    the_report_has_the_contracts_shape(&report);

    let again = bench.run(&["import", &dir, &sample]).done();
    let named = rows(&again).filter(|r| r["person"].is_string()).count();
    assert_eq!(named, 0, "the same sheet again adds nobody");

    let hits = bench.run(&["find", &dir, "delos reyez michele", "--limit", "3"]);
    let hits = hits.done();
    assert!(
        hits.as_array().is_some_and(|h| h.len() <= 3),
        "at most as many as asked for"
    );
    let keys: BTreeSet<&str> = hits[0]
        .as_object()
        .expect("a hit")
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        BTreeSet::from(["id", "name", "barangay", "destination", "score", "why"]),
        "a hit has what the contract says"
    );
    assert_eq!(
        hits[0]["name"], "Delos Reyes, Michelle",
        "found by a misspelt name"
    );

    let out = bench.at("out.csv");
    let export = bench.run(&["export", &dir, "--format", "csv", "--out", &out]);
    assert_eq!(export.done()["persons"], 612, "everybody is written out");
    let text = std::fs::read_to_string(&out).expect("the file is there");
    assert_eq!(
        text.lines()
            .next()
            .map(|l| l.trim_start_matches('\u{feff}')),
        Some(COLUMNS),
        "in the canonical columns"
    );
    bench
        .run(&["export", &dir, "--format", "csv", "--out", &out])
        .refused(&["out.csv", "there is a file already"]);

    let id = report["import_id"].as_str().expect("an id");
    let undo = bench.run(&["import", "--undo", &dir, id]).done();
    assert_eq!(
        undo,
        serde_json::json!({ "removed": 612 }),
        "the whole import is taken back"
    );
    assert_eq!(
        bench.run(&["find", &dir, "delos reyes"]).code,
        1,
        "and nobody is found any more"
    );
}

fn rows(report: &Value) -> impl Iterator<Item = &Value> {
    report["rows"].as_array().expect("rows").iter()
}

fn the_report_has_the_contracts_shape(report: &Value) {
    assert_eq!(report["persons"], 612, "persons added");
    assert!(
        report["contacts"].as_u64().is_some_and(|n| n > 600),
        "and their families"
    );
    let sheets = report["files"][0]["sheets"].as_array().expect("sheets");
    let dita = sheets
        .iter()
        .find(|s| s["sheet"] == "DITA")
        .expect("the sheet by its name");
    assert!(
        dita["rows_read"].is_u64() && dita["header_rows"].is_array() && dita["mapping"].is_object(),
        "what was understood of it"
    );
    assert_eq!(
        report["files"][0]["file"], SAMPLE,
        "the file without its folder"
    );
    let mut seen = BTreeSet::new();
    for row in rows(report) {
        let place = (row["sheet"].as_str(), row["row"].as_u64());
        assert!(
            place.0.is_some() && place.1.is_some() && seen.insert(place),
            "every row once: {place:?}"
        );
        assert!(
            row["kind"].is_string() && row["problems"].is_array(),
            "with its kind and problems"
        );
        let person = row["kind"] == "person";
        assert!(
            !person || row["person"].is_string(),
            "a person's row names the record: {place:?}"
        );
    }
    let problem = rows(report)
        .filter_map(|r| r["problems"].get(0))
        .next()
        .expect("a messy sheet has problems");
    for key in ["column", "field", "code", "detail"] {
        assert!(problem[key].is_string(), "a problem has its {key}");
    }
    let pair = &report["duplicates"][0];
    assert!(
        pair["a"]["row"].is_u64() && pair["b"]["sheet"].is_string() && pair["score"].is_f64(),
        "likely duplicates are proposed by row"
    );
    let skipped = &report["skipped"][0];
    assert!(
        skipped["reason"].is_string() && skipped["row"].is_u64(),
        "what brought nothing says why"
    );
}
