//! The line to a buffer: one request, one answer. Real over HTTP; simulated in tests.

use crate::TransportError;

/// GET or POST; the buffer has no other verbs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// Reads.
    Get,
    /// Writes, idempotently.
    Post,
}

/// One request.
#[derive(Clone, Debug)]
pub struct Request {
    /// The verb.
    pub method: Method,
    /// Path and query, from `ugnay_wire::paths`.
    pub path: String,
    /// A read-cap signature, lower-case hexadecimal.
    pub read_signature: Option<String>,
    /// The body; empty for GET.
    pub body: Vec<u8>,
}

impl Request {
    /// A GET.
    #[must_use]
    pub fn get(path: String) -> Self {
        Self {
            method: Method::Get,
            path,
            read_signature: None,
            body: Vec::new(),
        }
    }

    /// A POST.
    #[must_use]
    pub fn post(path: impl Into<String>, body: Vec<u8>) -> Self {
        Self {
            method: Method::Post,
            path: path.into(),
            read_signature: None,
            body,
        }
    }
}

/// One answer.
#[derive(Clone, Debug)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// The longest answer a device will take, in bytes.
pub const MAX_ANSWER: usize = 16 * 1024 * 1024;

/// A line to one buffer.
pub trait Transport: Send {
    /// Sends a request and waits for the answer.
    ///
    /// # Errors
    /// [`TransportError`] when no whole answer came.
    fn send(&mut self, request: &Request) -> Result<Response, TransportError>;
}
