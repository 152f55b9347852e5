//! Every answer any test gets is one the description announces: what a fuzzing client
//! checks for wrong requests, the tests check for right ones.

use crate::client::Answer;
use serde_json::Value;
use std::sync::OnceLock;

fn description() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(|| serde_json::from_str(&ugnay_buffer::openapi()).expect("json"))
}

/// Whether `path` is one of those the template stands for; the last part may have slashes.
fn fits(template: &str, path: &str) -> bool {
    let (mut parts, mut given) = (template.split('/'), path.split('/').peekable());
    loop {
        match (parts.next(), given.next()) {
            (None, None) => return true,
            (Some(part), Some(word)) if part == word => {}
            (Some("{path}"), Some(_)) => return true,
            (Some(part), Some(_)) if part.starts_with('{') => {}
            _ => return false,
        }
    }
}

/// Asserts that status and content type stand in the description.
pub fn check(method: &str, path: &str, answer: &Answer) {
    let path = path.split('?').next().unwrap_or(path);
    let paths = description()["paths"].as_object().expect("paths");
    let found = paths.iter().find(|(template, _)| fits(template, path));
    let Some((template, methods)) = found else {
        assert_eq!(answer.status, 404, "{path} is not described");
        return;
    };
    let Some(op) = methods.get(method.to_ascii_lowercase()) else {
        assert_eq!(answer.status, 405, "{method} {template} is not described");
        return;
    };
    let described = &op["responses"][answer.status.to_string()];
    assert!(
        described.is_object(),
        "{method} {template} answers {} without saying so",
        answer.status
    );
    let kind = answer.kind.split(';').next().unwrap_or_default();
    match described["content"].as_object() {
        Some(kinds) => assert!(
            kinds.contains_key(kind),
            "{method} {template} answers {} as {kind}",
            answer.status
        ),
        None => assert!(
            answer.body.is_empty(),
            "{method} {template} answers {} with a body",
            answer.status
        ),
    }
}
