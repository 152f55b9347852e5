//! Certificates of the tests' own, and a client that believes what it is told to.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use ugnay_buffer::TlsFiles;

/// Writes a new self-signed certificate for `name` and its key.
pub fn write(dir: &Path, name: &str) -> (TlsFiles, String) {
    let made = rcgen::generate_simple_self_signed([name.to_owned()]).expect("makes");
    let files = TlsFiles {
        certificate: dir.join("certificate.pem"),
        key: dir.join("key.pem"),
    };
    std::fs::write(&files.certificate, made.cert.pem()).expect("writes");
    std::fs::write(&files.key, made.signing_key.serialize_pem()).expect("writes");
    (files, made.cert.pem())
}

/// One GET over TLS by a client that trusts the certificates in `trust` (PEM) and asks
/// for `name`; nothing if the handshake fails.
pub async fn get(addr: SocketAddr, name: &str, trust: &str, path: &str) -> Option<String> {
    let mut roots = RootCertStore::empty();
    for one in CertificateDer::pem_slice_iter(trust.as_bytes()) {
        roots.add(one.expect("reads")).expect("a certificate");
    }
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .expect("protocols")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = tokio::net::TcpStream::connect(addr).await.ok()?;
    let server = ServerName::try_from(name.to_owned()).expect("a name");
    let connector = TlsConnector::from(Arc::new(config));
    let mut stream = connector.connect(server, stream).await.ok()?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).ok()
}
