//! A first sheet of 10,000 invented rows from the file to the register, as the window does it: read, understood and shown; then
//! written and compared for duplicates. Beside it in the same run the bare reading of the same bytes (`calamine`, `csv`) and the
//! bare writing of as many rows of a card's size into SQLCipher.
//!
//! `cargo bench -p ugnay-app --bench import`. Nothing is asserted about time.

mod town;

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::path::Path;
use std::time::Duration;
use town::{NAME, NOW, PASS, Times, person, say_load, timed};
use ugnay_app::dto::{CellFix, CreateRegister, ImportPreview, Progress};
use ugnay_app::{App, Env, FixedClock, InFile};

const ROWS: u32 = 10_000;
/// Nobody waits longer in front of a bar that moves.
const WAIT_MS: f64 = 60_000.0;
/// A correction answers while the hand is still on the keys.
const ANSWER_MS: f64 = 500.0;
const HEADER: &str = "No.;Apelyido;Pangalan;Gitna;Barangay;Purok;Bansa;Lugar;Trabaho;Amo;CP No. ng OFW;Contact Person;Contact No. ng Pamilya";

fn rows() -> Vec<Vec<String>> {
    let mut rng = ChaCha20Rng::seed_from_u64(17);
    let mut out = vec![HEADER.split(';').map(str::to_owned).collect()];
    for n in 1..=ROWS {
        let (p, _) = person(&mut rng);
        let text = |v: &Option<String>| v.clone().unwrap_or_default();
        let contact = p.contacts.first().expect("two contacts");
        let phone = |list: &[ugnay_model::Phone]| list.first().map_or("", |p| &p.typed).to_owned();
        out.push(vec![
            n.to_string(),
            p.surname.clone(),
            p.given.clone(),
            text(&p.middle),
            "Dita".to_owned(),
            text(&p.purok),
            p.country.map(|c| c.to_string()).unwrap_or_default(),
            text(&p.place),
            text(&p.occupation),
            text(&p.employer),
            phone(&p.phones),
            contact.name.clone(),
            phone(&contact.phones),
        ]);
    }
    out
}

fn xlsx(rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (r, row) in (0..).zip(rows) {
        for (c, text) in (0..).zip(row) {
            sheet.write_string(r, c, text).expect("in range");
        }
    }
    book.save_to_buffer().expect("it fits")
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let lines: Vec<String> = rows.iter().map(|r| r.join(";")).collect();
    lines.join("\n").into_bytes()
}

/// Every cell once, as the crate underneath gives it.
fn bare_reading(name: &str, bytes: &[u8]) -> Duration {
    let cells = || -> usize {
        if name.ends_with(".csv") {
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
            return reader.records().map(|r| r.expect("a row").len()).sum();
        }
        let source = std::io::Cursor::new(bytes);
        let mut book: calamine::Xlsx<_> = calamine::Reader::new(source).expect("a workbook");
        let range = calamine::Reader::worksheet_range_at(&mut book, 0).expect("a sheet");
        range.expect("its cells").used_cells().count()
    };
    let (took, cells) = timed(cells);
    assert!(cells >= ROWS as usize * 12, "every cell is read");
    took
}

/// As many rows of a card's size in one durable transaction.
fn bare_writing(path: &Path) -> Duration {
    let conn = ugnay_safe::connect(path, &[1; 32], true).expect("opens");
    conn.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB NOT NULL) STRICT;")
        .expect("makes");
    let sql = format!(
        "BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})
         INSERT INTO t SELECT i, randomblob(1300) FROM n; COMMIT;"
    );
    timed(|| conn.execute_batch(&sql).expect("fills")).0
}

fn main() {
    let rows = rows();
    for (name, bytes) in [("list.csv", csv(&rows)), ("list.xlsx", xlsx(&rows))] {
        let (mut shown, mut written) = (Times::default(), Times::default());
        let mut corrected = Times::default();
        let (mut read, mut bare) = (Times::default(), Times::default());
        for _ in 0..3 {
            let dir = tempfile::tempdir().expect("a temporary folder");
            read.0.push(bare_reading(name, &bytes));
            bare.0.push(bare_writing(&dir.path().join("bare.db")));
            let (preview, commit) = import(dir.path(), name, &bytes, &mut corrected);
            shown.0.push(preview);
            written.0.push(commit);
        }
        println!("{ROWS} rows, {name}, {} KiB", bytes.len() / 1024);
        shown.say("  read, understood, shown", WAIT_MS);
        corrected.say("  a cell corrected", ANSWER_MS);
        written.say("  written and compared", WAIT_MS);
        let (all, least) = (shown.at(50) + written.at(50), read.at(50) + bare.at(50));
        println!(
            "  bare reading {:.0} ms, bare writing {:.0} ms: the import takes {:.1} times both",
            read.at(50),
            bare.at(50),
            all / least
        );
        println!(
            "  a cell corrected takes {:.4} of the whole import, {:.3} of reading and understanding it",
            corrected.at(50) / all,
            corrected.at(50) / shown.at(50)
        );
    }
    say_load();
    town::say_over();
}

/// Corrects the phone of some rows, one after the other, as somebody does who goes through the doubts.
fn correct(app: &mut App, shown: &ImportPreview, times: &mut Times) {
    for n in 0..5 {
        let fix = CellFix {
            file: shown.files[0].clone(),
            sheet: shown.sheets[0].name.clone(),
            row: 100 + n * 2_000,
            column: "K".into(),
            now: Some(format!("0917 600 12{n}0")),
        };
        let (took, shown) = timed(|| app.import_fix(&shown.token, &fix));
        let fixes = shown.expect("corrected").fixes.len();
        assert_eq!(fixes, n as usize + 1, "each is kept");
        times.0.push(took);
    }
}

fn import(dir: &Path, name: &str, bytes: &[u8], corrected: &mut Times) -> (Duration, Duration) {
    let clock = FixedClock::at(NOW);
    let mut app = App::new(dir, Env::seeded(&clock, 7));
    let form = CreateRegister {
        place: "0401009000".into(),
        label: String::new(),
        officer: "Officer".into(),
        passphrase: PASS.into(),
    };
    app.create_named(NAME, &form, true).expect("creates");
    let file = InFile {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    };
    let mut go_on = |_: Progress| true;
    let (shown, preview) = timed(|| app.import_preview(&[file], &mut go_on).expect("read"));
    correct(&mut app, &preview, corrected);
    let (written, done) = timed(|| app.import_commit(&preview.token, &mut go_on));
    let done = done.expect("written").result;
    assert_eq!(done.persons, ROWS, "every row is a person");
    (shown, written)
}
