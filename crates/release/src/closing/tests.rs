//! Who may end a grant, and who attests.

use super::*;
use crate::simulator::Parties;

#[test]
fn signers_of_each_step() {
    let p = Parties::new(7, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let fed = p.federation.fed();
    let card = p.federation.cards().next().unwrap().card.body().clone();
    let check = |kind, who: &[&ugnay_seal::SigningIdentity]| {
        let body = Closing {
            kind,
            request: RequestId([1; 32]),
            document: Hash32([0; 32]),
            text: String::new(),
            time: 1,
        };
        Closing::verify(&Signed::new(body, fed, who).unwrap(), fed, &card).is_ok()
    };
    let [a, b] = [&p.officers[0], &p.officers[1]];
    assert!(
        check(ClosingKind::GrantClose, &[a]),
        "one officer may close"
    );
    let all: Vec<_> = p.custodians.iter().collect();
    assert!(
        !check(ClosingKind::GrantClose, &all[4..]) && !check(ClosingKind::GrantClose, &all),
        "p25: a custodian ends nothing by a closing, nor do all of them: they object"
    );
    assert!(!check(ClosingKind::GrantClose, &[]), "nobody may not");
    assert!(
        check(ClosingKind::DeletionAttestation, &[a, b]),
        "two officers attest"
    );
    assert!(
        !check(ClosingKind::DeletionAttestation, &[a, &p.custodians[0]]),
        "a custodian cannot attest for the desk"
    );
    assert!(
        !check(ClosingKind::Review, &[a]),
        "one officer is not a review"
    );
}
