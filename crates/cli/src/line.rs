//! How a buffer is reached, the same for every command that speaks to one: its own certificate, a proxy. Must not keep
//! anything; the party a command belongs to does.

use crate::fail::Fail;
use clap::Args;
use std::fs;
use std::path::PathBuf;
use ugnay_app::federation::{Client, client_through};

/// Besides the buffer's address.
#[derive(Args, Clone)]
pub struct Line {
    /// The buffer's own certificate (PEM), where it is not from a public authority.
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
    /// A SOCKS5 proxy to go through, as Tor's: 127.0.0.1:9050. It resolves names too. "" goes directly.
    #[arg(long, value_name = "HOST:PORT")]
    pub socks: Option<String>,
}

impl Line {
    /// The certificate's bytes.
    pub fn pem(&self) -> Result<Option<Vec<u8>>, Fail> {
        Ok(self.certificate.as_ref().map(fs::read).transpose()?)
    }

    /// A line to the buffer at `url`, kept by nobody.
    pub fn client(&self, url: &str) -> Result<Client, Fail> {
        let pem = self.pem()?;
        Ok(client_through(url, pem.as_deref(), self.socks.as_deref())?)
    }
}
