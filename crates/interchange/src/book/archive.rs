//! Zip containers before anyone parses them: what they are, and how large they unpack.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Kind, SourceFile};
use crate::ImportError;

/// Unpacked size of all parts together.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
const MAX_PARTS: usize = 10_000;

/// Xlsx or Ods. Unpacks every XML part once without keeping it, so that a bomb is found before it costs memory.
pub(super) fn kind(file: SourceFile<'_>) -> Result<Kind, ImportError> {
    kind_within(file, MAX_UNPACKED)
}

/// The same with another limit in bytes.
pub(super) fn kind_within(file: SourceFile<'_>, limit: u64) -> Result<Kind, ImportError> {
    let damaged = |detail| ImportError::Damaged {
        file: file.name.to_owned(),
        detail,
    };
    let mut zip = ZipArchive::new(Cursor::new(file.bytes))
        .map_err(|_| damaged("the archive cannot be opened"))?;
    if zip.len() > MAX_PARTS {
        return Err(ImportError::UnpacksTooLarge {
            file: file.name.to_owned(),
            limit_mib: 256,
        });
    }
    let names: Vec<String> = zip
        .file_names()
        .filter_map(|n| n.ok().map(|n| n.to_string()))
        .collect();
    let has = |name: &str| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    let found = if has("xl/workbook.xml") {
        Kind::Xlsx
    } else if has("content.xml") && has("mimetype") {
        Kind::Ods
    } else {
        let looks_like = if has("word/document.xml") {
            "Word document"
        } else {
            "zip archive"
        };
        return Err(ImportError::NotASheet {
            file: file.name.to_owned(),
            looks_like,
        });
    };
    let mut left = limit;
    for index in 0..zip.len() {
        let part = zip
            .by_index(index)
            .map_err(|_| damaged("a part cannot be read"))?;
        let is_xml = part
            .name()
            .is_ok_and(|n| n.ends_with(".xml") || n.ends_with(".rels"));
        if !is_xml {
            continue;
        }
        let read = std::io::copy(&mut part.take(left.saturating_add(1)), &mut std::io::sink())
            .map_err(|_| damaged("a part cannot be unpacked"))?;
        left = left
            .checked_sub(read)
            .ok_or_else(|| ImportError::UnpacksTooLarge {
                file: file.name.to_owned(),
                limit_mib: 256,
            })?;
    }
    Ok(found)
}
