//! A custodian organisation in the window.

use crate::{saving, upload, work::Work};
use tauri::{
    AppHandle, State,
    ipc::{Channel, Request},
};
use ugnay_app::dto::custody::{
    ConnectBuffer, CreateOrganisation, CustodyExchange, CustodyHome, CustodyStatus, DecideInput,
    DemandInput, Demands, Drills, FileAccepted, FilePreview, Handover, KeyChange, KeyChanged,
    LogState, Organisation, OrganisationSession, PaperTest, PaperWords, Receipts,
    RecoverOrganisation, RequestDetail, RequestRow, SavedFile, StatementInput,
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

/// What waits to be carried to the log of a request, saved as a file.
#[tauri::command]
pub async fn custody_outgoing(
    app: AppHandle,
    work: State<'_, Work>,
    request: String,
) -> Result<SavedFile, AppError> {
    let file = work.run(move |app| app.custody_outgoing(&request)).await?;
    saving::save_file(&app, &file)
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

/// The public card, saved for the founders.
#[tauri::command]
pub async fn custody_save_card(
    app: AppHandle,
    work: State<'_, Work>,
) -> Result<SavedFile, AppError> {
    let file = work.run(|app| app.custody_save_card()).await?;
    saving::save_file(&app, &file)
}

/// What a file from others is; its bytes are the request's body.
#[tauri::command]
pub async fn custody_file(
    work: State<'_, Work>,
    request: Request<'_>,
) -> Result<FilePreview, AppError> {
    let file = upload::from_request(&request)?;
    work.run(move |app| app.custody_file(&file.bytes)).await
}

/// Signs or takes a file that was shown; a signed one is saved to be handed on.
#[tauri::command]
pub async fn custody_file_accept(
    app: AppHandle,
    work: State<'_, Work>,
    token: String,
) -> Result<FileAccepted, AppError> {
    let (kind, file) = work.run(move |app| app.custody_file_accept(&token)).await?;
    let saved = file.map(|f| saving::save_file(&app, &f)).transpose()?;
    Ok(FileAccepted { kind, saved })
}

/// Puts a shown file aside.
#[tauri::command]
pub async fn custody_file_drop(work: State<'_, Work>, token: String) -> Result<(), AppError> {
    work.run(move |app| app.custody_file_drop(&token)).await
}

/// Where a hand-over stands.
#[tauri::command]
pub async fn custody_handover(work: State<'_, Work>) -> Result<Handover, AppError> {
    work.run(|app| app.custody_handover()).await
}

/// The file of a hand-over under way.
#[tauri::command]
pub async fn custody_handover_save(
    app: AppHandle,
    work: State<'_, Work>,
) -> Result<SavedFile, AppError> {
    let file = work.run(|app| app.custody_handover_save()).await?;
    saving::save_file(&app, &file)
}

/// Destroys what was handed over, after the receipt.
#[tauri::command]
pub async fn custody_handover_destroy(work: State<'_, Work>) -> Result<Handover, AppError> {
    work.run(|app| app.custody_handover_destroy()).await
}

/// Where the change of the key stands.
#[tauri::command]
pub async fn custody_key_change(work: State<'_, Work>) -> Result<KeyChange, AppError> {
    work.run(|app| app.custody_key_change()).await
}

/// Begins it.
#[tauri::command]
pub async fn custody_key_change_start(work: State<'_, Work>) -> Result<KeyChange, AppError> {
    work.run(|app| app.custody_key_change_start()).await
}

/// Ends it.
#[tauri::command]
pub async fn custody_key_change_finish(
    work: State<'_, Work>,
    on_progress: Channel<Progress>,
) -> Result<KeyChanged, AppError> {
    work.run_long(on_progress, |app, _| app.custody_key_change_finish())
        .await
}

/// Demands and statements.
#[tauri::command]
pub async fn custody_demands(work: State<'_, Work>) -> Result<Demands, AppError> {
    work.run(|app| app.custody_demands()).await
}

/// Records a demand, or changes one.
#[tauri::command]
pub async fn custody_demand_save(
    work: State<'_, Work>,
    input: DemandInput,
) -> Result<Demands, AppError> {
    work.run(move |app| app.custody_demand_save(&input)).await
}

/// Publishes what is not published yet.
#[tauri::command]
pub async fn custody_demands_publish(work: State<'_, Work>) -> Result<Demands, AppError> {
    work.run(|app| app.custody_demands_publish()).await
}

/// Signs and logs a statement.
#[tauri::command]
pub async fn custody_statement(
    work: State<'_, Work>,
    input: StatementInput,
) -> Result<Demands, AppError> {
    work.run(move |app| app.custody_statement(&input)).await
}

/// Verifies the kept log again.
#[tauri::command]
pub async fn custody_log_check(
    work: State<'_, Work>,
    on_progress: Channel<Progress>,
) -> Result<LogState, AppError> {
    work.run_long(on_progress, |app, _| app.custody_log_check())
        .await
}
