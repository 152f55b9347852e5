//! Who may retire an epoch, and who may revoke a device without the register.

use super::*;
use crate::Policy;
use crate::simulator::Parties;

#[test]
fn an_epoch_is_retired_by_its_own_write_capability_alone() {
    let p = Parties::new(3, Policy::standard(5, 3, 5), 0).unwrap();
    let fed = *p.federation.fed();
    let (old, other) = (Sigma::from_bytes([1; 32]), Sigma::from_bytes([2; 32]));
    let cap = old.write_cap().public();
    let notice = Retire::sign(&old, other.epoch_id(), 9, &fed).unwrap();
    assert_eq!(
        Retire::verify(&notice, &fed, &cap),
        Ok(()),
        "the epoch speaks for itself"
    );
    assert_eq!(
        Retire::sign(&old, other.epoch_id(), 9, &fed)
            .unwrap()
            .to_bytes(),
        notice.to_bytes(),
        "every device of the register writes the same bytes"
    );
    let foreign = Signed::new(notice.body().clone(), &fed, &[&other.write_cap()]).unwrap();
    assert!(
        Retire::verify(&foreign, &fed, &cap).is_err(),
        "another register cannot make custodians drop shares"
    );
    let both = Signed::new(
        notice.body().clone(),
        &fed,
        &[&old.write_cap(), &p.custodians[0]],
    )
    .unwrap();
    assert!(
        Retire::verify(&both, &fed, &cap).is_err(),
        "one notice, one form: no further signature belongs to it"
    );
    assert!(
        Retire::verify(&notice, &FedId([9; 16]), &cap).is_err(),
        "a notice of another federation says nothing here"
    );
}

#[test]
fn p15_a_device_is_revoked_by_k_organisations_and_not_by_fewer() {
    let p = Parties::new(3, Policy::standard(5, 3, 5), 0).unwrap();
    let fed = *p.federation.fed();
    let body = DeviceRevoke {
        epoch: EpochId([1; 16]),
        device: Hash32([2; 32]),
        time: 4,
    };
    let by = |who: &[&ugnay_seal::SigningIdentity]| {
        let signed = Signed::new(body.clone(), &fed, who).unwrap();
        DeviceRevoke::verify(&signed, &p.federation)
    };
    let c = &p.custodians;
    assert_eq!(by(&[&c[0], &c[2], &c[4]]), Ok(()), "three of five may");
    assert_eq!(
        body.public(),
        body.epoch.0,
        "its entry names the epoch and no device"
    );
    assert_eq!(
        by(&[&c[0], &c[1], &p.officers[0]]),
        Err(ReleaseError::TooFewSigners { have: 2, need: 3 }),
        "a desk's officer is no custodian"
    );
}

#[test]
fn p15_the_end_of_an_epoch_is_said_by_that_epoch_alone() {
    let p = Parties::new(3, Policy::standard(5, 3, 5), 0).unwrap();
    let fed = *p.federation.fed();
    let (ours, other) = (Sigma::from_bytes([1; 32]), Sigma::from_bytes([2; 32]));
    let end = EpochEnd::sign(&ours, 9, &fed).unwrap();
    assert_eq!(
        EpochEnd::verify(&end, &fed, &ours),
        Ok(()),
        "the epoch speaks for itself"
    );
    assert_eq!(
        end.body().public(),
        ours.epoch_id().0,
        "its entry names the epoch, so that a mirror finds it"
    );
    assert!(
        EpochEnd::verify(&end, &fed, &other).is_err(),
        "it says nothing about another"
    );
    assert!(
        EpochEnd::verify(&end, &FedId([9; 16]), &ours).is_err(),
        "nor in another federation"
    );
    for by in [&other.write_cap(), &p.custodians[0]] {
        let forged = Signed::new(end.body().clone(), &fed, &[by]).unwrap();
        assert!(
            EpochEnd::verify(&forged, &fed, &ours).is_err(),
            "nobody without the seed ends an epoch"
        );
    }
}
