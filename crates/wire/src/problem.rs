//! Refusals with stable codes (RFC 9457, problem details as JSON).
//!
//! `code` is what programs look at; `title` is for people reading a trace. Neither ever
//! repeats what the client sent.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident, $text:literal, $status:literal, $title:literal;)*) => {
        /// Why a request was refused. Texts and numbers are never changed or reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ProblemCode { $($(#[$doc])* $name,)* }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The HTTP status it comes with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* }
            }

            /// A sentence in English.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }
        }
    };
}

codes! {
    /// The body or a parameter cannot be read.
    Malformed, "malformed", 400, "The request cannot be read";
    /// A signature does not verify.
    BadSignature, "bad_signature", 403, "A signature does not verify";
    /// The ticket is from no key this buffer knows.
    BadTicket, "bad_ticket", 403, "The ticket is not valid here";
    /// The submitter or witness is not on this buffer's list.
    UnknownKey, "unknown_key", 403, "The signing key is not on this buffer's list";
    /// The time in a read request is too far from the server's.
    ClockSkew, "clock_skew", 403, "The time in the request is too far from the server's";
    /// No release in the log, still open, entitles who asks.
    NotReleased, "not_released", 403, "No open release entitles to this";
    /// Nothing here under that name, or nothing that may be told.
    NotFound, "not_found", 404, "Nothing here under that name";
    /// The method is not allowed on this path.
    MethodNotAllowed, "method_not_allowed", 405, "This path does not take that method";
    /// The request did not arrive in time.
    Timeout, "timeout", 408, "The request did not arrive in time";
    /// Something else is stored under that name or id already.
    Conflict, "conflict", 409, "Something else is stored under that name already";
    /// The register-epoch is over; its notices name the next one to its devices.
    EpochClosed, "epoch_closed", 410, "The register-epoch is over";
    /// The body was erased; the entry stays.
    Erased, "erased", 410, "The body was erased";
    /// Over a limit of size.
    TooLarge, "too_large", 413, "The request is over a limit";
    /// Over a limit of rate.
    TooMany, "too_many", 429, "Too many requests, try again later";
    /// The headers are over a limit.
    HeadersTooLarge, "headers_too_large", 431, "The request's headers are over a limit";
    /// A fault in the server.
    Internal, "internal", 500, "The server has a fault";
    /// The store cannot be reached for now.
    Unavailable, "unavailable", 503, "The store cannot be reached, try again later";
    /// The disk or the quota is full; nothing of the request was stored.
    StorageFull, "storage_full", 507, "The store is full, nothing was stored";
}

impl ProblemCode {
    /// Reads the stable text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.as_str() == text)
    }
}

/// The JSON body of a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Always `about:blank`: `code` tells programs more.
    #[serde(rename = "type")]
    pub kind: String,
    /// For people.
    pub title: String,
    /// The HTTP status again.
    pub status: u16,
    /// A [`ProblemCode`] as text.
    pub code: String,
    /// What is wrong with the message: names of fields and numbers, no contents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl Problem {
    /// A refusal, optionally with the field at fault.
    #[must_use]
    pub fn new(code: ProblemCode, detail: Option<String>) -> Self {
        Self {
            kind: "about:blank".into(),
            title: code.title().into(),
            status: code.status(),
            code: code.as_str().into(),
            detail,
        }
    }
}
