//! The lists of commands agree: declared, allowed, reached, and asked for by the page.

use std::collections::BTreeSet;

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, after) = text.split_once(start).unwrap_or_default();
    after.split_once(end).map_or("", |(inside, _)| inside)
}

fn quoted(text: &str) -> BTreeSet<String> {
    text.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn declared() -> BTreeSet<String> {
    quoted(between(
        include_str!("../../build.rs"),
        "COMMANDS: &[&str] = &[",
        "];",
    ))
}

#[test]
fn every_command_is_declared_allowed_and_reached() {
    let declared = declared();
    assert!(
        declared.len() > 30,
        "the list in build.rs was found: {declared:?}"
    );
    let allowed = quoted(between(
        include_str!("../../permissions/officer.toml"),
        "permissions = [",
        "]",
    ));
    let allowed: BTreeSet<String> = allowed
        .iter()
        .filter_map(|name| name.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect();
    assert_eq!(
        allowed, declared,
        "a declared command that is not allowed is refused, an allowed one must exist"
    );
    let reached = between(include_str!("../commands.rs"), "generate_handler![", "]");
    let reached: BTreeSet<String> = reached
        .split(',')
        .filter_map(|path| path.rsplit("::").next())
        .map(|name| name.trim().to_owned())
        .collect();
    let reached: BTreeSet<String> = reached
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(
        reached, declared,
        "a declared command must be reached by the handler"
    );
}

#[test]
fn the_page_asks_for_nothing_else() {
    let page = [
        include_str!("../../../ui/src/backend/tauri.ts"),
        include_str!("../../../ui/src/backend/custody-commands.ts"),
        include_str!("../../../ui/src/backend/directory.ts"),
        include_str!("../../../ui/src/backend/meeting.ts"),
        include_str!("../../../ui/src/backend/line.ts"),
        include_str!("../../../ui/src/backend/rights.ts"),
    ]
    .concat();
    let asked: BTreeSet<String> = page
        .split("ask")
        .skip(1)
        .filter_map(|call| call.split_once('('))
        .filter_map(|(_, arguments)| arguments.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect();
    assert_eq!(
        asked,
        declared(),
        "a command that only one side knows fails when it is needed"
    );
}
