//! A hand-over as people see it: the successor's card that begins it, the steps, the file, the receipt, the end. Must not
//! decide when shares may go or be destroyed: `handover` does.

use super::handover::{HandoverFile, Standing};
use super::house::House;
use super::papers::{NewFile, Shown, lint};
use crate::dto::custody::{CustodyStep, FilePreview, Handover, OrganisationFacts};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::founding::successor;
use crate::federation::paper::six_words;
use crate::federation::{Paper, PartyCard, Signed, refused};
use ugnay_release::{Custodian, CustodyTransfer, TransferState};

/// Six words and name of the successor's card, from its taking until a roster names it.
const CARD: &[u8] = b"handover.card";
/// When it was taken.
const CARD_AT: &[u8] = b"handover.card.at";

impl House {
    /// Shows a file of a hand-over; nothing if it is none.
    pub(super) fn preview_succession(
        &self,
        bytes: &[u8],
        shown: &mut FilePreview,
    ) -> Result<Option<Shown>, AppError> {
        if let Ok(card @ PartyCard::Custodian { .. }) = PartyCard::from_file(bytes) {
            self.show_successor(&card, shown)?;
            return Ok(Some(Shown::Successor(card)));
        }
        if let Ok(file) = HandoverFile::from_bytes(bytes) {
            shown.kind = "handover".into();
            let count = file.letters.len() as u32;
            let judged = self.show_transfer(&file.offer, count, shown)?;
            let node = self.member();
            if !node.is_some_and(|n| n.is_offer_to_me(&file.offer)) {
                shown.refusal.get_or_insert("not_mine".into());
            } else if node.is_some_and(|n| n.receipt().is_ok_and(|r| r.is_some())) {
                shown.refusal = Some("already".into());
            } else if judged != Some(TransferState::Offered) {
                shown.refusal = Some("signature".into());
            }
            return Ok(Some(Shown::Handover(file)));
        }
        if let Ok(receipt) = Signed::<CustodyTransfer>::from_bytes(bytes) {
            shown.kind = "handover_done".into();
            let judged = self.show_transfer(&receipt, receipt.body().count, shown)?;
            if judged != Some(TransferState::Received) {
                shown.refusal = Some("signature".into());
            }
            return Ok(Some(Shown::Receipt(receipt)));
        }
        Ok(None)
    }

    fn show_successor(&self, card: &PartyCard, shown: &mut FilePreview) -> Result<(), AppError> {
        shown.kind = "organisation_card".into();
        shown.organisation = Some(facts(card, 0)?);
        shown.mine = false;
        let Some((node, x)) = self.member().and_then(|n| Some((n, n.seat()?))) else {
            shown.refusal = Some("not_mine".into());
            return Ok(());
        };
        let f = &node.view().federation;
        shown.needed = u32::from(f.policy().k);
        match successor::replace(f, x, card) {
            Ok(next) => {
                let me = node.public();
                shown.federation = self.facts(f.policy(), next.body(), &me);
                shown.findings = lint(f.policy(), next.body());
            }
            // Its own card, or one that stands in the roster already.
            Err(_) => shown.refusal = Some("already".into()),
        }
        Ok(())
    }

    /// Shows the other side of a transfer.
    fn show_transfer(
        &self,
        transfer: &Signed<CustodyTransfer>,
        epochs: u32,
        shown: &mut FilePreview,
    ) -> Result<Option<TransferState>, AppError> {
        let node = self.member().ok_or_else(|| refused("no_genesis"))?;
        let (eras, body) = (node.view().eras(), transfer.body());
        let old = eras.roster(&body.from).and_then(|r| r.custodian(body.x));
        let new = eras.roster(&body.to).and_then(|r| r.custodian(body.x));
        let (Some(old), Some(new)) = (old, new) else {
            // Rosters this organisation has not seen: another federation's, or one that it has to exchange for first.
            shown.refusal = Some("unknown_roster".into());
            return Ok(None);
        };
        let other = if new.sign == node.public() { old } else { new };
        shown.organisation = Some(facts(&card_of(other), epochs)?);
        Ok(node.judge(transfer))
    }

    /// Drafts the roster with the successor at this organisation's place and signs it as the first; the other custodians sign
    /// it next.
    pub(super) fn begin_handover(
        &mut self,
        card: &PartyCard,
        env: &mut Env,
    ) -> Result<NewFile, AppError> {
        let node = self.node()?;
        let next = successor::replace(&node.view().federation, node.x()?, card)?;
        let mut paper = Paper::Roster(next);
        self.sign(&mut paper, env.now())?;
        let kept = format!("{}\n{}", six_words(&card.fingerprint()?), card.name());
        self.keep(CARD, kept.as_bytes())?;
        self.keep(CARD_AT, &env.now().to_be_bytes())?;
        Ok(NewFile {
            name: "roster-signed.ugnay".into(),
            bytes: paper.to_bytes(),
        })
    }

    /// Takes a hand-over from a file; the receipt, if everything could be opened at once.
    pub(super) fn take_handover(
        &mut self,
        file: &HandoverFile,
        env: &mut Env,
    ) -> Result<Option<NewFile>, AppError> {
        let client = self.client();
        let node = self.node()?;
        node.keep_handover(file)?;
        let Ok(mut client) = client else {
            return Ok(None);
        };
        match node.take_handover(file, &mut client, env) {
            Ok(receipt) => Ok(receipt.map(|r| NewFile {
                name: "handover-receipt.ugnay".into(),
                bytes: r.to_bytes(),
            })),
            // It is kept; the next exchange opens it.
            Err(e) if e.code == ErrorCode::BufferUnreachable => Ok(None),
            Err(e) => Err(e),
        }
    }

    /// Seals the shares to the successor, once, and gives them as a file.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`]: `no_genesis`, or `not_now` while no logged roster names a successor at this place.
    pub fn save_handover(&mut self, env: &mut Env) -> Result<NewFile, AppError> {
        let node = self.node()?;
        node.seal_handover(env)?;
        Ok(NewFile {
            name: "handover.ugnay".into(),
            bytes: node.handover_file()?.to_bytes()?,
        })
    }

    /// The receipt for a hand-over to this organisation as a file, for a predecessor without a line.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `not_now` before everything arrived.
    pub fn save_receipt(&mut self) -> Result<NewFile, AppError> {
        let receipt = self.node()?.receipt()?.ok_or_else(|| refused("not_now"))?;
        Ok(NewFile {
            name: "handover-receipt.ugnay".into(),
            bytes: receipt.to_bytes(),
        })
    }

    /// Destroys shares and key after the receipt.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_receipt`.
    pub fn destroy_handed(&mut self, env: &mut Env) -> Result<Handover, AppError> {
        self.node()?.destroy_handed(env)?;
        self.handover()
    }

    /// Where a hand-over stands.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn handover(&self) -> Result<Handover, AppError> {
        let standing = match self.member() {
            Some(node) => node.handover_standing()?,
            None => None,
        };
        let begun = self.at(CARD_AT);
        match standing {
            Some(s) => self.shown(&s, begun),
            None if begun.is_some() => self.drafted(begun),
            None => Ok(Handover {
                direction: "none".into(),
                other: None,
                other_words: None,
                steps: Vec::new(),
                epochs: 0,
                taken: 0,
                can_destroy: false,
                renewed: 0,
            }),
        }
    }

    /// The card is taken, and no roster names it yet.
    fn drafted(&self, begun: Option<i64>) -> Result<Handover, AppError> {
        let kept = self.text(CARD).ok_or(ErrorCode::Damaged)?;
        let (words, name) = kept.split_once('\n').ok_or(ErrorCode::Damaged)?;
        let mut steps = vec![step("successor", begun, true)];
        steps.extend(["roster", "seal", "receipt", "destroy"].map(|c| step(c, None, false)));
        Ok(Handover {
            direction: "out".into(),
            other: Some(name.to_owned()),
            other_words: Some(words.to_owned()),
            steps,
            epochs: self.member().map_or(0, |n| n.shares().len() as u32),
            taken: 0,
            can_destroy: false,
            renewed: 0,
        })
    }

    fn shown(&self, s: &Standing, begun: Option<i64>) -> Result<Handover, AppError> {
        let other = card_of(if s.out {
            &s.passed.successor
        } else {
            &s.passed.leaving
        });
        let offered = s.offer.as_ref().map(|o| o.body().time);
        let count = s.offer.as_ref().map(|o| o.body().count);
        let steps = if s.out {
            vec![
                step("successor", begun, true),
                step("roster", None, true),
                step("seal", offered, offered.is_some()),
                step("receipt", None, s.received),
                step("destroy", s.destroyed, s.destroyed.is_some()),
            ]
        } else {
            let mut take = step("take", None, s.received);
            if let Some(count) = count.filter(|_| !s.received) {
                (take.part, take.of) = (Some(s.taken), Some(count));
            }
            vec![
                step("card", self.at(b"card.at"), true),
                step("roster", None, true),
                take,
                step("receipt", None, s.logged),
            ]
        };
        let kept = self.member().map_or(0, |n| n.shares().len() as u32);
        let epochs = count.unwrap_or(if s.out { kept } else { 0 });
        Ok(Handover {
            direction: if s.out { "out" } else { "in" }.into(),
            other: Some(other.name().to_owned()),
            other_words: Some(six_words(&other.fingerprint()?)),
            steps,
            epochs,
            taken: if s.received { epochs } else { s.taken },
            can_destroy: s.out && s.received && s.destroyed.is_none(),
            renewed: s.renewed,
        })
    }
}

fn step(code: &str, at: Option<i64>, done: bool) -> CustodyStep {
    CustodyStep {
        code: code.into(),
        done,
        at,
        part: None,
        of: None,
    }
}

fn facts(card: &PartyCard, epochs: u32) -> Result<OrganisationFacts, AppError> {
    Ok(OrganisationFacts {
        name: card.name().to_owned(),
        jurisdiction: card.jurisdiction().unwrap_or_default().to_owned(),
        fingerprint: six_words(&card.fingerprint()?),
        epochs,
    })
}

/// The card of an organisation as a roster lists it.
fn card_of(c: &Custodian) -> PartyCard {
    PartyCard::Custodian {
        name: c.name.clone(),
        jurisdiction: c.jurisdiction.clone(),
        sign: c.sign,
        cosign: c.cosign.clone(),
        x_wing: c.x_wing.clone(),
    }
}
