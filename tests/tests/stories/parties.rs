//! A federation of parties that live on disk alone: founded by files, a desk enrolled by papers, a register invited, a
//! release asked for, decided, opened, ended and verified. Between any two steps everybody is closed and opened again,
//! so nothing is known but what was written down. The policy is the standard one: time is moved by hand.

mod by_file;
mod cast;
mod keepers;
mod proxied;
mod silent;

use crate::parties::cast::{Cast, DRILLS, HOUR, REGISTER_TOWN};
use crate::stage::BARANGAY;
use ugnay_app::dto::ErrorCode;
use ugnay_app::federation::{
    DecisionKind, Hash32, Paper, Psgc, Purpose, Reason, Request, RestoreAsk, audit,
};
use ugnay_wire::ids::to_hex;

const PEOPLE: [(&str, &str, &str); 3] = [
    ("Abad", "Lorna", "SA"),
    ("Bautista", "Rey", "SA"),
    ("Cruz", "Mila", "KW"),
];

#[test]
fn from_a_founding_by_files_to_a_review_by_parties_on_disk() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let (id, advice) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    assert_eq!(advice, [""; 0], "a sound request gets no advice");
    c.rounds();
    assert_eq!(c.status(0, &id).state, "decisions", "it stands in the log");
    assert_eq!(
        c.status(1, &id).state,
        "decisions",
        "and the second officer follows it too"
    );
    c.decide(0, &id, DecisionKind::Approve, Reason::InOrder);
    c.clock.advance(5 * HOUR);
    c.rounds();
    let alone = c.officer(0).open_grant(&id);
    assert_eq!(
        alone.map_err(|e| e.detail).err().flatten().as_deref(),
        Some("no_shares"),
        "one custodian of two opens nothing, however long it takes"
    );
    c.decide(1, &id, DecisionKind::Approve, Reason::InOrder);
    c.rounds();
    let status = c.status(0, &id);
    assert_eq!(
        (status.state, status.shares.have, status.approvals),
        ("ready", 2, 2),
        "with the second one the shares are there"
    );
    let opened = c.officer(0).open_grant(&id).expect("two of three open");
    assert_eq!(
        (
            opened.banner.cards,
            opened.faulty.len(),
            opened.custodians.len()
        ),
        (2, 0, 2),
        "exactly the two people who are there, from two custodians"
    );
    let wrong = c.officer(1).open_grant(&id);
    assert_eq!(
        wrong.map_err(|e| e.detail).err().flatten().as_deref(),
        Some("recipient"),
        "the shares are sealed to the officer who asked, not to the desk"
    );
    let people = c.officer(0).grant_people(&id).expect("kept on disk");
    let names: Vec<&str> = people.iter().map(|p| p.surname.as_str()).collect();
    assert_eq!(
        names,
        ["Abad", "Bautista"],
        "who is in Kuwait is not among them"
    );
    let file = c.officer(0).grant_export(&id, false, "First officer");
    let text = String::from_utf8(file.expect("exported").bytes).expect("text");
    assert!(
        text.lines().skip(1).all(|l| l.contains("evacuation")
            && l.ends_with("First officer")
            && l.contains(&status.id)),
        "every row says for what, under which request and by whom"
    );
    c.officer(0)
        .close_grant(&id, "everybody is home")
        .expect("one officer closes");
    let attested = c
        .officer(0)
        .attest_deletion(&id, "erased")
        .expect("drafted");
    c.second_signs_and_submits(attested);
    let review = c
        .officer(0)
        .review(&id, "two families reached", b"report")
        .expect("drafted");
    c.second_signs_and_submits(review);
    c.rounds();
    let end = c.status(1, &id);
    assert_eq!(
        (
            end.state,
            end.deletion_attested,
            end.reviewed,
            end.review_overdue
        ),
        ("closed", true, true, false),
        "closed, deletion attested, reviewed: all of it in the log"
    );
    let verdict = audit::verify(&c.url, c.tlog_policy().as_bytes()).expect("a verdict");
    assert!(
        verdict.ok,
        "an outsider finds the log in order: {verdict:?}"
    );
}

#[test]
fn p28_after_the_end_nothing_of_later_epochs_opens() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.granted(&id);
    let first = c.officer(0).open_grant(&id).expect("open");
    assert_eq!(first.compartments, 1, "one register-epoch");
    c.new_epoch();
    c.rounds();
    let during = c.officer(0).open_grant(&id).expect("still open");
    assert_eq!(
        during.compartments, 2,
        "under the standing grant a new epoch follows by itself"
    );
    c.officer(0).close_grant(&id, "over").expect("closed");
    c.rounds();
    c.new_epoch();
    c.rounds();
    let after = c.officer(0).open_grant(&id);
    assert_eq!(
        after.map_err(|e| e.detail).err().flatten().as_deref(),
        Some("grant_closed"),
        "after the closing nothing opens"
    );
    let people = c.officer(0).grant_people(&id);
    assert_eq!(
        people.map_err(|e| e.code).err(),
        Some(ErrorCode::NotFound),
        "and what was kept is gone from the folder"
    );
    assert_eq!(
        c.sealed_shares(&id),
        4,
        "two custodians, two epochs: for the third epoch no share was ever sealed"
    );
}

#[test]
fn cards_are_erased_when_the_folder_is_opened_after_the_end() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let (id, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.granted(&id);
    c.officer(0).open_grant(&id).expect("open");
    assert_eq!(
        c.officer(0).grant_banner(&id).expect("banner").cards,
        2,
        "kept while the grant lasts"
    );
    c.clock.advance(8 * 24 * HOUR);
    assert_eq!(
        c.officer(0).grant_banner(&id).expect("banner").cards,
        0,
        "opening the folder after the end has erased them, without any line"
    );
    assert_eq!(
        c.officer(0)
            .open_grant(&id)
            .map_err(|e| e.detail)
            .err()
            .flatten()
            .as_deref(),
        Some("grant_over"),
        "and the grant opens nothing any more"
    );
    c.rounds();
    let due = c.status(0, &id);
    assert!(
        !due.review_overdue && due.review_due.is_some(),
        "the review is due from the end on"
    );
    c.clock.advance(31 * 24 * HOUR);
    c.rounds();
    assert!(
        c.status(0, &id).review_overdue,
        "and overdue after 30 days without one"
    );
}

#[test]
fn p26_caps_refuse_and_the_asker_learns_why() {
    let mut c = Cast::with_a_desk();
    let many: Vec<Psgc> = (1..=121).map(|n| Psgc(REGISTER_TOWN.0 + n)).collect();
    let (wide, advice) = c.ask(Purpose::Evacuation, &many, "SA");
    assert_eq!(advice, ["scope"], "the desk is told before it signs");
    c.rounds();
    assert_eq!(
        c.wrong_rows(0, &wide),
        ["scope"],
        "the custodian finds the same"
    );
    assert_eq!(
        c.can(0, &wide),
        ["object", "refuse"],
        "the window offers to stop what is wrong"
    );
    let approved = c.try_decide(0, &wide, DecisionKind::Approve, Reason::InOrder, "");
    assert!(
        approved.is_err() || c.status(0, &wide).approvals == 0,
        "it cannot be approved"
    );
    let words = "two barangays are enough";
    c.try_decide(0, &wide, DecisionKind::Refuse, Reason::ScopeTooWide, words)
        .expect("refused with a reason");
    c.rounds();
    let told = c.status(0, &wide).decisions;
    let told: Vec<_> = told
        .iter()
        .map(|d| (d.custodian.as_str(), d.kind, d.reason, d.text.as_str()))
        .collect();
    assert_eq!(
        told,
        [("organisation 1", "refuse", "scope_too_wide", words)],
        "the asker sees who refused and why"
    );
    c.clock.advance(24 * HOUR);
    c.rounds();
    assert_eq!(
        c.sealed_shares(&wide),
        0,
        "P27: and no share is ever sealed"
    );
    // Six requests in 90 days are the policy's most; the wide one counts.
    for _ in 0..5 {
        c.clock.advance(HOUR);
        c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    }
    c.rounds();
    let (seventh, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.rounds();
    assert_eq!(
        c.wrong_rows(0, &seventh),
        ["requests_90_days"],
        "the seventh request of 90 days is one too many"
    );
    c.clock.advance(91 * 24 * HOUR);
    c.rounds();
    let (later, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.rounds();
    assert!(
        c.wrong_rows(0, &later).is_empty(),
        "after 90 days the desk may ask again: {:?}",
        c.wrong_rows(0, &later)
    );
}

#[test]
fn asking_never_reveals_whether_somebody_is_registered() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    // Nobody of the register is in Japan; two are in Saudi Arabia.
    let (full, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "SA");
    c.granted(&full);
    let (empty, _) = c.ask(Purpose::Evacuation, &[BARANGAY], "JP");
    c.granted(&empty);
    assert_eq!(
        c.share_lengths(&full),
        c.share_lengths(&empty),
        "what custodians send is as long for nobody as for two"
    );
    assert_eq!(
        c.public_lengths(&full),
        c.public_lengths(&empty),
        "what the log shows is as long, and there are as many entries"
    );
    let (a, b) = (
        c.scope_as_custodians_see_it(&full),
        c.scope_as_custodians_see_it(&empty),
    );
    assert_eq!(a, b, "custodians see as many compartments in both");
    let opened = c.officer(0).open_grant(&empty).expect("it opens");
    assert_eq!(
        (opened.compartments, opened.banner.cards),
        (1, 0),
        "only who was granted learns that nobody is there"
    );
}

#[test]
fn a_drill_is_released_end_to_end_and_touches_nobody() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let drill = Psgc(ugnay_app::desk::DRILL_BARANGAY);
    let (real, advice) = c.ask(Purpose::Drill, &[BARANGAY], "SA");
    assert_eq!(
        advice,
        ["purpose"],
        "a drill over real people is advised against"
    );
    c.rounds();
    assert_eq!(
        c.wrong_rows(0, &real),
        ["purpose"],
        "and no custodian can approve it"
    );
    c.drill_register(25, "SA");
    let (id, advice) = c.ask(Purpose::Drill, &[drill], "SA");
    assert_eq!(
        advice, [""; 0],
        "on the drill ground it is in order: {DRILLS}"
    );
    c.granted(&id);
    let opened = c.officer(0).open_grant(&id).expect("open");
    assert!(opened.banner.drill, "marked as a drill");
    let (result, review) = c.officer(0).drill_result(&id, 25).expect("compared");
    assert!(
        result.passed && result.cards == 25,
        "all invented people came out, nobody else: {result:?}"
    );
    c.second_signs_and_submits(review);
    c.rounds();
    let end = c.status(0, &id);
    assert!(end.drill && end.reviewed, "the result is logged");
}

#[test]
fn a_campaign_is_opened_by_two_and_answered_with_counts() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let paper = c.draft_campaign();
    let alone = c.officer(0).submit(&paper);
    assert!(alone.is_err(), "one officer opens no campaign");
    c.second_signs_and_submits(paper);
    c.rounds();
    let open = c.officer(0).campaigns().expect("listed");
    assert_eq!(
        open.iter().map(|x| x.state).collect::<Vec<_>>(),
        ["open"],
        "two do"
    );
    c.answer_campaign();
    let results = c.officer(0).results(&open[0].id).expect("answers");
    assert_eq!(
        (
            results.registers,
            results.counts.get("in_scope"),
            results.tokens.len()
        ),
        (1, Some(&2), 1),
        "one register, two people in scope, one reached: counts and a token"
    );
    c.officer(0).close_campaign(&open[0].id).expect("closed");
    assert!(
        c.officer(0).results(&open[0].id).is_err(),
        "the key that opens answers is gone"
    );
}

#[test]
fn papers_of_others_are_not_signed() {
    let c = Cast::with_a_desk();
    let genesis = Paper::from_bytes(&c.genesis()).expect("a paper");
    let signed = c.officer(0).sign(&mut genesis.clone());
    assert_eq!(
        signed.map_err(|e| e.detail).err().flatten().as_deref(),
        Some("not_the_desks_paper"),
        "an officer signs what a desk signs, nothing else"
    );
    let none = c.officer(1).find("0000000000");
    assert_eq!(
        none.map_err(|e| e.code).err(),
        Some(ErrorCode::NotFound),
        "there is no such request"
    );
}

#[test]
fn p31_two_officers_from_disk_ask_for_a_lost_register_and_its_new_device_alone_opens_it() {
    let mut c = Cast::with_a_desk();
    c.register(&PEOPLE);
    let lost = c.only_epoch();
    std::fs::remove_dir_all(c.at("register")).expect("the laptop is gone");
    c.register_named("second", &[]);
    let offer = c.app("second").restore_offer().expect("the key is shown");
    let mut ask = RestoreAsk {
        declaration: "Flood report".into(),
        document: b"the hall was under water".to_vec(),
        barangays: vec![BARANGAY],
        epoch: lost,
        device: Hash32([7; 32]),
        lasts: 72 * HOUR,
    };
    let detail = |e: ugnay_app::dto::AppError| e.detail.unwrap_or_default();
    assert_eq!(
        c.officer(0)
            .ask_restore(&ask)
            .map_err(detail)
            .err()
            .as_deref(),
        Some("recipient"),
        "nobody has shown that key"
    );
    let names = RestoreAsk::names(&"0".repeat(32), &offer.device);
    ask.device = names.expect("as the screen shows it").1;
    let (paper, advice) = c.officer(0).ask_restore(&ask).expect("drafted");
    assert_eq!(advice, [], "nothing the custodians will find wrong");
    let Paper::Request(signed) = &paper else {
        panic!("a request")
    };
    let id = Request::id(signed);
    c.second_signs_and_submits(paper);
    c.rounds();
    let shown = c.shown(0, &id);
    let restore = shown
        .restore
        .as_ref()
        .expect("a restore says who gets the shares");
    assert_eq!(
        (restore.device.as_str(), restore.epoch.as_str()),
        (offer.six.as_str(), to_hex(&lost.0).as_str()),
        "the custodian reads the words that stand on the new device, and which register-epoch"
    );
    let row = |code: &str| shown.checks.iter().find(|r| r.code == code).map(|r| r.ok);
    assert_eq!(
        (row("recipient"), row("recipient_device")),
        (None, Some(true)),
        "no row says that the key stands on a card"
    );
    let unheard = c.window_approves(0, &id, false);
    assert_eq!(
        unheard.map_err(detail).err().as_deref(),
        Some("compare_words"),
        "nobody approves before the words were compared"
    );
    c.window_approves(0, &id, true)
        .expect("compared and approved");
    c.decide(1, &id, DecisionKind::Approve, Reason::InOrder);
    c.clock.advance(5 * HOUR);
    c.rounds();
    let desk = c.officer(0).open_grant(&id);
    assert_eq!(
        desk.map(drop).map_err(detail).err().as_deref(),
        Some("recipient"),
        "the desk that asked holds no key for these shares"
    );
    let back = c.app("second").restore_release().expect("it comes back");
    assert_eq!(
        (back.persons, back.custodians),
        (3, 2),
        "all destinations, by two of three"
    );
    c.exchange("second");
}
