//! Which decisions the person in charge may make now: one answer for the screen, the terminal and the signing itself. Owns what
//! is offered beyond what the release machine would take; must never offer what the machine refuses.

use super::case::Case;
use ugnay_release::machine::Phase;
use ugnay_release::{DecisionKind, Event, State, step};
use ugnay_seal::Hash32;

/// What may be decided, in the order of a form. `right`: every check is right at this moment; `cids`: what an approval would be
/// about now. Who approved may approve again once there is more to approve: only equal approvals count together.
///
/// Declining is open as long as the request is: above all while a row is wrong, when there is most reason to object. An objection
/// stays, so nothing follows it; a refusal may be followed by an approval as long as no share was sealed.
pub(super) fn decide(case: &Case, right: bool, cids: Hash32) -> Vec<DecisionKind> {
    match case.phase() {
        Phase::Ended(_) => Vec::new(),
        _ => open(case.state(), right, cids),
    }
}

/// The same for what the machine knows.
fn open(state: &State, right: bool, cids: Hash32) -> Vec<DecisionKind> {
    if matches!(state.phase(), Phase::Ended(_)) || state.objects() {
        return Vec::new();
    }
    let taken = |kind: &DecisionKind| {
        let approving = *kind == DecisionKind::Approve;
        let cids = if approving { cids } else { Hash32([0; 32]) };
        let next = step(state, Event::Decide { kind: *kind, cids }).0;
        next != *state && (right || !approving)
    };
    [
        DecisionKind::Approve,
        DecisionKind::Object,
        DecisionKind::Refuse,
    ]
    .into_iter()
    .filter(taken)
    .collect()
}

#[cfg(test)]
mod tests;
