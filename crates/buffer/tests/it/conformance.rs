//! One suite for every backend. Each part gets a fresh, empty store.

use crate::parties::{NOW, Party, delete, put, record, restore};
use std::future::Future;
use std::sync::Arc;
use ugnay_buffer::store::{Body, Store, StoreError, Which};
use ugnay_wire::limits::{MAX_PAGE, SOFT_DELETE};
use ugnay_wire::signing::sha256;
use ugnay_wire::{Ack, Batch, BlobKind, BlobStatus, BlobsGet, Hash, Item, Message, Name, Topic};

type Shared = Arc<dyn Store>;

/// Runs every part; `fresh` makes an empty store.
pub async fn all<F: Future<Output = Shared>>(fresh: impl Fn() -> F) {
    registers(fresh().await).await;
    batches(fresh().await).await;
    batches_are_atomic(fresh().await).await;
    deletion_is_soft(fresh().await).await;
    pages(fresh().await).await;
    blobs_and_bundles(fresh().await).await;
    boxes(fresh().await).await;
    log(fresh().await).await;
    heads_and_checkpoints(fresh().await).await;
    writers_at_once(fresh().await).await;
    appends_at_once(fresh().await).await;
}

async fn apply(s: &Shared, batch: &Batch, now: i64) -> Result<Ack, StoreError> {
    let hash = sha256(&batch.encode().expect("encodes"));
    s.apply(batch.clone(), hash, now).await
}

async fn opened(s: &Shared, n: u8) -> Party {
    let party = Party::new(n);
    s.open_register(party.register()).await.expect("opens");
    party
}

async fn get_one(s: &Shared, party: &Party, n: u8) -> BlobStatus {
    let get = BlobsGet {
        pseud: party.pseud,
        names: vec![Name([n; 16])],
    };
    let mut blobs = s.blobs(get, 1 << 20).await.expect("reads");
    blobs.replies.remove(0).status
}

async fn registers(s: Shared) {
    let party = opened(&s, 1).await;
    s.open_register(party.register())
        .await
        .expect("the same again changes nothing");
    let mut other = party.register();
    other.read_cap = Party::new(2).register().read_cap;
    assert!(
        matches!(s.open_register(other).await, Err(StoreError::Conflict(_))),
        "nobody may put other keys under a register that exists"
    );
    assert_eq!(
        s.register(party.pseud).await.expect("reads"),
        Some(party.register()),
        "kept"
    );
    assert_eq!(
        s.register(Party::new(9).pseud).await.expect("reads"),
        None,
        "unknown is unknown"
    );
    let batch = Party::new(9).batch(1, vec![record(1, b"x")]);
    assert!(
        matches!(apply(&s, &batch, NOW).await, Err(StoreError::NoRegister)),
        "no batch without a register"
    );
}

async fn batches(s: Shared) {
    let p = opened(&s, 1).await;
    let first = p.batch(1, vec![record(1, b"one"), record(2, b"two")]);
    let ack = apply(&s, &first, NOW).await.expect("applies");
    assert_eq!(
        ack,
        Ack {
            cursor: 2,
            accepted: 2
        },
        "two changes"
    );
    let again = apply(&s, &first, NOW + 5).await.expect("applies");
    assert_eq!(again, ack, "the same bytes again give the same answer");
    let same = p.batch(2, vec![record(1, b"one"), record(3, b"three")]);
    assert_eq!(
        apply(&s, &same, NOW).await.expect("applies"),
        Ack {
            cursor: 3,
            accepted: 1
        },
        "a blob that is there already is no change"
    );
    assert_eq!(
        apply(&s, &first, NOW).await.expect("applies"),
        ack,
        "also later: the first answer"
    );
    let stolen_id = p.batch(1, vec![record(4, b"four")]);
    assert!(
        matches!(
            apply(&s, &stolen_id, NOW).await,
            Err(StoreError::Conflict(_))
        ),
        "one batch id stands for one content"
    );
    let page = s.changes(p.pseud, 0, 10).await.expect("reads");
    let seen: Vec<_> = page
        .changes
        .iter()
        .map(|c| (c.seq, c.name.0[0], c.len, c.deleted))
        .collect();
    assert_eq!(
        seen,
        [(1, 1, 3, false), (2, 2, 3, false), (3, 3, 5, false)],
        "in order, once each"
    );
    assert_eq!(
        page.changes[0].sha256,
        sha256(b"one"),
        "the hash is of the bytes"
    );
    assert_eq!(
        (page.cursor, page.more),
        (3, false),
        "the cursor is the register's"
    );
    let empty = p.batch(7, vec![]);
    assert_eq!(
        apply(&s, &empty, NOW).await.expect("applies"),
        Ack {
            cursor: 3,
            accepted: 0
        },
        "an empty batch is acknowledged"
    );
}

async fn batches_are_atomic(s: Shared) {
    let p = opened(&s, 1).await;
    apply(&s, &p.batch(1, vec![record(1, b"one")]), NOW)
        .await
        .expect("applies");
    let clash = p.batch(1, vec![record(2, b"two"), delete(1)]);
    assert!(apply(&s, &clash, NOW).await.is_err(), "refused");
    assert_eq!(
        get_one(&s, &p, 2).await,
        BlobStatus::Missing,
        "nothing of a refused batch stays"
    );
    assert_eq!(
        get_one(&s, &p, 1).await,
        BlobStatus::Found(b"one".to_vec()),
        "nor is anything gone"
    );
    assert_eq!(
        s.changes(p.pseud, 0, 10).await.expect("reads").cursor,
        1,
        "the cursor stands"
    );
}

async fn deletion_is_soft(s: Shared) {
    let p = opened(&s, 1).await;
    apply(
        &s,
        &p.batch(1, vec![record(1, b"one"), record(2, b"two")]),
        NOW,
    )
    .await
    .expect("applies");
    let ack = apply(&s, &p.batch(2, vec![delete(1), delete(7)]), NOW)
        .await
        .expect("applies");
    assert_eq!(
        ack,
        Ack {
            cursor: 3,
            accepted: 1
        },
        "deleting what is not there is no change"
    );
    assert_eq!(
        get_one(&s, &p, 1).await,
        BlobStatus::Missing,
        "deleted is missing"
    );
    let page = s.changes(p.pseud, 2, 10).await.expect("reads");
    assert!(
        page.changes.len() == 1 && page.changes[0].deleted,
        "peers are told of the deletion"
    );

    apply(&s, &p.batch(3, vec![restore(1)]), NOW + SOFT_DELETE - 1)
        .await
        .expect("applies");
    assert_eq!(
        get_one(&s, &p, 1).await,
        BlobStatus::Found(b"one".to_vec()),
        "within 30 days a rogue deletion can be undone"
    );
    apply(&s, &p.batch(4, vec![record(2, b"overwritten")]), NOW)
        .await
        .expect("applies");
    apply(&s, &p.batch(5, vec![restore(2)]), NOW)
        .await
        .expect("applies");
    assert_eq!(
        get_one(&s, &p, 2).await,
        BlobStatus::Found(b"two".to_vec()),
        "so can a rogue replacement"
    );
    apply(&s, &p.batch(6, vec![restore(2)]), NOW)
        .await
        .expect("applies");
    assert_eq!(
        get_one(&s, &p, 2).await,
        BlobStatus::Found(b"overwritten".to_vec()),
        "undoing keeps the other version restorable too"
    );

    apply(&s, &p.batch(8, vec![delete(1)]), NOW)
        .await
        .expect("applies");
    assert_eq!(
        s.purge(NOW + SOFT_DELETE - 1).await.expect("purges"),
        0,
        "not a second early"
    );
    assert_eq!(
        s.purge(NOW + SOFT_DELETE).await.expect("purges"),
        2,
        "then both old versions go"
    );
    let late = apply(&s, &p.batch(9, vec![restore(1)]), NOW + SOFT_DELETE)
        .await
        .expect("applies");
    assert_eq!(late.accepted, 0, "what is purged is gone");
}

async fn pages(s: Shared) {
    let p = opened(&s, 1).await;
    let items: Vec<Item> = (0..25u8).map(|n| record(n, &[n])).collect();
    apply(&s, &p.batch(1, items), NOW).await.expect("applies");
    let (mut after, mut names, mut rounds) = (0, Vec::new(), 0);
    loop {
        let page = s.changes(p.pseud, after, 10).await.expect("reads");
        assert!(page.changes.len() <= 10, "pages are bounded");
        names.extend(page.changes.iter().map(|c| c.name.0[0]));
        after = page.cursor;
        rounds += 1;
        if !page.more {
            break;
        }
    }
    assert_eq!(
        names,
        (0..25u8).collect::<Vec<_>>(),
        "paging shows each change once, in order"
    );
    assert_eq!((rounds, after), (3, 25), "and ends");
    assert!(
        matches!(
            s.changes(Party::new(5).pseud, 0, 10).await,
            Err(StoreError::NoRegister)
        ),
        "no such register"
    );
    let page = s.changes(p.pseud, u64::MAX, 10).await.expect("reads");
    assert_eq!(
        page.cursor, 25,
        "a cursor from the future shows where the register really is"
    );
}

async fn blobs_and_bundles(s: Shared) {
    let (p, q) = (opened(&s, 1).await, opened(&s, 2).await);
    let items = vec![
        record(1, &[1; 600]),
        record(2, &[2; 600]),
        put(BlobKind::Bundle, 3, b"deal"),
    ];
    apply(&s, &p.batch(1, items), NOW).await.expect("applies");
    let get = BlobsGet {
        pseud: p.pseud,
        names: [1, 9, 2].map(|n| Name([n; 16])).to_vec(),
    };
    let blobs = s.blobs(get, 1000).await.expect("reads").replies;
    assert_eq!(blobs[0].status, BlobStatus::Found(vec![1; 600]), "found");
    assert_eq!(blobs[1].status, BlobStatus::Missing, "missing");
    assert_eq!(blobs[2].status, BlobStatus::Later, "the answer is bounded");
    assert_eq!(
        get_one(&s, &q, 1).await,
        BlobStatus::Missing,
        "names belong to their register"
    );
    let first = BlobsGet {
        pseud: p.pseud,
        names: vec![Name([2; 16])],
    };
    assert_eq!(
        s.blobs(first, 10).await.expect("reads").replies[0].status,
        BlobStatus::Found(vec![2; 600]),
        "one blob always comes, or a large one could never be fetched"
    );

    apply(
        &s,
        &q.batch(1, vec![put(BlobKind::Bundle, 4, b"other deal")]),
        NOW,
    )
    .await
    .expect("applies");
    let page = s.bundles(0, 10).await.expect("reads");
    let seen: Vec<_> = page
        .bundles
        .iter()
        .map(|b| (b.seq, b.pseud, b.name.0[0], b.len))
        .collect();
    assert_eq!(
        seen,
        [(1, p.pseud, 3, 4), (2, q.pseud, 4, 10)],
        "custodians see all bundles in order"
    );
    apply(
        &s,
        &p.batch(2, vec![put(BlobKind::Bundle, 3, b"re-deal")]),
        NOW,
    )
    .await
    .expect("applies");
    apply(&s, &q.batch(2, vec![delete(4)]), NOW)
        .await
        .expect("applies");
    let page = s.bundles(2, 10).await.expect("reads");
    let seen: Vec<_> = page
        .bundles
        .iter()
        .map(|b| (b.seq, b.pseud, b.len))
        .collect();
    assert_eq!(
        seen,
        [(3, p.pseud, 7)],
        "a re-deal comes anew, a retired bundle goes"
    );
    assert_eq!((page.cursor, page.more), (3, false), "cursor of bundles");
    assert_eq!(
        s.bundle(p.pseud, Name([3; 16])).await.expect("reads"),
        Some(b"re-deal".to_vec()),
        "bundles are public to custodians"
    );
    assert_eq!(
        s.bundle(p.pseud, Name([1; 16])).await.expect("reads"),
        None,
        "a record is not given out as a bundle"
    );
}

async fn boxes(s: Shared) {
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

async fn log(s: Shared) {
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

async fn heads_and_checkpoints(s: Shared) {
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

/// Many writers on one register and on many: every number once, no gap, nothing lost.
async fn writers_at_once(s: Shared) {
    let p = Arc::new(opened(&s, 1).await);
    let mut tasks = Vec::new();
    for id in 0..24u8 {
        let (s, p) = (Arc::clone(&s), Arc::clone(&p));
        tasks.push(tokio::spawn(async move {
            let items = vec![record(id, &[id]), put(BlobKind::Bundle, 100 + id, &[id])];
            apply(&s, &p.batch(id, items), NOW).await.expect("applies")
        }));
    }
    let mut cursors = Vec::new();
    for task in tasks {
        cursors.push(task.await.expect("no panic").cursor);
    }
    cursors.sort_unstable();
    assert_eq!(
        cursors,
        (1..=24).map(|n| n * 2).collect::<Vec<u64>>(),
        "batches come one after another"
    );
    let page = s.changes(p.pseud, 0, MAX_PAGE).await.expect("reads");
    let seqs: Vec<u64> = page.changes.iter().map(|c| c.seq).collect();
    assert_eq!(
        seqs,
        (1..=48).collect::<Vec<u64>>(),
        "a cursor can skip nothing"
    );
    let bundles: Vec<u64> = s
        .bundles(0, 100)
        .await
        .expect("reads")
        .bundles
        .iter()
        .map(|b| b.seq)
        .collect();
    assert_eq!(
        bundles,
        (1..=24).collect::<Vec<u64>>(),
        "nor can a custodian's"
    );
}

async fn appends_at_once(s: Shared) {
    let mut tasks = Vec::new();
    for n in 0..24u8 {
        let s = Arc::clone(&s);
        tasks.push(tokio::spawn(async move {
            // Every entry twice at once: one place each.
            s.log_append(vec![1, n / 2], vec![n])
                .await
                .expect("appends")
        }));
    }
    let mut indexes = Vec::new();
    for task in tasks {
        indexes.push(task.await.expect("no panic"));
    }
    indexes.sort_unstable();
    let expected: Vec<u64> = (0..12).flat_map(|n| [n, n]).collect();
    assert_eq!(indexes, expected, "one place per entry, no gap");
    assert_eq!(
        s.log_entries(0, 100).await.expect("reads").len(),
        12,
        "no entry twice"
    );
}
