//! Alarms of the log as this custodian saw them. An alarm changes nothing else and is never a reason to delete anything.

use super::codec::{Reader, Writer, bad};
use super::node::CustodianNode;
use super::store::ALARMS;
use crate::dto::{AppError, ErrorCode};
use ugnay_vault::Changes;

/// Something the log showed that it must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Stable code, as [`AppError::detail`] of the exchange that failed.
    pub code: String,
    /// When it was seen first, by this device's clock.
    pub at: i64,
    /// How often in a row.
    pub times: u32,
}

impl CustodianNode {
    /// Writes an alarm down; an error that is none is left alone.
    pub(super) fn keep_alarm(&mut self, e: &AppError, now: i64) -> Result<(), AppError> {
        if e.code != ErrorCode::BufferAlarm {
            return Ok(());
        }
        let code = e.detail.clone().unwrap_or_default();
        let mut all = self.alarms()?;
        match all.last_mut().filter(|a| a.code == code) {
            Some(last) => last.times = last.times.saturating_add(1),
            None => all.push(Alarm {
                code,
                at: now,
                times: 1,
            }),
        }
        let Some(last) = all.last() else {
            return Ok(());
        };
        let mut w = Writer::default();
        w.bytes(last.code.as_bytes(), 200, "code").map_err(bad)?;
        w.i64(last.at);
        w.u32(last.times);
        let mut changes = Changes::default();
        changes.put(ALARMS, &(all.len() as u64).to_be_bytes(), w.finish());
        changes.happened(now, "alarm", b"");
        self.store.commit(changes)
    }

    /// Every alarm so far, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn alarms(&self) -> Result<Vec<Alarm>, AppError> {
        let read = |bytes: &[u8]| {
            let mut r = Reader::new(bytes);
            let code = String::from_utf8(r.bytes(200, "code").map_err(bad)?)
                .map_err(|_| super::codec::damaged("alarm"))?;
            let (at, times) = (r.i64("at").map_err(bad)?, r.u32("times").map_err(bad)?);
            r.end().map_err(bad)?;
            Ok(Alarm { code, at, times })
        };
        let all = self.store.list(ALARMS)?;
        all.iter().map(|(_, bytes)| read(bytes)).collect()
    }
}
