//! Who may connect in the clear.
use super::*;

#[test]
fn only_this_machine_and_trusted_proxies_come_in_without_tls() {
    let proxy: IpAddr = "192.0.2.7".parse().expect("an address");
    let peers = Peers::These {
        this_machine: true,
        proxies: vec![proxy],
    };
    for (text, may) in [
        ("127.0.0.1", true),
        ("127.8.8.8", true),
        ("::1", true),
        ("::ffff:127.0.0.1", true),
        ("192.0.2.7", true),
        ("::ffff:192.0.2.7", true),
        ("192.0.2.8", false),
        ("10.0.0.1", false),
        ("2001:db8::1", false),
    ] {
        let peer: IpAddr = text.parse().expect("an address");
        assert_eq!(peers.may_connect(peer), may, "{text}");
        assert!(Peers::Anyone.may_connect(peer), "tests ask from anywhere");
    }
}

#[test]
fn a_settings_file_as_init_writes_it_reads_back() {
    let text = toml::to_string(&ConfigFile::default()).expect("writes");
    let back: ConfigFile = toml::from_str(&text).expect("reads");
    assert_eq!(
        back.keep_box_days,
        Keep::default().box_days,
        "defaults stay"
    );
    let full =
        format!("{text}trusted_proxies = [\"10.0.0.2\"]\n[acme]\ndomains = [\"b.example\"]\n");
    let full: ConfigFile = toml::from_str(&full).expect("reads");
    let acme = full.acme.expect("there");
    assert!(
        acme.directory.starts_with("https://"),
        "an authority is known"
    );
    assert_eq!(full.trusted_proxies.len(), 1, "one proxy");
}
