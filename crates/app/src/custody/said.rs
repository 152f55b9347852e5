//! What custodians and the desk said of a request, as the log shows it, and what is overdue by it. Every word is judged as the
//! machine judges it (`ugnay_release::facts`), by the roster of the time it was logged at: what a custodian said stays its own
//! word when another takes its place. Must not show as said what nobody entitled to it signed.

use super::case::Case;
use super::follow::case_seat;
use super::node::CustodianNode;
use super::show::decision_code;
use crate::dto::custody::{DecisionRow, RequestEvent};
use crate::federation::view::Seen;
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_release::closing::REVIEW_WITHIN;
use ugnay_release::decision::NOTHING;
use ugnay_release::facts::{self, Context, Hearing};
use ugnay_release::machine::Fact;
use ugnay_release::{Closing, ClosingKind, Decision, DecisionKind, RequestId, logged};

impl CustodianNode {
    /// Entries about a case with their bodies, oldest first.
    fn about<'a>(&'a self, case: &Case) -> impl Iterator<Item = (&'a Seen, Option<&'a [u8]>)> {
        let (id, from) = (case.id(), case.index);
        let entries = self.view.entries().iter();
        entries
            .filter(move |s| s.index >= from && s.entry.public.starts_with(&id.0))
            .map(|s| (s, self.view.bodies().get(&s.index).map(Vec::as_slice)))
    }

    /// By what an entry about a case is judged.
    fn context<'a>(&'a self, case: &'a Case, id: &'a RequestId, seen: &Seen) -> Context<'a> {
        Context {
            fed: self.view.federation.fed(),
            roster: self.view.roster_at(seen.index),
            card: &case.card,
            request: id,
        }
    }

    /// Who had a place when an entry was logged.
    fn name_at(&self, index: u64, x: u8) -> String {
        let found = self.view.roster_at(index).custodian(x);
        found.map_or_else(|| x.to_string(), |c| c.name.clone())
    }

    /// Decisions of all custodians in the log, oldest first, and own ones that are not there yet. An objection or a refusal
    /// counts without its words; then it has no reason.
    pub(super) fn decisions(&self, case: &Case) -> Vec<DecisionRow> {
        let (id, me) = (case.id(), case_seat(case));
        let mut out: Vec<(u8, DecisionRow)> = Vec::new();
        let nothing = |kind, cids| kind == DecisionKind::Approve && cids == NOTHING;
        let (mut hearing, mut logged_mine) = (Hearing::default(), BTreeSet::new());
        for (seen, body) in self.about(case) {
            let context = self.context(case, &id, seen);
            let Some(Fact::Decided { x, kind, cids }) = hearing.hear(&seen.entry, body, &context)
            else {
                continue;
            };
            let (fed, roster) = (self.view.federation.fed(), self.view.roster_at(seen.index));
            let signed = body.and_then(|b| logged::open::<Decision>(&seen.entry, b).ok());
            let signed = signed.filter(|s| Decision::verify(s, fed, roster).is_ok());
            let said = signed.as_ref().map(|s| s.body());
            let at = said.map_or(seen.entry.time, |d| d.time);
            let ours = self.view.roster_at(seen.index).by_key(&self.public());
            let ours = ours.is_some_and(|c| c.x == x);
            if ours {
                logged_mine.insert((kind as u8, at));
            }
            out.push((
                x,
                DecisionRow {
                    organisation: self.name_at(seen.index, x),
                    me: ours,
                    kind: decision_code(kind).into(),
                    reason: said.map_or("", |d| d.reason.code()).into(),
                    text: said.map_or_else(String::new, |d| d.text.clone()),
                    at,
                    // An approval whose words are kept back takes the place of what was said before, and approves nothing.
                    superseded: nothing(kind, cids),
                    logged: true,
                },
            ));
        }
        let kept = case.mine.iter();
        for m in kept.filter(|m| !logged_mine.contains(&(m.kind as u8, m.time))) {
            out.push((
                me,
                DecisionRow {
                    organisation: self.name_at(self.view.mirror().size(), me),
                    me: Some(me) == self.seat(),
                    kind: decision_code(m.kind).into(),
                    reason: m.reason.code().into(),
                    text: m.text.clone(),
                    at: m.time,
                    superseded: false,
                    logged: false,
                },
            ));
        }
        let xs: Vec<u8> = out.iter().map(|(x, _)| *x).collect();
        for (n, (x, row)) in out.iter_mut().enumerate() {
            row.superseded |= xs.iter().skip(n.saturating_add(1)).any(|later| later == x);
        }
        out.into_iter().map(|(_, row)| row).collect()
    }

    /// What was handed over, closed, attested and reviewed, by those who may say so.
    pub(super) fn events(&self, case: &Case) -> Vec<RequestEvent> {
        let id = case.id();
        let event = |(seen, body): (&Seen, Option<&[u8]>)| {
            let (kind, organisation, text) = match seen.entry.kind {
                EntryType::ShareRelease => {
                    match facts::fact(&seen.entry, body, &self.context(case, &id, seen))? {
                        Fact::Shared { x, .. } => {
                            ("handed_over", self.name_at(seen.index, x), String::new())
                        }
                        _ => return None,
                    }
                }
                EntryType::GrantClose | EntryType::DeletionAttestation | EntryType::Review => {
                    let signed = logged::open::<Closing>(&seen.entry, body?).ok()?;
                    let said = signed.body();
                    Closing::verify(&signed, self.view.federation.fed(), &case.card).ok()?;
                    if said.request != id {
                        return None;
                    }
                    (closing_code(said.kind), String::new(), said.text.clone())
                }
                _ => return None,
            };
            Some(RequestEvent {
                kind: kind.into(),
                organisation,
                at: seen.entry.time,
                text,
            })
        };
        self.about(case).filter_map(event).collect()
    }

    /// Ended grants of a desk without a review that two of its officers signed, thirty days after.
    pub(super) fn reviews_overdue(&self, lgu: &[u8; 16]) -> u32 {
        let time = self.view.entries().last().map_or(0, |s| s.entry.time);
        let overdue = |c: &&Case| {
            let due = c.public.until.saturating_add(REVIEW_WITHIN);
            let reviewed = || self.events(c).iter().any(|e| e.kind == "review");
            c.card.lgu == *lgu && c.handed_over().next().is_some() && time > due && !reviewed()
        };
        self.cases.values().filter(overdue).count() as u32
    }
}

fn closing_code(kind: ClosingKind) -> &'static str {
    match kind {
        ClosingKind::GrantClose => "grant_close",
        ClosingKind::DeletionAttestation => "deletion_attestation",
        ClosingKind::Review => "review",
    }
}
