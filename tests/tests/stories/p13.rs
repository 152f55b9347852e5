//! P13: whoever holds the server, the office's ticket key, or both, gets no device into a register: not by a roster of
//! another register, not by noise, not by a card in the place of a card, not by a letter to a sheet.

use crate::stage::{Stage, add, everybody, fails, scanned, stranger, sync};
use rusqlite::Connection;
use ugnay_app::dto::{ErrorCode, RestoreInput};
use ugnay_app::{App, Env};

/// A register that the office itself opened, with the ticket key and for a device of its own.
fn rogue(s: &mut Stage) -> App {
    let mut rogue = stranger(s, "rogue");
    rogue.join_federation(&s.invitation()).expect("joined");
    fails(&mut rogue);
    s.answer();
    add(&mut rogue, "Nobody", "Real", "SA");
    sync(&mut rogue);
    rogue
}

fn run(db: &Connection, sql: &str) {
    db.execute_batch(sql).expect("the lie is written");
}

fn devices(app: &mut App) -> u32 {
    app.sync_state().expect("state").devices
}

/// Everything that is neither record, index nor head lies under a kind of its own; the roster is among it.
const OTHERS: &str = "kind = 6 AND bytes IS NOT NULL";
const LAPTOP: &str = "(SELECT pseud FROM registers ORDER BY rowid LIMIT 1)";
const ROGUE: &str = "(SELECT pseud FROM registers ORDER BY rowid DESC LIMIT 1)";

#[test]
fn p13_no_roster_the_server_can_write_adds_a_reader() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    let _rogue = rogue(&mut s);
    let before = everybody(&mut s.laptop);
    // Each of the rogue register's other blobs in the place of each of the laptop's, as the newest change.
    s.tamper(|db| {
        let swapped = db
            .execute(
                &format!(
                    "UPDATE blobs SET (bytes, sha256, len) =
                         (SELECT r.bytes, r.sha256, r.len FROM blobs r WHERE r.pseud = {ROGUE} AND r.{OTHERS}
                          ORDER BY r.len DESC LIMIT 1)
                     WHERE pseud = {LAPTOP} AND {OTHERS}"
                ),
                [],
            )
            .expect("the lie is written");
        assert!(swapped > 0, "the story needs a roster to exchange");
        run(db, &format!("UPDATE blobs SET seq = seq + 1000 WHERE pseud = {LAPTOP} AND {OTHERS}"));
        run(db, &format!("UPDATE registers SET seq = seq + 2000 WHERE pseud = {LAPTOP}"));
    });
    let (code, detail) = fails(&mut s.laptop);
    assert_eq!(
        (code, detail.as_str()),
        (ErrorCode::BufferAlarm, "register_roster_unreadable"),
        "a roster that was not sealed under the register's own seed is an alarm"
    );
    assert_eq!(devices(&mut s.laptop), 1, "and nobody was added");
    s.tamper(|db| {
        run(
            db,
            &format!(
                "UPDATE blobs SET bytes = randomblob(len) WHERE pseud = {LAPTOP} AND {OTHERS}"
            ),
        );
    });
    fails(&mut s.laptop);
    assert_eq!(devices(&mut s.laptop), 1, "noise adds nobody either");
    assert_eq!(everybody(&mut s.laptop), before, "nothing here was changed");
}

#[test]
fn p13_a_card_in_the_place_of_a_card_is_not_seen() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    let mut rogue = rogue(&mut s);
    let code = s.laptop.pairing_start().expect("waits");
    let mut phone = App::new(&s.dir.path().join("phone2"), Env::with_clock(&s.clock));
    phone.pairing_join(&scanned(&code.text)).expect("comes");
    let theirs = rogue.pairing_start().expect("waits");
    let mut spy = App::new(&s.dir.path().join("spy"), Env::with_clock(&s.clock));
    spy.pairing_join(&scanned(&theirs.text)).expect("comes");
    // The server puts the spy's card, which is a good one, where the phone's lies.
    s.tamper(|db| {
        let swapped = db
            .execute(
                "UPDATE box_messages SET bytes =
                     (SELECT bytes FROM box_messages WHERE length(bytes) = 2532 ORDER BY rowid DESC LIMIT 1)
                 WHERE rowid = (SELECT min(rowid) FROM box_messages WHERE length(bytes) = 2532)",
                [],
            )
            .expect("the lie is written");
        assert_eq!(swapped, 1, "the story needs the phone's card at the buffer");
    });
    assert_eq!(
        s.laptop.pairing_look().expect("looks").six,
        None,
        "a card that the key of the twelve words did not sign is nobody's: the server can only withhold"
    );
    assert!(
        s.laptop.pairing_confirm("phone").is_err(),
        "so there is nobody to confirm, whatever is pressed"
    );
    assert_eq!(devices(&mut s.laptop), 1, "and nobody was added");
}

#[test]
fn p13_letters_of_another_register_do_not_open_with_a_sheet() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    let mut rogue = rogue(&mut s);
    let mut words = Vec::new();
    for app in [&mut s.laptop, &mut rogue] {
        let page = app.sheet_begin().expect("drawn").words.join(" ");
        assert!(app.sheet_check(&page).expect("typed").works, "it exists");
        words.push(page);
    }
    // The server puts the rogue register's letter, the newest, into every box that holds a letter of the same length.
    s.tamper(|db| {
        run(
            db,
            "UPDATE box_messages SET bytes = (SELECT n.bytes FROM box_messages n ORDER BY n.rowid DESC LIMIT 1)
             WHERE length(bytes) = (SELECT length(n.bytes) FROM box_messages n ORDER BY n.rowid DESC LIMIT 1)",
        );
    });
    let mut new = App::new(&s.dir.path().join("new"), Env::with_clock(&s.clock));
    let input = RestoreInput {
        words: words.remove(0),
        buffer: s.url.clone(),
        passphrase: "a new passphrase entirely".into(),
        ..RestoreInput::default()
    };
    assert_eq!(
        new.restore_look(&input).err().and_then(|e| e.detail),
        Some("no_letters".into()),
        "a sheet opens nothing that was not sealed to it: nobody is led into another register"
    );
}
