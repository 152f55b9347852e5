//! The interface's words in one language, as one Fluent text (`ui/src/i18n`, joined by this crate's build script). The window
//! asks for the language it shows and holds English itself. Owns the list of languages there are; must not read, choose or
//! change a word.

use crate::dto::{AppError, ErrorCode};

/// A language by its tag and its messages.
macro_rules! text {
    ($tag:literal) => {
        (
            $tag,
            include_str!(concat!(env!("OUT_DIR"), "/", $tag, ".ftl")),
        )
    };
}

const CATALOGUES: [(&str, &str); 5] = [
    text!("en"),
    text!("fil"),
    text!("ceb"),
    text!("es"),
    text!("fr"),
];

/// Every message of a language (a tag of BCP 47: `fil`), whatever is open or locked.
///
/// # Errors
/// [`ErrorCode::BadInput`] naming `language` for one that is not shipped.
pub fn catalogue(language: &str) -> Result<&'static str, AppError> {
    CATALOGUES
        .iter()
        .find(|(tag, _)| *tag == language)
        .map(|(_, text)| *text)
        .ok_or_else(|| AppError::new(ErrorCode::BadInput).field("language"))
}

#[cfg(test)]
mod tests;
