//! A real authority on loopback: Pebble, the test server of Let's Encrypt, which looks at
//! the buffer's own port before it signs. A gate in front of it can be shut.

use crate::certificates::{Connection, get, write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use ugnay_buffer::Acme;

pub const NAME: &str = "buffer.example";

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

/// What a gate does with who comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Open,
    /// Hangs up.
    Shut,
    /// Takes the connection and never says a word.
    Mute,
}

/// Stands before the authority and tells of everybody who comes.
pub struct Gate {
    pub addr: SocketAddr,
    way: watch::Sender<Way>,
    knocks: mpsc::UnboundedReceiver<Way>,
}

impl Gate {
    /// In front of `authority`, open.
    pub async fn before(authority: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
        let addr = listener.local_addr().expect("an address");
        let (way, now) = watch::channel(Way::Open);
        let (told, knocks) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut held = Vec::new();
            while let Ok((mut stream, _)) = listener.accept().await {
                let way = *now.borrow();
                let _ = told.send(way);
                match way {
                    Way::Shut => drop(stream),
                    Way::Mute => held.push(stream),
                    Way::Open => {
                        tokio::spawn(async move {
                            let mut behind = TcpStream::connect(authority).await.ok()?;
                            tokio::io::copy_bidirectional(&mut stream, &mut behind)
                                .await
                                .ok()
                        });
                    }
                }
            }
        });
        Self { addr, way, knocks }
    }

    /// From now on; who came before is forgotten.
    pub fn set(&mut self, way: Way) {
        let _ = self.way.send(way);
        while self.knocks.try_recv().is_ok() {}
    }

    /// Whether somebody came since the last look.
    pub fn quiet(&mut self) -> bool {
        self.knocks.try_recv().is_err()
    }

    /// Waits for somebody.
    pub async fn knock(&mut self) -> Way {
        self.knocks.recv().await.expect("the gate stands")
    }
}

/// The authority, what the buffer is told of it, and its root.
pub struct Authority {
    programs: Programs,
    pub acme: Acme,
    pub gate: Gate,
    /// PEM.
    pub root: String,
}

impl Authority {
    /// One whose validator finds the buffer's port under every name, and whose certificates
    /// live for so many seconds.
    pub async fn start(dir: &Path, buffer: SocketAddr, lifetime: u64) -> Self {
        let (files, ca) = write(dir, "localhost");
        let ca_file = dir.join("ca.pem");
        std::fs::write(&ca_file, &ca).expect("writes");
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
            "certificateValidityPeriod": lifetime,
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
        insist("the directory", async || {
            get(api, "localhost", &ca, "/dir").await
        })
        .await;
        let root = async || get(management, "localhost", &ca, "/roots/0").await;
        let root = insist("the root", root).await;
        let (_, root) = root.split_once("\r\n\r\n").expect("a body");
        let gate = Gate::before(api).await;
        let acme = Acme {
            domains: vec![NAME.into()],
            contact: vec![],
            directory: format!("https://localhost:{}/dir", gate.addr.port()),
            directory_ca: Some(ca_file),
            folder: dir.join("acme"),
            patience_seconds: 60,
        };
        Self {
            programs,
            acme,
            gate,
            root: root.to_owned(),
        }
    }

    /// Connects as somebody who believes this authority.
    pub async fn believed(&self, addr: SocketAddr) -> Option<Connection> {
        Connection::open(addr, NAME, &self.root).await
    }

    /// It is gone for good.
    pub fn stop(self) {
        drop(self.programs);
    }
}

fn free() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("binds");
    listener.local_addr().expect("an address")
}

/// Asks until the answer comes; the waiting is in the connections.
pub async fn insist<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let until = Instant::now() + Duration::from_secs(180);
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(Instant::now() < until, "{what} never came");
        tokio::task::yield_now().await;
    }
}

/// A clock that goes when it is told to.
#[derive(Clone, Default)]
pub struct Hands(Arc<std::sync::atomic::AtomicI64>);

impl Hands {
    pub fn set(&self, time: i64) {
        self.0.store(time, std::sync::atomic::Ordering::SeqCst);
    }

    pub fn clock(&self) -> ugnay_buffer::Clock {
        let hands = self.0.clone();
        ugnay_buffer::Clock::from_fn(move || hands.load(std::sync::atomic::Ordering::SeqCst))
    }
}
