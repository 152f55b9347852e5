//! Sheets to print, as PDF (ISO 32000): what stands on them, where it stands, and the bytes.
//!
//! Owns the words on paper (the interface's catalogue, files of their own), the typeface, the layout and every kind of sheet.
//! Takes ready texts and values, and gives bytes back. It must not read a register, a clock or a file, and it writes none:
//! where the bytes go is its caller's business.
//!
//! A sheet depends on its input alone: the same input gives the same bytes. The file says its kind, its language and
//! nothing else about itself: no name, date, program version or machine.
//!
//! Two of the sheets carry secrets. Nobody can wipe what a PDF's making leaves in a program's memory, so a caller makes them
//! only when somebody asked for the file, and keeps nothing.

mod font;
mod layout;
mod pdf;
pub mod sheets;
mod words;

pub use layout::Size;
pub use ugnay_words::Language;

/// What a sheet looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The language of the words on it.
    pub language: Language,
    /// The paper.
    pub size: Size,
}

/// Why there is no sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A text is longer than a QR code carries.
    #[error("too much for a code")]
    CodeTooLong,
    /// The writer of PDFs refused; a fault in this program.
    #[error("the sheet could not be written")]
    Writer,
}
