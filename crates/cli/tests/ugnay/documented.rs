//! docs/COMMANDS.md and the program tell the same, and no command is without a test that runs it.

use crate::program::ugnay;
use crate::tree::{Tree, differences, program};
use std::path::Path;

pub fn tree() -> Tree {
    let help = |path: &[&str]| {
        let run = ugnay(path);
        assert_eq!(run.code, 0, "help is always there: {path:?}");
        run.stdout
    };
    program(&help)
}

#[test]
fn the_page_shows_every_command_with_its_options_and_no_other() {
    let tree = tree();
    assert!(
        tree.len() > 70,
        "the program's commands were found: {tree:?}"
    );
    let wrong = differences("ugnay", &tree);
    assert!(wrong.is_empty(), "docs/COMMANDS.md:\n{}", wrong.join("\n"));
}

#[test]
fn a_page_that_is_wrong_is_noticed() {
    let mut tree = tree();
    let options = tree.get_mut("find").expect("a command");
    options.insert("--invented".into());
    options.remove("--limit");
    tree.insert("desk invented".into(), std::collections::BTreeSet::new());
    tree.remove("sync");
    let wrong = differences("ugnay", &tree).join("\n");
    for part in [
        "not on the page: ugnay find --invented",
        "only on the page: ugnay find --limit",
        "not on the page: ugnay desk invented",
        "no command: `ugnay sync",
    ] {
        assert!(wrong.contains(part), "{part} is noticed:\n{wrong}");
    }
}

#[test]
fn every_command_is_run_by_a_test() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ugnay");
    let mut code = String::new();
    for file in std::fs::read_dir(here).expect("this folder") {
        let path = file.expect("a file").path();
        if !path.ends_with("documented.rs") && !path.ends_with("tree.rs") {
            let text = std::fs::read_to_string(path).expect("reads");
            code.extend(text.chars().filter(|c| !c.is_whitespace()));
        }
    }
    let none: Vec<String> = tree()
        .into_keys()
        .filter(|leaf| {
            let words: Vec<String> = leaf.split(' ').map(|w| format!("\"{w}\"")).collect();
            !code.contains(&words.join(","))
        })
        .collect();
    assert!(none.is_empty(), "no test runs: {none:#?}");
}
