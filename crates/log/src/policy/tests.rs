//! tlog-policy: the specification's rules, and that organisations are counted (P22, P23).

use super::*;
use crate::{AddCheckpoint, Checkpoint, Hash, SignerKey, Tree, Witness};
use proptest::prelude::*;

pub(crate) fn log_key() -> SignerKey {
    SignerKey::from_seed("log.example", KeyKind::Note, &[200; 32]).unwrap()
}

pub(crate) fn witness_key(number: u8) -> SignerKey {
    SignerKey::from_seed(
        &format!("w{number}.example"),
        KeyKind::Cosignature,
        &[number; 32],
    )
    .unwrap()
}

fn vkey(number: u8) -> String {
    witness_key(number).verifier().to_vkey()
}

pub(crate) fn organisations(count: u8) -> Vec<Organisation> {
    (1..=count)
        .map(|n| Organisation {
            name: format!("org{n}"),
            keys: vec![witness_key(n).verifier().clone()],
        })
        .collect()
}

pub(crate) fn policy(count: u8, need: usize) -> Policy {
    Policy::of_organisations(log_key().verifier(), &organisations(count), need).unwrap()
}

/// A checkpoint over one leaf, cosigned by these witnesses at these times.
pub(crate) fn cosigned(by: &[(u8, i64)]) -> SignedCheckpoint {
    cosigned_over(1, [5; 32], by)
}

/// The log's checkpoint of `tree` at `size`, cosigned by the first `witnesses`, a second apart.
pub(crate) fn cosigned_tree(tree: &Tree, size: u64, witnesses: u8) -> SignedCheckpoint {
    let by: Vec<(u8, i64)> = (1..=witnesses).map(|n| (n, 100 + i64::from(n))).collect();
    cosigned_over(size, tree.root_at(size).unwrap(), &by)
}

fn cosigned_over(size: u64, root: Hash, by: &[(u8, i64)]) -> SignedCheckpoint {
    let mut signed = Checkpoint::new("log.example", size, root)
        .sign(&log_key())
        .unwrap();
    for (number, time) in by {
        let witness = Witness::new(log_key().verifier().clone(), witness_key(*number));
        let request = AddCheckpoint {
            old_size: 0,
            proof: vec![],
            checkpoint: signed.clone(),
        };
        let (line, _) = witness.cosign(None, &request, *time).unwrap();
        signed.add_cosignature(&line).unwrap();
    }
    signed
}

#[test]
fn the_specification_example() {
    let text = format!(
        "# two groups\nlog {}\n\nwitness X1 {}\n \twitness X2 {}\t\nwitness X3 {} https://x3.example/\ngroup X-witnesses 2 X1 X2 X3\n\nwitness Y1 {}\nwitness Y2 {}\nwitness Y3 {}\ngroup Y-witnesses any Y1 Y2 Y3\n\ngroup X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n",
        log_key().verifier().to_vkey(),
        vkey(1),
        vkey(2),
        vkey(3),
        vkey(4),
        vkey(5),
        vkey(6)
    );
    let policy = Policy::parse(text.as_bytes()).unwrap();
    let verdict = |by: &[(u8, i64)]| policy.require(&cosigned(by)).is_ok();
    assert!(verdict(&[(1, 10), (3, 30), (5, 20)]), "two X and one Y");
    assert!(!verdict(&[(1, 1), (2, 1), (3, 1)]), "no Y");
    assert!(!verdict(&[(1, 1), (4, 1), (5, 1), (6, 1)]), "one X");
    let quorum = policy
        .evaluate(&cosigned(&[(1, 10), (3, 30), (5, 20)]))
        .unwrap();
    assert_eq!(
        quorum
            .members
            .iter()
            .map(|m| (m.name.as_str(), m.time))
            .collect::<Vec<_>>(),
        [("X-witnesses", 30), ("Y-witnesses", 20)],
        "a group's time is when its rule was met"
    );
    assert_eq!(
        quorum.reached_at(),
        Some(30),
        "the quorum stood when the last needed member signed"
    );
    assert_eq!(
        Policy::parse(policy.to_text().as_bytes()),
        Ok(policy),
        "reads back"
    );
}

#[test]
fn malformed_policies_are_refused() {
    let log = log_key().verifier().to_vkey();
    let (a, b) = (vkey(1), vkey(2));
    let renamed = SignerKey::from_seed("other", KeyKind::Cosignature, &[1; 32])
        .unwrap()
        .verifier()
        .to_vkey();
    for bad in [
        String::new(),
        format!("log {log}\n"),
        format!("log {log}\nquorum a\nwitness a {a}\n"),
        format!("log {log}\nlog {log}\nquorum none\n"),
        format!("log {a}\nquorum none\n"),
        format!("witness a {log}\nquorum a\n"),
        format!("witness a {a}\nwitness a {b}\nquorum a\n"),
        format!("witness a {a}\nwitness b {renamed}\nquorum a\n"),
        format!("witness a {a}\nwitness b {b}\ngroup g 3 a b\nquorum g\n"),
        format!("witness a {a}\nwitness b {b}\ngroup g 0 a b\nquorum g\n"),
        format!("witness a {a}\ngroup g any\nquorum g\n"),
        format!("witness a {a}\ngroup g 2 a a\nquorum g\n"),
        format!("witness a {a}\ngroup g any a\ngroup h any a\nquorum g\n"),
        format!("witness a {a}\ngroup g any none\nquorum g\n"),
        format!("witness none {a}\nquorum none\n"),
        format!("witness a {a}\ngroup g 01 a\nquorum g\n"),
        "quorum none\nquorum none\n".to_owned(),
        "quorum none".to_owned(),
        "quorum none\r\n".to_owned(),
        "quorum none extra\n".to_owned(),
        "frobnicate\nquorum none\n".to_owned(),
    ] {
        assert!(
            Policy::parse(bad.as_bytes()).is_err(),
            "{bad:?} breaks a rule"
        );
    }
    assert!(
        Policy::parse(b"quorum none\n")
            .unwrap()
            .logs()
            .next()
            .is_none(),
        "no log and no witness is allowed"
    );
    assert_eq!(
        Policy::parse(&vec![b'#'; MAX_POLICY_LEN + 1]),
        Err(LogError::TooLarge("policy")),
        "policies are bounded"
    );
    assert_eq!(MAX_POLICY_LEN, 65_536, "every reader has the same bound");
}

#[test]
fn a_policy_names_its_logs_and_all_its_witnesses() {
    let p = policy(3, 2);
    let vkeys = |keys: Vec<&VerifierKey>| -> Vec<String> {
        let mut all: Vec<_> = keys.iter().map(|k| k.to_vkey()).collect();
        all.sort();
        all
    };
    let mut three = [vkey(1), vkey(2), vkey(3)];
    three.sort();
    assert_eq!(vkeys(p.witnesses().collect()), three, "each key once");
    assert_eq!(
        vkeys(p.logs().collect()),
        [log_key().verifier().to_vkey()],
        "and the log's own"
    );
}

#[test]
fn p23_organisations_are_counted_not_keys() {
    let keys = |n: &[u8]| {
        n.iter()
            .map(|n| witness_key(*n).verifier().clone())
            .collect::<Vec<_>>()
    };
    let organisations = [
        Organisation {
            name: "church".into(),
            keys: keys(&[1, 2, 3]),
        },
        Organisation {
            name: "union".into(),
            keys: keys(&[4]),
        },
        Organisation {
            name: "university".into(),
            keys: keys(&[5]),
        },
    ];
    let policy = Policy::of_organisations(log_key().verifier(), &organisations, 2).unwrap();
    let one_org = policy.require(&cosigned(&[(1, 1), (2, 1), (3, 1)]));
    assert_eq!(
        one_org,
        Err(LogError::NotEnoughCosignatures { have: 1, need: 2 }),
        "three keys of one organisation count once"
    );
    assert!(
        policy.require(&cosigned(&[(2, 1), (5, 1)])).is_ok(),
        "two organisations do"
    );
    let shared = [
        organisations[1].clone(),
        Organisation {
            name: "front".into(),
            ..organisations[1].clone()
        },
    ];
    assert!(
        Policy::of_organisations(log_key().verifier(), &shared, 2).is_err(),
        "one key cannot be two organisations"
    );
    assert!(
        Policy::of_organisations(log_key().verifier(), &[], 0).is_err(),
        "a quorum of nobody is not a quorum"
    );
}

#[test]
fn times_of_a_quorum() {
    let quorum = policy(7, 5)
        .require(&cosigned(&[
            (1, 100),
            (2, 50),
            (3, 70),
            (4, 60),
            (5, 9999),
            (6, 80),
        ]))
        .unwrap();
    assert_eq!(
        quorum.reached_at(),
        Some(100),
        "the fifth of 50 60 70 80 100 9999"
    );
    assert_eq!(
        quorum.vouched_now(),
        Some(80),
        "two of seven may lie: the third latest is what an honest one said"
    );
    let none = policy(7, 5).evaluate(&cosigned(&[(1, 1)])).unwrap();
    assert_eq!(
        (none.reached_at(), none.satisfied()),
        (None, false),
        "one is not five"
    );
}

#[test]
fn a_known_witness_with_a_bad_line_rejects_the_note() {
    let mut signed = cosigned(&[(1, 1), (2, 1)]);
    let stolen = crate::NoteSignature {
        bytes: vec![0; 72],
        ..cosigned(&[(3, 1)]).note().signatures()[1].clone()
    };
    signed.add_cosignature(&stolen.to_line()).unwrap();
    assert_eq!(
        policy(3, 2).require(&signed).err(),
        Some(LogError::BadSignature),
        "specification: reject the whole note"
    );
}

/// P22: with N=7 and q=5, two conflicting checkpoints are never both accepted while at most two cosigners sign both.
#[test]
fn p22_no_two_conflicting_checkpoints_with_two_byzantine_of_seven() {
    let subsets: Vec<u32> = (0..128u32).filter(|s| s.count_ones() >= 5).collect();
    let mut pairs = 0;
    for left in &subsets {
        for right in &subsets {
            let both = (left & right).count_ones();
            assert!(
                both >= 3,
                "any two accepted views share at least three cosigners, so an honest one signed both"
            );
            pairs += 1;
        }
    }
    assert_eq!(pairs, 29 * 29, "all pairs of quorums were tried");
    // And through the real witnesses: honest ones refuse the second view, so it never reaches five.
    let log = log_key();
    let policy = policy(7, 5);
    let views: Vec<SignedCheckpoint> = [[1u8; 32], [2; 32]]
        .iter()
        .map(|root| Checkpoint::new("log.example", 1, *root).sign(&log).unwrap())
        .collect();
    for first_seen_a in 0..32u32 {
        let mut notes = views.clone();
        for number in 1..=7u8 {
            let witness = Witness::new(log.verifier().clone(), witness_key(number));
            let byzantine = number > 5;
            let mut state = None;
            let order = if byzantine || first_seen_a >> (number - 1) & 1 == 1 {
                [0, 1]
            } else {
                [1, 0]
            };
            for view in order {
                let old_size = state.as_ref().map_or(0, |s: &crate::WitnessState| s.size);
                let request = AddCheckpoint {
                    old_size,
                    proof: vec![],
                    checkpoint: views[view].clone(),
                };
                let memory = if byzantine { None } else { state.clone() };
                let request = if byzantine {
                    AddCheckpoint {
                        old_size: 0,
                        ..request
                    }
                } else {
                    request
                };
                if let Ok((line, next)) = witness.cosign(memory.as_ref(), &request, 10) {
                    notes[view].add_cosignature(&line).unwrap();
                    state = Some(next);
                }
            }
        }
        let accepted = notes.iter().filter(|n| policy.require(n).is_ok()).count();
        assert!(
            accepted <= 1,
            "both views accepted with order {first_seen_a:05b}"
        );
    }
}

proptest! {
    #[test]
    fn p32_policy_parser_never_panics(text in "((log|witness|group|quorum|#|none|any|all|a|b|1) ?|\\n){0,30}") {
        if let Ok(policy) = Policy::parse(text.as_bytes()) {
            prop_assert_eq!(Policy::parse(policy.to_text().as_bytes()), Ok(policy), "its own text means the same");
        }
    }
}

#[test]
fn p22_a_policy_accepts_its_own_log_alone() {
    let signed = cosigned(&[(1, 10), (2, 20), (3, 30)]);
    let other = SignerKey::from_seed("log.example", KeyKind::Note, &[201; 32]).unwrap();
    let another =
        |key: &SignerKey| Policy::of_organisations(key.verifier(), &organisations(3), 2).unwrap();
    assert!(
        policy(3, 2).require(&signed).is_ok(),
        "its own log is believed"
    );
    assert_eq!(
        another(&other).evaluate(&signed).map(drop),
        Err(LogError::NotSigned),
        "another key of the same name did not sign, whoever cosigned"
    );
    let renamed = SignerKey::from_seed("lag.example", KeyKind::Note, &[200; 32]).unwrap();
    assert_eq!(
        another(&renamed).require(&signed).map(drop),
        Err(LogError::WrongOrigin),
        "nor is another log's checkpoint believed"
    );
    assert_eq!(
        Policy::parse(b"quorum none\n")
            .unwrap()
            .evaluate(&signed)
            .map(drop),
        Err(LogError::WrongOrigin),
        "a policy without a log believes none"
    );
}

#[test]
fn p23_what_a_rule_needs_can_be_asked() {
    for (of, need) in [(1, 1), (3, 2), (5, 4)] {
        assert_eq!(policy(of, need).need(), need, "{need} of {of}");
    }
    let nobody = Policy::parse(b"quorum none\n").unwrap();
    assert_eq!(nobody.need(), 0, "a rule that needs nobody");
}

#[test]
fn control_characters_are_refused() {
    let with = |c: char| {
        format!(
            "# a{c}b\nlog {}\nquorum none\n",
            log_key().verifier().to_vkey()
        )
    };
    for good in ['\t', ' ', 'ñ'] {
        assert!(
            Policy::parse(with(good).as_bytes()).is_ok(),
            "{good:?} may stand in a comment"
        );
    }
    for bad in ['\0', '\r', '\x1b', '\x1f', '\x7f'] {
        assert_eq!(
            Policy::parse(with(bad).as_bytes()),
            Err(LogError::Malformed("policy")),
            "{bad:?} would show a reader something else than it is"
        );
    }
}

#[test]
fn addresses_are_kept_and_one_is_enough() {
    let log = log_key().verifier().to_vkey();
    let text = format!(
        "log {log} https://log.example/\nwitness w1 {} https://w1.example/\nwitness w2 {}\nquorum w1\n",
        vkey(1),
        vkey(2)
    );
    let policy = Policy::parse(text.as_bytes()).expect("addresses are optional");
    assert_eq!(policy.to_text(), text, "written as read");
    for line in [
        format!("log {log} a b\nquorum none\n"),
        format!("witness w1 {} a b\nquorum none\n", vkey(1)),
    ] {
        assert_eq!(
            Policy::parse(line.as_bytes()).map(drop),
            Err(LogError::Malformed("policy")),
            "two addresses: {line}"
        );
    }
}

#[test]
fn p32_a_policy_has_a_bounded_number_of_parts() {
    let seed = |n: usize| [n as u8 + 1; 32];
    let key = |n: usize, kind| SignerKey::from_seed(&format!("k{n}.example"), kind, &seed(n));
    let logs = |count: usize| -> String {
        let line = |n| {
            format!(
                "log {}\n",
                key(n, KeyKind::Note).unwrap().verifier().to_vkey()
            )
        };
        (0..count).map(line).collect()
    };
    let witness = |n| {
        let key = key(n, KeyKind::Cosignature).unwrap();
        format!("witness w{n} {}\n", key.verifier().to_vkey())
    };
    let witnesses = |count: usize| -> String { (0..count).map(witness).collect() };
    let groups = |count: usize| -> String {
        let line = |n| format!("group g{n} any w{n}\n");
        witnesses(128) + &(0..count).map(line).collect::<String>()
    };
    let parts: [&dyn Fn(usize) -> String; 3] = [&logs, &witnesses, &groups];
    for (number, part) in parts.iter().enumerate() {
        let full = part(MAX_ITEMS) + "quorum none\n";
        assert!(
            Policy::parse(full.as_bytes()).is_ok(),
            "as many as allowed: {number}"
        );
    }
    for (number, part) in parts[..2].iter().enumerate() {
        let more = part(MAX_ITEMS + 1) + "quorum none\n";
        assert_eq!(
            Policy::parse(more.as_bytes()).map(drop),
            Err(LogError::TooLarge("policy")),
            "one more: {number}"
        );
    }
    let members: String = (0..=MAX_ITEMS).map(|n| format!(" w{n}")).collect();
    let group = format!("{}group g any{members}\nquorum none\n", witnesses(128));
    assert_eq!(
        Policy::parse(group.as_bytes()).map(drop),
        Err(LogError::TooLarge("policy")),
        "a group of more than there can be"
    );
}

#[test]
fn witnesses_of_an_entry_are_all_who_signed_over_it_each_at_the_earliest() {
    let rule = policy(7, 3);
    let of = |lines: &[(u8, i64)]| rule.evaluate(&cosigned(lines)).unwrap();
    let mut seen = of(&[(1, 10), (2, 9999), (3, 30)]);
    assert_eq!(seen.reached_at(), Some(9999), "one of three said tomorrow");
    assert!(seen.join(&of(&[(2, 20), (3, 90), (4, 95)])), "it learns");
    let times: Vec<_> = seen
        .members
        .iter()
        .map(|m| (m.name.as_str(), m.time))
        .collect();
    assert_eq!(
        times.iter().map(|(_, t)| *t).collect::<Vec<_>>(),
        [10, 20, 30, 95],
        "an earlier time counts, a later one does not, who is new is added"
    );
    assert_eq!(
        seen.reached_at(),
        Some(30),
        "and it is dated by three of them"
    );
    assert!(
        !seen.join(&of(&[(1, 11), (4, 96)])),
        "nothing is learnt from what is later"
    );
}
