//! Crashes, for the tests of whatever has to survive them: a test binary starts itself again as a child, the child says
//! what is durable, and dies; or its disk is made up from what it asked of the real one, and the power fails. Knows nothing
//! of what is written.
//!
//! Kills run everywhere. The disk needs a shim in C that is loaded before libc, so it is there on Linux; the same `cc` that
//! builds SQLCipher builds it.
#![cfg(unix)]

mod child;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod run;

pub use child::{Hear, child_dir, heard, kill_after, number, say, start};
#[cfg(target_os = "linux")]
pub use disk::{Disk, shim};
#[cfg(target_os = "linux")]
pub use run::Run;
