//! What counts is what was signed: a server, or one of those who may write to the log, enters words in others' names,
//! keeps bodies back, shows other bytes in their place for a while, says old words again. No release comes of it that
//! k custodians do not stand by, none is stopped by somebody else's word, and nothing shown late is lost.

use crate::reasons::new_policy;
use crate::release::stage;
use crate::stage::{Stage, fails, sync};
use std::collections::BTreeMap;
use std::time::Duration;
use ugnay_app::dto::ErrorCode;
use ugnay_app::federation::outgoing::{Item, OutgoingFile};
use ugnay_app::federation::{Client, DecisionKind, Phase, Request, RequestId, Signed};
use ugnay_log::{Entry, EntryType};
use ugnay_release::logged::Word;
use ugnay_release::machine::End;
use ugnay_release::{ClosingKind, Decision};
use ugnay_sync::{HttpTransport, Response, SyncError, Transport, TransportError};
use ugnay_wire::{Fed, ProblemCode};

const THREE: [usize; 3] = [0, 2, 4];

/// What is shown in the place of a body: nothing, or bytes.
type Lie = Option<&'static [u8]>;

/// A server that lies about some bodies.
struct Liar {
    line: HttpTransport,
    lies: BTreeMap<String, Lie>,
}

impl Transport for Liar {
    fn send(&mut self, request: &ugnay_sync::Request) -> Result<Response, TransportError> {
        match self.lies.get(&request.path) {
            Some(Some(bytes)) => Ok(Response {
                status: 200,
                body: bytes.to_vec(),
            }),
            Some(None) => {
                let mut nowhere = request.clone();
                nowhere.path = ugnay_wire::paths::log_body(9_999_999);
                self.line.send(&nowhere)
            }
            None => self.line.send(request),
        }
    }
}

/// A line to the buffer that lies about the bodies of every entry of a type.
fn liar(s: &Stage, kind: EntryType, lie: Lie) -> Client {
    let db = rusqlite::Connection::open(s.database()).expect("the buffer's database opens");
    let mut all = db
        .prepare("SELECT idx, entry FROM log_entries")
        .expect("a query");
    let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, i64>(0)?, r.get::<_, Vec<u8>>(1)?));
    let entries = all.query_map([], row).expect("rows");
    let lies = entries
        .map(|r| r.expect("a row"))
        .filter(|(_, bytes)| Entry::decode(bytes).expect("an entry").kind == kind)
        .map(|(idx, _)| (ugnay_wire::paths::log_body(idx as u64), lie))
        .collect();
    let line = HttpTransport::new(&s.url, None, Duration::from_secs(20)).expect("an address");
    Client::new(Liar { line, lies })
}

/// Rounds in which one custodian is lied to about every body of a type before it is shown the truth.
fn rounds_of_lies(s: &mut Stage, victim: usize, kind: EntryType, lie: Lie) {
    s.clock.advance(4);
    for _ in 0..4 {
        s.cosign();
        let mut liar = liar(s, kind, lie);
        s.founded.custodians[victim]
            .follow(&mut liar, &mut s.env)
            .expect("the log itself is honest");
        s.settle();
    }
}

fn phase(s: &Stage, n: usize, request: &Signed<Request>) -> Option<Phase> {
    s.founded.custodians[n].phase(&Request::id(request))
}

/// The newest decision of a kind as the log has it.
fn logged_decision(s: &Stage, kind: DecisionKind, author: usize) -> (Entry, Vec<u8>) {
    let me = s.founded.custodians[author].identity().public().hash().0;
    let view = s.founded.custodians[author].view();
    let seen = view.entries().iter().rev();
    let seen = seen
        .clone()
        .find(|e| e.entry.kind == kind.entry() && e.entry.author == me);
    let seen = seen.expect("it was logged");
    let body = view.bodies().get(&seen.index).expect("with its body");
    (seen.entry.clone(), body.clone())
}

/// An entry in a custodian's name with a word that is not its own.
fn forged(s: &Stage, id: &RequestId, kind: DecisionKind, n: usize, bare: bool) -> Entry {
    let x = u8::try_from(n + 1).expect("few");
    let real = Decision {
        kind,
        request: *id,
        cids: ugnay_seal::Hash32([0; 32]),
        x,
        reason: ugnay_release::Reason::NoEmergency,
        text: String::new(),
        time: s.clock.now(),
    };
    let forger = s.founded.custodians[(n + 1) % 5].identity();
    let word = Word::sign(&real, &s.founded.fed, forger).to_bytes();
    Entry {
        kind: kind.entry(),
        time: s.clock.now(),
        author: s.founded.custodians[n].identity().public().hash().0,
        commit: [7; 32],
        public: if bare { word[..33].to_vec() } else { word },
    }
}

#[test]
fn p25_an_objection_in_anothers_name_is_not_taken_and_where_a_server_enters_it_nobodys() {
    let mut s = stage();
    let request = s.ask("SA");
    let id = Request::id(&request);
    s.decide(&request, &THREE, DecisionKind::Approve);
    let one = s.founded.custodians[0].identity();
    for bare in [false, true] {
        let entry = forged(&s, &id, DecisionKind::Object, 1, bare);
        let mut line = s.client();
        let fed = Fed(s.founded.fed.0);
        let asked = line.submit(one, fed, entry.encode().expect("an entry"), vec![1; 40]);
        assert!(
            matches!(asked, Err(SyncError::Refused(ProblemCode::UnknownKey))),
            "one custodian enters nothing in another's name: {asked:?}"
        );
    }
    for n in [1, 3] {
        for bare in [false, true] {
            let entry = forged(&s, &id, DecisionKind::Object, n, bare);
            s.enter_by_force(&entry, None);
        }
    }
    s.rounds();
    for n in THREE {
        assert_eq!(
            phase(&s, n, &request),
            Some(Phase::Granted),
            "two objections that nobody signed are no veto"
        );
    }
    s.open(&request).expect("three of five open");
}

#[test]
fn p25_an_approval_taken_back_stays_taken_back_whatever_the_server_shows() {
    let mut s = stage();
    let request = s.ask("SA");
    s.decide(&request, &THREE, DecisionKind::Approve);
    s.settle();
    let (approval, body) = logged_decision(&s, DecisionKind::Approve, 2);
    s.decide(&request, &[2], DecisionKind::Refuse);
    // The refusal's body is kept back, and the approval is entered once more, as if said again.
    s.tamper(|db| {
        let hit = db.execute(
            "UPDATE log_bodies SET body = NULL
             WHERE idx = (SELECT max(idx) FROM log_entries WHERE hex(substr(entry, 1, 1)) = '09')",
            [],
        );
        assert_eq!(hit.expect("the lie is written"), 1, "the refusal's words");
    });
    let again = Entry {
        time: approval.time + 1,
        ..approval
    };
    s.enter_by_force(&again, Some(&body));
    s.rounds();
    for n in [0, 4] {
        assert_eq!(
            phase(&s, n, &request),
            Some(Phase::Waiting),
            "two approve; the third took its word back and said so under its signature"
        );
    }
    assert_eq!(
        s.open(&request).err().as_deref(),
        Some("no_shares"),
        "nothing is handed over"
    );
}

#[test]
fn p25_bodies_of_approvals_and_notices_that_come_late_are_heard_when_they_come() {
    for lie in [None, Some(&b"garbage"[..])] {
        for kind in [EntryType::Approve, EntryType::ShareRelease] {
            let mut s = stage();
            let request = s.ask("SA");
            s.decide(&request, &THREE, DecisionKind::Approve);
            rounds_of_lies(&mut s, 2, kind, lie);
            assert_eq!(
                phase(&s, 2, &request),
                Some(Phase::Granted),
                "{kind:?}: a lie told once does not stick to who was told it"
            );
            let case = &s.founded.custodians[2].cases()[&Request::id(&request)];
            assert_eq!(
                case.handed_over().count(),
                1,
                "{kind:?}: its own notice is found in the log, and the shares go"
            );
        }
    }
}

#[test]
fn a_policy_without_a_body_stops_exchange_until_the_next_policy_overtakes_it() {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA")]);
    let entry = |s: &Stage, author: [u8; 32]| Entry {
        kind: EntryType::Policy,
        time: s.clock.now(),
        author,
        commit: [7; 32],
        public: vec![7; 32],
    };
    let stranger = entry(&s, [9; 32]);
    s.enter_by_force(&stranger, None);
    s.cosign();
    sync(&mut s.laptop);
    let custodian = s.founded.custodians[0].identity().public().hash().0;
    let in_its_name = entry(&s, custodian);
    let one = s.founded.custodians[1].identity();
    let mut line = s.client();
    let (fed, bytes) = (Fed(s.founded.fed.0), in_its_name.encode().expect("entry"));
    assert!(
        line.submit(one, fed, bytes, vec![1; 40]).is_err(),
        "whoever may write to the log does not get this far"
    );
    s.enter_by_force(&in_its_name, None);
    s.cosign();
    for _ in 0..2 {
        assert_eq!(
            fails(&mut s.laptop),
            (ErrorCode::BufferAlarm, "log_body_withheld".into()),
            "a policy in a custodian's name whose words are kept back may be the one in force"
        );
    }
    new_policy(&mut s, 3);
    sync(&mut s.laptop);
    let known = s.founded.custodians[0].view().withheld();
    s.settle();
    assert!(
        !known || !s.founded.custodians[0].view().withheld(),
        "custodians are not held up by it either"
    );
}

#[test]
fn a_closing_whose_body_comes_late_ends_the_grant_when_it_comes() {
    for lie in [None, Some(&b"garbage"[..])] {
        let mut s = stage();
        let request = s.ask("SA");
        s.decide(&request, &THREE, DecisionKind::Approve);
        s.rounds();
        assert_eq!(phase(&s, 2, &request), Some(Phase::Granted), "it stands");
        let mut line = s.client();
        let id = Request::id(&request);
        s.desk
            .close(&mut line, id, ClosingKind::GrantClose, "over", &mut s.env)
            .expect("the desk's own word is taken");
        s.cosign();
        let mut lying = liar(&s, EntryType::GrantClose, lie);
        s.founded.custodians[2]
            .follow(&mut lying, &mut s.env)
            .expect("the log itself is honest");
        assert_eq!(
            phase(&s, 2, &request),
            Some(Phase::Granted),
            "without its words nobody ends a grant"
        );
        s.settle();
        assert_eq!(
            phase(&s, 2, &request),
            Some(Phase::Ended(End::Closed)),
            "and with them it is over, though the log is past that place"
        );
    }
}

#[test]
fn p25_an_objection_that_a_server_does_not_enter_is_handed_on_and_counts() {
    let mut s = stage();
    let request = s.ask("SA");
    let id = Request::id(&request);
    s.decide(&request, &THREE, DecisionKind::Approve);
    let reason = || {
        (
            ugnay_release::Reason::DeskDoubted,
            "we called the desk".into(),
        )
    };
    for n in [1, 3] {
        assert_eq!(
            s.founded.custodians[n]
                .objection_file(&id)
                .err()
                .map(|e| e.code),
            Some(ErrorCode::NotFound),
            "who did not object has nothing to hand on"
        );
        // Said here; the server takes none of it.
        s.founded.custodians[n]
            .decide_offline(&mut s.env, &id, DecisionKind::Object, reason())
            .expect("signed and kept");
    }
    let files: Vec<Vec<u8>> = [1, 3]
        .iter()
        .map(|n| {
            s.founded.custodians[*n]
                .objection_file(&id)
                .expect("signed")
        })
        .collect();
    let approval = logged_approval(&mut s, 0);
    for n in THREE {
        let c = &mut s.founded.custodians[n];
        for (file, why) in [
            (&approval, "an approval"),
            (&files[0][..100].to_vec(), "a piece of an objection"),
            (&vec![0; 5000], "anything longer"),
        ] {
            let e = c.take_objection(&mut s.env, file).expect_err("refused");
            assert_eq!(
                (e.code, e.detail.as_deref()),
                (ErrorCode::Refused, Some("objection")),
                "{why} is no objection"
            );
        }
        for at in [10, 60, files[0].len() - 1] {
            let mut bent = files[0].clone();
            bent[at] ^= 1;
            assert!(
                c.take_objection(&mut s.env, &bent).is_err(),
                "byte {at} of an objection is signed"
            );
        }
        for (count, file) in (1..).zip(&files) {
            for _ in 0..2 {
                let taken = c.take_objection(&mut s.env, file).expect("signed");
                assert_eq!(taken.objections, count, "each organisation counts once");
            }
        }
        assert_eq!(
            c.phase(&id),
            Some(Phase::Ended(End::Vetoed)),
            "two objections stop it, logged or not"
        );
    }
}

/// The signed approval of a custodian, as everybody can read it in the log, in a file as an objection comes in.
fn logged_approval(s: &mut Stage, n: usize) -> Vec<u8> {
    s.cosign();
    let mut line = s.client();
    let c = &mut s.founded.custodians[n];
    c.follow(&mut line, &mut s.env).expect("an honest log");
    let (entry, body) = logged_decision(s, DecisionKind::Approve, n);
    let c = &s.founded.custodians[n];
    let entry = entry.encode().expect("an entry");
    let signed = ugnay_sync::signed_entry(c.identity(), Fed(s.founded.fed.0), entry, body);
    let carried = OutgoingFile(vec![Item::Entry(signed.expect("short"))]);
    carried.to_bytes().expect("a small file")
}
