//! Who gets blobs: a device of the register that holds them. Names alone, other keys, requests nobody released get nothing.
//! What a release entitles to is told by the stories, which have a federation.

use crate::http::{Site, config, refused, wire};
use crate::parties::{FED, NOW, Party, asked_by, key, public, record, sign};
use ugnay_wire::signing::pass_to_sign;
use ugnay_wire::{Asker, BlobStatus, Blobs, BlobsGet, Fed, Hash, Message, Pass, Signature, paths};

const REQUEST: Hash = Hash([5; 32]);

async fn site(dir: &std::path::Path) -> (Site, Party) {
    let site = Site::start(config(dir)).await;
    let p = Party::new(1);
    site.post(paths::REGISTERS, p.open()).await;
    let batch = p.batch(1, vec![record(2, b"sealed")]);
    let answer = site.post(&paths::batch(&p.pseud), p.signed(&batch)).await;
    assert_eq!(answer.status, 200, "the blob is there");
    (site, p)
}

#[tokio::test(flavor = "multi_thread")]
async fn names_alone_fetch_nothing() {
    let dir = tempfile::tempdir().expect("folder");
    let (site, p) = site(dir.path()).await;
    let (asked, robber) = (p.question(&[2], NOW), key(77));
    let as_officer = |names: &BlobsGet| BlobsGet {
        asker: Asker::Officer {
            request: REQUEST,
            key: public(&robber),
        },
        ..names.clone()
    };
    let pass = |by: u8, other: u8| Pass {
        officer: public(&key(by)),
        signature: sign(
            &key(by),
            &pass_to_sign(&REQUEST, &public(&key(other)), &FED),
        ),
    };
    let passed = |pass: Pass| BlobsGet {
        asker: Asker::Passed {
            request: REQUEST,
            key: public(&robber),
            pass,
        },
        ..asked.clone()
    };
    let mut moved = asked_by(&p.read, &asked, &FED);
    moved[29] ^= 1;
    let neighbour = Party::new(3);
    let cases: Vec<(&str, Vec<u8>, (u16, &str))> = vec![
        (
            "unsigned, as it once was asked",
            asked.encode().expect("encodes"),
            (400, "malformed"),
        ),
        (
            "the write capability",
            asked_by(&p.write, &asked, &FED),
            (403, "bad_signature"),
        ),
        (
            "another register's read capability",
            asked_by(&neighbour.read, &asked, &FED),
            (403, "bad_signature"),
        ),
        (
            "for another federation",
            asked_by(&p.read, &asked, &Fed([3; 16])),
            (403, "bad_signature"),
        ),
        ("signed for another time", moved, (403, "bad_signature")),
        (
            "an old question",
            p.fetch(&[2], NOW - 601),
            (403, "clock_skew"),
        ),
        (
            "one of tomorrow",
            p.fetch(&[2], NOW + 601),
            (403, "clock_skew"),
        ),
        (
            "an officer of a request nobody made",
            asked_by(&robber, &as_officer(&asked), &FED),
            (403, "not_released"),
        ),
        (
            "an officer's key without its signature",
            asked_by(&key(78), &as_officer(&asked), &FED),
            (403, "bad_signature"),
        ),
        (
            "passed on by nobody's officer",
            asked_by(&robber, &passed(pass(78, 77)), &FED),
            (403, "not_released"),
        ),
        (
            "a pass for somebody else",
            asked_by(&robber, &passed(pass(78, 79)), &FED),
            (403, "bad_signature"),
        ),
        (
            "a pass nobody signed",
            asked_by(
                &robber,
                &passed(Pass {
                    signature: Signature([0; 64]),
                    ..pass(78, 77)
                }),
                &FED,
            ),
            (403, "bad_signature"),
        ),
    ];
    for (what, body, (status, code)) in cases {
        let answer = refused(site.post(paths::BLOBS_GET, body).await);
        assert_eq!(answer, (status, code.to_owned()), "{what} gets nothing");
    }
    let blobs: Blobs = wire(site.post(paths::BLOBS_GET, p.fetch(&[2], NOW + 599)).await);
    assert_eq!(
        blobs.replies[0].status,
        BlobStatus::Found(b"sealed".to_vec()),
        "a device of the register does"
    );
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_register_that_is_not_here_every_name_is_missing() {
    let dir = tempfile::tempdir().expect("folder");
    let (site, _) = site(dir.path()).await;
    let gone = Party::new(9);
    let blobs: Blobs = wire(site.post(paths::BLOBS_GET, gone.fetch(&[2, 3], NOW)).await);
    assert_eq!(blobs.replies.len(), 2, "one answer for each name");
    assert!(
        blobs
            .replies
            .iter()
            .all(|r| r.status == BlobStatus::Missing),
        "as for a name that is not there; a device has to look for its next epoch in rooms that are gone"
    );
    site.handle.shutdown().await;
}
