//! Who takes part in the demo: a buffer, a federation of five custodians and two outside witnesses, a desk, two devices.

use crate::fail::Fail;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use ugnay_app::federation::{
    Client, DeskNode, Founded, Founding, OpenedRelease, OrganisationName, Policy, Psgc, Request,
    Signed, TicketOffice, client,
};
use ugnay_app::{App, Env};
use ugnay_buffer::{Buffer, Config, Database, Rate, Rates, ThreadHandle};

/// Cuenca, Batangas.
pub const TOWN: Psgc = Psgc(401_009_000);
/// Dita, a barangay of Cuenca.
pub const BARANGAY: Psgc = Psgc(401_009_007);
/// The destination of the crisis.
pub const COUNTRY: &str = "SA";
/// The register's label: not a person, but nothing the buffer should know either.
pub const LABEL: &str = "DEMO Dita laptop";
/// Passphrases of a demo that is thrown away.
pub const PASSPHRASE: &str = "demo demo never for real people";

/// The parties, as far as they have come on.
pub struct Stage {
    pub dir: PathBuf,
    pub sheet: Option<PathBuf>,
    pub env: Env,
    pub founded: Option<Founded>,
    pub desk: Option<DeskNode>,
    pub office: Option<TicketOffice>,
    pub buffer: Option<ThreadHandle>,
    pub url: String,
    pub first: App,
    pub second: App,
    pub persons: u32,
    pub campaign: Option<Signed<ugnay_app::federation::Campaign>>,
    pub request: Option<Signed<Request>>,
    pub release: Option<OpenedRelease>,
}

impl Stage {
    pub fn new(dir: &Path, sheet: Option<PathBuf>) -> Self {
        Self {
            dir: dir.to_owned(),
            sheet,
            env: Env::system(),
            founded: None,
            desk: None,
            office: None,
            buffer: None,
            url: String::new(),
            first: App::new(&dir.join("laptop"), Env::system()),
            second: App::new(&dir.join("phone"), Env::system()),
            persons: 0,
            campaign: None,
            request: None,
            release: None,
        }
    }

    pub fn client(&self) -> Result<Client, Fail> {
        Ok(client(&self.url, None)?)
    }

    /// Publishes a checkpoint and has everybody cosign it.
    pub fn cosign(&mut self) -> Result<(), Fail> {
        let mut client = self.client()?;
        let now = self.env.now();
        Ok(founded(&mut self.founded)?.cosign(&mut client, now)?)
    }
}

/// What an earlier step must have left behind.
pub fn founded(f: &mut Option<Founded>) -> Result<&mut Founded, Fail> {
    f.as_mut().ok_or_else(|| missing("federation"))
}

pub fn missing(what: &str) -> Fail {
    Fail::Wrong(format!("an earlier step left no {what}"))
}

pub fn check(holds: bool, otherwise: &str) -> Result<(), Fail> {
    if holds {
        Ok(())
    } else {
        Err(Fail::Wrong(otherwise.to_owned()))
    }
}

pub fn found(s: &mut Stage) -> Result<String, Fail> {
    let org = |name: &str, jurisdiction: &str| OrganisationName {
        name: name.into(),
        jurisdiction: jurisdiction.into(),
    };
    let founding = Founding {
        name: "DEMO federation".into(),
        log_origin: "demo.invalid/log".into(),
        policy: Policy::demo(5, 3, 5),
        custodians: vec![
            org("DEMO migrants centre", "PH-A"),
            org("DEMO parish network", "PH-B"),
            org("DEMO seafarers union", "PH-C"),
            org("DEMO university", "PH-D"),
            org("DEMO sister diocese", "IT"),
        ],
        externals: vec![org("DEMO witness one", "HK"), org("DEMO witness two", "CH")],
    };
    let founded = founding.found(&mut s.env)?;
    let warnings = founded.lint();
    check(
        !warnings.iter().any(|w| w.starts_with("error")),
        "the policy linter refuses this federation",
    )?;
    s.desk = Some(DeskNode::new(&founded.genesis, &mut s.env)?);
    s.founded = Some(founded);
    Ok(format!(
        "5 custodians, 3 open; 2 outside witnesses; genesis signed by all; DEMO policy; linter: {} notes",
        warnings.len()
    ))
}

pub fn buffer(s: &mut Stage) -> Result<String, Fail> {
    let data = s.dir.join("buffer");
    fs::create_dir_all(&data)?;
    let desk = s.desk.as_ref().ok_or_else(|| missing("desk"))?;
    let keys = founded(&mut s.founded)?.buffer_keys(desk.submitters())?;
    let plenty = Rate {
        burst: 100_000,
        per_second: 10_000,
    };
    let database = Database::Sqlite {
        dir: data,
        max_bytes: None,
    };
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

        ..Config::new(keys.fed, founded(&mut s.founded)?.log_key.clone(), database)
    };
    keep_log(&s.dir)?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let handle =
        Buffer::start_in_thread(config, listener).map_err(|e| Fail::Wrong(e.to_string()))?;
    s.url = format!("http://{}", handle.addr());
    s.buffer = Some(handle);
    let mut client = s.client()?;
    founded(&mut s.founded)?.log_genesis(&mut client, &mut s.env)?;
    s.cosign()?;
    let founded = founded(&mut s.founded)?;
    s.office = Some(TicketOffice::new(
        founded.ticket_key.clone(),
        founded.genesis.clone(),
    )?);
    Ok("axum over embedded SQLite on loopback; genesis logged, checkpoint cosigned by 7 organisations".into())
}

/// The server's log as JSON lines in its folder, as an operator would keep it; it is searched like everything else there.
fn keep_log(dir: &Path) -> Result<(), Fail> {
    let file = fs::File::create(dir.join("buffer").join("log.jsonl"))?;
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_env_filter(tracing_subscriber::EnvFilter::new("off,ugnay_buffer=trace"))
        .with_writer(std::sync::Mutex::new(file))
        .finish();
    // A second demo in one process keeps the first one's log.
    drop(tracing::subscriber::set_global_default(subscriber));
    Ok(())
}

pub fn desk_card(s: &mut Stage) -> Result<String, Fail> {
    let now = s.env.now();
    let desk = s.desk.as_mut().ok_or_else(|| missing("desk"))?;
    let card = desk.draft_card(
        "DEMO crisis desk of Cuenca",
        &[TOWN],
        now,
        now + 86_400,
        &mut s.env,
    );
    let founded = founded(&mut s.founded)?;
    let signers: Vec<_> = founded
        .custodians
        .iter()
        .take(3)
        .map(|c| c.identity())
        .collect();
    let signed =
        Signed::new(card, &founded.fed, &signers).map_err(ugnay_app::dto::AppError::from)?;
    let mut client = client(&s.url, None)?;
    desk.publish_card(&mut client, signed, signers[0], &mut s.env)?;
    s.cosign()?;
    Ok("2 officers, area Cuenca, signed by 3 custodians".into())
}

/// Removes what a demo made in a folder that was named; other files in it stay.
pub fn sweep(dir: &Path) -> Result<(), Fail> {
    for part in ["laptop", "phone", "buffer"] {
        let path = dir.join(part);
        if path.is_dir() {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}
