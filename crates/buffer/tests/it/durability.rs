//! What was acknowledged is there, whenever the process dies.

use crate::child::{Child, data_folder};
use crate::client::Client;
use crate::parties::{Party, record};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Notify;
use ugnay_buffer::store::Store;
use ugnay_buffer::store::sqlite::SqliteStore;
use ugnay_wire::{Ack, Message, paths};

/// Sends batches until the server is gone; gives the acknowledged ones.
async fn write_until_cut(
    url: String,
    n: u8,
    round: u8,
    acked: Arc<AtomicUsize>,
    enough: Arc<Notify>,
) -> Vec<(u8, u64)> {
    let (client, p) = (Client::new(), Party::new(n));
    let opened = client
        .try_send("POST", &url, paths::REGISTERS, &[], p.open())
        .await;
    assert_eq!(opened.map(|a| a.status), Some(204), "opened");
    let mut mine = Vec::new();
    for i in 0..120u8 {
        let id = round * 120 + i;
        let body = p.signed(&p.batch(id, vec![record(id, &[id; 700])]));
        let answer = client
            .try_send("POST", &url, &paths::batch(&p.pseud), &[], body)
            .await;
        let Some(answer) = answer else { break };
        let ack = Ack::decode(&answer.body).expect("an ack");
        mine.push((id, ack.cursor));
        if acked.fetch_add(1, Ordering::SeqCst) == 60 {
            enough.notify_one();
        }
    }
    mine
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_acknowledged_batch_survives_kill_nine() {
    let dir = tempfile::tempdir().expect("folder");
    data_folder(dir.path());
    let mut acknowledged: Vec<(u8, u8, u64)> = Vec::new();
    for round in 0..2u8 {
        let child = Child::start(dir.path());
        let (acked, enough) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
        let writers: Vec<_> = (1..=4u8)
            .map(|n| {
                let (acked, enough) = (Arc::clone(&acked), Arc::clone(&enough));
                tokio::spawn(write_until_cut(child.url.clone(), n, round, acked, enough))
            })
            .collect();
        enough.notified().await;
        child.kill();
        let mut cut = false;
        for (n, writer) in (1..=4u8).zip(writers) {
            let mine = writer.await.expect("no panic");
            cut |= mine.len() < 120;
            acknowledged.extend(mine.into_iter().map(|(id, cursor)| (n, id, cursor)));
        }
        assert!(cut, "the cut came while batches were under way");
    }
    assert!(acknowledged.len() > 120, "there is something to lose");

    let store = SqliteStore::open(dir.path(), None).expect("opens after the cuts");
    assert!(
        store.check().await.expect("checks").contains("intact"),
        "and is whole"
    );
    for n in 1..=4u8 {
        let page = store
            .changes(Party::new(n).pseud, 0, 1000)
            .await
            .expect("reads");
        for (_, id, cursor) in acknowledged.iter().filter(|a| a.0 == n) {
            let there = page
                .changes
                .iter()
                .any(|c| c.name.0 == [*id; 16] && c.seq == *cursor);
            assert!(
                there,
                "batch {id} of register {n} was acknowledged at {cursor} and is gone"
            );
        }
        let seqs: Vec<u64> = page.changes.iter().map(|c| c.seq).collect();
        assert_eq!(
            seqs,
            (1..=page.cursor).collect::<Vec<_>>(),
            "no number is missing"
        );
    }
}
