//! PostgreSQL over TLS: encrypted, the server's certificate and name checked.

use crate::certificates::write;
use crate::parties::Party;
use crate::postgres_server::PostgresServer;
use ugnay_buffer::store::postgres::PostgresStore;
use ugnay_buffer::store::{Store, StoreError};

#[tokio::test(flavor = "multi_thread")]
async fn the_connection_is_encrypted_and_its_server_checked() {
    let dir = tempfile::tempdir().expect("folder");
    let (files, _) = write(dir.path(), "localhost");
    let server = PostgresServer::start_with_tls(&files);
    server.database("sealed").await;
    let url = |host: &str, mode: &str| server.url(host, "sealed", mode);

    let good = url("localhost", "require");
    let store = PostgresStore::open_with(&good, Some(&files.certificate)).await;
    let store = store.expect("connects over TLS");
    let p = Party::new(1);
    store.open_register(p.register()).await.expect("works");
    assert_eq!(
        store.register(p.pseud).await.expect("reads"),
        Some(p.register()),
        "over TLS as without"
    );

    let refused = async |host: &str, mode: &str, ca| {
        let opened = PostgresStore::open_with(&url(host, mode), ca).await;
        matches!(opened, Err(StoreError::Unavailable(_)))
    };
    assert!(
        refused("localhost", "disable", None).await,
        "this server takes no connection in the clear: what worked was encrypted"
    );
    let other = tempfile::tempdir().expect("folder");
    let (foreign, _) = write(other.path(), "localhost");
    assert!(
        refused("localhost", "require", Some(foreign.certificate.as_path())).await,
        "a certificate nobody vouches for"
    );
    assert!(
        refused("127.0.0.1", "require", Some(files.certificate.as_path())).await,
        "a good certificate for another name"
    );
}
