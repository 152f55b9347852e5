//! Writes the public page of an invented federation into a folder, one file a language with its style, for looking at it in
//! a browser: `cargo run -p ugnay-transparency --example page -- FOLDER`. Names nobody.

use std::{collections::BTreeMap, error::Error, fs, path::PathBuf};
use ugnay_transparency::{
    Closing, Custodian, Decision, Demand, DemandsOf, Federation, Language, LogHead, Report,
    Request, STYLE, Signature, State, Statement, Witness, Words, render,
};

const DAY: i64 = 86_400;
const NOW: i64 = 1_795_331_100;

fn closing(text: Option<&str>) -> Option<Closing> {
    Some(Closing {
        time: NOW - 20 * DAY,
        text: text.map(str::to_owned),
        erased: text.is_none(),
    })
}

fn request(index: u64, purpose: &'static str, state: State) -> Request {
    let decision = |custodian: &str, decision, reason| Decision {
        custodian: custodian.into(),
        decision,
        reason,
        time: NOW - 30 * DAY,
    };
    let opened = matches!(state, State::Opened | State::Ended);
    Request {
        index,
        id: "c5".repeat(32),
        desk: "Municipal crisis desk of an invented town".into(),
        purpose,
        drill: purpose == "drill",
        destination: Some("SA".into()),
        barangays: 3,
        asked: NOW - 31 * DAY,
        from: NOW - 31 * DAY,
        until: NOW - 25 * DAY,
        expires: NOW - 25 * DAY,
        state,
        decisions: vec![
            decision("Invented centre", "approve", Some("in_order")),
            decision("Invented union", "object", Some("scope_too_wide")),
            decision("Invented parish", "refuse", None),
        ],
        approvals: 1,
        objections: 1,
        handed_over: if opened { 3 } else { 0 },
        closed: if opened { closing(None) } else { None },
        deleted: None,
        review: if state == State::Ended {
            None
        } else {
            closing(Some("All families were called."))
        },
        review_due: opened.then_some(NOW - DAY),
        review_overdue: state == State::Ended,
    }
}

fn statement(organisation: &str, number: u32, none: bool, overdue: bool) -> Statement {
    let counts = if none {
        BTreeMap::new()
    } else {
        BTreeMap::from([("refused", 2), ("gagged", 1)])
    };
    Statement {
        index: 90 + u64::from(number),
        organisation: organisation.into(),
        key: "a1".repeat(32),
        number,
        date: NOW - 100 * DAY,
        next_by: if overdue {
            NOW - 10 * DAY
        } else {
            NOW + 10 * DAY
        },
        none,
        counts,
        texts: BTreeMap::from([("en".into(), "We keep our part, as we promised.".into())]),
        erased: false,
        in_order: !overdue,
        newest: true,
        overdue,
    }
}

fn report() -> Report {
    let names = ["Invented centre", "Invented parish", "Invented union"];
    let custodian = |(x, name): (u8, &&str)| Custodian {
        x,
        name: (*name).into(),
        jurisdiction: "PH".into(),
        key: "a1".repeat(32),
        statement_due: (x != 3).then_some(NOW - 10 * DAY),
        overdue: x == 1,
    };
    let demand = |authority, asked: &[&'static str], outcome| Demand {
        authority,
        asked: asked.to_vec(),
        outcome,
        reported: NOW - 9 * DAY,
        updated: NOW,
    };
    Report {
        at: NOW,
        federation: Some(Federation {
            name: "an invented federation".into(),
            founded: NOW - 300 * DAY,
            demo: true,
            approvals_needed: 3,
            objections_stop: 2,
        }),
        log: Some(LogHead {
            origin: "buffer.example.org/log".into(),
            key: format!("buffer.example.org/log+1a2b3c4d+{}", "A".repeat(44)),
            size: 1234,
            root: "b4".repeat(32),
            needed: 5,
            cosigned: names
                .map(|n| Signature {
                    name: n.into(),
                    time: NOW,
                })
                .to_vec(),
        }),
        custodians: (1..).zip(&names).map(custodian).collect(),
        witnesses: vec![Witness {
            name: "Invented witness abroad".into(),
            jurisdiction: "CH".into(),
        }],
        requests: vec![
            request(44, "evacuation", State::Ended),
            request(40, "repatriation", State::Waiting),
            request(30, "drill", State::Opened),
        ],
        demands: vec![DemandsOf {
            organisation: names[0].into(),
            total: 2,
            outcomes: BTreeMap::from([("refused", 1), ("gagged", 1)]),
            demands: vec![
                demand(
                    Some("immigration"),
                    &["lists", "whereabouts", "silence"],
                    "refused",
                ),
                demand(None, &[], "gagged"),
            ],
        }],
        statements: vec![
            statement(names[0], 3, false, true),
            statement(names[1], 1, true, false),
        ],
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder =
        PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?).join("transparency");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("page.css"), STYLE)?;
    for language in Language::ALL {
        let html = render(&report(), &Words::new(language), "/transparency");
        fs::write(folder.join(format!("{}.html", language.tag())), html)?;
    }
    Ok(())
}
