//! Sheets to print: made by `ugnay_app`, written once where the user keeps documents.

use crate::saving;
use crate::work::Work;
use tauri::{AppHandle, State};
use ugnay_app::dto::custody::SavedFile;
use ugnay_app::dto::{AppError, KeyOnPaper, PaperLook};

/// The recovery sheet whose words are being shown.
#[tauri::command]
pub async fn save_recovery_sheet(
    app: AppHandle,
    work: State<'_, Work>,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "sheet", move |use_cases| {
        use_cases.recovery_sheet(&look)
    })
    .await
}

/// An organisation's key, from the words that are being shown.
#[tauri::command]
pub async fn save_key_sheet(
    app: AppHandle,
    work: State<'_, Work>,
    key: KeyOnPaper,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "sheet", move |_| {
        ugnay_app::key_sheet(&key, &look)
    })
    .await
}

/// Who has to be confirmed at the monthly meeting.
#[tauri::command]
pub async fn save_meeting_sheet(
    app: AppHandle,
    work: State<'_, Work>,
    barangay: String,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "meeting", move |use_cases| {
        use_cases.meeting_sheet(&barangay, &look)
    })
    .await
}

/// Who is still to be called.
#[tauri::command]
pub async fn save_call_sheet(
    app: AppHandle,
    work: State<'_, Work>,
    campaign: String,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "calls", move |use_cases| {
        use_cases.calls_sheet(&campaign, &look)
    })
    .await
}
