//! An objection from hand to hand: a server that does not enter one silences nobody. The signed decision is the file;
//! whoever holds it holds the objection, logged or not (ADR 0021). Must not take anything else that is signed for one.

use super::case::Mine;
use super::house::House;
use super::node::CustodianNode;
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::refused;
use ugnay_log::COMMIT_KEY_LEN;
use ugnay_release::{Decision, DecisionKind, Event, RequestId, Signed};
use ugnay_vault::Changes;
use ugnay_wire::ids::to_hex;

/// Longest file of an objection.
const MAX_FILE: usize = 4096;

/// An objection that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenObjection {
    /// The request it is about, hexadecimal.
    pub request: String,
    /// The organisation that objects.
    pub organisation: String,
    /// Custodians known to object now.
    pub objections: usize,
}

impl CustodianNode {
    /// This custodian's own objection as a file.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when the request is unknown here or was not objected to.
    pub fn objection_file(&self, id: &RequestId) -> Result<Vec<u8>, AppError> {
        let case = self.cases.get(id).ok_or(ErrorCode::NotFound)?;
        let objects = |m: &&Mine| m.kind == DecisionKind::Object;
        let mine = case.mine.iter().rev().find(objects);
        let body = mine.map(|m| m.pending.body.as_slice());
        let signed = body.and_then(|b| b.get(COMMIT_KEY_LEN..));
        Ok(signed.ok_or(ErrorCode::NotFound)?.to_vec())
    }

    /// Takes another custodian's objection; taking it again changes nothing.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `objection` for anything that is no objection signed by a custodian of this
    /// federation; [`ErrorCode::NotFound`] for a request that is not known here.
    pub fn take_objection(
        &mut self,
        env: &mut Env,
        file: &[u8],
    ) -> Result<TakenObjection, AppError> {
        let bad = || refused("objection");
        let short = Some(file).filter(|f| f.len() <= MAX_FILE).ok_or_else(bad)?;
        let signed = Signed::<Decision>::from_bytes(short).map_err(|_| bad())?;
        let said = signed.body();
        if said.kind != DecisionKind::Object {
            return Err(bad());
        }
        let case = self.cases.get(&said.request).ok_or(ErrorCode::NotFound)?;
        // Whoever was a custodian when this was asked, or is one now.
        let f = &self.view.federation;
        let rosters = [self.view.roster_at(case.index), f.roster()];
        let by = rosters
            .into_iter()
            .find(|r| Decision::verify(&signed, f.fed(), r).is_ok());
        let by = by.and_then(|r| r.custodian(said.x)).ok_or_else(bad)?;
        let (request, x, organisation) = (said.request, said.x, by.name.clone());
        let mut todo = Vec::new();
        self.handle(env, &request, Event::ObjectionReceived { x }, &mut todo)?;
        let mut line = Changes::default();
        line.happened(env.now(), "objection_taken", &request.0);
        self.write(line)?;
        let case = self.cases.get(&request).ok_or(ErrorCode::NotFound)?;
        Ok(TakenObjection {
            request: to_hex(&request.0),
            organisation,
            objections: case.state().objections(),
        })
    }
}

impl House {
    /// As [`CustodianNode::objection_file`].
    ///
    /// # Errors
    /// As there; [`ErrorCode::Refused`] with `no_genesis`.
    pub fn objection_file(&self, id: &str) -> Result<Vec<u8>, AppError> {
        let id = ugnay_wire::Hash::from_hex(id).map_err(|_| ErrorCode::NotFound)?;
        let node = self.member().ok_or_else(|| refused("no_genesis"))?;
        node.objection_file(&RequestId(id.0))
    }

    /// As [`CustodianNode::take_objection`].
    ///
    /// # Errors
    /// As there.
    pub fn take_objection(
        &mut self,
        env: &mut Env,
        file: &[u8],
    ) -> Result<TakenObjection, AppError> {
        self.node()?.take_objection(env, file)
    }
}
