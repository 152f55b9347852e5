//! Names as they stand in lists.

use proptest::prelude::*;

use super::*;

fn parts(n: &Name) -> [&str; 5] {
    [&n.surname, &n.given, &n.middle, &n.suffix, &n.nickname]
}

#[test]
fn one_cell_names() {
    let g = NameOrder::GivenFirst;
    let s = NameOrder::SurnameFirst;
    for (text, order, full_middle, want) in [
        (
            "DELA CRUZ, JUAN P. JR.",
            g,
            false,
            ["Dela Cruz", "Juan", "P.", "Jr.", ""],
        ),
        (
            "KATIGBAK JR., ERNESTO F.",
            g,
            false,
            ["Katigbak", "Ernesto", "F.", "Jr.", ""],
        ),
        (
            "Angelito \"Jun\" M. Camus",
            g,
            false,
            ["Camus", "Angelito", "M.", "", "Jun"],
        ),
        (
            "Ma. Luisa De Torres",
            g,
            false,
            ["De Torres", "Ma. Luisa", "", "", ""],
        ),
        ("Niña San Jose", g, false, ["San Jose", "Niña", "", "", ""]),
        (
            "Rachelle V. Bautista-Mendiola",
            g,
            false,
            ["Bautista-Mendiola", "Rachelle", "V.", "", ""],
        ),
        (
            "Jeffrey Maralit III",
            g,
            false,
            ["Maralit", "Jeffrey", "", "III", ""],
        ),
        (
            "DE LA PEÑA JOSE R.",
            s,
            false,
            ["De La Peña", "Jose", "R.", "", ""],
        ),
        (
            "Garcia, Pedro, Lopez",
            g,
            false,
            ["Garcia", "Pedro", "Lopez", "", ""],
        ),
        (
            "De Leon, Ma. Cristina San Jose",
            g,
            true,
            ["De Leon", "Ma. Cristina", "San Jose", "", ""],
        ),
        (
            "DE LEON JOSE JR. C.",
            s,
            false,
            ["De Leon", "Jose", "C.", "Jr.", ""],
        ),
        ("Mr. Juan D. Cruz", g, false, ["Cruz", "Juan", "D.", "", ""]),
        ("Juan Cruz, Jr.", g, false, ["Cruz", "Juan", "", "Jr.", ""]),
    ] {
        assert_eq!(
            parts(&read(text, order, full_middle)),
            want,
            "reading {text:?}"
        );
    }
    assert!(
        read("Ana Maria Cruz", g, false).split_guessed,
        "three words without a mark are a guess, and say so"
    );
}

#[test]
fn parts_in_wrong_columns_are_moved() {
    let n = from_parts("CRUZ JR.", "JUAN P.", "", "", "");
    assert_eq!(
        parts(&n),
        ["Cruz", "Juan", "P.", "Jr.", ""],
        "a suffix and an initial"
    );
}

#[test]
fn a_column_tells_its_order_by_the_initials() {
    let first = ["CRUZ JUAN P.", "REYES ANA C."];
    assert_eq!(
        column_order(first.into_iter()),
        Some(NameOrder::SurnameFirst),
        "initials at the end"
    );
    assert_eq!(
        column_order(["Juan P. Cruz"].into_iter()),
        Some(NameOrder::GivenFirst),
        "initials inside"
    );
    assert_eq!(
        column_order(["Juan Cruz"].into_iter()),
        None,
        "nothing to tell"
    );
}

proptest! {
    #[test]
    fn never_panics_and_loses_no_letters(text in "[\\p{L}.,\"' ()-]{0,40}") {
        for order in [NameOrder::GivenFirst, NameOrder::SurnameFirst] {
            let n = read(&text, order, true);
            let kept = parts(&n).concat().chars().filter(|c| c.is_alphabetic()).count();
            // Case folding may change the number of characters of a letter.
            prop_assert!(kept * 3 + 12 >= text.chars().filter(|c| c.is_alphabetic()).count(), "names are rearranged, not dropped");
        }
    }
}

#[test]
fn a_column_that_writes_middle_names_in_full() {
    let whole = |names: &[&str]| whole_middles(names.iter().copied(), NameOrder::GivenFirst);
    let village = [
        "CRUZ, ANA REYES",
        "REYES, BEN CRUZ",
        "ABAD, LIZA REYES",
        "DELA PEÑA, JOSE ABAD",
        "ABAD, MARY ANN",
    ];
    assert!(
        whole(&village),
        "the mothers' families are the fathers' of others"
    );
    assert!(
        !whole(&[
            "CRUZ, ANA R.",
            "REYES, BEN C.",
            "ABAD, LIZA REYES",
            "CRUZ, JOSE ABAD",
            "ABAD, A. CRUZ"
        ]),
        "initials"
    );
    assert!(
        !whole(&[
            "CRUZ, MARY ANN",
            "REYES, KRISTINE JOY",
            "ABAD, JUAN CARLOS",
            "CRUZ, JOHN PAUL"
        ]),
        "second given names"
    );
    let n = read("ABAD, MARY ANN", NameOrder::GivenFirst, true);
    assert_eq!(
        (n.given.as_str(), n.middle.as_str()),
        ("Mary Ann", ""),
        "among them one without"
    );
    let n = read("ABAD, MA. THERESA", NameOrder::GivenFirst, true);
    assert_eq!(n.middle, "", "Ma. Theresa is one given name");
    let n = read("Ana De la Peña Cruz", NameOrder::GivenFirst, true);
    assert_eq!(
        (n.given.as_str(), n.middle.as_str(), n.surname.as_str()),
        ("Ana", "De La Peña", "Cruz"),
        "particles stay with it"
    );
}
