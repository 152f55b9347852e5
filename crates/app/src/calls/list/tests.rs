//! Pages of a call list beside the whole of it, while answers move people about.

use crate::calls::tests::{campaign, safe, tap};
use crate::dto::{CallList, CallQuery, CallTask};
use crate::testing::{Device, device};

const PEOPLE: usize = 23;

/// A campaign about more people than stand on a page, some of whom were called.
fn called() -> (Device, String) {
    let mut d = device();
    let ids: Vec<String> = (0..PEOPLE)
        .map(|n| d.add(&format!("Surname{:02}", n * 7 % PEOPLE), "Ana", "SA"))
        .collect();
    d.add("Elsewhere", "Carlo", "QA");
    let id = campaign(&mut d, "SA");
    for (n, person) in ids.iter().enumerate().step_by(3) {
        let input = match n % 4 {
            0 => safe(&id, person),
            1 => tap(&id, person, "call_back"),
            _ => tap(&id, person, "no_answer"),
        };
        d.app.record_outcome(&input).expect("recorded");
    }
    (d, id)
}

fn ask(d: &mut Device, query: &CallQuery) -> CallList {
    d.app.call_list(query).expect("a call list")
}

fn whole(d: &mut Device, campaign: &str) -> CallList {
    ask(d, &CallQuery::whole(campaign))
}

fn at(campaign: &str, offset: usize, limit: u32) -> CallQuery {
    CallQuery {
        offset: offset as u32,
        limit: Some(limit),
        ..CallQuery::whole(campaign)
    }
}

fn names(tasks: &[CallTask]) -> Vec<(&str, &str)> {
    tasks
        .iter()
        .map(|t| (t.state.as_str(), t.name.as_str()))
        .collect()
}

#[test]
fn pages_one_after_the_other_are_the_whole_list() {
    let (mut d, id) = called();
    let all = whole(&mut d, &id);
    assert_eq!(
        (all.tasks.len(), all.total as usize, all.task.is_none()),
        (PEOPLE, PEOPLE, true),
        "everybody in the country, nobody asked for by name"
    );
    for limit in [1, 5, 22, 23, 500] {
        let mut pages = Vec::new();
        while pages.len() < PEOPLE {
            let page = ask(&mut d, &at(&id, pages.len(), limit));
            assert!(
                page.tasks.len() <= limit as usize && !page.tasks.is_empty(),
                "no more than asked for, and not nothing before the end"
            );
            assert_eq!(page.total, all.total, "every page knows the whole");
            assert_eq!(
                page.counts.iter().map(|c| c.tasks).collect::<Vec<_>>(),
                all.counts.iter().map(|c| c.tasks).collect::<Vec<_>>(),
                "and its figures"
            );
            pages.extend(page.tasks);
        }
        assert_eq!(
            names(&pages),
            names(&all.tasks),
            "in the same order, nobody twice, in pages of {limit}"
        );
    }
    assert!(
        ask(&mut d, &at(&id, PEOPLE, 5)).tasks.is_empty(),
        "nobody after the last"
    );
    assert!(
        ask(&mut d, &at(&id, 0, 0)).tasks.is_empty(),
        "figures alone can be asked for"
    );
}

#[test]
fn the_figures_add_up_to_the_tasks() {
    let (mut d, id) = called();
    let all = whole(&mut d, &id);
    let mut sum = 0;
    for count in &all.counts {
        let tasks = all.tasks.iter().filter(|t| t.state == count.state).count();
        assert_eq!(count.tasks as usize, tasks, "as many are {}", count.state);
        sum += tasks;
    }
    assert_eq!(sum, PEOPLE, "everybody is in one state");
    let done = ["safe", "needs_help", "no_news", "other"];
    let answered = all
        .tasks
        .iter()
        .filter(|t| done.contains(&t.state.as_str()));
    assert_eq!(
        all.campaign.done as usize,
        answered.count(),
        "the campaign's own figure says the same"
    );
}

#[test]
fn somebody_far_down_is_there_when_asked_for() {
    let (mut d, id) = called();
    let all = whole(&mut d, &id);
    let last = all.tasks.last().expect("somebody");
    let query = CallQuery {
        person: last.person.clone(),
        ..at(&id, 0, 3)
    };
    let page = ask(&mut d, &query);
    let task = page.task.expect("on the list");
    assert_eq!(
        (task.name.as_str(), task.attempts.len(), page.tasks.len()),
        (last.name.as_str(), last.attempts.len(), 3),
        "with what came of the calls, beside the page"
    );
    let elsewhere = d.add("Elsewhere", "Dina", "QA");
    for person in [elsewhere, "nobody".to_owned()] {
        let query = CallQuery {
            person,
            ..at(&id, 0, 3)
        };
        assert!(
            ask(&mut d, &query).task.is_none(),
            "who is not called in this campaign has no task in it"
        );
    }
}

#[test]
fn an_answer_is_on_the_page_and_waits_to_be_sent() {
    let (mut d, id) = called();
    let before = ask(&mut d, &at(&id, 0, 5));
    let first = before.tasks.first().expect("somebody to call").clone();
    let saved = d
        .app
        .record_outcome(&safe(&id, &first.person))
        .expect("recorded");
    let query = CallQuery {
        person: first.person.clone(),
        ..at(&id, 0, 5)
    };
    let after = ask(&mut d, &query);
    assert!(
        after.tasks.iter().all(|t| t.person != first.person),
        "who is safe is at the end of the list"
    );
    let task = after.task.expect("asked for");
    assert_eq!(task.state, "safe", "and found there");
    assert!(
        !task.attempts.first().expect("the call").reported,
        "nobody was told of it yet"
    );
    assert_eq!(
        (after.campaign.done, after.campaign.unreported),
        (before.campaign.done + 1, before.campaign.unreported + 1),
        "it counts and waits to be sent"
    );
    d.app.undo(&saved.change_set).expect("taken back");
    let again = ask(&mut d, &at(&id, 0, 5));
    assert_eq!(
        (names(&again.tasks), again.campaign.unreported),
        (names(&before.tasks), before.campaign.unreported),
        "as before"
    );
}

#[test]
fn a_drill_has_the_same_pages() {
    let mut d = device();
    let start = crate::dto::StartDrill {
        country: "SA".into(),
        level: 0,
    };
    let id = d.app.start_drill(&start).expect("a drill").id;
    let all = whole(&mut d, &id);
    let (first, rest) = (ask(&mut d, &at(&id, 0, 4)), ask(&mut d, &at(&id, 4, 500)));
    let both: Vec<CallTask> = first.tasks.into_iter().chain(rest.tasks).collect();
    assert_eq!(names(&both), names(&all.tasks), "invented people too");
    let query = CallQuery {
        person: all.tasks[7].person.clone(),
        ..at(&id, 0, 1)
    };
    let task = ask(&mut d, &query).task.expect("one of the cast");
    assert!(task.role.is_some(), "with what to say");
}
