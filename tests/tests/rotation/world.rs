//! A federation, a buffer and the two devices of one register, all in one folder; found again in the same folder after a
//! crash. The federation's keys come from a number, so that both processes have the same. Must not assert what a test is
//! about.

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use ugnay_app::dto::{CreateRegister, JoinFederation, JoinRegister, PeopleQuery, PersonInput};
use ugnay_app::federation::founding::buffer_keys;
use ugnay_app::federation::{
    Client, Founded, Founding, OrganisationName, Policy, TicketOffice, client,
};
use ugnay_app::{App, Env, FixedClock, genesis_words};
use ugnay_buffer::{Buffer, Clock, Config, Database, Rate, Rates, ThreadHandle};
use ugnay_wire::ids::to_hex;

const PLACE: &str = "0401009007";
const PASSPHRASE: &str = "never for real people";
const BEGIN: i64 = 1_790_000_000;

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

fn organisation(name: &str, jurisdiction: &str) -> OrganisationName {
    OrganisationName {
        name: name.into(),
        jurisdiction: jurisdiction.into(),
    }
}

fn found() -> Founded {
    Founding {
        name: "Crash federation".into(),
        log_origin: "crash.invalid/log".into(),
        policy: Policy::demo(5, 3, 5),
        custodians: vec![
            organisation("centre", "PH-A"),
            organisation("parish", "PH-B"),
            organisation("union", "PH-C"),
            organisation("university", "PH-D"),
            organisation("sister", "IT"),
        ],
        externals: vec![
            organisation("witness one", "HK"),
            organisation("witness two", "CH"),
        ],
    }
    .found(&mut Env::seeded(&FixedClock::at(BEGIN), 36))
    .expect("a federation is founded from sound parts")
}

fn buffer(root: &Path, founded: &Founded, clock: &FixedClock) -> ThreadHandle {
    let dir = root.join("buffer");
    std::fs::create_dir_all(&dir).expect("a folder for the buffer");
    let keys = buffer_keys(&founded.fed, &founded.genesis.body().roster, Vec::new())
        .expect("the roster's keys are good");
    let plenty = Rate {
        burst: 100_000,
        per_second: 10_000,
    };
    let clock = clock.clone();
    let config = Config {
        witnesses: keys.witnesses,
        ticket_keys: keys.tickets,
        submitter_keys: keys.submitters,
        demo: true,
        rates: Rates {
            tickets: plenty,
            registers: plenty,
            reads: plenty,
            topics: plenty,
            submitters: plenty,
            checkpoints: plenty,
        },
        clock: Clock::from_fn(move || clock.now()),
        ..Config::new(
            keys.fed,
            founded.log_key.clone(),
            Database::Sqlite {
                dir,
                max_bytes: None,
            },
        )
    };
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on loopback");
    Buffer::start_in_thread(config, listener).expect("the buffer starts over what is there")
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
        let form = CreateRegister {
            place: PLACE.into(),
            label: "Crash".into(),
            officer: "officer".into(),
            passphrase: PASSPHRASE.into(),
        };
        w.laptop
            .create_named("register", &form, true)
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
        self.clock.advance(1);
        let mut line = self.client();
        self.founded
            .cosign(&mut line, self.clock.now())
            .expect("an honest log is cosigned");
    }

    /// The laptop joins, sends, and takes the phone in.
    pub fn join(&mut self) {
        let genesis = self.founded.genesis.clone();
        let mut office = TicketOffice::new(self.founded.ticket_key.clone(), genesis.clone())
            .expect("the office holds the ticket key");
        let mut line = self.client();
        let words = office.invite(&mut line, &mut self.env).expect("invited");
        let invitation = JoinFederation {
            buffer: self.url.clone(),
            words,
            fingerprint: genesis_words(&genesis),
        };
        self.laptop.join_federation(&invitation).expect("joined");
        assert!(
            self.laptop.sync_now(&mut |_| true).is_err(),
            "joining asks for a ticket and waits for it"
        );
        office.answer(&mut line).expect("answered");
        sync(&mut self.laptop);
        let code = self.laptop.pairing_start().expect("the laptop waits");
        let come = JoinRegister {
            passphrase: PASSPHRASE.into(),
            officer: "officer".into(),
            code: code.text,
            ..JoinRegister::default()
        };
        self.phone.pairing_join(&come).expect("comes");
        self.laptop.pairing_look().expect("looks");
        self.laptop.pairing_confirm("phone").expect("confirmed");
        self.phone.pairing_wait().expect("welcomed");
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
    let input = PersonInput {
        surname: "Invented".into(),
        given: given.into(),
        barangay: PLACE.into(),
        country: "SA".into(),
        ..PersonInput::default()
    };
    app.save_person(&input).expect("a person is saved").id
}

/// An exchange that has to work.
#[track_caller]
pub fn sync(app: &mut App) {
    app.sync_now(&mut |_| true).expect("the exchange works");
}

/// The epoch a device writes to.
pub fn epoch(app: &mut App) -> String {
    let place = PLACE.parse().expect("a place");
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
