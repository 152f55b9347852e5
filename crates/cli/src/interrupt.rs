//! Ctrl-C while something long runs: a wish that the work takes note of at its next step, so that it ends as if it had never
//! begun. A second Ctrl-C ends the program at once. Before the first long work Ctrl-C means what it always does.

use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use tokio::runtime::Builder;
use tokio::signal::ctrl_c;

/// What a shell expects of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// Set once somebody pressed Ctrl-C.
pub fn wish() -> Arc<AtomicBool> {
    static WISH: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    let wish = WISH.get_or_init(|| {
        let wish = Arc::new(AtomicBool::new(false));
        let watched = Arc::clone(&wish);
        thread::spawn(move || watch(&watched));
        wish
    });
    Arc::clone(wish)
}

/// Without a runtime Ctrl-C ends the program, as ever.
fn watch(wish: &AtomicBool) {
    let Ok(runtime) = Builder::new_current_thread().enable_all().build() else {
        return;
    };
    runtime.block_on(async {
        if ctrl_c().await.is_ok() {
            wish.store(true, Ordering::SeqCst);
            if ctrl_c().await.is_ok() {
                exit(INTERRUPTED);
            }
        }
    });
}
