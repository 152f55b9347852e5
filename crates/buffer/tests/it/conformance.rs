//! One suite for every backend. Each part gets a fresh, empty store.

use crate::parties::{NOW, Party, delete, put, record, restore};
use std::future::Future;
mod at_once;
mod housekeeping;
mod log;
mod succession;

use std::sync::Arc;
use ugnay_buffer::store::{Keep, Purged, Store, StoreError};
use ugnay_wire::limits::SOFT_DELETE;
use ugnay_wire::signing::sha256;
use ugnay_wire::{Ack, Batch, BlobKind, BlobStatus, Item, Message, Name};

type Shared = Arc<dyn Store>;

/// Runs every part; `fresh` makes an empty store.
pub async fn all<F: Future<Output = Shared>>(fresh: impl Fn() -> F) {
    registers(fresh().await).await;
    batches(fresh().await).await;
    batches_are_atomic(fresh().await).await;
    deletion_is_soft(fresh().await).await;
    succession::succession(fresh().await).await;
    pages(fresh().await).await;
    blobs_and_bundles(fresh().await).await;
    housekeeping::old_things_go(fresh().await).await;
    housekeeping::a_box_is_full_of_what_it_holds(fresh().await).await;
    log::boxes(fresh().await).await;
    log::log(fresh().await).await;
    log::heads_and_checkpoints(fresh().await).await;
    at_once::writers(fresh().await).await;
    at_once::appends(fresh().await).await;
}

async fn apply(s: &Shared, batch: &Batch, now: i64) -> Result<Ack, StoreError> {
    let hash = sha256(&batch.encode().expect("encodes"));
    s.apply(batch.clone(), hash, now).await
}

async fn purged(s: &Shared, now: i64) -> Purged {
    s.purge(now, Keep::default()).await.expect("purges")
}

async fn opened(s: &Shared, n: u8) -> Party {
    let party = Party::new(n);
    s.open_register(party.register()).await.expect("opens");
    party
}

async fn get_one(s: &Shared, party: &Party, n: u8) -> BlobStatus {
    let get = party.question(&[n], NOW);
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
        purged(&s, NOW + SOFT_DELETE - 1).await.trash,
        0,
        "not a second early"
    );
    assert_eq!(
        purged(&s, NOW + SOFT_DELETE).await.trash,
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
    let get = p.question(&[1, 9, 2], NOW);
    let blobs = s.blobs(get, 1000).await.expect("reads").replies;
    assert_eq!(blobs[0].status, BlobStatus::Found(vec![1; 600]), "found");
    assert_eq!(blobs[1].status, BlobStatus::Missing, "missing");
    assert_eq!(blobs[2].status, BlobStatus::Later, "the answer is bounded");
    assert_eq!(
        get_one(&s, &q, 1).await,
        BlobStatus::Missing,
        "names belong to their register"
    );
    let first = p.question(&[2], NOW);
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
