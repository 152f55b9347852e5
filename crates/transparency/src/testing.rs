//! A log of a simulated federation for the tests here, written with the objects of `ugnay-release`. Only in tests.

use crate::report::{Item, Report, Seen, report};
use rand_core::SeedableRng;
use std::sync::LazyLock;
use ugnay_log::{Entry, EntryType, SignedCheckpoint, VerifierKey};
use ugnay_release::simulator::Parties;
use ugnay_release::{
    Area, Asked, Authority, Closing, ClosingKind, Decision, DecisionKind, DemandCounts,
    DemandNotice, DemandOutcome, Object, Policy, Reason, Request, RequestId, ShareReleaseNotice,
    Signed, Statement, logged,
};
use ugnay_seal::{Hash32, SigningIdentity, sha256};

/// A growing log.
#[derive(Clone)]
pub(crate) struct Log {
    items: Vec<Item>,
    fed: [u8; 16],
    last: Option<Hash32>,
}

pub(crate) static PARTIES: LazyLock<Parties> =
    LazyLock::new(|| Parties::new(77, Policy::standard(5, 3, 5), 0).unwrap());

impl Log {
    /// What the request asks for; never shown.
    pub(crate) const AREAS: [u32; 2] = [401_009_001, 401_009_002];
    /// From a statement to the next.
    pub(crate) const CADENCE: i64 = 90 * 86_400;

    /// Genesis and the desk's card are logged.
    pub(crate) fn new() -> Self {
        let p = &*PARTIES;
        let mut log = Self {
            items: Vec::new(),
            fed: p.federation.fed().0,
            last: None,
        };
        let public = logged::public_of_object(&p.genesis);
        log.push(&p.genesis, public, &p.custodians[0], 10);
        let card = p.federation.cards().next().unwrap().card.clone();
        log.push(&card, logged::public_of_object(&card), &p.custodians[0], 20);
        log
    }

    /// The same; a name for tests that make many.
    pub(crate) fn shared() -> Self {
        static LOG: LazyLock<Log> = LazyLock::new(Log::new);
        LOG.clone()
    }

    pub(crate) fn fed(&self) -> [u8; 16] {
        self.fed
    }

    pub(crate) fn items(&self) -> &[Item] {
        &self.items
    }

    pub(crate) fn key(&self) -> &'static VerifierKey {
        PARTIES.log.verifier()
    }

    pub(crate) fn desk_name(&self) -> String {
        PARTIES
            .federation
            .cards()
            .next()
            .unwrap()
            .card
            .body()
            .name
            .clone()
    }

    /// SHA-256 of a custodian's key; of a stranger's for 5.
    pub(crate) fn author(&self, n: usize) -> [u8; 32] {
        let key = PARTIES
            .custodians
            .get(n)
            .map_or(SigningIdentity::from_seed(&[9; 32]).public(), |c| {
                c.public()
            });
        sha256(key.as_bytes()).0
    }

    pub(crate) fn push_raw(&mut self, entry: Entry, body: Seen) {
        let index = self.items.len() as u64;
        self.items.push(Item { index, entry, body });
    }

    fn push<T: Object>(
        &mut self,
        signed: &Signed<T>,
        public: Vec<u8>,
        author: &SigningIdentity,
        time: i64,
    ) {
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(self.items.len() as u64);
        let s = logged::submission(signed, public, &author.public(), time, &mut rng);
        self.push_raw(s.entry, Seen::Body(s.body));
    }

    fn sign<T: Object>(&self, body: T, who: &[&SigningIdentity]) -> Signed<T> {
        Signed::new(body, PARTIES.federation.fed(), who).unwrap()
    }

    fn request(&self, now: i64) -> Signed<Request> {
        // `request` draws a nonce, so it wants its own parties; they are the same by their seed.
        let mut p = Parties::new(77, Policy::standard(5, 3, 5), 0).unwrap();
        let r = p.request(&Self::AREAS.map(Area), 0x5341, now);
        p.sign_request(r).unwrap()
    }

    fn ask_by(&mut self, author: &SigningIdentity, now: i64) -> RequestId {
        let signed = self.request(now);
        let card = PARTIES
            .federation
            .cards()
            .next()
            .unwrap()
            .card
            .body()
            .clone();
        let public = logged::PublicRequest::of(&signed, &card).to_bytes();
        self.push(&signed, public, author, now);
        // A request's body is sealed in the field; the page does not ask for it.
        self.items.last_mut().unwrap().body = Seen::Nothing;
        Request::id(&signed)
    }

    pub(crate) fn ask(&mut self, now: i64) -> RequestId {
        self.ask_by(&PARTIES.officers[0], now)
    }

    pub(crate) fn ask_as_stranger(&mut self, now: i64) {
        self.ask_by(&SigningIdentity::from_seed(&[9; 32]), now);
    }

    pub(crate) fn decide(&mut self, id: RequestId, x: u8, kind: DecisionKind, time: i64) {
        self.decide_as(id, x, x, kind, time);
    }

    pub(crate) fn decide_as(
        &mut self,
        id: RequestId,
        x: u8,
        by: u8,
        kind: DecisionKind,
        time: i64,
    ) {
        let reason = if kind == DecisionKind::Approve {
            Reason::InOrder
        } else {
            Reason::NoEmergency
        };
        self.decide_because(id, x, by, kind, reason, time);
    }

    pub(crate) fn decide_because(
        &mut self,
        request: RequestId,
        x: u8,
        by: u8,
        kind: DecisionKind,
        reason: Reason,
        time: i64,
    ) {
        let cids = if kind == DecisionKind::Approve {
            Hash32([1; 32])
        } else {
            Hash32([0; 32])
        };
        let text = "a name that must not be shown".to_owned();
        let d = Decision {
            kind,
            request,
            cids,
            x,
            reason,
            text,
            time,
        };
        let key = self.custodian(by);
        let public = logged::Word::sign(&d, PARTIES.federation.fed(), key).to_bytes();
        let signed = self.sign(d, &[key]);
        self.push(&signed, public, key, time);
    }

    fn custodian(&self, x: u8) -> &'static SigningIdentity {
        &PARTIES.custodians[usize::from(x) - 1]
    }

    pub(crate) fn hand_over(&mut self, id: RequestId, x: u8, time: i64) {
        self.hand_over_as(id, x, x, time);
    }

    pub(crate) fn hand_over_as(&mut self, request: RequestId, x: u8, by: u8, time: i64) {
        self.announce(request, (x, by), [5; 32], time);
    }

    /// A notice in the name of the first, signed by the second, of sealed shares with this hash.
    pub(crate) fn announce(
        &mut self,
        request: RequestId,
        (x, by): (u8, u8),
        sealed: [u8; 32],
        time: i64,
    ) {
        let h = Hash32([5; 32]);
        let n = ShareReleaseNotice {
            request,
            x,
            cids: h,
            approvals: h,
            root: h,
            sealed: Hash32(sealed),
            time,
        };
        let public = logged::public_of_notice(&n);
        let signed = self.sign(n, &[self.custodian(by)]);
        self.push(&signed, public, self.custodian(by), time);
    }

    pub(crate) fn close(
        &mut self,
        request: RequestId,
        kind: ClosingKind,
        text: &str,
        time: i64,
        officers: &[usize],
    ) {
        let who: Vec<&SigningIdentity> = officers.iter().map(|n| &PARTIES.officers[*n]).collect();
        self.close_as(request, kind, text, time, &who);
    }

    pub(crate) fn close_as(
        &mut self,
        request: RequestId,
        kind: ClosingKind,
        text: &str,
        time: i64,
        who: &[&SigningIdentity],
    ) {
        let c = Closing {
            kind,
            request,
            document: Hash32([0; 32]),
            text: text.to_owned(),
            time,
        };
        let public = logged::public_of_closing(&c);
        let signed = self.sign(c, who);
        self.push(&signed, public, who[0], time);
    }

    pub(crate) fn notice(
        &self,
        demand: [u8; 16],
        x: u8,
        revision: u16,
        outcome: DemandOutcome,
        time: i64,
    ) -> DemandNotice {
        DemandNotice {
            demand,
            revision,
            previous: Hash32([if revision == 1 { 0 } else { 1 }; 32]),
            x,
            authority: Authority::Immigration,
            jurisdiction: u16::from_be_bytes(*b"PH"),
            received: 1,
            asked: vec![Asked::Lists, Asked::Silence],
            outcome,
            note: String::new(),
            time,
        }
    }

    pub(crate) fn demand_as(
        &mut self,
        x: u8,
        by: u8,
        revision: u16,
        outcome: DemandOutcome,
        time: i64,
    ) {
        self.demand_named([4; 16], x, by, revision, outcome, time);
    }

    pub(crate) fn demand_named(
        &mut self,
        name: [u8; 16],
        x: u8,
        by: u8,
        revision: u16,
        outcome: DemandOutcome,
        time: i64,
    ) {
        let notice = self.notice(name, x, revision, outcome, time);
        let public = logged::public_of_demand(&notice);
        let signed = self.sign(notice, &[self.custodian(by)]);
        self.push(&signed, public, self.custodian(by), time);
        self.items.last_mut().unwrap().body = Seen::Nothing;
    }

    pub(crate) fn state_as(&mut self, x: u8, by: u8, number: u32, date: i64) {
        let previous = self
            .last
            .filter(|_| number > 1)
            .unwrap_or(Hash32([u8::from(number > 1); 32]));
        let s = Statement {
            x,
            number,
            previous,
            date,
            next_by: date + Self::CADENCE,
            none: true,
            counts: DemandCounts::default(),
            texts: vec![("en".into(), "We keep our part.".into())],
        };
        self.state(s, by, date);
    }

    pub(crate) fn state(&mut self, s: Statement, by: u8, time: i64) {
        let public = logged::public_of_statement(&s);
        let signed = self.sign(s, &[self.custodian(by)]);
        self.last = Some(signed.hash());
        self.push(&signed, public, self.custodian(by), time);
    }

    /// Erases what lies beside all entries of a type.
    pub(crate) fn erase(&mut self, kind: EntryType) {
        self.items
            .iter_mut()
            .filter(|i| i.entry.kind == kind)
            .for_each(|i| i.body = Seen::Erased);
    }

    /// Changes one byte of what lies beside all entries of a type.
    pub(crate) fn spoil(&mut self, kind: EntryType) {
        for i in self.items.iter_mut().filter(|i| i.entry.kind == kind) {
            if let Seen::Body(bytes) = &mut i.body {
                let last = bytes.len() - 100;
                bytes[last] ^= 1;
            }
        }
    }

    /// The log as the page reads it, cosigned by everybody.
    pub(crate) fn report(&self, now: i64) -> Report {
        let mut server = PARTIES.server();
        for item in &self.items {
            server.append(&item.entry.encode().unwrap());
        }
        let note = server.publish(1000, |_| true).unwrap();
        let checkpoint = SignedCheckpoint::parse(note.as_bytes()).unwrap();
        report(&self.fed, &self.items, Some(&checkpoint), self.key(), now)
    }
}
