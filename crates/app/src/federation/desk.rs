//! The crisis desk of a local government: two officers, a card signed by custodians, campaigns, and releases asked for.

use super::report::{self, Message, OutcomeReport, Referral};
use super::{View, refused, sealed_body, topics};
use crate::dto::AppError;
use crate::env::Env;
use std::collections::BTreeMap;
use ugnay_model::{Country, Psgc};
use ugnay_release::campaign::Question;
use ugnay_release::{
    Area, Campaign, Closing, ClosingKind, Genesis, Hazard, LguCard, Object, Officer, Purpose,
    Request, RequestId, Signed, logged,
};
use ugnay_seal::{Hash32, SealKeyPair, SealPublic, SigningIdentity, open_from};
use ugnay_sync::Client;
use ugnay_wire::Fed;

/// A declared crisis and whom it concerns.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// The crisis, as people call it.
    pub crisis: String,
    /// What kind of danger.
    pub hazard: Hazard,
    /// Alert level 1 to 4.
    pub alert: u8,
    /// Destination.
    pub destination: Country,
    /// Home areas at any level.
    pub homes: Vec<Psgc>,
    /// How long the campaign stays open, seconds.
    pub lasts: i64,
}

/// What a release is asked for.
#[derive(Clone, Debug)]
pub struct ReleaseAsk {
    /// Why.
    pub purpose: Purpose,
    /// The declaration's title.
    pub declaration: String,
    /// The declaration itself; only its hash leaves the desk.
    pub document: Vec<u8>,
    /// Barangays.
    pub barangays: Vec<Psgc>,
    /// Destination.
    pub destination: Country,
    /// How long the grant lasts, seconds.
    pub lasts: i64,
}

/// A desk with its officers' keys and what it verified.
pub struct DeskNode {
    pub(super) officers: Vec<(SigningIdentity, SealKeyPair)>,
    card: Option<Signed<LguCard>>,
    campaign_keys: BTreeMap<[u8; 32], SealKeyPair>,
    pub(super) view: View,
}

impl DeskNode {
    /// A desk with two officers, not yet known to the federation.
    ///
    /// # Errors
    /// When the genesis does not verify.
    pub fn new(genesis: &Signed<Genesis>, env: &mut Env) -> Result<Self, AppError> {
        let mut officers = Vec::new();
        for _ in 0..2 {
            officers.push((
                SigningIdentity::generate(&mut env.rng()),
                SealKeyPair::generate(&mut env.rng()),
            ));
        }
        officers.sort_by_key(|(s, _)| *s.public().as_bytes());
        let view = View::new(genesis, &genesis.hash())?;
        Ok(Self {
            officers,
            card: None,
            campaign_keys: BTreeMap::new(),
            view,
        })
    }

    /// The officers' identities, for objects they sign beside a request.
    pub fn officers(&self) -> impl Iterator<Item = &SigningIdentity> {
        self.officers.iter().map(|(s, _)| s)
    }

    /// The officers' signing keys, which the buffer must know as submitters.
    pub fn submitters(&self) -> impl Iterator<Item = [u8; 32]> {
        self.officers.iter().map(|(s, _)| *s.public().as_bytes())
    }

    /// The card as the custodians are asked to sign it.
    #[must_use]
    pub fn draft_card(
        &self,
        name: &str,
        homes: &[Psgc],
        from: i64,
        until: i64,
        env: &mut Env,
    ) -> LguCard {
        let mut areas: Vec<Area> = homes.iter().map(|p| Area(p.0)).collect();
        areas.sort_unstable();
        areas.dedup();
        let officer = |(s, k): &(SigningIdentity, SealKeyPair)| Officer {
            sign: *s.public().as_bytes(),
            x_wing: k.public().to_bytes(),
        };
        let officers = self.officers.iter().map(officer).collect();
        LguCard {
            lgu: env.random(),
            name: name.to_owned(),
            areas,
            officers,
            not_before: from,
            expires: until,
        }
    }

    /// Takes the card once enough custodians signed it, and logs it.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn publish_card(
        &mut self,
        client: &mut Client,
        card: Signed<LguCard>,
        submitter: &SigningIdentity,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let public = logged::public_of_object(&card);
        super::log_object(
            client,
            self.view.federation.fed(),
            &card,
            public,
            submitter,
            env,
        )?;
        self.card = Some(card);
        Ok(())
    }

    pub(super) fn card(&self) -> Result<&Signed<LguCard>, AppError> {
        self.card.as_ref().ok_or_else(|| refused("no_card"))
    }

    pub(super) fn first(&self) -> Result<&(SigningIdentity, SealKeyPair), AppError> {
        self.officers.first().ok_or_else(|| refused("no_officer"))
    }

    /// Follows the log.
    ///
    /// # Errors
    /// An alarm of the log, or a buffer that cannot be reached.
    pub fn follow(&mut self, client: &mut Client) -> Result<(), AppError> {
        self.view.update(client).map(drop)
    }

    /// Declares a crisis: a campaign signed by two officers, logged for every device to see.
    ///
    /// # Errors
    /// When a value breaks a rule, or the buffer cannot be reached.
    pub fn declare(
        &mut self,
        client: &mut Client,
        d: &Declaration,
        env: &mut Env,
    ) -> Result<Signed<Campaign>, AppError> {
        let key = SealKeyPair::generate(&mut env.rng());
        let mut areas: Vec<Area> = d.homes.iter().map(|p| Area(p.0)).collect();
        areas.sort_unstable();
        let question = |code: &str| Question {
            code: code.to_owned(),
            text: String::new(),
            replies: Vec::new(),
        };
        let campaign = Campaign {
            crisis: d.crisis.clone(),
            hazard: d.hazard,
            alert: d.alert,
            destination: d.destination.to_u16(),
            places: Vec::new(),
            areas,
            questions: vec![question("safe"), question("needs")],
            languages: vec!["fil".into(), "en".into()],
            opens: env.now(),
            closes: env.now().saturating_add(d.lasts),
            card: self.card()?.hash(),
            x_wing: key.public().to_bytes(),
            nonce: env.random(),
        };
        let signed = self.signed(campaign)?;
        let public = logged::public_of_campaign(&signed);
        self.log(client, &signed, public, env)?;
        self.campaign_keys.insert(signed.hash().0, key);
        Ok(signed)
    }

    /// What the registers reported and referred so far.
    ///
    /// # Errors
    /// When the buffer cannot be reached. A message that does not open is left out and counted.
    pub fn board(
        &mut self,
        client: &mut Client,
        campaign: &Signed<Campaign>,
    ) -> Result<Board, AppError> {
        let hash = campaign.hash().0;
        let key = self
            .campaign_keys
            .get(&hash)
            .ok_or_else(|| refused("campaign_key"))?;
        Board::read(client, key, &hash)
    }

    /// Asks for a release: signed by two officers, its body sealed to the custodians, its public fields in the log.
    ///
    /// # Errors
    /// When a value breaks a rule, or the buffer cannot be reached.
    pub fn ask(
        &mut self,
        client: &mut Client,
        ask: &ReleaseAsk,
        env: &mut Env,
    ) -> Result<Signed<Request>, AppError> {
        let request = Request {
            purpose: ask.purpose,
            destination: ask.destination.to_u16(),
            ..self.request_about(
                &ask.barangays,
                (&ask.declaration, &ask.document),
                ask.lasts,
                env,
            )?
        };
        let signed = self.signed(request)?;
        self.submit_request(client, &signed, env)?;
        Ok(signed)
    }

    /// A request of this desk over these places, from now on, to its first officer. What it is asked for is the caller's.
    pub(super) fn request_about(
        &self,
        barangays: &[Psgc],
        (declaration, document): (&str, &[u8]),
        lasts: i64,
        env: &mut Env,
    ) -> Result<Request, AppError> {
        let now = env.now();
        let mut areas: Vec<Area> = barangays.iter().map(|p| Area(p.0)).collect();
        areas.sort_unstable();
        areas.dedup();
        let officers = self.officers.iter();
        let mut officers: Vec<Hash32> = officers.map(|(s, _)| s.public().hash()).collect();
        officers.sort_unstable();
        let until = now.saturating_add(lasts);
        Ok(Request {
            policy: self.view.federation.policy_hash(),
            purpose: Purpose::Drill,
            declaration: declaration.to_owned(),
            declaration_hash: ugnay_seal::sha256(document),
            areas,
            destination: 0,
            epoch: None,
            from: now,
            until,
            expires: until,
            card: self.card()?.hash(),
            officers,
            recipient: self.first()?.1.public().hash(),
            nonce: env.random(),
            origin: self.view.federation.log().name().to_owned(),
        })
    }

    /// Signed by every officer.
    pub(super) fn signed<T: Object>(&self, body: T) -> Result<Signed<T>, AppError> {
        let signers: Vec<&SigningIdentity> = self.officers.iter().map(|(s, _)| s).collect();
        Ok(Signed::new(body, self.view.federation.fed(), &signers)?)
    }

    /// Logged by the first officer, its body in the open.
    fn log<T: Object>(
        &self,
        client: &mut Client,
        signed: &Signed<T>,
        public: Vec<u8>,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let (officer, fed) = (&self.first()?.0, self.view.federation.fed());
        super::log_object(client, fed, signed, public, officer, env)
    }

    fn submit_request(
        &self,
        client: &mut Client,
        signed: &Signed<Request>,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let (officer, own) = self.first()?;
        let readers = vec![own.public().clone()];
        let card = self.card()?.body();
        submit_request(client, &self.view, signed, card, officer, readers, env)
    }

    /// Closes a grant, attests that what it gave is deleted, or logs the review.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn close(
        &mut self,
        client: &mut Client,
        request: RequestId,
        kind: ClosingKind,
        text: &str,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let closing = Closing {
            kind,
            request,
            document: Hash32([0; 32]),
            text: text.to_owned(),
            time: env.now(),
        };
        let public = logged::public_of_closing(&closing);
        let signed = self.signed(closing)?;
        self.log(client, &signed, public, env)
    }
}

/// Puts a request into the log: public fields in the open, the body sealed to `readers` and every custodian in force.
pub(crate) fn submit_request(
    client: &mut Client,
    view: &View,
    signed: &Signed<Request>,
    card: &LguCard,
    author: &SigningIdentity,
    mut readers: Vec<SealPublic>,
    env: &mut Env,
) -> Result<(), AppError> {
    let public = logged::PublicRequest::of(signed, card).to_bytes();
    let now = env.now();
    let s = logged::submission(signed, public, &author.public(), now, &mut env.rng());
    for c in &view.federation.roster().custodians {
        readers.push(SealPublic::from_bytes(&c.x_wing)?);
    }
    if signed.body().purpose == Purpose::Restore {
        super::restore::pass_on(client, view.federation.fed(), author, signed)?;
    }
    let body = sealed_body::seal(&readers, &s.body, &mut env.rng())?;
    let entry = s.entry.encode().map_err(|_| refused("entry"))?;
    client.submit(author, Fed(view.federation.fed().0), entry, body)?;
    Ok(())
}

/// What the desk sees of a campaign.
#[derive(Default)]
pub struct Board {
    /// Reports as they came.
    pub reports: Vec<OutcomeReport>,
    /// Referrals as they came.
    pub referrals: Vec<Referral>,
    /// Messages that did not open: somebody's noise.
    pub unreadable: u32,
}

impl Board {
    /// What lies in a campaign's box, opened with its key.
    pub(crate) fn read(
        client: &mut Client,
        key: &SealKeyPair,
        hash: &[u8; 32],
    ) -> Result<Self, AppError> {
        let mut board = Self::default();
        for m in client.read_box(&topics::reports(hash), 0)? {
            let report = open_from(key, ugnay_seal::Purpose::OutcomeReport, hash, &m.bytes);
            let referral = open_from(key, ugnay_seal::Purpose::Referral, hash, &m.bytes);
            match report
                .or(referral)
                .ok()
                .and_then(|plain| Message::decode(&plain).ok())
            {
                Some(Message::Report(r)) => board.reports.push(r),
                Some(Message::Referral(r)) => board.refer(*r),
                None => board.unreadable += 1,
            }
        }
        Ok(board)
    }

    /// Two devices of one register may refer the same person on the same consent; the newer card counts.
    fn refer(&mut self, new: Referral) {
        let same = |r: &&mut Referral| (r.tag, r.consent) == (new.tag, new.consent);
        match self.referrals.iter_mut().find(same) {
            Some(old) if old.at <= new.at => *old = new,
            Some(_) => {}
            None => self.referrals.push(new),
        }
    }

    /// Counts over the newest report of each register.
    #[must_use]
    pub fn tally(&self) -> BTreeMap<&'static str, u32> {
        report::tally(&self.reports)
    }
}
