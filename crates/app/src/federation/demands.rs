//! A custodian's book of demands and statements. A demand is written down first, privately; publishing it is an act of its
//! own, because a law may forbid it and no program can judge that. A statement follows the one before and counts what was
//! published.
//!
//! Owns what stands in the vault about them and the order in which it is written: what is to be logged is on disk before it
//! is sent, so that a second try sends the same bytes. Must not read another party's keys or decide what is public: that is
//! `ugnay-release`'s.

mod kept;
mod outbox;
mod said;

pub use said::{Me, Said, said};

use super::{refused, sealed_body};
use crate::dto::custody::{self, DemandInput, DemandRow, StatementInput};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use kept::Kept;
use outbox::Letter;
use ugnay_release::{
    Asked, Authority, DemandCounts, DemandNotice, DemandOutcome, Federation, Signed, Standing,
    Statement, logged, standing,
};
use ugnay_seal::{Hash32, SealPublic, SigningIdentity};
use ugnay_sync::Client;
use ugnay_vault::{Changes, Space, Vault};
use ugnay_wire::ids::to_hex;

/// Demands by their random name.
const DEMANDS: Space = Space::new("demand");
/// The last published revision of a demand, signed.
const SIGNED: Space = Space::new("demand.signed");
/// Own statements by number, signed.
const STATEMENTS: Space = Space::new("statement");

/// The organisation that keeps the book.
#[derive(Clone, Copy)]
pub struct Author<'a> {
    /// Its roster index.
    pub x: u8,
    /// Its signing key.
    pub sign: &'a SigningIdentity,
    /// The federation as it knows it.
    pub federation: &'a Federation,
}

/// The book, in an open vault.
pub struct Book<'a>(&'a mut Vault);

impl<'a> Book<'a> {
    /// The book of this vault.
    pub fn new(vault: &'a mut Vault) -> Self {
        Self(vault)
    }

    /// Records a demand, or changes one. Of a published one only outcome and note can change. Gives its id.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] naming the field, [`ErrorCode::NotFound`], [`ErrorCode::Refused`] with `published_demand`.
    pub fn save(&mut self, input: &DemandInput, env: &mut Env) -> Result<String, AppError> {
        let now = env.now();
        let mut new = Kept::read(input, now)?;
        let (id, code) = match &input.id {
            None => (env.random::<16>(), "demand_recorded"),
            Some(id) => {
                let id = parse_id(id)?;
                let old = self.kept(&id)?.ok_or(ErrorCode::NotFound)?;
                let published = self.0.get(SIGNED, &id)?.is_some();
                new.follow(old, published, now)?;
                (id, "demand_changed")
            }
        };
        let mut changes = Changes::default();
        changes.put(DEMANDS, &id, new.to_bytes()?);
        changes.happened(now, code, &id);
        self.0.commit(changes)?;
        Ok(to_hex(&id))
    }

    fn kept(&self, id: &[u8]) -> Result<Option<Kept>, AppError> {
        let bytes = self.0.get(DEMANDS, id)?;
        bytes.map(|b| Kept::from_bytes(&b)).transpose()
    }

    /// Every demand with its id.
    fn all(&self) -> Result<Vec<([u8; 16], Kept)>, AppError> {
        let mut all = Vec::new();
        for (id, bytes) in self.0.list(DEMANDS)? {
            let id = id.try_into().map_err(|_| ErrorCode::Damaged)?;
            all.push((id, Kept::from_bytes(&bytes)?));
        }
        Ok(all)
    }

    fn last(&self, id: &[u8; 16]) -> Result<Option<Signed<DemandNotice>>, AppError> {
        let bytes = self.0.get(SIGNED, id)?;
        Ok(bytes.map(|b| Signed::from_bytes(&b)).transpose()?)
    }

    /// Publishes every demand that is not, or not as it stands, and sends what an earlier try could not. Gives how many were new.
    ///
    /// # Errors
    /// When the buffer cannot be reached; the next call sends the same bytes.
    pub fn publish(
        &mut self,
        author: Author<'_>,
        client: &mut Client,
        env: &mut Env,
    ) -> Result<u32, AppError> {
        let mut count = 0;
        for (id, kept) in self.all()? {
            let last = self.last(&id)?;
            if last.as_ref().is_some_and(|l| kept.same(l.body())) {
                continue;
            }
            self.prepare(&id, &kept, last.as_ref(), author, env)?;
            count += 1;
        }
        outbox::send(self.0, author, client, env.now())?;
        Ok(count)
    }

    /// Writes down a revision and the letter that logs it.
    fn prepare(
        &mut self,
        id: &[u8; 16],
        kept: &Kept,
        last: Option<&Signed<DemandNotice>>,
        author: Author<'_>,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let now = env.now();
        let notice = kept.notice(id, author.x, last, now);
        let signed = Signed::new(notice, author.federation.fed(), &[author.sign])?;
        if let Some(last) = last {
            DemandNotice::follows(last, &signed)?;
        }
        let public = logged::public_of_demand(signed.body());
        let s = logged::submission(&signed, public, &author.sign.public(), now, &mut env.rng());
        let readers = readers(author, signed.body().outcome)?;
        let letter = Letter {
            entry: s.entry.encode().map_err(|_| refused("entry"))?,
            body: sealed_body::seal(&readers, &s.body, &mut env.rng())?,
        };
        let name = [&id[..], &signed.body().revision.to_be_bytes()].concat();
        let mut changes = Changes::default();
        changes.put(SIGNED, id, signed.to_bytes());
        outbox::put(&mut changes, &name, &letter)?;
        changes.happened(now, "demand_published", id);
        Ok(self.0.commit(changes)?)
    }

    /// Signs and logs a statement over what was published; every demand must be, so that no statement leaves one out.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `unpublished_demands`; [`ErrorCode::BadInput`]; a buffer that cannot be reached.
    pub fn state(
        &mut self,
        author: Author<'_>,
        client: &mut Client,
        input: &StatementInput,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let now = env.now();
        let mut counts = DemandCounts::default();
        for (id, kept) in self.all()? {
            let published = self.last(&id)?.is_some_and(|l| kept.same(l.body()));
            if !published {
                return Err(refused("unpublished_demands"));
            }
            counts.add(kept.outcome()?);
        }
        let last = self.last_statement()?;
        let statement = statement(author.x, last.as_ref(), counts, input, now)?;
        let signed = Signed::new(statement, author.federation.fed(), &[author.sign])?;
        Statement::follows(last.as_ref(), &signed)?;
        let public = logged::public_of_statement(signed.body());
        let s = logged::submission(&signed, public, &author.sign.public(), now, &mut env.rng());
        let letter = Letter {
            entry: s.entry.encode().map_err(|_| refused("entry"))?,
            body: s.body,
        };
        let name = signed.body().number.to_be_bytes();
        let mut changes = Changes::default();
        changes.put(STATEMENTS, &name, signed.to_bytes());
        outbox::put(&mut changes, &name, &letter)?;
        changes.happened(now, "statement_made", &name);
        self.0.commit(changes)?;
        outbox::send(self.0, author, client, now)
    }

    fn last_statement(&self) -> Result<Option<Signed<Statement>>, AppError> {
        let last = self.0.names(STATEMENTS)?.pop();
        let bytes = last.map(|name| self.0.get(STATEMENTS, &name)).transpose()?;
        Ok(bytes
            .flatten()
            .map(|b| Signed::from_bytes(&b))
            .transpose()?)
    }

    /// Sends what an earlier try could not.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn resend(
        &mut self,
        author: Author<'_>,
        client: &mut Client,
        now: i64,
    ) -> Result<(), AppError> {
        outbox::send(self.0, author, client, now)
    }

    /// Everything a screen shows: own demands, own statements, and those of others as the log shows them.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn overview(&self, me: &Me, said: &[Said], now: i64) -> Result<custody::Demands, AppError> {
        let mut rows: Vec<DemandRow> = Vec::new();
        let mut counts = custody::DemandCounts::default();
        let mut published_at = None;
        for (id, kept) in self.all()? {
            let last = self.last(&id)?;
            published_at = published_at.max(last.as_ref().map(|l| l.body().time));
            let published = last.is_some_and(|l| kept.same(l.body()));
            count(&mut counts, kept.outcome()?, 1);
            rows.push(kept.row(&id, published)?);
        }
        rows.sort_by_key(|r| std::cmp::Reverse(r.received_at));
        let own = self.last_statement()?;
        let standing = standing(own.as_ref().map(Signed::body), now);
        let (next_due, overdue) = match standing {
            Standing::Never => (None, false),
            Standing::Current { next_by } => (Some(next_by), false),
            Standing::Overdue { since } => (Some(since), true),
        };
        let own: Vec<Signed<Statement>> = self
            .0
            .list(STATEMENTS)?
            .iter()
            .map(|(_, bytes)| Ok(Signed::from_bytes(bytes)?))
            .collect::<Result<_, AppError>>()?;
        Ok(custody::Demands {
            unpublished: rows.iter().filter(|r| !r.published).count() as u32,
            rows,
            counts,
            published_at,
            statements: said::rows(me, &own, said, now),
            next_due,
            overdue,
        })
    }
}

/// Adds to a count of the screens' kind.
fn count(counts: &mut custody::DemandCounts, outcome: DemandOutcome, n: u32) {
    counts.total = counts.total.saturating_add(n);
    let place = match outcome {
        DemandOutcome::Received => &mut counts.received,
        DemandOutcome::Refused => &mut counts.refused,
        DemandOutcome::Escalated => &mut counts.escalated,
        DemandOutcome::Gagged => &mut counts.gagged,
        DemandOutcome::Complied => &mut counts.complied,
    };
    *place = place.saturating_add(n);
}

/// Who may read a notice: every custodian; under a gag its own alone.
fn readers(author: Author<'_>, outcome: DemandOutcome) -> Result<Vec<SealPublic>, AppError> {
    let may = |x: u8| outcome != DemandOutcome::Gagged || x == author.x;
    let custodians = author.federation.roster().custodians.iter();
    custodians
        .filter(|c| may(c.x))
        .map(|c| Ok(SealPublic::from_bytes(&c.x_wing)?))
        .collect()
}

fn statement(
    x: u8,
    last: Option<&Signed<Statement>>,
    counts: DemandCounts,
    input: &StatementInput,
    now: i64,
) -> Result<Statement, AppError> {
    let none = input.none.unwrap_or(false);
    if none && counts.total() > 0 {
        return Err(AppError::new(ErrorCode::BadInput).field("none"));
    }
    if input.next_by <= now {
        return Err(AppError::new(ErrorCode::BadInput).field("next_by"));
    }
    let mut texts: Vec<(String, String)> = input
        .texts
        .iter()
        .map(|t| (t.language.clone(), one_line(&t.text)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    texts.sort();
    if texts.is_empty() {
        return Err(AppError::new(ErrorCode::BadInput).field("text"));
    }
    Ok(Statement {
        x,
        number: last.map_or(1, |l| l.body().number.saturating_add(1)),
        previous: last.map_or(Hash32([0; 32]), Signed::hash),
        date: now,
        next_by: input.next_by,
        none,
        counts,
        texts,
    })
}

/// Texts of objects have no line ends: a new line becomes a space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parse_id(text: &str) -> Result<[u8; 16], AppError> {
    Ok(ugnay_wire::Topic::from_hex(text)
        .map_err(|_| ErrorCode::NotFound)?
        .0)
}

/// An authority by its code.
fn authority(code: &str) -> Option<Authority> {
    Authority::ALL.iter().copied().find(|a| a.code() == code)
}

/// Something asked for by its code.
fn asked(code: &str) -> Option<Asked> {
    Asked::ALL.iter().copied().find(|a| a.code() == code)
}

/// An outcome by its code.
fn outcome(code: &str) -> Option<DemandOutcome> {
    DemandOutcome::ALL
        .iter()
        .copied()
        .find(|o| o.code() == code)
}

#[cfg(test)]
mod tests;
