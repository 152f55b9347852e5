//! Import of 10,000 invented rows from XLSX and CSV, beside the bare reading of the same bytes by the crate underneath
//! (calamine, csv), round by round: `cargo bench -p ugnay-interchange`. Prints medians of five rounds.

use std::time::{Duration, Instant};

use ugnay_interchange::{ImportOptions, Mapping, SourceFile, preview};

const ROWS: u32 = 10_000;
const HEADER: [&str; 12] = [
    "No.",
    "Apelyido",
    "Pangalan",
    "M.I.",
    "Kasarian",
    "Petsa ng Kapanganakan (dd/mm/yyyy)",
    "Bansa",
    "Trabaho",
    "CP No. ng OFW",
    "Contact Person",
    "Relasyon",
    "Contact No. ng Pamilya",
];

fn row(i: u32) -> [String; 12] {
    let surnames = ["DELA CRUZ", "Reyes", "BAUTISTA", "De Guzman", "Peña"];
    let given = ["MA. THERESA", "Juan", "JOSE RIZALITO", "Ana"];
    let countries = [
        "K.S.A.",
        "Dubai, UAE",
        "H.K.",
        "Seaman",
        "Osaka, Japan",
        "Quatar",
    ];
    let relations = ["asawa", "NANAY", "kapatid", "Tatay"];
    let pick = |list: &[&str]| list[i as usize % list.len()].to_owned();
    [
        i.to_string(),
        pick(&surnames),
        pick(&given),
        "P.".to_owned(),
        pick(&["M", "Babae"]),
        format!("{}/{}/{}", i % 28 + 1, i % 12 + 1, 1960 + i % 45),
        pick(&countries),
        pick(&["DH", "Driver", "Nurse"]),
        format!("0917-{:03}-{:04}", i % 900 + 100, i % 10_000),
        format!("Maria {}", pick(&surnames)),
        pick(&relations),
        format!(
            "0918 {:03} {:04} / (043) 756-{:04}",
            i % 900 + 100,
            i % 10_000,
            i % 10_000
        ),
    ]
}

fn csv() -> Vec<u8> {
    let mut out = HEADER.join(";");
    for i in 1..=ROWS {
        out.push('\n');
        out.push_str(&row(i).join(";"));
    }
    out.into_bytes()
}

fn xlsx() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (c, title) in (0u16..).zip(HEADER) {
        sheet.write_string(0, c, title).expect("in range");
    }
    for i in 1..=ROWS {
        for (c, text) in (0u16..).zip(row(i)) {
            sheet.write_string(i, c, text).expect("in range");
        }
    }
    book.save_to_buffer().expect("it fits")
}

/// Every cell once, as the crate underneath gives it.
fn bare(name: &str, bytes: &[u8]) -> usize {
    if name.ends_with(".csv") {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
        return reader.records().map(|r| r.expect("a row").len()).sum();
    }
    let mut book: calamine::Xlsx<_> =
        calamine::Reader::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let range = calamine::Reader::worksheet_range_at(&mut book, 0);
    range
        .expect("a sheet")
        .expect("its cells")
        .used_cells()
        .count()
}

fn median(mut rounds: Vec<Duration>) -> Duration {
    rounds.sort();
    rounds[rounds.len() / 2]
}

fn main() {
    let options = ImportOptions {
        home: Some(ugnay_model::Psgc(401_009_007)),
        today: chrono::NaiveDate::from_ymd_opt(2025, 7, 1).expect("a day"),
        include_hidden: false,
    };
    for (name, bytes) in [("list.csv", csv()), ("list.xlsx", xlsx())] {
        let (mut rounds, mut bares): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
        for _ in 0..5 {
            let start = Instant::now();
            assert!(
                bare(name, &bytes) >= ROWS as usize * 12,
                "every cell is read"
            );
            bares.push(start.elapsed());
            let start = Instant::now();
            let files = [SourceFile {
                name,
                bytes: &bytes,
            }];
            let p =
                preview(&files, &Mapping::default(), &options, &mut |_| true).expect("readable");
            rounds.push(start.elapsed());
            assert_eq!(
                p.parsed.persons.len(),
                ROWS as usize,
                "every row is a person"
            );
        }
        let (whole, bare) = (median(rounds), median(bares));
        println!(
            "import {ROWS} rows, {name}, {} KiB: median {whole:?}; bare reading {bare:?}; {:.1} times",
            bytes.len() / 1024,
            whole.as_secs_f64() / bare.as_secs_f64()
        );
    }
}
