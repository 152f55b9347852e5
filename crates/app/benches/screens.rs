//! How long the window waits for each screen of a register of 100,000 invented people: as the first thing after unlocking, as
//! the first once the window has read the roll (a fifth of a second later), again, and after something was written; and for
//! each write. Nothing is asserted; every line says its share of the limit, the end how many lines are over.
//!
//! `cargo bench -p ugnay-app --bench screens`; `UGNAY_BENCH_PERSONS` sets another size.

#[path = "town/filled.rs"]
mod filled;
mod town;

use filled::{BARANGAY, SAUDI, all, fill, filters, size};

use std::time::Duration;
use town::{NAME, NOW, PASS, Times, say_load, timed};
use ugnay_app::dto::{
    CallQuery, ContactDto, MeetingMark, OutcomeInput, PeopleQuery, PersonInput, PhoneDto,
    StartDrill,
};
use ugnay_app::{App, Env, FixedClock};
use ugnay_model::{CampaignId, Scope};
use ugnay_register::{Campaign, CampaignOrigin, CampaignState, Register};

/// Nobody notices a screen that is there after so many milliseconds.
const SCREEN_MS: f64 = 100.0;
/// What goes on in the background must not hold up a key any longer.
const KEY_MS: f64 = 16.0;
/// People of the campaign who were called.
const CALLED: u32 = 1000;

fn main() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let clock = FixedClock::at(NOW);
    let mut app = App::new(dir.path(), Env::seeded(&clock, 7));
    fill(&mut app, dir.path(), size());
    campaign(dir.path());
    answers(&mut app);
    first(&mut app, 0, "the first thing asked after unlocking");
    let roll = size().div_ceil(5000) + 2;
    first(
        &mut app,
        roll,
        "the first thing asked once the roll is read",
    );
    say_load();
    app.unlock(NAME, PASS).expect("opens");
    while !app.warm_search().expect("builds") {}
    alike(&mut app);
    again(&mut app, &clock);
    say_load();
    town::say_over();
}

/// The index of look-alikes, part by part, as an open form builds it.
fn alike(app: &mut App) {
    let mut parts = Times::default();
    let before = resident();
    loop {
        let (took, done) = timed(|| app.warm_look_alikes().expect("builds"));
        parts.0.push(took);
        if done {
            break;
        }
    }
    let all: Duration = parts.0.iter().sum();
    println!(
        "look-alikes: {:.1} s in {} parts while a form is open, {} MiB more in memory",
        all.as_secs_f64(),
        parts.0.len(),
        resident().saturating_sub(before) / 1024
    );
    parts.say("a part of it, which a key may wait for", KEY_MS);
}

/// Memory in use, KiB; nothing where the system does not say.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
    let number = line.and_then(|l| l.split_whitespace().next());
    number.and_then(|n| n.parse().ok()).unwrap_or_default()
}

/// A thousand people of the campaign were called.
fn answers(app: &mut App) {
    app.unlock(NAME, PASS).expect("opens");
    let campaign = CampaignId::from_random([4; 16]).to_string();
    let query = CallQuery {
        limit: Some(CALLED),
        ..CallQuery::whole(&campaign)
    };
    let mut times = Times::default();
    for task in app.call_list(&query).expect("a list").tasks {
        let input = OutcomeInput {
            campaign: campaign.clone(),
            person: task.person,
            result: "reached".into(),
            safety: Some("safe".into()),
            ..OutcomeInput::default()
        };
        times
            .0
            .push(timed(|| app.record_outcome(&input).expect("recorded")).0);
    }
    println!("-- a campaign");
    times.say("an outcome recorded", SCREEN_MS);
    app.lock();
}

fn calls(name: &'static str, offset: u32, limit: Option<u32>) -> Screen {
    screen(name, move |app| {
        let query = CallQuery {
            offset,
            limit,
            ..CallQuery::whole(&CampaignId::from_random([4; 16]).to_string())
        };
        app.call_list(&query).expect("a list");
    })
}

/// A desk's campaign about one destination; its signed object is left out.
fn campaign(dir: &std::path::Path) {
    let mut register = Register::open(&dir.join(NAME), PASS).expect("opens");
    let c = Campaign {
        id: CampaignId::from_random([4; 16]),
        origin: CampaignOrigin::Federation,
        signed: Vec::new(),
        title: "Campaign".into(),
        scope: Scope {
            destination: SAUDI.parse().expect("a country"),
            homes: Vec::new(),
        },
        alert: None,
        state: CampaignState::Open,
        opened_at: NOW,
        closed_at: None,
    };
    register.put_campaign(&c).expect("writes");
}

type Screen = (&'static str, Box<dyn FnMut(&mut App)>);

fn screen(name: &'static str, mut ask: impl FnMut(&mut App) + 'static) -> Screen {
    (name, Box::new(move |app| ask(app)))
}

fn list(name: &'static str, query: PeopleQuery) -> Screen {
    screen(name, move |app| {
        app.people(&query).expect("a list");
    })
}

fn figures(name: &'static str, query: PeopleQuery) -> Screen {
    screen(name, move |app| {
        app.people_facets(&query).expect("figures");
    })
}

fn text(text: &str, rest: PeopleQuery) -> PeopleQuery {
    PeopleQuery {
        text: text.into(),
        ..rest
    }
}

fn form(surname: &str, given: &str) -> PersonInput {
    PersonInput {
        surname: surname.into(),
        given: given.into(),
        country: SAUDI.into(),
        barangay: BARANGAY.into(),
        contacts: vec![ContactDto {
            name: "Mother".into(),
            relation: "mother".into(),
            phones: vec![PhoneDto {
                typed: "0917 000 0000".into(),
                e164: None,
            }],
            ..ContactDto::default()
        }],
        ..PersonInput::default()
    }
}

fn screens() -> Vec<Screen> {
    let mut out = vec![
        screen("home", |app| {
            app.home().expect("home");
        }),
        list("list, first page", all()),
        list(
            "list, the last page",
            PeopleQuery {
                offset: 99_000,
                ..all()
            },
        ),
    ];
    for (name, query) in filters() {
        let leaked: &'static str = Box::leak(format!("list: {name}").into_boxed_str());
        out.push(list(leaked, query.clone()));
        let leaked: &'static str = Box::leak(format!("figures: {name}").into_boxed_str());
        out.push(figures(leaked, query.clone()));
        let leaked: &'static str = Box::leak(format!("key \"maria\": {name}").into_boxed_str());
        out.push(list(leaked, text("maria", query.clone())));
        let leaked: &'static str = Box::leak(format!("figures \"maria\": {name}").into_boxed_str());
        out.push(figures(leaked, text("maria", query)));
    }
    out.extend([
        screen("look-alikes", |app| {
            app.look_alikes(&form("Dela Cruz", "Juan")).expect("looked");
        }),
        screen("freshness", |app| {
            app.freshness(6).expect("figures");
        }),
        screen("phones to doubt", |app| {
            app.stale_phones(100).expect("a list");
        }),
        screen("meeting of a barangay", |app| {
            app.meeting_start(BARANGAY).expect("begun");
        }),
        screen("meeting of everybody", |app| {
            app.meeting_start("").expect("begun");
        }),
        screen("campaigns", |app| {
            app.campaigns().expect("campaigns");
        }),
        calls("call list, first page", 0, Some(100)),
        calls("call list, a page far down", 12_000, Some(100)),
        calls("call list, the figures alone", 0, Some(0)),
        screen("retention, how many are due", |app| {
            app.retention().expect("figures");
        }),
        screen("retention, who is due", |app| {
            app.past_people(100).expect("a list");
        }),
        screen("changes", |app| {
            app.changes(None, 30).expect("changes");
        }),
        screen("a change in full: the import", |app| {
            let import = import_of_all(app);
            app.change(&import).expect("a change");
        }),
        screen("removed", |app| {
            app.removed_people(0, 100).expect("a list");
        }),
        screen("pairs to look at", |app| {
            app.duplicate_list().expect("pairs");
        }),
        screen("drafts", |app| {
            app.drafts().expect("drafts");
        }),
        screen("directory by destination", |app| {
            app.directory_countries().expect("countries");
        }),
        screen("directory: a search", |app| {
            app.directory_search("jed").expect("entries");
        }),
        screen("imports", |app| {
            app.imports().expect("imports");
        }),
        screen("exchange's state", |app| {
            app.sync_state().expect("state");
        }),
    ]);
    out
}

/// Each screen as the first thing after unlocking and so many parts of warming.
fn first(app: &mut App, parts: u32, when: &str) {
    println!("-- {when}");
    for (name, mut ask) in screens() {
        app.unlock(NAME, PASS).expect("opens");
        for _ in 0..parts {
            app.warm_search().expect("builds");
        }
        let (took, ()) = timed(|| ask(app));
        Times(vec![took]).say(name, SCREEN_MS);
        app.lock();
    }
}

/// Each screen again and again, then right after a write.
fn again(app: &mut App, clock: &FixedClock) {
    println!("-- warm");
    for (name, mut ask) in screens() {
        let mut times = Times::default();
        ask(app);
        for _ in 0..3 {
            times.0.push(timed(|| ask(app)).0);
        }
        times.say(name, SCREEN_MS);
    }
    println!("-- right after a person was saved");
    for (name, mut ask) in screens() {
        let mut times = Times::default();
        for n in 0..2 {
            let given = format!("Given{n}");
            app.save_person(&form("Magsaysay", &given)).expect("saved");
            times.0.push(timed(|| ask(app)).0);
        }
        times.say(name, SCREEN_MS);
    }
    writes(app, clock);
}

/// A write of each kind, and the key after it.
fn writes(app: &mut App, clock: &FixedClock) {
    println!("-- writes, and the key after each");
    let key = |app: &mut App| {
        let (took, page) = timed(|| app.people(&text("mar", all())).expect("answers"));
        assert!(page.complete, "the search is still warm");
        took
    };
    let id = app
        .save_person(&form("Magsaysay", "Liza"))
        .expect("saved")
        .id;
    let say = |what: &str, took: Duration, after: Duration| {
        Times(vec![took]).say(what, SCREEN_MS);
        Times(vec![after]).say("  the key after it", SCREEN_MS);
    };
    let (took, _) = timed(|| app.confirm_person(&id, "mother").expect("confirmed"));
    say("confirm", took, key(app));
    let (took, saved) = timed(|| app.remove_person(&id).expect("removed"));
    say("remove", took, key(app));
    let set = saved.change_set.expect("a change");
    let (took, ()) = timed(|| app.undo(&set).expect("undone"));
    say("undo", took, key(app));
    let (took, _) = timed(|| app.look_alikes(&form("Dela Cruz", "Juan")).expect("looked"));
    say("look-alikes after an undo", took, key(app));
    app.meeting_start(BARANGAY).expect("begun");
    for n in 0..3 {
        clock.advance(1);
        let meeting = app.meeting(BARANGAY).expect("runs");
        let row = meeting.rows.iter().find(|r| r.mark.is_none()).expect("one");
        let mark = MeetingMark {
            area: BARANGAY.into(),
            person: row.id.clone(),
            mark: "same".into(),
            from: "mother".into(),
            change_set: None,
        };
        let (took, _) = timed(|| app.meeting_mark(&mark).expect("marked"));
        say("meeting: an answer", took, key(app));
        if n == 2 {
            let (took, _) = timed(|| app.meeting_unmark(BARANGAY, &mark.person).expect("back"));
            say("meeting: an answer taken back", took, key(app));
        }
    }
    let drill = StartDrill {
        country: SAUDI.into(),
        level: 0,
    };
    let (took, _) = timed(|| app.start_drill(&drill).expect("begun"));
    say("start a drill", took, key(app));
    let (took, ()) = timed(|| app.erase_person(&id).expect("erased"));
    say("erase", took, key(app));
}

/// The change that brought everybody: the first import there was.
fn import_of_all(app: &mut App) -> String {
    let mut before: Option<String> = None;
    loop {
        let page = app.changes(before.as_deref(), 100).expect("changes");
        if let Some(import) = page.rows.iter().find(|r| r.kind == "import") {
            return import.id.clone();
        }
        before = page.rows.last().map(|r| r.id.clone());
        assert!(page.more, "there was an import");
    }
}
