//! Two entries of one person: pairs to look at, side by side, merged, taken apart, known to be two.

use crate::work::Work;
use tauri::{State, ipc::Channel};
use ugnay_app::dto::{
    AppError, DuplicateList, MergeDone, MergeInput, MergeLook, PartDone, Progress, Saved,
};

/// Pairs still to look at.
#[tauri::command]
pub async fn duplicates(work: State<'_, Work>) -> Result<DuplicateList, AppError> {
    work.run(|app| app.duplicate_list()).await
}

/// Compares everybody with everybody like them. The register stays usable meanwhile.
#[tauri::command]
pub async fn look_for_duplicates(
    work: State<'_, Work>,
    on_progress: Channel<Progress>,
) -> Result<DuplicateList, AppError> {
    let comparison = work.run(|app| app.comparison()).await?;
    let compared = work
        .run_apart(on_progress, move |progress| comparison.run(progress))
        .await?;
    work.run(move |app| app.compared(compared)).await
}

/// Stops the comparison that is running.
#[tauri::command]
pub async fn stop_duplicates(work: State<'_, Work>) -> Result<(), AppError> {
    work.stop();
    Ok(())
}

/// Two entries side by side.
#[tauri::command]
pub async fn merge_look(
    work: State<'_, Work>,
    a: String,
    b: String,
) -> Result<MergeLook, AppError> {
    work.run(move |app| app.merge_look(&a, &b)).await
}

/// Two entries are one person.
#[tauri::command]
pub async fn merge_persons(
    work: State<'_, Work>,
    input: MergeInput,
) -> Result<MergeDone, AppError> {
    work.run(move |app| app.merge_persons(&input)).await
}

/// They are not, after all.
#[tauri::command]
pub async fn part_persons(
    work: State<'_, Work>,
    kept: String,
    absorbed: String,
) -> Result<PartDone, AppError> {
    work.run(move |app| app.part_persons(&kept, &absorbed))
        .await
}

/// Two entries are two persons.
#[tauri::command]
pub async fn not_same(work: State<'_, Work>, a: String, b: String) -> Result<Saved, AppError> {
    work.run(move |app| app.not_same(&a, &b)).await
}
