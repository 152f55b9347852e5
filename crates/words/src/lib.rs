//! The languages of what people read, and messages from Fluent catalogues. Owns the list of languages and the formatting
//! of a message; must not know what is said, nor where: whoever says something brings its own files.

#[cfg(any(test, feature = "audit"))]
pub mod audit;
mod catalogue;
mod language;

pub use catalogue::{Arg, Catalogue};
pub use language::Language;
