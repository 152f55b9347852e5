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
