//! From the rooms' errors to the few stable codes. Nothing personal passes through here.

use crate::dto::{AppError, ErrorCode};
use ugnay_register::{CreateError, OpenError, RegisterError};
use ugnay_sync::{SyncError, TransportError};
use ugnay_vault::VaultError;
use ugnay_wire::ProblemCode;

impl From<OpenError> for AppError {
    fn from(e: OpenError) -> Self {
        let code = match &e {
            OpenError::NotARegister | OpenError::NotEncrypted => ErrorCode::NotARegister,
            OpenError::InUse => ErrorCode::InUse,
            OpenError::WrongPassphrase => ErrorCode::WrongPassphrase,
            OpenError::KeyDamaged | OpenError::Damaged { .. } => ErrorCode::Damaged,
            OpenError::TooNew { .. } => ErrorCode::TooNew,
            OpenError::Full | OpenError::Io(_) => ErrorCode::Disk,
            _ => ErrorCode::Internal,
        };
        match e {
            OpenError::Damaged { aside: Some(path) } => {
                Self::new(code).detail(path.display().to_string())
            }
            OpenError::NotEncrypted => Self::new(code).detail("not_encrypted"),
            OpenError::KeyDamaged => Self::new(code).detail("key_file"),
            _ => Self::new(code),
        }
    }
}

impl From<CreateError> for AppError {
    fn from(e: CreateError) -> Self {
        match e {
            CreateError::Exists => Self::new(ErrorCode::AlreadyThere),
            CreateError::BadFolder => Self::new(ErrorCode::BadInput).field("folder"),
            CreateError::Open(e) => e.into(),
            _ => Self::new(ErrorCode::Internal),
        }
    }
}

impl From<RegisterError> for AppError {
    fn from(e: RegisterError) -> Self {
        match e {
            RegisterError::NotFound | RegisterError::Removed => Self::new(ErrorCode::NotFound),
            RegisterError::NotUndoable => Self::new(ErrorCode::CannotUndo),
            RegisterError::ImportExists => Self::new(ErrorCode::AlreadyThere),
            RegisterError::Cancelled => Self::new(ErrorCode::Cancelled),
            RegisterError::TooLarge => Self::new(ErrorCode::BadInput).detail("too_long"),
            RegisterError::Damaged => Self::new(ErrorCode::Damaged),
            RegisterError::Full | RegisterError::Io => Self::new(ErrorCode::Disk),
            RegisterError::Key(e) => e.into(),
            RegisterError::Store { code } => {
                Self::new(ErrorCode::Internal).detail(format!("store_{code}"))
            }
            _ => Self::new(ErrorCode::Internal),
        }
    }
}

impl From<VaultError> for AppError {
    fn from(e: VaultError) -> Self {
        match e {
            VaultError::TooLarge => Self::new(ErrorCode::BadInput).detail("too_long"),
            VaultError::Damaged => Self::new(ErrorCode::Damaged),
            VaultError::Full | VaultError::Io => Self::new(ErrorCode::Disk),
            VaultError::Key(e) => e.into(),
            VaultError::Store { code } => {
                Self::new(ErrorCode::Internal).detail(format!("store_{code}"))
            }
            _ => Self::new(ErrorCode::Internal),
        }
    }
}

/// The code of a failed exchange.
pub(crate) fn sync_code(e: &SyncError) -> ErrorCode {
    match e {
        SyncError::Transport(
            TransportError::Unreachable | TransportError::Address | TransportError::Onion,
        ) => ErrorCode::BufferUnreachable,
        SyncError::Transport(TransportError::Proxy) => ErrorCode::BadInput,
        SyncError::Transport(TransportError::Slow) => ErrorCode::BufferSlow,
        SyncError::Transport(TransportError::Certificate) => ErrorCode::BufferCertificate,
        SyncError::Transport(TransportError::TooLong) | SyncError::Nonsense(_) => {
            ErrorCode::BufferNonsense
        }
        SyncError::Refused(ProblemCode::Unavailable | ProblemCode::Timeout) => {
            ErrorCode::BufferSlow
        }
        SyncError::Refused(_) => ErrorCode::BufferRefused,
        SyncError::Alarm(_) => ErrorCode::BufferAlarm,
        SyncError::NotJoined | SyncError::NotEnrolled => ErrorCode::NoBuffer,
        SyncError::Revoked => ErrorCode::DeviceRevoked,
        SyncError::Cancelled => ErrorCode::Cancelled,
        SyncError::Register(_) | SyncError::Seal(_) => ErrorCode::Internal,
    }
}

impl From<SyncError> for AppError {
    fn from(e: SyncError) -> Self {
        let out = Self::new(sync_code(&e));
        match e {
            SyncError::Register(inner) => inner.into(),
            SyncError::Refused(code) => out.detail(code.as_str()),
            SyncError::Alarm(what) | SyncError::Nonsense(what) => out.detail(what),
            SyncError::Transport(TransportError::Onion) => out.detail("onion_without_tor"),
            SyncError::Transport(TransportError::Proxy) => out.field("socks"),
            SyncError::NotEnrolled => out.detail("not_enrolled"),
            _ => out,
        }
    }
}
