//! The synthetic sheets and the flight manifest at the default thresholds, as given and with further noise.

use crate::{persons, village};
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use ugnay_matching::{Decision, Features, Options, duplicates, match_list};

fn file(name: &str) -> Vec<HashMap<String, String>> {
    let path: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "../../tests/fixtures/linkage",
        name,
    ]
    .iter()
    .collect();
    persons::rows(&path).unwrap()
}

struct Sheet {
    people: Vec<Features>,
    same: BTreeSet<(usize, usize)>,
    traps: BTreeSet<(usize, usize)>,
}

fn sheet() -> Sheet {
    let rows = file("cuenca_ofw_masterlist_A_truth_rows.csv");
    let place: HashMap<String, usize> = rows
        .iter()
        .enumerate()
        .map(|(i, r)| (format!("{}!{}", r["sheet"], r["excel_row"]), i))
        .collect();
    let (mut same, mut traps) = (BTreeSet::new(), BTreeSet::new());
    for row in file("cuenca_ofw_masterlist_A_truth_pairs.csv") {
        let (a, b) = (place[&row["row_a"]], place[&row["row_b"]]);
        if row["label"] == "match" {
            &mut same
        } else {
            &mut traps
        }
        .insert((a.min(b), a.max(b)));
    }
    Sheet {
        people: rows.iter().map(persons::sheet_row).collect(),
        same,
        traps,
    }
}

/// Recall, precision, traps proposed.
fn count(sheet: &Sheet) -> (f64, f64, usize) {
    let found: BTreeSet<(usize, usize)> = duplicates(&sheet.people, &Options::default())
        .unwrap()
        .iter()
        .map(|p| (p.a, p.b))
        .collect();
    let right = found.intersection(&sheet.same).count() as f64;
    (
        right / sheet.same.len() as f64,
        right / found.len() as f64,
        found.intersection(&sheet.traps).count(),
    )
}

#[test]
fn duplicates_of_the_sheets() {
    let (recall, precision, traps) = count(&sheet());
    assert!(
        recall >= 0.96,
        "issue 4 asks for recall of 0.96, got {recall}"
    );
    assert!(precision >= 0.95, "and precision of 0.95, got {precision}");
    assert_eq!(
        traps, 0,
        "twins, fathers and sons, namesakes must stay below the threshold"
    );
}

#[test]
fn further_slips_do_not_spring_the_traps() {
    let mut sheet = sheet();
    let mut draw = village::Draw(3);
    for person in &mut sheet.people {
        if draw.chance(20) {
            *person = village::again(&mut draw, person, 1, 12);
        }
    }
    let (recall, precision, traps) = count(&sheet);
    assert!(
        recall >= 0.9 && precision >= 0.95,
        "one more change in each fifth row: recall {recall}, precision {precision}"
    );
    assert_eq!(traps, 0, "noise must not make two persons one");
}

#[test]
fn a_sheet_without_families_still_works() {
    let mut sheet = sheet();
    sheet.people.iter_mut().for_each(|p| p.contacts.clear());
    let (recall, precision, traps) = count(&sheet);
    assert!(
        recall >= 0.94 && precision >= 0.95 && traps == 0,
        "names, births and work alone: recall {recall}, precision {precision}, traps {traps}"
    );
}

#[test]
fn the_manifest() {
    let register = file("cuenca_ofw_masterlist_A_truth_persons.csv");
    let truth = file("repatriation_flight_manifest_A_truth.csv");
    let passengers: Vec<Features> = file("repatriation_flight_manifest_A.csv")
        .iter()
        .map(persons::passenger)
        .collect();
    let people: Vec<Features> = register.iter().map(persons::register_person).collect();
    let answers = match_list(&passengers, &people, &Options::default()).unwrap();
    assert_eq!(answers.len(), passengers.len(), "each row has its answer");
    let (mut right, mut wrong) = (0, 0);
    for (answer, truth) in answers
        .iter()
        .zip(&truth)
        .filter(|(a, _)| a.decision == Decision::Propose)
    {
        let uid = answer
            .person
            .map_or("", |p| register[p]["person_uid"].as_str());
        if uid == truth["person_uid"] {
            right += 1
        } else {
            wrong += 1
        }
    }
    assert!(
        right >= 45,
        "issue 4 asks for 45 of the 46 who are on board, got {right}"
    );
    assert!(wrong <= 1, "and at most one wrong proposal, got {wrong}");
}
