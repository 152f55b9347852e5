//! Long letters come through a box in parts; noise in a box changes nothing and holds nothing up for ever but itself.

use super::*;
use proptest::prelude::*;

fn numbered(parts: &[Vec<u8>]) -> Vec<(u64, &[u8])> {
    (1..).zip(parts.iter().map(Vec::as_slice)).collect()
}

#[test]
fn the_longest_letter_fits() {
    let longest = 67 + 54 * 10_000 + 198 + 1120 + 16 + 64;
    let letter: Vec<u8> = (0..longest).map(|n| (n % 251) as u8).collect();
    let all = parts(&letter);
    assert!(
        all.len() <= MAX_PARTS && all.iter().all(|p| p.len() <= ugnay_wire::limits::MAX_BOX),
        "every part fits into a box"
    );
    let (letters, upto) = assembled(0, &numbered(&all));
    assert!(letters == [letter], "and they make the letter again");
    assert_eq!(upto, all.len() as u64, "the whole box was read");
}

#[test]
fn a_part_that_is_missing_holds_the_place() {
    let letter = vec![7; 3 * PART_LEN];
    let all = parts(&letter);
    let short = b"a letter by itself".to_vec();
    let mut came = vec![short.clone(), all[0].clone(), all[2].clone()];
    let (letters, upto) = assembled(0, &numbered(&came));
    assert!(
        letters == [short.clone()],
        "what is whole is taken, what is not waits"
    );
    assert_eq!(upto, 1, "and is read again the next time");
    came.push(all[1].clone());
    let (letters, upto) = assembled(1, &numbered(&came)[1..]);
    assert!(letters == [letter], "parts count by number, not by order");
    assert_eq!(upto, 4, "then the box is read");
    let mut forged = all.clone();
    forged[1][PART_HEAD] ^= 1;
    let (letters, _) = assembled(0, &numbered(&forged));
    assert!(
        letters.is_empty(),
        "a part of something else makes no letter"
    );
}

proptest! {
    #[test]
    fn p32_any_messages_are_read(
        messages in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..80), 0..20),
        magic in any::<bool>(),
    ) {
        let messages: Vec<Vec<u8>> = messages
            .into_iter()
            .map(|m| if magic { [PART.as_slice(), &m].concat() } else { m })
            .collect();
        let sizes: usize = messages.iter().map(Vec::len).sum();
        let (letters, upto) = assembled(0, &numbered(&messages));
        let out: usize = letters.iter().map(Vec::len).sum();
        prop_assert!(out <= sizes, "nothing grows");
        prop_assert!(upto <= messages.len() as u64, "no further than there is");
    }
}
