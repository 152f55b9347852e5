//! Custodians that lose their laptop, change their key, or leave: what is on paper, on disk and at the buffer brings back
//! exactly what is alive.

use super::cast::{Cast, HOUR};
use crate::stage::BARANGAY;
use ugnay_app::federation::{DecisionKind, Purpose, Reason};

const PEOPLE: [(&str, &str, &str); 2] = [("Abad", "Lorna", "SA"), ("Cruz", "Mila", "KW")];

#[test]
fn a_custodian_comes_back_from_its_sheet_and_the_buffer_alone() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    c.rounds();
    let before = c.kept(1);
    assert_eq!(before.len(), 1, "a register-epoch is kept");
    let sheet = c.sheet(1);
    c.lost_and_recovered(1, &sheet);
    assert!(c.kept(1).is_empty(), "a new laptop begins with nothing");
    c.rounds();
    assert_eq!(
        c.kept(1),
        before,
        "the old bundles open again; no register took part"
    );
    let house = c.keeper("house1");
    let receipts = house.receipts().expect("rows");
    assert!(
        receipts.rows.iter().any(|r| r.outcome == "found") && receipts.refused == 0,
        "the screen says that they were found, not that they were refused: {:?}",
        receipts.rows
    );
    drop(house);
    // Who begins to follow the log anew counts the age of the desk's card from then.
    c.clock.advance(15 * 24 * HOUR);
    c.rounds();
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.rounds();
    for i in [1, 2] {
        c.decide(i, &id, DecisionKind::Approve, Reason::InOrder);
    }
    c.clock.advance(5 * HOUR);
    c.rounds();
    let opened = c.officer(0).open_grant(&id).expect("two of three open");
    assert_eq!(
        (opened.banner.cards, opened.faulty.len()),
        (1, 0),
        "the recovered custodian's share is one of two, and right"
    );
}

#[test]
fn p30_a_key_change_lays_live_shares_and_no_others_at_the_buffer() {
    let mut c = Cast::founded();
    c.register(&PEOPLE);
    c.rounds();
    let old = c.kept(1);
    // The register goes on to another epoch, everybody has come over, the old one is over.
    c.new_epoch();
    c.rounds();
    c.exchange("register");
    c.exchange("register");
    c.rounds();
    let live = c.kept(1);
    assert!(
        live.len() == 1 && live != old,
        "the old epoch's shares were dropped: {live:?}"
    );
    let old_sheet = c.sheet(1);
    let sheet = c.change_key(1);
    assert_ne!(sheet, old_sheet, "another key, another sheet");
    c.rounds();
    assert_eq!(c.kept(1), live, "the live shares stay");
    c.lost_and_recovered(1, &sheet);
    c.rounds();
    assert_eq!(
        c.kept(1),
        live,
        "from the new sheet and the buffer alone exactly the live shares come back"
    );
}

#[test]
fn a_place_is_handed_over_by_files() {
    let mut c = Cast::founded();
    c.register(&PEOPLE);
    c.rounds();
    let before = c.kept(2);
    let card = c.newcomer();
    assert_eq!(
        c.refuses("newcomer", &card).as_deref(),
        Some("not_mine"),
        "who has no place gives none away"
    );
    let drafted = c.accepts("house2", &card, "organisation_card");
    let drafted = drafted.expect("a roster to be signed by others");
    let shown = c.keeper("house2").handover().expect("steps");
    assert_eq!(
        (shown.direction.as_str(), shown.other_words),
        ("out", Some(c.words_of(&card))),
        "the hand-over has begun, with the words to compare"
    );
    let signed = c.accepts("house0", &drafted.bytes, "roster_draft");
    let signed = signed.expect("signed by k, and logged by the last of them");
    c.operator_follows(&signed.bytes);
    c.rounds_with_newcomer();
    let mut house = c.keeper("house2");
    let file = house.save_handover(&mut c.env()).expect("sealed");
    let again = house.save_handover(&mut c.env()).expect("the same");
    assert_eq!(file, again, "sealed once, for good");
    assert_eq!(
        house
            .destroy_handed(&mut c.env())
            .err()
            .and_then(|e| e.detail)
            .as_deref(),
        Some("no_receipt"),
        "nothing is destroyed before the receipt"
    );
    drop(house);
    assert_eq!(
        c.refuses("house0", &file.bytes).as_deref(),
        Some("not_mine"),
        "others cannot take it"
    );
    let receipt = c.accepts("newcomer", &file.bytes, "handover");
    let receipt = receipt.expect("everything was right at once");
    let shown = c.keeper("newcomer").handover().expect("steps");
    assert_eq!(
        (shown.direction.as_str(), shown.taken, shown.epochs),
        ("in", 1, 1),
        "the successor sees what arrived"
    );
    assert_eq!(
        c.refuses("newcomer", &file.bytes).as_deref(),
        Some("already"),
        "twice is once"
    );
    c.accepts("house2", &receipt.bytes, "handover_done");
    let mut house = c.keeper("house2");
    assert!(
        house.handover().expect("steps").can_destroy,
        "the receipt is here: it may be destroyed"
    );
    let end = house.destroy_handed(&mut c.env()).expect("destroyed");
    assert!(
        end.steps.iter().all(|s| s.done) && !end.can_destroy,
        "every step is done: {:?}",
        end.steps
    );
    drop(house);
    assert!(c.kept(2).is_empty(), "nothing is left on disk");
    let new = c.keeper("newcomer");
    let kept = new.member().expect("a custodian").shares().iter();
    let kept: Vec<_> = kept.map(|s| s.epoch_id).collect();
    assert_eq!(kept, before, "the successor keeps what the other kept");
    drop(new);
    c.rounds_with_newcomer();
    let new = c.keeper("newcomer").handover().expect("steps");
    assert!(
        new.steps.iter().all(|s| s.done),
        "and the receipt stands in the log: {:?}",
        new.steps
    );
}
