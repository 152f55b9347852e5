//! What tests over the whole program stand in: a federation of five custodians and two outside witnesses, the buffer's
//! settings, one register in Dita and how devices come to it. Owns the parts that are the same for every such test; who
//! takes part, and where things lie, is the test's own. Must not assert what a test is about.

use std::net::TcpListener;
use std::path::PathBuf;
use ugnay_app::dto::{CreateRegister, JoinFederation, JoinRegister, PersonInput, SyncReport};
use ugnay_app::federation::founding::buffer_keys;
use ugnay_app::federation::{Client, Founded, Founding, OrganisationName, Policy, TicketOffice};
use ugnay_app::{App, Env, FixedClock, genesis_words};
use ugnay_buffer::{Buffer, Clock, Config, Database, Rate, Rates, ThreadHandle};
use ugnay_release::Roster;

/// Dita, a barangay of Cuenca, Batangas.
pub const DITA: &str = "0401009007";
/// Opens every register of a test.
pub const PASSPHRASE: &str = "never for real people";
/// When everything begins.
pub const BEGIN: i64 = 1_790_000_000;

fn organisation(name: &str, jurisdiction: &str) -> OrganisationName {
    OrganisationName {
        name: name.into(),
        jurisdiction: jurisdiction.into(),
    }
}

/// A federation with the demonstration's policy, three of five custodians.
pub fn found(name: &str, log: &str, env: &mut Env) -> Founded {
    Founding {
        name: name.into(),
        log_origin: log.into(),
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
    .found(env)
    .expect("a federation is founded from sound parts")
}

/// Settings of a buffer over this folder: the keys of a roster, desks that may submit, no limit of rate, the test's clock.
pub fn config(
    founded: &Founded,
    roster: &Roster,
    desks: impl IntoIterator<Item = [u8; 32]>,
    dir: PathBuf,
    clock: &FixedClock,
) -> Config {
    std::fs::create_dir_all(&dir).expect("a folder for the buffer");
    let keys = buffer_keys(&founded.fed, roster, desks).expect("the roster's keys are good");
    let plenty = Rate {
        burst: 100_000,
        per_second: 10_000,
    };
    let database = Database::Sqlite {
        dir,
        max_bytes: None,
    };
    let clock = clock.clone();
    Config {
        witnesses: keys.witnesses,
        ticket_keys: keys.tickets,
        submitter_keys: keys.submitters,
        demo: true,
        rates: Rates {
            tickets: plenty,
            registers: plenty,
            reads: plenty,
            // Strangers reach boxes; stories about them need the limit that stands by default.
            topics: Rates::default().topics,
            submitters: plenty,
            checkpoints: plenty,
        },
        clock: Clock::from_fn(move || clock.now()),
        ..Config::new(keys.fed, founded.log_key.clone(), database)
    }
}

/// A buffer on loopback, over what its folder holds.
pub fn start(config: Config) -> ThreadHandle {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on loopback");
    Buffer::start_in_thread(config, listener).expect("the buffer starts over what is there")
}

/// A checkpoint, cosigned by everybody, one second later.
pub fn cosign(founded: &mut Founded, line: &mut Client, clock: &FixedClock) {
    clock.advance(1);
    founded
        .cosign(line, clock.now())
        .expect("an honest log is cosigned");
}

/// How a register is made.
pub fn form(label: &str) -> CreateRegister {
    CreateRegister {
        place: DITA.into(),
        label: label.into(),
        officer: "officer".into(),
        passphrase: PASSPHRASE.into(),
    }
}

/// How a device joins by a code.
pub fn scanned(code: &str) -> JoinRegister {
    JoinRegister {
        passphrase: PASSPHRASE.into(),
        officer: "officer".into(),
        code: code.into(),
        ..JoinRegister::default()
    }
}

/// Twelve words from the office, and what is compared by voice.
pub fn invitation(
    office: &mut TicketOffice,
    line: &mut Client,
    env: &mut Env,
    (founded, url): (&Founded, &str),
) -> JoinFederation {
    JoinFederation {
        buffer: url.to_owned(),
        words: office.invite(line, env).expect("the office invites"),
        fingerprint: genesis_words(&founded.genesis),
    }
}

/// Joins a device and lays its ticket ready for the next exchange.
pub fn join(
    app: &mut App,
    invitation: &JoinFederation,
    office: &mut TicketOffice,
    line: &mut Client,
) {
    app.join_federation(invitation)
        .expect("right words and fingerprint join");
    let early = app.sync_now(&mut |_| true).map(drop);
    assert_eq!(
        early.map_err(|e| e.detail),
        Err(Some("waiting_for_ticket".into())),
        "joining asks for a ticket and waits for it"
    );
    office.answer(line).expect("the office answers");
}

/// Lets `phone` into the register of `laptop`.
pub fn pair(laptop: &mut App, phone: &mut App) {
    let code = laptop.pairing_start().expect("the laptop waits");
    let theirs = phone.pairing_join(&scanned(&code.text)).expect("comes");
    let ours = laptop.pairing_look().expect("looks");
    assert!(
        theirs.six.is_some() && theirs.six == ours.six,
        "both screens show the same six words"
    );
    laptop.pairing_confirm("phone").expect("confirmed");
    let there = phone.pairing_wait().expect("welcomed");
    assert!(there.is_some(), "the welcome lies in the box");
}

/// Writes a new person of Dita; returns the id.
#[track_caller]
pub fn add(app: &mut App, surname: &str, given: &str, country: &str) -> String {
    let input = PersonInput {
        surname: surname.into(),
        given: given.into(),
        barangay: DITA.into(),
        country: country.into(),
        ..PersonInput::default()
    };
    app.save_person(&input).expect("a person is saved").id
}

/// An exchange that has to work.
#[track_caller]
pub fn sync(app: &mut App) -> SyncReport {
    app.sync_now(&mut |_| true).expect("the exchange works")
}
