//! What survives: kills, power cuts, a full disk. A child process writes and acknowledges; what it acknowledged must be there.
//!
//! Kills run everywhere. Power cuts and the full disk need a shim in C that is loaded before libc, so they run on Linux;
//! the same `cc` that builds SQLCipher builds it.
#![cfg(unix)]

mod child;
mod kill;
mod typing;

#[cfg(target_os = "linux")]
#[path = "../../../safe/tests/disk/disk.rs"]
mod disk;
#[cfg(target_os = "linux")]
mod full;
#[cfg(target_os = "linux")]
mod power;
