//! Taking data out: to whom and why, of whom, which fields, in which form; each written down before it is handed over.

mod log;
mod purpose;

use crate::dto::{
    AppError, ErrorCode, ExportChoices, ExportFormatChoice, ExportInput, ExportLook, PeopleQuery,
};
use crate::session::{App, Session};
use core::str::FromStr;
pub(crate) use log::Given;
use purpose::{AIMS, Aim, GROUPS};
use std::collections::BTreeSet;
use ugnay_interchange::export::{self, COLUMNS, Columns, EXTRA, ExportError, ExportRow};
use ugnay_model::{CaseFile, Person, PersonId, Purpose};
use ugnay_register::{Filter, Said, Sort};

/// Longest text of who gets it and what for, in characters.
const MAX_TEXT: usize = 200;

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

impl ExportFormat {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Xlsx, Self::Csv, Self::Vcard, Self::Pfif, Self::Hxl];

    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Vcard => "vcard",
            Self::Pfif => "pfif",
            Self::Hxl => "hxl",
        }
    }

    /// How a file of it is called at the end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv | Self::Hxl => "csv",
            Self::Xlsx => "xlsx",
            Self::Vcard => "vcf",
            Self::Pfif => "xml",
        }
    }

    /// The columns it can hold.
    fn carries(self) -> Vec<&'static str> {
        match self {
            Self::Csv | Self::Xlsx | Self::Hxl => COLUMNS.into_iter().chain(EXTRA).collect(),
            Self::Vcard => export::VCARD_CARRIES.to_vec(),
            Self::Pfif => export::PFIF_CARRIES.to_vec(),
        }
    }

    /// Of the chosen columns those it can hold. A card is of somebody: it has a name and the entry's id, or is not made.
    fn fit(self, chosen: &Columns) -> Result<Columns, AppError> {
        let carries = self.carries();
        let mut names: Vec<&str> = chosen.names().filter(|c| carries.contains(c)).collect();
        let card = matches!(self, Self::Vcard | Self::Pfif);
        let named = chosen.has("surname") && chosen.has("given");
        if names.is_empty() || (card && !named) {
            let bad = AppError::new(ErrorCode::BadInput).field("fields");
            return Err(bad.detail(if card { "names_needed" } else { "none" }));
        }
        if card {
            names.push("record_id");
        }
        Ok(Columns::of(&names))
    }
}

impl FromStr for ExportFormat {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|f| f.code() == s).ok_or(())
    }
}

/// An exported file.
pub struct Exported {
    /// Its form.
    pub format: ExportFormat,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many persons are in it.
    pub persons: u32,
    /// How many were left out because they said no to it.
    pub refused: u32,
}

/// Who is in an export.
struct Chosen {
    ids: Vec<PersonId>,
    refused: u32,
}

fn bad(field: &str) -> AppError {
    AppError::new(ErrorCode::BadInput).field(field)
}

/// A text in one line, or nothing when it is too long.
fn line(text: &str, field: &str, needed: bool) -> Result<String, AppError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = text.chars().count() <= MAX_TEXT && !text.chars().any(char::is_control);
    if !fits || (needed && text.is_empty()) {
        return Err(bad(field));
    }
    Ok(text)
}

impl Session {
    /// Everybody the list shows for this question, typed text and all, without those who said no to what it is for; of two
    /// answers that contradict each other the "no" counts.
    fn chosen(
        &mut self,
        query: &PeopleQuery,
        asks: Option<Purpose>,
        now: i64,
    ) -> Result<Chosen, AppError> {
        let filter = &self.filter(query, now)?;
        let mut all = self
            .register
            .people(filter, Sort::Name, 0, u64::from(u32::MAX))?;
        if !query.text.trim().is_empty() {
            // A first answer that is not all would leave somebody out unseen.
            let whole = PeopleQuery {
                quick: false,
                ..query.clone()
            };
            let found: BTreeSet<PersonId> = self.everybody_found(&whole)?.into_iter().collect();
            all.rows.retain(|r| found.contains(&r.id));
        }
        let Some(purpose) = asks else {
            let ids = all.rows.iter().map(|r| r.id).collect();
            return Ok(Chosen { ids, refused: 0 });
        };
        let no = Filter {
            consent: Some((purpose, Said::Refused)),
            ..filter.clone()
        };
        let no = self
            .register
            .people(&no, Sort::Name, 0, u64::from(u32::MAX))?;
        let mut refused: BTreeSet<PersonId> = no.rows.iter().map(|r| r.id).collect();
        for row in all.rows.iter().filter(|r| r.has_conflict) {
            if self.disputed(row.id)?.contains(&purpose) {
                refused.insert(row.id);
            }
        }
        let ids: Vec<PersonId> = all.rows.iter().map(|r| r.id).collect();
        let kept: Vec<PersonId> = ids
            .iter()
            .copied()
            .filter(|i| !refused.contains(i))
            .collect();
        let refused = ids.len().saturating_sub(kept.len()) as u32;
        Ok(Chosen { ids: kept, refused })
    }

    fn read_all(&self, ids: &[PersonId]) -> Result<Vec<(Person, Option<CaseFile>)>, AppError> {
        let mut out = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(p) = self.register.person(*id)? {
                out.push((p, self.register.case_file(*id)?));
            }
        }
        Ok(out)
    }
}

impl App {
    /// What can be chosen, and what is chosen beforehand.
    #[must_use]
    pub fn export_choices() -> ExportChoices {
        ExportChoices {
            purposes: AIMS.iter().map(Aim::shown).collect(),
            groups: GROUPS.iter().map(|(g, _)| (*g).to_owned()).collect(),
            formats: ExportFormat::ALL
                .into_iter()
                .map(|f| ExportFormatChoice {
                    code: f.code().to_owned(),
                    groups: purpose::held(&f.carries()),
                })
                .collect(),
        }
    }

    /// How many would be in an export for this purpose, and how many said no to it.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming `purpose` or a part of the filter.
    pub fn export_look(&mut self, input: &ExportInput) -> Result<ExportLook, AppError> {
        let (s, env) = self.open()?;
        let aim = Aim::of(&input.purpose).ok_or_else(|| bad("purpose"))?;
        let chosen = s.chosen(&input.query, aim.asks, env.now())?;
        Ok(ExportLook {
            persons: chosen.ids.len() as u32,
            refused: chosen.refused,
        })
    }

    /// Writes people out. That it was done stands in the register before the bytes are handed over.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming `format`, `purpose`, `to`, `why`, `fields` or a part of the filter;
    /// [`ErrorCode::Locked`], [`ErrorCode::Disk`].
    pub fn export(&mut self, input: &ExportInput) -> Result<Exported, AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        let format: ExportFormat = input.format.parse().map_err(|()| bad("format"))?;
        let aim = Aim::of(&input.purpose).ok_or_else(|| bad("purpose"))?;
        let to = line(&input.to, "to", aim.needs_to)?;
        let why = line(&input.why, "why", aim.needs_why)?;
        let columns = format.fit(&purpose::columns(aim, &input.fields)?)?;
        let chosen = s.chosen(&input.query, aim.asks, now)?;
        let all = s.read_all(&chosen.ids)?;
        let bytes = write(format, &all, &columns, now).map_err(|e| match e {
            ExportError::TooManyRows => bad("format").detail("too_many_rows"),
            ExportError::Write => AppError::new(ErrorCode::Internal).detail("export"),
        })?;
        let given = Given {
            purpose: aim.code,
            to: &to,
            why: &why,
            kind: format.code(),
            persons: all.len() as u32,
            fields: purpose::said(&columns),
        };
        s.write_down(env, given)?;
        Ok(Exported {
            format,
            bytes,
            persons: all.len() as u32,
            refused: chosen.refused,
        })
    }
}

fn write(
    format: ExportFormat,
    all: &[(Person, Option<CaseFile>)],
    columns: &Columns,
    now: i64,
) -> Result<Vec<u8>, ExportError> {
    let row = |(person, case)| ExportRow { person, case };
    let whole = all.iter().map(|(p, c)| row((p, c.as_ref())));
    match format {
        ExportFormat::Csv => export::csv(whole, columns),
        ExportFormat::Xlsx => export::xlsx(whole, columns),
        ExportFormat::Hxl => export::hxl(whole, columns),
        ExportFormat::Vcard | ExportFormat::Pfif => {
            let words = |c: &Option<CaseFile>| c.as_ref().and_then(|c| columns.only_words(c));
            let only: Vec<_> = all
                .iter()
                .map(|(p, c)| (columns.only(p), words(c)))
                .collect();
            let cut = only.iter().map(|(p, c)| row((p, c.as_ref())));
            if format == ExportFormat::Vcard {
                Ok(export::vcard(cut))
            } else {
                export::pfif(cut, "register.invalid", now)
            }
        }
    }
}

#[cfg(test)]
mod tests;
