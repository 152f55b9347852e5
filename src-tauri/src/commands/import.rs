//! Bringing sheets in: look, correct, take, take back.

use crate::{upload, work::Work};
use tauri::{State, Webview, ipc::Channel, ipc::Request};
use ugnay_app::dto::{
    AppError, CellFix, ImportPreview, ImportResult, ImportRow, LaterList, MappingChange, Progress,
};

/// What is understood of a file; its bytes are the request's body. The register stays usable while it is read. Another
/// reading that is under way is stopped.
#[tauri::command]
pub async fn import_preview(
    work: State<'_, Work>,
    webview: Webview,
    request: Request<'_>,
) -> Result<ImportPreview, AppError> {
    let file = upload::from_request(&request)?;
    let page = upload::progress(&request, webview)?;
    let stop = work.begin_reading();
    let reading = work.run(|app| app.import_reading()).await?;
    let understood = work
        .run_apart_until(page.clone(), stop.clone(), move |progress| {
            reading.read(&[file], progress)
        })
        .await?;
    work.run_until(page, stop, move |app, progress| {
        app.import_show(understood, progress)
    })
    .await
}

/// Stops reading a file; nothing of it is left.
#[tauri::command]
pub async fn import_stop(work: State<'_, Work>) -> Result<(), AppError> {
    work.stop_reading();
    Ok(())
}

/// The shipped sample, as if its file had been chosen.
#[tauri::command]
pub async fn import_sample(work: State<'_, Work>) -> Result<ImportPreview, AppError> {
    work.run(|app| app.import_sample()).await
}

/// Corrects what a column or sheet is taken for. A large file is read again for seconds; `import_stop` stops that, and the
/// preview is as it was.
#[tauri::command]
pub async fn import_change(
    work: State<'_, Work>,
    token: String,
    change: MappingChange,
    on_progress: Channel<Progress>,
) -> Result<ImportPreview, AppError> {
    let stop = work.begin_reading();
    work.run_until(on_progress, stop, move |app, progress| {
        app.import_change_told(&token, &change, progress)
    })
    .await
}

/// Whether what the sheet says of people who are here already is taken over with the import.
#[tauri::command]
pub async fn import_update(
    work: State<'_, Work>,
    token: String,
    update: bool,
) -> Result<ImportPreview, AppError> {
    work.run(move |app| app.import_update(&token, update)).await
}

/// Corrects a cell of the preview; the file stays as it is.
#[tauri::command]
pub async fn import_fix(
    work: State<'_, Work>,
    token: String,
    fix: CellFix,
) -> Result<ImportPreview, AppError> {
    work.run(move |app| app.import_fix(&token, &fix)).await
}

/// What earlier imports left to look at.
#[tauri::command]
pub async fn import_later(work: State<'_, Work>) -> Result<LaterList, AppError> {
    work.run(|app| app.import_later()).await
}

/// Ticks a cell of that list off, or puts it back.
#[tauri::command]
pub async fn import_later_done(
    work: State<'_, Work>,
    id: String,
    done: bool,
) -> Result<LaterList, AppError> {
    work.run(move |app| app.import_later_done(&id, done)).await
}

/// Writes a previewed import into the register.
#[tauri::command]
pub async fn import_commit(
    work: State<'_, Work>,
    token: String,
    on_progress: Channel<Progress>,
) -> Result<ImportResult, AppError> {
    work.run_long(on_progress, move |app, progress| {
        Ok(app.import_commit(&token, progress)?.result)
    })
    .await
}

/// Stops a running import, or forgets a preview.
#[tauri::command]
pub async fn import_cancel(work: State<'_, Work>, token: String) -> Result<(), AppError> {
    work.stop();
    work.run(move |app| {
        app.import_drop(&token);
        Ok(())
    })
    .await
}

/// Imports done earlier.
#[tauri::command]
pub async fn imports(work: State<'_, Work>) -> Result<Vec<ImportRow>, AppError> {
    work.run(|app| app.imports()).await
}

/// Takes a whole import back; gives the number of persons removed.
#[tauri::command]
pub async fn import_undo(work: State<'_, Work>, import_id: String) -> Result<u32, AppError> {
    work.run(move |app| app.import_undo(&import_id)).await
}
