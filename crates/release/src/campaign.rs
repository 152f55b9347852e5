//! An edge campaign (protocol §1.1): a desk's call that every register answers by itself. A public object.

use crate::object::{Object, ascending, read_name, read_text, rule, write_text};
use crate::roster::X_WING_PUBLIC_LEN;
use crate::{Area, Hazard, LguCard, ReleaseError, Signed};
use ugnay_log::EntryType;
use ugnay_seal::{FedId, Hash32, Label, SealPublic};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

const MAX_AREAS: usize = 2048;
const MAX_LIST: usize = 32;
const MAX_TEXT: usize = 400;

/// A question with the codes of its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Stable code, for translations shipped with the app.
    pub code: String,
    /// Text for what has no translation; may be empty.
    pub text: String,
    /// Reply codes, as a family types them.
    pub replies: Vec<String>,
}

/// A campaign; signed by two officers of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// The crisis, as people call it.
    pub crisis: String,
    /// What kind of danger.
    pub hazard: Hazard,
    /// Alert level 1 to 4.
    pub alert: u8,
    /// The destination: two letters of ISO 3166-1 alpha-2 as a big-endian number (`XS` at sea, `ZZ` elsewhere).
    pub destination: u16,
    /// Parts of that country, as text; empty means all of it.
    pub places: Vec<String>,
    /// Home areas in scope, ascending; coarser codes cover all below.
    pub areas: Vec<Area>,
    /// What to ask.
    pub questions: Vec<Question>,
    /// BCP 47 tags, in order of preference.
    pub languages: Vec<String>,
    /// Opening time, Unix seconds.
    pub opens: i64,
    /// Closing time, Unix seconds.
    pub closes: i64,
    /// SHA-256 of the desk card.
    pub card: Hash32,
    /// X-Wing public key that reports and referrals are sealed to.
    pub x_wing: Vec<u8>,
    /// Randomness: the campaign's id hides nothing but is never reused.
    pub nonce: [u8; 32],
}

impl Campaign {
    /// Checks the signatures of two distinct officers of the card, and that the card answers for the areas and is valid.
    /// The card itself must already be known to the federation.
    ///
    /// # Errors
    /// [`ReleaseError::TooFewSigners`], [`ReleaseError::Rule`], [`ReleaseError::Signature`].
    pub fn verify(
        signed: &Signed<Self>,
        fed: &FedId,
        card: &Signed<LguCard>,
    ) -> Result<(), ReleaseError> {
        let campaign = signed.body();
        rule(campaign.card == card.hash(), "another desk's card")?;
        let signers = signed.signers(fed)?;
        let have = signers
            .iter()
            .filter(|key| card.body().officer(key).is_some())
            .count();
        if have < 2 {
            return Err(ReleaseError::TooFewSigners { have, need: 2 });
        }
        rule(
            card.body().covers(&campaign.areas),
            "outside the desk's area",
        )?;
        rule(
            campaign.opens >= card.body().not_before && campaign.opens < card.body().expires,
            "card not valid then",
        )
    }

    /// Whether a person with this home and destination is in scope, apart from [`Campaign::places`].
    #[must_use]
    pub fn in_scope(&self, home: Area, destination: u16) -> bool {
        self.destination == destination && self.areas.iter().any(|area| area.covers(home))
    }

    /// Whether the campaign is open.
    #[must_use]
    pub fn is_open(&self, now: i64) -> bool {
        self.opens <= now && now < self.closes
    }
}

impl Object for Campaign {
    const MAX_LEN: usize = 64 * 1024;

    fn kind(&self) -> EntryType {
        EntryType::Campaign
    }

    fn label(&self) -> Label {
        Label::Campaign
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        write_text(w, &self.crisis, MAX_TEXT, "crisis")?;
        w.u8(self.hazard as u8);
        w.u8(self.alert);
        w.raw(&self.destination.to_be_bytes());
        write_list(w, &self.places, "places")?;
        w.count(self.areas.len(), MAX_AREAS, "areas")?;
        self.areas.iter().for_each(|a| w.u32(a.0));
        w.count(self.questions.len(), MAX_LIST, "questions")?;
        for question in &self.questions {
            write_text(w, &question.code, MAX_TEXT, "question code")?;
            write_text(w, &question.text, MAX_TEXT, "question text")?;
            write_list(w, &question.replies, "replies")?;
        }
        write_list(w, &self.languages, "languages")?;
        w.i64(self.opens);
        w.i64(self.closes);
        w.raw(&self.card.0);
        rule(
            self.x_wing.len() == X_WING_PUBLIC_LEN,
            "length of an X-Wing key",
        )?;
        w.raw(&self.x_wing);
        w.raw(&self.nonce);
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let crisis = read_name(r, MAX_TEXT, "crisis")?;
        let (hazard, alert) = (Hazard::from_byte(r.u8("hazard")?)?, r.u8("alert level")?);
        let (destination, places) = (r.u16("destination")?, read_list(r, "places")?);
        let mut areas = Vec::new();
        for _ in 0..r.count(MAX_AREAS, 4, "areas")? {
            areas.push(Area(r.u32("area")?));
        }
        let mut questions = Vec::new();
        for _ in 0..r.count(MAX_LIST, 12, "questions")? {
            let code = read_name(r, MAX_TEXT, "question code")?;
            let text = read_text(r, MAX_TEXT, "question text")?;
            questions.push(Question {
                code,
                text,
                replies: read_list(r, "replies")?,
            });
        }
        let languages = read_list(r, "languages")?;
        let (opens, closes) = (r.i64("opens")?, r.i64("closes")?);
        let card = Hash32(r.array("card")?);
        let x_wing = r.take(X_WING_PUBLIC_LEN, "X-Wing key")?.to_vec();
        let nonce = r.array("nonce")?;
        SealPublic::from_bytes(&x_wing)?;
        rule((1..=4).contains(&alert), "alert level 1 to 4")?;
        rule(!areas.is_empty(), "a campaign has a scope")?;
        ascending(&areas, "areas in order, each once")?;
        rule(
            opens >= 0 && opens < closes,
            "a campaign is open for some time",
        )?;
        Ok(Self {
            crisis,
            hazard,
            alert,
            destination,
            places,
            areas,
            questions,
            languages,
            opens,
            closes,
            card,
            x_wing,
            nonce,
        })
    }
}

fn write_list(w: &mut Writer, list: &[String], field: &'static str) -> Result<(), ReleaseError> {
    w.count(list.len(), MAX_LIST, field)?;
    list.iter()
        .try_for_each(|text| write_text(w, text, MAX_TEXT, field))
}

fn read_list(r: &mut Reader<'_>, field: &'static str) -> Result<Vec<String>, ReleaseError> {
    let count = r.count(MAX_LIST, 4, field)?;
    (0..count).map(|_| read_name(r, MAX_TEXT, field)).collect()
}

#[cfg(test)]
mod tests;
