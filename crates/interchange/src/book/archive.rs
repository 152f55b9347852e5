//! Zip containers before anyone parses them: what they are, how large they unpack, and the tables in one that is no workbook (a
//! form server's export).

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

/// A table and not what a system puts beside it.
fn is_table(name: &str) -> bool {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let ending = last.rsplit_once('.').map_or("", |(_, e)| e);
    let known = ["csv", "tsv"]
        .iter()
        .any(|e| ending.eq_ignore_ascii_case(e));
    known && !last.starts_with('.') && !name.starts_with("__MACOSX")
}

/// The tables of an archive, by their names without folders; nothing for any other file. Bounded as a workbook is.
pub(super) fn tables(file: SourceFile<'_>) -> Result<Vec<(String, Vec<u8>)>, ImportError> {
    let damaged = |detail| ImportError::Damaged {
        file: file.name.to_owned(),
        detail,
    };
    // What cannot be opened is refused where it is read.
    let Ok(mut zip) = ZipArchive::new(Cursor::new(file.bytes)) else {
        return Ok(Vec::new());
    };
    let workbook = ["xl/workbook.xml", "content.xml", "word/document.xml"];
    let is_workbook = |n: &str| workbook.iter().any(|w| n.eq_ignore_ascii_case(w));
    let named = |test: &dyn Fn(&str) -> bool| zip.file_names().flatten().any(|n| test(&n));
    if named(&is_workbook) || !named(&is_table) || zip.len() > MAX_PARTS {
        return Ok(Vec::new());
    }
    let too_large = || ImportError::UnpacksTooLarge {
        file: file.name.to_owned(),
        limit_mib: 256,
    };
    let (mut out, mut left) = (Vec::new(), MAX_UNPACKED);
    for index in 0..zip.len() {
        let part = zip
            .by_index(index)
            .map_err(|_| damaged("a part cannot be read"))?;
        let name = part.name().map(|n| n.to_string()).unwrap_or_default();
        if !is_table(&name) {
            continue;
        }
        if out.len() >= super::MAX_SHEETS {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        let mut bounded = part.take(left.saturating_add(1));
        bounded
            .read_to_end(&mut bytes)
            .map_err(|_| damaged("a part cannot be unpacked"))?;
        left = left
            .checked_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
            .ok_or_else(too_large)?;
        let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
        out.push((last.to_owned(), bytes));
    }
    Ok(out)
}
