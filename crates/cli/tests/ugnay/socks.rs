//! `--socks` at the terminal: a custodian, a desk and the office reach the buffer through a SOCKS5 proxy that alone knows
//! its name, and nothing goes past it.

use crate::town::Town;
use ugnay_tests::loopback::{Asked, socks5};

/// A name that never resolves (RFC 2606): who asks this machine for it gets nowhere.
const BUFFER: &str = "http://buffer.invalid:8080";

/// What the proxy was asked for since the last look.
fn named(asked: &Asked) -> Vec<String> {
    std::mem::take(&mut *asked.lock().expect("one at a time"))
}

fn went_through(asked: &Asked, what: &str) {
    let names = named(asked);
    assert!(
        !names.is_empty() && names.iter().all(|n| n == "buffer.invalid"),
        "{what}: the proxy got the name, never an address: {names:?}"
    );
}

#[test]
fn a_custodian_a_desk_and_the_office_go_through_the_proxy_they_were_told() {
    let t = Town::found();
    let (proxy, asked) = socks5(&t.url);
    let (one, office, desk) = (t.at("one"), t.at("office"), t.at("desk"));

    let connect = ["custodian", "connect", &one, BUFFER];
    t.bench.run(&connect).refused(&[]);
    assert_eq!(
        named(&asked),
        Vec::<String>::new(),
        "nobody told it of a proxy yet, and without one nothing is reached"
    );
    t.run(&[&connect[..], &["--socks", &proxy]].concat());
    went_through(&asked, "connecting");
    t.run(&["custodian", "exchange", &one]);
    went_through(
        &asked,
        "an exchange takes no option: it goes where its organisation goes",
    );

    let genesis = t.genesis();
    let join = |party: &'static str, dir: &str, socks: &str| {
        let join = [
            party,
            "join",
            dir,
            "--genesis",
            &genesis,
            "--buffer",
            BUFFER,
        ];
        t.run(&[&join[..], &["--words", &t.six, "--socks", socks]].concat());
    };
    t.run(&["desk", "create", &desk, "--name", "Desk"]);
    join("desk", &desk, &proxy);
    let none = t.bench.run(&["release", "list", &desk]);
    assert_eq!(
        (none.code, none.stdout.trim()),
        (1, "[]"),
        "the log was followed and holds no request: {}",
        none.stderr
    );
    went_through(&asked, "a desk's list");
    join("office", &office, &proxy);
    t.run(&["office", "invite", &office]);
    assert_eq!(
        t.run(&["office", "answer", &office])["answered"],
        0,
        "whoever was invited has not asked for a ticket yet"
    );
    went_through(&asked, "the office's answer");

    t.bench
        .run(&[&connect[..], &["--socks", "socks5://127.0.0.1:9050"]].concat())
        .refused(&["socks"]);
    for (party, dir, ask) in [
        ("desk", &desk, ["release", "list"]),
        ("office", &office, ["office", "answer"]),
    ] {
        join(party, dir, "");
        t.bench.run(&[ask[0], ask[1], dir]).refused(&[]);
    }
    assert_eq!(
        named(&asked),
        Vec::<String>::new(),
        "directly again it is left alone, and the name leads nowhere"
    );
}
