//! Persons as the engine sees them: what is compared, how it is made ready, and at which levels Filipino names, dates and families agree.
//!
//! Owns the mapping of a person to the engine. Must not decide what happens to a pair.

mod dates;
mod features;
mod given;
mod levels;
mod prepare;
mod scheme;
mod surname;

pub use features::{Birth, ContactFeatures, Features, SexFeature};
pub(crate) use levels::FIELDS;
pub(crate) use prepare::{Prepared, Tables};
pub(crate) use scheme::PersonScheme;

#[cfg(test)]
mod tests;
