//! A custodian organisation in the window. Taking files (founding, genesis, hand-over) and demands are not here yet.

use crate::work::Work;
use tauri::{State, ipc::Channel};
use ugnay_app::dto::custody::{
    ConnectBuffer, CreateOrganisation, CustodyExchange, CustodyHome, CustodyStatus, DecideInput,
    Drills, LogState, Organisation, OrganisationSession, PaperTest, PaperWords, Receipts,
    RecoverOrganisation, RequestDetail, RequestRow,
};
use ugnay_app::dto::{AppError, Progress};

/// Organisations on this device, and the open one.
#[tauri::command]
pub async fn custody_status(work: State<'_, Work>) -> Result<CustodyStatus, AppError> {
    work.run(|app| Ok(app.custody_status())).await
}

/// Makes an organisation.
#[tauri::command]
pub async fn custody_create(
    work: State<'_, Work>,
    input: CreateOrganisation,
) -> Result<OrganisationSession, AppError> {
    work.run(move |app| app.custody_create(&input)).await
}

/// Makes an organisation again from its sheet.
#[tauri::command]
pub async fn custody_recover(
    work: State<'_, Work>,
    input: RecoverOrganisation,
) -> Result<OrganisationSession, AppError> {
    work.run(move |app| app.custody_recover(&input)).await
}

/// Opens an organisation.
#[tauri::command]
pub async fn custody_unlock(
    work: State<'_, Work>,
    organisation: String,
    passphrase: String,
) -> Result<OrganisationSession, AppError> {
    work.run(move |app| app.custody_unlock(&organisation, &passphrase))
        .await
}

/// Closes it.
#[tauri::command]
pub async fn custody_lock(work: State<'_, Work>) -> Result<(), AppError> {
    work.run(|app| {
        app.custody_lock();
        Ok(())
    })
    .await
}

/// Keeps the session alive.
#[tauri::command]
pub async fn custody_touch(work: State<'_, Work>) -> Result<bool, AppError> {
    work.run(|app| Ok(app.custody_touch())).await
}

/// What should be seen first.
#[tauri::command]
pub async fn custody_home(work: State<'_, Work>) -> Result<CustodyHome, AppError> {
    work.run(|app| app.custody_home()).await
}

/// Where the organisation stands.
#[tauri::command]
pub async fn custody_organisation(work: State<'_, Work>) -> Result<Organisation, AppError> {
    work.run(|app| app.custody_organisation()).await
}

/// One exchange with the buffer.
#[tauri::command]
pub async fn custody_exchange(
    work: State<'_, Work>,
    on_progress: Channel<Progress>,
) -> Result<CustodyExchange, AppError> {
    work.run_long(on_progress, |app, progress| {
        app.custody_exchange(&mut |step| {
            progress(Progress {
                step: step.into(),
                done: 0,
                total: 0,
            })
        })
    })
    .await
}

/// Requests, newest first.
#[tauri::command]
pub async fn custody_requests(work: State<'_, Work>) -> Result<Vec<RequestRow>, AppError> {
    work.run(|app| app.custody_requests()).await
}

/// One request.
#[tauri::command]
pub async fn custody_request(work: State<'_, Work>, id: String) -> Result<RequestDetail, AppError> {
    work.run(move |app| app.custody_request(&id)).await
}

/// Decides; nothing takes it back.
#[tauri::command]
pub async fn custody_decide(
    work: State<'_, Work>,
    input: DecideInput,
) -> Result<RequestDetail, AppError> {
    work.run(move |app| app.custody_decide(&input)).await
}

/// The words of the sheet that was not tested yet.
#[tauri::command]
pub async fn custody_paper_words(work: State<'_, Work>) -> Result<PaperWords, AppError> {
    work.run(|app| app.custody_paper_words()).await
}

/// Compares words typed from the sheet.
#[tauri::command]
pub async fn custody_paper_test(
    work: State<'_, Work>,
    words: Vec<String>,
) -> Result<PaperTest, AppError> {
    work.run(move |app| app.custody_paper_test(&words)).await
}

/// Connects the organisation to the buffer.
#[tauri::command]
pub async fn custody_connect(
    work: State<'_, Work>,
    input: ConnectBuffer,
) -> Result<Organisation, AppError> {
    work.run(move |app| app.custody_connect(&input)).await
}

/// Bundles and receipts.
#[tauri::command]
pub async fn custody_receipts(work: State<'_, Work>) -> Result<Receipts, AppError> {
    work.run(|app| app.custody_receipts()).await
}

/// Drills.
#[tauri::command]
pub async fn custody_drills(work: State<'_, Work>) -> Result<Drills, AppError> {
    work.run(|app| app.custody_drills()).await
}

/// The log as mirrored.
#[tauri::command]
pub async fn custody_log(work: State<'_, Work>) -> Result<LogState, AppError> {
    work.run(|app| app.custody_log()).await
}
