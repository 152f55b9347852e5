//! Registers, the open session, the home screen.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{AppError, CreateRegister, Home, SessionInfo, Status};

/// Registers on this device and the open one.
#[tauri::command]
pub async fn status(work: State<'_, Work>) -> Result<Status, AppError> {
    work.run(|app| Ok(app.status())).await
}

/// Makes a register and opens it.
#[tauri::command]
pub async fn create_register(
    work: State<'_, Work>,
    input: CreateRegister,
) -> Result<SessionInfo, AppError> {
    work.run(move |app| app.create_register(&input)).await
}

/// Makes a register of invented people and opens it.
#[tauri::command]
pub async fn create_demo_register(
    work: State<'_, Work>,
    passphrase: String,
) -> Result<SessionInfo, AppError> {
    work.run(move |app| app.create_demo_register(&passphrase))
        .await
}

/// Opens a register.
#[tauri::command]
pub async fn unlock(
    work: State<'_, Work>,
    register: String,
    passphrase: String,
) -> Result<SessionInfo, AppError> {
    work.run(move |app| app.unlock(&register, &passphrase))
        .await
}

/// Forgets the keys.
#[tauri::command]
pub async fn lock(work: State<'_, Work>) -> Result<(), AppError> {
    work.run(|app| {
        app.lock();
        Ok(())
    })
    .await
}

/// A passphrase to write down.
#[tauri::command]
pub async fn suggest_passphrase(work: State<'_, Work>) -> Result<String, AppError> {
    work.run(|app| Ok(app.suggest_passphrase())).await
}

/// Says that somebody is there; false when the session has locked itself.
#[tauri::command]
pub async fn touch(work: State<'_, Work>) -> Result<bool, AppError> {
    work.run(|app| Ok(app.touch())).await
}

/// What matters today.
#[tauri::command]
pub async fn home(work: State<'_, Work>) -> Result<Home, AppError> {
    work.run(|app| app.home()).await
}
