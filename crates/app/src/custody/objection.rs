//! An objection from hand to hand: a server that does not enter one silences nobody. The file is the objection as it goes to
//! the log, so whoever holds it holds the objection, logged or not (ADR 0021), and may carry it there too. Must not take
//! anything else that is signed for one.

use super::case::{Case, Mine};
use super::house::House;
use super::node::CustodianNode;
use crate::dto::custody::{FilePreview, ObjectionFacts};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::outgoing::OutgoingFile;
use crate::federation::refused;
use ugnay_log::Entry;
use ugnay_release::{Decision, DecisionKind, Event, RequestId, Signed, logged};
use ugnay_vault::Changes;
use ugnay_wire::LogSubmit;
use ugnay_wire::ids::to_hex;

/// Longest file an objection is looked for in.
const MAX_FILE: usize = 1 << 20;

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
        let pending = mine.map(|m| m.pending.clone());
        let entry = self.entry_to_carry(pending.ok_or(ErrorCode::NotFound)?)?;
        OutgoingFile(vec![entry]).to_bytes()
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
        let signed = self.objection_in(file).ok_or_else(bad)?;
        let said = signed.body();
        let case = self.cases.get(&said.request).ok_or(ErrorCode::NotFound)?;
        let by = self.objector(&signed, case).ok_or_else(bad)?;
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

    /// The first objection in a file of what is carried to the log, as its author signed it.
    pub(super) fn objection_in(&self, file: &[u8]) -> Option<Signed<Decision>> {
        let file = Some(file).filter(|f| f.len() <= MAX_FILE)?;
        let carried = OutgoingFile::from_bytes(file).ok()?;
        let decision = |s: LogSubmit| {
            let entry = Entry::decode(&s.entry).ok()?;
            logged::open::<Decision>(&entry, &s.body).ok()
        };
        let mut said = carried
            .entries(self.view.federation.fed())
            .filter_map(decision);
        said.find(|d| d.body().kind == DecisionKind::Object)
    }

    /// Who objects: a custodian when this was asked, or one now.
    pub(super) fn objector(
        &self,
        signed: &Signed<Decision>,
        case: &Case,
    ) -> Option<&ugnay_release::Custodian> {
        let f = &self.view.federation;
        let rosters = [self.view.roster_at(case.index), f.roster()];
        let by = rosters
            .into_iter()
            .find(|r| Decision::verify(signed, f.fed(), r).is_ok());
        by.and_then(|r| r.custodian(signed.body().x))
    }
}

impl House {
    /// Says whether a file holds an objection, and shows whose and to what; with a refusal when it cannot be taken.
    pub(super) fn preview_objection(
        &self,
        bytes: &[u8],
        now: i64,
        shown: &mut FilePreview,
    ) -> bool {
        let found = self
            .member()
            .and_then(|n| Some((n, n.objection_in(bytes)?)));
        let Some((node, signed)) = found else {
            return false;
        };
        shown.kind = "objection".into();
        let said = signed.body();
        let known = node.cases().get(&said.request);
        let by = known.and_then(|case| Some((case, node.objector(&signed, case)?)));
        match (known, by) {
            (None, _) => shown.refusal = Some("unknown_request".into()),
            (_, None) => shown.refusal = Some("signature".into()),
            (_, Some((case, by))) => {
                let row = node.row(case, now);
                shown.mine = Some(by.x) == node.seat();
                shown.objection = Some(ObjectionFacts {
                    organisation: by.name.clone(),
                    request: row.id,
                    purpose: row.purpose,
                    country: row.country,
                    country_name: row.country_name,
                    desk: row.desk,
                    reason: said.reason.code().into(),
                    text: said.text.clone(),
                    at: said.time,
                });
            }
        }
        true
    }

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
