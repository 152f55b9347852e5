//! Several writers at once on one store.

use super::{Shared, apply, opened};
use crate::parties::{NOW, put, record};
use std::sync::Arc;
use ugnay_wire::BlobKind;
use ugnay_wire::limits::MAX_PAGE;

/// Many writers on one register and on many: every number once, no gap, nothing lost.
pub async fn writers(s: Shared) {
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

pub async fn appends(s: Shared) {
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
