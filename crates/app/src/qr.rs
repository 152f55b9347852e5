//! A text as the dark squares of a QR code (ISO/IEC 18004). Must not know what the text means: what may be shown is its
//! author's business. A secret in a code is as secret as the screen it stands on.

use crate::dto::{AppError, ErrorCode, QrPicture};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// White squares around a code, as the standard asks for.
const QUIET: usize = 4;

/// The code of a text, as one SVG path in units of a square.
///
/// # Errors
/// [`ErrorCode::BadInput`] for a text that no code can carry (2,953 bytes at most).
pub(crate) fn picture(text: &str) -> Result<QrPicture, AppError> {
    let long = |_| AppError::new(ErrorCode::BadInput).detail("too_long");
    // Middle correction for what is scanned off a screen; long texts take the lowest, so that they fit at all.
    let level = if text.len() > 600 {
        EcLevel::L
    } else {
        EcLevel::M
    };
    let code = QrCode::with_error_correction_level(text.as_bytes(), level).map_err(long)?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row
                .iter()
                .skip(x)
                .take_while(|c| **c == Color::Dark)
                .count();
            if run > 0 {
                // Writing to a string does not fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Ok(QrPicture {
        size: (width + 2 * QUIET) as u32,
        path,
    })
}

#[cfg(test)]
mod tests;
