//! A backup taken while the server runs, restored elsewhere, is the same buffer.

use crate::child::data_folder;
use crate::http::{Site, config, refused, wire};
use crate::log::{append, publish};
use crate::parties::{NOW, Party, delete, put, record, restore};
use crate::postgres_server::PostgresServer;
use std::path::Path;
use std::process::Command;
use ugnay_buffer::commands::{BackupOptions, Level, RestoreOptions};
use ugnay_buffer::{Config, Database, commands};
use ugnay_wire::{Ack, BlobKind, BoxPosted, ChangesPage, Topic, paths};

/// Twenty records and log entries with bodies, a checkpoint, deletions and a box.
async fn lived_in(site: &Site, p: &Party) {
    site.post(paths::REGISTERS, p.open()).await;
    for id in 0..20u8 {
        let items = vec![record(id, &[id; 5000]), put(BlobKind::Bundle, 200, &[id])];
        let body = p.signed(&p.batch(id, items));
        let _: Ack = wire(site.post(&paths::batch(&p.pseud), body).await);
        append(site, id, b"body").await;
    }
    let body = p.signed(&p.batch(50, vec![delete(3)]));
    let _: Ack = wire(site.post(&paths::batch(&p.pseud), body).await);
    let _: BoxPosted = wire(site.post(&paths::box_post(&Topic([1; 16])), vec![1]).await);
    publish(site).await;
}

/// A key pair of the organisation's: what encrypts to it, what opens.
fn organisation(dir: &Path) -> (String, Vec<String>) {
    let key = dir.join("organisation.key");
    let made = Command::new("age-keygen").arg("-o").arg(&key).output();
    let made = made.expect("needed for this test: apt-get install age");
    assert!(made.status.success(), "a key was made");
    let text = std::fs::read_to_string(&key).expect("reads");
    let public = text.lines().find_map(|l| l.strip_prefix("# public key: "));
    let encrypt = format!("[\"age\", \"-r\", \"{}\"]", public.expect("there"));
    let open = ["age", "-d", "-i", key.to_str().expect("plain path")];
    (encrypt, open.map(str::to_owned).to_vec())
}

/// A data folder with the tests' keys whose backups are encrypted to the organisation.
fn folder(dir: &Path, encrypt: &str) {
    data_folder(dir);
    let path = dir.join(commands::CONFIG_FILE);
    let text = std::fs::read_to_string(&path).expect("reads");
    std::fs::write(&path, format!("backup_encrypt = {encrypt}\n{text}")).expect("writes");
}

fn on(dir: &Path, url: Option<&String>) -> Config {
    let mut config = config(dir);
    if let Some(url) = url {
        config.database = Database::Postgres {
            url: url.clone(),
            ca: None,
        };
    }
    config
}

/// Backs up while the server runs, restores elsewhere, and looks for a difference.
async fn there_and_back(from: Option<String>, to: Option<String>, scratch: Option<String>) {
    let dir = tempfile::tempdir().expect("folder");
    let (data, new) = (dir.path().join("data"), dir.path().join("new"));
    let (encrypt, open) = organisation(dir.path());
    folder(&data, &encrypt);
    let (site, p) = (Site::start(on(&data, from.as_ref())).await, Party::new(1));
    lived_in(&site, &p).await;
    let options = BackupOptions {
        out: dir.path().join("backup.age"),
        decrypt: open.clone(),
        scratch_url: scratch.clone(),
        ..BackupOptions::default()
    };
    let lines = commands::backup(&data, from.clone(), &options).await;
    let lines = lines.expect("backs up while it runs").join("\n");
    for done in [
        "intact",
        "restored elsewhere",
        "encrypted by",
        "decrypted again",
        "kept",
    ] {
        assert!(lines.contains(done), "{done}: {lines}");
    }
    assert_eq!(
        scratch.is_some(),
        lines.contains("scratch database"),
        "{lines}"
    );
    let page: ChangesPage = wire(site.changes(&p, 0, NOW).await);
    let checkpoint = publish(&site).await;
    let late = p.signed(&p.batch(99, vec![record(99, b"after the backup")]));
    let _: Ack = wire(site.post(&paths::batch(&p.pseud), late.clone()).await);
    site.handle.shutdown().await;

    std::fs::create_dir(&new).expect("folder");
    for file in [commands::CONFIG_FILE, commands::KEY_FILE] {
        std::fs::copy(data.join(file), new.join(file)).expect("copies");
    }
    let take = RestoreOptions {
        from: options.out,
        decrypt: open,
    };
    let lines = commands::restore(&new, to.clone(), &take).await;
    let lines = lines.expect("comes back").join("\n");
    for done in [
        "its report names",
        "what the report says",
        "restored",
        "log: 20",
    ] {
        assert!(lines.contains(done), "{done}: {lines}");
    }
    let again = commands::restore(&new, to.clone(), &take).await;
    assert!(again.is_err(), "never over what is there");
    let site = Site::start(on(&new, to.as_ref())).await;
    let restored: ChangesPage = wire(site.changes(&p, 0, NOW).await);
    assert_eq!(restored, page, "every change up to the backup");
    assert_eq!(publish(&site).await, checkpoint, "and the same log");
    let batch = p.signed(&p.batch(51, vec![restore(3)]));
    let ack: Ack = wire(site.post(&paths::batch(&p.pseud), batch).await);
    assert_eq!(
        ack.accepted, 1,
        "what was deleted can still be brought back"
    );
    let again: Ack = wire(site.post(&paths::batch(&p.pseud), late).await);
    assert_eq!(again.accepted, 1, "devices send again what came after it");
    site.handle.shutdown().await;
    let found = commands::doctor(&new, to).await.expect("looks");
    let wrong: Vec<_> = found
        .iter()
        .filter(|f| f.level == Level::Failure && !f.text.starts_with("clock"))
        .collect();
    assert!(wrong.is_empty(), "the doctor finds nothing: {wrong:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_backup_is_the_same_buffer() {
    there_and_back(None, None, None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_goes_from_postgres_to_either_and_back() {
    let server = PostgresServer::start();
    let (a, b) = (server.database("a").await, server.database("b").await);
    let scratch = server.database("scratch").await;
    there_and_back(Some(a), Some(b), Some(scratch)).await;
    let (c, d) = (server.database("c").await, server.database("d").await);
    there_and_back(Some(c), None, None).await;
    there_and_back(None, Some(d), None).await;
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
