//! Who asks for blobs says by what right, under a signature that holds for this question alone; and an answer is taken only
//! as one to what was asked.

use super::*;
use crate::{Method, Request, Response, Transport, TransportError};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use ugnay_seal::{DeviceSlot, SealKeyPair, Sigma};
use ugnay_wire::{BlobReply, BlobStatus, Blobs, paths};

const FED: FedId = FedId([1; 16]);
const REQUEST: [u8; 32] = [5; 32];
const NOW: i64 = 1_790_000_000;

fn key(seed: u8) -> SigningIdentity {
    SigningIdentity::from_seed(&[seed; 32])
}

fn device() -> DeviceKeys {
    DeviceKeys {
        fed: FED,
        sigma: Sigma::from_bytes([3; 32]),
        identity: key(1),
        seal: SealKeyPair::from_seed(&[2; 32]),
        slot: DeviceSlot::new(0).expect("the first slot"),
    }
}

/// The question in what was sent, if this key signed it for this federation.
fn question(bytes: &[u8], by: &VerifyingId, fed: &FedId) -> Option<BlobsGet> {
    let signed = Signed::split(bytes).expect("a signature stands behind it");
    let signature = Sig(signed.signature.0);
    by.verify(Label::BlobsGet, fed, signed.message, &signature)
        .ok()?;
    Some(BlobsGet::decode(signed.message).expect("a question"))
}

#[test]
fn each_says_its_right_under_the_key_that_has_it() {
    let (officer, other) = (key(7), key(8));
    let pass = pass_for(&FED, &officer, REQUEST, &other.public());
    let keys = device();
    let askers = [
        (
            Fetcher::device(&keys, NOW),
            keys.sigma.read_cap().public(),
            Asker::Register,
        ),
        (
            Fetcher::officer(FED, &officer, REQUEST, NOW),
            officer.public(),
            Asker::Officer {
                request: Hash(REQUEST),
                key: public(&officer.public()),
            },
        ),
        (
            Fetcher::passed(FED, &other, REQUEST, pass, NOW),
            other.public(),
            Asker::Passed {
                request: Hash(REQUEST),
                key: public(&other.public()),
                pass,
            },
        ),
    ];
    for (fetcher, by, right) in askers {
        let (pseud, names) = (Pseud([4; 16]), vec![Name([6; 16]), Name([9; 16])]);
        let sent = fetcher.ask(pseud, names.clone()).expect("few names");
        let asked = question(&sent, &by, &FED).expect("the key that has the right signed");
        assert_eq!(
            (asked.asker, asked.time, asked.pseud, &asked.names),
            (right, NOW, pseud, &names),
            "what was asked, by what right, and when"
        );
        assert!(
            question(&sent, &by, &FedId([2; 16])).is_none()
                && question(&sent, &key(99).public(), &FED).is_none(),
            "for one federation, by nobody else"
        );
        let later = fetcher.at(NOW + 5).ask(pseud, names).expect("few names");
        let later = question(&later, &by, &FED).expect("signed anew");
        assert_eq!(
            (later.time, later.asker),
            (NOW + 5, right),
            "later the same with the time of then"
        );
    }
}

#[test]
fn a_pass_holds_for_its_request_its_key_its_federation_and_by_its_officer() {
    let (officer, mine, other) = (key(7), key(8).public(), key(9).public());
    let pass = pass_for(&FED, &officer, REQUEST, &mine);
    assert!(pass_holds(&FED, &pass, REQUEST, &mine), "as it was given");
    assert!(
        !pass_holds(&FED, &pass, [6; 32], &mine),
        "for no other request"
    );
    assert!(!pass_holds(&FED, &pass, REQUEST, &other), "to nobody else");
    assert!(
        !pass_holds(&FedId([2; 16]), &pass, REQUEST, &mine),
        "in no other federation"
    );
    let renamed = Pass {
        officer: public(&other),
        ..pass
    };
    assert!(
        !pass_holds(&FED, &renamed, REQUEST, &mine),
        "in no other officer's name"
    );
    let nobody = Pass {
        officer: PublicKey([0xff; 32]),
        ..pass
    };
    assert!(
        !pass_holds(&FED, &nobody, REQUEST, &mine),
        "nor in that of bytes that are no key"
    );
}

/// A buffer that gives prepared answers and keeps what it was asked.
struct Scripted {
    answers: VecDeque<Vec<BlobReply>>,
    asked: Asked,
}

impl Transport for Scripted {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        assert_eq!(
            (request.method, request.path.as_str()),
            (Method::Post, paths::BLOBS_GET),
            "blobs are asked for in one way"
        );
        let signed = Signed::split(&request.body).expect("signed");
        let get = BlobsGet::decode(signed.message).expect("a question");
        self.asked.lock().expect("one at a time").push(get.names);
        let replies = self
            .answers
            .pop_front()
            .ok_or(TransportError::Unreachable)?;
        let body = Blobs { replies }.encode().expect("an answer");
        Ok(Response { status: 200, body })
    }
}

type Asked = Arc<Mutex<Vec<Vec<Name>>>>;
type Got = Result<Vec<(Name, Vec<u8>)>, SyncError>;

/// What a client makes of these answers to a question for these names, and how it asked.
fn fetched(names: &[Name], answers: Vec<Vec<BlobReply>>) -> (Got, Vec<Vec<Name>>) {
    let asked = Asked::default();
    let mut client = Client::new(Scripted {
        answers: answers.into(),
        asked: Arc::clone(&asked),
    });
    let by = Fetcher::device(&device(), NOW);
    let got = client.blobs(&by, Pseud([4; 16]), names);
    let asked = asked.lock().expect("one at a time").clone();
    (got, asked)
}

fn name(n: u16) -> Name {
    let mut name = [0; 16];
    name[..2].copy_from_slice(&n.to_be_bytes());
    Name(name)
}

fn found(n: u16) -> BlobReply {
    BlobReply {
        name: name(n),
        status: BlobStatus::Found(n.to_be_bytes().to_vec()),
    }
}

fn said(n: u16, status: BlobStatus) -> BlobReply {
    BlobReply {
        name: name(n),
        status,
    }
}

#[test]
fn answers_are_taken_as_answers_to_what_was_asked() {
    let two = [name(1), name(2)];
    let (got, asked) = fetched(
        &two,
        vec![vec![found(1), said(2, BlobStatus::Later)], vec![found(2)]],
    );
    assert_eq!(
        got.ok(),
        Some(vec![(name(1), vec![0, 1]), (name(2), vec![0, 2])]),
        "what comes later is asked for again"
    );
    assert_eq!(asked, [two.to_vec(), vec![name(2)]], "and that alone");
    let (got, _) = fetched(&two, vec![vec![said(1, BlobStatus::Missing), found(2)]]);
    assert_eq!(
        got.ok(),
        Some(vec![(name(2), vec![0, 2])]),
        "what is missing is left out"
    );
    let wrong = [
        ("in another order", vec![found(2), found(1)]),
        ("of something else", vec![found(1), found(3)]),
        ("too few", vec![found(1)]),
        ("too many", vec![found(1), found(2), found(3)]),
        (
            "nothing but later, for ever",
            vec![said(1, BlobStatus::Later), said(2, BlobStatus::Later)],
        ),
    ];
    for (what, answer) in wrong {
        // Whoever took it would ask on, and get the same again.
        let (got, asked) = fetched(&two, vec![answer.clone(), answer]);
        assert!(
            matches!(got, Err(SyncError::Nonsense("blobs"))),
            "{what} is no answer: {got:?}"
        );
        assert_eq!(asked.len(), 1, "{what}: and it is not asked again");
    }
}

#[test]
fn many_names_are_asked_for_in_parts() {
    let most = u16::try_from(ugnay_wire::limits::MAX_BLOBS_GET).expect("few");
    let names: Vec<Name> = (0..most + 3).map(name).collect();
    let part = |range: std::ops::Range<u16>| range.map(found).collect::<Vec<_>>();
    let (got, asked) = fetched(&names, vec![part(0..most), part(most..most + 3)]);
    assert_eq!(
        got.map(|all| all.len()).ok(),
        Some(names.len()),
        "all of them"
    );
    let sizes: Vec<usize> = asked.iter().map(Vec::len).collect();
    assert_eq!(
        sizes,
        [usize::from(most), 3],
        "no question is longer than a buffer takes"
    );
}
