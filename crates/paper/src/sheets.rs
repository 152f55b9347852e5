//! The kinds of sheets, a file each. A sheet says what stands on it, in which order; it must not know where.

mod calls;
mod consent;
mod copy;
mod family;
mod invitation;
mod key;
mod meeting;
mod plan;
mod recovery;

pub use calls::{Calls, Number, ToCall};
pub use consent::ConsentForm;
pub use copy::{AccessCopy, Corrected, Held, Section};
pub use family::{FamilyCard, Line};
pub use invitation::Invitation;
pub use key::KeySheet;
pub use meeting::{Meeting, ToConfirm};
pub use plan::PlanSheet;
pub use recovery::RecoverySheet;

use crate::layout::Layout;
use crate::words::Words;
use crate::{Look, PaperError, pdf};
use qrcode::{Color, EcLevel, QrCode};

/// The texts with these ids.
fn all(words: &Words, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| words.t(id)).collect()
}

/// A code of at most so large a side.
fn code(l: &mut Layout, text: &str, side: f32) -> Result<(), PaperError> {
    // Low correction for long texts: the modules stay large enough for a phone's camera.
    let level = if text.len() > 600 {
        EcLevel::L
    } else {
        EcLevel::M
    };
    let code = QrCode::with_error_correction_level(text.as_bytes(), level)
        .map_err(|_| PaperError::CodeTooLong)?;
    let dark: Vec<bool> = code.to_colors().iter().map(|c| *c == Color::Dark).collect();
    l.code(&dark, code.width(), side);
    Ok(())
}

/// Lays out a sheet of this kind (the id of its title) and writes it.
fn sheet(
    look: Look,
    kind: &str,
    content: impl FnOnce(&mut Layout, &Words) -> Result<(), PaperError>,
) -> Result<Vec<u8>, PaperError> {
    let words = Words::new(look.language);
    let mut layout = Layout::new(look.size);
    let title = words.t(kind);
    layout.title(&title);
    content(&mut layout, &words)?;
    pdf::write(&layout, &words, look.language, &title)
}

#[cfg(test)]
mod tests;
