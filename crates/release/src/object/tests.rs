//! Every object of the federation: one encoding, bounded, signatures over received bytes (P14, P23, P32).

mod bounds;

use super::*;
use crate::campaign::Question;
use crate::simulator::{MUNICIPALITY, Parties};
use crate::*;
use proptest::prelude::*;
use std::sync::LazyLock;
use ugnay_seal::EpochId;

static PARTIES: LazyLock<std::sync::Mutex<Parties>> =
    LazyLock::new(|| std::sync::Mutex::new(Parties::new(1, Policy::standard(5, 3, 5), 0).unwrap()));

fn campaign(p: &Parties) -> Campaign {
    Campaign {
        crisis: "Earthquake".into(),
        hazard: Hazard::Disaster,
        alert: 3,
        destination: 682,
        places: vec!["Riyadh".into()],
        areas: vec![MUNICIPALITY],
        questions: vec![Question {
            code: "safe".into(),
            text: String::new(),
            replies: vec!["1".into(), "2".into()],
        }],
        languages: vec!["fil".into(), "en".into()],
        opens: 10,
        closes: 20,
        card: p.card,
        x_wing: p.officer_seals[0].public().to_bytes(),
        nonce: [4; 32],
    }
}

/// Name, signed bytes, and reading them to write them again.
type Sample = (&'static str, Vec<u8>, fn(&[u8]) -> Option<Vec<u8>>);

/// One of each, encoded and signed: the seeds of the mutations below.
fn samples() -> Vec<Sample> {
    fn again<T: Object>(bytes: &[u8]) -> Option<Vec<u8>> {
        Signed::<T>::from_bytes(bytes).ok().map(|s| {
            assert_eq!(
                s.body().encode().as_deref(),
                Ok(s.bytes()),
                "one encoding of the object"
            );
            s.to_bytes()
        })
    }
    let mut p = PARTIES.lock().unwrap();
    let request = p.request(&[Area(401_009_001)], 682, 1000);
    let fed = *p.federation.fed();
    let id = RequestId([3; 32]);
    let decision = Decision {
        kind: DecisionKind::Object,
        request: id,
        cids: Hash32([0; 32]),
        x: 2,
        reason: Reason::ScopeTooWide,
        text: "why".into(),
        time: 5,
    };
    let h = Hash32([6; 32]);
    let notice = ShareReleaseNotice {
        request: id,
        x: 2,
        cids: h,
        approvals: h,
        root: h,
        sealed: h,
        time: 5,
    };
    let closing = Closing {
        kind: ClosingKind::Review,
        request: id,
        document: h,
        text: "t".into(),
        time: 5,
    };
    let demand = DemandNotice {
        demand: [8; 16],
        revision: 2,
        previous: h,
        x: 2,
        authority: Authority::Court,
        jurisdiction: u16::from_be_bytes(*b"PH"),
        received: 4,
        asked: vec![Asked::Names, Asked::Keys],
        outcome: DemandOutcome::Escalated,
        note: "n".into(),
        time: 5,
    };
    let statement = Statement {
        x: 2,
        number: 1,
        previous: Hash32([0; 32]),
        date: 5,
        next_by: 500,
        none: false,
        counts: DemandCounts::default(),
        texts: vec![("en".into(), "t".into()), ("fil".into(), "t".into())],
    };
    let app = AppRelease {
        sequence: 3,
        version: "0.3.0".into(),
        target: "x86_64".into(),
        file: h,
        len: 5,
        time: 5,
    };
    let transfer = CustodyTransfer {
        x: 1,
        from: Hash32([1; 32]),
        to: Hash32([2; 32]),
        count: 3,
        shares: Hash32([4; 32]),
        time: 5,
    };
    let retire = Retire {
        epoch: EpochId([7; 16]),
        next: EpochId([8; 16]),
        time: 5,
    };
    let revoke = DeviceRevoke {
        epoch: EpochId([7; 16]),
        device: h,
        time: 5,
    };
    let one = [&p.custodians[1]];
    let card = p.federation.cards().next().unwrap().card.clone();
    vec![
        ("genesis", p.genesis.to_bytes(), again::<Genesis>),
        (
            "policy",
            Signed::new(p.federation.policy().clone(), &fed, &one)
                .unwrap()
                .to_bytes(),
            again::<Policy>,
        ),
        (
            "roster",
            Signed::new(p.federation.roster().clone(), &fed, &one)
                .unwrap()
                .to_bytes(),
            again::<Roster>,
        ),
        ("card", card.to_bytes(), again::<LguCard>),
        (
            "campaign",
            Signed::new(campaign(&p), &fed, &one).unwrap().to_bytes(),
            again::<Campaign>,
        ),
        (
            "request",
            p.sign_request(request).unwrap().to_bytes(),
            again::<Request>,
        ),
        (
            "decision",
            Signed::new(decision, &fed, &one).unwrap().to_bytes(),
            again::<Decision>,
        ),
        (
            "notice",
            Signed::new(notice, &fed, &one).unwrap().to_bytes(),
            again::<ShareReleaseNotice>,
        ),
        (
            "closing",
            Signed::new(closing, &fed, &one).unwrap().to_bytes(),
            again::<Closing>,
        ),
        (
            "demand",
            Signed::new(demand, &fed, &one).unwrap().to_bytes(),
            again::<DemandNotice>,
        ),
        (
            "statement",
            Signed::new(statement, &fed, &one).unwrap().to_bytes(),
            again::<Statement>,
        ),
        (
            "app",
            Signed::new(app, &fed, &one).unwrap().to_bytes(),
            again::<AppRelease>,
        ),
        (
            "retire",
            Signed::new(retire, &fed, &one).unwrap().to_bytes(),
            again::<Retire>,
        ),
        (
            "custody-transfer",
            Signed::new(transfer, &fed, &one).unwrap().to_bytes(),
            again::<CustodyTransfer>,
        ),
        (
            "device-revoke",
            Signed::new(revoke, &fed, &one).unwrap().to_bytes(),
            again::<DeviceRevoke>,
        ),
    ]
}

static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(samples);

#[test]
fn p32_every_object_reads_back_byte_for_byte() {
    for (name, bytes, again) in SAMPLES.iter() {
        assert_eq!(
            again(bytes).as_ref(),
            Some(bytes),
            "{name} has one encoding"
        );
        for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(again(&bytes[..cut]), None, "{name} cut at {cut}");
        }
        assert_eq!(
            again(&[bytes.as_slice(), &[0]].concat()),
            None,
            "{name} with a byte more"
        );
    }
}

#[test]
fn another_kind_is_not_read() {
    for (name, bytes, _) in SAMPLES.iter() {
        for (other, _, again) in SAMPLES.iter() {
            assert!(
                name == other || again(bytes).is_none(),
                "{name} is not read as {other}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn p32_mutated_objects_never_panic_and_have_one_encoding(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), with in any::<u8>()) {
        let (_, bytes, again) = &SAMPLES[which.index(SAMPLES.len())];
        let mut bytes = bytes.clone();
        let at = at.index(bytes.len());
        bytes[at] = with;
        if let Some(out) = again(&bytes) {
            prop_assert_eq!(out, bytes, "what parses is the one encoding");
        }
    }

    #[test]
    fn p32_mutated_heads_never_panic(which in any::<prop::sample::Index>(), at in 0usize..200, with in any::<u8>()) {
        let (_, bytes, again) = &SAMPLES[which.index(SAMPLES.len())];
        let mut bytes = bytes.clone();
        let at = at.min(bytes.len() - 1);
        bytes[at] = with;
        if let Some(out) = again(&bytes) {
            prop_assert_eq!(out, bytes, "what parses is the one encoding");
        }
    }

    #[test]
    fn p32_arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for (_, _, again) in SAMPLES.iter() {
            prop_assert!(again(&bytes).is_none(), "noise is no object");
        }
    }
}

#[test]
fn signatures_are_bound_to_bytes_label_and_federation() {
    let p = PARTIES.lock().unwrap();
    let fed = *p.federation.fed();
    let signed = Signed::new(campaign(&p), &fed, &[&p.officers[0], &p.officers[1]]).unwrap();
    assert_eq!(signed.signers(&fed).map(|s| s.len()), Ok(2), "both verify");
    assert_eq!(
        signed.signers(&FedId([0; 16])),
        Err(ReleaseError::Signature),
        "not in another federation"
    );
    let mut other = Signed::new(
        Campaign {
            alert: 4,
            ..campaign(&p)
        },
        &fed,
        &[],
    )
    .unwrap();
    for (key, sig) in signed.signatures() {
        other.add(*key, *sig).unwrap();
    }
    assert_eq!(
        other.signers(&fed),
        Err(ReleaseError::Signature),
        "not for another campaign"
    );
    let mut twice = signed.clone();
    assert!(
        twice.sign(&fed, &p.officers[0]).is_err(),
        "one key signs once"
    );
    let card = &p.federation.cards().next().unwrap().card;
    assert_eq!(
        Campaign::verify(&signed, &fed, card),
        Ok(()),
        "two officers of the desk"
    );
    let one = Signed::new(campaign(&p), &fed, &[&p.officers[0], &p.custodians[0]]).unwrap();
    assert_eq!(
        Campaign::verify(&one, &fed, card),
        Err(ReleaseError::TooFewSigners { have: 1, need: 2 }),
        "one officer is not two"
    );
    let (first, end) = (card.body().not_before, card.body().expires);
    for (opens, valid) in [(first, true), (end - 1, true), (end, false)] {
        let at = Campaign {
            opens,
            closes: end + 1,
            ..campaign(&p)
        };
        let at = Signed::new(at, &fed, &[&p.officers[0], &p.officers[1]]).unwrap();
        assert_eq!(
            Campaign::verify(&at, &fed, card).is_ok(),
            valid,
            "opened at {opens}, with a card from {first} to before {end}"
        );
    }
    let wide = Campaign {
        areas: vec![Area(401_008_001), MUNICIPALITY],
        ..campaign(&p)
    };
    let wide = Signed::new(wide, &fed, &[&p.officers[0], &p.officers[1]]).unwrap();
    assert!(
        Campaign::verify(&wide, &fed, card).is_err(),
        "not outside the desk's area"
    );
    let c = campaign(&p);
    assert!(
        c.in_scope(Area(401_009_005), 682) && !c.in_scope(Area(401_009_005), 784),
        "scope by country"
    );
    assert!(!c.in_scope(Area(401_008_005), 682), "scope by home");
    assert!(
        c.is_open(10) && !c.is_open(20) && !c.is_open(9),
        "open from opening to closing"
    );
}

#[test]
fn duplicate_and_unordered_signatures_are_refused() {
    let p = PARTIES.lock().unwrap();
    let fed = *p.federation.fed();
    let bytes = Signed::new(campaign(&p), &fed, &[&p.officers[0], &p.officers[1]])
        .unwrap()
        .to_bytes();
    let split = bytes.len() - 192;
    let swapped = [
        &bytes[..split],
        &bytes[split + 96..],
        &bytes[split..split + 96],
    ]
    .concat();
    assert!(
        Signed::<Campaign>::from_bytes(&swapped).is_err(),
        "signatures have one order"
    );
    let doubled = [
        &bytes[..split],
        &bytes[split..split + 96],
        &bytes[split..split + 96],
    ]
    .concat();
    assert!(
        Signed::<Campaign>::from_bytes(&doubled).is_err(),
        "no key twice"
    );
}

#[test]
fn a_campaign_is_open_for_some_time() {
    let p = PARTIES.lock().unwrap();
    let at = |opens: i64, closes: i64| {
        let campaign = Campaign {
            opens,
            closes,
            ..campaign(&p)
        };
        campaign.encode().map(|_| ())
    };
    let no = Err(ReleaseError::Rule("a campaign is open for some time"));
    assert_eq!(at(0, 1), Ok(()), "a second is some time");
    assert_eq!(at(5, 5), no, "none is not");
    assert_eq!(at(-1, 5), no, "nothing opened before 1970");
}

#[test]
fn p32_an_object_is_bounded_before_it_is_looked_at() {
    for (len, why) in [
        (Closing::MAX_LEN, "not an object of this protocol"),
        (Closing::MAX_LEN + 1, "object too large"),
    ] {
        assert_eq!(
            Closing::decode(&vec![0; len]),
            Err(ReleaseError::Rule(why)),
            "{len} bytes"
        );
    }
    let p = PARTIES.lock().unwrap();
    let mut bytes = campaign(&p).encode().unwrap();
    bytes[5] = 2;
    assert_eq!(
        Campaign::decode(&bytes),
        Err(ReleaseError::Rule("unknown object version")),
        "no other version is guessed at"
    );
}

#[test]
fn p32_signatures_are_bounded() {
    let p = PARTIES.lock().unwrap();
    let fed = *p.federation.fed();
    let mut signed = Signed::new(campaign(&p), &fed, &[]).unwrap();
    let sig = Sig([0; 64]);
    for n in 0..MAX_SIGNATURES {
        let n = u8::try_from(n).unwrap();
        assert_eq!(signed.add([n; 32], sig), Ok(()), "signature {n}");
    }
    assert_eq!(
        signed.add([200; 32], sig),
        Err(ReleaseError::Rule("too many signatures")),
        "one more than there may be"
    );
    let again = Signed::<Campaign>::from_bytes(&signed.to_bytes());
    assert_eq!(
        again,
        Ok(signed.clone()),
        "as many as there may be are read"
    );
    let mut bytes = signed.to_bytes();
    let count = bytes.len() - MAX_SIGNATURES * 96 - 4;
    bytes[count..count + 4].copy_from_slice(&65_u32.to_be_bytes());
    bytes.extend([255; 96]);
    assert!(
        Signed::<Campaign>::from_bytes(&bytes).is_err(),
        "one more is not"
    );
    assert!(
        signed.signers(&fed).is_err(),
        "added is not verified: none of these holds"
    );
}

#[test]
fn p23_whoever_signs_counts_once() {
    let p = PARTIES.lock().unwrap();
    let fed = *p.federation.fed();
    let both = [&p.officers[0], &p.officers[1]];
    let signed = Signed::new(campaign(&p), &fed, &both).unwrap();
    let keys = both.map(|o| *o.public().as_bytes());
    assert_eq!(
        signed.signers(&fed),
        Ok(keys.into()),
        "exactly those who signed"
    );
    assert!(
        Signed::new(campaign(&p), &fed, &[both[0], both[0]]).is_err(),
        "one key twice is refused when it is made"
    );
}

#[test]
fn texts_are_clean_and_names_are_not_empty() {
    let read = |text: &str, name: bool| {
        let mut w = Writer::default();
        write_text(&mut w, text, 8, "t").unwrap();
        let bytes = w.finish();
        let mut r = Reader::new(&bytes);
        if name {
            read_name(&mut r, 8, "t")
        } else {
            read_text(&mut r, 8, "t")
        }
    };
    assert_eq!(
        read("12345678", false),
        Ok("12345678".into()),
        "as long as may be"
    );
    assert_eq!(read("", false), Ok(String::new()), "a text may be empty");
    assert_eq!(
        read(" a ", true),
        Ok(" a ".into()),
        "a name is kept as it is"
    );
    for empty in ["", " ", "\u{a0}"] {
        assert!(read(empty, true).is_err(), "{empty:?} is no name");
    }
    for bad in ["a\nb", "a\u{7f}", "\u{0}", "\u{85}"] {
        assert!(
            read(bad, false).is_err(),
            "{bad:?} holds a control character"
        );
    }
    let mut w = Writer::default();
    assert!(
        write_text(&mut w, "123456789", 8, "t").is_err(),
        "longer is not written"
    );
    let mut w = Writer::default();
    w.bytes(&[0xff], 8, "t").unwrap();
    let bytes = w.finish();
    assert!(
        read_text(&mut Reader::new(&bytes), 8, "t").is_err(),
        "nor is anything but UTF-8 read"
    );
}

#[test]
fn lists_ascend() {
    for good in [&[][..], &[1], &[1, 2], &[1, 2, 9]] {
        assert_eq!(ascending(good, "r"), Ok(()), "{good:?}");
    }
    for bad in [&[1, 1][..], &[2, 1], &[1, 3, 2], &[1, 2, 2]] {
        assert_eq!(ascending(bad, "r"), Err(ReleaseError::Rule("r")), "{bad:?}");
    }
}
