//! The one way to add a route: together with what an outsider must know to use it.
//!
//! [`Api`] builds the router and its OpenAPI 3.1 description from the same words, so that
//! no route can be there without a description, nor a description without its route. It
//! must not know what a handler does.

use crate::state::Shared;
use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use serde_json::{Map, Value, json};
use ugnay_wire::ProblemCode;
use ugnay_wire::paths::{OCTETS, PROBLEM_JSON};

/// What one method of one path takes and gives.
#[derive(Clone, Copy)]
pub(crate) struct Op {
    /// A name for programs, unique.
    pub id: &'static str,
    /// A sentence for people.
    pub about: &'static str,
    /// Variable parts of path, query and headers.
    pub params: &'static [Param],
    /// The request's body, if it has one.
    pub takes: Option<Takes>,
    /// The answer when all is well.
    pub gives: Gives,
    /// What it refuses with, beyond what every route may ([`EVERYWHERE`]).
    pub refuses: &'static [ProblemCode],
}

/// One variable part of a request.
#[derive(Clone, Copy)]
pub(crate) struct Param {
    /// As it is spelt in the request.
    pub name: &'static str,
    /// `path`, `query` or `header`.
    pub place: &'static str,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it may be.
    pub kind: Kind,
}

/// What a parameter may be.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// So many bytes in lower-case hexadecimal.
    Hex(usize),
    /// A whole number from zero.
    Number,
    /// A whole number of at most 32 bits.
    Small,
    /// Unix seconds.
    Time,
    /// A tile's path below `tile/`, as C2SP tlog-tiles spells it.
    Tile,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// A request's body.
#[derive(Clone, Copy)]
pub(crate) struct Takes {
    /// Its content type.
    pub kind: &'static str,
    /// The message of `wire` it holds, or what it is.
    pub what: &'static str,
    /// Longest body that is read, in bytes.
    pub most: usize,
}

/// The answer when all is well.
#[derive(Clone, Copy)]
pub(crate) enum Gives {
    /// 204, no body.
    Nothing,
    /// 200, a message of `wire` or plain bytes.
    Octets(&'static str),
    /// 200, of another content type.
    Typed(&'static str, &'static str),
}

/// What any route may answer instead.
const EVERYWHERE: &[ProblemCode] = &[
    ProblemCode::Malformed,
    ProblemCode::Timeout,
    ProblemCode::HeadersTooLarge,
    ProblemCode::Internal,
    ProblemCode::Unavailable,
];

/// A required variable part of the path.
pub(crate) const fn segment(name: &'static str, kind: Kind) -> Param {
    let (place, optional) = ("path", false);
    Param {
        name,
        place,
        optional,
        kind,
    }
}

/// A query parameter.
pub(crate) const fn query(name: &'static str, optional: bool, kind: Kind) -> Param {
    let place = "query";
    Param {
        name,
        place,
        optional,
        kind,
    }
}

/// A body of the wire format.
pub(crate) const fn octets(what: &'static str, most: usize) -> Option<Takes> {
    let kind = OCTETS;
    Some(Takes { kind, what, most })
}

/// Routes with their descriptions.
pub(crate) struct Api {
    router: Router<Shared>,
    paths: Map<String, Value>,
}

impl Api {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            router: Router::new(),
            paths: Map::new(),
        }
    }

    /// Adds a path's GET.
    pub(crate) fn get<H, T>(self, path: &str, op: &Op, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        self.add(path, "get", op, get(handler))
    }

    /// Adds a path's POST.
    pub(crate) fn post<H, T>(self, path: &str, op: &Op, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        self.add(path, "post", op, post(handler))
    }

    fn add(mut self, path: &str, method: &str, op: &Op, route: MethodRouter<Shared>) -> Self {
        let described = path.replace("{*", "{");
        let methods = self.paths.entry(described).or_insert_with(|| json!({}));
        if let Some(methods) = methods.as_object_mut() {
            methods.insert(method.to_owned(), op.describe());
        }
        self.router = self.router.route(path, route);
        self
    }

    /// Takes over another group of routes.
    pub(crate) fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        for (path, methods) in other.paths {
            let here = self.paths.entry(path).or_insert_with(|| json!({}));
            if let (Some(here), Value::Object(methods)) = (here.as_object_mut(), methods) {
                here.extend(methods);
            }
        }
        self
    }

    /// The router, and the whole description.
    pub(crate) fn finish(self) -> (Router<Shared>, Value) {
        let document = json!({
            "openapi": "3.1.0",
            "info": {
                "title": "Ugnay buffer",
                "version": "1",
                "description": "Keeps sealed blobs under random names and publishes the transparency log. Binary messages are those of the crate `wire`; every refusal is problem+json with a stable `code`.",
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "paths": self.paths,
            "components": {"schemas": {"Problem": problem_schema()}},
        });
        (self.router, document)
    }
}

impl Op {
    fn describe(&self) -> Value {
        let mut answers = Map::new();
        let (status, answer) = self.gives.describe();
        answers.insert(status.into(), answer);
        for code in EVERYWHERE.iter().chain(self.refuses) {
            refusal(&mut answers, *code);
        }
        if self.takes.is_some() {
            refusal(&mut answers, ProblemCode::TooLarge);
        }
        let mut op = json!({
            "operationId": self.id,
            "summary": self.about,
            "responses": answers,
        });
        if let Some(map) = op.as_object_mut() {
            if !self.params.is_empty() {
                let params: Vec<Value> = self.params.iter().map(Param::describe).collect();
                map.insert("parameters".into(), params.into());
            }
            if let Some(takes) = &self.takes {
                map.insert("requestBody".into(), takes.describe());
            }
        }
        op
    }
}

impl Param {
    fn describe(&self) -> Value {
        json!({
            "name": self.name,
            "in": self.place,
            "required": !self.optional,
            "schema": self.kind.schema(),
        })
    }
}

impl Kind {
    fn schema(&self) -> Value {
        match self {
            Self::Hex(bytes) => {
                json!({"type": "string", "pattern": format!("^[0-9a-f]{{{}}}$", bytes * 2)})
            }
            Self::Number => json!({"type": "integer", "minimum": 0, "maximum": u64::MAX}),
            Self::Small => json!({"type": "integer", "minimum": 0, "maximum": u32::MAX}),
            Self::Time => {
                json!({"type": "integer", "minimum": i64::MIN, "maximum": i64::MAX})
            }
            Self::OneOf(words) => json!({"type": "string", "enum": words}),
            Self::Tile => json!({
                "type": "string",
                "pattern": "^([0-9]|[1-5][0-9]|6[0-3]|entries)/(x[0-9]{3}/)*[0-9]{3}([.]p/[0-9]{1,3})?$",
            }),
        }
    }
}

impl Takes {
    fn describe(&self) -> Value {
        let about = format!("{}; at most {} bytes", self.what, self.most);
        // In OpenAPI 3.1 a body of raw bytes has an empty schema; text has its own.
        let schema = if self.kind.starts_with("text/") {
            json!({"type": "string", "maxLength": self.most})
        } else {
            json!({})
        };
        json!({
            "required": true,
            "description": about,
            "content": {self.kind: {"schema": schema}},
        })
    }
}

impl Gives {
    fn describe(&self) -> (&'static str, Value) {
        let body = |kind: &str, what: &str, schema: Value| {
            let answer = json!({"description": what, "content": {kind: {"schema": schema}}});
            ("200", answer)
        };
        match self {
            Self::Nothing => ("204", json!({"description": "Done"})),
            Self::Octets(what) => body(OCTETS, what, json!({})),
            Self::Typed(kind, what) if kind.ends_with("json") => {
                body(kind, what, json!({"type": "object"}))
            }
            Self::Typed(kind, what) => body(kind, what, json!({"type": "string"})),
        }
    }
}

/// Adds a refusal; codes of one status stand together.
fn refusal(answers: &mut Map<String, Value>, code: ProblemCode) {
    let line = format!("`{}`: {}", code.as_str(), code.title());
    let status = code.status().to_string();
    let answer = answers.entry(status).or_insert_with(|| {
        json!({
            "description": "",
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        })
    });
    let so_far = answer["description"].as_str().unwrap_or_default();
    if so_far.split("; ").all(|said| said != line) {
        let text = if so_far.is_empty() {
            line
        } else {
            format!("{so_far}; {line}")
        };
        answer["description"] = text.into();
    }
}

fn problem_schema() -> Value {
    let codes: Vec<&str> = ProblemCode::ALL.iter().map(|c| c.as_str()).collect();
    json!({
        "type": "object",
        "description": "RFC 9457. Repeats nothing the client sent.",
        "required": ["type", "title", "status", "code"],
        "additionalProperties": false,
        "properties": {
            "type": {"const": "about:blank"},
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "code": {"enum": codes},
            "detail": {"type": "string"},
        },
    })
}

#[cfg(test)]
mod tests;
