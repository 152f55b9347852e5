//! How far a long reading is, and the wish to stop it. Knows no clock and no thread.

use crate::ImportError;

/// How far a long read is. Return `false` from the callback to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// 0-based file.
    pub file: usize,
    /// Number of files.
    pub files: usize,
    /// Rows (or entries) so far, of all files.
    pub rows: u32,
    /// Of so many; 0 while the files are still being read, when nobody knows.
    pub of: u32,
}

/// Told of progress; returns whether to go on.
pub(crate) type Sink<'p> = &'p mut dyn FnMut(Progress) -> bool;

/// Rows between two calls.
const EVERY: u32 = 250;

/// Counts rows and asks now and then whether to go on.
pub(crate) struct Ticker<'p> {
    sink: Sink<'p>,
    at: Progress,
}

impl<'p> Ticker<'p> {
    pub fn new(files: usize, of: usize, sink: Sink<'p>) -> Self {
        let of = u32::try_from(of).unwrap_or(u32::MAX);
        let at = Progress {
            file: 0,
            files,
            rows: 0,
            of,
        };
        Self { sink, at }
    }

    /// Another file begins.
    pub fn file(&mut self, file: usize) -> Result<(), ImportError> {
        self.at.file = file;
        self.tell()
    }

    /// One row more.
    pub fn row(&mut self) -> Result<(), ImportError> {
        self.at.rows = self.at.rows.saturating_add(1);
        if self.at.rows.is_multiple_of(EVERY) {
            self.tell()
        } else {
            Ok(())
        }
    }

    fn tell(&mut self) -> Result<(), ImportError> {
        let go_on = (self.sink)(self.at);
        go_on.then_some(()).ok_or(ImportError::Cancelled)
    }
}
