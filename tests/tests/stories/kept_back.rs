//! A buffer that keeps a device in an epoch the others have left: the log says that the epoch was ended, and the device
//! that is shown no next one raises an alarm. Nothing of its own is lost, and nothing more of it goes into the old epoch
//! (P15, P16).

use crate::stage::{Stage, add, everybody, fails, sync};
use rusqlite::Connection;
use ugnay_app::App;
use ugnay_app::dto::ErrorCode;
use ugnay_release::{EpochEnd, Signed, logged};
use ugnay_seal::{BundleView, EpochId, VerifyingId};
use ugnay_wire::Fed;

const TWO: &[(&str, &str, &str)] = &[("Abad", "Lorna", "SA"), ("Bautista", "Rico", "SA")];
/// The old epoch takes writes again, and the notice of the next is gone.
const HIDE: &str = "UPDATE registers SET successor = NULL, closed_at = NULL;
     CREATE TABLE IF NOT EXISTS hidden AS SELECT * FROM blobs WHERE kind = 4;
     DELETE FROM blobs WHERE kind = 4";
const SHOW: &str = "INSERT INTO blobs SELECT * FROM hidden";
const OLD: &str = "(SELECT pseud FROM registers ORDER BY rowid LIMIT 1)";

fn epoch(app: &mut App) -> EpochId {
    app.compartment_ids(crate::stage::BARANGAY, "SA")
        .expect("a country")
        .epoch
}

fn run(db: &Connection, sql: &str) {
    db.execute_batch(sql).expect("the lie is written");
}

fn count(s: &Stage, sql: &str) -> i64 {
    let db = Connection::open(s.database()).expect("the buffer's database opens");
    db.query_row(sql, [], |r| r.get(0)).expect("a number")
}

/// The laptop has begun a new epoch, the log holds that the old one ended, and the buffer hides it from the phone.
fn kept_back() -> Stage {
    let mut s = Stage::paired(TWO);
    s.laptop.start_new_epoch().expect("asked for");
    sync(&mut s.laptop);
    s.tamper(|db| run(db, HIDE));
    s.cosign();
    s
}

#[test]
fn p15_a_device_kept_in_an_ended_epoch_is_told_by_the_log() {
    let mut s = kept_back();
    let id = add(&mut s.phone, "Castro", "Kept", "SA");
    let before = everybody(&mut s.phone);
    let records = format!("SELECT count(*) FROM blobs WHERE kind = 1 AND pseud = {OLD}");
    let there = count(&s, &records);
    for _ in 0..2 {
        assert_eq!(
            fails(&mut s.phone),
            (ErrorCode::BufferAlarm, "next_epoch_withheld".into()),
            "the log says that this epoch was ended, so its next one is being kept from this device"
        );
    }
    assert_eq!(everybody(&mut s.phone), before, "nothing here is lost");
    assert_eq!(
        count(&s, &records),
        there,
        "and nothing new is sent into an epoch that whoever was taken out can still read"
    );
    s.tamper(|db| run(db, SHOW));
    for _ in 0..2 {
        sync(&mut s.phone);
        sync(&mut s.laptop);
    }
    assert_eq!(
        epoch(&mut s.phone),
        epoch(&mut s.laptop),
        "once the notice is shown the phone comes over"
    );
    assert!(s.laptop.person(&id).is_ok(), "with what it wrote meanwhile");
}

#[test]
fn p15_holding_the_words_of_an_end_back_helps_the_buffer_nothing() {
    let mut s = kept_back();
    s.tamper(|db| {
        let ends = "SELECT idx FROM log_entries WHERE hex(substr(entry, 1, 1)) = '17'";
        let sql = format!("UPDATE log_bodies SET body = NULL WHERE idx IN ({ends})");
        assert_eq!(
            db.execute(&sql, []).expect("the lie is written"),
            1,
            "one end"
        );
    });
    let (code, detail) = fails(&mut s.phone);
    assert_eq!(
        code,
        ErrorCode::BufferAlarm,
        "an end without its words is no less suspicious"
    );
    assert_eq!(detail, "next_epoch_withheld", "and is called what it is");
}

#[test]
fn p16_a_buffer_that_takes_the_end_of_an_epoch_and_does_not_log_it_is_found_out_by_who_said_it() {
    let mut s = Stage::paired(TWO);
    s.laptop.start_new_epoch().expect("asked for");
    sync(&mut s.laptop);
    s.tamper(|db| {
        let sql =
            "UPDATE log_entries SET entry = CAST(X'13' || substr(entry, 2) AS BLOB), sha256 = randomblob(32)
             WHERE hex(substr(entry, 1, 1)) = '17'";
        let changed = db.execute(sql, []).expect("the lie is written");
        assert_eq!(changed, 1, "the end was handed over at once");
    });
    s.cosign();
    let before = everybody(&mut s.laptop);
    assert_eq!(
        fails(&mut s.laptop),
        (ErrorCode::BufferAlarm, "epoch_end_not_in_log".into()),
        "the log grew past the place the buffer named, and something else stands there"
    );
    assert_eq!(
        everybody(&mut s.laptop),
        before,
        "an alarm changes nothing local"
    );
    assert_eq!(
        s.laptop.devices().expect("list").epoch.held,
        1,
        "the old seed is held until the log says that its epoch ended"
    );
}

#[test]
fn p15_nobody_else_can_say_that_an_epoch_ended() {
    let mut s = Stage::paired(TWO);
    sync(&mut s.phone);
    let db = Connection::open(s.database()).expect("the buffer's database opens");
    let bundle: Vec<u8> = db
        .query_row("SELECT bytes FROM blobs WHERE kind = 5", [], |r| r.get(0))
        .expect("a bundle");
    drop(db);
    let (cap, of): (VerifyingId, EpochId) = {
        let view = BundleView::parse(&bundle).expect("a bundle");
        (view.write_cap(), view.epoch_id())
    };
    // A custodian may write to the log. It claims the end of a register's epoch, in the name of the epoch's own key, which
    // every custodian can read in the bundle.
    let body = EpochEnd {
        epoch: of,
        time: s.clock.now(),
    };
    let public = body.public();
    let custodian = s.founded.custodians[0].identity();
    let signed = Signed::new(body, &s.founded.fed, &[custodian]).expect("signed");
    let now = s.clock.now();
    let made = logged::submission(&signed, public, &cap, now, &mut s.env.rng());
    let mut line = ugnay_app::federation::client(&s.url, None).expect("an address");
    let asked = line.submit(
        custodian,
        Fed(s.founded.fed.0),
        made.entry.encode().expect("an entry"),
        made.body.clone(),
    );
    assert!(
        asked.is_err(),
        "an honest buffer enters nothing in another's name"
    );
    s.enter_by_force(&made.entry, Some(&made.body));
    s.cosign();
    add(&mut s.phone, "Castro", "Calm", "SA");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "no device is stopped by a word the epoch did not sign"
    );
}
