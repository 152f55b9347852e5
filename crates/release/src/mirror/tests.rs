//! A complete view or none: withheld and changed entries, rollback, fork (P16, P17, P22).

use super::*;
use crate::simulator::Parties;
use ugnay_log::EntryType;

fn entry(n: u8) -> Vec<u8> {
    Entry {
        kind: EntryType::Statement,
        time: 1,
        author: [n; 32],
        commit: [n; 32],
        public: vec![],
    }
    .encode()
    .unwrap()
}

#[test]
fn p22_nothing_can_be_withheld() {
    let p = Parties::new(11, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let policy = p.federation.log_policy().unwrap();
    let (mut server, mut mirror) = (p.server(), Mirror::new(p.log.verifier().clone()));
    for n in 0..4 {
        server.append(&entry(n));
    }
    let note = server.publish(100, |_| true).unwrap();
    let all = server.entries_from(0);
    for left_out in 0..4 {
        let mut some = all.clone();
        some.remove(left_out);
        assert!(
            mirror.extend(&some, note.as_bytes(), &policy).is_err(),
            "without entry {left_out}"
        );
        let mut changed = all.clone();
        changed[left_out] = entry(99);
        assert!(
            mirror.extend(&changed, note.as_bytes(), &policy).is_err(),
            "entry {left_out} replaced"
        );
    }
    assert_eq!(mirror.size(), 0, "nothing was added");
    let synced = mirror.extend(&all, note.as_bytes(), &policy).unwrap();
    assert_eq!(
        (synced.from, synced.size, synced.entries.len()),
        (0, 4, 4),
        "all four"
    );
    assert_eq!(mirror.size(), 4, "and they are held");
    assert_eq!(
        mirror.tree().root(),
        Tree::from_leaves(all.iter().map(|e| leaf_hash(e))).root(),
        "proofs are made from these very entries"
    );
    assert_eq!(
        (synced.reached_at(), synced.vouched()),
        (100, 100),
        "witness times"
    );
    server.append(&entry(5));
    let four = server.publish(101, |n| n < 4).unwrap();
    let rest = server.entries_from(4);
    assert_eq!(
        mirror.extend(&rest, four.as_bytes(), &policy),
        Err(Alarm::NotEnoughCosignatures { have: 4, need: 5 }.into()),
        "four of seven are not five"
    );
    assert_eq!(
        mirror.extend(&[], note.as_bytes(), &policy).map(|s| s.size),
        Ok(4),
        "the same checkpoint again"
    );
}

#[test]
fn p16_p17_rollback_and_fork() {
    let p = Parties::new(12, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let policy = p.federation.log_policy().unwrap();
    let (mut server, mut mirror) = (p.server(), Mirror::new(p.log.verifier().clone()));
    server.append(&entry(1));
    let one = server.publish(100, |_| true).unwrap();
    server.append(&entry(2));
    let two = server.publish(101, |_| true).unwrap();
    mirror
        .extend(&server.entries_from(0), two.as_bytes(), &policy)
        .unwrap();
    assert_eq!(
        mirror.extend(&[], one.as_bytes(), &policy),
        Err(Alarm::Rollback { had: 2, got: 1 }.into()),
        "a log does not go back"
    );
    let mut other = p.server();
    other.append(&entry(1));
    other.append(&entry(3));
    let forked = other.publish(102, |_| true).unwrap();
    assert_eq!(
        mirror.extend(&[], forked.as_bytes(), &policy),
        Err(Alarm::Fork { size: 2 }.into()),
        "one size, one root (witnesses without memory would sign both)"
    );
    let again = Mirror::resume(
        p.log.verifier().clone(),
        (0..2).filter_map(|i| mirror.tree().leaf(i)),
    );
    assert_eq!(
        again.tree().root(),
        mirror.tree().root(),
        "a mirror can be resumed"
    );
}

#[test]
fn entries_and_size_agree() {
    let p = Parties::new(13, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let policy = p.federation.log_policy().unwrap();
    let (mut server, mut mirror) = (p.server(), Mirror::new(p.log.verifier().clone()));
    server.append(&entry(1));
    server.append(&entry(2));
    let note = server.publish(100, |_| true).unwrap();
    let all = server.entries_from(0);
    for (given, what) in [
        (&all[..1], "one too few"),
        (&[], "none of two"),
        (&[all.clone(), all.clone()].concat()[..3], "one too many"),
    ] {
        assert_eq!(
            mirror.extend(given, note.as_bytes(), &policy),
            Err(Alarm::Unproven { had: 0, got: 2 }.into()),
            "{what}"
        );
    }
    let changed = vec![entry(1), entry(9)];
    assert_eq!(
        mirror.extend(&changed, note.as_bytes(), &policy),
        Err(Alarm::Unproven { had: 0, got: 2 }.into()),
        "as many, but others: not proven, and nobody is accused of a fork yet"
    );
    let junk = vec![all[0].clone(), vec![0; 5]];
    assert!(
        mirror.extend(&junk, note.as_bytes(), &policy).is_err(),
        "an entry is an entry"
    );
    let stranger = Mirror::new(
        Parties::new(14, crate::Policy::standard(5, 3, 5), 0)
            .unwrap()
            .log
            .verifier()
            .clone(),
    )
    .extend(&all, note.as_bytes(), &policy);
    assert!(stranger.is_err(), "another log's note");
    assert_eq!(mirror.size(), 0, "nothing of all that was kept");
}
