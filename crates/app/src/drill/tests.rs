//! A drill has invented people only, writes nothing about anybody, and says at its end what was right.

use crate::dto::{CallQuery, CallTask, ErrorCode, OutcomeInput, StartDrill};
use crate::testing::{Device, all, device};

fn drill(d: &mut Device) -> String {
    d.add("Villanueva", "Ana", "SA");
    let input = StartDrill {
        country: "SA".into(),
        level: 3,
    };
    d.app.start_drill(&input).expect("a drill").id
}

fn tasks(d: &mut Device, id: &str) -> Vec<CallTask> {
    d.app
        .call_list(&CallQuery::whole(id))
        .expect("a list")
        .tasks
}

fn answer(
    campaign: &str,
    task: &CallTask,
    result: &str,
    safety: &str,
    needs: &[&str],
) -> OutcomeInput {
    OutcomeInput {
        campaign: campaign.into(),
        person: task.person.clone(),
        result: result.into(),
        safety: Some(safety.to_owned()).filter(|s| !s.is_empty()),
        needs: needs.iter().map(|n| (*n).to_owned()).collect(),
        call_after: (result == "call_back").then_some(crate::testing::NOW + 3600),
        ..OutcomeInput::default()
    }
}

/// What the role asks for.
fn right(campaign: &str, task: &CallTask) -> OutcomeInput {
    let said = |result, safety, needs| answer(campaign, task, result, safety, needs);
    match task.role.as_deref().expect("a role") {
        "safe" => said("reached", "safe", &[]),
        "needs_medical" => said("reached", "needs_help", &["medical"]),
        "needs_help" => said("reached", "needs_help", &["food"]),
        "no_news" => said("reached", "no_news", &[]),
        "declines" => said("reached", "declines_contact", &[]),
        other => said(other, "", &[]),
    }
}

#[test]
fn nobody_of_the_register_is_in_a_drill_and_nobody_can_be_dialled() {
    let mut d = device();
    let id = drill(&mut d);
    let list = d.app.call_list(&CallQuery::whole(&id)).expect("a list");
    assert_eq!(list.tasks.len(), 12, "a whole cast");
    assert!(
        list.campaign.drill && list.campaign.name.contains("DRILL"),
        "marked"
    );
    assert_eq!(
        (list.campaign.level, list.campaign.in_scope),
        (3, 12),
        "at the level chosen"
    );
    for t in &list.tasks {
        assert!(
            !t.name.contains("Villanueva"),
            "a real family is never part of it"
        );
        assert!(t.home.contains("DRILL"), "nowhere in the gazetteer");
        assert!(
            t.calls
                .iter()
                .all(|c| c.dial.is_none() && c.shown.contains("DRILL")),
            "no number that could ring somewhere"
        );
        assert!(
            t.role.is_some(),
            "whoever plays the family knows what to say"
        );
    }
    let again = d.app.call_list(&CallQuery::whole(&id)).expect("a list");
    let names = |l: &[CallTask]| l.iter().map(|t| t.person.clone()).collect::<Vec<_>>();
    assert_eq!(
        names(&list.tasks),
        names(&again.tasks),
        "the same people every time"
    );
}

#[test]
fn answers_touch_no_record_and_are_taken_back() {
    let mut d = device();
    let id = drill(&mut d);
    let (s, _) = d.app.open().expect("open");
    let before = s.register.dirty_count().expect("counts");
    let first = tasks(&mut d, &id).remove(0);
    let saved = d
        .app
        .record_outcome(&answer(&id, &first, "reached", "safe", &[]))
        .expect("kept");
    assert_eq!(saved.task.state, "safe", "the tap answers at once");
    assert_eq!(d.app.campaigns().expect("a list")[0].done, 1, "one is done");
    let (s, _) = d.app.open().expect("open");
    assert_eq!(
        s.register.dirty_count().expect("counts"),
        before,
        "nothing waits to be sent"
    );
    assert_eq!(
        d.app.people(&all()).expect("a list").total,
        1,
        "the register holds its own people alone"
    );
    d.app.undo(&saved.change_set).expect("taken back");
    assert_eq!(d.app.campaigns().expect("a list")[0].done, 0, "as before");
    assert_eq!(
        d.app.undo(&saved.change_set).expect_err("gone").code,
        ErrorCode::CannotUndo,
        "once"
    );
    let real = d.app.people(&all()).expect("a list").rows.remove(0).id;
    let wrong = OutcomeInput {
        person: real,
        ..answer(&id, &first, "reached", "safe", &[])
    };
    assert_eq!(
        d.app.record_outcome(&wrong).expect_err("refused").code,
        ErrorCode::NotFound,
        "a real person takes no part"
    );
}

#[test]
fn the_result_says_what_was_right_and_stays() {
    let mut d = device();
    let id = drill(&mut d);
    let list = tasks(&mut d, &id);
    for t in list.iter().skip(2) {
        d.app.record_outcome(&right(&id, t)).expect("kept");
    }
    let missed = answer(&id, &list[0], "reached", "missing", &[]);
    d.app.record_outcome(&missed).expect("kept");
    d.clock.advance(120);
    let end = d.app.drill_end(&id).expect("a result");
    assert_eq!(
        (end.right, end.tasks.len() as u32, end.calls),
        (10, 12, 11),
        "ten of twelve"
    );
    assert!(
        !end.tasks
            .iter()
            .find(|t| t.name == list[0].name)
            .expect("there")
            .right,
        "a wrong one is named"
    );
    assert!(
        !end.tasks
            .iter()
            .find(|t| t.name == list[1].name)
            .expect("there")
            .tried,
        "one was never called"
    );
    assert!(end.over, "it is over");
    let late = d
        .app
        .record_outcome(&right(&id, &list[1]))
        .expect_err("over");
    assert_eq!(
        late.code,
        ErrorCode::Refused,
        "a result does not change afterwards"
    );
    assert_eq!(
        d.app.drill_result(&id).expect("a result").right,
        10,
        "and can be read again"
    );
    assert!(
        d.app.home().expect("home").open_campaigns.is_empty(),
        "it stands on no list of today"
    );
}
