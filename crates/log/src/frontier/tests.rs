//! The frontier against the whole tree.

use super::*;
use crate::{Tree, leaf_hash};
use proptest::prelude::*;

#[test]
fn the_frontier_has_the_trees_root_at_every_size() {
    let (mut tree, mut frontier) = (Tree::new(), Frontier::new());
    for n in 0..600u32 {
        assert_eq!(
            (frontier.size(), frontier.root()),
            (tree.size(), tree.root()),
            "both are RFC 6962's root over the same {n} leaves"
        );
        let kept = Frontier::from_bytes(&frontier.to_bytes());
        assert_eq!(
            kept.as_ref(),
            Ok(&frontier),
            "what was kept goes on where it stood"
        );
        let leaf = leaf_hash(&n.to_be_bytes());
        tree.push(leaf);
        frontier.push(leaf);
    }
}

proptest! {
    #[test]
    fn p32_any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(frontier) = Frontier::from_bytes(&bytes) {
            prop_assert_eq!(frontier.to_bytes(), bytes, "one encoding of one value");
        }
    }
}

#[test]
fn a_frontier_of_another_size_is_refused() {
    let mut bytes = Frontier::new().to_bytes();
    bytes.extend([7; 32]);
    assert_eq!(
        Frontier::from_bytes(&bytes),
        Err(LogError::Malformed("frontier")),
        "a size without bits has no hashes"
    );
}
