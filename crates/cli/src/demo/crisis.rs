//! The crisis: two officers declare, the register's officer calls families offline, the desk learns counts.

use super::stage::{COUNTRY, Stage, TOWN, check, missing};
use crate::fail::Fail;
use ugnay_app::dto::{CallQuery, OutcomeInput};
use ugnay_app::federation::{Country, Declaration, Hazard};

pub fn declare(s: &mut Stage) -> Result<String, Fail> {
    let mut client = s.client()?;
    let desk = s.desk.as_mut().ok_or_else(|| missing("desk"))?;
    desk.follow(&mut client)?;
    let destination: Country = COUNTRY.parse().map_err(|_| missing("country"))?;
    let declaration = Declaration {
        crisis: "DEMO crisis (nobody is in danger)".into(),
        hazard: Hazard::Drill,
        alert: 3,
        destination,
        homes: vec![TOWN],
        lasts: 3600,
    };
    let campaign = desk.declare(&mut client, &declaration, &mut s.env)?;
    s.campaign = Some(campaign);
    s.cosign()?;
    s.first.sync_now(&mut |_| true)?;
    let row = s
        .first
        .campaigns()?
        .into_iter()
        .find(|c| c.origin == "federation")
        .ok_or_else(|| missing("campaign"))?;
    check(row.in_scope > 0, "nobody of the register is in scope")?;
    Ok(format!(
        "{COUNTRY}, alert level {}; the officer's device finds {} of its people in scope",
        row.level, row.in_scope
    ))
}

/// What families say, in turn: one tap each.
const ANSWERS: [(&str, Option<&str>, bool); 5] = [
    ("reached", Some("safe"), false),
    ("reached", Some("needs_help"), true),
    ("no_answer", None, false),
    ("wrong_number", None, false),
    ("reached", Some("declines_contact"), false),
];

pub fn calls(s: &mut Stage) -> Result<String, Fail> {
    // Offline: nothing here goes over the line until the next exchange.
    let campaign = s
        .first
        .campaigns()?
        .into_iter()
        .find(|c| c.origin == "federation")
        .ok_or_else(|| missing("campaign"))?;
    let list = s.first.call_list(&CallQuery::whole(&campaign.id))?;
    let mut referred = false;
    for (i, task) in list.tasks.iter().take(20).enumerate() {
        let (result, safety, refer) = ANSWERS[i % ANSWERS.len()];
        let consent = refer && !referred;
        referred |= consent;
        let input = OutcomeInput {
            campaign: campaign.id.clone(),
            person: task.person.clone(),
            contact: task
                .calls
                .first()
                .map(|c| c.contact.clone())
                .unwrap_or_default(),
            result: result.into(),
            safety: safety.map(str::to_owned),
            needs: if refer {
                vec!["repatriation".into()]
            } else {
                Vec::new()
            },
            consent_referral: consent,
            ..OutcomeInput::default()
        };
        s.first.record_outcome(&input)?;
    }
    let after = s.first.call_list(&CallQuery::whole(&campaign.id))?;
    let told: Vec<String> = after
        .counts
        .iter()
        .filter(|c| c.tasks > 0)
        .map(|c| format!("{} {}", c.tasks, c.state))
        .collect();
    check(
        after.campaign.unreported == 20.min(list.tasks.len() as u32),
        "outcomes are missing",
    )?;
    Ok(format!(
        "{} families on the list, {} attempts: {}",
        list.tasks.len(),
        after.campaign.unreported,
        told.join(", ")
    ))
}

pub fn report(s: &mut Stage) -> Result<String, Fail> {
    s.first.sync_now(&mut |_| true)?;
    let campaign = s
        .first
        .campaigns()?
        .into_iter()
        .find(|c| c.origin == "federation")
        .ok_or_else(|| missing("campaign"))?;
    check(campaign.unreported == 0, "outcomes were not reported")?;
    s.second.sync_now(&mut |_| true)?;
    let there = s
        .second
        .campaigns()?
        .into_iter()
        .find(|c| c.id == campaign.id)
        .ok_or_else(|| missing("campaign"))?;
    check(
        there.done == campaign.done,
        "the second device does not see the outcomes",
    )?;
    Ok(format!(
        "one padded, sealed report; the second device sees the {} outcomes too",
        there.done
    ))
}

pub fn board(s: &mut Stage) -> Result<String, Fail> {
    let mut client = s.client()?;
    let campaign = s.campaign.as_ref().ok_or_else(|| missing("campaign"))?;
    let desk = s.desk.as_mut().ok_or_else(|| missing("desk"))?;
    let board = desk.board(&mut client, campaign)?;
    let tally = board.tally();
    check(
        tally.get("safe").is_some_and(|n| *n > 0),
        "the board shows nobody safe",
    )?;
    check(
        board.referrals.len() == 1,
        "exactly one family agreed to be referred",
    )?;
    let told: Vec<String> = tally.iter().map(|(k, n)| format!("{n} {k}")).collect();
    Ok(format!(
        "{}; one card referred with consent, the rest are tokens",
        told.join(", ")
    ))
}
