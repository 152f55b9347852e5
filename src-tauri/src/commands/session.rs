//! Registers, the open session, the home screen.

use crate::work::Work;
use tauri::State;
use ugnay_app::{
    App,
    dto::{AppError, CreateRegister, ErrorCode, Home, SessionInfo, Status},
};

/// Cuenca, Batangas (PSGC), where the sample's invented people live.
const CUENCA: &str = "0401009000";

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
    work.run(move |app| demo_register(app, passphrase)).await
}

/// The shipped sample in a register marked demo, made of three use cases.
fn demo_register(app: &mut App, passphrase: String) -> Result<SessionInfo, AppError> {
    let taken = app.status().registers;
    let free = |id: &String| taken.iter().all(|register| register.id != *id);
    let id = (1..).map(|n| format!("demo-{n}")).find(free);
    let id = id.ok_or_else(|| AppError::new(ErrorCode::AlreadyThere))?;
    let input = CreateRegister {
        place: CUENCA.to_owned(),
        label: String::new(),
        officer: String::new(),
        passphrase,
    };
    app.create_named(&id, &input, true)?;
    let preview = app.import_sample()?;
    app.import_commit(&preview.token, &mut |_| true)?;
    app.session_info()
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
