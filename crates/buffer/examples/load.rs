//! Measures a store: durable batches, pages, log entries, by one writer and by eight.
//!
//! `cargo run --release -p ugnay-buffer --example load [postgres://…]`
//! Prints milliseconds at the 50th and 95th percentile and the rate. Beside them, the
//! raw cost of a durable write on the same disk: append and fsync of as many bytes.

use std::error::Error;
use std::io::Write;
use std::sync::Arc;
use std::time::Instant;
use ugnay_buffer::store::postgres::PostgresStore;
use ugnay_buffer::store::sqlite::SqliteStore;
use ugnay_buffer::store::{Register, Store};
use ugnay_wire::signing::sha256;
use ugnay_wire::{Batch, BatchId, BlobKind, Item, Message, Name, Pseud, PublicKey};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const BATCHES: u64 = 400;
/// One sync's worth: 64 KiB of blobs in buckets of 1 KiB.
const BLOBS: u64 = 60;

fn name(a: u64, b: u64) -> [u8; 16] {
    let mut out = [0; 16];
    out[..8].copy_from_slice(&a.to_be_bytes());
    out[8..].copy_from_slice(&b.to_be_bytes());
    out
}

fn batch(writer: u64, n: u64) -> Batch {
    let put = |i| Item::Put {
        kind: BlobKind::Record,
        name: Name(name(n, i)),
        bytes: vec![7; 1104],
    };
    Batch {
        pseud: Pseud(name(u64::MAX, writer)),
        batch_id: BatchId(name(writer, n)),
        items: (0..BLOBS).map(put).collect(),
    }
}

fn report(what: &str, mut times: Vec<f64>, seconds: f64) {
    times.sort_by(f64::total_cmp);
    let at = |q: f64| times[((times.len() - 1) as f64 * q) as usize];
    let rate = times.len() as f64 / seconds;
    println!(
        "{what:40} p50 {:7.2} ms  p95 {:7.2} ms  {rate:8.0}/s",
        at(0.5),
        at(0.95)
    );
}

async fn batches(store: Arc<dyn Store>, writers: u64, first: u64) -> Outcome<()> {
    let started = Instant::now();
    let mut tasks = Vec::new();
    for w in first..first + writers {
        let store = Arc::clone(&store);
        tasks.push(tokio::spawn(async move {
            let (pseud, key) = (Pseud(name(u64::MAX, w)), PublicKey([0; 32]));
            let register = Register {
                pseud,
                write_cap: key,
                read_cap: key,
            };
            store.open_register(register).await?;
            let mut times = Vec::new();
            for n in 0..BATCHES / writers {
                let batch = batch(w, n);
                let hash = sha256(&batch.encode()?);
                let t = Instant::now();
                store.apply(batch, hash, 0).await?;
                times.push(t.elapsed().as_secs_f64() * 1e3);
            }
            Outcome::Ok(times)
        }));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    let what = format!("batch of {BLOBS} blobs, {writers} writers");
    report(&what, times, started.elapsed().as_secs_f64());
    Ok(())
}

async fn reads_and_log(store: &Arc<dyn Store>) -> Outcome<()> {
    let (started, mut times) = (Instant::now(), Vec::new());
    for n in 0..200 {
        let t = Instant::now();
        store
            .changes(Pseud(name(u64::MAX, 0)), n * 100, 1000)
            .await?;
        times.push(t.elapsed().as_secs_f64() * 1e3);
    }
    report(
        "page of 1000 changes",
        times,
        started.elapsed().as_secs_f64(),
    );
    let (started, mut times) = (Instant::now(), Vec::new());
    for n in 0..BATCHES {
        let t = Instant::now();
        store.log_append(name(n, 1).to_vec(), vec![1; 2000]).await?;
        times.push(t.elapsed().as_secs_f64() * 1e3);
    }
    report(
        "log entry with a body of 2 kB",
        times,
        started.elapsed().as_secs_f64(),
    );
    Ok(())
}

fn raw(dir: &std::path::Path) -> Outcome<()> {
    let mut file = std::fs::File::create(dir.join("raw"))?;
    let bytes = vec![7u8; 1104 * BLOBS as usize];
    let (started, mut times) = (Instant::now(), Vec::new());
    for _ in 0..BATCHES {
        let t = Instant::now();
        file.write_all(&bytes)?;
        file.sync_data()?;
        times.push(t.elapsed().as_secs_f64() * 1e3);
    }
    report(
        "raw: append and fsync of as many bytes",
        times,
        started.elapsed().as_secs_f64(),
    );
    Ok(())
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let dir = tempfile::tempdir()?;
    raw(dir.path())?;
    let store: Arc<dyn Store> = match std::env::args().nth(1) {
        Some(url) => Arc::new(PostgresStore::open(&url).await?),
        None => Arc::new(SqliteStore::open(dir.path(), None)?),
    };
    batches(Arc::clone(&store), 1, 0).await?;
    batches(Arc::clone(&store), 8, 1).await?;
    reads_and_log(&store).await
}
