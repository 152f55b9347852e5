//! One epoch follows another: every device comes over, a revoked one does not, two that begin at once end in the same,
//! and old seeds go (P12, P15, P28).

use crate::stage::{PASSPHRASE, Stage, add, edit, everybody, fails, stranger, sync};
use ugnay_app::App;
use ugnay_app::dto::{DeviceRow, ErrorCode};
use ugnay_app::federation::Psgc;

/// The epoch a device writes to.
fn epoch(app: &mut App) -> ugnay_app::federation::EpochId {
    app.compartment_ids(crate::stage::BARANGAY, "SA")
        .expect("a country")
        .epoch
}

fn device(app: &mut App, label: &str) -> DeviceRow {
    let list = app.devices().expect("the list opens");
    let found = list.devices.into_iter().find(|d| d.label == label);
    found.expect("the device is in the list")
}

fn held(app: &mut App) -> u32 {
    app.devices().expect("the list opens").epoch.held
}

/// Custodians take bundles and give receipts; the log moves on.
fn receipts(s: &mut Stage) {
    s.cosign();
    let mut line = s.client();
    let now = s.clock.now();
    for c in &mut s.founded.custodians {
        c.take_bundles(&mut line, now).expect("the buffer answers");
    }
}

/// Time passes; the registers locked themselves meanwhile and are opened again.
fn later(s: &mut Stage, seconds: i64) {
    let open = [&mut s.laptop, &mut s.phone]
        .map(|app| app.status().session.expect("a register is open").id);
    s.clock.advance(seconds);
    for (app, id) in [&mut s.laptop, &mut s.phone].into_iter().zip(open) {
        app.lock();
        app.unlock(&id, PASSPHRASE).expect("the passphrase opens");
    }
}

fn enrol(by: &mut App, new: &mut App, label: &str) {
    let offer = new.offer_device().expect("a card");
    let welcome = by.confirm_device(&offer.text, label).expect("confirmed");
    let six = new.welcome_words(&welcome.text).expect("a welcome for it");
    new.finish_device(&welcome.text, &six).expect("welcomed");
}

fn same(s: &mut Stage, why: &str) {
    assert_eq!(everybody(&mut s.laptop), everybody(&mut s.phone), "{why}");
    assert_eq!(
        epoch(&mut s.laptop),
        epoch(&mut s.phone),
        "{why}: in one epoch"
    );
}

const THREE: &[(&str, &str, &str)] = &[
    ("Abad", "Lorna", "SA"),
    ("Bautista", "Rico", "SA"),
    ("Castro", "Nena", "KW"),
];

#[test]
fn every_device_comes_over_with_what_it_wrote_meanwhile() {
    let mut s = Stage::paired(THREE);
    let before = epoch(&mut s.laptop);
    let offline = add(&mut s.phone, "Dizon", "Offline", "HK");
    s.laptop.start_new_epoch().expect("asked for");
    assert_eq!(
        s.laptop.devices().expect("list").epoch.due.as_deref(),
        Some("asked"),
        "what is asked for and not done yet is shown as that"
    );
    assert_eq!(
        epoch(&mut s.laptop),
        before,
        "nothing turns before the exchange"
    );
    sync(&mut s.laptop);
    assert_ne!(
        epoch(&mut s.laptop),
        before,
        "without a ticket and without the phone"
    );
    assert!(
        !device(&mut s.laptop, "phone").in_epoch,
        "the phone has not come over yet, and that is shown"
    );
    later(&mut s, 200 * 86_400);
    sync(&mut s.phone);
    sync(&mut s.laptop);
    sync(&mut s.phone);
    same(&mut s, "months later the phone is in the same epoch");
    assert!(
        s.laptop.person(&offline).is_ok(),
        "with what it wrote before it knew"
    );
    assert!(device(&mut s.laptop, "phone").in_epoch, "and is seen there");
    let id = add(&mut s.laptop, "Evangelista", "After", "SA");
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert!(s.phone.person(&id).is_ok(), "life goes on in the new epoch");
}

#[test]
fn a_device_that_missed_three_epochs_comes_over_step_by_step() {
    let mut s = Stage::paired(THREE);
    for n in 0..3 {
        s.laptop.start_new_epoch().expect("asked for");
        later(&mut s, 40 * 86_400);
        add(&mut s.laptop, "Perez", &format!("N{n}"), "SA");
        sync(&mut s.laptop);
    }
    sync(&mut s.phone);
    sync(&mut s.laptop);
    same(&mut s, "three notices, one after the other");
    assert_eq!(everybody(&mut s.phone).len(), 6, "nobody is missing");
}

#[test]
fn p15_a_revoked_device_cannot_open_the_next_epoch_nor_write() {
    let mut s = Stage::paired(THREE);
    let row = device(&mut s.laptop, "phone");
    s.laptop.revoke_device(&row.id).expect("any device revokes");
    let late = add(&mut s.phone, "Zamora", "After", "SA");
    sync(&mut s.laptop);
    assert!(
        device(&mut s.laptop, "phone").revoked_at.is_some(),
        "the list says when it was taken out"
    );
    let new = add(&mut s.laptop, "Dizon", "Secret", "SA");
    sync(&mut s.laptop);
    let before = everybody(&mut s.phone);
    for _ in 0..2 {
        assert_eq!(
            fails(&mut s.phone).0,
            ErrorCode::DeviceRevoked,
            "the revoked device is told plainly, every time"
        );
    }
    assert_eq!(
        everybody(&mut s.phone),
        before,
        "and nothing of its own is deleted"
    );
    assert!(
        s.phone.person(&new).is_err(),
        "it reads nothing of the next epoch"
    );
    // A buffer that helps it: the old epoch takes writes again, and the notice is gone.
    s.tamper(|db| {
        db.execute_batch(
            "UPDATE registers SET successor = NULL, closed_at = NULL;
             CREATE TABLE hidden AS SELECT * FROM blobs WHERE kind = 4;
             DELETE FROM blobs WHERE kind = 4",
        )
        .expect("the lie is written");
    });
    sync(&mut s.phone);
    sync(&mut s.laptop);
    assert!(
        s.laptop.person(&late).is_err(),
        "what it writes into the epoch it was left in reaches nobody"
    );
    assert!(
        s.phone.person(&new).is_err(),
        "and it still reads nothing newer"
    );
}

#[test]
fn p12_what_a_revoked_device_wrote_before_the_others_knew_is_not_believed() {
    let mut s = Stage::paired(THREE);
    let mut tablet = stranger(&s, "tablet");
    enrol(&mut s.laptop, &mut tablet, "tablet");
    sync(&mut tablet);
    sync(&mut s.phone);
    let row = device(&mut s.laptop, "phone");
    s.laptop.revoke_device(&row.id).expect("revoked, offline");
    // The phone writes on in the old epoch before the laptop's revocation is at the buffer.
    let forged = add(&mut s.phone, "Forged", "Record", "SA");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    sync(&mut tablet);
    for (app, who) in [(&mut s.laptop, "laptop"), (&mut tablet, "tablet")] {
        assert!(
            app.person(&forged).is_err(),
            "{who}: nothing by the revoked device is taken after its revocation is known"
        );
    }
    assert_eq!(
        everybody(&mut s.laptop),
        everybody(&mut tablet),
        "the others go on together"
    );
}

#[test]
fn p12_whom_a_revoked_device_added_behind_the_others_backs_is_out_with_it() {
    let mut s = Stage::paired(THREE);
    let mut tablet = stranger(&s, "tablet");
    let row = device(&mut s.laptop, "phone");
    s.laptop.revoke_device(&row.id).expect("revoked, offline");
    enrol(&mut s.phone, &mut tablet, "tablet");
    sync(&mut s.laptop);
    let new = add(&mut s.laptop, "Dizon", "Secret", "SA");
    sync(&mut s.laptop);
    fails(&mut tablet);
    assert!(
        tablet.person(&new).is_err(),
        "a guest of the revoked device reads nothing new"
    );
    let list = s.laptop.devices().expect("list").devices;
    assert!(
        list.iter().all(|d| d.label != "tablet"),
        "and is nobody to the others"
    );
}

#[test]
fn two_epochs_begun_at_once_become_one() {
    let mut s = Stage::paired(THREE);
    add(&mut s.laptop, "Dizon", "Laptop", "SA");
    add(&mut s.phone, "Evangelista", "Phone", "SA");
    s.laptop.start_new_epoch().expect("asked");
    s.phone.start_new_epoch().expect("asked");
    sync(&mut s.laptop);
    // A buffer that forgot the first notice lets the second be made as well; then it shows both.
    s.tamper(|db| {
        db.execute_batch(
            "UPDATE registers SET successor = NULL, closed_at = NULL;
             CREATE TABLE hidden AS SELECT * FROM blobs WHERE kind = 4;
             DELETE FROM blobs WHERE kind = 4",
        )
        .expect("the fork is made");
    });
    sync(&mut s.phone);
    let two = (epoch(&mut s.laptop), epoch(&mut s.phone));
    assert_ne!(two.0, two.1, "the story needs two epochs");
    s.tamper(|db| {
        db.execute_batch("INSERT INTO blobs SELECT pseud, name, seq + 1000, kind, sha256, len, bytes FROM hidden")
            .expect("the first notice is shown again");
    });
    for _ in 0..2 {
        sync(&mut s.laptop);
        sync(&mut s.phone);
    }
    same(&mut s, "both end in the same");
    assert_eq!(
        epoch(&mut s.laptop),
        two.0.min(two.1),
        "in that of the lowest id"
    );
    assert_eq!(
        everybody(&mut s.laptop).len(),
        5,
        "and what both wrote is there"
    );
}

#[test]
fn two_pairings_at_once_end_with_both_devices() {
    let mut s = Stage::paired(THREE);
    let (mut one, mut two) = (stranger(&s, "one"), stranger(&s, "two"));
    enrol(&mut s.laptop, &mut one, "one");
    enrol(&mut s.phone, &mut two, "two");
    for _ in 0..2 {
        for app in [&mut one, &mut two, &mut s.laptop, &mut s.phone] {
            sync(app);
        }
    }
    for app in [&mut one, &mut two, &mut s.laptop, &mut s.phone] {
        let list = app.devices().expect("list").devices;
        assert_eq!(list.len(), 4, "nobody raises an alarm and nobody is lost");
    }
    let new = add(&mut one, "Dizon", "One", "SA");
    sync(&mut one);
    sync(&mut two);
    assert!(two.person(&new).is_ok(), "they read each other");
}

#[test]
fn a_device_enrolled_while_the_epoch_changed_gets_the_seed_from_who_enrolled_it() {
    let mut s = Stage::paired(THREE);
    let mut tablet = stranger(&s, "tablet");
    enrol(&mut s.phone, &mut tablet, "tablet");
    // The laptop begins a new epoch without having read of the tablet.
    s.laptop.start_new_epoch().expect("asked");
    // The buffer holds the newer roster back while the epoch changes.
    s.tamper(|db| {
        db.execute_batch("DELETE FROM blobs WHERE kind = 6")
            .expect("held back");
    });
    tablet.use_buffer(&s.url).expect("joined");
    sync(&mut s.laptop);
    assert_eq!(
        fails(&mut tablet),
        (ErrorCode::NoBuffer, "not_enrolled".into()),
        "the tablet waits: it is not taken out, and nobody has made a wrap for it yet"
    );
    sync(&mut s.phone);
    sync(&mut tablet);
    sync(&mut s.laptop);
    assert_eq!(
        everybody(&mut tablet),
        everybody(&mut s.laptop),
        "whoever was added is in, late or not"
    );
    assert_eq!(
        s.laptop.devices().expect("list").devices.len(),
        3,
        "and stands in everybody's list"
    );
}

#[test]
fn an_old_epoch_is_held_until_all_came_over_and_custodians_can_open_the_new_one() {
    let mut s = Stage::paired(THREE);
    receipts(&mut s);
    sync(&mut s.laptop);
    assert!(
        s.laptop
            .sync_state()
            .expect("state")
            .protected
            .is_some_and(|p| p.releasable),
        "the first epoch is releasable"
    );
    s.laptop.start_new_epoch().expect("asked");
    sync(&mut s.laptop);
    let p = s.laptop.sync_state().expect("state").protected;
    assert!(
        p.is_some_and(|p| p.j == 0 && !p.releasable),
        "receipts for the old epoch say nothing about the new one"
    );
    assert_eq!(held(&mut s.laptop), 1, "the old seed is held");
    receipts(&mut s);
    sync(&mut s.laptop);
    assert_eq!(held(&mut s.laptop), 1, "the phone has not come over");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert_eq!(
        (held(&mut s.laptop), held(&mut s.phone)),
        (0, 0),
        "all are over and the new epoch is releasable: the old seed is gone everywhere"
    );
}

#[test]
fn an_old_epoch_ends_after_thirty_days_whoever_is_missing() {
    let mut s = Stage::paired(THREE);
    s.laptop.start_new_epoch().expect("asked");
    sync(&mut s.laptop);
    later(&mut s, 30 * 86_400 - 1);
    sync(&mut s.laptop);
    assert_eq!(held(&mut s.laptop), 1, "not a second early");
    later(&mut s, 1);
    sync(&mut s.laptop);
    assert_eq!(held(&mut s.laptop), 0, "and not later");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    same(&mut s, "who comes after that still comes over");
}

#[test]
fn two_devices_that_add_homes_at_once_deal_the_same_again() {
    let mut s = Stage::paired(THREE);
    let far = |app: &mut App, given: &str, place: Psgc| {
        let id = add(app, "Home", given, "SA");
        edit(app, &id, |p| p.barangay = place.to_string());
        id
    };
    let moved = far(&mut s.laptop, "One", Psgc(401_009_001));
    far(&mut s.phone, "Two", Psgc(401_009_002));
    sync(&mut s.laptop);
    // The laptop's home was used once and is not any more: the phone never sees anybody there.
    edit(&mut s.laptop, &moved, |p| {
        p.barangay = crate::stage::BARANGAY.to_string()
    });
    for _ in 0..3 {
        sync(&mut s.phone);
        sync(&mut s.laptop);
        receipts(&mut s);
    }
    sync(&mut s.phone);
    sync(&mut s.laptop);
    for app in [&mut s.laptop, &mut s.phone] {
        let p = app.sync_state().expect("state").protected;
        assert!(
            p.as_ref().is_some_and(|p| p.j == 5),
            "all custodians hold one bundle, the one both devices make: {p:?}"
        );
    }
}
