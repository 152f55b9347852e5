//! Doing what the release machine asks. Signing and sealing happen at once and are written with the state; what leaves
//! the house leaves after that, and leaves the same however often it is repeated.

use super::case::{Case, Pending, Sealed};
use super::follow::case_seat;
use super::node::CustodianNode;
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::{refused, topics};
use std::collections::{BTreeMap, BTreeSet};
use ugnay_release::decision::approve_set_hash;
use ugnay_release::{
    Action, Area, Event, Object, Request, RequestId, ShareReleaseNotice, Signed, cids_hash, logged,
    step,
};
use ugnay_seal::share_release::{ReleaseBinding, ReleasedShare, seal_release};
use ugnay_seal::{Cid, CustodianShares, EpochId, Facet, Hash32};
use ugnay_sync::{Client, SyncError};
use ugnay_vault::Changes;

/// What has to leave the house once the state is written.
pub(super) enum Todo {
    /// To the log.
    Log(Pending),
    /// Sealed shares, to the desk.
    HandOver(RequestId, Hash32),
}

impl CustodianNode {
    /// One event through the machine, and all that follows from it within the house.
    pub(super) fn handle(
        &mut self,
        env: &mut Env,
        id: &RequestId,
        event: Event,
        todo: &mut Vec<Todo>,
    ) -> Result<(), AppError> {
        let Some(case) = self.cases.get_mut(id) else {
            return Ok(());
        };
        let (next, actions) = step(&case.state, event);
        case.dirty |= next != case.state;
        case.state = next;
        for action in actions {
            self.act(env, id, action, todo)?;
        }
        Ok(())
    }

    fn act(
        &mut self,
        env: &mut Env,
        id: &RequestId,
        action: Action,
        todo: &mut Vec<Todo>,
    ) -> Result<(), AppError> {
        match action {
            // Asked for by the screen; a gap cannot be: facts are given from where the machine stands.
            Action::Ask | Action::SyncFrom { .. } => Ok(()),
            Action::LogDecision { kind, cids } => {
                let case = self.cases.get(id).ok_or(ErrorCode::NotFound)?;
                let last = case
                    .mine
                    .last()
                    .filter(|m| (m.kind, m.cids) == (kind, cids));
                // Written by `decide` before the machine was asked.
                todo.extend(last.map(|m| Todo::Log(m.pending.clone())));
                Ok(())
            }
            // Who left its place seals nothing more; its notice would not count either.
            Action::Seal { .. } if self.seat() != self.cases.get(id).map(case_seat) => Ok(()),
            Action::Seal {
                cids,
                approvals,
                root,
            } => {
                match self.seal_shares(env, id, cids, &approvals, root) {
                    Ok(sealed) => self.handle(env, id, Event::Sealed { cids, sealed }, todo),
                    // Nobody to seal to: this request stays as it is and stops no other.
                    Err(e) if e.code == ErrorCode::Refused => Ok(()),
                    Err(e) => Err(e),
                }
            }
            Action::LogNotice { sealed, .. } => {
                let notice = self.sealed(id, &sealed).map(|s| s.notice.clone());
                todo.extend(notice.map(Todo::Log));
                Ok(())
            }
            Action::HandOver { sealed, .. } => {
                if self.sealed(id, &sealed).is_some_and(|s| s.handed.is_none()) {
                    todo.push(Todo::HandOver(*id, sealed));
                }
                Ok(())
            }
            Action::Forget => {
                if let Some(case) = self.cases.get_mut(id) {
                    case.sealed.iter_mut().for_each(|s| s.bytes.clear());
                    case.dirty = true;
                }
                Ok(())
            }
        }
    }

    pub(super) fn sealed(&self, id: &RequestId, hash: &Hash32) -> Option<&Sealed> {
        let case = self.cases.get(id)?;
        case.sealed
            .iter()
            .find(|s| s.hash == *hash && !s.bytes.is_empty())
    }

    /// Sends what has to leave. Everything in `todo` is on disk already. Returns how many sets of shares were handed over. A
    /// box that takes nothing now, because somebody floods it, holds up that hand-over and nothing else: the next exchange
    /// tries again.
    pub(super) fn carry_out(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        todo: Vec<Todo>,
    ) -> Result<u32, AppError> {
        let mut handed = 0;
        for item in todo {
            match item {
                // The log takes nothing from who left its place.
                Todo::Log(_) if self.seat().is_none() => {}
                // Nor what was signed with a key that was changed since: nobody would count it either.
                Todo::Log(p) if !self.wrote(&p) => {}
                Todo::Log(p) => self.submit(client, p)?,
                Todo::HandOver(id, hash) => {
                    let Some(bytes) = self.sealed(&id, &hash).map(|s| s.bytes.clone()) else {
                        continue;
                    };
                    match client.post_box(&topics::shares(&id.0), bytes) {
                        Err(SyncError::Refused(_)) => continue,
                        sent => sent?,
                    };
                    self.mark_handed(&id, &hash, env.now())?;
                    handed += 1;
                }
            }
        }
        Ok(handed)
    }

    /// Whether an entry is under the key this custodian has now.
    pub(super) fn wrote(&self, p: &Pending) -> bool {
        let me = self.keys.sign.public().hash().0;
        ugnay_log::Entry::decode(&p.entry).is_ok_and(|e| e.author == me)
    }

    /// Puts something into the log; the same bytes again change nothing there.
    pub(super) fn submit(&self, client: &mut Client, p: Pending) -> Result<(), AppError> {
        let fed = ugnay_wire::Fed(self.view.federation.fed().0);
        client.submit(&self.keys.sign, fed, p.entry, p.body)?;
        Ok(())
    }

    fn mark_handed(&mut self, id: &RequestId, hash: &Hash32, now: i64) -> Result<(), AppError> {
        if let Some(case) = self.cases.get_mut(id) {
            for s in case.sealed.iter_mut().filter(|s| s.hash == *hash) {
                s.handed = Some(now);
            }
            case.dirty = true;
        }
        let mut line = Changes::default();
        line.happened(now, "handed_over", &id.0);
        self.write(line)
    }

    /// The compartments of a request among this custodian's shares.
    #[must_use]
    pub fn compartments(&self, request: &Request) -> Vec<(EpochId, Cid)> {
        let of = |s: &CustodianShares| {
            let covered = |psgc, dest| request.covers(Area(psgc), dest, Facet::Card, &s.epoch_id);
            s.in_scope(covered)
                .map(|h| (s.epoch_id, h.cid))
                .collect::<Vec<_>>()
        };
        self.shares.iter().flat_map(of).collect()
    }

    /// The same of a case: nothing while it was not shown.
    pub(super) fn scope_of(&self, case: &Case) -> Vec<(EpochId, Cid)> {
        case.body().map_or_else(Vec::new, |r| self.compartments(r))
    }

    fn seal_shares(
        &mut self,
        env: &mut Env,
        id: &RequestId,
        cids: Hash32,
        approvals: &[(u8, u64)],
        root: Hash32,
    ) -> Result<Hash32, AppError> {
        let case = self.cases.get(id).ok_or(ErrorCode::NotFound)?;
        let officer = case.recipient.clone().ok_or_else(|| refused("recipient"))?;
        let exactly = self.exactly(case, cids);
        let released: Vec<ReleasedShare> = self
            .shares
            .iter()
            .flat_map(|s| s.holdings.iter().map(move |h| (s, h)))
            .filter(|(s, h)| exactly.contains(&(s.epoch_id, h.cid)))
            .map(|(s, h)| ReleasedShare {
                epoch_id: s.epoch_id,
                bundle: s.header_hash,
                cid: h.cid,
                share: h.share.clone(),
            })
            .collect();
        let binding = ReleaseBinding {
            fed: *self.view.federation.fed(),
            q_id: Hash32(id.0),
            approve_set_hash: approve_set_hash(id, approvals),
            checkpoint_root: root,
            x: case_seat(case),
        };
        let sign = &self.keys.sign;
        let bytes = seal_release(&binding, &released, &officer, sign, &mut env.rng())?;
        let hash = ugnay_seal::sha256(&bytes);
        let notice = ShareReleaseNotice {
            request: *id,
            x: binding.x,
            cids,
            approvals: binding.approve_set_hash,
            root,
            sealed: hash,
            time: env.now(),
        };
        let public = logged::public_of_notice(&notice);
        let notice = self.pending(notice, public, env)?;
        if let Some(case) = self.cases.get_mut(id) {
            case.sealed.push(Sealed {
                bytes,
                hash,
                notice,
                handed: None,
            });
            case.dirty = true;
        }
        Ok(hash)
    }

    /// Signs an object as it goes to the log.
    pub(super) fn pending<T: Object>(
        &self,
        object: T,
        public: Vec<u8>,
        env: &mut Env,
    ) -> Result<Pending, AppError> {
        let signed = Signed::new(object, self.view.federation.fed(), &[&self.keys.sign])?;
        let author = self.keys.sign.public();
        let now = env.now();
        let s = logged::submission(&signed, public, &author, now, &mut env.rng());
        Ok(Pending {
            entry: s.entry.encode().map_err(|_| refused("entry"))?,
            body: s.body,
        })
    }

    /// The compartments with that hash: those approved, or those of one register-epoch that came since.
    fn exactly(&self, case: &Case, cids: Hash32) -> Vec<(EpochId, Cid)> {
        let approved = case.mine.iter().rev().find(|m| m.cids == cids);
        if let Some(mine) = approved {
            return mine.scope.clone();
        }
        let since = self.since_approval(case);
        let found = since.into_iter().find(|c| cids_hash(c) == cids);
        found.unwrap_or_default()
    }

    /// Compartments in scope that the last approval did not know, by register-epoch.
    pub(super) fn since_approval(&self, case: &Case) -> Vec<Vec<(EpochId, Cid)>> {
        let approved: BTreeSet<(EpochId, Cid)> = case
            .mine
            .last()
            .map(|m| m.scope.iter().copied().collect())
            .unwrap_or_default();
        let mut since = BTreeMap::<EpochId, Vec<(EpochId, Cid)>>::new();
        for c in self.scope_of(case) {
            if !approved.contains(&c) {
                since.entry(c.0).or_default().push(c);
            }
        }
        since.into_values().collect()
    }
}
