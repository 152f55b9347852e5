//! What a register tells the desk in a campaign: counts and one token per person, sealed to the campaign's key; and a
//! referral, one card with its consent, of a family that asked for help.
//!
//! ```text
//! report   = 1 | tag[16] | at i64 | in scope u32 | count u32 | ( token[32] | attempt u8 | safety u8 | step u8 | needs u16 )*
//! referral = 2 | tag[16] | at i64 | consent hash[32] | card record, CBOR
//! ```
//! Padded with zeros to a multiple of 4 KiB before sealing. The tag is the same for one register within one campaign and says nothing else.

use super::refused;
use crate::dto::AppError;
use std::collections::BTreeMap;
use ugnay_model::{Attempt, AttemptResult, CaseStep, Need, Record, Safety};

const STEP: usize = 4096;
/// Most persons in one report: it has to fit a box message.
pub const MAX_TOKENS: usize = 1500;

/// One person's outcome as a report says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The person's token in this campaign.
    pub token: [u8; 32],
    /// The last attempt.
    pub result: AttemptResult,
    /// Safety, if known.
    pub safety: Option<Safety>,
    /// Case step, if known.
    pub step: Option<CaseStep>,
    /// Needs.
    pub needs: Vec<Need>,
}

/// A register's report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutcomeReport {
    /// The register's tag in this campaign.
    pub tag: [u8; 16],
    /// When it was written, Unix seconds.
    pub at: i64,
    /// Persons in scope.
    pub in_scope: u32,
    /// One line per person with an attempt.
    pub lines: Vec<Line>,
}

/// One person referred to the desk by name, with consent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Referral {
    /// The register's tag in this campaign.
    pub tag: [u8; 16],
    /// When, Unix seconds.
    pub at: i64,
    /// SHA-256 of the consent's record in the register.
    pub consent: [u8; 32],
    /// The card.
    pub card: Record,
}

/// What arrives at the desk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Message {
    /// Counts and tokens.
    Report(OutcomeReport),
    /// One card.
    Referral(Box<Referral>),
}

impl Line {
    /// The line of a person from its attempts, oldest first.
    #[must_use]
    pub fn of(token: [u8; 32], attempts: &[Attempt]) -> Option<Self> {
        let last = attempts.last()?;
        Some(Self {
            token,
            result: last.result,
            safety: attempts.iter().rev().find_map(|a| a.safety),
            step: attempts.iter().rev().find_map(|a| a.step),
            needs: attempts
                .iter()
                .rev()
                .find(|a| !a.needs.is_empty())
                .map(|a| a.needs.clone())
                .unwrap_or_default(),
        })
    }
}

impl Message {
    /// The padded plaintext.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        match self {
            Self::Report(r) => {
                body.push(1);
                body.extend_from_slice(&r.tag);
                body.extend_from_slice(&r.at.to_be_bytes());
                body.extend_from_slice(&r.in_scope.to_be_bytes());
                body.extend_from_slice(&(r.lines.len() as u32).to_be_bytes());
                r.lines.iter().for_each(|l| write_line(&mut body, l));
            }
            Self::Referral(r) => {
                body.push(2);
                body.extend_from_slice(&r.tag);
                body.extend_from_slice(&r.at.to_be_bytes());
                body.extend_from_slice(&r.consent);
                body.extend_from_slice(&r.card.to_cbor());
            }
        }
        let mut out = (body.len() as u32).to_be_bytes().to_vec();
        out.extend_from_slice(&body);
        out.resize(out.len().next_multiple_of(STEP), 0);
        out
    }

    /// Reads a padded plaintext.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] for anything but one message.
    pub fn decode(bytes: &[u8]) -> Result<Self, AppError> {
        Self::parse(bytes).ok_or_else(|| refused("campaign_message"))
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (len, rest) = bytes.split_first_chunk::<4>()?;
        let (body, zeros) = rest.split_at_checked(u32::from_be_bytes(*len) as usize)?;
        if zeros.iter().any(|z| *z != 0) {
            return None;
        }
        let (kind, r) = body.split_first()?;
        let (tag, r) = r.split_first_chunk::<16>()?;
        let (at, r) = r.split_first_chunk::<8>()?;
        let at = i64::from_be_bytes(*at);
        match kind {
            1 => {
                let (in_scope, r) = r.split_first_chunk::<4>()?;
                let (count, r) = r.split_first_chunk::<4>()?;
                let count = u32::from_be_bytes(*count) as usize;
                if count > MAX_TOKENS || r.len() != count * LINE {
                    return None;
                }
                let lines = r
                    .chunks_exact(LINE)
                    .map(read_line)
                    .collect::<Option<Vec<_>>>()?;
                Some(Self::Report(OutcomeReport {
                    tag: *tag,
                    at,
                    in_scope: u32::from_be_bytes(*in_scope),
                    lines,
                }))
            }
            2 => {
                let (consent, card) = r.split_first_chunk::<32>()?;
                let card = Record::from_cbor(card).ok()?;
                Some(Self::Referral(Box::new(Referral {
                    tag: *tag,
                    at,
                    consent: *consent,
                    card,
                })))
            }
            _ => None,
        }
    }
}

const LINE: usize = 32 + 1 + 1 + 1 + 2;

fn write_line(out: &mut Vec<u8>, l: &Line) {
    out.extend_from_slice(&l.token);
    out.push(l.result as u8);
    out.push(l.safety.map_or(0, |s| s as u8));
    out.push(l.step.map_or(0, |s| s as u8));
    let needs = l.needs.iter().fold(0u16, |bits, n| bits | 1 << (*n as u16));
    out.extend_from_slice(&needs.to_be_bytes());
}

fn read_line(bytes: &[u8]) -> Option<Line> {
    let (token, r) = bytes.split_first_chunk::<32>()?;
    let [result, safety, step, n1, n2] = *r else {
        return None;
    };
    let needs = u16::from_be_bytes([n1, n2]);
    Some(Line {
        token: *token,
        result: AttemptResult::from_u8(result)?,
        safety: if safety == 0 {
            None
        } else {
            Some(Safety::from_u8(safety)?)
        },
        step: if step == 0 {
            None
        } else {
            Some(CaseStep::from_u8(step)?)
        },
        needs: Need::ALL
            .iter()
            .copied()
            .filter(|n| needs & (1 << (*n as u16)) != 0)
            .collect(),
    })
}

/// The newest report of each register.
#[must_use]
pub fn newest(reports: &[OutcomeReport]) -> Vec<&OutcomeReport> {
    let mut newest: BTreeMap<[u8; 16], &OutcomeReport> = BTreeMap::new();
    for r in reports {
        let slot = newest.entry(r.tag).or_insert(r);
        if r.at >= slot.at {
            *slot = r;
        }
    }
    newest.into_values().collect()
}

/// Counts by task state over the newest report of each register.
#[must_use]
pub fn tally(reports: &[OutcomeReport]) -> BTreeMap<&'static str, u32> {
    let mut out = BTreeMap::new();
    for r in newest(reports) {
        *out.entry("in_scope").or_insert(0) += r.in_scope;
        for l in &r.lines {
            *out.entry(state(l)).or_insert(0) += 1;
        }
    }
    out
}

fn state(l: &Line) -> &'static str {
    match l.safety {
        Some(Safety::Safe) => "safe",
        Some(Safety::NeedsHelp | Safety::Missing | Safety::Injured | Safety::DeadReported) => {
            "needs_help"
        }
        Some(Safety::NoNews) => "no_news",
        Some(Safety::DeclinesContact) => "declines_contact",
        None => "not_reached",
    }
}

#[cfg(test)]
mod tests;
