//! What is given out of the register, and what was.

use crate::saving;
use crate::work::Work;
use tauri::{AppHandle, State};
use ugnay_app::App;
use ugnay_app::custody::NewFile;
use ugnay_app::dto::custody::SavedFile;
use ugnay_app::dto::{
    AppError, ExportChoices, ExportInput, ExportList, ExportLook, ExportSaved, PaperLook,
};

/// What was given out so far.
#[tauri::command]
pub async fn exports(work: State<'_, Work>, limit: u32) -> Result<ExportList, AppError> {
    work.run(move |app| app.exports(limit)).await
}

/// What can be chosen.
#[tauri::command]
pub async fn export_choices() -> Result<ExportChoices, AppError> {
    Ok(App::export_choices())
}

/// How many would be in it.
#[tauri::command]
pub async fn export_look(
    work: State<'_, Work>,
    input: ExportInput,
) -> Result<ExportLook, AppError> {
    work.run(move |app| app.export_look(&input)).await
}

/// Writes a file of people. Its name says no more than that it is a list.
#[tauri::command]
pub async fn save_export(
    app: AppHandle,
    work: State<'_, Work>,
    input: ExportInput,
) -> Result<ExportSaved, AppError> {
    work.run(move |use_cases| {
        let made = use_cases.export(&input)?;
        let name = format!("ugnay-list.{}", made.format.ending());
        let bytes = made.bytes;
        Ok(ExportSaved {
            file: saving::save_file(&app, &NewFile { name, bytes })?,
            persons: made.persons,
            refused: made.refused,
        })
    })
    .await
}

/// Everything held about somebody, on paper, for them.
#[tauri::command]
pub async fn save_access_copy(
    app: AppHandle,
    work: State<'_, Work>,
    person: String,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "copy", move |use_cases| {
        use_cases.access_paper(&person, &look)
    })
    .await
}
