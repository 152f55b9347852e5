//! Every way the server says no, as problem+json (RFC 9457). A refusal repeats nothing
//! the client sent and no name from the store.

use crate::store::StoreError;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ugnay_wire::paths::PROBLEM_JSON;
use ugnay_wire::{Problem, ProblemCode, WireError};

/// A refused request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub code: ProblemCode,
    pub detail: Option<String>,
}

impl Refusal {
    pub(crate) const fn new(code: ProblemCode) -> Self {
        Self { code, detail: None }
    }

    pub(crate) fn with(code: ProblemCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: Some(detail.into()),
        }
    }
}

impl From<WireError> for Refusal {
    fn from(e: WireError) -> Self {
        let code = match e {
            WireError::TooLong { .. } | WireError::TooMany { .. } => ProblemCode::TooLarge,
            _ => ProblemCode::Malformed,
        };
        Self::with(code, e.to_string())
    }
}

impl From<StoreError> for Refusal {
    fn from(e: StoreError) -> Self {
        match e {
            StoreError::Conflict(what) => Self::with(ProblemCode::Conflict, what),
            StoreError::Capped(what) => Self::with(ProblemCode::TooMany, what),
            StoreError::Closed => Self::new(ProblemCode::EpochClosed),
            StoreError::NoRegister => Self::new(ProblemCode::NotFound),
            StoreError::Full => {
                tracing::error!(code = "storage_full", "a write was refused");
                Self::new(ProblemCode::StorageFull)
            }
            StoreError::Unavailable(_) => {
                tracing::warn!(error = %e, "store");
                Self::new(ProblemCode::Unavailable)
            }
            StoreError::Damaged(_) | StoreError::Fault(_) => {
                tracing::error!(error = %e, "store");
                Self::new(ProblemCode::Internal)
            }
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let problem = Problem::new(self.code, self.detail);
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let kind = HeaderValue::from_static(PROBLEM_JSON);
        (status, [(header::CONTENT_TYPE, kind)], body).into_response()
    }
}
