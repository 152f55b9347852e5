//! Texts that travel on a screen, on paper or by paste: what a QR code says, and what a file of a pairing holds. Owns
//! their form. Must not judge what they carry.
//!
//! ```text
//! way  = "ugnay:1:" kind ":" base64url(secret[16] ‖ hash[32]) ":" base64url(certificate, DER) ":" address     kind: join, pair
//! text = "ugnay:1:" kind ":" base64url(bytes)                                                       kind: card, welcome
//! ```
//! `hash` is the genesis' of an invitation, the greeting's of a pairing. The certificate is there only if one was pinned.

use crate::dto::{AppError, ErrorCode};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ugnay_seal::Hash32;
use ugnay_seal::words::Invitation;

const PREFIX: &str = "ugnay:1:";
const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";
/// A certificate longer than this is not put into a code: the code would be too fine to scan.
const MAX_CERTIFICATE: usize = 1024;
/// Nothing longer is read.
const MAX_TEXT: usize = 128 * 1024;

/// What a text is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// An invitation to a federation.
    Join,
    /// A meeting of two devices.
    Pair,
    /// A device's card.
    Card,
    /// The welcome of a new device.
    Welcome,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Pair => "pair",
            Self::Card => "card",
            Self::Welcome => "welcome",
        }
    }
}

/// A way to somebody who waits at a buffer.
pub(crate) struct Way {
    /// Finds the box, and signs in it.
    pub secret: Invitation,
    /// What the box must hold; none when the words were typed.
    pub hash: Option<Hash32>,
    /// The buffer's own certificate, PEM.
    pub certificate: Option<Vec<u8>>,
    /// The buffer's address.
    pub buffer: String,
}

impl Way {
    /// As a text.
    pub(crate) fn to_text(&self, kind: Kind) -> String {
        let hash = self.hash.map_or([0; 32], |h| h.0);
        let mut secret = self.secret.to_bytes().to_vec();
        secret.extend_from_slice(&hash);
        let der = self.certificate.as_deref().and_then(der_of);
        let der = der
            .filter(|d| d.len() <= MAX_CERTIFICATE)
            .unwrap_or_default();
        let (secret, der) = (URL_SAFE_NO_PAD.encode(&secret), URL_SAFE_NO_PAD.encode(der));
        format!("{PREFIX}{}:{secret}:{der}:{}", kind.word(), self.buffer)
    }

    /// From a text.
    pub(crate) fn from_text(kind: Kind, text: &str) -> Result<Self, AppError> {
        Self::parse(kind, text).ok_or_else(unreadable)
    }

    fn parse(kind: Kind, text: &str) -> Option<Self> {
        let rest = body(kind, text)?;
        let mut parts = rest.splitn(3, ':');
        let secret = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let (secret, hash) = secret.split_first_chunk::<16>()?;
        let hash: [u8; 32] = hash.try_into().ok()?;
        let der = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let buffer = parts.next()?.to_owned();
        Some(Self {
            secret: Invitation::from_bytes(*secret),
            hash: Some(Hash32(hash)),
            certificate: (!der.is_empty()).then(|| pem_of(&der)),
            buffer,
        })
    }

    /// From typed words and an address.
    pub(crate) fn from_words(words: &str, buffer: &str) -> Result<Self, AppError> {
        let bad = |_| AppError::new(ErrorCode::BadInput).field("words");
        Ok(Self {
            secret: Invitation::from_words(words).map_err(bad)?,
            hash: None,
            certificate: None,
            buffer: buffer.trim().to_owned(),
        })
    }
}

/// Bytes as a text of that kind.
pub(crate) fn wrap(kind: Kind, bytes: &[u8]) -> String {
    format!("{PREFIX}{}:{}", kind.word(), URL_SAFE_NO_PAD.encode(bytes))
}

/// The bytes of a text of that kind; line breaks that a mail program put in do not matter.
pub(crate) fn unwrap(kind: Kind, text: &str) -> Result<Vec<u8>, AppError> {
    let clean: String = text
        .chars()
        .take(MAX_TEXT)
        .filter(|c| !c.is_whitespace())
        .collect();
    let bytes = body(kind, &clean).and_then(|b| URL_SAFE_NO_PAD.decode(b).ok());
    bytes.ok_or_else(unreadable)
}

fn body(kind: Kind, text: &str) -> Option<&str> {
    let text = text.trim();
    if text.len() > MAX_TEXT {
        return None;
    }
    text.strip_prefix(PREFIX)?
        .strip_prefix(kind.word())?
        .strip_prefix(':')
}

fn unreadable() -> AppError {
    AppError::new(ErrorCode::BadInput).field("code")
}

fn der_of(pem: &[u8]) -> Option<Vec<u8>> {
    let text = core::str::from_utf8(pem).ok()?;
    let (_, after) = text.split_once(BEGIN)?;
    let (inside, _) = after.split_once(END)?;
    let joined: String = inside.split_whitespace().collect();
    STANDARD.decode(joined).ok()
}

fn pem_of(der: &[u8]) -> Vec<u8> {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(64)
        .filter_map(|l| core::str::from_utf8(l).ok())
        .collect();
    format!("{BEGIN}\n{}\n{END}\n", lines.join("\n")).into_bytes()
}

#[cfg(test)]
mod tests;
