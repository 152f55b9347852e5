//! Health and self-description.

use crate::state::Shared;
use axum::extract::State;
use axum::response::IntoResponse;
use ugnay_wire::Meta;
use ugnay_wire::meta::MetaLimits;

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
