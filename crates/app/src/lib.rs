//! Use cases a person can name: unlock, find, import, sync, campaign, release, report. CLI, window and tests call these.
pub mod bindings;
pub mod dto;
