//! The register and its buffer.

use crate::work::Work;
use tauri::{State, ipc::Channel};
use ugnay_app::dto::{AppError, JoinFederation, Progress, SyncReport, SyncState};

/// Where this register stands with its buffer.
#[tauri::command]
pub async fn sync_state(work: State<'_, Work>) -> Result<SyncState, AppError> {
    work.run(|app| app.sync_state()).await
}

/// Joins a federation with the words handed over in person.
#[tauri::command]
pub async fn join_federation(
    work: State<'_, Work>,
    input: JoinFederation,
) -> Result<SyncState, AppError> {
    work.run(move |app| app.join_federation(&input)).await
}

/// The proxy of what is open, or of what is made next; empty for none.
#[tauri::command]
pub async fn proxy(work: State<'_, Work>) -> Result<String, AppError> {
    work.run(|app| app.proxy()).await
}

/// Goes through a proxy from now on, or directly; gives back what is kept.
#[tauri::command]
pub async fn set_proxy(work: State<'_, Work>, address: String) -> Result<String, AppError> {
    work.run(move |app| {
        app.use_socks(&address)?;
        app.proxy()
    })
    .await
}

/// One exchange with the buffer.
#[tauri::command]
pub async fn sync_now(
    work: State<'_, Work>,
    on_progress: Channel<Progress>,
) -> Result<SyncReport, AppError> {
    work.run_long(on_progress, |app, progress| app.sync_now(progress))
        .await
}
