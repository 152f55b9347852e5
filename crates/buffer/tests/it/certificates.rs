//! Certificates of the tests' own, and a client that believes what it is told to.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
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

/// One connection that was believed.
pub struct Connection {
    stream: TlsStream<TcpStream>,
    name: String,
}

impl Connection {
    /// By a client that trusts the certificates in `trust` (PEM) and asks for `name`;
    /// nothing if the handshake fails.
    pub async fn open(addr: SocketAddr, name: &str, trust: &str) -> Option<Self> {
        let mut roots = RootCertStore::empty();
        for one in CertificateDer::pem_slice_iter(trust.as_bytes()) {
            roots.add(one.expect("reads")).expect("a certificate");
        }
        let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .expect("protocols")
            .with_root_certificates(roots)
            .with_no_client_auth();
        let stream = TcpStream::connect(addr).await.ok()?;
        let server = ServerName::try_from(name.to_owned()).expect("a name");
        let connector = TlsConnector::from(Arc::new(config));
        let stream = connector.connect(server, stream).await.ok()?;
        let name = name.to_owned();
        Some(Self { stream, name })
    }

    /// The certificate it was shown.
    pub fn certificate(&self) -> Vec<u8> {
        let (_, tls) = self.stream.get_ref();
        let shown = tls.peer_certificates().and_then(|c| c.first());
        shown.expect("one was shown").to_vec()
    }

    /// One GET; the connection stays open. The answer's head alone.
    pub async fn ask(&mut self, path: &str) -> Option<String> {
        self.send(path, "keep-alive").await?;
        let mut answer = Vec::new();
        while !answer.ends_with(b"\r\n\r\n") {
            answer.push(self.stream.read_u8().await.ok()?);
        }
        let head = String::from_utf8(answer).ok()?;
        let mut lines = head.lines().filter_map(|l| l.split_once(": "));
        let length = lines.find(|(k, _)| k.eq_ignore_ascii_case("content-length"));
        let mut body = vec![0; length.map_or(0, |(_, n)| n.parse().expect("a length"))];
        self.stream.read_exact(&mut body).await.ok()?;
        Some(head)
    }

    async fn send(&mut self, path: &str, connection: &str) -> Option<()> {
        let name = &self.name;
        let text =
            format!("GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: {connection}\r\n\r\n");
        self.stream.write_all(text.as_bytes()).await.ok()
    }
}

/// One GET on a connection of its own; nothing if the handshake fails.
pub async fn get(addr: SocketAddr, name: &str, trust: &str, path: &str) -> Option<String> {
    let mut connection = Connection::open(addr, name, trust).await?;
    connection.send(path, "close").await?;
    let mut answer = Vec::new();
    let _ = connection.stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).ok()
}
