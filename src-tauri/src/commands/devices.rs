//! The register's readers: the list, and taking one out.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{AppError, DeviceList};

/// Devices and sheets that can read the register, and its epoch.
#[tauri::command]
pub async fn devices(work: State<'_, Work>) -> Result<DeviceList, AppError> {
    work.run(|app| app.devices()).await
}

/// Takes a reader out, for good.
#[tauri::command]
pub async fn revoke_device(work: State<'_, Work>, id: String) -> Result<DeviceList, AppError> {
    work.run(move |app| app.revoke_device(&id)).await
}
