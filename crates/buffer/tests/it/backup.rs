//! A backup taken while the server runs, restored elsewhere, is the same buffer.

use crate::http::{Site, config, refused, wire};
use crate::log::{append, publish};
use crate::parties::{Party, record};
use ugnay_buffer::store::sqlite::FILE;
use ugnay_buffer::{Database, commands};
use ugnay_wire::{Ack, ChangesPage, paths};

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_backup_is_the_same_buffer() {
    let (dir, other) = (
        tempfile::tempdir().expect("folder"),
        tempfile::tempdir().expect("folder"),
    );
    let site = Site::start(config(dir.path())).await;
    let p = Party::new(1);
    site.post(paths::REGISTERS, p.open()).await;
    for id in 0..20u8 {
        let body = p.signed(&p.batch(id, vec![record(id, &[id; 5000])]));
        let _: Ack = wire(site.post(&paths::batch(&p.pseud), body).await);
        append(&site, id, b"body").await;
    }
    let checkpoint = publish(&site).await;
    let verdict = commands::backup(dir.path(), &other.path().join(FILE)).expect("backs up");
    assert!(
        verdict.contains("20 blob names"),
        "the copy was looked at: {verdict}"
    );
    let page: ChangesPage = wire(site.changes(&p, 0, crate::parties::NOW).await);
    let late = p.signed(&p.batch(99, vec![record(99, b"after the backup")]));
    let _: Ack = wire(site.post(&paths::batch(&p.pseud), late.clone()).await);
    site.handle.shutdown().await;

    let site = Site::start(config(other.path())).await;
    let restored: ChangesPage = wire(site.changes(&p, 0, crate::parties::NOW).await);
    assert_eq!(restored, page, "every change up to the backup");
    assert_eq!(publish(&site).await, checkpoint, "and the same log");
    let again: Ack = wire(site.post(&paths::batch(&p.pseud), late).await);
    assert_eq!(again.cursor, 21, "devices send again what came after it");
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_body_is_gone_from_disk_and_the_log_still_holds() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let secret = b"the sealed body of one entry, opaque".repeat(20);
    append(&site, 1, &secret).await;
    append(&site, 2, b"other").await;
    let checkpoint = publish(&site).await;
    site.handle.shutdown().await;

    let mut erasing = config(dir.path());
    erasing.database = Database::Sqlite {
        dir: dir.path().to_path_buf(),
        max_bytes: None,
    };
    assert!(
        commands::erase_body(erasing.clone(), 0)
            .await
            .expect("erases"),
        "there was one"
    );
    assert!(
        !commands::erase_body(erasing, 0).await.expect("erases"),
        "now there is none"
    );
    let site = Site::start(config(dir.path())).await;
    assert_eq!(
        refused(site.get(&paths::log_body(0)).await),
        (410, "erased".into()),
        "and says so"
    );
    assert_eq!(
        site.get(&paths::log_body(1)).await.body,
        b"other",
        "others stay"
    );
    assert_eq!(publish(&site).await, checkpoint, "the tree does not change");
    site.handle.shutdown().await;
    for file in std::fs::read_dir(dir.path()).expect("folder") {
        let bytes = std::fs::read(file.expect("file").path()).expect("reads");
        assert!(
            !bytes.windows(40).any(|w| w == &secret[..40]),
            "no remnant in any file"
        );
    }
}
