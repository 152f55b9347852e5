//! Phone cells as typed in village lists → numbers in E.164 with what they were read from, handles, and problems.
//! Splitting is in `phone/cell.rs`, the numbering plans come from `phonenumber` (libphonenumber metadata).
//! Warns, never blocks: an unreadable number is kept as typed.

use crate::{Iso2, fold};

mod cell;
mod number;
#[cfg(test)]
mod tests;

pub use cell::read_phones;
pub use number::check_phone;

/// What is known around a cell.
#[derive(Debug, Clone, Copy, Default)]
pub struct PhoneContext {
    /// Country of the row: national numbers may be meant in its plan. Leave empty for family phones (Philippines alone).
    pub destination: Option<Iso2>,
}

/// Line type as far as the plan tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneKind {
    /// Mobile.
    Mobile,
    /// Fixed line.
    Fixed,
    /// The plan does not tell, or other.
    Unknown,
}

/// Whose number a label says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// "OFW", "abroad".
    Migrant,
    /// "Fam", "family", "nanay".
    Family,
}

/// One number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedPhone {
    /// E.164, as it will be dialled: `+639171234567`.
    pub e164: String,
    /// As typed.
    pub raw: String,
    /// Line type.
    pub kind: PhoneKind,
    /// Extension ("loc. 128").
    pub extension: Option<String>,
    /// Whose, if labelled.
    pub owner: Option<Owner>,
    /// "viber", "whatsapp", … if labelled.
    pub app: Option<String>,
    /// Also a valid number of the row's country: the Philippine reading was preferred.
    pub ambiguous: bool,
}

/// An account name instead of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handle {
    /// "facebook", "viber", …
    pub app: String,
    /// As typed.
    pub value: String,
}

/// One place in a cell between separators; an explicit "wala" is an empty slot, so that two contacts and
/// "wala / 0917…" still line up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slot {
    /// Numbers read.
    pub numbers: Vec<ParsedPhone>,
    /// Text that should be a number and is not one, as typed.
    pub unreadable: Vec<String>,
    /// "wala", "none", "-".
    pub nothing: bool,
}

/// What is wrong with part of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhoneProblem {
    /// Digits lost to scientific notation ("6.39E+11").
    DigitsLost,
    /// Masked ("09XX-XXX-XXXX").
    Masked,
    /// Too short for any plan in question.
    TooShort,
    /// Too long.
    TooLong,
    /// Not a number in any plan in question.
    NotANumber,
    /// Valid in two plans.
    Ambiguous,
    /// Words without meaning here were left over.
    Leftover,
}

impl PhoneProblem {
    /// Stable code for reports.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DigitsLost => "phone_digits_lost",
            Self::Masked => "phone_masked",
            Self::TooShort => "phone_too_short",
            Self::TooLong => "phone_too_long",
            Self::NotANumber => "phone_unreadable",
            Self::Ambiguous => "phone_ambiguous",
            Self::Leftover => "phone_leftover",
        }
    }
}

/// A read cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhoneCell {
    /// In order of the cell.
    pub slots: Vec<Slot>,
    /// Account names.
    pub handles: Vec<Handle>,
    /// Words that were not understood.
    pub leftover: Vec<String>,
    /// Problems, each kind once.
    pub problems: Vec<PhoneProblem>,
}

impl PhoneCell {
    /// All numbers in order.
    pub fn numbers(&self) -> impl Iterator<Item = &ParsedPhone> {
        self.slots.iter().flat_map(|s| &s.numbers)
    }
    pub(crate) fn note(&mut self, problem: PhoneProblem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// Whether a cell says that there is nothing: "wala", "none", "N/A", "-", `\N`.
#[must_use]
pub fn is_nothing(text: &str) -> bool {
    let f = fold(text);
    f.is_empty() && !is_ditto(text)
        // What a database writes for nothing.
        || text.trim() == "\\N"
        || matches!(
            f.as_str(),
            "wala"
                | "wala pa"
                | "none"
                | "na"
                | "n a"
                | "nil"
                | "null"
                | "no number"
                | "no contact"
                | "walang contact"
                | "not applicable"
                | "unknown"
                | "di alam"
                | "hindi alam"
                | "ninguno"
                | "aucun"
                | "x"
                | "no cp"
                | "walang cp"
                | "nan"
        )
}

/// Whether a cell repeats the one above: `-do-`, `"`, "same as above", "ditto", "idem".
#[must_use]
pub fn is_ditto(text: &str) -> bool {
    let t = text.trim();
    if !t.is_empty()
        && t.chars()
            .all(|c| matches!(c, '"' | '”' | '“' | '〃' | '\'' | '’' | '″') || c == ' ')
    {
        return t.chars().any(|c| c != '\'' && c != ' ') || t.contains("''");
    }
    matches!(
        fold(t).as_str(),
        "do" | "ditto"
            | "same"
            | "same as above"
            | "same above"
            | "as above"
            | "idem"
            | "id"
            | "kapareho"
            | "kapareho ng nasa itaas"
            | "gaya ng nasa itaas"
            | "pareho"
            | "parehas"
            | "same address"
            | "ibid"
    ) && t.len() > 1
}
