//! The home screen: what matters today.

use crate::dto::{AppError, DestinationCount, Home};
use crate::lists::STALE_AFTER;
use crate::places;
use crate::session::App;
use ugnay_model::Country;
use ugnay_register::Filter;

impl App {
    /// Counts for the home screen.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Locked`].
    pub fn home(&mut self) -> Result<Home, AppError> {
        let campaigns = self.campaigns()?;
        let import_later = self.import_later_open()?;
        let (s, env) = self.open()?;
        let duplicates = s.open_pairs()?.len() as u32;
        let now = env.now();
        let stale_before = Some(env.now().saturating_sub(STALE_AFTER));
        let count = |f: Filter| s.register.count(&f).map(|n| n as u32);
        let destinations = s.register.count_by_country()?;
        Ok(Home {
            persons: count(Filter::default())?,
            without_contact: count(Filter {
                no_phone: true,
                ..Filter::default()
            })?,
            stale: count(Filter {
                stale_before,
                returned: Some(false),
                ..Filter::default()
            })?,
            conflicts: count(Filter {
                has_conflict: true,
                ..Filter::default()
            })?,
            duplicates,
            import_later,
            outside: count(Filter {
                outside: Some(s.outside()),
                ..Filter::default()
            })?,
            unsent: s.register.dirty_count()? as u32,
            open_campaigns: campaigns
                .into_iter()
                // A drill that was ended is nothing for today.
                .filter(|c| c.done < c.in_scope && (c.origin != "drill" || c.closes_at > now))
                .collect(),
            destinations: destinations
                .into_iter()
                .map(|(country, persons)| {
                    let c = country.unwrap_or(Country::OTHER);
                    DestinationCount {
                        country: c.to_string(),
                        name: places::country_name(c),
                        persons: persons as u32,
                    }
                })
                .collect(),
        })
    }
}
