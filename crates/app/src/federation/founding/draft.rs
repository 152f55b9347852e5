//! Drafts of a founding and of what follows it: cards, a policy and a name become a genesis for all custodians to sign;
//! changed parts become the next policy or roster. Owns the order of the parts and the linter's verdict in plain data.
//! Must not hold a key.

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use serde::Serialize;
use ugnay_log::{KeyKind, VerifierKey};
use ugnay_release::policy::MAX_CUSTODIANS;
use ugnay_release::{Federation, Genesis, PartyCard, Policy, Roster, Severity, Signed};

use crate::federation::paper::draft;
use crate::federation::refused;

/// What a federation is founded from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundingDraft {
    /// The federation's name.
    pub name: String,
    /// The log's vkey, as the buffer printed it when its folder was made.
    pub log: String,
    /// The policy; its `n` must be the number of custodians.
    pub policy: Policy,
    /// The cards: custodians in the order of their shares, outside witnesses, exactly one office.
    pub cards: Vec<PartyCard>,
}

impl FoundingDraft {
    /// The genesis, signed by nobody yet.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with `field` `log` or `cards`; [`ErrorCode::Refused`] when the parts break a rule.
    pub fn genesis(&self, env: &mut Env) -> Result<Signed<Genesis>, AppError> {
        let log = VerifierKey::parse(self.log.trim())
            .ok()
            .filter(|k| k.kind() == KeyKind::Note)
            .ok_or_else(|| AppError::new(ErrorCode::BadInput).field("log"))?;
        let roster = roster(&self.cards, 1, [0; 32])?;
        let mut policy = self.policy.clone();
        (policy.version, policy.previous) = (1, [0; 32]);
        Ok(draft(Genesis {
            name: self.name.clone(),
            created: env.now(),
            nonce: env.random(),
            log: log.to_vkey(),
            policy,
            roster,
        })?)
    }
}

/// A roster from cards, in the order they are given.
///
/// # Errors
/// [`ErrorCode::BadInput`] for an officer's card among them, too many, or not exactly one office.
pub fn roster(cards: &[PartyCard], version: u32, previous: [u8; 32]) -> Result<Roster, AppError> {
    let bad = |what: &str| {
        AppError::new(ErrorCode::BadInput)
            .field("cards")
            .detail(what)
    };
    if cards.iter().any(|c| c.kind() == "officer") {
        return Err(bad("an_officer_is_no_founder"));
    }
    let offices: Vec<&[u8; 32]> = cards
        .iter()
        .filter(|c| c.kind() == "office")
        .filter_map(PartyCard::sign_key)
        .collect();
    let [ticket] = offices.as_slice() else {
        return Err(bad("exactly_one_office"));
    };
    let list: Vec<&PartyCard> = cards.iter().filter(|c| c.kind() == "custodian").collect();
    if list.len() > MAX_CUSTODIANS {
        return Err(bad("too_many_custodians"));
    }
    Ok(Roster {
        version,
        previous,
        ticket: **ticket,
        custodians: (1u8..)
            .zip(list)
            .filter_map(|(x, c)| c.to_custodian(x))
            .collect(),
        externals: cards.iter().filter_map(PartyCard::to_witness).collect(),
    })
}

/// The next version of policy or roster after the one in force, signed by nobody yet.
pub mod successor {
    use super::{AppError, Federation, PartyCard, Policy, Roster, Signed, draft};

    /// The next policy.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Refused`] when it breaks a rule or does not fit the roster in force.
    pub fn policy(federation: &Federation, wanted: &Policy) -> Result<Signed<Policy>, AppError> {
        let mut next = wanted.clone();
        next.version = federation.policy().version.saturating_add(1);
        next.previous = federation.policy_hash().0;
        if usize::from(next.n) != federation.roster().custodians.len() {
            return Err(super::refused("n_is_not_the_number_of_custodians"));
        }
        federation
            .roster()
            .log_policy(federation.log(), next.quorum)?;
        Ok(draft(next)?)
    }

    /// The next roster, from all cards that are to be in it.
    ///
    /// # Errors
    /// As [`super::roster`]; [`crate::dto::ErrorCode::Refused`] when it does not fit the policy in force.
    pub fn roster(
        federation: &Federation,
        cards: &[PartyCard],
    ) -> Result<Signed<Roster>, AppError> {
        let version = federation.roster().version.saturating_add(1);
        of(
            federation,
            super::roster(cards, version, federation.roster_hash().0)?,
        )
    }

    /// The next roster with one place taken over by a successor organisation; the others stay as they are.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::NotFound`] for a place nobody has; as [`roster`].
    pub fn replace(
        federation: &Federation,
        x: u8,
        card: &PartyCard,
    ) -> Result<Signed<Roster>, AppError> {
        let mut next = federation.roster().clone();
        next.version = next.version.saturating_add(1);
        next.previous = federation.roster_hash().0;
        let new = card
            .to_custodian(x)
            .ok_or_else(|| super::refused("not_a_custodians_card"))?;
        let place = next
            .custodians
            .iter_mut()
            .find(|c| c.x == x)
            .ok_or(crate::dto::ErrorCode::NotFound)?;
        *place = new;
        of(federation, next)
    }

    fn of(federation: &Federation, next: Roster) -> Result<Signed<Roster>, AppError> {
        if usize::from(federation.policy().n) != next.custodians.len() {
            return Err(super::refused("n_is_not_the_number_of_custodians"));
        }
        next.log_policy(federation.log(), federation.policy().quorum)?;
        Ok(draft(next)?)
    }
}

/// One thing the linter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LintRow {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Stable code.
    pub code: &'static str,
}

impl LintRow {
    /// Whether it keeps the federation from being founded like this.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == "error"
    }
}

/// What the linter says to a policy with its roster.
#[must_use]
pub fn findings(policy: &Policy, roster: &Roster) -> Vec<LintRow> {
    rows(&ugnay_release::lint(policy, roster))
}

/// What it says to the next policy of a federation that runs, beside the one in force.
#[must_use]
pub fn findings_next(before: &Policy, next: &Policy, roster: &Roster) -> Vec<LintRow> {
    rows(&ugnay_release::lint_next(before, next, roster))
}

fn rows(findings: &[ugnay_release::Finding]) -> Vec<LintRow> {
    let row = |f: &ugnay_release::Finding| LintRow {
        severity: match f.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: f.code.code(),
    };
    findings.iter().map(row).collect()
}

/// Every code the linter can say.
pub fn lint_codes() -> impl Iterator<Item = &'static str> {
    ugnay_release::LintCode::ALL.iter().map(|c| c.code())
}
