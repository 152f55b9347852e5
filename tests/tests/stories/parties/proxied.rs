//! Every party behind a SOCKS5 proxy: nothing goes past it, and names go to it as names.

use super::{Cast, PEOPLE};
use crate::stage::BARANGAY;
use ugnay_app::dto::ErrorCode;
use ugnay_app::federation::Purpose;
use ugnay_app::{App, Env, FixedClock};

#[test]
fn every_party_goes_through_its_proxy_and_nothing_past_it() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    // `.invalid` never resolves (RFC 2606): who asks this machine for it gets nowhere.
    let asked = c.behind_a_proxy("buffer.invalid");
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.granted(&id);
    let opened = c.officer(0).open_grant(&id).expect("two of three open");
    assert_eq!(
        opened.banner.cards, 2,
        "a whole release, by way of the proxy"
    );
    c.exchange("register");
    let names = asked.lock().expect("one at a time").clone();
    assert!(
        names.len() > 20 && names.iter().all(|n| n == "buffer.invalid"),
        "the proxy got the name each time, never an address: {} calls",
        names.len()
    );
    let mut officer = c.officer(1);
    officer.home().use_socks("").expect("directly again");
    assert_eq!(
        officer.requests().map_err(|e| e.code).err(),
        Some(ErrorCode::BufferUnreachable),
        "without it nobody is reached: the story went through nothing else"
    );
    for wrong in [
        "socks5://127.0.0.1:9050",
        "127.0.0.1",
        "a@b:1",
        "http://127.0.0.1:9050",
    ] {
        let said = officer
            .home()
            .use_socks(wrong)
            .map_err(|e| (e.code, e.field));
        assert_eq!(
            said,
            Err((ErrorCode::BadInput, Some("socks".into()))),
            "{wrong}: leaves names to this machine, or is no proxy"
        );
    }
}

#[test]
fn what_is_said_before_anything_is_open_holds_for_what_is_made_next() {
    let dir = tempfile::tempdir().expect("a folder for the story");
    let clock = FixedClock::at(1_790_000_000);
    let new = || App::new(dir.path(), Env::with_clock(&clock));
    let mut app = new();
    assert_eq!(app.proxy().as_deref(), Ok(""), "none at first");
    app.use_socks("127.0.0.1:9050").expect("an address");
    let kept = Ok("socks5h://127.0.0.1:9050");
    app.custody_create(&ugnay_app::dto::custody::CreateOrganisation {
        name: "Late organisation".into(),
        jurisdiction: "PH".into(),
        passphrase: "kawayan tulay palay ulap".into(),
    })
    .expect("made");
    assert_eq!(
        app.proxy().as_deref(),
        kept,
        "the organisation keeps it in its vault"
    );
    let id = app.custody_status().session.expect("open").id;
    drop(app);
    let mut app = new();
    assert_eq!(
        app.proxy().as_deref(),
        Ok(""),
        "it lies nowhere but in there: closed, nobody knows of it"
    );
    app.custody_unlock(&id, "kawayan tulay palay ulap")
        .expect("opened");
    assert_eq!(app.proxy().as_deref(), kept, "and it is there again");
    let mut everything = Vec::new();
    collect(dir.path(), &mut everything);
    let needle = b"9050";
    assert!(
        everything.len() > 1000 && !everything.windows(needle.len()).any(|w| w == needle),
        "no file of this device tells of a proxy in the clear"
    );
}

fn collect(dir: &std::path::Path, into: &mut Vec<u8>) {
    for entry in std::fs::read_dir(dir).expect("a folder").flatten() {
        if entry.path().is_dir() {
            collect(&entry.path(), into);
        } else {
            into.extend(std::fs::read(entry.path()).expect("a file"));
        }
    }
}
