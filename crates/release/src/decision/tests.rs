//! Decisions and notices: who may sign, what is bound (P24).

use super::*;
use crate::simulator::Parties;
use ugnay_seal::SigningIdentity;

fn approve(x: u8) -> Decision {
    Decision {
        kind: DecisionKind::Approve,
        request: RequestId([1; 32]),
        cids: Hash32([2; 32]),
        x,
        reason: Reason::InOrder,
        text: String::new(),
        time: 7,
    }
}

#[test]
fn p24_a_decision_is_bound_to_request_scope_custodian_and_kind() {
    let p = Parties::new(6, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let (fed, roster) = (p.federation.fed(), p.federation.roster());
    let signed = Signed::new(approve(2), fed, &[&p.custodians[1]]).unwrap();
    assert_eq!(
        Decision::verify(&signed, fed, roster),
        Ok(()),
        "custodian 2 signed as custodian 2"
    );
    let wrong = Signed::new(approve(3), fed, &[&p.custodians[1]]).unwrap();
    assert!(
        Decision::verify(&wrong, fed, roster).is_err(),
        "it cannot speak for custodian 3"
    );
    let (key, sig) = signed.signatures()[0];
    let variants = [
        Decision {
            request: RequestId([9; 32]),
            ..approve(2)
        },
        Decision {
            cids: Hash32([9; 32]),
            ..approve(2)
        },
        Decision {
            text: "x".into(),
            ..approve(2)
        },
        Decision {
            time: 8,
            ..approve(2)
        },
        Decision {
            kind: DecisionKind::Object,
            cids: Hash32([0; 32]),
            reason: Reason::Other,
            ..approve(2)
        },
    ];
    for other in variants {
        let mut moved = Signed::new(other, fed, &[]).unwrap();
        moved.add(key, sig).unwrap();
        assert!(
            Decision::verify(&moved, fed, roster).is_err(),
            "the signature fits nothing else"
        );
    }
    let nobody = Signed::new(approve(9), fed, &[&p.custodians[1]]).unwrap();
    assert!(
        Decision::verify(&nobody, fed, roster).is_err(),
        "there is no custodian 9"
    );
}

#[test]
fn rules_of_a_decision() {
    assert!(
        Decision {
            cids: Hash32([0; 32]),
            ..approve(1)
        }
        .encode()
        .is_err(),
        "an approval names compartments"
    );
    assert!(
        Decision {
            reason: Reason::Other,
            ..approve(1)
        }
        .encode()
        .is_err(),
        "an approval says all is in order"
    );
    let object = Decision {
        kind: DecisionKind::Object,
        reason: Reason::NoEmergency,
        ..approve(1)
    };
    assert!(
        object.encode().is_err(),
        "an objection names no compartments"
    );
    assert!(approve(0).encode().is_err(), "custodians count from 1");
}

#[test]
fn hashes_of_sets_do_not_depend_on_order() {
    let pair = |n: u8| (EpochId([n; 16]), Cid([n; 16]));
    assert_eq!(
        cids_hash(&[pair(1), pair(2)]),
        cids_hash(&[pair(2), pair(1), pair(2)]),
        "a set of compartments"
    );
    assert_ne!(cids_hash(&[pair(1)]), cids_hash(&[pair(2)]), "another set");
    let id = RequestId([1; 32]);
    assert_eq!(
        approve_set_hash(&id, &[(1, 5), (2, 6)]),
        approve_set_hash(&id, &[(2, 6), (1, 5)]),
        "a set of approvals"
    );
    assert_ne!(
        approve_set_hash(&id, &[(1, 5)]),
        approve_set_hash(&RequestId([2; 32]), &[(1, 5)]),
        "p24: bound to the request"
    );
    assert_ne!(
        approve_set_hash(&id, &[(1, 5)]),
        approve_set_hash(&id, &[(1, 6)]),
        "and to the place in the log"
    );
}

#[test]
fn p24_a_notice_is_signed_by_the_custodian_it_names() {
    let p = Parties::new(6, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let (fed, roster) = (p.federation.fed(), p.federation.roster());
    let notice = |x: u8| ShareReleaseNotice {
        request: RequestId([1; 32]),
        x,
        cids: Hash32([2; 32]),
        approvals: Hash32([3; 32]),
        root: Hash32([4; 32]),
        sealed: Hash32([5; 32]),
        time: 7,
    };
    let verify = |x: u8, signers: &[&SigningIdentity]| {
        let signed = Signed::new(notice(x), fed, signers).unwrap();
        ShareReleaseNotice::verify(&signed, fed, roster)
    };
    let (one, two) = (&p.custodians[0], &p.custodians[1]);
    assert_eq!(verify(2, &[two]), Ok(()), "custodian 2 says what left it");
    assert!(verify(3, &[two]).is_err(), "not what left custodian 3");
    assert!(verify(2, &[]).is_err(), "somebody has to sign");
    assert!(verify(2, &[one, two]).is_err(), "and nobody else beside it");
    assert!(verify(9, &[two]).is_err(), "a place nobody holds");
}
