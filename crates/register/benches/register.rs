//! How fast a register is, beside bare SQLCipher and the passphrase KDF in the same run.
//!
//! `cargo bench -p ugnay-register`. Prints medians over interleaved rounds; needs about 400 MB of disk for a minute.
//! `UGNAY_BENCH_PERSONS` sets the size of the large register (100,000 when not set).

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng};
use rusqlite::{Connection, params};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};
use ugnay_model::{
    CaseFile, Confirmation, Contact, ContactId, ImportId, Person, PersonId, Phone, Provenance,
    Psgc, RegisterId, Relation,
};
use ugnay_register::{Filter, NewImport, NewRegister, Register, Sort, Source};
use ugnay_seal::passphrase::{self, DatabaseKey, KdfCost};

const NOW: i64 = 1_760_000_000;
const PASS: &str = "five words made for this";
const RAW: &str =
    "PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\";";

fn main() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let people = std::env::var("UGNAY_BENCH_PERSONS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(100_000);
    bulk(&dir.path().join("ten"), 10_000);
    let large = dir.path().join("large");
    bulk(&large, people);
    unlock(dir.path(), &large);
    saves(dir.path(), &large);
    search(&large);
}

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let out = work();
    (start.elapsed(), out)
}

fn at(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    let index = (times.len() * percent / 100).min(times.len() - 1);
    times[index].as_secs_f64() * 1e3
}

fn word(rng: &mut ChaCha20Rng) -> String {
    const PARTS: [&str; 24] = [
        "ba", "ca", "da", "ga", "la", "ma", "na", "pa", "ra", "sa", "ta", "ya", "bi", "di", "li",
        "mi", "ri", "si", "to", "lo", "mo", "no", "go", "ñu",
    ];
    let n = 2 + rng.next_u32() % 3;
    (0..n)
        .map(|_| PARTS[rng.next_u32() as usize % PARTS.len()])
        .collect()
}

fn phone(rng: &mut ChaCha20Rng) -> Phone {
    let n = 9_000_000_000 + u64::from(rng.next_u32()) % 1_000_000_000;
    Phone {
        typed: format!("0{n}"),
        e164: Some(format!("+63{n}")),
    }
}

/// An invented person with two contacts, as a full sheet would bring it.
fn person(rng: &mut ChaCha20Rng, row: u32, import: ImportId) -> (Person, CaseFile) {
    let id = |rng: &mut ChaCha20Rng| {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        bytes
    };
    let given = format!("{} {}", word(rng), word(rng));
    let mut p = Person::new(PersonId::from_random(id(rng)), word(rng), given);
    p.middle = Some(word(rng));
    p.nickname = Some(word(rng));
    p.birth = "1985-03-17".parse().ok();
    p.barangay = Some(Psgc(401_008_001 + rng.next_u32() % 40));
    p.psgc_release = Some("2025-06-30".into());
    p.purok = Some(format!("Purok {}", rng.next_u32() % 9));
    p.country = ["SA", "AE", "HK", "QA", "KW", "SG"][rng.next_u32() as usize % 6]
        .parse()
        .ok();
    p.place = Some(word(rng));
    p.occupation = Some("Household service worker".into());
    p.employer = Some(format!("House of {}", word(rng)));
    p.phones = vec![phone(rng)];
    p.confirmed = Some(Confirmation {
        at: NOW - i64::from(rng.next_u32() % 30_000_000),
        by: "Officer".into(),
        from: "self".into(),
    });
    for relation in [Relation::Mother, Relation::Sibling] {
        let name = format!("{} {}", word(rng), word(rng));
        let mut c = Contact::new(ContactId::from_random(id(rng)), name);
        c.relation = Some(relation);
        c.phones = vec![phone(rng)];
        p.contacts.push(c);
    }
    let mut file = CaseFile::new(p.id);
    file.civil_status = Some("married".into());
    file.year_departed = Some(2019);
    file.provenance = Some(Provenance {
        import,
        file: "sheet.xlsx".into(),
        sheet: "Sheet1".into(),
        row,
    });
    (p, file)
}

fn bulk(path: &Path, count: u32) {
    let new = NewRegister {
        id: RegisterId::from_random([1; 16]),
        label: "Bench".into(),
        place: None,
        psgc_release: String::new(),
        demo: true,
        officer: "Officer".into(),
    };
    let mut reg = Register::create(path, PASS, &new, NOW, &mut rng(1)).expect("creates");
    let import = NewImport {
        id: ImportId::from_random([2; 16]),
        files: vec!["sheet.xlsx".into()],
        beside: Default::default(),
    };
    let mut source = rng(u64::from(count));
    let rows: Vec<_> = (0..count)
        .map(|n| person(&mut source, n, import.id))
        .collect();
    let bytes: usize = rows.iter().take(1000).map(|(p, _)| cbor_len(p)).sum();
    let (took, done) = timed(|| {
        reg.import(&import, rows, NOW, |_| ControlFlow::Continue(()))
            .expect("imports")
    });
    assert_eq!(done.persons, u64::from(count), "everybody is new");
    drop(reg);
    let size = std::fs::metadata(path.join("register.db"))
        .expect("is there")
        .len();
    println!(
        "import of {count}: {:.2} s ({:.0} per second), file {:.1} MB, a card is {} bytes on average",
        took.as_secs_f64(),
        f64::from(count) / took.as_secs_f64(),
        size as f64 / 1e6,
        bytes / 1000
    );
}

fn cbor_len(p: &Person) -> usize {
    use ugnay_model::{DeviceHash, Dot, Facet, Record};
    let mut r = Record::new(p.id, Facet::Card);
    let dot = Dot {
        lamport: 1,
        device: DeviceHash([0; 32]),
    };
    r.apply(p.values(), dot);
    r.to_cbor().len()
}

/// A bare SQLCipher database with rows of the same size, opened with its raw key and read once.
fn bare(path: &Path) -> Connection {
    let conn = Connection::open(path).expect("opens");
    conn.execute_batch(RAW).expect("takes the key");
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| {
        r.get::<_, i64>(0)
    })
    .expect("reads");
    conn
}

fn unlock(dir: &Path, large: &Path) {
    let file = dir.join("bare-open.db");
    let conn = bare(&file);
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB);",
    )
    .expect("makes");
    conn.execute_batch("BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 100000) INSERT INTO t SELECT i, randomblob(1300) FROM n; COMMIT;")
        .expect("fills");
    drop(conn);
    let wrapped = passphrase::wrap(
        &DatabaseKey::from_bytes([1; 32]),
        PASS,
        None,
        KdfCost::STANDARD,
        &mut rng(3),
    )
    .expect("wraps");
    let (mut kdf, mut raw, mut ours, mut first) = (vec![], vec![], vec![], vec![]);
    for _ in 0..21 {
        kdf.push(timed(|| passphrase::unwrap(&wrapped, PASS, None).expect("opens")).0);
        let open_read = || {
            bare(&file)
                .query_row("SELECT x FROM t WHERE id = 50000", [], |r| {
                    r.get::<_, Vec<u8>>(0)
                })
                .expect("reads")
        };
        raw.push(timed(open_read).0);
        let (took, reg) = timed(|| Register::open(large, PASS).expect("opens"));
        ours.push(took);
        let (more, found) = timed(|| reg.fts_prefix("mar", 20).expect("finds"));
        assert!(!found.is_empty(), "somebody is found");
        first.push(took + more);
    }
    let (kdf, raw) = (at(&mut kdf, 50), at(&mut raw, 50));
    let (ours, first) = (at(&mut ours, 50), at(&mut first, 50));
    println!(
        "unlock: KDF {kdf:.1} ms + bare open and read {raw:.1} ms; ours {ours:.1} ms, to the first result {first:.1} ms"
    );
    println!(
        "unlock to first result / (KDF + bare) = {:.2}",
        first / (kdf + raw)
    );
}

fn saves(dir: &Path, large: &Path) {
    let conn = bare(&dir.join("bare-save.db"));
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB);")
        .expect("makes");
    let mut reg = Register::open(large, PASS).expect("opens");
    let source = Source::typed("Officer");
    let mut random = rng(9);
    let (mut raw, mut added, mut edited, mut confirmed) = (vec![], vec![], vec![], vec![]);
    for n in 0..200 {
        let insert = || {
            conn.execute("INSERT INTO t (x) VALUES (randomblob(1300))", params![])
                .expect("writes")
        };
        raw.push(timed(insert).0);
        let (mut p, _) = person(&mut random, n, ImportId::from_random([9; 16]));
        added.push(timed(|| reg.save_person(&p, &source, NOW).expect("saves")).0);
        p.employer = Some("Another house".into());
        edited.push(timed(|| reg.save_person(&p, &source, NOW).expect("saves")).0);
        if let Some(c) = p.confirmed.as_mut() {
            c.at = NOW + i64::from(n);
        }
        confirmed.push(timed(|| reg.save_person(&p, &source, NOW).expect("saves")).0);
    }
    println!(
        "durable save: bare insert {:.2} ms; new person {:.2} ms (p95 {:.2}); a field that is searched {:.2} ms (p95 {:.2}); a confirmation {:.2} ms (p95 {:.2})",
        at(&mut raw, 50),
        at(&mut added, 50),
        at(&mut added, 95),
        at(&mut edited, 50),
        at(&mut edited, 95),
        at(&mut confirmed, 50),
        at(&mut confirmed, 95)
    );
}

fn search(large: &Path) {
    let reg = Register::open(large, PASS).expect("opens");
    let mut random = rng(11);
    let mut by_length: [Vec<Duration>; 5] = Default::default();
    let mut two = Vec::new();
    for _ in 0..200 {
        let word = word(&mut random);
        for (n, times) in by_length.iter_mut().enumerate() {
            let typed: String = word.chars().take(n + 1).collect();
            times.push(timed(|| reg.fts_prefix(&typed, 50).expect("finds")).0);
        }
        let both = format!("{} {}", &word, "ma");
        two.push(timed(|| reg.fts_prefix(&both, 50).expect("finds")).0);
    }
    for (n, times) in by_length.iter_mut().enumerate() {
        let (p50, p95) = (at(times, 50), at(times, 95));
        println!(
            "FTS prefix of {} letters: {p50:.2} ms, p95 {p95:.2} ms",
            n + 1
        );
    }
    println!(
        "FTS of two words: {:.2} ms, p95 {:.2} ms",
        at(&mut two, 50),
        at(&mut two, 95)
    );
    let home = Filter {
        country: "SA".parse().ok(),
        homes: vec![Psgc(401_008_003)],
        ..Filter::default()
    };
    for (name, filter, sort) in [
        ("everybody by name", Filter::default(), Sort::Name),
        ("one destination in one barangay", home, Sort::Name),
        ("longest not confirmed", Filter::default(), Sort::Stale),
    ] {
        let mut times: Vec<_> = (0..30)
            .map(|_| timed(|| reg.people(&filter, sort, 0, 50).expect("lists")).0)
            .collect();
        println!("first page, {name}: {:.2} ms", at(&mut times, 50));
    }
    let (took, n) = timed(|| {
        let mut n = 0;
        reg.search_docs(|_| n += 1).expect("reads");
        n
    });
    println!(
        "search documents of {n}: {:.0} ms",
        took.as_secs_f64() * 1e3
    );
    let (took, ()) = timed(|| reg.check().expect("whole"));
    println!("full check: {:.0} ms", took.as_secs_f64() * 1e3);
}
