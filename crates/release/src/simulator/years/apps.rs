//! What stands between the world and the custodians' machines. As built it changes nothing; tests break one thing at a time to
//! see that the promise it breaks is noticed. Owns no judgement: that is [`super::judge`]'s, by the policy and by what was said.

use super::super::posts::Read;
use crate::Check;
use crate::facts;
use crate::machine::{Action, Event, Rules, State, step};
use ugnay_log::Quorum;

/// One step of a machine.
type Step = fn(&State, Event) -> (State, Vec<Action>);

/// Every custodian's app.
pub(super) struct Apps {
    /// The rules a machine goes by.
    pub rules: fn(Rules) -> Rules,
    /// The rows a machine is shown.
    pub rows: fn(Vec<Check>) -> Vec<Check>,
    /// The machine.
    pub step: Step,
    /// The time that cosignatures vouch for.
    pub vouched: fn(&Quorum) -> Option<i64>,
    /// How it reads an entry.
    pub read: Read,
    /// Whether it reads everything again at each exchange, or each entry once.
    pub again: bool,
    /// Whether it weighs a word against what its custodian said before, or goes by the order of the log.
    pub weigh: bool,
    /// Whether witnesses say again, after a while, that nothing was added.
    pub renew: bool,
}

pub(super) const AS_BUILT: Apps = Apps {
    rules: |rules| rules,
    rows: |rows| rows,
    step,
    vouched: Quorum::vouched_now,
    read: facts::said,
    again: true,
    weigh: true,
    renew: true,
};
