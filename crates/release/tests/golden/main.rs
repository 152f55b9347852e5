//! Golden files of every public object: what was logged stays readable. A failing comparison means that old entries can no
//! longer be opened. `tests/rederive` derives them anew. Here: the way of a request, demands, apps; [`founding`] has the rest.

mod founding;

use std::path::PathBuf;
use ugnay_release::logged::{Word, public_of_closing, public_of_notice};
use ugnay_release::{
    AppRelease, Area, Asked, Authority, Closing, ClosingKind, CustodyTransfer, Decision,
    DecisionKind, DemandCounts, DemandNotice, DemandOutcome, DeviceRevoke, EpochEnd, Object,
    Purpose, Reason, Request, RequestId, Retire, ShareReleaseNotice, Signed, Statement, cids_hash,
    decision::approve_set_hash, transfer_hash,
};
use ugnay_seal::{Cid, EpochId, FedId, Hash32, SigningIdentity};
use ugnay_wire::ids::to_hex;

/// Object, public fields and signature, a line each.
fn golden<T: Object + PartialEq + std::fmt::Debug>(name: &str, object: T, public: &[u8]) {
    frozen(name, &by(object, 1), public);
}

/// Signed by the first `count` keys of these files.
fn by<T: Object>(object: T, count: usize) -> Signed<T> {
    let keys = [1, 2].map(|n| SigningIdentity::from_seed(&[n; 32]));
    let keys: Vec<_> = keys.iter().take(count).collect();
    Signed::new(object, &FedId([2; 16]), &keys).expect("a valid object encodes")
}

fn frozen<T: Object + PartialEq + std::fmt::Debug>(name: &str, signed: &Signed<T>, public: &[u8]) {
    let made = format!("{}\n{}", to_hex(&signed.to_bytes()), to_hex(public));
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("golden/{name}.hex"));
    let frozen = std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("golden file {name} must exist: {e}\n{made}"));
    assert_eq!(made, frozen.trim(), "the encoding of {name} is frozen");
    let again = Signed::<T>::from_bytes(&signed.to_bytes()).expect("it reads back");
    assert_eq!(&again, signed, "{name} reads back as written");
}

#[test]
fn demand_notice() {
    let notice = DemandNotice {
        demand: [3; 16],
        revision: 2,
        previous: Hash32([4; 32]),
        x: 5,
        authority: Authority::Immigration,
        jurisdiction: u16::from_be_bytes(*b"PH"),
        received: 1_700_000_000,
        asked: vec![Asked::Lists, Asked::Silence],
        outcome: DemandOutcome::Refused,
        note: "Ñ".into(),
        time: 1_700_000_001,
    };
    let public = notice.public().to_bytes();
    golden("demand_notice", notice, &public);
}

#[test]
fn statement() {
    let mut counts = DemandCounts::default();
    [
        DemandOutcome::Refused,
        DemandOutcome::Refused,
        DemandOutcome::Gagged,
    ]
    .into_iter()
    .for_each(|o| counts.add(o));
    let statement = Statement {
        x: 5,
        number: 2,
        previous: Hash32([4; 32]),
        date: 1_700_000_000,
        next_by: 1_707_776_000,
        none: false,
        counts,
        texts: vec![
            ("en".into(), "We were asked.".into()),
            ("fil".into(), "Tinanong kami.".into()),
        ],
    };
    let public = statement.public();
    golden("statement", statement, &public);
}

#[test]
fn app_release() {
    let release = AppRelease {
        sequence: 9,
        version: "0.9.0".into(),
        target: "x86_64-unknown-linux-gnu".into(),
        file: Hash32([6; 32]),
        len: 12_345_678,
        time: 1_700_000_000,
    };
    let public = release.public();
    golden("app_release", release, &public);
}

fn a_request() -> Signed<Request> {
    let request = Request {
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
        origin: "log.example.org/golden".into(),
    };
    by(request, 2)
}

fn id() -> RequestId {
    Request::id(&a_request())
}

fn cids() -> Hash32 {
    let epoch = EpochId([8; 16]);
    cids_hash(&[9, 1, 9].map(|c| (epoch, Cid([c; 16]))))
}

#[test]
fn request() {
    frozen("request", &a_request(), &id().0);
}

#[test]
fn decisions() {
    let decision = |kind, cids, reason, text: &str| Decision {
        kind,
        request: id(),
        cids,
        x: 2,
        reason,
        text: text.into(),
        time: 1_700_000_002,
    };
    let word = |d: &Decision| {
        let key = SigningIdentity::from_seed(&[1; 32]);
        Word::sign(d, &FedId([2; 16]), &key).to_bytes()
    };
    let approve = decision(DecisionKind::Approve, cids(), Reason::InOrder, "");
    let public = word(&approve);
    golden("approve", approve, &public);
    let (none, wide) = (Hash32([0; 32]), Reason::ScopeTooWide);
    let refuse = decision(DecisionKind::Refuse, none, wide, "too wide");
    let public = word(&refuse);
    golden("refuse", refuse, &public);
    let object = decision(DecisionKind::Object, none, Reason::NoEmergency, "Ñ");
    let public = word(&object);
    golden("object", object, &public);
}

#[test]
fn share_release() {
    let notice = ShareReleaseNotice {
        request: id(),
        x: 2,
        cids: cids(),
        approvals: approve_set_hash(&id(), &[(3, 12), (1, 10), (2, 11)]),
        root: Hash32([5; 32]),
        sealed: Hash32([6; 32]),
        time: 1_700_000_003,
    };
    let public = public_of_notice(&notice);
    golden("share_release", notice, &public);
}

#[test]
fn grant_close() {
    let closing = Closing {
        kind: ClosingKind::GrantClose,
        request: id(),
        document: Hash32([0; 32]),
        text: "done".into(),
        time: 1_700_000_004,
    };
    let public = public_of_closing(&closing);
    golden("grant_close", closing, &public);
}

#[test]
fn retire() {
    let retire = Retire {
        epoch: EpochId([8; 16]),
        next: EpochId([9; 16]),
        time: 1_700_000_005,
    };
    golden("retire", retire, &[8; 16]);
}

#[test]
fn epoch_end() {
    let end = EpochEnd {
        epoch: EpochId([8; 16]),
        time: 1_700_000_008,
    };
    let public = end.public();
    golden("epoch_end", end, &public);
}

#[test]
fn device_revoke() {
    let revoke = DeviceRevoke {
        epoch: EpochId([8; 16]),
        device: Hash32([3; 32]),
        time: 1_700_000_006,
    };
    let public = revoke.public();
    frozen("device_revoke", &by(revoke, 2), &public);
}

#[test]
fn custody_transfer() {
    let shares = [(7, 9), (8, 1)].map(|(e, h)| (EpochId([e; 16]), Hash32([h; 32])));
    let transfer = CustodyTransfer {
        x: 2,
        from: Hash32([1; 32]),
        to: Hash32([2; 32]),
        count: 2,
        shares: transfer_hash(&shares.into_iter().collect()),
        time: 1_700_000_007,
    };
    let public = transfer.public();
    frozen("custody_transfer", &by(transfer, 2), &public);
}
