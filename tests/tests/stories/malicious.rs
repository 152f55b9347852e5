//! A buffer that lies: what it shows contradicts what was seen or signed before. An alarm, and nothing local changes.

use crate::stage::{Stage, add, edit, everybody, fails, stranger, sync};
use rusqlite::Connection;
use ugnay_app::App;
use ugnay_app::dto::{AlarmSeen, ErrorCode};

/// Lists a blob again as the register's newest change.
const TOUCH: &str = "UPDATE registers SET seq = seq + 1;
    UPDATE blobs SET seq = (SELECT r.seq FROM registers r WHERE r.pseud = blobs.pseud)";

fn run(db: &Connection, sql: &str) {
    db.execute_batch(sql).expect("the lie is written");
}

/// The exchange ends in that alarm; nobody is changed, and the alarm is shown until the buffer is honest again.
fn alarms(app: &mut App, detail: &str) {
    let before = everybody(app);
    for _ in 0..2 {
        assert_eq!(
            fails(app),
            (ErrorCode::BufferAlarm, detail.to_owned()),
            "the lie is noticed, and asking again does not make it true"
        );
    }
    assert_eq!(everybody(app), before, "an alarm changes nothing local");
    assert_eq!(
        app.sync_state().expect("state").last_error,
        Some(ErrorCode::BufferAlarm),
        "the alarm stands in the state"
    );
    assert_eq!(
        app.sync_state().expect("state").last_alarm,
        Some(AlarmSeen::of(detail)),
        "and which one it was"
    );
}

/// Two devices, the phone has seen a first head of the laptop's, kept in table `old`; then the laptop wrote on.
fn with_an_old_head() -> Stage {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.tamper(|db| {
        run(
            db,
            "CREATE TABLE old AS SELECT name, bytes, sha256, len FROM blobs WHERE kind = 3 ORDER BY seq LIMIT 1",
        );
    });
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    sync(&mut s.laptop);
    s
}

const OLD_HEAD: &str = "UPDATE blobs SET (bytes, sha256, len) =
    (SELECT o.bytes, o.sha256, o.len FROM old o WHERE o.name = blobs.name)
    WHERE name IN (SELECT name FROM old)";

#[test]
fn a_head_rolled_back() {
    let mut s = with_an_old_head();
    sync(&mut s.phone);
    s.tamper(|db| {
        run(
            db,
            "CREATE TABLE newest AS SELECT name, bytes, sha256, len FROM blobs WHERE kind = 3",
        );
        run(db, OLD_HEAD);
        run(db, &format!("{TOUCH} WHERE name IN (SELECT name FROM old)"));
    });
    alarms(&mut s.phone, "head_rollback");
    alarms(&mut s.laptop, "own_head_rollback");
    s.tamper(|db| {
        run(db, &OLD_HEAD.replace("old", "newest"));
        run(db, &format!("{TOUCH} WHERE name IN (SELECT name FROM old)"));
    });
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "an honest buffer is believed again"
    );
}

#[test]
fn two_records_swapped() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    add(&mut s.laptop, "Castro", "Nena", "SA");
    sync(&mut s.laptop);
    s.tamper(|db| {
        run(
            db,
            "CREATE TABLE two AS SELECT row_number() OVER (ORDER BY seq DESC) AS n, name, bytes, sha256, len
                 FROM blobs WHERE kind = 1 ORDER BY seq DESC LIMIT 2;
             UPDATE blobs SET (bytes, sha256, len) = (SELECT b.bytes, b.sha256, b.len FROM two a JOIN two b ON b.n = 3 - a.n WHERE a.name = blobs.name)
                 WHERE name IN (SELECT name FROM two)",
        );
    });
    alarms(&mut s.phone, "record_swapped");
}

#[test]
fn a_shard_or_a_record_held_back() {
    for (lie, detail) in [
        // Says the shard was deleted: devices never do that.
        (
            "UPDATE blobs SET bytes = NULL WHERE kind = 2",
            "shard_deleted",
        ),
        // Never mentions the shard: the head vouches for what it holds.
        ("DELETE FROM blobs WHERE kind = 2", "shard_held_back"),
        // Lists everything and does not hand out the newest record.
        (
            "UPDATE blobs SET bytes = NULL WHERE seq = (SELECT max(seq) FROM blobs WHERE kind = 1)",
            "record_missing",
        ),
        // An old shard under the new head.
        (
            "UPDATE blobs SET (bytes, sha256, len) = (SELECT o.bytes, o.sha256, o.len FROM old_shard o) WHERE kind = 2",
            "shard_held_back",
        ),
    ] {
        let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
        s.tamper(|db| {
            run(
                db,
                "CREATE TABLE old_shard AS SELECT bytes, sha256, len FROM blobs WHERE kind = 2",
            );
        });
        add(&mut s.laptop, "Bautista", "Rico", "SA");
        sync(&mut s.laptop);
        s.tamper(|db| run(db, lie));
        alarms(&mut s.phone, detail);
    }
}

#[test]
fn blobs_of_noise() {
    for (kind, detail) in [(3, "head_unreadable"), (2, "shard_unreadable")] {
        let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
        add(&mut s.laptop, "Bautista", "Rico", "SA");
        sync(&mut s.laptop);
        s.tamper(|db| {
            run(
                db,
                &format!("UPDATE blobs SET bytes = randomblob(len) WHERE kind = {kind}"),
            );
        });
        alarms(&mut s.phone, detail);
    }
}

#[test]
fn the_log_rolled_back_or_rewritten() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.tamper(|db| {
        run(
            db,
            "CREATE TABLE old_entries AS SELECT * FROM log_entries;
             CREATE TABLE old_size AS SELECT value FROM counters WHERE name = 'log'",
        );
    });
    s.desk_card();
    sync(&mut s.laptop);
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    s.tamper(|db| {
        run(
            db,
            "DELETE FROM cosignatures WHERE size NOT IN (SELECT count(*) FROM old_entries);
             DELETE FROM checkpoints WHERE size NOT IN (SELECT count(*) FROM old_entries);
             DELETE FROM heads_roots WHERE idx >= (SELECT count(*) FROM old_entries);
             DELETE FROM log_bodies WHERE idx >= (SELECT count(*) FROM old_entries);
             DELETE FROM log_entries WHERE idx >= (SELECT count(*) FROM old_entries);
             UPDATE counters SET value = (SELECT value FROM old_size) WHERE name = 'log'",
        );
    });
    alarms(&mut s.laptop, "log_rollback");
    assert_eq!(
        s.laptop.sync_state().expect("state").unsent,
        0,
        "a sealed record may travel while the log is in doubt; it is the escrow and the campaigns that wait"
    );
}

#[test]
fn a_device_outside_the_roster_reads_and_writes_nothing() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let mut outsider = stranger(&s, "outsider");
    add(&mut outsider, "Reyes", "Foreign", "SA");
    let invitation = s.invitation();
    outsider
        .join_federation(&invitation)
        .expect("words of its own");
    fails(&mut outsider);
    s.answer();
    sync(&mut outsider);
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
        assert_eq!(
            everybody(app).len(),
            1,
            "what a device outside the roster writes is in a room of its own"
        );
    }
    assert_eq!(
        everybody(&mut outsider).len(),
        1,
        "and it sees nobody of the others' room"
    );
}

#[test]
fn who_moved_away_is_marked_gone_everywhere_the_buffer_still_has_them() {
    // The laptop wrote in one compartment, the phone moved the person, the laptop's shard is written again.
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA"), ("Bautista", "Rico", "SA")]);
    let page = s
        .phone
        .people(&ugnay_app::dto::PeopleQuery {
            limit: 9,
            ..Default::default()
        })
        .expect("list");
    let (first, second) = (page.rows[0].id.clone(), page.rows[1].id.clone());
    edit(&mut s.phone, &first, |p| p.country = "KW".into());
    sync(&mut s.phone);
    edit(&mut s.laptop, &second, |p| p.place = "Riyadh".into());
    sync(&mut s.laptop);
    sync(&mut s.phone);
    edit(&mut s.phone, &first, |p| p.country = "HK".into());
    sync(&mut s.phone);
    sync(&mut s.laptop);
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "both devices follow the person from place to place"
    );
    for app in [&mut s.laptop, &mut s.phone] {
        assert_eq!(
            app.person(&first).expect("page").card.country,
            "HK",
            "the last move counts"
        );
    }
}
