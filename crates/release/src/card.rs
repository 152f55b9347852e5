//! A desk's card: who its officers are and what area it answers for. Signed by at least k custodians and logged long before use.

use crate::object::{Object, ascending, read_name, rule, write_text};
use crate::roster::{Roster, X_WING_PUBLIC_LEN};
use crate::{Area, ReleaseError};
use ugnay_log::EntryType;
use ugnay_seal::{Hash32, Label, SealPublic, VerifyingId};
use ugnay_wire::reader::Reader;
use ugnay_wire::writer::Writer;

const MAX_OFFICERS: usize = 8;
const MAX_AREAS: usize = 256;

/// An officer's keys. No name: the card is public for ever.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Officer {
    /// Ed25519 key for requests and campaigns.
    pub sign: [u8; 32],
    /// X-Wing key that shares may be sealed to.
    pub x_wing: Vec<u8>,
}

/// A desk's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LguCard {
    /// The desk.
    pub lgu: [u8; 16],
    /// The office's name, as printed on its letters.
    pub name: String,
    /// Where it answers for, ascending.
    pub areas: Vec<Area>,
    /// At least two officers, ascending by signing key.
    pub officers: Vec<Officer>,
    /// Earliest use, Unix seconds.
    pub not_before: i64,
    /// End of validity, Unix seconds.
    pub expires: i64,
}

impl LguCard {
    /// Whether every one of these areas is this desk's.
    #[must_use]
    pub fn covers(&self, areas: &[Area]) -> bool {
        areas
            .iter()
            .all(|area| self.areas.iter().any(|own| own.covers(*area)))
    }

    /// The officer that signs with this key.
    #[must_use]
    pub fn officer(&self, sign: &[u8; 32]) -> Option<&Officer> {
        self.officers.iter().find(|o| &o.sign == sign)
    }

    /// The officer whose X-Wing key has this hash.
    #[must_use]
    pub fn recipient(&self, hash: &Hash32) -> Option<&Officer> {
        self.officers
            .iter()
            .find(|o| Roster::key_hash(&o.x_wing) == *hash)
    }
}

impl Object for LguCard {
    const MAX_LEN: usize = 16 * 1024;

    fn kind(&self) -> EntryType {
        EntryType::LguCard
    }

    fn label(&self) -> Label {
        Label::LguCard
    }

    fn write(&self, w: &mut Writer) -> Result<(), ReleaseError> {
        w.raw(&self.lgu);
        write_text(w, &self.name, 120, "desk name")?;
        w.count(self.areas.len(), MAX_AREAS, "areas")?;
        self.areas.iter().for_each(|a| w.u32(a.0));
        w.count(self.officers.len(), MAX_OFFICERS, "officers")?;
        for officer in &self.officers {
            w.raw(&officer.sign);
            rule(
                officer.x_wing.len() == X_WING_PUBLIC_LEN,
                "length of an X-Wing key",
            )?;
            w.raw(&officer.x_wing);
        }
        w.i64(self.not_before);
        w.i64(self.expires);
        Ok(())
    }

    fn read(_: u8, r: &mut Reader<'_>) -> Result<Self, ReleaseError> {
        let (lgu, name) = (r.array("desk")?, read_name(r, 120, "desk name")?);
        let mut areas = Vec::new();
        for _ in 0..r.count(MAX_AREAS, 4, "areas")? {
            areas.push(Area(r.u32("area")?));
        }
        let mut officers = Vec::new();
        for _ in 0..r.count(MAX_OFFICERS, X_WING_PUBLIC_LEN, "officers")? {
            let sign = r.array("signing key")?;
            officers.push(Officer {
                sign,
                x_wing: r.take(X_WING_PUBLIC_LEN, "X-Wing key")?.to_vec(),
            });
        }
        let card = Self {
            lgu,
            name,
            areas,
            officers,
            not_before: r.i64("not before")?,
            expires: r.i64("expires")?,
        };
        rule(!card.areas.is_empty(), "a desk answers for somewhere")?;
        ascending(&card.areas, "areas in order, each once")?;
        rule(card.officers.len() >= 2, "a desk has at least two officers")?;
        for officer in &card.officers {
            VerifyingId::from_bytes(&officer.sign)?;
            SealPublic::from_bytes(&officer.x_wing)?;
        }
        let signs: Vec<[u8; 32]> = card.officers.iter().map(|o| o.sign).collect();
        ascending(&signs, "officers in key order, each once")?;
        let mut seals: Vec<&[u8]> = card.officers.iter().map(|o| o.x_wing.as_slice()).collect();
        seals.sort_unstable();
        ascending(&seals, "officers do not share keys")?;
        rule(
            card.not_before >= 0 && card.not_before < card.expires,
            "a card is valid for some time",
        )?;
        Ok(card)
    }
}

#[cfg(test)]
mod tests;
