//! The trace and the database hold no address, no header, no pseudonym in the trace, and
//! nothing of a request but its opaque bytes.

use crate::child::{Child, data_folder};
use crate::client::Client;
use crate::parties::{Party, record};
use ugnay_wire::{BlobsGet, Message, Name, Topic, paths};

const CANARY: &str = "CANARY-maria-santos";

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|w| w == needle)
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_trace_nor_database_remember_who_asked() {
    let dir = tempfile::tempdir().expect("folder");
    data_folder(dir.path());
    let child = Child::start(dir.path());
    let (client, p, topic) = (Client::new(), Party::new(0xab), Topic([0xcd; 16]));
    let headers = [
        ("user-agent", CANARY),
        ("x-forwarded-for", "203.0.113.77"),
        ("cookie", CANARY),
        ("referer", CANARY),
    ];
    let send = async |method: &str, path: &str, body| {
        client
            .send(method, &child.url, path, &headers, body)
            .await
            .status
    };
    let get = BlobsGet {
        pseud: p.pseud,
        names: vec![Name([0xef; 16])],
    };
    let with_query = format!("{}&who={CANARY}", paths::bundles(0));
    let statuses = [
        send("POST", paths::REGISTERS, p.open()).await,
        send(
            "POST",
            &paths::batch(&p.pseud),
            p.signed(&p.batch(1, vec![record(0xef, b"x")])),
        )
        .await,
        send("POST", &paths::batch(&p.pseud), vec![1; 200]).await,
        send("POST", paths::BLOBS_GET, get.encode().expect("encodes")).await,
        send("POST", &paths::box_post(&topic), b"sealed".to_vec()).await,
        send("GET", &with_query, vec![]).await,
        send("GET", &format!("/{CANARY}"), vec![]).await,
        send("GET", &format!("/v1/boxes/{CANARY}"), vec![]).await,
    ];
    assert_eq!(
        statuses,
        [204, 200, 403, 200, 200, 200, 404, 400],
        "the requests did what they should"
    );
    let log = child.kill();
    assert!(
        log.contains("/v1/registers/{pseud}/batch"),
        "the trace is there: {log}"
    );
    for line in log.lines() {
        let parsed: Result<serde_json::Value, _> = serde_json::from_str(line);
        assert!(parsed.is_ok(), "every line is JSON: {line}");
    }
    let hidden = [p.pseud.to_hex(), topic.to_hex(), Name([0xef; 16]).to_hex()];
    for secret in
        hidden
            .iter()
            .map(String::as_str)
            .chain([CANARY, "203.0.113", "127.0.0.1", "maria"])
    {
        assert!(!log.contains(secret), "the trace must not hold {secret}");
    }
    let mut files = 0;
    for file in std::fs::read_dir(dir.path()).expect("folder") {
        let path = file.expect("file").path();
        let bytes = std::fs::read(&path).expect("reads");
        for secret in [CANARY, "203.0.113", "127.0.0.1", "user-agent"] {
            assert!(
                !contains(&bytes, secret.as_bytes()),
                "{} must not hold {secret}",
                path.display()
            );
        }
        files += 1;
    }
    assert!(files >= 3, "settings, key and database were looked at");
}
