//! P1, P2: a year of a register on a real buffer, and everything whoever runs that buffer sees: its database, its
//! write-ahead log, what it writes to its log, every request and every answer.

use crate::lines::{self, Seen};
use crate::stage::{BARANGAY, PASSPHRASE, Stage, TOWN, add, edit, everybody, sync};
use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use tracing_subscriber::fmt::MakeWriter;
use ugnay_app::App;
use ugnay_app::dto::{CallQuery, ContactDto, OutcomeInput, PersonInput, PhoneDto};
use ugnay_app::federation::{Declaration, Hazard};
use ugnay_register::Register;
use ugnay_seal::{SealKeyPair, SigningIdentity};

const MONTH: i64 = 30 * 86_400;
/// Where people of the story work: written by hand, so that the codes below are theirs.
const COUNTRIES: [&str; 3] = ["SA", "KW", "HK"];

/// What the buffers of this binary write to their log.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if let Ok(mut all) = self.0.lock() {
            all.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The buffer's own lines, at everything it can say, from now on.
fn server_log() -> Lines {
    static LINES: OnceLock<Lines> = OnceLock::new();
    let start = || {
        let lines = Lines::default();
        let subscriber = tracing_subscriber::fmt()
            .json()
            .with_env_filter("off,ugnay_buffer=trace")
            .with_writer(lines.clone());
        subscriber.init();
        lines
    };
    LINES.get_or_init(start).clone()
}

/// A stage whose every line passes a recorder.
fn watched() -> (Stage, Seen) {
    let mut s = Stage::new();
    let (url, seen) = lines::recorded(&s.url);
    s.url = url;
    (s, seen)
}

fn word(what: &str, n: usize) -> String {
    // Letters only, as in names; no two alike.
    let tail: String = [n / 26, n % 26]
        .iter()
        .map(|d| char::from(b'a' + (*d % 26) as u8))
        .collect();
    format!("{what}{tail}")
}

fn phone(n: usize) -> PhoneDto {
    PhoneDto {
        typed: format!("+96650133{n:04}"),
        e164: None,
    }
}

/// Somebody with a canary in every field.
fn fill(p: &mut PersonInput, n: usize) {
    p.middle = word("Qmiddlex", n);
    p.nickname = word("Qnickx", n);
    p.purok = word("Qpurokx", n);
    p.birth = format!("19{}-05-03", 60 + n % 40);
    p.place = word("Qtownx", n);
    p.occupation = word("Qworkerx", n);
    p.employer = word("Qemployerx", n);
    p.worksite = word("Qsitex", n);
    p.phones = vec![phone(n)];
    p.emails = vec![format!("{}@qmail.invalid", word("qmail", n))];
    p.handles = vec![word("qhandlex", n)];
    p.emergency_note = format!("{} every morning", word("qinsulinx", n));
    p.contacts = vec![ContactDto {
        id: String::new(),
        name: word("Qmotherx", n),
        relation: "mother".into(),
        phones: vec![phone(n + 1000)],
        handle: word("qviberx", n),
        language: "fil".into(),
        place: word("Qvillagex", n),
        hours: word("qeveningx", n),
        knows_where: true,
    }];
}

/// What a person's canaries look like as text.
fn needles_of(n: usize) -> Vec<String> {
    let words = [
        "Qsurnamex",
        "Qgivenx",
        "Qmiddlex",
        "Qnickx",
        "Qpurokx",
        "Qtownx",
        "Qworkerx",
        "Qemployerx",
        "Qsitex",
        "qmail",
        "qhandlex",
        "qinsulinx",
        "Qmotherx",
        "qviberx",
        "Qvillagex",
        "qeveningx",
    ];
    let mut out: Vec<String> = words.iter().map(|w| word(w, n)).collect();
    out.extend([n, n + 1000].map(|n| format!("50133{n:04}")));
    out
}

/// Every way a text may lie there.
fn spellings(text: &str) -> Vec<Vec<u8>> {
    let hex = |b: &[u8]| -> String { b.iter().map(|b| format!("{b:02x}")).collect() };
    let wide = |t: &str| t.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        text.as_bytes().to_vec(),
        text.to_uppercase().into_bytes(),
        text.to_lowercase().into_bytes(),
        wide(text),
        hex(text.as_bytes()).into_bytes(),
    ]
}

/// Keys of a device that nobody but its register may know, and its public keys, which would name it.
fn device_keys(dir: &Path) -> Vec<Vec<u8>> {
    let register = Register::open(dir, PASSPHRASE).expect("the register opens");
    let secrets = register.device_secrets().expect("its device has keys");
    let sign = SigningIdentity::from_seed(&secrets.sign_seed).public();
    let seal = SealKeyPair::from_seed(&secrets.hybrid_seed)
        .public()
        .to_bytes();
    let (first, last) = (&seal[..32], &seal[seal.len() - 32..]);
    let raw = [
        secrets.sign_seed.to_vec(),
        secrets.hybrid_seed.to_vec(),
        sign.as_bytes().to_vec(),
        first.to_vec(),
        last.to_vec(),
    ];
    let hex = |b: &Vec<u8>| b.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let spelt: Vec<Vec<u8>> = raw.iter().map(|k| hex(k).into_bytes()).collect();
    let roster = register.state("register/roster").expect("state is read");
    let roster = roster.expect("a joined register has a roster");
    assert!(
        hits(&raw, std::slice::from_ref(&roster)) >= 3,
        "the search finds a device's public keys where they lie open"
    );
    [raw.to_vec(), spelt].concat()
}

fn hits(needles: &[Vec<u8>], places: &[Vec<u8>]) -> usize {
    let all = AhoCorasick::new(needles).expect("a search");
    places.iter().map(|p| all.find_iter(p).count()).sum()
}

/// What of it lies there, for people to read.
fn found(needles: &[Vec<u8>], places: &[Vec<u8>]) -> Vec<String> {
    let all = AhoCorasick::new(needles).expect("a search");
    let seen: BTreeSet<usize> = places
        .iter()
        .flat_map(|p| all.find_iter(p).map(|hit| hit.pattern().as_usize()))
        .collect();
    let named = |at: &usize| String::from_utf8_lossy(&needles[*at]).into_owned();
    seen.iter().map(named).collect()
}

/// All files below a folder.
fn files(dir: &Path, out: &mut Vec<Vec<u8>>) {
    for entry in fs::read_dir(dir).expect("the buffer's folder").flatten() {
        if entry.path().is_dir() {
            files(&entry.path(), out);
        } else {
            out.push(fs::read(entry.path()).expect("a file of the buffer"));
        }
    }
}

/// A device that lay for a month is locked.
fn wake(app: &mut App, id: &str) {
    app.unlock(id, PASSPHRASE).expect("the passphrase opens it");
}

/// Twelve months: people come, change, are confirmed, leave; both devices exchange.
fn months(s: &mut Stage) -> usize {
    let mut ids = Vec::new();
    let laptop = s.laptop.session_info().expect("open").id;
    let mut phone = s.phone.session_info().expect("open").id;
    for month in 0..12 {
        wake(&mut s.laptop, &laptop);
        wake(&mut s.phone, &phone);
        for _ in 0..2 {
            let n = ids.len();
            let country = COUNTRIES[n % COUNTRIES.len()];
            let id = add(
                &mut s.laptop,
                &word("Qsurnamex", n),
                &word("Qgivenx", n),
                country,
            );
            edit(&mut s.laptop, &id, |p| fill(p, n));
            ids.push(id);
        }
        sync(&mut s.laptop);
        if month == 1 {
            s.pair();
            phone = s.phone.session_info().expect("open").id;
        }
        if month > 1 {
            sync(&mut s.phone);
            edit(&mut s.phone, &ids[month], |p| p.country = "KW".into());
            s.phone
                .confirm_person(&ids[month - 1], "Qneighbourx")
                .expect("confirmed");
            sync(&mut s.phone);
        }
        if month == 6 {
            s.laptop.remove_person(&ids[0]).expect("removed");
        }
        sync(&mut s.laptop);
        s.clock.advance(MONTH);
        s.cosign();
    }
    wake(&mut s.laptop, &laptop);
    wake(&mut s.phone, &phone);
    ids.len()
}

/// A campaign, a call, a report, and a release that three of five open.
fn crisis(s: &mut Stage) {
    s.desk_card();
    let mut line = s.client();
    s.desk.follow(&mut line).expect("an honest log");
    let declaration = Declaration {
        crisis: "Story crisis".into(),
        hazard: Hazard::Drill,
        alert: 3,
        destination: "SA".parse().expect("a country"),
        homes: vec![TOWN],
        lasts: 3600,
    };
    s.desk
        .declare(&mut line, &declaration, &mut s.env)
        .expect("declared");
    s.cosign();
    sync(&mut s.laptop);
    let campaigns = s.laptop.campaigns().expect("campaigns");
    let campaign = campaigns.first().expect("the desk's campaign came").clone();
    let list = s
        .laptop
        .call_list(&CallQuery::whole(&campaign.id))
        .expect("a call list");
    let task = list.tasks.first().expect("somebody is in scope");
    let outcome = OutcomeInput {
        campaign: campaign.id,
        person: task.person.clone(),
        contact: String::new(),
        result: "reached".into(),
        safety: Some("needs_help".into()),
        needs: Vec::new(),
        step: None,
        call_after: None,
        consent_referral: true,
    };
    s.laptop.record_outcome(&outcome).expect("kept");
    sync(&mut s.laptop);
    let (_, release) = s.released("SA");
    assert!(
        !s.cards(&release).is_empty(),
        "the year ends with cards in the desk's hands"
    );
}

/// Numbers and texts of the server's tables that name a place or a country.
fn columns_that_tell(database: &Path) -> Vec<String> {
    let db = rusqlite::Connection::open(database).expect("the database opens");
    let names = |sql: &str| -> Vec<String> {
        let mut rows = db.prepare(sql).expect("a query");
        let all = rows.query_map([], |r| r.get(0)).expect("rows");
        all.map(|r| r.expect("a row")).collect()
    };
    let numbers: Vec<String> = COUNTRIES
        .iter()
        .map(|c| u16::from_be_bytes([c.as_bytes()[0], c.as_bytes()[1]]).to_string())
        .chain([BARANGAY.0.to_string(), TOWN.0.to_string()])
        .collect();
    let texts: Vec<String> = COUNTRIES.iter().map(|c| format!("'{c}'")).collect();
    let mut told = Vec::new();
    for table in names("SELECT name FROM sqlite_master WHERE type = 'table'") {
        for column in names(&format!("SELECT name FROM pragma_table_info('{table}')")) {
            let sql = format!(
                "SELECT count(*) FROM \"{table}\" WHERE \"{column}\" IN ({}) OR upper(\"{column}\") IN ({})",
                numbers.join(","),
                texts.join(",")
            );
            let found: i64 = db.query_row(&sql, [], |r| r.get(0)).expect("a count");
            if found > 0 {
                told.push(format!("{table}.{column}"));
            }
        }
    }
    told
}

/// The folder of an app's open register; the app is locked, so that it can be read.
fn folder(root: &Path, app: &mut App) -> PathBuf {
    let id = app.session_info().expect("open").id;
    app.lock();
    root.join(id)
}

#[test]
fn p01_a_year_leaves_nothing_readable_on_the_server() {
    let log = server_log();
    let (mut s, seen) = watched();
    s.join_laptop();
    let people = months(&mut s);
    crisis(&mut s);

    let mut places = Vec::new();
    files(&s.data(), &mut places);
    let traffic = seen.lock().expect("the recorder").clone();
    assert!(
        traffic.len() > 100,
        "a year of exchanges passed the recorder: {}",
        traffic.len()
    );
    places.extend(traffic.into_iter().flat_map(|(asked, told)| [asked, told]));
    places.push(log.0.lock().expect("the log").clone());
    let bytes: usize = places.iter().map(Vec::len).sum();
    assert!(
        bytes > 1_000_000,
        "there is something to be searched: {bytes} bytes"
    );

    let texts: Vec<String> = (0..people).flat_map(needles_of).collect();
    let mut wanted: Vec<Vec<u8>> = texts.iter().flat_map(|t| spellings(t)).collect();
    for said in [
        "Qneighbourx",
        "insulin",
        "qmail.invalid",
        "0401009007",
        "401009007",
        "needs_help",
    ] {
        wanted.extend(spellings(said));
    }
    // The barangay as CBOR writes a number.
    wanted.push([&[0x1a][..], &BARANGAY.0.to_be_bytes()].concat());

    let open: Vec<u8> = everybody(&mut s.laptop).concat().into_bytes();
    assert!(
        hits(&wanted, &[open]) > texts.len() / 2,
        "the search finds nearly everything where everything lies open"
    );
    let dir = s.dir.path();
    let devices = [
        folder(&dir.join("laptop"), &mut s.laptop),
        folder(&dir.join("phone"), &mut s.phone),
    ];
    wanted.extend(devices.iter().flat_map(|dir| device_keys(dir)));
    assert_eq!(
        found(&wanted, &places),
        Vec::<String>::new(),
        "no field, place code or device key lies readable in what the server has, says or hears"
    );
    assert_eq!(
        columns_that_tell(&s.database()),
        Vec::<String>::new(),
        "no column of the server's tables names a place or a country"
    );
}

/// What a server counts: its tables, and the lengths of what went over the line, by method and kind of path.
fn counted(s: &Stage, seen: &Seen) -> Vec<String> {
    let db = rusqlite::Connection::open(s.database()).expect("the database opens");
    let mut out = Vec::new();
    for sql in [
        "SELECT 'blob ' || kind || ' ' || len || ' ' || (bytes IS NULL) FROM blobs",
        "SELECT 'trash ' || kind || ' ' || length(bytes) FROM trash",
        "SELECT 'batch ' || accepted FROM batches",
        "SELECT 'bundle ' || len FROM bundles",
        "SELECT 'box ' || length(bytes) FROM box_messages",
        "SELECT 'log ' || length(entry) FROM log_entries",
    ] {
        let mut rows = db.prepare(sql).expect("a query");
        let all = rows.query_map([], |r| r.get(0)).expect("rows");
        out.extend(all.map(|r: Result<String, _>| r.expect("a row")));
    }
    for (asked, told) in seen.lock().expect("the recorder").iter() {
        let line = String::from_utf8_lossy(asked);
        let path = line.lines().next().unwrap_or_default();
        // Names in a path are hexadecimal and differ from run to run; their lengths do not.
        let kind: String = path.chars().filter(|c| !c.is_ascii_hexdigit()).collect();
        out.push(format!("line {kind} {} {}", asked.len(), told.len()));
    }
    out.sort();
    out
}

/// What one record says.
struct Content {
    surname: &'static str,
    country: &'static str,
    note: &'static str,
}

/// A register of these, sent, edited, sent again, and taken by a second device.
fn life(contents: &[Content]) -> Vec<String> {
    let (mut s, seen) = watched();
    let mut ids = Vec::new();
    for c in contents {
        let id = add(&mut s.laptop, c.surname, "Given", c.country);
        let (note, rest) = c.note.split_at(c.note.len().min(400));
        let (employer, worksite) = rest.split_at(rest.len().min(400));
        edit(&mut s.laptop, &id, |p| {
            p.emergency_note = note.into();
            p.employer = employer.into();
            p.worksite = worksite.into();
        });
        ids.push(id);
    }
    s.join_laptop();
    sync(&mut s.laptop);
    edit(&mut s.laptop, &ids[0], |p| p.purok = "3".into());
    sync(&mut s.laptop);
    s.pair();
    sync(&mut s.phone);
    counted(&s, &seen)
}

const fn content(surname: &'static str, country: &'static str, note: &'static str) -> Content {
    Content {
        surname,
        country,
        note,
    }
}

#[test]
fn p02_other_contents_leave_the_same_sizes_and_counts() {
    let one = life(&[
        content("Abad", "SA", "needs insulin"),
        content("Bautista", "SA", ""),
        content("Castro", "SA", "is pregnant"),
    ]);
    let swapped = life(&[
        content("Castro", "SA", "is pregnant"),
        content("Abad", "SA", "needs insulin"),
        content("Bautista", "SA", ""),
    ]);
    assert!(one.len() > 30, "there is something to count: {}", one.len());
    assert_eq!(one, swapped, "which record says what is not to be seen");
    let others = life(&[
        content("Villanueva-Evangelista", "KW", ""),
        content("Go", "KW", "speaks to nobody after dark"),
        content("Zamora", "KW", "two small children"),
    ]);
    assert_eq!(
        one, others,
        "nor is what they say, as long as the buckets are the same"
    );
    // Words no compressor shortens away: the record needs a larger bucket, and that is what may be seen.
    static LONG: OnceLock<String> = OnceLock::new();
    let long = LONG.get_or_init(|| {
        (0u32..140)
            .map(|n| format!("{:x}", n.wrapping_mul(2_654_435_761)))
            .collect()
    });
    let larger = life(&[
        content("Abad", "SA", long),
        content("Bautista", "SA", ""),
        content("Castro", "SA", "is pregnant"),
    ]);
    assert_ne!(one, larger, "the count would see a record of another size");
}
