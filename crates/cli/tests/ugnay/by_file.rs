//! A custodian whose line is cut judges a request on a copy of the log, decides, and its word goes to the log in somebody
//! else's pocket.

use crate::federation::{ready, requested};
use crate::town::text;

#[test]
fn a_custodian_without_a_line_decides_by_files() {
    let (mut t, _) = ready();
    let id = requested(&t, &["one", "two"]);
    let (short, three, stick) = (&id[..8], t.at("three"), t.at("stick"));
    let (trust, url) = (t.trust(), t.url.clone());
    let copy = ["log", "mirror", &stick, &url, "--policy", &trust];
    t.plain(&copy).done();
    t.cut();
    t.bench.run(&["custodian", "exchange", &three]).refused(&[]);
    let read = t.run(&["custodian", "read", &three, &stick]);
    assert_eq!(read["requests"], 1, "the request is in the copy: {read}");
    let rows = t.run(&["custodian", "requests", &three]);
    assert_eq!(
        rows[0]["hidden"], true,
        "without what lies beside the entries nobody reads what it asks for"
    );
    t.serve();
    let copied = t.plain(&[&copy[..], &["--bodies"]].concat()).done();
    assert!(
        copied["fetched"].as_u64() > Some(0),
        "bodies were missing: {copied}"
    );
    t.cut();
    t.run(&["custodian", "read", &three, &stick]);
    let rows = t.run(&["custodian", "requests", &three]);
    assert_eq!(
        (&rows[0]["checksOk"], &rows[0]["checks"]),
        (&20.into(), &20.into()),
        "every check is made on the copy alone: {rows}"
    );
    let file = t.at("decision");
    let outgoing = ["custodian", "outgoing", &three, "--out", &file];
    let early = t.bench.run(&outgoing);
    assert_eq!(early.code, 1, "nothing waits yet: {}", early.stderr);
    t.run(&["custodian", "decide", &three, short, "approve", "--offline"]);
    t.run(&[&outgoing[..], &["--request", short]].concat());
    t.bench.run(&outgoing).refused(&["decision"]);

    let carry = ["log", "carry", &file, &url];
    t.plain(&carry).refused(&[]);
    t.serve();
    let carried = t.plain(&carry).done();
    assert_eq!(
        carried["entries"].as_array().map(Vec::len),
        Some(1),
        "somebody without any key carried it: {carried}"
    );
    assert_eq!(
        t.plain(&carry).done()["entries"],
        carried["entries"],
        "carried twice it stands there once"
    );
    t.plain(&["log", "carry", &t.at("three-card"), &url])
        .refused(&["unknown_file"]);
    t.hours(2, &["one", "two"]);
    let shown = t.run(&["custodian", "show", &t.at("one"), short]);
    let said = &shown["decisions"][0];
    assert_eq!(
        (text(said, "organisation"), text(said, "kind")),
        ("three".to_owned(), "approve".to_owned()),
        "and the others see it: {shown}"
    );
    assert_eq!(said["logged"], true, "in the log");

    // The file of an objection is one of the same kind: handed on and carried.
    let (two, file) = (t.at("two"), t.at("objection"));
    let object = ["custodian", "decide", &two, short, "object", "--offline"];
    t.run(&[&object[..], &["--reason", "desk_doubted"]].concat());
    t.run(&["custodian", "objection", &two, short, "--out", &file]);
    let taken = t.run(&["custodian", "take-objection", &three, &file]);
    assert_eq!(
        (text(&taken, "organisation"), &taken["objections"]),
        ("two".to_owned(), &1.into()),
        "taken from hand to hand"
    );
    t.plain(&["log", "carry", &file, &url]).done();
    t.hours(2, &["one", "two"]);
    let rows = t.run(&["custodian", "requests", &t.at("one")]);
    assert_eq!(rows[0]["objections"], 1, "and it stands in the log: {rows}");
}
