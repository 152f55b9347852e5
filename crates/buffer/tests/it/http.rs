//! The HTTP interface, on a real socket.

use crate::client::{Answer, Client};
use crate::parties::{
    FED, NOW, Party, key, log_key, public, record, signed_by, submitter, ticket_key, witness,
};
use std::path::Path;
use ugnay_buffer::{Buffer, Clock, Config, Database, Handle};
use ugnay_wire::{
    Ack, BlobStatus, Blobs, BoxPage, BoxPosted, BundlePage, ChangesPage, Fed, Message, Meta,
    Problem, Pseud, Topic, paths,
};

pub fn config(dir: &Path) -> Config {
    let database = Database::Sqlite {
        dir: dir.to_path_buf(),
        max_bytes: None,
    };
    Config {
        witnesses: (1..=3).map(|n| witness(n).verifier().clone()).collect(),
        ticket_keys: vec![public(&key(7)), public(&ticket_key())],
        submitter_keys: vec![public(&submitter())],
        demo: true,
        clock: Clock::from_fn(|| NOW),
        ..Config::new(FED, log_key(), database)
    }
}

pub struct Site {
    pub handle: Handle,
    pub client: Client,
}

impl Site {
    pub async fn start(config: Config) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("binds");
        let handle = Buffer::start(config, listener).await.expect("starts");
        let client = Client::new();
        Self { handle, client }
    }

    pub async fn post(&self, path: &str, body: Vec<u8>) -> Answer {
        self.client
            .send("POST", &self.handle.url(), path, &[], body)
            .await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.client
            .send("GET", &self.handle.url(), path, headers, vec![])
            .await
    }

    pub async fn changes(&self, p: &Party, after: u64, time: i64) -> Answer {
        let signature = p.read_signature(after, time);
        let path = paths::changes(&p.pseud, after, time);
        self.get_with(&path, &[(paths::READ_HEADER, &signature)])
            .await
    }
}

pub fn wire<M: Message>(answer: Answer) -> M {
    assert_eq!(answer.status, 200, "accepted");
    assert_eq!(answer.kind, paths::OCTETS, "binary answers");
    M::decode(&answer.body).expect("decodes")
}

pub fn json<T: serde::de::DeserializeOwned>(answer: &Answer) -> T {
    serde_json::from_slice(&answer.body).expect("json")
}

/// The status and code of a refusal, which must be problem+json.
pub fn refused(answer: Answer) -> (u16, String) {
    let status = answer.status;
    assert_eq!(
        answer.kind,
        paths::PROBLEM_JSON,
        "every refusal is problem+json ({status})"
    );
    let problem: Problem = json(&answer);
    assert_eq!(
        problem.status, status,
        "the body says the same as the status line"
    );
    (status, problem.code)
}

/// Everything a device does, on any backend.
pub async fn a_register_lives(site: &Site, p: &Party) {
    let opened = site.post(paths::REGISTERS, p.open()).await;
    assert_eq!(opened.status, 204, "a ticket opens a register");
    let again = site.post(paths::REGISTERS, p.open()).await;
    assert_eq!(again.status, 204, "opening is idempotent");

    let batch = p.batch(1, vec![record(1, b"sealed"), record(2, b"sealed too")]);
    let ack: Ack = wire(site.post(&paths::batch(&p.pseud), p.signed(&batch)).await);
    assert_eq!(
        ack,
        Ack {
            cursor: 2,
            accepted: 2
        },
        "both are kept"
    );
    let again: Ack = wire(site.post(&paths::batch(&p.pseud), p.signed(&batch)).await);
    assert_eq!(again, ack, "a retry is answered alike");

    let page: ChangesPage = wire(site.changes(p, 0, NOW - 599).await);
    assert_eq!(page.changes.len(), 2, "the read-cap lists the changes");
    let body = p.fetch(&[2, 9], NOW);
    let blobs: Blobs = wire(site.post(paths::BLOBS_GET, body).await);
    assert_eq!(
        blobs.replies[0].status,
        BlobStatus::Found(b"sealed too".to_vec()),
        "by name"
    );
    assert_eq!(
        blobs.replies[1].status,
        BlobStatus::Missing,
        "missing, no reason"
    );

    let bundles: BundlePage = wire(site.get(&paths::bundles(0)).await);
    assert_eq!(bundles.bundles.len(), 0, "no deal yet");
    let topic = Topic(p.pseud.0);
    let posted: BoxPosted = wire(site.post(&paths::box_post(&topic), b"hi".to_vec()).await);
    assert_eq!(posted.seq, 1, "in the box");
    let page: BoxPage = wire(site.get(&paths::box_read(&topic, 0)).await);
    assert_eq!(page.messages[0].bytes, b"hi", "out of the box");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_on_sqlite() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    assert_eq!(site.get(paths::HEALTH).await.status, 200, "up");
    let meta: Meta = json(&site.get(paths::META).await);
    assert!(
        meta.demo && meta.api == 1 && meta.fed == FED.to_hex(),
        "says what it is"
    );
    a_register_lives(&site, &Party::new(1)).await;
    site.handle.shutdown().await;

    let site = Site::start(config(dir.path())).await;
    let page: ChangesPage = wire(site.changes(&Party::new(1), 0, NOW).await);
    assert_eq!(page.changes.len(), 2, "still there after a restart");
    site.handle.shutdown().await;
}

#[test]
fn it_runs_on_its_own_thread() {
    let dir = tempfile::tempdir().expect("folder");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("binds");
    let handle = Buffer::start_in_thread(config(dir.path()), listener).expect("starts");
    let mut stream = std::net::TcpStream::connect(handle.addr()).expect("connects");
    let request = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    std::io::Write::write_all(&mut stream, request).expect("sends");
    let answer = std::io::read_to_string(stream).expect("answers");
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "up without a runtime of the caller's"
    );
    handle.shutdown();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_right_is_refused() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let (p, q) = (Party::new(1), Party::new(2));
    let to = &site;
    let post = |path: String, body| async move { refused(to.post(&path, body).await) };
    let code = |c: (u16, String)| c.1;

    let foreign = p.open_signed_by(&key(66), &FED);
    assert_eq!(
        code(post(paths::REGISTERS.into(), foreign).await),
        "bad_ticket",
        "unknown key"
    );
    let elsewhere = p.open_signed_by(&ticket_key(), &Fed([1; 16]));
    assert_eq!(
        code(post(paths::REGISTERS.into(), elsewhere).await),
        "bad_ticket",
        "other federation"
    );
    let mut changed = p.open();
    changed[5 + 16] ^= 1;
    assert_eq!(
        code(post(paths::REGISTERS.into(), changed).await),
        "bad_ticket",
        "other write-cap"
    );

    let batch = p.batch(1, vec![record(1, b"x")]);
    let path = paths::batch(&p.pseud);
    assert_eq!(
        code(post(path.clone(), p.signed(&batch)).await),
        "not_found",
        "not open yet"
    );
    site.post(paths::REGISTERS, p.open()).await;
    site.post(paths::REGISTERS, q.open()).await;
    let forged = signed_by(&q.write, &batch, &FED);
    assert_eq!(
        code(post(path.clone(), forged).await),
        "bad_signature",
        "another's write-cap"
    );
    let elsewhere = signed_by(&p.write, &batch, &Fed([1; 16]));
    assert_eq!(
        code(post(path.clone(), elsewhere).await),
        "bad_signature",
        "other federation"
    );
    let mut flipped = p.signed(&batch);
    flipped[60] ^= 1;
    assert_eq!(
        code(post(path.clone(), flipped).await),
        "bad_signature",
        "any bit counts"
    );
    let misaddressed = signed_by(&p.write, &q.batch(1, vec![record(1, b"x")]), &FED);
    assert_eq!(
        code(post(path.clone(), misaddressed).await),
        "malformed",
        "meant for another register"
    );

    let page = refused(site.changes(&p, 0, NOW + 601).await);
    assert_eq!(
        page,
        (403, "clock_skew".into()),
        "an old or future request is no request"
    );
    let path = paths::changes(&p.pseud, 1, NOW);
    let header = [(paths::READ_HEADER, &*p.read_signature(0, NOW))];
    let replayed = refused(site.get_with(&path, &header).await);
    assert_eq!(replayed.1, "bad_signature", "the cursor is bound");
    let bare = refused(site.get(&path).await);
    assert_eq!(bare.1, "malformed", "no signature, no page");
    let page: ChangesPage = wire(site.changes(&p, 0, NOW).await);
    assert_eq!(
        page.changes.len(),
        0,
        "none of the refused batches left anything"
    );
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_is_named_and_refused() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let pseud = Pseud([1; 16]);
    for (path, body, status) in [
        (paths::REGISTERS.into(), vec![], 400),
        (paths::REGISTERS.into(), b"UGW\x02\x01".to_vec(), 400),
        (paths::REGISTERS.into(), vec![0; 20_000], 413),
        (paths::batch(&pseud), vec![0; 5_000_000], 413),
        (paths::batch(&pseud), vec![0; 10], 400),
        ("/v1/registers/ABCD/batch".into(), vec![0; 100], 400),
        (paths::BLOBS_GET.into(), vec![1, 2, 3], 400),
        (paths::box_post(&Topic([1; 16])), vec![0; 65_537], 413),
        (paths::box_post(&Topic([1; 16])), vec![], 400),
        (paths::META.into(), vec![], 405),
        ("/nowhere".into(), vec![], 404),
    ] {
        let answer = refused(site.post(&path, body).await);
        assert_eq!(answer.0, status, "POST {path}: {answer:?}");
    }
    for (path, status) in [
        ("/v1/bundles?after=-1", 400),
        ("/v1/bundles?after=x", 400),
        ("/v1/boxes/00", 400),
        ("/v1/bundles/0101/0202", 400),
        ("/v1/registers", 405),
        ("/v1/registers/%ff%fe/changes?after=0&time=0", 400),
        ("/", 404),
    ] {
        let answer = refused(site.get(path).await);
        assert_eq!(answer.0, status, "GET {path}: {answer:?}");
    }
    site.handle.shutdown().await;
}
