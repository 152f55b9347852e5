//! Boxes, the log, heads and checkpoints of a store.

use super::{Shared, apply, opened};
use crate::parties::{NOW, delete, put, record};
use ugnay_buffer::store::{Body, Which};
use ugnay_log::NoteSignature;
use ugnay_wire::signing::sha256;
use ugnay_wire::{BlobKind, Hash, Name, Topic};

pub async fn boxes(s: Shared) {
    let (a, b) = (Topic([1; 16]), Topic([2; 16]));
    assert_eq!(
        s.box_post(a, b"one".to_vec(), NOW).await.expect("posts"),
        1,
        "first"
    );
    assert_eq!(
        s.box_post(a, b"two".to_vec(), NOW).await.expect("posts"),
        2,
        "second"
    );
    assert_eq!(
        s.box_post(a, b"one".to_vec(), NOW).await.expect("posts"),
        1,
        "a retry is no copy"
    );
    assert_eq!(
        s.box_post(b, b"one".to_vec(), NOW).await.expect("posts"),
        1,
        "boxes are apart"
    );
    assert_eq!(
        s.box_post(a, b"three".to_vec(), NOW).await.expect("posts"),
        3,
        "no gap"
    );
    let page = s.box_read(a, 1, 10, 1 << 20).await.expect("reads");
    let seen: Vec<_> = page
        .messages
        .iter()
        .map(|m| (m.seq, m.bytes.clone()))
        .collect();
    assert_eq!(
        seen,
        [(2, b"two".to_vec()), (3, b"three".to_vec())],
        "after the cursor, in order"
    );
    let page = s.box_read(a, 0, 10, 3).await.expect("reads");
    assert_eq!(
        (page.messages.len(), page.cursor, page.more),
        (1, 1, true),
        "answers are bounded"
    );
    let page = s.box_read(Topic([9; 16]), 7, 10, 10).await.expect("reads");
    assert_eq!(
        (page.messages.len(), page.cursor, page.more),
        (0, 7, false),
        "an unknown box is empty"
    );
}

pub async fn log(s: Shared) {
    assert_eq!(
        s.log_append(b"a".to_vec(), b"body".to_vec())
            .await
            .expect("appends"),
        0,
        "from 0"
    );
    assert_eq!(
        s.log_append(b"b".to_vec(), vec![]).await.expect("appends"),
        1,
        "next"
    );
    assert_eq!(
        s.log_append(b"a".to_vec(), b"other".to_vec())
            .await
            .expect("appends"),
        0,
        "same entry, same place"
    );
    assert_eq!(
        s.log_append(b"c".to_vec(), vec![]).await.expect("appends"),
        2,
        "a repeat leaves no gap"
    );
    assert_eq!(
        s.log_entries(1, 10).await.expect("reads"),
        [b"b", b"c"],
        "in order"
    );
    assert_eq!(
        s.log_entries(0, 2).await.expect("reads").len(),
        2,
        "bounded"
    );
    assert_eq!(
        s.log_body(0).await.expect("reads"),
        Body::Bytes(b"body".to_vec()),
        "first body stays"
    );
    assert_eq!(
        s.log_body(1).await.expect("reads"),
        Body::None,
        "none given"
    );
    assert!(s.log_erase_body(0).await.expect("erases"), "erased");
    assert!(!s.log_erase_body(0).await.expect("erases"), "only once");
    assert_eq!(
        s.log_body(0).await.expect("reads"),
        Body::Erased,
        "and says so"
    );
    assert_eq!(
        s.log_entries(0, 1).await.expect("reads"),
        [b"a"],
        "the entry stays for ever"
    );
    assert!(
        s.check().await.expect("checks").contains("3 log entries"),
        "the check looks"
    );
}

pub async fn heads_and_checkpoints(s: Shared) {
    let p = opened(&s, 3).await;
    let q = opened(&s, 2).await;
    opened(&s, 1).await;
    let heads = vec![
        put(BlobKind::Head, 1, b"h1"),
        put(BlobKind::Head, 2, b"h2"),
        record(3, b"r"),
    ];
    apply(&s, &p.batch(1, heads), NOW).await.expect("applies");
    apply(&s, &q.batch(1, vec![put(BlobKind::Head, 1, b"h")]), NOW)
        .await
        .expect("applies");
    apply(&s, &p.batch(2, vec![delete(2)]), NOW)
        .await
        .expect("applies");
    let all = s.heads().await.expect("reads");
    assert_eq!(all.len(), 2, "registers without heads are left out");
    assert_eq!(
        all[&p.pseud].len(),
        1,
        "deleted heads and records are no heads"
    );
    assert_eq!(
        all[&p.pseud][&Name([1; 16])],
        sha256(b"h1"),
        "by name and hash"
    );

    assert_eq!(
        s.log_heads(u64::MAX).await.expect("reads"),
        None,
        "none yet"
    );
    for n in 0..20u8 {
        let leaves = vec![(q.pseud, Hash([n; 32])), (p.pseud, Hash([n; 32]))];
        s.log_append_heads(vec![9, n], leaves)
            .await
            .expect("appends");
    }
    let newest = s.log_heads(u64::MAX).await.expect("reads").expect("there");
    assert_eq!(newest.index, 19, "the newest");
    assert_eq!(
        newest.leaves,
        [(q.pseud, Hash([19; 32])), (p.pseud, Hash([19; 32]))],
        "in order"
    );
    assert_eq!(
        s.log_heads(19).await.expect("reads").expect("there").index,
        18,
        "below a size"
    );
    assert_eq!(
        s.log_heads(5).await.expect("reads"),
        None,
        "old ones are dropped"
    );

    assert_eq!(
        s.checkpoint(Which::Newest).await.expect("reads"),
        None,
        "no checkpoint yet"
    );
    s.put_checkpoint(5, "five".into()).await.expect("keeps");
    s.put_checkpoint(9, "nine".into()).await.expect("keeps");
    s.put_checkpoint(9, "other".into()).await.expect("is idle");
    assert_eq!(
        s.checkpoint(Which::Newest).await.expect("reads"),
        Some((9, "nine".into())),
        "newest; never replaced"
    );
    assert_eq!(
        s.checkpoint(Which::Size(5)).await.expect("reads"),
        Some((5, "five".into())),
        "by size"
    );
    assert_eq!(
        s.checkpoint(Which::Size(6)).await.expect("reads"),
        None,
        "no other"
    );
    s.put_cosignature(9, "w2".into(), "line 2".into())
        .await
        .expect("keeps");
    s.put_cosignature(9, "w1".into(), "line 1".into())
        .await
        .expect("keeps");
    s.put_cosignature(9, "w1".into(), "again".into())
        .await
        .expect("is idle");
    assert_eq!(
        s.cosignatures(9).await.expect("reads"),
        ["line 1", "line 2"],
        "one per key"
    );
    assert_eq!(
        s.cosignatures(5).await.expect("reads"),
        Vec::<String>::new(),
        "of that size only"
    );
    the_latest_cosignature_is_kept(&s).await;
    s.put_checkpoint(12, "twelve".into()).await.expect("keeps");
    let cosigned = s.checkpoint(Which::Cosigned(2)).await.expect("reads");
    assert_eq!(
        cosigned,
        Some((9, "nine".into())),
        "the newest with two cosignatures"
    );
    let never = s.checkpoint(Which::Cosigned(3)).await.expect("reads");
    assert_eq!(never, None, "none has three");
}

/// A witness that says the same again lets time go on; what it said before takes nothing back.
async fn the_latest_cosignature_is_kept(s: &Shared) {
    let line = |time: u64| {
        let bytes = [&time.to_be_bytes()[..], &[7; 64]].concat();
        NoteSignature {
            name: "w3".into(),
            id: 3,
            bytes,
        }
        .to_line()
    };
    for (time, kept) in [(100, 100), (700, 700), (699, 700), (700, 700), (900, 900)] {
        s.put_cosignature(5, "w3".into(), line(time))
            .await
            .expect("is taken");
        assert_eq!(
            s.cosignatures(5).await.expect("reads"),
            [line(kept)],
            "{time} was handed in: the latest stays"
        );
    }
}
