//! A custodian organisation: keeps shares, witnesses the log, looks at requests, decides, and hands over shares when and
//! only when the release machine says so.

use super::{View, WitnessNode, sealed_body, topics};
use crate::dto::AppError;
use crate::env::Env;
use std::collections::BTreeMap;
use ugnay_log::{EntryType, SignerKey};
use ugnay_release::checks::{self, Evidence, PastRequest};
use ugnay_release::decision::approve_set_hash;
use ugnay_release::machine::{Phase, Rules, Terms};
use ugnay_release::{
    Action, Area, Check, Decision, DecisionKind, Event, Genesis, LguCard, Reason, Request,
    RequestId, ShareReleaseNotice, Signed, State, cids_hash, logged, step,
};
use ugnay_seal::share_release::{ReleaseBinding, ReleasedShare, seal_release};
use ugnay_seal::{
    BundleView, Cid, Current, CustodianShares, EpochId, Facet, Hash32, Receipt, SealKeyPair,
    SigningIdentity, VerifyingId, open_shares,
};
use ugnay_sync::Client;
use ugnay_wire::Pseud;

/// One request as this custodian follows it.
pub struct Case {
    /// The request as signed.
    pub request: Signed<Request>,
    /// The desk's card.
    pub card: LguCard,
    /// Every check with its outcome.
    pub checks: Vec<Check>,
    state: State,
    reason: (Reason, String),
    sealed: BTreeMap<[u8; 32], Vec<u8>>,
}

/// The last bundle accepted of a register-epoch.
struct Accepted {
    seq: u64,
    header: Hash32,
    write_cap: VerifyingId,
}

/// A custodian with its keys, its shares and what it verified.
pub struct CustodianNode {
    x: u8,
    sign: SigningIdentity,
    seal: SealKeyPair,
    witness: WitnessNode,
    view: View,
    bundles_after: u64,
    shares: Vec<CustodianShares>,
    accepted: BTreeMap<EpochId, Accepted>,
    cases: BTreeMap<RequestId, Case>,
}

impl CustodianNode {
    /// A custodian of a founded federation.
    ///
    /// # Errors
    /// When the genesis does not verify.
    pub fn new(
        x: u8,
        sign: SigningIdentity,
        seal: SealKeyPair,
        cosign: SignerKey,
        genesis: &Signed<Genesis>,
    ) -> Result<Self, AppError> {
        let view = View::new(genesis, &genesis.hash())?;
        let witness = WitnessNode::new(view.federation.log().clone(), cosign);
        Ok(Self {
            x,
            sign,
            seal,
            witness,
            view,
            bundles_after: 0,
            shares: Vec::new(),
            accepted: BTreeMap::new(),
            cases: BTreeMap::new(),
        })
    }

    /// The public signing key.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        *self.sign.public().as_bytes()
    }

    /// The signing identity, for objects this custodian signs (desk cards, policies).
    #[must_use]
    pub fn identity(&self) -> &SigningIdentity {
        &self.sign
    }

    /// Cosigns the newest checkpoint.
    ///
    /// # Errors
    /// As [`WitnessNode::visit`].
    pub fn cosign(&mut self, client: &mut Client, now: i64) -> Result<(), AppError> {
        self.witness.visit(client, now)
    }

    /// Takes new bundles, opens this custodian's part, checks every share, and posts a receipt.
    ///
    /// # Errors
    /// When the buffer cannot be reached. A bad bundle gets a receipt that says why, and no error.
    pub fn take_bundles(&mut self, client: &mut Client) -> Result<u32, AppError> {
        let mut taken = 0;
        for info in client.bundles(self.bundles_after)? {
            let bytes = client.bundle(&info.pseud, &info.name)?;
            self.bundles_after = self.bundles_after.max(info.seq);
            taken += u32::from(self.take_bundle(client, &info.pseud, &bytes)?);
        }
        Ok(taken)
    }

    fn take_bundle(
        &mut self,
        client: &mut Client,
        pseud: &Pseud,
        bytes: &[u8],
    ) -> Result<bool, AppError> {
        let Ok(view) = BundleView::parse(bytes) else {
            return Ok(false);
        };
        let f = &self.view.federation;
        let last = self.accepted.get(&view.epoch_id());
        if last.is_some_and(|l| l.header == view.header_hash()) {
            return Ok(false);
        }
        let current = Current {
            fed: *f.fed(),
            roster_hash: f.roster_hash(),
            policy_hash: f.policy_hash(),
            k: f.policy().k,
            n: f.policy().n,
            min_bundle_seq: last.map_or(0, |l| l.seq.saturating_add(1)),
            write_cap: last.map(|l| l.write_cap),
        };
        let opened = open_shares(&view, &current, self.x, &self.seal);
        let receipt = Receipt {
            fed: *f.fed(),
            epoch_id: view.epoch_id(),
            header_hash: view.header_hash(),
            x: self.x,
            outcome: opened.as_ref().map(|_| ()).map_err(|e| *e),
        };
        client.post_box(&topics::receipts(pseud), receipt.sign(&self.sign))?;
        let Ok(shares) = opened else { return Ok(false) };
        let accepted = Accepted {
            seq: view.bundle_seq(),
            header: view.header_hash(),
            write_cap: view.write_cap(),
        };
        self.accepted.insert(shares.epoch_id, accepted);
        self.shares.retain(|s| s.epoch_id != shares.epoch_id);
        self.shares.push(shares);
        Ok(true)
    }

    /// Follows the log, looks at new requests, and does what the machine says.
    ///
    /// # Errors
    /// An alarm of the log, or a buffer that cannot be reached.
    pub fn follow(&mut self, client: &mut Client, env: &mut Env) -> Result<(), AppError> {
        let advance = self.view.update(client)?;
        let new: Vec<_> = self
            .view
            .entries()
            .iter()
            .filter(|s| s.index >= advance.from && s.entry.kind == EntryType::Request)
            .cloned()
            .collect();
        for seen in new {
            if let Some(case) = self.look(client, env, &seen, advance.from)? {
                self.cases.insert(Request::id(&case.request), case);
            }
        }
        for id in self.cases.keys().copied().collect::<Vec<_>>() {
            let Some(card) = self.cases.get(&id).map(|c| c.card.clone()) else {
                continue;
            };
            let facts = self.view.facts(client, &id, &card, advance.from)?;
            let synced = Event::Synced {
                from: advance.from,
                size: advance.size,
                root: advance.root,
                vouched: advance.vouched,
                facts,
            };
            self.handle(client, env, &id, Event::Clock { now: env.now() })?;
            self.handle(client, env, &id, synced)?;
            self.offer_new_epochs(client, env, &id)?;
        }
        Ok(())
    }

    fn look(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        seen: &super::view::Seen,
        from: u64,
    ) -> Result<Option<Case>, AppError> {
        let Some(sealed) = self.view.body(client, seen.index)? else {
            return Ok(None);
        };
        let Ok(body) = sealed_body::open(&self.seal, &sealed) else {
            return Ok(None);
        };
        let Ok(request) = logged::open::<Request>(&seen.entry, &body) else {
            return Ok(None);
        };
        let Some(known) = self.view.federation.card(&request.body().card) else {
            return Ok(None);
        };
        let card = known.card.body().clone();
        let history = self.history();
        let rows = checks::run(&Evidence {
            federation: &self.view.federation,
            me: self.x,
            request: &request,
            entry: Some(&seen.entry),
            quorum: Some(&seen.quorum),
            history: &history,
            now: env.now(),
        });
        let policy = self.view.federation.policy();
        let rules = Rules {
            me: self.x,
            k: policy.k,
            veto: policy.veto,
            cool_off: i64::from(policy.cool_off),
            fast_cool_off: i64::from(policy.fast_cool_off),
        };
        let terms = Terms {
            request: Request::id(&request),
            start: seen.quorum.reached_at().unwrap_or(i64::MAX),
            expires: request.body().expires,
            until: request.body().until,
        };
        let (state, _) = step(
            &State::new(rules, from),
            Event::Presented {
                terms,
                checks: rows.clone(),
            },
        );
        let reason = (Reason::InOrder, String::new());
        Ok(Some(Case {
            request,
            card,
            checks: rows,
            state,
            reason,
            sealed: BTreeMap::new(),
        }))
    }

    fn history(&self) -> Vec<PastRequest> {
        let past = |(id, c): (&RequestId, &Case)| PastRequest {
            request: *id,
            lgu: c.card.lgu,
            time: c.request.body().from,
            areas: c.request.body().areas.clone(),
        };
        self.cases.iter().map(past).collect()
    }

    /// The requests this custodian knows.
    #[must_use]
    pub fn cases(&self) -> &BTreeMap<RequestId, Case> {
        &self.cases
    }

    /// Where a request stands here.
    #[must_use]
    pub fn phase(&self, id: &RequestId) -> Option<Phase> {
        self.cases.get(id).map(|c| c.state.phase())
    }

    /// The compartments of a request among this custodian's shares.
    fn compartments(&self, request: &Request) -> Vec<(EpochId, Cid)> {
        let of = |s: &CustodianShares| {
            let covered = |psgc, dest| request.covers(Area(psgc), dest, Facet::Card, &s.epoch_id);
            s.in_scope(covered)
                .map(|h| (s.epoch_id, h.cid))
                .collect::<Vec<_>>()
        };
        self.shares.iter().flat_map(of).collect()
    }

    /// The person in charge decides.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::NotFound`] for an unknown request; a buffer that cannot be reached.
    pub fn decide(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
        kind: DecisionKind,
        reason: (Reason, String),
    ) -> Result<(), AppError> {
        let case = self
            .cases
            .get_mut(id)
            .ok_or(crate::dto::ErrorCode::NotFound)?;
        case.reason = reason;
        let request = case.request.body().clone();
        let cids = match kind {
            DecisionKind::Approve => cids_hash(&self.compartments(&request)),
            _ => Hash32([0; 32]),
        };
        self.handle(client, env, id, Event::Decide { kind, cids })
    }

    fn handle(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
        event: Event,
    ) -> Result<(), AppError> {
        let Some(case) = self.cases.get_mut(id) else {
            return Ok(());
        };
        let (next, actions) = step(&case.state, event);
        case.state = next;
        for action in actions {
            self.act(client, env, id, action)?;
        }
        Ok(())
    }

    fn act(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
        action: Action,
    ) -> Result<(), AppError> {
        match action {
            Action::Ask | Action::SyncFrom { .. } => Ok(()),
            Action::LogDecision { kind, cids } => self.log_decision(client, env, id, kind, cids),
            Action::Seal {
                cids,
                approvals,
                root,
            } => self.seal_shares(client, env, id, cids, &approvals, root),
            Action::LogNotice { cids, sealed } => self.log_notice(client, env, id, cids, sealed),
            Action::HandOver { sealed, .. } => {
                let bytes = self
                    .cases
                    .get(id)
                    .and_then(|c| c.sealed.get(&sealed.0))
                    .cloned();
                bytes.map_or(Ok(()), |b| {
                    client
                        .post_box(&topics::shares(&id.0), b)
                        .map(drop)
                        .map_err(Into::into)
                })
            }
            Action::Forget => {
                if let Some(c) = self.cases.get_mut(id) {
                    c.sealed.clear();
                }
                Ok(())
            }
        }
    }

    fn log_decision(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
        kind: DecisionKind,
        cids: Hash32,
    ) -> Result<(), AppError> {
        let reason = self
            .cases
            .get(id)
            .map(|c| c.reason.clone())
            .unwrap_or((Reason::InOrder, String::new()));
        let decision = Decision {
            kind,
            request: *id,
            cids,
            x: self.x,
            reason: reason.0,
            text: reason.1,
            time: env.now(),
        };
        let public = logged::public_of_decision(&decision);
        let fed = *self.view.federation.fed();
        let signed = Signed::new(decision, &fed, &[&self.sign])?;
        super::log_object(
            client,
            self.view.federation.fed(),
            &signed,
            public,
            &self.sign,
            env,
        )?;
        Ok(())
    }

    fn seal_shares(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
        cids: Hash32,
        approvals: &[(u8, u64)],
        root: Hash32,
    ) -> Result<(), AppError> {
        let case = self.cases.get(id).ok_or(crate::dto::ErrorCode::NotFound)?;
        let request = case.request.body();
        let officer = super::restore::recipient(client, request, &case.card)?;
        let wanted = self.compartments(request);
        let exactly = if cids_hash(&wanted) == cids {
            wanted
        } else {
            self.epoch_of(request, cids)
        };
        let released: Vec<ReleasedShare> = self
            .shares
            .iter()
            .flat_map(|s| s.holdings.iter().map(move |h| (s.epoch_id, h)))
            .filter(|(epoch, h)| exactly.contains(&(*epoch, h.cid)))
            .map(|(epoch_id, h)| ReleasedShare {
                epoch_id,
                cid: h.cid,
                share: h.share.clone(),
            })
            .collect();
        let binding = ReleaseBinding {
            fed: *self.view.federation.fed(),
            q_id: Hash32(id.0),
            approve_set_hash: approve_set_hash(id, approvals),
            checkpoint_root: root,
            x: self.x,
        };
        let bytes = seal_release(&binding, &released, &officer, &self.sign, &mut env.rng())?;
        let sealed = ugnay_seal::sha256(&bytes);
        let (approvals, fed) = (binding.approve_set_hash, binding.fed);
        let notice = ShareReleaseNotice {
            request: *id,
            x: self.x,
            cids,
            approvals,
            root,
            sealed,
            time: env.now(),
        };
        let notice = Signed::new(notice, &fed, &[&self.sign])?;
        if let Some(case) = self.cases.get_mut(id) {
            case.sealed.insert(sealed.0, bytes);
            case.sealed.insert(notice_key(&sealed), notice.to_bytes());
        }
        self.handle(client, env, id, Event::Sealed { cids, sealed })
    }

    /// The one register-epoch whose compartments in scope have that hash: a new epoch under a standing grant.
    fn epoch_of(&self, request: &Request, cids: Hash32) -> Vec<(EpochId, Cid)> {
        let all = self.compartments(request);
        let of = |epoch: EpochId| {
            all.iter()
                .filter(|(e, _)| *e == epoch)
                .copied()
                .collect::<Vec<_>>()
        };
        self.shares
            .iter()
            .map(|s| of(s.epoch_id))
            .find(|c| cids_hash(c) == cids)
            .unwrap_or_default()
    }

    fn log_notice(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
        _: Hash32,
        sealed: Hash32,
    ) -> Result<(), AppError> {
        let kept = self
            .cases
            .get(id)
            .and_then(|c| c.sealed.get(&notice_key(&sealed)))
            .cloned();
        let Some(bytes) = kept else { return Ok(()) };
        let signed = Signed::<ShareReleaseNotice>::from_bytes(&bytes)?;
        let public = logged::public_of_notice(signed.body());
        super::log_object(
            client,
            self.view.federation.fed(),
            &signed,
            public,
            &self.sign,
            env,
        )?;
        Ok(())
    }

    /// Under a standing grant, tells the machine of register-epochs that came since.
    fn offer_new_epochs(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        id: &RequestId,
    ) -> Result<(), AppError> {
        let Some(case) = self
            .cases
            .get(id)
            .filter(|c| c.state.phase() == Phase::Granted)
        else {
            return Ok(());
        };
        let request = case.request.body().clone();
        let all = self.compartments(&request);
        let epochs: Vec<EpochId> = self.shares.iter().map(|s| s.epoch_id).collect();
        if self.knows_all(id) {
            return Ok(());
        }
        for epoch in epochs {
            let cids: Vec<_> = all.iter().filter(|(e, _)| *e == epoch).copied().collect();
            if !cids.is_empty() {
                self.handle(
                    client,
                    env,
                    id,
                    Event::NewEpoch {
                        cids: cids_hash(&cids),
                    },
                )?;
            }
        }
        Ok(())
    }

    /// Whether the approval already covers every register-epoch held.
    fn knows_all(&self, id: &RequestId) -> bool {
        let Some(case) = self.cases.get(id) else {
            return true;
        };
        let cids = cids_hash(&self.compartments(case.request.body()));
        case.state
            .approvals(&cids)
            .iter()
            .any(|(x, _)| *x == self.x)
    }
}

/// A notice is kept beside the shares it is about.
fn notice_key(sealed: &Hash32) -> [u8; 32] {
    ugnay_seal::sha256(&[b"notice\0".as_slice(), &sealed.0].concat()).0
}
