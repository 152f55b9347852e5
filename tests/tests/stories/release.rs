//! A release with a clock set by hand: three of five open exactly the scope, two do not, two objections stop it, it is
//! over at its end, and who moved away is not among the cards.

use crate::stage::{BARANGAY, Stage, add, edit, sync};
use std::collections::BTreeSet;
use ugnay_app::dto::{ErrorCode, PeopleQuery};
use ugnay_app::federation::{
    DecisionKind, OpenedRelease, Phase, Purpose, Reason, ReleaseAsk, Request, Signed,
};

const LASTS: i64 = 200;

impl Stage {
    /// Custodians take their shares and the log is followed by all.
    pub fn settle(&mut self) {
        self.cosign();
        let mut line = self.client();
        for c in &mut self.founded.custodians {
            c.follow(&mut line, &mut self.env).expect("an honest log");
            c.take_bundles(&mut line, self.clock.now())
                .expect("the buffer answers");
        }
        self.desk.follow(&mut line).expect("an honest log");
    }

    /// The desk asks for the barangay and a country; every custodian has checked it.
    pub fn ask(&mut self, country: &str) -> Signed<Request> {
        self.settle();
        let request = self.asks(country);
        self.checked(&request);
        request
    }

    /// The desk asks; nobody has looked yet.
    pub fn asks(&mut self, country: &str) -> Signed<Request> {
        let ask = ReleaseAsk {
            purpose: Purpose::Drill,
            declaration: "Story declaration".into(),
            document: b"nobody is in danger".to_vec(),
            barangays: vec![BARANGAY],
            destination: country.parse().expect("a country"),
            lasts: LASTS,
        };
        let mut line = self.client();
        self.desk
            .ask(&mut line, &ask, &mut self.env)
            .expect("the desk asks")
    }

    /// Every custodian follows and finds the request in order.
    fn checked(&mut self, request: &Signed<Request>) {
        self.settle();
        let id = Request::id(request);
        for c in &self.founded.custodians {
            let case = c
                .cases()
                .get(&id)
                .expect("every custodian sees the request");
            let wrong: Vec<_> = case
                .checks
                .iter()
                .filter(|c| !c.ok)
                .map(|c| c.code.code())
                .collect();
            assert!(
                wrong.is_empty(),
                "a sound request passes every check: {wrong:?}"
            );
        }
    }

    pub fn decide(&mut self, request: &Signed<Request>, who: &[usize], kind: DecisionKind) {
        let mut line = self.client();
        let reason = match kind {
            DecisionKind::Approve => Reason::InOrder,
            _ => Reason::NoEmergency,
        };
        for x in who {
            self.founded.custodians[*x]
                .decide(
                    &mut line,
                    &mut self.env,
                    &Request::id(request),
                    kind,
                    (reason, String::new()),
                )
                .expect("the decision is logged");
        }
    }

    /// The cool-off passes and the log moves on as often as seal, notice and hand-over need.
    pub fn rounds(&mut self) {
        self.clock.advance(4);
        for _ in 0..4 {
            self.settle();
        }
    }

    pub fn open(&mut self, request: &Signed<Request>) -> Result<OpenedRelease, String> {
        let mut line = self.client();
        let now = self.clock.now();
        self.desk
            .open_release(&mut line, request, now)
            .map_err(|e| e.detail.unwrap_or_default())
    }

    pub fn cards(&mut self, release: &OpenedRelease) -> BTreeSet<String> {
        let mut line = self.client();
        let now = self.clock.now();
        let cards = self
            .desk
            .all_cards(&mut line, release, now)
            .expect("granted cards open");
        cards.iter().map(|c| c.person.id.to_string()).collect()
    }

    /// Asks, lets three approve, opens.
    pub fn released(&mut self, country: &str) -> (Signed<Request>, OpenedRelease) {
        let request = self.ask(country);
        self.decide(&request, &[0, 2, 4], DecisionKind::Approve);
        self.rounds();
        let release = self.open(&request).expect("three of five open");
        (request, release)
    }

    fn in_register(&mut self, country: &str) -> BTreeSet<String> {
        let query = PeopleQuery {
            country: Some(country.into()),
            barangay: Some(BARANGAY.to_string()),
            limit: 500,
            ..PeopleQuery::default()
        };
        let page = self.laptop.people(&query).expect("list");
        page.rows.into_iter().map(|r| r.id).collect()
    }

    /// One of them.
    fn somebody(&mut self, country: &str, n: usize) -> String {
        let ids = self.in_register(country);
        ids.into_iter().nth(n).expect("so many are there")
    }
}

pub fn stage() -> Stage {
    let mut s = Stage::joined(&[
        ("Abad", "Lorna", "SA"),
        ("Bautista", "Rico", "SA"),
        ("Castro", "Nena", "KW"),
    ]);
    s.desk_card();
    s
}

#[test]
fn two_open_nothing_and_three_open_exactly_the_scope_until_it_ends() {
    let mut s = stage();
    let request = s.ask("SA");
    let id = Request::id(&request);
    s.decide(&request, &[0, 1], DecisionKind::Approve);
    s.rounds();
    assert_eq!(
        s.open(&request).err().as_deref(),
        Some("no_shares"),
        "two approvals of the three needed bring no share to the desk"
    );
    s.decide(&request, &[4], DecisionKind::Approve);
    s.rounds();
    let granted: Vec<u8> = (0u8..5)
        .filter(|x| s.founded.custodians[usize::from(*x)].phase(&id) == Some(Phase::Granted))
        .collect();
    assert_eq!(granted, [0, 1, 4], "exactly those who approved hand over");
    let mut release = s.open(&request).expect("three of five open");
    let (there, here) = (s.cards(&release), s.in_register("SA"));
    assert!(
        there == here && here.len() == 2,
        "the cards are exactly the people of that barangay in that country"
    );
    s.clock.advance(LASTS + 1);
    let now = s.clock.now();
    assert!(!release.expire(now), "at its end the grant does not stand");
    assert!(s.cards(&release).is_empty(), "its keys are gone with it");
    assert_eq!(
        s.open(&request).err().as_deref(),
        Some("grant_over"),
        "and it cannot be opened again"
    );
}

#[test]
fn two_objections_stop_what_three_approved() {
    let mut s = stage();
    let request = s.ask("SA");
    s.decide(&request, &[0, 1, 2], DecisionKind::Approve);
    s.decide(&request, &[3, 4], DecisionKind::Object);
    s.rounds();
    assert_eq!(
        s.open(&request).err().as_deref(),
        Some("no_shares"),
        "two objections within the cool-off weigh more than three approvals"
    );
    let id = Request::id(&request);
    let stopped = s
        .founded
        .custodians
        .iter()
        .all(|c| matches!(c.phase(&id), Some(Phase::Ended(_))));
    assert!(stopped, "every custodian holds the request for stopped");
    s.rounds();
    assert!(s.open(&request).is_err(), "waiting does not revive it");
}

#[test]
fn a_desk_that_is_cut_off_opens_later_and_a_foreign_desk_never() {
    let mut s = stage();
    let (request, _) = s.released("SA");
    let mut foreign = Stage::new();
    let mut line = s.client();
    let now = s.clock.now();
    let e = foreign
        .desk
        .open_release(&mut line, &request, now)
        .err()
        .expect("another federation's desk holds no key");
    assert_eq!(
        e.code,
        ErrorCode::Refused,
        "shares are sealed to the officer the request names"
    );
    assert!(
        s.open(&request).is_ok(),
        "the desk that asked can fetch again"
    );
}

#[test]
fn who_was_moved_by_the_other_device_is_in_the_new_compartment_alone() {
    let mut s = stage();
    s.pair();
    sync(&mut s.phone);
    let id = s.somebody("SA", 0);
    let other = s.somebody("SA", 1);
    edit(&mut s.phone, &id, |p| p.country = "KW".into());
    sync(&mut s.phone);
    // The laptop writes its shard of the old compartment once more, which still names the person it once put there.
    edit(&mut s.laptop, &other, |p| p.place = "Riyadh".into());
    sync(&mut s.laptop);
    sync(&mut s.phone);
    let (_, release) = s.released("SA");
    assert_eq!(
        s.cards(&release),
        BTreeSet::from([other]),
        "who left is not opened with the old country"
    );
    let (_, release) = s.released("KW");
    assert!(
        s.cards(&release).contains(&id),
        "and is opened with the new one"
    );
    edit(&mut s.phone, &id, |p| p.country = "HK".into());
    sync(&mut s.phone);
    sync(&mut s.laptop);
    let (_, release) = s.released("KW");
    assert!(
        !s.cards(&release).contains(&id),
        "moved on once more, the second place is left too"
    );
}

#[test]
fn a_move_and_an_edit_at_the_same_time_leave_nobody_behind() {
    let mut s = stage();
    s.pair();
    sync(&mut s.phone);
    let id = s.somebody("SA", 0);
    edit(&mut s.phone, &id, |p| p.country = "KW".into());
    for n in 0..3 {
        edit(&mut s.laptop, &id, |p| p.employer = format!("Employer {n}"));
    }
    let (laptop, phone) = (&mut s.laptop, &mut s.phone);
    let mut between = false;
    laptop
        .sync_now(&mut |p| {
            if p.step == "sending" && !between {
                between = true;
                sync(phone);
            }
            true
        })
        .expect("exchange");
    assert!(between, "the story needs the phone's move in the gap");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    let (_, release) = s.released("SA");
    assert!(
        !s.cards(&release).contains(&id),
        "an edit that did not know of the move does not keep the person in the old compartment"
    );
    let (_, release) = s.released("KW");
    assert!(
        s.cards(&release).contains(&id),
        "the new one has the person"
    );
}

#[test]
fn a_removed_person_is_not_among_the_cards() {
    let mut s = stage();
    let new = add(&mut s.laptop, "Dizon", "Leo", "SA");
    sync(&mut s.laptop);
    s.laptop.remove_person(&new).expect("removed");
    sync(&mut s.laptop);
    let (_, release) = s.released("SA");
    assert!(
        !s.cards(&release).contains(&new),
        "who was removed before the release is not shown to the desk"
    );
}

#[test]
fn p28_after_a_grant_the_register_turns_and_the_desk_opens_nothing_newer() {
    let mut s = stage();
    let before = s.laptop.compartment_ids(BARANGAY, "SA").expect("a country");
    let (_, release) = s.released("SA");
    let then = s.clock.now();
    sync(&mut s.laptop);
    let during = s.laptop.compartment_ids(BARANGAY, "SA").expect("a country");
    assert_eq!(
        during.epoch, before.epoch,
        "while the grant stands the register stays"
    );
    s.clock.advance(LASTS + 1);
    s.cosign();
    add(&mut s.laptop, "Dizon", "Later", "SA");
    sync(&mut s.laptop);
    let after = s.laptop.compartment_ids(BARANGAY, "SA").expect("a country");
    assert_ne!(
        after.epoch, before.epoch,
        "once it is over, the next exchange begins an epoch"
    );
    // A desk that set its clock back and kept its keys.
    let mut line = s.client();
    let cards = s.desk.all_cards(&mut line, &release, then);
    assert_eq!(
        cards.map(|c| c.len()).expect_err("over").detail.as_deref(),
        Some("not_released"),
        "the buffer goes by its own clock and hands it nothing any more, old or new"
    );
    sync(&mut s.laptop);
    let still = s.laptop.compartment_ids(BARANGAY, "SA").expect("a country");
    assert_eq!(
        still.epoch, after.epoch,
        "and it turns once for a grant, not at every exchange"
    );
}
