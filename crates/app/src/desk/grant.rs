//! What a grant brought: the cards, encrypted in the officer's folder for as long as the grant lasts. Owns that they are
//! erased when it is over (at the next opening of the folder, or at once when it is closed); what was exported or noted
//! elsewhere is out of reach, and every screen and file says so.

use super::Officer;
use crate::dto::{AppError, ErrorCode};
use crate::federation::opening::{Opener, RefusedWriter, Released, live};
use crate::federation::paper::time;
use crate::federation::{refused, view::View};
use serde::Serialize;
use ugnay_interchange::export::{ExportRow, Mark, marked_csv, marked_xlsx};
use ugnay_model::{Person, Record};
use ugnay_release::desk::grant_open;
use ugnay_release::{Purpose, Request, RequestId, Signed};
use ugnay_sync::Fetcher;
use ugnay_vault::{Changes, Space};
use ugnay_wire::ids::to_hex;

/// `until i64` by request.
const GRANTS: Space = Space::new("grant");
/// A card record by `request ‖ person`.
const CARDS: Space = Space::new("grant.card");

/// What stands over every list of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GrantBanner {
    /// The request's id, hexadecimal.
    pub request: String,
    /// Purpose code: what the cards may be used for.
    pub purpose: &'static str,
    /// Nobody is in danger.
    pub drill: bool,
    /// The declaration.
    pub declaration: String,
    /// When the cards are erased here, Unix seconds.
    pub until: i64,
    /// Cards kept here.
    pub cards: usize,
}

/// What opening brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// The banner.
    pub banner: GrantBanner,
    /// Compartments opened.
    pub compartments: usize,
    /// Custodians whose shares were used.
    pub custodians: Vec<String>,
    /// Custodians who handed over something wrong.
    pub faulty: Vec<String>,
    /// Cards left out because no device of the register wrote them, by who did.
    pub refused: Vec<RefusedWriter>,
    /// Cards and indexes that are damaged or missing at the buffer.
    pub damaged: u32,
}

impl Officer {
    /// Fetches the sealed shares, rebuilds the keys, fetches the cards in scope and keeps them until the grant ends.
    /// Doing it again takes what registers sent since, new epochs under the standing grant included.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`]: `grant_over`, `grant_closed`, `no_shares` (naming who handed over something wrong).
    pub fn open_grant(&mut self, id: &RequestId) -> Result<Opened, AppError> {
        let request = self.request(id)?;
        let (mut client, mut view) = self.follow()?;
        if self.state_of(&mut client, &mut view, &request)?.state == "closed" {
            self.erase(id, "grant_closed")?;
            return Err(refused("grant_closed"));
        }
        let now = self.now();
        let by = Fetcher::officer(*view.federation.fed(), &self.sign, id.0, now);
        let mut opener = Opener {
            view: &mut view,
            pairs: vec![&self.seal],
            by,
        };
        let release = opener.open(&mut client, &request, now)?;
        let released = release.records(&mut client, now)?;
        self.keep_cards(&request, &released)?;
        self.home.keep(&view)?;
        Ok(Opened {
            banner: self.banner(&request)?,
            compartments: release.compartments(),
            custodians: names(&view, &release.custodians),
            faulty: names(&view, &release.faulty),
            refused: released.refused,
            damaged: released.damaged,
        })
    }

    fn keep_cards(
        &mut self,
        request: &Signed<Request>,
        released: &Released,
    ) -> Result<(), AppError> {
        let id = Request::id(request);
        let mut changes = Changes::default();
        // What a register took off since is taken off here too.
        for name in self.card_names(&id)? {
            changes.delete(CARDS, &name);
        }
        for record in released.records.iter().filter(|r| live(r).is_some()) {
            let person = record.person.to_string();
            let name = [&id.0[..], person.as_bytes()].concat();
            changes.put(CARDS, &name, record.to_cbor());
        }
        let until = request.body().until.to_be_bytes();
        changes.put(GRANTS, &id.0, until);
        changes.happened(self.now(), "grant_opened", &id.0);
        Ok(self.home.vault.commit(changes)?)
    }

    fn card_names(&self, id: &RequestId) -> Result<Vec<Vec<u8>>, AppError> {
        let mut names = self.home.vault.names(CARDS)?;
        names.retain(|n| n.starts_with(&id.0));
        Ok(names)
    }

    /// What stands over the list.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn grant_banner(&self, id: &RequestId) -> Result<GrantBanner, AppError> {
        let request = self.request(id)?;
        self.banner(&request)
    }

    fn banner(&self, request: &Signed<Request>) -> Result<GrantBanner, AppError> {
        let (id, q) = (Request::id(request), request.body());
        Ok(GrantBanner {
            request: to_hex(&id.0),
            purpose: q.purpose.code(),
            drill: q.purpose == Purpose::Drill,
            declaration: q.declaration.clone(),
            until: q.until,
            cards: self.card_names(&id)?.len(),
        })
    }

    /// The persons of a grant, by name.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `grant_over`; [`ErrorCode::NotFound`] before it was opened.
    pub fn grant_people(&mut self, id: &RequestId) -> Result<Vec<Person>, AppError> {
        let request = self.request(id)?;
        if !grant_open(request.body(), self.now()) {
            self.erase_expired()?;
            return Err(refused("grant_over"));
        }
        if self.home.vault.get(GRANTS, &id.0)?.is_none() {
            return Err(ErrorCode::NotFound.into());
        }
        let mut out = Vec::new();
        for name in self.card_names(id)? {
            let Some(bytes) = self.home.vault.get(CARDS, &name)? else {
                continue;
            };
            let record = Record::from_cbor(&bytes)
                .map_err(|_| AppError::new(ErrorCode::Damaged).detail("card"))?;
            out.extend(live(&record));
        }
        out.sort_by(|a, b| (&a.surname, &a.given, a.id).cmp(&(&b.surname, &b.given, b.id)));
        Ok(out)
    }

    /// The cards as a file, CSV or workbook; every row and page says under which release and by whom. Leaves the
    /// encrypted folder in the clear, and is noted in the journal.
    ///
    /// # Errors
    /// As [`Self::grant_people`]; [`ErrorCode::BadInput`] for an empty `by`.
    pub fn grant_export(
        &mut self,
        id: &RequestId,
        workbook: bool,
        by: &str,
    ) -> Result<crate::Exported, AppError> {
        if by.trim().is_empty() {
            return Err(AppError::new(ErrorCode::BadInput).field("by"));
        }
        let people = self.grant_people(id)?;
        let request = self.request(id)?;
        let mark = Mark {
            purpose: request.body().purpose.code().to_owned(),
            request: to_hex(&id.0),
            until: time(request.body().until),
            by: by.trim().to_owned(),
        };
        let rows = people.iter().map(|person| ExportRow { person, case: None });
        let bytes = if workbook {
            marked_xlsx(rows, &mark)
        } else {
            marked_csv(rows, &mark)
        };
        let bytes = bytes.map_err(|_| AppError::new(ErrorCode::Internal).detail("export"))?;
        let mut changes = Changes::default();
        changes.happened(self.now(), "grant_exported", &id.0);
        self.home.vault.commit(changes)?;
        Ok(crate::Exported {
            format: if workbook {
                crate::ExportFormat::Xlsx
            } else {
                crate::ExportFormat::Csv
            },
            refused: 0,
            bytes,
            persons: u32::try_from(people.len()).unwrap_or(u32::MAX),
        })
    }

    /// Erases what belongs to grants that are over; gives how many.
    pub(super) fn erase_expired(&mut self) -> Result<u32, AppError> {
        let (now, mut erased) = (self.now(), 0);
        for (name, until) in self.home.vault.list(GRANTS)? {
            let until = <[u8; 8]>::try_from(until.as_slice()).map_or(0, i64::from_be_bytes);
            let Ok(id) = <[u8; 32]>::try_from(name.as_slice()) else {
                continue;
            };
            if now >= until {
                self.erase(&RequestId(id), "grant_erased")?;
                erased += 1;
            }
        }
        Ok(erased)
    }

    /// Erases the cards of a grant at once.
    pub(super) fn erase(&mut self, id: &RequestId, why: &'static str) -> Result<(), AppError> {
        let mut changes = Changes::default();
        for name in self.card_names(id)? {
            changes.delete(CARDS, &name);
        }
        changes.delete(GRANTS, &id.0);
        changes.happened(self.now(), why, &id.0);
        Ok(self.home.vault.commit(changes)?)
    }
}

fn names(view: &View, xs: &std::collections::BTreeSet<u8>) -> Vec<String> {
    let roster = view.federation.roster();
    xs.iter()
        .map(|x| {
            roster
                .custodian(*x)
                .map_or_else(|| x.to_string(), |c| c.name.clone())
        })
        .collect()
}
