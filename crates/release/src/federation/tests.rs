//! The chain of trust: who must sign each step (P14).

use super::*;
use crate::simulator::Parties;
use ugnay_seal::SigningIdentity;

fn setup() -> Parties {
    Parties::new(10, Policy::standard(5, 3, 5), 0).unwrap()
}

fn some(p: &Parties, n: usize) -> Vec<&SigningIdentity> {
    p.custodians[..n].iter().collect()
}

#[test]
fn only_the_pinned_genesis_starts() {
    let p = setup();
    assert!(
        Federation::start(&p.genesis, &p.genesis.hash()).is_ok(),
        "the pinned one"
    );
    assert!(
        Federation::start(&p.genesis, &Hash32([0; 32])).is_err(),
        "not another"
    );
}

#[test]
fn p14_policy_and_roster_need_k_of_the_roster_in_force() {
    let p = setup();
    let mut f = p.federation.clone();
    let fed = *f.fed();
    let next = Policy {
        version: 2,
        previous: f.policy_hash().0,
        veto: 1,
        ..f.policy().clone()
    };
    let two = Signed::new(next.clone(), &fed, &some(&p, 2)).unwrap();
    assert_eq!(
        f.accept_policy(&two),
        Err(ReleaseError::TooFewSigners { have: 2, need: 3 }),
        "two are not three"
    );
    let officers: Vec<&SigningIdentity> =
        p.officers.iter().chain(p.custodians[..2].iter()).collect();
    assert!(
        f.accept_policy(&Signed::new(next.clone(), &fed, &officers).unwrap())
            .is_err(),
        "officers do not count"
    );
    let three = Signed::new(next.clone(), &fed, &some(&p, 3)).unwrap();
    assert_eq!(f.accept_policy(&three), Ok(()), "three are");
    assert!(f.accept_policy(&three).is_err(), "not twice");
    assert_eq!(
        (f.policy(), f.policy_hash()),
        (&next, three.hash()),
        "it is in force"
    );
    let skip = Policy {
        version: 4,
        previous: f.policy_hash().0,
        ..next.clone()
    };
    assert!(
        f.accept_policy(&Signed::new(skip, &fed, &some(&p, 5)).unwrap())
            .is_err(),
        "versions are not skipped"
    );

    let mut roster = f.roster().clone();
    (roster.version, roster.previous) = (2, f.roster_hash().0);
    roster.custodians[0].name = "Successor".into();
    let new_key = SigningIdentity::from_seed(&[77; 32]);
    roster.custodians[0].sign = *new_key.public().as_bytes();
    let by_new = Signed::new(
        roster.clone(),
        &fed,
        &[&new_key, &p.custodians[1], &p.custodians[2]],
    )
    .unwrap();
    assert!(
        f.accept_roster(&by_new).is_err(),
        "the successor does not elect itself"
    );
    let by_old = Signed::new(roster, &fed, &some(&p, 3)).unwrap();
    assert_eq!(
        f.accept_roster(&by_old),
        Ok(()),
        "three of the roster in force do"
    );
    assert_eq!(f.roster().custodians[0].name, "Successor", "it is in force");
}

#[test]
fn p14_desk_cards_need_k_and_keep_their_first_time() {
    let p = setup();
    let mut f = p.federation.clone();
    let fed = *f.fed();
    let mut body = f.cards().next().unwrap().card.body().clone();
    body.name = "Other desk".into();
    let two = Signed::new(body.clone(), &fed, &some(&p, 2)).unwrap();
    assert!(
        f.accept_card(&two, 5).is_err(),
        "two custodians make no card"
    );
    let three = Signed::new(body.clone(), &fed, &some(&p, 3)).unwrap();
    assert_eq!(f.accept_card(&three, 5), Ok(()), "three do");
    assert_eq!(f.accept_card(&three, 1), Ok(()), "again is no error");
    assert_eq!(
        f.card(&three.hash()).map(|k| k.logged_at),
        Some(5),
        "and does not make it older"
    );
    let long = LguCard {
        expires: body.not_before + i64::from(f.policy().card_life) + 1,
        ..body
    };
    assert!(
        f.accept_card(&Signed::new(long, &fed, &some(&p, 5)).unwrap(), 5)
            .is_err(),
        "no longer than the policy allows"
    );
}

#[test]
fn p14_a_roster_follows_by_number_and_by_hash() {
    let p = setup();
    let f = p.federation.clone();
    let with = |version: u32, previous: [u8; 32]| {
        let mut roster = f.roster().clone();
        (roster.version, roster.previous) = (version, previous);
        let signed = Signed::new(roster, f.fed(), &some(&p, 5)).unwrap();
        f.clone().accept_roster(&signed)
    };
    let no = Err(ReleaseError::Rule("not the next roster"));
    let hash = f.roster_hash().0;
    assert_eq!(with(2, hash), Ok(()), "the next one");
    assert_eq!(with(2, [9; 32]), no, "the next number, of another line");
    assert_eq!(with(3, hash), no, "the same line, a number left out");
}

#[test]
fn p21_more_signatures_are_kept_and_equal_ones_are_not_exchanged() {
    let p = setup();
    let mut f = p.federation.clone();
    let fed = *f.fed();
    let mut body = f.cards().next().unwrap().card.body().clone();
    body.name = "Other desk".into();
    body.expires = body.not_before + i64::from(f.policy().card_life);
    let by = |from: usize, to: usize| {
        let signers: Vec<&SigningIdentity> = p.custodians[from..to].iter().collect();
        Signed::new(body.clone(), &fed, &signers).unwrap()
    };
    f.accept_card(&by(0, 3), 5)
        .expect("valid for as long as allowed");
    let hash = by(0, 3).hash();
    let kept = |f: &Federation| f.card(&hash).map(|k| k.card.clone());
    f.accept_card(&by(2, 5), 6).unwrap();
    assert_eq!(kept(&f), Some(by(0, 3)), "three others say nothing new");
    f.accept_card(&by(0, 4), 7).unwrap();
    assert_eq!(kept(&f), Some(by(0, 4)), "four say more");
}

#[test]
fn an_officer_is_one_of_a_card_of_that_desk() {
    let p = setup();
    let card = p.federation.card(&p.card).unwrap().card.body().clone();
    for officer in &p.officers {
        let key = officer.public().hash().0;
        assert!(
            p.federation.is_officer(&card.lgu, &key),
            "an officer the card names"
        );
        assert!(
            !p.federation.is_officer(&[0xee; 16], &key),
            "at a desk that has no card nobody is one"
        );
    }
    let custodian = p.custodians[0].public().hash().0;
    assert!(
        !p.federation.is_officer(&card.lgu, &custodian),
        "a custodian is nobody at the desk"
    );
}

#[test]
fn p33_a_running_federation_neither_becomes_a_demonstration_nor_stops_being_one() {
    for before in [false, true] {
        let founded = Policy {
            demo: before,
            ..Policy::standard(5, 3, 5)
        };
        let p = Parties::new(12, founded, 0).unwrap();
        let mut f = p.federation.clone();
        let fed = *f.fed();
        let next = |demo| Policy {
            version: 2,
            previous: f.policy_hash().0,
            demo,
            ..f.policy().clone()
        };
        let (flipped, same) = (next(!before), next(before));
        let rows = crate::lint_next(f.policy(), &flipped, f.roster());
        let said = rows.iter().find(|r| r.code == crate::LintCode::DemoChanged);
        assert_eq!(
            said.map(|r| r.severity),
            Some(crate::Severity::Error),
            "the linter says so before anybody signs, demonstration ({before}) or not"
        );
        let flipped = Signed::new(flipped, &fed, &some(&p, 5)).unwrap();
        assert_eq!(
            f.accept_policy(&flipped),
            Err(ReleaseError::Rule(
                "a demonstration stays one, and nothing else becomes one"
            )),
            "not even when all five sign, from {before}"
        );
        let same = Signed::new(same, &fed, &some(&p, 3)).unwrap();
        assert_eq!(
            f.accept_policy(&same),
            Ok(()),
            "any other next policy is taken"
        );
    }
}
