//! PostgreSQL passes the same suites as the embedded backend.

use crate::http::{Site, a_register_lives, config, refused};
use crate::log::{heads_are_provable, the_log_holds};
use crate::parties::Party;
use crate::postgres_server::PostgresServer;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use ugnay_buffer::store::Store;
use ugnay_buffer::store::postgres::PostgresStore;
use ugnay_buffer::{Config, Database};

fn on(url: String) -> Config {
    let mut config = config(std::path::Path::new("/nonexistent"));
    config.database = Database::Postgres { url, ca: None };
    config
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_passes_the_conformance_suites() {
    let server = PostgresServer::start();
    let number = AtomicU32::new(0);
    crate::conformance::all(async || {
        let n = number.fetch_add(1, Ordering::Relaxed);
        let url = server.database(&format!("suite{n}")).await;
        Arc::new(PostgresStore::open(&url).await.expect("opens")) as Arc<dyn Store>
    })
    .await;

    let url = server.database("http").await;
    let site = Site::start(on(url.clone())).await;
    a_register_lives(&site, &Party::new(1)).await;
    the_log_holds(&site).await;
    heads_are_provable(&site).await;
    site.handle.shutdown().await;

    two_servers_share_a_database(on(url)).await;
    database_gone(&server).await;
}

/// Nothing is kept in one process that another needs.
async fn two_servers_share_a_database(config: Config) {
    let (a, b) = (Site::start(config.clone()).await, Site::start(config).await);
    let p = Party::new(7);
    a.post(ugnay_wire::paths::REGISTERS, p.open()).await;
    let path = ugnay_wire::paths::batch(&p.pseud);
    let mut cursors = Vec::new();
    for id in 0..6u8 {
        let body = p.signed(&p.batch(id, vec![crate::parties::record(id, &[id])]));
        let site = if id % 2 == 0 { &a } else { &b };
        let ack: ugnay_wire::Ack = crate::http::wire(site.post(&path, body).await);
        cursors.push(ack.cursor);
    }
    assert_eq!(
        cursors,
        [1, 2, 3, 4, 5, 6],
        "one order, whichever server took the batch"
    );
    a.handle.shutdown().await;
    b.handle.shutdown().await;
}

async fn database_gone(server: &PostgresServer) {
    let site = Site::start(on(server.database("gone").await)).await;
    server.crash();
    let answer = refused(
        site.post(ugnay_wire::paths::REGISTERS, Party::new(1).open())
            .await,
    );
    assert_eq!(
        answer,
        (503, "unavailable".into()),
        "try again later, not a fault of the client"
    );
    site.handle.shutdown().await;
}
