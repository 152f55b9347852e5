//! Letters to the log that are written down before they are sent. The buffer takes the same entry twice as once, so a crash
//! between writing and sending, or between sending and forgetting, loses nothing and doubles nothing.

use super::Author;
use crate::dto::{AppError, ErrorCode};
use ugnay_log::Entry;
use ugnay_sync::Client;
use ugnay_vault::{Changes, Space, Vault};
use ugnay_wire::Fed;
use ugnay_wire::limits::{MAX_LOG_BODY, MAX_LOG_ENTRY};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

/// Letters by what they are about.
const LETTERS: Space = Space::new("demand.letter");

/// An entry with what lies beside it.
pub(super) struct Letter {
    pub entry: Vec<u8>,
    pub body: Vec<u8>,
}

/// Writes a letter down among other changes.
pub(super) fn put(changes: &mut Changes, name: &[u8], letter: &Letter) -> Result<(), AppError> {
    let mut w = Writer::default();
    let long = |_| ErrorCode::Internal;
    w.bytes(&letter.entry, MAX_LOG_ENTRY, "entry")
        .map_err(long)?;
    w.bytes(&letter.body, MAX_LOG_BODY, "body").map_err(long)?;
    changes.put(LETTERS, name, w.finish());
    Ok(())
}

/// Sends every letter there is, and forgets each once the buffer has it.
pub(super) fn send(
    vault: &mut Vault,
    author: Author<'_>,
    client: &mut Client,
    now: i64,
) -> Result<(), AppError> {
    let fed = Fed(author.federation.fed().0);
    for (name, bytes) in vault.list(LETTERS)? {
        let mut r = Reader::new(&bytes);
        let damaged = |_| ErrorCode::Damaged;
        let entry = r.bytes(MAX_LOG_ENTRY, "entry").map_err(damaged)?;
        let body = r.bytes(MAX_LOG_BODY, "body").map_err(damaged)?;
        let own = author.sign.public().hash().0;
        if Entry::decode(&entry)
            .map_err(|_| ErrorCode::Damaged)?
            .author
            != own
        {
            // Signed with a key that was changed since: the log takes it from nobody any more. It stays here.
            continue;
        }
        client.submit(author.sign, fed, entry, body)?;
        let mut changes = Changes::default();
        changes.delete(LETTERS, &name);
        changes.happened(now, "demand_letter_sent", &name);
        vault.commit(changes)?;
    }
    Ok(())
}
