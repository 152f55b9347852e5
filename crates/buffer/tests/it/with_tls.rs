//! TLS with a certificate from files: served, renewed while running, never in the clear.

use crate::certificates::{get, write};
use crate::http::config;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use ugnay_buffer::{Buffer, Handle, TlsFiles, TlsSource};

const NAME: &str = "buffer.example";

async fn start(files: TlsFiles) -> Result<Handle, String> {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    config.tls = Some(TlsSource::Files(files));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("binds");
    Buffer::start(config, listener)
        .await
        .map_err(|e| e.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn it_speaks_tls_with_its_own_certificate() {
    let dir = tempfile::tempdir().expect("folder");
    let (files, own) = write(dir.path(), NAME);
    let handle = start(files).await.expect("starts");
    let answer = get(handle.addr(), NAME, &own, "/health").await;
    let answer = answer.expect("the certificate is the one pinned");
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "served over TLS: {answer}"
    );
    let other = tempfile::tempdir().expect("folder");
    let (_, foreign) = write(other.path(), NAME);
    assert!(
        get(handle.addr(), NAME, &foreign, "/health")
            .await
            .is_none(),
        "who does not know it does not connect"
    );
    let mut plain = tokio::net::TcpStream::connect(handle.addr())
        .await
        .expect("connects");
    plain
        .write_all(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        .await
        .expect("sends");
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer).await;
    assert!(
        !answer.starts_with(b"HTTP"),
        "nothing is served in the clear"
    );
    handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_certificate_is_taken_up_while_it_runs() {
    let dir = tempfile::tempdir().expect("folder");
    let (files, first) = write(dir.path(), NAME);
    let handle = start(files.clone()).await.expect("starts");
    let (_, second) = write(dir.path(), NAME);
    assert!(
        get(handle.addr(), NAME, &first, "/health").await.is_some(),
        "nothing changes by itself"
    );
    handle.reload_certificate();
    assert!(
        get(handle.addr(), NAME, &second, "/health").await.is_some(),
        "the new one is in use"
    );
    assert!(
        get(handle.addr(), NAME, &first, "/health").await.is_none(),
        "the old one is not"
    );
    // Half of a renewal: the certificate is there, its key not yet.
    std::fs::write(&files.certificate, &first).expect("writes");
    handle.reload_certificate();
    std::fs::write(&files.key, "").expect("writes");
    handle.reload_certificate();
    assert!(
        get(handle.addr(), NAME, &second, "/health").await.is_some(),
        "what cannot be used leaves the one in use"
    );
    handle.shutdown().await;
}

#[tokio::test]
async fn unusable_files_are_named() {
    let dir = tempfile::tempdir().expect("folder");
    let (mut files, _) = write(dir.path(), NAME);
    files.key = files.certificate.clone();
    let error = start(files.clone()).await.expect_err("refused");
    assert!(error.contains("key cannot be used"), "says which: {error}");
    files.certificate = dir.path().join("nothing.pem");
    let error = start(files).await.expect_err("refused");
    assert!(
        error.contains("certificate cannot be used"),
        "says which: {error}"
    );
}
