//! Counts the engine's errors on the synthetic sheets and the flight manifest, at its default thresholds.
//!
//! `evaluate_persons FOLDER [--errors]` where FOLDER holds the sheets' truth files.

mod persons;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::time::Instant;

use ugnay_matching::{Decision, Features, Options, Reason, duplicates, match_list};

fn main() -> Result<(), String> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("usage: evaluate_persons FOLDER [--errors]")?;
    let errors = std::env::args().any(|a| a == "--errors");
    sheet(Path::new(&folder), errors)?;
    manifest(Path::new(&folder), errors)
}

fn said(why: &[Reason]) -> String {
    why.iter()
        .map(|r| format!("{}({:+.1})", r.code(), r.bits))
        .collect::<Vec<_>>()
        .join(" ")
}

fn sheet(folder: &Path, errors: bool) -> Result<(), String> {
    let rows = persons::rows(&folder.join("cuenca_ofw_masterlist_A_truth_rows.csv"))?;
    let truth = persons::rows(&folder.join("cuenca_ofw_masterlist_A_truth_pairs.csv"))?;
    let place: HashMap<String, usize> = rows
        .iter()
        .enumerate()
        .map(|(i, r)| (format!("{}!{}", r["sheet"], r["excel_row"]), i))
        .collect();
    let pair = |row: &HashMap<String, String>| {
        let (a, b) = (place[&row["row_a"]], place[&row["row_b"]]);
        (a.min(b), a.max(b))
    };
    let matches: BTreeSet<(usize, usize)> = truth
        .iter()
        .filter(|r| r["label"] == "match")
        .map(pair)
        .collect();
    let traps: BTreeSet<(usize, usize)> = truth
        .iter()
        .filter(|r| r["label"] != "match")
        .map(pair)
        .collect();
    let features: Vec<Features> = rows.iter().map(persons::sheet_row).collect();
    let started = Instant::now();
    let all = duplicates(
        &features,
        &Options {
            threshold: 0.0,
            ..Options::default()
        },
    )
    .map_err(|e| e.to_string())?;
    let seconds = started.elapsed().as_secs_f64();
    let found: BTreeSet<(usize, usize)> = all
        .iter()
        .filter(|p| p.score >= ugnay_matching::THRESHOLD)
        .map(|p| (p.a, p.b))
        .collect();
    let (right, trapped) = (
        found.intersection(&matches).count(),
        found.intersection(&traps).count(),
    );
    println!(
        "sheet A: recall {right}/{} precision {right}/{} traps above the threshold {trapped}/{} {seconds:.2} s",
        matches.len(),
        found.len(),
        traps.len()
    );
    if errors {
        for p in &all {
            let kind = match (matches.contains(&(p.a, p.b)), traps.contains(&(p.a, p.b))) {
                (true, _) => "match",
                (_, true) => "TRAP",
                _ if p.score > 0.01 => "other",
                _ => continue,
            };
            println!(
                "{kind} {:.4} {} {} : {}",
                p.score,
                rows[p.a]["name_as_typed"],
                rows[p.b]["name_as_typed"],
                said(&p.why)
            );
        }
        for m in matches
            .iter()
            .filter(|m| !all.iter().any(|p| (p.a, p.b) == **m))
        {
            println!(
                "not compared: {} {}",
                rows[m.0]["name_as_typed"], rows[m.1]["name_as_typed"]
            );
        }
    }
    Ok(())
}

fn manifest(folder: &Path, errors: bool) -> Result<(), String> {
    let list = persons::rows(&folder.join("repatriation_flight_manifest_A.csv"))?;
    let truth = persons::rows(&folder.join("repatriation_flight_manifest_A_truth.csv"))?;
    let register = persons::rows(&folder.join("cuenca_ofw_masterlist_A_truth_persons.csv"))?;
    let passengers: Vec<Features> = list.iter().map(persons::passenger).collect();
    let people: Vec<Features> = register.iter().map(persons::register_person).collect();
    let started = Instant::now();
    let answers =
        match_list(&passengers, &people, &Options::default()).map_err(|e| e.to_string())?;
    let seconds = started.elapsed().as_secs_f64();
    let (mut right, mut wrong, mut unsure) = (0, 0, 0);
    for (answer, truth) in answers.iter().zip(&truth) {
        let uid = answer
            .person
            .map_or("", |p| register[p]["person_uid"].as_str());
        let ok = uid == truth["person_uid"];
        match answer.decision {
            Decision::Propose if ok => right += 1,
            Decision::Propose => wrong += 1,
            Decision::Unsure => unsure += 1,
            Decision::None => {}
        }
        let expected = !truth["person_uid"].is_empty();
        if errors && (expected || !truth["trap"].is_empty() || answer.decision != Decision::None) {
            let mark = if expected == (answer.decision == Decision::Propose) && (!expected || ok) {
                ""
            } else {
                "<<<<"
            };
            println!(
                "{} {} {:.4} {} {} {} : {} {mark}",
                answer.row + 1,
                answer.decision.code(),
                answer.score,
                uid,
                truth["person_uid"],
                truth["trap"],
                said(&answer.why)
            );
        }
    }
    let expected = truth.iter().filter(|t| !t["person_uid"].is_empty()).count();
    println!(
        "manifest A: proposed {right}/{expected}, wrong proposals {wrong}, unsure {unsure}, {seconds:.2} s"
    );
    Ok(())
}
