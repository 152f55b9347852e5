//! Values as CBOR: `[tag, content]`. An unknown tag is kept as the whole item's bytes.

use super::{CodecError, Enc, EncError, MAX_ITEMS, expect_array, fixed, list};
use crate::{Country, Phone, Psgc, Value, ValueMap};
use minicbor::Decoder;
use minicbor::data::Type;

const MAX_DEPTH: u8 = 3;

pub(super) fn encode(e: &mut Enc, value: &Value) -> Result<(), EncError> {
    match value {
        Value::Gone => e.array(2)?.u8(0)?.null()?,
        Value::Text(t) => e.array(2)?.u8(1)?.str(t)?,
        Value::Int(i) => e.array(2)?.u8(2)?.i64(*i)?,
        Value::Bool(b) => e.array(2)?.u8(3)?.bool(*b)?,
        Value::Date(d) => e.array(2)?.u8(4)?.str(&d.to_string())?,
        Value::Psgc(p) => e.array(2)?.u8(5)?.u32(p.0)?,
        Value::Country(c) => e.array(2)?.u8(6)?.u16(c.to_u16())?,
        Value::Phones(list) => {
            e.array(2)?.u8(7)?.array(list.len() as u64)?;
            for p in list {
                e.array(2)?.str(&p.typed)?;
                match &p.e164 {
                    Some(n) => e.str(n)?,
                    None => e.null()?,
                };
            }
            e
        }
        Value::Texts(list) => {
            e.array(2)?.u8(8)?.array(list.len() as u64)?;
            for t in list {
                e.str(t)?;
            }
            e
        }
        Value::Ids(list) => {
            e.array(2)?.u8(9)?.array(list.len() as u64)?;
            for id in list {
                e.bytes(id)?;
            }
            e
        }
        Value::Map(m) => {
            e.array(2)?.u8(10)?.map(m.len() as u64)?;
            for (k, v) in m {
                e.u16(*k)?;
                encode(e, v)?;
            }
            e
        }
        Value::Raw(bytes) => {
            e.writer_mut().extend_from_slice(bytes);
            e
        }
    };
    Ok(())
}

pub(super) fn decode(d: &mut Decoder<'_>, depth: u8) -> Result<Value, CodecError> {
    let start = d.position();
    expect_array(d, 2)?;
    let tag = d.u16()?;
    Ok(match tag {
        0 => {
            d.null()?;
            Value::Gone
        }
        1 => Value::Text(d.str()?.to_owned()),
        2 => Value::Int(d.i64()?),
        3 => Value::Bool(d.bool()?),
        4 => Value::Date(d.str()?.parse().map_err(|_| CodecError::Shape)?),
        5 => Value::Psgc(Psgc(d.u32()?)),
        6 => Value::Country(Country::from_u16(d.u16()?).map_err(|_| CodecError::Shape)?),
        7 => Value::Phones(list(d, MAX_ITEMS, phone)?),
        8 => Value::Texts(list(d, MAX_ITEMS, |d| Ok(d.str()?.to_owned()))?),
        9 => Value::Ids(list(d, MAX_ITEMS, |d| fixed(d.bytes()?))?),
        10 => Value::Map(map(d, depth)?),
        _ => {
            d.skip()?;
            let raw = d
                .input()
                .get(start..d.position())
                .ok_or(CodecError::Shape)?;
            Value::Raw(raw.to_vec())
        }
    })
}

fn map(d: &mut Decoder<'_>, depth: u8) -> Result<ValueMap, CodecError> {
    let n = d.map()?.ok_or(CodecError::Shape)?;
    if n > MAX_ITEMS || depth >= MAX_DEPTH {
        return Err(CodecError::TooMany);
    }
    let mut out = ValueMap::new();
    for _ in 0..n {
        let key = d.u16()?;
        out.insert(key, decode(d, depth.saturating_add(1))?);
    }
    Ok(out)
}

fn phone(d: &mut Decoder<'_>) -> Result<Phone, CodecError> {
    expect_array(d, 2)?;
    let typed = d.str()?.to_owned();
    let e164 = if d.datatype()? == Type::Null {
        d.null()?;
        None
    } else {
        Some(d.str()?.to_owned())
    };
    Ok(Phone { typed, e164 })
}
