//! The only way out of the window: a number to dial or to write to, given to the system's own dialler. No web address.

use tauri::Url;

/// Schemes that only name a number.
const NUMBER_SCHEMES: &[&str] = &["tel", "sms"];

/// Longest number that is passed on (E.164 has 15 digits and a plus).
const LONGEST_NUMBER: usize = 16;

/// Whether a link is a plain number to call or to write to: `tel:+63…`, `sms:+63…`, and nothing behind it.
pub fn is_number(url: &Url) -> bool {
    let number = url.path();
    let digits = number.strip_prefix('+').unwrap_or(number);
    NUMBER_SCHEMES.contains(&url.scheme())
        && url.query().is_none()
        && url.fragment().is_none()
        && (3..=LONGEST_NUMBER).contains(&number.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Hands a number to the system. Nothing is reported when the system has no dialler: the number stands on the screen.
pub fn open_number(url: &Url) {
    if is_number(url) {
        // The error would carry the number.
        let _ = open::that_detached(url.as_str());
    }
}

#[cfg(test)]
mod tests;
