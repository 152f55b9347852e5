//! Health and self-description.

use super::api::{Api, Gives, Op};
use super::typed;
use crate::state::Shared;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ugnay_wire::meta::MetaLimits;
use ugnay_wire::{Meta, paths};

/// Health, self-description, description of the interface.
pub(crate) fn api() -> Api {
    const HEALTH: Op = Op {
        id: "health",
        about: "Up, nothing more: no version, no counts",
        params: &[],
        takes: None,
        gives: Gives::Typed("text/plain", "`ok`"),
        refuses: &[],
    };
    const META: Op = Op {
        id: "meta",
        about: "Federation, log and limits of this buffer",
        gives: Gives::Typed("application/json", "`Meta`"),
        ..HEALTH
    };
    const OPENAPI: Op = Op {
        id: "openapi",
        about: "This description",
        gives: Gives::Typed("application/json", "OpenAPI 3.1"),
        ..HEALTH
    };
    Api::new()
        .get(paths::HEALTH, &HEALTH, health)
        .get(paths::META, &META, meta)
        .get(paths::OPENAPI, &OPENAPI, openapi)
}

/// The same text as `docs/openapi.json`.
pub(crate) async fn openapi() -> Response {
    typed("application/json", super::openapi().into_bytes())
}

/// Up, nothing more: no version, no counts.
pub(crate) async fn health() -> &'static str {
    "ok\n"
}

pub(crate) async fn meta(State(s): State<Shared>) -> impl IntoResponse {
    axum::Json(Meta {
        api: 1,
        fed: s.fed.to_hex(),
        log_origin: s.log.origin().to_owned(),
        log_vkey: s.log.vkey(),
        demo: s.demo,
        limits: MetaLimits::default(),
    })
}
