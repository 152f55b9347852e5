//! What a register keeps that is about no person reaches its other devices and nobody else: meetings, the directory, plans.

use crate::stage::{Stage, add, sync};
use ugnay_app::App;
use ugnay_app::dto::{DirectoryInput, MeetingMark, PlanInput};

const DITA: &str = "0401009007";

fn plan(text: &str) -> PlanInput {
    PlanInput {
        country: "SA".into(),
        level: 3,
        text: text.into(),
    }
}

fn leader(name: &str) -> DirectoryInput {
    DirectoryInput {
        country: "SA".into(),
        kind: "leader".into(),
        name: name.into(),
        phones: vec!["+966 51 234 6264".into()],
        ..DirectoryInput::default()
    }
}

fn written(app: &mut App) -> (String, Vec<String>) {
    let part = app.plan("SA").expect("a plan").parts.remove(3);
    (part.text, part.others)
}

fn own(app: &mut App) -> Vec<String> {
    let rows = app.directory("SA").expect("a list").into_iter();
    rows.filter(|r| r.origin != "shipped")
        .map(|r| format!("{} {}", r.origin, r.name))
        .collect()
}

/// Laptop, phone, laptop: what the laptop sent last the phone has seen, and the other way round.
fn meet(s: &mut Stage) {
    sync(&mut s.laptop);
    sync(&mut s.phone);
    sync(&mut s.laptop);
    sync(&mut s.phone);
}

#[test]
fn a_plan_and_a_leaders_number_reach_the_other_device() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.laptop
        .save_plan(&plan("Meet at the chapel."))
        .expect("saved");
    s.phone
        .save_directory_entry(&leader("Invented Leader"))
        .expect("saved");
    meet(&mut s);
    for app in [&mut s.laptop, &mut s.phone] {
        assert_eq!(
            written(app),
            ("Meet at the chapel.".into(), Vec::new()),
            "the plan is on both"
        );
        assert_eq!(own(app), ["own Invented Leader"], "and so is the number");
        let people = app.people(&ugnay_app::dto::PeopleQuery {
            limit: 10,
            ..Default::default()
        });
        assert_eq!(
            people.expect("a list").total,
            1,
            "nobody came into the list of people"
        );
        let state = app.sync_state().expect("state");
        assert_eq!(
            (state.unsent, state.last_error),
            (0, None),
            "all of it was sent and kept"
        );
    }
}

#[test]
fn two_plans_written_apart_are_both_kept_until_one_officer_settles_it() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    s.laptop
        .save_plan(&plan("Meet at the chapel."))
        .expect("saved");
    s.phone
        .save_plan(&plan("Meet at the school."))
        .expect("saved");
    meet(&mut s);
    let (here, there) = (written(&mut s.laptop), written(&mut s.phone));
    assert_eq!(here, there, "both devices show the same first");
    assert_eq!(here.1.len(), 1, "and neither officer's plan is lost");
    s.phone
        .save_plan(&plan("Meet at the chapel, or else at the school."))
        .expect("saved");
    meet(&mut s);
    assert_eq!(
        written(&mut s.laptop),
        (
            "Meet at the chapel, or else at the school.".into(),
            Vec::new()
        ),
        "who has seen both and writes one has settled it"
    );
}

#[test]
fn a_meeting_held_on_one_device_is_due_on_none_and_its_answers_are_on_both() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    let id = add(&mut s.laptop, "Bautista", "Rico", "SA");
    meet(&mut s);
    assert_eq!(
        s.phone.freshness(6).expect("counts").all.fresh,
        0,
        "nobody is confirmed"
    );
    s.laptop.meeting_start("").expect("everybody");
    let area = s.laptop.freshness(6).expect("counts").own;
    let mark = MeetingMark {
        area: area.clone(),
        person: id,
        mark: "same".into(),
        from: "Mother".into(),
        change_set: None,
    };
    s.laptop.meeting_mark(&mark).expect("written");
    s.laptop.meeting_end(&area).expect("ended");
    meet(&mut s);
    let there = s.phone.freshness(6).expect("counts");
    assert_eq!(there.all.fresh, 1, "the confirmation came over");
    assert!(
        there
            .areas
            .iter()
            .filter(|a| a.area == DITA || !a.area.is_empty())
            .all(|a| !a.due && a.last_meeting.is_some()),
        "the other device knows that the meeting was held"
    );
}
