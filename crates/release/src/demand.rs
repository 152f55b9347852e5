//! What an authority demanded of a custodian, and what became of it (§8, §10). Owns the object, its revisions and the rule
//! what of it is public: codes alone. Must not hold a person's name: there is no field for one.

use crate::decision::only_signer;
use crate::object::{Object, ascending, read_text, rule, write_text};
use crate::purpose::closed;
use crate::{ReleaseError, Roster, Signed};
use ugnay_log::EntryType;
use ugnay_seal::{FedId, Hash32, Label};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

closed! {
    /// Who demands.
    Authority, "unknown authority":
    /// Police.
    Police = 1, "police";
    /// A public prosecutor.
    Prosecutor = 2, "prosecutor";
    /// A court.
    Court = 3, "court";
    /// Immigration or border authority.
    Immigration = 4, "immigration";
    /// Armed forces.
    Military = 5, "military";
    /// An intelligence service.
    Intelligence = 6, "intelligence";
    /// A municipality or province, its desk included, outside the way of a request.
    LocalGovernment = 7, "local_government";
    /// Another office of the national government.
    NationalAgency = 8, "national_agency";
    /// An authority of another country.
    Foreign = 9, "foreign";
    /// None of these.
    Other = 10, "other";
}

closed! {
    /// What is demanded.
    Asked, "unknown demand":
    /// Names of certain persons, or whether they are in a register.
    Names = 1, "names";
    /// How somebody is reached.
    Contacts = 2, "contacts";
    /// Where somebody is.
    Whereabouts = 3, "whereabouts";
    /// Lists: everybody from a place, or in a country.
    Lists = 4, "lists";
    /// Keys or passphrases.
    Keys = 5, "keys";
    /// Shares that open cards.
    Shares = 6, "shares";
    /// Who connected, and when.
    Logs = 7, "logs";
    /// Access to a machine or a program from now on.
    Access = 8, "access";
    /// Silence about the demand.
    Silence = 9, "silence";
    /// None of these.
    Other = 10, "other";
    /// A machine or a data carrier.
    Equipment = 11, "equipment";
    /// A change of the program or its settings.
    Software = 12, "software";
}

closed! {
    /// What became of it so far.
    DemandOutcome, "unknown outcome":
    /// Received; nothing decided.
    Received = 1, "received";
    /// Refused.
    Refused = 2, "refused";
    /// Given on: to a lawyer, the other custodians, a court.
    Escalated = 3, "escalated";
    /// The organisation may not speak about it, but may say so.
    Gagged = 4, "gagged";
    /// The organisation gave something. A register of demands without this word could not tell the truth.
    Complied = 5, "complied";
}

/// A demand as one custodian saw it, in one revision.
#[derive(Clone, PartialEq, Eq)]
pub struct DemandNotice {
    /// Random name of the demand, the same in all revisions.
    pub demand: [u8; 16],
    /// 1, then one more each time the outcome changes.
    pub revision: u16,
    /// SHA-256 of the revision before; zeros in the first.
    pub previous: Hash32,
    /// The custodian's roster index.
    pub x: u8,
    /// Who demands.
    pub authority: Authority,
    /// The country whose law it is: its two letters as in a request's destination; 0 for none.
    pub jurisdiction: u16,
    /// When it came, Unix seconds.
    pub received: i64,
    /// What is demanded, in number order, at least one.
    pub asked: Vec<Asked>,
    /// What became of it.
    pub outcome: DemandOutcome,
    /// More words, for the custodians; never public.
    pub note: String,
    /// When this revision was written, Unix seconds.
    pub time: i64,
}

impl std::fmt::Debug for DemandNotice {
    /// Public fields alone: the rest may be under a gag.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DemandNotice")
            .field("public", &self.public())
            .finish_non_exhaustive()
    }
}

/// What anybody may read of a demand: who reports it, and codes. Of one under a gag not even who demands, and what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicDemand {
    /// The custodian's roster index.
    pub x: u8,
    /// The demand's random name.
    pub demand: [u8; 16],
    /// Its revision.
    pub revision: u16,
    /// [`Authority`], 0 under a gag.
    pub authority: u8,
    /// Bit n−1 for each [`Asked`] of number n; 0 under a gag.
    pub asked: u16,
    /// [`DemandOutcome`].
    pub outcome: u8,
}

impl PublicDemand {
    /// Their bytes: index 1, name 16, revision 2, authority 1, asked 2, outcome 1.
    #[must_use]
    pub fn to_bytes(self) -> Vec<u8> {
        let mut w = Writer::default();
        w.u8(self.x);
        w.raw(&self.demand);
        w.raw(&self.revision.to_be_bytes());
        w.u8(self.authority);
        w.raw(&self.asked.to_be_bytes());
        w.u8(self.outcome);
        w.finish()
    }
}

impl DemandNotice {
    /// What of it is public.
    #[must_use]
    pub fn public(&self) -> PublicDemand {
        let silent = self.outcome == DemandOutcome::Gagged;
        let bits = self.asked.iter().fold(0u16, |bits, asked| {
            bits | 1u16
                .checked_shl(u32::from(*asked as u8).saturating_sub(1))
                .unwrap_or(0)
        });
        PublicDemand {
            x: self.x,
            demand: self.demand,
            revision: self.revision,
            authority: if silent { 0 } else { self.authority as u8 },
            asked: if silent { 0 } else { bits },
            outcome: self.outcome as u8,
        }
    }

    /// Checks that exactly the custodian it names signed it.
    ///
    /// # Errors
    /// [`ReleaseError::Signature`] when another key signed.
    pub fn verify(signed: &Signed<Self>, fed: &FedId, roster: &Roster) -> Result<(), ReleaseError> {
        only_signer(signed, fed, roster, signed.body().x)
    }

    /// Checks that `next` is the revision after `before` of the same demand: only outcome and note may differ.
    ///
    /// # Errors
    /// [`ReleaseError::Rule`] naming what does not fit.
    pub fn follows(before: &Signed<Self>, next: &Signed<Self>) -> Result<(), ReleaseError> {
        let (old, new) = (before.body(), next.body());
        rule(
            new.previous == before.hash() && Some(new.revision) == old.revision.checked_add(1),
            "a revision follows the one before",
        )?;
        let same = Self {
            revision: new.revision,
            previous: new.previous,
            outcome: new.outcome,
            note: new.note.clone(),
            time: new.time,
            ..old.clone()
        };
        rule(same == *new, "a revision changes outcome and note alone")?;
        rule(new.time >= old.time, "a revision is not older")
    }

    fn check(&self) -> Result<(), ReleaseError> {
        rule(self.revision >= 1, "revisions start at 1")?;
        rule(
            (self.revision == 1) == (self.previous == Hash32([0; 32])),
            "only the first revision has no predecessor",
        )?;
        rule(self.x >= 1, "custodians are numbered from 1")?;
        let letters = self.jurisdiction.to_be_bytes();
        rule(
            self.jurisdiction == 0 || letters.iter().all(u8::is_ascii_uppercase),
            "a country has two letters",
        )?;
        rule(
            0 <= self.received && self.received <= self.time,
            "a demand is written down after it came",
        )?;
        rule(!self.asked.is_empty(), "something is demanded")?;
        ascending(&self.asked, "what is demanded in order, each once")
    }
}

impl Object for DemandNotice {
    const MAX_LEN: usize = 4096;

    fn kind(&self) -> EntryType {
        EntryType::DemandNotice
    }

    fn label(&self) -> Label {
        Label::DemandNotice
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.demand);
        w.raw(&self.revision.to_be_bytes());
        w.raw(&self.previous.0);
        w.u8(self.x);
        w.u8(self.authority as u8);
        w.raw(&self.jurisdiction.to_be_bytes());
        w.i64(self.received);
        w.count(self.asked.len(), Asked::ALL.len(), "demands")?;
        self.asked.iter().for_each(|a| w.u8(*a as u8));
        w.u8(self.outcome as u8);
        write_text(w, &self.note, 2000, "note")?;
        w.i64(self.time);
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let (demand, revision, previous) = (
            r.array("demand")?,
            r.u16("revision")?,
            Hash32(r.array("previous")?),
        );
        let x = r.u8("x")?;
        let authority = Authority::from_byte(r.u8("authority")?)?;
        let (jurisdiction, received) = (r.u16("jurisdiction")?, r.i64("received")?);
        let mut asked = Vec::new();
        for _ in 0..r.count(Asked::ALL.len(), 1, "demands")? {
            asked.push(Asked::from_byte(r.u8("demand")?)?);
        }
        let notice = Self {
            demand,
            revision,
            previous,
            x,
            authority,
            jurisdiction,
            received,
            asked,
            outcome: DemandOutcome::from_byte(r.u8("outcome")?)?,
            note: read_text(r, 2000, "note")?,
            time: r.i64("time")?,
        };
        notice.check()?;
        Ok(notice)
    }
}

#[cfg(test)]
mod tests;
