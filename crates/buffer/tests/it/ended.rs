//! A register-epoch says in the log that it was ended; nobody says it for another, and a register says nothing else there.

use crate::http::{Site, config, refused, wire};
use crate::parties::{NOW, Party, key, open_body, public, submission, submitter};
use ed25519_dalek::SigningKey;
use ugnay_log::{Entry, EntryType};
use ugnay_wire::signing::sha256;
use ugnay_wire::{LogAppended, paths};

fn entry(kind: EntryType, author: &SigningKey) -> Vec<u8> {
    let entry = Entry {
        kind,
        time: NOW,
        author: sha256(&public(author).0).0,
        commit: open_body(b"words").1,
        public: vec![8; 16],
    };
    entry.encode().expect("encodes")
}

#[tokio::test(flavor = "multi_thread")]
async fn p15_only_an_epoch_itself_says_that_it_ended() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let (ours, other) = (Party::new(1), Party::new(2));
    for p in [&ours, &other] {
        assert_eq!(
            site.post(paths::REGISTERS, p.open()).await.status,
            204,
            "opened"
        );
    }
    let path = paths::end(&ours.pseud);
    let end = |by: &SigningKey, author: &SigningKey, kind| {
        submission(by, entry(kind, author), open_body(b"words").0)
    };
    let ok = end(&ours.write, &ours.write, EntryType::EpochEnd);
    let first = wire::<LogAppended>(site.post(&path, ok.clone()).await).index;
    assert_eq!(
        wire::<LogAppended>(site.post(&path, ok).await).index,
        first,
        "the same again has the same place"
    );
    for (by, author, kind, status, why) in [
        (
            &other.write,
            &other.write,
            EntryType::EpochEnd,
            403,
            "another register's key",
        ),
        (
            &submitter(),
            &submitter(),
            EntryType::EpochEnd,
            403,
            "a key that writes to the log",
        ),
        (
            &ours.write,
            &other.write,
            EntryType::EpochEnd,
            403,
            "in another's name",
        ),
        (
            &ours.write,
            &ours.write,
            EntryType::Statement,
            403,
            "anything else",
        ),
        (
            &ours.write,
            &ours.write,
            EntryType::HeadsRoot,
            403,
            "the log's own words",
        ),
    ] {
        let answer = site.post(&path, end(by, author, kind)).await;
        assert_eq!(refused(answer).0, status, "{why} is refused");
    }
    let nobody = paths::end(&Party::new(9).pseud);
    let answer = site
        .post(&nobody, end(&key(9), &key(9), EntryType::EpochEnd))
        .await;
    assert_eq!(
        refused(answer).0,
        404,
        "a register that is not there ends nothing"
    );
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_all_who_join_later_need_is_not_erased() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let words = entry(EntryType::Roster, &submitter());
    let body = submission(&submitter(), words, open_body(b"words").0);
    let index = wire::<LogAppended>(site.post(paths::LOG_ENTRIES, body).await).index;
    site.handle.shutdown().await;
    let refused = ugnay_buffer::commands::erase_body(config(dir.path()), index).await;
    assert!(
        refused.is_err(),
        "a federation whose roster nobody can read any more is over"
    );
    let site = Site::start(config(dir.path())).await;
    assert_eq!(
        site.get(&paths::log_body(index)).await.body,
        open_body(b"words").0,
        "it is still there"
    );
    site.handle.shutdown().await;
}
