//! A drill and its call list: who is to be called, in which order, what one tap does and takes back.

use crate::dto::{CallList, CallQuery, ContactDto, ErrorCode, OutcomeInput, StartDrill};
use crate::testing::{Device, NOW, all, device, person, phone};
use ugnay_model::{CampaignId, Scope};
use ugnay_register::{Campaign, CampaignOrigin, CampaignState};

/// Makes one field of a good form bad.
type Spoil = fn(&mut OutcomeInput);

/// A campaign about the register's people in a country, as a desk opens it.
pub(crate) fn campaign(d: &mut Device, country: &str) -> String {
    let (s, env) = d.app.open().expect("open");
    let campaign = Campaign {
        id: CampaignId::from_random(env.random()),
        origin: CampaignOrigin::Federation,
        signed: Vec::new(),
        title: "Invented".to_owned(),
        scope: Scope {
            destination: country.parse().expect("a code"),
            homes: Vec::new(),
        },
        alert: None,
        state: CampaignState::Open,
        opened_at: env.now(),
        closed_at: None,
    };
    s.register.put_campaign(&campaign).expect("writes");
    campaign.id.to_string()
}

pub(crate) fn tap(campaign: &str, person: &str, result: &str) -> OutcomeInput {
    OutcomeInput {
        campaign: campaign.to_owned(),
        person: person.to_owned(),
        result: result.to_owned(),
        ..OutcomeInput::default()
    }
}

pub(crate) fn safe(campaign: &str, person: &str) -> OutcomeInput {
    OutcomeInput {
        safety: Some("safe".to_owned()),
        ..tap(campaign, person, "reached")
    }
}

fn list(d: &mut Device, campaign: &str) -> CallList {
    d.app
        .call_list(&CallQuery::whole(campaign))
        .expect("a call list")
}

fn count(list: &CallList, state: &str) -> u32 {
    list.counts
        .iter()
        .find(|c| c.state == state)
        .map_or(0, |c| c.tasks)
}

#[test]
fn a_campaign_takes_those_in_the_country() {
    let mut d = device();
    d.add("Villanueva", "Ana", "SA");
    d.add("Bautista", "Carlo", "QA");
    d.add("Magsaysay", "Liza", "SA");
    let id = campaign(&mut d, "SA");
    let row = &d.app.campaigns().expect("campaigns")[0];
    assert_eq!(
        (row.in_scope, row.done, row.unreported),
        (2, 0, 0),
        "two are there, none called, nothing to report"
    );
    assert!(
        row.opened_at == NOW && row.closes_at > NOW,
        "open now, not for ever"
    );
    let calls = list(&mut d, &id);
    let names: Vec<_> = calls.tasks.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(
        names,
        ["Magsaysay, Liza", "Villanueva, Ana"],
        "by name, nobody from elsewhere"
    );
    assert!(
        !calls.script.is_empty() && calls.script.iter().all(|l| l.starts_with('#')),
        "without an object, only what the catalogue holds is said"
    );
}

#[test]
fn a_drill_is_marked_and_needs_a_country_and_a_level() {
    let mut d = device();
    let start = |country: &str, level| StartDrill {
        country: country.to_owned(),
        level,
    };
    let row = d.app.start_drill(&start("SA", 4)).expect("a drill");
    assert!(
        row.drill && row.name.contains("DRILL") && row.origin == "drill" && row.level == 4,
        "nobody takes it for a crisis"
    );
    for (country, level, field) in [
        ("Saudi", 1, "country"),
        ("", 1, "country"),
        ("QQ", 1, "country"),
        ("SA", 5, "level"),
    ] {
        let e = d
            .app
            .start_drill(&start(country, level))
            .expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "{country:?} at {level} is none"
        );
    }
    assert_eq!(
        d.app.campaigns().expect("campaigns").len(),
        1,
        "refused drills are none"
    );
}

#[test]
fn the_family_is_called_first_in_their_order() {
    let mut d = device();
    let mut input = person("Magsaysay", "Liza", "SA");
    input.phones = vec![phone("+966 51 234 6264")];
    input.contacts.push(ContactDto {
        name: "Brother".into(),
        relation: "sibling".into(),
        phones: vec![phone("0918 000 0000"), phone("wala pa")],
        hours: "after six".into(),
        ..ContactDto::default()
    });
    input.contacts.push(ContactDto {
        name: "Neighbour".into(),
        ..ContactDto::default()
    });
    d.app.save_person(&input).expect("saved");
    let id = campaign(&mut d, "SA");
    let task = list(&mut d, &id).tasks.remove(0);
    let lines: Vec<_> = task
        .calls
        .iter()
        .map(|c| (c.relation.as_str(), c.dial.as_deref()))
        .collect();
    assert_eq!(
        lines,
        [
            ("mother", Some("+639170000000")),
            ("sibling", Some("+639180000000")),
            ("sibling", None),
            ("other", None),
            ("self", Some("+966512346264")),
        ],
        "family in calling order, then the person; what cannot be dialled is still shown"
    );
    assert_eq!(
        (task.calls[2].shown.as_str(), task.calls[1].hours.as_deref()),
        ("wala pa", Some("after six")),
        "as typed, with the best hours"
    );
    assert!(
        task.home.contains("Dita") && task.destination.contains("Saudi Arabia"),
        "who and where, in words"
    );
}

#[test]
fn states_follow_the_taps_and_order_the_list() {
    let mut d = device();
    let people: Vec<String> = ["Abad", "Bautista", "Cruzado", "Dimaano", "Evangelista"]
        .iter()
        .map(|s| d.add(s, "Invented", "SA"))
        .collect();
    let id = campaign(&mut d, "SA");
    d.app.record_outcome(&safe(&id, &people[0])).expect("saved");
    let help = OutcomeInput {
        safety: Some("needs_help".into()),
        needs: vec!["medical".into()],
        ..tap(&id, &people[1], "reached")
    };
    let saved = d.app.record_outcome(&help).expect("saved");
    assert_eq!(saved.task.state, "needs_help", "the tap answers at once");
    let later = OutcomeInput {
        call_after: Some(NOW + 3600),
        ..tap(&id, &people[2], "call_back")
    };
    d.app.record_outcome(&later).expect("saved");
    d.app
        .record_outcome(&tap(&id, &people[3], "no_answer"))
        .expect("saved");
    let calls = list(&mut d, &id);
    let order: Vec<_> = calls
        .tasks
        .iter()
        .map(|t| (t.person.as_str(), t.state.as_str()))
        .collect();
    assert_eq!(
        order,
        [
            (people[3].as_str(), "todo"),
            (people[4].as_str(), "todo"),
            (people[2].as_str(), "call_back"),
            (people[1].as_str(), "needs_help"),
            (people[0].as_str(), "safe"),
        ],
        "those still to call on top; no answer is not an outcome"
    );
    assert_eq!(
        (count(&calls, "todo"), count(&calls, "safe")),
        (2, 1),
        "counted by state"
    );
    assert_eq!(
        calls.tasks[2].call_after,
        Some(NOW + 3600),
        "when to try again"
    );
    assert_eq!(
        (calls.campaign.in_scope, calls.campaign.done),
        (5, 2),
        "done are those with an answer"
    );
    d.clock.advance(60);
    d.app.record_outcome(&safe(&id, &people[1])).expect("saved");
    let task = list(&mut d, &id)
        .tasks
        .into_iter()
        .find(|t| t.person == people[1])
        .expect("still listed");
    assert_eq!(task.state, "safe", "the latest word counts");
    assert_eq!(
        task.attempts
            .iter()
            .map(|a| a.safety.as_deref())
            .collect::<Vec<_>>(),
        [Some("safe"), Some("needs_help")],
        "what was said before is kept, newest first"
    );
}

#[test]
fn a_wrong_number_is_marked_on_that_line_alone() {
    let mut d = device();
    let mut input = person("Magsaysay", "Liza", "SA");
    input.phones = vec![phone("+966 51 234 6264")];
    let person = d.app.save_person(&input).expect("saved").id;
    let id = campaign(&mut d, "SA");
    let mother = list(&mut d, &id).tasks[0].calls[0].contact.clone();
    assert!(!mother.is_empty(), "a contact is named by id");
    let wrong = OutcomeInput {
        contact: mother.clone(),
        ..tap(&id, &person, "wrong_number")
    };
    let task = d.app.record_outcome(&wrong).expect("saved").task;
    assert_eq!(
        task.calls.iter().map(|c| c.bad).collect::<Vec<_>>(),
        [true, false],
        "the mother's line is bad, the person's own is not"
    );
    assert_eq!(
        task.state, "todo",
        "a wrong number leaves somebody to be called"
    );
    d.clock.advance(60);
    let reached = OutcomeInput {
        contact: mother,
        ..safe(&id, &person)
    };
    let task = d.app.record_outcome(&reached).expect("saved").task;
    assert!(!task.calls[0].bad, "a line that answers is good again");
}

#[test]
fn an_outcome_is_taken_back() {
    let mut d = device();
    let person = d.add("Magsaysay", "Liza", "SA");
    let id = campaign(&mut d, "SA");
    let saved = d.app.record_outcome(&safe(&id, &person)).expect("saved");
    assert_eq!(list(&mut d, &id).campaign.done, 1, "counted");
    d.app.undo(&saved.change_set).expect("undone");
    let calls = list(&mut d, &id);
    assert_eq!(
        (calls.campaign.done, calls.tasks[0].state.as_str()),
        (0, "todo"),
        "as before the tap"
    );
    assert!(
        calls.tasks[0].attempts.is_empty(),
        "a slip of the finger is no attempt"
    );
}

#[test]
fn unknown_codes_are_refused_by_field() {
    let mut d = device();
    let person = d.add("Magsaysay", "Liza", "SA");
    let id = campaign(&mut d, "SA");
    let cases: &[(&str, Spoil)] = &[
        ("result", |o| o.result = "dead line".into()),
        ("safety", |o| o.safety = Some("fine".into())),
        ("needs", |o| o.needs = vec!["money please".into()]),
        ("step", |o| o.step = Some("next".into())),
        ("contact", |o| o.contact = "mother".into()),
    ];
    for &(field, spoil) in cases {
        let mut bad = safe(&id, &person);
        spoil(&mut bad);
        let e = d.app.record_outcome(&bad).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "the field at fault is named"
        );
    }
    for (campaign, person) in [("nonsense", person.as_str()), (id.as_str(), "nonsense")] {
        let e = d
            .app
            .record_outcome(&safe(campaign, person))
            .expect_err("refused");
        assert_eq!(e.code, ErrorCode::NotFound, "there is no such entry");
    }
    assert!(
        list(&mut d, &id).tasks[0].attempts.is_empty(),
        "refused taps leave no trace"
    );
}

#[test]
fn counts_follow_the_register() {
    let mut d = device();
    let liza = d.add("Magsaysay", "Liza", "SA");
    let ana = d.add("Villanueva", "Ana", "SA");
    let id = campaign(&mut d, "SA");
    d.app.record_outcome(&safe(&id, &liza)).expect("saved");
    let open = d.app.home().expect("counts").open_campaigns;
    assert_eq!(
        (open.len(), open[0].done, open[0].in_scope),
        (1, 1, 2),
        "one is still to be called"
    );
    let mut home = d.app.person(&ana).expect("a page").card;
    home.country = "PH".into();
    d.app.save_person(&home).expect("saved");
    assert_eq!(
        list(&mut d, &id).campaign.in_scope,
        1,
        "who came home is not called"
    );
    assert!(
        d.app.home().expect("counts").open_campaigns.is_empty(),
        "and nobody is left to call"
    );
    d.app.lock();
    d.app
        .unlock("r", crate::testing::PASSPHRASE)
        .expect("opened");
    assert_eq!(
        (d.persons(), list(&mut d, &id).campaign.done),
        (2, 1),
        "outcomes outlive the session"
    );
    assert_eq!(d.names(&all()).len(), 2, "and so do the people");
}
