//! k shares rebuild the key, k-1 say nothing, culprits are named (P6, P10, P11).

use proptest::prelude::*;
use vsss_rs::Gf256;

use super::*;
use crate::gf256;

fn dealt(key: [u8; 32], coefficients: &[Row], n: u8) -> (Commitment, Vec<(u8, Share)>) {
    let mut all = vec![key];
    all.extend_from_slice(coefficients);
    let (epoch_id, cid) = (EpochId([1; 16]), Cid([2; 16]));
    let shares: Vec<(u8, Share)> = (1..=n).map(|x| (x, evaluate(&all, x))).collect();
    let commitment = Commitment {
        epoch_id,
        cid,
        k: u8::try_from(all.len()).unwrap(),
        kc: key_commitment(&key, &cid),
        h: shares
            .iter()
            .map(|(x, s)| share_commitment(&epoch_id, &cid, *x, s))
            .collect(),
    };
    (commitment, shares)
}

fn sample() -> (Commitment, Vec<(u8, Share)>) {
    dealt([5; 32], &[[6; 32], [0x91; 32]], 5)
}

#[test]
fn p06_every_subset_of_three_of_five_combines_and_none_of_two() {
    let (commitment, shares) = sample();
    for set in 0..32_u32 {
        let chosen: Vec<_> = (0..5)
            .filter(|i| set >> i & 1 == 1)
            .map(|i| shares[i].clone())
            .collect();
        let result = combine(&commitment, &chosen);
        if chosen.len() >= 3 {
            assert_eq!(
                result,
                Ok(CardDek([5; 32])),
                "any three or more open: {set:05b}"
            );
        } else {
            let need = 3;
            let have = chosen.len();
            assert_eq!(
                result,
                Err(CombineError::TooFew { have, need }),
                "{set:05b}"
            );
        }
    }
}

#[test]
fn p06_two_shares_and_a_guess_fail_the_key_commitment() {
    let (commitment, shares) = sample();
    // Whoever has two shares interpolates a line or guesses the third value: kc tells it is wrong.
    let line = weighted_sum(
        weights(&[1, 2])
            .into_iter()
            .zip([&shares[0].1, &shares[1].1]),
    );
    assert_ne!(
        key_commitment(&line, &commitment.cid),
        commitment.kc,
        "a line"
    );
    let third = shares[2].1.0[0];
    assert_eq!(
        shares[2].1.0, [third; 32],
        "the sample's shares repeat one byte"
    );
    for guess in 0..=255 {
        let guessed = Share([guess; 32]);
        let points = [&shares[0].1, &shares[1].1, &guessed];
        let key = weighted_sum(weights(&[1, 2, 3]).into_iter().zip(points));
        let fits = key_commitment(&key, &commitment.cid) == commitment.kc;
        assert_eq!(
            fits,
            guess == third,
            "only the true share fits: guess {guess}"
        );
    }
}

#[test]
fn p06_k_minus_one_shares_are_independent_of_the_secret() {
    // k = 2: over all 256 slopes, the one share of each secret takes every value exactly once.
    for x in 1..=255 {
        for secret in [0, 1, 0x53, 0xff] {
            let mut seen = [0_u32; 256];
            for slope in 0..=255 {
                seen[usize::from(secret ^ gf256::mul(slope, x))] += 1;
            }
            assert_eq!(
                seen, [1; 256],
                "x = {x}: the share says nothing about {secret}"
            );
        }
    }
    // k = 3: over all 65,536 coefficient pairs, each pair of shares occurs exactly once.
    for secret in [0, 0xa7] {
        let mut seen = vec![0_u8; 65_536];
        for a in 0..=255 {
            for b in 0..=255 {
                let at = |x: u8| secret ^ gf256::mul(x, a ^ gf256::mul(b, x));
                seen[usize::from(at(1)) << 8 | usize::from(at(4))] += 1;
            }
        }
        assert!(
            seen.iter().all(|n| *n == 1),
            "two shares say nothing about {secret}"
        );
    }
}

#[test]
fn p10_bad_indices_and_shares_are_named() {
    let (commitment, shares) = sample();
    let with = |x: u8, i: usize| {
        let mut list = shares[..3].to_vec();
        list[i].0 = x;
        combine(&commitment, &list)
    };
    assert_eq!(
        with(0, 1),
        Err(CombineError::ZeroIndex),
        "the key lies at 0"
    );
    assert_eq!(with(6, 1), Err(CombineError::NotInRoster(6)), "n is 5");
    assert_eq!(with(255, 1), Err(CombineError::NotInRoster(255)), "n is 5");
    assert_eq!(with(1, 1), Err(CombineError::Duplicate(1)), "once each");
    assert_eq!(
        with(4, 1),
        Err(CombineError::WrongShare(4)),
        "a share under another's index"
    );
    for culprit in 0..5 {
        let mut list = shares.clone();
        list[culprit].1.0[31] ^= 1;
        let x = shares[culprit].0;
        assert_eq!(
            combine(&commitment, &list),
            Err(CombineError::WrongShare(x)),
            "also among extra shares"
        );
    }
}

#[test]
fn p10_a_wrong_deal_is_told_from_a_wrong_share() {
    let (mut commitment, shares) = sample();
    commitment.kc = Hash32([0; 32]);
    assert_eq!(
        combine(&commitment, &shares),
        Err(CombineError::DealerFault),
        "all shares are as committed, so no custodian is blamed"
    );
    commitment.k = 0;
    assert!(
        combine(&commitment, &[]).is_err(),
        "no shares never rebuild a key"
    );
}

proptest! {
    #[test]
    fn p06_p11_any_subset_combines_as_the_oracle_does(
        key in prop::array::uniform32(any::<u8>()),
        coefficients in prop::collection::vec(prop::array::uniform32(any::<u8>()), 1..5),
        extra in 0_u8..4,
        order in any::<u64>(),
    ) {
        let k = coefficients.len() + 1;
        let n = u8::try_from(k).unwrap() + extra;
        let (commitment, mut shares) = dealt(key, &coefficients, n);
        let turn = usize::try_from(order % u64::from(n)).unwrap();
        shares.rotate_left(turn);
        shares.truncate(k);
        prop_assert_eq!(combine(&commitment, &shares), Ok(CardDek(key)), "ours");
        let oracle: Vec<Vec<u8>> = shares
            .iter()
            .map(|(x, s)| [&[*x][..], &s.0].concat())
            .collect();
        prop_assert_eq!(Gf256::combine_bytes(&oracle).unwrap(), key.to_vec(), "an independent implementation");
    }
}
