//! Sheets to print, from the open register or from words that are being shown. Gives bytes: where they are written is said by
//! whoever asked. A sheet with people on it is noted in the register like an export. Must not lay anything out.

mod family;

use crate::dto::{AppError, CallQuery, CallTarget, CallTask, ErrorCode, KeyOnPaper, PaperLook};
use crate::export::Given;
use crate::lists::STALE_AFTER;
use crate::places;
use crate::session::App;
use chrono::{DateTime, FixedOffset};
use ugnay_model::{Country, Person, Psgc};
use ugnay_paper::sheets::{
    Calls, Invitation, KeySheet, Meeting, Number, RecoverySheet, ToCall, ToConfirm,
};
use ugnay_paper::{Language, Look, PaperError, Size};
use ugnay_register::{Filter, Sort};

/// Words of an organisation's key.
const KEY_WORDS: usize = 24;
/// The groups of fields that stand on a list to ask or call by.
const ON_A_LIST: [&str; 6] = [
    "names",
    "home",
    "abroad",
    "family",
    "family_phones",
    "confirmed",
];
/// Barangays keep Philippine time, which has no summer time.
const MANILA: i32 = 8 * 3600;

impl From<PaperError> for AppError {
    fn from(e: PaperError) -> Self {
        match e {
            PaperError::CodeTooLong => Self::new(ErrorCode::BadInput).detail("too_long"),
            PaperError::Writer => Self::new(ErrorCode::Internal).detail("paper"),
        }
    }
}

pub(crate) fn look(asked: &PaperLook) -> Look {
    Look {
        language: Language::from_tag(&asked.language).unwrap_or(Language::En),
        size: if asked.letter { Size::Letter } else { Size::A4 },
    }
}

/// A day in Philippine time (`2025-07-01`).
pub(crate) fn day(at: i64) -> String {
    let zone = FixedOffset::east_opt(MANILA);
    let day = DateTime::from_timestamp(at, 0).zip(zone);
    day.map_or_else(String::new, |(at, zone)| {
        at.with_timezone(&zone).format("%Y-%m-%d").to_string()
    })
}

/// An organisation's key on paper.
///
/// # Errors
/// [`ErrorCode::BadInput`] unless there are 24 words.
pub fn key_sheet(key: &KeyOnPaper, asked: &PaperLook) -> Result<Vec<u8>, AppError> {
    if key.words.len() != KEY_WORDS {
        return Err(AppError::new(ErrorCode::BadInput).field("words"));
    }
    let sheet = KeySheet {
        organisation: &key.organisation,
        fingerprint: &key.fingerprint,
        words: &key.words,
    };
    Ok(sheet.pdf(look(asked))?)
}

/// An invitation on paper, from the twelve words; `code` is what the QR code says.
///
/// # Errors
/// [`ErrorCode::BadInput`] for a code too long to be scanned.
pub fn invitation_sheet(
    words: &str,
    fingerprint: &str,
    buffer: &str,
    code: Option<&str>,
    asked: &PaperLook,
) -> Result<Vec<u8>, AppError> {
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let sheet = Invitation {
        words: &words,
        fingerprint,
        buffer,
        code,
    };
    Ok(sheet.pdf(look(asked))?)
}

impl App {
    /// The recovery sheet whose words are being shown.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_sheet` when none is.
    pub fn recovery_sheet(&mut self, asked: &PaperLook) -> Result<Vec<u8>, AppError> {
        let page = self.sheet_shown()?;
        let sheet = RecoverySheet {
            words: &page.words,
            fingerprint: &page.six,
            buffer: &page.buffer,
        };
        Ok(sheet.pdf(look(asked))?)
    }

    /// Who has to be confirmed at the monthly meeting: of one barangay (PSGC), or of all of the register when empty.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a code that is none, [`ErrorCode::Disk`].
    pub fn meeting_sheet(
        &mut self,
        barangay: &str,
        asked: &PaperLook,
    ) -> Result<Vec<u8>, AppError> {
        let (s, env) = self.open()?;
        let bad = |_| AppError::new(ErrorCode::BadInput).field("barangay");
        let home: Option<Psgc> = match barangay {
            "" => None,
            code => Some(code.parse().map_err(bad)?),
        };
        let everybody = Filter {
            homes: home
                .into_iter()
                .filter(|h| s.about.place != Some(*h))
                .collect(),
            returned: Some(false),
            ..Filter::default()
        };
        let people = s.register.count(&everybody)?;
        let stale = Filter {
            stale_before: Some(env.now().saturating_sub(STALE_AFTER)),
            ..everybody
        };
        let page = s
            .register
            .people(&stale, Sort::Name, 0, u64::from(u32::MAX))?;
        let mut ask = Vec::with_capacity(page.rows.len());
        for row in &page.rows {
            ask.extend(s.register.person(row.id)?.as_ref().map(to_confirm));
        }
        let sheet = Meeting {
            place: home.or(s.about.place).map(places::path).unwrap_or_default(),
            day: day(env.now()),
            people: people as u32,
            fresh: people.saturating_sub(ask.len() as u64) as u32,
            ask,
        };
        let pdf = sheet.pdf(look(asked))?;
        s.write_down(
            env,
            Given::sheet("sheet_meeting", sheet.ask.len(), &ON_A_LIST),
        )?;
        Ok(pdf)
    }

    /// Who is still to be called in a campaign, in calling order.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`], [`ErrorCode::Disk`].
    pub fn calls_sheet(&mut self, campaign: &str, asked: &PaperLook) -> Result<Vec<u8>, AppError> {
        let list = self.call_list(&CallQuery::whole(campaign))?;
        let open = |t: &&CallTask| matches!(t.state.as_str(), "todo" | "call_back");
        let people: Vec<ToCall> = list.tasks.iter().filter(open).map(to_call).collect();
        let (s, env) = self.open()?;
        let sheet = Calls {
            name: list.campaign.name,
            day: day(env.now()),
            drill: list.campaign.drill,
            script: list.script,
            done: list.campaign.done,
            people,
        };
        let pdf = sheet.pdf(look(asked))?;
        s.write_down(
            env,
            Given::sheet("sheet_calls", sheet.people.len(), &ON_A_LIST),
        )?;
        Ok(pdf)
    }
}

/// What is needed to ask about somebody, and no more: one contact, one number.
fn to_confirm(p: &Person) -> ToConfirm {
    let contact = p.contacts.first();
    let phone = contact
        .and_then(|c| c.phones.first())
        .or_else(|| p.phones.first().filter(|_| contact.is_none()));
    let country = p.country.or(p.sea_based.then_some(Country::SEA));
    let abroad = [p.place.clone(), country.map(places::country_name)];
    ToConfirm {
        name: p.list_name(),
        home: p.purok.clone().unwrap_or_default(),
        abroad: abroad.into_iter().flatten().collect::<Vec<_>>().join(", "),
        contact: contact.map(|c| c.name.clone()).unwrap_or_default(),
        relation: contact
            .and_then(|c| c.relation)
            .map_or(String::new(), |r| r.code().to_owned()),
        phone: phone.map(|p| p.shown().to_owned()).unwrap_or_default(),
        confirmed: p.confirmed.as_ref().map(|c| day(c.at)).unwrap_or_default(),
    }
}

fn to_call(task: &CallTask) -> ToCall {
    let number = |c: &CallTarget| Number {
        name: if c.contact.is_empty() {
            String::new()
        } else {
            c.name.clone()
        },
        relation: c.relation.clone(),
        shown: c.shown.clone(),
        bad: c.bad,
    };
    ToCall {
        name: task.name.clone(),
        home: task.home.clone(),
        abroad: task.destination.clone(),
        state: task.state.clone(),
        numbers: task.calls.iter().map(number).collect(),
    }
}

#[cfg(test)]
mod tests;
