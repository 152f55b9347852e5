//! When the log must hold the heads, when it need not yet, and what another device's word about ours is worth.

use super::*;
use proptest::prelude::*;

const OURS: Name = Name([1; 16]);
const THEIRS: Name = Name([2; 16]);

fn hash(n: u8) -> Hash {
    Hash([n; 32])
}

fn committed(heads: &[(Name, u8)]) -> Hash {
    heads::heads_hash(&heads.iter().map(|(n, v)| (*n, hash(*v))).collect())
}

/// We and another device have a head each; both stood there when the log had ten entries.
fn watch() -> Watch {
    let mut watch = Watch {
        listed: BTreeMap::from([(OURS, hash(10)), (THEIRS, hash(20))]),
        since: 5,
        ..Watch::default()
    };
    for seq in 1..=3u8 {
        let (sealed, fence) = ([10 - 3 + seq; 32], None);
        watch.own.insert(u64::from(seq), Own { sealed, fence });
    }
    watch.set_fence(10);
    watch
}

fn head(size: u64, saw: Option<u8>) -> (u64, Option<[u8; 32]>) {
    (size, saw.map(|n| [n; 32]))
}

#[test]
fn p16_a_checkpoint_after_the_fence_must_hold_what_was_known() {
    let watch = watch();
    assert!(
        !watch.must_hold(10),
        "the fence itself may be older than us"
    );
    assert!(watch.must_hold(11), "the next publication may not");
    let quiet = Sighting::default();
    let known = committed(&[(OURS, 10), (THEIRS, 20)]);
    assert_eq!(
        watch.explains(&known, &quiet),
        Some(true),
        "the root commits to what was known"
    );
    for lie in [
        committed(&[(OURS, 9), (THEIRS, 20)]),
        committed(&[(OURS, 10), (THEIRS, 19)]),
        committed(&[(OURS, 10)]),
        committed(&[]),
    ] {
        assert_eq!(
            watch.explains(&lie, &quiet),
            Some(false),
            "an older head or one left out has no explanation"
        );
    }
}

#[test]
fn a_head_that_went_on_explains_both_its_values_and_a_gap_leaves_it_open() {
    let watch = watch();
    let mut moved = Sighting::default();
    moved.note(THEIRS, hash(21));
    for value in [20, 21] {
        assert_eq!(
            watch.explains(&committed(&[(OURS, 10), (THEIRS, value)]), &moved),
            Some(true),
            "the root may be from before or after the other device wrote"
        );
    }
    let between = committed(&[(OURS, 10), (THEIRS, 99)]);
    assert_eq!(
        watch.explains(&between, &moved),
        Some(false),
        "one step further there was nothing in between"
    );
    moved.skipped = true;
    assert_eq!(
        watch.explains(&between, &moved),
        None,
        "a head this device never saw may have stood in the root: no false alarm"
    );
}

#[test]
fn p17_what_another_device_saw_of_ours_must_be_what_we_wrote_and_had_to_be_shown() {
    let cases = [
        (
            head(10, Some(8)),
            Ok(()),
            "it read before the fence: any of ours",
        ),
        (
            head(11, Some(10)),
            Ok(()),
            "it read after it and saw our newest",
        ),
        (
            head(11, Some(9)),
            Err("head_held_back"),
            "it read after our newest was there and was shown an older one",
        ),
        (head(11, None), Err("head_held_back"), "it was shown none"),
        (head(5, Some(77)), Err("head_fork"), "we never wrote that"),
    ];
    for ((size, saw), expected, why) in cases {
        let got = watch().saw_ours(4, size, saw.as_ref());
        assert_eq!(got, expected, "{why}");
    }
    let mut watch = watch();
    let (size, saw) = head(10, Some(9));
    assert_eq!(watch.saw_ours(4, size, saw.as_ref()), Ok(()), "the second");
    let (size, saw) = head(10, Some(8));
    assert_eq!(
        watch.saw_ours(4, size, saw.as_ref()),
        Err("head_rollback"),
        "it was shown an older head of ours than it had seen before"
    );
    watch.own.pop_first();
    assert_eq!(
        watch.saw_ours(5, 10, Some(&[77; 32])),
        Ok(()),
        "a head older than our memory says nothing"
    );
}

#[test]
fn p17_a_head_shown_in_person_has_to_appear() {
    let mut watch = watch();
    watch.expected.insert(4, (7, [7; 32]));
    let at = |seq, value| BTreeMap::from([(4u8, (seq, [value; 32]))]);
    assert_eq!(watch.meet(&at(6, 6)), Err("head_held_back"), "older");
    assert_eq!(watch.meet(&BTreeMap::new()), Err("head_held_back"), "none");
    assert_eq!(
        watch.meet(&at(7, 8)),
        Err("head_fork"),
        "another of that number"
    );
    assert_eq!(watch.meet(&at(7, 7)), Ok(()), "the one that was shown");
    assert!(watch.expected.is_empty(), "and then it is settled");
}

#[test]
fn the_state_says_no_more_than_was_proven() {
    let mut watch = Watch::default();
    assert_eq!(watch.state(), HeadsProven::Nothing, "nothing was sent");
    watch.change(OURS, hash(1), 100);
    watch.change(OURS, hash(2), 200);
    assert_eq!(
        watch.state(),
        HeadsProven::NotYet { since: 100 },
        "unproven since the first change"
    );
    watch.prove(6, 300);
    assert_eq!(watch.state(), HeadsProven::Proven { at: 300 }, "proven");
    watch.change(OURS, hash(2), 400);
    assert_eq!(
        watch.state(),
        HeadsProven::Proven { at: 300 },
        "the same head again is the same"
    );
    watch.change(OURS, hash(3), 500);
    assert_eq!(
        watch.state(),
        HeadsProven::NotYet { since: 500 },
        "a new head has to be proven anew"
    );
}

#[test]
fn what_is_kept_is_read_back() {
    let mut watch = watch();
    watch.expected.insert(4, (7, [7; 32]));
    watch.seen_ours.insert(4, 2);
    watch.prove(6, 300);
    assert_eq!(
        Watch::decode(&watch.encode()).ok(),
        Some(watch),
        "all of it"
    );
}

proptest! {
    #[test]
    fn p32_any_saved_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(watch) = Watch::decode(&bytes) {
            prop_assert_eq!(watch.encode(), bytes, "one encoding of one value");
        }
    }
}
