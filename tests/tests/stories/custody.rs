//! A custodian that crashes at every single write, or whose line fails around every message, still hands over exactly
//! once what it has to, says every decision once, and forgets nothing.

use crate::stage::{BARANGAY, Stage};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use ugnay_app::custody::{CustodianNode, Store};
use ugnay_app::federation::{
    Client, DecisionKind, Phase, Purpose, Reason, ReleaseAsk, Request, RequestId, Signed,
};
use ugnay_sync::{HttpTransport, Method, Response, Transport, TransportError};

/// The custodian that suffers.
const POOR: usize = 2;

/// Messages tried once.
type Messages = Arc<Mutex<BTreeSet<(String, Vec<u8>)>>>;

/// Loses the first try of every message that writes: on the way there, or on the way back.
struct Flaky {
    line: HttpTransport,
    seen: Messages,
    answer_lost: bool,
}

impl Transport for Flaky {
    fn send(&mut self, request: &ugnay_sync::Request) -> Result<Response, TransportError> {
        let key = (request.path.clone(), request.body.clone());
        let mut seen = self.seen.lock().expect("one thread at a time");
        if request.method == Method::Post && seen.insert(key) {
            if self.answer_lost {
                self.line.send(request)?;
            }
            return Err(TransportError::Unreachable);
        }
        self.line.send(request)
    }
}

fn reason() -> (Reason, String) {
    (Reason::InOrder, String::new())
}

/// How the poor custodian is made to suffer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Pain {
    /// The disk takes no write, then one, then two; each time it is started again from what was written.
    Write,
    /// Every message is lost once before it arrives, and the program with it.
    Message,
    /// Every answer is lost once, and the program with it.
    Answer,
}

struct Poor {
    pain: Pain,
    seen: Messages,
    crashes: u32,
}

impl Poor {
    fn client(&self, url: &str) -> Client {
        let line = HttpTransport::new(url, None, Duration::from_secs(20)).expect("an address");
        if self.pain == Pain::Write {
            return Client::new(line);
        }
        Client::new(Flaky {
            line,
            seen: self.seen.clone(),
            answer_lost: self.pain == Pain::Answer,
        })
    }

    /// Room for so many writes, where the disk is what fails.
    fn weaken(&self, node: &mut CustodianNode, writes: u32) {
        if let Store::Memory(m) = node.store() {
            m.room((self.pain == Pain::Write).then_some(writes));
        }
    }

    /// Repeats `work` until it comes through; after every failure the custodian is opened from its store.
    fn struggle(
        &mut self,
        s: &mut Stage,
        mut work: impl FnMut(&mut CustodianNode, &mut Client, &mut Stage) -> bool,
    ) {
        for attempt in 0..60 {
            let mut node = s.founded.custodians.remove(POOR);
            self.weaken(&mut node, attempt);
            let mut client = self.client(&s.url);
            if work(&mut node, &mut client, s) {
                s.founded.custodians.insert(POOR, node);
                return;
            }
            self.crashes += 1;
            let again = CustodianNode::open(node.into_store()).expect("what was written opens");
            s.founded.custodians.insert(POOR, again);
        }
        panic!("{:?}: no progress in sixty starts", self.pain);
    }
}

/// Everybody follows; the poor one as it can.
fn settle(s: &mut Stage, poor: &mut Poor) {
    s.clock.advance(1);
    let mut line = s.client();
    line.make_checkpoint().expect("a checkpoint");
    let now = s.clock.now();
    for n in (0..5).filter(|n| *n != POOR) {
        s.founded.custodians[n]
            .cosign(&mut line, now)
            .expect("cosigns");
    }
    for w in &mut s.founded.externals {
        w.visit(&mut line, now).expect("cosigns");
    }
    poor.struggle(s, |node, client, _| node.cosign(client, now).is_ok());
    for n in (0..5).filter(|n| *n != POOR) {
        let c = &mut s.founded.custodians[n];
        c.follow(&mut line, &mut s.env).expect("an honest log");
        c.take_bundles(&mut line, now).expect("the buffer answers");
    }
    poor.struggle(s, |node, client, s| {
        node.follow(client, &mut s.env).is_ok() && node.take_bundles(client, now).is_ok()
    });
    s.desk.follow(&mut line).expect("an honest log");
}

fn ask(s: &mut Stage, poor: &mut Poor) -> Signed<Request> {
    settle(s, poor);
    let ask = ReleaseAsk {
        purpose: Purpose::Drill,
        declaration: "Story declaration".into(),
        document: b"nobody is in danger".to_vec(),
        barangays: vec![BARANGAY],
        destination: "SA".parse().expect("a country"),
        lasts: 400,
    };
    let mut line = s.client();
    let request = s
        .desk
        .ask(&mut line, &ask, &mut s.env)
        .expect("the desk asks");
    settle(s, poor);
    request
}

fn count(s: &Stage, id: &RequestId, kind: &str, author: usize) -> usize {
    let me = s.founded.custodians[author].identity().public().hash().0;
    let seen = s.founded.custodians[0].view().entries();
    seen.iter()
        .filter(|e| e.entry.kind.name() == kind && e.entry.author == me)
        .filter(|e| e.entry.public.starts_with(&id.0))
        .count()
}

fn suffer(pain: Pain) {
    let mut s = Stage::joined(&[("Abad", "Lorna", "SA"), ("Castro", "Nena", "KW")]);
    let mut poor = Poor {
        pain,
        seen: Arc::default(),
        crashes: 0,
    };
    s.desk_card();
    let request = ask(&mut s, &mut poor);
    let id = Request::id(&request);
    let mut line = s.client();
    for n in [0, 4] {
        let (custodians, env) = (&mut s.founded.custodians, &mut s.env);
        custodians[n]
            .decide(&mut line, env, &id, DecisionKind::Approve, reason())
            .expect("logged");
    }
    poor.struggle(&mut s, |node, client, s| {
        // Decided already, as far as it knows after a crash: the exchange says it again.
        node.cases()[&id].mine.last().is_some()
            || node
                .decide(client, &mut s.env, &id, DecisionKind::Approve, reason())
                .is_ok()
    });
    settle(&mut s, &mut poor);
    let early = s.desk.open_release(&mut line, &request, s.clock.now());
    assert!(
        early.is_err(),
        "{pain:?}: nothing leaves before the cool-off is over"
    );
    s.clock.advance(4);
    for _ in 0..5 {
        settle(&mut s, &mut poor);
    }
    assert_eq!(
        s.founded.custodians[POOR].phase(&id),
        Some(Phase::Granted),
        "{pain:?}: the release is not lost"
    );
    assert!(
        poor.crashes > 8,
        "{pain:?}: it crashed often: {}",
        poor.crashes
    );
    for n in [0, POOR, 4] {
        assert_eq!(
            count(&s, &id, "approve", n),
            1,
            "{pain:?}: {n} says it once"
        );
        assert_eq!(
            count(&s, &id, "share-release", n),
            1,
            "{pain:?}: {n} seals once"
        );
    }
    let topic = ugnay_app::federation::topics::shares(&id.0);
    let given = line.read_box(&topic, 0).expect("the box reads");
    assert_eq!(given.len(), 3, "{pain:?}: each of three handed over once");
    let release = s.desk.open_release(&mut line, &request, s.clock.now());
    let release = release.expect("three of five open");
    assert_eq!(
        release.custodians,
        BTreeSet::from([1, 3, 5]),
        "{pain:?}: all three count"
    );
    let cards = s.desk.all_cards(&mut line, &release, s.clock.now());
    assert_eq!(
        cards.expect("they open").len(),
        1,
        "{pain:?}: exactly the scope"
    );
}

#[test]
fn p25_a_crash_at_every_write_loses_nothing_and_repeats_nothing() {
    suffer(Pain::Write);
}

#[test]
fn p25_a_crash_at_every_message_loses_nothing_and_repeats_nothing() {
    suffer(Pain::Message);
}

#[test]
fn p25_a_crash_at_every_answer_loses_nothing_and_repeats_nothing() {
    suffer(Pain::Answer);
}
