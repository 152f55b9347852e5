//! When a connection is encrypted.
use super::*;

#[test]
fn over_a_network_tls_is_demanded() {
    for (url, wanted) in [
        ("postgres://u@127.0.0.1/b", SslMode::Disable),
        ("postgres://u@localhost/b", SslMode::Disable),
        ("postgres://u@%2Frun%2Fpostgresql/b", SslMode::Disable),
        ("postgres://u@db.example/b", SslMode::Require),
        ("postgres://u@192.0.2.1/b", SslMode::Require),
        ("postgres://u@localhost,db.example/b", SslMode::Require),
        (
            "host=db.example hostaddr=127.0.0.1 user=u",
            SslMode::Disable,
        ),
        ("postgres://u@db.example/b?sslmode=prefer", SslMode::Require),
        (
            "postgres://u@db.example/b?sslmode=disable",
            SslMode::Disable,
        ),
        ("postgres://u@127.0.0.1/b?sslmode=require", SslMode::Require),
    ] {
        let config = Config::from_str(url).expect("a URL");
        assert_eq!(mode(&config), wanted, "{url}");
    }
}
