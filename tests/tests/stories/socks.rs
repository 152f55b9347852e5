//! The line through a SOCKS5 proxy, as Tor's: names go to the proxy as names, a pinned certificate holds, an onion
//! address needs it.

use crate::lines;
use crate::stage::{Stage, add, fails, sync};
use ugnay_app::dto::ErrorCode;

#[test]
fn names_are_resolved_by_the_proxy_alone() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let (proxy, asked) = lines::socks5(&s.url);
    s.laptop.use_socks(&proxy).expect("an address of a proxy");
    // `.invalid` never resolves (RFC 2606): an exchange that works cannot have asked this machine for it.
    for host in ["buffer.invalid", "abcdefghijklmnopqrstuvwxyz.onion"] {
        let url = format!("http://{host}:8080");
        s.laptop.use_buffer(&url).expect("joined");
        add(&mut s.laptop, "Bautista", host, "SA");
        sync(&mut s.laptop);
        let names = std::mem::take(&mut *asked.lock().expect("one at a time"));
        assert!(
            !names.is_empty() && names.iter().all(|n| n == host),
            "the proxy got the name, never an address: {names:?}"
        );
    }
    s.laptop.use_socks("").expect("directly again");
    assert_eq!(
        fails(&mut s.laptop),
        (ErrorCode::BufferUnreachable, "onion_without_tor".to_owned()),
        "without the proxy an onion address is refused before anybody is asked for it"
    );
    let url = s.url.clone();
    s.laptop.use_buffer(&url).expect("joined");
    sync(&mut s.laptop);
    assert!(
        asked.lock().expect("one at a time").is_empty(),
        "and the proxy is left alone"
    );
    assert_eq!(
        s.laptop
            .use_socks("socks5://127.0.0.1:9050")
            .map_err(|e| e.code),
        Err(ErrorCode::BadInput),
        "a proxy that leaves names to this machine is refused"
    );
}

#[test]
fn a_pinned_certificate_holds_through_the_proxy() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let (front, right) = lines::tls_front_for(&s.url, "buffer.invalid");
    let (_, wrong) = lines::tls_front_for(&s.url, "buffer.invalid");
    let (proxy, _) = lines::socks5(&front);
    s.laptop.use_socks(&proxy).expect("an address of a proxy");
    s.laptop
        .use_buffer("https://buffer.invalid")
        .expect("joined");
    s.laptop.pin_certificate(&wrong).expect("open");
    assert_eq!(
        fails(&mut s.laptop).0,
        ErrorCode::BufferCertificate,
        "another certificate than the pinned one is refused, whoever leads there"
    );
    s.laptop.pin_certificate(&right).expect("open");
    sync(&mut s.laptop);
    let (down, _) = lines::socks5(&lines::nobody());
    s.laptop.use_socks(&down).expect("an address of a proxy");
    assert_eq!(
        fails(&mut s.laptop).0,
        ErrorCode::BufferUnreachable,
        "a proxy that leads nowhere is a buffer that is not reached"
    );
}
