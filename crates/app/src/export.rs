//! Taking data out: named formats, logged in the register.

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::session::{App, Session};
use core::str::FromStr;
use ugnay_interchange::export::{self, ExportRow};
use ugnay_model::{CaseFile, Person};
use ugnay_register::{Filter, Sort};

/// A format to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportFormat {
    /// The canonical CSV.
    Csv,
    /// The same columns as a workbook.
    Xlsx,
    /// vCard 4.
    Vcard,
    /// PFIF 1.4.
    Pfif,
    /// CSV with HXL tags.
    Hxl,
}

impl FromStr for ExportFormat {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        match s {
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            "vcard" => Ok(Self::Vcard),
            "pfif" => Ok(Self::Pfif),
            "hxl" => Ok(Self::Hxl),
            _ => Err(()),
        }
    }
}

/// An exported file.
pub struct Exported {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many persons are in it.
    pub persons: u32,
}

/// Notes in the register that something was taken out: what, and of how many; never whose.
pub(crate) fn note_export(s: &mut Session, env: &mut Env, what: &str) -> Result<(), AppError> {
    let key = format!(
        "export/{}-{}",
        env.now(),
        ugnay_wire::ids::to_hex(&env.random::<4>())
    );
    Ok(s.register.put_state(&key, what.as_bytes())?)
}

impl App {
    /// Writes all persons out and notes in the register that it was done.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`], [`ErrorCode::Disk`].
    pub fn export(&mut self, format: ExportFormat) -> Result<Exported, AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        let page = s
            .register
            .people(&Filter::default(), Sort::Name, 0, u64::from(u32::MAX))?;
        let mut all: Vec<(Person, Option<CaseFile>)> = Vec::with_capacity(page.rows.len());
        for row in &page.rows {
            if let Some(p) = s.register.person(row.id)? {
                all.push((p, s.register.case_file(row.id)?));
            }
        }
        let rows = all.iter().map(|(person, case)| ExportRow {
            person,
            case: case.as_ref(),
        });
        let failed = |_| AppError::new(ErrorCode::Internal).detail("export");
        let bytes = match format {
            ExportFormat::Csv => export::csv(rows).map_err(failed)?,
            ExportFormat::Xlsx => export::xlsx(rows).map_err(failed)?,
            ExportFormat::Vcard => export::vcard(rows),
            ExportFormat::Pfif => export::pfif(rows, "register.invalid", now).map_err(failed)?,
            ExportFormat::Hxl => export::hxl(rows).map_err(failed)?,
        };
        note_export(s, env, &format!("{format:?} {} persons", all.len()))?;
        Ok(Exported {
            bytes,
            persons: all.len() as u32,
        })
    }
}
