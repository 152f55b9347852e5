//! The linter's findings in words. Owns the words; what is wrong is the linter's.

use crate::fail::say;
use serde_json::{Value, json};
use ugnay_app::federation::founding::LintRow;

/// As JSON.
pub fn all(rows: &[LintRow]) -> Vec<Value> {
    rows.iter()
        .map(|r| json!({ "severity": r.severity, "code": r.code, "words": words(r.code) }))
        .collect()
}

/// As lines.
pub fn print(rows: &[LintRow]) {
    for r in rows {
        say!("{}: {}", r.severity, words(r.code));
    }
}

fn words(code: &str) -> &str {
    match code {
        "count_mismatch" => "the policy's number of custodians is not the number of cards",
        "one_authority_opens" => {
            "one authority can compel as many custodians as are needed: it could open everything"
        }
        "one_country_opens" => {
            "as many custodians as are needed sit in one country: its government could reach them all"
        }
        "one_authority_blocks" => {
            "one authority can compel so many custodians that without them nothing can be released"
        }
        "one_authority_splits" => {
            "one authority can compel so many witnesses that it could show two different logs"
        }
        "two_authorities_open" => "two authorities together could open everything",
        "one_custodian_opens" => "a single custodian could open everything",
        "loss_too_large" => "fewer custodians can be lost than the policy says it must survive",
        "no_loss" => "no custodian can be lost: every one is needed",
        "no_spare" => "after losing one custodian no spare share is left",
        "quorums_disjoint" => {
            "two groups of witnesses could sign different logs without sharing a member"
        }
        "quorums_weak" => "as many lying witnesses as may be absent could show two different logs",
        "quorum_is_all" => "every witness is needed: one that is down stops everything",
        "quorum_too_large" => "more witnesses are asked for than there are",
        "no_external" => "no outside witness is asked for: custodians alone could hide a request",
        "externals_missing" => "more outside witnesses are asked for than there are",
        "custodians_alone_cosign" => "the custodians alone reach the quorum of witnesses",
        "veto_impossible" => {
            "more objections are needed to stop a release than there are custodians"
        }
        "veto_needs_approvers" => {
            "the custodians who did not approve are too few to stop a release"
        }
        "veto_by_one" => "one custodian alone can stop every release",
        "cool_off_short" => "less than an hour for objections",
        "fast_path_short" => "less than ten minutes for objections on the fast path",
        "card_age_short" => "a desk could ask less than 14 days after it was first seen",
        "card_life_long" => "a desk's card is valid for more than a year",
        "window_long" => "a grant may last more than 30 days",
        "cap_meaningless" => "the limits per 90 days limit nothing",
        "demo" => "a demonstration: no real person may be in it",
        "demo_changed" => "a demonstration stays one, and nothing else becomes one",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::words;
    use ugnay_app::federation::founding::lint_codes;

    #[test]
    fn every_finding_has_words() {
        for code in lint_codes() {
            assert_ne!(
                words(code),
                code,
                "{code}: a coordinator reads words, not codes"
            );
        }
    }
}
