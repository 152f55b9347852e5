//! A backup that is not one is refused before it gets its name.
use super::super::{CONFIG_FILE, RestoreOptions, init, restore};
use super::*;
use ugnay_wire::Fed;

struct Place {
    dir: TempDir,
}

impl Place {
    /// A data folder whose backups go through `program`.
    fn new(program: &str) -> Self {
        let dir = tempfile::tempdir().expect("folder");
        let place = Self { dir };
        init(&place.data(), "buffer.example/log", &Fed([7; 16]), &[9; 32]).expect("made");
        if !program.is_empty() {
            let path = place.data().join(CONFIG_FILE);
            let text = fs::read_to_string(&path).expect("reads");
            fs::write(&path, format!("backup_encrypt = [{program}]\n{text}")).expect("writes");
        }
        place
    }
    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }
    fn options(&self) -> BackupOptions {
        BackupOptions {
            out: self.dir.path().join("copy"),
            ..BackupOptions::default()
        }
    }
    /// Names in the folder beside the data.
    fn left(&self) -> Vec<String> {
        let files = fs::read_dir(self.dir.path()).expect("folder");
        let mut names: Vec<String> = files
            .map(|f| f.expect("file").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

#[tokio::test]
async fn a_program_that_does_not_encrypt_is_found_out() {
    for (program, says) in [
        ("", "backup_encrypt"),
        ("\"cat\"", "readable"),
        ("\"true\"", "empty"),
        ("\"false\"", "ended with an error"),
        ("\"no-such-program\"", "encrypts or decrypts"),
    ] {
        let place = Place::new(program);
        let outcome = backup(&place.data(), None, &place.options()).await;
        let error = outcome.expect_err("refused").to_string();
        assert!(error.contains(says), "{program}: {error}");
        assert_eq!(place.left(), ["data"], "{program}: nothing stays behind");
    }
}

#[tokio::test]
async fn an_unencrypted_copy_must_be_asked_for_and_comes_back() {
    let place = Place::new("");
    let mut options = place.options();
    options.unencrypted = true;
    let lines = backup(&place.data(), None, &options)
        .await
        .expect("backs up");
    assert!(
        lines.iter().any(|l| l.contains("NOT encrypted")),
        "and is said: {lines:?}"
    );
    assert_eq!(
        place.left(),
        ["copy", "copy.json", "data"],
        "file and report"
    );
    assert!(
        backup(&place.data(), None, &options).await.is_err(),
        "a backup is never overwritten"
    );
    let take = RestoreOptions {
        from: options.out.clone(),
        decrypt: vec![],
    };
    let to = place.dir.path().join("new");
    restore(&to, None, &take).await.expect("comes back");
    assert!(
        restore(&to, None, &take).await.is_err(),
        "nothing is restored over a database"
    );
}

#[tokio::test]
async fn a_changed_backup_is_found_out() {
    let place = Place::new("");
    let mut options = place.options();
    options.unencrypted = true;
    backup(&place.data(), None, &options)
        .await
        .expect("backs up");
    let (file, report) = (&options.out, report_beside(&options.out));
    let (good, said) = (
        fs::read(file).expect("reads"),
        fs::read(&report).expect("reads"),
    );
    let take = RestoreOptions {
        from: file.clone(),
        decrypt: vec![],
    };
    let mut n = 0;
    let mut refused = async || {
        n += 1;
        let to = place.dir.path().join(format!("try{n}"));
        let error = restore(&to, None, &take).await.expect_err("refused");
        assert!(
            !to.join("buffer.sqlite").exists(),
            "nothing was restored: {error}"
        );
        error.to_string()
    };
    let mut bad = good.clone();
    let last = bad.len() - 100;
    bad[last] ^= 1;
    fs::write(file, &bad).expect("writes");
    assert!(refused().await.contains("differ: file"), "any bit counts");
    fs::write(file, &good[..good.len() / 2]).expect("writes");
    assert!(refused().await.contains("differ: file"), "half a file");
    fs::write(file, b"age-encryption.org/v1 and so on").expect("writes");
    fs::remove_file(&report).expect("removes");
    assert!(refused().await.contains("--decrypt"), "says what is needed");
    fs::write(file, &good).expect("writes");
    let text = String::from_utf8(said).expect("text");
    let lied = text.replacen("\"rows\": 2", "\"rows\": 3", 1);
    assert_ne!(lied, text, "the test changes something");
    fs::write(&report, lied).expect("writes");
    assert!(refused().await.contains("differ: tables"), "table by table");
    fs::write(&report, "{}").expect("writes");
    assert!(
        refused().await.contains("differ: report"),
        "no report is no match"
    );
}
