//! A second device of a register: two that meet at the buffer, or hand each other files; and a scanned invitation.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{
    AppError, JoinRegister, PairingCode, PairingText, PairingWords, SessionInfo, SyncState,
};

/// Opens a meeting; gives what the new device scans.
#[tauri::command]
pub async fn pairing_start(work: State<'_, Work>) -> Result<PairingCode, AppError> {
    work.run(|app| app.pairing_start()).await
}

/// Whether the new device has come.
#[tauri::command]
pub async fn pairing_look(work: State<'_, Work>) -> Result<PairingWords, AppError> {
    work.run(|app| app.pairing_look()).await
}

/// Enrols the device whose words were compared.
#[tauri::command]
pub async fn pairing_confirm(work: State<'_, Work>, label: String) -> Result<SyncState, AppError> {
    work.run(move |app| app.pairing_confirm(&label)).await
}

/// Ends a meeting without enrolling anybody.
#[tauri::command]
pub async fn pairing_stop(work: State<'_, Work>) -> Result<(), AppError> {
    work.run(|app| app.pairing_stop()).await
}

/// On the new device: goes to the meeting.
#[tauri::command]
pub async fn pairing_join(
    work: State<'_, Work>,
    input: JoinRegister,
) -> Result<PairingWords, AppError> {
    work.run(move |app| app.pairing_join(&input)).await
}

/// On the new device: takes the welcome if it is there.
#[tauri::command]
pub async fn pairing_wait(work: State<'_, Work>) -> Result<Option<SessionInfo>, AppError> {
    work.run(|app| app.pairing_wait()).await
}

/// On the new device, without a meeting: its card as a text.
#[tauri::command]
pub async fn pairing_offer(
    work: State<'_, Work>,
    input: JoinRegister,
) -> Result<PairingText, AppError> {
    work.run(move |app| app.pairing_offer(&input)).await
}

/// The six words of a card.
#[tauri::command]
pub async fn device_words(work: State<'_, Work>, card: String) -> Result<String, AppError> {
    work.run(move |app| app.device_words(&card)).await
}

/// Enrols the device of a card; its welcome as a text.
#[tauri::command]
pub async fn confirm_device(
    work: State<'_, Work>,
    card: String,
    label: String,
) -> Result<PairingText, AppError> {
    work.run(move |app| app.confirm_device(&card, &label)).await
}

/// The six words of a welcome.
#[tauri::command]
pub async fn welcome_words(work: State<'_, Work>, welcome: String) -> Result<String, AppError> {
    work.run(move |app| app.welcome_words(&welcome)).await
}

/// Takes a welcome whose words were compared.
#[tauri::command]
pub async fn finish_device(
    work: State<'_, Work>,
    welcome: String,
    six: String,
) -> Result<SessionInfo, AppError> {
    work.run(move |app| app.finish_device(&welcome, &six)).await
}

/// Joins a federation with a scanned or pasted invitation.
#[tauri::command]
pub async fn join_by_code(work: State<'_, Work>, code: String) -> Result<SyncState, AppError> {
    work.run(move |app| app.join_by_code(&code)).await
}
