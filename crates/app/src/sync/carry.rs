//! Changes carried as a file, where there is no line: out of one device of a register, into another or to the buffer.

use crate::dto::{AppError, ErrorCode};
use crate::federation::refused;
use crate::session::App;
use ugnay_release::Genesis;
use ugnay_sync::{SyncError, carry};

impl App {
    /// Everything that waits to be sent, as the bytes of a `.ugnay` file. Sealed as on the line; nothing counts as sent by
    /// it, and the next exchange sends the same bytes.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] before joining.
    pub fn export_bundle(&mut self) -> Result<carry::Exported, AppError> {
        let (s, env) = self.open()?;
        let fed = Genesis::verify(&s.genesis()?)?;
        let (keys, roster) = s.keys(env, fed)?;
        let size = s.view()?.mirror().size();
        let compartments = s.compartments();
        let rng = &mut env.rng();
        Ok(carry::export(
            &mut s.register,
            &keys,
            &roster,
            &compartments,
            size,
            rng,
        )?)
    }

    /// Merges a `.ugnay` file of another device of this register: records, and places where two officers wrote without
    /// knowing of each other.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `not_a_bundle` (or one of another register or epoch), or `bundle_incomplete` when it
    /// builds on changes this device has not read yet; [`ErrorCode::BufferAlarm`] for contents that do not verify.
    /// Nothing is changed then.
    pub fn import_bundle(&mut self, file: &[u8]) -> Result<(u32, u32), AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        let fed = Genesis::verify(&s.genesis()?)?;
        let (keys, roster) = s.keys(env, fed)?;
        let compartments = s.compartments();
        let got = carry::import(&mut s.register, &keys, &roster, &compartments, file, now);
        let merged = got.map_err(|e| match e {
            SyncError::Nonsense(_) => refused("not_a_bundle"),
            SyncError::Alarm("record_missing" | "shard_held_back" | "shard_missing") => {
                refused("bundle_incomplete")
            }
            other => other.into(),
        })?;
        s.follow()?;
        s.forget_leftovers()?;
        Ok(merged)
    }
}

/// Hands a `.ugnay` file to a buffer; gives the number of batches. Needs no register.
///
/// # Errors
/// [`ErrorCode::Refused`] with `not_a_bundle`, or what the buffer says.
pub fn feed_bundle(client: &mut ugnay_sync::Client, file: &[u8]) -> Result<usize, AppError> {
    carry::feed(client, file).map_err(|e| match e {
        SyncError::Nonsense("bundle file") => {
            AppError::new(ErrorCode::Refused).detail("not_a_bundle")
        }
        other => other.into(),
    })
}
