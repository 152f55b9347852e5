//! The linter of policies (protocol §3): thresholds that one authority could reach, or that one disaster could make unreachable.
//! Counts organisations and jurisdictions, never keys. Judges; changes nothing.

use crate::{Policy, Roster};

const HOUR: u32 = 3600;
const DAY: u32 = 86_400;

/// How bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Should be thought over.
    Warning,
    /// Must not be put in force (a demonstration may, marked as such).
    Error,
}

macro_rules! lint_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// What is wrong with a policy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum LintCode { $($(#[$doc])* $name,)* }

        impl LintCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable code for translations.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

lint_codes! {
    /// n is not the number of custodians in the roster.
    CountMismatch = "count_mismatch", Error;
    /// k custodians sit under one jurisdiction: one authority could open everything (k ≤ c).
    OneAuthorityOpens = "one_authority_opens", Error;
    /// k custodians sit in one country, under authorities of its parts (`PH-A`, `PH-B`): its government could open everything.
    OneCountryOpens = "one_country_opens", Warning;
    /// One authority compels so many custodians that without them no release comes about (c > n − k).
    OneAuthorityBlocks = "one_authority_blocks", Warning;
    /// One authority compels so many witnesses that it could show two views of the log (c ≥ 2q − N).
    OneAuthoritySplits = "one_authority_splits", Warning;
    /// Two or fewer jurisdictions hold k custodians together.
    TwoAuthoritiesOpen = "two_authorities_open", Warning;
    /// A single custodian could open everything (k = 1).
    OneCustodianOpens = "one_custodian_opens", Error;
    /// Fewer custodians can be lost than the federation says it must survive (n − k < l).
    LossTooLarge = "loss_too_large", Error;
    /// No custodian can be lost (n = k).
    NoLoss = "no_loss", Error;
    /// Losing one custodian leaves no spare share (n − 1 < k + 1).
    NoSpare = "no_spare", Warning;
    /// Two quorums of witnesses need not share an organisation (2q ≤ N).
    QuorumsDisjoint = "quorums_disjoint", Error;
    /// As many lying witnesses as may be absent could split the view (2q − N ≤ N − q).
    QuorumsWeak = "quorums_weak", Warning;
    /// The quorum needs every organisation: one that is down stops all.
    QuorumIsAll = "quorum_is_all", Warning;
    /// More cosigners are asked for than there are organisations.
    QuorumTooLarge = "quorum_too_large", Error;
    /// No outside witness is asked for.
    NoExternal = "no_external", Error;
    /// More outside witnesses are asked for than there are.
    ExternalsMissing = "externals_missing", Error;
    /// The custodians alone could reach the quorum and no outside organisation need have seen a request.
    CustodiansAloneCosign = "custodians_alone_cosign", Warning;
    /// More objections are asked for than there are custodians.
    VetoImpossible = "veto_impossible", Error;
    /// The custodians that did not approve are too few to stop a release (v > n − k).
    VetoNeedsApprovers = "veto_needs_approvers", Warning;
    /// One custodian alone can stop every release.
    VetoByOne = "veto_by_one", Warning;
    /// The cool-off is under an hour.
    CoolOffShort = "cool_off_short", Error;
    /// The fast path leaves less than ten minutes.
    FastPathShort = "fast_path_short", Error;
    /// A desk card can be used less than 14 days after it was logged.
    CardAgeShort = "card_age_short", Error;
    /// A desk card is valid for more than 12 months.
    CardLifeLong = "card_life_long", Warning;
    /// A grant may last more than 30 days.
    WindowLong = "window_long", Error;
    /// There is no cap per 90 days worth the name (under one request's size, or over 20 requests).
    CapMeaningless = "cap_meaningless", Warning;
    /// The policy is for demonstrations; real people must not be in it.
    Demo = "demo", Warning;
    /// The policy in force is marked as a demonstration and the next is not, or the other way round: nobody takes it.
    DemoChanged = "demo_changed", Error;
}

/// One thing the linter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What.
    pub code: LintCode,
    /// How bad, after the allowance for demonstrations.
    pub severity: Severity,
}

/// Judges a policy with its roster. Time rules are warnings only in a policy marked as a demonstration.
#[must_use]
pub fn lint(policy: &Policy, roster: &Roster) -> Vec<Finding> {
    let mut codes = thresholds(policy, roster);
    codes.extend(quorum(policy, roster));
    let times = times(policy);
    let severity = |code: LintCode| {
        let eased = policy.demo && times.contains(&code);
        if eased {
            Severity::Warning
        } else {
            code.severity()
        }
    };
    codes.extend(times.iter().copied());
    codes
        .into_iter()
        .map(|code| Finding {
            code,
            severity: severity(code),
        })
        .collect()
}

/// Judges the next policy of a federation that runs, beside the one in force.
#[must_use]
pub fn lint_next(before: &Policy, next: &Policy, roster: &Roster) -> Vec<Finding> {
    let mut out = lint(next, roster);
    if before.demo != next.demo {
        let code = LintCode::DemoChanged;
        let severity = code.severity();
        out.push(Finding { code, severity });
    }
    out
}

/// Whether a policy may be put in force.
#[must_use]
pub fn acceptable(findings: &[Finding]) -> bool {
    findings.iter().all(|f| f.severity < Severity::Error)
}

fn chosen(rules: &[(LintCode, bool)]) -> Vec<LintCode> {
    rules
        .iter()
        .filter(|(_, wrong)| *wrong)
        .map(|(code, _)| *code)
        .collect()
}

fn thresholds(policy: &Policy, roster: &Roster) -> Vec<LintCode> {
    let (n, k, v) = (
        usize::from(policy.n),
        usize::from(policy.k),
        usize::from(policy.veto),
    );
    let held =
        |of: fn(&str) -> String| largest(roster.custodians.iter().map(|c| of(&c.jurisdiction)));
    let ((one, two), (country, _)) = (held(authority), held(country));
    let spare = n.saturating_sub(k);
    chosen(&[
        (LintCode::CountMismatch, n != roster.custodians.len()),
        (LintCode::OneAuthorityOpens, k <= one),
        (LintCode::OneCountryOpens, k > one && k <= country),
        (LintCode::OneAuthorityBlocks, one > spare && k > one),
        (LintCode::TwoAuthoritiesOpen, k > one && k <= two && two < n),
        (LintCode::OneCustodianOpens, k <= 1),
        (LintCode::LossTooLarge, spare < usize::from(policy.loss)),
        (LintCode::NoLoss, spare == 0),
        (LintCode::NoSpare, spare == 1),
        (LintCode::VetoImpossible, v > n),
        (LintCode::VetoNeedsApprovers, v > spare && v <= n),
        (LintCode::VetoByOne, v == 1 && n > 1),
    ])
}

/// An authority's name as it is compared: spaces around it and capitals do not make another authority.
pub(crate) fn authority(jurisdiction: &str) -> String {
    jurisdiction.trim().to_lowercase()
}

/// The country of an authority: what stands before the first hyphen of an ISO 3166-2 code.
fn country(jurisdiction: &str) -> String {
    let all = authority(jurisdiction);
    all.split_once('-')
        .map_or(all.clone(), |(country, _)| country.trim_end().to_owned())
}

/// Organisations under the largest authority, and under the two largest.
fn largest(authorities: impl Iterator<Item = String>) -> (usize, usize) {
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for name in authorities {
        let count = counts.entry(name).or_default();
        *count = count.saturating_add(1);
    }
    let mut sizes: Vec<usize> = counts.into_values().collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let one = sizes.first().copied().unwrap_or(0);
    (one, one.saturating_add(sizes.get(1).copied().unwrap_or(0)))
}

fn quorum(policy: &Policy, roster: &Roster) -> Vec<LintCode> {
    let (q, externals) = (usize::from(policy.quorum), roster.externals.len());
    let all = roster.custodians.len().saturating_add(externals);
    let twice = q.saturating_mul(2);
    let shared = twice.saturating_sub(all);
    let witnesses = roster.custodians.iter().map(|c| &c.jurisdiction);
    let witnesses = witnesses.chain(roster.externals.iter().map(|e| &e.jurisdiction));
    let (one, _) = largest(witnesses.map(|j| authority(j)));
    chosen(&[
        (LintCode::QuorumTooLarge, q > all),
        (LintCode::QuorumsDisjoint, twice <= all),
        (
            LintCode::QuorumsWeak,
            twice > all && shared <= all.saturating_sub(q),
        ),
        (LintCode::OneAuthoritySplits, shared > 0 && one >= shared),
        (LintCode::QuorumIsAll, q == all),
        (LintCode::NoExternal, policy.externals == 0),
        (
            LintCode::ExternalsMissing,
            usize::from(policy.externals) > externals,
        ),
        (
            LintCode::CustodiansAloneCosign,
            policy.externals == 0 && q <= roster.custodians.len(),
        ),
    ])
}

fn times(policy: &Policy) -> Vec<LintCode> {
    let largest = policy
        .purposes
        .iter()
        .map(|c| u32::from(c.max_areas))
        .max()
        .unwrap_or(0);
    chosen(&[
        (LintCode::CoolOffShort, policy.cool_off < HOUR),
        (
            LintCode::FastPathShort,
            policy.fast_cool_off < HOUR.saturating_div(6),
        ),
        (
            LintCode::CardAgeShort,
            policy.card_age < DAY.saturating_mul(14),
        ),
        (
            LintCode::CardLifeLong,
            policy.card_life > DAY.saturating_mul(366),
        ),
        (
            LintCode::WindowLong,
            policy.max_window > DAY.saturating_mul(30),
        ),
        (
            LintCode::CapMeaningless,
            policy.areas_per_90_days < largest || policy.requests_per_90_days > 20,
        ),
        (LintCode::Demo, policy.demo),
    ])
}

#[cfg(test)]
mod tests;
