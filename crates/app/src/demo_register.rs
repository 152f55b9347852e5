//! The demo register: one click, invented people from the shipped sample, a drill to try. Always marked demo; must
//! never take a place or people from outside.

use crate::dto::{AppError, CreateRegister, ErrorCode, SessionInfo, StartDrill};
use crate::session::App;

/// Cuenca, Batangas (PSGC), the town of the sample's invented people.
const TOWN: &str = "0401009000";
/// Demo registers looked through for a free name.
const MOST: u32 = 1000;
/// Codes that are no country a drill could be about.
const NOWHERE: [&str; 2] = ["XS", "ZZ"];

impl App {
    /// Makes a register of invented people and opens it: the shipped sample brought in, one drill started for the
    /// country where most of them are. Each call makes another one, in folders `demo-1`, `demo-2`, …
    ///
    /// # Errors
    /// [`ErrorCode::WeakPassphrase`], [`ErrorCode::Disk`].
    pub fn create_demo_register(&mut self, passphrase: &str) -> Result<SessionInfo, AppError> {
        let free = (1..=MOST).find(|n| self.is_free(&folder(*n)));
        let number = free.ok_or(ErrorCode::AlreadyThere)?;
        let input = CreateRegister {
            place: TOWN.to_owned(),
            label: match number {
                1 => "Cuenca".to_owned(),
                n => format!("Cuenca {n}"),
            },
            officer: String::new(),
            passphrase: passphrase.to_owned(),
        };
        self.create_named(&folder(number), &input, true)?;
        let preview = self.import_sample()?;
        self.import_commit(&preview.token, &mut |_| true)?;
        let most = self.home()?.destinations.into_iter();
        let country = most
            .map(|d| d.country)
            .find(|c| !NOWHERE.contains(&c.as_str()));
        if let Some(country) = country {
            self.start_drill(&StartDrill { country, level: 2 })?;
        }
        self.session_info()
    }
}

fn folder(number: u32) -> String {
    format!("demo-{number}")
}

#[cfg(test)]
mod tests;
