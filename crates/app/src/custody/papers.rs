//! Files from others: read and shown first, and only then signed or taken. Must not act on a file that was not shown. The
//! files of a hand-over are `succession`'s.

use super::HandoverFile;
use super::house::House;
use super::overview::facts_of;
use super::show::area_row;
use crate::dto::custody::{DeskCardFacts, FederationFacts, FilePreview, LintRow};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::founding::{findings, findings_next};
use crate::federation::paper::six_words;
use crate::federation::{Genesis, Paper, Signed, refused};
use std::collections::BTreeSet;
use ugnay_release::{CustodyTransfer, LguCard, PartyCard, Policy, Roster};
use ugnay_seal::FedId;

/// A file that was shown and waits for a word.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A paper of the federation.
    Paper(Paper),
    /// The card of an organisation that is to take this one's place.
    Successor(PartyCard),
    /// Shares handed over to this organisation.
    Handover(HandoverFile),
    /// The successor's receipt for what was handed over.
    Receipt(Signed<CustodyTransfer>),
    /// Another organisation's objection: the file it came in.
    Objection(Vec<u8>),
}

/// A file this organisation signed, to be handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl House {
    /// What a file is, with everything a person should see before signing or taking it.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `unknown_file` when it is none that a custodian signs or takes.
    pub fn preview(
        &self,
        bytes: &[u8],
        token: String,
        now: i64,
    ) -> Result<(FilePreview, Shown), AppError> {
        let mut shown = FilePreview {
            token,
            kind: String::new(),
            federation: None,
            desk: None,
            organisation: None,
            objection: None,
            findings: Vec::new(),
            signed: 0,
            needed: 0,
            mine: true,
            signed_here: false,
            refusal: None,
        };
        let what = match self.preview_succession(bytes, &mut shown)? {
            Some(what) => what,
            None if self.preview_objection(bytes, now, &mut shown) => {
                Shown::Objection(bytes.to_vec())
            }
            None => Shown::Paper(self.preview_paper(bytes, now, &mut shown)?),
        };
        let signs_nothing = matches!(what, Shown::Receipt(_) | Shown::Objection(_));
        if self.card().is_err() && !signs_nothing {
            shown.refusal = Some("paper_untested".into());
        }
        Ok((shown, what))
    }

    fn preview_paper(
        &self,
        bytes: &[u8],
        now: i64,
        shown: &mut FilePreview,
    ) -> Result<Paper, AppError> {
        let paper = Paper::from_bytes(bytes).map_err(|_| refused("unknown_file"))?;
        let me = *self.keys()?.sign.public().as_bytes();
        let fed = match &paper {
            Paper::Genesis(g) => self.show_genesis(g, &me, shown)?,
            Paper::Policy(p) => self.show_policy(p, &me, shown)?,
            Paper::Roster(r) => self.show_roster(r, &me, shown)?,
            Paper::Card(c) => self.show_card(c, now, shown)?,
            _ => return Err(refused("unknown_file")),
        };
        self.count(&paper, fed, &me, shown);
        if let Paper::Genesis(g) = &paper {
            let whole = shown.signed == shown.needed;
            shown.kind = if whole { "genesis" } else { "genesis_draft" }.into();
            if !whole && !self.is_in(g.body()) {
                shown.refusal.get_or_insert("not_mine".into());
            }
        }
        Ok(paper)
    }

    /// Signatures of distinct custodians, and whether ours is among them.
    fn count(&self, paper: &Paper, fed: Option<FedId>, me: &[u8; 32], shown: &mut FilePreview) {
        let Some(fed) = fed else {
            shown.refusal = Some("other_federation".into());
            return;
        };
        let roster: BTreeSet<[u8; 32]> = match (paper, self.member()) {
            (Paper::Genesis(g), _) => keys_of(&g.body().roster),
            (_, Some(node)) => keys_of(node.view().federation.roster()),
            _ => BTreeSet::new(),
        };
        match paper.signers(&fed) {
            Ok(signers) => {
                shown.signed = signers.intersection(&roster).count() as u32;
                shown.signed_here = signers.contains(me);
            }
            Err(_) => shown.refusal = Some("signature".into()),
        }
    }

    fn show_genesis(
        &self,
        genesis: &Signed<Genesis>,
        me: &[u8; 32],
        shown: &mut FilePreview,
    ) -> Result<Option<FedId>, AppError> {
        let body = genesis.body();
        let (policy, roster) = (&body.policy, &body.roster);
        shown.needed = roster.custodians.len() as u32;
        shown.mine = self.is_in(body);
        shown.federation = Some(facts_of(&body.name, &genesis.hash(), policy, roster, me));
        shown.findings = lint(policy, roster);
        if self.member().is_some() {
            shown.refusal = Some("already".into());
        }
        Ok(Some(body.fed()?))
    }

    fn show_policy(
        &self,
        policy: &Signed<Policy>,
        me: &[u8; 32],
        shown: &mut FilePreview,
    ) -> Result<Option<FedId>, AppError> {
        shown.kind = "policy_draft".into();
        let Some(node) = self.member() else {
            return Ok(None);
        };
        let f = &node.view().federation;
        shown.needed = u32::from(f.policy().k);
        shown.federation = self.facts(policy.body(), f.roster(), me);
        shown.findings = lint_rows(&findings_next(f.policy(), policy.body(), f.roster()));
        if policy.body().version <= f.policy().version {
            shown.refusal = Some("stale".into());
        }
        Ok(Some(*f.fed()))
    }

    fn show_roster(
        &self,
        roster: &Signed<Roster>,
        me: &[u8; 32],
        shown: &mut FilePreview,
    ) -> Result<Option<FedId>, AppError> {
        shown.kind = "roster_draft".into();
        let Some(node) = self.member() else {
            return Ok(None);
        };
        let f = &node.view().federation;
        shown.needed = u32::from(f.policy().k);
        shown.mine = roster.body().by_key(me).is_some();
        shown.federation = self.facts(f.policy(), roster.body(), me);
        shown.findings = lint(f.policy(), roster.body());
        if roster.body().version <= f.roster().version {
            shown.refusal = Some("stale".into());
        }
        Ok(Some(*f.fed()))
    }

    fn show_card(
        &self,
        card: &Signed<LguCard>,
        now: i64,
        shown: &mut FilePreview,
    ) -> Result<Option<FedId>, AppError> {
        shown.kind = "desk_card_draft".into();
        let body = card.body();
        let held = BTreeSet::new();
        shown.desk = Some(DeskCardFacts {
            name: body.name.clone(),
            areas: body.areas.iter().map(|a| area_row(*a, &held)).collect(),
            officers: body.officers.len() as u32,
            not_before: body.not_before,
            expires: body.expires,
            fingerprint: six_words(&card.hash()),
        });
        if body.expires <= now {
            shown.refusal = Some("stale".into());
        }
        let Some(node) = self.member() else {
            return Ok(None);
        };
        let f = &node.view().federation;
        shown.needed = u32::from(f.policy().k);
        Ok(Some(*f.fed()))
    }

    pub(super) fn facts(
        &self,
        policy: &Policy,
        roster: &Roster,
        me: &[u8; 32],
    ) -> Option<FederationFacts> {
        let genesis = self.member()?.genesis();
        let name = &genesis.body().name;
        Some(facts_of(name, &genesis.hash(), policy, roster, me))
    }

    /// Signs or takes what was shown. A paper that now has enough signatures is put into the log, if there is a line.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with the preview's refusal; as [`House::sign`] and [`House::take_genesis`].
    pub fn accept(
        &mut self,
        shown: &FilePreview,
        what: Shown,
        env: &mut Env,
    ) -> Result<Option<NewFile>, AppError> {
        if let Some(why) = &shown.refusal {
            return Err(refused(why));
        }
        match what {
            Shown::Paper(paper) => self.accept_paper(shown, paper, env),
            Shown::Successor(card) => self.begin_handover(&card, env).map(Some),
            Shown::Handover(file) => self.take_handover(&file, env),
            Shown::Receipt(receipt) => {
                self.node()?.take_receipt(&receipt, env.now())?;
                Ok(None)
            }
            Shown::Objection(file) => {
                self.take_objection(env, &file)?;
                Ok(None)
            }
        }
    }

    fn accept_paper(
        &mut self,
        shown: &FilePreview,
        mut paper: Paper,
        env: &mut Env,
    ) -> Result<Option<NewFile>, AppError> {
        if let (Paper::Genesis(genesis), "genesis") = (&paper, shown.kind.as_str()) {
            self.take_genesis(genesis, env.now())?;
            return Ok(None);
        }
        self.sign(&mut paper, env.now())?;
        // The last signature that is needed puts it into the log.
        let enough = shown.signed + u32::from(!shown.signed_here) >= shown.needed;
        if enough && self.buffer().is_some() && !matches!(paper, Paper::Genesis(_)) {
            let mut client = self.client()?;
            match self.log_paper(&paper, &mut client, env) {
                // It is signed and handed back as a file; whoever has a line may log it.
                Err(e) if e.code == ErrorCode::BufferUnreachable => {}
                other => other?,
            }
        }
        let kind = shown.kind.trim_end_matches("_draft").replace('_', "-");
        Ok(Some(NewFile {
            name: format!("{kind}-signed.ugnay"),
            bytes: paper.to_bytes(),
        }))
    }

    /// The public card as a file to be given away.
    ///
    /// # Errors
    /// As [`House::card_file`].
    pub fn new_card(&mut self, now: i64) -> Result<NewFile, AppError> {
        Ok(NewFile {
            name: "organisation-card.ugnay".into(),
            bytes: self.card_file(now)?,
        })
    }
}

fn keys_of(roster: &Roster) -> BTreeSet<[u8; 32]> {
    roster.custodians.iter().map(|c| c.sign).collect()
}

pub(super) fn lint(policy: &Policy, roster: &Roster) -> Vec<LintRow> {
    lint_rows(&findings(policy, roster))
}

fn lint_rows(found: &[crate::federation::founding::LintRow]) -> Vec<LintRow> {
    let row = |f: &crate::federation::founding::LintRow| LintRow {
        code: f.code.to_owned(),
        error: f.is_error(),
    };
    found.iter().map(row).collect()
}
