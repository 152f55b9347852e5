//! Heads in the log: what the buffer shows a device has to be what the cosigned log commits to, two devices that are
//! shown different stories find out, and a checkpoint that lags is no alarm.

use crate::stage::{Stage, add, everybody, fails, sync};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use ugnay_app::App;
use ugnay_app::dto::ErrorCode;

fn run(db: &Connection, sql: &str) {
    db.execute_batch(sql).expect("the lie is written");
}

/// Twice, since asking again does not make a lie true; nobody is changed by it.
fn alarms(app: &mut App, detail: &str, why: &str) {
    let before = everybody(app);
    for _ in 0..2 {
        let alarm = (ErrorCode::BufferAlarm, detail.to_owned());
        assert_eq!(fails(app), alarm, "{why}");
    }
    assert_eq!(everybody(app), before, "an alarm changes nothing local");
}

/// Proven at, unproven since.
fn proof(app: &mut App) -> (Option<i64>, Option<i64>) {
    let state = app.sync_state().expect("state");
    (state.proven_at, state.unproven_since)
}

#[test]
fn a_checkpoint_that_lags_is_not_yet_proven_and_no_alarm() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let sent = s.clock.now();
    assert_eq!(
        proof(&mut s.laptop),
        (None, Some(sent)),
        "sent and kept, and no checkpoint yet says so"
    );
    for _ in 0..3 {
        s.clock.advance(60);
        sync(&mut s.laptop);
        assert_eq!(
            proof(&mut s.laptop),
            (None, Some(sent)),
            "as long as no new checkpoint comes there is neither proof nor alarm"
        );
    }
    s.cosign();
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
        assert!(
            proof(app).0.is_some(),
            "the next cosigned checkpoint proves it"
        );
    }
    add(&mut s.phone, "Bautista", "Rico", "SA");
    sync(&mut s.phone);
    assert!(
        proof(&mut s.phone).1.is_some(),
        "what is new has to be proven anew"
    );
    // Published and not yet cosigned: the one before stands.
    s.client().make_checkpoint().expect("the buffer publishes");
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
    }
    assert!(
        proof(&mut s.phone).1.is_some(),
        "a checkpoint that nobody cosigned proves nothing and is no alarm"
    );
    // Both write on between two checkpoints, several times.
    for round in 0..3 {
        add(&mut s.laptop, "Castro", &format!("L{round}"), "SA");
        add(&mut s.phone, "Dizon", &format!("P{round}"), "SA");
        sync(&mut s.laptop);
        sync(&mut s.phone);
        if round == 1 {
            s.cosign();
        }
    }
    sync(&mut s.laptop);
    sync(&mut s.phone);
    s.cosign();
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
        assert!(proof(app).0.is_some(), "and in the end all is proven");
    }
}

/// The buffer's tables of one register's blobs as they were, kept beside; `back` puts them in place again.
const KEEP: &str = "CREATE TABLE old_blobs AS SELECT * FROM blobs;
    CREATE TABLE old_registers AS SELECT * FROM registers";
const BACK: &str = "DELETE FROM blobs; INSERT INTO blobs SELECT * FROM old_blobs;
    UPDATE registers SET seq = (SELECT o.seq FROM old_registers o WHERE o.pseud = registers.pseud)";

#[test]
fn p16_heads_rolled_back_are_found_at_the_first_exchange_against_a_newer_checkpoint() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.cosign();
    sync(&mut s.phone);
    s.tamper(|db| run(db, KEEP));
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    sync(&mut s.laptop);
    // The phone has seen the old state alone. The buffer goes back to it and lists nothing new; the log goes on.
    s.cosign();
    s.tamper(|db| run(db, BACK));
    alarms(
        &mut s.phone,
        "heads_not_in_log",
        "the cosigned root commits to a head that is not shown",
    );
    sync(&mut s.laptop);
    s.cosign();
    alarms(
        &mut s.laptop,
        "heads_not_in_log",
        "and when the log commits to the older state, the laptop's is missing in it",
    );
}

#[test]
fn p16_a_root_over_heads_that_leaves_ours_out_is_found() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.cosign();
    sync(&mut s.laptop);
    s.tamper(|db| run(db, KEEP));
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    sync(&mut s.laptop);
    // Rolled back before the root is made: log and buffer tell one old story, and it is not the laptop's.
    s.tamper(|db| run(db, BACK));
    s.desk_card();
    alarms(
        &mut s.laptop,
        "heads_not_in_log",
        "the root was published after the buffer acknowledged the newer head",
    );
}

/// A second buffer over a copy of the first one's data. It has the log's key, and no witness visits it.
fn forked(s: &mut Stage) -> String {
    s.stop_buffer();
    let (from, to) = (s.data(), s.dir.path().join("fork"));
    fs::create_dir_all(&to).expect("a folder");
    for file in fs::read_dir(&from).expect("the buffer's folder").flatten() {
        fs::copy(file.path(), to.join(file.file_name())).expect("a copy");
    }
    s.start_buffer();
    s.start_second(&to)
}

#[test]
fn p17_two_devices_shown_two_stories_find_out_by_a_common_checkpoint() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.cosign();
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
    }
    let fork = forked(&mut s);
    s.phone.use_buffer(&fork).expect("joined");
    add(&mut s.phone, "Bautista", "Rico", "SA");
    sync(&mut s.phone);
    add(&mut s.laptop, "Castro", "Nena", "SA");
    sync(&mut s.laptop);
    s.cosign();
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert!(
        proof(&mut s.phone).1.is_some(),
        "without a newer checkpoint the phone is told nothing is proven, and nothing worse"
    );
    // The phone gets to see the checkpoint everybody has: through the true buffer.
    let url = s.url.clone();
    s.phone.use_buffer(&url).expect("joined");
    alarms(
        &mut s.phone,
        "heads_not_in_log",
        "the phone's acknowledged head is not under the common root",
    );
}

#[test]
fn p17_two_devices_shown_two_stories_find_out_by_showing_each_other_a_code() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.cosign();
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
    }
    let shown = s.laptop.show_view().expect("the laptop shows its view");
    let same = s.phone.check_view(&shown.text).expect("an honest view");
    assert!(same.same, "honest devices agree on the spot");
    let fork = forked(&mut s);
    s.phone.use_buffer(&fork).expect("joined");
    add(&mut s.phone, "Bautista", "Rico", "SA");
    sync(&mut s.phone);
    add(&mut s.laptop, "Castro", "Nena", "SA");
    sync(&mut s.laptop);
    s.cosign();
    add(&mut s.laptop, "Dizon", "Ana", "SA");
    sync(&mut s.laptop);
    let shown = s.laptop.show_view().expect("the laptop shows its view");
    let found = s.phone.check_view(&shown.text);
    assert_eq!(
        found.map_err(|e| (e.code, e.detail)).map(|c| c.same),
        Err((ErrorCode::BufferAlarm, Some("head_held_back".into()))),
        "the laptop read after a checkpoint that came after the phone's head, and was not shown it"
    );
}

#[test]
fn p17_a_newer_head_that_was_shown_in_person_has_to_come_over_the_line_too() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.cosign();
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
    }
    let fork = forked(&mut s);
    s.phone.use_buffer(&fork).expect("joined");
    add(&mut s.laptop, "Castro", "Nena", "SA");
    sync(&mut s.laptop);
    let shown = s.laptop.show_view().expect("the laptop shows its view");
    let later = s.phone.check_view(&shown.text).expect("nothing wrong yet");
    assert!(!later.same, "the laptop knows more than the phone");
    alarms(
        &mut s.phone,
        "head_held_back",
        "the phone's buffer does not have what the laptop showed",
    );
    let url = s.url.clone();
    s.phone.use_buffer(&url).expect("joined");
    sync(&mut s.phone);
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "over an honest line it comes and all is well"
    );
}

#[test]
fn p18_a_blob_dropped_by_the_buffer_is_found_by_the_other_device_and_in_the_log() {
    // A record that the head vouches for is never handed out.
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    sync(&mut s.laptop);
    s.tamper(|db| {
        run(
            db,
            "DELETE FROM blobs WHERE seq = (SELECT max(seq) FROM blobs WHERE kind = 1)",
        )
    });
    alarms(&mut s.phone, "record_missing", "the shard names it");
    // A head that is never listed at all: to the other device it looks as if nothing was written.
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.cosign();
    sync(&mut s.phone);
    s.tamper(|db| run(db, KEEP));
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    sync(&mut s.laptop);
    s.cosign();
    s.tamper(|db| {
        run(
            db,
            "DELETE FROM blobs WHERE seq > (SELECT max(seq) FROM old_blobs)",
        );
    });
    alarms(
        &mut s.phone,
        "heads_not_in_log",
        "the log commits to a head that is not listed",
    );
}

/// A copy of the buffer's database, as a backup makes it.
fn copy_of(s: &Stage, name: &str) -> PathBuf {
    let to = s.dir.path().join(name);
    let db = Connection::open(s.database()).expect("the buffer's database opens");
    db.execute("VACUUM INTO ?1", [to.to_string_lossy()])
        .expect("a copy is made");
    to
}

/// Stops the buffer, puts that database in its place, starts it again.
fn put_back(s: &mut Stage, database: &Path) {
    s.stop_buffer();
    for extra in ["sqlite-wal", "sqlite-shm"] {
        let _ = fs::remove_file(s.database().with_extension(extra));
    }
    fs::copy(database, s.database()).expect("the database is put back");
    s.start_buffer();
}

#[test]
fn a_buffer_restored_from_an_old_backup_is_noticed_and_loses_nothing() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.cosign();
    sync(&mut s.laptop);
    let backup = copy_of(&s, "backup.sqlite");
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    sync(&mut s.laptop);
    s.cosign();
    sync(&mut s.laptop);
    sync(&mut s.phone);
    let (mine, theirs) = (everybody(&mut s.laptop), everybody(&mut s.phone));
    let newest = copy_of(&s, "newest.sqlite");
    put_back(&mut s, &backup);
    for (app, before) in [(&mut s.laptop, &mine), (&mut s.phone, &theirs)] {
        alarms(
            app,
            "log_rollback",
            "the log is smaller than what was cosigned",
        );
        assert_eq!(&everybody(app), before, "both keep everybody");
        assert_eq!(
            app.sync_state().expect("state").last_error,
            Some(ErrorCode::BufferAlarm),
            "and say what happened"
        );
    }
    put_back(&mut s, &newest);
    add(&mut s.phone, "Castro", "Nena", "SA");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    s.cosign();
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "with its true state the buffer is believed again"
    );
    assert!(proof(&mut s.phone).0.is_some(), "and proven");
}
