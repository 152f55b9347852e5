//! Counts the engine's errors at its default threshold on FEBRL-style files whose ids hold the truth.
//!
//! `evaluate [--ignore COLUMN]… A.csv [B.csv]`: one line per file with precision, recall, F1 and time; with `--errors` the pairs it got wrong. `--threshold` shows what another threshold would give; the product keeps its default.

#[path = "febrl/mod.rs"]
mod febrl;
#[path = "febrl/truth.rs"]
mod truth;

use std::collections::HashSet;
use std::path::Path;
use std::time::Instant;

use ugnay_matching::{Options, link_rows};

fn main() -> Result<(), String> {
    let mut threshold = ugnay_matching::THRESHOLD;
    let (mut ignore, mut files, mut errors, mut link) = (Vec::new(), Vec::new(), false, false);
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--ignore" => ignore.push(given.next().ok_or("--ignore needs a column")?),
            "--errors" => errors = true,
            "--threshold" => {
                threshold = given
                    .next()
                    .and_then(|t| t.parse().ok())
                    .ok_or("--threshold needs a number")?
            }
            "--link" => link = true,
            file => files.push(file.to_owned()),
        }
    }
    if link && files.len() == 2 {
        return evaluate(&files[0], Some(&files[1]), &ignore, threshold, errors);
    }
    files
        .iter()
        .try_for_each(|file| evaluate(file, None, &ignore, threshold, errors))
}

fn evaluate(
    file: &str,
    other: Option<&String>,
    ignore: &[String],
    threshold: f64,
    errors: bool,
) -> Result<(), String> {
    let table = febrl::read(Path::new(file), ignore)?;
    let second = other
        .map(|f| febrl::read(Path::new(f), ignore))
        .transpose()?;
    let started = Instant::now();
    let pairs = link_rows(
        &table.columns,
        &table.rows,
        second.as_ref().map(|t| t.rows.as_slice()),
        &Options {
            threshold,
            ..Options::default()
        },
    )
    .map_err(|e| e.to_string())?;
    let seconds = started.elapsed().as_secs_f64();
    let ids: Vec<String> = table
        .ids
        .iter()
        .chain(second.iter().flat_map(|t| &t.ids))
        .cloned()
        .collect();
    let rows: Vec<&Vec<String>> = table
        .rows
        .iter()
        .chain(second.iter().flat_map(|t| &t.rows))
        .collect();
    let split = second.as_ref().map(|_| table.ids.len());
    let tally = truth::count(
        &ids,
        split,
        pairs.iter().map(|p| (ids[p.a].as_str(), ids[p.b].as_str())),
    );
    println!(
        "{file}\tprecision {:.4}\trecall {:.4}\tF1 {:.4}\twrong {}\tmissed {}\t{seconds:.2} s",
        tally.precision(),
        tally.recall(),
        tally.f1(),
        tally.wrong,
        tally.missed
    );
    if errors {
        let entity = |i: usize| ids[i].split('-').nth(1);
        let found: HashSet<(usize, usize)> = pairs.iter().map(|p| (p.a, p.b)).collect();
        for a in 0..ids.len() {
            for b in a + 1..ids.len() {
                if split.is_none_or(|s| a < s && b >= s)
                    && (entity(a) == entity(b)) != found.contains(&(a, b))
                {
                    println!(
                        "{} {} {}\n  {}\n  {}",
                        if entity(a) == entity(b) {
                            "missed"
                        } else {
                            "wrong"
                        },
                        ids[a],
                        ids[b],
                        rows[a].join("|"),
                        rows[b].join("|")
                    );
                }
            }
        }
    }
    Ok(())
}
