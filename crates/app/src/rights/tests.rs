//! Consents as they are written down and told; erasing.

use crate::dto::{ConsentAnswer, ConsentInput, ErrorCode};
use crate::testing::{Device, all, device, typed};

fn answer(d: &mut Device, id: &str, how: &str, answers: &[(&str, bool)]) -> Result<(), ErrorCode> {
    let input = ConsentInput {
        person: id.to_owned(),
        by: "  her   mother ".into(),
        how: how.into(),
        answers: answers
            .iter()
            .map(|(purpose, given)| ConsentAnswer {
                purpose: (*purpose).to_owned(),
                given: *given,
            })
            .collect(),
    };
    d.app.record_consent(&input).map(drop).map_err(|e| e.code)
}

#[test]
fn a_consent_says_who_when_how_and_who_wrote_it_down() {
    let mut d = device();
    let id = d.add("Abad", "Lorna", "SA");
    let page = d.app.consents(&id).expect("a page");
    assert!(
        page.purposes.iter().all(|p| p.given.is_none()) && page.purposes.len() == 5,
        "nobody asked yet, and all five purposes are shown"
    );
    answer(
        &mut d,
        &id,
        "thumb_mark",
        &[("hold", true), ("emergency", true)],
    )
    .expect("kept");
    let said = crate::testing::NOW;
    d.clock.advance(60);
    answer(&mut d, &id, "spoken", &[("emergency", false)]).expect("kept");
    let page = d.app.consents(&id).expect("a page");
    let hold = &page.purposes[0];
    assert_eq!(
        (hold.given, hold.at, hold.how.as_str()),
        (Some(true), Some(said), "thumb_mark"),
        "what was said, when and how"
    );
    assert_eq!(
        (hold.by.as_str(), hold.officer.as_str()),
        ("her mother", "Invented Officer"),
        "by whom, and who wrote it down"
    );
    assert_eq!(page.reach, "withheld", "the later no counts");
    assert!(!page.waits, "without a buffer there is nothing to wait for");
    let told: Vec<_> = page
        .history
        .iter()
        .map(|c| (c.row.purpose.as_str(), c.row.given))
        .collect();
    assert_eq!(told.len(), 3, "every answer stays in the history: {told:?}");
    assert_eq!(told[0], ("emergency", Some(false)), "newest first");
}

#[test]
fn a_bad_answer_is_refused_and_changes_nothing() {
    let mut d = device();
    let id = d.add("Abad", "Lorna", "SA");
    for (how, answers) in [
        ("telepathy", &[("hold", true)][..]),
        ("spoken", &[("enforcement", true)]),
        ("spoken", &[]),
    ] {
        assert_eq!(
            answer(&mut d, &id, how, answers),
            Err(ErrorCode::BadInput),
            "{how} {answers:?} is no answer"
        );
    }
    assert_eq!(
        answer(&mut d, "nobody", "spoken", &[("hold", true)]),
        Err(ErrorCode::NotFound),
        "an answer needs somebody"
    );
    let page = d.app.consents(&id).expect("a page");
    assert!(page.history.is_empty(), "nothing was written");
}

#[test]
fn an_erased_person_is_nowhere_on_the_device() {
    let mut d = device();
    let id = d.add("Abad", "Lorna", "SA");
    d.add("Bautista", "Rico", "SA");
    answer(&mut d, &id, "spoken", &[("hold", false)]).expect("kept");
    let found = |d: &mut Device, what: &str| d.names(&typed(what)).len();
    assert_eq!(found(&mut d, "lorna"), 1, "the index is warm and knows her");
    let look = d.app.erase_look(&id).expect("a look");
    assert!(
        look.values > 5 && look.contacts == 1 && look.changes > 5,
        "it says what would go: {look:?}"
    );
    assert!(!look.at_buffer, "there is no buffer");
    d.app.erase_person(&id).expect("erased");
    assert_eq!(d.app.person(&id).map(|p| p.name).ok(), None, "no page");
    assert_eq!(found(&mut d, "lorna"), 0, "not found by name");
    // A tolerant search offers whoever is near: the other one, whose mother is somebody's mother too.
    let near = d.names(&typed("mother of lorna"));
    assert!(
        near.iter().all(|name| name.contains("Bautista")),
        "nor by her mother's"
    );
    assert_eq!(d.names(&all()).len(), 1, "the other one stays");
    assert_eq!(
        d.app.erase_person("nobody").map_err(|e| e.code),
        Err(ErrorCode::NotFound),
        "erasing needs somebody"
    );
}

#[test]
fn an_access_copy_holds_everything_and_names_nobody_else() {
    let mut d = device();
    let id = d.add("Abad", "Lorna", "SA");
    d.add("Bautista", "Rico", "KW");
    answer(&mut d, &id, "signed", &[("emergency", false)]).expect("kept");
    let mut card = d.app.person(&id).expect("a page").card;
    card.place = "Jeddah".into();
    d.app.save_person(&card).expect("changed");
    card.place = "Riyadh".into();
    d.app.save_person(&card).expect("changed again");
    let copy = d.app.access_copy(&id).expect("a copy");
    for held in [
        "Abad",
        "Lorna",
        "Mother of Lorna",
        "Jeddah",
        "Riyadh",
        "her mother",
        "withheld",
    ] {
        assert!(copy.contains(held), "{held} is held and stands in the copy");
    }
    assert!(
        !copy.contains("Bautista") && !copy.contains("Rico"),
        "somebody else's entry is not the person's to have"
    );
    assert_eq!(
        d.app.access_copy("nobody").map_err(|e| e.code),
        Err(ErrorCode::NotFound),
        "a copy is of somebody"
    );
}
