//! P24 at the request: any other field is another request; P29: no encoding for `case`.

use super::*;
use crate::simulator::Parties;

fn setup() -> (Parties, Request) {
    let mut p = Parties::new(5, crate::Policy::standard(5, 3, 5), 0).unwrap();
    let request = p.request(&[Area(401_009_001), Area(401_009_002)], 682, 1000);
    (p, request)
}

#[test]
fn p24_any_other_field_is_another_request() {
    let (p, request) = setup();
    let id = |r: &Request| Request::id(&p.sign_request(r.clone()).unwrap());
    let mut ids = std::collections::BTreeSet::from([id(&request)]);
    let h = Hash32([9; 32]);
    let epoch = Some(EpochId([1; 16]));
    let variants = [
        Request {
            policy: h,
            ..request.clone()
        },
        Request {
            purpose: Purpose::Repatriation,
            ..request.clone()
        },
        Request {
            declaration: "Declaration 2".into(),
            ..request.clone()
        },
        Request {
            declaration_hash: h,
            ..request.clone()
        },
        Request {
            areas: vec![Area(401_009_001)],
            ..request.clone()
        },
        Request {
            destination: 784,
            ..request.clone()
        },
        Request {
            purpose: Purpose::Restore,
            destination: 0,
            epoch,
            ..request.clone()
        },
        Request {
            from: request.from + 1,
            ..request.clone()
        },
        Request {
            until: request.until + 1,
            ..request.clone()
        },
        Request {
            expires: request.expires + 1,
            ..request.clone()
        },
        Request {
            card: h,
            ..request.clone()
        },
        Request {
            recipient: h,
            ..request.clone()
        },
        Request {
            nonce: [0; 32],
            ..request.clone()
        },
        Request {
            origin: "other".into(),
            ..request.clone()
        },
        Request {
            officers: vec![Hash32([1; 32]), Hash32([2; 32])],
            ..request.clone()
        },
    ];
    let count = variants.len();
    ids.extend(variants.iter().map(id));
    assert_eq!(ids.len(), count + 1, "every field is bound by the id");
}

#[test]
fn p29_no_request_for_the_case_facet() {
    let (p, request) = setup();
    let bytes = request.encode().unwrap();
    let at = 6 + 32 + 1 + 4 + request.declaration.len() + 32 + 4 + 8 + 2;
    assert_eq!(bytes[at], Facet::Card.byte(), "the facet's place");
    for facet in (0..=255u8).filter(|f| *f != Facet::Card.byte()) {
        let mut other = bytes.clone();
        other[at] = facet;
        assert!(
            Request::decode(&other).is_err(),
            "facet {facet} cannot be asked for"
        );
    }
    let signed = p.sign_request(request).unwrap();
    let covers = |facet| {
        signed
            .body()
            .covers(Area(401_009_001), 682, facet, &EpochId([0; 16]))
    };
    assert!(
        covers(Facet::Card) && !covers(Facet::Case),
        "nor is it covered"
    );
}

#[test]
fn rules_of_a_request() {
    let (_, good) = setup();
    let to_the_end = Request {
        expires: good.until,
        ..good.clone()
    };
    assert!(
        to_the_end.encode().is_ok(),
        "a request may wait as long as its grant lasts"
    );
    let bad: [(&str, Request); 13] = [
        (
            "a grant of no time",
            Request {
                from: good.until,
                ..good.clone()
            },
        ),
        (
            "a time before 1970",
            Request {
                from: -1,
                ..good.clone()
            },
        ),
        (
            "an end before 1970",
            Request {
                expires: -1,
                ..good.clone()
            },
        ),
        (
            "a wait beyond the grant",
            Request {
                expires: good.until + 1,
                ..good.clone()
            },
        ),
        (
            "a municipality",
            Request {
                areas: vec![Area(401_009_000)],
                ..good.clone()
            },
        ),
        (
            "no area",
            Request {
                areas: vec![],
                ..good.clone()
            },
        ),
        (
            "areas out of order",
            Request {
                areas: vec![Area(401_009_002), Area(401_009_001)],
                ..good.clone()
            },
        ),
        (
            "an area twice",
            Request {
                areas: vec![Area(401_009_001); 2],
                ..good.clone()
            },
        ),
        (
            "one officer",
            Request {
                officers: good.officers[..1].to_vec(),
                ..good.clone()
            },
        ),
        (
            "one officer twice",
            Request {
                officers: vec![good.officers[0]; 2],
                ..good.clone()
            },
        ),
        (
            "all destinations",
            Request {
                destination: 0,
                ..good.clone()
            },
        ),
        (
            "an epoch without restore",
            Request {
                epoch: Some(EpochId([1; 16])),
                ..good.clone()
            },
        ),
        (
            "a grant of no time",
            Request {
                until: good.from,
                ..good.clone()
            },
        ),
    ];
    for (what, request) in bad {
        assert!(request.encode().is_err(), "{what} is not a request");
    }
}

#[test]
fn p21_two_officers_of_the_card_and_nobody_else() {
    let (p, request) = setup();
    let (fed, card) = (
        p.federation.fed(),
        p.federation.cards().next().unwrap().card.body().clone(),
    );
    let check = |who: &[&ugnay_seal::SigningIdentity]| {
        Request::verify_officers(&Signed::new(request.clone(), fed, who).unwrap(), fed, &card)
    };
    let [a, b] = [&p.officers[0], &p.officers[1]];
    assert_eq!(check(&[a, b]), Ok(()), "both officers");
    assert!(check(&[a]).is_err(), "one officer");
    assert!(
        check(&[a, &p.custodians[0]]).is_err(),
        "one officer and somebody"
    );
    assert!(
        check(&[a, b, &p.custodians[0]]).is_err(),
        "nobody else signs"
    );
    assert!(check(&[]).is_err(), "nobody");
}

#[test]
fn scope_is_exact() {
    let (_, request) = setup();
    let e = EpochId([1; 16]);
    assert!(
        request.covers(Area(401_009_002), 682, Facet::Card, &e),
        "in scope"
    );
    assert!(
        !request.covers(Area(401_009_003), 682, Facet::Card, &e),
        "another barangay"
    );
    assert!(
        !request.covers(Area(401_009_002), 784, Facet::Card, &e),
        "another country"
    );
    let restore = Request {
        purpose: Purpose::Restore,
        destination: 0,
        epoch: Some(e),
        ..request
    };
    assert!(
        restore.covers(Area(401_009_002), 784, Facet::Card, &e),
        "a restore brings all destinations"
    );
    assert!(
        !restore.covers(Area(401_009_002), 784, Facet::Card, &EpochId([2; 16])),
        "of one register-epoch"
    );
}
