//! Campaigns of the desk: opened by two officers, answered by registers with counts and tokens, ended by destroying the
//! key that opens the answers. Counts leave this room, persons do not.

use super::Officer;
use crate::dto::{AppError, ErrorCode};
use crate::federation::Paper;
use crate::federation::desk::Board;
use serde::Serialize;
use std::collections::BTreeMap;
use ugnay_model::{Country, Psgc};
use ugnay_release::campaign::Question;
use ugnay_release::{Area, Campaign, Hazard, Signed};
use ugnay_seal::SealKeyPair;
use ugnay_vault::{Changes, Space};
use ugnay_wire::ids::to_hex;

/// The campaign as signed here, by its hash.
const CAMPAIGNS: Space = Space::new("campaign");
/// Seed of the key its answers are sealed to.
const ANSWERS: Space = Space::new("campaign.key");

/// What a campaign is to say.
#[derive(Debug, Clone)]
pub struct CampaignAsk {
    /// The crisis, as people call it.
    pub crisis: String,
    /// What kind of danger.
    pub hazard: Hazard,
    /// Alert level 1 to 4.
    pub alert: u8,
    /// Destination.
    pub destination: Country,
    /// Parts of that country, as text; empty means all of it.
    pub places: Vec<String>,
    /// Home areas at any level.
    pub homes: Vec<Psgc>,
    /// How long it stays open, seconds.
    pub lasts: i64,
}

/// A campaign of this officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CampaignState {
    /// Its hash, hexadecimal.
    pub id: String,
    /// The crisis.
    pub crisis: String,
    /// Hazard code.
    pub hazard: &'static str,
    /// Alert level.
    pub alert: u8,
    /// Destination, ISO 3166-1 alpha-2.
    pub destination: String,
    /// `draft`, `open`, `over`, `closed`.
    pub state: &'static str,
    /// Opening time, Unix seconds.
    pub opens: i64,
    /// Closing time, Unix seconds.
    pub closes: i64,
}

/// What the registers answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Results {
    /// Registers that reported.
    pub registers: usize,
    /// Counts by state, over the newest report of each register.
    pub counts: BTreeMap<&'static str, u32>,
    /// Families that agreed to be referred by name.
    pub referrals: usize,
    /// Messages that did not open: somebody's noise.
    pub unreadable: u32,
    /// One line per person: token, attempt, safety.
    pub tokens: Vec<TokenRow>,
}

/// One person as a campaign knows it: not who, only the same one again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TokenRow {
    /// The token, hexadecimal: the same person within this campaign, unlinkable to another.
    pub token: String,
    /// Code of the last attempt.
    pub attempt: &'static str,
    /// Code of the safety, if known.
    pub safety: Option<&'static str>,
}

impl Officer {
    /// Drafts a campaign and signs it as the first officer. This officer's folder keeps the key that opens the answers.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] before custodians made this a desk, or when a value breaks a rule.
    pub fn draft_campaign(&mut self, ask: &CampaignAsk) -> Result<Paper, AppError> {
        let (_, view) = self.follow()?;
        let card = self.desk_card(&view)?;
        let key = SealKeyPair::generate(&mut self.home.env.rng());
        let mut areas: Vec<Area> = ask.homes.iter().map(|p| Area(p.0)).collect();
        areas.sort_unstable();
        areas.dedup();
        let question = |code: &str| Question {
            code: code.to_owned(),
            text: String::new(),
            replies: Vec::new(),
        };
        let now = self.now();
        let campaign = Campaign {
            crisis: ask.crisis.clone(),
            hazard: ask.hazard,
            alert: ask.alert,
            destination: ask.destination.to_u16(),
            places: ask.places.clone(),
            areas,
            questions: vec![question("safe"), question("needs")],
            languages: vec!["fil".into(), "en".into()],
            opens: now,
            closes: now.saturating_add(ask.lasts),
            card: card.hash(),
            x_wing: key.public().to_bytes(),
            nonce: self.home.env.random(),
        };
        let signed = Signed::new(campaign, view.federation.fed(), &[&self.sign])?;
        let hash = signed.hash();
        let mut changes = Changes::default();
        changes.put(CAMPAIGNS, &hash.0, signed.to_bytes());
        changes.put(ANSWERS, &hash.0, key.to_seed().to_vec());
        changes.happened(now, "campaign_drafted", &hash.0);
        self.home.vault.commit(changes)?;
        Ok(Paper::Campaign(signed))
    }

    /// The campaigns drafted here.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn campaigns(&mut self) -> Result<Vec<CampaignState>, AppError> {
        let (mut client, mut view) = self.follow()?;
        let logged: Vec<[u8; 32]> = view
            .campaigns(&mut client, 0)?
            .0
            .iter()
            .map(|c| c.hash().0)
            .collect();
        self.home.keep(&view)?;
        let now = self.now();
        let mut out = Vec::new();
        for (hash, bytes) in self.home.vault.list(CAMPAIGNS)? {
            let signed = Signed::<Campaign>::from_bytes(&bytes)?;
            let c = signed.body();
            let closed = self.home.vault.get(ANSWERS, &hash)?.is_none();
            let state = if closed {
                "closed"
            } else if !logged.iter().any(|l| l.as_slice() == hash) {
                "draft"
            } else if c.is_open(now) {
                "open"
            } else {
                "over"
            };
            out.push(CampaignState {
                id: to_hex(&hash),
                crisis: c.crisis.clone(),
                hazard: c.hazard.code(),
                alert: c.alert,
                destination: Country::from_u16(c.destination)
                    .map_or_else(|_| String::new(), |d| d.to_string()),
                state,
                opens: c.opens,
                closes: c.closes,
            });
        }
        out.sort_by_key(|c| std::cmp::Reverse(c.opens));
        Ok(out)
    }

    /// What the registers answered so far.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::Refused`] with `campaign_closed`; when the buffer cannot be reached.
    pub fn results(&mut self, id: &str) -> Result<Results, AppError> {
        let hash = self.find_campaign(id)?;
        let seed = self.home.vault.get(ANSWERS, &hash)?;
        let seed = seed
            .as_deref()
            .and_then(|s| <[u8; 32]>::try_from(s.as_slice()).ok());
        let seed = seed.ok_or_else(|| crate::federation::refused("campaign_closed"))?;
        let mut client = self.home.client()?;
        let board = Board::read(&mut client, &SealKeyPair::from_seed(&seed), &hash)?;
        let newest = crate::federation::report::newest(&board.reports);
        let line = |l: &crate::federation::report::Line| TokenRow {
            token: to_hex(&l.token),
            attempt: l.result.code(),
            safety: l.safety.map(|s| s.code()),
        };
        Ok(Results {
            registers: newest.len(),
            counts: board.tally(),
            referrals: board.referrals.len(),
            unreadable: board.unreadable,
            tokens: newest
                .iter()
                .flat_map(|r| r.lines.iter().map(line))
                .collect(),
        })
    }

    /// Ends a campaign for this desk: the key that opens answers is destroyed. Registers stop at its closing time.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn close_campaign(&mut self, id: &str) -> Result<(), AppError> {
        let hash = self.find_campaign(id)?;
        let mut changes = Changes::default();
        changes.delete(ANSWERS, &hash);
        changes.happened(self.now(), "campaign_closed", &hash);
        Ok(self.home.vault.commit(changes)?)
    }

    fn find_campaign(&self, id: &str) -> Result<[u8; 32], AppError> {
        let typed = id.trim().to_lowercase();
        let names = self.home.vault.names(CAMPAIGNS)?;
        let mut fits = names
            .iter()
            .filter(|n| typed.len() >= 8 && to_hex(n).starts_with(&typed));
        match (fits.next(), fits.next()) {
            (Some(one), None) => {
                <[u8; 32]>::try_from(one.as_slice()).map_err(|_| ErrorCode::Damaged.into())
            }
            _ => Err(ErrorCode::NotFound.into()),
        }
    }
}
