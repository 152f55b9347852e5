//! Pages: records of the register that are about no person (see [`ugnay_model::Page`]). They take the path of every record
//! (stamps, history, undo, outbox) but have no card, so that no list, search or count of people ever meets one.

use crate::batch::Batch;
use crate::{Register, RegisterError, Saved, Source, table};
use ugnay_model::{Change, Facet, Page, Record};

/// Most bytes of a page as it is stored. Written without knowing of each other, a few copies of it still fit into what is
/// sealed as one record (64 KiB).
const MAX_PAGE: usize = 20 * 1024;

impl Register {
    /// A page; empty when nothing was ever written on it.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn page(&self, page: Page) -> Result<Record, RegisterError> {
        let stored = table::record::get(&self.conn, page.id(), Facet::Case)?;
        Ok(stored.unwrap_or_else(|| page.empty()))
    }

    /// Every page between two ids, both included, in the order of their ids.
    ///
    /// # Errors
    /// [`RegisterError`] of the store.
    pub fn pages(&self, first: Page, last: Page) -> Result<Vec<Record>, RegisterError> {
        table::record::between(&self.conn, first.id(), last.id(), Facet::Case)
    }

    /// Writes on a page: each change replaces everything this device knows of at its key.
    ///
    /// # Errors
    /// [`RegisterError::TooLarge`] when the page is full; [`RegisterError`] of the store.
    pub fn write_page(
        &mut self,
        page: Page,
        changes: Vec<Change>,
        source: &Source,
        now: i64,
    ) -> Result<Saved, RegisterError> {
        Ok(self.batch(source, now, |b| b.write_page(page, changes))?.1)
    }
}

impl Batch<'_> {
    /// Writes on a page.
    ///
    /// # Errors
    /// As [`Register::write_page`].
    pub fn write_page(&mut self, page: Page, changes: Vec<Change>) -> Result<(), RegisterError> {
        self.apply(page.id(), Facet::Case, changes)?;
        let now = self.open(page.id())?.now.case.as_ref();
        if now.is_some_and(|r| r.to_cbor().len() > MAX_PAGE) {
            return Err(RegisterError::TooLarge);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
