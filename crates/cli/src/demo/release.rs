//! The release: asked for in the log, approved by three of five after their checks, opened for exactly its scope, over at its end.

use super::stage::{BARANGAY, COUNTRY, Stage, check, founded, missing};
use crate::fail::Fail;
use std::thread::sleep;
use std::time::Duration;
use ugnay_app::dto::PeopleQuery;
use ugnay_app::federation::{
    ClosingKind, Country, DecisionKind, Phase, Purpose, Reason, ReleaseAsk, Request, audit,
};

/// How long the demo's grant lasts, in seconds.
const LASTS: i64 = 25;

pub fn ask(s: &mut Stage) -> Result<String, Fail> {
    s.cosign()?;
    let mut client = s.client()?;
    let desk = s.desk.as_mut().ok_or_else(|| missing("desk"))?;
    desk.follow(&mut client)?;
    let destination: Country = COUNTRY.parse().map_err(|_| missing("country"))?;
    let ask = ReleaseAsk {
        purpose: Purpose::Drill,
        declaration: "DEMO declaration 1".into(),
        document: b"DEMO declaration: nobody is in danger".to_vec(),
        barangays: vec![BARANGAY],
        destination,
        lasts: LASTS,
    };
    let request = desk.ask(&mut client, &ask, &mut s.env)?;
    s.request = Some(request);
    s.cosign()?;
    follow_all(s)?;
    let id = Request::id(s.request.as_ref().ok_or_else(|| missing("request"))?);
    let first = founded(&mut s.founded)?
        .custodians
        .first()
        .ok_or_else(|| missing("custodian"))?;
    let case = first
        .cases()
        .get(&id)
        .ok_or_else(|| missing("case at the custodians"))?;
    let wrong: Vec<&str> = case
        .checks
        .iter()
        .filter(|c| !c.ok)
        .map(|c| c.code.code())
        .collect();
    check(
        wrong.is_empty(),
        &format!("checks failed: {}", wrong.join(", ")),
    )?;
    Ok(format!(
        "1 barangay, {COUNTRY}, {LASTS} s; every custodian sees {} checks, all in order",
        case.checks.len()
    ))
}

fn follow_all(s: &mut Stage) -> Result<(), Fail> {
    let mut client = s.client()?;
    for c in &mut founded(&mut s.founded)?.custodians {
        c.follow(&mut client, &mut s.env)?;
    }
    Ok(())
}

fn approve(s: &mut Stage, which: usize) -> Result<(), Fail> {
    let mut client = s.client()?;
    let id = Request::id(s.request.as_ref().ok_or_else(|| missing("request"))?);
    let custodian = founded(&mut s.founded)?
        .custodians
        .get_mut(which)
        .ok_or_else(|| missing("custodian"))?;
    let reason = (Reason::InOrder, String::new());
    Ok(custodian.decide(&mut client, &mut s.env, &id, DecisionKind::Approve, reason)?)
}

/// Lets the log move on and every custodian act on it; three rounds carry seal, notice and hand-over.
fn rounds(s: &mut Stage) -> Result<(), Fail> {
    for _ in 0..3 {
        s.cosign()?;
        follow_all(s)?;
    }
    let mut client = s.client()?;
    s.cosign()?;
    s.desk
        .as_mut()
        .ok_or_else(|| missing("desk"))?
        .follow(&mut client)?;
    Ok(())
}

pub fn two_of_three(s: &mut Stage) -> Result<String, Fail> {
    approve(s, 0)?;
    approve(s, 1)?;
    sleep(Duration::from_secs(4));
    rounds(s)?;
    let mut client = s.client()?;
    let now = s.env.now();
    let request = s.request.clone().ok_or_else(|| missing("request"))?;
    let opened = s
        .desk
        .as_mut()
        .ok_or_else(|| missing("desk"))?
        .open_release(&mut client, &request, now);
    check(opened.is_err(), "two custodians were enough")?;
    Ok("two approvals logged, the cool-off over, and no share has left".into())
}

pub fn third(s: &mut Stage) -> Result<String, Fail> {
    approve(s, 4)?;
    rounds(s)?;
    let id = Request::id(s.request.as_ref().ok_or_else(|| missing("request"))?);
    let granted = founded(&mut s.founded)?
        .custodians
        .iter()
        .filter(|c| c.phase(&id) == Some(Phase::Granted))
        .count();
    check(
        granted == 3,
        "three custodians should have handed over their shares",
    )?;
    Ok(
        "the third approval is cosigned; three sealed sets of shares logged, then handed over"
            .into(),
    )
}

pub fn open(s: &mut Stage) -> Result<String, Fail> {
    let mut client = s.client()?;
    let now = s.env.now();
    let request = s.request.clone().ok_or_else(|| missing("request"))?;
    let desk = s.desk.as_mut().ok_or_else(|| missing("desk"))?;
    let release = desk.open_release(&mut client, &request, now)?;
    let cards = desk.all_cards(&mut client, &release, now)?;
    let query = PeopleQuery {
        country: Some(COUNTRY.into()),
        barangay: Some(BARANGAY.to_string()),
        limit: 500,
        ..PeopleQuery::default()
    };
    let expected = s.first.people(&query)?;
    let mut here: Vec<String> = expected.rows.iter().map(|r| r.id.clone()).collect();
    let mut there: Vec<String> = cards.iter().map(|c| c.person.id.to_string()).collect();
    here.sort();
    there.sort();
    check(
        !here.is_empty() && here == there,
        "the cards opened are not exactly those in scope",
    )?;
    let compartments = release.compartments();
    s.release = Some(release);
    Ok(format!(
        "{compartments} compartment, {} cards, exactly the people of the barangay who are there",
        there.len()
    ))
}

pub fn refused(s: &mut Stage) -> Result<String, Fail> {
    let mut client = s.client()?;
    let now = s.env.now();
    let keys = s.first.compartment_ids(BARANGAY, "KW")?;
    let granted = s.first.compartment_ids(BARANGAY, COUNTRY)?;
    let desk = s.desk.as_ref().ok_or_else(|| missing("desk"))?;
    let release = s.release.as_ref().ok_or_else(|| missing("release"))?;
    check(
        desk.cards(&mut client, release, keys.epoch, keys.card, now)
            .is_err(),
        "another destination opened",
    )?;
    check(
        desk.cards(&mut client, release, keys.epoch, granted.case, now)
            .is_err(),
        "a case facet opened",
    )?;
    check(
        !desk.key_opens(&mut client, release, &granted, now)?,
        "a granted card key opened a case facet",
    )?;
    s.first.start_new_epoch()?;
    s.first.sync_now(&mut |_| true)?;
    let later = s.first.compartment_ids(BARANGAY, COUNTRY)?;
    check(later.epoch != keys.epoch, "no new epoch was begun")?;
    check(
        desk.cards(&mut client, release, later.epoch, later.card, now)
            .is_err(),
        "a later epoch opened",
    )?;
    Ok("tried and refused: another destination, a case facet, a later epoch".into())
}

pub fn expire(s: &mut Stage) -> Result<String, Fail> {
    let request = s.request.clone().ok_or_else(|| missing("request"))?;
    let left = request.body().until - s.env.now();
    sleep(Duration::from_secs(u64::try_from(left + 1).unwrap_or(0)));
    let mut client = s.client()?;
    let now = s.env.now();
    let desk = s.desk.as_mut().ok_or_else(|| missing("desk"))?;
    let mut release = s.release.take().ok_or_else(|| missing("release"))?;
    check(!release.expire(now), "the grant still stands")?;
    check(
        desk.all_cards(&mut client, &release, now)
            .is_ok_and(|c| c.is_empty()),
        "cards are still shown",
    )?;
    check(
        desk.open_release(&mut client, &request, now).is_err(),
        "the grant could be opened again",
    )?;
    let id = Request::id(&request);
    for (kind, text) in [
        (ClosingKind::GrantClose, "DEMO over"),
        (
            ClosingKind::DeletionAttestation,
            "DEMO keys and cards deleted",
        ),
        (ClosingKind::Review, "DEMO review"),
    ] {
        desk.close(&mut client, id, kind, text, &mut s.env)?;
    }
    s.cosign()?;
    follow_all(s)?;
    let ended = founded(&mut s.founded)?
        .custodians
        .iter()
        .all(|c| matches!(c.phase(&id), Some(Phase::Ended(_))));
    check(ended, "a custodian still holds the request open")?;
    Ok("keys wiped at its end; closing, deletion and review are in the log".into())
}

pub fn verify_log(s: &mut Stage) -> Result<String, Fail> {
    let policy = founded(&mut s.founded)?.log_policy()?;
    let verdict = audit::verify(&s.url, policy.as_bytes())?;
    check(
        verdict.ok,
        verdict.fault.as_deref().unwrap_or("log not in order"),
    )?;
    Ok(format!(
        "{} entries recomputed, cosigned by {} organisations, {} needed",
        verdict.size,
        verdict.cosigned_by.len(),
        verdict.needed
    ))
}
