//! Two devices of one register: whatever both did offline, after the exchanges both show the same.

use crate::stage::{Stage, add, edit, everybody, sync};
use ugnay_app::App;
use ugnay_app::dto::PhoneDto;

fn phones(numbers: &[&str]) -> Vec<PhoneDto> {
    let phone = |n: &&str| PhoneDto {
        typed: (*n).into(),
        e164: None,
    };
    numbers.iter().map(phone).collect()
}

fn id_of(app: &mut App, surname: &str) -> String {
    let query = ugnay_app::dto::PeopleQuery {
        text: surname.into(),
        limit: 10,
        ..Default::default()
    };
    let page = app.people(&query).expect("search");
    page.rows
        .iter()
        .find(|r| r.name.starts_with(surname))
        .map(|r| r.id.clone())
        .expect("the person is in the list")
}

/// Laptop, phone, laptop: what the laptop sent last the phone has seen, and the other way round.
fn meet(s: &mut Stage) {
    sync(&mut s.laptop);
    sync(&mut s.phone);
    sync(&mut s.laptop);
    sync(&mut s.phone);
}

fn same(s: &mut Stage, why: &str) {
    assert_eq!(everybody(&mut s.laptop), everybody(&mut s.phone), "{why}");
    for app in [&mut s.laptop, &mut s.phone] {
        let state = app.sync_state().expect("state");
        assert_eq!(
            (state.unsent, state.last_error),
            (0, None),
            "after the exchanges nothing waits and no failure is shown"
        );
    }
}

#[test]
fn different_fields_of_one_person_both_stay() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA"), ("Bautista", "Rico", "SA")]);
    same(&mut s, "the second device starts with the same people");
    let id = id_of(&mut s.laptop, "Abad");
    edit(&mut s.laptop, &id, |p| p.employer = "Al Noor".into());
    edit(&mut s.phone, &id, |p| p.place = "Jeddah".into());
    let new = add(&mut s.phone, "Castro", "Nena", "HK");
    meet(&mut s);
    same(&mut s, "both edits reach both devices");
    let card = s.laptop.person(&id).expect("page").card;
    assert_eq!(
        (card.employer.as_str(), card.place.as_str()),
        ("Al Noor", "Jeddah"),
        "writes to different fields do not touch each other"
    );
    assert!(
        s.laptop.person(&new).is_ok(),
        "a person entered on the phone is on the laptop"
    );
}

#[test]
fn a_safety_field_written_on_both_keeps_both_until_settled() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let id = id_of(&mut s.laptop, "Abad");
    edit(&mut s.laptop, &id, |p| {
        p.phones = phones(&["+966501112222"])
    });
    edit(&mut s.phone, &id, |p| p.phones = phones(&["+966503334444"]));
    sync(&mut s.laptop);
    let report = sync(&mut s.phone);
    assert_eq!(
        report.conflicts, 1,
        "the exchange says that two officers wrote without knowing of each other"
    );
    sync(&mut s.laptop);
    same(&mut s, "a contradiction looks the same on both devices");
    for app in [&mut s.laptop, &mut s.phone] {
        let page = app.person(&id).expect("page");
        let shown: Vec<String> = page.card.phones.iter().map(|p| p.typed.clone()).collect();
        let [conflict] = page.conflicts.as_slice() else {
            panic!("exactly one field contradicts itself");
        };
        let all = format!("{shown:?} {:?}", conflict.others);
        assert!(
            conflict.field == "phones" && all.contains("111") && all.contains("333"),
            "no number that somebody wrote down is dropped: {}",
            conflict.field
        );
    }
    let settled = phones(&["+966501112222", "+966503334444"]);
    edit(&mut s.phone, &id, |p| p.phones = settled);
    sync(&mut s.phone);
    sync(&mut s.laptop);
    same(&mut s, "the settled value is everybody's");
    assert!(
        s.laptop.person(&id).expect("page").conflicts.is_empty(),
        "who has seen both values and writes one has settled it"
    );
}

#[test]
fn a_removal_travels_and_so_does_its_undoing() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA"), ("Bautista", "Rico", "SA")]);
    let id = id_of(&mut s.laptop, "Abad");
    let gone = s.laptop.remove_person(&id).expect("removed");
    meet(&mut s);
    same(&mut s, "removed on one, removed on both");
    assert_eq!(
        everybody(&mut s.phone).len(),
        1,
        "only the other one is left"
    );
    let set = gone.change_set.expect("a removal can be undone");
    s.laptop.undo(&set).expect("undone");
    meet(&mut s);
    same(&mut s, "brought back on one, back on both");
    assert_eq!(everybody(&mut s.phone).len(), 2, "both are there again");
}

#[test]
fn edits_made_while_the_other_device_is_sending_reach_both() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let id = id_of(&mut s.laptop, "Abad");
    edit(&mut s.laptop, &id, |p| p.employer = "Al Noor".into());
    edit(&mut s.phone, &id, |p| p.place = "Jeddah".into());
    let mut between = false;
    let (laptop, phone) = (&mut s.laptop, &mut s.phone);
    laptop
        .sync_now(&mut |p| {
            // The laptop has read and is about to write: now the phone does a whole exchange.
            if p.step == "sending" && !between {
                between = true;
                sync(phone);
            }
            true
        })
        .expect("two devices at once do not disturb each other");
    assert!(between, "the story needs the phone's exchange in between");
    meet(&mut s);
    same(&mut s, "nothing written in the gap is lost");
    let card = s.phone.person(&id).expect("page").card;
    assert_eq!(
        (card.employer.as_str(), card.place.as_str()),
        ("Al Noor", "Jeddah"),
        "both edits stand"
    );
}
