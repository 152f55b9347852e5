//! Records as CBOR, written deterministically (RFC 8949 §4.2.1, integer keys) and read more loosely: a later version's record
//! is not refused for its form. Unknown keys and values survive a round trip.
//!
//! ```text
//! record = [ person bytes16, facet u8, devices [* bytes32], slots [* slot] ]
//! slot   = [ field u16, item bytes16 / null, versions [* [device index, lamport, value]], known [* [device index, lamport]] ]
//! value  = [ tag, content ]           tags in `Tag`
//! ```
//! A device's 32-byte hash stands once, in the table, however many values it wrote.

mod value;

use crate::{DeviceHash, Dot, Facet, Key, PersonId, Record, Slot, Version};
use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use std::collections::{BTreeMap, BTreeSet};

/// The bytes are not a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CodecError {
    /// Not CBOR of the expected shape.
    #[error("a record is not in the expected form")]
    Shape,
    /// More than a record may hold.
    #[error("a record has more parts than allowed")]
    TooMany,
}

impl From<minicbor::decode::Error> for CodecError {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Shape
    }
}

/// Bounds on what one record may hold; far above any honest record.
const MAX_DEVICES: u64 = 256;
const MAX_SLOTS: u64 = 4096;
const MAX_VERSIONS: u64 = 64;
pub(crate) const MAX_ITEMS: u64 = 1024;

type Enc = Encoder<Vec<u8>>;
type EncError = minicbor::encode::Error<core::convert::Infallible>;

impl Record {
    /// The record as CBOR.
    #[must_use]
    pub fn to_cbor(&self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::with_capacity(512));
        // Writing to a Vec cannot fail; an empty result would be caught by every reader.
        match self.encode(&mut e) {
            Ok(()) => e.into_writer(),
            Err(_) => Vec::new(),
        }
    }

    fn encode(&self, e: &mut Enc) -> Result<(), EncError> {
        let devices = self.devices();
        let index = |d: &DeviceHash| devices.iter().position(|x| x == d).unwrap_or(0) as u64;
        e.array(4)?
            .bytes(&self.person.to_bytes())?
            .u8(self.facet as u8)?;
        e.array(devices.len() as u64)?;
        for d in &devices {
            e.bytes(&d.0)?;
        }
        e.array(self.slots().len() as u64)?;
        for (key, slot) in self.slots() {
            e.array(4)?.u16(key.field)?;
            match &key.item {
                Some(item) => e.bytes(item)?,
                None => e.null()?,
            };
            e.array(slot.versions().len() as u64)?;
            for v in slot.versions() {
                e.array(3)?.u64(index(&v.dot.device))?.u64(v.dot.lamport)?;
                value::encode(e, &v.value)?;
            }
            e.array(slot.known().len() as u64)?;
            for (d, lamport) in slot.known() {
                e.array(2)?.u64(index(d))?.u64(*lamport)?;
            }
        }
        Ok(())
    }

    fn devices(&self) -> Vec<DeviceHash> {
        let mut set = BTreeSet::new();
        for slot in self.slots().values() {
            set.extend(slot.versions().iter().map(|v| v.dot.device));
            set.extend(slot.known().keys().copied());
        }
        set.into_iter().collect()
    }

    /// Reads a record.
    ///
    /// # Errors
    /// [`CodecError`] when the bytes are not exactly one record within the bounds.
    pub fn from_cbor(bytes: &[u8]) -> Result<Self, CodecError> {
        let mut d = Decoder::new(bytes);
        expect_array(&mut d, 4)?;
        let person = PersonId::from_bytes(fixed(d.bytes()?)?);
        let facet = match d.u8()? {
            1 => Facet::Card,
            2 => Facet::Case,
            _ => return Err(CodecError::Shape),
        };
        let devices = list(&mut d, MAX_DEVICES, |d| Ok(DeviceHash(fixed(d.bytes()?)?)))?;
        let slots = list(&mut d, MAX_SLOTS, |d| slot(d, &devices))?;
        if d.position() != bytes.len() {
            return Err(CodecError::Shape);
        }
        let mut record = Self::new(person, facet);
        for (key, slot) in slots {
            record.insert(key, slot);
        }
        Ok(record)
    }
}

fn slot(d: &mut Decoder<'_>, devices: &[DeviceHash]) -> Result<(Key, Slot), CodecError> {
    expect_array(d, 4)?;
    let field = d.u16()?;
    let item = if d.datatype()? == Type::Null {
        d.null()?;
        None
    } else {
        Some(fixed(d.bytes()?)?)
    };
    let key = Key { field, item };
    let device = |i: u64| {
        usize::try_from(i)
            .ok()
            .and_then(|i| devices.get(i))
            .copied()
            .ok_or(CodecError::Shape)
    };
    let versions = list(d, MAX_VERSIONS, |d| {
        expect_array(d, 3)?;
        let dot = Dot {
            device: device(d.u64()?)?,
            lamport: d.u64()?,
        };
        Ok(Version {
            dot,
            value: value::decode(d, 0)?,
        })
    })?;
    let known = list(d, MAX_DEVICES, |d| {
        expect_array(d, 2)?;
        Ok((device(d.u64()?)?, d.u64()?))
    })?;
    Ok((
        key,
        Slot::from_parts(
            versions,
            known.into_iter().collect::<BTreeMap<_, _>>(),
            key.law(),
        ),
    ))
}

pub(crate) fn expect_array(d: &mut Decoder<'_>, len: u64) -> Result<(), CodecError> {
    if d.array()? == Some(len) {
        Ok(())
    } else {
        Err(CodecError::Shape)
    }
}

/// Reads an array of at most `max` items; memory grows only with bytes really there.
pub(crate) fn list<'b, T>(
    d: &mut Decoder<'b>,
    max: u64,
    mut item: impl FnMut(&mut Decoder<'b>) -> Result<T, CodecError>,
) -> Result<Vec<T>, CodecError> {
    let n = d.array()?.ok_or(CodecError::Shape)?;
    if n > max {
        return Err(CodecError::TooMany);
    }
    let mut out = Vec::new();
    for _ in 0..n {
        out.push(item(d)?);
    }
    Ok(out)
}

pub(crate) fn fixed<const N: usize>(bytes: &[u8]) -> Result<[u8; N], CodecError> {
    bytes.try_into().map_err(|_| CodecError::Shape)
}

#[cfg(test)]
mod tests;
