//! The first object: all sign, its hash is the federation.

use super::*;
use crate::simulator::Parties;

#[test]
fn all_custodians_must_sign() {
    let p = Parties::new(3, Policy::standard(5, 3, 5), 0).unwrap();
    assert_eq!(
        Genesis::verify(&p.genesis),
        Ok(*p.federation.fed()),
        "all five signed"
    );
    let body = p.genesis.body().clone();
    let fed = body.fed().unwrap();
    assert_eq!(
        fed.0,
        p.genesis.hash().0[..16],
        "the id is the hash's first half"
    );
    let four = Signed::new(
        body.clone(),
        &fed,
        &p.custodians[..4].iter().collect::<Vec<_>>(),
    )
    .unwrap();
    assert_eq!(
        Genesis::verify(&four),
        Err(ReleaseError::TooFewSigners { have: 4, need: 5 }),
        "four are not all"
    );
    let other = Genesis {
        nonce: [8; 32],
        ..body.clone()
    };
    assert_ne!(
        other.fed().unwrap(),
        fed,
        "another nonce is another federation"
    );
    let vkey = p.cosigners[0].verifier().to_vkey();
    assert!(
        Genesis {
            log: vkey,
            ..body.clone()
        }
        .encode()
        .is_err(),
        "a cosigner's key is not a log's"
    );
    assert!(
        Genesis {
            policy: Policy::standard(4, 3, 5),
            ..body.clone()
        }
        .encode()
        .is_err(),
        "n is the roster's"
    );
    assert!(
        Genesis {
            policy: Policy::standard(5, 3, 8),
            ..body
        }
        .encode()
        .is_err(),
        "q is at most all organisations"
    );
}

#[test]
fn a_genesis_holds_first_versions_of_both() {
    let p = Parties::new(3, Policy::standard(5, 3, 5), 0).unwrap();
    let body = p.genesis.body().clone();
    let later = |version, previous| Genesis {
        policy: Policy {
            version,
            previous,
            ..body.policy.clone()
        },
        ..body.clone()
    };
    assert!(later(1, [0; 32]).encode().is_ok(), "first versions");
    assert!(later(2, [1; 32]).encode().is_err(), "a second policy");
    let roster = Roster {
        version: 2,
        previous: [1; 32],
        ..body.roster.clone()
    };
    assert!(
        Genesis {
            roster,
            ..body.clone()
        }
        .encode()
        .is_err(),
        "a second roster"
    );
    assert!(
        Genesis {
            policy: Policy::standard(5, 3, 7),
            ..body.clone()
        }
        .encode()
        .is_ok(),
        "all seven organisations may be asked to cosign"
    );
    assert_eq!(
        body.log_key().map(|k| k.to_vkey()),
        Ok(p.log.verifier().to_vkey()),
        "the log's key is the one it names"
    );
    assert!(
        Genesis {
            name: " ".into(),
            ..body
        }
        .encode()
        .is_err(),
        "a federation has a name"
    );
}

#[test]
fn signatures_of_strangers_do_not_make_up_for_custodians() {
    let p = Parties::new(3, Policy::standard(5, 3, 5), 0).unwrap();
    let body = p.genesis.body().clone();
    let fed = body.fed().unwrap();
    let mut who: Vec<&ugnay_seal::SigningIdentity> = p.custodians[..4].iter().collect();
    who.extend(&p.officers);
    assert_eq!(
        Genesis::verify(&Signed::new(body, &fed, &who).unwrap()),
        Err(ReleaseError::TooFewSigners { have: 4, need: 5 }),
        "six signatures, four of them custodians'"
    );
}
