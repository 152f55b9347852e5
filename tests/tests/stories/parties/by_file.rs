//! Protocol §7.5.2 by files: a custodian whose line is cut reads a copy of the log, decides, and hands its shares over, all by
//! way of sticks that others carry.

use super::PEOPLE;
use super::cast::{Cast, HOUR};
use crate::stage::BARANGAY;
use std::fs;
use std::path::Path;
use ugnay_app::dto::ErrorCode;
use ugnay_app::dto::custody::DecideInput;
use ugnay_app::federation::outgoing::{Item, OutgoingFile};
use ugnay_app::federation::{DecisionKind, Purpose, Reason, RequestId};
use ugnay_wire::ids::to_hex;

const CUT: &str = "house2";

/// What leaves by file: entries, letters.
fn leaves(c: &Cast) -> (Vec<u8>, usize, usize) {
    let file = c.keeper(CUT).outgoing(&mut c.env(), None);
    let bytes = file.expect("something waits").bytes;
    let items = OutgoingFile::from_bytes(&bytes).expect("its own file").0;
    let letters = items.iter().filter(|i| matches!(i, Item::Letter(..)));
    let letters = letters.count();
    (bytes, items.len() - letters, letters)
}

fn reads(c: &Cast, stick: &Path) -> Result<u32, String> {
    let read = c.keeper(CUT).read_copy(&mut c.env(), stick);
    read.map(|f| f.requests)
        .map_err(|e| e.detail.unwrap_or_default())
}

fn approves(c: &Cast, id: &RequestId) -> Result<(), String> {
    let mut house = c.keeper(CUT);
    let shown = house.request(&to_hex(&id.0), c.clock.now());
    let input = DecideInput {
        request: to_hex(&id.0),
        kind: "approve".into(),
        reason: "in_order".into(),
        text: String::new(),
        seen: shown.expect("known").seen,
        compared: false,
    };
    let done = house.decide_offline(&mut c.env(), &input);
    done.map_err(|e| e.detail.unwrap_or_default())
}

/// The stick's file of the newest body.
fn newest_body(stick: &Path) -> std::path::PathBuf {
    let all = fs::read_dir(stick.join("bodies")).expect("a folder");
    let index = |p: &std::path::PathBuf| {
        let name = p.file_name().and_then(|n| n.to_str());
        name.and_then(|n| n.parse::<u64>().ok())
    };
    all.flatten()
        .map(|f| f.path())
        .max_by_key(index)
        .expect("bodies were copied")
}

#[test]
fn p25_a_custodian_without_a_line_decides_and_hands_over_by_files() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    c.rounds();
    c.cut_the_last();
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.rounds_without_the_last(2);
    let cut = c.keeper(CUT).exchange(&mut c.env(), &mut |_| true);
    assert_eq!(
        cut.err().map(|e| e.code),
        Some(ErrorCode::BufferUnreachable),
        "its line leads nowhere, to the end of the story"
    );

    // The first stick has the log alone, the second something else beside the request, the third what belongs there.
    let bare = c.stick("bare", false);
    assert_eq!(reads(&c, &bare), Ok(1), "the request stands in the log");
    let shown = |c: &Cast| {
        let shown = c.keeper(CUT).request(&to_hex(&id.0), c.clock.now());
        shown.expect("known").row
    };
    assert!(shown(&c).hidden, "and nobody here can read it");
    let stick = c.stick("first", true);
    let body = newest_body(&stick);
    let good = fs::read(&body).expect("the request's");
    fs::write(&body, b"something else").expect("a lie");
    assert_eq!(reads(&c, &stick), Ok(0), "the log of it is honest");
    assert!(shown(&c).hidden, "other bytes are no request");
    assert_eq!(
        approves(&c, &id),
        Err("checks".into()),
        "what was not read is not approved"
    );
    fs::write(&body, good).expect("the truth again");
    assert_eq!(reads(&c, &stick), Ok(0), "known already");
    let row = shown(&c);
    assert!(
        !row.hidden && row.checks_ok == row.checks,
        "every row is right, by the copy alone: {row:?}"
    );
    approves(&c, &id).expect("signed and kept");
    let (file, entries, letters) = leaves(&c);
    assert_eq!((entries, letters), (1, 0), "one decision leaves");

    let first = c.carry(&file);
    assert_eq!(
        (c.carry(&file), first.entries.len()),
        (first.clone(), 1),
        "carried twice it stands in one place"
    );
    c.decide(0, &id, DecisionKind::Approve, Reason::InOrder);
    c.rounds_without_the_last(2);
    assert_eq!(
        c.status(0, &id).approvals,
        2,
        "the desk sees two approvals, one of them carried"
    );

    // The wait passes; the shares need two more ways: their notice, then they themselves.
    c.clock.advance(5 * HOUR);
    c.rounds_without_the_last(4);
    let early = c.officer(0).open_grant(&id).err().map(|e| e.code);
    assert!(early.is_some(), "one custodian's shares open nothing");
    let stick = c.stick("second", true);
    reads(&c, &stick).expect("an honest log");
    let (file, entries, letters) = leaves(&c);
    assert_eq!(
        (entries, letters),
        (1, 0),
        "what is sealed is announced first, and nothing handed over before that stands in the log"
    );
    c.carry(&file);
    c.rounds_without_the_last(2);
    let stick = c.stick("third", true);
    reads(&c, &stick).expect("an honest log");
    let (file, entries, letters) = leaves(&c);
    assert_eq!((entries, letters), (0, 1), "then the shares leave");
    let carried = c.carry(&file);
    assert_eq!(
        (carried.letters, carried.refused.len()),
        (1, 0),
        "their box takes what was announced, whoever brings it"
    );
    let opened = c.officer(0).open_grant(&id).expect("two of three open");
    assert_eq!(
        (opened.banner.cards, opened.faulty.len()),
        (2, 0),
        "a custodian that never had a line was one of the two, and its share is right"
    );
}

#[test]
fn p16_p17_a_copy_that_is_older_or_bent_changes_nothing() {
    let mut c = Cast::with_a_desk();
    c.cut_the_last();
    let before = c.stick("before", true);
    c.rounds_without_the_last(1);
    let (id, _) = c.ask(Purpose::Drill, &[BARANGAY], "SA");
    c.rounds_without_the_last(2);
    let after = c.stick("after", true);
    let bundle = walk(&after.join("tile").join("entries"));
    let good = fs::read(&bundle).expect("the entries");
    let mut bent = good.clone();
    let last = bent.len() - 3;
    bent[last] ^= 1;
    fs::write(&bundle, bent).expect("a lie");
    assert!(
        reads(&c, &after).is_err(),
        "entries that do not lead to the signed root are not believed"
    );
    let known = |c: &Cast| c.keeper(CUT).request(&to_hex(&id.0), c.clock.now()).is_ok();
    assert!(!known(&c), "nothing was taken from it");
    fs::write(&bundle, good).expect("the truth again");
    assert_eq!(reads(&c, &after), Ok(1), "the true copy is read");
    assert_eq!(
        reads(&c, &before),
        Err("older_copy".into()),
        "an old stick is an old stick"
    );
    assert!(known(&c), "and takes nothing back");
    assert_eq!(
        reads(&c, &c.at("nothing here")),
        Err("missing checkpoint".into()),
        "a folder without a copy is named as such"
    );
}

/// The widest partial bundle under a folder of tiles.
fn walk(dir: &Path) -> std::path::PathBuf {
    let mut all = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir).expect("a folder").flatten() {
            match entry.path().is_dir() {
                true => open.push(entry.path()),
                false => all.push(entry.path()),
            }
        }
    }
    let size = |p: &std::path::PathBuf| fs::metadata(p).map(|m| m.len()).unwrap_or(0);
    all.into_iter().max_by_key(size).expect("a bundle")
}
