//! TLS with a certificate of one's own (feature `tls`), and its plain refusal without.

use crate::http::config;
use std::path::PathBuf;
use ugnay_buffer::{Buffer, TlsFiles};

fn files() -> TlsFiles {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/tls");
    TlsFiles {
        certificate: dir.join("certificate.pem"),
        key: dir.join("key.pem"),
    }
}

async fn start(files: TlsFiles) -> Result<ugnay_buffer::Handle, String> {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    config.tls = Some(files);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("binds");
    Buffer::start(config, listener)
        .await
        .map_err(|e| e.to_string())
}

#[cfg(not(feature = "tls"))]
#[tokio::test]
async fn asking_for_tls_without_it_is_refused() {
    let error = start(files())
        .await
        .expect_err("never in the clear by mistake");
    assert!(error.contains("without TLS"), "says why: {error}");
}

#[cfg(feature = "tls")]
mod on {
    use super::{files, start};
    use std::sync::Arc;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio_rustls::TlsConnector;
    use tokio_rustls::rustls::crypto::ring::default_provider;
    use tokio_rustls::rustls::pki_types::pem::PemObject;
    use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
    use tokio_rustls::rustls::{ClientConfig, RootCertStore};

    async fn ask(addr: std::net::SocketAddr, trust: bool) -> Option<String> {
        let mut roots = RootCertStore::empty();
        if trust {
            let own = CertificateDer::from_pem_file(files().certificate).expect("reads");
            roots.add(own).expect("a certificate");
        }
        let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .expect("protocols")
            .with_root_certificates(roots)
            .with_no_client_auth();
        let stream = tokio::net::TcpStream::connect(addr)
            .await
            .expect("connects");
        let name = ServerName::try_from("buffer.example").expect("a name");
        let mut stream = TlsConnector::from(Arc::new(config))
            .connect(name, stream)
            .await
            .ok()?;
        let request = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        stream.write_all(request).await.expect("sends");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("answers");
        Some(answer)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn it_speaks_tls_with_its_own_certificate() {
        let handle = start(files()).await.expect("starts");
        let answer = ask(handle.addr(), true)
            .await
            .expect("the certificate is the one pinned");
        assert!(
            answer.starts_with("HTTP/1.1 200"),
            "served over TLS: {answer}"
        );
        assert!(
            ask(handle.addr(), false).await.is_none(),
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

    #[tokio::test]
    async fn unusable_files_are_named() {
        let mut swapped = files();
        swapped.key = swapped.certificate.clone();
        let error = start(swapped).await.expect_err("refused");
        assert!(error.contains("key cannot be used"), "says which: {error}");
    }
}
