//! The trace, the metrics, the refusals and the database remember nothing of who asked:
//! canaries in every part of a request are looked for in everything the server leaves.

use crate::child::{Child, data_folder};
use crate::client::{Answer, Client};
use crate::parties::{Party, entry, record, signed_by, submission, submitter};
use std::path::Path;
use ugnay_buffer::commands::CONFIG_FILE;
use ugnay_wire::{Fed, Name, Topic, paths};

const CANARY: &str = "CANARY-maria-santos";
/// A code of a barangay, a phone number, addresses: what must not be there either.
const MORE: [&str; 4] = [
    "0402110007",
    "+639171234567",
    "203.0.113.77",
    "2001:db8::77",
];

fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack
        .windows(needle.len())
        .any(|w| w == needle.as_bytes())
}

struct Asker {
    client: Client,
    url: String,
    answers: Vec<Answer>,
}

impl Asker {
    /// Sends a request with canaries in its headers.
    async fn send(&mut self, method: &str, path: &str, body: Vec<u8>) -> u16 {
        let headers = [
            ("user-agent", CANARY),
            ("x-forwarded-for", MORE[2]),
            ("forwarded", "for=\"[2001:db8::77]\""),
            ("cookie", CANARY),
            ("referer", MORE[0]),
            ("authorization", CANARY),
            (paths::READ_HEADER, CANARY),
            ("x-phone", MORE[1]),
        ];
        let answer = self
            .client
            .send(method, &self.url, path, &headers, body)
            .await;
        let status = answer.status;
        self.answers.push(answer);
        status
    }
}

/// Right requests, and wrong ones with canaries wherever there is room.
async fn ask_everything(asker: &mut Asker, p: &Party, topic: &Topic) {
    let batch = p.batch(1, vec![record(0xef, b"x")]);
    // The program has the machine's clock.
    let now = ugnay_buffer::Clock::system().now();
    let mut statuses = vec![
        asker.send("POST", paths::REGISTERS, p.open()).await,
        asker
            .send("POST", &paths::batch(&p.pseud), p.signed(&batch))
            .await,
        asker
            .send("POST", paths::BLOBS_GET, p.fetch(&[0xef], now))
            .await,
        asker
            .send("POST", &paths::box_post(topic), b"sealed".to_vec())
            .await,
    ];
    assert_eq!(statuses, [204, 200, 200, 200], "right requests are done");
    let body = CANARY.repeat(20).into_bytes();
    let foreign = signed_by(&p.write, &batch, &Fed([3; 16]));
    let stranger = submission(&p.write, entry(1), body.clone());
    let own = submission(&submitter(), body.clone(), body.clone());
    statuses.clear();
    for (path, body) in [
        (paths::REGISTERS.to_owned(), body.clone()),
        (paths::batch(&p.pseud), body.clone()),
        (paths::batch(&p.pseud), foreign),
        (paths::BLOBS_GET.to_owned(), body.clone()),
        (paths::LOG_ENTRIES.to_owned(), stranger),
        (paths::LOG_ENTRIES.to_owned(), own),
        (paths::log_cosignatures(0), body.clone()),
        (format!("/v1/boxes/{CANARY}"), body.clone()),
        (format!("/{CANARY}/{}", MORE[0]), body),
    ] {
        statuses.push(asker.send("POST", &path, body).await);
    }
    for word in [CANARY].into_iter().chain(MORE) {
        for path in [
            format!("/{word}"),
            format!("/v1/boxes/{word}"),
            format!("/v1/registers/{word}/changes?after=0&time=0"),
            format!("/v1/bundles/{word}/{word}"),
            format!("/v1/log/tile/{word}"),
            format!("/v1/log/entries/{word}"),
            format!("{}?after={word}", paths::BUNDLES),
            format!("{}?size={word}", paths::LOG_CHECKPOINT),
        ] {
            statuses.push(asker.send("GET", &path, vec![]).await);
            statuses.push(asker.send("DELETE", &path, vec![]).await);
        }
    }
    assert!(
        statuses.iter().all(|s| (400..500).contains(s) || *s == 200),
        "wrong ones are refused (a code may pass for a number), none is a fault: {statuses:?}"
    );
}

fn look_at_files(folder: &Path, secrets: &[&str]) {
    let mut files = 0;
    for file in std::fs::read_dir(folder).expect("folder") {
        let path = file.expect("file").path();
        let bytes = std::fs::read(&path).expect("reads");
        for secret in secrets {
            assert!(
                !contains(&bytes, secret),
                "{} must not hold {secret}",
                path.display()
            );
        }
        files += 1;
    }
    assert!(files >= 3, "settings, key and database were looked at");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_remembers_who_asked() {
    let dir = tempfile::tempdir().expect("folder");
    data_folder(dir.path());
    let settings = dir.path().join(CONFIG_FILE);
    let text = std::fs::read_to_string(&settings).expect("reads");
    // Port 0: the system chooses one, and the program says which.
    let text = format!("metrics_listen = \"127.0.0.1:0\"\n{text}");
    std::fs::write(&settings, &text).expect("writes");
    let child = Child::start(dir.path());
    let (p, topic) = (Party::new(0xab), Topic([0xcd; 16]));
    let mut asker = Asker {
        client: Client::new(),
        url: child.url.clone(),
        answers: Vec::new(),
    };
    ask_everything(&mut asker, &p, &topic).await;

    let watched = child.metrics.clone().expect("asked for");
    let metrics = Client::new()
        .try_send("GET", &watched, "/metrics", &[], vec![])
        .await
        .expect("answers");
    let public = Client::new()
        .send("GET", &child.url, "/metrics", &[], vec![])
        .await;
    assert_eq!(public.status, 404, "no metrics on the public address");
    let metrics = String::from_utf8(metrics.body).expect("text");
    assert!(
        metrics.contains("route=\"/v1/registers/{pseud}/batch\""),
        "requests were counted by pattern: {metrics}"
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
    let names = [p.pseud.to_hex(), topic.to_hex(), Name([0xef; 16]).to_hex()];
    let mut secrets = vec![CANARY, "maria", "203.0.113", "2001:db8"];
    secrets.extend(MORE);
    let mut nowhere: Vec<&str> = names.iter().map(String::as_str).collect();
    nowhere.extend(&secrets);
    for secret in &nowhere {
        assert!(!log.contains(secret), "the trace must not hold {secret}");
        assert!(!metrics.contains(secret), "metrics must not hold {secret}");
        for answer in asker.answers.iter().filter(|a| a.status >= 400) {
            assert!(
                !contains(&answer.body, secret),
                "no refusal repeats {secret}: {}",
                String::from_utf8_lossy(&answer.body)
            );
        }
    }
    assert!(
        !log.contains("127.0.0.1") && !metrics.contains("127.0.0.1"),
        "nor an address that is really there"
    );
    // The settings name the metrics' own address; clients' addresses are nowhere.
    std::fs::write(&settings, text.replace("127.0.0.1", "")).expect("writes");
    secrets.extend(["127.0.0.1", "user-agent"]);
    look_at_files(dir.path(), &secrets);
}
