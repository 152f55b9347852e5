//! What is refused: with exit 2, nothing on stdout, and a message that names what is at fault.

use crate::program::{Bench, fixture, ugnay};

#[test]
fn a_wrong_passphrase_is_refused_without_a_hint() {
    let bench = Bench::new();
    let dir = bench.register();
    let wrong = bench.put("wrong", "limang salitang walang lamat\n");
    let run = ugnay(&["find", &dir, "ana", "--passphrase-file", &wrong, "--json"]);
    run.refused(&["the passphrase does not open this register"]);
    assert!(
        !run.stderr.contains("limang"),
        "a passphrase is never repeated"
    );
    let empty = bench.put("empty", "\nlimang salitang walang laman\n");
    ugnay(&["find", &dir, "ana", "--passphrase-file", &empty])
        .refused(&["--passphrase-file", "empty"]);
    ugnay(&["find", &dir, "ana", "--passphrase-file", &bench.at("none")])
        .refused(&["--passphrase-file", "none"]);
}

#[test]
fn a_register_is_made_once_for_a_known_place_with_a_long_passphrase() {
    let bench = Bench::new();
    let dir = bench.register();
    let create = |dir: &str, place: &str| bench.run(&["register", "create", dir, "--place", place]);
    create(&dir, "0401009007").refused(&["there is something there already"]);
    create(&bench.at("s"), "0401009999").refused(&["place"]);
    assert!(
        !bench.path("s").exists(),
        "a refused register leaves no folder"
    );
    bench.put("pass", "short\n");
    create(&bench.at("s"), "0401009007").refused(&["too short", "passphrase"]);
    bench
        .run(&["find", &bench.at("nowhere"), "ana"])
        .refused(&["there is no register in this folder"]);
}

#[test]
fn bad_files_are_named() {
    let bench = Bench::new();
    let dir = bench.register();
    let letter = "Dear Captain,\n\nplease send us the list.\n\nYours, the office\n";
    for (name, content, words) in [
        ("nothing.xlsx", "", "is empty"),
        ("scan.xlsx", "%PDF-1.7\n1 0 obj\n", "not a sheet"),
        ("letter.xlsx", letter, "not a sheet"),
        ("cut.xlsx", "PK\u{3}\u{4}", "damaged"),
    ] {
        let file = bench.put(name, content);
        bench.run(&["import", &dir, &file]).refused(&[name, words]);
    }
    let locked = fixture("calamine_pass_protected.xlsx");
    bench
        .run(&["import", &dir, &locked])
        .refused(&["calamine_pass_protected.xlsx", "password"]);
    bench
        .run(&["import", &dir, &bench.at("missing.xlsx")])
        .refused(&["missing.xlsx"]);
    let list = bench.put("list.csv", "Name,Birthday\nJuan P. Cruz,1965-12-05\n");
    let mapping = bench.put("mapping.json", "[]");
    bench
        .run(&["import", &dir, &list, "--mapping", &mapping])
        .refused(&["--mapping", "mapping.json"]);
    bench
        .run(&["import", "--undo", &dir, "nonsense"])
        .refused(&["no such entry"]);
    assert_eq!(
        bench.run(&["find", &dir, "cruz"]).code,
        1,
        "nothing of all this was written"
    );
}

#[test]
fn wrong_usage_ends_with_two() {
    let bench = Bench::new();
    let dir = bench.at("r");
    ugnay(&[]).refused(&["Usage"]);
    ugnay(&["fnid", &dir, "ana"]).refused(&["fnid"]);
    ugnay(&["find", &dir]).refused(&["QUERY"]);
    ugnay(&["find", &dir, "ana", "--limit", "many"]).refused(&["--limit", "many"]);
    let out = bench.at("out");
    bench
        .run(&["export", &dir, "--format", "doc", "--out", &out])
        .refused(&["--format", "csv"]);
    let run = ugnay(&["find", &dir, "ana", "--passphrase", "said aloud"]);
    run.refused(&["--passphrase"]);
    assert!(
        !run.stderr.contains("said aloud"),
        "a passphrase cannot come as an argument, and is not repeated"
    );
}
