//! A data folder from nothing, and what may be wrong with it.
use super::*;

const FED: Fed = Fed([7; 16]);

#[tokio::test]
async fn a_folder_is_made_loaded_checked_and_copied() {
    let dir = tempfile::tempdir().expect("folder");
    let data = dir.path().join("data");
    let vkey = init(&data, "buffer.example/log", &FED, &[9; 32]).expect("made");
    assert!(
        init(&data, "buffer.example/log", &FED, &[8; 32]).is_err(),
        "a key is never replaced"
    );
    let config = load(&data, None).expect("loads");
    assert_eq!(config.fed, FED, "as told");
    assert_eq!(
        config.log_key.verifier().to_vkey(),
        vkey,
        "the key is the one announced"
    );
    let found = doctor(&data, None).await.expect("looks");
    assert!(
        found.iter().all(|f| f.level == Level::Good),
        "a new folder is in order: {found:?}"
    );
    assert!(
        found.iter().any(|f| f.text.contains("intact")),
        "the database was looked at: {found:?}"
    );
}

#[tokio::test]
async fn what_is_wrong_is_named_without_keys() {
    let dir = tempfile::tempdir().expect("folder");
    init(dir.path(), "buffer.example/log", &FED, &[9; 32]).expect("made");
    let path = dir.path().join(CONFIG_FILE);
    let good = fs::read_to_string(&path).expect("reads");
    for (broken, says) in [
        (good.replace("fed", "fedd"), "buffer.toml"),
        (
            good.replace("ticket_keys = []", "ticket_keys = [\"zz\"]"),
            "ticket_keys",
        ),
        (
            good.replace("witness_keys = []", "witness_keys = [\"x\"]"),
            "witness_keys",
        ),
        (format!("tls_key = \"k.pem\"\n{good}"), "tls"),
        (
            format!("tls_key = \"k\"\ntls_certificate = \"c\"\n{good}[acme]\ndomains = []\n"),
            "either files or acme",
        ),
        (
            good.replace("keep_box_days = 400", "keep_box_days = 30"),
            "keep_box_days",
        ),
    ] {
        assert_ne!(broken, good, "the test changes something");
        fs::write(&path, broken).expect("writes");
        let error = load(dir.path(), None).err().expect("refused").to_string();
        assert!(error.contains(says), "{error} names {says}");
    }
    fs::write(&path, good).expect("writes");
    let key = dir.path().join(KEY_FILE);
    fs::write(&key, "PRIVATE+KEY+secret").expect("writes");
    let error = load(dir.path(), None).err().expect("refused").to_string();
    assert!(
        error.contains(KEY_FILE) && !error.contains("secret"),
        "no key in an error: {error}"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn a_readable_key_is_found_by_the_doctor() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().expect("folder");
    init(dir.path(), "buffer.example/log", &FED, &[9; 32]).expect("made");
    let mode = fs::metadata(dir.path().join(KEY_FILE))
        .expect("there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600, "only its owner may read the key");
    let open = fs::Permissions::from_mode(0o644);
    fs::set_permissions(dir.path().join(KEY_FILE), open).expect("opened");
    let found = doctor(dir.path(), None).await.expect("looks");
    assert!(
        found
            .iter()
            .any(|f| f.level == Level::Failure && f.text.contains("log key")),
        "a key others can read is not in order: {found:?}"
    );
}
