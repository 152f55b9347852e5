//! Which addresses are taken; the line itself is in the stories.

use super::*;

const SOON: Duration = Duration::from_secs(1);

#[test]
fn a_proxy_resolves_names_or_is_refused() {
    for good in [
        "127.0.0.1:9050",
        "socks5h://127.0.0.1:9050",
        " localhost:9050 ",
        "[::1]:9050",
    ] {
        let url = proxy_address(good).expect("an address of a proxy");
        assert!(
            url.starts_with("socks5h://"),
            "in the form that leaves names to the proxy: {url}"
        );
    }
    for bad in [
        "",
        "127.0.0.1",
        "socks5://127.0.0.1:9050",
        "http://127.0.0.1:9050",
        "user:secret@127.0.0.1:9050",
        "127.0.0.1:9050/path",
        "127.0.0.1:99999",
    ] {
        assert_eq!(
            proxy_address(bad),
            Err(TransportError::Proxy),
            "names would be resolved here, or it is no proxy: {bad}"
        );
    }
}

#[test]
fn an_onion_address_needs_the_proxy() {
    for onion in [
        "http://abc.onion",
        "https://abc.onion:8443",
        "http://abc.onion./",
    ] {
        assert_eq!(
            HttpTransport::new(onion, None, SOON).err(),
            Some(TransportError::Onion),
            "nobody's name service is to hear of it"
        );
        assert!(
            HttpTransport::through(onion, None, Some("127.0.0.1:9050"), SOON).is_ok(),
            "through Tor it is an address as any, http included"
        );
    }
}
