//! The shipped entries, what an officer lays over them, and plans: saved, found, hidden, taken back.

use crate::dto::{DirectoryInput, DirectoryRow, ErrorCode, PlanInput};
use crate::testing::{Device, device};

fn rows(d: &mut Device, country: &str) -> Vec<DirectoryRow> {
    d.app.directory(country).expect("a list")
}

fn leader() -> DirectoryInput {
    DirectoryInput {
        country: "SA".into(),
        kind: "leader".into(),
        name: "Invented Leader".into(),
        place: "Riyadh".into(),
        phones: vec!["+966 51 234 6264".into(), " ".into()],
        note: "After the evening prayer.".into(),
        ..DirectoryInput::default()
    }
}

fn form(row: &DirectoryRow) -> DirectoryInput {
    DirectoryInput {
        id: row.id.clone(),
        country: row.country.clone(),
        kind: row.kind.clone(),
        place: row.place.clone(),
        ..DirectoryInput::default()
    }
}

#[test]
fn the_shipped_directory_is_dated_and_only_what_can_be_dialled_is() {
    let mut d = device();
    let all = rows(&mut d, "SA");
    let emergency = all.iter().find(|r| r.kind == "emergency").expect("there");
    assert!(
        emergency.phones.iter().all(|p| p.dial.is_none()),
        "a short number of another country would reach somebody else here"
    );
    let post = all
        .iter()
        .find(|r| r.kind == "post" && r.place == "Jeddah")
        .expect("there");
    assert_eq!(
        post.phones[0].dial.as_deref(),
        Some("+966126670925"),
        "the whole number is dialled"
    );
    assert!(
        all.iter()
            .all(|r| r.as_of.len() == 10 && !r.source.is_empty() && r.origin == "shipped"),
        "each says from where and from when it is"
    );
    let home = rows(&mut d, "PH");
    let short = home.iter().find(|r| r.kind == "emergency").expect("there");
    assert!(
        short.phones.iter().all(|p| p.dial.is_some()),
        "911 works here"
    );
    for bad in ["ZZ", "QQ", "", "Saudi"] {
        assert_eq!(
            d.app.directory(bad).expect_err("no country").code,
            ErrorCode::BadInput,
            "{bad:?} has no page"
        );
    }
}

#[test]
fn an_own_entry_is_added_found_and_taken_out() {
    let mut d = device();
    let before = rows(&mut d, "SA").len();
    let saved = d.app.save_directory_entry(&leader()).expect("a good form");
    let all = rows(&mut d, "SA");
    let own = all.iter().find(|r| r.id == saved.id).expect("it is there");
    assert_eq!(
        (own.origin.as_str(), own.by.as_str(), own.phones.len()),
        ("own", "Invented Officer", 1),
        "marked as ours, an empty line is no number"
    );
    assert_eq!(
        own.phones[0].dial.as_deref(),
        Some("+966512346264"),
        "it can be dialled"
    );
    for typed in ["invented lead", "RIYADH leader", "evening", "512346264"] {
        let found = d.app.directory_search(typed).expect("a list");
        assert!(found.iter().any(|r| r.id == saved.id), "{typed} finds it");
    }
    assert!(
        d.app
            .directory_search("nobody at all")
            .expect("a list")
            .is_empty(),
        "or nothing"
    );
    let out = DirectoryInput {
        id: saved.id,
        hidden: true,
        ..leader()
    };
    let gone = d.app.save_directory_entry(&out).expect("taken out");
    assert_eq!(rows(&mut d, "SA").len(), before, "as before");
    d.app
        .undo(&gone.change_set.expect("a change"))
        .expect("undone");
    assert_eq!(rows(&mut d, "SA").len(), before + 1, "and back");
}

#[test]
fn a_shipped_entry_is_corrected_hidden_and_shown_again() {
    let mut d = device();
    let mut post = rows(&mut d, "LB")
        .into_iter()
        .find(|r| r.kind == "post")
        .expect("there");
    let mut correction = form(&post);
    correction.phones = vec!["+961 5 953 519".into()];
    let saved = d
        .app
        .save_directory_entry(&correction)
        .expect("a good form");
    assert_eq!(saved.id, post.id, "it takes the place of the shipped one");
    post = rows(&mut d, "LB")
        .into_iter()
        .find(|r| r.id == saved.id)
        .expect("there");
    assert_eq!(
        (post.origin.as_str(), post.as_of.as_str()),
        ("corrected", "2025-07-01"),
        "dated today"
    );
    correction.hidden = true;
    let hidden = d.app.save_directory_entry(&correction).expect("hidden");
    let last = rows(&mut d, "LB").pop().expect("a row");
    assert!(
        last.hidden && last.id == saved.id,
        "hidden ones stand last, to be shown again"
    );
    d.app
        .undo(&hidden.change_set.expect("a change"))
        .expect("undone");
    d.app
        .undo(&saved.change_set.expect("a change"))
        .expect("undone");
    let back = rows(&mut d, "LB")
        .into_iter()
        .find(|r| r.id == post.id)
        .expect("there");
    assert_eq!(back.origin, "shipped", "the shipped entry is as it came");
}

#[test]
fn a_bad_entry_is_refused_by_the_name_of_its_field() {
    let mut d = device();
    let cases: [(&str, DirectoryInput); 5] = [
        (
            "name",
            DirectoryInput {
                name: " ".into(),
                ..leader()
            },
        ),
        (
            "kind",
            DirectoryInput {
                kind: "friend".into(),
                ..leader()
            },
        ),
        (
            "note",
            DirectoryInput {
                note: "x".repeat(400),
                ..leader()
            },
        ),
        (
            "phones",
            DirectoryInput {
                phones: vec!["1".into(); 9],
                ..leader()
            },
        ),
        (
            "country",
            DirectoryInput {
                country: "ZZ".into(),
                ..leader()
            },
        ),
    ];
    for (field, input) in cases {
        let e = d.app.save_directory_entry(&input).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "the form marks the field"
        );
    }
    for n in 0.. {
        assert!(n < 200, "the page is full some day");
        let full = DirectoryInput {
            note: "x".repeat(300),
            ..leader()
        };
        if let Err(e) = d.app.save_directory_entry(&full) {
            assert_eq!(e.detail.as_deref(), Some("too_many"), "and says so");
            break;
        }
    }
}

#[test]
fn countries_with_our_people_come_first() {
    let mut d = device();
    d.add("Villanueva", "Ana", "LB");
    let countries = d.app.directory_countries().expect("a list");
    assert_eq!(
        (countries[0].country.as_str(), countries[0].people),
        ("LB", 1),
        "where somebody is"
    );
    assert!(
        countries.len() > 100 && countries.iter().all(|c| c.country != "ZZ"),
        "then the world"
    );
    assert!(!countries[0].planned, "nothing is written");
    let input = PlanInput {
        country: "LB".into(),
        level: 2,
        text: "Meet at the chapel.\nMarites calls the families of Purok 1.".into(),
    };
    d.app.save_plan(&input).expect("saved");
    assert!(
        d.app.directory_countries().expect("a list")[0].planned,
        "now it is"
    );
    let plan = d.app.plan("LB").expect("a plan");
    assert_eq!(
        (plan.people, plan.parts.len()),
        (1, 5),
        "all times and four levels"
    );
    assert_eq!(plan.parts[2].text, input.text, "line by line as typed");
    assert!(
        plan.parts[3].text.is_empty() && plan.parts[3].at.is_none(),
        "no other level"
    );
    let bad = PlanInput { level: 5, ..input };
    assert_eq!(
        d.app.save_plan(&bad).expect_err("no level").code,
        ErrorCode::BadInput,
        "1 to 4"
    );
}

#[test]
fn a_destinations_figure_is_what_its_list_shows() {
    let mut d = device();
    let shipped = rows(&mut d, "SA");
    let corrected = DirectoryInput {
        phones: vec!["+966 51 234 6264".into()],
        ..form(&shipped[0])
    };
    let hidden = DirectoryInput {
        hidden: true,
        ..form(&shipped[1])
    };
    for input in [&corrected, &hidden, &leader()] {
        d.app.save_directory_entry(input).expect("saved");
    }
    let own = DirectoryInput {
        country: "LB".into(),
        ..leader()
    };
    let id = d.app.save_directory_entry(&own).expect("saved").id;
    let taken_out = DirectoryInput {
        id,
        hidden: true,
        ..own
    };
    d.app.save_directory_entry(&taken_out).expect("saved");
    let countries = d.app.directory_countries().expect("a list");
    let figure = |code: &str| countries.iter().find(|c| c.country == code);
    assert_eq!(
        figure("SA").map(|c| c.entries as usize),
        Some(shipped.len()),
        "one hidden, one of their own, a correction is no further one"
    );
    for c in &countries {
        let listed = rows(&mut d, &c.country);
        assert_eq!(
            c.entries as usize,
            listed.iter().filter(|r| !r.hidden).count(),
            "as many as are shown for {}",
            c.country
        );
    }
}
