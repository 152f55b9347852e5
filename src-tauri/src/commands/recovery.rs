//! The recovery sheet, made and used; and ending this device's copy before a journey.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{
    AppError, LeaveState, RestoreFound, RestoreInput, RestoreOffer, RestoredCards, SessionInfo,
    SheetCheck, SheetPage, SheetUse,
};

/// Words for a new sheet.
#[tauri::command]
pub async fn sheet_begin(work: State<'_, Work>) -> Result<SheetPage, AppError> {
    work.run(|app| app.sheet_begin()).await
}

/// The new sheet's words, typed in again.
#[tauri::command]
pub async fn sheet_check(work: State<'_, Work>, typed: String) -> Result<SheetCheck, AppError> {
    work.run(move |app| app.sheet_check(&typed)).await
}

/// Forgets a sheet that was not typed in again.
#[tauri::command]
pub async fn sheet_stop(work: State<'_, Work>) -> Result<(), AppError> {
    work.run(|app| app.sheet_stop()).await
}

/// Whether a sheet made earlier still opens this register.
#[tauri::command]
pub async fn sheet_test(work: State<'_, Work>, typed: String) -> Result<SheetCheck, AppError> {
    work.run(move |app| app.sheet_test(&typed)).await
}

/// Every use of a sheet.
#[tauri::command]
pub async fn sheet_uses(work: State<'_, Work>) -> Result<Vec<SheetUse>, AppError> {
    work.run(|app| app.sheet_uses()).await
}

/// On a new device: what a sheet opens.
#[tauri::command]
pub async fn restore_look(
    work: State<'_, Work>,
    input: RestoreInput,
) -> Result<RestoreFound, AppError> {
    work.run(move |app| app.restore_look(&input)).await
}

/// On a new device: uses the sheet whose words were compared.
#[tauri::command]
pub async fn restore_take(work: State<'_, Work>, label: String) -> Result<SessionInfo, AppError> {
    work.run(move |app| app.restore_take(&label)).await
}

/// On a new device in a new register: shows its key to desk and custodians.
#[tauri::command]
pub async fn restore_offer(work: State<'_, Work>) -> Result<RestoreOffer, AppError> {
    work.run(|app| app.restore_offer()).await
}

/// On that device: takes in the cards custodians released to it.
#[tauri::command]
pub async fn restore_release(work: State<'_, Work>) -> Result<RestoredCards, AppError> {
    work.run(|app| app.restore_release()).await
}

/// What would be lost if this device's copy went now.
#[tauri::command]
pub async fn leave_state(work: State<'_, Work>) -> Result<LeaveState, AppError> {
    work.run(|app| app.leave_state()).await
}

/// Ends this device's copy.
#[tauri::command]
pub async fn leave(work: State<'_, Work>, anyway: bool) -> Result<(), AppError> {
    work.run(move |app| app.leave(anyway)).await
}
