//! The table of properties in `docs/RELEASE.md`: every property has a row, every row names tests, and every test it
//! names exists in the sources. It must not run them.
//!
//! A test is named `room::path::function`; `*` at the end of the function stands for any rest. The room and, where the
//! path gives one, the file are looked for too. A row without a test must say `not yet`: a gap stands in the open.

use crate::{files::SourceFile, finding::Finding};
use std::collections::BTreeSet;

/// Where the table stands.
const PAGE: &str = "docs/RELEASE.md";
/// Properties of the protocol: P1 to this one.
const LAST: u32 = 37;

/// Everything the table says that is not so.
pub fn check(files: &[SourceFile]) -> Vec<Finding> {
    let Some(page) = files.iter().find(|file| file.path == PAGE) else {
        return vec![Finding::new(
            PAGE,
            "the page with the properties is missing",
        )];
    };
    let tests: Vec<Test> = files.iter().flat_map(tests_of).collect();
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, line) in page.text.lines().enumerate() {
        let Some(Row(number, cell, state)) = row(line) else {
            continue;
        };
        let place = format!("{PAGE}:{}", index + 1);
        if !seen.insert(number) {
            findings.push(Finding::new(&place, format!("P{number} has two rows")));
        }
        if !(cell.trim().is_empty() && state.trim().starts_with("not yet")) {
            findings.extend(of_row(&place, number, cell, &tests));
        }
    }
    for number in (1..=LAST).filter(|number| !seen.contains(number)) {
        findings.push(Finding::new(PAGE, format!("P{number} has no row")));
    }
    findings
}

fn of_row(place: &str, number: u32, cell: &str, tests: &[Test]) -> Vec<Finding> {
    let names: Vec<&str> = cell
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.contains("::"))
        .collect();
    let mut findings = Vec::new();
    if names.is_empty() {
        findings.push(Finding::new(place, format!("P{number} names no test")));
    }
    if !names.iter().any(|name| carries(name, number)) {
        let problem = format!("P{number}: no test bears its number");
        findings.push(Finding::new(place, problem));
    }
    for name in names {
        if !tests.iter().any(|test| test.is(name)) {
            let problem = format!("P{number}: no test is called `{name}`");
            findings.push(Finding::new(place, problem));
        }
    }
    findings
}

/// Whether a test or its file is named after the property: `p07_…`, or among others: `p06_p11_…`.
fn carries(name: &str, number: u32) -> bool {
    name.split(['_', '*', ':'])
        .any(|part| part == format!("p{number:02}"))
}

/// Number, cell of tests and state of a row such as `| P7 | … | … | done |`.
struct Row<'a>(u32, &'a str, &'a str);

fn row(line: &str) -> Option<Row<'_>> {
    let mut cells = line.strip_prefix("| P")?.split('|');
    let number = cells.next()?.trim().parse().ok()?;
    let tests = cells.nth(1)?;
    Some(Row(number, tests, cells.next()?))
}

/// A test function and where it stands.
struct Test {
    path: String,
    name: String,
}

impl Test {
    /// Whether `room::module::function` means this one.
    fn is(&self, written: &str) -> bool {
        let mut parts: Vec<&str> = written.split("::").collect();
        let function = parts.pop().unwrap_or_default();
        let fits = match function.strip_suffix('*') {
            Some(start) => self.name.starts_with(start),
            None => self.name == function,
        };
        fits && parts
            .iter()
            .all(|part| *part == "*" || self.stands_in(part))
    }

    /// Whether a crate, folder or file of this name is on the path.
    fn stands_in(&self, part: &str) -> bool {
        let path = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        path.split('/').any(|piece| piece == part)
    }
}

/// The functions of a file that are tests: marked so, or written inside `proptest!`.
fn tests_of(file: &SourceFile) -> Vec<Test> {
    if !file.has_ending(&[".rs"]) {
        return Vec::new();
    }
    let mut marked = false;
    let mut tests = Vec::new();
    for line in file.text.lines().map(str::trim) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            marked = true;
        } else if let Some(name) = function(line).filter(|_| marked) {
            tests.push(Test {
                path: file.path.clone(),
                name: name.to_owned(),
            });
            marked = false;
        } else if line == "}" {
            marked = false;
        }
    }
    tests
}

fn function(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("async ").unwrap_or(line);
    rest.strip_prefix("fn ")?.split(['(', '<']).next()
}

#[cfg(test)]
mod tests;
