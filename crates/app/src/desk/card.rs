//! The desk's own card: two officers' public cards become a draft that k custodians sign.

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::paper::draft;
use ugnay_model::Psgc;
use ugnay_release::{Area, LguCard, PartyCard, Signed};

/// What a desk's card says.
#[derive(Debug, Clone)]
pub struct CardDraft {
    /// The office's name, as printed on its letters.
    pub name: String,
    /// Where it answers for: municipalities or larger.
    pub areas: Vec<Psgc>,
    /// The drill ground too, so that the desk can take part in drills.
    pub drills: bool,
    /// Earliest use, Unix seconds.
    pub from: i64,
    /// End of validity, Unix seconds.
    pub until: i64,
    /// The officers' cards.
    pub officers: Vec<PartyCard>,
    /// The desk's id, when this card follows another of the same desk: caps are counted by it.
    pub lgu: Option<[u8; 16]>,
}

/// The card as the custodians are asked to sign it.
///
/// # Errors
/// [`ErrorCode::BadInput`] with the field; [`ErrorCode::Refused`] for fewer than two officers and other broken rules.
pub fn draft_card(d: &CardDraft, env: &mut Env) -> Result<Signed<LguCard>, AppError> {
    let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
    let mut areas: Vec<Area> = d.areas.iter().map(|p| Area(p.0)).collect();
    if areas.is_empty() || areas.iter().any(|a| a.is_drill()) {
        return Err(bad("area"));
    }
    if d.drills {
        areas.push(ugnay_release::area::DRILL_GROUND);
    }
    areas.sort_unstable();
    areas.dedup();
    let mut officers = Vec::new();
    for card in &d.officers {
        officers.push(card.to_officer().ok_or_else(|| bad("officer"))?);
    }
    officers.sort();
    Ok(draft(LguCard {
        lgu: d.lgu.unwrap_or_else(|| env.random()),
        name: d.name.clone(),
        areas,
        officers,
        not_before: d.from,
        expires: d.until,
    })?)
}
