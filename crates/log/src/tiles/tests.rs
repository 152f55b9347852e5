//! Tile paths and contents against the specification's examples and tlog_tiles.

use super::*;
use crate::leaf_hash;
use proptest::prelude::*;

fn tree(size: u64) -> Tree {
    Tree::from_leaves((0..size).map(|n| leaf_hash(&n.to_be_bytes())))
}

#[test]
fn paths_of_the_specification() {
    let path = TilePath {
        level: Some(0),
        index: 1_234_067,
        width: 256,
    };
    assert_eq!(
        path.to_string(),
        "tile/0/x001/x234/067",
        "the specification's example"
    );
    assert_eq!(
        TilePath {
            level: None,
            index: 0,
            width: 7
        }
        .to_string(),
        "tile/entries/000.p/7",
        "a partial bundle"
    );
    for bad in [
        "tile/0/0",
        "tile/0/x000/001",
        "tile/00/000",
        "tile/8/000",
        "tile/0/000.p/256",
        "tile/0/000.p/0",
        "tile/0/000.p/07",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/-1/000",
        "tile/0/+01",
        "tile/entries/",
        "tile/0/x001/0000",
        "../tile/0/000",
        "tile/0/999/999",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    ] {
        assert!(TilePath::parse(bad).is_err(), "{bad:?} is not canonical");
    }
}

#[test]
fn the_specification_tree_of_70000() {
    let all = files(70_000);
    let count = |level: Option<u8>, full: bool| {
        all.iter()
            .filter(|p| p.level == level && (p.width == 256) == full)
            .count()
    };
    assert_eq!(
        (count(Some(0), true), count(Some(0), false)),
        (273, 1),
        "level 0"
    );
    assert_eq!(
        (count(Some(1), true), count(Some(1), false)),
        (1, 1),
        "level 1"
    );
    assert_eq!(
        (count(Some(2), true), count(Some(2), false)),
        (0, 1),
        "level 2"
    );
    assert_eq!(
        (count(None, true), count(None, false)),
        (273, 1),
        "entry bundles"
    );
    assert!(
        all.contains(&TilePath {
            level: Some(0),
            index: 273,
            width: 112
        }),
        "112 leaves are left over"
    );
    assert!(
        all.contains(&TilePath {
            level: Some(1),
            index: 1,
            width: 17
        }),
        "17 tiles are left over"
    );
    assert!(
        all.contains(&TilePath {
            level: Some(2),
            index: 0,
            width: 1
        }),
        "one tile above"
    );
    assert_eq!(
        files(256).iter().filter(|p| p.level == Some(1)).count(),
        1,
        "256 leaves give a level-1 tile of width 1"
    );
    assert_eq!(files(0), vec![], "an empty log has no files");
}

#[test]
fn same_tiles_as_the_other_implementation() {
    for (old, new) in [
        (0, 1),
        (0, 255),
        (0, 256),
        (0, 257),
        (255, 600),
        (600, 600),
        (512, 513),
        (0, 66_000),
    ] {
        let mut theirs: Vec<(u8, u64, u32)> = tlog_tiles::Tile::new_tiles(8, old, new)
            .iter()
            .map(|t| (t.level(), t.level_index(), t.width()))
            .collect();
        let mut ours: Vec<(u8, u64, u32)> = changed(old, new)
            .iter()
            .filter_map(|p| Some((p.level?, p.index, u32::from(p.width))))
            .collect();
        theirs.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, theirs, "tiles from {old} to {new}");
    }
}

#[test]
fn a_tile_holds_the_right_hashes() {
    let tree = tree(600);
    let full = tile_bytes(
        &tree,
        &TilePath {
            level: Some(0),
            index: 1,
            width: 256,
        },
    )
    .unwrap();
    assert_eq!(
        tile_hashes(&full, 256).unwrap()[3],
        leaf_hash(&259u64.to_be_bytes()),
        "leaf 259 is number 3 of tile 1"
    );
    let upper = tile_bytes(
        &tree,
        &TilePath {
            level: Some(1),
            index: 0,
            width: 2,
        },
    )
    .unwrap();
    assert_eq!(
        tile_hashes(&upper, 2).unwrap()[0],
        Tree::from_leaves((0..256u64).map(|n| leaf_hash(&n.to_be_bytes()))).root(),
        "a level-1 hash is a full tile's root"
    );
    assert_eq!(
        tile_bytes(
            &tree,
            &TilePath {
                level: Some(1),
                index: 0,
                width: 3
            }
        ),
        None,
        "partial tiles are not hashed up"
    );
    assert!(tile_hashes(&upper[1..], 2).is_err(), "length is checked");
}

#[test]
fn bundles() {
    let bytes = bundle([&b""[..], b"ab"]).unwrap();
    assert_eq!(
        bytes,
        [0, 0, 0, 2, b'a', b'b'],
        "u16 length before each entry"
    );
    assert_eq!(
        bundle_entries(&bytes, 2),
        Ok(vec![&b""[..], b"ab"]),
        "reads back"
    );
    assert!(bundle_entries(&bytes, 1).is_err(), "too many entries");
    assert!(bundle_entries(&bytes, 3).is_err(), "too few entries");
    assert!(bundle_entries(&bytes[..5], 2).is_err(), "cut off");
    assert!(
        bundle([&vec![0u8; 65_536][..]]).is_err(),
        "an entry has at most 65,535 bytes"
    );
}

proptest! {
    #[test]
    fn p32_tile_path_has_one_encoding(level in proptest::option::of(0u8..8), index in any::<u64>(), width in 1u16..=256) {
        let path = TilePath { level, index, width };
        prop_assert_eq!(TilePath::parse(&path.to_string()), Ok(path), "reads back");
    }

    #[test]
    fn p32_tile_path_parser_never_panics(text in "(tile/)?[0-9ex/.p]{0,30}") {
        if let Ok(path) = TilePath::parse(&text) {
            prop_assert_eq!(path.to_string(), text, "what parses is the one encoding");
        }
    }

    #[test]
    fn p32_bundle_parser_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300), width in 0u16..=256) {
        if let Ok(entries) = bundle_entries(&bytes, width) {
            prop_assert_eq!(bundle(entries), Ok(bytes.clone()), "what parses is the one encoding");
        }
    }
}

#[test]
fn paths_are_bounded() {
    let of = |len: usize| format!("tile/0/{}", "0".repeat(len - 7));
    assert_eq!(
        TilePath::parse(&of(MAX_PATH_LEN)),
        Err(LogError::Malformed("tile path")),
        "as long as allowed is read, and here is no path"
    );
    for len in [MAX_PATH_LEN + 1, 1 << 16] {
        assert_eq!(
            TilePath::parse(&of(len)),
            Err(LogError::TooLarge("tile path")),
            "{len} bytes are not looked at"
        );
    }
}

#[test]
fn growth_changes_the_files_that_are_new() {
    for (old, new) in [
        (0, 1),
        (1, 2),
        (255, 256),
        (256, 257),
        (300, 301),
        (300, 1500),
        (65_536, 65_900),
        (70_000, 70_000),
    ] {
        let before: std::collections::BTreeSet<TilePath> = files(old).into_iter().collect();
        let expected: Vec<TilePath> = files(new)
            .into_iter()
            .filter(|path| !before.contains(path))
            .collect();
        let mut got = changed(old, new);
        let order = |p: &TilePath| (p.level.is_none(), p.level, p.index);
        let mut expected = expected;
        got.sort_by_key(order);
        expected.sort_by_key(order);
        assert_eq!(got, expected, "from {old} to {new} entries");
    }
}

#[test]
fn a_tile_has_as_many_whole_hashes_as_it_is_wide() {
    for (len, width) in [(64, 1), (32, 2), (33, 1), (0, 1), (31, 0)] {
        assert_eq!(
            tile_hashes(&vec![7; len], width),
            Err(LogError::Malformed("tile")),
            "{len} bytes are no {width} hashes"
        );
    }
    assert_eq!(
        tile_hashes(&[7; 64], 2),
        Ok(vec![[7; 32]; 2]),
        "64 bytes are two"
    );
}

#[test]
fn what_is_new_in_a_very_long_log_is_found_at_once() {
    // One leaf after 2^40 - 1: the tile it fills, and one wider above it at each level that it completes.
    let new = changed((1 << 40) - 1, 1 << 40);
    assert_eq!(
        new.len(),
        7,
        "an entry bundle and a tile at each of six levels: {new:?}"
    );
}
