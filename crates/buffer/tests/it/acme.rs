//! A certificate by ACME from a real authority: the first one, its renewals, and an
//! authority that refuses or keeps silent.

use crate::authority::{Authority, Gate, Hands, NAME, Way, insist};
use crate::certificates::get;
use crate::client::Client;
use std::net::SocketAddr;
use std::path::Path;
use tokio::net::TcpListener;
use ugnay_buffer::commands::{self, Level};
use ugnay_buffer::{Acme, Buffer, Clock, Handle, TlsSource};

/// Five years, as Pebble has it by itself.
const YEARS: u64 = 5 * 365 * 86_400;

async fn bound() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
    let addr = listener.local_addr().expect("an address");
    (listener, addr)
}

async fn start(dir: &Path, acme: Acme, clock: Clock, listener: TcpListener) -> Handle {
    let mut config = crate::http::config(dir);
    config.tls = Some(TlsSource::Acme(acme));
    config.clock = clock;
    config.metrics = Some("127.0.0.1:0".parse().expect("an address"));
    Buffer::start(config, listener).await.expect("starts")
}

/// From when to when a certificate holds.
fn life(certificate: &[u8]) -> (i64, i64) {
    let (_, parsed) = x509_parser::parse_x509_certificate(certificate).expect("a certificate");
    let validity = parsed.validity();
    (
        validity.not_before.timestamp(),
        validity.not_after.timestamp(),
    )
}

/// One of the server's counts.
async fn count(handle: &Handle, name: &str) -> i64 {
    let url = format!("http://{}", handle.metrics_addr().expect("asked for"));
    let client = Client::new();
    let answer = client.try_send("GET", &url, "/metrics", &[], vec![]);
    let answer = answer.await.expect("answers");
    let text = String::from_utf8(answer.body).expect("text");
    let line = text.lines().find_map(|l| l.strip_prefix(name));
    line.map_or(0, |n| n.trim().parse().expect("a number"))
}

const FAILED: &str = "ugnay_certificate_asked_total{kind=\"failed\"}";
const FAILING: &str = "ugnay_certificate_failing_since_seconds ";
const ENDS: &str = "ugnay_certificate_ends_seconds ";

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_is_asked_for_kept_and_used() {
    let dir = tempfile::tempdir().expect("folder");
    let (listener, addr) = bound().await;
    let authority = Authority::start(dir.path(), addr, YEARS).await;
    let (acme, root) = (authority.acme.clone(), authority.root.clone());
    let handle = start(dir.path(), acme.clone(), Clock::system(), listener).await;

    let health = async || get(addr, NAME, &root, "/health").await;
    let answer = insist("a certificate", health).await;
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "served under the authority's certificate: {answer}"
    );
    assert!(
        get(addr, "other.example", &root, "/health").await.is_none(),
        "it is for the name asked for, no other"
    );
    handle.shutdown().await;

    // The authority is gone; the kept certificate still serves.
    authority.stop();
    let mode = std::fs::metadata(&acme.folder)
        .expect("there")
        .permissions();
    let mode = std::os::unix::fs::PermissionsExt::mode(&mode);
    assert_eq!(mode & 0o077, 0, "the account's key is its owner's alone");
    let listener = TcpListener::bind(addr).await.expect("binds");
    let handle = start(dir.path(), acme, Clock::system(), listener).await;
    let answer = insist("the kept one", health).await;
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "after a restart: {answer}"
    );
    handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_of_seconds_is_renewed_by_itself_before_it_ends() {
    let dir = tempfile::tempdir().expect("folder");
    let (listener, addr) = bound().await;
    let mut authority = Authority::start(dir.path(), addr, 30).await;
    let acme = authority.acme.clone();
    let handle = start(dir.path(), acme, Clock::system(), listener).await;
    let first = insist("a certificate", async || authority.believed(addr).await).await;
    let first = first.certificate();

    // Nobody asks for it: the server comes to the authority when two thirds are over.
    authority.gate.set(Way::Open);
    assert_eq!(authority.gate.knock().await, Way::Open, "it came");
    let mut held = authority.believed(addr).await.expect("served meanwhile");
    assert_eq!(held.certificate(), first, "by the old one");
    let second = insist("a renewed certificate", async || {
        let shown = authority.believed(addr).await?.certificate();
        (shown != first).then_some(shown)
    })
    .await;
    assert!(
        life(&second).0 < life(&first).1,
        "made while the first one still held: {:?} after {:?}",
        life(&second),
        life(&first)
    );
    let answer = held.ask("/health").await.expect("still open");
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "a connection from before goes on: {answer}"
    );
    handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_that_fails_keeps_the_old_certificate_and_says_so() {
    let dir = tempfile::tempdir().expect("folder");
    crate::child::data_folder(dir.path());
    let (listener, addr) = bound().await;
    let mut authority = Authority::start(dir.path(), addr, YEARS).await;
    let acme = authority.acme.clone();
    let hands = Hands::default();
    hands.set(Clock::system().now());
    settings(dir.path(), &acme);
    let handle = start(dir.path(), acme, hands.clock(), listener).await;
    let first = insist("a certificate", async || authority.believed(addr).await).await;
    let first = first.certificate();
    let (begins, ends) = life(&first);
    let due = ends - (ends - begins) / 3;
    insist("its end", async || {
        (count(&handle, ENDS).await == ends).then_some(())
    })
    .await;

    // The clock says that it is time, and the authority hangs up; so it does when asked again.
    for n in [1, 2] {
        authority.gate.set(Way::Shut);
        hands.set(due + n);
        handle.reload_certificate();
        assert_eq!(authority.gate.knock().await, Way::Shut, "it was asked");
        insist("the count", async || {
            (count(&handle, FAILED).await == n).then_some(())
        })
        .await;
        assert_eq!(count(&handle, FAILING).await, due + 1, "since when");
        let shown = authority.believed(addr).await.expect("served");
        assert_eq!(shown.certificate(), first, "the old one stays in use");
        let (level, text) = told(dir.path()).await;
        assert_eq!(level, Level::Warning, "there is time left: {text}");
        let times = format!("{n} times; the newest: ");
        assert!(text.contains(&times), "the doctor knows: {text}");
    }

    // It is back, and whoever mended it need not wait.
    authority.gate.set(Way::Open);
    handle.reload_certificate();
    insist("a renewed certificate", async || {
        let shown = authority.believed(addr).await?.certificate();
        (shown != first).then_some(())
    })
    .await;
    insist("the alarm's end", async || {
        (count(&handle, FAILING).await == 0).then_some(())
    })
    .await;
    let (level, text) = told(dir.path()).await;
    assert_eq!(level, Level::Good, "nothing is left of it: {text}");
    handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_that_keeps_silent_is_not_waited_for() {
    let dir = tempfile::tempdir().expect("folder");
    crate::child::data_folder(dir.path());
    let (listener, _) = bound().await;
    let mut gate = Gate::before(listener.local_addr().expect("an address")).await;
    gate.set(Way::Mute);
    let (_, own) = crate::certificates::write(dir.path(), "localhost");
    let ca = dir.path().join("ca.pem");
    std::fs::write(&ca, own).expect("writes");
    let acme = Acme {
        domains: vec![NAME.into()],
        contact: vec![],
        directory: format!("https://localhost:{}/dir", gate.addr.port()),
        directory_ca: Some(ca),
        folder: dir.path().join("acme"),
        patience_seconds: 1,
    };
    settings(dir.path(), &acme);
    let hands = Hands::default();
    hands.set(Clock::system().now());
    let handle = start(dir.path(), acme, hands.clock(), listener).await;
    for n in [1, 2] {
        assert_eq!(gate.knock().await, Way::Mute, "it was asked");
        insist("the count", async || {
            (count(&handle, FAILED).await == n).then_some(())
        })
        .await;
        let (level, text) = told(dir.path()).await;
        assert_eq!(level, Level::Failure, "there is none to serve with: {text}");
        assert!(text.ends_with("no answer within 1 s"), "and why: {text}");
        handle.reload_certificate();
    }
    handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_before_it_is_time() {
    let dir = tempfile::tempdir().expect("folder");
    let (listener, addr) = bound().await;
    let mut authority = Authority::start(dir.path(), addr, YEARS).await;
    let acme = authority.acme.clone();
    let handle = start(dir.path(), acme.clone(), Clock::system(), listener).await;
    let first = insist("a certificate", async || authority.believed(addr).await).await;
    let first = first.certificate();
    handle.shutdown().await;
    authority.gate.set(Way::Open);
    let hands = Hands::default();
    let (begins, ends) = life(&first);
    hands.set(ends - (ends - begins) / 3 - 1);
    let listener = TcpListener::bind(addr).await.expect("binds");
    let handle = start(dir.path(), acme, hands.clock(), listener).await;
    insist("the kept one", async || authority.believed(addr).await).await;
    for _ in 0..3 {
        handle.reload_certificate();
        let shown = authority.believed(addr).await.expect("served");
        assert_eq!(shown.certificate(), first, "the same one");
    }
    handle.shutdown().await;
    assert!(
        authority.gate.quiet(),
        "one second before its time nobody came"
    );
}

/// Puts the authority into the folder's settings, for the doctor.
fn settings(dir: &Path, acme: &Acme) {
    let path = dir.join(commands::CONFIG_FILE);
    let text = std::fs::read_to_string(&path).expect("reads");
    let (directory, folder) = (&acme.directory, acme.folder.display());
    let added = format!(
        "[acme]\ndomains = [\"{NAME}\"]\ndirectory = \"{directory}\"\nfolder = \"{folder}\"\n"
    );
    std::fs::write(path, text + &added).expect("writes");
}

/// What the doctor says of the certificate.
async fn told(dir: &Path) -> (Level, String) {
    let found = commands::doctor(dir, None).await.expect("looks");
    let about = found
        .into_iter()
        .find(|f| f.text.starts_with("certificate"));
    let about = about.expect("it is always looked at");
    (about.level, about.text)
}
