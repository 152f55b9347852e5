//! Who takes part in a story: a buffer on loopback, a federation of five custodians and two outside witnesses, a desk,
//! and the devices "laptop" and "phone" of one register. Time stands still until a story moves it. Must not assert
//! what a story is about.

use std::path::{Path, PathBuf};
use tempfile::TempDir;
use ugnay_app::dto::{CreateRegister, ErrorCode, JoinFederation, PeopleQuery, PersonInput};
use ugnay_app::federation::{Client, DeskNode, Founded, Psgc, Signed, TicketOffice, client};
use ugnay_app::{App, Env, FixedClock};
use ugnay_buffer::{Config, ThreadHandle};
use ugnay_release::Roster;
use ugnay_tests::room::{self, BEGIN};

pub use ugnay_tests::room::{PASSPHRASE, add, scanned, sync};

/// Cuenca, Batangas.
pub const TOWN: Psgc = Psgc(401_009_000);
/// Dita, a barangay of Cuenca, where every register of a story is.
pub const BARANGAY: Psgc = Psgc(401_009_007);

/// Everybody, with their memory.
pub struct Stage {
    pub clock: FixedClock,
    pub env: Env,
    pub dir: TempDir,
    pub founded: Founded,
    pub desk: DeskNode,
    pub office: TicketOffice,
    pub laptop: App,
    pub phone: App,
    /// The roster whose keys the buffer is told, once it is another than the founding's.
    pub roster: Option<Roster>,
    buffer: Option<ThreadHandle>,
    second: Option<ThreadHandle>,
    pub url: String,
}

impl Stage {
    /// A founded federation with a running buffer; the two devices have a register each and have not joined.
    pub fn new() -> Self {
        let clock = FixedClock::at(BEGIN);
        let mut env = Env::with_clock(&clock);
        let dir = tempfile::tempdir().expect("a folder for the story");
        let founded = room::found("Story federation", "story.invalid/log", &mut env);
        let desk = DeskNode::new(&founded.genesis, &mut env).expect("a desk knows the genesis");
        let office = TicketOffice::new(founded.ticket_key.clone(), founded.genesis.clone())
            .expect("the office holds the ticket key");
        let mut stage = Self {
            laptop: App::new(&dir.path().join("laptop"), Env::with_clock(&clock)),
            phone: App::new(&dir.path().join("phone"), Env::with_clock(&clock)),
            clock,
            env,
            dir,
            founded,
            desk,
            office,
            roster: None,
            buffer: None,
            second: None,
            url: String::new(),
        };
        stage.start_buffer();
        let mut line = stage.client();
        stage
            .founded
            .log_genesis(&mut line, &mut stage.env)
            .expect("the genesis is the log's first entry");
        stage.cosign();
        for app in [&mut stage.laptop, &mut stage.phone] {
            app.create_named("register", &form(), true)
                .expect("a register is made");
        }
        stage
    }

    /// The laptop has joined, holds `people`, and has sent them.
    pub fn joined(people: &[(&str, &str, &str)]) -> Self {
        let mut stage = Self::new();
        for (surname, given, country) in people {
            add(&mut stage.laptop, surname, given, country);
        }
        stage.join_laptop();
        stage
            .laptop
            .sync_now(&mut |_| true)
            .expect("first exchange");
        stage
    }

    /// The same, and the phone is the register's second device with the same people.
    pub fn paired(people: &[(&str, &str, &str)]) -> Self {
        let mut stage = Self::joined(people);
        stage.pair();
        sync(&mut stage.phone);
        stage
    }

    pub fn invitation(&mut self) -> JoinFederation {
        let mut line = self.client();
        let at = (&self.founded, self.url.as_str());
        room::invitation(&mut self.office, &mut line, &mut self.env, at)
    }

    /// Joins the laptop and lays its ticket ready.
    pub fn join_laptop(&mut self) {
        let (invitation, mut line) = (self.invitation(), self.client());
        room::join(&mut self.laptop, &invitation, &mut self.office, &mut line);
    }

    /// The office answers those who asked.
    pub fn answer(&mut self) -> u32 {
        let mut line = self.client();
        self.office.answer(&mut line).expect("the office answers")
    }

    /// Enrols the phone.
    pub fn pair(&mut self) {
        room::pair(&mut self.laptop, &mut self.phone);
    }

    pub fn client(&self) -> Client {
        client(&self.url, None).expect("the address is one")
    }

    /// Publishes a checkpoint and has everybody cosign it, one second later.
    pub fn cosign(&mut self) {
        let mut line = self.client();
        room::cosign(&mut self.founded, &mut line, &self.clock);
    }

    /// The desk gets its card, signed by three custodians and logged.
    pub fn desk_card(&mut self) {
        let now = self.clock.now();
        let card = self
            .desk
            .draft_card("Story desk", &[TOWN], now, now + 86_400, &mut self.env);
        let signers: Vec<_> = self
            .founded
            .custodians
            .iter()
            .take(3)
            .map(|c| c.identity())
            .collect();
        let signed = Signed::new(card, &self.founded.fed, &signers).expect("three sign");
        let mut line = client(&self.url, None).expect("the address is one");
        self.desk
            .publish_card(&mut line, signed, signers[0], &mut self.env)
            .expect("the card is logged");
        self.cosign();
    }

    /// Starts the buffer over what it kept, at an address of its own; joined devices are told.
    pub fn start_buffer(&mut self) {
        let handle = room::start(self.config());
        self.url = handle.url();
        self.buffer = Some(handle);
        for app in [&mut self.laptop, &mut self.phone] {
            // Refused before joining, and that is all right.
            let _ = app.use_buffer(&self.url);
        }
    }

    /// Starts a further buffer with the same keys over other data; gives its address.
    pub fn start_second(&mut self, data: &Path) -> String {
        let handle = room::start(self.config_over(data.to_owned()));
        let url = handle.url();
        self.second = Some(handle);
        url
    }

    /// Stops the buffer; what it kept stays.
    pub fn stop_buffer(&mut self) {
        self.buffer = None;
    }

    /// Stops the buffer, changes its database, starts it again.
    pub fn tamper(&mut self, change: impl FnOnce(&rusqlite::Connection)) {
        self.stop_buffer();
        let db = rusqlite::Connection::open(self.database()).expect("the buffer's database opens");
        change(&db);
        db.close()
            .map_err(|(_, e)| e)
            .expect("the change is written");
        self.start_buffer();
    }

    /// The server itself enters something into the log, in whosever name, beside whatever body.
    pub fn enter_by_force(&mut self, entry: &ugnay_log::Entry, body: Option<&[u8]>) {
        let bytes = entry.encode().expect("an entry");
        let hash = ugnay_wire::signing::sha256(&bytes);
        self.tamper(|db| {
            let next =
                "UPDATE counters SET value = value + 1 WHERE name = 'log' RETURNING value - 1";
            let idx: i64 = db.query_row(next, [], |r| r.get(0)).expect("a place");
            let entry = "INSERT INTO log_entries (idx, sha256, entry) VALUES (?1, ?2, ?3)";
            db.execute(entry, rusqlite::params![idx, hash.0, bytes])
                .expect("the lie is written");
            if let Some(body) = body {
                let beside = "INSERT INTO log_bodies (idx, body) VALUES (?1, ?2)";
                db.execute(beside, rusqlite::params![idx, body])
                    .expect("the lie is written");
            }
        });
    }

    pub fn database(&self) -> PathBuf {
        self.data().join("buffer.sqlite")
    }

    pub fn data(&self) -> PathBuf {
        self.dir.path().join("buffer")
    }

    /// What the buffer is told.
    pub fn config(&self) -> Config {
        self.config_over(self.data())
    }

    fn config_over(&self, data: PathBuf) -> Config {
        let founding = &self.founded.genesis.body().roster;
        let roster = self.roster.as_ref().unwrap_or(founding);
        let desks = self.desk.submitters();
        room::config(&self.founded, roster, desks, data, &self.clock)
    }
}

/// How a register is made in a story.
pub fn form() -> CreateRegister {
    room::form("Story")
}

/// A further program on this machine with a register of its own.
pub fn stranger(stage: &Stage, folder: &str) -> App {
    let root: &Path = stage.dir.path();
    let mut app = App::new(&root.join(folder), Env::with_clock(&stage.clock));
    app.create_named("register", &form(), true)
        .expect("a register is made");
    app
}

/// Changes a person's form.
#[track_caller]
pub fn edit(app: &mut App, id: &str, change: impl FnOnce(&mut PersonInput)) {
    let mut card = app.person(id).expect("the person is there").card;
    change(&mut card);
    app.save_person(&card).expect("the change is saved");
}

/// An exchange that has to fail: its code and detail.
#[track_caller]
pub fn fails(app: &mut App) -> (ErrorCode, String) {
    let e = app
        .sync_now(&mut |_| true)
        .expect_err("this exchange must not work");
    (e.code, e.detail.unwrap_or_default())
}

/// Ids and forms of everybody, as one comparable text each.
pub fn everybody(app: &mut App) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    loop {
        let query = PeopleQuery {
            limit: 500,
            offset: u32::try_from(out.len()).expect("a small register"),
            ..PeopleQuery::default()
        };
        let page = app.people(&query).expect("the list opens");
        if page.rows.is_empty() {
            break;
        }
        out.extend(page.rows.iter().map(|r| {
            let p = app.person(&r.id).expect("listed people have a page");
            format!("{:?} {:?}", p.card, p.conflicts)
        }));
    }
    out.sort();
    out
}
