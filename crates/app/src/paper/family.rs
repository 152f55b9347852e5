//! Sheets that are handed to families or kept for a crisis: the family card and its code, the consent form, a plan.

use super::{day, look};
use crate::dto::{AppError, DirectoryRow, ErrorCode, PaperLook};
use crate::export::Given;
use crate::people::parse_id;
use crate::places;
use crate::session::{App, Session};
use ugnay_model::{Country, PersonId};
use ugnay_paper::sheets::{ConsentForm, FamilyCard, Line, PlanSheet};

/// How the code of a family card begins. What follows is the person's random id: to anybody but the register it was made in
/// it is a number without a meaning.
const CARD: &str = "UGNAY:CARD:";
/// What a family may need to call; community leaders stand on the plan alone.
const FOR_FAMILIES: [&str; 4] = ["emergency", "post", "mwo", "agency"];

fn card_code(id: PersonId) -> String {
    let hex = ugnay_wire::ids::to_hex(&id.to_bytes());
    format!("{CARD}{}", hex.to_uppercase())
}

/// Entries with a number, and the oldest day of those that came with the program.
fn lines(rows: &[DirectoryRow], kinds: &[&str]) -> (Vec<Line>, String) {
    let wanted = |r: &&DirectoryRow| {
        !r.hidden && !r.phones.is_empty() && (kinds.is_empty() || kinds.contains(&r.kind.as_str()))
    };
    let used: Vec<&DirectoryRow> = rows.iter().filter(wanted).collect();
    let line = |r: &&DirectoryRow| Line {
        who: if r.name.is_empty() {
            format!("#listed-{}", r.kind)
        } else {
            r.name.clone()
        },
        place: r.place.clone(),
        numbers: r.phones.iter().map(|p| p.shown.clone()).collect(),
    };
    let as_of = used.iter().map(|r| r.as_of.clone()).min();
    (used.iter().map(line).collect(), as_of.unwrap_or_default())
}

impl Session {
    pub(crate) fn place_in_words(&self) -> String {
        self.about.place.map(places::path).unwrap_or_default()
    }
}

impl App {
    /// The card a family keeps.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn family_card(&mut self, person: &str, asked: &PaperLook) -> Result<Vec<u8>, AppError> {
        let (s, env) = self.open()?;
        let p = s
            .register
            .person(parse_id(person)?)?
            .ok_or(ErrorCode::NotFound)?;
        let country = p
            .country
            .filter(|c| *c != Country::OTHER && *c != Country::SEA);
        let rows = country.map_or_else(|| Ok(Vec::new()), |c| s.directory(c))?;
        let (lines, as_of) = lines(&rows, &FOR_FAMILIES);
        let card = FamilyCard {
            name: p.list_name(),
            place: s.place_in_words(),
            officer: s.about.officer.clone(),
            abroad: country.map(places::country_name).unwrap_or_default(),
            lines,
            as_of,
            code: card_code(p.id),
        };
        let pdf = card.pdf(look(asked))?;
        s.write_down(env, Given::sheet("sheet_card", 1, &["names", "abroad"]))?;
        Ok(pdf)
    }

    /// Whose family card it is, from what its code says.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for another code, [`ErrorCode::Refused`] with `card_elsewhere` for nobody of this register.
    pub fn read_family_card(&mut self, code: &str) -> Result<String, AppError> {
        let (s, _) = self.open()?;
        let bad = || AppError::new(ErrorCode::BadInput).field("card");
        let hex = code
            .trim()
            .strip_prefix(CARD)
            .filter(|h| h.len() == 32)
            .ok_or_else(bad)?;
        let id = u128::from_str_radix(hex, 16).map_err(|_| bad())?;
        let id = PersonId::from_bytes(id.to_be_bytes());
        // Of two entries that were merged, either card leads to the one that is left.
        match s.register.person(s.register.stands_for(id)?)? {
            Some(p) => Ok(p.id.to_string()),
            None => Err(AppError::new(ErrorCode::Refused).detail("card_elsewhere")),
        }
    }

    /// The consent form, for somebody or, without a person, with a line for the name.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn consent_form(&mut self, person: &str, asked: &PaperLook) -> Result<Vec<u8>, AppError> {
        let (s, env) = self.open()?;
        let name = match person {
            "" => String::new(),
            id => s
                .register
                .person(parse_id(id)?)?
                .ok_or(ErrorCode::NotFound)?
                .list_name(),
        };
        let form = ConsentForm {
            place: s.place_in_words(),
            day: day(env.now()),
            name,
        };
        let pdf = form.pdf(look(asked))?;
        if !form.name.is_empty() {
            s.write_down(env, Given::sheet("sheet_consent", 1, &["names"]))?;
        }
        Ok(pdf)
    }

    /// The contingency plan for a destination. It names who wrote and meets where, not who is there.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a code that is no country's.
    pub fn plan_sheet(&mut self, country: &str, asked: &PaperLook) -> Result<Vec<u8>, AppError> {
        let plan = self.plan(country)?;
        let rows = self.directory(country)?;
        let (s, env) = self.open()?;
        let (lines, as_of) = lines(&rows, &[]);
        let mut texts: [Vec<String>; 5] = Default::default();
        for (at, part) in texts.iter_mut().zip(plan.parts) {
            let all = core::iter::once(part.text).chain(part.others);
            at.extend(all.filter(|t| !t.is_empty()));
        }
        let sheet = PlanSheet {
            place: s.place_in_words(),
            abroad: plan.country_name,
            day: day(env.now()),
            people: plan.people,
            texts,
            lines,
            as_of,
        };
        let pdf = sheet.pdf(look(asked))?;
        s.write_down(env, Given::sheet("sheet_plan", 0, &[]))?;
        Ok(pdf)
    }
}
