//! Reading files apart from the register, which stays usable meanwhile: what is needed of it is taken out first, and what
//! was understood is shown at the end. A reading that is stopped leaves nothing: no preview, nothing remembered, no file.

use super::known::{known, twice};
use super::{InFile, Open, ProgressSink, differs, today};
use crate::dto::{AppError, ErrorCode, ImportPreview, Progress};
use crate::session::App;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use ugnay_interchange::{ImportOptions, Mapping, Preview, SourceFile, apply, preview};

/// What a reading needs of the register, taken when it begins.
pub struct Reading {
    options: ImportOptions,
    remembered: Mapping,
    /// Tells the session it was taken from.
    session: Arc<AtomicBool>,
}

/// Files that were read and understood, not shown yet.
pub struct Understood {
    preview: Preview,
    session: Arc<AtomicBool>,
}

impl Reading {
    /// Reads the files. Needs no register; steps are `reading` (how many rows there are is not known) and `understanding`.
    ///
    /// # Errors
    /// A code per kind of bad file, with the file's name; [`ErrorCode::Cancelled`].
    pub fn read(
        self,
        files: &[InFile],
        progress: ProgressSink<'_>,
    ) -> Result<Understood, AppError> {
        let sources: Vec<SourceFile<'_>> = files
            .iter()
            .map(|f| SourceFile {
                name: &f.name,
                bytes: &f.bytes,
            })
            .collect();
        let preview = preview(&sources, &self.remembered, &self.options, &mut |p| {
            let step = if p.of == 0 {
                "reading"
            } else {
                "understanding"
            };
            progress(Progress {
                step: step.into(),
                done: p.rows,
                total: p.of,
            })
        })?;
        Ok(Understood {
            preview,
            session: self.session,
        })
    }
}

impl App {
    /// What reading files needs: choices remembered and given, the register's place, the day.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn import_reading(&mut self) -> Result<Reading, AppError> {
        let (s, env) = self.open()?;
        let mut remembered = s.remembered_mapping()?;
        remembered.remember(&s.previews.given);
        Ok(Reading {
            options: ImportOptions {
                home: s.about.place,
                today: today(env.now()),
                include_hidden: false,
            },
            remembered,
            session: s.previews.cancel.clone(),
        })
    }

    /// Shows what was understood: corrections of earlier imports that fit are taken, people who are in the register are
    /// found. Nothing is written. The preview before makes way.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`] when the register was locked since the reading began, [`ErrorCode::Cancelled`].
    pub fn import_show(
        &mut self,
        understood: Understood,
        progress: ProgressSink<'_>,
    ) -> Result<ImportPreview, AppError> {
        let (s, env) = self.open()?;
        let Understood { preview, session } = understood;
        if !Arc::ptr_eq(&session, &s.previews.cancel) {
            return Err(ErrorCode::Locked.into());
        }
        let again = s.found_again(&preview)?;
        let fixes = preview.found_again(&again);
        let parsed = if fixes.iter().next().is_none() {
            preview.parsed.clone()
        } else {
            apply(&preview, &preview.mapping, &fixes, &mut |p| {
                progress(Progress {
                    step: "understanding".into(),
                    done: p.rows,
                    total: p.of,
                })
            })?
        };
        let known = known(&s.register, &parsed.persons, None, progress)?;
        let twice = twice(&parsed.persons, &known);
        let differing = differs::all(&s.register, &parsed.persons, &known, None)?;
        let token = ugnay_wire::ids::to_hex(&env.random::<8>());
        let mapping = preview.mapping.clone();
        s.previews.open = Some(Open {
            token,
            preview,
            mapping,
            fixes,
            again,
            parsed,
            known,
            twice,
            differing,
            update: false,
        });
        s.previews.show()
    }
}

#[cfg(test)]
mod tests;
