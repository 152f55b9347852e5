//! The SOCKS5 proxy that every line to a buffer goes through, as Tor's.
//!
//! Owns where it is written down: inside what it serves (a register, an organisation's vault), never beside it in the clear,
//! and in memory while nothing is open, for what is made or comes back next. Must not know what goes over the line.

use crate::dto::AppError;
use crate::session::App;
use crate::sync::SOCKS;

/// An address as it is kept: nothing, or the one form in which the proxy resolves names.
///
/// # Errors
/// [`crate::dto::ErrorCode::BadInput`] with `socks` for anything else.
pub(crate) fn address(typed: &str) -> Result<String, AppError> {
    match typed.trim() {
        "" => Ok(String::new()),
        some => Ok(ugnay_sync::http::proxy_address(some).map_err(ugnay_sync::SyncError::from)?),
    }
}

impl App {
    /// The proxy of what is open; of what is made next, while nothing is. Empty for none.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Disk`].
    pub fn proxy(&mut self) -> Result<String, AppError> {
        if let Some(open) = &self.custody {
            return Ok(open.house().socks().unwrap_or_default());
        }
        match self.open() {
            Ok((s, _)) => {
                let kept = s.register.state(SOCKS)?.unwrap_or_default();
                Ok(String::from_utf8(kept).unwrap_or_default())
            }
            Err(_) => Ok(self.next_socks.clone()),
        }
    }

    /// Goes through a SOCKS5 proxy from now on, as Tor's (`127.0.0.1:9050`); directly again with an empty address. Said of
    /// what is open and kept in it; what is made later in the same run begins with it.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::BadInput`] for an address that is none.
    pub fn use_socks(&mut self, typed: &str) -> Result<(), AppError> {
        let address = address(typed)?;
        if let Some(open) = &mut self.custody {
            open.house_mut().use_socks(&address)?;
        } else if let Ok((s, _)) = self.open() {
            s.register.put_state(SOCKS, address.as_bytes())?;
        }
        self.next_socks = address;
        Ok(())
    }
}
