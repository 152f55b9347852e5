//! The Ugnay window: one window, its own commands, nothing else of the machine within the page's reach.
//!
//! It owns what belongs to the operating system (window, single instance, folders) and passes everything else to
//! `ugnay_app`. It must not hold a rule about people, keys or sync.

mod commands;
mod window;

use std::process::ExitCode;

/// Runs the window until it is closed.
pub fn run() -> ExitCode {
    let app = tauri::Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::show(app)
        }))
        .invoke_handler(tauri::generate_handler![commands::status])
        .setup(|app| Ok(window::open(app.handle())?))
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Ugnay could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}
