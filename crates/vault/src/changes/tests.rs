//! All or nothing, in order, within bounds; the journal only grows.

use super::{MAX_CODE, MAX_NAME, MAX_VALUE};
use crate::vault::tests::vault;
use crate::{Changes, Space, VaultError};
use proptest::prelude::*;
use std::collections::BTreeMap;

const A: Space = Space::new("a");
const B: Space = Space::new("b");

#[test]
fn a_value_is_what_was_put_last() {
    let (_dir, _path, mut vault) = vault();
    let mut changes = Changes::default();
    changes.put(A, b"n", *b"one").put(B, b"n", *b"other");
    changes
        .put(A, b"n", *b"two")
        .put(A, b"m", *b"")
        .delete(A, b"none");
    vault.commit(changes).expect("writes");
    let get = |space, name: &[u8]| vault.get(space, name).expect("reads").map(|v| v.to_vec());
    assert_eq!(get(A, b"n"), Some(b"two".to_vec()), "the later put holds");
    assert_eq!(get(B, b"n"), Some(b"other".to_vec()), "spaces are apart");
    assert_eq!(get(A, b"m"), Some(Vec::new()), "an empty value is a value");
    assert_eq!(get(A, b"x"), None, "what was never put is not there");
    let names = vault.names(A).expect("reads");
    assert_eq!(names, [b"m".to_vec(), b"n".to_vec()], "names in order");
}

#[test]
fn too_large_writes_nothing_of_its_company() {
    let (_dir, _path, mut vault) = vault();
    let cases: [(&[u8], usize, &[u8]); 3] = [
        (&[1; MAX_NAME + 1], 1, b""),
        (b"n", MAX_VALUE + 1, b""),
        (b"n", 1, &[1; 65]),
    ];
    for (name, len, subject) in cases {
        let mut changes = Changes::default();
        changes.put(A, b"good", *b"x").put(A, name, vec![0; len]);
        changes.happened(1, "code", subject);
        assert_eq!(vault.commit(changes), Err(VaultError::TooLarge), "refused");
        assert_eq!(vault.names(A), Ok(Vec::new()), "and nothing was written");
    }
    let mut changes = Changes::default();
    changes.happened(1, "", b"");
    assert_eq!(
        vault.commit(changes),
        Err(VaultError::TooLarge),
        "a line has a code"
    );
    assert_eq!(MAX_CODE, 40, "the layout's own bound is the same");
}

#[test]
fn the_journal_keeps_order_and_cannot_be_edited() {
    let (_dir, _path, mut vault) = vault();
    for n in 0..5_u8 {
        let mut changes = Changes::default();
        changes.happened(i64::from(n), "seen", &[n]);
        vault.commit(changes).expect("writes");
    }
    let all = vault.journal(0, 100).expect("reads");
    assert_eq!(all.len(), 5, "every line is there");
    assert!(all.windows(2).all(|w| w[0].id < w[1].id), "in order");
    let rest = vault.journal(all[2].id, 1).expect("reads");
    assert_eq!(rest, all[3..4], "after a line, so many");
    for sql in ["DELETE FROM journal", "UPDATE journal SET at = 0"] {
        assert!(
            vault.conn.execute(sql, []).is_err(),
            "{sql} is refused by the store itself"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever is put and deleted in whichever commits, the vault is as a map would be.
    #[test]
    fn a_vault_is_a_map(commits in prop::collection::vec(
        prop::collection::vec((0..6_u8, prop::option::of(prop::collection::vec(any::<u8>(), 0..40))), 0..8), 0..6)) {
        let (_dir, _path, mut vault) = vault();
        let mut map = BTreeMap::new();
        for commit in commits {
            let mut changes = Changes::default();
            for (name, content) in commit {
                match content {
                    Some(c) => { changes.put(A, &[name], c.clone()); map.insert(vec![name], c); }
                    None => { changes.delete(A, &[name]); map.remove([name].as_slice()); }
                }
            }
            vault.commit(changes).expect("writes");
        }
        let found: BTreeMap<_, _> = vault.list(A).expect("reads").into_iter().map(|(n, c)| (n, c.to_vec())).collect();
        prop_assert_eq!(found, map, "the same names with the same contents");
    }
}
