//! Reading single values: names, dates, relations, closed choices, contact cells. No rows, no sheets.

pub(crate) mod choice;
pub(crate) mod contact;
pub mod date;
pub(crate) mod name;
pub(crate) mod relation;
pub(crate) mod status;
