//! Tables that are right, and tables that promise what is not there.

use super::{LAST, PAGE, check};
use crate::{files::SourceFile, finding::Finding};

fn file(path: &str, text: String) -> SourceFile {
    SourceFile {
        path: path.to_owned(),
        text,
    }
}

/// A tree with one test per property; `row` writes the table's cell of tests.
fn tree(row: impl Fn(u32) -> Option<String>) -> Vec<SourceFile> {
    let line = |n| row(n).map(|cell| format!("| P{n} | a property | {cell} | done |\n"));
    let test = |n| format!("#[test]\nfn p{n:02}_holds() {{\n}}\n");
    let unmarked = "fn p01_is_no_test() {\n}\n".to_owned();
    vec![
        file(PAGE, (1..=LAST).filter_map(line).collect()),
        file(
            "crates/seal/src/deal/tests.rs",
            (1..=LAST).map(test).collect::<String>() + &unmarked,
        ),
    ]
}

fn problems(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|f| f.problem.as_str()).collect()
}

#[test]
fn a_true_table_passes() {
    let whole = tree(|n| Some(format!("`seal::deal::p{n:02}_holds`, simulator")));
    assert_eq!(check(&whole), [], "every row names a test that exists");
    let stars = tree(|n| Some(format!("`seal::deal::p{n:02}_*`")));
    assert_eq!(check(&stars), [], "a star stands for the rest of a name");
}

#[test]
fn a_test_that_is_not_there_fails() {
    for cell in [
        "`seal::deal::p01_another`",
        "`seal::shamir::p01_holds`",
        "`log::deal::p01_holds`",
        "`seal::deal::p01_is_no_test`",
    ] {
        let other = tree(|n| {
            Some(match n {
                1 => cell.to_owned(),
                _ => format!("`seal::p{n:02}_holds`"),
            })
        });
        let said = format!("P1: no test is called {cell}");
        assert_eq!(
            problems(&check(&other)),
            [said],
            "a name, a file, a room that are not there, and a plain function are no test"
        );
    }
}

#[test]
fn a_row_without_a_test_or_no_row_fails() {
    let empty = tree(|n| {
        Some(match n {
            5 => "by hand".to_owned(),
            _ => format!("`seal::p{n:02}_holds`"),
        })
    });
    assert!(
        problems(&check(&empty)).contains(&"P5 names no test"),
        "words are no test"
    );
    let missing = tree(|n| (n != 9).then(|| format!("`seal::p{n:02}_holds`")));
    assert_eq!(
        problems(&check(&missing)),
        ["P9 has no row"],
        "a property must not fall out of the table"
    );
}

#[test]
fn a_gap_is_said() {
    let mut said = tree(|n| (n != 7).then(|| format!("`seal::p{n:02}_holds`")));
    said[0].text += "| P7 | a property | | not yet: nobody wrote it |\n";
    assert_eq!(
        check(&said),
        [],
        "who says that a test is missing may go on"
    );
    let mut hidden = tree(|n| (n != 7).then(|| format!("`seal::p{n:02}_holds`")));
    hidden[0].text += "| P7 | a property | | done |\n";
    assert!(
        problems(&check(&hidden)).contains(&"P7 names no test"),
        "done without a test is a finding"
    );
}

#[test]
fn a_property_needs_a_test_of_its_own_number() {
    let borrowed = tree(|n| Some(format!("`seal::p{:02}_holds`", if n == 3 { 4 } else { n })));
    assert_eq!(
        problems(&check(&borrowed)),
        ["P3: no test bears its number"],
        "a property's test is named after it"
    );
}

#[test]
fn the_page_itself_must_be_there() {
    assert_eq!(
        check(&[]).len(),
        1,
        "a moved page would switch the check off"
    );
}
