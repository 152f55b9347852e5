//! Who takes part, by folder: three custodians, an outside witness, a ticket office, two officers of a desk, a register,
//! a buffer. Everybody is opened for one deed and closed again. Must not assert what a story is about.

mod by_file;
mod proxied;
mod seats;
mod watch;

use crate::stage::{BARANGAY, add};
use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use tempfile::TempDir;
use ugnay_app::custody::House;
use ugnay_app::desk::{Ask, CampaignAsk, CardDraft, Officer, RequestState, draft_card};
use ugnay_app::dto::custody::{DecideInput, RequestDetail};
use ugnay_app::dto::{AppError, CallQuery, CreateRegister, JoinFederation, OutcomeInput};
use ugnay_app::federation::founding::{self, FoundingDraft};
use ugnay_app::federation::opening::newest_bundles;
use ugnay_app::federation::paper::six_words;
use ugnay_app::federation::{
    Country, DecisionKind, EpochId, Genesis, Hazard, LguCard, Paper, PartyCard, Policy, Psgc,
    Purpose, Reason, Request, RequestId, Signed, View, client, topics,
};
use ugnay_app::party::{KdfCost, Office, Unlock, WitnessParty};
use ugnay_app::{App, Env, FixedClock};
use ugnay_buffer::{Buffer, Clock, Rate, Rates, ThreadHandle, commands};
use ugnay_release::Roster;
use ugnay_wire::Fed;
use ugnay_wire::ids::to_hex;

pub const HOUR: i64 = 3600;
pub const REGISTER_TOWN: Psgc = Psgc(401_009_000);
pub const DRILLS: &str = "drills have their own ground";
const PASS: &str = "never for real people";
const BEGIN: i64 = 1_790_000_000;
const CUSTODIANS: usize = 3;

/// Folders are opened for every deed: their passphrase is made cheap to check.
fn cheap() -> Unlock<'static> {
    Unlock {
        passphrase: PASS,
        keystore: None,
        cost: KdfCost::new(64, 1, 1).expect("within the bounds"),
    }
}

pub struct Cast {
    pub clock: FixedClock,
    pub url: String,
    dir: TempDir,
    buffer: Option<ThreadHandle>,
    registers: Vec<String>,
    /// What stands on the organisations' sheets of paper.
    sheets: Vec<Vec<String>>,
    /// The desks whose officers the buffer was told last.
    desks: Vec<LguCard>,
    /// The roster whose keys the buffer is told, once it is another than the founding's.
    roster: Option<Roster>,
}

impl Cast {
    pub fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn env(&self) -> Env {
        Env::with_clock(&self.clock)
    }

    // --- everybody, opened for one deed

    fn house(&self, i: usize) -> House {
        House::open(&self.at(&format!("house{i}")), PASS).expect("the organisation opens")
    }

    pub fn officer(&self, i: usize) -> Officer {
        Officer::open(&self.at(&format!("officer{i}")), PASS, self.env()).expect("the folder opens")
    }

    fn office(&self) -> Office {
        Office::open(&self.at("office"), PASS, self.env()).expect("the office opens")
    }

    fn witness(&self) -> WitnessParty {
        WitnessParty::open(&self.at("witness"), PASS, self.env()).expect("the witness opens")
    }

    pub fn app(&self, name: &str) -> App {
        let mut app = App::new(self.dir.path(), self.env());
        app.unlock(name, PASS).expect("the register opens");
        app
    }

    pub fn genesis(&self) -> Vec<u8> {
        fs::read(self.at("genesis")).expect("the genesis is a file")
    }

    fn signed_genesis(&self) -> Signed<Genesis> {
        Signed::from_bytes(&self.genesis()).expect("the genesis")
    }

    pub fn tlog_policy(&self) -> String {
        founding::log_policy(&self.signed_genesis()).expect("a policy")
    }

    // --- founding

    /// A founded federation with its buffer; nobody but the custodians and the witness has joined.
    pub fn founded() -> Self {
        let mut c = Self {
            clock: FixedClock::at(BEGIN),
            url: String::new(),
            dir: tempfile::tempdir().expect("a folder for the story"),
            buffer: None,
            registers: Vec::new(),
            sheets: Vec::new(),
            desks: Vec::new(),
            roster: None,
        };
        let vkey = commands::init(
            &c.at("buffer"),
            "story.invalid/log",
            &Fed([0; 16]),
            &[7; 32],
        );
        let vkey = vkey.expect("the buffer's folder");
        let mut cards = Vec::new();
        for i in 0..CUSTODIANS {
            cards.push(c.make_house(i));
        }
        WitnessParty::create(&c.at("witness"), cheap(), "outside", "HK", c.env())
            .expect("a witness");
        Office::create(&c.at("office"), cheap(), "office", c.env()).expect("an office");
        cards.push(c.witness().card().expect("a card"));
        cards.push(c.office().card().expect("a card"));
        let read = |f: &Vec<u8>| PartyCard::from_file(f).expect("a card is read back");
        let draft = FoundingDraft {
            name: "Story by files".into(),
            log: vkey,
            policy: Policy::standard(3, 2, 3),
            cards: cards.iter().map(read).collect(),
        };
        let draft = draft.genesis(&mut c.env()).expect("a draft").to_bytes();
        let copies: Vec<Signed<Genesis>> = (0..CUSTODIANS)
            .map(|i| c.sign_founding(i, &draft))
            .collect();
        let genesis = founding::assemble(&copies).expect("all have signed");
        fs::write(c.at("genesis"), genesis.to_bytes()).expect("written");
        c.restart(&[]);
        for i in 0..CUSTODIANS {
            let mut house = c.house(i);
            house.take_genesis(&genesis, c.clock.now()).expect("taken");
            house.connect(&c.url, None).expect("the right buffer");
        }
        let mut house = c.house(0);
        let mut line = house.client().expect("a line");
        house
            .log_paper(&Paper::Genesis(genesis), &mut line, &mut c.env())
            .expect("the genesis is the first entry");
        drop(house);
        let words = six_words(&c.signed_genesis().hash());
        let (bytes, url) = (c.genesis(), c.url.clone());
        let mut witness = c.witness();
        witness.home().pin(&bytes, &words).expect("pinned");
        witness.home().use_buffer(&url, None).expect("kept");
        drop(witness);
        let mut office = c.office();
        office.home().pin(&bytes, &words).expect("pinned");
        office.home().use_buffer(&url, None).expect("kept");
        drop(office);
        c.rounds();
        c
    }

    fn make_house(&mut self, i: usize) -> Vec<u8> {
        let dir = self.at(&format!("house{i}"));
        let name = format!("organisation {}", i + 1);
        let place = ["PH", "IT", "CA"][i];
        let mut env = self.env();
        let mut house = House::create(&dir, cheap(), (&name, place), &mut env).expect("made");
        let words = house.words().expect("shown once");
        let typed: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let test = house.test_words(&typed, self.clock.now()).expect("typed");
        assert!(test.wrong.is_empty(), "the sheet was written down rightly");
        drop(words);
        self.sheets.push(typed);
        house.card_file(self.clock.now()).expect("a card")
    }

    fn sign_founding(&self, i: usize, draft: &[u8]) -> Signed<Genesis> {
        let mut paper = Paper::from_bytes(draft).expect("a paper");
        self.house(i)
            .sign(&mut paper, self.clock.now())
            .expect("it names this organisation");
        let Paper::Genesis(copy) = paper else {
            panic!("a genesis stays one")
        };
        copy
    }

    /// Writes the buffer's settings anew and starts it over what it kept.
    fn restart(&mut self, desks: &[LguCard]) {
        self.buffer = None;
        self.desks = desks.to_vec();
        let genesis = self.signed_genesis();
        let fed = Genesis::verify(&genesis).expect("all signed");
        let roster = self.roster.as_ref().unwrap_or(&genesis.body().roster);
        let toml = founding::buffer_toml(&fed, roster, false, desks);
        let toml = toml.expect("settings");
        fs::write(self.at("buffer").join("buffer.toml"), toml).expect("written");
        let mut config = commands::load(&self.at("buffer"), None).expect("the buffer reads them");
        let plenty = Rate {
            burst: 100_000,
            per_second: 10_000,
        };
        config.checkpoint_every = None;
        config.rates = Rates {
            tickets: plenty,
            registers: plenty,
            reads: plenty,
            topics: plenty,
            submitters: plenty,
            checkpoints: plenty,
        };
        let clock = self.clock.clone();
        config.clock = Clock::from_fn(move || clock.now());
        // The same address again, so that nobody has to be told.
        let address = self.url.strip_prefix("http://").unwrap_or("127.0.0.1:0");
        let listener = TcpListener::bind(address).expect("a port on loopback");
        let handle = Buffer::start_in_thread(config, listener).expect("the buffer starts");
        self.url = handle.url();
        self.buffer = Some(handle);
    }

    /// A checkpoint, cosigned by all; custodians do what follows. Several rounds carry decisions, notices, hand-overs;
    /// everybody is opened for them and closed after.
    pub fn rounds(&mut self) {
        let mut houses: Vec<House> = (0..CUSTODIANS).map(|i| self.house(i)).collect();
        let mut witness = self.witness();
        let mut line = client(&self.url, None).expect("an address");
        for _ in 0..4 {
            self.clock.advance(1);
            line.make_checkpoint().expect("published");
            for house in &mut houses {
                house
                    .exchange(&mut self.env(), &mut |_| true)
                    .expect("an honest exchange");
            }
            witness.visit().expect("an honest log");
        }
    }

    // --- the desk

    /// The desk has its card, old enough to be used.
    pub fn with_a_desk() -> Self {
        let mut c = Self::founded();
        let words = six_words(&c.signed_genesis().hash());
        let mut officers = Vec::new();
        for i in 0..2 {
            let dir = c.at(&format!("officer{i}"));
            let mut o = Officer::create(&dir, cheap(), "Story desk", c.env()).expect("an officer");
            o.home().pin(&c.genesis(), &words).expect("pinned");
            o.home().use_buffer(&c.url, None).expect("kept");
            officers.push(PartyCard::from_file(&o.card().expect("a card")).expect("read"));
        }
        let now = c.clock.now();
        let draft = CardDraft {
            name: "Story desk".into(),
            areas: vec![REGISTER_TOWN],
            drills: true,
            from: now,
            until: now + 360 * 24 * HOUR,
            officers,
            lgu: None,
        };
        let card = draft_card(&draft, &mut c.env()).expect("a draft");
        c.restart(&[card.body().clone()]);
        let mut paper = Paper::Card(card);
        for i in 0..2 {
            c.house(i).sign(&mut paper, now).expect("signed");
        }
        let mut house = c.house(0);
        let mut line = house.client().expect("a line");
        house
            .log_paper(&paper, &mut line, &mut c.env())
            .expect("logged");
        drop(house);
        c.rounds();
        c.clock.advance(15 * 24 * HOUR);
        c.rounds();
        c
    }

    /// The first officer drafts, the second signs and submits. Codes of the advice come along.
    pub fn ask(
        &mut self,
        purpose: Purpose,
        barangays: &[Psgc],
        country: &str,
    ) -> (RequestId, Vec<&'static str>) {
        let ask = Ask {
            purpose,
            declaration: "Story declaration".into(),
            document: b"nobody is in danger".to_vec(),
            barangays: barangays.to_vec(),
            destination: country.parse::<Country>().expect("a country"),
            lasts: 7 * 24 * HOUR,
            pending: 3 * 24 * HOUR,
        };
        let (paper, advice) = self.officer(0).ask(&ask).expect("drafted");
        let Paper::Request(signed) = &paper else {
            panic!("a request")
        };
        let id = Request::id(signed);
        self.second_signs_and_submits(paper);
        (id, advice.iter().map(|a| a.code).collect())
    }

    pub fn second_signs_and_submits(&mut self, paper: Paper) {
        // By file, as in the field.
        let mut paper = Paper::from_bytes(&paper.to_bytes()).expect("a paper");
        self.officer(1).sign(&mut paper).expect("the second signs");
        self.officer(1).submit(&paper).expect("submitted");
    }

    pub fn status(&self, officer: usize, id: &RequestId) -> RequestState {
        self.officer(officer).status(id).expect("a status")
    }

    // --- custodians

    pub fn try_decide(
        &self,
        i: usize,
        id: &RequestId,
        kind: DecisionKind,
        reason: Reason,
        text: &str,
    ) -> Result<(), AppError> {
        let mut house = self.house(i);
        let mut line = house.client()?;
        house
            .node()?
            .decide(&mut line, &mut self.env(), id, kind, (reason, text.into()))
    }

    pub fn decide(&self, i: usize, id: &RequestId, kind: DecisionKind, reason: Reason) {
        self.try_decide(i, id, kind, reason, "").expect("decided");
    }

    /// Two of three approve, the cool-off passes, shares are handed over.
    pub fn granted(&mut self, id: &RequestId) {
        self.rounds();
        for i in 0..2 {
            self.decide(i, id, DecisionKind::Approve, Reason::InOrder);
        }
        self.clock.advance(5 * HOUR);
        self.rounds();
    }

    /// What a custodian's window shows of a request.
    pub fn shown(&self, i: usize, id: &RequestId) -> RequestDetail {
        let shown = self.house(i).request(&to_hex(&id.0), self.clock.now());
        shown.expect("shown")
    }

    /// What a custodian's window offers to decide.
    pub fn can(&self, i: usize, id: &RequestId) -> Vec<String> {
        self.shown(i, id).can
    }

    /// Approves as the window does.
    pub fn window_approves(
        &self,
        i: usize,
        id: &RequestId,
        compared: bool,
    ) -> Result<(), AppError> {
        let input = DecideInput {
            request: to_hex(&id.0),
            kind: "approve".into(),
            reason: "in_order".into(),
            text: String::new(),
            seen: self.shown(i, id).seen,
            compared,
        };
        self.house(i).decide(&mut self.env(), &input)
    }

    /// Codes of the rows a custodian finds wrong.
    pub fn wrong_rows(&self, i: usize, id: &RequestId) -> Vec<&'static str> {
        let mut house = self.house(i);
        let mut env = self.env();
        let mut line = house.client().expect("a line");
        let node = house.node().expect("a custodian");
        node.follow(&mut line, &mut env).expect("an honest log");
        let rows = node.check(id, env.now()).expect("the request is known");
        rows.iter()
            .filter(|r| !r.ok)
            .map(|r| r.code.code())
            .collect()
    }

    /// Compartments a custodian counts in a request's scope, and registers.
    pub fn scope_as_custodians_see_it(&self, id: &RequestId) -> (usize, usize) {
        let mut house = self.house(2);
        let node = house.node().expect("a custodian");
        let q = node
            .cases()
            .get(id)
            .expect("known")
            .body()
            .expect("shown")
            .clone();
        let covered = |s: &ugnay_seal::CustodianShares| {
            let inside = |psgc, dest| {
                q.covers(
                    ugnay_release::Area(psgc),
                    dest,
                    ugnay_seal::Facet::Card,
                    &s.epoch_id,
                )
            };
            s.in_scope(inside).count()
        };
        let counts: Vec<usize> = node.shares().iter().map(covered).collect();
        (
            counts.iter().sum(),
            counts.iter().filter(|n| **n > 0).count(),
        )
    }

    // --- what the buffer holds of a request

    fn share_box(&self, id: &RequestId) -> Vec<Vec<u8>> {
        let mut line = client(&self.url, None).expect("an address");
        let all = line.read_box(&topics::shares(&id.0), 0).expect("the box");
        let mut bytes: Vec<Vec<u8>> = all.into_iter().map(|m| m.bytes).collect();
        bytes.sort();
        bytes.dedup();
        bytes
    }

    pub fn sealed_shares(&self, id: &RequestId) -> usize {
        self.share_box(id).len()
    }

    pub fn share_lengths(&self, id: &RequestId) -> Vec<usize> {
        let mut out: Vec<usize> = self.share_box(id).iter().map(Vec::len).collect();
        out.sort_unstable();
        out
    }

    /// Type and length of every entry about a request, body included.
    pub fn public_lengths(&self, id: &RequestId) -> Vec<(&'static str, usize, usize)> {
        let genesis = self.signed_genesis();
        let mut line = client(&self.url, None).expect("an address");
        let mut view = View::new(&genesis, &genesis.hash()).expect("a view");
        view.update(&mut line).expect("an honest log");
        let about: Vec<_> = view
            .entries()
            .iter()
            .filter(|s| s.entry.public.starts_with(&id.0))
            .cloned()
            .collect();
        about
            .iter()
            .map(|s| {
                let body = line.log_body(s.index).expect("answered");
                (
                    s.entry.kind.name(),
                    s.entry.public.len(),
                    body.map_or(0, |b| b.len()),
                )
            })
            .collect()
    }

    // --- registers

    /// A register that was invited, holds `people` and has dealt its shares.
    pub fn register(&mut self, people: &[(&str, &str, &str)]) {
        self.register_named("register", people);
    }

    /// The same under another folder's name.
    pub fn register_named(&mut self, name: &str, people: &[(&str, &str, &str)]) {
        let mut app = App::new(self.dir.path(), self.env());
        let form = CreateRegister {
            place: BARANGAY.to_string(),
            label: "Story".into(),
            officer: "officer".into(),
            passphrase: PASS.into(),
        };
        app.create_named(name, &form, false).expect("made");
        for (surname, given, country) in people {
            add(&mut app, surname, given, country);
        }
        drop(app);
        self.invited(name);
    }

    /// A synthetic register on the drill ground.
    pub fn drill_register(&mut self, people: u32, country: &str) {
        let mut app = App::new(self.dir.path(), self.env());
        let country = country.parse::<Country>().expect("a country");
        app.create_drill_register("drill", people, country, PASS)
            .expect("made");
        drop(app);
        self.invited("drill");
    }

    fn invited(&mut self, name: &str) {
        let words = self.office().invite("story").expect("twelve words");
        let fingerprint = six_words(&self.signed_genesis().hash());
        let join = JoinFederation {
            buffer: self.url.clone(),
            words,
            fingerprint,
        };
        self.app(name).join_federation(&join).expect("joined");
        self.registers.push(name.to_owned());
        self.exchange(name);
    }

    /// An exchange, with a ticket where one is missing; then custodians take what was dealt.
    pub fn exchange(&mut self, name: &str) {
        if self.app(name).sync_now(&mut |_| true).is_err() {
            self.office().answer().expect("the office answers");
            self.app(name)
                .sync_now(&mut |_| true)
                .expect("with a ticket it goes");
        }
        self.rounds();
        let report = self.app(name).sync_now(&mut |_| true).expect("again");
        let protected = report.protected.expect("receipts are known");
        assert_eq!(
            (protected.j, protected.n),
            (3, 3),
            "every custodian has confirmed its shares"
        );
    }

    /// The register begins a new epoch and deals anew.
    pub fn new_epoch(&mut self) {
        self.app("register").start_new_epoch().expect("begun");
        self.exchange("register");
    }

    /// The epoch of the only register that dealt so far, as a custodian's receipts name it.
    pub fn only_epoch(&self) -> EpochId {
        let mut line = client(&self.url, None).expect("an address");
        let bundles = newest_bundles(&mut line).expect("answered");
        assert_eq!(bundles.len(), 1, "one register has dealt");
        *bundles.keys().next().expect("one")
    }

    // --- campaigns

    pub fn draft_campaign(&mut self) -> Paper {
        let ask = CampaignAsk {
            crisis: "Story crisis".into(),
            hazard: Hazard::Disaster,
            alert: 2,
            destination: "SA".parse::<Country>().expect("a country"),
            places: Vec::new(),
            homes: vec![REGISTER_TOWN],
            lasts: 24 * HOUR,
        };
        self.officer(0).draft_campaign(&ask).expect("drafted")
    }

    /// One family is reached and safe; the register reports.
    pub fn answer_campaign(&mut self) {
        let mut app = self.app("register");
        app.sync_now(&mut |_| true).expect("the campaign arrives");
        let campaign = app.campaigns().expect("listed");
        let campaign = campaign
            .into_iter()
            .find(|c| c.origin == "federation")
            .expect("the federation's campaign");
        let list = app
            .call_list(&CallQuery::whole(&campaign.id))
            .expect("a call list");
        let task = list.tasks.first().expect("somebody is in scope");
        app.record_outcome(&OutcomeInput {
            campaign: campaign.id.clone(),
            person: task.person.clone(),
            result: "reached".into(),
            safety: Some("safe".into()),
            ..OutcomeInput::default()
        })
        .expect("recorded");
        app.sync_now(&mut |_| true).expect("reported");
    }
}
