//! The one session behind the window, and the thread its work runs on. The window never waits for it: every use case runs
//! on a blocking thread, one at a time.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};
use tauri::{async_runtime::spawn_blocking, ipc::Channel};
use ugnay_app::{
    App,
    dto::{AppError, ErrorCode, Progress},
};

/// The use cases and the wish to stop the long one that is running.
pub struct Work {
    app: Arc<Mutex<App>>,
    stop: Arc<AtomicBool>,
    /// The wish to stop the reading of a file that is under way: each reading has its own.
    reading: Mutex<Arc<AtomicBool>>,
}

impl Work {
    /// Work over the use cases, nothing unlocked.
    pub fn new(app: App) -> Self {
        Self {
            app: Arc::new(Mutex::new(app)),
            stop: Arc::new(AtomicBool::new(false)),
            reading: Mutex::default(),
        }
    }

    /// Runs one use case off the window's thread and gives its answer.
    ///
    /// # Errors
    /// The use case's own; `Internal` when it panicked, after which the register is locked.
    pub async fn run<T, F>(&self, use_case: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut App) -> Result<T, AppError> + Send + 'static,
    {
        let app = Arc::clone(&self.app);
        let answer = spawn_blocking(move || use_case(&mut usable(&app))).await;
        answer.unwrap_or_else(|_| Err(AppError::new(ErrorCode::Internal)))
    }

    /// Like [`Work::run`], for work that takes long: it tells the page how far it is, and stops when [`Work::stop`] asks.
    ///
    /// # Errors
    /// As [`Work::run`]; `Cancelled` when it was stopped.
    pub async fn run_long<T, F>(&self, page: Channel<Progress>, use_case: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut App, &mut dyn FnMut(Progress) -> bool) -> Result<T, AppError>
            + Send
            + 'static,
    {
        self.stop.store(false, Ordering::SeqCst);
        self.run_until(page, Arc::clone(&self.stop), use_case).await
    }

    /// As [`Work::run_long`], with a wish to stop of its own.
    ///
    /// # Errors
    /// As [`Work::run_long`].
    pub async fn run_until<T, F>(
        &self,
        page: Channel<Progress>,
        stop: Arc<AtomicBool>,
        use_case: F,
    ) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut App, &mut dyn FnMut(Progress) -> bool) -> Result<T, AppError>
            + Send
            + 'static,
    {
        self.run(move |app| {
            use_case(app, &mut |progress| {
                // A page that went away does not stop the work.
                let _ = page.send(progress);
                !stop.load(Ordering::SeqCst)
            })
        })
        .await
    }

    /// Runs long work that needs no use case meanwhile: the register stays usable. Otherwise as [`Work::run_long`].
    ///
    /// # Errors
    /// As [`Work::run_long`].
    pub async fn run_apart<T, F>(&self, page: Channel<Progress>, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut dyn FnMut(Progress) -> bool) -> Result<T, AppError> + Send + 'static,
    {
        self.stop.store(false, Ordering::SeqCst);
        self.run_apart_until(page, Arc::clone(&self.stop), work)
            .await
    }

    /// As [`Work::run_apart`], with a wish to stop of its own.
    ///
    /// # Errors
    /// As [`Work::run_long`].
    pub async fn run_apart_until<T, F>(
        &self,
        page: Channel<Progress>,
        stop: Arc<AtomicBool>,
        work: F,
    ) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnOnce(&mut dyn FnMut(Progress) -> bool) -> Result<T, AppError> + Send + 'static,
    {
        let answer = spawn_blocking(move || {
            work(&mut |progress| {
                // A page that went away does not stop the work.
                let _ = page.send(progress);
                !stop.load(Ordering::SeqCst)
            })
        })
        .await;
        answer.unwrap_or_else(|_| Err(AppError::new(ErrorCode::Internal)))
    }

    /// Asks the long work to stop at its next step.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Begins to read a file: a reading before it is stopped. What is given stops this one.
    pub fn begin_reading(&self) -> Arc<AtomicBool> {
        let mut reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        reading.store(true, Ordering::SeqCst);
        *reading = Arc::default();
        Arc::clone(&reading)
    }

    /// Asks the reading of a file to stop at its next step.
    pub fn stop_reading(&self) {
        let reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        reading.store(true, Ordering::SeqCst);
    }

    /// Locks the register when nobody has used it for a while. Work that runs is use: it is not waited for.
    pub fn lock_when_idle(&self) {
        if let Ok(mut app) = self.app.try_lock() {
            app.lock_when_idle();
        }
    }

    /// Locks the register when the window closes. Work that still runs is asked to stop and is not waited for: what was
    /// acknowledged is on disk.
    pub fn close(&self) {
        self.stop();
        self.stop_reading();
        if let Ok(mut app) = self.app.try_lock() {
            app.lock();
        }
    }
}

/// The use cases; locked first when a use case before this one panicked half-way.
fn usable(app: &Mutex<App>) -> MutexGuard<'_, App> {
    let mut guard = app.lock().unwrap_or_else(PoisonError::into_inner);
    if app.is_poisoned() {
        guard.lock();
        app.clear_poison();
    }
    guard
}

#[cfg(test)]
mod tests;
