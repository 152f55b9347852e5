//! Freshness and the monthly meeting.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{
    AppError, Freshness, Meeting, MeetingEnd, MeetingMark, MeetingMarked, StalePhones,
};

/// How fresh the register is.
#[tauri::command]
pub async fn freshness(work: State<'_, Work>, months: u32) -> Result<Freshness, AppError> {
    work.run(move |app| app.freshness(months)).await
}

/// People whose number may be wrong.
#[tauri::command]
pub async fn stale_phones(work: State<'_, Work>, limit: u32) -> Result<StalePhones, AppError> {
    work.run(move |app| app.stale_phones(limit)).await
}

/// Begins a meeting, or takes up the one that runs.
#[tauri::command]
pub async fn meeting_start(work: State<'_, Work>, area: String) -> Result<Meeting, AppError> {
    work.run(move |app| app.meeting_start(&area)).await
}

/// The meeting that runs.
#[tauri::command]
pub async fn meeting(work: State<'_, Work>, area: String) -> Result<Meeting, AppError> {
    work.run(move |app| app.meeting(&area)).await
}

/// Writes an answer down.
#[tauri::command]
pub async fn meeting_mark(
    work: State<'_, Work>,
    input: MeetingMark,
) -> Result<MeetingMarked, AppError> {
    work.run(move |app| app.meeting_mark(&input)).await
}

/// Takes an answer back.
#[tauri::command]
pub async fn meeting_unmark(
    work: State<'_, Work>,
    area: String,
    person: String,
) -> Result<MeetingMarked, AppError> {
    work.run(move |app| app.meeting_unmark(&area, &person))
        .await
}

/// Ends the meeting.
#[tauri::command]
pub async fn meeting_end(work: State<'_, Work>, area: String) -> Result<MeetingEnd, AppError> {
    work.run(move |app| app.meeting_end(&area)).await
}
