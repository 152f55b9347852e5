//! Demands and statements from the custodian's vault to the public page: recorded privately, published as codes, stated
//! with a date, late when it passes; a body can be erased and the log still verifies; a review and a deletion are shown.

use crate::stage::Stage;
use serde_json::Value;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use ugnay_app::Env;
use ugnay_app::dto::ErrorCode;
use ugnay_app::dto::custody::{DemandInput, StatementInput, StatementText};
use ugnay_app::federation::demands::{Author, Book, Me, said};
use ugnay_app::federation::{
    Client, ClosingKind, Country, Purpose, ReleaseAsk, Request, View, audit,
};
use ugnay_buffer::commands;
use ugnay_vault::{NewVault, Party, Vault};

const PASS: &str = "never for real people";
const DAY: i64 = 86_400;

fn vault(dir: &Path, env: &mut Env) -> Vault {
    let new = NewVault {
        party: Party::Custodian,
        label: "Invented".into(),
    };
    let now = env.now();
    Vault::create(dir, PASS, &new, now, &mut env.rng()).expect("a vault is made")
}

fn demand(now: i64) -> DemandInput {
    DemandInput {
        id: None,
        authority: "immigration".into(),
        jurisdiction: "PH".into(),
        received_at: now - DAY,
        asked: vec!["silence".into(), "lists".into()],
        outcome: "received".into(),
        note: "Kanaryo asked for Dita".into(),
    }
}

fn words(next_by: i64, none: bool) -> StatementInput {
    StatementInput {
        texts: vec![StatementText {
            language: "en".into(),
            text: "We keep our part.\nAs ever.".into(),
        }],
        next_by,
        none: Some(none),
    }
}

/// Plain HTTP, as a browser without scripts would ask.
fn get(url: &str, path: &str) -> String {
    let address = url.strip_prefix("http://").expect("loopback");
    let mut line = TcpStream::connect(address).expect("the buffer listens");
    write!(
        line,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"
    )
    .expect("asked");
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("answered in text");
    assert!(
        answer.starts_with("HTTP/1.1 200"),
        "{path}: {}",
        answer.lines().next().unwrap_or_default()
    );
    answer.split_once("\r\n\r\n").expect("a body").1.to_owned()
}

fn report(stage: &Stage) -> Value {
    serde_json::from_str(&get(&stage.url, "/transparency.json")).expect("json")
}

/// Custodian 1 with its vault and what it knows.
struct House {
    stage: Stage,
    vault: Vault,
    view: View,
}

impl House {
    fn new() -> Self {
        let mut stage = Stage::new();
        let vault = vault(&stage.dir.path().join("vault"), &mut stage.env);
        let view =
            View::new(&stage.founded.genesis, &stage.founded.genesis.hash()).expect("pinned");
        Self { stage, vault, view }
    }

    /// Does something with the book, at the buffer, as custodian 1.
    fn book<T>(
        &mut self,
        work: impl FnOnce(&mut Book<'_>, Author<'_>, &mut Client, &mut Env) -> T,
    ) -> T {
        let author = Author {
            x: 1,
            sign: self.stage.founded.custodians[0].identity(),
            federation: &self.view.federation,
        };
        let mut line = ugnay_app::federation::client(&self.stage.url, None).expect("an address");
        work(
            &mut Book::new(&mut self.vault),
            author,
            &mut line,
            &mut self.stage.env,
        )
    }

    fn settle(&mut self) {
        self.stage.cosign();
        let mut line = self.stage.client();
        self.view.update(&mut line).expect("an honest log");
    }

    fn me(&self) -> Me {
        let first = &self.view.federation.roster().custodians[0];
        Me {
            key: first.sign,
            name: first.name.clone(),
            in_office: true,
        }
    }

    fn overview(&mut self) -> ugnay_app::dto::custody::Demands {
        let mut line = self.stage.client();
        let found = said(&self.view, |i| Ok(line.log_body(i)?));
        let me = self.me();
        let now = self.stage.clock.now();
        Book::new(&mut self.vault)
            .overview(&me, &found.expect("read"), now)
            .expect("the vault reads")
    }

    /// The whole log from outside, with the federation's own list of keys.
    fn log_verifies(&self) {
        let policy = self.stage.founded.log_policy().expect("a policy");
        let verdict = audit::verify(&self.stage.url, policy.as_bytes()).expect("the log is there");
        assert!(verdict.ok, "the log verifies: {:?}", verdict.fault);
    }
}

#[test]
fn a_demand_is_private_until_published_and_codes_alone_then() {
    let mut h = House::new();
    let now = h.stage.clock.now();
    let id = h
        .book(|b, _, _, env| b.save(&demand(now), env))
        .expect("recorded");
    h.settle();
    assert_eq!(
        report(&h.stage)["demands"].as_array().map(Vec::len),
        Some(0),
        "nothing is public yet"
    );
    let shown = h.overview();
    assert_eq!(
        (shown.unpublished, shown.counts.total, shown.published_at),
        (1, 1, None),
        "recorded, not published"
    );

    assert_eq!(
        h.book(|b, a, line, env| b.publish(a, line, env)),
        Ok(1),
        "one is new"
    );
    assert_eq!(
        h.book(|b, a, line, env| b.publish(a, line, env)),
        Ok(0),
        "and then it is published"
    );
    h.settle();
    let public = report(&h.stage);
    let one = &public["demands"][0];
    assert_eq!(
        (&one["organisation"], &one["total"]),
        (&"centre".into(), &1.into()),
        "by whom, how many"
    );
    assert_eq!(one["demands"][0]["authority"], "immigration", "by its code");
    assert_eq!(
        one["demands"][0]["asked"],
        serde_json::json!(["lists", "silence"]),
        "by its codes"
    );
    let page = get(&h.stage.url, "/transparency/fil");
    assert!(
        page.contains("Awtoridad sa immigration"),
        "in words of the reader's language"
    );

    h.stage.clock.advance(DAY);
    let changed = DemandInput {
        id: Some(id.clone()),
        outcome: "refused".into(),
        ..demand(now)
    };
    h.book(|b, _, _, env| b.save(&changed, env))
        .expect("a new outcome");
    let row = h.overview().rows.remove(0);
    assert_eq!(
        (row.outcome.as_str(), row.published, row.history.len()),
        ("refused", false, 1),
        "history is kept"
    );
    let other = DemandInput {
        authority: "court".into(),
        ..changed
    };
    let refused = h
        .book(|b, _, _, env| b.save(&other, env))
        .map_err(|e| (e.code, e.detail));
    assert_eq!(
        refused,
        Err((ErrorCode::Refused, Some("published_demand".into()))),
        "what was published stays what it was"
    );
    assert_eq!(
        h.book(|b, a, line, env| b.publish(a, line, env)),
        Ok(1),
        "the new outcome"
    );
    h.settle();
    let public = report(&h.stage);
    assert_eq!(
        public["demands"][0]["outcomes"],
        serde_json::json!({"refused": 1}),
        "still one demand"
    );

    drop(h.vault);
    for entry in fs::read_dir(h.stage.data()).expect("the buffer's folder") {
        let bytes = fs::read(entry.expect("a file").path()).expect("readable");
        assert!(
            !bytes.windows(7).any(|w| w == b"Kanaryo"),
            "the note is sealed to custodians, even at the buffer"
        );
    }
    let again = Vault::open(&h.stage.dir.path().join("vault"), PASS).expect("opens again");
    h.vault = again;
    assert_eq!(
        h.overview().rows[0].note,
        "Kanaryo asked for Dita",
        "the custodian itself keeps it"
    );
}

#[test]
fn a_gag_shows_that_there_is_a_demand_and_nothing_else() {
    let mut h = House::new();
    let now = h.stage.clock.now();
    let gagged = DemandInput {
        outcome: "gagged".into(),
        ..demand(now)
    };
    h.book(|b, _, _, env| b.save(&gagged, env))
        .expect("recorded");
    h.book(|b, a, line, env| b.publish(a, line, env))
        .expect("published");
    h.settle();
    let one = &report(&h.stage)["demands"][0]["demands"][0];
    assert_eq!(
        (&one["authority"], &one["outcome"]),
        (&Value::Null, &"gagged".into()),
        "nobody is named"
    );
    assert_eq!(
        one["asked"].as_array().map(Vec::len),
        Some(0),
        "nor what was asked"
    );
}

#[test]
fn statements_are_chained_and_late_ones_are_seen_by_everybody() {
    let mut h = House::new();
    let now = h.stage.clock.now();
    h.book(|b, a, line, env| b.state(a, line, &words(now + 30 * DAY, true), env))
        .expect("stated");
    h.settle();
    let public = report(&h.stage);
    let first = &public["statements"][0];
    assert_eq!(
        (&first["number"], &first["none"], &first["in_order"]),
        (&1.into(), &true.into(), &true.into()),
        "said so"
    );
    assert_eq!(
        first["texts"]["en"], "We keep our part. As ever.",
        "in one line"
    );
    assert!(
        get(&h.stage.url, "/transparency/en").contains("We received no demand since the founding."),
        "on the page"
    );

    h.book(|b, _, _, env| b.save(&demand(now), env))
        .expect("a demand comes");
    let early = h
        .book(|b, a, line, env| b.state(a, line, &words(now + 40 * DAY, false), env))
        .map_err(|e| e.detail);
    assert_eq!(
        early,
        Err(Some("unpublished_demands".into())),
        "no statement leaves one out"
    );
    h.book(|b, a, line, env| b.publish(a, line, env))
        .expect("published");
    let lie = h
        .book(|b, a, line, env| b.state(a, line, &words(now + 40 * DAY, true), env))
        .map_err(|e| e.field);
    assert_eq!(lie, Err(Some("none".into())), "none is not true any more");
    h.book(|b, a, line, env| b.state(a, line, &words(now + 40 * DAY, false), env))
        .expect("stated");
    h.settle();
    let public = report(&h.stage);
    let second = &public["statements"][0];
    assert_eq!(
        (&second["number"], &second["in_order"], &second["none"]),
        (&2.into(), &true.into(), &false.into()),
        "the next"
    );
    assert_eq!(
        second["counts"],
        serde_json::json!({"received": 1}),
        "with its count"
    );

    h.stage.clock.advance(41 * DAY);
    let shown = h.overview();
    assert!(
        shown.overdue && shown.statements[0].overdue,
        "late, and the organisation sees it"
    );
    assert!(
        shown.statements.iter().all(|s| s.logged && s.me),
        "both stand in the log"
    );
    let public = report(&h.stage);
    assert_eq!(
        public["custodians"][0]["overdue"], true,
        "everybody sees it"
    );
    assert!(
        get(&h.stage.url, "/transparency/en").contains("OVERDUE: the next statement"),
        "in words"
    );
}

#[test]
fn what_could_not_be_sent_is_sent_later_and_once() {
    let mut h = House::new();
    let now = h.stage.clock.now();
    h.book(|b, _, _, env| b.save(&demand(now), env))
        .expect("recorded");
    h.stage.stop_buffer();
    let lost = h
        .book(|b, a, line, env| b.publish(a, line, env))
        .map_err(|e| e.code);
    assert_eq!(
        lost,
        Err(ErrorCode::BufferUnreachable),
        "the buffer is away"
    );
    let lost = h
        .book(|b, a, line, env| b.state(a, line, &words(now + DAY, false), env))
        .map_err(|e| e.code);
    assert_eq!(
        lost,
        Err(ErrorCode::BufferUnreachable),
        "for a statement too, which is made and waits"
    );
    assert!(
        !h.overview_offline().statements[0].logged,
        "shown as not logged yet"
    );
    h.stage.start_buffer();
    for _ in 0..2 {
        let now = h.stage.clock.now();
        h.book(|b, a, line, _| b.resend(a, line, now))
            .expect("sent");
    }
    h.settle();
    let public = report(&h.stage);
    assert_eq!(public["demands"][0]["total"], 1, "once");
    assert_eq!(
        public["statements"].as_array().map(Vec::len),
        Some(1),
        "once"
    );
    h.log_verifies();
}

impl House {
    /// What the custodian sees without a buffer.
    fn overview_offline(&mut self) -> ugnay_app::dto::custody::Demands {
        let now = self.stage.clock.now();
        let me = self.me();
        Book::new(&mut self.vault)
            .overview(&me, &[], now)
            .expect("the vault reads")
    }

    fn ask(&mut self) -> ugnay_app::federation::RequestId {
        self.stage.desk_card();
        let mut line = self.stage.client();
        self.stage.desk.follow(&mut line).expect("an honest log");
        let ask = ReleaseAsk {
            purpose: Purpose::Drill,
            declaration: "Story declaration".into(),
            document: b"nobody is in danger".to_vec(),
            barangays: vec![crate::stage::BARANGAY],
            destination: "SA".parse::<Country>().expect("a country"),
            lasts: 200,
        };
        let request = self
            .stage
            .desk
            .ask(&mut line, &ask, &mut self.stage.env)
            .expect("asked");
        Request::id(&request)
    }
}

#[test]
fn an_erased_body_is_gone_from_page_and_custodians_and_the_log_still_verifies() {
    let mut h = House::new();
    let id = h.ask();
    let mut line = h.stage.client();
    let slip = "Kanaryo is deleted";
    h.stage
        .desk
        .close(
            &mut line,
            id,
            ClosingKind::DeletionAttestation,
            slip,
            &mut h.stage.env,
        )
        .expect("attested");
    h.stage
        .desk
        .close(
            &mut line,
            id,
            ClosingKind::Review,
            "It went well",
            &mut h.stage.env,
        )
        .expect("reviewed");
    h.settle();
    let public = report(&h.stage);
    assert_eq!(public["requests"][0]["drill"], true, "a drill is marked");
    assert_eq!(
        public["requests"][0]["deleted"]["text"], slip,
        "words for the public are public"
    );
    let page = get(&h.stage.url, "/transparency/en");
    assert!(
        page.contains(slip) && page.contains("It went well"),
        "attestation and review are shown"
    );
    assert!(
        !page.contains("401009007") && !page.contains("0401009007"),
        "no barangay"
    );
    let drills = page
        .split("<section id=\"drills\"")
        .nth(1)
        .expect("drills stand apart");
    assert!(
        drills.contains("Story desk"),
        "under drills, by the desk's name"
    );

    let index = h
        .view
        .entries()
        .iter()
        .find(|s| s.entry.kind.name() == "deletion-attestation")
        .expect("logged")
        .index;
    h.stage.stop_buffer();
    let erased = h.stage.erase_body(index);
    assert!(erased, "there was a body");
    h.stage.start_buffer();
    let public = report(&h.stage);
    assert_eq!(
        (
            &public["requests"][0]["deleted"]["erased"],
            &public["requests"][0]["deleted"]["text"]
        ),
        (&true.into(), &Value::Null),
        "its words are gone, the entry stays"
    );
    let page = get(&h.stage.url, "/transparency/en");
    assert!(
        !page.contains("Kanaryo") && page.contains("The text was erased."),
        "the page says so"
    );
    let mut line = h.stage.client();
    assert_eq!(
        line.log_body(index).expect("answered"),
        None,
        "a custodian gets no body, and no error"
    );
    let mut late =
        View::new(&h.stage.founded.genesis, &h.stage.founded.genesis.hash()).expect("pinned");
    late.update(&mut line)
        .expect("who comes later follows the log all the same");
    h.log_verifies();
}

impl Stage {
    /// Erases a body as an operator does, while the buffer stands still. False if there was none.
    fn erase_body(&self, index: u64) -> bool {
        let config = self.config();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime
            .block_on(commands::erase_body(config, index))
            .expect("erased")
    }
}
