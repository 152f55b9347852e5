//! A federation, a buffer and the two devices of one register, all in one folder; found again in the same folder after a
//! crash. The federation's keys come from a number, so that both processes have the same. Must not assert what a test is
//! about.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use ugnay_app::dto::PeopleQuery;
use ugnay_app::federation::{Client, Founded, TicketOffice, client};
use ugnay_app::{App, Env, FixedClock};
use ugnay_buffer::ThreadHandle;
use ugnay_tests::room::{self, BEGIN, DITA, PASSPHRASE, form};
use ugnay_wire::ids::to_hex;

pub use ugnay_tests::room::sync;

/// Everybody.
pub struct World {
    clock: FixedClock,
    env: Env,
    root: PathBuf,
    founded: Founded,
    url: String,
    pub laptop: App,
    pub phone: App,
    // Stopped last.
    _buffer: ThreadHandle,
}

fn found() -> Founded {
    // From a number: both processes have the same keys.
    let mut env = Env::seeded(&FixedClock::at(BEGIN), 36);
    room::found("Crash federation", "crash.invalid/log", &mut env)
}

fn buffer(root: &Path, founded: &Founded, clock: &FixedClock) -> ThreadHandle {
    let roster = &founded.genesis.body().roster;
    let dir = root.join("buffer");
    room::start(room::config(founded, roster, Vec::new(), dir, clock))
}

impl World {
    fn at(root: &Path, now: i64) -> Self {
        let clock = FixedClock::at(now);
        let founded = found();
        let buffer = buffer(root, &founded, &clock);
        Self {
            laptop: App::new(&root.join("laptop"), Env::with_clock(&clock)),
            phone: App::new(&root.join("phone"), Env::with_clock(&clock)),
            env: Env::with_clock(&clock),
            url: buffer.url(),
            root: root.to_owned(),
            clock,
            founded,
            _buffer: buffer,
        }
    }

    /// From nothing.
    pub fn first(root: &Path) -> Self {
        let mut w = Self::at(root, BEGIN);
        let mut line = w.client();
        w.founded
            .log_genesis(&mut line, &mut w.env)
            .expect("the log's first entry");
        w.cosign();
        w.laptop
            .create_named("register", &form("Crash"), true)
            .expect("a register is made");
        w
    }

    /// What a crash left in `root`, some time later.
    pub fn again(root: &Path) -> Self {
        let mut w = Self::at(root, BEGIN + 10_000);
        for app in [&mut w.laptop, &mut w.phone] {
            let id = app
                .status()
                .registers
                .first()
                .expect("a register")
                .id
                .clone();
            app.unlock(&id, PASSPHRASE).expect("it opens after any cut");
            app.use_buffer(&w.url).expect("joined");
        }
        w
    }

    fn client(&self) -> Client {
        client(&self.url, None).expect("the address is one")
    }

    /// A checkpoint, cosigned by everybody.
    pub fn cosign(&mut self) {
        let mut line = self.client();
        room::cosign(&mut self.founded, &mut line, &self.clock);
    }

    /// The laptop joins, sends, and takes the phone in.
    pub fn join(&mut self) {
        let genesis = self.founded.genesis.clone();
        let mut office = TicketOffice::new(self.founded.ticket_key.clone(), genesis)
            .expect("the office holds the ticket key");
        let mut line = self.client();
        let at = (&self.founded, self.url.as_str());
        let words = room::invitation(&mut office, &mut line, &mut self.env, at);
        room::join(&mut self.laptop, &words, &mut office, &mut line);
        sync(&mut self.laptop);
        room::pair(&mut self.laptop, &mut self.phone);
        sync(&mut self.phone);
        assert!(self.root.is_dir(), "everything lies in one folder");
    }

    /// Custodians take what was dealt and say so; the log moves on.
    pub fn receipts(&mut self) {
        self.cosign();
        let mut line = self.client();
        let now = self.clock.now();
        for c in &mut self.founded.custodians {
            c.take_bundles(&mut line, now).expect("the buffer answers");
        }
    }
}

/// Writes a new person; gives the id.
pub fn add(app: &mut App, given: &str) -> String {
    room::add(app, "Invented", given, "SA")
}

/// The epoch a device writes to.
pub fn epoch(app: &mut App) -> String {
    let place = DITA.parse().expect("a place");
    let ids = app.compartment_ids(place, "SA").expect("a country");
    to_hex(&ids.epoch.0)
}

/// Everybody's id.
pub fn everybody(app: &mut App) -> BTreeSet<String> {
    let query = PeopleQuery {
        limit: 500,
        ..PeopleQuery::default()
    };
    let page = app.people(&query).expect("the list opens");
    page.rows.into_iter().map(|r| r.id).collect()
}
