//! What people agreed to, over the whole program: a card withheld from emergencies is on the register's own devices and in
//! no release; a "no" that comes later takes the card back and a new epoch makes what was there useless; an erasure reaches
//! every device; and who keeps the buffer cannot tell any of it.

use crate::stage::{BARANGAY, Stage, add, edit, sync};
use std::collections::BTreeSet;
use ugnay_app::App;
use ugnay_app::dto::{ConsentAnswer, ConsentInput, PersonInput};
use ugnay_app::federation::EpochId;

fn answer(app: &mut App, person: &str, purpose: &str, given: bool) {
    let input = ConsentInput {
        person: person.into(),
        by: String::new(),
        how: "signed".into(),
        answers: vec![ConsentAnswer {
            purpose: purpose.into(),
            given,
        }],
    };
    app.record_consent(&input).expect("the answer is kept");
}

fn epoch(app: &mut App) -> EpochId {
    app.compartment_ids(BARANGAY, "SA").expect("known").epoch
}

fn card(app: &mut App, id: &str) -> Option<PersonInput> {
    app.person(id).ok().map(|p| p.card)
}

/// What three of five custodians open of a country.
fn opened(s: &mut Stage, country: &str) -> BTreeSet<String> {
    let (_, release) = s.released(country);
    s.cards(&release)
}

/// Blobs of records that the buffer hands out.
fn records(s: &mut Stage) -> i64 {
    let db = rusqlite::Connection::open(s.database()).expect("the buffer's database opens");
    let sql = "SELECT count(*) FROM blobs WHERE kind = 1 AND bytes IS NOT NULL";
    db.query_row(sql, [], |r| r.get(0)).expect("a count")
}

#[test]
fn a_card_withheld_from_emergencies_is_on_both_devices_and_in_no_release() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    let shy = add(&mut s.laptop, "Bautista", "Shy", "SA");
    answer(&mut s.laptop, &shy, "emergency", false);
    sync(&mut s.laptop);
    s.pair();
    sync(&mut s.phone);
    assert!(
        card(&mut s.phone, &shy).is_some_and(|c| c.surname == "Bautista"),
        "her own register's second device has the card"
    );
    s.desk_card();
    let cards = opened(&mut s, "SA");
    assert_eq!(cards.len(), 1, "the other one is opened");
    assert!(!cards.contains(&shy), "hers is not");
}

#[test]
fn after_a_withdrawal_and_a_new_epoch_custodians_cannot_open_the_card() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let id = add(&mut s.laptop, "Bautista", "Changes Her Mind", "SA");
    sync(&mut s.laptop);
    sync(&mut s.phone);
    // Both devices have written her card, so both have a copy at the buffer.
    edit(&mut s.phone, &id, |p| p.place = "Jeddah".into());
    sync(&mut s.phone);
    sync(&mut s.laptop);
    let before = epoch(&mut s.laptop);
    answer(&mut s.laptop, &id, "emergency", false);
    assert!(
        s.laptop.consents(&id).expect("a page").waits,
        "until the exchange it is not yet so, and that is said"
    );
    sync(&mut s.laptop);
    assert_ne!(epoch(&mut s.laptop), before, "a new epoch began by itself");
    let page = s.laptop.consents(&id).expect("a page");
    assert_eq!(
        (page.reach.as_str(), page.waits),
        ("withheld", false),
        "done"
    );
    sync(&mut s.phone);
    sync(&mut s.laptop);
    assert_eq!(
        card(&mut s.phone, &id).map(|c| c.place),
        Some("Jeddah".into()),
        "her own devices keep the card"
    );
    s.desk_card();
    let cards = opened(&mut s, "SA");
    assert_eq!(cards.len(), 1, "three of five open the others: {cards:?}");
    assert!(!cards.contains(&id), "and not hers");
}

#[test]
fn who_agrees_again_is_in_the_release_again() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let id = add(&mut s.laptop, "Bautista", "Back And Forth", "SA");
    sync(&mut s.laptop);
    sync(&mut s.phone);
    answer(&mut s.phone, &id, "emergency", false);
    sync(&mut s.phone);
    sync(&mut s.laptop);
    answer(&mut s.laptop, &id, "emergency", true);
    sync(&mut s.laptop);
    sync(&mut s.phone);
    sync(&mut s.laptop);
    s.desk_card();
    let cards = opened(&mut s, "SA");
    assert!(
        cards.contains(&id),
        "the later yes puts the card back, whatever marks the other device left"
    );
}

#[test]
fn a_no_to_the_buffer_takes_both_halves_back_and_tells_the_other_device() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let id = add(&mut s.laptop, "Bautista", "Not There", "SA");
    sync(&mut s.laptop);
    sync(&mut s.phone);
    edit(&mut s.phone, &id, |p| p.place = "Jeddah".into());
    sync(&mut s.phone);
    sync(&mut s.laptop);
    answer(&mut s.laptop, &id, "buffer", false);
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert_eq!(
        s.phone.consents(&id).expect("a page").reach,
        "here",
        "the other device has learnt of the no"
    );
    sync(&mut s.laptop);
    let mut third = crate::stage::stranger(&s, "third");
    let offer = third.offer_device().expect("a card");
    let welcome = s
        .laptop
        .confirm_device(&offer.text, "third")
        .expect("confirmed");
    let six = third.welcome_words(&welcome.text).expect("a welcome");
    third.finish_device(&welcome.text, &six).expect("welcomed");
    sync(&mut third);
    assert!(
        card(&mut third, &id).is_none() && third.home().expect("home").persons == 1,
        "who comes later finds nothing of her at the buffer"
    );
    assert!(
        card(&mut s.laptop, &id).is_some() && card(&mut s.phone, &id).is_some(),
        "and who had the entry keeps it"
    );
    let state = s.laptop.sync_state().expect("state");
    assert_eq!(state.unsent, 0, "nothing waits: there is nothing to send");
    s.desk_card();
    assert!(!opened(&mut s, "SA").contains(&id), "no release has her");
}

#[test]
fn an_erasure_reaches_the_other_device_and_the_buffer() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let id = add(&mut s.laptop, "Bautista", "Forgotten", "SA");
    sync(&mut s.laptop);
    sync(&mut s.phone);
    let before = epoch(&mut s.laptop);
    assert!(
        s.laptop.erase_look(&id).expect("a look").at_buffer,
        "it is said that the buffer has a copy"
    );
    s.laptop.erase_person(&id).expect("erased");
    sync(&mut s.laptop);
    assert_ne!(
        epoch(&mut s.laptop),
        before,
        "older copies at the buffer become useless"
    );
    sync(&mut s.phone);
    assert!(
        card(&mut s.phone, &id).is_none(),
        "the phone has erased her too"
    );
    let person = id.parse().expect("an id");
    let dir = s.dir.path().join("phone");
    s.phone.lock();
    let reg = std::fs::read_dir(&dir)
        .expect("the phone's registers")
        .flatten()
        .filter_map(|e| ugnay_register::Register::open(&e.path(), crate::stage::PASSPHRASE).ok())
        .find(|r| r.person_row(person).is_ok_and(|p| p.is_some()))
        .expect("the register that knew her");
    assert!(
        reg.history(person).expect("read").iter().all(|h| {
            let quiet = |v: &Option<ugnay_model::Value>| {
                v.as_ref().is_none_or(|v| {
                    matches!(v, ugnay_model::Value::Gone | ugnay_model::Value::Bool(true))
                })
            };
            quiet(&h.old) && quiet(&h.new) && h.lost.is_none()
        }),
        "with her history"
    );
    drop(reg);
    s.desk_card();
    let cards = opened(&mut s, "SA");
    assert!(
        !cards.contains(&id) && cards.len() == 1,
        "no release has her"
    );
}

#[test]
fn whoever_keeps_the_buffer_sees_the_same_for_a_yes_and_a_no() {
    let counts = |given: bool| {
        let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
        for n in 0..3 {
            let id = add(&mut s.laptop, "Bautista", &format!("N{n}"), "SA");
            answer(&mut s.laptop, &id, "emergency", given);
        }
        sync(&mut s.laptop);
        records(&mut s)
    };
    assert_eq!(
        counts(true),
        counts(false),
        "as many sealed records lie there whatever people said at the first asking"
    );
}

/// Both exchange until neither has anything new.
fn meet(s: &mut Stage) {
    for _ in 0..2 {
        sync(&mut s.laptop);
        sync(&mut s.phone);
    }
}

#[test]
fn an_erasure_on_one_device_wins_over_a_merge_and_an_edit_on_the_other() {
    let mut s = Stage::paired(&[("Canarysurname", "Lorna", "SA"), ("Abad", "Rico", "SA")]);
    let ids: Vec<String> = crate::stage::everybody(&mut s.laptop);
    assert_eq!(ids.len(), 2, "both are on both devices");
    let query = ugnay_app::dto::PeopleQuery {
        limit: 10,
        ..Default::default()
    };
    let rows = s.laptop.people(&query).expect("a list").rows;
    let id = |name: &str| {
        let row = rows.iter().find(|r| r.name.contains(name));
        row.expect("listed").id.clone()
    };
    let (canary, other) = (id("Canarysurname"), id("Abad"));
    // Neither knows of the other: she is erased here, and there corrected and said to be the other one.
    s.laptop.erase_person(&canary).expect("erased");
    edit(&mut s.phone, &canary, |p| {
        p.nickname = "Canarynick".into();
    });
    let merge = ugnay_app::dto::MergeInput {
        a: canary.clone(),
        b: other.clone(),
        choices: Vec::new(),
    };
    s.phone.merge_persons(&merge).expect("merged");
    meet(&mut s);
    for app in [&mut s.laptop, &mut s.phone] {
        for gone in [&canary, &other] {
            assert!(app.person(gone).is_err(), "erased on both devices");
        }
        let left = app.people(&query).expect("a list").total;
        assert_eq!(left, 0, "the merge said they are one person");
        let csv = app
            .export(&ugnay_app::dto::ExportInput::own_copy("csv"))
            .expect("an own copy");
        let text = String::from_utf8(csv.bytes).expect("text");
        assert!(!text.contains("Canary"), "nothing of her leaves");
        assert!(
            app.sync_state().expect("state").unsent <= 1,
            "and nothing is sent back and forth: at most the line about the own copy waits"
        );
    }
}

#[test]
fn what_was_given_out_on_one_device_is_listed_on_the_other() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let mut input = ugnay_app::dto::ExportInput::own_copy("csv");
    input.purpose = "help".into();
    input.to = "Municipal desk".into();
    s.laptop.export(&input).expect("an export");
    sync(&mut s.laptop);
    sync(&mut s.phone);
    let rows = s.phone.exports(10).expect("a list").rows;
    assert_eq!(
        rows.iter().map(|r| r.to.as_str()).collect::<Vec<_>>(),
        ["Municipal desk"],
        "both officers know to whom a list went"
    );
}
