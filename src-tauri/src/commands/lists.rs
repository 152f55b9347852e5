//! What narrows a list, what was removed, what was changed, what was begun, and what the reader prefers.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{
    AppError, ChangeDetail, ChangePage, Draft, DraftInput, DraftRow, PeopleFacets, PeopleQuery,
    Preferences, RemovedPage, Saved, TakenBack,
};

/// Figures beside the choices of a filter.
#[tauri::command]
pub async fn people_facets(
    work: State<'_, Work>,
    query: PeopleQuery,
) -> Result<PeopleFacets, AppError> {
    work.run(move |app| app.people_facets(&query)).await
}

/// Removed people.
#[tauri::command]
pub async fn removed_people(
    work: State<'_, Work>,
    offset: u32,
    limit: u32,
) -> Result<RemovedPage, AppError> {
    work.run(move |app| app.removed_people(offset, limit)).await
}

/// Brings a removed person back.
#[tauri::command]
pub async fn restore_person(work: State<'_, Work>, id: String) -> Result<Saved, AppError> {
    work.run(move |app| app.restore_person(&id)).await
}

/// Actions that changed something.
#[tauri::command]
pub async fn changes(
    work: State<'_, Work>,
    before: Option<String>,
    limit: u32,
) -> Result<ChangePage, AppError> {
    work.run(move |app| app.changes(before.as_deref(), limit))
        .await
}

/// An action in full.
#[tauri::command]
pub async fn change(work: State<'_, Work>, id: String) -> Result<ChangeDetail, AppError> {
    work.run(move |app| app.change(&id)).await
}

/// Takes an action back as far as nothing was changed since.
#[tauri::command]
pub async fn take_back(work: State<'_, Work>, id: String) -> Result<TakenBack, AppError> {
    work.run(move |app| app.take_back(&id)).await
}

/// Keeps a form as it stands.
#[tauri::command]
pub async fn keep_draft(work: State<'_, Work>, input: DraftInput) -> Result<DraftRow, AppError> {
    work.run(move |app| app.keep_draft(&input)).await
}

/// What was begun.
#[tauri::command]
pub async fn drafts(work: State<'_, Work>) -> Result<Vec<DraftRow>, AppError> {
    work.run(|app| app.drafts()).await
}

/// A draft with its form.
#[tauri::command]
pub async fn draft(work: State<'_, Work>, id: String) -> Result<Draft, AppError> {
    work.run(move |app| app.draft(&id)).await
}

/// Forgets a draft.
#[tauri::command]
pub async fn drop_draft(work: State<'_, Work>, id: String) -> Result<(), AppError> {
    work.run(move |app| app.drop_draft(&id)).await
}

/// Builds the next part of the search index.
#[tauri::command]
pub async fn warm_search(work: State<'_, Work>) -> Result<bool, AppError> {
    work.run(|app| app.warm_search()).await
}

/// What the reader prefers on this device.
#[tauri::command]
pub async fn preferences(work: State<'_, Work>) -> Result<Preferences, AppError> {
    work.run(|app| Ok(app.preferences())).await
}

/// Keeps what the reader prefers.
#[tauri::command]
pub async fn keep_preferences(
    work: State<'_, Work>,
    input: Preferences,
) -> Result<Preferences, AppError> {
    work.run(move |app| app.keep_preferences(&input)).await
}
