//! The public page over HTTP: its languages, its policy, and that it shows what a checkpoint covers. What the page says of
//! a real federation is told in the stories over the whole program.

use crate::http::{Site, config, json, refused};
use crate::log::{append, publish};
use serde_json::Value;
use ugnay_wire::paths;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("utf-8")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_speaks_the_readers_language_and_runs_nothing() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    for (wanted, tag) in [
        ("fil-PH,en;q=0.5", "fil"),
        ("", "en"),
        ("de,fr;q=0.2", "fr"),
    ] {
        let answer = site
            .get_with(paths::TRANSPARENCY, &[("accept-language", wanted)])
            .await;
        assert_eq!(answer.status, 200, "served");
        assert!(
            text(&answer.body).contains(&format!("<html lang=\"{tag}\">")),
            "the page for {wanted:?} is in {tag}"
        );
        assert_eq!(answer.headers["content-language"], tag, "and says so");
        assert_eq!(answer.headers["vary"], "accept-language", "to caches too");
        let policy = answer.headers["content-security-policy"]
            .to_str()
            .expect("text");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self';")
                && !policy.contains("unsafe"),
            "nothing may be loaded but its style: {policy}"
        );
        assert!(
            answer.headers.get("set-cookie").is_none(),
            "nobody is followed"
        );
    }
    for tag in ["en", "fil", "ceb", "es", "fr"] {
        let answer = site
            .get_with(
                &format!("/transparency/{tag}"),
                &[("accept-language", "en")],
            )
            .await;
        assert_eq!(answer.headers["content-language"], tag, "the path decides");
    }
    let style = site.get("/transparency/page.css").await;
    assert_eq!(
        (style.status, style.kind.as_str()),
        (200, "text/css; charset=utf-8"),
        "its style"
    );
    for nowhere in ["/transparency/de", "/transparency/", "/transparency/en/x"] {
        assert_eq!(refused(site.get(nowhere).await).0, 404, "{nowhere}");
    }
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_covers_what_is_published_and_no_more() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let read = async || -> Value { json(&site.get(paths::TRANSPARENCY_JSON).await) };
    assert_eq!(read().await["log"], Value::Null, "no checkpoint yet");
    append(&site, 1, b"").await;
    assert_eq!(
        read().await["log"],
        Value::Null,
        "an entry counts once a checkpoint covers it"
    );
    publish(&site).await;
    assert_eq!(
        read().await["log"]["size"],
        1,
        "a new checkpoint is seen at once"
    );
    append(&site, 2, b"").await;
    assert_eq!(
        read().await["log"]["size"],
        1,
        "the next one is not covered yet"
    );
    publish(&site).await;
    let report = read().await;
    assert_eq!(report["log"]["size"], 2, "now it is");
    assert_eq!(
        report["federation"],
        Value::Null,
        "no genesis, no federation"
    );
    assert_eq!(
        report["statements"].as_array().map(Vec::len),
        Some(0),
        "entries by nobody known say nothing"
    );
    site.handle.shutdown().await;
}
