//! Why an exchange did not happen. Nothing local is lost in any of these cases.

use ugnay_wire::ProblemCode;

/// The line to the buffer failed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TransportError {
    /// Nobody answered at that address.
    #[error("the buffer does not answer")]
    Unreachable,
    /// The answer did not come in time.
    #[error("the buffer took too long")]
    Slow,
    /// The certificate is not one this device trusts for that address.
    #[error("the buffer's certificate is not trusted")]
    Certificate,
    /// The answer is longer than any honest one.
    #[error("the buffer's answer is too long")]
    TooLong,
    /// Not the address of a SOCKS5 proxy.
    #[error("not an address of a SOCKS5 proxy")]
    Proxy,
    /// An onion address has no meaning outside Tor; asking the name service for it would only tell who asks.
    #[error("an onion address is reached through Tor only")]
    Onion,
    /// The address is not one.
    #[error("not an address of a buffer")]
    Address,
}

/// An exchange failed.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The line failed.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The buffer refused, with its reason.
    #[error("the buffer refused: {}", .0.as_str())]
    Refused(ProblemCode),
    /// The answer cannot be read as what was asked for.
    #[error("the buffer answered something that makes no sense ({0})")]
    Nonsense(&'static str),
    /// What the buffer shows contradicts what was seen or proven before.
    #[error("alarm: {0}")]
    Alarm(&'static str),
    /// The register could not be read or written.
    #[error("the register refused: {0}")]
    Register(#[from] ugnay_register::RegisterError),
    /// Something could not be sealed.
    #[error("sealing failed: {0}")]
    Seal(#[from] ugnay_seal::SealError),
    /// This register has no buffer or no federation yet.
    #[error("this register is not joined to a federation")]
    NotJoined,
    /// This device is not (or no longer) in the register's roster.
    #[error("this device is not in the register's roster")]
    NotEnrolled,
    /// This device was revoked by another of the register, or by the custodians.
    #[error("this device was revoked")]
    Revoked,
    /// The user stopped it.
    #[error("cancelled")]
    Cancelled,
}

impl From<ugnay_wire::WireError> for SyncError {
    fn from(_: ugnay_wire::WireError) -> Self {
        Self::Nonsense("message")
    }
}
