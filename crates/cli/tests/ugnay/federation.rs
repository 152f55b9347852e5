//! A federation driven from the terminal alone, against a real server: founded, joined, asked, opened, changed.

use crate::town::{LIST, Town, text};
use serde_json::Value;

pub const CUSTODIANS: [&str; 3] = ["one", "two", "three"];

/// A federation with a desk, and the register `r` of two people whose shares are confirmed.
pub fn ready() -> (Town, String) {
    let mut town = Town::found();
    town.desk();
    let words = invited(&town);
    let r = town.register("r", &words);
    let list = town.bench.put("list.csv", LIST);
    assert_eq!(town.run(&["import", &r, &list])["persons"], 2, "both");
    let sync = ["sync", &r, "--buffer", &town.url];
    town.run(&sync);
    town.hours(1, &CUSTODIANS);
    let kept = town.run(&sync)["protected"].clone();
    assert_eq!(kept["j"], 3, "all custodians confirmed: {kept}");
    (town, r)
}

/// The office's invitations: on paper, listed, taken back. Gives the words of one that is open.
fn invited(t: &Town) -> String {
    let office = t.at("office");
    let sheet = t.at("invitation.pdf");
    let invite = ["office", "invite", &office, "--label", "Dita"];
    let on_paper = [&invite[..], &["--sheet", &sheet, "--language", "fil"]].concat();
    let made = t.run(&on_paper);
    let pdf = std::fs::read(&sheet).expect("the sheet is there");
    assert!(pdf.starts_with(b"%PDF-"), "it is one to print");
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(
            &std::fs::metadata(&sheet).expect("there").permissions()
        ) & 0o077,
        0,
        "the words on it are for its owner alone"
    );
    let words = text(&made, "words");
    assert_eq!(words.split(' ').count(), 12, "twelve words");
    let one: Vec<&str> = words.split(' ').take(1).collect();
    assert!(
        !pdf.windows(words.len()).any(|w| w == words.as_bytes()) && one[0].len() > 2,
        "the page holds drawn letters, no text to search"
    );
    t.bench.run(&on_paper).refused(&["--sheet", "already"]);
    t.run(&["office", "invite", &office, "--label", "San Felipe"]);
    let open = t.run(&["office", "invitations", &office]);
    let rows = open.as_array().expect("a list");
    assert_eq!(rows.len(), 2, "the refused one made no invitation: {open}");
    let other = rows.iter().find(|r| r["label"] == "San Felipe");
    let id = text(other.expect("listed"), "id");
    t.run(&["office", "revoke", &office, &id]);
    let open = t.run(&["office", "invitations", &office]);
    assert_eq!(open.as_array().map(Vec::len), Some(1), "taken back");
    words
}

#[test]
fn from_a_founding_to_a_release_and_its_end() {
    let (t, r) = ready();
    campaign(&t, &r);
    the_log_from_outside(&t);
    let id = asked(&t);
    opened(&t, &id);
    ended(&t, &id);
}

fn campaign(t: &Town, r: &str) {
    let (first, paper) = (t.at("first"), t.at("campaign"));
    let open = [
        "campaign",
        "open",
        &first,
        "--crisis",
        "Storm",
        "--country",
        "SA",
    ];
    let more = ["--area", "0401009000", "--out", &paper, "--hazard"];
    let open = [&open[..], &more].concat();
    t.bench
        .run(&[&open[..], &["boredom"]].concat())
        .refused(&["--hazard"]);
    let made = t.run(&[&open[..], &["disaster"]].concat());
    t.submit(&paper);
    t.hours(2, &CUSTODIANS);
    t.run(&["sync", r, "--buffer", &t.url]);
    let known = t.run(&["campaign", "list", &first]);
    assert_eq!(known[0]["id"], made["id"], "the desk knows its own");

    // The register has it now: whom to call, on paper.
    let rows = t.run(&["campaigns", r]);
    assert_eq!(
        (&rows[0]["name"], &rows[0]["inScope"]),
        (&"Storm".into(), &2.into()),
        "it is about both: {rows}"
    );
    let (id, out) = (text(&rows[0], "id"), t.at("calls.pdf"));
    let calls = ["print", "calls", r, "--out", &out, "--about"];
    t.bench
        .run(&[&calls[..], &["nonsense"]].concat())
        .refused(&["no such entry"]);
    assert!(!t.bench.path("calls.pdf").exists(), "nothing was written");
    let made = t.run(&[&calls[..], &[&id, "--language", "ceb"]].concat());
    let pdf = std::fs::read(&out).expect("the sheet is there");
    assert!(pdf.starts_with(b"%PDF-"), "one to print");
    assert_eq!(made["bytes"], pdf.len(), "as long as it says");
    let given = t.run(&["exports", r]);
    assert_eq!(
        (&given["rows"][0]["kind"], &given["rows"][0]["persons"]),
        (&"sheet_calls".into(), &2.into()),
        "people's names on paper are written down: {given}"
    );
    t.bench
        .run(&[&calls[..], &[&id]].concat())
        .refused(&["--out", "already exists"]);

    let results = ["campaign", "results", &first, &text(&known[0], "id")];
    let run = t.bench.run(&results);
    assert_eq!(
        (run.code, &run.json()["registers"]),
        (1, &0.into()),
        "nobody answered yet"
    );
    t.run(&["campaign", "close", &first, &text(&known[0], "id")]);
}

fn the_log_from_outside(t: &Town) {
    let (copy, proof, trust) = (t.at("copy"), t.at("proof"), t.trust());
    let judge = |what: &str| t.plain(&["log", "verify", what, "--policy", &trust]);
    let live = judge(&t.url).done();
    assert_eq!(
        live["cosigned_by"].as_array().map(Vec::len),
        Some(4),
        "all: {live}"
    );
    let copied = t
        .plain(&["log", "mirror", &copy, &t.url, "--policy", &trust])
        .done();
    assert_eq!(copied["size"], live["size"], "whole");
    assert_eq!(
        judge(&copy).done()["root"],
        live["root"],
        "the copy is the log"
    );
    let prove = [
        "log", "prove", "0", &copy, "--policy", &trust, "--out", &proof,
    ];
    t.plain(&prove).done();
    assert_eq!(judge(&proof).done()["kind"], "genesis", "one entry alone");
    t.plain(&prove).refused(&[]);
    let mut bytes = std::fs::read(t.bench.path("copy").join("checkpoint")).expect("there");
    bytes[30] ^= 1;
    std::fs::write(t.bench.path("copy").join("checkpoint"), bytes).expect("written");
    let changed = judge(&copy);
    assert_eq!(
        (changed.code, &changed.json()["ok"]),
        (1, &false.into()),
        "a changed copy is none"
    );
}

/// A request that two officers signed, as these custodians see it after their next hours.
pub fn requested(t: &Town, custodians: &[&str]) -> String {
    let (first, paper) = (t.at("first"), t.at("request"));
    let decl = t.bench.put("declaration", "of an emergency");
    let ask = [
        "release",
        "ask",
        &first,
        "--declaration",
        "D1",
        "--document",
        &decl,
        "--country",
        "SA",
    ];
    let more = ["--barangay", "0401009007", "--out", &paper, "--purpose"];
    let ask = [&ask[..], &more].concat();
    t.bench
        .run(&[&ask[..], &["enforcement"]].concat())
        .refused(&["--purpose"]);
    t.bench
        .run(&[&ask[..], &["restore"]].concat())
        .refused(&["--purpose"]);
    let made = t.run(&[&ask[..], &["evacuation"]].concat());
    let id = text(&made, "id");
    assert_eq!(
        made["advice"],
        serde_json::json!([]),
        "nothing will be found wrong"
    );
    t.bench
        .run(&["desk", "submit", &first, &paper])
        .refused(&[]);
    t.submit(&paper);
    t.hours(2, custodians);
    assert_eq!(
        t.run(&["release", "list", &first])[0]["id"],
        id.as_str(),
        "known"
    );
    id
}

fn asked(t: &Town) -> String {
    let (id, first) = (requested(t, &CUSTODIANS), t.at("first"));
    t.bench
        .run(&["release", "open", &first, &id[..8]])
        .refused(&[]);
    in_words(
        t,
        &id,
        "approved by 0 of 3, shares 0 of 2 here, 0 announced",
    );
    for name in ["one", "two"] {
        let (dir, short) = (t.at(name), &id[..8]);
        let rows = t.run(&["custodian", "requests", &dir]);
        assert_eq!(
            (&rows[0]["checksOk"], &rows[0]["checks"]),
            (&20.into(), &20.into()),
            "{rows}"
        );
        let shown = t.run(&["custodian", "show", &dir, short]);
        assert_eq!(shown["row"]["id"], id.as_str(), "the same");
        let wrong = [
            "custodian",
            "decide",
            &dir,
            short,
            "refuse",
            "--reason",
            "mood",
        ];
        t.bench.run(&wrong).refused(&[]);
        t.run(&["custodian", "decide", &dir, short, "approve"]);
    }
    id
}

/// What an officer reads of a request on a terminal.
fn in_words(t: &Town, id: &str, line: &str) {
    let shown = t
        .bench
        .words(&["release", "status", &t.at("first"), &id[..8]]);
    assert!(
        shown.code == 0 && shown.stdout.lines().any(|l| l == line),
        "it says {line:?}: {}{}",
        shown.stdout,
        shown.stderr
    );
}

/// The hours go by until two have handed over; then the desk reads two people.
fn opened(t: &Town, id: &str) {
    let (first, short) = (t.at("first"), &id[..8]);
    let opening = || t.bench.run(&["release", "open", &first, short]);
    let open = (0..60).find_map(|_| {
        t.hours(1, &CUSTODIANS);
        Some(opening()).filter(|run| run.code == 0)
    });
    let status = t.run(&["release", "status", &first, short]);
    assert_eq!(
        status["state"], "ready",
        "the time for objections ended: {status}"
    );
    let open = open.expect("two handed over").json();
    in_words(t, id, "approved by 2 of 3, shares 2 of 2 here, 2 announced");
    assert_eq!(open["banner"]["cards"], 2, "both: {open}");
    let people = t.run(&["release", "people", &first, short]);
    let mut names: Vec<&str> = people["people"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|p| p["surname"].as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["Canarias", "Luntian"], "by name");
    let out = t.at("released.csv");
    let write = [
        "release", "export", &first, short, "--by", "Me", "--out", &out, "--format",
    ];
    t.bench
        .run(&[&write[..], &["pdf"]].concat())
        .refused(&["--format"]);
    assert_eq!(
        t.run(&[&write[..], &["csv"]].concat())["persons"],
        2,
        "as a file"
    );
    let file = std::fs::read_to_string(&out).expect("there");
    assert!(
        file.lines()
            .skip(1)
            .all(|l| l.contains("evacuation") && l.ends_with("Me")),
        "every row says for what and by whom"
    );
}

fn ended(t: &Town, id: &str) {
    let (first, short) = (t.at("first"), &id[..8]);
    let (gone, told) = (t.at("attested"), t.at("reviewed"));
    let text = ["--text", "done", "--out"];
    t.run(&[&["release", "attest", &first, short], &text[..], &[&gone]].concat());
    t.submit(&gone);
    t.run(&[&["release", "review", &first, short], &text[..], &[&told]].concat());
    t.submit(&told);
    t.run(&["release", "close", &first, short, "--text", "over"]);
    t.hours(1, &CUSTODIANS);
    let after = t.run(&["release", "status", &first, short]);
    assert_eq!(after["state"], "closed", "over: {after}");
    let gone = t.bench.run(&["release", "people", &first, short]);
    assert_ne!(gone.code, 0, "what was opened is erased: {}", gone.stdout);
    t.bench
        .run(&["release", "close", &first, "ffffffff"])
        .refused(&["no such entry"]);
}

#[test]
fn a_custodians_key_and_place_change_hands() {
    let (mut t, _) = ready();
    key_change(&t);
    handed_over(&mut t);
    recovered(&t);
}

/// Custodian two gets a new key for shares; a roster names it.
fn key_change(t: &Town) {
    let two = t.at("two");
    t.bench
        .run(&["custodian", "key-change", &two, "finish"])
        .refused(&[]);
    t.run(&["custodian", "key-change", &two, "begin"]);
    t.enter_words(&two);
    let card = t.at("two-next");
    t.run(&["custodian", "card", &two, "--out", &card]);
    let (genesis, roster) = (t.genesis(), t.at("roster"));
    let known = ["--genesis", &genesis, "--buffer", &t.url];
    let next = [
        &["federation", "next-roster"],
        &known[..],
        &["--replace", "2", "--out", &roster, &card],
    ];
    assert_eq!(t.plain(&next.concat()).done()["kind"], "roster", "drafted");
    let lint = [&["federation", "lint", &roster], &known[..]].concat();
    assert_eq!(t.plain(&lint).done()["ok"], true, "with nothing against it");
    t.plain(&lint[..3]).refused(&["--genesis"]);
    let (copy, both) = (t.at("roster-one"), t.at("roster-both"));
    t.run(&["custodian", "sign", &t.at("one"), &roster, "--out", &copy]);
    t.run(&["custodian", "sign", &t.at("three"), &copy, "--out", &both]);
    t.bench
        .run(&["custodian", "log-paper", &t.at("one"), &roster])
        .refused(&[]);
    t.run(&["custodian", "log-paper", &t.at("one"), &both]);
    t.hours(2, &CUSTODIANS);
    t.run(&["custodian", "key-change", &two, "finish"]);
    let kept = t.run(&["custodian", "receipts", &two]);
    assert_eq!(
        kept["kept"], 1,
        "its shares are sealed to the new key: {kept}"
    );

    let policy = t.at("next-policy");
    let next = [
        &["federation", "next-policy"],
        &known[..],
        &["--policy", &t.at("policy"), "--out", &policy],
    ];
    assert_eq!(t.plain(&next.concat()).done()["kind"], "policy", "drafted");
    t.plain(&next.concat()).refused(&["next-policy"]);
}

/// Custodian three leaves, four follows.
fn handed_over(t: &mut Town) {
    let print = t.custodian("four");
    let (three, four, card) = (t.at("three"), t.at("four"), t.at("four-card"));
    let roster = t.at("handover");
    t.run(&[
        "custodian",
        "handover",
        "begin",
        &three,
        &card,
        "--fingerprint",
        &print,
        "--out",
        &roster,
    ]);
    let signed = t.at("handover-signed");
    t.run(&["custodian", "sign", &t.at("one"), &roster, "--out", &signed]);
    t.run(&["custodian", "log-paper", &t.at("one"), &signed]);
    t.hours(2, &CUSTODIANS);
    // The server has to know who writes and cosigns from now on.
    let (genesis, settings) = (t.genesis(), t.at("settings-four.toml"));
    let known = [
        "--genesis",
        &genesis,
        "--buffer",
        &t.url,
        "--card",
        &t.at("desk-all"),
    ];
    let make = [&["federation", "buffer"], &known[..], &["--out", &settings]].concat();
    t.plain(&make).done();
    t.serve_with(&settings);
    t.join("four");
    let (sealed, receipt) = (t.at("sealed"), t.at("receipt"));
    t.bench
        .run(&["custodian", "handover", "destroy", &three, "--yes"])
        .refused(&["no_receipt"]);
    t.run(&["custodian", "handover", "seal", &three, "--out", &sealed]);
    t.bench
        .run(&["custodian", "handover", "take", &four, &card])
        .refused(&[]);
    t.run(&["custodian", "exchange", &four]);
    t.run(&["custodian", "handover", "take", &four, &sealed]);
    t.run(&["custodian", "handover", "receipt", &four, "--out", &receipt]);
    t.bench
        .run(&["custodian", "handover", "confirm", &three, &sealed])
        .refused(&[]);
    let done = t.run(&["custodian", "handover", "confirm", &three, &receipt]);
    assert_eq!(done["canDestroy"], true, "the receipt is there: {done}");
    t.run(&["custodian", "handover", "destroy", &three, "--yes"]);
    let kept = t.run(&["custodian", "receipts", &four]);
    assert_eq!(kept["kept"], 1, "the successor has the share: {kept}");
}

/// An organisation lost its laptop: its 24 words make it again.
fn recovered(t: &Town) {
    let five = t.at("five");
    t.run(&[
        "custodian",
        "create",
        &five,
        "--name",
        "five",
        "--jurisdiction",
        "X5",
    ]);
    let words = t.enter_words(&five);
    let file = t.bench.put("sheet", &words);
    let again = t.at("five-again");
    let make = [
        "custodian",
        "recover",
        &again,
        "--name",
        "five",
        "--jurisdiction",
        "X5",
        "--words-file",
    ];
    let wrong = t.bench.put("half", words.rsplit_once(' ').expect("many").0);
    t.bench.run(&[&make[..], &[&wrong]].concat()).refused(&[]);
    let made = t.run(&[&make[..], &[&file]].concat());
    assert_eq!(made["organisation"], "five", "it is there again");
    t.bench.run(&["custodian", "words", &again]).refused(&[]);
}

#[test]
fn a_register_and_its_devices() {
    let (t, r) = ready();
    let list = t.run(&["device", "list", &r]);
    let own = text(&list["devices"][0], "id");
    let revoke = ["device", "revoke", &r, &own];
    t.bench.run(&revoke).refused(&["--for-good"]);
    t.bench
        .run(&[&revoke[..], &["--for-good"]].concat())
        .refused(&["[field: id]"]);
    assert_eq!(
        t.run(&["register", "rotate", &r])["due"],
        "asked",
        "with the next exchange"
    );
    let file = t.at("waiting.ugnay");
    let list = t.bench.put(
        "more.csv",
        &LIST
            .replace("Canarias", "Dalisay")
            .replace("Luntian", "Esguerra"),
    );
    t.run(&["import", &r, &list]);
    let sent = t.run(&["bundle", "export", &r, &file]);
    assert_eq!(
        sent["batches"].as_u64().map(|n| n > 0),
        Some(true),
        "something waits: {sent}"
    );
    t.bench.run(&["bundle", "export", &r, &file]).refused(&[]);
    let fed = t.plain(&["bundle", "feed", &file, "--buffer", &t.url]);
    assert_eq!(fed.done()["batches"], sent["batches"], "carried by hand");
    let junk = t.bench.put("junk.ugnay", "no bundle");
    t.bench.run(&["bundle", "import", &r, &junk]).refused(&[]);
    t.plain(&["bundle", "feed", &junk, "--buffer", &t.url])
        .refused(&[]);

    // The last device is lost: a new one lays its key down, and the desk asks for the shares.
    let words = text(&t.run(&["office", "invite", &t.at("office")]), "words");
    let again = t.register("again", &words);
    t.bench
        .run(&["device", "restore-release", &again])
        .refused(&["no_restore"]);
    let offer = t.run(&["device", "restore-offer", &again]);
    let device = text(&offer, "device");
    let decl = t.bench.put("loss", "the laptop is gone");
    let out = t.at("restore");
    let ask = [
        "release",
        "ask-restore",
        &t.at("first"),
        "--declaration",
        "L1",
        "--document",
        &decl,
    ];
    let more = [
        "--barangay",
        "0401009007",
        "--out",
        &out,
        "--device",
        &device,
        "--epoch",
    ];
    let ask = [&ask[..], &more].concat();
    t.bench.run(&[&ask[..], &["no hex"]].concat()).refused(&[]);
    let kept = t.run(&["custodian", "receipts", &t.at("one")]);
    let epoch = text(&kept["rows"][0], "register");
    let made: Value = t.run(&[&ask[..], &[&epoch]].concat());
    assert_eq!(
        made["id"].as_str().map(str::len),
        Some(64),
        "a request like others"
    );
}

#[test]
fn a_drill_has_a_register_of_its_own() {
    let mut t = Town::found();
    t.desk();
    let drill = t.at("drill");
    let make = [
        "release",
        "drill-register",
        &drill,
        "--persons",
        "3",
        "--country",
    ];
    t.bench
        .run(&[&make[..], &["nowhere"]].concat())
        .refused(&["--country"]);
    let made = t.run(&[&make[..], &["SA"]].concat());
    assert_eq!(
        (&made["persons"], &made["barangay"]),
        (&3.into(), &"4200001001".into()),
        "{made}"
    );
    t.bench
        .run(&[
            "release",
            "drill-result",
            &t.at("first"),
            "ffffffff",
            "--expected",
            "3",
            "--out",
            &t.at("x"),
        ])
        .refused(&["no such entry"]);
}
