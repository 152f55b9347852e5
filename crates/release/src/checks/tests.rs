//! Each row against the one thing that makes it wrong (P21, P22, P26).

use super::*;
use crate::logged::{PublicRequest, submission};
use crate::simulator::Parties;
use crate::{Policy, Purpose};
use ugnay_log::Witnessed;
use ugnay_seal::Hash32;

const NOW: i64 = 100 * 86_400;

struct Case {
    parties: Parties,
    signed: Signed<Request>,
    entry: Entry,
    quorum: Quorum,
    history: Vec<PastRequest>,
    recipient: Option<Hash32>,
}

fn quorum_of(names: &[&str], time: i64) -> Quorum {
    let members = names
        .iter()
        .map(|n| Witnessed {
            name: (*n).to_owned(),
            time,
        })
        .collect();
    Quorum {
        members,
        need: 5,
        of: 7,
    }
}

fn case_with(policy: Policy, card_logged_at: i64, change: impl Fn(&mut Request)) -> Case {
    let mut parties = Parties::new(30, policy, card_logged_at).unwrap();
    let mut request = parties.request(&[Area(401_009_001), Area(401_009_002)], 682, NOW);
    change(&mut request);
    let signed = parties.sign_request(request).unwrap();
    let card = parties
        .federation
        .cards()
        .next()
        .unwrap()
        .card
        .body()
        .clone();
    let public = PublicRequest::of(&signed, &card).to_bytes();
    let author = parties.officers[0].public();
    let entry = submission(&signed, public, &author, NOW, &mut parties.rng).entry;
    let names = [
        "witness1.example",
        "witness2.example",
        "witness3.example",
        "witness4.example",
        "witness6.example",
    ];
    Case {
        parties,
        signed,
        entry,
        quorum: quorum_of(&names, NOW),
        history: vec![],
        recipient: None,
    }
}

fn case(change: impl Fn(&mut Request)) -> Case {
    case_with(Policy::standard(5, 3, 5), 0, change)
}

impl Case {
    fn rows_at(&self, now: i64, logged: bool) -> Vec<Check> {
        run(&Evidence {
            federation: &self.parties.federation,
            me: 1,
            request: &self.signed,
            entry: logged.then_some(&self.entry),
            quorum: Some(&self.quorum),
            history: &self.history,
            recipient: self.recipient,
            now,
        })
    }

    fn wrong(&self) -> Vec<CheckCode> {
        self.rows_at(NOW + 60, true)
            .iter()
            .filter(|r| !r.ok)
            .map(|r| r.code)
            .collect()
    }
}

#[test]
fn an_honest_request_has_every_row_right() {
    let case = case(|_| {});
    assert_eq!(case.wrong(), [], "nothing is wrong");
    let rows = case.rows_at(NOW + 60, true);
    assert_eq!(
        rows.iter().map(|r| r.code).collect::<Vec<_>>(),
        CheckCode::ALL,
        "all rows, in order"
    );
    assert!(
        all_right(&rows) && !all_right(&rows[1..]),
        "a missing row is not a right one"
    );
}

#[test]
fn p21_desk_and_officers() {
    let young = case_with(Policy::standard(5, 3, 5), NOW - 14 * 86_400 + 1, |_| {});
    assert_eq!(
        young.wrong(),
        [CheckCode::CardAge],
        "a card of a second less than 14 days"
    );
    let old_enough = case_with(Policy::standard(5, 3, 5), NOW - 14 * 86_400, |_| {});
    assert_eq!(old_enough.wrong(), [], "14 days to the second");
    assert_eq!(
        case(|r| r.areas = vec![Area(401_010_001)]).wrong(),
        [CheckCode::CardArea],
        "another town"
    );
    assert_eq!(
        case(|r| r.recipient = Hash32([1; 32])).wrong(),
        [CheckCode::Recipient],
        "a key that is not on the card"
    );
    let mut one = case(|_| {});
    one.signed = Signed::new(
        one.signed.body().clone(),
        one.parties.federation.fed(),
        &[&one.parties.officers[0]],
    )
    .unwrap();
    assert_eq!(one.wrong(), [CheckCode::Officers], "one officer");
    let unknown = case(|r| r.card = Hash32([1; 32])).wrong();
    for code in [
        CheckCode::Card,
        CheckCode::CardAge,
        CheckCode::CardValid,
        CheckCode::CardArea,
        CheckCode::Officers,
        CheckCode::Logged,
    ] {
        assert!(unknown.contains(&code), "a card nobody knows: {code:?}");
    }
    let late = case(|_| {});
    let rows = late.rows_at(400 * 86_400, true);
    assert!(
        rows.iter().any(|r| r.code == CheckCode::CardValid && !r.ok),
        "a card that expired since"
    );
}

#[test]
fn p22_witnesses() {
    let mut c = case(|_| {});
    c.quorum.members.pop();
    let timeless = [
        CheckCode::Witnesses,
        CheckCode::Externals,
        CheckCode::Clock,
        CheckCode::CardAge,
        CheckCode::CardValid,
        CheckCode::Pending,
    ];
    assert_eq!(
        c.wrong(),
        timeless,
        "four, none from outside; and without a quorum there is no time to judge by"
    );
    let mut inside = case(|_| {});
    inside.quorum = quorum_of(
        &[
            "witness1.example",
            "witness2.example",
            "witness3.example",
            "witness4.example",
            "witness5.example",
        ],
        NOW,
    );
    assert_eq!(
        inside.wrong(),
        [CheckCode::Externals],
        "five custodians and nobody from outside"
    );
    let not_logged = case(|_| {});
    let rows = not_logged.rows_at(NOW + 60, false);
    assert!(
        !rows
            .iter()
            .find(|r| r.code == CheckCode::Logged)
            .unwrap()
            .ok,
        "no entry, no request"
    );
    let mut other = case(|_| {});
    other.entry.public[50] ^= 1;
    assert_eq!(
        other.wrong(),
        [CheckCode::Logged],
        "p24: the public fields are this request's"
    );
    let mut ahead = case(|_| {});
    ahead.quorum = quorum_of(
        &[
            "witness1.example",
            "witness2.example",
            "witness3.example",
            "witness4.example",
            "witness6.example",
        ],
        NOW + 60 + MAX_SKEW + 1,
    );
    assert_eq!(
        ahead.wrong(),
        [CheckCode::Clock],
        "witnesses from the future"
    );
}

#[test]
fn p26_scope_caps_per_request_and_per_90_days() {
    let mut policy = Policy::standard(5, 3, 5);
    policy.purposes.iter_mut().for_each(|c| c.max_areas = 3);
    policy.areas_per_90_days = 4;
    policy.requests_per_90_days = 2;
    let areas = |n: u32| (1..=n).map(|b| Area(401_009_000 + b)).collect::<Vec<_>>();
    let ask = |n: u32| case_with(policy.clone(), 0, |r| r.areas = areas(n));
    assert_eq!(ask(3).wrong(), [], "three are allowed");
    assert_eq!(ask(4).wrong(), [CheckCode::Scope], "four at once are not");
    let past = |days: i64, areas: Vec<Area>, n: u8| PastRequest {
        request: RequestId([n; 32]),
        lgu: [9; 16],
        time: NOW - days * 86_400,
        areas,
        unseen: 0,
    };
    let mut c = ask(3);
    c.history = vec![past(89, vec![Area(401_009_011), Area(401_009_012)], 1)];
    assert_eq!(
        c.wrong(),
        [CheckCode::Scope90Days],
        "five in 90 days are not, in two requests"
    );
    c.history = vec![past(90, vec![Area(401_009_011), Area(401_009_012)], 1)];
    assert_eq!(c.wrong(), [], "90 days ago no longer counts");
    c.history = vec![past(5, areas(3), 1)];
    assert_eq!(c.wrong(), [], "the same barangays again add nothing");
    c.history = vec![past(5, areas(1), 1), past(6, areas(1), 2)];
    assert_eq!(
        c.wrong(),
        [CheckCode::Requests90Days],
        "but the number of requests is capped too"
    );
    let unseen = |n: u16| PastRequest {
        unseen: n,
        ..past(5, vec![], 1)
    };
    c.history = vec![unseen(1)];
    assert_eq!(c.wrong(), [], "three, and one that was not shown");
    c.history = vec![unseen(2)];
    assert_eq!(
        c.wrong(),
        [CheckCode::Scope90Days],
        "what was not shown counts by its public number: no caps are got round by hiding"
    );
    c.history = vec![PastRequest {
        lgu: [8; 16],
        ..past(5, areas(50), 1)
    }];
    assert_eq!(c.wrong(), [], "another desk's requests are its own");
}

#[test]
fn policy_purpose_and_times() {
    assert_eq!(
        case(|r| r.policy = Hash32([1; 32])).wrong(),
        [CheckCode::Policy],
        "an older policy"
    );
    assert_eq!(
        case(|r| r.origin = "other".into()).wrong(),
        [CheckCode::Origin],
        "another log"
    );
    assert_eq!(
        case(|r| r.until += 1).wrong(),
        [CheckCode::Window],
        "a second over 30 days"
    );
    assert_eq!(
        case(|r| r.expires = NOW + 7 * 86_400 + 1).wrong(),
        [CheckCode::Pending],
        "open for too long"
    );
    assert_eq!(
        case(|r| r.expires = NOW).wrong(),
        [CheckCode::Pending],
        "no longer open"
    );
    let mut policy = Policy::standard(5, 3, 5);
    policy
        .purposes
        .retain(|c| c.purpose != Purpose::Repatriation);
    let none = case_with(policy, 0, |r| r.purpose = Purpose::Repatriation).wrong();
    assert_eq!(
        none,
        [CheckCode::Purpose, CheckCode::Scope, CheckCode::Window],
        "a purpose this federation does not allow"
    );
}

#[test]
fn p24_an_id_is_used_once() {
    let mut c = case(|_| {});
    let id = Request::id(&c.signed);
    c.history = vec![PastRequest {
        request: id,
        lgu: [9; 16],
        time: NOW,
        areas: vec![],
        unseen: 0,
    }];
    assert_eq!(c.wrong(), [], "seeing the same log entry again is no reuse");
    c.history[0].time = NOW - 1;
    assert_eq!(
        c.wrong(),
        [CheckCode::Unused],
        "an earlier entry with this id is"
    );
}

#[test]
fn p21_k_plus_one_signatures_enrol_a_desk_during_a_crisis() {
    let policy = Policy::standard(5, 3, 5);
    let hours = |h: i64| NOW - h * 3600;
    let mut three = case_with(policy.clone(), hours(5), |_| {});
    assert_eq!(
        three.wrong(),
        [CheckCode::CardAge],
        "k signatures: five hours are not 14 days"
    );
    let known = three
        .parties
        .federation
        .cards()
        .next()
        .unwrap()
        .card
        .clone();
    let mut four = known.clone();
    let fed = *three.parties.federation.fed();
    for custodian in &three.parties.custodians {
        let signers = four.signers(&fed).unwrap();
        if signers.len() < 4 && !signers.contains(custodian.public().as_bytes()) {
            four.sign(&fed, custodian).unwrap();
        }
    }
    three
        .parties
        .federation
        .accept_card(&four, hours(1))
        .unwrap();
    assert_eq!(
        three.wrong(),
        [],
        "one signature more: five hours in the log are more than the cool-off"
    );
    let mut young = case_with(policy, hours(3), |_| {});
    young
        .parties
        .federation
        .accept_card(&resigned(&young.parties, 4), hours(3))
        .unwrap();
    assert_eq!(
        young.wrong(),
        [CheckCode::CardAge],
        "but not before the cool-off is over"
    );
    young
        .parties
        .federation
        .accept_card(&resigned(&young.parties, 5), 0)
        .unwrap();
    assert_eq!(
        young.wrong(),
        [CheckCode::CardAge],
        "logging it again does not make it older"
    );
}

/// The desk's card with so many custodians' signatures.
fn resigned(parties: &Parties, signatures: usize) -> Signed<crate::LguCard> {
    let body = parties
        .federation
        .cards()
        .next()
        .unwrap()
        .card
        .body()
        .clone();
    let signers: Vec<_> = parties.custodians.iter().take(signatures).collect();
    Signed::new(body, parties.federation.fed(), &signers).unwrap()
}

#[test]
fn p26_a_drill_stays_on_the_drill_ground() {
    let ground = vec![Area(4_200_001_001)];
    let over_real = case(|r| r.purpose = Purpose::Drill);
    assert_eq!(
        over_real.wrong(),
        [CheckCode::Purpose],
        "a drill does not open where people live"
    );
    let drill = case(|r| {
        r.purpose = Purpose::Drill;
        r.areas = ground.clone();
    });
    assert_eq!(
        drill.wrong(),
        [CheckCode::CardArea],
        "on the drill ground only the desk's area is in question"
    );
    let earnest = case(|r| r.areas = ground.clone());
    assert_eq!(
        earnest.wrong(),
        [CheckCode::CardArea, CheckCode::Purpose],
        "and nothing else happens there"
    );
    let demo = Policy {
        demo: true,
        ..Policy::standard(5, 3, 5)
    };
    assert_eq!(
        case_with(demo, 0, |r| r.purpose = Purpose::Drill).wrong(),
        [],
        "a demonstration holds no real person"
    );
}

#[test]
fn p24_only_a_request_entry_logs_a_request() {
    let mut c = case(|_| {});
    c.entry.kind = ugnay_log::EntryType::Campaign;
    assert_eq!(
        c.wrong(),
        [CheckCode::Logged],
        "the same public fields in another kind of entry"
    );
    c.entry.kind = ugnay_log::EntryType::Request;
    c.entry.public.clear();
    assert_eq!(
        c.wrong(),
        [CheckCode::Logged],
        "and none at all are not this request's"
    );
}

/// The codes that are wrong at this device's time.
fn wrong_at(c: &Case, now: i64) -> Vec<CheckCode> {
    let rows = c.rows_at(now, true);
    rows.iter().filter(|r| !r.ok).map(|r| r.code).collect()
}

#[test]
fn p28_ends_are_ends_to_the_second() {
    let c = case(|r| r.expires = NOW + 30);
    assert_eq!(wrong_at(&c, NOW + 29), [], "a second before the end");
    assert_eq!(
        wrong_at(&c, NOW + 30),
        [CheckCode::Pending],
        "this device's clock has reached the end"
    );
    let mut late = case(|r| r.expires = NOW + 30);
    late.quorum
        .members
        .iter_mut()
        .for_each(|m| m.time = NOW + 30);
    assert_eq!(
        wrong_at(&late, NOW + 20),
        [CheckCode::Pending],
        "the witnesses' clocks have, whatever this one says"
    );
    let (mut skewed, seconds) = (case(|_| {}), MAX_SKEW);
    skewed
        .quorum
        .members
        .iter_mut()
        .for_each(|m| m.time = NOW + seconds);
    assert_eq!(wrong_at(&skewed, NOW), [], "clocks differ a little");
    let card_end = 365 * 86_400;
    let rows = c.rows_at(card_end, true);
    let valid = rows.iter().find(|r| r.code == CheckCode::CardValid);
    assert_eq!(
        valid.map(|r| r.ok),
        Some(false),
        "a card is over when its time is"
    );
    let rows = c.rows_at(card_end - 1, true);
    let valid = rows.iter().find(|r| r.code == CheckCode::CardValid);
    assert_eq!(valid.map(|r| r.ok), Some(true), "and not before");
}

#[test]
fn p22_a_request_that_was_not_shown_is_never_right() {
    let c = case(|_| {});
    let rows = unseen(&c.parties.federation, 1, &c.quorum, NOW);
    let wrong: Vec<_> = rows.iter().filter(|r| !r.ok).map(|r| r.code).collect();
    assert_eq!(
        wrong,
        [CheckCode::Logged],
        "it was cosigned, and what it asks for was not shown"
    );
    assert!(!all_right(&rows), "nobody approves what was not shown");
    let rest: Vec<Check> = rows.into_iter().filter(|r| r.ok).collect();
    assert!(!all_right(&rest), "nor by leaving the row out");
}

#[test]
fn p24_a_restore_goes_to_the_key_that_was_laid_down_and_to_no_other() {
    let mut c = case(|r| {
        r.purpose = Purpose::Restore;
        r.destination = 0;
        r.epoch = Some(ugnay_seal::EpochId([1; 16]));
        r.recipient = Hash32([5; 32]);
    });
    let wrong = |c: &Case| c.wrong().contains(&CheckCode::Recipient);
    assert!(
        wrong(&c),
        "no device has shown the key that two officers signed for"
    );
    c.recipient = Some(Hash32([6; 32]));
    assert!(wrong(&c), "another device's key");
    c.recipient = Some(Hash32([5; 32]));
    assert!(!wrong(&c), "that very key");
    let mut desk = case(|r| r.recipient = Hash32([5; 32]));
    desk.recipient = Some(Hash32([5; 32]));
    assert!(
        wrong(&desk),
        "for anything else only a key on the card counts, whoever laid one down"
    );
}
