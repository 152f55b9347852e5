//! The formula of freshness; a meeting that is left and taken up, whose answers are written, told and taken back.

use super::*;
use crate::dto::ErrorCode;
use crate::testing::{CUENCA, DITA, Device, PASSPHRASE, device, person};
use ugnay_model::{Attempt, AttemptId, AttemptResult, CampaignId, Scope};
use ugnay_register::{Campaign, CampaignOrigin, CampaignState};

const BUNGAHAN: &str = "0401009002";

fn mark(person: &str, mark: &str) -> MeetingMark {
    MeetingMark {
        area: DITA.into(),
        person: person.into(),
        mark: mark.into(),
        from: "Mother of Ana".into(),
        change_set: None,
    }
}

/// Time goes by; the register has locked itself meanwhile.
fn later(d: &mut Device, seconds: i64) {
    d.clock.advance(seconds);
    d.app.unlock("r", PASSPHRASE).expect("unlocks");
}

fn meeting(d: &mut Device) -> Meeting {
    d.app.meeting(DITA).expect("a meeting runs")
}

fn names(m: &Meeting) -> Vec<&str> {
    m.rows.iter().map(|r| r.name.as_str()).collect()
}

#[test]
fn the_number_is_the_share_that_was_confirmed_lately() {
    for (people, fresh, percent, level) in [
        (0, 0, 100, "nobody"),
        (10, 9, 90, "good"),
        (10, 8, 80, "fair"),
        (3, 2, 66, "weak"),
        (1000, 499, 49, "poor"),
    ] {
        let share = FreshShare::of(people, fresh);
        assert_eq!(
            (share.percent, share.level.as_str()),
            (percent, level),
            "{fresh} of {people}, rounded down: a number that flatters kills"
        );
    }
}

#[test]
fn freshness_counts_by_barangay_and_leaves_out_who_came_home() {
    let mut d = device();
    let ana = d.add("Villanueva", "Ana", "SA");
    d.add("Bautista", "Carlo", "QA");
    let mut elsewhere = person("Magsaysay", "Liza", "SA");
    elsewhere.barangay = BUNGAHAN.into();
    d.app.save_person(&elsewhere).expect("a good form");
    let mut nowhere = person("Peña", "Jun", "SA");
    nowhere.barangay = String::new();
    let jun = d.app.save_person(&nowhere).expect("a good form").id;
    d.app
        .confirm_person(&ana, "Mother of Ana")
        .expect("confirms");
    let f = d.app.freshness(6).expect("counts");
    assert_eq!(
        (f.all.people, f.all.fresh, f.all.percent),
        (4, 1, 25),
        "one of four"
    );
    let dita = f
        .areas
        .iter()
        .find(|a| a.area == DITA)
        .expect("Dita is there");
    assert_eq!(
        (dita.share.percent, dita.share.level.as_str()),
        (50, "weak"),
        "one of two"
    );
    assert!(dita.due, "no meeting was ever held");
    let unknown = f
        .areas
        .iter()
        .find(|a| a.area.is_empty())
        .expect("a row of their own");
    assert!(!unknown.due, "nobody can meet in no barangay");
    assert_eq!((f.due, f.own.as_str()), (2, CUENCA), "Dita and Bungahan");
    d.app.meeting_start(CUENCA).expect("everybody");
    let home = MeetingMark {
        area: CUENCA.into(),
        ..mark(&jun, "home")
    };
    d.app.meeting_mark(&home).expect("writes");
    let f = d.app.freshness(6).expect("counts");
    assert_eq!(f.all.people, 3, "who came home needs no confirming");
    later(&mut d, 100 * DAY);
    assert_eq!(
        d.app.freshness(3).expect("counts").all.fresh,
        0,
        "three months are over"
    );
    assert_eq!(
        d.app.freshness(6).expect("counts").all.fresh,
        1,
        "six are not"
    );
}

#[test]
fn the_longest_not_confirmed_come_first_and_last_months_are_not_asked_again() {
    let mut d = device();
    let old = d.add("Bautista", "Carlo", "QA");
    let recent = d.add("Magsaysay", "Liza", "SA");
    d.add("Villanueva", "Ana", "SA");
    d.app.confirm_person(&old, "").expect("confirms");
    later(&mut d, 60 * DAY);
    d.app.confirm_person(&recent, "").expect("confirms");
    later(&mut d, 10 * DAY);
    let m = d.app.meeting_start(DITA).expect("begins");
    assert_eq!(
        names(&m),
        ["Villanueva, Ana", "Bautista, Carlo"],
        "never, then seventy days ago; ten days ago is left in peace"
    );
    assert_eq!((m.done, m.left), (0, 2), "nobody has answered yet");
    assert_eq!(m.rows[0].sources[0].relation, "mother", "who may be asked");
}

#[test]
fn an_answer_says_who_asked_whom_and_is_taken_back() {
    let mut d = device();
    let ana = d.add("Villanueva", "Ana", "SA");
    d.add("Bautista", "Carlo", "QA");
    d.app.meeting_start(DITA).expect("begins");
    let said = d.app.meeting_mark(&mark(&ana, "same")).expect("writes");
    assert_eq!(
        (said.done, said.left, said.share.fresh),
        (1, 1, 1),
        "one is done"
    );
    let c = d
        .app
        .person(&ana)
        .expect("a page")
        .confirmed
        .expect("confirmed");
    assert_eq!(
        (c.by.as_str(), c.from.as_str()),
        ("Invented Officer", "Mother of Ana"),
        "by whom and from whom"
    );
    let back = d.app.meeting_unmark(DITA, &ana).expect("takes back");
    assert_eq!(
        (back.row.mark, back.done, back.left),
        (None, 0, 2),
        "as before"
    );
    assert!(
        d.app.person(&ana).expect("a page").confirmed.is_none(),
        "the confirmation went with it"
    );
    let refused = d
        .app
        .meeting_mark(&mark(&ana, "perhaps"))
        .expect_err("no answer");
    assert_eq!(
        refused.code,
        ErrorCode::BadInput,
        "only what the list knows"
    );
}

#[test]
fn another_answer_takes_the_place_of_the_first() {
    let mut d = device();
    let ana = d.add("Villanueva", "Ana", "SA");
    d.app.meeting_start(DITA).expect("begins");
    d.app.meeting_mark(&mark(&ana, "home")).expect("writes");
    d.app.meeting_mark(&mark(&ana, "unknown")).expect("writes");
    assert_eq!(meeting(&mut d).done, 1, "one person, one answer");
    let id = parse_id(&ana).expect("an id");
    let (s, _) = d.app.open().expect("open");
    let row = s.register.person_row(id).expect("reads").expect("there");
    assert!(
        row.returned.is_none() && row.confirmed_at.is_none(),
        "nothing is left of the first"
    );
}

#[test]
fn a_changed_form_and_its_confirmation_go_back_together() {
    let mut d = device();
    let ana = d.add("Villanueva", "Ana", "SA");
    d.app.meeting_start(DITA).expect("begins");
    let mut form = d.app.person(&ana).expect("a page").card;
    form.place = "Jeddah".into();
    let saved = d.app.save_person(&form).expect("a good form");
    let changed = MeetingMark {
        change_set: saved.change_set,
        ..mark(&ana, "changed")
    };
    d.app.meeting_mark(&changed).expect("writes");
    d.app.meeting_unmark(DITA, &ana).expect("takes back");
    let page = d.app.person(&ana).expect("a page");
    assert_eq!(page.card.place, "", "the form is as before");
    assert!(page.confirmed.is_none(), "and not confirmed");
}

#[test]
fn a_meeting_is_left_and_taken_up_again() {
    let mut d = device();
    let ana = d.add("Villanueva", "Ana", "SA");
    d.add("Bautista", "Carlo", "QA");
    let began = d.app.meeting_start(DITA).expect("begins").began;
    d.app.meeting_mark(&mark(&ana, "same")).expect("writes");
    d.app.lock();
    later(&mut d, 3600);
    let f = d.app.freshness(6).expect("counts");
    assert_eq!(
        f.areas[0].running,
        Some(began),
        "the home screen knows that one runs"
    );
    let again = d.app.meeting_start(DITA).expect("takes up");
    assert_eq!(
        (again.began, again.done, again.left),
        (began, 1, 1),
        "where it was left"
    );
    assert_eq!(
        names(&again)[0],
        "Bautista, Carlo",
        "by name among the never confirmed"
    );
    d.app.meeting_unmark(DITA, &ana).expect("still taken back");
}

#[test]
fn the_end_is_counted_and_the_next_is_due_in_a_month() {
    let mut d = device();
    let ids: Vec<String> = ["Ana", "Ben", "Cora", "Dino"]
        .iter()
        .map(|given| d.add("Villanueva", given, "SA"))
        .collect();
    d.app.meeting_start(DITA).expect("begins");
    for (id, answer) in ids.iter().zip(["same", "home", "unknown"]) {
        d.app.meeting_mark(&mark(id, answer)).expect("writes");
    }
    let end = d.app.meeting_end(DITA).expect("ends");
    assert_eq!(
        (end.same, end.changed, end.home, end.unknown, end.left),
        (1, 0, 1, 1, 1),
        "each answer is counted once"
    );
    assert_eq!((end.share.people, end.share.fresh), (3, 1), "one came home");
    assert_eq!(
        d.app.meeting(DITA).expect_err("it is over").code,
        ErrorCode::NotFound,
        "no meeting runs any more"
    );
    let f = d.app.freshness(6).expect("counts");
    assert!(
        !f.areas[0].due && f.areas[0].last_meeting.is_some(),
        "it was held"
    );
    later(&mut d, 31 * DAY);
    assert!(
        d.app.freshness(6).expect("counts").areas[0].due,
        "a month is over"
    );
}

/// A call in a campaign found the number wrong.
fn wrong_number(d: &mut Device, person: &str, contact: &str) {
    let (s, env) = d.app.open().expect("open");
    let campaign = Campaign {
        id: CampaignId::from_random([3; 16]),
        origin: CampaignOrigin::Federation,
        signed: Vec::new(),
        title: "Invented".into(),
        scope: Scope {
            destination: "SA".parse().expect("a code"),
            homes: Vec::new(),
        },
        alert: None,
        state: CampaignState::Open,
        opened_at: env.now(),
        closed_at: None,
    };
    s.register.put_campaign(&campaign).expect("writes");
    let attempt = Attempt {
        id: AttemptId::from_random([4; 16]),
        campaign: campaign.id,
        at: env.now(),
        contact: Some(contact.parse().expect("an id")),
        result: AttemptResult::WrongNumber,
        safety: None,
        needs: Vec::new(),
        step: None,
        call_after: None,
        consent_referral: false,
    };
    let id = parse_id(person).expect("an id");
    s.register
        .add_attempt(id, &attempt, "Officer", env.now())
        .expect("writes");
}

#[test]
fn a_number_is_doubted_for_a_reason() {
    let mut d = device();
    let never = d.add("Bautista", "Carlo", "QA");
    let failed = d.add("Magsaysay", "Liza", "SA");
    let good = d.add("Villanueva", "Ana", "SA");
    let mut mute = person("Peña", "Jun", "SA");
    mute.contacts.clear();
    let none = d.app.save_person(&mute).expect("a good form").id;
    for id in [&failed, &good] {
        d.app.confirm_person(id, "").expect("confirms");
    }
    later(&mut d, DAY);
    let first = d.app.person(&failed).expect("a page").card.contacts[0]
        .id
        .clone();
    wrong_number(&mut d, &failed, &first);
    let told = |d: &mut Device| -> Vec<(String, String)> {
        let list = d.app.stale_phones(10).expect("lists");
        assert_eq!(list.total as usize, list.rows.len(), "all are counted");
        list.rows
            .into_iter()
            .map(|p| (p.person, p.reason))
            .collect()
    };
    let pair = |id: &String, reason: &str| (id.clone(), reason.to_owned());
    assert_eq!(
        told(&mut d),
        [
            pair(&none, "none"),
            pair(&failed, "failed"),
            pair(&never, "never")
        ],
        "the worst first, and not the one that was confirmed and never failed"
    );
    d.app.confirm_person(&failed, "").expect("confirms");
    assert_eq!(
        told(&mut d).len(),
        2,
        "confirmed after the call: the number is right again"
    );
    later(&mut d, 366 * DAY);
    assert_eq!(told(&mut d).len(), 4, "after a year everything is doubted");
}
