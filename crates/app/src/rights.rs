//! What a person agreed to and may ask for: consents by purpose, a copy of what is held, erasure.
//!
//! Owns what is written down and what is told. How far a record goes by what was agreed is decided in `ugnay_sync`.

mod consent;
mod copy;
mod erase;
mod held;
mod leftovers;

#[cfg(test)]
mod tests;
