//! Erasing a person: what it would take, and doing it. It cannot be undone; asking twice is the interface's.

use crate::dto::{AppError, EraseLook, ErrorCode};
use crate::people::parse_id;
use crate::session::App;
use ugnay_model::{CaseFile, Facet, Field};

impl App {
    /// What erasing somebody would take away, and what it cannot reach.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn erase_look(&mut self, id: &str) -> Result<EraseLook, AppError> {
        let (s, _) = self.open()?;
        let id = parse_id(id)?;
        let person = s.register.person(id)?.ok_or(ErrorCode::NotFound)?;
        let file = s.register.case_file(id)?;
        let file = file.unwrap_or_else(|| CaseFile::new(id));
        let mut values = 0;
        for facet in [Facet::Card, Facet::Case] {
            let shown = s.register.record(id, facet)?.map(|r| r.values());
            let keys = shown.iter().flat_map(|v| v.keys());
            values += keys.filter(|k| **k != Field::Removed.key()).count() as u32;
        }
        let devices = s.known_roster()?.map_or(1, |r| r.live_count());
        Ok(EraseLook {
            person: id.to_string(),
            name: person.list_name(),
            values,
            contacts: person.contacts.len() as u32,
            attempts: file.attempts.len() as u32,
            changes: s.register.history(id)?.len() as u32,
            at_buffer: s.register.state(crate::sync::OPENED)?.is_some(),
            other_devices: devices.saturating_sub(1) as u32,
            sheet: file.provenance.map(|p| p.file),
        })
    }

    /// Erases somebody for good: every value, all history, what they are found by. A mark without content stays, so that
    /// the register's other devices erase as well. At the buffer the copies go with the next exchange, and a new epoch
    /// makes older ones useless.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn erase_person(&mut self, id: &str) -> Result<(), AppError> {
        let (s, env) = self.open()?;
        let id = parse_id(id)?;
        s.register.erase_person(id, &s.about.officer, env.now())?;
        s.forget_previews();
        s.forget_leftovers()?;
        s.follow()
    }
}
