//! What a thief of the server would do: read every file of it for names, phones and place codes.

use super::stage::{LABEL, Stage, TOWN, check, missing};
use crate::fail::Fail;
use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use ugnay_app::dto::ExportInput;

/// Everything personal in the register, long enough to be recognised.
fn needles(s: &mut Stage) -> Result<BTreeSet<String>, Fail> {
    let bytes = s.first.export(&ExportInput::own_copy("csv"))?.bytes;
    let csv = String::from_utf8(bytes).map_err(|_| missing("register"))?;
    let mut out = BTreeSet::from([LABEL.to_owned()]);
    for cell in csv
        .lines()
        .skip(1)
        .flat_map(|line| line.split([',', '|', '"']))
    {
        let cell = cell.trim();
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= 5 || digits >= 9 {
            out.insert(cell.to_owned());
            out.insert(cell.to_uppercase());
            out.insert(cell.trim_start_matches(['+', '0']).to_owned());
        }
    }
    Ok(out.into_iter().filter(|n| n.len() >= 5).collect())
}

/// The codes of the barangays, as text. As numbers they are four bytes, which come up in ciphertext by chance.
fn place_codes() -> Vec<Vec<u8>> {
    let spelt = |code: u32| [format!("{code:010}"), format!("{code}")];
    (1..=21)
        .flat_map(|b| spelt(TOWN.0 + b))
        .map(String::into_bytes)
        .collect()
}

fn files(dir: &Path, out: &mut Vec<Vec<u8>>) -> Result<(), Fail> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, out)?;
        } else {
            out.push(fs::read(&path)?);
        }
    }
    Ok(())
}

fn hits(files: &[Vec<u8>], list: Vec<Vec<u8>>) -> Result<usize, Fail> {
    let all = AhoCorasick::new(list).map_err(|e| Fail::Wrong(e.to_string()))?;
    Ok(files.iter().map(|f| all.find_iter(f).count()).sum())
}

fn scan(s: &mut Stage) -> Result<(usize, usize, usize), Fail> {
    let needles = needles(s)?;
    check(
        needles.len() > 500,
        "too few things to search for: the search proves nothing",
    )?;
    let mut found = Vec::new();
    files(&s.dir.join("buffer"), &mut found)?;
    let bytes: usize = found.iter().map(Vec::len).sum();
    check(
        bytes > 500_000,
        "too little on the server: the search proves nothing",
    )?;
    let wanted: Vec<Vec<u8>> = needles.iter().map(|n| n.as_bytes().to_vec()).collect();
    // The search itself is tried first: on the register's own export it must find nearly everything.
    let plain = s.first.export(&ExportInput::own_copy("csv"))?.bytes;
    check(
        hits(&[plain], wanted.clone())? > 500,
        "the search finds nothing even where everything lies open",
    )?;
    check(
        hits(&found, wanted)? == 0,
        "names or phones lie readable on the server",
    )?;
    check(
        hits(&found, place_codes())? == 0,
        "barangay codes lie readable on the server",
    )?;
    Ok((needles.len(), found.len(), bytes))
}

pub fn run(s: &mut Stage) -> Result<String, Fail> {
    let (needles, files, bytes) = scan(s)?;
    Ok(format!(
        "{needles} names, phones and codes looked for in {files} files of {} kB: none there",
        bytes / 1024
    ))
}

pub fn run_again(s: &mut Stage) -> Result<String, Fail> {
    let (needles, _, bytes) = scan(s)?;
    Ok(format!(
        "after campaign and release still none of {needles} in {} kB",
        bytes / 1024
    ))
}
