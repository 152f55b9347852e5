//! Only the library's bare refusals are rewritten.
use super::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// What arrives at the other end when `bytes` are written in one piece.
async fn through(bytes: &[u8]) -> String {
    // A narrow pipe, so that the refusal goes out in several pieces.
    let (near, mut far) = tokio::io::duplex(16);
    let writing = async move {
        let mut edge = Edge::new(near);
        edge.write_all(bytes).await.expect("writes");
        edge.flush().await.expect("flushes");
        edge.shutdown().await.expect("closes");
    };
    let mut seen = String::new();
    let ((), read) = tokio::join!(writing, far.read_to_string(&mut seen));
    read.expect("reads");
    seen
}

#[tokio::test]
async fn a_bare_refusal_gets_a_body() {
    for (line, code) in [
        ("431 Request Header Fields Too Large", "headers_too_large"),
        ("414 URI Too Long", "headers_too_large"),
        ("400 Bad Request", "malformed"),
    ] {
        let head =
            format!("HTTP/1.1 {line}\r\nconnection: close\r\ncontent-length: 0\r\ndate: x\r\n\r\n");
        let seen = through(head.as_bytes()).await;
        let (head, body) = seen.split_once("\r\n\r\n").expect("head and body");
        assert!(head.contains(PROBLEM_JSON), "says its type: {head}");
        assert!(
            head.contains(&format!("content-length: {}", body.len())),
            "the whole body arrived: {seen}"
        );
        let problem: Problem = serde_json::from_str(body).expect("a problem");
        assert_eq!(problem.code, code, "and its code");
    }
}

#[tokio::test]
async fn everything_else_passes_as_it_is() {
    for text in [
        "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "content-length: 0\r\n\r\n",
        "",
    ] {
        assert_eq!(through(text.as_bytes()).await, text, "passes unchanged");
    }
}
