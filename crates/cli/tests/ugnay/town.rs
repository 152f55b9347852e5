//! A federation that the program itself founded: three custodians of whom two open, a witness, an office, a desk of two
//! officers, and the server over its own settings file. Everything in one folder that goes away.

use crate::program::{Bench, Run, ugnay};
use serde_json::Value;
use std::net::TcpListener;
use ugnay_buffer::{Buffer, ThreadHandle, commands};

/// A list of two invented people in Dita, Cuenca.
pub const LIST: &str = "Surname,Given name,Country,Employer,Contact,Contact phone\n\
    Canarias,Ana,Saudi Arabia,Al Noor,Rosa Canarias,0918 555 1234\n\
    Luntian,Ben,Saudi Arabia,Al Noor,Mila Luntian,0918 555 1235\n";

pub struct Town {
    pub bench: Bench,
    server: Option<ThreadHandle>,
    pub url: String,
    /// The six words of the federation.
    pub six: String,
}

/// A text out of an answer.
pub fn text(answer: &Value, key: &str) -> String {
    let found = answer[key].as_str();
    found
        .unwrap_or_else(|| panic!("{key} is a text"))
        .to_owned()
}

impl Town {
    /// Where a file or folder of that name is.
    pub fn at(&self, name: &str) -> String {
        self.bench.at(name)
    }

    /// A command that opens a folder, ended well.
    pub fn run(&self, args: &[&str]) -> Value {
        self.bench.run(args).done()
    }

    /// A command that opens none.
    pub fn plain(&self, args: &[&str]) -> Run {
        ugnay(&[args, &["--json"]].concat())
    }

    /// Enters a custodian's words again, as its sheet has them.
    pub fn enter_words(&self, dir: &str) -> String {
        let words = self.run(&["custodian", "words", dir]);
        let words: Vec<&str> = words["words"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let file = self.bench.put("typed", &words.join(" "));
        let check = ["custodian", "words-check", dir, "--words-file", &file];
        assert_eq!(self.run(&check)["ok"], true, "the sheet is right");
        words.join(" ")
    }

    /// A custodian with its card `NAME-card`; gives the six words of the card.
    pub fn custodian(&self, name: &str) -> String {
        let dir = self.at(name);
        let place = format!("X-{name}");
        let made = ["custodian", "create", &dir, "--name", name];
        self.run(&[&made[..], &["--jurisdiction", &place]].concat());
        self.enter_words(&dir);
        let card = self.at(&format!("{name}-card"));
        let made = self.run(&["custodian", "card", &dir, "--out", &card]);
        text(&made, "fingerprint")
    }

    /// Starts the server over its folder, where it was before if it was anywhere.
    pub fn serve(&mut self) {
        let before = self.url.strip_prefix("http://").unwrap_or("127.0.0.1:0");
        let listener = TcpListener::bind(before).expect("binds");
        let config = commands::load(&self.bench.path("server"), None).expect("its settings");
        let handle = Buffer::start_in_thread(config, listener).expect("starts");
        self.url = format!("http://{}", handle.addr());
        self.server = Some(handle);
    }

    /// Ends the server: no line leads anywhere until it is started again.
    pub fn cut(&mut self) {
        drop(self.server.take());
    }

    /// Ends the server, gives it other settings and starts it again.
    pub fn serve_with(&mut self, settings: &str) {
        drop(self.server.take());
        let own = self.bench.path("server").join(commands::CONFIG_FILE);
        std::fs::copy(settings, own).expect("put in place");
        self.serve();
    }

    /// Custodians and witness do what they do every hour, so often.
    pub fn hours(&self, times: usize, custodians: &[&str]) {
        for _ in 0..times {
            for name in custodians {
                self.run(&["custodian", "exchange", &self.at(name)]);
            }
            self.run(&["witness", "visit", &self.at("witness")]);
        }
    }

    /// Cards, policy, draft, signatures, genesis; everybody joins.
    pub fn found() -> Self {
        let mut town = Self {
            bench: Bench::new(),
            server: None,
            url: String::new(),
            six: String::new(),
        };
        let t = &town;
        for name in ["one", "two", "three"] {
            t.custodian(name);
        }
        let (witness, office) = (t.at("witness"), t.at("office"));
        let make = ["witness", "create", &witness, "--name", "Witness"];
        t.run(&[&make[..], &["--jurisdiction", "HK"]].concat());
        t.run(&["witness", "card", &witness, "--out", &t.at("witness-card")]);
        t.run(&["office", "create", &office, "--name", "Office"]);
        t.run(&["office", "card", &office, "--out", &t.at("office-card")]);
        t.drafted();
        town.founded();
        town
    }

    fn drafted(&self) {
        // Its own settings are replaced by the federation's as soon as there is one.
        let (dir, fed) = (self.bench.path("server"), ugnay_wire::Fed([7; 16]));
        let made = commands::init(&dir, "town.example/log", &fed, &[7; 32]);
        let log = self.bench.put("log-key", &made.expect("a data folder"));
        let policy = self.at("policy");
        #[rustfmt::skip]
        let standard = self.plain(&[
            "federation", "policy", "--custodians", "3", "--approvals", "2", "--quorum", "3", "--demo", "--out", &policy,
        ]);
        standard.done();
        let draft = self.at("draft");
        let cards = ["one", "two", "three", "witness", "office"];
        let cards: Vec<String> = cards.map(|n| self.at(&format!("{n}-card"))).to_vec();
        let cards: Vec<&str> = cards.iter().map(String::as_str).collect();
        let make = [
            "federation",
            "draft",
            "--name",
            "Town",
            "--log",
            &log,
            "--policy",
            &policy,
        ];
        let make = [&make[..], &["--out", &draft], &cards].concat();
        let made = self.plain(&make).done();
        assert_eq!(made["kind"], "genesis", "a founding, signed by nobody");
        let found = self.plain(&["federation", "lint", &draft]).done();
        assert_eq!(found["ok"], true, "without errors: {found}");
        // One authority that could open everything: an answer, and no file.
        let twice = [
            &make[..9],
            &[&self.at("no-draft"), cards[0], cards[0], cards[0]],
            &cards[3..],
        ];
        let refused = self.plain(&twice.concat());
        assert_ne!(refused.code, 0, "one organisation three times is none");
        assert!(!self.bench.path("no-draft").exists(), "nothing was written");
    }

    fn founded(&mut self) {
        let mut copies = Vec::new();
        for name in ["one", "two", "three"] {
            let copy = self.at(&format!("{name}-signed"));
            let (dir, draft) = (self.at(name), self.at("draft"));
            self.run(&["custodian", "sign-genesis", &dir, &draft, "--out", &copy]);
            copies.push(copy);
        }
        let copies: Vec<&str> = copies.iter().map(String::as_str).collect();
        let out = self.at("f");
        let assemble = ["federation", "assemble", "--out", &out];
        let early = self.plain(&[&assemble[..], &copies[..2]].concat());
        assert_eq!(early.code, 2, "all must have signed: {}", early.stderr);
        let made = self.plain(&[&assemble[..], &copies].concat()).done();
        self.six = text(&made, "fingerprint");
        self.serve_with(&text(&made, "buffer_toml"));
        let genesis = self.genesis();
        for name in ["one", "two", "three"] {
            self.join(name);
        }
        self.run(&["custodian", "log-paper", &self.at("one"), &genesis]);
        let witness = self.at("witness");
        let join = [
            "witness",
            "join",
            &witness,
            "--genesis",
            &genesis,
            "--buffer",
            &self.url,
        ];
        let shown = self.bench.run(&join);
        assert_eq!(
            (shown.code, text(&shown.json(), "compare")),
            (1, self.six.clone()),
            "first the words are compared"
        );
        self.run(&[&join[..], &["--words", &self.six]].concat());
        self.hours(1, &["one", "two", "three"]);
        let office = self.at("office");
        let join = [
            "office",
            "join",
            &office,
            "--genesis",
            &genesis,
            "--buffer",
            &self.url,
        ];
        self.run(&[&join[..], &["--words", &self.six]].concat());
    }

    /// The genesis all have signed.
    pub fn genesis(&self) -> String {
        self.bench.path("f").join("genesis").display().to_string()
    }

    /// The policy to judge the log by.
    pub fn trust(&self) -> String {
        self.bench
            .path("f")
            .join("tlog-policy")
            .display()
            .to_string()
    }

    /// A custodian takes the genesis and learns where the buffer is.
    pub fn join(&self, name: &str) {
        let (dir, genesis) = (self.at(name), self.genesis());
        self.run(&[
            "custodian",
            "join",
            &dir,
            &genesis,
            "--fingerprint",
            &self.six,
        ]);
        self.run(&["custodian", "connect", &dir, &self.url]);
    }

    /// A desk of two officers, its card signed by two custodians and logged.
    pub fn desk(&mut self) {
        for name in ["first", "second"] {
            let dir = self.at(name);
            self.run(&["desk", "create", &dir, "--name", "Desk"]);
            self.run(&[
                "desk",
                "card",
                &dir,
                "--out",
                &self.at(&format!("{name}-card")),
            ]);
        }
        let (card, copy, all) = (
            self.at("desk-card"),
            self.at("desk-copy"),
            self.at("desk-all"),
        );
        let (first, second) = (self.at("first-card"), self.at("second-card"));
        let draft = [
            "desk",
            "draft-card",
            "--name",
            "Desk",
            "--area",
            "0401009000",
            "--drills",
        ];
        let draft = [&draft[..], &["--out", &card, &first, &second]].concat();
        self.plain(&draft).done();
        self.run(&["custodian", "sign", &self.at("one"), &card, "--out", &copy]);
        let other = self.at("desk-other");
        self.run(&["custodian", "sign", &self.at("two"), &card, "--out", &other]);
        let genesis = self.genesis();
        let join = [
            "paper",
            "join",
            "--genesis",
            &genesis,
            "--out",
            &all,
            &copy,
            &other,
        ];
        assert_eq!(self.plain(&join).done()["signatures"], 2, "both in one");
        let shown = self.plain(&["paper", "show", &all, "--genesis", &genesis]);
        assert_eq!(shown.done()["signatures"], 2, "and both are good");
        let settings = self.at("settings.toml");
        let make = [
            "federation",
            "buffer",
            "--genesis",
            &genesis,
            "--card",
            &all,
        ];
        self.plain(&[&make[..], &["--out", &settings]].concat())
            .done();
        self.serve_with(&settings);
        self.run(&["custodian", "log-paper", &self.at("one"), &all]);
        self.hours(1, &["one", "two", "three"]);
        for name in ["first", "second"] {
            let dir = self.at(name);
            let join = [
                "desk",
                "join",
                &dir,
                "--genesis",
                &genesis,
                "--buffer",
                &self.url,
            ];
            self.run(&[&join[..], &["--words", &self.six]].concat());
        }
    }

    /// A register in Dita that joined with the office's twelve words and exchanged once.
    pub fn register(&self, name: &str, words: &str) -> String {
        let dir = self.at(name);
        self.run(&["register", "create", &dir, "--place", "0401009007"]);
        let file = self.bench.put("twelve", words);
        let join = [
            "register",
            "join",
            &dir,
            "--words-file",
            &file,
            "--buffer",
            &self.url,
        ];
        let shown = self.bench.run(&join);
        assert_eq!(shown.code, 1, "first the words are compared");
        let six = text(&shown.json(), "compare");
        self.run(&[&join[..], &["--words", &six]].concat());
        self.bench
            .run(&["sync", &dir, "--buffer", &self.url])
            .refused(&["waiting_for_ticket"]);
        let given = self.run(&["office", "answer", &self.at("office")]);
        assert_eq!(given["answered"], 1, "the office gives one ticket");
        self.run(&["sync", &dir, "--buffer", &self.url]);
        dir
    }

    /// A paper of the first officer, signed by the second and put into the log.
    pub fn submit(&self, paper: &str) {
        let signed = format!("{paper}-signed");
        let sign = ["desk", "sign", &self.at("second"), paper, "--yes"];
        self.run(&[&sign[..], &["--out", &signed]].concat());
        self.run(&["desk", "submit", &self.at("first"), &signed]);
    }
}
