//! Decisions per row of a list: one person a row, one row a person, nobody invented.

use super::{Decision, match_list};
use crate::options::Options;
use crate::person::{Birth, Features};

fn person(surname: &str, given: &str, middle: &str, birth: (u16, u8, u8)) -> Features {
    Features {
        surname: surname.into(),
        given: given.into(),
        middle: middle.into(),
        birth: Some(Birth::Day(birth.0, birth.1, birth.2)),
        ..Features::default()
    }
}

fn register() -> Vec<Features> {
    let surnames = [
        "Chavez",
        "Punzalan",
        "Dimayuga",
        "Saquilayan",
        "Santos",
        "Ordoñez",
        "De Castro",
        "Aurelio",
        "Limbo",
        "Lat",
    ];
    let given = [
        "Angelito",
        "Alvin",
        "Jennifer",
        "Cecilia",
        "Maricel",
        "Glenda",
        "Jeffrey",
        "Mark Joseph",
        "Randy",
        "Christian",
    ];
    (0..100)
        .map(|i| {
            person(
                surnames[i % 10],
                given[(i / 10 + i) % 10],
                ["Landicho", "Reyes", "Palicpic"][i % 3],
                (
                    1960 + (i * 7 % 45) as u16,
                    1 + (i % 12) as u8,
                    2 + (i * 5 % 26) as u8,
                ),
            )
        })
        .collect()
}

#[test]
fn one_person_a_row_and_one_row_a_person() {
    let register = register();
    let mut crossed = register[0].clone();
    std::mem::swap(&mut crossed.surname, &mut crossed.given);
    let gulf = Features {
        surname: "SAKILAYAN".into(),
        given: register[33].given.to_uppercase(),
        ..register[33].clone()
    };
    let mut rival = register[0].clone();
    rival.middle = "Katigbak".into();
    let stranger = person("Quisumbing", "Teodoro", "Zulueta", (1955, 3, 3));
    let list = [crossed, gulf, rival, stranger];
    let answers = match_list(&list, &register, &Options::default()).unwrap();
    let decided: Vec<_> = answers.iter().map(|a| (a.decision, a.person)).collect();
    assert_eq!(
        decided[0],
        (Decision::Propose, Some(0)),
        "names in each other's column are still his"
    );
    assert_eq!(
        decided[1],
        (Decision::Propose, Some(33)),
        "a surname back from Arabic letters is still hers"
    );
    assert_eq!(
        decided[2],
        (Decision::Unsure, Some(0)),
        "a second row for the same person is not proposed"
    );
    assert_eq!(decided[3].0, Decision::None, "a stranger is nobody");
    assert!(
        answers[2].why.iter().any(|r| r.code() == "together.taken"),
        "and the second row says why: {:?}",
        answers[2]
    );
}

#[test]
fn empty_sides() {
    let register = register();
    assert!(
        match_list(&[], &register, &Options::default())
            .unwrap()
            .is_empty(),
        "no rows, no answers"
    );
    let answers = match_list(&register[..2], &[], &Options::default()).unwrap();
    assert!(
        answers.len() == 2
            && answers
                .iter()
                .all(|a| a.decision == Decision::None && a.person.is_none()),
        "nobody to find in an empty register"
    );
}

#[test]
fn a_duplicate_in_the_register_does_not_hide_the_person() {
    let mut register = register();
    let row = register[41].clone();
    register.push(Features {
        occupation: "Nurse".into(),
        ..row.clone()
    });
    let answers = match_list(&[row], &register, &Options::default()).unwrap();
    assert_eq!(
        answers[0].decision,
        Decision::Propose,
        "both entries are the same person: {answers:?}"
    );
    assert!(
        matches!(answers[0].person, Some(41 | 100)),
        "one of the two is named: {answers:?}"
    );
}
