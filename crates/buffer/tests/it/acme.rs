//! A certificate by ACME from a real authority on loopback: Pebble, the test server of
//! Let's Encrypt, which looks at the buffer's own port before it signs.

use crate::certificates::{get, write};
use crate::http::config;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use ugnay_buffer::{Acme, Buffer, Handle, TlsSource};

const NAME: &str = "buffer.example";

/// Programs that end with the test.
struct Programs(Vec<Child>);

impl Programs {
    fn start(&mut self, program: &str, arguments: &[&str]) {
        let child = Command::new(program)
            .args(arguments)
            // Looks at once, and does not refuse on purpose every so often.
            .env("PEBBLE_VA_NOSLEEP", "1")
            .env("PEBBLE_WFE_NONCEREJECT", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.0
            .push(child.expect("needed for this test: apt-get install pebble"));
    }
}

impl Drop for Programs {
    fn drop(&mut self) {
        for child in &mut self.0 {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn free() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("binds");
    listener.local_addr().expect("an address")
}

/// An authority whose validator finds the buffer's port under every name.
fn authority(dir: &Path, buffer: SocketAddr) -> (Programs, Acme, SocketAddr) {
    let (files, ca) = write(dir, "localhost");
    let ca_file = dir.join("ca.pem");
    std::fs::write(&ca_file, ca).expect("writes");
    let (api, management, dns) = (free(), free(), free());
    let settings = serde_json::json!({"pebble": {
        "listenAddress": api.to_string(),
        "managementListenAddress": management.to_string(),
        "certificate": files.certificate,
        "privateKey": files.key,
        "httpPort": 1,
        "tlsPort": buffer.port(),
        "ocspResponderURL": "",
        "externalAccountBindingRequired": false,
    }});
    let file = dir.join("pebble.json");
    std::fs::write(&file, settings.to_string()).expect("writes");
    let mut programs = Programs(Vec::new());
    let dns = dns.to_string();
    #[rustfmt::skip]
    programs.start("pebble-challtestsrv", &[
        "-defaultIPv4", "127.0.0.1", "-defaultIPv6", "", "-dns01", &dns,
        "-http01", "", "-https01", "", "-tlsalpn01", "", "-management", &free().to_string(),
    ]);
    let file = file.to_str().expect("plain path");
    programs.start("pebble", &["-config", file, "-dnsserver", &dns]);
    let acme = Acme {
        domains: vec![NAME.into()],
        contact: vec![],
        directory: format!("https://localhost:{}/dir", api.port()),
        directory_ca: Some(ca_file),
        folder: dir.join("acme"),
    };
    (programs, acme, management)
}

/// Asks until the answer comes; the waiting is in the connections.
async fn insist(addr: SocketAddr, name: &str, trust: &str, path: &str) -> String {
    let until = Instant::now() + Duration::from_secs(180);
    loop {
        if let Some(answer) = get(addr, name, trust, path).await {
            return answer;
        }
        assert!(Instant::now() < until, "{path} never answered");
        tokio::task::yield_now().await;
    }
}

async fn start(dir: &Path, acme: Acme, listener: tokio::net::TcpListener) -> Handle {
    let mut config = config(dir);
    config.tls = Some(TlsSource::Acme(acme));
    Buffer::start(config, listener).await.expect("starts")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_is_asked_for_kept_and_used() {
    let dir = tempfile::tempdir().expect("folder");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("binds");
    let addr = listener.local_addr().expect("an address");
    let (programs, acme, management) = authority(dir.path(), addr);
    let ca = std::fs::read_to_string(dir.path().join("ca.pem")).expect("reads");
    let root = insist(management, "localhost", &ca, "/roots/0").await;
    let (_, root) = root.split_once("\r\n\r\n").expect("a body");
    let handle = start(dir.path(), acme.clone(), listener).await;

    let answer = insist(addr, NAME, root, "/health").await;
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "served under the authority's certificate: {answer}"
    );
    assert!(
        get(addr, "other.example", root, "/health").await.is_none(),
        "it is for the name asked for, no other"
    );
    handle.shutdown().await;

    // The authority is gone; the kept certificate still serves.
    drop(programs);
    let mode = std::fs::metadata(&acme.folder)
        .expect("there")
        .permissions();
    let mode = std::os::unix::fs::PermissionsExt::mode(&mode);
    assert_eq!(mode & 0o077, 0, "the account's key is its owner's alone");
    let listener = tokio::net::TcpListener::bind(addr).await.expect("binds");
    let handle = start(dir.path(), acme, listener).await;
    let answer = insist(addr, NAME, root, "/health").await;
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "after a restart: {answer}"
    );
    handle.shutdown().await;
}
