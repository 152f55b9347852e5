//! What a person agreed to, and erasing somebody.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{
    AppError, ConsentInput, ConsentPage, EraseLook, PastPeople, Retention, RetentionInput, Saved,
};

/// What a person agreed to, and how it came about.
#[tauri::command]
pub async fn consents(work: State<'_, Work>, id: String) -> Result<ConsentPage, AppError> {
    work.run(move |app| app.consents(&id)).await
}

/// Writes answers down.
#[tauri::command]
pub async fn record_consent(work: State<'_, Work>, input: ConsentInput) -> Result<Saved, AppError> {
    work.run(move |app| app.record_consent(&input)).await
}

/// What erasing would take away.
#[tauri::command]
pub async fn erase_look(work: State<'_, Work>, id: String) -> Result<EraseLook, AppError> {
    work.run(move |app| app.erase_look(&id)).await
}

/// Erases a person for good.
#[tauri::command]
pub async fn erase_person(work: State<'_, Work>, id: String) -> Result<(), AppError> {
    work.run(move |app| app.erase_person(&id)).await
}

/// How long entries are kept unseen, and how many are past it.
#[tauri::command]
pub async fn retention(work: State<'_, Work>) -> Result<Retention, AppError> {
    work.run(|app| app.retention()).await
}

/// Sets it.
#[tauri::command]
pub async fn set_retention(
    work: State<'_, Work>,
    input: RetentionInput,
) -> Result<Retention, AppError> {
    work.run(move |app| app.set_retention(&input)).await
}

/// Who is past it.
#[tauri::command]
pub async fn past_people(work: State<'_, Work>, limit: u32) -> Result<PastPeople, AppError> {
    work.run(move |app| app.past_people(limit)).await
}
