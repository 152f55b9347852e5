//! TLS by rustls: the server's own certificate, from files or by ACME, and the roots that
//! outgoing connections (PostgreSQL, the authority) are checked against.
//!
//! This room alone names rustls, and only with the cargo feature `tls`, which is on by
//! default. Without it the program links no TLS and a configuration that asks for it is
//! refused; nothing ever falls back to the clear.

#[cfg(feature = "tls")]
mod acme;
#[cfg(feature = "tls")]
mod files;
#[cfg(feature = "tls")]
mod roots;
#[cfg(feature = "tls")]
mod with_tls;
#[cfg(not(feature = "tls"))]
mod without_tls;

#[cfg(feature = "tls")]
pub(crate) use with_tls::{Tls, ends_of, postgres};
#[cfg(not(feature = "tls"))]
pub(crate) use without_tls::{Tls, ends_of, postgres};
