//! How a command ends when it does not end well, in words a person can act on.

use std::io::Write;
use ugnay_app::dto::{AlarmKind, AppError, ErrorCode};

/// Prints a line of the result; a reader that closed the pipe (`ugnay find … | head`) ends the program quietly.
pub fn print_line(line: &str) {
    if writeln!(std::io::stdout(), "{line}").is_err() {
        std::process::exit(0);
    }
}

/// `println!` for results, see [`print_line`].
macro_rules! say {
    ($($t:tt)*) => { $crate::fail::print_line(&format!($($t)*)) };
}
pub(crate) use say;

/// The two ways not to succeed.
#[derive(Debug)]
pub enum Fail {
    /// The answer is "no": exit 1.
    No,
    /// Input or usage is wrong: exit 2 with a message.
    Wrong(String),
}

impl From<AppError> for Fail {
    fn from(e: AppError) -> Self {
        let mut message = match e.alarm {
            Some(kind) => format!("ALARM: {} {SAFE}", alarm_words(kind)),
            None => words(e.code).to_owned(),
        };
        let row = e.row.map(|r| r.to_string());
        for (name, value) in [
            ("file", &e.file),
            ("sheet", &e.sheet),
            ("row", &row),
            ("column", &e.column),
            ("field", &e.field),
            ("detail", &e.detail),
        ] {
            if let Some(v) = value {
                message.push_str(&format!(" [{name}: {v}]"));
            }
        }
        Self::Wrong(message)
    }
}

impl From<std::io::Error> for Fail {
    fn from(e: std::io::Error) -> Self {
        Self::Wrong(format!("the system could not read or write ({})", e.kind()))
    }
}

/// What holds for every alarm.
const SAFE: &str = "Nothing here was deleted or changed. Show this message to the organisations of your federation.";

/// What happened, and what to do now.
fn alarm_words(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::Rollback => {
            "the buffer shows an older state than before. Ask its operator whether it was restored from a backup, and exchange again only after the answer."
        }
        AlarmKind::Fork => {
            "the buffer tells different stories to different people. Do not exchange again; compare with a colleague what each was shown."
        }
        AlarmKind::Gone => {
            "something that another device sent is gone from the buffer. Keep every device as it is: they hold copies. The buffer itself keeps what was deleted for 30 days: tell its operator soon."
        }
        AlarmKind::HeldBack => {
            "the buffer has something that it does not show to you. It may only be late: exchange once more in an hour."
        }
        AlarmKind::OtherBytes => {
            "in place of something that was sent the buffer hands out something else; it was not taken. Have its operator look before you exchange again."
        }
        AlarmKind::ForeignWriter => {
            "somebody wrote who is none of this register's devices; it was not taken. Look at the list of devices and remove those nobody knows."
        }
        AlarmKind::NextEpoch => {
            "the others went on under new keys, and the buffer does not show how; nothing is sent. Ask a colleague whether this device was left out on purpose."
        }
        AlarmKind::NotInLog => {
            "the public log does not vouch for what the buffer shows. Do not exchange again; compare with a colleague what each was shown."
        }
        AlarmKind::Signatures => {
            "the log lacks signatures it must have, or is another log. Check the buffer's address, and ask the organisations whether enough of them still sign."
        }
        AlarmKind::Other => {
            "the buffer shows something that contradicts what was proven before. Do not exchange again before somebody has looked."
        }
    }
}

fn words(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::Locked => "no register is open",
        ErrorCode::WrongPassphrase => "the passphrase does not open this register",
        ErrorCode::WeakPassphrase => {
            "the passphrase is too short: use at least twelve characters, better five words"
        }
        ErrorCode::InUse => "this register is open in another program",
        ErrorCode::NotARegister => "there is no register in this folder",
        ErrorCode::AlreadyThere => "there is something there already",
        ErrorCode::Damaged => "the register is damaged; it was set aside, nothing was deleted",
        ErrorCode::TooNew => "the register was written by a newer version of Ugnay",
        ErrorCode::Disk => "the disk is full or cannot be written",
        ErrorCode::NotFound => "there is no such entry",
        ErrorCode::BadInput => "this cannot be accepted",
        ErrorCode::FileEmpty => "the file is empty",
        ErrorCode::FileTooLarge => "the file is larger than 64 MB",
        ErrorCode::FileNotASheet => "the file is not a sheet of a known kind",
        ErrorCode::FileProtected => "the file is protected by a password; save it without one",
        ErrorCode::FileDamaged => "the file ends early or is damaged",
        ErrorCode::Cancelled => "stopped",
        ErrorCode::NoBuffer => "this register is not joined to a federation with a buffer",
        ErrorCode::BufferUnreachable => {
            "the buffer does not answer; nothing is lost, try again later"
        }
        ErrorCode::BufferSlow => "the buffer took too long; nothing is lost, try again later",
        ErrorCode::BufferCertificate => "the buffer's certificate is not trusted; nothing was sent",
        ErrorCode::BufferNonsense => {
            "the buffer answered something that makes no sense; nothing was changed"
        }
        ErrorCode::BufferRefused => "the buffer refused",
        ErrorCode::BufferAlarm => alarm_words(AlarmKind::Other),
        ErrorCode::DeviceRevoked => {
            "this device was taken out of the register by another device or by the custodians; nothing here was deleted"
        }
        ErrorCode::CannotUndo => "this cannot be undone any more, because something changed since",
        ErrorCode::Refused => "refused",
        ErrorCode::Internal => "a fault in this program",
    }
}

#[cfg(test)]
mod tests;
