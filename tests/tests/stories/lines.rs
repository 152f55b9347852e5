//! Bad lines between a device and its buffer: servers that say nothing or nonsense, and a proxy that cuts answers and
//! requests where a story wants it; the SOCKS5 proxy is `ugnay_tests::loopback`'s. Plain HTTP/1.1 with lengths, as the buffer speaks it. Must not assert anything.

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use ugnay_tests::loopback::listen;

pub use ugnay_tests::loopback::{Asked, socks5};

/// What becomes of one request and its answer.
pub enum Fate {
    /// Both pass.
    Pass,
    /// The buffer gets half of the request, the device nothing.
    CutRequest,
    /// The buffer answers; the device gets half of that.
    CutAnswer,
}

/// Reads one message: head and as many bytes as it announces. Nothing at the end of a connection.
fn message(stream: &mut impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut one = [0];
    while !bytes.ends_with(b"\r\n\r\n") {
        if stream.read(&mut one).ok()? == 0 {
            return None;
        }
        bytes.push(one[0]);
    }
    let head = String::from_utf8_lossy(&bytes).to_lowercase();
    let length = head
        .lines()
        .find_map(|l| l.strip_prefix("content-length:"))
        .and_then(|n| n.trim().parse::<usize>().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    bytes.extend(body);
    Some(bytes)
}

/// A server that answers every request with the same bytes and hangs up.
pub fn answers(bytes: impl Into<Vec<u8>>) -> String {
    let bytes = bytes.into();
    listen(move |mut stream| {
        if message(&mut stream).is_some() {
            let _ = stream.write_all(&bytes);
        }
    })
}

/// A server that takes every request and never answers.
pub fn silence() -> String {
    listen(move |mut stream| {
        // Reads until the device hangs up.
        while stream.read(&mut [0; 512]).is_ok_and(|n| n > 0) {}
    })
}

/// An address where nobody listens.
pub fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on loopback");
    format!("http://{}", listener.local_addr().expect("an address"))
}

/// A whole answer with the right length.
pub fn answer(status: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn relay(mut device: impl Read + Write, to: &str, fate: &dyn Fn(&str) -> Fate) -> Option<()> {
    let mut buffer = TcpStream::connect(to).ok()?;
    while let Some(request) = message(&mut device) {
        let line = String::from_utf8_lossy(&request);
        match fate(line.lines().next().unwrap_or_default()) {
            Fate::Pass => {
                buffer.write_all(&request).ok()?;
                device.write_all(&message(&mut buffer)?).ok()?;
                device.flush().ok()?;
            }
            Fate::CutRequest => {
                buffer.write_all(&request[..request.len() / 2]).ok()?;
                return None;
            }
            Fate::CutAnswer => {
                buffer.write_all(&request).ok()?;
                let answer = message(&mut buffer)?;
                device.write_all(&answer[..answer.len() / 2]).ok()?;
                return None;
            }
        }
    }
    Some(())
}

/// A line to the buffer at `url` on which `fate` decides, asked with each request's first line.
pub fn proxy(url: &str, fate: impl Fn(&str) -> Fate + Send + Sync + 'static) -> String {
    let to = url.trim_start_matches("http://").to_owned();
    listen(move |stream| {
        relay(stream, &to, &fate);
    })
}

/// A line that passes everything on and shows `note` each request with its answer, before the device has it.
fn passed(url: &str, note: impl Fn(&[u8], &[u8]) + Send + Sync + 'static) -> String {
    let to = url.trim_start_matches("http://").to_owned();
    listen(move |mut device| {
        let Ok(mut buffer) = TcpStream::connect(&to) else {
            return;
        };
        while let Some(request) = message(&mut device) {
            let told = buffer.write_all(&request).ok();
            let Some(answer) = told.and_then(|()| message(&mut buffer)) else {
                return;
            };
            note(&request, &answer);
            if device.write_all(&answer).is_err() {
                return;
            }
        }
    })
}

/// A line that passes everything on and keeps the bodies of the batches sent over it.
pub fn recorder(url: &str) -> (String, Arc<Mutex<Vec<Vec<u8>>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&kept);
    let address = passed(url, move |request, _| {
        let head = request.windows(4).position(|w| w == b"\r\n\r\n");
        let line = request.split(|b| *b == b'\r').next().unwrap_or_default();
        if let (Some(head), true) = (head, line.windows(6).any(|w| w == b"/batch")) {
            let mut notes = notes.lock().expect("one at a time");
            notes.push(request[head + 4..].to_vec());
        }
    });
    (address, kept)
}

/// Whatever went over a line: each request and its answer.
pub type Seen = Arc<Mutex<Vec<(Vec<u8>, Vec<u8>)>>>;

/// A line to the buffer at `url` that keeps what passes: what whoever runs the server sees.
pub fn recorded(url: &str) -> (String, Seen) {
    let seen = Seen::default();
    let kept = seen.clone();
    let line = passed(url, move |request, answer| {
        let mut kept = kept.lock().expect("one at a time");
        kept.push((request.to_vec(), answer.to_vec()));
    });
    (line, seen)
}

/// A TLS front of the buffer at `url`: its address and its own certificate in PEM.
pub fn tls_front(url: &str) -> (String, Vec<u8>) {
    tls_front_for(url, "127.0.0.1")
}

/// The same with a certificate for another name.
pub fn tls_front_for(url: &str, name: &str) -> (String, Vec<u8>) {
    let made = rcgen::generate_simple_self_signed(vec![name.into()]).expect("a certificate");
    let pem = made.cert.pem().into_bytes();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config =
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("protocol versions")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .expect("certificate and key");
    let config = Arc::new(config);
    let to = url.trim_start_matches("http://").to_owned();
    let plain = listen(move |stream| {
        if let Ok(tls) = ServerConnection::new(Arc::clone(&config)) {
            relay(StreamOwned::new(tls, stream), &to, &|_| Fate::Pass);
        }
    });
    (plain.replace("http://", "https://"), pem)
}
