//! What survives: kills, power cuts, a full disk. A child process writes and acknowledges; what it acknowledged must be there.
#![cfg(unix)]

mod child;
#[cfg(target_os = "linux")]
mod full;
mod kill;
#[cfg(target_os = "linux")]
mod power;
mod typing;
