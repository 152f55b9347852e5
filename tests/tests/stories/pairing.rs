//! Two devices of one register meet: by a code, by typed words, by files. Whoever stands in between, with the code or
//! without it, gets no device in and takes none away.

use crate::stage::{Stage, add, everybody, fails, scanned, stranger, sync};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ugnay_app::dto::{ErrorCode, JoinRegister};
use ugnay_app::{App, Env};

/// A further program on this machine, without any register.
fn bare(s: &Stage, folder: &str) -> App {
    App::new(&s.dir.path().join(folder), Env::with_clock(&s.clock))
}

fn detail<T: std::fmt::Debug>(result: Result<T, ugnay_app::dto::AppError>) -> String {
    result
        .expect_err("this must be refused")
        .detail
        .unwrap_or_default()
}

#[test]
fn typed_words_do_as_well_as_a_scanned_code() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    let code = s.laptop.pairing_start().expect("the laptop waits");
    assert_eq!(
        s.laptop.pairing_look().expect("looks").six,
        None,
        "nobody has come yet"
    );
    assert_eq!(
        detail(s.laptop.pairing_confirm("phone")),
        "nobody_came",
        "nobody can be confirmed who is not there"
    );
    let mut tablet = bare(&s, "tablet");
    let typed = JoinRegister {
        code: String::new(),
        words: code.words.to_uppercase(),
        buffer: format!(" {} ", code.buffer),
        ..scanned("")
    };
    let six = tablet.pairing_join(&typed).expect("comes").six;
    assert_eq!(
        s.laptop.pairing_look().expect("looks").six,
        six,
        "both screens show the same words"
    );
    assert!(
        tablet.pairing_wait().expect("asks").is_none(),
        "before the other side confirmed there is no welcome"
    );
    s.laptop.pairing_confirm("tablet").expect("confirmed");
    let session = tablet.pairing_wait().expect("asks").expect("welcomed");
    assert_eq!(
        (session.label.as_str(), session.place_name.is_empty()),
        ("Story", false),
        "it is the same register now, place and all"
    );
    assert_eq!(
        tablet.status().registers[0].label,
        "Story",
        "the unlock screen of the new device knows its name too"
    );
    sync(&mut tablet);
    assert_eq!(
        everybody(&mut tablet),
        everybody(&mut s.laptop),
        "and the same people"
    );
}

#[test]
fn who_stops_leaves_nothing_behind() {
    let mut s = Stage::joined(&[]);
    let code = s.laptop.pairing_start().expect("waits");
    let mut tablet = bare(&s, "tablet");
    tablet.pairing_join(&scanned(&code.text)).expect("comes");
    tablet.pairing_stop().expect("stops");
    let left = std::fs::read_dir(s.dir.path().join("tablet")).map_or(0, Iterator::count);
    assert_eq!(left, 0, "a register that never became one is gone");
    assert_eq!(
        detail(tablet.pairing_join(&scanned("ugnay:1:pair:AAAA::x"))),
        "",
        "a code that is none is bad input"
    );
    let mut wrong = scanned(&code.text);
    wrong.code = wrong.code.replacen("pair:", "pair:A", 1);
    assert!(
        tablet.pairing_join(&wrong).is_err() && tablet.status().registers.is_empty(),
        "a code read wrongly leaves nothing either"
    );
    s.laptop.pairing_stop().expect("stops");
    assert_eq!(
        detail(s.laptop.pairing_look()),
        "no_meeting",
        "a meeting that ended is over"
    );
    assert_eq!(
        s.laptop.sync_state().expect("state").devices,
        1,
        "and nobody was enrolled"
    );
}

#[test]
fn p14_a_thief_with_the_code_is_seen_before_anybody_is_enrolled() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    // Both come: the meeting is off.
    let code = s.laptop.pairing_start().expect("waits");
    let (mut tablet, mut thief) = (bare(&s, "tablet"), bare(&s, "thief"));
    thief.pairing_join(&scanned(&code.text)).expect("comes");
    tablet.pairing_join(&scanned(&code.text)).expect("comes");
    assert_eq!(
        detail(s.laptop.pairing_look()),
        "two_devices",
        "two cards under one code: somebody has read it over a shoulder"
    );
    tablet.pairing_stop().expect("stops");
    thief.pairing_stop().expect("stops");
    // The thief alone comes in time: its words are not those of the device beside the laptop.
    let code = s.laptop.pairing_start().expect("waits");
    let theirs = thief.pairing_join(&scanned(&code.text)).expect("comes").six;
    let shown = s.laptop.pairing_look().expect("looks").six;
    assert_eq!(
        theirs, shown,
        "the laptop shows the thief's words, so the thief must show its screen to be let in"
    );
    let ours = tablet
        .pairing_join(&scanned(&code.text))
        .expect("comes")
        .six;
    assert_ne!(
        ours, shown,
        "the tablet shows others: the comparison fails before anything was enrolled"
    );
    assert_eq!(
        s.laptop.sync_state().expect("state").devices,
        1,
        "nothing happened until the user says that the words are the same"
    );
}

#[test]
fn p14_another_register_cannot_welcome_a_device_away() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    // A second register of the same federation, whose officer has seen the code and answers with a greeting of its own.
    let mut rival = stranger(&s, "rival");
    rival.join_federation(&s.invitation()).expect("joined");
    fails(&mut rival);
    s.answer();
    sync(&mut rival);
    let code = s.laptop.pairing_start().expect("waits");
    let theirs = rival.pairing_start().expect("waits");
    let mut tablet = bare(&s, "tablet");
    // The rival's meeting under the laptop's hash: the greeting in the box is not the one the code names.
    let (ours, theirs) = (secret(&code.text), secret(&theirs.text));
    let mixed = BASE64.encode([&theirs[..16], &ours[16..]].concat());
    let mixed = code.text.replace(&BASE64.encode(&ours), &mixed);
    let refused = tablet.pairing_join(&scanned(&mixed));
    assert_eq!(
        detail(refused),
        "greeting",
        "p14: a greeting other than the scanned one is refused"
    );
    assert!(tablet.status().registers.is_empty(), "and nothing stays");
}

/// The secret and the hash of a code.
fn secret(text: &str) -> Vec<u8> {
    let part = text.split(':').nth(3).expect("a code has a secret");
    BASE64.decode(part).expect("base64")
}

#[test]
fn p14_files_instead_of_a_box_and_a_changed_one_is_refused() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    let offer = s.phone.offer_device().expect("card");
    assert_eq!(
        s.laptop.device_words(&offer.text).expect("words"),
        offer.six,
        "both screens show the same six words of the card"
    );
    let welcome = s
        .laptop
        .confirm_device(&offer.text, "phone")
        .expect("welcome");
    let mut thief = stranger(&s, "thief");
    thief.offer_device().expect("a card of its own");
    let e = thief
        .finish_device(&welcome.text, &welcome.six)
        .expect_err("not for it");
    assert_eq!(
        (e.code, e.detail.as_deref()),
        (ErrorCode::Refused, Some("authentication failed")),
        "a welcome is sealed to its device: another cannot even open it"
    );
    assert_eq!(
        fails(&mut thief).0,
        ErrorCode::NoBuffer,
        "a refused device has no federation and reads nothing"
    );
    let mut changed = welcome.text.clone().into_bytes();
    let at = changed.len() - 10;
    changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
    let changed = String::from_utf8(changed).expect("letters");
    assert!(
        s.phone.finish_device(&changed, &welcome.six).is_err(),
        "a welcome changed on the way is refused"
    );
    // A rival of the same federation who got hold of the card welcomes the phone into its own register.
    let mut rival = stranger(&s, "rival");
    rival.join_federation(&s.invitation()).expect("joined");
    fails(&mut rival);
    s.answer();
    sync(&mut rival);
    let theirs = rival
        .confirm_device(&offer.text, "phone")
        .expect("a welcome");
    assert_ne!(
        s.phone.welcome_words(&theirs.text).expect("opens"),
        welcome.six,
        "it opens, but its words are not those on the laptop's screen"
    );
    let e = s
        .phone
        .finish_device(&theirs.text, &welcome.six)
        .expect_err("another register");
    assert_eq!(
        e.detail.as_deref(),
        Some("fingerprint"),
        "so it is not taken"
    );
    s.phone
        .finish_device(&welcome.text, &welcome.six)
        .expect("its own");
    sync(&mut s.phone);
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "the enrolled device has everybody"
    );
}

#[test]
fn a_register_with_people_does_not_become_another() {
    let mut s = Stage::joined(&[]);
    add(&mut s.phone, "Abad", "Lorna", "SA");
    assert_eq!(
        s.phone.offer_device().map_err(|e| e.code).err(),
        Some(ErrorCode::AlreadyThere),
        "people that are only here would lie in a register that is not theirs"
    );
}
