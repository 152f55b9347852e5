//! Slow, greedy and unlucky clients; a full disk.

use crate::http::{Site, config, refused, wire};
use crate::parties::{NOW, Party, record};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use ugnay_buffer::{Database, Peers, Rate};
use ugnay_wire::{Ack, BlobStatus, Blobs, Topic, paths};

/// Sends a part of a request and reads until the server hangs up.
async fn dawdle(addr: SocketAddr, part: impl Into<String>) -> String {
    let part: String = part.into();
    let talk = move || {
        let mut stream = TcpStream::connect(addr).expect("connects");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("set");
        stream.write_all(part.as_bytes()).expect("sends");
        let mut answer = String::new();
        stream
            .read_to_string(&mut answer)
            .expect("the server must hang up, not wait");
        answer
    };
    tokio::task::spawn_blocking(talk).await.expect("no panic")
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_clients_are_let_go() {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    config.limits.header_time = Duration::from_millis(150);
    config.limits.request_time = Duration::from_millis(150);
    config.limits.connections = 2;
    let site = Site::start(config).await;
    let addr = site.handle.addr();
    // All connections there are, taken by clients that never finish their headers …
    let one = tokio::spawn(dawdle(addr, "GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: "));
    let two = tokio::spawn(dawdle(addr, ""));
    // … do not keep the next client out for good.
    assert_eq!(
        site.get(paths::HEALTH).await.status,
        200,
        "served once they are let go"
    );
    one.await.expect("hung up on");
    two.await.expect("hung up on");
    let body = "POST /v1/registers HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf";
    let answer = dawdle(addr, body).await;
    assert!(
        answer.starts_with("HTTP/1.1 408"),
        "a body that does not come: {answer}"
    );
    assert!(
        answer.contains("application/problem+json"),
        "as a problem: {answer}"
    );
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn huge_headers_are_refused() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let long = "x".repeat(100_000);
    let many: Vec<String> = (0..100).map(|n| format!("x-{n}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|n| (n.as_str(), "x")).collect();
    for headers in [&[("x-long", long.as_str())][..], &many] {
        let answer = refused(site.get_with(paths::HEALTH, headers).await);
        assert_eq!(
            answer,
            (431, "headers_too_large".into()),
            "bounded, and a problem"
        );
    }
    let line = format!("/health?{}", "x".repeat(60_000));
    let answer = refused(site.get(&line).await);
    assert_eq!(answer.0, 431, "so is the first line");
    for nonsense in [
        "GET /health HTTP/9.9\r\n\r\n",
        "\u{1}\u{2}\u{3}\r\n\r\n",
        "GET\r\n\r\n",
    ] {
        let answer = dawdle(site.handle.addr(), nonsense.to_owned()).await;
        assert!(
            answer.starts_with("HTTP/1.1 400 ") && answer.contains("\"malformed\""),
            "what is no HTTP is told so: {answer}"
        );
    }
    assert_eq!(
        site.get(paths::HEALTH).await.status,
        200,
        "and the server goes on"
    );
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_trusted_peers_are_served_in_the_clear() {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    config.peers = Peers::These {
        this_machine: false,
        proxies: vec!["127.0.0.2".parse().expect("an address")],
    };
    let site = Site::start(config).await;
    let addr = site.handle.addr();
    let ask = async |from: &str| {
        let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
        let from: SocketAddr = from.parse().expect("an address");
        socket.bind(from).expect("binds");
        let mut stream = socket.connect(addr).await.expect("connects");
        let request = b"GET /health HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 127.0.0.2\r\nConnection: close\r\n\r\n";
        let _ = stream.write_all(request).await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        String::from_utf8(answer).expect("text")
    };
    let proxy = ask("127.0.0.2:0").await;
    assert!(
        proxy.starts_with("HTTP/1.1 200"),
        "the proxy is served: {proxy}"
    );
    let stranger = ask("127.0.0.1:0").await;
    assert_eq!(stranger, "", "a stranger is not, whatever its headers say");
    site.handle.shutdown().await;
}

/// Waits until the server has taken all of a body that is not complete.
async fn half_a_batch(addr: SocketAddr, p: &Party, bytes: usize) -> tokio::net::TcpStream {
    let mut stream = tokio::net::TcpStream::connect(addr)
        .await
        .expect("connects");
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n",
        paths::batch(&p.pseud)
    );
    stream.write_all(head.as_bytes()).await.expect("sends");
    stream.write_all(&vec![0; bytes]).await.expect("sends");
    stream
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_of_all_requests_together_are_bounded() {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    config.limits.body_bytes = 2_000_000;
    config.rates.registers = Rate {
        burst: 1_000_000,
        per_second: 1_000_000,
    };
    let site = Site::start(config).await;
    let p = Party::new(1);
    site.post(paths::REGISTERS, p.open()).await;
    let items = (0..30).map(|n| record(n, &[n; 50_000])).collect();
    let batch = p.signed(&p.batch(1, items));
    let path = paths::batch(&p.pseud);
    // Either of the two may be refused, whichever comes later: sooner or later it is ours.
    let (first, refusal) = loop {
        let first = half_a_batch(site.handle.addr(), &p, 1_900_000).await;
        let answer = site.post(&path, batch.clone()).await;
        if answer.status != 200 {
            break (first, refused(answer));
        }
    };
    assert_eq!(refusal, (503, "unavailable".into()), "come again later");
    assert_eq!(
        site.post(&paths::box_post(&Topic([1; 16])), vec![1; 3000])
            .await
            .status,
        200,
        "small requests go on"
    );
    drop(first);
    // Let go, its memory is free again.
    loop {
        let answer = site.post(&path, batch.clone()).await;
        if answer.status == 200 {
            break;
        }
        assert_eq!(answer.status, 503, "nothing but the budget was in the way");
    }
    let get = p.fetch(&(0..30).collect::<Vec<u8>>(), NOW);
    for _ in 0..5 {
        let blobs: Blobs = wire(site.post(paths::BLOBS_GET, get.clone()).await);
        assert_eq!(blobs.replies.len(), 30, "answers give back what they held");
    }
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rates_are_by_capability() {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    let three = Rate {
        burst: 3,
        per_second: 0,
    };
    (config.rates.topics, config.rates.registers) = (three, three);
    let site = Site::start(config).await;
    let (a, b) = (
        paths::box_post(&Topic([1; 16])),
        paths::box_post(&Topic([2; 16])),
    );
    for n in 0..3u8 {
        assert_eq!(site.post(&a, vec![n + 1]).await.status, 200, "the burst");
    }
    let fourth = refused(site.post(&a, vec![9]).await);
    assert_eq!(fourth, (429, "too_many".into()), "then no more");
    assert_eq!(
        site.post(&b, vec![1]).await.status,
        200,
        "another box is not held up"
    );

    let p = Party::new(1);
    site.post(paths::REGISTERS, p.open()).await;
    for _ in 0..5 {
        let mut forged = p.signed(&p.batch(1, vec![record(1, b"x")]));
        forged[50] ^= 1;
        let answer = refused(site.post(&paths::batch(&p.pseud), forged).await);
        assert_eq!(answer.1, "bad_signature", "forgeries are refused");
    }
    let good = p.signed(&p.batch(1, vec![record(1, b"x")]));
    let answer = site.post(&paths::batch(&p.pseud), good).await;
    assert_eq!(
        answer.status, 200,
        "a stranger cannot use up a register's rate"
    );
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_store_refuses_whole_batches_and_keeps_the_rest() {
    let dir = tempfile::tempdir().expect("folder");
    let mut config = config(dir.path());
    config.database = Database::Sqlite {
        dir: dir.path().to_path_buf(),
        max_bytes: Some(600_000),
    };
    let site = Site::start(config).await;
    let p = Party::new(1);
    site.post(paths::REGISTERS, p.open()).await;
    let mut kept = 0u8;
    let full = loop {
        let items = vec![
            record(kept * 2, &[kept; 30_000]),
            record(kept * 2 + 1, &[kept; 30_000]),
        ];
        let answer = site
            .post(&paths::batch(&p.pseud), p.signed(&p.batch(kept, items)))
            .await;
        if answer.status != 200 {
            break refused(answer);
        }
        kept += 1;
        assert!(kept < 60, "the quota must end somewhere");
    };
    assert_eq!(full, (507, "storage_full".into()), "says that it is full");
    let get = p.fetch(&(0..=kept * 2 + 1).collect::<Vec<u8>>(), NOW);
    let blobs: Blobs = wire(site.post(paths::BLOBS_GET, get).await);
    for (n, reply) in blobs.replies.iter().enumerate() {
        let there = matches!(reply.status, BlobStatus::Found(_));
        assert_eq!(
            there,
            n < usize::from(kept) * 2,
            "whole batches or nothing: blob {n}"
        );
    }
    let small = p.signed(&p.batch(250, vec![record(250, b"small")]));
    let answer = site.post(&paths::batch(&p.pseud), small.clone()).await;
    assert!(
        answer.status == 200 || answer.status == 507,
        "the server lives: {}",
        answer.status
    );
    site.handle.shutdown().await;

    let site = Site::start(self::config(dir.path())).await;
    let ack: Ack = wire(site.post(&paths::batch(&p.pseud), small).await);
    assert_eq!(
        ack.cursor,
        u64::from(kept) * 2 + 1,
        "with more room it goes on where it was"
    );
    site.handle.shutdown().await;
}
