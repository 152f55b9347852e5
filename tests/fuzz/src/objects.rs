//! Signed objects of a federation, a custodian's stored state, public fields.

use crate::{Target, unhex};
use ugnay_release::logged::{PublicRequest, Word};
use ugnay_release::*;
use ugnay_seal::{EpochId, FedId, Hash32, SealKeyPair, SigningIdentity};

fn object<T: Object>(b: &[u8]) {
    if let Ok(signed) = Signed::<T>::from_bytes(b) {
        assert_eq!(signed.to_bytes(), b, "one encoding of one signed object");
        let _ = signed.signers(&FedId([1; 16]));
    }
}

fn party_card(b: &[u8]) {
    let _ = PartyCard::from_file(b);
}

fn state(b: &[u8]) {
    if let Ok(state) = State::from_bytes(b) {
        assert_eq!(
            state.to_bytes().as_deref(),
            Ok(b),
            "one encoding of one state"
        );
    }
}

fn manifest(b: &[u8]) {
    let _ = AppManifest::from_bytes(b);
}

fn public_request(b: &[u8]) {
    if let Ok(public) = PublicRequest::parse(b) {
        assert_eq!(public.to_bytes(), b, "one encoding of public fields");
    }
}

fn word(b: &[u8]) {
    use DecisionKind::{Approve, Object, Refuse};
    for kind in [Approve, Object, Refuse] {
        if let Ok(word) = Word::parse(kind, b) {
            assert_eq!(word.to_bytes(), b, "one encoding of a word");
        }
    }
}

fn sign<T: Object>(body: T) -> Vec<Vec<u8>> {
    let (a, b) = (
        SigningIdentity::from_seed(&[1; 32]),
        SigningIdentity::from_seed(&[2; 32]),
    );
    let signed = Signed::new(body, &FedId([1; 16]), &[&a, &b]);
    vec![signed.expect("a seed keeps the rules").to_bytes()]
}

fn a_request() -> Vec<Vec<u8>> {
    sign(Request {
        policy: Hash32([1; 32]),
        purpose: Purpose::Evacuation,
        declaration: "Resolution 7".into(),
        declaration_hash: Hash32([2; 32]),
        areas: vec![Area(401_009_001), Area(401_009_002)],
        destination: u16::from_be_bytes(*b"SA"),
        epoch: None,
        from: 1_700_000_000,
        until: 1_701_000_000,
        expires: 1_700_100_000,
        card: Hash32([3; 32]),
        officers: vec![Hash32([4; 32]), Hash32([5; 32])],
        recipient: Hash32([6; 32]),
        nonce: [7; 32],
        origin: "log.example.org/fuzz".into(),
    })
}

fn a_decision() -> Vec<Vec<u8>> {
    sign(Decision {
        kind: DecisionKind::Refuse,
        request: RequestId([1; 32]),
        cids: Hash32([0; 32]),
        x: 2,
        reason: Reason::ScopeTooWide,
        text: "too wide".into(),
        time: 1_700_000_000,
    })
}

fn a_notice() -> Vec<Vec<u8>> {
    sign(ShareReleaseNotice {
        request: RequestId([1; 32]),
        x: 2,
        cids: Hash32([3; 32]),
        approvals: Hash32([4; 32]),
        root: Hash32([5; 32]),
        sealed: Hash32([6; 32]),
        time: 1_700_000_000,
    })
}

fn a_closing() -> Vec<Vec<u8>> {
    sign(Closing {
        kind: ClosingKind::GrantClose,
        request: RequestId([1; 32]),
        document: Hash32([0; 32]),
        text: "done".into(),
        time: 1_700_000_000,
    })
}

fn a_retirement() -> Vec<Vec<u8>> {
    sign(Retire {
        epoch: EpochId([1; 16]),
        next: EpochId([2; 16]),
        time: 1_700_000_000,
    })
}

fn a_desk_card() -> Vec<Vec<u8>> {
    let officer = |n: u8| Officer {
        sign: *SigningIdentity::from_seed(&[n; 32]).public().as_bytes(),
        x_wing: SealKeyPair::from_seed(&[n; 32]).public().to_bytes(),
    };
    let mut officers = vec![officer(1), officer(2)];
    officers.sort_by_key(|o| o.sign);
    sign(LguCard {
        lgu: [1; 16],
        name: "Crisis desk".into(),
        areas: vec![Area(401_009_000)],
        officers,
        not_before: 1_700_000_000,
        expires: 1_720_000_000,
    })
}

fn a_party_card() -> Vec<Vec<u8>> {
    let key = SigningIdentity::from_seed(&[1; 32]);
    let cosign = ugnay_log::SignerKey::from_seed(
        "w1.example.org",
        ugnay_log::KeyKind::Cosignature,
        &[2; 32],
    );
    let cosign = cosign.expect("a good name").verifier().to_vkey();
    let sign = *key.public().as_bytes();
    let x_wing = SealKeyPair::from_seed(&[3; 32]).public().to_bytes();
    let cards = [
        PartyCard::Custodian {
            name: "Invented Aid".into(),
            jurisdiction: "PH".into(),
            sign,
            cosign: cosign.clone(),
            x_wing: x_wing.clone(),
        },
        PartyCard::Witness {
            name: "Outside".into(),
            jurisdiction: "SE".into(),
            cosign,
        },
        PartyCard::Office {
            name: "Tickets".into(),
            sign,
        },
        PartyCard::Officer {
            desk: "Crisis desk".into(),
            sign,
            x_wing,
        },
    ];
    let file = |card: &PartyCard| card.to_file(Some(&key)).expect("a good card");
    cards.iter().map(file).collect()
}

/// A machine that was shown a request and approved it.
fn a_state() -> Vec<Vec<u8>> {
    use ugnay_release::machine::{Event, Fact, Rules, State, step};
    let rules = Rules {
        me: 1,
        k: 2,
        veto: 2,
        cool_off: 14_400,
        fast_cool_off: 1_800,
    };
    let decided = |x, kind, cids| Fact::Decided { x, kind, cids };
    let facts = vec![
        (0, decided(2, DecisionKind::Approve, Hash32([3; 32]))),
        (1, decided(3, DecisionKind::Object, Hash32([0; 32]))),
    ];
    let fresh = State::new(rules, 0);
    let synced = Event::Synced {
        from: 0,
        size: 2,
        root: Hash32([5; 32]),
        vouched: 1_700_000_000,
        facts,
    };
    let states = [step(&fresh, synced).0, fresh];
    let bytes = |state: &State| state.to_bytes().expect("a small state");
    states.iter().map(bytes).collect()
}

/// Q_id 32 ‖ desk 16 ‖ purpose ‖ country ‖ barangays u16 ‖ three times.
fn public_fields() -> Vec<Vec<u8>> {
    let times = [1_700_000_000i64, 1_701_000_000, 1_700_100_000].map(i64::to_be_bytes);
    vec![
        [
            &[1; 32][..],
            &[9; 16],
            &[1],
            b"SA",
            &[0, 2],
            &times.concat(),
        ]
        .concat(),
    ]
}

macro_rules! golden {
    ($name:literal) => {
        || {
            include_str!(concat!("../../../crates/release/golden/", $name, ".hex"))
                .lines()
                .map(unhex)
                .collect()
        }
    };
}

const fn target(name: &'static str, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>) -> Target {
    Target {
        name,
        run,
        seeds,
        slow: 4,
    }
}

pub const TARGETS: &[Target] = &[
    target("release_genesis", object::<Genesis>, golden!("genesis")),
    target("release_policy", object::<Policy>, golden!("policy")),
    target("release_roster", object::<Roster>, golden!("roster")),
    target("release_request", object::<Request>, a_request),
    target("release_decision", object::<Decision>, a_decision),
    target("release_notice", object::<ShareReleaseNotice>, a_notice),
    target("release_closing", object::<Closing>, a_closing),
    target("release_campaign", object::<Campaign>, golden!("campaign")),
    target("release_desk_card", object::<LguCard>, a_desk_card),
    target("release_party_card", party_card, a_party_card),
    target("release_retire", object::<Retire>, a_retirement),
    target(
        "release_device_revoke",
        object::<DeviceRevoke>,
        golden!("device_revoke"),
    ),
    target(
        "release_custody_transfer",
        object::<CustodyTransfer>,
        golden!("custody_transfer"),
    ),
    target(
        "release_demand",
        object::<DemandNotice>,
        golden!("demand_notice"),
    ),
    target(
        "release_statement",
        object::<Statement>,
        golden!("statement"),
    ),
    target("release_app", object::<AppRelease>, golden!("app_release")),
    target("release_app_manifest", manifest, golden!("app_release")),
    target("release_state", state, a_state),
    target("release_public_request", public_request, public_fields),
    target("release_word", word, golden!("refuse")),
];
