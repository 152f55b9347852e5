//! TLS by rustls: the server's own certificate, from files or by ACME, and the roots that
//! outgoing connections (PostgreSQL, the authority) are checked against.
//!
//! This room alone names rustls, and only with the cargo feature `tls`, which is on by
//! default. Without it the program links no TLS and a configuration that asks for it is
//! refused; nothing ever falls back to the clear.

use crate::clock::Clock;
use crate::metrics::Metrics;
use std::sync::Arc;

#[cfg(feature = "tls")]
mod acme;
#[cfg(feature = "tls")]
mod files;
#[cfg(feature = "tls")]
mod roots;
#[cfg_attr(
    not(any(feature = "tls", test)),
    expect(dead_code, reason = "without TLS nobody asks for certificates")
)]
pub(crate) mod standing;
#[cfg(feature = "tls")]
mod with_tls;
#[cfg(not(feature = "tls"))]
mod without_tls;

#[cfg(feature = "tls")]
pub(crate) use with_tls::{Tls, postgres, standing_of};
#[cfg(not(feature = "tls"))]
pub(crate) use without_tls::{Tls, postgres, standing_of};

/// What a renewal needs from the server around it.
#[derive(Clone)]
#[cfg_attr(
    not(feature = "tls"),
    expect(dead_code, reason = "without TLS nobody asks for certificates")
)]
pub(crate) struct Told {
    pub clock: Clock,
    pub metrics: Arc<Metrics>,
}
