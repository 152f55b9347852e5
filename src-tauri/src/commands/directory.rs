//! The directory, contingency plans, drills, and sheets for families.

use crate::saving;
use crate::work::Work;
use tauri::{AppHandle, State};
use ugnay_app::dto::custody::SavedFile;
use ugnay_app::dto::{
    AppError, DirectoryCountry, DirectoryInput, DirectoryRow, DrillResult, PaperLook, Plan,
    PlanInput, Saved,
};

/// Destinations of the directory.
#[tauri::command]
pub async fn directory_countries(work: State<'_, Work>) -> Result<Vec<DirectoryCountry>, AppError> {
    work.run(|app| app.directory_countries()).await
}

/// The entries of a destination.
#[tauri::command]
pub async fn directory(
    work: State<'_, Work>,
    country: String,
) -> Result<Vec<DirectoryRow>, AppError> {
    work.run(move |app| app.directory(&country)).await
}

/// Entries of all destinations.
#[tauri::command]
pub async fn directory_search(
    work: State<'_, Work>,
    text: String,
) -> Result<Vec<DirectoryRow>, AppError> {
    work.run(move |app| app.directory_search(&text)).await
}

/// Saves an own entry or a correction.
#[tauri::command]
pub async fn save_directory_entry(
    work: State<'_, Work>,
    input: DirectoryInput,
) -> Result<Saved, AppError> {
    work.run(move |app| app.save_directory_entry(&input)).await
}

/// The contingency plan for a destination.
#[tauri::command]
pub async fn plan(work: State<'_, Work>, country: String) -> Result<Plan, AppError> {
    work.run(move |app| app.plan(&country)).await
}

/// Saves one text of a plan.
#[tauri::command]
pub async fn save_plan(work: State<'_, Work>, input: PlanInput) -> Result<Saved, AppError> {
    work.run(move |app| app.save_plan(&input)).await
}

/// How a drill went.
#[tauri::command]
pub async fn drill_result(
    work: State<'_, Work>,
    campaign: String,
) -> Result<DrillResult, AppError> {
    work.run(move |app| app.drill_result(&campaign)).await
}

/// Ends a drill.
#[tauri::command]
pub async fn drill_end(work: State<'_, Work>, campaign: String) -> Result<DrillResult, AppError> {
    work.run(move |app| app.drill_end(&campaign)).await
}

/// Whose family card it is.
#[tauri::command]
pub async fn read_family_card(work: State<'_, Work>, code: String) -> Result<String, AppError> {
    work.run(move |app| app.read_family_card(&code)).await
}

/// The plan on paper.
#[tauri::command]
pub async fn save_plan_sheet(
    app: AppHandle,
    work: State<'_, Work>,
    country: String,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "plan", move |use_cases| {
        use_cases.plan_sheet(&country, &look)
    })
    .await
}

/// The card a family keeps.
#[tauri::command]
pub async fn save_family_card(
    app: AppHandle,
    work: State<'_, Work>,
    person: String,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "card", move |use_cases| {
        use_cases.family_card(&person, &look)
    })
    .await
}

/// The consent form.
#[tauri::command]
pub async fn save_consent_form(
    app: AppHandle,
    work: State<'_, Work>,
    person: String,
    look: PaperLook,
) -> Result<SavedFile, AppError> {
    saving::sheet(&app, &work, "consent", move |use_cases| {
        use_cases.consent_form(&person, &look)
    })
    .await
}
