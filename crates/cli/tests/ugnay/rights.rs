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
fn somebody_is_added_changed_and_shown() {
    let bench = Bench::new();
    let dir = bench.register();
    let added = bench
        .run(&[
            "person",
            "add",
            &dir,
            "--surname",
            "Alcaraz",
            "--given",
            "Nena",
            "--country",
            "sa",
            "--contact-name",
            "Ben Alcaraz",
            "--contact-phone",
            "0917 555 0101",
        ])
        .done();
    let id = added["person"].as_str().expect("an id").to_owned();
    let nameless = bench.run(&["person", "add", &dir, "--country", "SA"]);
    nameless.refused(&["[field:"]);
    let edit = [
        "person",
        "edit",
        &dir,
        &id,
        "--country",
        "AE",
        "--contact-relation",
        "spouse",
    ];
    assert_eq!(bench.run(&edit).done()["changed"], true, "written");
    assert_eq!(
        bench.run(&edit).done()["changed"],
        false,
        "the same again changes nothing"
    );
    let wrong = bench.run(&[
        "person",
        "edit",
        &dir,
        &id,
        "--contact",
        "3",
        "--contact-name",
        "X",
    ]);
    wrong.refused(&["--contact 3"]);
    let page = bench.run(&["person", "show", &dir, &id]).done();
    let card = &page["card"];
    assert_eq!(
        (
            &card["surname"],
            &card["country"],
            &card["contacts"][0]["relation"]
        ),
        (&"Alcaraz".into(), &"AE".into(), &"spouse".into()),
        "what was named changed, the rest stayed"
    );
    assert_eq!(
        card["contacts"][0]["phones"][0]["e164"], "+639175550101",
        "the contact's number stayed"
    );
}

#[test]
fn somebody_comes_home_and_is_abroad_again() {
    let bench = Bench::new();
    let dir = bench.register();
    let names = ["--surname", "Alcaraz", "--given", "Nena", "--country", "SA"];
    let added = bench.run(&[&["person", "add", &dir][..], &names].concat());
    let id = added.done()["person"].as_str().expect("an id").to_owned();
    let edit = |more: &[&str]| bench.run(&[&["person", "edit", &dir, &id][..], more].concat());
    let card = || bench.run(&["person", "show", &dir, &id]).done()["card"].clone();
    edit(&["--sex", "f", "--suffix", "Jr.", "--returned", "2024-05"]).done();
    let home = card();
    assert_eq!(
        (&home["sex"], &home["suffix"], &home["returned"]),
        (&"F".into(), &"Jr.".into(), &"2024-05".into()),
        "as typed"
    );
    edit(&["--sex", "woman"]).refused(&["[field: sex]"]);
    for wrong in ["soon", "2024-13", "2999", "~30@2020"] {
        edit(&["--returned", wrong]).refused(&["[field: returned]"]);
    }
    edit(&["--returned", "yes"]).done();
    assert_eq!(card()["returned"], "yes", "nobody said when");
    let abroad = edit(&["--returned", "no"]).done();
    assert_eq!(abroad["changed"], true, "taken back");
    assert_eq!(card()["returned"], "", "abroad again");
    assert_eq!(
        edit(&["--returned", "no"]).done()["changed"],
        false,
        "the same again changes nothing"
    );
    assert_eq!(card()["surname"], "Alcaraz", "the rest stayed");
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

#[test]
fn every_sheet_is_printed_once_and_listed() {
    let (bench, dir, id) = village();
    let all: [(&str, &str, Option<&str>); 5] = [
        ("meeting", "", Some("sheet_meeting")),
        ("card", &id, Some("sheet_card")),
        ("consent", &id, Some("sheet_consent")),
        ("plan", "SA", Some("sheet_plan")),
        ("consent", "", None),
    ];
    for (at, (sheet, about, kind)) in all.into_iter().enumerate() {
        let out = bench.at(&format!("{at}.pdf"));
        let args = [
            "print",
            sheet,
            &dir,
            "--about",
            about,
            "--out",
            &out,
            "--language",
            "fil",
        ];
        assert_eq!(
            bench.run(&args).done()["file"],
            out.as_str(),
            "{sheet}: where it lies"
        );
        let bytes = std::fs::read(&out).expect("the sheet");
        assert!(bytes.starts_with(b"%PDF-"), "{sheet}: a PDF");
        bench.run(&args).refused(&["--out"]);
        let list = bench.run(&["exports", &dir]).done();
        assert!(
            kind.is_none_or(|kind| list["rows"][0]["kind"] == kind),
            "{sheet}: what has names on it is listed: {list}"
        );
    }
    bench
        .run(&[
            "print",
            "calls",
            &dir,
            "--about",
            "none",
            "--out",
            &bench.at("c.pdf"),
        ])
        .refused(&[]);
    bench
        .run(&[
            "print",
            "card",
            &dir,
            "--about",
            "nobody",
            "--out",
            &bench.at("n.pdf"),
        ])
        .refused(&["there is no such entry"]);
    assert!(
        !bench.path("n.pdf").exists(),
        "nothing is written of nobody"
    );
}

#[test]
fn a_confirmation_moves_freshness_and_takes_nobody_by_mistake() {
    let (bench, dir, id) = village();
    let fresh = |bench: &Bench| {
        let all = bench.run(&["freshness", &dir, "--phones", "5"]).done();
        assert!(
            all["phones"]["rows"]
                .as_array()
                .is_some_and(|r| r.len() <= 5),
            "as many numbers as asked for"
        );
        all["freshness"]["all"]["fresh"].as_u64().expect("a figure")
    };
    let before = fresh(&bench);
    let done = bench.run(&["confirm", &dir, &id, "--from", "her mother"]);
    assert_eq!(done.done()["person"], id.as_str(), "who was confirmed");
    assert_eq!(fresh(&bench), before + 1, "one more is fresh");
    bench
        .run(&["confirm", &dir, "nobody"])
        .refused(&["there is no such entry"]);
}

#[test]
fn a_person_gets_a_copy_says_no_and_is_erased() {
    let (bench, dir, id) = village();
    let said = [
        "person",
        "consent",
        &dir,
        &id,
        "--yes",
        "hold",
        "--no",
        "emergency",
        "--how",
        "thumb_mark",
    ];
    let page = bench.run(&said).done();
    assert_eq!(page["reach"], "withheld", "a no counts at once");
    bench
        .run(&["person", "consent", &dir, &id, "--yes", "enforcement"])
        .refused(&["[field: purpose]"]);
    let (data, paper) = (bench.at("copy.json"), bench.at("copy.pdf"));
    let copy = |out: &str, more: &[&str]| {
        let args = [&["person", "access-copy", &dir, &id, "--out", out], more].concat();
        bench.run(&args)
    };
    assert_eq!(copy(&data, &[]).done()["file"], data.as_str(), "as data");
    copy(&paper, &["--format", "pdf", "--language", "ceb"]).done();
    copy(&paper, &["--format", "pdf"]).refused(&["there is a file already"]);
    let text: Value = serde_json::from_str(&read(&data)).expect("JSON");
    assert!(
        text.to_string().contains("Delos Reyes") && text["consents"].is_array(),
        "everything held, and what was agreed"
    );
    let bytes = std::fs::read(&paper).expect("the paper");
    assert!(bytes.starts_with(b"%PDF-"), "to be read");
    let list = bench.run(&["exports", &dir]).done();
    assert_eq!(
        (&list["rows"][0]["purpose"], &list["total"]),
        (&Value::from("access"), &Value::from(2)),
        "both copies are listed, without her name"
    );
    let look = bench.run(&["person", "erase", &dir, &id]);
    assert_eq!(look.code, 1, "a look is no deed");
    assert_eq!(look.json()["erased"], false, "and says so");
    bench
        .run(&["person", "erase", &dir, &id, "--for-good"])
        .done();
    bench
        .run(&[
            "person",
            "access-copy",
            &dir,
            &id,
            "--out",
            &bench.at("late.json"),
        ])
        .refused(&["there is no such entry"]);
    let out = bench.at("after.csv");
    bench
        .run(&["export", &dir, "--format", "csv", "--out", &out])
        .done();
    assert!(!read(&out).contains(&id), "nothing of her is written out");
}

#[test]
fn how_long_entries_are_kept_is_a_rule_that_touches_nobody() {
    let (bench, dir, _) = village();
    let rule = bench.run(&["retention", &dir]).done();
    assert_eq!(
        (&rule["rule"]["afterConfirmed"], &rule["rule"]["past"]),
        (&Value::from(3), &Value::from(0)),
        "every register begins with a rule, and nobody is past it on the first day"
    );
    let set = bench.run(&["retention", &dir, "--returned", "5"]).done();
    assert_eq!(
        (
            &set["rule"]["afterConfirmed"],
            &set["rule"]["afterReturned"]
        ),
        (&Value::from(3), &Value::from(5)),
        "what is not said stays"
    );
    bench
        .run(&["retention", &dir, "--confirmed", "0"])
        .refused(&["[field: after_confirmed]"]);
}

#[test]
fn corrected_cells_and_a_mapping_go_in_and_out_by_files() {
    let bench = Bench::new();
    let dir = bench.register();
    let sheet = bench.put(
        "list.csv",
        "Apelyido,Pangalan,Bansa,Contact\nAbad,Lorna,Dubia,09170000001\nBautista,Rico,KSA,09170000002\n",
    );
    let fixes = bench.put(
        "fixes.json",
        r#"[{"file": "list.csv", "sheet": "list", "row": 2, "column": "C", "now": "Dubai"}]"#,
    );
    let mapping = bench.at("mapping.json");
    let first = [
        "import",
        &dir,
        &sheet,
        "--dry-run",
        "--mapping-out",
        &mapping,
    ];
    let dry = bench.run(&first).done();
    let name = dry["files"][0]["sheets"][0]["sheet"]
        .as_str()
        .unwrap_or("")
        .to_owned();
    assert!(bench.path("mapping.json").exists(), "the mapping to edit");
    bench.run(&first).refused(&["--mapping-out"]);
    let text = read(&fixes).replace("\"list\", \"row\"", &format!("\"{name}\", \"row\""));
    let fixes = bench.put("fixes.json", &text);
    let report = bench
        .run(&[
            "import",
            &dir,
            &sheet,
            "--fixes",
            &fixes,
            "--mapping",
            &mapping,
        ])
        .done();
    assert_eq!(
        report["fixes"][0]["now"], "Dubai",
        "what was corrected is told"
    );
    assert_eq!(report["persons"], 2, "both came in");
    let hits = bench.run(&["find", &dir, "abad lorna"]).done();
    assert_eq!(hits[0]["destination"], "AE", "read as corrected");
    let wrong = bench.put("wrong.json", &text.replace("\"row\": 2", "\"row\": 99"));
    bench
        .run(&["import", &dir, &sheet, "--fixes", &wrong])
        .refused(&["99"]);
}

#[test]
fn an_export_takes_whom_find_and_the_filters_leave() {
    let (bench, dir, _) = village();
    let surname = |words: &str| {
        let hits = bench.run(&["find", &dir, words, "--limit", "500"]).done();
        hits.as_array().map_or(0, Vec::len)
    };
    let found = surname("delos reyes");
    let out = bench.at("found.csv");
    let asked = [
        "export",
        &dir,
        "--format",
        "csv",
        "--out",
        &out,
        "--find",
        "delos reyes",
    ];
    let said = bench.run(&asked).done();
    assert_eq!(
        (said["persons"].as_u64(), found > 0),
        (Some(found as u64), true),
        "as many as are found by the same words"
    );
    let narrowed = bench.at("narrowed.csv");
    let asked = [
        "export",
        &dir,
        "--format",
        "csv",
        "--out",
        &narrowed,
        "--find",
        "delos reyes",
        "--freshness",
        "fresh",
    ];
    let said = bench.run(&asked).done();
    assert_eq!(
        said["persons"].as_u64(),
        Some(0),
        "of whom nobody was confirmed yet"
    );
    let wrong = [
        "export",
        &dir,
        "--format",
        "csv",
        "--out",
        &bench.at("no.csv"),
        "--freshness",
        "lately",
    ];
    bench.run(&wrong).refused(&["lately"]);
}
