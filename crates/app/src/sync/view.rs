//! Two devices of one register show each other what they know of log and heads: text for a QR code or a file.

use crate::dto::{AppError, ShownViewDto, ViewCheck};
use crate::federation::refused;
use crate::session::App;
use ugnay_release::Genesis;
use ugnay_sync::{Compared, Expected, shown};

impl App {
    /// What this device knows of the public log and of its register's devices, to be shown to another of them.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::NoBuffer`] before joining.
    pub fn show_view(&mut self) -> Result<ShownViewDto, AppError> {
        let (s, env) = self.open()?;
        let fed = Genesis::verify(&s.genesis()?)?;
        let (keys, _) = s.keys(env, fed)?;
        let view = s.view()?;
        let head = view.mirror().head();
        let (size, root) = head.map_or((0, [0; 32]), |h| (h.size, h.root));
        Ok(ShownViewDto {
            text: shown::show(&s.register, &keys, size, root)?,
            entries: size,
        })
    }

    /// Holds what another device of this register shows against what this one knows. Where the other knows more, the
    /// next exchange has to bring it. Works without a line; a log of another size is then compared at the next exchange.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::BufferAlarm`] when the two were told different stories: the buffer lied to one of them.
    /// [`crate::dto::ErrorCode::Refused`] for text that is not such a view of this register.
    pub fn check_view(&mut self, text: &str) -> Result<ViewCheck, AppError> {
        let (s, env) = self.open()?;
        let fed = Genesis::verify(&s.genesis()?)?;
        let (keys, roster) = s.keys(env, fed)?;
        let entry = |slot| roster.writers().find(|d| d.slot == slot);
        let other = shown::read(text, &keys, |slot| entry(slot).map(|d| d.signing))
            .map_err(|_| refused("not_a_view"))?;
        if other.slot == keys.slot.get() {
            return Err(refused("own_view"));
        }
        let mut view = s.view()?;
        let log = if other.size == 0 {
            Expected::Unknown
        } else {
            let mut line = s.client().ok();
            match view.expect(line.as_mut(), other.size, other.root) {
                // Nobody answers: the heads can be compared nevertheless.
                Err(e) if e.code != crate::dto::ErrorCode::BufferAlarm => Expected::Unknown,
                other => other?,
            }
        };
        let heads = shown::compare(&mut s.register, &keys, &other)?;
        s.keep_view(&view)?;
        Ok(ViewCheck {
            device: entry(other.slot)
                .map(|d| d.label.clone())
                .unwrap_or_default(),
            same: heads == Compared::Same && log == Expected::Same,
            other_knows_more: heads == Compared::Ahead,
            log_compared: log == Expected::Same,
        })
    }
}
