//! Links FEBRL-style CSV files with the register's own engine: one file is searched for duplicates, two are linked.
//!
//! `link --format febrl [--ignore COLUMN]… A.csv [B.csv] --out pairs.csv`

mod febrl;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use ugnay_matching::{Options, link_rows};

const USAGE: &str = "usage: link --format febrl [--ignore COLUMN]… A.csv [B.csv] --out pairs.csv";

struct Arguments {
    ignore: Vec<String>,
    files: Vec<PathBuf>,
    out: PathBuf,
}

fn arguments() -> Result<Arguments, String> {
    let (mut ignore, mut files, mut out, mut format) = (Vec::new(), Vec::new(), None, None);
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        let mut value = || {
            given
                .next()
                .ok_or_else(|| format!("{argument} needs a value\n{USAGE}"))
        };
        match argument.as_str() {
            "--ignore" => ignore.push(value()?),
            "--out" => out = Some(PathBuf::from(value()?)),
            "--format" => format = Some(value()?),
            other if other.starts_with("--") => {
                return Err(format!("unknown option {other}\n{USAGE}"));
            }
            file => files.push(PathBuf::from(file)),
        }
    }
    if format.as_deref() != Some("febrl") || !(1..=2).contains(&files.len()) {
        return Err(USAGE.to_owned());
    }
    Ok(Arguments {
        ignore,
        files,
        out: out.ok_or(USAGE)?,
    })
}

fn main() -> ExitCode {
    match arguments().and_then(|a| link(&a)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn link(arguments: &Arguments) -> Result<(), String> {
    let started = Instant::now();
    let first = febrl::read(&arguments.files[0], &arguments.ignore)?;
    let second = arguments
        .files
        .get(1)
        .map(|f| febrl::read(f, &arguments.ignore))
        .transpose()?;
    if second.as_ref().is_some_and(|s| s.columns != first.columns) {
        return Err("the two files have different columns".to_owned());
    }
    let pairs = link_rows(
        &first.columns,
        &first.rows,
        second.as_ref().map(|s| s.rows.as_slice()),
        &Options::default(),
    )
    .map_err(|e| e.to_string())?;
    let id = |row: usize| {
        first
            .ids
            .get(row)
            .or_else(|| second.as_ref()?.ids.get(row - first.ids.len()))
            .map_or("", String::as_str)
    };
    let mut writer = csv::Writer::from_path(&arguments.out).map_err(|e| e.to_string())?;
    writer
        .write_record(["rec_id_a", "rec_id_b", "score"])
        .map_err(|e| e.to_string())?;
    for pair in &pairs {
        writer
            .write_record([id(pair.a), id(pair.b), &format!("{:.6}", pair.score)])
            .map_err(|e| e.to_string())?;
    }
    writer.flush().map_err(|e| e.to_string())?;
    eprintln!(
        "{} pairs in {:.2} s",
        pairs.len(),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}
