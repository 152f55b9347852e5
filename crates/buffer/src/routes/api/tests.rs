//! The description is whole, and it is the one that is kept in docs.
use super::super::{api, openapi};
use serde_json::Value;
use std::collections::BTreeSet;

fn operations(document: &Value) -> Vec<(&String, &String, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods");
            methods.iter().map(move |(method, op)| (path, method, op))
        })
        .collect()
}

#[test]
fn the_description_in_docs_is_that_of_the_router() {
    let kept = include_str!("../../../../../docs/openapi.json");
    assert!(
        kept == openapi(),
        "routes changed: ugnay-buffer openapi > docs/openapi.json"
    );
}

#[test]
fn every_operation_says_its_parts() {
    let (_, document) = api().finish();
    let mut ids = BTreeSet::new();
    for (path, method, op) in operations(&document) {
        let id = op["operationId"].as_str().expect("an id");
        assert!(!id.is_empty(), "{method} {path} has a name");
        assert!(ids.insert(id), "{id} is one operation's name");
        let about = op["summary"].as_str().expect("a summary");
        assert!(!about.is_empty(), "{id} says what it does");
        let named: BTreeSet<&str> = op["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|p| p["in"] == "path")
            .filter_map(|p| p["name"].as_str())
            .collect();
        let written: BTreeSet<&str> = path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect();
        assert_eq!(
            named, written,
            "{id} describes each variable part of its path"
        );
        assert_eq!(
            method == "post" && op.get("requestBody").is_none(),
            id == "log_publish",
            "{id}: only the call for a checkpoint posts nothing"
        );
    }
    assert!(ids.len() >= 19, "every group of routes is there: {ids:?}");
}

#[test]
fn groups_that_share_a_path_keep_both_methods() {
    let (_, document) = api().finish();
    let checkpoint = &document["paths"][ugnay_wire::paths::LOG_CHECKPOINT];
    assert!(
        checkpoint.get("get").is_some() && checkpoint.get("post").is_some(),
        "reading and publishing stand in two groups: {checkpoint}"
    );
}

#[test]
fn routes_are_added_with_a_description_only() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/routes");
    for file in std::fs::read_dir(folder).expect("folder") {
        let path = file.expect("file").path();
        if path.is_file() && path.file_name().is_some_and(|n| n != "api.rs") {
            let text = std::fs::read_to_string(&path).expect("reads");
            assert!(
                !text.contains(".route("),
                "{} adds a route past the description",
                path.display()
            );
        }
    }
}
