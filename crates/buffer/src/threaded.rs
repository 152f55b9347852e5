//! The server on its own thread, for programs that are not asynchronous themselves
//! (command line, demonstration, tests of other crates).

use crate::config::Config;
use crate::server::{Buffer, BufferError};
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc;
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// A running server on its own thread. Dropping it stops the server and waits for it.
#[derive(Debug)]
pub struct ThreadHandle {
    addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Buffer {
    /// Like [`Buffer::start`], for callers without a runtime.
    ///
    /// # Errors
    /// As [`Buffer::start`].
    pub fn start_in_thread(
        config: Config,
        listener: TcpListener,
    ) -> Result<ThreadHandle, BufferError> {
        let io = |e| BufferError::Io("listener", e);
        listener.set_nonblocking(true).map_err(io)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|e| BufferError::Io("runtime", e))?;
        let (started, when_started) = mpsc::sync_channel(1);
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async move {
                let begin = async {
                    let listener = tokio::net::TcpListener::from_std(listener).map_err(io)?;
                    Self::start(config, listener).await
                };
                match begin.await {
                    Ok(handle) => {
                        let _ = started.send(Ok(handle.addr()));
                        let _ = stopped.await;
                        handle.shutdown().await;
                    }
                    Err(e) => {
                        let _ = started.send(Err(e));
                    }
                }
            });
        });
        let gone = || BufferError::Config("the server's thread ended".into());
        let addr = when_started.recv().map_err(|_| gone())??;
        Ok(ThreadHandle {
            addr,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl ThreadHandle {
    /// Where it listens.
    #[must_use]
    pub const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// `http://ADDR`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Stops it and waits; dropping the handle does the same.
    pub fn shutdown(self) {
        drop(self);
    }
}

impl Drop for ThreadHandle {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
