//! The same names in a program built without TLS: every wish for it is refused.

use super::Told;
use super::standing::Standing;
use crate::config::TlsSource;
use crate::server::BufferError;
use std::path::Path;
use tokio::net::TcpStream;
use tokio::sync::watch;

/// Cannot be made.
#[derive(Clone)]
pub(crate) enum Tls {}

fn refused() -> BufferError {
    let text = "tls: this program was built without TLS; put a proxy in front or build with the feature `tls`";
    BufferError::Config(text.into())
}

impl Tls {
    pub(crate) fn load(
        _: &TlsSource,
        _: Told,
        _: watch::Receiver<bool>,
    ) -> Result<Self, BufferError> {
        Err(refused())
    }

    pub(crate) async fn accept(&self, _: TcpStream) -> Option<TcpStream> {
        match *self {}
    }

    pub(crate) fn reload(&self) -> Result<bool, BufferError> {
        match *self {}
    }

    pub(crate) fn ask_at_once(&self) {
        match *self {}
    }

    pub(crate) fn ends(&self) -> Option<i64> {
        match *self {}
    }
}

/// As the other one, which has to wait for files.
pub(crate) async fn standing_of(_: &TlsSource) -> Result<Standing, BufferError> {
    Err(refused())
}

pub(crate) fn postgres(_: Option<&Path>) -> Result<tokio_postgres::NoTls, BufferError> {
    Err(refused())
}
