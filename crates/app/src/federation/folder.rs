//! A copy of the log in a folder, read by the same code that reads a buffer: nothing is believed from a stick that would
//! not be believed from the line. Owns how the folder's files answer what a client asks. Must not answer what the folder
//! does not hold, nor take anything.

use super::audit::Source;
use super::refused;
use crate::dto::AppError;
use std::path::Path;
use ugnay_log::SignedCheckpoint;
use ugnay_log::tiles::{self, TILE_WIDTH, TilePath};
use ugnay_sync::{Client, Method, Request, Response, Transport, TransportError};
use ugnay_wire::{BoxPage, Message as _, Problem, ProblemCode, paths};

/// A line to the copy in a folder.
///
/// # Errors
/// [`crate::dto::ErrorCode::Refused`] with `missing checkpoint` when there is none.
pub fn line(folder: &Path) -> Result<Client, AppError> {
    let source = Source::folder(folder);
    if source.read("checkpoint").is_none() {
        return Err(refused("missing checkpoint"));
    }
    Ok(Client::new(FolderLine(source)))
}

struct FolderLine(Source);

impl FolderLine {
    fn answer(&self, request: &Request) -> Option<Vec<u8>> {
        let path = request.path.as_str();
        if request.method == Method::Post {
            return None;
        }
        if let Some(index) = path.strip_prefix(&format!("{}/", paths::LOG_ENTRIES)) {
            return self.entry(index.parse().ok()?);
        }
        if path.starts_with("/v1/boxes/") {
            // Letters do not travel with the log: every box is empty.
            let page = BoxPage {
                cursor: 0,
                more: false,
                messages: Vec::new(),
            };
            return page.encode().ok();
        }
        // The copy has one checkpoint, whatever is asked of it.
        let (path, _) = path.split_once('?').unwrap_or((path, ""));
        self.0.read(path.strip_prefix("/v1/log/")?)
    }

    /// One entry out of its bundle.
    fn entry(&self, index: u64) -> Option<Vec<u8>> {
        let note = self.0.read("checkpoint")?;
        let size = SignedCheckpoint::parse(&note).ok()?.checkpoint().size;
        let width = u64::from(TILE_WIDTH);
        let (tile, at) = (index / width, usize::try_from(index % width).ok()?);
        let left = size.checked_sub(tile.checked_mul(width)?)?;
        let file = TilePath {
            level: None,
            index: tile,
            width: u16::try_from(left.min(width)).ok()?,
        };
        let bytes = self.0.read(&file.to_string())?;
        let entries = tiles::bundle_entries(&bytes, file.width).ok()?;
        entries.get(at).map(|e| e.to_vec())
    }
}

impl Transport for FolderLine {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        Ok(match self.answer(request) {
            Some(body) => Response { status: 200, body },
            None => Response {
                status: 404,
                body: serde_json::to_vec(&Problem::new(ProblemCode::NotFound, None))
                    .unwrap_or_default(),
            },
        })
    }
}
