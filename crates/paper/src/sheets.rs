//! The kinds of sheets, a file each. A sheet says what stands on it, in which order; it must not know where.

mod calls;
mod invitation;
mod key;
mod meeting;
mod recovery;

pub use calls::{Calls, Number, ToCall};
pub use invitation::Invitation;
pub use key::KeySheet;
pub use meeting::{Meeting, ToConfirm};
pub use recovery::RecoverySheet;

use crate::layout::Layout;
use crate::words::Words;
use crate::{Look, PaperError, pdf};

/// The texts with these ids.
fn all(words: &Words, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| words.t(id)).collect()
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
