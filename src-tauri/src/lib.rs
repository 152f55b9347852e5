//! The Ugnay window: one window, its own commands, nothing else of the machine within the page's reach.
//!
//! It owns what belongs to the operating system (window, single instance, folders) and passes everything else to
//! `ugnay_app`. It must not hold a rule about people, keys or sync.

mod commands;
mod links;
mod saving;
mod upload;
mod window;
mod work;

use std::{error::Error, process::ExitCode, time::Duration};
use tauri::{App, AppHandle, Manager, RunEvent};
use work::Work;

/// How often the idle time is looked at; a register locks at most this much later than it should.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// Runs the window until it is closed.
pub fn run() -> ExitCode {
    keep_faults_impersonal();
    let app = tauri::Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::show(app)
        }))
        .invoke_handler(commands::handler())
        .setup(set_up)
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<Work>().close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Ugnay could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Registers lie in the user's own data folder.
fn set_up(app: &mut App) -> Result<(), Box<dyn Error>> {
    let folder = app.path().app_data_dir()?;
    std::fs::create_dir_all(&folder)?;
    app.manage(Work::new(ugnay_app::App::new(
        &folder,
        ugnay_app::Env::system(),
    )));
    lock_when_idle(app.handle().clone());
    window::open(app.handle())?;
    Ok(())
}

/// Looks at the idle time now and then, so that an unattended register locks although its page asks for nothing.
fn lock_when_idle(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_EVERY);
            app.state::<Work>().lock_when_idle();
        }
    });
}

/// A fault says where it happened and nothing else: its message could carry what was being worked on.
fn keep_faults_impersonal() {
    std::panic::set_hook(Box::new(|fault| {
        let place = fault
            .location()
            .map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
        eprintln!("Ugnay: a fault{place}");
    }));
}
