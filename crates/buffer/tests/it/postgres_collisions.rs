//! What happens when the database says "again": forced serialisation failures, at the
//! statement and at the commit, as distributed databases report them.

use crate::parties::{NOW, Party, record};
use crate::postgres_server::PostgresServer;
use ugnay_buffer::store::postgres::PostgresStore;
use ugnay_buffer::store::{Store, StoreError};
use ugnay_wire::signing::sha256;
use ugnay_wire::{Ack, Message};

/// Makes every write to `batches` fail until a sequence, which no rollback takes back, is
/// past `times`.
fn trouble(code: &str, times: u32, when: &str) -> String {
    format!(
        "DROP TRIGGER IF EXISTS trouble ON batches; DROP SEQUENCE IF EXISTS tries; CREATE SEQUENCE tries;
         CREATE OR REPLACE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN IF nextval('tries') <= {times} THEN RAISE EXCEPTION 'again' USING ERRCODE = '{code}'; END IF;
         RETURN NULL; END $$;
         CREATE CONSTRAINT TRIGGER trouble AFTER INSERT ON batches {when}
         FOR EACH ROW EXECUTE FUNCTION trouble();"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn transactions_are_repeated_until_they_go_through() {
    let server = PostgresServer::start();
    let url = server.database("again").await;
    let store = PostgresStore::open(&url).await.expect("opens");
    let admin = server.admin("again").await;
    let p = Party::new(1);
    store.open_register(p.register()).await.expect("opens");
    let apply = async |id: u8| {
        let batch = p.batch(id, vec![record(id, &[id])]);
        let hash = sha256(&batch.encode().expect("encodes"));
        store.apply(batch, hash, NOW).await
    };
    let tries = async || -> i64 {
        let row = admin.query_one("SELECT last_value FROM tries", &[]).await;
        row.expect("reads").get(0)
    };
    let at_commit = "DEFERRABLE INITIALLY DEFERRED";
    for (id, code, when) in [
        (1u8, "40001", ""),
        (2, "40001", at_commit),
        (3, "40P01", ""),
        (4, "40P01", at_commit),
        (5, "23505", ""),
    ] {
        admin
            .batch_execute(&trouble(code, 7, when))
            .await
            .expect("set up");
        let ack = apply(id).await.expect("goes through in the end");
        let wanted = Ack {
            cursor: id.into(),
            accepted: 1,
        };
        assert_eq!(ack, wanted, "{code} {when}: applied once");
        assert_eq!(tries().await, 8, "{code} {when}: seven in vain, one good");
    }
    admin
        .batch_execute(&trouble("40001", u32::MAX, ""))
        .await
        .expect("set up");
    assert!(
        matches!(apply(6).await, Err(StoreError::Unavailable(_))),
        "a database that never lets it through: try later"
    );
    admin
        .batch_execute(&trouble("22012", u32::MAX, ""))
        .await
        .expect("set up");
    let before = tries().await;
    assert!(
        matches!(apply(7).await, Err(StoreError::Fault(_))),
        "another fault is a fault"
    );
    assert_eq!(tries().await, before, "and is not tried again");
    let page = store.changes(p.pseud, 0, 100).await.expect("reads");
    assert_eq!(page.cursor, 5, "what failed left nothing");
}
