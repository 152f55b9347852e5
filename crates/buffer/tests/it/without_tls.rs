//! A program built without TLS says so instead of serving in the clear.

use crate::http::config;
use ugnay_buffer::{Buffer, TlsFiles, TlsSource};

#[tokio::test]
async fn asking_for_tls_without_it_is_refused() {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    config.tls = Some(TlsSource::Files(TlsFiles {
        certificate: dir.path().join("certificate.pem"),
        key: dir.path().join("key.pem"),
    }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("binds");
    let error = Buffer::start(config, listener).await.err();
    let error = error.expect("never in the clear by mistake").to_string();
    assert!(error.contains("without TLS"), "says why: {error}");
}
