//! The embedded backend passes the conformance suite.

use std::sync::{Arc, Mutex};
use ugnay_buffer::store::Store;
use ugnay_buffer::store::sqlite::SqliteStore;

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_passes_the_conformance_suite() {
    let folders = Mutex::new(Vec::new());
    crate::conformance::all(async || {
        let dir = tempfile::tempdir().expect("folder");
        let store = SqliteStore::open(dir.path(), None).expect("opens");
        folders.lock().expect("lock").push(dir);
        Arc::new(store) as Arc<dyn Store>
    })
    .await;
}
