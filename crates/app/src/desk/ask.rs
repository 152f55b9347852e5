//! A request is drafted by one officer: all of it stands in the paper before anybody signs. Says beforehand which of the
//! custodians' rows would be wrong; whether it may go all the same is for the custodians.

use super::Officer;
use crate::dto::{AppError, ErrorCode};
use crate::federation::{Paper, View, refused};
use serde::Serialize;
use ugnay_model::{Country, Psgc};
use ugnay_release::{Area, LguCard, Purpose, Request, Signed};
use ugnay_seal::{EpochId, Hash32, sha256};

/// What a release is asked for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Why.
    pub purpose: Purpose,
    /// The declaration's number or title.
    pub declaration: String,
    /// The declaration itself; only its hash leaves the desk.
    pub document: Vec<u8>,
    /// Barangays, one by one.
    pub barangays: Vec<Psgc>,
    /// Destination.
    pub destination: Country,
    /// How long the grant lasts, seconds.
    pub lasts: i64,
    /// How long custodians have for their decisions, seconds.
    pub pending: i64,
}

/// A rule the custodians will find broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// Code of the custodians' row.
    pub code: &'static str,
    /// What is asked for.
    pub have: i64,
    /// What the policy allows.
    pub need: i64,
}

/// What [`Ask`] and a restore have in common.
pub(super) struct Wanted<'a> {
    pub purpose: Purpose,
    pub declaration: &'a str,
    pub document: &'a [u8],
    pub barangays: &'a [Psgc],
    /// 0 is every destination.
    pub destination: u16,
    pub epoch: Option<EpochId>,
    /// Whose key the shares are sealed to.
    pub recipient: Hash32,
    pub lasts: i64,
    pub pending: i64,
}

impl Officer {
    /// Drafts a request and signs it as the first officer. Shares will be sealed to this officer's key.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_card` before custodians made this a desk, or when a value breaks a rule of requests.
    pub fn ask(&mut self, ask: &Ask) -> Result<(Paper, Vec<Advice>), AppError> {
        let (_, view) = self.follow()?;
        let own = self.seal.public().hash();
        self.ask_for(
            &view,
            &Wanted {
                purpose: ask.purpose,
                declaration: &ask.declaration,
                document: &ask.document,
                barangays: &ask.barangays,
                destination: ask.destination.to_u16(),
                epoch: None,
                recipient: own,
                lasts: ask.lasts,
                pending: ask.pending,
            },
        )
    }

    /// Drafts, looks for what the custodians will find wrong, signs as the first officer and remembers.
    pub(super) fn ask_for(
        &mut self,
        view: &View,
        ask: &Wanted<'_>,
    ) -> Result<(Paper, Vec<Advice>), AppError> {
        let card = self.desk_card(view)?;
        let request = self.draft(ask, view, &card)?;
        let advice = advice(&request, card.body(), view);
        let fed = *view.federation.fed();
        let signed = Signed::new(request, &fed, &[&self.sign])?;
        self.remember(&signed, "request_drafted")?;
        Ok((Paper::Request(signed), advice))
    }

    fn draft(
        &mut self,
        ask: &Wanted<'_>,
        view: &View,
        card: &Signed<LguCard>,
    ) -> Result<Request, AppError> {
        let me = *self.sign.public().as_bytes();
        let second = card.body().officers.iter().find(|o| o.sign != me);
        let second = second.ok_or_else(|| refused("no_second_officer"))?;
        let mut officers: Vec<Hash32> = [me, second.sign].iter().map(|k| sha256(k)).collect();
        officers.sort_unstable();
        let mut areas: Vec<Area> = ask.barangays.iter().map(|p| Area(p.0)).collect();
        areas.sort_unstable();
        areas.dedup();
        if ask.lasts <= 0 || ask.pending <= 0 {
            return Err(AppError::new(ErrorCode::BadInput).field("time"));
        }
        let now = self.now();
        let until = now.saturating_add(ask.lasts);
        Ok(Request {
            policy: view.federation.policy_hash(),
            purpose: ask.purpose,
            declaration: ask.declaration.to_owned(),
            declaration_hash: sha256(ask.document),
            areas,
            destination: ask.destination,
            epoch: ask.epoch,
            from: now,
            until,
            expires: now.saturating_add(ask.pending).min(until),
            card: card.hash(),
            officers,
            recipient: ask.recipient,
            nonce: self.home.env.random(),
            origin: view.federation.log().name().to_owned(),
        })
    }
}

/// What can be seen at the desk already. The custodians look at more.
fn advice(q: &Request, card: &LguCard, view: &View) -> Vec<Advice> {
    let policy = view.federation.policy();
    let cap = policy.cap(q.purpose);
    let count = i64::try_from(q.areas.len()).unwrap_or(i64::MAX);
    let drill = q.purpose == Purpose::Drill;
    let ground = policy.demo || q.areas.iter().all(|a| a.is_drill() == drill);
    let mut out = Vec::new();
    let mut most = |code: &'static str, have: i64, need: i64| {
        if have > need {
            out.push(Advice { code, have, need });
        }
    };
    most("purpose", i64::from(cap.is_none() || !ground), 0);
    most("scope", count, cap.map_or(0, |c| i64::from(c.max_areas)));
    most("scope_90_days", count, i64::from(policy.areas_per_90_days));
    most("card_area", i64::from(!card.covers(&q.areas)), 0);
    most("card_valid", q.until, card.expires);
    let window = cap.map_or(0, |c| i64::from(c.max_window));
    most("window", q.until.saturating_sub(q.from), window);
    let pending = q.expires.saturating_sub(q.from);
    most("pending", pending, i64::from(policy.max_pending));
    out
}
