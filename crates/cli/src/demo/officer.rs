//! The officer's part: a register, a sheet, a search, two devices, one exchange.

use super::stage::{BARANGAY, LABEL, PASSPHRASE, Stage, check, founded, missing};
use crate::fail::Fail;
use crate::sheets;
use ugnay_app::dto::{CreateRegister, JoinFederation, JoinRegister, PeopleQuery, PersonRow};
use ugnay_app::{App, genesis_words};

fn form() -> CreateRegister {
    CreateRegister {
        place: BARANGAY.to_string(),
        label: LABEL.into(),
        officer: "DEMO officer".into(),
        passphrase: PASSPHRASE.into(),
    }
}

pub fn create(s: &mut Stage) -> Result<String, Fail> {
    let info = s.first.create_named("register", &form(), true)?;
    Ok(format!(
        "{}, SQLCipher, key wrapped by Argon2id (64 MiB, t=3)",
        info.place_name
    ))
}

pub fn import(s: &mut Stage) -> Result<String, Fail> {
    let mut quiet = |_| true;
    let preview = match &s.sheet {
        Some(path) => s.first.import_preview(&[sheets::read(path)?], &mut quiet)?,
        None => s.first.import_sample()?,
    };
    let done = s.first.import_commit(&preview.token, &mut quiet)?;
    s.persons = done.result.persons;
    check(s.persons > 0, "nobody was brought in")?;
    let again = match &s.sheet {
        Some(path) => s.first.import_preview(&[sheets::read(path)?], &mut quiet)?,
        None => s.first.import_sample()?,
    };
    check(again.persons == 0, "the same sheet twice must add nobody")?;
    s.first.import_drop(&again.token);
    Ok(format!(
        "{} persons and {} contacts from {} rows, {} cells flagged, {} likely duplicates proposed; the same sheet again adds nobody",
        done.result.persons,
        done.result.contacts,
        done.report.rows.len(),
        preview.problems_total,
        done.result.duplicates
    ))
}

/// Misspells a name as a tired typist would: one letter left out, one doubled.
fn misspell(row: &PersonRow) -> Option<(String, String)> {
    let mut parts = row.name.split(", ");
    let surname = parts.next()?.to_owned();
    let given = parts.next()?.split(' ').next()?.to_owned();
    let letters: Vec<char> = surname.chars().collect();
    if letters.len() < 6 || given.len() < 5 || surname.contains(' ') {
        return None;
    }
    let mut wrong: String = letters.iter().take(3).collect();
    wrong.extend(letters.iter().skip(4));
    let mut given_wrong = given.clone();
    given_wrong.insert(2, given.chars().nth(2)?);
    Some((
        format!("{given_wrong} {wrong}").to_lowercase(),
        row.id.clone(),
    ))
}

pub fn find(s: &mut Stage) -> Result<String, Fail> {
    let all = s.first.people(&PeopleQuery {
        limit: 500,
        ..PeopleQuery::default()
    })?;
    let tries: Vec<(String, String)> = all.rows.iter().filter_map(misspell).take(50).collect();
    check(!tries.is_empty(), "no name long enough to misspell")?;
    let mut found = 0;
    for (typed, id) in &tries {
        let hits = s.first.people(&PeopleQuery {
            text: typed.clone(),
            limit: 10,
            ..PeopleQuery::default()
        })?;
        found += u32::from(hits.rows.iter().any(|r| r.id == *id));
    }
    let all = tries.len() as u32;
    check(found * 10 >= all * 9, "misspelt names were not found")?;
    Ok(format!(
        "{found} of {all} names typed with two slips come up among the first ten"
    ))
}

pub fn join(s: &mut Stage) -> Result<String, Fail> {
    let mut client = s.client()?;
    let office = s.office.as_mut().ok_or_else(|| missing("ticket office"))?;
    let words = office.invite(&mut client, &mut s.env)?;
    let fingerprint = genesis_words(&founded(&mut s.founded)?.genesis);
    let wrong = JoinFederation {
        buffer: s.url.clone(),
        words: words.clone(),
        fingerprint: "one two three four five six".into(),
    };
    check(
        s.first.join_federation(&wrong).is_err(),
        "a foreign genesis was accepted",
    )?;
    s.first.join_federation(&JoinFederation {
        buffer: s.url.clone(),
        words,
        fingerprint,
    })?;
    let early = s.first.sync_now(&mut |_| true);
    check(
        early.is_err(),
        "the buffer took a register without a ticket",
    )?;
    let office = s.office.as_mut().ok_or_else(|| missing("ticket office"))?;
    let tickets = office.answer(&mut client)?;
    Ok(format!(
        "six words of the genesis compared, a wrong six refused, {tickets} ticket handed out"
    ))
}

pub fn sync(s: &mut Stage) -> Result<String, Fail> {
    let report = s.first.sync_now(&mut |_| true)?;
    check(report.pushed >= s.persons * 2, "not every record was sent")?;
    let state = s.first.sync_state()?;
    check(
        state.unsent == 0 && state.kept >= s.persons * 2,
        "the buffer does not keep everything",
    )?;
    Ok(format!(
        "{} sealed records, {} kB out",
        report.pushed,
        report.bytes_out / 1024
    ))
}

pub fn receipts(s: &mut Stage) -> Result<String, Fail> {
    s.cosign()?;
    let mut client = s.client()?;
    for c in &mut founded(&mut s.founded)?.custodians {
        c.follow(&mut client, &mut s.env)?;
        c.take_bundles(&mut client, s.env.now())?;
    }
    let report = s.first.sync_now(&mut |_| true)?;
    let p = report.protected.ok_or_else(|| missing("receipts"))?;
    check(
        p.releasable && p.j == p.n,
        "not every custodian confirmed its shares",
    )?;
    Ok(format!(
        "releasable: {} of {} custodians confirmed every share, {} needed",
        p.j, p.n, p.k
    ))
}

pub fn second_device(s: &mut Stage) -> Result<String, Fail> {
    let code = s.first.pairing_start()?;
    let join = JoinRegister {
        passphrase: form().passphrase,
        officer: "the officer's phone".into(),
        code: code.text,
        ..JoinRegister::default()
    };
    let there = s.second.pairing_join(&join)?.six;
    let here = s.first.pairing_look()?.six;
    check(there == here, "the two screens show different words")?;
    let words = here.unwrap_or_default();
    s.first.pairing_confirm("phone")?;
    check(
        s.second.pairing_wait()?.is_some(),
        "the welcome was not there",
    )?;
    Ok(format!(
        "both screens show \"{words}\"; the seed was sealed to the new device alone"
    ))
}

fn everybody(app: &mut App) -> Result<Vec<(String, String)>, Fail> {
    let mut out = Vec::new();
    loop {
        let query = PeopleQuery {
            offset: out.len() as u32,
            limit: 500,
            ..PeopleQuery::default()
        };
        let page = app.people(&query)?;
        out.extend(page.rows.iter().map(|r| (r.id.clone(), r.name.clone())));
        if page.rows.is_empty() || out.len() as u32 >= page.total {
            out.sort();
            return Ok(out);
        }
    }
}

pub fn same_people(s: &mut Stage) -> Result<String, Fail> {
    let report = s.second.sync_now(&mut |_| true)?;
    let (here, there) = (everybody(&mut s.first)?, everybody(&mut s.second)?);
    check(
        here == there && here.len() as u32 == s.persons,
        "the second device sees other people",
    )?;
    let id = here
        .first()
        .map(|(id, _)| id.clone())
        .ok_or_else(|| missing("person"))?;
    let (a, b) = (s.first.person(&id)?, s.second.person(&id)?);
    check(
        a.card.contacts.len() == b.card.contacts.len(),
        "the second device sees other contacts",
    )?;
    Ok(format!(
        "{} records pulled and verified, {} persons alike",
        report.pulled,
        there.len()
    ))
}
