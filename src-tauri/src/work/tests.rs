//! One use case at a time, faults contained, long work told to stop.

use super::Work;
use std::sync::{Arc, Mutex};
use tauri::{async_runtime::block_on, ipc::Channel};
use ugnay_app::{
    App, Env,
    dto::{AppError, ErrorCode, Progress},
};

fn work() -> (tempfile::TempDir, Work) {
    let folder = tempfile::tempdir().expect("a folder of its own");
    let work = Work::new(App::new(folder.path(), Env::system()));
    (folder, work)
}

/// A page that counts what it is told.
fn page() -> (Channel<Progress>, Arc<Mutex<u32>>) {
    let told = Arc::new(Mutex::new(0));
    let count = Arc::clone(&told);
    let channel = Channel::new(move |_| {
        *count.lock().expect("nobody panics here") += 1;
        Ok(())
    });
    (channel, told)
}

fn step() -> Progress {
    Progress {
        step: "saving".to_owned(),
        done: 1,
        total: 2,
    }
}

#[test]
fn a_use_case_answers() {
    let (_folder, work) = work();
    let status = block_on(work.run(|app| Ok(app.status()))).expect("a status needs no register");
    assert!(status.session.is_none(), "nothing is open at the start");
}

#[test]
fn a_fault_is_contained() {
    let (_folder, work) = work();
    let answer = block_on(work.run(|_| -> Result<(), AppError> { panic!("a fault") }));
    assert_eq!(
        answer.map_err(|error| error.code),
        Err(ErrorCode::Internal),
        "the page learns that it was a fault"
    );
    assert!(
        block_on(work.run(|app| Ok(app.status()))).is_ok(),
        "the next use case runs"
    );
}

#[test]
fn long_work_reports_and_stops_when_asked() {
    let (_folder, work) = work();
    let (channel, told) = page();
    let stop = Arc::clone(&work.stop);
    let answer = block_on(work.run_long(channel, move |_, progress| {
        assert!(progress(step()), "nobody asked it to stop yet");
        stop.store(true, std::sync::atomic::Ordering::SeqCst);
        Ok(progress(step()))
    }));
    assert_eq!(
        answer,
        Ok(false),
        "the work learns at its next step that it should stop"
    );
    assert_eq!(
        *told.lock().expect("nobody panics here"),
        2,
        "the page was told of both steps"
    );
}

#[test]
fn an_old_wish_to_stop_does_not_stop_new_work() {
    let (_folder, work) = work();
    work.stop();
    let (channel, _) = page();
    let answer = block_on(work.run_long(channel, |_, progress| Ok(progress(step()))));
    assert_eq!(answer, Ok(true), "the wish belonged to work that is over");
}

#[test]
fn a_reading_is_stopped_by_the_next_and_stops_nothing_else() {
    let (_folder, work) = work();
    let first = work.begin_reading();
    let second = work.begin_reading();
    let run = |stop: Arc<std::sync::atomic::AtomicBool>| {
        block_on(work.run_apart_until(page().0, stop, |progress| Ok(progress(step()))))
    };
    assert_eq!(run(first), Ok(false), "another file was chosen meanwhile");
    assert_eq!(run(second.clone()), Ok(true), "which is read");
    work.stop_reading();
    assert_eq!(run(second), Ok(false), "until somebody stops it");
    let long = block_on(work.run_long(page().0, |_, progress| Ok(progress(step()))));
    assert_eq!(long, Ok(true), "other work goes on");
}

#[test]
fn closing_does_not_wait_for_running_work() {
    let (_folder, work) = work();
    let held = Arc::clone(&work.app);
    let guard = held.lock().expect("nobody panics here");
    work.close();
    work.lock_when_idle();
    drop(guard);
    assert!(
        work.stop.load(std::sync::atomic::Ordering::SeqCst),
        "running work was asked to stop"
    );
}
