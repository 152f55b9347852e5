//! What custodians said of a request while the roster changed under it: each line of the list is judged and named by the
//! roster of its time, and what the one that left says afterwards is nobody's word.

use crate::release::stage;
use crate::stage::Stage;
use crate::succession::{card_of, newcomer, replace, rounds};
use ugnay_app::custody::CustodianNode;
use ugnay_app::dto::custody::{DecisionRow, RequestDetail};
use ugnay_app::federation::{DecisionKind, Phase, Reason, Request, RequestId};
use ugnay_log::{Entry, EntryType};
use ugnay_release::Decision;
use ugnay_release::logged::{self, Word};
use ugnay_seal::Hash32;

/// Who leaves: place 2, the parish.
const LEAVING: usize = 1;

fn shown(s: &Stage, node: &CustodianNode, id: &RequestId) -> RequestDetail {
    node.request(id, s.clock.now()).expect("it is known there")
}

/// Organisation and decision of each line, and whether a later word of that place counts instead.
fn lines(rows: &[DecisionRow]) -> Vec<(&str, &str, bool)> {
    rows.iter()
        .map(|d| (d.organisation.as_str(), d.kind.as_str(), d.superseded))
        .collect()
}

fn says(s: &mut Stage, node: &mut CustodianNode, id: &RequestId, kind: DecisionKind, text: &str) {
    let mut line = s.client();
    let reason = match kind {
        DecisionKind::Approve => Reason::InOrder,
        _ => Reason::DeskDoubted,
    };
    node.decide(&mut line, &mut s.env, id, kind, (reason, text.into()))
        .expect("decided");
}

fn in_office(s: &mut Stage, n: usize, id: &RequestId, kind: DecisionKind, text: &str) {
    let mut office = std::mem::take(&mut s.founded.custodians);
    says(s, &mut office[n], id, kind, text);
    s.founded.custodians = office;
}

/// A word of place 2 under the key of the one that left: said after it left, and entered by the server itself.
fn said_late(s: &mut Stage, old: &CustodianNode, id: &RequestId) -> Entry {
    let decision = Decision {
        kind: DecisionKind::Object,
        request: *id,
        cids: Hash32([0; 32]),
        x: 2,
        reason: Reason::NoEmergency,
        text: "still here".into(),
        time: s.clock.now(),
    };
    let word = Word::sign(&decision, &s.founded.fed, old.identity()).to_bytes();
    let signed = ugnay_release::Signed::new(decision, &s.founded.fed, &[old.identity()]);
    let by = old.identity().public();
    let made = logged::submission(
        &signed.expect("signs"),
        word,
        &by,
        s.clock.now(),
        &mut s.env.rng(),
    );
    s.enter_by_force(&made.entry, Some(&made.body));
    made.entry
}

#[test]
fn p25_a_list_of_decisions_names_and_judges_each_by_the_roster_of_its_time() {
    let mut s = stage();
    rounds(&mut s, &mut [], 1);
    let request = s.ask("SA");
    let id = Request::id(&request);
    // Under the first roster.
    in_office(&mut s, LEAVING, &id, DecisionKind::Approve, "");
    in_office(&mut s, 4, &id, DecisionKind::Refuse, "we are closed");
    in_office(&mut s, 0, &id, DecisionKind::Refuse, "not yet");
    rounds(&mut s, &mut [], 2);
    let view = s.founded.custodians[LEAVING].view();
    let newest = |e: &&ugnay_app::federation::view::Seen| e.entry.kind == EntryType::Approve;
    let said = view.entries().iter().rfind(newest);
    let said = said.expect("the parish's approval is logged");
    let (copied, body) = (
        said.entry.clone(),
        view.bodies().get(&said.index).expect("with words").clone(),
    );

    let mut new = newcomer(&mut s);
    replace(&mut s, 2, &card_of("newcomer", new.keys()));
    rounds(&mut s, &mut [&mut new], 2);
    let old = s.founded.custodians.remove(LEAVING);
    assert_eq!(
        (old.seat(), new.seat()),
        (None, Some(2)),
        "the place has changed hands"
    );
    let before = shown(&s, &s.founded.custodians[0], &id);
    assert_eq!(
        lines(&before.decisions),
        [
            ("parish", "approve", false),
            ("sister", "refuse", false),
            ("centre", "refuse", false),
        ],
        "who left is named as who it was when it spoke, and its word stands"
    );
    // Under the second roster.
    says(
        &mut s,
        &mut new,
        &id,
        DecisionKind::Refuse,
        "we were not asked",
    );
    in_office(&mut s, 0, &id, DecisionKind::Approve, "");
    rounds(&mut s, &mut [&mut new], 2);
    let then = [
        ("parish", "approve", true),
        ("sister", "refuse", false),
        ("centre", "refuse", true),
        ("newcomer", "refuse", false),
        ("centre", "approve", false),
    ];
    for node in [&s.founded.custodians[0], &s.founded.custodians[3], &new] {
        let detail = shown(&s, node, &id);
        assert_eq!(
            lines(&detail.decisions),
            then,
            "each by the roster of its time, the newest word of a place counts, on every screen the same"
        );
        assert!(
            detail.decisions.iter().all(|d| d.logged),
            "all of it stands in the log"
        );
        let mine: Vec<&str> = detail
            .decisions
            .iter()
            .filter(|d| d.me)
            .map(|d| d.organisation.as_str())
            .collect();
        let me = node.view().federation.roster().by_key(&node.public());
        let me = me.expect("has a place").name.as_str();
        assert!(
            mine.iter().all(|name| *name == me),
            "its own words alone are marked as its own: {mine:?}"
        );
        assert_eq!(
            (detail.row.approvals, detail.row.objections),
            (1, 0),
            "one approval counts: the parish's place says something else now"
        );
    }
    // What the one that left signed once is entered again, and something new under its key.
    let again = Entry {
        time: copied.time + 1,
        ..copied
    };
    s.enter_by_force(&again, Some(&body));
    said_late(&mut s, &old, &id);
    rounds(&mut s, &mut [&mut new], 2);
    for node in [&s.founded.custodians[0], &s.founded.custodians[3], &new] {
        let detail = shown(&s, node, &id);
        assert_eq!(
            lines(&detail.decisions),
            then,
            "after the change its key signs for nobody: nothing is added, nothing takes a place"
        );
        assert_eq!(
            (detail.row.approvals, detail.row.objections),
            (1, 0),
            "and nothing is counted"
        );
        assert_ne!(
            node.phase(&id),
            Some(Phase::Granted),
            "nor does anything open by it"
        );
    }
}
