//! Campaigns, the call list and what came of each call.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{
    AppError, CallList, CallQuery, CampaignRow, OutcomeInput, OutcomeSaved, StartDrill,
};

/// Campaigns, newest first.
#[tauri::command]
pub async fn campaigns(work: State<'_, Work>) -> Result<Vec<CampaignRow>, AppError> {
    work.run(|app| app.campaigns()).await
}

/// Starts a drill on this device.
#[tauri::command]
pub async fn start_drill(
    work: State<'_, Work>,
    input: StartDrill,
) -> Result<CampaignRow, AppError> {
    work.run(move |app| app.start_drill(&input)).await
}

/// Whom to call, in order.
#[tauri::command]
pub async fn call_list(work: State<'_, Work>, query: CallQuery) -> Result<CallList, AppError> {
    work.run(move |app| app.call_list(&query)).await
}

/// Records what came of an attempt.
#[tauri::command]
pub async fn record_outcome(
    work: State<'_, Work>,
    input: OutcomeInput,
) -> Result<OutcomeSaved, AppError> {
    work.run(move |app| app.record_outcome(&input)).await
}
