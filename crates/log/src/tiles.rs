//! C2SP tlog-tiles: the log as static files of 256 hashes or entries. Owns paths and contents; fetches nothing.

use crate::{Hash, LogError, Tree};

/// Hashes or entries in a full tile.
pub const TILE_WIDTH: u16 = 256;
/// Longest path accepted.
const MAX_PATH_LEN: usize = 64;

/// Which file of a tiled log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    /// Tile level 0..=7, or `None` for an entry bundle.
    pub level: Option<u8>,
    /// Number of the tile in its level.
    pub index: u64,
    /// Hashes or entries in it: 256 when full, else 1..=255.
    pub width: u16,
}

impl std::fmt::Display for TilePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.level {
            Some(level) => write!(f, "tile/{level}/")?,
            None => f.write_str("tile/entries/")?,
        }
        let digits = self.index.to_string();
        let groups = digits.len().div_ceil(3);
        let padded = format!("{:0>1$}", digits, groups.saturating_mul(3));
        for (number, group) in padded.as_bytes().chunks(3).enumerate() {
            let last = number.saturating_add(1) == groups;
            f.write_str(if last { "" } else { "x" })?;
            f.write_str(&String::from_utf8_lossy(group))?;
            f.write_str(if last { "" } else { "/" })?;
        }
        if self.width == TILE_WIDTH {
            Ok(())
        } else {
            write!(f, ".p/{}", self.width)
        }
    }
}

impl TilePath {
    /// Reads `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`.
    ///
    /// # Errors
    /// [`LogError::Malformed`] for anything this type would not write itself.
    pub fn parse(path: &str) -> Result<Self, LogError> {
        const BAD: LogError = LogError::Malformed("tile path");
        if path.len() > MAX_PATH_LEN {
            return Err(LogError::TooLarge("tile path"));
        }
        let (level, rest) = path
            .strip_prefix("tile/")
            .and_then(|r| r.split_once('/'))
            .ok_or(BAD)?;
        let level = if level == "entries" {
            None
        } else {
            Some(small(level).filter(|l| *l < 8).ok_or(BAD)?)
        };
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (
                number,
                small(width).filter(|w| *w > 0).map(u16::from).ok_or(BAD)?,
            ),
            None => (rest, TILE_WIDTH),
        };
        let digits: String = number
            .split('/')
            .map(|part| part.strip_prefix('x').unwrap_or(part))
            .collect();
        let index = digits.parse().map_err(|_| BAD)?;
        let parsed = Self {
            level,
            index,
            width,
        };
        if parsed.to_string() == path {
            Ok(parsed)
        } else {
            Err(BAD)
        }
    }
}

fn small(text: &str) -> Option<u8> {
    text.parse().ok()
}

/// Every file a tree of `size` leaves consists of, entry bundles and hash tiles, partial ones included.
#[must_use]
pub fn files(size: u64) -> Vec<TilePath> {
    changed(0, size)
}

/// The files that are new when the log grows from `old` to `new` leaves.
#[must_use]
pub fn changed(old: u64, new: u64) -> Vec<TilePath> {
    let mut out = Vec::new();
    for level in 0u8..8 {
        let shift = u32::from(level).saturating_mul(8);
        let (before, after) = (
            old.checked_shr(shift).unwrap_or(0),
            new.checked_shr(shift).unwrap_or(0),
        );
        if after == before {
            break;
        }
        for index in (before >> 8)..=(after >> 8) {
            let width = after.saturating_sub(index << 8).min(u64::from(TILE_WIDTH));
            let Ok(width) = u16::try_from(width) else {
                continue;
            };
            if width == 0 {
                continue;
            }
            if level == 0 {
                out.push(TilePath {
                    level: None,
                    index,
                    width,
                });
            }
            out.push(TilePath {
                level: Some(level),
                index,
                width,
            });
        }
    }
    out
}

/// The bytes of a hash tile, if the tree has it.
#[must_use]
pub fn tile_bytes(tree: &Tree, path: &TilePath) -> Option<Vec<u8>> {
    let level = u32::from(path.level?).checked_mul(8)?;
    let first = path.index.checked_mul(u64::from(TILE_WIDTH))?;
    let mut out = Vec::with_capacity(usize::from(path.width).saturating_mul(32));
    for offset in 0..u64::from(path.width) {
        out.extend_from_slice(&tree.subtree(level, first.checked_add(offset)?)?);
    }
    Some(out)
}

/// The hashes of a tile of this width.
///
/// # Errors
/// [`LogError::Malformed`] when the length is not `width · 32`.
pub fn tile_hashes(bytes: &[u8], width: u16) -> Result<Vec<Hash>, LogError> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    if !rest.is_empty() || hashes.len() != usize::from(width) {
        return Err(LogError::Malformed("tile"));
    }
    Ok(hashes.to_vec())
}

/// An entry bundle: each entry after its big-endian u16 length.
///
/// # Errors
/// [`LogError::TooLarge`] when an entry exceeds 65,535 bytes.
pub fn bundle<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, LogError> {
    let mut out = Vec::new();
    for entry in entries {
        let len = u16::try_from(entry.len()).map_err(|_| LogError::TooLarge("log entry"))?;
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(entry);
    }
    Ok(out)
}

/// The entries of a bundle of this width, borrowed from it.
///
/// # Errors
/// [`LogError::Malformed`] when it holds another number of entries or bytes are left.
pub fn bundle_entries(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, LogError> {
    const BAD: LogError = LogError::Malformed("entry bundle");
    let (mut rest, mut entries) = (bytes, Vec::new());
    while !rest.is_empty() {
        let (len, tail) = rest.split_first_chunk::<2>().ok_or(BAD)?;
        let (entry, tail) = tail
            .split_at_checked(usize::from(u16::from_be_bytes(*len)))
            .ok_or(BAD)?;
        if entries.len() >= usize::from(width) {
            return Err(BAD);
        }
        entries.push(entry);
        rest = tail;
    }
    if entries.len() == usize::from(width) {
        Ok(entries)
    } else {
        Err(BAD)
    }
}

#[cfg(test)]
mod tests;
