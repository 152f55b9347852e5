//! One release from request to hand-over with real keys, a real log and real witnesses: what an app does, in one place.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ugnay_log::TlogProof;
use ugnay_release::facts::{Context, Hearing};
use ugnay_release::logged::{self, PublicRequest, Submission, Word, public_of_notice, submission};
use ugnay_release::machine::{Fact, Rules, Terms};
use ugnay_release::simulator::{LogServer, Parties};
use ugnay_release::*;
use ugnay_seal::{Cid, EpochId, Hash32, sha256};

const START: i64 = 100 * 86_400;

/// A custodian's app: mirror, machine, bodies it holds.
struct App {
    x: u8,
    mirror: Mirror,
    hearing: Hearing,
    state: State,
}

struct World {
    parties: Parties,
    server: LogServer,
    bodies: Vec<Vec<u8>>,
    signed: Signed<Request>,
    apps: Vec<App>,
}

impl World {
    fn new() -> Self {
        let mut parties = Parties::new(50, Policy::standard(5, 3, 5), 0).unwrap();
        let request = parties.request(&[Area(401_009_001)], 682, START);
        let signed = parties.sign_request(request).unwrap();
        let card = parties
            .federation
            .card(&parties.card)
            .unwrap()
            .card
            .body()
            .clone();
        let public = PublicRequest::of(&signed, &card).to_bytes();
        let author = parties.officers[0].public();
        let first = submission(&signed, public, &author, START, &mut parties.rng);
        let server = parties.server();
        let policy = parties.federation.policy().clone();
        let app = |x: u8| {
            let rules = Rules {
                me: x,
                k: policy.k,
                veto: policy.veto,
                cool_off: i64::from(policy.cool_off),
                fast_cool_off: i64::from(policy.fast_cool_off),
            };
            App {
                x,
                mirror: Mirror::new(parties.log.verifier().clone()),
                hearing: Hearing::default(),
                state: State::new(rules, 0),
            }
        };
        let apps = (1..=5).map(app).collect();
        let mut world = Self {
            parties,
            server,
            bodies: vec![],
            signed,
            apps,
        };
        world.append(first);
        world
    }

    fn append(&mut self, s: Submission) {
        self.server.append(&s.entry.encode().unwrap());
        self.bodies.push(s.body);
    }

    fn id(&self) -> RequestId {
        Request::id(&self.signed)
    }

    /// Mirrors the log at `now`, presents the request if it is new, and returns what the machine wants.
    fn sync(&mut self, at: usize, now: i64) -> Vec<Action> {
        let note = self.server.publish(now, |_| true).unwrap();
        let federation = self.parties.federation.clone();
        let card = federation
            .card(&self.signed.body().card)
            .unwrap()
            .card
            .body()
            .clone();
        let id = self.id();
        let app = &mut self.apps[at];
        let entries = self.server.entries_from(app.mirror.size());
        let synced = app
            .mirror
            .extend(&entries, note.as_bytes(), &federation.log_policy().unwrap())
            .unwrap();
        let context = Context {
            fed: federation.fed(),
            roster: federation.roster(),
            card: &card,
            request: &id,
        };
        let mut facts = Vec::new();
        let mut actions = Vec::new();
        for (index, entry) in (synced.from..).zip(&synced.entries) {
            let body = &self.bodies[usize::try_from(index).unwrap()];
            if entry.kind == ugnay_log::EntryType::Request {
                let signed = logged::open::<Request>(entry, body).unwrap();
                let checks = checks::run(&Evidence {
                    federation: &federation,
                    me: app.x,
                    request: &signed,
                    entry: Some(entry),
                    quorum: Some(&synced.quorum),
                    history: &[],
                    recipient: None,
                    now,
                });
                assert!(
                    checks::all_right(&checks),
                    "an honest request passes: {checks:?}"
                );
                let body = signed.body();
                let terms = Terms {
                    request: id,
                    start: synced.reached_at(),
                    expires: body.expires,
                    until: body.until,
                };
                actions.extend(send(app, Event::Presented { terms, checks }));
            }
            facts.extend(
                app.hearing
                    .hear(entry, Some(body), &context)
                    .map(|f| (index, f)),
            );
        }
        actions.extend(send(app, Event::Clock { now }));
        let (from, size, root) = (synced.from, synced.size, Hash32(synced.root));
        actions.extend(send(
            app,
            Event::Synced {
                from,
                size,
                root,
                vouched: synced.vouched(),
                facts,
            },
        ));
        actions
    }

    /// The person at custodian `at` decides; the app signs and logs it.
    fn decide(&mut self, at: usize, kind: DecisionKind, now: i64) {
        let cids = if kind == DecisionKind::Approve {
            cids()
        } else {
            Hash32([0; 32])
        };
        let actions = send(&mut self.apps[at], Event::Decide { kind, cids });
        assert_eq!(
            actions,
            [Action::LogDecision { kind, cids }],
            "the machine asks to log it"
        );
        let reason = if kind == DecisionKind::Approve {
            Reason::InOrder
        } else {
            Reason::NoEmergency
        };
        let x = self.apps[at].x;
        let body = Decision {
            kind,
            request: self.id(),
            cids,
            x,
            reason,
            text: String::new(),
            time: now,
        };
        let (fed, id) = (self.parties.federation.fed(), &self.parties.custodians[at]);
        let public = Word::sign(&body, fed, id).to_bytes();
        self.log_signed(at, body, public, now);
    }

    fn log_signed<T: Object>(&mut self, at: usize, body: T, public: Vec<u8>, now: i64) {
        let id = self.parties.custodians[at].clone();
        let signed = Signed::new(body, self.parties.federation.fed(), &[&id]).unwrap();
        let made = submission(&signed, public, &id.public(), now, &mut self.parties.rng);
        self.append(made);
    }

    /// Seals (here: some bytes), logs the notice, syncs, and says whether the share was handed over.
    fn finish(&mut self, at: usize, actions: &[Action], now: i64) -> bool {
        let Some(Action::Seal {
            cids,
            approvals,
            root,
        }) = actions.iter().find(|a| matches!(a, Action::Seal { .. }))
        else {
            return false;
        };
        let sealed = sha256(&[u8::try_from(at).unwrap()]);
        let wanted = send(
            &mut self.apps[at],
            Event::Sealed {
                cids: *cids,
                sealed,
            },
        );
        assert_eq!(
            wanted,
            [Action::LogNotice {
                cids: *cids,
                sealed
            }],
            "the notice comes first"
        );
        let request = self.id();
        let approvals = decision::approve_set_hash(&request, approvals);
        let x = self.apps[at].x;
        let notice = ShareReleaseNotice {
            request,
            x,
            cids: *cids,
            approvals,
            root: *root,
            sealed,
            time: now,
        };
        let public = public_of_notice(&notice);
        self.log_signed(at, notice, public, now);
        self.sync(at, now + 1).contains(&Action::HandOver {
            cids: *cids,
            sealed,
        })
    }
}

fn cids() -> Hash32 {
    cids_hash(&[(EpochId([1; 16]), Cid([2; 16]))])
}

fn send(app: &mut App, event: Event) -> Vec<Action> {
    let (next, actions) = step(&app.state, event);
    app.state = next;
    actions
}

#[test]
fn three_of_five_release_after_the_cool_off() {
    let mut w = World::new();
    for at in 0..5 {
        assert_eq!(w.sync(at, START), [Action::Ask], "custodian {at} is asked");
    }
    for at in 0..3 {
        w.decide(at, DecisionKind::Approve, START + 60);
    }
    let cool = i64::from(w.parties.federation.policy().cool_off);
    for at in 0..5 {
        let early = w.sync(at, START + cool - 1);
        assert_eq!(early, [], "p25: a second too early for custodian {at}");
    }
    for at in 0..5 {
        let now = START + cool + i64::try_from(at).unwrap() * 10;
        let actions = w.sync(at, now);
        assert_eq!(
            w.finish(at, &actions, now),
            at < 3,
            "p27: exactly the approvers hand over ({at})"
        );
    }
}

#[test]
fn p25_two_custodians_never_release_and_two_objections_stop_four() {
    for objecting in [false, true] {
        let mut w = World::new();
        (0..5).for_each(|at| drop(w.sync(at, START)));
        let approving = if objecting { 3 } else { 2 };
        for at in 0..5 {
            let kind = match (at < approving, objecting) {
                (true, _) => DecisionKind::Approve,
                (false, true) => DecisionKind::Object,
                (false, false) => DecisionKind::Refuse,
            };
            w.decide(at, kind, START + 60);
        }
        for day in 1..8 {
            for at in 0..5 {
                let actions = w.sync(at, START + day * 86_400);
                assert!(
                    !actions
                        .iter()
                        .any(|a| matches!(a, Action::Seal { .. } | Action::HandOver { .. })),
                    "day {day}"
                );
            }
        }
    }
}

#[test]
fn p24_an_approval_for_another_request_does_not_count() {
    let mut w = World::new();
    (0..3).for_each(|at| drop(w.sync(at, START)));
    w.decide(0, DecisionKind::Approve, START + 60);
    w.decide(1, DecisionKind::Approve, START + 60);
    // Custodian 3 approved something else; the server logs that approval under this request's id.
    let other = RequestId([9; 32]);
    let body = Decision {
        kind: DecisionKind::Approve,
        request: other,
        cids: cids(),
        x: 3,
        reason: Reason::InOrder,
        text: String::new(),
        time: 1,
    };
    let public = [&w.id().0[..], &[3]].concat();
    w.log_signed(2, body, public, START + 60);
    let actions = w.sync(0, START + 86_400);
    assert_eq!(
        actions,
        [],
        "two approvals are not three, whatever the public fields say"
    );
    assert_eq!(
        w.apps[0].state.approvals(&cids()).len(),
        2,
        "the moved approval gave no fact"
    );
}

#[test]
fn the_request_is_provable_offline() {
    let mut w = World::new();
    let note = w.server.publish(START, |n| n >= 2).unwrap();
    let proof = TlogProof::parse(w.server.proof(0, &note).unwrap().to_text().as_bytes()).unwrap();
    let leaf = ugnay_log::leaf_hash(&w.server.entries_from(0)[0]);
    let policy = w.parties.federation.log_policy().unwrap();
    let proven = proof.verify(&leaf, &policy).unwrap();
    assert_eq!(
        (proven.index, proven.quorum.members.len()),
        (0, 5),
        "five of seven organisations saw it"
    );
    assert!(
        proof.verify(&ugnay_log::leaf_hash(b"x"), &policy).is_err(),
        "and nothing else"
    );
    let facts: Vec<(u64, Fact)> = vec![];
    let p = desk::progress(
        w.parties.federation.policy(),
        proven.quorum.reached_at(),
        START,
        &facts,
    );
    assert!(
        matches!(
            p.missing[..],
            [desk::Missing::Approvals { have: 0, need: 3 }, ..]
        ),
        "the desk sees what is missing"
    );
}
