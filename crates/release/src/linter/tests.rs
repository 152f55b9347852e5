//! P33: the linter counts what one authority can reach.

use super::*;
use crate::simulator::Parties;

fn setup(n: u8, k: u8, q: u8, countries: &[&str]) -> (Policy, Roster) {
    let policy = Policy::standard(n, k, q);
    let mut roster = Parties::new(9, policy.clone(), 0)
        .unwrap()
        .federation
        .roster()
        .clone();
    for (custodian, country) in roster.custodians.iter_mut().zip(countries) {
        custodian.jurisdiction = (*country).to_owned();
    }
    (policy, roster)
}

fn codes(policy: &Policy, roster: &Roster) -> Vec<LintCode> {
    lint(policy, roster).iter().map(|f| f.code).collect()
}

#[test]
fn p33_k_must_exceed_what_one_authority_compels() {
    let (policy, two) = setup(5, 3, 5, &["PH", "PH", "IT", "CH", "CA"]);
    assert!(
        acceptable(&lint(&policy, &two)),
        "n=5, k=3 is valid with two under one authority: {:?}",
        lint(&policy, &two)
    );
    let (policy, three) = setup(5, 3, 5, &["PH", "PH", "PH", "CH", "CA"]);
    assert!(
        codes(&policy, &three).contains(&LintCode::OneAuthorityOpens),
        "and not with three"
    );
    assert!(!acceptable(&lint(&policy, &three)), "that is an error");
    let (policy, seven) = setup(7, 4, 7, &["PH", "PH", "PH", "CH", "CA", "IT", "JP"]);
    assert!(
        acceptable(&lint(&policy, &seven)),
        "n=7, k=4 is valid with three"
    );
    let demo = Policy {
        demo: true,
        ..policy.clone()
    };
    let (_, four) = setup(7, 4, 7, &["PH", "PH", "PH", "PH", "CA", "IT", "JP"]);
    assert!(
        !acceptable(&lint(&demo, &four)),
        "a demonstration is not excused from it"
    );
}

#[test]
fn p33_spelling_does_not_make_another_authority() {
    let (policy, spelt) = setup(5, 3, 5, &["PH", " ph", "Ph ", "CH", "CA"]);
    assert!(
        codes(&policy, &spelt).contains(&LintCode::OneAuthorityOpens),
        "one authority written in three ways is one"
    );
    assert_eq!(
        spelt.most_in_one_jurisdiction(),
        3,
        "the roster counts as the linter does"
    );
    let (policy, parts) = setup(5, 3, 5, &["PH-BTG", "PH-CEB", "PH-00", "CH", "CA"]);
    let said = codes(&policy, &parts);
    assert!(
        said.contains(&LintCode::OneCountryOpens) && !said.contains(&LintCode::OneAuthorityOpens),
        "three parts of one country are told, and are not one authority: {said:?}"
    );
    let (policy, two) = setup(4, 3, 4, &["PH", "PH", "CH", "CA"]);
    assert!(
        codes(&policy, &two).contains(&LintCode::OneAuthorityBlocks),
        "without the two under one authority nothing is ever released"
    );
    let (policy, mut six) = setup(5, 3, 5, &["PH", "PH", "IT", "CH", "CA"]);
    for witness in &mut six.externals {
        witness.jurisdiction = "PH".into();
    }
    assert!(
        codes(&policy, &six).contains(&LintCode::OneAuthoritySplits),
        "four of seven witnesses under one authority could sign two views of the log"
    );
}

#[test]
fn p33_for_every_split_of_small_federations() {
    for n in 3u8..=5 {
        for k in 1..=n {
            let (policy, mut roster) = setup(n, k, n, &[]);
            for split in 0..3u32.pow(u32::from(n)) {
                let mut rest = split;
                let mut sizes = [0u8; 3];
                for custodian in &mut roster.custodians {
                    custodian.jurisdiction = ["A", "B", "C"][(rest % 3) as usize].to_owned();
                    sizes[(rest % 3) as usize] += 1;
                    rest /= 3;
                }
                let flagged = codes(&policy, &roster).contains(&LintCode::OneAuthorityOpens);
                assert_eq!(
                    flagged,
                    sizes.iter().any(|s| *s >= k),
                    "n={n} k={k} sizes={sizes:?}"
                );
            }
        }
    }
}

#[test]
fn every_rule_fires() {
    let (good, roster) = setup(5, 3, 5, &["PH", "IT", "CH", "CA", "JP"]);
    assert_eq!(
        codes(&good, &roster),
        [],
        "the standard policy with five countries is clean"
    );
    let bare = Roster {
        externals: vec![],
        ..roster.clone()
    };
    let cases: Vec<(LintCode, Policy, &Roster)> = vec![
        (
            LintCode::CountMismatch,
            Policy {
                n: 6,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::OneCustodianOpens,
            Policy {
                k: 1,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::LossTooLarge,
            Policy {
                loss: 3,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::NoLoss,
            Policy {
                k: 5,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::NoSpare,
            Policy {
                k: 4,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::QuorumsDisjoint,
            Policy {
                quorum: 3,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::QuorumsWeak,
            Policy {
                quorum: 4,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::QuorumIsAll,
            Policy {
                quorum: 7,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::QuorumTooLarge,
            Policy {
                quorum: 8,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::NoExternal,
            Policy {
                externals: 0,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::CustodiansAloneCosign,
            Policy {
                externals: 0,
                ..good.clone()
            },
            &roster,
        ),
        (LintCode::ExternalsMissing, good.clone(), &bare),
        (
            LintCode::VetoImpossible,
            Policy {
                veto: 6,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::VetoNeedsApprovers,
            Policy {
                veto: 3,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::VetoByOne,
            Policy {
                veto: 1,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::CoolOffShort,
            Policy {
                cool_off: 3599,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::FastPathShort,
            Policy {
                fast_cool_off: 599,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::CardAgeShort,
            Policy {
                card_age: 14 * DAY - 1,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::CardLifeLong,
            Policy {
                card_life: 366 * DAY + 1,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::WindowLong,
            Policy {
                max_window: 30 * DAY + 1,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::CapMeaningless,
            Policy {
                requests_per_90_days: 21,
                ..good.clone()
            },
            &roster,
        ),
        (
            LintCode::Demo,
            Policy {
                demo: true,
                ..good.clone()
            },
            &roster,
        ),
    ];
    for (code, policy, roster) in &cases {
        assert!(
            codes(policy, roster).contains(code),
            "{} fires",
            code.code()
        );
    }
    let (_, pairs) = setup(5, 3, 5, &["PH", "PH", "IT", "IT", "JP"]);
    assert!(
        codes(&good, &pairs).contains(&LintCode::TwoAuthoritiesOpen),
        "two authorities with two each reach three"
    );
    let demo = lint(&Policy::demo(5, 3, 5), &roster);
    assert!(
        acceptable(&demo) && demo.iter().any(|f| f.code == LintCode::CoolOffShort),
        "short times only warn in a demonstration"
    );
}

/// At the edge between two findings exactly one of them is told.
#[test]
fn p33_edges_of_thresholds() {
    let (policy, three) = setup(5, 3, 5, &["PH", "PH", "PH", "CH", "CA"]);
    assert_eq!(
        codes(&policy, &three),
        [LintCode::OneAuthorityOpens, LintCode::OneAuthoritySplits],
        "who opens alone is not told as a country or a pair as well"
    );
    let (policy, pair) = setup(5, 3, 5, &["PH", "PH", "IT", "CH", "CA"]);
    assert_eq!(
        codes(&policy, &pair),
        [LintCode::TwoAuthoritiesOpen],
        "two of five under one authority block nothing: three are left"
    );
    let (policy, all) = setup(4, 3, 4, &["PH", "PH", "CH", "CH"]);
    assert!(
        !codes(&policy, &all).contains(&LintCode::TwoAuthoritiesOpen),
        "where there are but two authorities, both together are everybody"
    );
    let (good, roster) = setup(5, 3, 5, &["PH", "IT", "CH", "CA", "JP"]);
    let veto = Policy {
        veto: 5,
        ..good.clone()
    };
    assert_eq!(
        codes(&veto, &roster),
        [LintCode::VetoNeedsApprovers],
        "all five can object: hard, not impossible"
    );
    let (alone, one) = setup(1, 1, 1, &["PH"]);
    let alone = Policy { veto: 1, ..alone };
    let said = codes(&alone, &one);
    assert!(
        said.contains(&LintCode::OneCustodianOpens) && !said.contains(&LintCode::VetoByOne),
        "of one custodian there is more to say than that it can object: {said:?}"
    );
}

#[test]
fn p33_edges_of_quorums_and_times() {
    let (half, four) = setup(4, 2, 3, &["PH", "IT", "CH", "CA"]);
    let said = codes(&half, &four);
    assert!(
        said.contains(&LintCode::QuorumsDisjoint) && !said.contains(&LintCode::OneAuthoritySplits),
        "where quorums need not meet, nobody has to be compelled: {said:?}"
    );
    let (good, roster) = setup(5, 3, 5, &["PH", "IT", "CH", "CA", "JP"]);
    let edge = Policy {
        externals: 2,
        cool_off: HOUR,
        fast_cool_off: HOUR / 6,
        card_age: 14 * DAY,
        card_life: 366 * DAY,
        max_window: 30 * DAY,
        areas_per_90_days: 120,
        requests_per_90_days: 20,
        ..good.clone()
    };
    assert_eq!(
        codes(&edge, &roster),
        [],
        "every number just within its rule"
    );
    let narrow = Policy {
        areas_per_90_days: 119,
        ..good.clone()
    };
    assert_eq!(
        codes(&narrow, &roster),
        [LintCode::CapMeaningless],
        "less in 90 days than in one request"
    );
    let inside = Policy {
        externals: 0,
        quorum: 6,
        ..good.clone()
    };
    assert_eq!(
        codes(&inside, &roster),
        [LintCode::NoExternal],
        "six of seven reach outside the five custodians, though no rule says so"
    );
}

#[test]
fn two_halves_are_two_quorums_and_share_nobody() {
    let (policy, roster) = setup(4, 3, 3, &["PH", "IT", "CH", "CA"]);
    assert_eq!(
        roster.externals.len(),
        2,
        "six witnesses, three of them are a quorum"
    );
    let said = codes(&policy, &roster);
    assert!(
        said.contains(&LintCode::QuorumsDisjoint),
        "both halves can sign a log of their own: {said:?}"
    );
    assert!(
        !said.contains(&LintCode::QuorumsWeak) && !said.contains(&LintCode::OneAuthoritySplits),
        "said once, as what it is: nobody stands in both quorums who could be compelled: {said:?}"
    );
}

#[test]
fn a_quorum_of_all_is_hard_and_not_impossible() {
    let (policy, roster) = setup(5, 3, 7, &["PH", "IT", "CH", "CA", "JP"]);
    assert_eq!(roster.externals.len(), 2, "seven witnesses, all are asked");
    let said = codes(&policy, &roster);
    assert!(
        said.contains(&LintCode::QuorumIsAll) && !said.contains(&LintCode::QuorumTooLarge),
        "seven of seven can sign: {said:?}"
    );
}
