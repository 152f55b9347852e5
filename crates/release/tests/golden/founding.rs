//! Golden files of what a federation is founded with and of what desks publish: policy, roster, genesis, card, campaign.

use crate::{by, frozen};
use ugnay_log::{KeyKind, SignerKey};
use ugnay_release::logged::{public_of_campaign, public_of_object};
use ugnay_release::{
    Area, Campaign, Custodian, ExternalWitness, Genesis, Hazard, LguCard, Officer, Policy, Purpose,
    PurposeCap, Roster, Signed, campaign::Question,
};
use ugnay_seal::{FedId, SigningIdentity};

/// An X-Wing key anybody can write down: all coefficients of the ML-KEM half are zero, the rest is one byte.
fn x_wing(n: u8) -> Vec<u8> {
    [vec![0; 1152], vec![n; 64]].concat()
}

fn sign(n: u8) -> [u8; 32] {
    *SigningIdentity::from_seed(&[n; 32]).public().as_bytes()
}

fn vkey(name: &str, kind: KeyKind, n: u8) -> String {
    let key = SignerKey::from_seed(name, kind, &[n; 32]).expect("a good name");
    key.verifier().to_vkey()
}

fn a_policy() -> Policy {
    Policy {
        version: 1,
        previous: [0; 32],
        demo: false,
        n: 2,
        k: 2,
        loss: 0,
        veto: 1,
        quorum: 2,
        externals: 1,
        cool_off: 14_400,
        fast_cool_off: 1_800,
        card_age: 1_209_600,
        card_life: 31_536_000,
        max_window: 2_592_000,
        max_pending: 604_800,
        areas_per_90_days: 240,
        requests_per_90_days: 6,
        purposes: vec![
            PurposeCap {
                purpose: Purpose::Evacuation,
                max_areas: 120,
                max_window: 2_592_000,
            },
            PurposeCap {
                purpose: Purpose::Drill,
                max_areas: 2,
                max_window: 3_600,
            },
        ],
    }
}

fn a_roster() -> Roster {
    let custodian = |x: u8, name: &str, country: &str| Custodian {
        x,
        name: name.into(),
        jurisdiction: country.into(),
        sign: sign(x),
        cosign: vkey(&format!("w{x}.example.org"), KeyKind::Cosignature, 0x20 + x),
        x_wing: x_wing(x),
    };
    Roster {
        version: 1,
        previous: [0; 32],
        ticket: sign(0x10),
        custodians: vec![
            custodian(1, "Invented Aid", "PH"),
            custodian(2, "Invented Ñ Union", "CH"),
        ],
        externals: vec![ExternalWitness {
            name: "Outside".into(),
            jurisdiction: "SE".into(),
            cosign: vkey("out.example.org", KeyKind::Cosignature, 0x30),
        }],
    }
}

#[test]
fn policy() {
    let signed = by(a_policy(), 2);
    let public = public_of_object(&signed);
    frozen("policy", &signed, &public);
}

/// A later version names the one before.
#[test]
fn roster() {
    let roster = Roster {
        version: 2,
        previous: by(a_roster(), 2).hash().0,
        ..a_roster()
    };
    let signed = by(roster, 2);
    let public = public_of_object(&signed);
    frozen("roster", &signed, &public);
}

/// Signed for the federation whose id it makes itself.
#[test]
fn genesis() {
    let genesis = Genesis {
        name: "Invented Federation".into(),
        created: 1_700_000_000,
        nonce: [7; 32],
        log: vkey("log.example.org/golden", KeyKind::Note, 0x40),
        policy: a_policy(),
        roster: a_roster(),
    };
    let fed = genesis.fed().expect("a good genesis");
    let keys = [1, 2].map(|n| SigningIdentity::from_seed(&[n; 32]));
    let signed = Signed::new(genesis, &fed, &keys.each_ref()).expect("a good genesis");
    assert_eq!(
        Genesis::verify(&signed),
        Ok(fed),
        "both custodians signed for the id the genesis makes"
    );
    let public = public_of_object(&signed);
    frozen("genesis", &signed, &public);
}

fn a_card() -> LguCard {
    let officer = |n: u8| Officer {
        sign: sign(n),
        x_wing: x_wing(n),
    };
    let mut officers = vec![officer(0x51), officer(0x52)];
    officers.sort();
    LguCard {
        lgu: [9; 16],
        name: "Crisis desk".into(),
        areas: vec![Area(401_009_000), Area(401_010_001)],
        officers,
        not_before: 1_700_000_000,
        expires: 1_720_000_000,
    }
}

#[test]
fn lgu_card() {
    let signed = by(a_card(), 2);
    let public = public_of_object(&signed);
    frozen("lgu_card", &signed, &public);
}

#[test]
fn campaign() {
    let campaign = Campaign {
        crisis: "Invented storm".into(),
        hazard: Hazard::from_byte(1).expect("a hazard"),
        alert: 3,
        destination: u16::from_be_bytes(*b"SA"),
        places: vec!["Riyadh".into()],
        areas: vec![Area(401_009_000)],
        questions: vec![Question {
            code: "safe".into(),
            text: String::new(),
            replies: vec!["1".into(), "2".into()],
        }],
        languages: vec!["fil".into(), "en".into()],
        opens: 1_700_000_000,
        closes: 1_700_600_000,
        card: by(a_card(), 2).hash(),
        x_wing: x_wing(0x53),
        nonce: [8; 32],
    };
    let keys = [0x51, 0x52].map(|n| SigningIdentity::from_seed(&[n; 32]));
    let fed = FedId([2; 16]);
    let signed = Signed::new(campaign, &fed, &keys.each_ref()).expect("a good campaign");
    assert_eq!(
        Campaign::verify(&signed, &fed, &by(a_card(), 2)),
        Ok(()),
        "both officers of the card signed"
    );
    let public = public_of_campaign(&signed);
    frozen("campaign", &signed, &public);
}
