//! Campaigns in, sealed reports and referrals out.

use crate::calls::{reported, reported_key};
use crate::dto::AppError;
use crate::env::Env;
use crate::federation::report::{Line, MAX_TOKENS, Message, OutcomeReport, Referral};
use crate::federation::{View, refused, topics};
use crate::session::Session;
use ugnay_model::{AlertLevel, Attempt, CampaignId, Country, Facet, PersonId, Psgc, Scope};
use ugnay_register::{Campaign, CampaignOrigin, CampaignState, Filter};
use ugnay_release::{Campaign as Object, Signed};
use ugnay_seal::{Purpose, SealPublic, seal_to};
use ugnay_sync::{Client, DeviceKeys};

const SEEN: &str = "campaign/log_seen";

fn id_of(signed: &Signed<Object>) -> CampaignId {
    let mut id = [0; 16];
    id.copy_from_slice(&signed.hash().0[..16]);
    CampaignId::from_bytes(id)
}

impl Session {
    /// Takes every new campaign of the federation: the buffer cannot tell which registers are meant.
    pub(crate) fn take_campaigns(
        &mut self,
        client: &mut Client,
        view: &mut View,
    ) -> Result<(), AppError> {
        let seen = self
            .register
            .state(SEEN)?
            .and_then(|b| <[u8; 8]>::try_from(b).ok())
            .map_or(0, u64::from_be_bytes);
        let (campaigns, next) = view.campaigns(client, seen)?;
        for signed in campaigns {
            let body = signed.body();
            let id = id_of(&signed);
            if self.register.campaign(id)?.is_some() {
                continue;
            }
            let destination =
                Country::from_u16(body.destination).map_err(|_| refused("campaign_destination"))?;
            self.register.put_campaign(&Campaign {
                id,
                origin: CampaignOrigin::Federation,
                signed: signed.to_bytes(),
                title: body.crisis.clone(),
                scope: Scope {
                    destination,
                    homes: body.areas.iter().map(|a| Psgc(a.0)).collect(),
                },
                alert: AlertLevel::new(body.alert),
                state: CampaignState::Open,
                opened_at: body.opens,
                closed_at: None,
            })?;
        }
        Ok(self.register.put_state(SEEN, &next.to_be_bytes())?)
    }

    /// Sends, for each campaign with news, one padded report and the referrals families agreed to.
    pub(crate) fn send_reports(
        &mut self,
        client: &mut Client,
        keys: &DeviceKeys,
        env: &mut Env,
    ) -> Result<(), AppError> {
        for campaign in self.register.campaigns()? {
            let Ok(signed) = Signed::<Object>::from_bytes(&campaign.signed) else {
                continue;
            };
            let attempts = self.attempts_by_person(campaign.id)?;
            let done = reported(self, campaign.id)?;
            let fresh: Vec<[u8; 16]> = attempts
                .values()
                .flatten()
                .map(|a| a.id.to_bytes())
                .filter(|a| !done.contains(a))
                .collect();
            if fresh.is_empty() {
                continue;
            }
            let hash = signed.hash().0;
            let key = SealPublic::from_bytes(&signed.body().x_wing)?;
            let tokens = keys.sigma.token_key(&hash);
            let mut tag = [0; 16];
            tag.copy_from_slice(&tokens.token(b"register").0[..16]);
            let line =
                |(p, a): (&PersonId, &Vec<Attempt>)| Line::of(tokens.token(&p.to_bytes()).0, a);
            let lines: Vec<Line> = attempts.iter().filter_map(line).take(MAX_TOKENS).collect();
            let in_scope = self.register.count(&Filter::scope(&campaign.scope))? as u32;
            let report = Message::Report(OutcomeReport {
                tag,
                at: env.now(),
                in_scope,
                lines,
            });
            let sealed = seal_to(
                &key,
                Purpose::OutcomeReport,
                &hash,
                &report.encode(),
                &mut env.rng(),
            )?;
            client.post_box(&topics::reports(&hash), sealed)?;
            for (person, list) in &attempts {
                let consented = list
                    .iter()
                    .find(|a| a.consent_referral && !done.contains(&a.id.to_bytes()));
                if let Some(attempt) = consented {
                    self.refer(client, &key, &hash, tag, *person, attempt, env)?;
                }
            }
            let mut all: Vec<u8> = done.iter().flatten().copied().collect();
            all.extend(fresh.iter().flatten());
            self.register.put_state(&reported_key(campaign.id), &all)?;
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "one referral is all of these")]
    fn refer(
        &self,
        client: &mut Client,
        key: &SealPublic,
        campaign: &[u8; 32],
        tag: [u8; 16],
        person: PersonId,
        attempt: &Attempt,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let Some(card) = self.register.record(person, Facet::Card)? else {
            return Ok(());
        };
        let consent = [&attempt.id.to_bytes()[..], &attempt.at.to_be_bytes()].concat();
        let referral = Referral {
            tag,
            at: env.now(),
            consent: ugnay_seal::sha256(&consent).0,
            card,
        };
        let plain = Message::Referral(Box::new(referral)).encode();
        let sealed = seal_to(key, Purpose::Referral, campaign, &plain, &mut env.rng())?;
        client.post_box(&topics::reports(campaign), sealed)?;
        Ok(())
    }
}
